//! One slide: the shapes of a scene as DrawingML, each with an id and a name.

use super::EMU;
use super::parts::NAMESPACES;
use crate::export::svg::escape;
use crate::scene::theme::{Theme, color};
use crate::scene::{Align, Dash, Group, Ink, PlacedText, Scene, Shape, Stroke, Weight, texts};
use crate::text::runs;
use emath::{Pos2, Rect, Vec2, vec2};
use std::fmt::Write;

/// Of a line of Arial, from its top to its baseline and to its foot.
const ASCENT: f32 = 0.905;
const LINE: f32 = 1.15;

/// A slide with the shapes of a scene.
pub fn slide(scene: &Scene, theme: Theme, language: &str) -> String {
    let mut writer = Writer { out: String::new(), theme, language: escape_attribute(language), id: 1 };
    writer.add(format_args!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:sld {NAMESPACES}><p:cSld><p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg>\
         <p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>",
        solid(theme, Ink::Paper)
    ));
    for shape in &scene.shapes {
        writer.shape(shape);
    }
    writer.add(format_args!("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"));
    writer.out
}

/// The notes of a slide, a paragraph a line.
pub fn notes(lines: &[String], language: &str) -> String {
    let language = escape_attribute(language);
    let paragraphs: String =
        lines.iter().map(|l| format!("<a:p><a:r><a:rPr lang=\"{language}\"/><a:t>{}</a:t></a:r></a:p>", escape(l))).collect();
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
    /// BCP 47, fit for an attribute.
    language: String,
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

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, fill, stroke, opacity } => self.geometry("Ground", "rect", *rect, *fill, *stroke, *opacity),
            Shape::Disc { center, radius, fill, stroke } => {
                let rect = Rect::from_center_size(*center, vec2(radius * 2.0, radius * 2.0));
                self.geometry("Day", "ellipse", rect, *fill, *stroke, 1.0);
            }
            Shape::Line { from, to, stroke } => self.line(*from, *to, *stroke),
            Shape::Polyline { points, closed, fill, stroke } => self.polyline(points, *closed, *fill, *stroke),
            Shape::Text(text) => self.text(text),
            Shape::Group(group) if group.event.is_none() => self.headline(group),
            Shape::Group(group) => self.group(group),
        }
    }

    fn group(&mut self, group: &Group) {
        let id = self.next();
        let rect = group.bounds();
        let name = escape_attribute(group.title.as_deref().unwrap_or("Event"));
        let (off, ext) = (place(rect.min), extent(rect.size()));
        self.add(format_args!(
            "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"{name}\" descr=\"{name}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>\
             <a:off {off}/><a:ext {ext}/><a:chOff {off}/><a:chExt {ext}/></a:xfrm></p:grpSpPr>"
        ));
        for shape in &group.shapes {
            self.shape(shape);
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

    /// All lines of the headline as the slide's title, which outlines and readers of the screen ask for.
    fn headline(&mut self, group: &Group) {
        let lines = texts(&group.shapes);
        let Some(first) = lines.first() else { return };
        let pitch = lines.get(1).map(|second| second.at.y - first.at.y);
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let corner = Pos2::new(first.at.x, first.at.y - ASCENT * first.font.size);
        let height = LINE * first.font.size + pitch.unwrap_or(0.0) * (lines.len() - 1) as f32;
        let words: Vec<String> = lines.iter().map(|line| self.run(line)).collect();
        // Spacing is a share of a line of Arial.
        let spacing = pitch
            .map(|pitch| pitch / (LINE * first.font.size) * 100_000.0)
            .map_or_else(String::new, |share| format!("<a:lnSpc><a:spcPct val=\"{}\"/></a:lnSpc>", share.round() as u32));
        let paragraph = format!("<a:pPr algn=\"l\">{spacing}</a:pPr>{}", words.join("<a:br/>"));
        let placeholder = ("Title", "<p:cNvSpPr/>", "<p:nvPr><p:ph type=\"title\"/></p:nvPr>");
        self.written(placeholder, Rect::from_min_size(corner, vec2(width, height)), &paragraph);
    }

    fn text(&mut self, text: &PlacedText) {
        if text.text.trim().is_empty() {
            return;
        }
        let size = text.font.size;
        let (left, anchor) = match text.align {
            Align::Left => (text.at.x, "l"),
            Align::Center => (text.at.x - text.width / 2.0, "ctr"),
            Align::Right => (text.at.x - text.width, "r"),
        };
        let rect = Rect::from_min_size(Pos2::new(left, text.at.y - ASCENT * size), vec2(text.width, LINE * size));
        let direction = if runs::is_right_to_left(&text.text) { " rtl=\"1\"" } else { "" };
        let paragraph = format!("<a:pPr algn=\"{anchor}\"{direction}/>{}", self.run(text));
        self.written(("Text", "<p:cNvSpPr txBox=\"1\"/>", "<p:nvPr/>"), rect, &paragraph);
    }

    /// Words with their size, weight and colour.
    fn run(&self, text: &PlacedText) -> String {
        let bold = if text.font.weight == Weight::SemiBold { " b=\"1\"" } else { "" };
        let points = (text.font.size / crate::export::UNITS_PER_POINT * 100.0).round() as u32;
        format!(
            "<a:r><a:rPr lang=\"{}\" sz=\"{points}\"{bold}>{}<a:latin typeface=\"Arial\"/><a:cs typeface=\"Arial\"/></a:rPr><a:t>{}</a:t></a:r>",
            self.language,
            solid(self.theme, text.ink),
            escape(&text.text)
        )
    }

    /// A shape that holds one paragraph and nothing else.
    fn written(&mut self, (kind, locks, place_of): (&str, &str, &str), rect: Rect, paragraph: &str) {
        let id = self.next();
        self.add(format_args!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind} {id}\"/>{locks}{place_of}</p:nvSpPr><p:spPr><a:xfrm><a:off {}/><a:ext {}/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
             bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>{paragraph}</a:p></p:txBody></p:sp>",
            place(rect.min),
            extent(rect.size())
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

fn emu(length: f32) -> i64 {
    if length.is_finite() { (f64::from(length) * f64::from(EMU)).round() as i64 } else { 0 }
}

fn place(at: Pos2) -> String {
    format!("x=\"{}\" y=\"{}\"", emu(at.x), emu(at.y))
}

fn extent(size: Vec2) -> String {
    format!("cx=\"{}\" cy=\"{}\"", emu(size.x.max(0.0)), emu(size.y.max(0.0)))
}

/// Text for an attribute.
pub fn escape_attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}
