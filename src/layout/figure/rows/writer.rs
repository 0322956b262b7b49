//! One event of a page of rows: its mark, with the title above it or beside it.

use super::manner::Manner;
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::figure::axis::Scale;
use crate::layout::figure::page::Story;
use crate::layout::line::{Line, Run, font, shortened, wrapped_evenly};
use crate::layout::mark::{Mark, form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Shape, Weight};

/// A mark at least this wide (times `k`) carries its title above itself.
const WIDE: f32 = 120.0;

/// What one event is drawn from.
pub struct Writer<'a> {
    pub story: &'a Story<'a>,
    pub scale: &'a Scale,
    pub entry: &'a Entry,
    /// The entry's span.
    pub span: Span,
    /// Sizes of the text and how much of it is told.
    pub manner: Manner,
    /// Whether a narrow mark with no room beside it may carry its title above itself.
    pub narrow_above: bool,
    /// Of its row, in points of the page.
    pub top: f32,
    pub height: f32,
    /// Whether it stands left of the publication line.
    pub past: bool,
}

impl Writer<'_> {
    /// Draws the event; none where it does not fit its row in this manner.
    pub fn draw(&self, out: &mut Vec<Shape>) -> Option<()> {
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
        // A wide mark carries its title above itself; a narrow one has it beside itself where there is room.
        let title = story.measure.width(&self.entry.title, font(self.manner.event, Weight::SemiBold));
        let wide = b - a >= title.min(WIDE * k) || b - a > (high - low) * 0.45;
        let beside = if wide { None } else { self.beside(mark, low, high) };
        match beside {
            Some(mut shapes) => out.append(&mut shapes),
            None if wide || self.narrow_above => self.above(mark, low, high, out)?,
            None => return None,
        }
        Some(())
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
        let style = DateStyle { weekday, year: self.year(), ..self.story.date_style() };
        dates::stretch(self.story.frame(), s.earliest, s.latest, s.approximate, s.grain, style)
    }

    /// Status, attribution, reason and paragraph in one line.
    fn small_line(&self, reason: bool) -> Line {
        let story = self.story;
        let small = |text: String, ink| story.run(text, story.style.small, Weight::Regular, ink);
        let mut line = Line::default();
        let words = self.entry.remarks();
        let why = self.entry.short_reason().filter(|_| reason);
        if let Some(words) = words {
            line.push(small(if why.is_some() { format!("{words}, ") } else { words }, Ink::Ink2));
        }
        let mut rest: Vec<String> = why.into_iter().collect();
        rest.extend(self.entry.paragraph.map(|n| format!("¶{n}")));
        if !rest.is_empty() {
            let gap = if reason && self.entry.short_reason().is_some() { 0.0 } else { story.style.small * 0.3 };
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
        // What hangs below the last baseline stays clear of the rule beneath the row.
        let foot = 0.2 * self.manner.date + 1.0;
        if self.manner.above(&story.style, title.len()) + foot > rest {
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
        self.beneath(&mark, x, low, high, y, out)
    }

    /// Dates, reason and status under a mark; none where status and attribution, which are never dropped, find no room.
    fn beneath(&self, mark: &Mark, x: f32, low: f32, high: f32, y: f32, out: &mut Vec<Shape>) -> Option<()> {
        let story = self.story;
        let date = |text: String| story.run(text, self.manner.date, Weight::Medium, Ink::Ink);
        let said = if self.span.approximate[0] || self.span.approximate[1] { self.entry.quote() } else { None };
        let gap = 12.0 * story.style.k / 2.0;
        if said.is_none() && self.span.earliest != self.span.latest {
            let [left, right] = [0, 1].map(|end| {
                let at = if end == 0 { self.span.earliest } else { self.span.latest };
                let style = DateStyle { year: self.year(), ..story.date_style() };
                date(dates::end_in(story.frame(), at, self.span.approximate[end], style))
            });
            let (from, to) = (mark.x.0, mark.x.1.min(high));
            let (a, b) = (from + left.width, to - right.width);
            let candidates = [self.small_line(true), self.small_line(false)];
            let between = candidates.into_iter().find(|l| a + gap * 2.0 + l.width() <= b - gap * 2.0);
            if from >= low && a + gap <= b && (between.is_some() || self.entry.remarks().is_none()) {
                out.push(left.at(from, y));
                out.push(right.at(b, y));
                if let Some(line) = between {
                    let at = (a + b - line.width()) / 2.0;
                    line.place(at, y, out);
                }
                return Some(());
            }
        }
        let mut line = Line::default();
        let reason = said.is_none();
        if let Some(said) = said {
            line.push(story.run(said, self.manner.date, Weight::Medium, Ink::Ink2));
        }
        line.push(date(self.stretch(false)).after(self.manner.date * 0.5));
        let whole = self.joined(line.clone(), reason);
        let short = self.joined(line.clone(), false);
        let bare = self.entry.remarks().is_none().then_some(line);
        let line = [whole, short].into_iter().chain(bare).find(|l| l.width() <= high - low)?;
        let at = x.min(high - line.width()).max(low);
        line.place(at, y, out);
        Some(())
    }

    /// Number and title right of a narrow mark, or left of it where the right has no room, the time and the reason beneath.
    fn beside(&self, mark: Mark, low: f32, high: f32) -> Option<Vec<Shape>> {
        let story = self.story;
        let k = story.style.k;
        let number = self.number();
        let hang = number.width + 6.0 * k;
        let mut y = self.top + self.manner.first(&story.style, self.height);
        let mut out = Vec::new();
        Mark { y: (y - 0.36 * self.manner.event).round(), ..mark }.draw(&mut out);
        let start = (mark.x.1 + 11.0 * k).max(low);
        let end = (mark.x.0 - 8.0 * k).min(high);
        let to_right = (mark.x.1 <= high).then(|| self.block(high - start - hang)).flatten();
        let (block, right) = match to_right {
            Some(block) => (block, true),
            None => (self.block(end - low - hang)?, false),
        };
        let first = block.first().map_or(0.0, |(line, _)| line.width());
        out.push(number.at(if right { start } else { end - first - hang }, y.round()));
        for (line, drop) in block {
            let x = if right { start + hang } else { end - line.width() };
            y += drop;
            line.place(x.round(), y.round(), &mut out);
        }
        Some(out)
    }

    /// Title, time and reason in lines of at most `room`, each with its drop from the baseline before.
    fn block(&self, room: f32) -> Option<Vec<(Line, f32)>> {
        let story = self.story;
        let pitch = self.manner.pitch();
        let mut lines: Vec<(Line, f32)> =
            self.title(room)?.into_iter().enumerate().map(|(index, run)| (Line::of(run), if index == 0 { 0.0 } else { pitch })).collect();
        let drop = self.manner.date * 1.3 + 0.1 * self.manner.event;
        let date = |weekday| story.run(self.stretch(weekday), self.manner.date, Weight::Medium, Ink::Ink);
        let mut dates = [date(true), date(false)].into_iter();
        if !self.manner.reason {
            // One line for all: date, status, paragraph.
            lines.push((dates.map(|d| self.joined(Line::of(d), false)).find(|l| l.width() <= room)?, drop));
            return Some(lines);
        }
        lines.push((Line::of(dates.find(|d| d.width <= room)?), drop));
        let small = [self.small_line(true), self.small_line(false)].into_iter().find(|l| l.width() <= room)?;
        lines.push((small, story.style.small * 1.3));
        Some(lines)
    }

    /// A line with status, attribution and paragraph after it.
    fn joined(&self, mut line: Line, reason: bool) -> Line {
        for (index, run) in self.small_line(reason).runs.into_iter().enumerate() {
            line.push(if index == 0 { run.after(self.manner.date * 0.6) } else { run });
        }
        line
    }
}
