//! What is remembered from one start to the next; the shell writes it as JSON.

use super::state::{Fold, Origin, State};
use super::words;
use crate::chronology::DateOrder;
use crate::chronology::dates::DateLanguage;
use crate::layout::explorer::Lanes;
use crate::layout::figure::{FigureOptions, Layout, Parts, Preset, Scope};
use crate::scene::theme::Theme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
pub const RECENT: usize = 12;

/// How a theme is written in the settings: scenes know nothing of files.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Theme")]
enum ThemeName {
    Light,
    Dark,
    Grey,
    Contrast,
    ContrastDark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
    /// Black on white, or white on black where the system is dark.
    Contrast,
}

/// A file that was open, with the publication date that the reader set for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFile {
    pub path: PathBuf,
    /// ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

impl OpenFile {
    pub fn published_day(&self) -> Option<NaiveDate> {
        self.published.as_deref().and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok())
    }
}

/// A pasted article, kept in a file of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPaste {
    /// The file of ours that holds its text or its page.
    pub path: PathBuf,
    /// Its headline, by which the reader knows it.
    pub title: String,
}

/// What the reader chose for figures, which goes for every article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoices {
    pub preset: Preset,
    #[serde(with = "ThemeName")]
    pub theme: Theme,
    pub layout: Layout,
    pub lanes: Lanes,
    pub parts: Parts,
    /// Of the dates in figures and exports.
    pub language: DateLanguage,
    pub all: bool,
    /// The ending of what is written, with its dot.
    pub ending: String,
    /// Pixels of a PNG in a unit of the figure, 1 to 4.
    pub pixels: u8,
}

impl Default for ExportChoices {
    fn default() -> Self {
        Self {
            preset: Preset::default(),
            theme: Theme::default(),
            layout: Layout::default(),
            lanes: Lanes::default(),
            parts: Parts::default(),
            language: DateLanguage::default(),
            all: false,
            ending: ".png".to_owned(),
            pixels: 2,
        }
    }
}

impl ExportChoices {
    /// Notes what of a figure's options is not of one article.
    pub fn note(&mut self, options: &FigureOptions) {
        let FigureOptions { preset, theme, layout, lanes, parts, language, .. } = *options;
        *self = Self { preset, theme, layout, lanes, parts, language, all: options.scope == Scope::All, ..self.clone() };
    }

    /// The options of a figure to begin with.
    pub fn options(&self) -> FigureOptions {
        let scope = if self.all { Scope::All } else { Scope::Main };
        let Self { preset, theme, layout, lanes, parts, language, .. } = *self;
        FigureOptions { preset, theme, layout, lanes, parts, language, scope, ..FigureOptions::default() }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub export: ExportChoices,
    pub theme: ThemeChoice,
    pub date_order: DateOrder,
    /// Whether nothing moves by itself, whatever the system asks for.
    pub still: bool,
    /// Factor on all sizes; 1 is 100 %.
    pub text_size: f32,
    pub article_width: f32,
    pub detail_width: f32,
    pub article: Fold,
    pub detail: Fold,
    pub window: [f32; 2],
    pub recent: Vec<PathBuf>,
    /// Files of ours that hold what was pasted, until they are deleted.
    pub pasted: Vec<KeptPaste>,
    pub open: Vec<OpenFile>,
    /// The project that was open, in place of files.
    pub project: Option<PathBuf>,
    /// Which of `open` was shown.
    pub shown: usize,
    /// Whether the sample was open.
    pub sample: bool,
    /// Whether the program has been started before; the first start opens the sample.
    pub started: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            export: ExportChoices::default(),
            theme: ThemeChoice::System,
            date_order: DateOrder::Automatic,
            still: false,
            text_size: 1.0,
            article_width: 320.0,
            detail_width: 312.0,
            article: Fold::Auto,
            detail: Fold::Auto,
            window: [1440.0, 900.0],
            recent: Vec::new(),
            pasted: Vec::new(),
            open: Vec::new(),
            project: None,
            shown: 0,
            sample: false,
            started: false,
        }
    }
}

impl Settings {
    /// What a session would have remembered: what is open, and what is on its way.
    pub fn of(state: &State) -> Self {
        let on_its_way = state.jobs.iter().filter(|j| !state.tabs.iter().any(|t| t.origin == j.origin));
        let mut all: Vec<(u64, &Origin, Option<NaiveDate>)> = state.tabs.iter().map(|t| (t.asked, &t.origin, t.published)).collect();
        all.extend(on_its_way.map(|j| (j.id, &j.origin, j.published)));
        all.sort_by_key(|(asked, ..)| *asked);
        // What is about to be shown goes before what is shown until then.
        let wanted = state.jobs.iter().find(|j| Some(j.id) == state.show_when_read).map(|j| &j.origin);
        let wanted = wanted.or(state.tab().map(|t| &t.origin));
        let mut open = Vec::new();
        let mut shown = 0;
        for (_, origin, published) in &all {
            if let Some(path) = origin.path()
                && path.to_str().is_some()
            {
                if Some(*origin) == wanted {
                    shown = open.len();
                }
                open.push(OpenFile { path: path.clone(), published: published.map(|d| d.format("%Y-%m-%d").to_string()) });
            }
        }
        let sample = all.iter().any(|(_, origin, _)| **origin == Origin::Sample);
        let project = state.project.as_ref().map(|p| p.path.clone()).filter(|p| p.to_str().is_some());
        // A project opens its own articles again.
        let (open, sample) = if project.is_some() { (Vec::new(), false) } else { (open, sample) };
        Self { open, project, shown, sample, started: true, ..state.settings.clone() }
    }

    /// Adds the recent articles and kept pastes that another window has written; `known` are all that this one has had itself, and has
    /// let go where it has them no more.
    pub fn with_those_of(mut self, other: &Self, known: &BTreeSet<PathBuf>) -> Self {
        self.pasted.extend(other.pasted.iter().filter(|p| !known.contains(&p.path)).cloned());
        let room = RECENT.saturating_sub(self.recent.len());
        self.recent.extend(other.recent.iter().filter(|p| !known.contains(*p)).take(room).cloned());
        self
    }

    /// The paths of what is recent and of what is kept.
    pub fn known(&self) -> impl Iterator<Item = &PathBuf> {
        self.recent.iter().chain(self.pasted.iter().map(|p| &p.path))
    }

    /// Puts a file at the head of the recent ones; gives those for which there is no place any more.
    pub fn remember(&mut self, path: PathBuf) -> Vec<PathBuf> {
        if path.to_str().is_none() {
            return Vec::new();
        }
        self.recent.retain(|p| *p != path);
        self.recent.insert(0, path);
        self.recent.split_off(self.recent.len().min(RECENT))
    }

    /// Puts the pastes that were open among the recent articles.
    pub fn remember_open_pastes(&mut self) {
        let open: Vec<PathBuf> = self.open.iter().map(|f| f.path.clone()).collect();
        for path in open.into_iter().rev().filter(|p| self.pasted_at(p).is_some() && !self.recent.contains(p)).collect::<Vec<_>>() {
            self.remember(path);
        }
    }

    /// The pasted article that is kept at a path.
    pub fn pasted_at(&self, path: &Path) -> Option<&KeptPaste> {
        self.pasted.iter().find(|p| p.path == path)
    }

    /// Notes what is kept of a paste.
    pub fn keep_paste(&mut self, path: PathBuf, title: String) {
        if path.to_str().is_some() {
            self.pasted.retain(|p| p.path != path);
            self.pasted.push(KeptPaste { path, title });
        }
    }

    /// Whether a path is open or among the recent articles.
    pub fn wants(&self, path: &Path) -> bool {
        self.recent.iter().any(|p| p == path) || self.open.iter().any(|f| f.path == path) || self.project.as_deref() == Some(path)
    }

    /// What a recent article is called, and a word for what it is.
    pub fn recent_name(&self, path: &Path) -> (String, &'static str) {
        match self.pasted_at(path) {
            Some(pasted) => (pasted.title.clone(), "pasted"),
            None => (words::file_name(path), "recent"),
        }
    }

    /// The same with every number within its bounds, whatever the file said.
    pub fn checked(mut self) -> Self {
        let within = |value: f32, low: f32, high: f32, default: f32| if value.is_finite() { value.clamp(low, high) } else { default };
        self.text_size = within(self.text_size, 0.8, 2.0, 1.0);
        self.article_width = within(self.article_width, 220.0, 640.0, 320.0);
        self.detail_width = within(self.detail_width, 260.0, 560.0, 312.0);
        self.window = [within(self.window[0], 640.0, 7680.0, 1440.0), within(self.window[1], 480.0, 4320.0, 900.0)];
        self.recent.truncate(RECENT);
        self.export.pixels = self.export.pixels.clamp(1, 4);
        self
    }
}
