//! Grounds and lines under words of a galley: the boxes of a span, row by row.

use crate::article::TextSpan;
use egui::{Galley, Rect, pos2};

/// Boxes about the words of a span (bytes of the galley's text), one a row, 18 high in a row of 20, `pad` wider at each end.
pub fn boxes(galley: &Galley, span: TextSpan, pad: f32) -> Vec<Rect> {
    rows(galley, span)
        .into_iter()
        .map(|r| {
            let middle = r.center().y;
            let half = (r.height() / 2.0 - 1.0).max(1.0);
            Rect::from_min_max(pos2(r.left() - pad, middle - half), pos2(r.right() + pad, middle + half))
        })
        .collect()
}

/// Lines under the words of a span, one point thick.
pub fn underlines(galley: &Galley, span: TextSpan) -> Vec<Rect> {
    rows(galley, span)
        .into_iter()
        .map(|r| Rect::from_min_max(pos2(r.left(), r.bottom() - 4.0), pos2(r.right(), r.bottom() - 3.0)))
        .collect()
}

fn rows(galley: &Galley, span: TextSpan) -> Vec<Rect> {
    let text = galley.text();
    let index = |byte: usize| text.get(..byte).map_or(usize::MAX, |t| t.chars().count());
    let (from, to) = (index(span.start), index(span.end.min(text.len())));
    let mut found = Vec::new();
    let mut at = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let first = from.saturating_sub(at).min(count);
        let last = to.saturating_sub(at).min(count);
        if from < at + count && to > at && first < last {
            // A row's last space, where the line was broken, is not marked.
            let glyphs = row.glyphs.get(first..last).unwrap_or(&[]);
            let ends = glyphs.iter().rposition(|g| !g.chr.is_whitespace());
            if let (Some(start), Some(end)) = (glyphs.first(), ends.and_then(|e| glyphs.get(e))) {
                let rect = row.rect();
                let (x0, x1) = (row.pos.x + start.pos.x, row.pos.x + end.max_x());
                found.push(Rect::from_min_max(pos2(x0, rect.top()), pos2(x1, rect.bottom())));
            }
        }
        at += count + usize::from(row.ends_with_newline);
    }
    found
}
