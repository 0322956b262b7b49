//! The strip under the timeline: the whole range, and the part in view with its handles.

use super::grid::upright;
use super::{Axis, Lanes, Scale, View};
use crate::chronology::{Frame, Status, dates};
use crate::layout::line::{Run, baseline, font};
use crate::layout::mark::{Form, form};
use crate::layout::timeline::{Entry, Timeline};
use crate::layout::{lanes, ticks};
use crate::scene::{Dash, Ink, Scene, Shape, Stroke, Weight};
use crate::text::Measure;
use emath::{Rect, Vec2, pos2};

/// The strip that shows the whole range and the part in view.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    pub scene: Scene,
    /// Of the strip, for dragging: its range is the whole.
    pub axis: Axis,
    /// The part in view, and its two handles.
    pub window: Rect,
    pub handles: [Rect; 2],
}

/// Up to this many events are drawn one by one, more as density.
const SINGLE: usize = 60;
const LINES: usize = 7;

/// Lays out the strip that shows the whole range and the part in view.
pub fn overview(timeline: &Timeline, view: &View, size: Vec2, measure: &dyn Measure) -> Overview {
    let captions = size.x >= super::NARROW;
    let low = size.y < 60.0;
    let whole = timeline.fit(size.x, view.lanes, Scale::ToScale, measure);
    // What is looked at beyond the events widens the strip.
    let range = (whole.0.min(view.range.0), whole.1.max(view.range.1));
    let single = timeline.placed.len() <= SINGLE;
    let told = if captions && !low { captions_of(timeline, view, measure, single) } else { Vec::new() };
    // The captions keep clear of the handle.
    let captions_end = told.iter().map(|run| 16.0 + run.width + 12.0).fold(88.0, f32::max).ceil();
    let axis = Axis::new(range, if captions { captions_end } else { 12.0 }, size.x - 12.0);
    let frame = Rect::from_min_max(pos2(axis.left, 10.0), pos2(axis.right, if low { size.y - 7.0 } else { 50.0 }));
    let mut shapes =
        vec![filled(Rect::from_min_size(pos2(0.0, 0.0), size), Ink::Panel), upright_rule(0.0, size.x), framed(frame, Ink::Rule)];
    draw_events(timeline, view, &axis, frame, single, &mut shapes);
    if let Some(line) = timeline.line() {
        let x = axis.to_x(f64::from(line) + 0.5).floor() + 0.5;
        shapes.push(upright(x, frame.top() + 1.0, frame.bottom() - 1.0, Ink::Published));
    }
    let window = Rect::from_min_max(
        pos2(axis.to_x(view.range.0).max(axis.left), frame.top()),
        pos2(axis.to_x(view.range.1).min(axis.right), frame.bottom()),
    );
    let stroke = Some(Stroke { width: 1.0, ink: Ink::Accent, dash: None });
    shapes.push(Shape::Rect { rect: half(window), fill: None, stroke, opacity: 1.0 });
    let handle = |x: f32| Rect::from_center_size(pos2(x, frame.center().y), Vec2::new(4.0, 16.0));
    let handles = [handle(window.left() + 0.5), handle(window.right() - 0.5)];
    shapes.extend(handles.map(|h| filled(h, Ink::Accent)));
    if captions && !low {
        shapes.extend(told.into_iter().zip([20.0, 36.0]).map(|(run, middle)| run.at(16.0, baseline(middle, 11.0))));
        labels(timeline, measure, &axis, frame, &mut shapes);
    }
    Overview { scene: Scene { width: size.x, height: size.y, shapes }, axis, window, handles }
}

fn filled(rect: Rect, ink: Ink) -> Shape {
    Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 }
}

fn half(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left().floor() + 0.5, rect.top() + 0.5), pos2(rect.right().ceil() - 0.5, rect.bottom() - 0.5))
}

fn framed(rect: Rect, ink: Ink) -> Shape {
    let stroke = Some(Stroke { width: 1.0, ink, dash: None });
    Shape::Rect { rect: half(rect), fill: Some(Ink::Paper), stroke, opacity: 1.0 }
}

fn upright_rule(from: f32, to: f32) -> Shape {
    super::grid::rule(from, to, 0.5, Ink::Rule)
}

/// One line for each event where they are few, else a column of density for every three points.
fn draw_events(timeline: &Timeline, view: &View, axis: &Axis, frame: Rect, single: bool, out: &mut Vec<Shape>) {
    let shown = || timeline.placed.iter().filter(|e| view.statuses.contains(&e.status));
    if single {
        let spans: Vec<(f32, f32)> = shown()
            .filter_map(|e| e.span)
            .map(|s| {
                let (a, b) = (axis.to_x(s.earliest.into()).round(), axis.to_x(f64::from(s.latest) + 1.0).round());
                (a, b.max(a + 3.0))
            })
            .collect();
        let on_row = super::place::rows(spans.iter().map(|(a, b)| (*a, *b - 10.0)));
        let lines = on_row.iter().copied().max().map_or(1, |m| m + 1).max(5);
        let pitch = ((frame.height() - 9.0) / (lines.min(LINES * 2) as f32 - 1.0)).min(8.0);
        for ((entry, (a, b)), row) in shown().zip(spans).zip(on_row) {
            let y = (frame.top() + 4.0 + (row % (LINES * 2)) as f32 * pitch).round();
            out.extend(single_event(view, entry, (a.max(frame.left()), b.min(frame.right())), y));
        }
        return;
    }
    let width = 3.0;
    let columns = (frame.width() / width).floor() as usize;
    let mut counts = vec![0usize; columns];
    let all = lanes::group(timeline, Lanes::None, view.statuses);
    let starting_before = |x: f32| all.iter().map(|l| l.starting_before(axis.to_day(x))).sum::<usize>();
    let mut from = starting_before(frame.left());
    for (index, count) in counts.iter_mut().enumerate() {
        let to = starting_before(frame.left() + (index + 1) as f32 * width);
        *count = to.saturating_sub(from);
        from = to;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    for (index, count) in counts.into_iter().enumerate().filter(|(_, c)| *c > 0) {
        let x = frame.left() + index as f32 * width;
        let height = ((count as f32 / most).sqrt() * (frame.height() - 6.0)).max(1.0).round();
        out.push(filled(
            Rect::from_min_max(pos2(x, frame.bottom() - 1.0 - height), pos2(x + width - 1.0, frame.bottom() - 1.0)),
            Ink::Ink2,
        ));
    }
}

/// One event as a line; what its days are not sure of looks so: dashed where only the order told bounds it, light where it lies somewhere
/// between its ends.
fn single_event(view: &View, entry: &Entry, (a, b): (f32, f32), y: f32) -> Option<Shape> {
    let form = form(&entry.span?);
    let found = view.hits.map(|hits| hits.contains(&entry.id));
    let sure = form != Form::Bounds && entry.status == Status::Happened;
    let ink = match (view.selected == Some(entry.id.as_str()), found) {
        (true, _) => Ink::Accent,
        (_, Some(true)) => Ink::HitLine,
        (_, Some(false)) => Ink::Rule,
        (_, None) if sure => Ink::Ink2,
        (_, None) => Ink::Ink3,
    };
    if form == Form::Order && b - a > 8.0 {
        let stroke = Stroke { width: 1.0, ink, dash: Some(Dash { on: 3.0, off: 2.0 }) };
        return Some(Shape::Line { from: pos2(a, y + 0.5), to: pos2(b, y + 0.5), stroke });
    }
    Some(filled(Rect::from_min_max(pos2(a, y), pos2(b, y + 2.0)), ink))
}

/// What stands at the left of the strip.
fn captions_of(timeline: &Timeline, view: &View, measure: &dyn Measure, single: bool) -> Vec<Run> {
    let seen = timeline.count_in(view.range, view.statuses);
    let text = match () {
        () if !single => "density".to_owned(),
        () if seen == timeline.placed.len() => format!("all {seen} in view"),
        () => format!("{seen} of {} in view", timeline.placed.len()),
    };
    ["Overview".to_owned(), text].map(|text| Run::new(text, font(11.0, Weight::Regular), Ink::Ink3, measure)).into()
}

fn labels(timeline: &Timeline, measure: &dyn Measure, axis: &Axis, frame: Rect, out: &mut Vec<Shape>) {
    let small = font(11.0, Weight::Regular);
    let counted = timeline.frame == Some(Frame::Publication);
    let ticks = ticks::ticks(axis, if counted { Frame::Publication } else { Frame::Calendar }, measure);
    let zero = axis.to_x(0.5);
    // Decades and centuries by their years: their names would stand far apart.
    let lower = counted || ticks.upper.len() < 3 || matches!(ticks.step, ticks::Step::Years(n) if n > 2);
    let row = if lower { ticks.lower } else { ticks.upper };
    let mut end = f32::NEG_INFINITY;
    for (tick, label) in row.iter().filter_map(|t| t.label.as_ref().map(|l| (t, l))) {
        let published = counted && label.text == "0";
        let text = if published { "publication".to_owned() } else { shorter(&label.text) };
        let run = Run::new(text, small, Ink::Ink3, measure);
        let left = if counted { tick.x - run.width / 2.0 } else { tick.x.max(axis.left) };
        let crowds = counted && !published && (tick.x - zero).abs() < 80.0;
        if !crowds && left >= end + 24.0 && left >= axis.left - 1.0 && left + run.width <= axis.right {
            end = left + run.width;
            out.push(run.at(left, baseline(frame.bottom() + 8.0, 11.0)));
        }
    }
}

/// "Nov" for November, "Jan 2026" for January 2026.
fn shorter(label: &str) -> String {
    let (month, year) = label.split_once(' ').unwrap_or((label, ""));
    match (1..=12).find(|m| dates::month_name(*m) == month) {
        Some(m) if year.is_empty() => dates::month_short(m).to_owned(),
        Some(m) => format!("{} {year}", dates::month_short(m)),
        None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests;
