//! What a search found: events, then places in the text.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::{INSET, Page};
use crate::article::TextSpan;
use crate::chronology::dates;
use crate::scene::{Align, Ink};
use crate::session::Command;
use crate::session::search::{self, FoundIn};
use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// The two pages of the panel while a search is on.
pub fn pages(ui: &Ui, stage: &mut Stage, bar: Rect) {
    let mut x = bar.left() + INSET;
    for (page, name) in [(Page::Article, "Article"), (Page::Found, "Found")] {
        let open = stage.memory.reader.page == page;
        let font = if open { fonts::TAB_OPEN } else { fonts::BUTTON };
        let width = text::width(ui.painter(), name, font);
        let rect = Rect::from_min_max(pos2(x - 8.0, bar.top()), pos2(x + width + 8.0, bar.bottom()));
        let response = ui.interact(rect, ui.scope_id().with(("page", name)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, name));
        if response.has_focus() {
            widgets::focus_ring(stage, ui.painter(), rect.shrink2(vec2(4.0, 10.0)));
        }
        let ink = if open || response.hovered() { Ink::Ink } else { Ink::Ink3 };
        stage.text(ui.painter(), pos2(x, text::baseline(bar.center().y, font)), name, font, ink);
        if open {
            stage.fill(ui.painter(), Rect::from_min_max(pos2(x, bar.bottom() - 3.0), pos2(x + width, bar.bottom() - 1.0)), Ink::Accent);
        }
        if response.clicked() {
            stage.memory.reader.page = page;
        }
        x += width + 20.0;
    }
    stage.hline(ui.painter(), bar.left(), bar.right(), bar.bottom() - 1.0, Ink::Hair);
}

pub fn list(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let hits = &stage.state.hits;
    let mut area = ui.new_child(egui::UiBuilder::new().id_salt("found").max_rect(body));
    area.set_clip_rect(body.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("found").auto_shrink(false).show(&mut area, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui, stage, "Events", &hits.events.len().to_string());
        for (id, found) in hits.events.iter().zip(&hits.found_in) {
            if let Some(event) = tab.event(id) {
                let when = event.when.as_ref().map_or_else(|| "Not placed in time".to_owned(), dates::when);
                let paragraph = event.evidence.first().and_then(|e| e.paragraph).map(|n| format!("¶{n}")).unwrap_or_default();
                let why = match found {
                    FoundIn::Title => paragraph,
                    FoundIn::Participant => format!("{paragraph} · takes part"),
                    FoundIn::Place => format!("{paragraph} · place"),
                    FoundIn::Kind => format!("{paragraph} · kind"),
                    FoundIn::Words => format!("{paragraph} · told there"),
                };
                let selected = tab.view.selected.as_deref() == Some(id.as_str());
                event_row(ui, stage, &event.title, &when, &why, selected, Command::Select(Some(id.clone())));
            }
        }
        let (rule, _) = ui.allocate_exact_size(vec2(body.width(), 17.0), Sense::hover());
        stage.hline(ui.painter(), rule.left() + INSET, rule.right() - INSET, rule.center().y.floor(), Ink::Hair);
        let many = if hits.text.len() == search::MOST { format!("the first {}", search::MOST) } else { hits.text.len().to_string() };
        heading(ui, stage, "Text", &many);
        for hit in &hits.text {
            text_row(ui, stage, &tab.article.text, hit.span, hit.paragraph);
        }
        ui.add_space(20.0);
    });
}

fn heading(ui: &mut Ui, stage: &Stage, words: &str, number: &str) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let y = row.center().y + 2.0;
    widgets::label(ui, stage, row.left() + INSET, y, words, fonts::CAPTION, Ink::Ink3);
    let at = pos2(row.right() - INSET, text::baseline(y, fonts::CAPTION_STRONG));
    stage.text_right(ui.painter(), at, number, fonts::CAPTION_STRONG, Ink::Ink);
}

fn event_row(ui: &mut Ui, stage: &mut Stage, title: &str, when: &str, why: &str, selected: bool, command: Command) {
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, format!("{title}, {when}")));
    if !ui.is_rect_visible(row) {
        return;
    }
    let painter = ui.painter();
    if selected {
        stage.fill(painter, row, Ink::AccentSoft);
        stage.fill(painter, Rect::from_min_size(row.min, vec2(2.0, row.height())), Ink::Accent);
    } else if response.hovered() {
        stage.fill(painter, row, Ink::Tint);
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, painter, row.shrink(4.0));
    }
    let left = row.left() + INSET;
    marked(ui, stage, left, row.top() + 12.0, row.width() - 2.0 * INSET, title, if selected { Ink::Accent } else { Ink::Ink });
    let y = text::baseline(row.top() + 29.0, fonts::CAPTION);
    stage.text(painter, pos2(left, y), when, fonts::CAPTION, Ink::Ink2);
    stage.text_right(painter, pos2(row.right() - INSET, y), why, fonts::CAPTION, Ink::Ink3);
    if response.clicked() {
        stage.push(command);
    }
}

/// A title with the words of the query on the ground of hits.
fn marked(ui: &Ui, stage: &Stage, left: f32, middle: f32, width: f32, title: &str, ink: Ink) {
    let font = fonts::BUTTON;
    let galley = text::elided(ui.painter(), title, font, width);
    for (start, end) in search::places(title, &stage.state.query) {
        for place in super::boxes(&galley, TextSpan::new(start, end), 1.0) {
            stage.fill(
                ui.painter(),
                Rect::from_min_max(pos2(left + place.left(), middle - 9.0), pos2(left + place.right(), middle + 9.0)),
                Ink::Hit,
            );
        }
    }
    text::paint_galley(ui.painter(), pos2(left, text::baseline(middle, font)), Align::Left, galley, font, stage.color(ink));
}

fn text_row(ui: &mut Ui, stage: &mut Stage, article: &str, span: TextSpan, paragraph: Option<u32>) {
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::click());
    let words = about(article, span);
    let name = format!("{}{words}", paragraph.map(|n| format!("¶{n} ")).unwrap_or_default());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
    if !ui.is_rect_visible(row) {
        return;
    }
    if response.hovered() {
        stage.fill(ui.painter(), row, Ink::Tint);
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, ui.painter(), row.shrink(4.0));
    }
    let left = row.left() + super::TEXT_LEFT;
    let label = paragraph.map(|n| format!("¶{n}")).unwrap_or_default();
    stage.text(ui.painter(), pos2(row.left() + INSET, text::baseline(row.top() + 13.0, fonts::CAPTION)), &label, fonts::CAPTION, Ink::Ink3);
    let galley = text::wrapped_rows(ui.painter(), &words, fonts::LABEL, stage.color(Ink::Ink2), 17.0, row.right() - INSET - left, 2);
    let at = pos2(left, row.top() + 4.0);
    for (start, end) in search::places(&words, &stage.state.query) {
        for place in super::boxes(&galley, TextSpan::new(start, end), 1.0) {
            stage.fill(ui.painter(), place.translate(at.to_vec2()), Ink::Hit);
        }
    }
    ui.painter().galley(at, galley, stage.color(Ink::Ink2));
    if response.clicked() {
        stage.push(Command::ShowInArticle(span));
    }
}

/// The words about a place, from a word's beginning.
fn about(text: &str, span: TextSpan) -> String {
    let before: String = text.get(..span.start).unwrap_or("").chars().rev().take_while(|c| *c != '\n').take(28).collect();
    let before: String = before.chars().rev().collect();
    let at_start = before.chars().count() < 28;
    let before = if at_start { before } else { format!("…{}", before.split_once(' ').map_or(before.as_str(), |(_, rest)| rest)) };
    let after: String = text.get(span.end..).unwrap_or("").chars().take_while(|c| *c != '\n').take(90).collect();
    format!("{before}{}{after}", span.of(text))
}
