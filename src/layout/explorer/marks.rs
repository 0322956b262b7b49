//! Where the marks of events lie in the view.

use super::place::APART;
use super::{INSET, Stage};
use crate::chronology::Day;
use crate::layout::mark::{self, Form};
use crate::layout::timeline::{Entry, Span};

/// A placed event by its index.
pub(super) fn span_of<'a>(stage: &Stage<'a>, index: u32) -> Option<(&'a Entry, Span)> {
    let entry = stage.timeline.placed.get(index as usize)?;
    Some((entry, entry.span?))
}

/// The drawn ends of a span; what publication bounds stops short of its line.
pub(super) fn ends(stage: &Stage, span: &Span) -> (Form, (f32, f32)) {
    let form = mark::form(span);
    let x = |day: f64| stage.axis.to_x(day).round();
    let (mut a, mut b) = (x(span.earliest.into()), x(f64::from(span.latest) + 1.0));
    if form == Form::Day {
        let middle = stage.axis.to_x(f64::from(span.earliest) + 0.5).round();
        return (form, (middle - 5.0, middle + 5.0));
    }
    let on_line = |day: Day| stage.timeline.line() == Some(day);
    if let Some(line) = stage.line {
        if on_line(span.latest) && span.earliest < span.latest {
            b = line - 2.5;
            a = a.min(b - 1.0);
        } else if on_line(span.earliest) {
            a = line + 2.5;
            b = b.max(a + 1.0);
        }
    }
    let least = mark::extent(form, (a, b), 1.0);
    // Narrow marks grow away from the line.
    let shift = match stage.line {
        Some(line) if b <= line && least.1 > line - 2.5 => line - 2.5 - least.1,
        Some(line) if a >= line && least.0 < line + 2.5 => line + 2.5 - least.0,
        _ => 0.0,
    };
    (form, ((least.0 + shift).round(), (least.1 + shift).round()))
}

/// Whether a mark lies in the view from end to end.
pub(super) fn inside(stage: &Stage, (a, b): (f32, f32)) -> bool {
    a >= stage.left && b <= stage.size.x
}

/// Whether any of a mark is in view; a disc counts by its middle.
pub(super) fn seen(stage: &Stage, form: Form, (a, b): (f32, f32)) -> bool {
    let (low, high) = (stage.axis.left, stage.size.x - 4.0);
    if form == Form::Day { (a + b) / 2.0 >= low && (a + b) / 2.0 <= high } else { b > low + 1.0 && a < high }
}

/// Whether any of a span's mark is in view.
#[cfg(test)]
pub(super) fn visible(stage: &Stage, span: &Span) -> bool {
    let (form, mark) = ends(stage, span);
    seen(stage, form, mark)
}

/// The room between edges about what is at a place, when others on its row keep clear; none where it comes too near to them.
pub(super) fn room_between(edges: (f32, f32), others: impl Iterator<Item = (f32, f32)>, (a, b): (f32, f32)) -> Option<(f32, f32)> {
    let mut room = edges;
    for (from, to) in others {
        if to + APART <= a {
            room.0 = room.0.max(to + APART);
        } else if from - APART >= b {
            room.1 = room.1.min(from - APART);
        } else {
            return None;
        }
    }
    Some(room)
}

/// Where labels may be: within the view, a little off its right edge.
pub(super) fn edges(stage: &Stage) -> (f32, f32) {
    (stage.axis.left, stage.size.x - INSET)
}

/// The edges between which a label of a mark keeps from crossing a fold that the mark does not cross itself.
pub(super) fn between_folds(stage: &Stage, (mut low, mut high): (f32, f32), mark: (f32, f32)) -> (f32, f32) {
    for (_, (a, b)) in &stage.folds {
        if *b <= mark.0 {
            low = low.max(*b + 4.0);
        } else if *a >= mark.1 {
            high = high.min(*a - 4.0);
        }
    }
    (low, high)
}
