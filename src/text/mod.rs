//! Fonts, shaping and measuring for figures.

pub mod fonts;
mod remembered;
pub mod runs;
mod shape;

pub use remembered::Remembered;
pub use shape::{FigureMeasure, Glyph, Line};

use crate::scene::Font;

/// How wide a line of text is, in points. The window measures with egui, figures with the bundled font.
pub trait Measure {
    fn width(&self, text: &str, font: Font) -> f32;
}
