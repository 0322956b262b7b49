//! One paragraph of the reader.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::highlight::{boxes, underlines};
use super::marking;
use super::mentions::{Mention, pressed};
use super::{INSET, LINE};
use crate::article::{Paragraph, ParagraphRole, TextSpan};
use crate::scene::{Align, Ink};
use crate::session::{Command, Tab, search};
use egui::text_selection::LabelSelectionState;
use egui::{CursorIcon, Galley, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

pub struct Shown {
    pub height: f32,
    pub galley: Arc<Galley>,
}

/// A paragraph laid out; words inside mentions are darker.
pub fn galley(ui: &Ui, stage: &Stage, tab: &Tab, paragraph: &Paragraph, width: f32) -> Arc<Galley> {
    let index = tab.article.paragraphs.iter().position(|p| p.span == paragraph.span).unwrap_or(0);
    laid(ui, stage, tab, paragraph, width, stage.memory.reader.mentions.by_paragraph.get(index).map_or(&[], |m| &**m))
}

fn laid(ui: &Ui, stage: &Stage, tab: &Tab, paragraph: &Paragraph, width: f32, mentions: &[Mention]) -> Arc<Galley> {
    let words = paragraph.span.of(&tab.article.text);
    let (font, ink) = match paragraph.role {
        ParagraphRole::Headline => (fonts::READER_TITLE, Ink::Ink),
        ParagraphRole::Heading => (fonts::READER_HEADING, Ink::Ink),
        ParagraphRole::Caption => (fonts::LABEL, Ink::Ink3),
        ParagraphRole::Body | ParagraphRole::List => (fonts::READER, Ink::Ink2),
    };
    let spans: Vec<TextSpan> = mentions.iter().map(|m| m.span).collect();
    text::two_inks(ui.painter(), words, paragraph.span.start, &spans, font, [stage.color(ink), stage.color(Ink::Ink)], width)
}

pub fn show(ui: &Ui, stage: &mut Stage, tab: &Tab, index: usize, paragraph: &Paragraph, at: Pos2, panel: Rect) -> Shown {
    let mentions = stage.memory.reader.mentions.by_paragraph.get(index).cloned().unwrap_or_else(|| [].into());
    let width = panel.right() - super::text_right(tab) - at.x;
    let galley = laid(ui, stage, tab, paragraph, width, &mentions);
    let rect = Rect::from_min_size(at, vec2(width, galley.size().y));
    let words = paragraph.span.of(&tab.article.text);
    let local =
        |span: TextSpan| TextSpan::new(span.start.saturating_sub(paragraph.span.start), span.end.saturating_sub(paragraph.span.start));
    let selected = tab.view.selected.as_deref();
    let is_selected = |m: &Mention| tab.chronology.events.get(m.event).is_some_and(|e| Some(e.id.as_str()) == selected);
    let is_hovered = |m: &Mention| tab.chronology.events.get(m.event).is_some_and(|e| Some(e.id.as_str()) == tab.view.hovered.as_deref());

    let painter = ui.painter();
    if mentions.iter().any(is_selected) {
        stage.fill(painter, Rect::from_min_max(pos2(panel.left(), rect.top()), pos2(panel.left() + 2.0, rect.bottom())), Ink::Accent);
    }
    let ground = |ink: Ink, span: TextSpan| {
        for place in boxes(&galley, local(span), 2.0) {
            stage.fill(painter, place.translate(at.to_vec2()), ink);
        }
    };
    for mention in mentions.iter().filter(|m| !is_selected(m)) {
        ground(if is_hovered(mention) { Ink::Hair } else { Ink::Tint }, mention.span);
    }
    for mention in mentions.iter().filter(|m| is_selected(m)) {
        ground(Ink::AccentSoft, mention.span);
    }
    if stage.state.searching() {
        for (start, end) in search::places(words, &stage.state.query) {
            ground(Ink::Hit, TextSpan::new(paragraph.span.start + start, paragraph.span.start + end));
        }
    }
    for time in stage.memory.reader.mentions.times.get(index).into_iter().flatten() {
        for line in underlines(&galley, local(*time)) {
            stage.fill(painter, line.translate(at.to_vec2()), Ink::Ink2);
        }
    }

    let sense = Sense::CLICK | Sense::DRAG;
    let response = ui.interact(rect, ui.scope_id().with(("paragraph", index)), sense);
    let name = match paragraph.number {
        Some(number) => format!("¶{number} {words}"),
        None => words.to_owned(),
    };
    let role = if matches!(paragraph.role, ParagraphRole::Heading | ParagraphRole::Headline) { Role::Heading } else { Role::Paragraph };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    let byte_at = |pointer: Pos2| {
        let cursor = galley.cursor_from_pos(pointer - at);
        words.char_indices().nth(cursor.index.0).map_or(paragraph.span.end, |(byte, _)| paragraph.span.start + byte)
    };
    marking::mark(stage, &response, &byte_at, paragraph.span);
    if let Some(pointer) = response.hover_pos() {
        let over = pressed(&mentions, &tab.chronology.events, byte_at(pointer), None);
        if over.is_some() && !response.dragged() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        let byte = byte_at(pointer);
        let frame = tab.frame();
        let time = tab.chronology.time_expressions.iter().find(|t| t.span.start <= byte && byte < t.span.end);
        stage.over_days = time.and_then(|t| t.stretch).filter(|s| s.frame == frame).map(|s| (s.earliest, s.latest));
        if let Some(event) = over {
            stage.over = Some(event.id.clone());
        }
    }
    if response.clicked()
        && let Some(pointer) = response.interact_pointer_pos()
        && let Some(event) = pressed(&mentions, &tab.chronology.events, byte_at(pointer), selected)
    {
        stage.push(Command::Select(Some(event.id.clone())));
    }
    LabelSelectionState::label_text_selection(ui, &response, at, galley.clone(), stage.color(Ink::Ink2), Stroke::NONE);

    marking::offer(ui, stage, paragraph.span, &galley, at, panel);
    if let Some(number) = paragraph.number {
        let label = format!("¶{number}");
        let place = pos2(panel.left() + INSET, text::baseline(rect.top() + LINE / 2.0, fonts::CAPTION));
        stage.text(ui.painter(), place, &label, fonts::CAPTION, Ink::Ink3);
    }
    let laid = Laid { number: paragraph.number, span: paragraph.span, mentions: &mentions, galley: &galley, at };
    margin(ui, stage, tab, &laid, panel.right() - 15.0);
    Shown { height: galley.size().y, galley }
}

/// A paragraph with what its margin needs.
struct Laid<'a> {
    number: Option<u32>,
    span: TextSpan,
    mentions: &'a [Mention],
    galley: &'a Galley,
    at: Pos2,
}

/// The numbers of the events first told in a paragraph, beside the line where each begins.
fn margin(ui: &Ui, stage: &mut Stage, tab: &Tab, laid: &Laid, right: f32) {
    let mut taken: Vec<f32> = Vec::new();
    for mention in laid.mentions.iter().filter(|m| m.main) {
        let Some(event) = tab.chronology.events.get(mention.event) else { continue };
        let inside = TextSpan::new(mention.span.start.saturating_sub(laid.span.start), mention.span.end.saturating_sub(laid.span.start));
        let Some(row) = boxes(laid.galley, inside, 0.0).first().copied() else { continue };
        let mut middle = laid.at.y + row.center().y;
        while taken.iter().any(|y| (y - middle).abs() < 14.0) {
            middle += 15.0;
        }
        taken.push(middle);
        let label = event.number.to_string();
        let selected = tab.view.selected.as_deref() == Some(event.id.as_str());
        let font = if selected { fonts::CAPTION_STRONG } else { fonts::CAPTION };
        let width = text::width(ui.painter(), &label, font);
        let rect = Rect::from_min_max(pos2(right - width.max(8.0) - 5.0, middle - 9.0), pos2(right + 5.0, middle + 9.0));
        let name = match laid.number {
            Some(number) => format!("Event {label} in ¶{number}"),
            None => format!("Event {label} in the headline"),
        };
        let response = widgets::pressable(ui, stage, rect, ui.scope_id().with(("margin", &event.id)), &name);
        let ink = if selected { Ink::Accent } else { Ink::Ink2 };
        text::paint(ui.painter(), pos2(right, text::baseline(middle, font)), Align::Right, &label, font, stage.color(ink));
        if response.clicked() {
            stage.push(Command::Select(Some(event.id.clone())));
        }
    }
}
