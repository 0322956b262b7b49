//! The timeline of the window: what is in view becomes a scene and the places where events can be clicked.

mod arrows;
mod cluster;
mod density;
mod draw;
mod fit;
mod foot;
mod grid;
mod header;
mod highlight;
mod label;
mod marks;
mod memory;
mod overview;
mod place;
mod rows;
mod strip;

pub(in crate::layout) use fit::fit;
pub(in crate::layout) use memory::Memory;

pub use super::axis::{Axis, NARROWEST};
pub use super::timeline::{Step, Timeline};
pub use overview::{Overview, overview};
pub use strip::thousands;

use super::{lanes, ticks};
use crate::chronology::{Day, Frame, Status};
use crate::scene::{Scene, Shape};
use crate::text::Measure;
use emath::{Rect, Vec2, pos2};
use std::cell::RefCell;
use std::collections::HashSet;

/// By what events are parted into lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Lanes {
    /// None, unless at most seven places cover four fifths of the events.
    #[default]
    Auto,
    None,
    Place,
    Participant,
    Kind,
    Status,
    Article,
}

impl Lanes {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 7] = [Self::Auto, Self::None, Self::Place, Self::Participant, Self::Kind, Self::Status, Self::Article];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Scale {
    #[default]
    ToScale,
    /// Long empty stretches are folded, with a visible break and its length.
    GapsFolded,
    /// Equal steps, the gap written between.
    Sequence,
}

impl Scale {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::ToScale, Self::GapsFolded, Self::Sequence];
}

/// How the timeline is looked at.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The days at the left and right edge of the lanes (fractions allowed), in the timeline's frame.
    pub range: (f64, f64),
    pub lanes: Lanes,
    pub scale: Scale,
    /// Points scrolled down in the lanes.
    pub scroll: f32,
    pub selected: Option<&'a str>,
    pub hovered: Option<&'a str>,
    /// The event with the keyboard focus ring.
    pub focused: Option<&'a str>,
    /// Where a search is on: the ids that it found.
    pub hits: Option<&'a HashSet<String>>,
    pub query: &'a str,
    /// Statuses that are shown.
    pub statuses: &'a [Status],
    /// A calendar day, for the line "today"; none hides it.
    pub today: Option<Day>,
    /// Where the publication date comes from, in two or three words: "set by you".
    pub published_words: Option<&'a str>,
    /// Whether the row under the axis tells of the publication date.
    pub publication: bool,
    /// Whether the order told is drawn as arrows.
    pub arrows: bool,
}

/// Every status, in the order of the toolbar.
pub const STATUSES: [Status; 4] = [Status::Happened, Status::Expected, Status::Proposed, Status::CalledOff];

impl Default for View<'_> {
    fn default() -> Self {
        Self {
            range: (0.0, 30.0),
            lanes: Lanes::default(),
            scale: Scale::default(),
            scroll: 0.0,
            selected: None,
            hovered: None,
            focused: None,
            hits: None,
            query: "",
            statuses: &STATUSES,
            today: None,
            published_words: None,
            publication: true,
            arrows: false,
        }
    }
}

/// How much is said of each event, for the whole view at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
    Dense,
    Strip,
}

/// Where one event stands in the scene.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedEvent {
    pub id: String,
    /// Mark and label together: what a pointer hits.
    pub block: Rect,
    pub mark: Rect,
    /// Said by a screen reader: "Event 4 of 7, expected, 20 to 21 December 2025, Miami".
    pub name: String,
}

/// Events drawn as one "+N".
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedCluster {
    pub ids: Vec<String>,
    pub block: Rect,
    pub name: String,
    /// The days from the first to the last of them, where they are on the axis: zooming in on these opens the "+N".
    pub days: Option<(Day, Day)>,
}

/// The drawn timeline: axis, publication row, lanes and tray.
#[derive(Debug, Clone, PartialEq)]
pub struct Explorer {
    pub scene: Scene,
    pub events: Vec<PlacedEvent>,
    pub clusters: Vec<PlacedCluster>,
    /// The words of the publication row that act as buttons ("Set date…", "Change"), with what is said of them.
    pub publication_action: Option<(Rect, String)>,
    /// Height of all lanes, in points; more than fits is scrolled.
    pub content_height: f32,
    /// Top and bottom of the row or strip of the selected event, from the top of the first lane: what to scroll to.
    pub selected_row: Option<(f32, f32)>,
    /// Where the lanes are seen: what scrolls, pans and zooms.
    pub lanes: Rect,
    /// From days to points and back, for panning and zooming at the pointer.
    pub axis: Axis,
    pub density: Density,
    /// Events of the lanes that lie below what is seen.
    pub below: usize,
}

/// Height of the axis, its rule of one point included.
pub const AXIS: f32 = 47.0;
/// Height of the publication row with its hairline.
const PUBLICATION_ROW: f32 = 29.0;
/// Labels keep this far from the right edge.
const INSET: f32 = 12.0;
/// Below this width lane names stand in their lanes.
const NARROW: f32 = 720.0;

/// What all parts of one frame share.
struct Stage<'a> {
    timeline: &'a Timeline,
    view: &'a View<'a>,
    measure: &'a dyn Measure,
    size: Vec2,
    frame: Frame,
    axis: Axis,
    ticks: ticks::Ticks,
    /// Left edge of marks; labels begin a little further in.
    left: f32,
    /// Whether names stand in a gutter left of the lanes.
    gutter: bool,
    /// Whether there are lanes with names.
    named: bool,
    /// The middle of the publication line, in view or not.
    line: Option<f32>,
    today: Option<f32>,
    /// Folded stretches in view: their days, and their edges.
    folds: Vec<((f64, f64), (f32, f32))>,
    /// Whether dates at marks tell their year.
    year: bool,
    memory: RefCell<Memory>,
}

impl<'a> Stage<'a> {
    fn new(timeline: &'a Timeline, view: &'a View<'a>, size: Vec2, measure: &'a dyn Measure) -> Self {
        let named = lanes::resolve(timeline, view.lanes) != Lanes::None;
        let gutter = named && size.x >= NARROW;
        let start = plot_left(timeline, view.lanes, view.statuses, size.x, measure);
        let left = if gutter { start - 2.0 } else { 0.0 };
        let frame = timeline.frame.unwrap_or(if timeline.published.is_some() { Frame::Calendar } else { Frame::Publication });
        let anchor = timeline.extent().map_or(0.0, |(first, _)| f64::from(first));
        let axis = Axis::warped(view.range, start, size.x, timeline.warp(view.scale)).snapped(anchor);
        let folds = axis.folds();
        let ticks = ticks::ticks(&axis, frame, measure);
        let noon = |day: Day| axis.to_x(f64::from(day) + 0.5).floor() + 0.5;
        let (line, today) = (timeline.line().map(noon), view.today.filter(|_| frame == Frame::Calendar).map(noon));
        Self {
            timeline,
            view,
            measure,
            size,
            frame,
            axis,
            left,
            gutter,
            named,
            line,
            today,
            year: ticks::needs_year(ticks.step),
            ticks,
            folds,
            memory: RefCell::new(timeline.kept.take().prepared(measure)),
        }
    }

    /// Height of the axis and of the publication row, where there is one.
    fn header(&self) -> f32 {
        AXIS + if self.view.publication { PUBLICATION_ROW } else { 0.0 }
    }

    /// How wide a lane's name may be in the gutter.
    fn name_room(&self) -> f32 {
        self.left - 16.0 - 6.0
    }

    fn in_view(&self, x: f32) -> bool {
        x >= self.axis.left && x <= self.size.x
    }

    /// The publication line where it is in view.
    fn line_seen(&self) -> Option<f32> {
        self.line.filter(|x| self.in_view(*x))
    }

    fn today_seen(&self) -> Option<f32> {
        self.today.filter(|x| self.in_view(*x))
    }
}

/// Where the axis begins in a view `width` points wide: after the gutter, which is wide enough for most names of lanes.
pub(in crate::layout) fn plot_left(timeline: &Timeline, lanes: Lanes, statuses: &[Status], width: f32, measure: &dyn Measure) -> f32 {
    if width < NARROW || lanes::resolve(timeline, lanes) == Lanes::None {
        return INSET;
    }
    let at = super::line::font(12.0, crate::scene::Weight::SemiBold);
    let widest = lanes::group(timeline, lanes, statuses).iter().map(|l| measure.width(&l.name, at)).fold(0.0, f32::max);
    (16.0 + widest + 8.0).clamp(92.0, 152.0).round()
}

/// Lays the timeline out for a size in points.
pub fn explorer(timeline: &Timeline, view: &View, size: Vec2, measure: &dyn Measure) -> Explorer {
    let stage = Stage::new(timeline, view, size, measure);
    let foot = foot::height(&stage);
    let top = stage.header();
    let mut seen = Rect::from_min_max(pos2(0.0, top), pos2(size.x, (size.y - foot).max(top)));
    let lower = (seen.height() - foot::MORE).max(0.0);
    let (layout, told) = density::lay_out(&stage, seen.height(), lower);
    if told {
        seen.max.y = top + lower;
    }
    let scroll = view.scroll.clamp(0.0, (layout.height - seen.height()).max(0.0));
    let mut content = match layout.density {
        Density::Strip => strip::draw(&stage, &layout, seen, scroll),
        _ => draw::lanes(&stage, &layout, seen, scroll),
    };
    let header = header::header(&stage);
    let below = (layout.height > seen.height()).then_some(content.below);
    let left_out = if told && !stage.gutter { strip::told(&layout) } else { None };
    let mut foot = foot::foot(&stage, seen, below, left_out);
    let mut shapes = header::ground(&stage);
    let mut texts = Vec::new();
    grid::clear_rects(&content.shapes, &mut texts);
    shapes.extend(grid::grid(&stage, seen, &texts));
    if layout.density != Density::Strip {
        shapes.extend(arrows::arrows(&stage, &content.events, seen, &texts));
    }
    grid::clear_rects(&header.shapes, &mut texts);
    let lines = header::lines(&stage, seen.bottom(), &texts);
    shapes.append(&mut content.shapes);
    shapes.extend(header.shapes);
    shapes.append(&mut foot.shapes);
    shapes.extend(lines);
    content.events.append(&mut foot.events);
    content.clusters.append(&mut foot.clusters);
    timeline.kept.keep(stage.memory.take());
    Explorer {
        scene: Scene { width: size.x, height: size.y, shapes },
        events: content.events,
        clusters: content.clusters,
        publication_action: header.action,
        content_height: layout.height,
        selected_row: view.selected.and_then(|id| layout.row_of(id)),
        lanes: seen,
        axis: stage.axis,
        density: layout.density,
        below: content.below,
    }
}

/// What a part of the frame draws and where it can be clicked.
#[derive(Default)]
struct Part {
    shapes: Vec<Shape>,
    events: Vec<PlacedEvent>,
    clusters: Vec<PlacedCluster>,
    below: usize,
}

/// The event nearest in time in the lane above or below.
pub fn lane_step<'a>(timeline: &'a Timeline, view: &View, from: &str, down: bool) -> Option<&'a str> {
    lanes::neighbour(timeline, view.lanes, view.statuses, from, down)
}

#[cfg(test)]
mod tests;
