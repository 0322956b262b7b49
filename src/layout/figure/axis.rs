//! The axis of a figure: one row of labels over a line, and the publication line with its words.

use super::page::{Sign, Story, signs};
use crate::chronology::{Day, dates};
use crate::layout::axis::Axis;
use crate::layout::mark::{Form, LOZENGE_BELOW, Mark};
use crate::layout::ticks::{self, Step, short_length_in};
use crate::layout::timeline::Entry;
use crate::layout::warp::Warp;
use crate::scene::{Ink, Shape, Stroke, Weight};
use chrono::Datelike;
use emath::{Rect, pos2};
use std::sync::Arc;

/// An axis on a page.
pub struct Scale {
    pub axis: Axis,
    /// The middle of the publication line, where there is one.
    pub line: Option<f32>,
    /// Whether dates at marks need their year.
    pub year: bool,
    /// Where the last event or the publication line ends: beyond it the axis only gives labels their room, and tells no days.
    last: f32,
    /// Where the grid may stand.
    pub grid: Vec<f32>,
}

impl Scale {
    /// The axis of a range between two sides of the page, on which entries are told, bent where a warp folds it.
    pub fn new(story: &Story, entries: &[&Entry], (range, warp): ((f64, f64), Option<Arc<Warp>>), (left, right): (f32, f32)) -> Self {
        let axis = Axis::warped(range, left, right, warp);
        let line = story.timeline.line().map(|day| axis.to_x(f64::from(day) + 0.5).round());
        let line = line.filter(|x| *x >= left && *x <= right);
        let step = ticks::step(&points(&axis, story.style.k), story.frame());
        let last = entries.iter().filter_map(|e| e.span).map(|s| axis.to_x(f64::from(s.latest) + 1.0)).fold(left, f32::max);
        Self { axis, line, year: ticks::needs_year(step), last: last.max(line.unwrap_or(left)), grid: Vec::new() }
    }

    /// The strokes of each fold that a mark crosses, the mark itself broken between them.
    pub fn break_mark(&self, mark: &Mark, out: &mut Vec<Shape>) {
        let ground = if self.line.is_some_and(|line| mark.x.0 >= line) { Ink::Ahead } else { Ink::Paper };
        for (_, (a, b)) in self.axis.folds().into_iter().filter(|(_, (a, b))| mark.x.0 < *a && *b < mark.x.1) {
            fold(f32::midpoint(a, b).round(), mark.y, mark.k, (ground, mark.tone.ink), out);
        }
    }

    /// What of the legend the entries' marks need at this scale.
    pub fn signs(&self, story: &Story, entries: &[&Entry]) -> Vec<Sign> {
        let placed = entries.iter().filter_map(|e| Some((e, e.span?)));
        let signs = placed.flat_map(|(entry, span)| {
            let (a, b) = self.ends(story, &span);
            signs(entry, b - a < LOZENGE_BELOW * story.style.k)
        });
        signs.collect()
    }

    /// The drawn ends of a stretch; what publication bounds stops short of its line.
    pub fn ends(&self, story: &Story, span: &crate::layout::timeline::Span) -> (f32, f32) {
        let k = story.style.k;
        let form = crate::layout::mark::form(span);
        let x = |day: f64| self.axis.to_x(day).round();
        let (mut a, mut b) = (x(span.earliest.into()), x(f64::from(span.latest) + 1.0));
        if form == Form::Order && span.earliest == span.latest {
            // A single day needs no line of its own width.
            let middle = self.axis.to_x(f64::from(span.earliest) + 0.5).round();
            return crate::layout::mark::extent(form, (middle, middle), k);
        }
        let on_line = |day: Day| story.timeline.line() == Some(day) && span.earliest < span.latest;
        if let Some(line) = self.line {
            if on_line(span.latest) {
                b = line - 3.0 * k;
            } else if on_line(span.earliest) {
                a = line + 3.0 * k;
            }
        }
        let (mut a, mut b) = crate::layout::mark::extent(form, (a, b.max(a)), k);
        if let Some(line) = self.line {
            let after = span.earliest >= story.timeline.line().unwrap_or(0) && span.earliest < span.latest;
            let before = span.latest <= story.timeline.line().unwrap_or(0) && span.earliest < span.latest;
            if after && a < line + 3.0 * k {
                (a, b) = (line + 3.0 * k, b + line + 3.0 * k - a);
            } else if before && b > line - 3.0 * k {
                (a, b) = (a - (b - line + 3.0 * k), line - 3.0 * k);
            }
        }
        (a, b)
    }
}

/// The same axis in points, on which tick rows are thought out.
fn points(axis: &Axis, k: f32) -> Axis {
    axis.between(axis.left / k, axis.right / k)
}

/// Height of the row above the axis line.
pub fn height(story: &Story) -> f32 {
    (2.3 * story.style.small).round()
}

/// The two strokes of a fold at a place, on a ground that breaks what crosses it.
fn fold(x: f32, y: f32, k: f32, (ground, ink): (Ink, Ink), out: &mut Vec<Shape>) {
    let (apart, reach) = (3.0 * k, 6.0 * k);
    let gap = [(-apart - reach, reach), (-apart + reach, -reach), (apart + reach, -reach), (apart - reach, reach)];
    let points = gap.map(|(dx, dy)| pos2(x + dx, y + dy)).to_vec();
    out.push(Shape::Polyline { points, closed: true, fill: Some(ground), stroke: None });
    let stroke = Stroke { width: 1.25 * k, ink, dash: None };
    out.extend([-apart, apart].map(|by| Shape::Line {
        from: pos2(x + by - reach, y + reach),
        to: pos2(x + by + reach, y - reach),
        stroke,
    }));
}

/// Draws the ground after publication, the labels, ticks and line of an axis whose row begins at `top`, down to `bottom`.
/// The grid's places are kept in the scale.
pub fn draw(story: &Story, scale: &mut Scale, top: f32, bottom: f32, strong: Ink, out: &mut Vec<Shape>) {
    let style = &story.style;
    let (left, right) = (scale.axis.left, scale.axis.right);
    let y = top + height(story);
    let text_y = y - (1.0 * style.small).round();
    if let Some(line) = scale.line {
        let ground = Rect::from_min_max(pos2(line, top), pos2(right, bottom));
        out.push(Shape::Rect { rect: ground, fill: Some(Ink::Ahead), stroke: None, opacity: 1.0 });
    }
    let folds = scale.axis.folds();
    let mut taken = vec![published(story, scale, text_y, out)];
    for (days, (a, b)) in &folds {
        let run =
            story.run(short_length_in((days.1 - days.0).round() as i64, story.options.language), style.small, Weight::Regular, Ink::Ink3);
        let x = f32::midpoint(*a, *b) - run.width / 2.0;
        let crosses = scale.line.is_some_and(|line| x - style.small * 0.3 < line && line < x + run.width + style.small * 0.3);
        if !crosses && x >= left && x + run.width <= right && free(&taken, (x, x + run.width), style.small * 0.3) {
            taken.push((x, x + run.width));
            out.push(run.at(x, text_y));
        }
    }
    let writer = ticks::Writer { measure: story.measure, language: story.options.language };
    let ticks = ticks::ticks_in(&points(&scale.axis, style.k), story.frame(), writer);
    let months = matches!(ticks.step, Step::Day | Step::Week);
    let length = (style.small * 0.36).round();
    for tick in &ticks.lower {
        let x = (tick.x * style.k).round();
        if x >= left - 0.5 && x <= scale.last + 1.0 && scale.line.is_none_or(|line| (line - x).abs() > style.hair) {
            out.push(upright(x, y - length, y, style.hair, Ink::Rule));
        }
    }
    // A stretch of one month tells its days.
    let days = ticks.step == Step::Day && ticks.upper.iter().filter(|t| t.label.is_some()).count() < 2;
    let row = if months && !days { &ticks.upper } else { &ticks.lower };
    let mut told = None;
    let mut parted = Vec::new();
    for tick in row {
        let Some(label) = &tick.label else { continue };
        let x = (tick.x * style.k).round();
        if x > scale.last + 1.0 {
            continue;
        }
        let counted = matches!(ticks.step, Step::Counted(_));
        if x > left + 1.0 && x <= right && scale.line.is_none_or(|line| (line - x).abs() > style.hair * 2.0) {
            scale.grid.push(x);
            parted.extend((months && !days).then_some(x));
        }
        if counted && label.text == "0" {
            continue;
        }
        let part = folds.iter().filter(|(_, (a, _))| *a < x).count();
        let (text, year) =
            shown(story, scale, ticks.step, (x, &label.text), (days, told.filter(|(_, of)| *of == part).map(|(year, _)| year)));
        let run = story.run(text, style.small, Weight::Medium, Ink::Ink2);
        let at = match () {
            () if counted => x - run.width / 2.0,
            () if x < left + 1.0 => left,
            () => x + style.small * 0.4,
        };
        let (a, b) = (at, at + run.width);
        let apart = style.small * 0.5;
        let crosses = scale.line.is_some_and(|line| a - apart < line && line < b + apart);
        if free(&taken, (a, b), apart) && b <= right && a >= left - 0.5 && !crosses {
            taken.push((a, b));
            told = year.map(|year| (year, part)).or(told);
            out.push(run.at(at, text_y));
        }
    }
    let clear = parted.into_iter().filter(|x| free(&taken, (*x, *x), style.small * 0.2));
    out.extend(clear.map(|x| upright(x, top + style.small * 0.3, y, style.hair, Ink::Rule)));
    out.push(story.rule(left, right, y, style.hair.max(2.0), strong));
    for (_, (a, b)) in &folds {
        fold(f32::midpoint(*a, *b).round(), y + style.hair.max(2.0) / 2.0, style.k * 0.9, (Ink::Paper, Ink::Ink2), out);
    }
    if let Some(line) = scale.line {
        out.push(upright(line, top, bottom, style.hair.max(2.0), Ink::Published));
        let (w, h) = (4.1 * style.k, 5.5 * style.k);
        let flag = vec![pos2(line - w, y - h), pos2(line + w, y - h), pos2(line, y)];
        out.push(Shape::Polyline { points: flag, closed: true, fill: Some(Ink::Published), stroke: None });
    }
}

/// Whether a stretch of the row keeps its distance from all that are taken.
fn free(taken: &[(f32, f32)], (a, b): (f32, f32), apart: f32) -> bool {
    taken.iter().all(|(from, to)| b + apart <= *from || a >= *to + apart)
}

/// A label of the single row, and the year that it tells: the first of months or days tells its year, so does the first after a fold
/// and where it turns, and January stands as its year.
fn shown(story: &Story, scale: &Scale, step: Step, (x, text): (f32, &str), (days, told): (bool, Option<i32>)) -> (String, Option<i32>) {
    let months = matches!(step, Step::Month | Step::Quarter);
    let date = (months || days).then(|| dates::date(scale.axis.to_day(x + 1.0).floor() as Day)).flatten();
    let Some(date) = date else { return (text.to_owned(), None) };
    let year = dates::year(date.year());
    let text = match () {
        () if days && told.is_none() => dates::day(dates::day_of(date), dates::Style { year: true, ..story.date_style() }),
        () if days => date.day().to_string(),
        () if date.month() == 1 => year,
        () if told == Some(date.year()) => text.to_owned(),
        () => format!("{text} {year}"),
    };
    (text, Some(date.year()))
}

pub fn upright(x: f32, from: f32, to: f32, width: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(x, from), to: pos2(x, to), stroke: Stroke { width, ink, dash: None } }
}

/// "Published 19 December 2025" beside its line; gives the stretch of the row that it takes.
fn published(story: &Story, scale: &Scale, y: f32, out: &mut Vec<Shape>) -> (f32, f32) {
    let Some(line) = scale.line else { return (f32::INFINITY, f32::NEG_INFINITY) };
    let style = &story.style;
    let gap = style.small * 0.7;
    let texts = match story.timeline.published {
        Some(day) => {
            let short = dates::day(day, dates::Style { year: true, ..story.date_style() });
            vec![format!("Published {}", dates::long_day_in(day, story.options.language)), format!("Published {short}"), short]
        }
        None => vec!["Published, date unknown".to_owned(), "Published".to_owned()],
    };
    for text in texts {
        let run = story.run(text, style.small, Weight::Medium, Ink::Published);
        for x in [line + gap, line - gap - run.width] {
            if x >= scale.axis.left && x + run.width <= scale.axis.right {
                let taken = (x, x + run.width);
                out.push(run.at(x, y));
                return taken;
            }
        }
    }
    (line, line)
}

/// Grid lines at the scale's places and the edges of its folds, between what they must not cross.
pub fn grid(story: &Story, scale: &Scale, top: f32, bottom: f32, texts: &[Rect], ink: Ink) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let reach = 7.0 * story.style.k / 2.0;
    let folds = scale.axis.folds();
    let edges: Vec<f32> = folds.iter().flat_map(|(_, (a, b))| [*a, *b]).collect();
    let months = scale.grid.iter().filter(|x| edges.iter().all(|edge| (edge - **x).abs() > 2.0)).map(|x| (x, ink));
    for (x, ink) in months.chain(edges.iter().map(|x| (x, Ink::Rule))) {
        let mut blocked: Vec<(f32, f32)> = texts
            .iter()
            .filter(|r| r.left() - reach <= *x && *x <= r.right() + reach)
            .map(|r| (r.top() - reach * 2.0, r.bottom() + reach * 2.0))
            .collect();
        blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut y = top;
        for (from, to) in blocked {
            if from - y >= 13.0 * story.style.k {
                shapes.push(upright(*x, y, from, story.style.hair, ink));
            }
            y = y.max(to);
        }
        if bottom - y >= 6.0 * story.style.k {
            shapes.push(upright(*x, y, bottom, story.style.hair, ink));
        }
    }
    shapes
}

/// The rectangles of all texts in shapes.
pub fn texts(shapes: &[Shape], out: &mut Vec<Rect>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => out.push(Rect::from_min_max(
                pos2(text.at.x, text.at.y - 0.727 * text.font.size),
                pos2(text.at.x + text.width, text.at.y + 0.24 * text.font.size),
            )),
            Shape::Group(group) => texts(&group.shapes, out),
            _ => {}
        }
    }
}
