//! One slide: the shapes of a scene as DrawingML, each with an id and a name.

use super::EMU;
use crate::export::svg::escape;
use crate::scene::theme::{Theme, color};
use crate::scene::{Align, Dash, Group, Ink, PlacedText, Scene, Shape, Stroke, Weight};
use emath::{Pos2, Rect, Vec2, vec2};
use std::fmt::Write;

const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Of a line of Arial, from its top to its baseline and to its foot.
const ASCENT: f32 = 0.905;
const LINE: f32 = 1.15;

/// A slide with the shapes of a scene.
pub fn slide(scene: &Scene, theme: Theme) -> String {
    let mut writer = Writer { out: String::new(), theme, id: 1 };
    writer.add(format_args!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:sld {NAMESPACES}><p:cSld><p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg>\
         <p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>",
        solid(theme, Ink::Paper)
    ));
    let mut titled = false;
    for shape in &scene.shapes {
        // The first text is the title, which readers of the screen and outlines ask for.
        let is_text = matches!(shape, Shape::Text(_));
        let title = is_text && !titled;
        titled |= is_text;
        writer.shape(shape, title);
    }
    writer.add(format_args!("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"));
    writer.out
}

/// The notes of a slide, a paragraph a line.
pub fn notes(lines: &[String]) -> String {
    let paragraphs: String =
        lines.iter().map(|l| format!("<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>{}</a:t></a:r></a:p>", escape(l))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:notes {NAMESPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>\
         <p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr>\
         </p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp></p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}

/// A colour as a fill.
pub fn solid(theme: Theme, ink: Ink) -> String {
    let [r, g, b] = color(theme, ink);
    format!("<a:solidFill><a:srgbClr val=\"{r:02X}{g:02X}{b:02X}\"/></a:solidFill>")
}

struct Writer {
    out: String,
    theme: Theme,
    /// The last id given; ids are unique on a slide.
    id: u32,
}

impl Writer {
    fn add(&mut self, arguments: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(arguments);
    }

    fn next(&mut self) -> u32 {
        self.id += 1;
        self.id
    }

    fn shape(&mut self, shape: &Shape, title: bool) {
        match shape {
            Shape::Rect { rect, fill, stroke, opacity } => self.geometry("Ground", "rect", *rect, *fill, *stroke, *opacity),
            Shape::Disc { center, radius, fill, stroke } => {
                let rect = Rect::from_center_size(*center, vec2(radius * 2.0, radius * 2.0));
                self.geometry("Day", "ellipse", rect, *fill, *stroke, 1.0);
            }
            Shape::Line { from, to, stroke } => self.line(*from, *to, *stroke),
            Shape::Polyline { points, closed, fill, stroke } => self.polyline(points, *closed, *fill, *stroke),
            Shape::Text(text) => self.text(text, title),
            Shape::Group(group) => self.group(group),
        }
    }

    fn group(&mut self, group: &Group) {
        let id = self.next();
        let rect = bounds(&group.shapes);
        let name = escape_attribute(group.title.as_deref().unwrap_or("Event"));
        let (off, ext) = (place(rect.min), extent(rect.size()));
        self.add(format_args!(
            "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"{name}\" descr=\"{name}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>\
             <a:off {off}/><a:ext {ext}/><a:chOff {off}/><a:chExt {ext}/></a:xfrm></p:grpSpPr>"
        ));
        for shape in &group.shapes {
            self.shape(shape, false);
        }
        self.add(format_args!("</p:grpSp>"));
    }

    fn geometry(&mut self, name: &str, kind: &str, rect: Rect, fill: Option<Ink>, stroke: Option<Stroke>, opacity: f32) {
        let geometry = format!("<a:prstGeom prst=\"{kind}\"><a:avLst/></a:prstGeom>");
        self.drawn(name, rect, &geometry, fill, stroke, opacity);
    }

    fn drawn(&mut self, name: &str, rect: Rect, geometry: &str, fill: Option<Ink>, stroke: Option<Stroke>, opacity: f32) {
        let id = self.next();
        let fill = match fill {
            None => "<a:noFill/>".to_owned(),
            Some(ink) if opacity < 1.0 => {
                let alpha = format!("\"><a:alpha val=\"{}\"/></a:srgbClr>", (opacity.clamp(0.0, 1.0) * 100_000.0).round() as u32);
                solid(self.theme, ink).replace("\"/>", &alpha)
            }
            Some(ink) => solid(self.theme, ink),
        };
        let stroke = stroke.map_or_else(|| "<a:ln><a:noFill/></a:ln>".to_owned(), |s| self.stroke(s));
        self.add(format_args!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off {}/><a:ext {}/></a:xfrm>\
             {geometry}{fill}{stroke}</p:spPr></p:sp>",
            place(rect.min),
            extent(rect.size())
        ));
    }

    fn line(&mut self, from: Pos2, to: Pos2, stroke: Stroke) {
        let id = self.next();
        let rect = Rect::from_two_pos(from, to);
        let flip = if (to.x - from.x) * (to.y - from.y) < 0.0 { " flipV=\"1\"" } else { "" };
        let stroke = self.stroke(stroke);
        self.add(format_args!(
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"Line {id}\"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flip}><a:off {}/><a:ext {}/>\
             </a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>{stroke}</p:spPr></p:cxnSp>",
            place(rect.min),
            extent(rect.size())
        ));
    }

    fn polyline(&mut self, points: &[Pos2], closed: bool, fill: Option<Ink>, stroke: Option<Stroke>) {
        if points.len() < 2 {
            return;
        }
        let rect = Rect::from_points(points);
        let mut path = String::new();
        for (index, point) in points.iter().enumerate() {
            let at = place((*point - rect.min).to_pos2());
            let command = if index == 0 { "moveTo" } else { "lnTo" };
            path.push_str(&format!("<a:{command}><a:pt {at}/></a:{command}>"));
        }
        if closed {
            path.push_str("<a:close/>");
        }
        let (w, h) = (emu(rect.width()).max(1), emu(rect.height()).max(1));
        let open = if closed { "" } else { " fill=\"none\"" };
        let geometry = format!(
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>\
             <a:path w=\"{w}\" h=\"{h}\"{open}>{path}</a:path></a:pathLst></a:custGeom>"
        );
        self.drawn("Mark", rect, &geometry, fill, stroke, 1.0);
    }

    fn text(&mut self, text: &PlacedText, title: bool) {
        if text.text.trim().is_empty() {
            return;
        }
        let id = self.next();
        let size = text.font.size;
        let (left, anchor) = match text.align {
            Align::Left => (text.at.x, "l"),
            Align::Center => (text.at.x - text.width / 2.0, "ctr"),
            Align::Right => (text.at.x - text.width, "r"),
        };
        let rect = Rect::from_min_size(Pos2::new(left, text.at.y - ASCENT * size), vec2(text.width, LINE * size));
        let bold = if text.font.weight == Weight::SemiBold { " b=\"1\"" } else { "" };
        let points = (size / crate::export::UNITS_PER_POINT * 100.0).round() as u32;
        let (kind, placeholder) = if title { ("Title", "<p:nvPr><p:ph type=\"title\"/></p:nvPr>") } else { ("Text", "<p:nvPr/>") };
        let boxed = if title { "<p:cNvSpPr/>" } else { "<p:cNvSpPr txBox=\"1\"/>" };
        let fill = solid(self.theme, text.ink);
        self.add(format_args!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind} {id}\"/>{boxed}{placeholder}</p:nvSpPr><p:spPr><a:xfrm><a:off {}/><a:ext {}/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
             bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"{anchor}\"/><a:r><a:rPr lang=\"en-GB\" sz=\"{points}\"{bold}>{fill}\
             <a:latin typeface=\"Arial\"/><a:cs typeface=\"Arial\"/></a:rPr><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
            place(rect.min),
            extent(rect.size()),
            escape(&text.text)
        ));
    }

    fn stroke(&self, stroke: Stroke) -> String {
        let dash = stroke.dash.map(|dash| dashes(dash, stroke.width)).unwrap_or_default();
        let fill = solid(self.theme, stroke.ink);
        format!("<a:ln w=\"{}\" cap=\"flat\">{fill}{dash}<a:miter lim=\"800000\"/></a:ln>", emu(stroke.width).max(1))
    }
}

/// Dashes count in thousandths of a percent of the line's width.
fn dashes(dash: Dash, width: f32) -> String {
    let part = |length: f32| ((length / width.max(0.1)) * 100_000.0).round() as u32;
    format!("<a:custDash><a:ds d=\"{}\" sp=\"{}\"/></a:custDash>", part(dash.on), part(dash.off))
}

fn bounds(shapes: &[Shape]) -> Rect {
    let of = |shape: &Shape| match shape {
        Shape::Rect { rect, .. } => *rect,
        Shape::Line { from, to, .. } => Rect::from_two_pos(*from, *to),
        Shape::Polyline { points, .. } => Rect::from_points(points),
        Shape::Disc { center, radius, .. } => Rect::from_center_size(*center, vec2(radius * 2.0, radius * 2.0)),
        Shape::Text(text) => {
            Rect::from_min_size(Pos2::new(text.at.x, text.at.y - ASCENT * text.font.size), vec2(text.width, LINE * text.font.size))
        }
        Shape::Group(group) => bounds(&group.shapes),
    };
    shapes.iter().map(of).reduce(Rect::union).unwrap_or(Rect::ZERO)
}

fn emu(length: f32) -> i64 {
    if length.is_finite() { (f64::from(length) * f64::from(EMU)).round() as i64 } else { 0 }
}

fn place(at: Pos2) -> String {
    format!("x=\"{}\" y=\"{}\"", emu(at.x), emu(at.y))
}

fn extent(size: Vec2) -> String {
    format!("cx=\"{}\" cy=\"{}\"", emu(size.x.max(0.0)), emu(size.y.max(0.0)))
}

fn escape_attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}
