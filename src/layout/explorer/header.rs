//! The axis with its two tick rows, the publication row, and the lines of publication and today.

use super::grid::{between_texts, rule, upright};
use super::{AXIS, INSET, PUBLICATION_ROW, Stage};
use crate::chronology::Frame;
use crate::layout::dates::{self, Style};
use crate::layout::line::{Line, Run, baseline, font};
use crate::layout::ticks::{LOWER, Label, Step, UPPER, short_length};
use crate::scene::{Dash, Ink, Shape, Stroke, Weight};
use emath::{Rect, pos2};

pub(super) struct Header {
    pub shapes: Vec<Shape>,
    pub action: Option<(Rect, String)>,
}

fn fill(rect: Rect, ink: Ink) -> Shape {
    Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 }
}

fn grounds(stage: &Stage, bottom: f32, out: &mut Vec<Shape>) {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(stage.size.x, bottom));
    out.push(fill(whole, Ink::Paper));
    if let Some(line) = stage.line.filter(|x| *x < stage.size.x) {
        let left = line.max(stage.left) - 0.5;
        out.push(fill(Rect::from_min_max(pos2(left.max(stage.left), 0.0), whole.max), Ink::Ahead));
    }
    for (_, (a, b)) in &stage.folds {
        out.push(fill(Rect::from_min_max(pos2(a.max(stage.left), 0.0), pos2(*b, bottom)), Ink::Bar));
    }
}

/// Paper, and the ground of what lies after publication.
pub(super) fn ground(stage: &Stage) -> Vec<Shape> {
    let mut shapes = Vec::new();
    grounds(stage, stage.size.y, &mut shapes);
    shapes
}

/// Axis and publication row, over whatever is scrolled beneath them.
pub(super) fn header(stage: &Stage) -> Header {
    let mut shapes = Vec::new();
    grounds(stage, stage.header(), &mut shapes);
    axis(stage, &mut shapes);
    shapes.push(rule(0.0, stage.size.x, AXIS - 0.5, Ink::Rule));
    folds(stage, &mut shapes);
    selection(stage, &mut shapes);
    let action = publication(stage, &mut shapes);
    if stage.view.publication {
        shapes.push(rule(0.0, stage.size.x, stage.header() - 0.5, Ink::Hair));
    }
    Header { shapes, action }
}

fn axis(stage: &Stage, out: &mut Vec<Shape>) {
    let line = stage.line_seen();
    let published = |x: f32| line.is_some_and(|line| (line - x).abs() < 1.5);
    let lower_at =
        |x: f32| stage.ticks.lower.iter().any(|t| t.label.as_ref().is_some_and(|l| l.left - 2.0 <= x && x <= l.left + l.width + 2.0));
    let steps = stage.ticks.step == Step::Event;
    for tick in stage.ticks.upper.iter().filter(|_| !steps) {
        let x = tick.x.round() + 0.5;
        if x >= stage.axis.left && x <= stage.size.x && !published(x) {
            out.push(upright(x, 8.0, if lower_at(x) { 22.0 } else { AXIS - 1.0 }, Ink::GridStrong));
        }
    }
    let mut after = f32::NEG_INFINITY;
    for label in stage.ticks.upper.iter().filter_map(|t| t.label.as_ref()) {
        let left = label.left.max(after);
        // A line through words would cut them: they stand aside of it.
        let left = match line {
            Some(line) if left < line + 8.0 && left + label.width > line - 6.0 => line + 8.0,
            _ => left,
        };
        if left + label.width <= stage.size.x - 4.0 {
            let (at, ink) = if steps { (LOWER, Ink::Ink3) } else { (UPPER, Ink::Ink) };
            out.push(Run::new(label.text.clone(), at, ink, stage.measure).at(left, baseline(16.0, 12.0)));
            after = left + label.width + 8.0;
        }
    }
    for tick in &stage.ticks.lower {
        let x = tick.x.round() + 0.5;
        out.push(upright(x, AXIS - 5.0, AXIS - 1.0, Ink::Rule));
        let Some(label) = &tick.label else { continue };
        let zero = stage.frame == Frame::Publication && label.text == "0";
        let crossed = !zero && line.is_some_and(|line| label.left - 3.0 <= line + 4.5 && line - 4.5 <= label.left + label.width + 3.0);
        if crossed {
            continue;
        }
        let (at, ink) = if zero { (font(11.0, Weight::SemiBold), Ink::Published) } else { (LOWER, Ink::Ink3) };
        out.push(Run::new(label.text.clone(), at, ink, stage.measure).at(label.left, baseline(34.0, 11.0)));
    }
    if let Some(caption) = stage.ticks.caption.filter(|_| stage.gutter) {
        out.push(Run::new(caption, LOWER, Ink::Ink3, stage.measure).at(16.0, baseline(34.0, 11.0)));
    }
}

/// Each folded stretch on the axis: a gap in its rule, the two strokes, and the length above.
fn folds(stage: &Stage, out: &mut Vec<Shape>) {
    for (days, (a, b)) in &stage.folds {
        let middle = f32::midpoint(*a, *b).round();
        if middle < stage.axis.left || middle > stage.size.x {
            continue;
        }
        out.push(fill(Rect::from_min_max(pos2(middle - 5.0, AXIS - 2.0), pos2(middle + 5.0, AXIS + 1.0)), Ink::Panel));
        out.extend(fold_strokes(middle, AXIS - 0.5, Ink::Ink2));
        let length = short_length((days.1 - days.0).round() as i64);
        let run = Run::new(length, font(12.0, Weight::Regular), Ink::Ink3, stage.measure);
        let left = middle - run.width / 2.0;
        let meets = |l: &Label| l.left - 2.0 < left + run.width && left < l.left + l.width + 2.0;
        let free = !stage.ticks.upper.iter().filter_map(|t| t.label.as_ref()).any(meets);
        if free && run.width <= b - a + 24.0 && left >= stage.axis.left {
            out.push(run.at(left, baseline(16.0, 12.0)));
        }
    }
}

/// The two strokes of a fold, on the axis and on each mark that crosses it.
pub(super) fn fold_strokes(x: f32, y: f32, ink: Ink) -> [Shape; 2] {
    let stroke = Stroke { width: 1.25, ink, dash: None };
    [-3.0, 3.0].map(|by| Shape::Line { from: pos2(x + by - 6.0, y + 6.0), to: pos2(x + by + 6.0, y - 6.0), stroke })
}

/// Where the selected event lies, on the axis.
fn selection(stage: &Stage, out: &mut Vec<Shape>) {
    let Some(span) = stage.view.selected.and_then(|id| stage.timeline.entry(id)).and_then(|e| e.span) else { return };
    let (_, (a, b)) = super::marks::ends(stage, &span);
    let (a, b) = (a.max(stage.left), b.min(stage.size.x));
    if b > a {
        out.push(fill(Rect::from_min_max(pos2(a, AXIS - 2.0), pos2(b, AXIS + 1.0)), Ink::Accent));
    }
}

/// The words about publication; the last of them is a button.
fn publication(stage: &Stage, out: &mut Vec<Shape>) -> Option<(Rect, String)> {
    if !stage.view.publication {
        return None;
    }
    let middle = AXIS + PUBLICATION_ROW / 2.0 - 0.5;
    let small = |weight| font(12.0, weight);
    let run = |text: String, weight, ink| Run::new(text, small(weight), ink, stage.measure);
    let unknown = stage.timeline.published.is_none();
    let side = stage.line.map(|line| if line < stage.axis.left { -1 } else { i32::from(line > stage.size.x) });
    let mut line = Line::default();
    if let Some(day) = stage.timeline.published {
        let before = if side == Some(-1) { "‹ Published" } else { "Published" };
        line.push(run(before.to_owned(), Weight::Regular, Ink::Published));
        line.push(run(dates::day(day, Style::FULL), Weight::SemiBold, Ink::Published).after(4.0));
    } else {
        let before = if side == Some(-1) { "‹ Published, date unknown" } else { "Published, date unknown" };
        let ink = if side.is_some() { Ink::Published } else { Ink::Ink2 };
        line.push(run(before.to_owned(), if side.is_some() { Weight::SemiBold } else { Weight::Regular }, ink));
    }
    let words = stage.view.published_words.filter(|_| !unknown).map(|w| run(w.to_owned(), Weight::Regular, Ink::Ink3).after(8.0));
    let action = run(if unknown { "Set date…" } else { "Change" }.to_owned(), Weight::Medium, Ink::Accent).after(10.0);
    let arrow = (side == Some(1)).then(|| run("›".to_owned(), Weight::SemiBold, Ink::Published).after(6.0));
    let right = stage.size.x - INSET;
    let place = |width: f32| match (side, stage.line) {
        (Some(0), Some(at)) if right - at >= 240.0 || at + 9.5 + width <= right => at + 9.5,
        (Some(0), Some(at)) => at - 9.5 - width,
        (Some(1), _) => right - width,
        _ => stage.axis.left,
    };
    let widest = |line: &Line| line.width() + action.width + action.gap + arrow.as_ref().map_or(0.0, |a| a.width + a.gap);
    if let Some(words) = words {
        // Two or three words more where there is room for them.
        let width = widest(&line) + words.width + words.gap;
        let x = place(width);
        if x >= stage.axis.left && x + width <= right {
            line.push(words);
        }
    }
    let x = place(widest(&line)).max(INSET);
    let start = x + line.width() + action.gap;
    let rect = Rect::from_min_max(pos2(start - 4.0, AXIS + 1.0), pos2(start + action.width + 4.0, AXIS + PUBLICATION_ROW - 2.0));
    line.push(action);
    line.runs.extend(arrow);
    let (from, to) = (x, x + line.width());
    line.place(x, baseline(middle, 12.0), out);
    counting(stage, (from, to), middle, out);
    today(stage, (from, to), middle, out);
    Some((rect, if unknown { "Set the publication date" } else { "Change the publication date" }.to_owned()))
}

/// "Dates count back from publication", where the axis does.
fn counting(stage: &Stage, taken: (f32, f32), middle: f32, out: &mut Vec<Shape>) {
    if stage.frame != Frame::Publication {
        return;
    }
    let Some(line) = stage.line_seen() else { return };
    let run = Run::new("Dates count back from publication", font(12.0, Weight::Regular), Ink::Ink3, stage.measure);
    let left = line - 9.5 - run.width;
    if taken.0 > line && left >= stage.axis.left {
        out.push(run.at(left, baseline(middle, 12.0)));
    }
}

fn today(stage: &Stage, taken: (f32, f32), middle: f32, out: &mut Vec<Shape>) {
    let Some(x) = stage.today_seen() else { return };
    let run = Run::new("today", font(12.0, Weight::Regular), Ink::Today, stage.measure);
    let free = |a: f32, b: f32| (b + 8.0 <= taken.0 || a - 8.0 >= taken.1) && a >= 0.0 && b <= stage.size.x - 4.0;
    for left in [x + 8.0, x - 8.0 - run.width] {
        if free(left, left + run.width) {
            out.push(run.at(left, baseline(middle, 12.0)));
            return;
        }
    }
}

/// The lines of publication and today from the axis to the lanes' foot; today's stops at `texts`.
pub(super) fn lines(stage: &Stage, foot: f32, texts: &[Rect]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if let Some(x) = stage.today_seen().filter(|x| stage.line.is_none_or(|line| (line - x).abs() >= 2.0)) {
        let stroke = Stroke { width: 1.0, ink: Ink::Today, dash: Some(Dash { on: 4.0, off: 3.0 }) };
        for (from, to) in between_texts(x, (AXIS, foot), texts, 8.0) {
            shapes.push(Shape::Line { from: pos2(x, from), to: pos2(x, to), stroke });
        }
    }
    if let Some(x) = stage.line_seen() {
        shapes.push(upright(x, AXIS - 5.0, foot, Ink::Published));
        let flag = vec![pos2(x - 4.5, AXIS - 7.0), pos2(x + 4.5, AXIS - 7.0), pos2(x, AXIS - 1.0)];
        shapes.push(Shape::Polyline { points: flag, closed: true, fill: Some(Ink::Published), stroke: None });
    }
    shapes
}
