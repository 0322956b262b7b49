//! Sizes of type, margins and marks of each page.

use super::Preset;
use crate::layout::line::font;
use crate::scene::{Font, Weight};

/// The measures of one page, in canvas units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub width: f32,
    pub height: f32,
    pub margin: f32,
    pub title: f32,
    pub subtitle: f32,
    /// Of an event that has rows of its own; a line of a cascade or a list is smaller.
    pub event: f32,
    pub date: f32,
    /// Smallest text of the page.
    pub small: f32,
    /// Sizes of a cascade's or a list's line.
    pub line: (f32, f32),
    /// Scale of the marks.
    pub k: f32,
    /// Width of hairlines.
    pub hair: f32,
}

impl Style {
    pub fn of(preset: Preset) -> Self {
        match preset {
            Preset::Slide => Self {
                width: 1920.0,
                height: 1080.0,
                margin: 96.0,
                title: 56.0,
                subtitle: 32.0,
                event: 40.0,
                date: 30.0,
                small: 28.0,
                line: (32.0, 28.0),
                k: 2.2,
                hair: 2.0,
            },
            Preset::A4 => Self {
                width: 1684.0,
                height: 1190.0,
                margin: 80.0,
                title: 40.0,
                subtitle: 22.0,
                event: 30.0,
                date: 23.0,
                small: 18.0,
                line: (22.0, 19.0),
                k: 1.8,
                hair: 1.0,
            },
            Preset::Half => Self {
                width: 1190.0,
                height: 842.0,
                margin: 72.0,
                title: 34.0,
                subtitle: 20.0,
                event: 24.0,
                date: 19.0,
                small: 18.0,
                line: (21.0, 19.0),
                k: 1.7,
                hair: 1.0,
            },
            Preset::Square => Self {
                width: 1200.0,
                height: 1200.0,
                margin: 72.0,
                title: 40.0,
                subtitle: 24.0,
                event: 28.0,
                date: 22.0,
                small: 20.0,
                line: (22.0, 20.0),
                k: 1.8,
                hair: 1.0,
            },
            Preset::Custom { width, height } => Self::custom(width, height),
        }
    }

    /// A page of any size: A4's measures grown or shrunk with its area, its smallest text never under 9 points.
    fn custom(width: f32, height: f32) -> Self {
        let side =
            |x: f32| if x.is_finite() { x.clamp(f32::from(*super::SIDES.start()), f32::from(*super::SIDES.end())).round() } else { 1200.0 };
        let (width, height) = (side(width), side(height));
        let a4 = Self::of(Preset::A4);
        let factor = ((width * height) / (a4.width * a4.height)).sqrt();
        let grown = |size: f32| (size * factor).round().max(18.0);
        Self {
            width,
            height,
            margin: (a4.margin * factor).round().clamp(32.0, 200.0),
            title: grown(a4.title).max(24.0),
            subtitle: grown(a4.subtitle),
            event: grown(a4.event),
            date: grown(a4.date),
            small: grown(a4.small),
            line: (grown(a4.line.0), grown(a4.line.1)),
            k: (a4.k * factor).clamp(1.6, 9.0),
            hair: factor.round().max(1.0),
        }
    }

    pub fn title_font(&self, size: f32) -> Font {
        font(size, Weight::SemiBold)
    }

    pub fn small_font(&self) -> Font {
        font(self.small, Weight::Regular)
    }
}
