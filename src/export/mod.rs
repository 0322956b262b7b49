//! Scenes and chronologies become files: pictures, documents and data. Pure functions from data to text or bytes.

pub mod data;
pub mod edtf;
pub mod json;
pub mod pdf;
pub mod png;
pub mod pptx;
pub mod svg;

use crate::scene::table::TablePage;
use crate::scene::{self, Scene};
use crate::text::FigureMeasure;
use std::collections::BTreeSet;

/// Units of a figure's scene in one point (1/72 inch): the canvas of a slide is 1920 wide for 960 points.
pub const UNITS_PER_POINT: f32 = 2.0;

/// Says which characters of a figure and its table the bundled fonts lack, where they lack any, and what stands in their place.
pub fn missing_glyphs(pages: &[Scene], table: &[TablePage], measure: &FigureMeasure) -> Option<String> {
    let drawn = pages.iter().flat_map(|page| &page.shapes).chain(table.iter().flat_map(TablePage::shapes));
    let said = drawn.flat_map(|shape| scene::texts(std::slice::from_ref(shape)));
    let missing: BTreeSet<char> = said.flat_map(|text| measure.missing(&text.text)).collect();
    if missing.is_empty() {
        return None;
    }
    const NAMED: usize = 12;
    let named: Vec<String> = missing.iter().take(NAMED).map(char::to_string).collect();
    let more = missing.len().saturating_sub(NAMED);
    let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!(
        "The figure’s fonts lack {}{and_more}: boxes stand there in a PNG, a PDF and a copied figure, letters of the machine that opens it \
         in an SVG and a PPTX",
        named.join(" ")
    ))
}
