//! Geometry of the marks: form says how exactly a time is known, outline says whether it happened.
//!
//! `k` scales the core geometry: 1 in the window, 2.2 on a slide, 1.8 on A4, 1.7 in a list, 0.7 in a strip.

use super::timeline::Span;
use crate::chronology::Status;
use crate::scene::{Dash, Ink, Shape, Stroke};
use emath::{Pos2, Rect, pos2};

/// How exactly a time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    Day,
    /// Both ends known, it lasts throughout.
    Stretch,
    /// Some time between the ends.
    Bounds,
    /// Bounded only by the order told.
    Order,
}

/// The form of a span.
pub fn form(span: &Span) -> Form {
    if span.order {
        Form::Order
    } else if span.earliest == span.latest {
        Form::Day
    } else if span.core == Some((span.earliest, span.latest)) {
        Form::Stretch
    } else {
        Form::Bounds
    }
}

/// The inks of one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    pub ink: Ink,
    pub span: Ink,
    /// What lies behind, for hollow marks; none leaves them open.
    pub ground: Option<Ink>,
}

/// One mark to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    pub form: Form,
    pub status: Status,
    /// The drawn ends, as `extent` gave them.
    pub x: (f32, f32),
    /// First and last point of the certain core.
    pub core: Option<(f32, f32)>,
    pub approximate: [bool; 2],
    /// Ends that lie off the view: nothing ends there.
    pub open: [bool; 2],
    pub y: f32,
    pub k: f32,
    pub tone: Tone,
}

/// Below this width (times `k`) a mark known only by order is a lozenge.
pub const LOZENGE_BELOW: f32 = 24.0;

/// The drawn ends of a mark whose bounds lie at `x`: a disc stands on the middle of its day, narrow marks keep a drawable width.
pub fn extent(form: Form, x: (f32, f32), k: f32) -> (f32, f32) {
    let least = match form {
        Form::Day => 10.0 * k,
        Form::Stretch | Form::Bounds => 6.0 * k,
        Form::Order => 12.0 * k,
    };
    let middle = (x.0 + x.1) / 2.0;
    if form == Form::Day || x.1 - x.0 < least { (middle - least / 2.0, middle + least / 2.0) } else { x }
}

/// Half the height of a mark.
pub fn half_height(form: Form, k: f32) -> f32 {
    k * match form {
        Form::Day => 5.0,
        Form::Stretch => 4.0,
        Form::Bounds => 7.0,
        Form::Order => 6.0,
    }
}

impl Mark {
    /// Whether it is drawn as a lozenge.
    pub fn is_lozenge(&self) -> bool {
        self.form == Form::Order && self.x.1 - self.x.0 < LOZENGE_BELOW * self.k && self.open == [false; 2]
    }

    pub fn rect(&self) -> Rect {
        let half = half_height(self.form, self.k);
        Rect::from_min_max(pos2(self.x.0, self.y - half), pos2(self.x.1, self.y + half))
    }

    pub fn draw(&self, out: &mut Vec<Shape>) {
        match self.form {
            Form::Day => self.disc(out),
            Form::Order if self.is_lozenge() => self.lozenge(out),
            Form::Order => self.order(out),
            Form::Stretch | Form::Bounds => self.bar(out),
        }
        if self.status == Status::CalledOff {
            let reach = self.k * if self.form == Form::Day { 4.7 } else { 7.0 };
            let middle = pos2((self.x.0 + self.x.1) / 2.0, self.y);
            out.push(self.line(pos2(middle.x - reach, middle.y + reach), pos2(middle.x + reach, middle.y - reach), None));
        }
    }

    fn stroke(&self, width: f32, dash: Option<Dash>) -> Stroke {
        Stroke { width: width * self.k, ink: self.tone.ink, dash }
    }

    /// A line 1.5 wide; dashes by status are fitted so that both its ends are ink.
    fn line(&self, from: Pos2, to: Pos2, dash: Option<Dash>) -> Shape {
        Shape::Line { from, to, stroke: self.stroke(1.5, dash.map(|d| fitted(d, from.distance(to)))) }
    }

    /// The dash of an outline; none is solid.
    fn outline(&self, small: bool) -> Option<Dash> {
        let (on, off) = match (self.status, small) {
            (Status::Happened | Status::CalledOff, _) => return None,
            (Status::Expected, false) => (4.0, 3.0),
            (Status::Expected, true) => (3.0, 2.0),
            (Status::Proposed, false) => (1.5, 2.5),
            (Status::Proposed, true) => (1.3, 2.0),
        };
        Some(Dash { on: on * self.k, off: off * self.k })
    }

    fn hollow(&self) -> bool {
        self.status != Status::Happened
    }

    fn disc(&self, out: &mut Vec<Shape>) {
        let center = pos2((self.x.0 + self.x.1) / 2.0, self.y);
        if !self.hollow() {
            out.push(Shape::Disc { center, radius: 5.0 * self.k, fill: Some(self.tone.ink), stroke: None });
            return;
        }
        let radius = 4.25 * self.k;
        let dash = self.outline(true).map(|d| around(d, std::f32::consts::TAU * radius));
        out.push(Shape::Disc { center, radius, fill: self.tone.ground, stroke: Some(self.stroke(1.5, dash)) });
    }

    fn lozenge(&self, out: &mut Vec<Shape>) {
        let (a, b) = self.x;
        let (half, middle) = (6.0 * self.k, (self.x.0 + self.x.1) / 2.0);
        let corners = [pos2(a, self.y), pos2(middle, self.y - half), pos2(b, self.y), pos2(middle, self.y + half)];
        let fill = if self.hollow() { self.tone.ground } else { Some(self.tone.span) };
        let stroke = self.stroke(1.5, None);
        match self.outline(true) {
            None => out.push(Shape::Polyline { points: corners.to_vec(), closed: true, fill, stroke: Some(stroke) }),
            Some(dash) => {
                out.push(Shape::Polyline { points: corners.to_vec(), closed: true, fill, stroke: None });
                for (from, to) in [(0, 1), (2, 1), (2, 3), (0, 3)] {
                    out.push(self.line(corners[from], corners[to], Some(dash)));
                }
            }
        }
    }

    fn order(&self, out: &mut Vec<Shape>) {
        let k = self.k;
        let (a, b) = self.x;
        let half = if self.hollow() { 4.25 * k } else { 6.0 * k };
        let from = if self.open[0] { a } else { a + 5.0 * k };
        let to = if self.open[1] { b } else { b - 5.0 * k };
        if self.hollow() {
            for y in [self.y - half, self.y + half] {
                out.push(self.line(pos2(from, y), pos2(to, y), self.outline(false)));
            }
        } else {
            let (from, to) = (if self.open[0] { a } else { a + 4.0 * k }, if self.open[1] { b } else { b - 4.0 * k });
            let dash = fitted(Dash { on: 6.0 * k, off: 4.0 * k }, to - from);
            out.push(Shape::Line { from: pos2(from, self.y), to: pos2(to, self.y), stroke: self.stroke(1.25, Some(dash)) });
        }
        for (open, tip, tail) in [(self.open[0], a + 0.75 * k, from), (self.open[1], b - 0.75 * k, to)] {
            if !open {
                let points = vec![pos2(tail, self.y - half), pos2(tip, self.y), pos2(tail, self.y + half)];
                out.push(Shape::Polyline { points, closed: false, fill: None, stroke: Some(self.stroke(1.5, None)) });
            }
        }
    }

    fn bar(&self, out: &mut Vec<Shape>) {
        let k = self.k;
        let (a, b) = self.x;
        let half = 4.0 * k;
        let ticks = self.form == Form::Bounds;
        let tick = |end: usize| ticks && !self.open[end] && !self.approximate[end];
        if self.hollow() {
            let half = 4.25 * k;
            let from = if tick(0) { a + 2.0 * k } else { a };
            let to = if tick(1) { b - 2.0 * k } else { b };
            if let Some(ground) = self.tone.ground {
                let rect = Rect::from_min_max(pos2(a, self.y - 5.0 * k), pos2(b, self.y + 5.0 * k));
                out.push(Shape::Rect { rect, fill: Some(ground), stroke: None, opacity: 1.0 });
            }
            for y in [self.y - half, self.y + half] {
                out.push(self.line(pos2(from, y), pos2(to, y), self.outline(false)));
            }
            for (end, x) in [(0, a + 0.75 * k), (1, b - 0.75 * k)] {
                if !ticks && !self.open[end] && !self.approximate[end] {
                    out.push(self.line(pos2(x, self.y - 5.0 * k), pos2(x, self.y + 5.0 * k), None));
                }
            }
        } else {
            let fill = if self.form == Form::Stretch { self.tone.ink } else { self.tone.span };
            // Steps of 4 where there is room for them.
            let step = (4.0 * k).min((b - a) / 8.0);
            let soft = |end: usize| if self.approximate[end] && !self.open[end] { 3.0 * step } else { 0.0 };
            let (from, to) = (a + soft(0), b - soft(1));
            let mut rect = |x0: f32, x1: f32, ink: Ink, opacity: f32| {
                let rect = Rect::from_min_max(pos2(x0, self.y - half), pos2(x1, self.y + half));
                out.push(Shape::Rect { rect, fill: Some(ink), stroke: None, opacity });
            };
            rect(from, to, fill, 1.0);
            for (index, opacity) in [(0.0, 0.75), (1.0, 0.5), (2.0, 0.25)] {
                if soft(0) > 0.0 {
                    rect(from - (index + 1.0) * step, from - index * step, fill, opacity);
                }
                if soft(1) > 0.0 {
                    rect(to + index * step, to + (index + 1.0) * step, fill, opacity);
                }
            }
            if let (Form::Bounds, Some((x0, x1))) = (self.form, self.core) {
                let (x0, x1) = (x0.max(a), x1.min(b));
                if x1 > x0 {
                    rect(x0, x1, self.tone.ink, 1.0);
                }
            }
        }
        for (end, x) in [(0, a), (1, b - 2.0 * k)] {
            if tick(end) {
                let rect = Rect::from_min_max(pos2(x, self.y - 7.0 * k), pos2(x + 2.0 * k, self.y + 7.0 * k));
                out.push(Shape::Rect { rect, fill: Some(self.tone.ink), stroke: None, opacity: 1.0 });
            }
        }
    }
}

/// Dashes whose blanks are stretched or squeezed so that a line of `length` begins and ends in ink.
pub fn fitted(dash: Dash, length: f32) -> Dash {
    if length <= dash.on * 1.5 {
        return Dash { on: length.max(0.1), off: dash.off };
    }
    let gaps = ((length - dash.on) / (dash.on + dash.off)).round().max(1.0);
    // Two dashes look like brackets: three shorter ones where they can still be told from dots.
    let on = length / (3.0 + 2.0 * 0.62);
    if gaps < 2.0 && on >= dash.on * 0.625 {
        return Dash { on, off: on * 0.62 };
    }
    Dash { on: dash.on, off: ((length - (gaps + 1.0) * dash.on) / gaps).max(0.5) }
}

/// Dashes fitted to a closed outline.
fn around(dash: Dash, length: f32) -> Dash {
    let count = (length / (dash.on + dash.off)).round().max(1.0);
    Dash { on: dash.on, off: (length / count - dash.on).max(0.5) }
}

/// Turns shapes by exchanging across and down about a point: marks upright, for lists.
pub fn upright(shapes: &mut [Shape], about: Pos2) {
    let turn = |p: Pos2| pos2(about.x + (p.y - about.y), about.y + (p.x - about.x));
    for shape in shapes {
        match shape {
            Shape::Rect { rect, .. } => *rect = Rect::from_two_pos(turn(rect.min), turn(rect.max)),
            Shape::Line { from, to, .. } => (*from, *to) = (turn(*from), turn(*to)),
            Shape::Polyline { points, .. } => points.iter_mut().for_each(|p| *p = turn(*p)),
            Shape::Disc { center, .. } => *center = turn(*center),
            Shape::Text(text) => text.at = turn(text.at),
            Shape::Group(group) => upright(&mut group.shapes, about),
        }
    }
}

#[cfg(test)]
mod tests;
