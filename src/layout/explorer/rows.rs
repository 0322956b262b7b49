//! Lanes, the rows of each, and the density that lets them fit.

use super::cluster::{self, Cluster};
use super::label::{Cut, State, Widths, Writer};
use super::place::{APART, Choice, Place, Room, Side, rows};
use super::strip::Strip;
use super::{Density, INSET, Stage};
use crate::chronology::Day;
use crate::layout::lanes::{self, Lane};
use crate::layout::line::font;
use crate::layout::mark::{self, Form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::Weight;
use crate::text::Measure;
use std::collections::HashMap;

/// An event on its row.
pub(super) struct Placed<'a> {
    /// Into the placed events of the timeline.
    pub index: u32,
    pub entry: &'a Entry,
    pub span: Span,
    pub state: State,
    pub form: Form,
    /// Drawn ends, which may lie off the view.
    pub mark: (f32, f32),
    pub choice: Choice,
}

impl Placed<'_> {
    /// The title as shown.
    pub fn title(&self) -> &str {
        self.choice.title.as_deref().unwrap_or(&self.entry.title)
    }
}

pub(super) struct Row<'a> {
    /// From the top of the first lane.
    pub top: f32,
    pub height: f32,
    /// Whether a label stands above its mark in this row.
    pub above: bool,
    /// Whether a title above its mark has a second line in this row.
    pub second: bool,
    pub events: Vec<Placed<'a>>,
    pub clusters: Vec<Cluster<'a>>,
}

impl<'a> Row<'a> {
    pub fn of(events: Vec<Placed<'a>>) -> Self {
        Self { top: 0.0, height: 0.0, above: false, second: false, events, clusters: Vec::new() }
    }

    /// What stands on it, from the left to the right end of each.
    pub fn hulls(&self) -> impl Iterator<Item = (f32, f32)> {
        self.events.iter().map(|e| e.choice.hull).chain(self.clusters.iter().map(|c| c.hull))
    }
}

pub(super) struct PlacedLane<'a> {
    pub name: String,
    pub told: bool,
    /// Events of the lane, in view or not.
    pub count: usize,
    pub top: f32,
    pub height: f32,
    pub rows: Vec<Row<'a>>,
}

pub(super) struct Layout<'a> {
    pub density: Density,
    pub lanes: Vec<PlacedLane<'a>>,
    /// In place of lanes of rows, where `density` is a strip.
    pub strips: Vec<Strip<'a>>,
    pub height: f32,
}

impl Layout<'_> {
    /// Top and bottom of the row or strip on which an event stands.
    pub fn row_of(&self, id: &str) -> Option<(f32, f32)> {
        let row = self.lanes.iter().flat_map(|l| &l.rows).find(|r| r.events.iter().any(|e| e.entry.id == id));
        let strip = || self.strips.iter().find_map(|s| s.row_of(id));
        row.map(|r| (r.top, r.top + r.height)).or_else(strip)
    }
}

/// Heights of one density.
pub(super) struct Heights {
    pub above: f32,
    pub beside: f32,
    pub padding: f32,
}

impl Heights {
    /// The least that a lane takes.
    fn least(&self) -> f32 {
        self.beside + 2.0 * self.padding
    }
}

pub(super) fn heights(density: Density) -> Heights {
    match density {
        Density::Comfortable => Heights { above: 77.0, beside: 70.0, padding: 10.0 },
        Density::Compact => Heights { above: 62.0, beside: 41.0, padding: 5.0 },
        Density::Dense | Density::Strip => Heights { above: 40.0, beside: 24.0, padding: 6.0 },
    }
}

/// The height of a title's second line.
pub(super) fn second_line(density: Density) -> f32 {
    if density >= Density::Dense { 16.0 } else { 20.0 }
}

/// The line of a lane's name where it stands in its lane.
pub(super) const NAME_LINE: f32 = 16.0;

/// More events in view than this are not tried in a density.
const MOST: [(Density, usize); 3] = [(Density::Comfortable, 60), (Density::Compact, 120), (Density::Dense, 260)];
/// How many views of rows may be scrolled through before a strip takes their place.
const MOST_SCROLLED: f32 = 3.0;
/// Rows are found for all events of a timeline while they are at most this many, else for those near the view.
const MOST_WORLD: usize = 600;

/// What labels may do to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Freedom {
    /// A title may have two lines.
    pub wraps: bool,
    /// What finds no room on its row may have one of its own.
    pub new_rows: bool,
}

/// The densities in the order tried.
const TRIED: [(Density, Freedom); 6] = [
    (Density::Comfortable, Freedom { wraps: true, new_rows: true }),
    (Density::Compact, Freedom { wraps: true, new_rows: true }),
    (Density::Comfortable, Freedom { wraps: false, new_rows: true }),
    (Density::Compact, Freedom { wraps: false, new_rows: true }),
    (Density::Dense, Freedom { wraps: false, new_rows: true }),
    (Density::Dense, Freedom { wraps: false, new_rows: false }),
];

/// The first density whose lanes fit a height; dense rows to scroll where none does, and a strip where they would be too many.
pub(super) fn lay_out<'a>(stage: &Stage<'a>, height: f32) -> Layout<'a> {
    let lanes = lanes::group(stage.timeline, stage.view.lanes, stage.view.statuses);
    let seen = (stage.axis.to_day(stage.axis.left), stage.axis.to_day(stage.size.x));
    let visible: usize = lanes.iter().map(|l| l.count(seen.0, seen.1)).sum();
    let fits = |density: Density| {
        let most = MOST.iter().find(|(d, _)| *d == density).map_or(0, |(_, most)| *most);
        visible <= most && lanes.len() as f32 * heights(density).least() <= height * MOST_SCROLLED
    };
    TRIED
        .into_iter()
        .filter(|(density, _)| fits(*density))
        .find_map(|(density, freedom)| {
            with(stage, &lanes, density, freedom, if freedom.new_rows { height } else { height * MOST_SCROLLED })
        })
        .unwrap_or_else(|| super::strip::lay_out(stage, &lanes, height))
}

/// The events for which a lane's rows are found: all where they are few, else those within a view's width of the view, in steps
/// of that width, so that they change seldom while panning.
fn candidates(stage: &Stage, lane: &Lane) -> Vec<u32> {
    if stage.timeline.placed.len() <= MOST_WORLD {
        return lane.members.clone();
    }
    let (from, to) = stage.axis.range;
    let width = to - from;
    let (first, last) = ((from / width).floor() - 0.5, (to / width).ceil() + 0.5);
    lane.touching(stage.timeline, first * width, last * width).collect()
}

/// The lanes in a density; none where they are higher than `most`.
pub(super) fn with<'a>(stage: &Stage<'a>, lanes: &[Lane], density: Density, freedom: Freedom, most: f32) -> Option<Layout<'a>> {
    let sizes = heights(density);
    let near: Vec<Vec<u32>> = lanes.iter().map(|l| candidates(stage, l)).collect();
    let whole = near.iter().flatten().all(|i| inside(stage, *i)) && near.iter().map(Vec::len).eq(lanes.iter().map(|l| l.members.len()));
    let mut top = 0.0;
    let mut placed = Vec::new();
    for (lane, near) in lanes.iter().zip(&near) {
        let mut rows = place(stage, near, density, freedom, whole);
        let start = top;
        top += sizes.padding + if stage.named && !stage.gutter { NAME_LINE } else { 0.0 };
        for row in &mut rows {
            row.above = row.events.iter().any(|e| e.choice.side == Side::Above);
            row.second = row.events.iter().any(|e| e.choice.side == Side::Above && e.choice.second.is_some());
            row.height = if row.above { sizes.above } else { sizes.beside };
            if row.events.iter().any(|e| e.choice.second.is_some()) {
                row.height += second_line(density);
            }
            row.top = top;
            top += row.height;
        }
        if rows.is_empty() {
            top += 24.0 - sizes.padding;
        }
        top += sizes.padding;
        if top > most {
            return None;
        }
        placed.push(PlacedLane {
            name: lane.name.clone(),
            told: lane.told,
            count: lane.members.len(),
            top: start,
            height: top - start,
            rows,
        });
    }
    Some(Layout { density, lanes: placed, strips: Vec::new(), height: top })
}

pub(super) fn span_of<'a>(stage: &Stage<'a>, index: u32) -> Option<(&'a Entry, Span)> {
    let entry = stage.timeline.placed.get(index as usize)?;
    Some((entry, entry.span?))
}

/// The drawn ends of a span; what publication bounds stops short of its line.
pub(super) fn ends(stage: &Stage, span: &Span) -> (Form, (f32, f32)) {
    let form = mark::form(span);
    let x = |day: f64| stage.axis.to_x(day).round();
    let (mut a, mut b) = (x(span.earliest.into()), x(f64::from(span.latest) + 1.0));
    if form == Form::Day {
        let middle = stage.axis.to_x(f64::from(span.earliest) + 0.5).round();
        return (form, (middle - 5.0, middle + 5.0));
    }
    let on_line = |day: Day| stage.timeline.line() == Some(day);
    if let Some(line) = stage.line {
        if on_line(span.latest) && span.earliest < span.latest {
            b = line - 2.5;
            a = a.min(b - 1.0);
        } else if on_line(span.earliest) {
            a = line + 2.5;
            b = b.max(a + 1.0);
        }
    }
    let least = mark::extent(form, (a, b), 1.0);
    // Narrow marks grow away from the line.
    let shift = match stage.line {
        Some(line) if b <= line && least.1 > line - 2.5 => line - 2.5 - least.1,
        Some(line) if a >= line && least.0 < line + 2.5 => line + 2.5 - least.0,
        _ => 0.0,
    };
    (form, ((least.0 + shift).round(), (least.1 + shift).round()))
}

fn inside(stage: &Stage, index: u32) -> bool {
    span_of(stage, index).is_none_or(|(_, span)| {
        let (_, (a, b)) = ends(stage, &span);
        a >= stage.left && b <= stage.size.x
    })
}

/// Whether any of a mark is in view; a disc counts by its middle.
pub(super) fn seen(stage: &Stage, form: Form, (a, b): (f32, f32)) -> bool {
    let (low, high) = (stage.axis.left, stage.size.x - 4.0);
    if form == Form::Day { (a + b) / 2.0 >= low && (a + b) / 2.0 <= high } else { b > low + 1.0 && a < high }
}

/// Whether any of a span's mark is in view.
#[cfg(test)]
pub(super) fn visible(stage: &Stage, span: &Span) -> bool {
    let (form, mark) = ends(stage, span);
    seen(stage, form, mark)
}

/// The rows of a lane. Rows are found for all events near the view as if it had no edges, unless all lie inside it, so that
/// panning leaves them as they are; only then are the labels at the edges mended.
fn place<'a>(stage: &Stage<'a>, members: &[u32], density: Density, freedom: Freedom, whole: bool) -> Vec<Row<'a>> {
    let lines = [stage.line, stage.today];
    let boundless = (f32::NEG_INFINITY, f32::INFINITY);
    let (room, view) = if whole { (edges(stage), (stage.left, stage.size.x)) } else { (boundless, boundless) };
    let mut placed: Vec<Placed> = Vec::with_capacity(members.len());
    for index in members {
        let Some((entry, span)) = span_of(stage, *index) else { continue };
        let (form, mark) = ends(stage, &span);
        let state = State::of(stage.view, &entry.id);
        let place = Place { form, mark, view, room: Room { low: room.0, high: room.1, lines }, wraps: freedom.wraps };
        let choice = choose(place, &writer(stage, *index, entry, span, state, density));
        placed.push(Placed { index: *index, entry, span, state, form, mark, choice });
    }
    let on_row = rows(placed.iter().map(|p| p.choice.hull));
    let mut by_row: Vec<Vec<Placed>> = Vec::new();
    for (event, row) in placed.into_iter().zip(on_row) {
        if by_row.len() <= row {
            by_row.resize_with(row + 1, Vec::new);
        }
        if let Some(row) = by_row.get_mut(row).filter(|_| seen(stage, event.form, event.mark)) {
            row.push(event);
        }
    }
    let mut homeless = Vec::new();
    for row in &mut by_row {
        if !whole {
            mend(stage, row, density, freedom);
        }
        let poor = |e: &mut Placed| e.choice.side == Side::Bare || e.state.keeps_date() && e.choice.shortened();
        homeless.extend(row.extract_if(.., poor));
    }
    by_row.retain(|row| !row.is_empty());
    let mut rows: Vec<Row> = by_row.into_iter().map(Row::of).collect();
    let bare = settle(stage, &mut rows, homeless, density, freedom);
    cluster::gather(stage, &mut rows, bare, density);
    rows
}

/// Where labels may be: within the view, a little off its right edge.
pub(super) fn edges(stage: &Stage) -> (f32, f32) {
    (stage.axis.left, stage.size.x - INSET)
}

/// Finds room on other rows, or on new ones, for events whose labels have none on their own: the selection and hits first, then the
/// main events. Those that find none are given back.
fn settle<'a>(
    stage: &Stage<'a>,
    rows: &mut Vec<Row<'a>>,
    mut homeless: Vec<Placed<'a>>,
    density: Density,
    freedom: Freedom,
) -> Vec<Placed<'a>> {
    homeless.sort_by(|a, b| {
        let first = |e: &Placed| (!e.state.selected, e.state.hit != Some(true));
        first(a).cmp(&first(b)).then(b.entry.salience.total_cmp(&a.entry.salience)).then(a.index.cmp(&b.index))
    });
    let mut bare = Vec::new();
    for mut event in homeless {
        let write = writer(stage, event.index, event.entry, event.span, event.state, density);
        let on = |(low, high): (f32, f32)| {
            let room = Room { low, high, lines: [stage.line, stage.today] };
            let view = (stage.left, stage.size.x);
            choose(Place { form: event.form, mark: event.mark, view, room, wraps: freedom.wraps }, &write)
        };
        let seen = (event.mark.0.max(stage.left), event.mark.1.min(stage.size.x));
        let mut best: Option<(Choice, usize)> = None;
        let offered = rows
            .iter()
            .map(|row| room_at(stage, row, seen))
            .chain([Some(edges(stage)).filter(|_| freedom.new_rows || event.state.keeps_date())]);
        for (row, room) in offered.enumerate().filter_map(|(row, room)| Some((row, room?))) {
            let choice = on(room);
            let better = match &best {
                None => choice.side != Side::Bare,
                Some((best, _)) => best.shortened() && !choice.shortened(),
            };
            if better {
                best = Some((choice, row));
            }
        }
        match best {
            None => bare.push(event),
            Some((choice, row)) => {
                event.choice = choice;
                match rows.get_mut(row) {
                    Some(row) => row.events.push(event),
                    None => rows.push(Row::of(vec![event])),
                }
            }
        }
    }
    bare
}

/// The room on a row about what is at a place on it; none where that comes too near to others.
pub(super) fn room_at(stage: &Stage, row: &Row, (a, b): (f32, f32)) -> Option<(f32, f32)> {
    let mut room = edges(stage);
    for (from, to) in row.hulls() {
        if to + APART <= a {
            room.0 = room.0.max(to + APART);
        } else if from - APART >= b {
            room.1 = room.1.min(from - APART);
        } else {
            return None;
        }
    }
    Some(room)
}

/// The writer of an event's label, its widths known from an earlier frame or measured now.
pub(super) fn writer<'a>(stage: &Stage<'a>, index: u32, entry: &'a Entry, span: Span, state: State, density: Density) -> Writer<'a> {
    let writer =
        Writer { entry, span, frame: stage.frame, state, density, year: stage.year, measure: stage.measure, widths: Widths::default() };
    let key = (index, density, state.keeps_date(), state.dimmed(), stage.year);
    let mut memory = stage.memory.borrow_mut();
    match memory.widths.get(&key) {
        Some(widths) => Writer { widths: *widths, ..writer },
        None => {
            let writer = writer.measured();
            memory.widths.insert(key, writer.widths);
            writer
        }
    }
}

/// Widths measured in earlier frames with the same fonts.
#[derive(Debug, Default)]
pub(in crate::layout) struct Memory {
    /// What the measure said of a line known beforehand: another measure says otherwise.
    sample: [u32; 2],
    widths: HashMap<(u32, Density, bool, bool, bool), Widths>,
    /// Ranges that show everything, by lanes and width of the view.
    pub fits: Vec<((super::Lanes, u32), (f64, f64))>,
}

/// More widths than this are forgotten all at once.
const MOST_REMEMBERED: usize = 50_000;

impl Memory {
    /// Ready for a measure: emptied where it is another one than before.
    pub fn prepared(mut self, measure: &dyn Measure) -> Self {
        const SAMPLE: &str = "Witkoff and Kushner visit Moscow, 24 Oct – 5 Dec 1978";
        let sample =
            [(14.0, Weight::SemiBold), (11.0, Weight::Regular)].map(|(size, weight)| measure.width(SAMPLE, font(size, weight)).to_bits());
        if self.sample != sample || self.widths.len() > MOST_REMEMBERED {
            self.widths.clear();
            self.fits.clear();
            self.sample = sample;
        }
        self
    }
}

/// A label keeps clear of both lines where it can; before its title would give way, today's is broken for it.
fn choose(place: Place, writer: &Writer) -> Choice {
    let choice = place.choose(writer);
    if choice.cut < Cut::Title && choice.title.is_none() || place.room.lines[1].is_none() {
        return choice;
    }
    let room = Room { lines: [place.room.lines[0], None], ..place.room };
    Place { room, ..place }.choose(writer)
}

/// Finds another place for labels that would leave the view, between what stands before and after them on the row.
fn mend(stage: &Stage, events: &mut [Placed], density: Density, freedom: Freedom) {
    let (edges, view) = (edges(stage), (stage.left, stage.size.x));
    events.sort_by(|a, b| a.mark.0.total_cmp(&b.mark.0));
    let mut end = f32::NEG_INFINITY;
    for index in 0..events.len() {
        let next =
            events.get(index + 1).map_or(f32::INFINITY, |e| if e.choice.hull.0 < edges.0 { e.mark.0.max(view.0) } else { e.choice.hull.0 });
        let Some(event) = events.get_mut(index) else { continue };
        let (low, high) = event.choice.hull;
        if low < edges.0 || high > edges.1 || event.mark.0 < view.0 || event.mark.1 > view.1 {
            let room = Room { low: edges.0.max(end + APART), high: edges.1.min(next - APART), lines: [stage.line, stage.today] };
            let place = Place { form: event.form, mark: event.mark, view, room, wraps: freedom.wraps };
            event.choice = choose(place, &writer(stage, event.index, event.entry, event.span, event.state, density));
        }
        end = event.choice.hull.1;
    }
}
