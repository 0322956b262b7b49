//! What selection, hover, keyboard and search lay about an event: grounds, the focus ring, marked words.

use super::label::State;
use super::{Density, Stage};
use crate::layout::line::{Run, baseline};
use crate::scene::{Ink, Shape, Stroke};
use emath::{Rect, pos2};

/// The ground of a selected or hovered block: 12 beyond mark and label, kept to its side of the publication line.
pub(super) fn ground_of(stage: &Stage, density: Density, hull: (f32, f32), (top, bottom): (f32, f32)) -> Rect {
    let beyond = if density >= Density::Dense { 7.0 } else { 12.0 };
    let (mut a, mut b) = ((hull.0 - beyond).max(stage.left + 2.0), (hull.1 + beyond).min(stage.size.x));
    if let Some(line) = stage.line {
        if hull.0 >= line {
            a = a.max(line + 0.5);
        } else if hull.1 <= line {
            b = b.min(line - 0.5);
        }
    }
    Rect::from_min_max(pos2(a.round(), top), pos2(b.round(), bottom))
}

pub(super) fn states(state: State, ground: Rect, shapes: &mut Vec<Shape>) {
    let fill = |rect, ink| Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 };
    if state.selected {
        shapes.push(fill(ground, Ink::AccentSoft));
        shapes.push(fill(Rect::from_min_max(pos2(ground.left() - 2.0, ground.top()), ground.left_bottom()), Ink::Accent));
    } else if state.hovered {
        shapes.push(fill(ground, Ink::Tint));
    }
}

/// The focus ring: 2 wide, 2 clear, corners of radius 4.
pub(super) fn ring(around: Rect) -> Shape {
    let rect = around.expand(3.0);
    let radius = 4.0;
    let mut points = Vec::new();
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -90.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    for (center, from) in corners {
        for step in 0..=4 {
            let angle = (from + 22.5 * step as f32).to_radians();
            points.push(pos2(center.x + radius * angle.cos(), center.y + radius * angle.sin()));
        }
    }
    Shape::Polyline { points, closed: true, fill: None, stroke: Some(Stroke { width: 2.0, ink: Ink::Accent, dash: None }) }
}

/// Marks what a search found: its words in the title, or a line under a title found by other words.
pub(super) fn hit(stage: &Stage, state: State, title: &Run, x: f32, middle: f32, shapes: &mut Vec<Shape>) {
    if state.hit != Some(true) {
        return;
    }
    let y = baseline(middle, title.font.size);
    let fill = |rect, ink| Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 };
    match found(&title.text, stage.view.query) {
        Some((from, to)) => {
            let before = stage.measure.width(title.text.get(..from).unwrap_or(""), title.font);
            let after = stage.measure.width(title.text.get(..to).unwrap_or(""), title.font);
            let (rise, fall) = (title.font.size - 1.0, 4.0);
            shapes.push(fill(Rect::from_min_max(pos2(x + before - 1.0, y - rise), pos2(x + after + 1.0, y + fall)), Ink::Hit));
        }
        None => shapes.push(fill(Rect::from_min_max(pos2(x, y + 3.0), pos2(x + title.width, y + 4.0)), Ink::HitLine)),
    }
}

/// Where a query's words stand in a text, without regard to case.
fn found(text: &str, query: &str) -> Option<(usize, usize)> {
    let query = query.trim();
    if query.is_empty() {
        return None;
    }
    text.char_indices().map(|(i, _)| i).find_map(|from| {
        let mut rest = text.get(from..)?.char_indices();
        let mut end = from;
        for wanted in query.chars() {
            let (at, got) = rest.next()?;
            if !got.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            end = from + at + got.len_utf8();
        }
        Some((from, end))
    })
}
