//! A small drawing vocabulary without a renderer. Everything is in points, y downwards, the origin at the top left.
//!
//! Colours are named by what they mean (`Ink`), so that one scene serves every theme; `theme` gives each ink its colour.

pub mod table;
pub mod theme;

use emath::{Pos2, Rect};

/// What a colour means; tokens of the design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    Paper,
    Ahead,
    Panel,
    Bar,
    Tint,
    AccentSoft,
    Hit,
    HitLine,
    Hair,
    Rule,
    Grid,
    GridStrong,
    Ink,
    Ink2,
    Ink3,
    Span,
    AccentSpan,
    Accent,
    Published,
    Today,
    Error,
    Warning,
}

/// Weights of the bundled font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
}

/// Size in points and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    pub size: f32,
    pub weight: Weight,
}

/// Dash lengths in points, drawn and blank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dash {
    pub on: f32,
    pub off: f32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub width: f32,
    pub ink: Ink,
    pub dash: Option<Dash>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    Right,
}

/// One line of text, placed by its baseline; `width` is what the measure of the layout gave.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    pub text: String,
    /// Where the baseline begins, stands in the middle or ends, by `align`.
    pub at: Pos2,
    pub align: Align,
    pub font: Font,
    pub ink: Ink,
    pub width: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Rect { rect: Rect, fill: Option<Ink>, stroke: Option<Stroke>, opacity: f32 },
    Line { from: Pos2, to: Pos2, stroke: Stroke },
    Polyline { points: Vec<Pos2>, closed: bool, fill: Option<Ink>, stroke: Option<Stroke> },
    Disc { center: Pos2, radius: f32, fill: Option<Ink>, stroke: Option<Stroke> },
    Text(PlacedText),
    Group(Group),
}

/// Shapes that belong together, to an event where `event` gives its id; `title` is its accessible name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    pub event: Option<String>,
    pub title: Option<String>,
    pub shapes: Vec<Shape>,
}

/// A drawing of a size, painted from first to last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub shapes: Vec<Shape>,
}
