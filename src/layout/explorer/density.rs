//! How much is said of each event: the fullest density in which the lanes fit the view.
//!
//! Most densities are told not to fit by the rows that their labels need at least; only one that may fit is laid out in full.

use super::label::State;
use super::marks::{ends, inside, span_of};
use super::place::Choice;
use super::rows::{Draft, Layout, NAME_LINE, Placed, PlacedLane, Row, draft, heights, settled};
use super::{Density, Stage, strip};
use crate::layout::lanes::{self, Lane};
use std::cell::OnceCell;

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

/// The first density whose lanes fit a height; dense rows to scroll where none does, and a strip where they would be too many. What
/// scrolls or leaves events out is told of in a line beneath (the second value), which leaves the lanes only the `lower` height.
pub(super) fn lay_out<'a>(stage: &Stage<'a>, height: f32, lower: f32) -> (Layout<'a>, bool) {
    let lanes = lanes::group(stage.timeline, stage.view.lanes, stage.view.statuses);
    let seen = (stage.axis.to_day(stage.axis.left), stage.axis.to_day(stage.size.x));
    let visible: usize = lanes.iter().map(|l| l.count(seen.0, seen.1)).sum();
    let few = |density: Density| MOST.iter().any(|(d, most)| *d == density && visible <= *most);
    let mut tries = Tries::new(stage, &lanes);
    for (density, freedom) in TRIED.into_iter().filter(|(density, _)| few(*density)) {
        // What grows no rows of its own may scroll.
        let most = if freedom.new_rows { height } else { lower * MOST_SCROLLED };
        let least = lanes.len() as f32 * heights(density).least();
        if least <= lower * MOST_SCROLLED
            && let Some(layout) = tries.with(density, freedom, most)
        {
            let scrolls = layout.height > height;
            return (layout, scrolls);
        }
    }
    if stage.gutter {
        // The gutter tells what is left out.
        let layout = strip::lay_out(stage, &lanes, height);
        if layout.height <= height {
            return (layout, false);
        }
    }
    (strip::lay_out(stage, &lanes, lower), true)
}

/// Lanes laid out in one density after another.
pub(super) struct Tries<'s, 'a> {
    stage: &'s Stage<'a>,
    lanes: &'s [Lane],
    near: OnceCell<Near<'a>>,
    drafts: Vec<Drafted<'a>>,
}

/// The events near the view, of each lane, whatever the density.
struct Near<'a> {
    lanes: Vec<Vec<Placed<'a>>>,
    /// Whether they are all there are and lie in the view from end to end.
    whole: bool,
}

/// All lanes of a density before their edges are mended.
struct Drafted<'a> {
    density: Density,
    wraps: bool,
    lanes: Vec<Draft<'a>>,
}

impl<'s, 'a> Tries<'s, 'a> {
    pub fn new(stage: &'s Stage<'a>, lanes: &'s [Lane]) -> Self {
        Self { stage, lanes, near: OnceCell::new(), drafts: Vec::new() }
    }

    /// The lanes in a density; none where they are higher than `most`.
    pub fn with(&mut self, density: Density, freedom: Freedom, most: f32) -> Option<Layout<'a>> {
        let (stage, lanes) = (self.stage, self.lanes);
        let near = self.near.get_or_init(|| near(stage, lanes));
        // Where no title was wrapped although it might have been, there is nothing to draft anew.
        let same = |d: &Drafted| d.density == density && (d.wraps == freedom.wraps || !d.lanes.iter().any(|l| l.halved));
        let at = self.drafts.iter().position(same).unwrap_or_else(|| {
            let drafted = near.lanes.iter().map(|of_lane| draft(stage, of_lane, density, freedom.wraps, near.whole)).collect();
            self.drafts.push(Drafted { density, wraps: freedom.wraps, lanes: drafted });
            self.drafts.len() - 1
        });
        let drafts = &self.drafts.get(at)?.lanes;
        let sizes = heights(density);
        // What a lane is higher than its rows.
        let around = 2.0 * sizes.padding + if stage.named && !stage.gutter { NAME_LINE } else { 0.0 };
        let least = |draft: &Draft| around + draft.steady as f32 * sizes.beside;
        let mut beneath: f32 = drafts.iter().map(least).sum();
        let mut top = 0.0;
        let mut placed = Vec::new();
        for (lane, draft) in lanes.iter().zip(drafts) {
            if top + beneath > most + 0.01 {
                return None;
            }
            beneath -= least(draft);
            let rows = ((most + 0.01 - top - beneath - around) / sizes.beside) as usize;
            let rows = settled(stage, draft, density, freedom, near.whole, rows)?;
            let lane = placed_lane(stage, lane, rows, density, top);
            top += lane.height;
            placed.push(lane);
        }
        (top <= most).then_some(Layout { density, lanes: placed, strips: Vec::new(), height: top })
    }
}

/// The heights of a lane whose top is known.
fn placed_lane<'a>(stage: &Stage, lane: &Lane, mut rows: Vec<Row<'a>>, density: Density, start: f32) -> PlacedLane<'a> {
    let sizes = heights(density);
    let mut top = start + sizes.padding + if stage.named && !stage.gutter { NAME_LINE } else { 0.0 };
    for row in &mut rows {
        row.measure(density);
        row.top = top;
        top += row.height;
    }
    if rows.is_empty() {
        top += 24.0 - sizes.padding;
    }
    let height = top + sizes.padding - start;
    PlacedLane { name: lane.name.clone(), told: lane.told, count: lane.members.len(), top: start, height, rows }
}

/// The events for which rows are found: all where they are few, else those within a view's width of the view, in steps of that width,
/// so that they change seldom while panning.
fn near<'a>(stage: &Stage<'a>, lanes: &[Lane]) -> Near<'a> {
    let (from, to) = stage.axis.units();
    let width = to - from;
    let (first, last) = stage.axis.days((((from / width).floor() - 0.5) * width, ((to / width).ceil() + 0.5) * width));
    let placed = |index: u32| {
        let (entry, span) = span_of(stage, index)?;
        let (form, mark) = ends(stage, &span);
        Some(Placed { index, entry, span, state: State::of(stage.view, &entry.id), form, mark, choice: Choice::bare(mark) })
    };
    let of = |lane: &Lane| -> Vec<Placed<'a>> {
        if stage.timeline.placed.len() <= MOST_WORLD {
            lane.members.iter().filter_map(|index| placed(*index)).collect()
        } else {
            lane.touching(stage.timeline, first, last).filter_map(placed).collect()
        }
    };
    let near: Vec<_> = lanes.iter().map(of).collect();
    let all = near.iter().map(Vec::len).eq(lanes.iter().map(|l| l.members.len()));
    let whole = all && near.iter().flatten().all(|e| inside(stage, e.mark));
    Near { lanes: near, whole }
}
