//! Single lines of text, placed by their baseline as the design places them.

use super::fonts;
use super::style::color;
use crate::article::TextSpan;
use crate::scene::theme::Theme;
use crate::scene::{Align, Font, Ink};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Painter, Pos2, pos2};
use std::sync::Arc;

/// The baseline of a line whose middle is at `middle`.
pub fn baseline(middle: f32, font: Font) -> f32 {
    (middle + 0.36 * font.size).round()
}

/// A line laid out without its colour, which is given when it is painted.
pub fn line(painter: &Painter, text: &str, font: Font) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), fonts::id(font), Color32::PLACEHOLDER)
}

/// A line cut with "…" where it is wider than it may be.
pub fn elided(painter: &Painter, text: &str, font: Font, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(fonts::id(font), Color32::PLACEHOLDER));
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// Text broken into lines of a fixed height.
pub fn wrapped(painter: &Painter, text: &str, font: Font, ink: Color32, line_height: f32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(font, ink, line_height));
    job.wrap.max_width = width;
    painter.layout_job(job)
}

pub fn format(font: Font, ink: Color32, line_height: f32) -> TextFormat {
    TextFormat { line_height: Some(line_height), ..TextFormat::simple(fonts::id(font), ink) }
}

/// How far below the top of a galley its first baseline lies.
fn ascent(galley: &Galley, font: Font) -> f32 {
    galley.rows.first().and_then(|row| row.glyphs.first().map(|g| row.pos.y + g.pos.y)).unwrap_or(font.size)
}

/// Paints a line with its baseline at `at`, which is the line's left end, middle or right end; gives its width.
pub fn paint_galley(painter: &Painter, at: Pos2, align: Align, galley: Arc<Galley>, font: Font, ink: Color32) -> f32 {
    let width = galley.size().x;
    let left = match align {
        Align::Left => at.x,
        Align::Center => at.x - width / 2.0,
        Align::Right => at.x - width,
    };
    let top = at.y - ascent(&galley, font);
    painter.galley(pos2(left, top), galley, ink);
    width
}

/// Paints a line with its baseline at `at`; gives its width.
pub fn paint(painter: &Painter, at: Pos2, align: Align, text: &str, font: Font, ink: Color32) -> f32 {
    if text.is_empty() {
        return 0.0;
    }
    paint_galley(painter, at, align, line(painter, text, font), font, ink)
}

/// Paints a line in a theme's ink with its baseline at `at`; gives its width.
pub fn put(painter: &Painter, theme: Theme, at: Pos2, text: &str, font: Font, ink: Ink) -> f32 {
    paint(painter, at, Align::Left, text, font, color(theme, ink))
}

pub fn width(painter: &Painter, text: &str, font: Font) -> f32 {
    line(painter, text, font).size().x
}

/// Text broken into lines, the words of some spans in a second ink. `start` is the place of the text's first byte in the spans' count.
pub fn two_inks(
    painter: &Painter,
    text: &str,
    start: usize,
    spans: &[TextSpan],
    font: Font,
    inks: [Color32; 2],
    width: f32,
) -> Arc<Galley> {
    let mut cuts: Vec<usize> = spans.iter().flat_map(|s| [s.start, s.end]).map(|b| b.saturating_sub(start).min(text.len())).collect();
    cuts.extend([0, text.len()]);
    cuts.retain(|b| text.is_char_boundary(*b));
    cuts.sort_unstable();
    cuts.dedup();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for pair in cuts.windows(2) {
        let &[from, to] = pair else { continue };
        let inside = spans.iter().any(|s| s.start <= start + from && start + to <= s.end);
        let [plain, strong] = inks;
        job.append(text.get(from..to).unwrap_or(""), 0.0, format(font, if inside { strong } else { plain }, fonts::line_height(font)));
    }
    painter.layout_job(job)
}

/// Text broken into at most so many lines, the last cut with "…".
pub fn wrapped_rows(painter: &Painter, text: &str, font: Font, ink: Color32, line_height: f32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(font, ink, line_height));
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    painter.layout_job(job)
}
