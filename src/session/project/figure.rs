//! What was chosen for figures and exports, as a project keeps it.

use crate::chronology::dates::DateLanguage;
use crate::layout::explorer::Lanes;
use crate::layout::figure::{FigureOptions, Layout, Parts, Preset, Scope, size};
use crate::scene::theme::Theme;
use crate::session::settings::ExportChoices;
use serde::{Deserialize, Serialize};

/// What is not given, or not understood, is as usual.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// slide, a4, half, square, or a width and a height as in 1600x900.
    pub preset: Option<String>,
    /// light, dark or grey.
    pub theme: Option<String>,
    pub layout: Layout,
    pub lanes: Lanes,
    pub parts: Parts,
    /// Of the dates, in ISO 639-1.
    pub language: DateLanguage,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub caption: Option<String>,
    pub source: Option<String>,
    /// All events, on as many pages as they need.
    pub all: bool,
    /// Only the events of these ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// Only what touches these days, fractions allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<(f64, f64)>,
    /// The ending of what is written, with its dot.
    pub ending: Option<String>,
    /// Pixels of a PNG in a unit of the figure, 1 to 4.
    pub pixels: Option<u8>,
}

impl Figure {
    pub fn new(options: &FigureOptions, choices: &ExportChoices) -> Self {
        let FigureOptions { preset, theme, layout, lanes, scope, parts, language, title, subtitle, caption, source } = options.clone();
        let preset = match preset {
            Preset::Slide => "slide".to_owned(),
            Preset::A4 => "a4".to_owned(),
            Preset::Half => "half".to_owned(),
            Preset::Square => "square".to_owned(),
            Preset::Custom { width, height } => format!("{width}x{height}"),
        };
        let theme = match theme {
            Theme::Dark => "dark",
            Theme::Grey => "grey",
            Theme::Light | Theme::Contrast | Theme::ContrastDark => "light",
        };
        let (all, only, within) = match scope {
            Scope::Main => (false, Vec::new(), None),
            Scope::All => (true, Vec::new(), None),
            Scope::Only(ids) => (false, ids, None),
            Scope::Within(from, to) => (false, Vec::new(), Some((from, to))),
        };
        let (preset, theme) = (Some(preset), Some(theme.to_owned()));
        let (ending, pixels) = (Some(choices.ending.clone()), Some(choices.pixels));
        Self { preset, theme, layout, lanes, parts, language, title, subtitle, caption, source, all, only, within, ending, pixels }
    }

    /// The options that it stands for.
    pub fn options(&self) -> FigureOptions {
        let theme = match self.theme.as_deref() {
            Some("dark") => Theme::Dark,
            Some("grey") => Theme::Grey,
            _ => Theme::Light,
        };
        let scope = match self.within.filter(|(from, to)| from.is_finite() && to.is_finite() && from < to) {
            Some((from, to)) => Scope::Within(from, to),
            None if !self.only.is_empty() => Scope::Only(self.only.clone()),
            None if self.all => Scope::All,
            None => Scope::Main,
        };
        FigureOptions {
            preset: self.preset.as_deref().and_then(|p| size::preset(p).ok()).unwrap_or_default(),
            theme,
            layout: self.layout,
            lanes: self.lanes,
            scope,
            parts: self.parts,
            language: self.language,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            caption: self.caption.clone(),
            source: self.source.clone(),
        }
    }

    /// What is written next, where it was chosen.
    pub fn note(&self, choices: &mut ExportChoices) {
        if let Some(ending) = self.ending.as_ref().filter(|e| e.starts_with('.')) {
            choices.ending.clone_from(ending);
        }
        choices.pixels = self.pixels.map_or(choices.pixels, |n| n.clamp(1, 4));
    }
}
