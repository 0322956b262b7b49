//! Shaping with the bundled fonts: which glyphs a line takes, where each stands, and how wide the line is.
//!
//! The same shaper, versions and font bytes stand behind usvg, which draws our PNGs, and behind egui; so one measure serves all.

#[cfg(test)]
mod tests;

use super::fonts::{FAMILIES, Family, WEIGHTS};
use super::{Measure, fonts, runs};
use crate::scene::{Font, Weight};
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// One glyph of a line, in points from the line's start on its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Which font it is in.
    pub family: Family,
    pub id: u32,
    /// The bytes of the text that it draws, alone or with others.
    pub bytes: Range<usize>,
    pub x: f32,
    /// Upwards.
    pub y: f32,
    /// Where the pen stands before it, and how far it goes on after it.
    pub pen: f32,
    pub advance: f32,
}

/// A shaped line, its glyphs from left to right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub glyphs: Vec<Glyph>,
    pub width: f32,
}

/// Measures lines as figures will show them: kerned, in the bundled fonts.
pub struct FigureMeasure {
    /// By family, then by weight.
    faces: [[Option<Face>; 3]; 3],
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
}

impl Face {
    fn new(family: Family, weight: Weight) -> Option<Self> {
        let font = FontRef::new(fonts::bytes(family, weight)).ok()?;
        let data = ShaperData::new(&font);
        Some(Self { font, data })
    }

    fn has(&self, c: char) -> bool {
        self.font.charmap().map(c).is_some()
    }
}

impl Default for FigureMeasure {
    fn default() -> Self {
        Self::new()
    }
}

/// What takes the font of the letter before it: accents, and marks that have no shape of their own.
fn follows(c: char) -> bool {
    use unicode_bidi::BidiClass::{BN, NSM};
    matches!(unicode_bidi::bidi_class(c), NSM | BN) || matches!(c, '\u{200C}'..='\u{200F}' | '\u{2066}'..='\u{2069}')
}

impl FigureMeasure {
    pub fn new() -> Self {
        Self { faces: FAMILIES.map(|family| WEIGHTS.map(|weight| Face::new(family, weight))) }
    }

    fn face(&self, family: Family, weight: Weight) -> Option<&Face> {
        let [regular, medium, semi_bold] = self.faces.get(family as usize)?;
        match weight {
            Weight::Regular => regular.as_ref(),
            Weight::Medium => medium.as_ref(),
            Weight::SemiBold => semi_bold.as_ref(),
        }
    }

    /// The font that has a letter; Inter where none has it.
    fn family(&self, c: char, weight: Weight) -> Family {
        let has = |family: &Family| self.face(*family, weight).is_some_and(|face| face.has(c));
        FAMILIES.into_iter().find(has).unwrap_or(Family::Inter)
    }

    /// A run in parts of one font each, in the order of the text.
    fn parts(&self, text: &str, run: Range<usize>, weight: Weight) -> Vec<(Family, Range<usize>)> {
        let mut parts: Vec<(Family, Range<usize>)> = Vec::new();
        for (at, c) in text.get(run.clone()).unwrap_or_default().char_indices() {
            let (at, end) = (run.start + at, run.start + at + c.len_utf8());
            let last = parts.last_mut();
            let family = match &last {
                Some((family, _)) if c.is_ascii() && *family == Family::Inter => Family::Inter,
                Some((family, _)) if follows(c) => *family,
                _ => self.family(c, weight),
            };
            match last.filter(|(of, _)| *of == family) {
                Some((_, range)) => range.end = end,
                None => parts.push((family, at..end)),
            }
        }
        parts
    }

    /// Whether a line is Inter's alone and runs from left to right, as most do.
    pub fn is_plain(&self, text: &str) -> bool {
        text.is_ascii()
            || !runs::has_right_to_left(text) && text.chars().all(|c| follows(c) || self.family(c, Weight::Regular) == Family::Inter)
    }

    /// Shapes one line; what runs from right to left stands in its order among the rest.
    pub fn line(&self, text: &str, font: Font) -> Line {
        let mut line = Line::default();
        if self.is_plain(text) {
            self.shape(text, (Family::Inter, 0..text.len(), false), font, &mut line);
            return line;
        }
        for run in runs::runs(text) {
            let mut parts = self.parts(text, run.range, font.weight);
            if run.right_to_left {
                parts.reverse();
            }
            for (family, range) in parts {
                self.shape(text, (family, range, run.right_to_left), font, &mut line);
            }
        }
        line
    }

    /// Shapes a part of one direction and font at the end of a line.
    fn shape(&self, text: &str, (family, range, right_to_left): (Family, Range<usize>, bool), font: Font, line: &mut Line) {
        let Some((face, part)) = self.face(family, font.weight).zip(text.get(range.clone()).filter(|t| !t.is_empty())) else { return };
        let shaper = face.data.shaper(&face.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(part);
        buffer.set_direction(if right_to_left { harfrust::Direction::RightToLeft } else { harfrust::Direction::LeftToRight });
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let scale = font.size / shaper.units_per_em() as f32;
        let infos = shaped.glyph_infos();
        // A cluster ends where the next one in the text begins.
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let end = |start: usize| starts.get(starts.partition_point(|s| *s <= start)).copied().unwrap_or(part.len());
        let (mut x, mut y) = (0, 0);
        for (info, position) in infos.iter().zip(shaped.glyph_positions()) {
            let start = info.cluster as usize;
            line.glyphs.push(Glyph {
                family,
                id: info.glyph_id,
                bytes: range.start + start..range.start + end(start),
                x: line.width + (x + position.x_offset) as f32 * scale,
                pen: line.width + x as f32 * scale,
                y: (y + position.y_offset) as f32 * scale,
                advance: position.x_advance as f32 * scale,
            });
            x += position.x_advance;
            y += position.y_advance;
        }
        line.width += x as f32 * scale;
    }

    /// A line as the path of an SVG, for what a renderer does not order or find fonts for as we do; its baseline begins at `at`.
    pub fn path(&self, text: &str, font: Font, at: (f32, f32)) -> String {
        let mut pen = PathPen { out: String::new(), at };
        for glyph in self.line(text, font).glyphs {
            let outlines = self.face(glyph.family, font.weight).map(|face| face.font.outline_glyphs());
            pen.at = (at.0 + glyph.x, at.1 - glyph.y);
            if let Some(outline) = outlines.and_then(|all| all.get(skrifa::GlyphId::new(glyph.id))) {
                // What cannot be drawn is left blank, as a renderer of fonts would.
                let _ = outline.draw(DrawSettings::unhinted(Size::new(font.size), LocationRef::default()), &mut pen);
            }
        }
        pen.out
    }

    /// The characters that the bundled fonts cannot draw, alone or composed with their neighbours; each once, in the order of their codes.
    /// What has no shape of its own (controls, joiners, direction marks) is not counted.
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        if text.is_ascii() {
            return BTreeSet::new();
        }
        let line = self.line(text, Font { size: 1.0, weight: Weight::Regular });
        let absent = line.glyphs.iter().filter(|g| g.id == 0).flat_map(|g| text.get(g.bytes.clone()).unwrap_or_default().chars());
        let known = |c: char| FAMILIES.iter().any(|family| self.face(*family, Weight::Regular).is_some_and(|face| face.has(c)));
        absent.filter(|c| !c.is_control() && !c.is_whitespace() && !known(*c)).collect()
    }
}

/// Writes outlines as path data, y downwards.
struct PathPen {
    out: String,
    at: (f32, f32),
}

impl PathPen {
    fn add(&mut self, command: char, points: &[(f32, f32)]) {
        self.out.push(command);
        for (index, (x, y)) in points.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(self.out, "{}{:.2} {:.2}", if index > 0 { " " } else { "" }, self.at.0 + x, self.at.1 - y);
        }
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add('C', &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}

impl Measure for FigureMeasure {
    fn width(&self, text: &str, font: Font) -> f32 {
        self.line(text, font).width
    }
}
