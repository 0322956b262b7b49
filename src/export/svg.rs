//! A scene as an SVG 1.1 document with real text.
//!
//! Text names the bundled font first and common ones after it. Each line carries its measured length, so that another
//! font is fitted into the room that the layout gave it instead of running into its neighbours. Lines are not cut into
//! letters with a position each: a line stays one piece of text for search, for screen readers and for editing.

#[cfg(test)]
pub(crate) mod tests;

use super::UNITS_PER_POINT;
use crate::scene::theme::{Theme, color};
use crate::scene::{Align, Group, Ink, PlacedText, Scene, Shape, Stroke, Weight};
use crate::text::{FigureMeasure, fonts, runs};
use emath::Pos2;
use std::collections::HashMap;
use std::fmt::Write;

/// What stands in for the bundled font where it is not installed: faces that are no wider and cover as much, since some programs
/// (librsvg) do not fit text into its measured length.
const FALLBACKS: &str = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', Helvetica, 'Nimbus Sans', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif";

/// Writes a scene of a figure. `title` is what a screen reader says of the whole.
pub fn svg(scene: &Scene, theme: Theme, title: &str) -> String {
    written(scene, theme, title, None)
}

/// The same for a renderer that has Inter alone: lines with letters of other fonts or from right to left are shapes, as `measure` shapes
/// them.
pub(super) fn svg_to_render(scene: &Scene, theme: Theme, measure: &FigureMeasure) -> String {
    written(scene, theme, "", Some(measure))
}

fn written(scene: &Scene, theme: Theme, title: &str, outlined: Option<&FigureMeasure>) -> String {
    let mut writer = Writer { out: String::new(), theme, outlined, ids: HashMap::new() };
    writer.document(scene, title);
    writer.out
}

struct Writer<'a> {
    out: String,
    theme: Theme,
    /// Shapes lines that are not Inter's alone, where they are to be shapes.
    outlined: Option<&'a FigureMeasure>,
    /// How often an id was written; only looked up, never walked.
    ids: HashMap<String, u32>,
}

impl Writer<'_> {
    fn document(&mut self, scene: &Scene, title: &str) {
        let (width, height) = (number(scene.width), number(scene.height));
        let (width_pt, height_pt) = (number(scene.width / UNITS_PER_POINT), number(scene.height / UNITS_PER_POINT));
        self.line(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_pt}pt\" height=\"{height_pt}pt\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" xml:space=\"preserve\" text-rendering=\"geometricPrecision\" font-family=\"{}, {FALLBACKS}\">",
            fonts::FAMILY
        ));
        if !title.is_empty() {
            self.line(format_args!("<title>{}</title>", escape(title)));
        }
        let paper = self.color(Ink::Paper);
        self.line(format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"));
        self.shapes(&scene.shapes);
        self.line(format_args!("</svg>"));
    }

    fn line(&mut self, arguments: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(arguments);
        self.out.push('\n');
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            match shape {
                Shape::Rect { rect, fill, stroke, opacity } => {
                    let paint = self.paint(*fill, *stroke);
                    let faint = if *opacity < 1.0 { format!(" opacity=\"{}\"", number(opacity.max(0.0))) } else { String::new() };
                    self.line(format_args!(
                        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{paint}{faint}/>",
                        number(rect.min.x),
                        number(rect.min.y),
                        number(rect.width().max(0.0)),
                        number(rect.height().max(0.0))
                    ));
                }
                Shape::Line { from, to, stroke } => {
                    let stroke = self.stroke(*stroke);
                    self.line(format_args!(
                        "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{stroke}/>",
                        number(from.x),
                        number(from.y),
                        number(to.x),
                        number(to.y)
                    ));
                }
                Shape::Polyline { points, closed, fill, stroke } => {
                    let paint = self.paint(*fill, *stroke);
                    let name = if *closed { "polygon" } else { "polyline" };
                    self.line(format_args!("<{name} points=\"{}\"{paint}/>", path(points)));
                }
                Shape::Disc { center, radius, fill, stroke } => {
                    let paint = self.paint(*fill, *stroke);
                    self.line(format_args!(
                        "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{paint}/>",
                        number(center.x),
                        number(center.y),
                        number(radius.max(0.0))
                    ));
                }
                Shape::Text(text) => self.text(text),
                Shape::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let id = group.event.as_deref().map(|event| format!(" id=\"{}\"", self.id(event))).unwrap_or_default();
        self.line(format_args!("<g{id}>"));
        if let Some(title) = group.title.as_deref().filter(|t| !t.is_empty()) {
            self.line(format_args!("<title>{}</title>", escape(title)));
        }
        self.shapes(&group.shapes);
        self.line(format_args!("</g>"));
    }

    fn text(&mut self, text: &PlacedText) {
        if text.text.trim().is_empty() {
            return;
        }
        let fill = self.color(text.ink);
        if let Some(measure) = self.outlined.filter(|measure| !measure.is_plain(&text.text)) {
            let x = match text.align {
                Align::Left => text.at.x,
                Align::Center => text.at.x - text.width / 2.0,
                Align::Right => text.at.x - text.width,
            };
            let path = measure.path(&text.text, text.font, (x, text.at.y));
            self.line(format_args!("<path d=\"{path}\" fill=\"{fill}\"/>"));
            return;
        }
        let anchor = match text.align {
            Align::Left => "",
            Align::Center => " text-anchor=\"middle\"",
            Align::Right => " text-anchor=\"end\"",
        };
        let weight = match text.font.weight {
            Weight::Regular => String::new(),
            weight => format!(" font-weight=\"{}\"", fonts::css_weight(weight)),
        };
        let fitted = if text.width.is_finite() && text.width > 0.0 && text.text.chars().nth(1).is_some() {
            format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(text.width))
        } else {
            String::new()
        };
        self.line(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}{fitted} fill=\"{fill}\">{}</text>",
            number(text.at.x),
            number(text.at.y),
            number(text.font.size),
            escape(&runs::isolated(&text.text))
        ));
    }

    fn paint(&self, fill: Option<Ink>, stroke: Option<Stroke>) -> String {
        let fill = fill.map_or_else(|| "none".to_owned(), |ink| self.color(ink));
        format!(" fill=\"{fill}\"{}", stroke.map(|s| self.stroke(s)).unwrap_or_default())
    }

    fn stroke(&self, stroke: Stroke) -> String {
        let color = self.color(stroke.ink);
        let dash = match stroke.dash {
            Some(dash) => format!(" stroke-dasharray=\"{} {}\"", number(dash.on), number(dash.off)),
            None => String::new(),
        };
        format!(" stroke=\"{color}\" stroke-width=\"{}\"{dash}", number(stroke.width))
    }

    fn color(&self, ink: Ink) -> String {
        let [r, g, b] = color(self.theme, ink);
        format!("#{r:02X}{g:02X}{b:02X}")
    }

    /// An id for an event's group, numbered from the second on, of letters that every reader of ids takes.
    fn id(&mut self, event: &str) -> String {
        let id: String = event.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let count = self.ids.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { format!("event-{id}") } else { format!("event-{id}-{count}") }
    }
}

fn path(points: &[Pos2]) -> String {
    let points: Vec<String> = points.iter().map(|p| format!("{},{}", number(p.x), number(p.y))).collect();
    points.join(" ")
}

/// A number with at most two decimals (a hundredth of a unit is 1/14400 inch), the same on every machine.
fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text for XML: marks escaped, white space made spaces, and what XML 1.0 forbids left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
    out
}
