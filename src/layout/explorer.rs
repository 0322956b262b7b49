//! The timeline of the window: what is in view becomes a scene and the places where events can be clicked.

use crate::chronology::{Chronology, Day, Frame, Status};
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

/// Events made ready for drawing: sorted once, so that a frame costs by what is visible.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    pub frame: Option<Frame>,
}

impl Timeline {
    /// From one chronology, or several merged on one axis.
    pub fn new(_chronologies: &[&Chronology]) -> Self {
        Self::default()
    }
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
    pub today: Option<Day>,
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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Explorer {
    pub scene: Scene,
    pub events: Vec<PlacedEvent>,
    pub clusters: Vec<PlacedCluster>,
    /// The words of the publication row that act as buttons ("Set date…", "Change"), with what is said of them.
    pub publication_action: Option<(Rect, String)>,
    /// Height of all lanes, in points; more than fits is scrolled.
    pub content_height: f32,
}

/// Lays the timeline out for a size in points.
pub fn explorer(_timeline: &Timeline, _view: &View, size: Vec2, _measure: &dyn Measure) -> Explorer {
    Explorer { scene: Scene { width: size.x, height: size.y, shapes: Vec::new() }, ..Explorer::default() }
}

/// Lays out the strip that shows the whole range and the part in view.
pub fn overview(_timeline: &Timeline, _view: &View, size: Vec2, _measure: &dyn Measure) -> Scene {
    Scene { width: size.x, height: size.y, shapes: Vec::new() }
}
