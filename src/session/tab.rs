//! An open article: what was read out of it, what the reader did to it, and how it is looked at.

use super::command::Effect;
use super::filter::{Filter, Passing};
use super::history::History;
use super::index::Index;
use super::listing::{ListPlace, Sort};
use super::merged::Part;
use super::review::{self, Left};
use crate::article::{Article, TextSpan};
use crate::chronology::corrections::{self, Mark, Orphan};
use crate::chronology::{Chronology, DateOrder, Event, Frame, SetAside, Status};
use crate::layout::explorer::{Lanes, STATUSES, Scale, Timeline};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

pub type TabId = u64;

/// Where an open article came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Sample,
    File(PathBuf),
    /// Pasted, and kept in a file of ours for later starts where that could be written.
    Pasted {
        kept: Option<PathBuf>,
    },
    /// Several open articles on one timeline.
    Merged,
}

impl Origin {
    /// The file from which the article can be read again.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::Pasted { kept } => kept.as_ref(),
            Self::Sample | Self::Merged => None,
        }
    }
}

/// How an article is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The days at the edges of the timeline; none shows everything, whatever the width.
    pub range: Option<(f64, f64)>,
    pub lanes: Lanes,
    pub scale: Scale,
    /// Points scrolled down in the lanes.
    pub scroll: f32,
    pub selected: Option<String>,
    pub hovered: Option<String>,
    /// Shown statuses.
    pub statuses: Vec<Status>,
    /// What is shown by kind, person, place and article.
    pub filter: Filter,
    /// Whether events are listed, and how.
    pub list: ListPlace,
    pub sort: Sort,
    /// Whether the order that the text tells is drawn as arrows.
    pub arrows: bool,
    /// Words that the reader is asked to bring into view.
    pub reveal: Option<TextSpan>,
    /// Whether the article is turned to for it, where something else stands in its place.
    pub turn_to_article: bool,
    /// Set when the selection should be brought into view in the lanes.
    pub reveal_event: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            range: None,
            lanes: Lanes::Auto,
            scale: Scale::ToScale,
            scroll: 0.0,
            selected: None,
            hovered: None,
            statuses: STATUSES.to_vec(),
            filter: Filter::default(),
            list: ListPlace::Hidden,
            sort: Sort::default(),
            arrows: false,
            reveal: None,
            turn_to_article: false,
            reveal_event: false,
        }
    }
}

/// One open article.
#[derive(Debug, Clone)]
pub struct Tab {
    pub id: TabId,
    /// The job that opened it; tabs stand in this order.
    pub asked: u64,
    pub origin: Origin,
    pub article: Arc<Article>,
    /// As it was read, before the reader's corrections.
    pub extraction: Arc<Chronology>,
    /// With them.
    pub chronology: Arc<Chronology>,
    /// What the reader did to it.
    pub history: History,
    /// Events that the reader hid.
    pub hidden: Vec<Event>,
    /// Corrections whose events are not found any more.
    pub orphans: Vec<Orphan>,
    /// What the reader did to each event, by id.
    pub marks: BTreeMap<String, Mark>,
    /// What the review has left to check.
    pub left: Left,
    /// What the filter lets through.
    pub timeline: Arc<Timeline>,
    /// The same with all events.
    pub whole: Arc<Timeline>,
    /// The events that the filter lets through; none where it lets all.
    pub passing: Option<Arc<Passing>>,
    /// Of several articles on one timeline, where each begins; else none.
    pub parts: Vec<Part>,
    pub index: Arc<Index>,
    /// Of the extraction last asked for; results of earlier ones are dropped.
    pub generation: u64,
    /// Of the extraction shown.
    pub shown_generation: u64,
    /// Another one whenever what is shown of the article has changed, for those who remember parts of it.
    pub version: u64,
    /// The publication date that the reader set, as the history says.
    pub published: Option<NaiveDate>,
    /// How ambiguous dates are read in it.
    pub date_order: DateOrder,
    pub view: View,
    /// Whether its file has changed on disk since it was read.
    pub changed_on_disk: bool,
}

impl Tab {
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.index.place(id).and_then(|at| self.chronology.events.get(at))
    }

    pub fn selected(&self) -> Option<&Event> {
        self.view.selected.as_deref().and_then(|id| self.event(id))
    }

    /// The wish to read it again, as the answer to which only that of this number counts.
    pub(super) fn read_again(&mut self, generation: u64) -> Effect {
        self.generation = generation;
        Effect::Extract { tab: self.id, generation, article: self.article.clone(), published: self.published, date_order: self.date_order }
    }

    /// Whether an extraction is under way.
    pub fn reading(&self) -> bool {
        self.generation != self.shown_generation
    }

    /// The publication date that the dates rest on: the reader's, else the article's.
    pub fn publication(&self) -> Option<NaiveDate> {
        self.published.or(self.article.published)
    }

    /// Events that the statuses let through, in the order of time.
    pub fn visible_events(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.chronology.events.iter().filter(|e| self.view.statuses.contains(&e.status) && self.passes(&e.id))
    }

    /// How many events the statuses let through.
    pub fn visible_count(&self) -> usize {
        self.view.statuses.iter().map(|s| self.with_status(*s)).sum()
    }

    /// How many of the events that the filter lets through have a status.
    pub fn with_status(&self, status: Status) -> usize {
        self.passing.as_ref().map_or_else(|| self.index.with_status(status), |p| p.with_status(status))
    }

    /// Whether the filter lets an event through.
    pub fn passes(&self, id: &str) -> bool {
        self.passing.as_ref().is_none_or(|p| p.ids.contains(id))
    }

    /// The article among several that tells an event.
    pub fn article_of(&self, event: &Event) -> Option<&str> {
        let start = event.evidence.first()?.span.start;
        let at = self.parts.partition_point(|p| p.start <= start);
        self.parts.get(at.checked_sub(1)?).map(|p| p.name.as_str())
    }

    /// Whether the reader has done something to it that a project keeps.
    pub fn touched(&self) -> bool {
        self.parts.is_empty() && !self.history.done.is_empty()
    }

    /// Whether its dates rest on a publication date: those of a table and of several articles do not.
    pub fn has_publication(&self) -> bool {
        self.article.rows.is_empty() && self.parts.is_empty()
    }

    /// The dated sentences that looked like events and were set aside.
    pub fn set_aside(&self) -> impl Iterator<Item = &SetAside> {
        self.chronology.set_aside.iter().filter(|s| s.dated)
    }

    /// Applies the filter to the timeline.
    pub(super) fn refilter(&mut self) {
        self.passing = self.view.filter.passing(self).map(Arc::new);
        self.timeline = match &self.passing {
            Some(passing) => Arc::new(self.whole.only(&|id| passing.ids.contains(id))),
            None => self.whole.clone(),
        };
    }

    /// A tab with an article and what was read out of it, under numbers of its own.
    pub(super) fn new(id: TabId, asked: u64, origin: Origin, article: Arc<Article>, extraction: impl Into<Arc<Chronology>>) -> Self {
        let mut tab = Self {
            id,
            asked,
            origin,
            article,
            extraction: extraction.into(),
            chronology: Arc::default(),
            history: History::default(),
            hidden: Vec::new(),
            orphans: Vec::new(),
            marks: BTreeMap::new(),
            left: Left::default(),
            timeline: Arc::new(Timeline::new(&[])),
            whole: Arc::new(Timeline::new(&[])),
            passing: None,
            parts: Vec::new(),
            index: Arc::default(),
            generation: id,
            shown_generation: id,
            version: 0,
            published: None,
            date_order: DateOrder::Automatic,
            view: View::default(),
            changed_on_disk: false,
        };
        tab.correct();
        tab
    }

    /// Shows another reading of the same article, with the reader's corrections.
    pub(crate) fn take(&mut self, extraction: impl Into<Arc<Chronology>>) {
        self.extraction = extraction.into();
        self.correct();
    }

    /// Lays the corrections over the extraction anew.
    pub(super) fn correct(&mut self) {
        if self.history.done.is_empty() {
            // Nothing lies over it: the extraction itself is shown.
            self.chronology = self.extraction.clone();
            (self.hidden, self.orphans, self.marks) = (Vec::new(), Vec::new(), BTreeMap::new());
        } else {
            let corrected = corrections::apply(&self.article, &self.extraction, &self.history.done);
            self.chronology = Arc::new(corrected.chronology);
            self.hidden = corrected.hidden;
            self.orphans = corrected.orphans;
            self.marks = corrected.marks;
        }
        self.left = review::left(self);
        let whole = Timeline::new(&[&self.chronology]);
        self.whole = Arc::new(if self.parts.is_empty() { whole } else { self.parted(whole) });
        self.index = Arc::new(Index::new(&self.chronology));
        self.version += 1;
        self.refilter();
        if self.view.selected.as_deref().is_some_and(|id| self.event(id).is_none()) {
            self.view.selected = None;
        }
    }

    /// The timeline of several articles with lanes of their own.
    fn parted(&self, whole: Timeline) -> Timeline {
        let part = |event: &Event| {
            let start = event.evidence.first().map_or(0, |e| e.span.start);
            self.parts.partition_point(|p| p.start <= start).saturating_sub(1)
        };
        let articles: HashMap<&str, usize> = self.chronology.events.iter().map(|e| (e.id.as_str(), part(e))).collect();
        whole.parted(self.parts.iter().map(|p| p.name.clone()).collect(), &|id| articles.get(id).copied().unwrap_or(0))
    }

    /// What the reader did to an event.
    pub fn mark(&self, event: &str) -> Mark {
        self.marks.get(event).copied().unwrap_or_default()
    }

    /// Whether the reader stands by an event: checked, or made it.
    pub fn checked(&self, event: &str) -> bool {
        let mark = self.mark(event);
        mark.checked || mark.added
    }

    /// What the axis of its timeline counts.
    pub fn frame(&self) -> Frame {
        self.timeline.frame.unwrap_or(Frame::Publication)
    }
}
