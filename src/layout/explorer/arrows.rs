//! The order that the text tells, as arrows from the end of one mark to the beginning of the next. They run under the marks and stop
//! at words.

use super::{PlacedEvent, Stage};
use crate::scene::{Ink, Shape, Stroke};
use emath::{Pos2, Rect, pos2, vec2};
use std::collections::HashMap;

/// More arrows than this would hide what they join.
const MOST: usize = 240;
const STROKE: Stroke = Stroke { width: 1.25, ink: Ink::Ink3, dash: None };
/// How far an arrow keeps off words.
const CLEAR: f32 = 3.0;
/// Its head, from the point back and to each side.
const HEAD: (f32, f32) = (5.0, 4.0);

/// The arrows between events that are drawn, `texts` being what they stop at.
pub(super) fn arrows(stage: &Stage, events: &[PlacedEvent], seen: Rect, texts: &[Rect]) -> Vec<Shape> {
    if !stage.view.arrows {
        return Vec::new();
    }
    let marks: HashMap<&str, Rect> = events.iter().map(|e| (e.id.as_str(), e.mark)).collect();
    let mark = |at: u32| stage.timeline.placed.get(at as usize).and_then(|e| marks.get(e.id.as_str()).copied());
    let mut shapes = Vec::new();
    let pairs = stage.timeline.order.iter().filter_map(|(from, to)| Some((mark(*from)?, mark(*to)?)));
    for (from, to) in pairs.filter(|(a, b)| a.is_positive() && b.is_positive() && seen.intersects(*a) && seen.intersects(*b)).take(MOST) {
        arrow(from, to, stage.left, texts, &mut shapes);
    }
    shapes
}

/// From the end of one mark upright to the height of the other, then level to its beginning. Where the other begins earlier, upright onto
/// it at a place free of words, or about the left of both.
fn arrow(from: Rect, to: Rect, left: f32, texts: &[Rect], out: &mut Vec<Shape>) {
    let down = to.center().y >= from.center().y;
    let start = if down { from.bottom() + 2.0 } else { from.top() - 2.0 };
    let end = if down { to.top() - 2.0 } else { to.bottom() + 2.0 };
    let (from_y, to_y) = (from.center().y.round() + 0.5, to.center().y.round() + 0.5);
    let free = |x: f32, y: f32| !texts.iter().any(|r| r.expand2(vec2(6.0, -2.0)).contains(pos2(x, y)));
    if (to_y - from_y).abs() < 4.0 {
        if to.left() > from.right() + 12.0 {
            level((from.right() + 3.0, to.left() - 2.0), from_y, texts, out);
            head(pos2(to.left() - 2.0, from_y), (1.0, 0.0), out);
        }
        return;
    }
    let x = (from.right() - 4.0).max(from.center().x).round() + 0.5;
    if to.left() >= x + 10.0 && free(to.left() - 4.0, to_y) {
        upright(x, (start, to_y), texts, out);
        level((x, to.left() - 2.0), to_y, texts, out);
        head(pos2(to.left() - 2.0, to_y), (1.0, 0.0), out);
        return;
    }
    let (low, high) = (from.left().max(to.left()) + 2.0, from.right().min(to.right()) - 2.0);
    let tried = (0..=16).map(|n| (high - (high - low) * n as f32 / 16.0).round() + 0.5).filter(|_| high >= low);
    let back = if down { -6.0 } else { 6.0 };
    if let Some(x) = tried.into_iter().find(|x| free(*x, end) && free(*x, end + back)) {
        upright(x, (start, end), texts, out);
        head(pos2(x, end), (0.0, if down { 1.0 } else { -1.0 }), out);
        return;
    }
    let x = (from.left().min(to.left()) - 12.0).round() + 0.5;
    if x > left && free(to.left() - 4.0, to_y) {
        level((x, from.left() - 2.0), from_y, texts, out);
        upright(x, (from_y.min(to_y), from_y.max(to_y)), texts, out);
        level((x, to.left() - 2.0), to_y, texts, out);
        head(pos2(to.left() - 2.0, to_y), (1.0, 0.0), out);
    }
}

fn upright(x: f32, span: (f32, f32), texts: &[Rect], out: &mut Vec<Shape>) {
    // Words are told with 7 above and below, which a line so thin does not need.
    let blocked = texts.iter().filter(|r| r.left() - CLEAR <= x && x <= r.right() + CLEAR).map(|r| (r.top() + 5.0, r.bottom() - 5.0));
    for (from, to) in pieces(span, blocked.collect()) {
        out.push(Shape::Line { from: pos2(x, from), to: pos2(x, to), stroke: STROKE });
    }
}

fn level(span: (f32, f32), y: f32, texts: &[Rect], out: &mut Vec<Shape>) {
    let blocked = texts.iter().filter(|r| r.top() + 5.0 <= y && y <= r.bottom() - 5.0).map(|r| (r.left() - CLEAR, r.right() + CLEAR));
    for (from, to) in pieces(span, blocked.collect()) {
        out.push(Shape::Line { from: pos2(from, y), to: pos2(to, y), stroke: STROKE });
    }
}

/// What of a stretch is not blocked, without pieces too short to be seen as a line.
fn pieces((a, b): (f32, f32), mut blocked: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut at, end) = (a.min(b), a.max(b));
    let mut found = Vec::new();
    for (from, to) in blocked.into_iter().chain([(end, end)]) {
        if from.min(end) - at >= 3.0 {
            found.push((at, from.min(end)));
        }
        at = at.max(to);
    }
    found
}

fn head(point: Pos2, (dx, dy): (f32, f32), out: &mut Vec<Shape>) {
    let (back, side) = HEAD;
    let at = |s: f32| pos2(point.x - dx * back - dy * side * s, point.y - dy * back + dx * side * s);
    out.push(Shape::Polyline { points: vec![at(1.0), point, at(-1.0)], closed: false, fill: None, stroke: Some(STROKE) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stops_at_words_and_goes_on_behind_them() {
        assert_eq!(pieces((0.0, 100.0), vec![(40.0, 50.0), (10.0, 20.0), (52.0, 60.0)]), [(0.0, 10.0), (20.0, 40.0), (60.0, 100.0)]);
        assert_eq!(pieces((100.0, 0.0), vec![(-5.0, 200.0)]), []);
    }
}
