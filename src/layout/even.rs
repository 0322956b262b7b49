//! A measure for tests: every letter is half as wide as the font is large.

use crate::scene::{Font, Weight};
use crate::text::Measure;

pub struct Even;

impl Measure for Even {
    fn width(&self, text: &str, font: Font) -> f32 {
        text.chars().count() as f32 * font.size * 0.5
    }
}

pub const TEN: Font = Font { size: 10.0, weight: Weight::Regular };
