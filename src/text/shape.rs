//! Shaping with the bundled font: which glyphs a line takes, where each stands, and how wide the line is.
//!
//! The same shaper, versions and font bytes stand behind usvg, which draws our PNGs, and behind egui; so one measure serves all.

#[cfg(test)]
mod tests;

use super::{Measure, fonts};
use crate::scene::{Font, Weight};
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider;
use std::collections::BTreeSet;

/// One glyph of a line, in points from the line's start on its baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u32,
    /// The byte of the text that it begins to draw.
    pub byte: usize,
    pub x: f32,
    /// Upwards.
    pub y: f32,
    pub advance: f32,
}

/// A shaped line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub glyphs: Vec<Glyph>,
    pub width: f32,
}

/// Measures lines as figures will show them: kerned, in the bundled font.
pub struct FigureMeasure {
    faces: [Option<Face>; 3],
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
}

impl Face {
    fn new(weight: Weight) -> Option<Self> {
        let font = FontRef::new(fonts::bytes(weight)).ok()?;
        let data = ShaperData::new(&font);
        Some(Self { font, data })
    }
}

impl Default for FigureMeasure {
    fn default() -> Self {
        Self::new()
    }
}

impl FigureMeasure {
    pub fn new() -> Self {
        Self { faces: [Weight::Regular, Weight::Medium, Weight::SemiBold].map(Face::new) }
    }

    fn face(&self, weight: Weight) -> Option<&Face> {
        let [regular, medium, semi_bold] = &self.faces;
        match weight {
            Weight::Regular => regular.as_ref(),
            Weight::Medium => medium.as_ref(),
            Weight::SemiBold => semi_bold.as_ref(),
        }
    }

    /// Shapes one line, from left to right.
    pub fn line(&self, text: &str, font: Font) -> Line {
        let Some(face) = self.face(font.weight).filter(|_| !text.is_empty()) else { return Line::default() };
        let shaper = face.data.shaper(&face.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(harfrust::Direction::LeftToRight);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let scale = font.size / shaper.units_per_em() as f32;
        let (mut x, mut y) = (0, 0);
        let mut glyphs = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push(Glyph {
                id: info.glyph_id,
                byte: info.cluster as usize,
                x: (x + position.x_offset) as f32 * scale,
                y: (y + position.y_offset) as f32 * scale,
                advance: position.x_advance as f32 * scale,
            });
            x += position.x_advance;
            y += position.y_advance;
        }
        Line { glyphs, width: x as f32 * scale }
    }

    /// The characters that the bundled font cannot draw, alone or composed with their neighbours; each once, in the order of their codes.
    /// What has no shape of its own (controls, joiners, direction marks) is not counted.
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        let Some(face) = self.face(Weight::Regular).filter(|_| !text.is_ascii()) else { return BTreeSet::new() };
        let line = self.line(text, Font { size: 1.0, weight: Weight::Regular });
        let charmap = face.font.charmap();
        let mut missing = BTreeSet::new();
        for (index, glyph) in line.glyphs.iter().enumerate().filter(|(_, g)| g.id == 0) {
            let next = line.glyphs.iter().skip(index + 1).map(|g| g.byte).find(|b| *b > glyph.byte).unwrap_or(text.len());
            let cluster = text.get(glyph.byte..next).unwrap_or_default().chars();
            missing.extend(cluster.filter(|c| !c.is_control() && !c.is_whitespace() && charmap.map(*c).is_none()));
        }
        missing
    }
}

impl Measure for FigureMeasure {
    fn width(&self, text: &str, font: Font) -> f32 {
        self.line(text, font).width
    }
}
