//! A few events, each with room: what was before publication left of its line, what lies ahead right of it, on shared rows.

use super::axis::{self, Scale};
use super::page::{Page, Sign, Story, signs};
use super::style::Style;
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::line::{Line, Run, font, shortened, wrapped_evenly};
use crate::layout::mark::{LOZENGE_BELOW, Mark, form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Scene, Shape, Weight};
use emath::Rect;

/// More events than this are not tried in rows.
pub const MOST: usize = 10;
/// Rows that a page may have.
const MOST_ROWS: usize = 5;

/// Where the axis begins and ends and where its publication line stands.
struct Plan {
    range: (f64, f64),
    /// Indices of what stands left and right of the line.
    past: Vec<usize>,
    ahead: Vec<usize>,
}

/// One page with all events in rows; none where they do not fit.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    let used: Vec<Sign> = entries.iter().flat_map(|e| signs(e, false)).collect();
    let mut page = story.page(entries, &used, false, (1, 1));
    if entries.is_empty() {
        nothing(story, &mut page);
        return Some(story.scene(page));
    }
    let plan = plan(story, entries, page.body)?;
    let rows = plan.past.len().max(plan.ahead.len());
    if rows > MOST_ROWS {
        return None;
    }
    let head = axis::height(story) + 2.0;
    let height = ((page.body.height() - head) / rows as f32).min(150.0 * story.style.k);
    // One or two rows do not fill a page: they stand a little above its middle.
    let start = page.body.top() + ((page.body.height() - head - height * rows as f32) * 0.4).round();
    let top = start + head;
    let bottom = top + height * rows as f32;
    let mut scale = Scale::new(story, plan.range, page.body.left(), page.body.right());
    let sides: Vec<(usize, bool, usize)> = [(&plan.past, true), (&plan.ahead, false)]
        .into_iter()
        .flat_map(|(indices, past)| indices.iter().enumerate().map(move |(row, index)| (row, past, *index)))
        .collect();
    let attempt = |manner: Manner| {
        let mut content = Vec::new();
        for (row, past, index) in &sides {
            let (entry, span) = entries.get(*index).and_then(|e| Some((*e, e.span?)))?;
            let writer = Writer { story, scale: &scale, entry, span, manner, top: top + height * *row as f32, height, past: *past };
            let mut shapes = Vec::new();
            writer.draw(&mut shapes)?;
            content.push(story.group(entry, shapes));
        }
        Some(content)
    };
    let mut content = manners(&story.style, height).into_iter().find_map(attempt)?;
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

fn nothing(story: &Story, page: &mut Page) {
    let text = match story.unplaced {
        0 => "No events".to_owned(),
        n => format!("{n} not placed in time"),
    };
    page.shapes.push(story.run(text, story.style.date, Weight::Medium, Ink::Ink2).at(page.body.left(), page.body.center().y));
}

/// How the events of a page are written: what gives way, gives way on all of them.
#[derive(Debug, Clone, Copy)]
struct Manner {
    event: f32,
    date: f32,
    /// Lines that a title may take.
    lines: usize,
    /// Whether the reason has its own line.
    reason: bool,
    /// Whether titles may be shortened with "…".
    cut: bool,
}

/// The manners that fit a row's height, the fullest first: smaller type, then no reason, then shorter titles.
fn manners(style: &Style, height: f32) -> Vec<Manner> {
    let mut manners = Vec::new();
    for (reason, cut) in [(true, false), (false, false), (false, true)] {
        for factor in [1.0, 0.92, 0.85, 0.78] {
            for lines in [1, 2] {
                let manner = Manner {
                    event: (style.event * factor).round().max(style.small),
                    date: (style.date * factor).round().max(style.small),
                    lines,
                    reason,
                    cut,
                };
                if manner.height(style) <= height {
                    manners.push(manner);
                }
            }
        }
    }
    manners
}

impl Manner {
    fn pitch(&self) -> f32 {
        self.event * 1.15
    }

    /// What an event takes beside its mark, or above it with a title of one line, whichever is more.
    fn content(&self, style: &Style) -> f32 {
        let beside = self.pitch() * self.lines as f32 + self.date * 1.3 + if self.reason { style.small * 1.3 } else { 0.0 };
        beside.max(self.above(style, 1))
    }

    /// What an event takes whose title has some lines above its mark.
    fn above(&self, style: &Style, lines: usize) -> f32 {
        self.pitch() * lines as f32 + 28.0 * style.k + self.date * 0.5
    }

    fn height(&self, style: &Style) -> f32 {
        self.content(style) + 6.0 * style.k
    }

    /// The first baseline of all events in rows of a height.
    fn first(&self, style: &Style, height: f32) -> f32 {
        (height - self.content(style)) / 2.0 + 0.86 * self.event
    }
}

/// Divides the events at publication and finds the range that leaves both sides their room.
fn plan(story: &Story, entries: &[&Entry], body: Rect) -> Option<Plan> {
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
    let width = f64::from(body.width());
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
            let scale = scale_past.min(scale_ahead);
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

struct Writer<'a> {
    story: &'a Story<'a>,
    scale: &'a Scale,
    entry: &'a Entry,
    span: Span,
    manner: Manner,
    top: f32,
    height: f32,
    past: bool,
}

impl Writer<'_> {
    fn draw(&self, out: &mut Vec<Shape>) -> Option<()> {
        let story = self.story;
        let k = story.style.k;
        let (a, b) = self.scale.ends(story, &self.span);
        let ground = if self.past || self.scale.line.is_none() { Ink::Paper } else { Ink::Ahead };
        let core = self.span.core.map(|(x, y)| (self.scale.axis.to_x(x.into()), self.scale.axis.to_x(f64::from(y) + 1.0)));
        let mark = Mark {
            form: form(&self.span),
            status: self.entry.status,
            x: (a, b),
            core,
            approximate: self.span.approximate,
            open: [false; 2],
            y: 0.0,
            k,
            tone: story.tone(self.entry, ground),
        };
        let (low, high) = self.room();
        if self.past || b - a > (high - low) * 0.45 { self.above(mark, low, high, out) } else { self.beside(mark, high, out) }
    }

    /// The stretch that text may fill.
    fn room(&self) -> (f32, f32) {
        let gap = 5.0 * self.story.style.k;
        let (left, right) = (self.scale.axis.left, self.scale.axis.right - gap);
        match self.scale.line {
            Some(line) if self.past => (left, line - gap),
            Some(line) => (line + gap, right),
            None => (left, right),
        }
    }

    fn number(&self) -> Run {
        self.story.run(self.entry.number.to_string(), self.story.style.small, Weight::Regular, Ink::Ink3)
    }

    fn year(&self) -> bool {
        self.scale.year
    }

    /// Title in the lines that the manner grants.
    fn title(&self, room: f32) -> Option<Vec<Run>> {
        let story = self.story;
        let most = self.manner.lines;
        let at = font(self.manner.event, Weight::SemiBold);
        let fits = |lines| wrapped_evenly(&self.entry.title, at, room, lines, story.measure);
        let lines = (1..=most).find_map(fits).or_else(|| {
            if !self.manner.cut {
                return None;
            }
            let short = shortened(&self.entry.title, at, room * most as f32 * 0.9, story.measure)?;
            wrapped_evenly(&short, at, room, most, story.measure)
        })?;
        Some(lines.into_iter().map(|l| Run::new(l, at, Story::title_ink(self.entry), story.measure)).collect())
    }

    fn stretch(&self, weekday: bool) -> String {
        let s = &self.span;
        let style = DateStyle { weekday, year: self.year() };
        dates::stretch(self.story.frame(), s.earliest, s.latest, s.approximate, s.grain, style)
    }

    /// Status, attribution, reason and paragraph in one line.
    fn small_line(&self, reason: bool) -> Line {
        let story = self.story;
        let small = |text: String, ink| story.run(text, story.style.small, Weight::Regular, ink);
        let mut line = Line::default();
        let words = Story::words(self.entry);
        let why = Story::reason(self.entry).filter(|_| reason);
        if let Some(words) = words {
            line.push(small(if why.is_some() { format!("{words}, ") } else { words }, Ink::Ink2));
        }
        let mut rest: Vec<String> = why.into_iter().collect();
        rest.extend(self.entry.paragraph.map(|n| format!("¶{n}")));
        if !rest.is_empty() {
            let gap = if reason && Story::reason(self.entry).is_some() { 0.0 } else { story.style.small * 0.3 };
            line.push(small(rest.join(" "), Ink::Ink3).after(gap));
        }
        line
    }

    /// Title above the mark, dates under its ends, reason between.
    fn above(&self, mark: Mark, low: f32, high: f32, out: &mut Vec<Shape>) -> Option<()> {
        let story = self.story;
        let k = story.style.k;
        let number = self.number();
        let hang = number.width + 7.0 * k;
        let title = self.title(high - low - hang)?;
        let rest = self.height - self.manner.first(&story.style, self.height) + 0.86 * self.manner.event;
        if self.manner.above(&story.style, title.len()) > rest {
            return None;
        }
        let width = title.iter().map(|r| r.width).fold(0.0, f32::max);
        // A narrow mark may stand anywhere beneath its title; the dates keep beside it.
        let x = mark.x.0.min(high - width).max(low + hang);
        let pitch = self.manner.pitch();
        let mut y = self.top + self.manner.first(&story.style, self.height);
        out.push(number.at(x - hang, y.round()));
        for run in title {
            out.push(run.at(x, y.round()));
            y += pitch;
        }
        let mark = Mark { y: (y - pitch + 17.0 * k).round(), ..mark };
        mark.draw(out);
        let y = (mark.y + 11.0 * k + 0.86 * self.manner.date).round();
        self.beneath(&mark, x, low, high, y, out);
        Some(())
    }

    fn beneath(&self, mark: &Mark, x: f32, low: f32, high: f32, y: f32, out: &mut Vec<Shape>) {
        let story = self.story;
        let date = |text: String| story.run(text, self.manner.date, Weight::Medium, Ink::Ink);
        let said = (self.span.approximate[0] || self.span.approximate[1]).then_some(()).and(self.entry.words.as_ref());
        let gap = 12.0 * story.style.k / 2.0;
        if said.is_none() && self.span.earliest != self.span.latest {
            let [left, right] = [0, 1].map(|end| {
                let at = if end == 0 { self.span.earliest } else { self.span.latest };
                date(dates::end(story.frame(), at, self.span.approximate[end], self.year()))
            });
            let (from, to) = (mark.x.0, mark.x.1.min(high));
            let (a, b) = (from + left.width, to - right.width);
            let candidates = [self.small_line(true), self.small_line(false)];
            let between = candidates.into_iter().find(|l| a + gap * 2.0 + l.width() <= b - gap * 2.0);
            if from >= low && a + gap <= b && (between.is_some() || Story::words(self.entry).is_none()) {
                out.push(left.at(from, y));
                out.push(right.at(b, y));
                if let Some(line) = between {
                    let at = (a + b - line.width()) / 2.0;
                    line.place(at, y, out);
                }
                return;
            }
        }
        let mut line = Line::default();
        if let Some(said) = said {
            line.push(story.run(format!("“{}”", said.trim_matches(['“', '”', '"'])), self.manner.date, Weight::Medium, Ink::Ink2));
        }
        line.push(date(self.stretch(false)).after(self.manner.date * 0.5));
        let whole = self.joined(line.clone(), said.is_none());
        let short = self.joined(line.clone(), false);
        for line in [whole, short, line] {
            if line.width() <= high - low {
                let at = x.min(high - line.width()).max(low);
                line.place(at, y, out);
                return;
            }
        }
    }

    /// Number and title right of a narrow mark, the time and the reason beneath.
    fn beside(&self, mark: Mark, high: f32, out: &mut Vec<Shape>) -> Option<()> {
        let story = self.story;
        let k = story.style.k;
        let number = self.number();
        let number_x = mark.x.1 + 11.0 * k;
        let x = (number_x + number.width + 6.0 * k).round();
        let title = self.title(high - x)?;
        let pitch = self.manner.pitch();
        let mut y = self.top + self.manner.first(&story.style, self.height);
        let mark = Mark { y: (y - 0.36 * self.manner.event).round(), ..mark };
        mark.draw(out);
        out.push(number.at(number_x, y.round()));
        for run in title {
            out.push(run.at(x, y.round()));
            y += pitch;
        }
        y += self.manner.date * 1.3 - pitch + 0.1 * self.manner.event;
        let date = |weekday| story.run(self.stretch(weekday), self.manner.date, Weight::Medium, Ink::Ink);
        let dates = [date(true), date(false)];
        if !self.manner.reason {
            // One line for all: date, status, paragraph.
            let line = dates.into_iter().map(|d| self.joined(Line::of(d), false)).find(|l| l.width() <= high - x)?;
            line.place(x, y.round(), out);
            return Some(());
        }
        dates.into_iter().find(|d| d.width <= high - x)?.at_into(x, y.round(), out);
        y += story.style.small * 1.3;
        let line = [self.small_line(true), self.small_line(false)].into_iter().find(|l| l.width() <= high - x)?;
        line.place(x, y.round(), out);
        Some(())
    }

    /// A line with status, attribution and paragraph after it.
    fn joined(&self, mut line: Line, reason: bool) -> Line {
        for (index, run) in self.small_line(reason).runs.into_iter().enumerate() {
            line.push(if index == 0 { run.after(self.manner.date * 0.6) } else { run });
        }
        line
    }
}

/// Whether a mark of a width would be drawn as a lozenge.
pub fn is_lozenge(width: f32, k: f32) -> bool {
    width < LOZENGE_BELOW * k
}
