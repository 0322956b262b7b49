//! A small drawing vocabulary without a renderer. Everything is in points, y downwards, the origin at the top left.
//!
//! Colours are named by what they mean (`Ink`), so that one scene serves every theme; `theme` gives each ink its colour.

pub mod table;
pub mod theme;

use emath::{Pos2, Rect, pos2, vec2};

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

impl Shape {
    /// Where it lies; text from its capitals to its baseline, strokes without their width.
    pub fn bounds(&self) -> Rect {
        match self {
            Shape::Rect { rect, .. } => *rect,
            Shape::Line { from, to, .. } => Rect::from_two_pos(*from, *to),
            Shape::Polyline { points, .. } => Rect::from_points(points),
            Shape::Disc { center, radius, .. } => Rect::from_center_size(*center, vec2(2.0 * radius, 2.0 * radius)),
            Shape::Text(text) => {
                let left = match text.align {
                    Align::Left => text.at.x,
                    Align::Center => text.at.x - text.width / 2.0,
                    Align::Right => text.at.x - text.width,
                };
                Rect::from_min_max(pos2(left, text.at.y - 0.73 * text.font.size), pos2(left + text.width, text.at.y))
            }
            Shape::Group(group) => group.bounds(),
        }
    }
}

impl Group {
    /// Where all of it lies; nothing has no room.
    pub fn bounds(&self) -> Rect {
        self.shapes.iter().map(Shape::bounds).reduce(Rect::union).unwrap_or(Rect::ZERO)
    }
}

/// The texts of shapes, in the order in which they are painted.
pub fn texts(shapes: &[Shape]) -> Vec<&PlacedText> {
    fn of(shape: &Shape) -> Vec<&PlacedText> {
        match shape {
            Shape::Text(text) => vec![text],
            Shape::Group(group) => texts(&group.shapes),
            _ => Vec::new(),
        }
    }
    shapes.iter().flat_map(of).collect()
}

/// Shapes that belong together: to an event where `event` gives its id, else they are the lines of the headline. `title` is its
/// accessible name.
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
