//! The state of a session.

use super::project::{Place, Work};
use super::search::Hits;
use super::settings::{Settings, ThemeChoice};
pub use super::tab::{Origin, Tab, TabId, View};
use crate::article::TextSpan;
use crate::chronology::{DateOrder, Day};
use crate::layout::figure::FigureOptions;
use crate::scene::theme::Theme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// An article on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: u64,
    pub name: String,
    pub origin: Origin,
    pub published: Option<NaiveDate>,
    /// How ambiguous dates are read in it.
    pub date_order: DateOrder,
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
