//! A few events, each with room: what was before publication left of its line, what lies ahead right of it, on shared rows.

use super::axis::{self, Scale};
use super::page::{Page, Sign, Story, signs};
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::line::{Line, Run, shortened, wrapped_evenly};
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
    let top = page.body.top() + axis::height(story) + 2.0;
    let room = page.body.bottom() - top;
    let height = (room / rows as f32).min(190.0 * story.style.k / 1.5);
    // Type gives way a little before an event would.
    let (event, date) = [1.0, 0.92, 0.85]
        .iter()
        .map(|f| ((story.style.event * f).round(), (story.style.date * f).round().max(story.style.small)))
        .find(|(event, date)| need(story, *event, *date, 1) <= height)?;
    let bottom = top + height * rows as f32;
    let mut scale = Scale::new(story, plan.range, page.body.left(), page.body.right());
    let mut content = Vec::new();
    for (side, indices) in [(&plan.past, true), (&plan.ahead, false)].map(|(i, past)| (past, i)) {
        for (row, index) in indices.iter().enumerate() {
            let (entry, span) = entries.get(*index).and_then(|e| Some((*e, e.span?)))?;
            let y = top + height * row as f32;
            let writer = Writer { story, scale: &scale, entry, span, event, date, top: y, height, past: side };
            let mut shapes = Vec::new();
            writer.draw(&mut shapes)?;
            content.push(story.group(entry, shapes));
        }
    }
    let mut shapes = Vec::new();
    axis::draw(story, &mut scale, page.body.top(), bottom, Ink::Ink, &mut shapes);
    let mut texts = Vec::new();
    axis::texts(&content, &mut texts);
    let clear: Vec<Rect> = texts.into_iter().collect();
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

/// The height that an event takes whose title has some lines.
fn need(story: &Story, event: f32, date: f32, lines: usize) -> f32 {
    event * 1.15 * lines as f32 + date * 1.3 + story.style.small * 1.35 + story.style.small * 0.9
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
    event: f32,
    date: f32,
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

    /// Title in at most two lines; shortened with "…" only where two do not hold it.
    fn title(&self, room: f32, most: usize) -> Option<Vec<Run>> {
        let story = self.story;
        let at = crate::layout::line::font(self.event, Weight::SemiBold);
        let fits = |lines| wrapped_evenly(&self.entry.title, at, room, lines, story.measure);
        let lines = (1..=most).find_map(fits).or_else(|| {
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
        let most = if need(story, self.event, self.date, 2) + 16.0 * k <= self.height { 2 } else { 1 };
        let title = self.title(high - low - hang, most)?;
        let width = title.iter().map(|r| r.width).fold(0.0, f32::max);
        // A narrow mark may stand anywhere beneath its title; the dates keep beside it.
        let x = mark.x.0.min(high - width).max(low + hang);
        let lines = title.len() as f32;
        let pitch = self.event * 1.15;
        let content = pitch * lines + 18.0 * k + 16.0 * k + self.date;
        let mut y = self.top + (self.height - content).max(0.0) / 2.0 + 0.86 * self.event;
        out.push(number.at(x - hang, y.round()));
        for run in title {
            out.push(run.at(x, y.round()));
            y += pitch;
        }
        let mark = Mark { y: (y - pitch + 19.0 * k).round(), ..mark };
        mark.draw(out);
        let y = (mark.y + 14.0 * k + 0.86 * self.date).round();
        self.beneath(&mark, x, low, high, y, out);
        Some(())
    }

    fn beneath(&self, mark: &Mark, x: f32, low: f32, high: f32, y: f32, out: &mut Vec<Shape>) {
        let story = self.story;
        let date = |text: String| story.run(text, self.date, Weight::Medium, Ink::Ink);
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
            line.push(story.run(format!("“{}”", said.trim_matches(['“', '”', '"'])), self.date, Weight::Medium, Ink::Ink2));
        }
        line.push(date(self.stretch(false)).after(self.date * 0.5));
        let mut whole = line.clone();
        let rest = self.small_line(said.is_none());
        for (index, run) in rest.runs.into_iter().enumerate() {
            whole.push(if index == 0 { run.after(self.date * 0.6) } else { run });
        }
        let mut short = line.clone();
        for (index, run) in self.small_line(false).runs.into_iter().enumerate() {
            short.push(if index == 0 { run.after(self.date * 0.6) } else { run });
        }
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
        let most = if need(story, self.event, self.date, 2) <= self.height { 2 } else { 1 };
        let title = self.title(high - x, most)?;
        let pitch = self.event * 1.15;
        let content = pitch * title.len() as f32 + self.date * 1.3 + story.style.small * 1.35;
        let mut y = self.top + (self.height - content).max(0.0) / 2.0 + 0.86 * self.event;
        let mark = Mark { y: (y - 0.36 * self.event).round(), ..mark };
        mark.draw(out);
        out.push(number.at(number_x, y.round()));
        for run in title {
            out.push(run.at(x, y.round()));
            y += pitch;
        }
        y += self.date * 1.3 - pitch + 0.1 * self.event;
        let fits = |text: String| Some(story.run(text, self.date, Weight::Medium, Ink::Ink)).filter(|r| r.width <= high - x);
        let date = fits(self.stretch(true)).or_else(|| fits(self.stretch(false)))?;
        out.push(date.at(x, y.round()));
        y += story.style.small * 1.35;
        let line = [self.small_line(true), self.small_line(false)].into_iter().find(|l| l.width() <= high - x)?;
        line.place(x, y.round(), out);
        Some(())
    }
}

/// Whether a mark of a width would be drawn as a lozenge.
pub fn is_lozenge(width: f32, k: f32) -> bool {
    width < LOZENGE_BELOW * k
}
