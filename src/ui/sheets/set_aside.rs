//! The sentences that hold a date and were not made into events, each with the reason; a press shows it in the article.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use crate::scene::Ink;
use crate::session::{Command, words};
use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 58.0;

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    if stage.state.tab().is_none_or(|t| t.set_aside().next().is_none()) {
        widgets::label(ui, stage, body.left(), body.top() + 10.0, "Every dated sentence tells an event.", fonts::LABEL, Ink::Ink2);
        return;
    }
    list(ui, stage, body);
}

/// The sentences, for wherever there is room for them.
pub fn list(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let sentences: Vec<_> = tab.set_aside().collect();
    let wide = Rect::from_min_max(pos2(body.left() - 12.0, body.top()), pos2(body.right() + 12.0, body.bottom()));
    let mut inner = ui.new_child(UiBuilder::new().id_salt("sentences").max_rect(wide).accessibility_role(Role::List));
    inner.set_clip_rect(wide.intersect(ui.clip_rect()));
    ScrollArea::vertical().auto_shrink(false).show_rows(&mut inner, ROW, sentences.len(), |ui, rows| {
        for sentence in sentences.get(rows).unwrap_or(&[]) {
            let (row, response) = ui.allocate_exact_size(vec2(wide.width(), ROW), Sense::click());
            let told = sentence.span.of(&tab.article.text);
            let paragraph = tab.article.paragraph_at(sentence.span.start).and_then(|p| p.number);
            let label = paragraph.map(|n| format!("¶{n}")).unwrap_or_default();
            let why = words::set_aside(sentence.why);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{label} {told} ({why})")));
            if response.hovered() {
                stage.fill(ui.painter(), row, Ink::Tint);
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            if response.has_focus() {
                widgets::focus_ring(stage, ui.painter(), row.shrink(4.0));
            }
            let left = row.left() + 12.0;
            stage.text(ui.painter(), pos2(left, text::baseline(row.top() + 14.0, fonts::CAPTION)), &label, fonts::CAPTION, Ink::Ink3);
            let galley =
                text::wrapped_rows(ui.painter(), told, fonts::LABEL, stage.color(Ink::Ink), 17.0, row.right() - 12.0 - left - 40.0, 2);
            let height = galley.size().y;
            ui.painter().galley(pos2(left + 40.0, row.top() + 4.0), galley, stage.color(Ink::Ink));
            let y = text::baseline(row.top() + 4.0 + height + 9.0, fonts::CAPTION);
            stage.text(ui.painter(), pos2(left + 40.0, y), why, fonts::CAPTION, Ink::Ink3);
            if response.clicked() {
                if stage.state.sheet.is_some() {
                    stage.push(Command::Back);
                }
                stage.push(Command::ShowInArticle(sentence.span));
            }
        }
    });
}
