//! Figures for briefs: the whole timeline on a page of a preset size.

use crate::article::Article;
use crate::chronology::Chronology;
use crate::scene::{Scene, theme::Theme};
use crate::text::Measure;

/// The page. Scenes of figures are in the canvas units of the design, 2 to a point.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Preset {
    /// 16:9, 1920 × 1080.
    #[default]
    Slide,
    /// A4 landscape, 1684 × 1190.
    A4,
    /// Half an A4 page, 1190 × 842.
    Half,
    /// 1200 × 1200.
    Square,
    Custom {
        width: f32,
        height: f32,
    },
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureOptions {
    pub preset: Preset,
    pub theme: Theme,
    /// The headline verbatim unless given.
    pub title: Option<String>,
    /// All events, on as many pages as they need, not only the main ones.
    pub all: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    pub pages: Vec<Scene>,
    pub theme: Theme,
    pub shown: usize,
    pub total: usize,
    pub unplaced: usize,
}

/// Lays a figure out.
pub fn figure(_article: &Article, _chronology: &Chronology, options: &FigureOptions, _measure: &dyn Measure) -> Figure {
    Figure { theme: options.theme, ..Figure::default() }
}
