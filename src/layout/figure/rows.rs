//! A few events, each with room: what was before publication left of its line, what lies ahead right of it, on shared rows.

mod manner;
mod writer;

use super::axis::{self, Scale};
use super::page::{Page, Story};
use crate::layout::mark::LOZENGE_BELOW;
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Scene, Weight};
use emath::Rect;
use manner::{Manner, manners};
use writer::Writer;

/// More events than this are not tried in rows.
pub const MOST: usize = 10;
/// Rows that a page may have.
const MOST_ROWS: usize = 5;
/// Between the stretches of two small marks on one row (times `k`): the stroke of what was called off stands out beyond its own.
const APART: f32 = 11.0;

/// Where the axis begins and ends and where its publication line stands.
struct Plan {
    range: (f64, f64),
    /// Indices of what stands left and right of the line.
    past: Vec<usize>,
    ahead: Vec<usize>,
}

/// One page with all events in rows; none where they do not fit.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    let style = &story.style;
    if entries.is_empty() {
        let mut page = story.page(entries, &[], false);
        nothing(story, &mut page);
        return Some(story.scene(page));
    }
    let sides = (style.margin, style.width - style.margin);
    let plan = plan(story, entries, sides.1 - sides.0)?;
    let mut scale = Scale::new(story, entries, (plan.range, None), sides);
    let mut page = story.page(entries, &scale.signs(story, entries), false);
    let seats = seats(story, entries, &plan, &scale);
    let rows = seats.iter().map(|seat| seat.row + 1).max()?;
    if rows > MOST_ROWS {
        return None;
    }
    let head = axis::height(story) + 2.0;
    let height = ((page.body.height() - head) / rows as f32).min(150.0 * style.k);
    // One or two rows do not fill a page: they stand a little above its middle.
    let start = page.body.top() + ((page.body.height() - head - height * rows as f32) * 0.4).round();
    let top = start + head;
    let bottom = top + height * rows as f32;
    let attempt = |manner: Manner, narrow_above: bool| {
        let mut content = Vec::new();
        for Seat { index, row, past } in &seats {
            let (entry, span) = entries.get(*index).and_then(|e| Some((*e, e.span?)))?;
            let writer =
                Writer { story, scale: &scale, entry, span, manner, narrow_above, top: top + height * *row as f32, height, past: *past };
            let mut shapes = Vec::new();
            writer.draw(&mut shapes)?;
            content.push(story.group(entry, shapes));
        }
        Some(content)
    };
    let manners = manners(style, height);
    // All narrow marks have their titles beside them; only where no manner grants that, some carry them above.
    let whole = manners.iter().filter(|m| !m.cut).find_map(|m| attempt(*m, false));
    let mut content = whole.or_else(|| manners.iter().filter(|m| story.cut || !m.cut).find_map(|m| attempt(*m, true)))?;
    let mut shapes = Vec::new();
    axis::draw(story, &mut scale, start, bottom, Ink::Ink, &mut shapes);
    let mut clear: Vec<Rect> = Vec::new();
    axis::texts(&content, &mut clear);
    let line = shapes.len().saturating_sub(if scale.line.is_some() { 2 } else { 0 });
    let over = shapes.split_off(line);
    shapes.extend(axis::grid(story, &scale, top, bottom, &clear, Ink::GridStrong));
    for row in 1..rows {
        let y = top + height * row as f32;
        shapes.push(story.rule(page.body.left(), page.body.right(), y.round(), story.style.hair, Ink::Hair));
    }
    shapes.push(story.rule(page.body.left(), page.body.right(), bottom.round(), story.style.hair, Ink::Rule));
    shapes.extend(over);
    page.shapes.extend(shapes);
    page.shapes.append(&mut content);
    Some(story.scene(page))
}

/// Where an event stands.
struct Seat {
    index: usize,
    row: usize,
    past: bool,
}

/// Rows from the top on each side of the publication line. What crosses the line, and what would meet the mark before the line, has a
/// row for itself.
fn seats(story: &Story, entries: &[&Entry], plan: &Plan, scale: &Scale) -> Vec<Seat> {
    let ends = |index: usize| entries.get(index).and_then(|e| e.span).map(|span| scale.ends(story, &span));
    let clear = |before: usize, after: usize| match (ends(before), ends(after), scale.line) {
        (Some(before), Some(after), Some(line)) => {
            let small = |(a, b): (f32, f32)| b - a < LOZENGE_BELOW * story.style.k;
            let apart = if small(before) && small(after) { APART } else { 2.0 };
            before.1 <= line && before.1 + apart * story.style.k <= after.0
        }
        _ => true,
    };
    let mut seats: Vec<Seat> = plan.past.iter().enumerate().map(|(row, index)| Seat { index: *index, row, past: true }).collect();
    let mut next = 0;
    for &index in &plan.ahead {
        while plan.past.get(next).is_some_and(|before| !clear(*before, index)) {
            next += 1;
        }
        seats.push(Seat { index, row: next, past: false });
        next += 1;
    }
    seats
}

fn nothing(story: &Story, page: &mut Page) {
    let text = match story.unplaced {
        0 => "No events".to_owned(),
        n => format!("{n} not placed in time"),
    };
    page.shapes.push(story.run(text, story.style.date, Weight::Medium, Ink::Ink2).at(page.body.left(), page.body.center().y));
}

/// Divides the events at publication and finds the range that leaves both sides their room.
fn plan(story: &Story, entries: &[&Entry], width: f32) -> Option<Plan> {
    let spans: Vec<Span> = entries.iter().filter_map(|e| e.span).collect();
    let first = spans.iter().map(|s| s.earliest).min()?;
    let last = spans.iter().map(|s| s.latest).max()?;
    let line = story.timeline.line().filter(|day| near(first, last, *day));
    let (past, ahead): (Vec<usize>, Vec<usize>) = match line {
        // What begins after publication, or on its day and goes on, lies ahead.
        Some(line) => (0..spans.len()).partition(|i| spans.get(*i).is_some_and(|s| s.earliest < line || s.latest <= line)),
        None => ((0..spans.len()).collect(), Vec::new()),
    };
    let days = |from: f64, to: f64| (to - from).max(1.0);
    let (from, to) = (f64::from(first), f64::from(last) + 1.0);
    let width = f64::from(width);
    let range = match line {
        None => {
            let pad = days(from, to) * 0.06;
            (from - pad, to + pad)
        }
        Some(line) => {
            let noon = f64::from(line) + 0.5;
            // Text of what lies ahead takes two fifths of the page, with nothing ahead just the words of the line.
            let share = if ahead.is_empty() {
                0.2
            } else if past.is_empty() {
                0.86
            } else {
                0.39
            };
            let behind = days(from.min(noon), noon) * if past.is_empty() { 1.0 } else { 1.08 };
            let before = if past.is_empty() { 7.0_f64.max(behind) } else { behind };
            let scale_past = width * (1.0 - share) / before;
            // Marks ahead take at most the first third of their side.
            let beyond = spans.iter().filter(|s| s.earliest >= line).map(|s| f64::from(s.latest) + 1.0 - noon).fold(0.0, f64::max);
            let scale_ahead = if beyond > 0.0 { width * share * 0.3 / beyond } else { f64::INFINITY };
            // What crosses the line ends on the page, too.
            let over = to - noon;
            let scale_over = if over > 0.5 { width * share * 0.9 / over } else { f64::INFINITY };
            let scale = scale_past.min(scale_ahead).min(scale_over);
            let at = (width * (1.0 - share)).min(if past.is_empty() { width * 0.14 } else { width });
            (noon - at / scale, noon + (width - at) / scale)
        }
    };
    Some(Plan { range, past, ahead })
}

/// Whether publication lies near enough to the events to be shown with them.
fn near(first: i32, last: i32, line: i32) -> bool {
    let length = i64::from(last) - i64::from(first) + 60;
    i64::from(line) >= i64::from(first) - length && i64::from(line) <= i64::from(last) + length
}
