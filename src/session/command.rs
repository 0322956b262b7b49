//! What a reader can do, and what the shell is asked to do about it.

use super::filter::Facet;
use super::listing::{Column, ListPlace};
use super::project::{Extraction, Place, Project, Work};
use super::settings::{Settings, ThemeChoice};
use super::state::{Field, Problem, Sheet, TabId};
use crate::article::{Article, TextSpan};
use crate::chronology::corrections::Change;
use crate::chronology::{Chronology, DateOrder, Status};
use crate::layout::explorer::{Lanes, Scale};
use crate::layout::figure::FigureOptions;
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

/// What the clipboard held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clip {
    pub html: Option<String>,
    pub text: Option<String>,
}

/// Where the bytes of an article come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Sample,
    File(PathBuf),
    Pasted(Clip),
    /// What was pasted earlier, from the file in which it was kept.
    Kept(PathBuf),
}

/// An article with what was read out of it.
#[derive(Debug, Clone)]
pub struct Reading {
    pub article: Article,
    pub chronology: Chronology,
    /// The file in which a pasted article is kept.
    pub kept: Option<PathBuf>,
}

/// From one event to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    Previous,
    First,
    Last,
}

/// A project as read from its file, with what was read out of its articles.
#[derive(Debug, Clone)]
pub struct LoadedProject {
    pub project: Project,
    pub place: Place,
    /// Beside its articles.
    pub readings: Vec<Extraction>,
}

#[derive(Debug, Clone)]
pub enum Command {
    // Opening.
    AskOpen,
    Open(Vec<PathBuf>),
    /// Like `Open`, with publication dates that the reader set earlier.
    Reopen {
        files: Vec<super::OpenFile>,
        /// Which of them is shown.
        shown: usize,
    },
    OpenSample,
    /// Asks for the clipboard; `text` is what the system gave along with the key, where it did.
    Paste {
        text: Option<String>,
    },
    Pasted(Clip),
    Loaded {
        job: u64,
        result: Result<Box<Reading>, String>,
    },
    Extracted {
        tab: TabId,
        generation: u64,
        chronology: Box<Chronology>,
    },
    /// Extracting again met a fault; what was shown stays.
    NotExtracted {
        tab: TabId,
        generation: u64,
        text: String,
    },
    Abandon(u64),
    /// Empties the list of recent articles; what is open stays.
    ForgetRecent,
    Show(TabId),
    Close(TabId),
    /// All open articles on one timeline, in a tab of its own.
    MergeTabs,
    /// The tab before or after the one shown.
    Cycle {
        forward: bool,
    },

    // Looking.
    Select(Option<String>),
    Step(Step),
    Hover(Option<String>),
    ShowInArticle(TextSpan),
    /// The reader has scrolled to what `ShowInArticle` or a selection asked for.
    Revealed,
    SetRange(f64, f64),
    ZoomTo(String),
    Fit,
    /// The selection has been brought into view in the lanes.
    EventRevealed,
    Scroll(f32),
    SetLanes(Lanes),
    SetScale(Scale),
    /// Chooses a value of a facet, or takes it back.
    ToggleFilter(Facet, String),
    ClearFilter,
    SetList(ListPlace),
    SortBy(Column),
    /// Draws the order told as arrows, or no more.
    ToggleArrows,
    ToggleStatus(Status),
    ShowAllStatuses,
    Search(String),
    NextHit {
        forward: bool,
    },
    CloseSearch,

    // The publication date.
    EditPublication,
    TypePublication(String),
    AcceptPublication,
    SetPublication(Option<NaiveDate>),
    CancelPublication,

    // Projects.
    Save,
    SaveAs,
    /// Writes the project to a path; `replace` says that a file there may be replaced.
    SaveProjectTo {
        path: PathBuf,
        replace: bool,
    },
    ProjectSaved {
        work: u64,
        place: Place,
        saved: Work,
    },
    /// Somebody else has written the file since it was read; nothing was overwritten.
    ProjectChanged {
        work: u64,
        path: PathBuf,
    },
    /// Saves beside the file that somebody else has changed, under a name that is free.
    KeepBoth,
    /// Writes over what somebody else has written.
    ReplaceTheirs,
    /// The system showed no dialog for saving a project: its path is to be typed.
    AskProjectPath(PathBuf),
    ProjectLoaded {
        job: u64,
        recovered: bool,
        result: Result<Box<LoadedProject>, String>,
    },
    /// Unsaved work of an earlier start was found.
    Recoverable {
        path: PathBuf,
        name: String,
    },
    Recover,
    ForgetRecovery,
    /// Unsaved work is saved, then what waits for it is done.
    SaveAndGoOn,
    /// Unsaved work is given up.
    DiscardAndGoOn,
    /// What waited is not done.
    StayHere,
    /// The file of a tab has changed on disk.
    FileChanged(PathBuf),
    /// Reads the file of a tab again.
    Reread(TabId),
    /// Leaves a tab as it is though its file has changed.
    KeepAsRead(TabId),
    SetDateOrder(DateOrder),

    // Corrections.
    /// Does something to an event of the shown article.
    Correct {
        event: String,
        change: Change,
    },
    /// The same to the selected event.
    CorrectSelected(Change),
    /// Opens a field of the selected event for typing.
    EditField(Field),
    TypeField(String),
    AcceptField,
    CancelField,
    /// Marks words of the shown article, or none.
    Mark(Option<TextSpan>),
    /// Makes an event of words of the article.
    Add(TextSpan),
    /// Makes an event of the marked words.
    AddMarked,
    /// The second event tells what the first does.
    Merge {
        event: String,
        other: String,
    },
    /// Parts an event: the sentence at an index of its evidence tells another.
    Split {
        event: String,
        evidence: usize,
    },
    Undo,
    Redo,
    /// Undoes or redoes until so many corrections are done.
    GoTo(usize),
    /// Opens or closes the review.
    Review(bool),
    ReviewStep {
        forward: bool,
    },
    /// Marks the selected event as checked, or takes that back; in the review, goes on to the next.
    ToggleChecked,
    /// Hides the selected event; in the review, goes on to the next.
    HideSelected,

    // Out.
    /// The figure of Brief view.
    CopyFigure,
    /// The figure as chosen in the export.
    CopyChosenFigure,
    CopyAllAsText,
    CopyEventAsText(String),
    SetFigure(FigureOptions),
    /// What is written next: the ending that asks for it, and the pixels of a PNG in a unit of the figure.
    SetFormat {
        ending: String,
        pixels: u8,
    },
    Export,
    ExportTo {
        path: PathBuf,
        /// Whether the reader has agreed that a file at this path is replaced.
        replace: bool,
    },
    /// What became of work that the reader waits for: one sentence.
    Done {
        work: u64,
        said: String,
    },
    /// The work that the reader waits for has failed.
    NotDone {
        work: u64,
        problem: Problem,
    },
    Failed(Problem),
    CloseProblem(usize),
    CloseAllProblems,
    CopyProblem(usize),

    // The window.
    ToggleArticle,
    ToggleDetail,
    ResizeArticle(f32),
    ResizeDetail(f32),
    SetTheme(ThemeChoice),
    ToggleTheme,
    SystemTheme {
        dark: bool,
    },
    SystemStill(bool),
    ToggleStill,
    SetTextSize(f32),
    WindowResized(f32, f32),
    Brief(bool),
    OpenSheet(Sheet),
    CloseSheet,
    TypePath(String),
    /// Opens the typed path, or writes the figure to it.
    AcceptPath,
    /// The system showed no dialog for files: a path is to be typed.
    AskPath,
    /// The system showed no dialog for a figure: its path is to be typed, beginning from this one.
    AskSavePath(PathBuf),
    CloseSampleStrip,
    /// Esc: closes what lies on top, then the search, then the selection.
    Back,
    Quit,
}

/// What the shell does on behalf of the session. Each answer comes back as a `Command`.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Shows the system's dialog and answers with `Open`.
    AskOpen,
    /// Loads and extracts off the window's thread; answers with `Loaded`.
    Read {
        job: u64,
        source: Source,
        published: Option<NaiveDate>,
        date_order: DateOrder,
    },
    /// Extracts again; answers with `Extracted`.
    Extract {
        tab: TabId,
        generation: u64,
        article: Arc<Article>,
        published: Option<NaiveDate>,
        date_order: DateOrder,
    },
    /// The result of a job is no longer wanted.
    Abandon(u64),
    /// Answers with `Pasted`.
    ReadClipboard {
        text: Option<String>,
    },
    CopyText(String),
    /// A path as it was typed, which may count from where the program was started; answers with `Open`.
    OpenTyped(PathBuf),
    /// Renders the figure and puts it on the clipboard; answers with `Done` or `NotDone`.
    CopyFigure {
        work: u64,
        article: Arc<Article>,
        chronology: Arc<Chronology>,
        options: FigureOptions,
    },
    /// Shows the system's dialog and answers with `ExportTo`.
    AskExport {
        suggested: String,
        /// Of the format chosen.
        ending: String,
    },
    /// Writes the figure in the format of the path's ending; answers with `Done` or `NotDone`.
    Export {
        work: u64,
        path: PathBuf,
        /// The ending that a path without one of a format gets: that of the format chosen, with its dot.
        ending: String,
        /// Whether a file at exactly this path may be replaced; no other is.
        replace: bool,
        article: Arc<Article>,
        chronology: Arc<Chronology>,
        options: FigureOptions,
        /// Pixels of a PNG in a unit of the figure.
        pixels: u8,
    },
    /// Shows the system's dialog and answers with `SaveProjectTo`.
    AskSaveProject {
        suggested: String,
    },
    /// Writes a project in one step; answers with `ProjectSaved`, `ProjectChanged` or `NotDone`.
    SaveProject {
        work: u64,
        path: PathBuf,
        project: Box<Project>,
        /// The reader's work in it.
        saved: Work,
        /// The fingerprint that the file must still have; none writes over whatever is there, if `replace` allows.
        expected: Option<String>,
        replace: bool,
        /// Takes a free name beside `path` instead.
        beside: bool,
    },
    /// Reads a project and its articles off the window's thread; answers with `ProjectLoaded`.
    ReadProject {
        job: u64,
        path: PathBuf,
        recovered: bool,
    },
    /// Keeps unsaved work for a later start, or with none forgets what was kept.
    KeepForRecovery(Option<Box<Project>>),
    /// Deletes what an earlier start has left behind.
    DeleteRecovery {
        path: PathBuf,
        /// Only once the unsaved work of now, which holds it, has been kept: it may be the only copy.
        once_kept: bool,
    },
    SaveSettings(Settings),
    /// Deletes kept pastes that are neither open nor recent any more: these, and no others.
    Delete(Vec<PathBuf>),
    Quit,
}
