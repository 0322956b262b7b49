//! What a line of a cascade says of its event, and where it says it: beside the mark in one line where there is room, else with the
//! date beneath the title, above the mark, or with the title in several lines. Only where none of these fits is a title cut.

use super::{Scale, Story, Style, least};
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::line::{Line, Run, font, shortened, wrapped, wrapped_evenly};
use crate::layout::mark::{Form, Mark, form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Shape, Weight};

/// A label's place beside, in or above its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
    Inline,
    Above,
}

/// What labels may take to stay whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Whether each is one line, for a page that has no height to give.
    pub flat: bool,
    /// Whether titles may be shortened.
    pub cut: bool,
}

/// Lines that a title may take.
const MOST_LINES: usize = 3;
/// A mark at least this wide (times `k`) carries what is longer than a line above itself.
const WIDE: f32 = 90.0;

/// Lines of a label, each with its drop from the baseline before.
struct Label {
    lines: Vec<(Line, f32)>,
}

/// One event with the place of its label.
pub struct Placed<'a> {
    pub entry: &'a Entry,
    mark: Mark,
    label: Label,
    pub side: Side,
    start: f32,
    /// Whether its title is shortened.
    pub cut: bool,
}

impl Label {
    fn of(line: Line) -> Self {
        Self { lines: vec![(line, 0.0)] }
    }

    fn width(&self) -> f32 {
        self.lines.iter().map(|(line, _)| line.width()).fold(0.0, f32::max)
    }

    /// From the first baseline to the last.
    fn depth(&self) -> f32 {
        self.lines.iter().map(|(_, drop)| drop).sum()
    }
}

/// Writes and places the labels of events on one scale.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    pub story: &'a Story<'a>,
    pub scale: &'a Scale,
    pub manner: Manner,
}

impl Labels<'_> {
    /// An event with its label; none where not even a shortened title fits, or a whole one where none may be shortened.
    pub fn place<'e>(&self, entry: &'e Entry) -> Option<Placed<'e>> {
        let span = entry.span?;
        let mark = self.mark(entry, &span);
        let placed = |(label, side, start, cut)| Placed { entry, mark, label, side, start, cut };
        self.whole(entry, &span, &mark).or_else(|| if self.manner.cut { self.shortened(entry, &span, &mark) } else { None }).map(placed)
    }

    /// The first place that holds the whole title: one line, then more, then one without its year.
    fn whole(&self, entry: &Entry, span: &Span, mark: &Mark) -> Option<(Label, Side, f32, bool)> {
        let beside = self.sides(span, mark, [Side::Right, Side::Left, Side::Inline]);
        let in_line = |year, sides: &[Side]| {
            let line = self.in_line(entry, span, &entry.title, year);
            let (side, start) = sides.iter().find_map(|side| Some((*side, self.fit(mark, *side, line.width())?)))?;
            Some((Label::of(line), side, start, false))
        };
        let more = || {
            let wide = mark.x.1 - mark.x.0 >= WIDE * self.story.style.k;
            let sides = if wide { [Side::Above, Side::Right, Side::Left] } else { [Side::Right, Side::Left, Side::Above] };
            let sides = self.sides(span, mark, sides);
            (1..=MOST_LINES).find_map(|lines| {
                sides.iter().find_map(|side| {
                    let above = (*side == Side::Above && lines == 1).then(|| in_line(true, &[Side::Above])).flatten();
                    above.or_else(|| self.in_lines(entry, span, mark, (*side, lines)))
                })
            })
        };
        let narrow = || in_line(false, &beside);
        let whole = in_line(true, &beside);
        if self.manner.flat { whole.or_else(narrow) } else { whole.or_else(more).or_else(narrow) }
    }

    /// A title of some lines and what follows it beneath, on one side.
    fn in_lines(&self, entry: &Entry, span: &Span, mark: &Mark, (side, lines): (Side, usize)) -> Option<(Label, Side, f32, bool)> {
        let room = self.room(mark, side);
        let title = wrapped_evenly(&entry.title, self.title_font(), room, lines, self.story.measure).filter(|l| l.len() == lines)?;
        let label = self.beneath(entry, span, title, room)?;
        let start = self.fit(mark, side, label.width())?;
        Some((label, side, start, false))
    }

    /// The longest beginning of a title that fits somewhere.
    fn shortened(&self, entry: &Entry, span: &Span, mark: &Mark) -> Option<(Label, Side, f32, bool)> {
        let mut sides = self.sides(span, mark, [Side::Right, Side::Left, Side::Above]);
        sides.retain(|side| !self.manner.flat || *side != Side::Above);
        let mut sides: Vec<(Side, f32)> = sides.into_iter().map(|side| (side, self.room(mark, side))).collect();
        sides.sort_by(|a, b| b.1.total_cmp(&a.1));
        let short = |room| shortened(&entry.title, self.title_font(), room, self.story.measure);
        sides.into_iter().find_map(|(side, room)| {
            let label = if self.manner.flat {
                let rest = self.in_line(entry, span, "", false).width();
                Label::of(self.in_line(entry, span, &short(room - rest)?, false))
            } else {
                self.beneath(entry, span, vec![short(room)?], room)?
            };
            let start = self.fit(mark, side, label.width())?;
            Some((label, side, start, true))
        })
    }

    fn title_font(&self) -> crate::scene::Font {
        font(self.story.style.line.0, Weight::SemiBold)
    }

    fn date(&self, span: &Span, year: bool) -> String {
        let style = DateStyle { year: year && self.scale.year, ..self.story.date_style() };
        dates::stretch(self.story.frame(), span.earliest, span.latest, span.approximate, span.grain, style)
    }

    fn small(&self, text: String) -> Run {
        self.story.run(text, self.story.style.line.1, Weight::Medium, Ink::Ink2)
    }

    fn paragraph(&self, entry: &Entry) -> Option<Run> {
        let run = |number| self.story.run(format!("¶{number}"), self.story.style.small, Weight::Regular, Ink::Ink3);
        entry.paragraph.map(run).map(|run| run.after(self.story.style.line.0 * 0.5))
    }

    /// Title, date, status and attribution, paragraph in one line.
    fn in_line(&self, entry: &Entry, span: &Span, title: &str, year: bool) -> Line {
        let story = self.story;
        let mut line = Line::of(Run::new(title, self.title_font(), Story::title_ink(entry), story.measure));
        let date = self.date(span, year);
        let date = entry.remarks().map_or_else(|| date.clone(), |words| format!("{date}, {words}"));
        line.push(self.small(date).after(story.style.line.0 * 0.6));
        line.runs.extend(self.paragraph(entry));
        line
    }

    /// Title in lines, and beneath it date, status and attribution, paragraph, in one line or more of at most `room`.
    fn beneath(&self, entry: &Entry, span: &Span, title: Vec<String>, room: f32) -> Option<Label> {
        let (event, small) = self.story.style.line;
        let ink = Story::title_ink(entry);
        let title = title.into_iter().map(|text| Line::of(Run::new(text, self.title_font(), ink, self.story.measure)));
        let drop = |index| if index == 0 { 0.0 } else { (event * 1.2).round() };
        let mut lines: Vec<(Line, f32)> = title.enumerate().map(|(index, line)| (line, drop(index))).collect();
        let date = self.date(span, true);
        let whole = entry.remarks().map_or_else(|| date.clone(), |words| format!("{date}, {words}"));
        let apart: Vec<String> = std::iter::once(date).chain(entry.remarks()).collect();
        let rest = [(vec![whole], 1), (apart, 4)].into_iter().find_map(|(parts, most)| {
            let at = font(small, Weight::Medium);
            let texts: Vec<String> = parts.iter().flat_map(|part| wrapped(part, at, room, self.story.measure)).collect();
            let mut lines: Vec<Line> = texts.into_iter().map(|text| Line::of(self.small(text))).collect();
            lines.last_mut()?.runs.extend(self.paragraph(entry));
            (lines.len() <= most && lines.iter().all(|line| line.width() <= room)).then_some(lines)
        })?;
        lines.extend(
            rest.into_iter().enumerate().map(|(index, line)| (line, (if index == 0 { 0.12 * event } else { 0.0 } + small * 1.3).round())),
        );
        Some(Label { lines })
    }

    /// What ended by publication is labelled before its line, even where its mark is wider than its days.
    fn sides(&self, span: &Span, mark: &Mark, sides: [Side; 3]) -> Vec<Side> {
        let mut sides = sides.to_vec();
        let straddles = self.scale.line.is_some_and(|line| mark.x.0 < line && line < mark.x.1);
        if straddles && self.story.timeline.line().is_some_and(|day| span.latest <= day) {
            sides.sort_by_key(|side| *side == Side::Right);
        }
        sides
    }

    /// The mark on its axis, not yet on its row.
    fn mark(&self, entry: &Entry, span: &Span) -> Mark {
        let scale = self.scale;
        let (a, b) = scale.ends(self.story, span);
        let ground = if scale.line.is_some_and(|line| a >= line) { Ink::Ahead } else { Ink::Paper };
        let mut tone = self.story.tone(entry, ground);
        if scale.line.is_some_and(|line| a < line && line < b) {
            tone.ground = None;
        }
        Mark {
            form: form(span),
            status: entry.status,
            x: (a, b),
            core: span.core.map(|(x, y)| (scale.axis.to_x(x.into()), scale.axis.to_x(f64::from(y) + 1.0))),
            approximate: span.approximate,
            open: [false; 2],
            y: 0.0,
            k: self.story.style.k,
            tone,
        }
    }

    /// The stretches that a label may fill on a side of a mark: the publication line is never crossed, and what ends before it is
    /// labelled before it.
    fn free(&self, mark: &Mark, side: Side) -> Vec<(f32, f32)> {
        let k = self.story.style.k;
        let (left, right) = (self.scale.axis.left, self.scale.axis.right);
        let (a, b) = mark.x;
        let line = self.scale.line.unwrap_or(f32::INFINITY);
        let parts = match self.scale.line {
            Some(line) => vec![(left, line - 5.0 * k), (line + 5.0 * k, right)],
            None => vec![(left, right)],
        };
        let of = |part: usize| parts.get(part).copied().unwrap_or((left, right));
        match side {
            Side::Right => {
                let (low, high) = of(usize::from(b > line));
                vec![(low.max(b + 8.0 * k), high)]
            }
            Side::Left => {
                let (low, high) = of(usize::from(a >= line));
                vec![(low, high.min(a - 7.0 * k))]
            }
            Side::Inline if mark.form != Form::Order => Vec::new(),
            Side::Inline => parts.iter().map(|(low, high)| (low.max(a + 32.0 * k), high.min(b - 32.0 * k))).collect(),
            Side::Above => parts.into_iter().filter(|(low, high)| *low <= b && *high >= a).collect(),
        }
    }

    fn room(&self, mark: &Mark, side: Side) -> f32 {
        self.free(mark, side).into_iter().map(|(low, high)| high - low).fold(0.0, f32::max)
    }

    /// Where a label of a width begins on a side of a mark, if it fits there.
    fn fit(&self, mark: &Mark, side: Side, width: f32) -> Option<f32> {
        self.free(mark, side).into_iter().find(|(low, high)| low + width <= *high).map(|(low, high)| match side {
            Side::Right => low,
            Side::Left => high - width,
            Side::Inline => (low + high - width) / 2.0,
            Side::Above => mark.x.0.min(high - width).max(low),
        })
    }
}

impl Placed<'_> {
    /// Lines beyond the first.
    pub fn more(&self) -> usize {
        self.label.lines.len() - 1 + usize::from(self.side == Side::Above)
    }

    /// Between the middle of a label's last line and its mark beneath it.
    fn drop(style: &Style) -> f32 {
        0.6 * style.line.0 + 9.5 * style.k
    }

    /// From the capitals of a label of one line to the foot of its mark beneath it.
    fn block(style: &Style) -> f32 {
        0.36 * style.line.0 + Self::drop(style) + 7.0 * style.k
    }

    /// The least height of its row: around a label above its mark as much is clear as around one beside it.
    pub fn least(&self, style: &Style) -> f32 {
        let one = if self.side == Side::Above { Self::block(style) + least(style) - 14.0 * style.k } else { least(style) };
        one + self.label.depth()
    }

    /// The middle of its first line in a row that begins at `top`, `spare` higher than the least.
    pub fn middle(&self, style: &Style, top: f32, spare: f32) -> f32 {
        let middle = top + (self.least(style) - self.label.depth() + spare) * 0.47;
        (if self.side == Side::Above { middle - Self::block(style) / 2.0 + 0.36 * style.line.0 } else { middle }).round()
    }

    /// Draws mark and label, the first line of the label in the middle of `y`.
    pub fn draw(self, style: &Style, scale: &Scale, y: f32, out: &mut Vec<Shape>) {
        let k = style.k;
        let Placed { mark, label, side, start, .. } = self;
        let width = label.width();
        if side == Side::Inline {
            let end = start + width;
            let parts = [((mark.x.0, start - 6.0 * k), [false, true]), ((end + 6.0 * k, mark.x.1), [true, false])];
            for (x, open) in parts {
                let mark = Mark { x, open, y, ..mark };
                mark.draw(out);
                scale.break_mark(&mark, out);
            }
        } else {
            let y = if side == Side::Above { (y + label.depth() + Self::drop(style)).round() } else { y };
            let mark = Mark { y, ..mark };
            mark.draw(out);
            scale.break_mark(&mark, out);
        }
        let mut baseline = (y + 0.36 * style.line.0).round();
        for (line, drop) in label.lines {
            baseline += drop;
            let x = if side == Side::Left { start + width - line.width() } else { start };
            line.place(x, baseline, out);
        }
    }
}
