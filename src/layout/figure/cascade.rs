//! A line for each event on one axis: mark, title, date, status, paragraph.

mod label;

use super::axis::{self, Scale};
use super::lanes::Lane;
use super::page::{Page, Story};
use super::style::Style;
use super::warped;
use crate::layout::line::font;
use crate::layout::timeline::Entry;
use crate::layout::warp::Warp;
use crate::scene::{Ink, Scene, Weight};
use emath::Rect;
use label::{Labels, Manner, Placed, Side};
use std::sync::Arc;

/// How many lines a page holds at the least pitch.
pub fn capacity(style: &Style) -> usize {
    let room = style.height - style.margin * 1.4 - style.title * 1.5 - style.subtitle * 3.2 - style.small * 6.5;
    (room / least(style)).floor().max(1.0) as usize
}

/// The least height of a row whose label is one line.
fn least(style: &Style) -> f32 {
    (style.line.0 * 1.62).round().max(15.0 * style.k)
}

/// One page with all events; none where they do not fit. A few are written larger, so that they fill the page, and a little smaller
/// before any title is cut.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    in_lanes(story, entries, &[])
}

/// The same with the events parted into lanes, each a stretch of the entries; `story.left` leaves the names their room.
pub fn in_lanes(story: &Story, entries: &[&Entry], lanes: &[Lane]) -> Option<Scene> {
    if entries.is_empty() || entries.len() > capacity(&story.style) {
        return None;
    }
    let (event, small) = story.style.line;
    let sized = |factor: f32, cut: bool| {
        let size = |size: f32, most: f32| (size * factor).round().min(most.max(size)).max(story.style.small);
        let line = (size(event, story.style.event), size(small, story.style.date));
        page(&Story { style: Style { line, ..story.style }, ..*story }, entries, lanes, cut)
    };
    let whole = [1.36, 1.24, 1.12, 1.0, 0.9].into_iter().find_map(|factor| sized(factor, false));
    whole.or_else(|| if story.cut { sized(1.0, true) } else { None })
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
    /// How many titles give way, and how many labels are not in one line right of their marks.
    fn faults(&self) -> (usize, usize) {
        let aside = |p: &Placed| p.more() + usize::from(p.side == Side::Left);
        (self.placed.iter().filter(|p| p.cut).count(), self.placed.iter().map(aside).sum())
    }
}

fn page(story: &Story, entries: &[&Entry], lanes: &[Lane], cut: bool) -> Option<Scene> {
    let style = &story.style;
    let width = style.width - style.margin - story.left;
    let warp = warped(story, entries);
    let ranges = ranges(story, entries, width, warp.as_ref());
    let arrangements = ranges.into_iter().filter_map(|range| arrange(story, entries, (range, &warp), (lanes.len(), cut)));
    // An axis that ends sooner than the page has to save two labels from their second choice each time.
    let ranked = arrangements.enumerate().min_by_key(|(index, found)| (found.faults().0, found.faults().1 + index * 2));
    let (_, Arrangement { mut scale, mut page, placed, spare }) = ranked?;
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
            lane.draw(story, page.body.left(), event.middle(style, y, spare), &mut names);
        }
        left_in_lane = left_in_lane.saturating_sub(1);
        let height = event.least(style) + spare;
        let (entry, middle) = (event.entry, event.middle(style, y, spare));
        let mut shapes = Vec::new();
        event.draw(style, &scale, middle, &mut shapes);
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
fn arrange<'a>(
    story: &Story,
    entries: &[&'a Entry],
    (range, warp): ((f64, f64), &Option<Arc<Warp>>),
    (lanes, cut): (usize, bool),
) -> Option<Arrangement<'a>> {
    let style = &story.style;
    let scale = Scale::new(story, entries, (range, warp.clone()), (story.left, style.width - style.margin));
    let page = story.page(entries, &scale.signs(story, entries), false);
    let room = page.body.height() - axis::height(story) - 2.0 - lead(style) - lane_gap(style) * lanes.saturating_sub(1) as f32;
    let fitting = |manner: Manner| {
        let labels = Labels { story, scale: &scale, manner };
        let placed: Vec<Placed> = entries.iter().map(|e| labels.place(e)).collect::<Option<_>>()?;
        let needed: f32 = placed.iter().map(|p| p.least(style)).sum();
        (needed <= room).then_some((placed, room - needed))
    };
    // Labels of several lines take height: where the page has none to give, each is one line.
    let (placed, spare) = fitting(Manner { flat: false, cut }).or_else(|| fitting(Manner { flat: true, cut }))?;
    let spare = (spare / placed.len() as f32).min(style.line.0 * 4.2 - least(style));
    Some(Arrangement { scale, page, placed, spare })
}

/// The ranges that the axis may have. What lies ahead of the publication line is labelled right of its mark, as is most without one:
/// the axis may end with the last event, go on for as long as the labels take, or something between, where what lies before needs
/// the room too.
fn ranges(story: &Story, entries: &[&Entry], width: f32, warp: Option<&Arc<Warp>>) -> Vec<(f64, f64)> {
    let spans = || entries.iter().filter_map(|e| e.span);
    let (Some(mut first), Some(mut last)) = (spans().map(|s| s.earliest).min(), spans().map(|s| s.latest).max()) else {
        return Vec::new();
    };
    let line = story.timeline.line();
    if let Some(line) = line {
        // A publication long after all that is told would squeeze it.
        let length = (i64::from(last) - i64::from(first)).max(30);
        if i64::from(line) <= i64::from(last) + length / 2 && i64::from(line) >= i64::from(first) - length / 2 {
            first = first.min(line);
            last = last.max(line);
        }
    }
    let unit = |day: f64| warp.map_or(day, |w| w.unit(day));
    let day = |unit: f64| warp.map_or(unit, |w| w.day(unit));
    let (from, to) = (unit(first.into()), unit(f64::from(last) + 1.0));
    let pad = (to - from).max(2.0) * 0.012;
    let (from, to) = (from - pad, to.max(from + 2.0) + pad);
    let width = f64::from(width);
    let k = f64::from(story.style.k);
    let whole = width / (to - from);
    let mut scale = whole;
    for (entry, span) in entries.iter().filter_map(|e| Some((e, e.span?))).filter(|(_, s)| line.is_none_or(|line| s.earliest >= line)) {
        let title = f64::from(story.measure.width(&entry.title, font(story.style.line.0, Weight::SemiBold)));
        let rest = f64::from(story.style.line.1) * 12.0;
        scale = scale.min((width - title - rest - 24.0 * k) / (unit(f64::from(span.latest) + 1.0) - from));
    }
    let scale = scale.max(whole * if line.is_some() { 0.3 } else { 0.75 });
    let shares: &[f64] = if scale < whole { &[0.0, 0.25, 0.5, 0.75, 1.0] } else { &[0.0] };
    shares.iter().map(|share| (day(from), day(from + width / (whole + (scale - whole) * share)))).collect()
}
