//! The timeline's layout, kept from frame to frame while nothing that it shows has changed: scrolling the reader or moving the pointer
//! costs no layout.

use super::measure::EguiMeasure;
use super::stage::Stage;
use crate::chronology::{Day, Status};
use crate::layout::explorer::{self, Explorer, Lanes, Scale, Timeline, View};
use crate::session::Tab;
use egui::{Ui, Vec2};
use std::rc::Rc;
use std::sync::Arc;

/// The last layout and all that it followed from.
pub struct LaidOut {
    timeline: Arc<Timeline>,
    inputs: Inputs,
    explorer: Rc<Explorer>,
}

#[derive(PartialEq)]
struct Inputs {
    range: (f64, f64),
    size: Vec2,
    lanes: Lanes,
    scale: Scale,
    scroll: f32,
    selected: Option<String>,
    hovered: Option<String>,
    focused: Option<String>,
    /// What a search finds follows from its words, the statuses and the timeline.
    query: String,
    statuses: Vec<Status>,
    today: Option<Day>,
    published_words: Option<String>,
    publication: bool,
    arrows: bool,
    pixels_per_point: f32,
}

/// Lays a tab's timeline out for a range and a size, or gives it again as it was.
pub fn lay_out(ui: &Ui, stage: &mut Stage, tab: &Tab, range: (f64, f64), size: Vec2, focused: Option<String>) -> Rc<Explorer> {
    let inputs = Inputs {
        range,
        size,
        lanes: tab.view.lanes,
        scale: tab.view.scale,
        scroll: tab.view.scroll,
        selected: tab.view.selected.clone(),
        hovered: tab.view.hovered.clone(),
        focused,
        query: stage.state.query.trim().to_owned(),
        statuses: tab.view.statuses.clone(),
        today: stage.state.today,
        published_words: super::timeline::published_words(tab),
        publication: tab.has_publication(),
        arrows: tab.view.arrows,
        pixels_per_point: ui.ctx().pixels_per_point(),
    };
    let known = stage.memory.laid_out.as_ref().filter(|last| Arc::ptr_eq(&last.timeline, &tab.timeline) && last.inputs == inputs);
    if let Some(known) = known {
        return known.explorer.clone();
    }
    let view = View {
        range,
        lanes: inputs.lanes,
        scale: inputs.scale,
        scroll: inputs.scroll,
        selected: inputs.selected.as_deref(),
        hovered: inputs.hovered.as_deref(),
        focused: inputs.focused.as_deref(),
        hits: stage.state.searching().then_some(&stage.state.hits.ids),
        query: &inputs.query,
        statuses: &inputs.statuses,
        today: inputs.today,
        published_words: inputs.published_words.as_deref(),
        publication: inputs.publication,
        arrows: inputs.arrows,
    };
    let measure = EguiMeasure::new(ui.ctx(), &mut stage.memory.widths);
    let explorer = Rc::new(explorer::explorer(&tab.timeline, &view, size, &measure));
    stage.memory.laid_out = Some(LaidOut { timeline: tab.timeline.clone(), inputs, explorer: explorer.clone() });
    explorer
}
