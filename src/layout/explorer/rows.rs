//! The rows of a lane: which event stands on which, and where its label goes there.

use super::cluster::{self, Cluster};
use super::density::Freedom;
use super::label::{Cut, State, Writer};
use super::marks::{between_folds, edges, room_between, seen};
use super::memory;
use super::place::{APART, Choice, Place, Room, Shown, Side, rows};
use super::strip::Strip;
use super::{Density, Stage};
use crate::layout::breaks;
use crate::layout::line::cut_at;
use crate::layout::mark::Form;
use crate::layout::timeline::{Entry, Span};

/// An event on its row.
#[derive(Clone, Copy)]
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

impl<'a> Placed<'a> {
    /// The title as shown, in one line or two.
    pub fn title(&self) -> Vec<String> {
        match self.choice.title {
            Shown::Whole => vec![self.entry.title.clone()],
            Shown::Halved(at) => breaks::lines(&self.entry.title, at).map(str::to_owned).into(),
            Shown::Short(at) => vec![cut_at(&self.entry.title, at)],
        }
    }

    pub fn writer<'s>(&self, stage: &'s Stage, density: Density) -> Writer<'s>
    where
        'a: 's,
    {
        memory::writer(stage, self.index, self.entry, self.span, self.state, density)
    }

    /// Whether it has no label, or not all of one that it must have.
    fn poor(&self) -> bool {
        self.choice.side == Side::Bare || self.state.keeps_date() && self.choice.shortened()
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

    /// Finds its height from what stands on it.
    pub fn measure(&mut self, density: Density) {
        let above = |e: &Placed| e.choice.side == Side::Above;
        self.above = self.events.iter().any(above);
        self.second = self.events.iter().any(|e| above(e) && e.choice.halved());
        let sizes = heights(density);
        let halved = self.events.iter().any(|e| e.choice.halved());
        self.height = if self.above { sizes.above } else { sizes.beside } + if halved { second_line(density) } else { 0.0 };
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
    pub fn least(&self) -> f32 {
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

/// The events near the view on rows, before anything is done about the edges.
#[derive(Clone)]
pub(super) struct Draft<'a> {
    /// Of each row, what is in view.
    rows: Vec<Vec<Placed<'a>>>,
    /// How many of the rows nothing can empty.
    pub steady: usize,
    /// Whether any title has a second line.
    pub halved: bool,
}

/// Puts the events of a lane on rows as if the view had no edges, unless all lie inside it (`whole`), so that panning leaves them as
/// they are.
pub(super) fn draft<'a>(stage: &Stage<'a>, near: &[Placed<'a>], density: Density, wraps: bool, whole: bool) -> Draft<'a> {
    let lines = [stage.line, stage.today];
    let boundless = (f32::NEG_INFINITY, f32::INFINITY);
    let (room, view) = if whole { (edges(stage), (stage.left, stage.size.x)) } else { (boundless, boundless) };
    let mut placed = near.to_vec();
    for event in &mut placed {
        let place = Place { form: event.form, mark: event.mark, view, room: Room { low: room.0, high: room.1, lines }, wraps };
        event.choice = choose(stage, place, &event.writer(stage, density));
    }
    let halved = placed.iter().any(|e| e.choice.halved());
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
    by_row.retain(|row| !row.is_empty());
    let stays = |e: &Placed| !e.poor() && (whole || !leaves(stage, e));
    let steady = by_row.iter().filter(|row| row.iter().any(stays)).count();
    Draft { rows: by_row, steady, halved }
}

/// The rows of a lane, the labels at the edges mended and the others with room found for them; none where they are more than `most`.
pub(super) fn settled<'a>(
    stage: &Stage<'a>,
    draft: &Draft<'a>,
    density: Density,
    freedom: Freedom,
    whole: bool,
    most: usize,
) -> Option<Vec<Row<'a>>> {
    let mut homeless = Vec::new();
    let mut by_row = draft.rows.clone();
    for row in &mut by_row {
        if !whole {
            mend(stage, row, density, freedom);
        }
        homeless.extend(row.extract_if(.., |e| e.poor()));
    }
    by_row.retain(|row| !row.is_empty());
    let mut rows: Vec<Row> = by_row.into_iter().map(Row::of).collect();
    let bare = settle(stage, &mut rows, homeless, density, freedom, most)?;
    cluster::gather(stage, &mut rows, bare, density);
    Some(rows)
}

/// Finds room on other rows, or on new ones, for events whose labels have none on their own: the selection and hits first, then the
/// main events. Those that find none are given back; none where that takes more than `most` rows.
fn settle<'a>(
    stage: &Stage<'a>,
    rows: &mut Vec<Row<'a>>,
    mut homeless: Vec<Placed<'a>>,
    density: Density,
    freedom: Freedom,
    most: usize,
) -> Option<Vec<Placed<'a>>> {
    homeless.sort_by(|a, b| {
        let first = |e: &Placed| (!e.state.selected, e.state.hit != Some(true));
        first(a).cmp(&first(b)).then(b.entry.salience.total_cmp(&a.entry.salience)).then(a.index.cmp(&b.index))
    });
    let mut bare = Vec::new();
    for mut event in homeless {
        if rows.len() > most {
            return None;
        }
        let write = event.writer(stage, density);
        let on = |(low, high): (f32, f32)| {
            let room = Room { low, high, lines: [stage.line, stage.today] };
            let view = (stage.left, stage.size.x);
            choose(stage, Place { form: event.form, mark: event.mark, view, room, wraps: freedom.wraps }, &write)
        };
        let seen = (event.mark.0.max(stage.left), event.mark.1.min(stage.size.x));
        let mut best: Option<(Choice, usize)> = None;
        let offered = rows
            .iter()
            .map(|row| room_between(edges(stage), row.hulls(), seen))
            .chain([Some(edges(stage)).filter(|_| freedom.new_rows || event.state.keeps_date())]);
        for (row, room) in offered.enumerate().filter_map(|(row, room)| Some((row, room?))) {
            let choice = on(room);
            if !choice.shortened() {
                best = Some((choice, row));
                break;
            }
            if best.is_none() && choice.side != Side::Bare {
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
    (rows.len() <= most).then_some(bare)
}

/// A label keeps from crossing a fold where it can; before its title would give way, it runs over the fold.
fn choose(stage: &Stage, place: Place, writer: &Writer) -> Choice {
    let (low, high) = between_folds(stage, (place.room.low, place.room.high), place.mark);
    let own = clear_of_lines(Place { room: Room { low, high, ..place.room }, ..place }, writer);
    if !own.shortened() || (low, high) == (place.room.low, place.room.high) {
        return own;
    }
    let across = clear_of_lines(place, writer);
    if own.side == Side::Bare || !across.shortened() { across } else { own }
}

/// A label keeps clear of both lines where it can; before its title would give way, today's is broken for it.
fn clear_of_lines(place: Place, writer: &Writer) -> Choice {
    let choice = place.choose(writer);
    if choice.cut < Cut::Title && choice.title == Shown::Whole || place.room.lines[1].is_none() {
        return choice;
    }
    let room = Room { lines: [place.room.lines[0], None], ..place.room };
    Place { room, ..place }.choose(writer)
}

/// Whether its mark or its label reaches beyond the edges.
fn leaves(stage: &Stage, event: &Placed) -> bool {
    let ((low, high), edges) = (event.choice.hull, edges(stage));
    low < edges.0 || high > edges.1 || event.mark.0 < stage.left || event.mark.1 > stage.size.x
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
        if leaves(stage, event) {
            let room = Room { low: edges.0.max(end + APART), high: edges.1.min(next - APART), lines: [stage.line, stage.today] };
            let place = Place { form: event.form, mark: event.mark, view, room, wraps: freedom.wraps };
            event.choice = choose(stage, place, &event.writer(stage, density));
        }
        end = event.choice.hull.1;
    }
}
