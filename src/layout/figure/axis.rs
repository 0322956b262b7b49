//! The axis of a figure: one row of labels over a line, and the publication line with its words.

use super::page::{Sign, Story, signs};
use crate::chronology::{Day, dates};
use crate::layout::axis::Axis;
use crate::layout::mark::{Form, LOZENGE_BELOW};
use crate::layout::ticks::{self, Step};
use crate::layout::timeline::Entry;
use crate::scene::{Ink, Shape, Stroke, Weight};
use emath::{Rect, pos2};

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
    /// The axis of a range between two sides of the page, on which entries are told.
    pub fn new(story: &Story, entries: &[&Entry], range: (f64, f64), (left, right): (f32, f32)) -> Self {
        let axis = Axis::new(range, left, right);
        let line = story.timeline.line().map(|day| axis.to_x(f64::from(day) + 0.5).round());
        let line = line.filter(|x| *x >= left && *x <= right);
        let step = ticks::step(&points(&axis, story.style.k), story.frame());
        let last = entries.iter().filter_map(|e| e.span).map(|s| axis.to_x(f64::from(s.latest) + 1.0)).fold(left, f32::max);
        Self { axis, line, year: ticks::needs_year(step), last: last.max(line.unwrap_or(left)), grid: Vec::new() }
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
    let taken = published(story, scale, text_y, out);
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
    let mut end = f32::NEG_INFINITY;
    let row = if months { &ticks.upper } else { &ticks.lower };
    for tick in row {
        let Some(label) = &tick.label else { continue };
        let x = (tick.x * style.k).round();
        if x > scale.last + 1.0 {
            continue;
        }
        let counted = matches!(ticks.step, Step::Counted(_));
        if x > left + 1.0 && x <= right && scale.line.is_none_or(|line| (line - x).abs() > style.hair * 2.0) {
            scale.grid.push(x);
            let words = taken.0 - style.small * 0.2 <= x && x <= taken.1 + style.small * 0.2;
            if months && !words {
                out.push(upright(x, top + style.small * 0.3, y, style.hair, Ink::Rule));
            }
        }
        if counted && label.text == "0" {
            continue;
        }
        let text = shown(&ticks, tick, &label.text);
        let run = story.run(text, style.small, Weight::Medium, Ink::Ink2);
        let at = match () {
            () if counted => x - run.width / 2.0,
            () if x < left + 1.0 => left,
            () => x + style.small * 0.4,
        };
        let (a, b) = (at, at + run.width);
        let apart = style.small * 0.5;
        let clear = a >= end + apart && b <= right && a >= left - 0.5 && (b + apart <= taken.0 || a >= taken.1 + apart);
        let crosses = scale.line.is_some_and(|line| a - apart < line && line < b + apart);
        if clear && !crosses {
            end = b;
            out.push(run.at(at, text_y));
        }
    }
    out.push(story.rule(left, right, y, style.hair.max(2.0), strong));
    if let Some(line) = scale.line {
        out.push(upright(line, top, bottom, style.hair.max(2.0), Ink::Published));
        let (w, h) = (4.1 * style.k, 5.5 * style.k);
        let flag = vec![pos2(line - w, y - h), pos2(line + w, y - h), pos2(line, y)];
        out.push(Shape::Polyline { points: flag, closed: true, fill: Some(Ink::Published), stroke: None });
    }
}

/// A label of the single row: months carry the year where it turns, January stands as its year.
fn shown(ticks: &ticks::Ticks, tick: &ticks::Tick, text: &str) -> String {
    match ticks.step {
        Step::Month | Step::Quarter if text == "Jan" => {
            let year = ticks.upper.iter().find(|u| (u.x - tick.x).abs() < 0.5).and_then(|u| u.label.as_ref());
            year.map_or(text, |l| l.text.as_str()).to_owned()
        }
        _ => text.to_owned(),
    }
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

/// Grid lines at the scale's places, between what they must not cross.
pub fn grid(story: &Story, scale: &Scale, top: f32, bottom: f32, texts: &[Rect], ink: Ink) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let reach = 7.0 * story.style.k / 2.0;
    for x in &scale.grid {
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
