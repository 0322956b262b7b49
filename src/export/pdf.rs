//! A figure as a PDF document: vector shapes, text that can be selected, subsets of the bundled fonts, bookmarks, and tags that give the
//! reading order. The table of the events follows the figure.

use super::UNITS_PER_POINT;
use crate::scene::table::TablePage;
use crate::scene::theme::{Theme, color};
use crate::scene::{Align, Group, Ink, PlacedText, Scene, Shape, Stroke, texts};
use crate::text::fonts::{self, FAMILIES, WEIGHTS};
use crate::text::{FigureMeasure, Glyph};
use chrono::{Datelike, NaiveDate};
use emath::{Pos2, Rect};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke as Line, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use sha2::{Digest, Sha256};
use std::num::NonZeroU16;

#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("a page without an area cannot be written: give it a width and a height")]
    Empty,
    #[error("the document cannot be made ({0}): write the figure as SVG and report this")]
    Krilla(String),
}

/// What a document says of itself.
#[derive(Debug, Clone, Default)]
pub struct About<'a> {
    pub title: &'a str,
    /// The authors of the article.
    pub author: Option<&'a str>,
    /// BCP 47.
    pub language: &'a str,
    /// When it was made, as the caller wants it told; no clock is read.
    pub date: Option<NaiveDate>,
}

/// Writes the pages of a figure and of its table.
pub fn pdf(pages: &[Scene], table: &[TablePage], theme: Theme, about: &About) -> Result<Vec<u8>, PdfError> {
    let mut writer = Writer {
        theme,
        fonts: FAMILIES.map(|family| WEIGHTS.map(|weight| Font::new(fonts::bytes(family, weight).into(), 0))),
        measure: FigureMeasure::new(),
        tree: TagTree::new().with_lang(Some(about.language.to_owned())),
        outline: Outline::new(),
    };
    let settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    for (index, scene) in pages.iter().enumerate() {
        writer.figure(&mut document, scene, index, about.title)?;
    }
    let mut rows = TagGroup::new(Tag::TBody);
    let mut head = None;
    for (index, page) in table.iter().enumerate() {
        writer.table(&mut document, page, pages.len() + index, &mut head, &mut rows)?;
    }
    if let Some(head) = head {
        let mut group = TagGroup::new(Tag::Table);
        group.push(head);
        group.push(rows);
        writer.tree.push(group);
    }
    document.set_outline(writer.outline);
    document.set_tag_tree(writer.tree);
    document.set_metadata(metadata(about).document_id(identity(pages, table, about)));
    document.finish().map_err(|e| PdfError::Krilla(format!("{e:?}")))
}

fn metadata(about: &About) -> Metadata {
    let mut metadata = Metadata::new()
        .title(about.title.to_owned())
        .language(about.language.to_owned())
        .creator(concat!("Demarche ", env!("CARGO_PKG_VERSION")).to_owned());
    if let Some(author) = about.author {
        metadata = metadata.authors(vec![author.to_owned()]);
    }
    let year = about.date.and_then(|d| Some((u16::try_from(d.year()).ok()?, d)));
    if let Some((year, day)) = year {
        let (month, day) = (u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1));
        let date = DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0);
        metadata = metadata.creation_date(date);
    }
    metadata
}

/// What tells a document from others: a digest of all that it says.
fn identity(pages: &[Scene], table: &[TablePage], about: &About) -> String {
    let drawn = pages.iter().flat_map(|page| &page.shapes).chain(table.iter().flat_map(TablePage::shapes));
    let mut digest = Sha256::new();
    digest.update(format!("{}\n{}\n{:?}\n", about.title, about.language, about.date));
    for text in drawn.flat_map(|shape| texts(std::slice::from_ref(shape))) {
        digest.update(format!("{} {} {}\n", text.at.x, text.at.y, text.text));
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Writer {
    theme: Theme,
    /// By family, then by weight.
    fonts: [[Option<Font>; 3]; 3],
    measure: FigureMeasure,
    tree: TagTree,
    outline: Outline,
}

/// Opens a page whose unit is that of scenes.
fn settings(width: f32, height: f32) -> Result<PageSettings, PdfError> {
    PageSettings::from_wh(width / UNITS_PER_POINT, height / UNITS_PER_POINT).ok_or(PdfError::Empty)
}

fn in_points(x: f32, y: f32) -> Point {
    Point::from_xy(x / UNITS_PER_POINT, y / UNITS_PER_POINT)
}

impl Writer {
    fn figure(&mut self, document: &mut Document, scene: &Scene, index: usize, title: &str) -> Result<(), PdfError> {
        let mut page = document.start_page_with(settings(scene.width, scene.height)?);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(1.0 / UNITS_PER_POINT, 1.0 / UNITS_PER_POINT));
        self.paper(&mut surface, scene.width, scene.height);
        // Legend and source stand beneath the events and are read after them.
        let foot = scene.shapes.iter().filter(|s| matches!(s, Shape::Group(_))).map(|s| s.bounds().bottom()).fold(0.0, f32::max);
        let (beneath, before): (Vec<&Shape>, Vec<&Shape>) = scene.shapes.iter().partition(|s| foot > 0.0 && s.bounds().top() >= foot);
        let name = if index == 0 { title.to_owned() } else { format!("{title}, page {}", index + 1) };
        let mut mark = OutlineNode::new(name, XyzDestination::new(index, in_points(0.0, 0.0)));
        for shape in before.into_iter().chain(beneath) {
            match shape {
                Shape::Group(group) => {
                    // The headline is a heading where it is told first; on further pages it comes again.
                    let level = NonZeroU16::new(1).filter(|_| group.event.is_none() && index == 0);
                    let mut tagged = level.map_or_else(|| TagGroup::new(Tag::P), |l| TagGroup::new(Tag::Hn(l, Some(title.to_owned()))));
                    self.group(&mut surface, group, &mut tagged);
                    self.tree.push(tagged);
                    if let Some(title) = group.title.as_ref().filter(|_| group.event.is_some()) {
                        let destination = XyzDestination::new(index, in_points(0.0, (group.bounds().top() - 20.0).max(0.0)));
                        mark.push_child(OutlineNode::new(title.clone(), destination));
                    }
                }
                Shape::Text(text) => {
                    let mut tagged = TagGroup::new(Tag::P);
                    self.said(&mut surface, text, &mut tagged);
                    self.tree.push(tagged);
                }
                other => self.mark(&mut surface, other),
            }
        }
        surface.pop();
        surface.finish();
        page.finish();
        self.outline.push_child(mark);
        Ok(())
    }

    fn table(
        &mut self,
        document: &mut Document,
        table: &TablePage,
        index: usize,
        head: &mut Option<TagGroup>,
        rows: &mut TagGroup,
    ) -> Result<(), PdfError> {
        let mut page = document.start_page_with(settings(table.width, table.height)?);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(1.0 / UNITS_PER_POINT, 1.0 / UNITS_PER_POINT));
        self.paper(&mut surface, table.width, table.height);
        let opens = head.is_none();
        if opens {
            let level = NonZeroU16::new(2);
            let mut heading = level.map_or_else(|| TagGroup::new(Tag::P), |l| TagGroup::new(Tag::Hn(l, Some("The events".to_owned()))));
            self.all(&mut surface, &table.heading, &mut heading);
            self.tree.push(heading);
            let mut row = TagGroup::new(Tag::TR);
            for cell in &table.header {
                let mut tagged = TagGroup::new(Tag::TH(TableHeaderScope::Column));
                self.all(&mut surface, cell, &mut tagged);
                row.push(tagged);
            }
            *head = Some(TagGroup::with_children(Tag::THead, vec![Node::Group(row)]));
            self.outline.push_child(OutlineNode::new("The events".to_owned(), XyzDestination::new(index, in_points(0.0, 0.0))));
        } else {
            // Names repeated on further pages are no content.
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
            for shape in table.heading.iter().chain(table.header.iter().flatten()) {
                self.paint(&mut surface, shape);
            }
            surface.end_tagged();
        }
        for shape in &table.rules {
            self.mark(&mut surface, shape);
        }
        for row in &table.rows {
            let mut tagged = TagGroup::new(Tag::TR);
            for cell in &row.cells {
                let mut group = TagGroup::new(Tag::TD);
                self.all(&mut surface, cell, &mut group);
                tagged.push(group);
            }
            rows.push(tagged);
        }
        surface.pop();
        surface.finish();
        page.finish();
        Ok(())
    }

    fn all(&self, surface: &mut Surface, shapes: &[Shape], group: &mut TagGroup) {
        for shape in shapes {
            match shape {
                Shape::Text(text) => self.said(surface, text, group),
                other => self.mark(surface, other),
            }
        }
    }

    fn group(&self, surface: &mut Surface, group: &Group, tagged: &mut TagGroup) {
        self.all(surface, &group.shapes, tagged);
    }

    /// Text as content of its place in the reading order.
    fn said(&self, surface: &mut Surface, text: &PlacedText, group: &mut TagGroup) {
        // No actual text for a line from right to left: readers that order letters themselves would turn it round again.
        let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.text(surface, text);
        surface.end_tagged();
        group.push(id);
    }

    /// A shape that says nothing that the words do not say.
    fn mark(&self, surface: &mut Surface, shape: &Shape) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        self.paint(surface, shape);
        surface.end_tagged();
    }

    fn paper(&self, surface: &mut Surface, width: f32, height: f32) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        let rect = Rect::from_min_max(Pos2::ZERO, Pos2::new(width, height));
        self.fill_and_stroke(surface, rectangle(rect), Some(Ink::Paper), None, 1.0);
        surface.end_tagged();
    }

    fn paint(&self, surface: &mut Surface, shape: &Shape) {
        match shape {
            Shape::Rect { rect, fill, stroke, opacity } => self.fill_and_stroke(surface, rectangle(*rect), *fill, *stroke, *opacity),
            Shape::Line { from, to, stroke } => self.fill_and_stroke(surface, polygon(&[*from, *to], false), None, Some(*stroke), 1.0),
            Shape::Polyline { points, closed, fill, stroke } => {
                self.fill_and_stroke(surface, polygon(points, *closed), *fill, *stroke, 1.0);
            }
            Shape::Disc { center, radius, fill, stroke } => self.fill_and_stroke(surface, circle(*center, *radius), *fill, *stroke, 1.0),
            Shape::Text(text) => self.text(surface, text),
            Shape::Group(group) => group.shapes.iter().for_each(|shape| self.paint(surface, shape)),
        }
    }

    fn fill_and_stroke(&self, surface: &mut Surface, path: Option<Path>, fill: Option<Ink>, stroke: Option<Stroke>, opacity: f32) {
        let Some(path) = path.filter(|_| fill.is_some() || stroke.is_some()) else { return };
        let opacity = NormalizedF32::new(opacity.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE);
        surface.set_fill(fill.map(|ink| Fill { paint: self.color(ink).into(), opacity, ..Fill::default() }));
        surface.set_stroke(stroke.map(|stroke| Line {
            paint: self.color(stroke.ink).into(),
            width: stroke.width,
            opacity,
            dash: stroke.dash.map(|dash| StrokeDash { array: vec![dash.on, dash.off], offset: 0.0 }),
            ..Line::default()
        }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }

    fn text(&self, surface: &mut Surface, text: &PlacedText) {
        if text.text.trim().is_empty() {
            return;
        }
        let line = self.measure.line(&text.text, text.font);
        let x = match text.align {
            Align::Left => text.at.x,
            Align::Center => text.at.x - line.width / 2.0,
            Align::Right => text.at.x - line.width,
        };
        surface.set_fill(Some(Fill { paint: self.color(text.ink).into(), ..Fill::default() }));
        surface.set_stroke(None);
        let weight = WEIGHTS.iter().position(|w| *w == text.font.weight).unwrap_or(0);
        let size = text.font.size;
        for part in line.glyphs.chunk_by(|a, b| a.family == b.family) {
            let font = part.first().and_then(|glyph| self.fonts.get(glyph.family as usize)?.get(weight)?.clone());
            let Some(font) = font else { continue };
            // A glyph may stand aside of where the pen is; the pen then goes on by its advance alone.
            let start = part.first().map_or(0.0, |glyph| glyph.pen);
            let glyph = |g: &Glyph| {
                KrillaGlyph::new(GlyphId::new(g.id), g.advance / size, (g.x - g.pen) / size, g.y / size, 0.0, g.bytes.clone(), None)
            };
            let glyphs: Vec<KrillaGlyph> = part.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(x + start, text.at.y), &glyphs, font, &text.text, size, false);
        }
    }

    fn color(&self, ink: Ink) -> rgb::Color {
        let [r, g, b] = color(self.theme, ink);
        rgb::Color::new(r, g, b)
    }
}

fn rectangle(rect: Rect) -> Option<Path> {
    polygon(&[rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()], true)
}

fn polygon(points: &[Pos2], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, point) in points.iter().filter(|p| p.is_finite()).enumerate() {
        if index == 0 { path.move_to(point.x, point.y) } else { path.line_to(point.x, point.y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A circle of four cubic curves; the constant is the usual one for a quarter.
fn circle(center: Pos2, radius: f32) -> Option<Path> {
    const BEND: f32 = 0.552_284_8;
    let (x, y, r, b) = (center.x, center.y, radius, radius * BEND);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + b, x + b, y + r, x, y + r);
    path.cubic_to(x - b, y + r, x - r, y + b, x - r, y);
    path.cubic_to(x - r, y - b, x - b, y - r, x, y - r);
    path.cubic_to(x + b, y - r, x + r, y - b, x + r, y);
    path.close();
    path.finish()
}
