//! How an article is looked at, as a project keeps it.

use crate::chronology::Status;
use crate::layout::explorer::{Lanes, STATUSES, Scale};
use crate::session::filter::Filter;
use crate::session::listing::{ListPlace, Sort};
use crate::session::state::View;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredView {
    /// The days at the edges of the timeline.
    pub range: Option<(f64, f64)>,
    pub selected: Option<String>,
    /// Statuses that are not shown.
    pub hidden_statuses: Vec<Status>,
    pub lanes: Lanes,
    pub scale: Scale,
    /// Kinds, people, places and articles that are shown alone.
    pub filter: Filter,
    pub list: ListPlace,
    pub sort: Sort,
    /// Whether the order told is drawn as arrows.
    pub arrows: bool,
}

impl From<&View> for StoredView {
    fn from(view: &View) -> Self {
        Self {
            range: view.range,
            selected: view.selected.clone(),
            hidden_statuses: STATUSES.into_iter().filter(|s| !view.statuses.contains(s)).collect(),
            lanes: view.lanes,
            scale: view.scale,
            filter: view.filter.clone(),
            list: view.list,
            sort: view.sort,
            arrows: view.arrows,
        }
    }
}

impl StoredView {
    /// The view that it stands for; whether its range and its selection fit what is looked at is for others to see.
    pub fn view(&self) -> View {
        View {
            range: self.range.filter(|(a, b)| a.is_finite() && b.is_finite() && a < b),
            selected: self.selected.clone(),
            statuses: STATUSES.into_iter().filter(|s| !self.hidden_statuses.contains(s)).collect(),
            lanes: self.lanes,
            scale: self.scale,
            filter: self.filter.clone(),
            list: self.list,
            sort: self.sort,
            arrows: self.arrows,
            ..View::default()
        }
    }
}
