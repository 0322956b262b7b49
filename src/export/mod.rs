//! Scenes and chronologies become files: pictures, documents and data. Pure functions from data to text or bytes.

pub mod data;
pub mod edtf;
pub mod json;
pub mod pdf;
pub mod png;
pub mod pptx;
pub mod svg;

use crate::article::{Notice, Severity};
use crate::scene::{Scene, Shape};
use crate::text::FigureMeasure;
use std::collections::BTreeSet;

/// Units of a figure's scene in one point (1/72 inch): the canvas of a slide is 1920 wide for 960 points.
pub const UNITS_PER_POINT: f32 = 2.0;

/// Says which characters of a figure the bundled font lacks, where it lacks any.
pub fn missing_glyphs(scene: &Scene, measure: &FigureMeasure) -> Option<Notice> {
    let mut missing = BTreeSet::new();
    collect_missing(&scene.shapes, measure, &mut missing);
    if missing.is_empty() {
        return None;
    }
    const NAMED: usize = 12;
    let named: Vec<String> = missing.iter().take(NAMED).map(char::to_string).collect();
    let more = missing.len().saturating_sub(NAMED);
    let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(Notice {
        code: "missing-glyphs",
        severity: Severity::Warning,
        text: format!(
            "The figure's font, Inter, lacks {}{and_more}: PNG shows boxes there, SVG the font of the program that opens it",
            named.join(" ")
        ),
    })
}

fn collect_missing(shapes: &[Shape], measure: &FigureMeasure, missing: &mut BTreeSet<char>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => missing.append(&mut measure.missing(&text.text)),
            Shape::Group(group) => collect_missing(&group.shapes, measure, missing),
            _ => {}
        }
    }
}
