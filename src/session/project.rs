//! The project file as bytes: articles with their text, what the reader did to them, and how they are looked at (docs/PROJECT.md).

mod article;
mod figure;
mod kept;
mod view;

pub use article::{Basis, Role, StoredArticle};
pub use figure::Figure;
pub use kept::{Extraction, Kept};
pub use view::StoredView;

use super::history::History;
use super::state::{Origin, State, Tab};
use crate::article::Article;
use crate::chronology::DateOrder;
use crate::chronology::corrections::{Change, Correction, Target, TextQuote};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The number of the form written here. A file with a greater one was written by a newer Demarche.
pub const VERSION: u32 = 1;

/// How a project file's name ends.
pub const ENDING: &str = "demarche";

/// Whether a path is that of a project, by its ending.
pub fn is_named(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ENDING))
}

/// The largest project file that is read, in bytes.
pub const LARGEST: u64 = 400_000_000;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Says what the file is.
    pub demarche_project: u32,
    /// Who wrote it, for people who look into the file.
    pub generator: String,
    pub articles: Vec<Entry>,
    /// Which of them is shown.
    #[serde(default)]
    pub shown: usize,
    #[serde(default)]
    pub figure: Figure,
    /// In a file kept for recovery: the project of which it is the newer state, and that file's fingerprint then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer_than: Option<Place>,
}

/// A project file and the fingerprint of what was last read from it or written to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub path: PathBuf,
    pub digest: String,
}

/// An article with the reader's work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub article: StoredArticle,
    /// The file from which it was read; none for what was pasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
    /// The publication date that the reader set, in ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// How ambiguous dates were read.
    #[serde(default)]
    pub date_order: DateOrder,
    #[serde(default)]
    pub corrections: History,
    #[serde(default)]
    pub view: StoredView,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "kept::if_understood")]
    pub extraction: Option<Kept>,
}

/// Why bytes are no project. Each reads on after the file's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProjectError {
    #[error(
        "was written by a newer Demarche (form {0}, this one reads up to {VERSION}): update Demarche to open it; the file is left as it is"
    )]
    Newer(u32),
    #[error("is damaged ({0}): open a copy from a backup; the file is left as it is")]
    Damaged(String),
    #[error("is not a Demarche project: open it as an article, or choose a file that Demarche saved")]
    NotOne,
}

/// What is work of the reader's: when it differs from what was saved, there is something to save.
pub type Work = Vec<(String, History)>;

/// The work of a session.
pub fn work(state: &State) -> Work {
    state.tabs.iter().filter(|t| t.touched()).map(work_of).collect()
}

/// What the reader did to one article.
pub fn work_of(tab: &Tab) -> (String, History) {
    (tab.article.sha256.clone(), History { done: tab.history.done.clone(), undone: Vec::new() })
}

/// A session as `of` gives it, with what was read out of its articles, so that it opens at once.
pub fn with_extractions(state: &State) -> Project {
    let mut project = of(state);
    let tabs = state.tabs.iter().filter(|t| t.parts.is_empty());
    for (entry, tab) in project.articles.iter_mut().zip(tabs) {
        // A table is read as fast as what was read out of it; what is being read again is not kept.
        if tab.article.rows.is_empty() && !tab.reading() {
            entry.keep(&tab.extraction);
        }
    }
    project
}

/// A session's articles with the reader's work, ready to be written.
pub fn of(state: &State) -> Project {
    let tabs: Vec<&Tab> = state.tabs.iter().filter(|t| t.parts.is_empty()).collect();
    let shown = tabs.iter().position(|t| Some(t.id) == state.shown).unwrap_or(0);
    Project {
        demarche_project: VERSION,
        generator: concat!("demarche ", env!("CARGO_PKG_VERSION")).to_owned(),
        articles: tabs.into_iter().map(entry).collect(),
        shown,
        figure: Figure::new(&state.figure, &state.settings.export),
        newer_than: None,
    }
}

fn entry(tab: &Tab) -> Entry {
    Entry {
        article: StoredArticle::from(&*tab.article),
        file: match &tab.origin {
            Origin::File(path) if path.to_str().is_some() => Some(path.clone()),
            _ => None,
        },
        published: tab.published.map(|d| d.to_string()),
        date_order: tab.date_order,
        corrections: tab.history.clone(),
        view: StoredView::from(&tab.view),
        extraction: None,
    }
}

/// A project as the bytes of a file.
pub fn bytes(project: &Project) -> Vec<u8> {
    // Plain data of our own cannot fail to be written.
    let mut bytes = serde_json::to_vec_pretty(project).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Whether bytes look like a project, from their first ones.
pub fn is_project(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(200)).unwrap_or(bytes);
    String::from_utf8_lossy(head).contains("\"demarche_project\"")
}

/// Reads a project.
///
/// # Errors
/// Where it was written by a newer Demarche, is damaged, or is no project.
pub fn read(bytes: &[u8]) -> Result<Project, ProjectError> {
    #[derive(Deserialize)]
    struct Head {
        demarche_project: u32,
    }
    let named = is_project(bytes);
    match serde_json::from_slice::<Head>(bytes) {
        Ok(head) if head.demarche_project > VERSION => return Err(ProjectError::Newer(head.demarche_project)),
        Ok(_) => {}
        Err(_) if !named => return Err(ProjectError::NotOne),
        Err(error) => return Err(ProjectError::Damaged(format!("line {}", error.line()))),
    }
    let project: Project = serde_json::from_slice(bytes).map_err(|e| ProjectError::Damaged(format!("line {}", e.line())))?;
    project.articles.iter().try_for_each(|entry| entry.article.check())?;
    Ok(project)
}

/// A fingerprint of bytes, by which it is seen that somebody else has changed a file.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

fn day(text: Option<&str>) -> Option<NaiveDate> {
    text.and_then(|t| NaiveDate::parse_from_str(t, "%Y-%m-%d").ok())
}

impl Entry {
    /// The publication date that the reader set.
    pub fn published(&self) -> Option<NaiveDate> {
        self.history().published()
    }

    /// What the reader did. Of a file in which the publication date that was set is no correction yet, it is the first.
    pub fn history(&self) -> History {
        let mut history = self.corrections.clone();
        let among = history.all().any(|(c, _)| matches!(c.change, Change::Published(_)));
        if let Some(date) = day(self.published.as_deref()).filter(|_| !among) {
            let title = self.article.title.clone();
            let target = Target { event: String::new(), quote: TextQuote::default(), title };
            history.done.insert(0, Correction { target, change: Change::Published(Some(date)) });
        }
        history
    }

    /// The article as it was.
    pub fn article(&self) -> Article {
        self.article.article()
    }
}
