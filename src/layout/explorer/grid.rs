//! Lines across the lanes: the grid, which stops at labels, and rules between lanes.

use super::Stage;
use crate::layout::ticks::Step;
use crate::scene::{Ink, Shape, Stroke};
use emath::{Pos2, Rect, pos2};

/// The grid in the lanes: it stops at `texts` and is left out of gaps under 26.
pub(super) fn grid(stage: &Stage, seen: Rect, texts: &[Rect]) -> Vec<Shape> {
    let steps = stage.ticks.step == Step::Event;
    let strong = stage.ticks.upper.iter().filter(|_| !steps).map(|t| (t.x, Ink::GridStrong));
    let weak = stage.ticks.lower.iter().map(|t| (t.x, Ink::Grid));
    let mut drawn: Vec<f32> = Vec::new();
    let mut shapes = Vec::new();
    for x in stage.folds.iter().flat_map(|(_, (a, b))| [*a + 0.5, *b + 0.5]).filter(|x| *x >= stage.axis.left) {
        drawn.push(x);
        shapes.extend(between_texts(x, (seen.top(), seen.bottom()), texts, 4.0).into_iter().map(|(a, b)| upright(x, a, b, Ink::Hair)));
    }
    for (x, ink) in strong.chain(weak) {
        let x = x.round() + 0.5;
        let near_line = stage.line.is_some_and(|line| (line - x).abs() < 3.0);
        if x < stage.axis.left || x > stage.size.x || near_line || drawn.iter().any(|d| (d - x).abs() < 1.5) {
            continue;
        }
        drawn.push(x);
        shapes.extend(between_texts(x, (seen.top(), seen.bottom()), texts, 4.0).into_iter().map(|(a, b)| upright(x, a, b, ink)));
    }
    shapes
}

/// The pieces of an upright line from one height to another that keep off texts; gaps under 26 between texts stay blank.
pub(super) fn between_texts(x: f32, (from, to): (f32, f32), texts: &[Rect], clear: f32) -> Vec<(f32, f32)> {
    let mut blocked: Vec<(f32, f32)> =
        texts.iter().filter(|r| r.left() - clear <= x && x <= r.right() + clear).map(|r| (r.top(), r.bottom())).collect();
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut pieces = Vec::new();
    let mut y = from;
    for (top, bottom) in blocked {
        if top.min(to) - y >= if y <= from { 8.0 } else { 26.0 } {
            pieces.push((y, top.min(to)));
        }
        y = y.max(bottom);
    }
    if to - y >= 8.0 {
        pieces.push((y, to));
    }
    pieces
}

pub(super) fn upright(x: f32, from: f32, to: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(x, from), to: pos2(x, to), stroke: Stroke { width: 1.0, ink, dash: None } }
}

/// The rectangles of texts with 7 above and below, from the height of capitals to the depth of descenders.
pub(super) fn clear_rects(shapes: &[Shape], out: &mut Vec<Rect>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => {
                let Pos2 { x, y } = text.at;
                let size = text.font.size;
                out.push(Rect::from_min_max(
                    pos2(x, (y - 0.727 * size - 7.0).round()),
                    pos2(x + text.width, (y + 0.24 * size + 7.0).round()),
                ));
            }
            Shape::Group(group) => clear_rects(&group.shapes, out),
            _ => {}
        }
    }
}

/// A level hairline.
pub(super) fn rule(from: f32, to: f32, y: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(from, y), to: pos2(to, y), stroke: Stroke { width: 1.0, ink, dash: None } }
}
