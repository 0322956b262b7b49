//! The project file as bytes: articles with their text, what the reader did to them, and how they are looked at (docs/PROJECT.md).

use super::history::History;
use super::state::{Origin, State, Tab};
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, PublishedCandidate, Row, TextSpan};
use crate::chronology::Status;
use crate::layout::figure::{FigureOptions, Preset, Scope};
use crate::scene::theme::Theme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// The number of the form written here. A file with a greater one was written by a newer Demarche.
pub const VERSION: u32 = 1;

/// How a project file's name ends.
pub const ENDING: &str = "demarche";

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
    #[serde(default)]
    pub corrections: History,
    #[serde(default)]
    pub view: StoredView,
}

/// An article as it was read, without the notices of reading it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredArticle {
    pub title: String,
    #[serde(default)]
    pub publisher: Option<String>,
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    pub source: String,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub published_basis: Option<Basis>,
    /// Days that may be the publication's: the day, on what it rests, the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<(String, Basis, String)>,
    /// The cells of a table of events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    pub text: String,
    /// Start and end in bytes of the UTF-8 form of the text, and the role.
    pub paragraphs: Vec<(usize, usize, Role)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Headline,
    Heading,
    Body,
    List,
    Caption,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Metadata,
    Line,
    Dateline,
    FileName,
}

/// How an article is looked at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredView {
    /// The days at the edges of the timeline.
    pub range: Option<(f64, f64)>,
    pub selected: Option<String>,
    /// Statuses that are not shown.
    pub hidden_statuses: Vec<Status>,
}

/// What was chosen for the figure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// slide, a4, half, square, or a width and a height as in 1600x900.
    pub preset: Option<String>,
    /// light, dark or grey.
    pub theme: Option<String>,
    pub title: Option<String>,
    pub all: bool,
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
pub type Work = Vec<(String, Option<NaiveDate>, History)>;

/// The work of a session.
pub fn work(state: &State) -> Work {
    state.tabs.iter().filter(|t| t.touched()).map(|t| (t.article.sha256.clone(), t.published, done(&t.history))).collect()
}

fn done(history: &History) -> History {
    History { done: history.done.clone(), undone: Vec::new() }
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
        figure: figure(&state.figure),
        newer_than: None,
    }
}

fn entry(tab: &Tab) -> Entry {
    let article = &tab.article;
    let view = &tab.view;
    let hidden = |s: &Status| !view.statuses.contains(s);
    Entry {
        article: StoredArticle {
            title: article.title.clone(),
            publisher: article.publisher.clone(),
            author: article.author.clone(),
            url: article.url.clone(),
            source: article.source.clone(),
            sha256: article.sha256.clone(),
            published: article.published.map(|d| d.to_string()),
            published_basis: basis(article.published_basis),
            candidates: article
                .published_candidates
                .iter()
                .filter_map(|c| Some((c.date.to_string(), basis(c.basis)?, c.words.clone())))
                .collect(),
            rows: article.rows.clone(),
            text: article.text.clone(),
            paragraphs: article.paragraphs.iter().map(|p| (p.span.start, p.span.end, role(p.role))).collect(),
        },
        file: match &tab.origin {
            Origin::File(path) if path.to_str().is_some() => Some(path.clone()),
            _ => None,
        },
        published: tab.published.map(|d| d.to_string()),
        corrections: tab.history.clone(),
        view: StoredView {
            range: view.range,
            selected: view.selected.clone(),
            hidden_statuses: crate::layout::explorer::STATUSES.into_iter().filter(hidden).collect(),
        },
    }
}

fn basis(basis: PublishedBasis) -> Option<Basis> {
    match basis {
        PublishedBasis::Metadata => Some(Basis::Metadata),
        PublishedBasis::Line => Some(Basis::Line),
        PublishedBasis::Dateline => Some(Basis::Dateline),
        PublishedBasis::FileName => Some(Basis::FileName),
        PublishedBasis::None | PublishedBasis::Reader => None,
    }
}

impl Basis {
    fn read(self) -> PublishedBasis {
        match self {
            Self::Metadata => PublishedBasis::Metadata,
            Self::Line => PublishedBasis::Line,
            Self::Dateline => PublishedBasis::Dateline,
            Self::FileName => PublishedBasis::FileName,
        }
    }
}

fn role(role: ParagraphRole) -> Role {
    match role {
        ParagraphRole::Headline => Role::Headline,
        ParagraphRole::Heading => Role::Heading,
        ParagraphRole::Body => Role::Body,
        ParagraphRole::List => Role::List,
        ParagraphRole::Caption => Role::Caption,
    }
}

fn figure(options: &FigureOptions) -> Figure {
    let preset = match options.preset {
        Preset::Slide => "slide".to_owned(),
        Preset::A4 => "a4".to_owned(),
        Preset::Half => "half".to_owned(),
        Preset::Square => "square".to_owned(),
        Preset::Custom { width, height } => format!("{width}x{height}"),
    };
    let theme = match options.theme {
        Theme::Dark => "dark",
        Theme::Grey => "grey",
        _ => "light",
    };
    Figure { preset: Some(preset), theme: Some(theme.to_owned()), title: options.title.clone(), all: options.scope == Scope::All }
}

impl Figure {
    /// The options that it stands for; what is not understood is as usual.
    pub fn options(&self) -> FigureOptions {
        let usual = FigureOptions::default();
        let preset = self.preset.as_deref().and_then(|p| match p {
            "slide" => Some(Preset::Slide),
            "a4" => Some(Preset::A4),
            "half" => Some(Preset::Half),
            "square" => Some(Preset::Square),
            other => {
                let side = |s: &str| s.parse::<u16>().ok().filter(|s| crate::layout::figure::SIDES.contains(s)).map(f32::from);
                other.split_once('x').and_then(|(w, h)| Some(Preset::Custom { width: side(w)?, height: side(h)? }))
            }
        });
        let theme = match self.theme.as_deref() {
            Some("dark") => Theme::Dark,
            Some("grey") => Theme::Grey,
            _ => Theme::Light,
        };
        let scope = if self.all { Scope::All } else { Scope::Main };
        FigureOptions { preset: preset.unwrap_or(usual.preset), theme, title: self.title.clone(), scope, ..usual }
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
    for entry in &project.articles {
        let text = &entry.article.text;
        let mut last = 0;
        // Words are looked up by these places.
        for (start, end, _) in &entry.article.paragraphs {
            if *start < last || start > end || text.get(*start..*end).is_none() {
                return Err(ProjectError::Damaged(format!("the paragraphs of {} do not fit its text", entry.article.source)));
            }
            last = *end;
        }
    }
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
        day(self.published.as_deref())
    }

    /// The article as it was.
    pub fn article(&self) -> Article {
        let stored = &self.article;
        let mut number = 0;
        let paragraphs = stored.paragraphs.iter().map(|(start, end, role)| {
            let role = match role {
                Role::Headline => ParagraphRole::Headline,
                Role::Heading => ParagraphRole::Heading,
                Role::Body => ParagraphRole::Body,
                Role::List => ParagraphRole::List,
                Role::Caption => ParagraphRole::Caption,
            };
            let counts = matches!(role, ParagraphRole::Body | ParagraphRole::List);
            number += u32::from(counts);
            Paragraph { span: TextSpan::new(*start, *end), role, number: counts.then_some(number) }
        });
        let published = day(stored.published.as_deref());
        Article {
            title: stored.title.clone(),
            publisher: stored.publisher.clone(),
            author: stored.author.clone(),
            url: stored.url.clone(),
            source: stored.source.clone(),
            sha256: stored.sha256.clone(),
            published,
            published_basis: published
                .map_or(PublishedBasis::None, |_| stored.published_basis.map_or(PublishedBasis::Metadata, Basis::read)),
            published_candidates: stored
                .candidates
                .iter()
                .filter_map(|(date, basis, words)| {
                    Some(PublishedCandidate { date: day(Some(date))?, basis: basis.read(), words: words.clone() })
                })
                .collect(),
            paragraphs: paragraphs.collect(),
            text: stored.text.clone(),
            rows: stored.rows.clone(),
            notices: Vec::new(),
        }
    }
}
