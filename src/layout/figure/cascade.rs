//! A line for each event on one axis: mark, title, date, status, paragraph.

use super::axis::{self, Scale};
use super::lanes::Lane;
use super::page::{Page, Story};
use super::style::Style;
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::line::{Line, Run, font, shortened};
use crate::layout::mark::{Form, Mark, form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Scene, Shape, Weight};
use emath::Rect;

/// How many lines a page holds at the least pitch.
pub fn capacity(style: &Style) -> usize {
    let room = style.height - style.margin * 1.4 - style.title * 1.5 - style.subtitle * 3.2 - style.small * 6.5;
    (room / least(style)).floor().max(1.0) as usize
}

fn least(style: &Style) -> f32 {
    (style.line.0 * 1.62).round().max(15.0 * style.k)
}

/// A label's place beside, in or above its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Right,
    Left,
    Inline,
    Above,
}

/// One event with the place of its label.
struct Placed<'a> {
    entry: &'a Entry,
    mark: Mark,
    label: Line,
    side: Side,
    start: f32,
    /// Whether its title is shortened.
    cut: bool,
}

/// One page with all events; none where they do not fit. A few are written larger, so that they fill the page, while all their
/// titles stay whole.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    in_lanes(story, entries, &[])
}

/// The same with the events parted into lanes, each a stretch of the entries; `story.left` leaves the names their room.
pub fn in_lanes(story: &Story, entries: &[&Entry], lanes: &[Lane]) -> Option<Scene> {
    let (event, small) = story.style.line;
    let larger = |factor: f32| {
        let line = ((event * factor).round().min(story.style.event), (small * factor).round().min(story.style.date));
        page(&Story { style: Style { line, ..story.style }, ..*story }, entries, lanes, Titles::Whole)
    };
    [1.36, 1.24, 1.12].into_iter().find_map(larger).or_else(|| page(story, entries, lanes, Titles::Shortened))
}

/// Whether titles may be shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Titles {
    Whole,
    Shortened,
}

/// A way to lay the events on an axis.
struct Arrangement<'a> {
    scale: Scale,
    page: Page,
    placed: Vec<Placed<'a>>,
    /// Height for each row beyond the least.
    spare: f32,
}

impl Arrangement<'_> {
    /// How many titles give way, and how many stand above their marks.
    fn faults(&self) -> (usize, usize) {
        let count = |of: &dyn Fn(&Placed) -> bool| self.placed.iter().filter(|p| of(p)).count();
        (count(&|p| p.cut), count(&|p| p.side == Side::Above))
    }
}

fn page(story: &Story, entries: &[&Entry], lanes: &[Lane], titles: Titles) -> Option<Scene> {
    if entries.is_empty() || entries.len() > capacity(&story.style) {
        return None;
    }
    let style = &story.style;
    let width = style.width - style.margin - story.left;
    let arrangements = ranges(story, entries, width).into_iter().filter_map(|range| arrange(story, entries, range, (lanes.len(), titles)));
    let Arrangement { mut scale, mut page, placed, spare } = arrangements.min_by_key(Arrangement::faults)?;
    let top = page.body.top() + axis::height(story) + 2.0;
    let mut content = Vec::new();
    let mut y = top + lead(style);
    let mut names = Vec::new();
    let mut lanes = lanes.iter();
    let mut left_in_lane = 0;
    for (index, event) in placed.into_iter().enumerate() {
        if left_in_lane == 0
            && let Some(lane) = lanes.next()
        {
            if index > 0 {
                y += lane_gap(style);
                names.push(story.rule(page.body.left(), page.body.right(), (y - lane_gap(style) * 0.5).round(), style.hair, Ink::Hair));
            }
            left_in_lane = lane.count;
            let middle = y + (event.least(style) + spare) * 0.47;
            lane.draw(story, page.body.left(), middle, &mut names);
        }
        left_in_lane = left_in_lane.saturating_sub(1);
        let height = event.least(style) + spare;
        let (entry, middle) = (event.entry, y + height * 0.47);
        let mut shapes = Vec::new();
        event.draw(style, middle, &mut shapes);
        content.push(story.group(entry, shapes));
        y += height;
    }
    let bottom = y.min(page.body.bottom());
    let mut shapes = Vec::new();
    axis::draw(story, &mut scale, page.body.top(), bottom, Ink::Ink, &mut shapes);
    let over = shapes.split_off(shapes.len().saturating_sub(if scale.line.is_some() { 2 } else { 0 }));
    let mut texts: Vec<Rect> = Vec::new();
    axis::texts(&content, &mut texts);
    shapes.extend(axis::grid(story, &scale, top, bottom, &texts, Ink::Grid));
    shapes.push(story.rule(page.body.left(), page.body.right(), bottom.round(), style.hair.max(2.0), Ink::Ink));
    shapes.extend(over);
    page.shapes.extend(shapes);
    page.shapes.append(&mut names);
    page.shapes.append(&mut content);
    Some(story.scene(page))
}

/// Between the last row of a lane and the first of the next.
fn lane_gap(style: &Style) -> f32 {
    (style.line.0 * 0.7).round()
}

/// Between the axis and the first row.
fn lead(style: &Style) -> f32 {
    style.line.0 * 0.5
}

/// The events on an axis of a range; none where they need more height than the page has.
fn arrange<'a>(story: &Story, entries: &[&'a Entry], range: (f64, f64), (lanes, titles): (usize, Titles)) -> Option<Arrangement<'a>> {
    let style = &story.style;
    let scale = Scale::new(story, entries, range, (story.left, style.width - style.margin));
    let page = story.page(entries, &scale.signs(story, entries), false);
    let room = page.body.height() - axis::height(story) - 2.0 - lead(style) - lane_gap(style) * lanes.saturating_sub(1) as f32;
    // A label above its mark takes more height than one beside it: where the page has none to give, titles are shortened instead.
    let fitting = |sides: &[Side]| {
        let placed: Vec<Placed> = entries.iter().map(|e| choose(story, &scale, e, sides, titles)).collect::<Option<_>>()?;
        let needed: f32 = placed.iter().map(|p| p.least(style)).sum();
        (needed <= room).then_some((placed, room - needed))
    };
    let (placed, spare) =
        fitting(&[Side::Right, Side::Left, Side::Inline, Side::Above]).or_else(|| fitting(&[Side::Right, Side::Left, Side::Inline]))?;
    let spare = (spare / placed.len() as f32).min(style.line.0 * 2.6 - least(style));
    Some(Arrangement { scale, page, placed, spare })
}

/// The ranges that the axis may have. What lies ahead of the publication line is labelled right of its mark: the axis may end with
/// the last event, go on for as long as the labels take, or something between, where what lies before needs the room too.
fn ranges(story: &Story, entries: &[&Entry], width: f32) -> Vec<(f64, f64)> {
    let spans = || entries.iter().filter_map(|e| e.span);
    let (Some(mut first), Some(mut last)) = (spans().map(|s| s.earliest).min(), spans().map(|s| s.latest).max()) else {
        return Vec::new();
    };
    if let Some(line) = story.timeline.line() {
        // A publication long after all that is told would squeeze it.
        let length = (i64::from(last) - i64::from(first)).max(30);
        if i64::from(line) <= i64::from(last) + length / 2 && i64::from(line) >= i64::from(first) - length / 2 {
            first = first.min(line);
            last = last.max(line);
        }
    }
    let days = (f64::from(last) + 1.0 - f64::from(first)).max(2.0);
    let (from, to) = (f64::from(first) - days * 0.012, f64::from(last) + 1.0 + days * 0.012);
    let Some(line) = story.timeline.line() else { return vec![(from, to)] };
    let width = f64::from(width);
    let k = f64::from(story.style.k);
    let whole = width / (to - from);
    let mut scale = whole;
    for (entry, span) in entries.iter().filter_map(|e| Some((e, e.span?))).filter(|(_, s)| s.earliest >= line) {
        let title = f64::from(story.measure.width(&entry.title, font(story.style.line.0, Weight::SemiBold)));
        let rest = f64::from(story.style.line.1) * 12.0;
        scale = scale.min((width - title - rest - 24.0 * k) / (f64::from(span.latest) + 1.0 - from));
    }
    let scale = scale.max(width * 0.3 / (to - from));
    let shares: &[f64] = if scale < whole { &[0.0, 0.25, 0.5, 0.75, 1.0] } else { &[0.0] };
    shares.iter().map(|share| (from, from + width / (whole + (scale - whole) * share))).collect()
}

/// The label of one event: title, date, status and attribution, paragraph.
fn label(story: &Story, scale: &Scale, entry: &Entry, span: &Span, title: &str, year: bool) -> Line {
    let (event, small) = story.style.line;
    let mut line = Line::of(Run::new(title, font(event, Weight::SemiBold), Story::title_ink(entry), story.measure));
    let style = DateStyle { year: year && scale.year, ..story.date_style() };
    let mut date = dates::stretch(story.frame(), span.earliest, span.latest, span.approximate, span.grain, style);
    if let Some(words) = entry.remarks() {
        date = format!("{date}, {words}");
    }
    line.push(story.run(date, small, Weight::Medium, Ink::Ink2).after(event * 0.6));
    if let Some(number) = entry.paragraph {
        line.push(story.run(format!("¶{number}"), story.style.small, Weight::Regular, Ink::Ink3).after(event * 0.5));
    }
    line
}

/// The first place that holds the whole label, then the label without its year, then the title shortened by whole words; none where
/// not even that fits.
fn choose<'a>(story: &Story, scale: &Scale, entry: &'a Entry, sides: &[Side], titles: Titles) -> Option<Placed<'a>> {
    let span = entry.span?;
    let mark = mark(story, scale, entry, &span);
    // What ended by publication is labelled before its line, even where its mark is wider than its days.
    let mut sides = sides.to_vec();
    let straddles = scale.line.is_some_and(|line| mark.x.0 < line && line < mark.x.1);
    if straddles && story.timeline.line().is_some_and(|day| span.latest <= day) {
        sides.sort_by_key(|side| *side == Side::Right);
    }
    let whole = label(story, scale, entry, &span, &entry.title, true);
    let shorter = label(story, scale, entry, &span, &entry.title, false);
    for label in [whole, shorter] {
        for side in &sides {
            if let Some(start) = fit(story, scale, &mark, *side, label.width()) {
                return Some(Placed { entry, mark, label, side: *side, start, cut: false });
            }
        }
    }
    if titles == Titles::Whole {
        return None;
    }
    let rest = label(story, scale, entry, &span, "", false).width();
    let mut by_room: Vec<(Side, f32)> = sides.iter().map(|s| (*s, room(story, scale, &mark, *s) - rest)).collect();
    by_room.sort_by(|a, b| b.1.total_cmp(&a.1));
    by_room.into_iter().find_map(|(side, room)| {
        let short = shortened(&entry.title, font(story.style.line.0, Weight::SemiBold), room, story.measure)?;
        let label = label(story, scale, entry, &span, &short, false);
        let start = fit(story, scale, &mark, side, label.width())?;
        Some(Placed { entry, mark, label, side, start, cut: true })
    })
}

/// The mark on its axis, not yet on its row.
fn mark(story: &Story, scale: &Scale, entry: &Entry, span: &Span) -> Mark {
    let (a, b) = scale.ends(story, span);
    let ground = if scale.line.is_some_and(|line| a >= line) { Ink::Ahead } else { Ink::Paper };
    let mut tone = story.tone(entry, ground);
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
        k: story.style.k,
        tone,
    }
}

/// The stretches that a label may fill on a side of a mark: the publication line is never crossed, and what ends before it is
/// labelled before it.
fn free(story: &Story, scale: &Scale, mark: &Mark, side: Side) -> Vec<(f32, f32)> {
    let k = story.style.k;
    let (left, right) = (scale.axis.left, scale.axis.right);
    let (a, b) = mark.x;
    let line = scale.line.unwrap_or(f32::INFINITY);
    let parts = match scale.line {
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

fn room(story: &Story, scale: &Scale, mark: &Mark, side: Side) -> f32 {
    free(story, scale, mark, side).into_iter().map(|(low, high)| high - low).fold(0.0, f32::max)
}

/// Where a label of a width begins on a side of a mark, if it fits there.
fn fit(story: &Story, scale: &Scale, mark: &Mark, side: Side, width: f32) -> Option<f32> {
    free(story, scale, mark, side).into_iter().find(|(low, high)| low + width <= *high).map(|(low, high)| match side {
        Side::Right => low,
        Side::Left => high - width,
        Side::Inline => (low + high - width) / 2.0,
        Side::Above => mark.x.0.min(high - width).max(low),
    })
}

impl Placed<'_> {
    /// Between a label's middle and its mark beneath it.
    fn drop(style: &Style) -> f32 {
        0.6 * style.line.0 + 9.5 * style.k
    }

    /// From the capitals of a label to the foot of its mark beneath it.
    fn block(style: &Style) -> f32 {
        0.36 * style.line.0 + Self::drop(style) + 7.0 * style.k
    }

    /// The least height of its row: around a label above its mark as much is clear as around one beside it.
    fn least(&self, style: &Style) -> f32 {
        if self.side == Side::Above { Self::block(style) + least(style) - 14.0 * style.k } else { least(style) }
    }

    /// Draws mark and label about the middle of its row.
    fn draw(self, style: &Style, y: f32, out: &mut Vec<Shape>) {
        let k = style.k;
        let Placed { mark, label, side, start, .. } = self;
        // Title and mark as one block, from capitals to the foot of the mark.
        let (title, y) = match side {
            Side::Above => {
                let title = y - Self::block(style) / 2.0 + 0.36 * style.line.0;
                (title.round(), (title + Self::drop(style)).round())
            }
            _ => (y.round(), y.round()),
        };
        if side == Side::Inline {
            let end = start + label.width();
            Mark { x: (mark.x.0, start - 6.0 * k), open: [false, true], y, ..mark }.draw(out);
            Mark { x: (end + 6.0 * k, mark.x.1), open: [true, false], y, ..mark }.draw(out);
        } else {
            Mark { y, ..mark }.draw(out);
        }
        label.place(start, (title + 0.36 * style.line.0).round(), out);
    }
}
