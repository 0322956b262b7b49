//! The timeline of the window: what is in view becomes a scene and the places where events can be clicked.

pub use super::axis::Axis;
pub use super::timeline::{Step, Timeline};

use crate::chronology::{Day, Status};
use crate::scene::Scene;
use crate::text::Measure;
use emath::{Rect, Vec2};
use std::collections::HashSet;

/// By what events are parted into lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    #[default]
    ToScale,
    /// Long empty stretches are folded, with a visible break and its length.
    GapsFolded,
    /// Equal steps, the gap written between.
    Sequence,
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
}

/// Every status.
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
    /// Where the lanes are seen: what scrolls, pans and zooms.
    pub lanes: Rect,
    /// From days to points and back, for panning and zooming at the pointer.
    pub axis: Axis,
    pub density: Density,
}

/// The strip that shows the whole range and the part in view.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    pub scene: Scene,
    /// Of the strip, for dragging: its range is the whole.
    pub axis: Axis,
    /// The part in view, and its two handles.
    pub window: Rect,
    pub handles: [Rect; 2],
}

/// Lays the timeline out for a size in points.
pub fn explorer(timeline: &Timeline, view: &View, size: Vec2, measure: &dyn Measure) -> Explorer {
    use crate::scene::{Align, Font, Group, Ink, PlacedText, Shape, Stroke, Weight};
    use emath::pos2;
    let axis = Axis::new(view.range, 92.0, size.x);
    let lanes = Rect::from_min_max(pos2(0.0, 74.0), pos2(size.x, size.y));
    let mut shapes =
        vec![Shape::Line { from: pos2(0.0, 46.5), to: pos2(size.x, 46.5), stroke: Stroke { width: 1.0, ink: Ink::Rule, dash: None } }];
    let mut events = Vec::new();
    let mut y = lanes.top() + 10.0 - view.scroll;
    for entry in timeline.placed.iter().filter(|e| view.statuses.contains(&e.status)) {
        let Some(span) = entry.span else { continue };
        let left = axis.to_x(span.earliest.into());
        let right = axis.to_x(f64::from(span.latest) + 1.0);
        let mark = Rect::from_min_max(pos2(left, y + 36.0), pos2(right, y + 44.0));
        let font = Font { size: 14.0, weight: Weight::SemiBold };
        let width = measure.width(&entry.title, font);
        let ink = if view.selected == Some(entry.id.as_str()) { Ink::Accent } else { Ink::Ink };
        let title = PlacedText { text: entry.title.clone(), at: pos2(left, y + 23.0), align: Align::Left, font, ink, width };
        let block = Rect::from_min_max(pos2(left, y), pos2(right.max(left + width), y + 75.0));
        shapes.push(Shape::Group(Group {
            event: Some(entry.id.clone()),
            title: Some(entry.title.clone()),
            shapes: vec![Shape::Rect { rect: mark, fill: Some(Ink::Span), stroke: None, opacity: 1.0 }, Shape::Text(title)],
        }));
        events.push(PlacedEvent { id: entry.id.clone(), block, mark, name: entry.title.clone() });
        y += 77.0;
    }
    Explorer {
        scene: Scene { width: size.x, height: size.y, shapes },
        events,
        content_height: y + view.scroll - lanes.top(),
        lanes,
        axis,
        clusters: Vec::new(),
        publication_action: None,
        density: Density::Comfortable,
    }
}

/// Lays out the strip that shows the whole range and the part in view.
pub fn overview(timeline: &Timeline, view: &View, size: Vec2, measure: &dyn Measure) -> Overview {
    use emath::pos2;
    let axis = Axis::new(timeline.fit(size.x, measure), 88.0, size.x - 12.0);
    let window = Rect::from_min_max(pos2(axis.to_x(view.range.0), 10.0), pos2(axis.to_x(view.range.1), 50.0));
    let handle = |x: f32| Rect::from_min_max(pos2(x - 2.0, 22.0), pos2(x + 2.0, 38.0));
    Overview {
        scene: Scene { width: size.x, height: size.y, shapes: Vec::new() },
        axis,
        window,
        handles: [handle(window.left()), handle(window.right())],
    }
}

/// The event nearest in time in the lane above or below.
pub fn lane_step<'a>(_timeline: &'a Timeline, _view: &View, _from: &str, _down: bool) -> Option<&'a str> {
    None
}
