//! The densest view: each lane names its main events on a few rows and draws the others as lines, or as density where they are
//! too many for lines.

mod drawing;

pub(super) use drawing::draw;

use super::label::State;
use super::rows::Layout;
use super::{Density, Stage};
use super::{marks, memory};
use crate::layout::lanes::Lane;
use crate::layout::line::cut_at;
use crate::layout::mark::{Form, extent, form};
use crate::layout::timeline::{Entry, Span};

/// Scale of the marks that have names.
const K: f32 = 0.7;
const PITCH: f32 = 17.0;
const NAMES: usize = 3;
const MOST_NAMES: usize = 40;
/// From a lane's top to the middle of its first row of names, and from its last one to the lines beneath.
const FIRST: f32 = 11.0;
const TO_LINES: f32 = 13.0;
const LINES: usize = 6;
const LINE_PITCH: f32 = 3.0;
/// Up to this many events of a lane are drawn one by one.
const MOST_LINES: usize = 400;
const GAP: f32 = 8.0;
/// A mark is at most this much wider to a side than its days.
const WIDENED: f32 = 12.0;
const MOST_IN_VAIN: usize = 40;

/// An event with its name.
pub(super) struct Named<'a> {
    entry: &'a Entry,
    span: Span,
    state: State,
    mark: (f32, f32),
    row: usize,
    title: String,
    title_x: f32,
}

/// An event as a line.
struct Fine<'a> {
    entry: &'a Entry,
    span: Span,
    state: State,
    x: (f32, f32),
    row: usize,
}

pub(super) struct Strip<'a> {
    name: String,
    told: bool,
    count: usize,
    visible: usize,
    top: f32,
    height: f32,
    rows: usize,
    named: Vec<Named<'a>>,
    fine: Vec<Fine<'a>>,
    /// Heights of columns 3 wide, from 0 to 1, where lines would be too many.
    columns: Vec<f32>,
    /// Ids of what found no line.
    rest: Vec<&'a str>,
}

impl Strip<'_> {
    /// Top and bottom of the row of names on which an event stands.
    pub(super) fn row_of(&self, id: &str) -> Option<(f32, f32)> {
        let named = self.named.iter().find(|n| n.entry.id == id)?;
        let middle = self.top + FIRST + PITCH * named.row as f32;
        Some((middle - PITCH / 2.0, middle + PITCH / 2.0))
    }
}

/// Strips of all lanes, each as high as its share of a height, at least three rows of names.
pub(super) fn lay_out<'a>(stage: &Stage<'a>, lanes: &[Lane], height: f32) -> Layout<'a> {
    let least = FIRST + PITCH * (NAMES as f32 - 1.0) + TO_LINES + LINES as f32 * LINE_PITCH;
    let share = (height / lanes.len().max(1) as f32).max(least).floor();
    let rows = NAMES + (((share - least) / PITCH).floor() as usize).min(MOST_NAMES - NAMES);
    // Some 150 slices over all lanes: more would cost more than they show.
    let slice = ((stage.size.x - stage.axis.left) * lanes.len() as f32 / 150.0).clamp(10.0, 160.0);
    let mut strips = Vec::new();
    let mut top = 0.0;
    for lane in lanes {
        let own = share.min(least + (rows - NAMES) as f32 * PITCH + 20.0);
        strips.push(strip(stage, lane, (top, own), rows, slice));
        top += own;
    }
    Layout { density: Density::Strip, lanes: Vec::new(), strips, height: top }
}

fn strip<'a>(stage: &Stage<'a>, lane: &Lane, (top, height): (f32, f32), rows: usize, slice: f32) -> Strip<'a> {
    // Narrow marks keep a drawable width and may reach into the view from a day outside it.
    let seen = (stage.axis.to_day(stage.axis.left - WIDENED), stage.axis.to_day(stage.size.x + WIDENED));
    let visible = lane.count(seen.0, seen.1);
    let mut strip = Strip {
        name: lane.name.clone(),
        told: lane.told,
        count: lane.members.len(),
        visible,
        top,
        height,
        rows,
        named: Vec::new(),
        fine: Vec::new(),
        columns: Vec::new(),
        rest: Vec::new(),
    };
    let few = visible <= MOST_LINES;
    let mut offered: Vec<u32> = if few { lane.touching(stage.timeline, seen.0, seen.1).collect() } else { salient(stage, lane, slice) };
    offered.retain(|i| {
        marks::span_of(stage, *i).is_some_and(|(_, s)| {
            let (form, mark) = marks::ends(stage, &s);
            marks::seen(stage, form, mark)
        })
    });
    if few {
        strip.visible = offered.len();
    }
    let all = offered.clone();
    first_things_first(stage, &mut offered);
    let mut taken: Vec<Vec<(f32, f32)>> = vec![Vec::new(); rows];
    let mut named = std::collections::HashSet::new();
    // After many in vain the rows are full.
    let mut in_vain = 0;
    for index in offered {
        if in_vain > MOST_IN_VAIN {
            break;
        }
        if let Some(placed) = name(stage, index, &mut taken) {
            named.insert(index);
            strip.named.push(placed);
            in_vain = 0;
        } else {
            in_vain += 1;
        }
    }
    if few {
        lines(stage, &mut strip, all.into_iter().filter(|i| !named.contains(i)));
    } else {
        strip.columns = columns(stage, lane);
    }
    strip
}

/// From each slice of the view the most salient event, and what a search or a hand has marked.
fn salient(stage: &Stage, lane: &Lane, slice: f32) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut x = stage.axis.left;
    while x < stage.size.x {
        found.extend(lane.most_salient(stage.timeline, stage.axis.to_day(x), stage.axis.to_day(x + slice)));
        x += slice;
    }
    let marked = stage.view.selected.into_iter().chain(stage.view.focused).filter_map(|id| stage.timeline.index_of(id));
    found.extend(marked.filter(|i| lane.members.binary_search(i).is_ok()));
    if let Some(hits) = stage.view.hits.filter(|hits| hits.len() <= MOST_LINES) {
        let hits = hits.iter().filter_map(|id| stage.timeline.index_of(id));
        found.extend(hits.filter(|i| lane.members.binary_search(i).is_ok()));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Hits and the selection, then by salience, then known days before bounds before order.
fn first_things_first(stage: &Stage, members: &mut [u32]) {
    let key = |i: &u32| {
        marks::span_of(stage, *i).map(|(entry, span)| {
            let state = State::of(stage.view, &entry.id);
            let form = match form(&span) {
                Form::Day | Form::Stretch => 0,
                Form::Bounds => 1,
                Form::Order => 2,
            };
            (!(state.selected || state.focused), state.hit != Some(true), -(entry.salience * 20.0).round() as i32, form, *i)
        })
    };
    members.sort_by_cached_key(key);
}

/// Finds a row where mark and name keep clear of all others.
fn name<'a>(stage: &Stage<'a>, index: u32, taken: &mut [Vec<(f32, f32)>]) -> Option<Named<'a>> {
    let (entry, span) = marks::span_of(stage, index)?;
    let state = State::of(stage.view, &entry.id);
    let (form, bounds) = marks::ends(stage, &span);
    let mark = extent(form, bounds, K);
    let seen = (mark.0.max(stage.left), mark.1.min(stage.size.x));
    let write = memory::writer(stage, index, entry, span, state, Density::Strip);
    let width = write.widths.title;
    let mut best: Option<(f32, usize, f32, bool)> = None;
    let mut found = None;
    for (row, others) in taken.iter().enumerate() {
        let Some((right_from, right, left_to, left)) = sides(stage, others, seen) else { continue };
        let (right, left) = (if mark.1 <= stage.size.x { right } else { 0.0 }, if mark.0 >= stage.left { left } else { 0.0 });
        if right >= width {
            found = Some((row, right_from, None));
        } else if left >= width {
            found = Some((row, left_to - width, None));
        }
        if found.is_some() {
            break;
        }
        let (room, at, to_right) = if right >= left { (right, right_from, true) } else { (left, left_to, false) };
        if best.is_none_or(|(most, ..)| room > most) {
            best = Some((room, row, at, to_right));
        }
    }
    if found.is_none() {
        let (room, row, at, to_right) = best.filter(|(room, ..)| *room >= 60.0)?;
        let short = write.shorts().iter().find(|short| short.width <= room)?;
        found = Some((row, if to_right { at } else { at - short.width }, Some(short)));
    }
    let (row, title_x, short) = found?;
    let (title, width) = short.map_or_else(|| (entry.title.clone(), width), |short| (cut_at(&entry.title, short.at), short.width));
    taken.get_mut(row)?.push((seen.0.min(title_x), seen.1.max(title_x + width)));
    Some(Named { entry, span, state, mark, row, title, title_x })
}

/// On a row: where a name right of a mark begins and its room, where one left of it ends and its room; none where the mark itself
/// comes too near to others.
fn sides(stage: &Stage, others: &[(f32, f32)], seen: (f32, f32)) -> Option<(f32, f32, f32, f32)> {
    let (mut low, mut high) = marks::room_between(marks::edges(stage), others.iter().copied(), seen)?;
    let (mut from, mut to) = (seen.1 + GAP, seen.0 - GAP);
    if let Some(line) = stage.line {
        if seen.1 <= line + 0.5 {
            high = high.min(line - 10.0);
        } else if seen.0 >= line - 0.5 {
            low = low.max(line + 8.0);
        } else {
            (from, to) = (from.max(line + 8.0), to.min(line - 10.0));
        }
    }
    Some((from, high - from, to, to - low))
}

/// Draws what has no name as lines on six rows; what finds no room on them is counted.
fn lines<'a>(stage: &Stage<'a>, strip: &mut Strip<'a>, members: impl Iterator<Item = u32>) {
    let mut ends = [f32::NEG_INFINITY; LINES];
    for index in members {
        let Some((entry, span)) = marks::span_of(stage, index) else { continue };
        let (form, (a, b)) = marks::ends(stage, &span);
        let (a, b) = if form == Form::Day { ((a + b) / 2.0 - 2.0, (a + b) / 2.0 + 2.0) } else { (a, b.max(a + 4.0)) };
        let x = (a.max(stage.left), b.min(stage.size.x));
        match ends.iter_mut().enumerate().find(|(_, end)| **end + 1.0 <= x.0) {
            Some((row, end)) => {
                *end = x.1;
                strip.fine.push(Fine { entry, span, state: State::of(stage.view, &entry.id), x, row });
            }
            None => strip.rest.push(&entry.id),
        }
    }
}

/// The share of events that start in each column 3 wide, as heights by square root, so that a few still show beside many.
fn columns(stage: &Stage, lane: &Lane) -> Vec<f32> {
    let count = ((stage.size.x - stage.axis.left) / 3.0).ceil().max(1.0) as usize;
    let mut from = lane.starting_before(stage.axis.to_day(stage.axis.left));
    let counts: Vec<usize> = (0..count)
        .map(|column| {
            let to = lane.starting_before(stage.axis.to_day(stage.axis.left + (column + 1) as f32 * 3.0));
            let own = to.saturating_sub(from);
            from = to;
            own
        })
        .collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    counts.into_iter().map(|n| (n as f32 / most).sqrt()).collect()
}

/// What the foot says of a view too full to name all.
pub(super) fn told(layout: &Layout) -> Option<(String, Vec<String>)> {
    if layout.density != Density::Strip {
        return None;
    }
    let visible: usize = layout.strips.iter().map(|s| s.visible).sum();
    let named: usize = layout.strips.iter().map(|s| s.named.len()).sum();
    let rest: Vec<String> = layout.strips.iter().flat_map(|s| s.rest.iter()).map(|id| (*id).to_owned()).collect();
    let undrawn = if rest.is_empty() { String::new() } else { format!(", {} not drawn", rest.len()) };
    Some((format!("{} events in view, {named} named{undrawn}. Zoom in to name more", thousands(visible)), rest))
}

/// "7535" as "7,535".
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    parts.join(",")
}
