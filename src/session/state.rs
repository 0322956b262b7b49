//! The state of a session.

use super::filter::{Filter, Passing};
use super::history::History;
use super::index::Index;
use super::listing::{ListPlace, Sort};
use super::merged::Part;
use super::project::{Place, Work};
use super::search::Hits;
use super::settings::{Settings, ThemeChoice};
use crate::article::{Article, TextSpan};
use crate::chronology::corrections::{self, Mark, Orphan};
use crate::chronology::{Chronology, Day, Event, Frame, SetAside, Status};
use crate::layout::explorer::{Lanes, STATUSES, Scale, Timeline};
use crate::layout::figure::FigureOptions;
use crate::scene::theme::Theme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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
    /// The publication date that the reader set.
    pub published: Option<NaiveDate>,
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
        self.parts.is_empty() && (!self.history.done.is_empty() || self.published.is_some())
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
    pub(super) fn new(id: TabId, asked: u64, origin: Origin, article: Arc<Article>, extraction: Chronology) -> Self {
        let mut tab = Self {
            id,
            asked,
            origin,
            article,
            extraction: Arc::new(extraction),
            chronology: Arc::default(),
            history: History::default(),
            hidden: Vec::new(),
            orphans: Vec::new(),
            marks: BTreeMap::new(),
            timeline: Arc::new(Timeline::new(&[])),
            whole: Arc::new(Timeline::new(&[])),
            passing: None,
            parts: Vec::new(),
            index: Arc::default(),
            generation: id,
            shown_generation: id,
            version: 0,
            published: None,
            view: View::default(),
            changed_on_disk: false,
        };
        tab.correct();
        tab
    }

    /// Shows another reading of the same article, with the reader's corrections.
    pub(crate) fn take(&mut self, extraction: Chronology) {
        self.extraction = Arc::new(extraction);
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

/// An article on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: u64,
    pub name: String,
    pub origin: Origin,
    pub published: Option<NaiveDate>,
    /// The tab whose contents it replaces.
    pub replaces: Option<TabId>,
    /// Of a project, which takes the place of all that is open: the reader's work when it was asked for.
    pub given_up: Option<Work>,
}

/// Work that the reader waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    pub work: u64,
    /// "Writing lake.png…"
    pub words: String,
}

/// What went wrong; it stands under the top bar until it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What failed: "berlin-communique.pdf could not be read".
    pub title: String,
    /// Cause and cure, one sentence each.
    pub text: String,
    /// What can be done about it at once.
    pub cure: Cure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cure {
    None,
    /// Opening another file or pasting the text.
    OpenOther,
    /// Writing the picture to a file instead of the clipboard.
    SavePicture,
    /// Writing the figure to another place.
    SaveElsewhere,
    /// Saving the project to another place.
    SaveProjectElsewhere,
    /// Typing the path of the file.
    TypePath,
}

/// The publication date being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicationEdit {
    pub text: String,
    /// Why the text is no date, once it was tried.
    pub error: Option<String>,
}

/// What is to be done once it is known what becomes of unsaved work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    Quit,
    Close(TabId),
    OpenProject(PathBuf),
    Recover(PathBuf),
}

/// Work that an earlier start has left behind without saving it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    pub path: PathBuf,
    /// The headline of its first article.
    pub name: String,
}

/// What of an event can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Title,
    When,
    Places,
    Participants,
    Attribution,
    /// The number of the event that tells the same happening.
    Merge,
}

/// A field of an event being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub event: String,
    pub field: Field,
    pub text: String,
    /// Why it cannot be taken, once it was tried.
    pub error: Option<String>,
}

/// What lies over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    Keys,
    /// Every command, found by its name.
    Palette,
    /// The dated sentences that are no events.
    SetAside,
    Export,
    /// A field for the path of a file, for where the system shows no dialog.
    Path,
    /// The same for a figure to be written.
    SavePath,
    /// What the reader did: the history, what is hidden, what has lost its words.
    Corrections,
    /// Sentences of which an event can be made.
    AddFrom,
    /// What becomes of work that was not saved.
    Unsaved,
    /// Somebody else has changed the project file.
    ProjectChanged,
    Settings,
    /// A field for the path of a project to be written.
    SaveProjectPath,
}

/// Below this width of the window the article folds to its rail, unless the reader says otherwise.
pub const ARTICLE_FOLDS_BELOW: f32 = 1180.0;
/// Below this width of the window the detail folds to its rail.
pub const DETAIL_FOLDS_BELOW: f32 = 900.0;

/// Whether a panel is folded to its rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fold {
    /// By the width of the window.
    #[default]
    Auto,
    Open,
    Folded,
}

#[derive(Debug, Clone)]
pub struct State {
    pub tabs: Vec<Tab>,
    pub shown: Option<TabId>,
    pub jobs: Vec<Job>,
    /// Of several articles on their way, the one to be shown.
    pub show_when_read: Option<u64>,
    /// The last number given to a tab, a job or an extraction.
    pub last_number: u64,
    pub query: String,
    pub hits: Hits,
    pub publication_edit: Option<PublicationEdit>,
    pub edit: Option<Edit>,
    /// Whether the doubtful events are being walked.
    pub review: bool,
    /// The project file that is open.
    pub project: Option<Place>,
    /// The reader's work as it was saved last.
    pub saved: Work,
    /// What waits for an answer about unsaved work.
    pub pending: Option<Pending>,
    /// Work of an earlier start that was not saved.
    pub recovery: Option<Recovery>,
    /// Words of the shown article that are marked, for an event to be made of them.
    pub marked: Option<TextSpan>,
    pub problems: Vec<Problem>,
    /// The last thing done, told in the status line.
    pub done: Option<String>,
    /// What is under way, told in the status line until its own answer comes.
    pub working: Option<Working>,
    /// Kept pastes that are to be deleted unless a paste still being read turns out to be one of them.
    pub let_go: Vec<PathBuf>,
    pub figure: FigureOptions,
    pub sheet: Option<Sheet>,
    pub path: String,
    /// Whether a path is asked for because the system has shown no dialog.
    pub no_dialog: bool,
    pub brief: bool,
    pub sample_strip_closed: bool,
    pub settings: Settings,
    pub system_dark: bool,
    /// Whether the system asks for less motion.
    pub system_still: bool,
    /// The current day in the calendar frame, given by the shell.
    pub today: Option<Day>,
}

impl Default for State {
    fn default() -> Self {
        Self::new(Settings::default(), None)
    }
}

impl State {
    pub fn new(settings: Settings, today: Option<Day>) -> Self {
        Self {
            tabs: Vec::new(),
            shown: None,
            jobs: Vec::new(),
            show_when_read: None,
            last_number: 0,
            query: String::new(),
            hits: Hits::default(),
            publication_edit: None,
            edit: None,
            review: false,
            project: None,
            saved: Work::new(),
            pending: None,
            recovery: None,
            marked: None,
            problems: Vec::new(),
            done: None,
            working: None,
            let_go: Vec::new(),
            figure: settings.export.options(),
            sheet: None,
            path: String::new(),
            no_dialog: false,
            brief: false,
            sample_strip_closed: false,
            settings: settings.checked(),
            system_dark: false,
            system_still: false,
            today,
        }
    }

    pub fn tab(&self) -> Option<&Tab> {
        self.shown.and_then(|id| self.tabs.iter().find(|t| t.id == id))
    }

    pub(super) fn tab_mut(&mut self) -> Option<&mut Tab> {
        self.shown.and_then(|id| self.tabs.iter_mut().find(|t| t.id == id))
    }

    /// The theme of the window.
    pub fn theme(&self) -> Theme {
        match self.settings.theme {
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::Contrast if self.system_dark => Theme::ContrastDark,
            ThemeChoice::Contrast => Theme::Contrast,
            ThemeChoice::System if self.system_dark => Theme::Dark,
            ThemeChoice::System => Theme::Light,
        }
    }

    /// Whether nothing moves by itself.
    pub fn still(&self) -> bool {
        self.system_still || self.settings.still
    }

    /// The width of the window in points as they are with the reader's size of text.
    pub fn width(&self) -> f32 {
        self.settings.window[0] / self.settings.text_size
    }

    /// Whether there is work of the reader's that was not saved.
    pub fn unsaved(&self) -> bool {
        super::project::work(self) != self.saved
    }

    /// Whether a search is on.
    pub fn searching(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// Whether the strip "Sample article" stands under the top bar.
    pub fn sample_strip(&self) -> bool {
        !self.sample_strip_closed && self.tab().is_some_and(|t| t.origin == Origin::Sample)
    }

    pub(super) fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }
}
