//! The search field, the only boxed control.

use super::icons::{Icon, icon};
use super::stage::Stage;
use super::style::color;
use super::{fonts, text, top_bar};
use crate::scene::Ink;
use crate::session::Command;
use egui::{CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, Stroke, StrokeKind, TextEdit, Ui, pos2, vec2};

/// The field's id, for the key that goes to it.
pub fn id() -> Id {
    Id::unique("search events and text")
}

pub fn show(ui: &mut Ui, stage: &mut Stage, field: Rect, narrow: bool) {
    let painter = ui.painter().clone();
    let focused = ui.memory(|m| m.has_focus(id()));
    stage.fill(&painter, field, Ink::Bar);
    painter.rect(
        field,
        CornerRadius::same(4),
        color(stage.theme, Ink::Paper),
        Stroke::new(1.0, color(stage.theme, Ink::Rule)),
        StrokeKind::Middle,
    );
    if focused {
        let stroke = Stroke::new(2.0, color(stage.theme, Ink::Accent));
        painter.rect_stroke(field, CornerRadius::same(4), stroke, StrokeKind::Middle);
    }
    icon(&painter, pos2(field.left() + 14.0, field.center().y), Icon::Lens, color(stage.theme, Ink::Ink3));
    let searching = stage.state.searching();
    let note = if searching {
        found(stage)
    } else if narrow {
        String::new()
    } else {
        "Ctrl F".to_owned()
    };
    let note_width = text::width(&painter, &note, fonts::CAPTION);
    let note_right = if searching { field.right() - 24.0 } else { field.right() - 10.0 };
    stage.text_right(&painter, pos2(note_right, text::baseline(field.center().y, fonts::CAPTION)), &note, fonts::CAPTION, Ink::Ink3);

    let mut query = stage.state.query.clone();
    let edit = TextEdit::singleline(&mut query)
        .id(id())
        .font(fonts::id(fonts::FIELD))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new("Search events and text").font(fonts::id(fonts::FIELD)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .char_limit(200);
    let room =
        Rect::from_min_max(pos2(field.left() + 29.0, field.center().y - 9.0), pos2(note_right - note_width - 6.0, field.center().y + 9.0));
    // Keys for hits are taken before the field sees them; it would give up the keyboard on Enter.
    let mut step = None;
    if focused {
        ui.input_mut(|i| {
            if i.consume_key(Modifiers::SHIFT, Key::Enter) {
                step = Some(false);
            } else if i.consume_key(Modifiers::NONE, Key::Enter) {
                step = Some(true);
            }
        });
    }
    let response = ui.place(room, edit.desired_width(room.width())).accessible_name("Search events and text");
    if query != stage.state.query {
        stage.push(Command::Search(query));
    }
    if let Some(forward) = step {
        stage.push(Command::NextHit { forward });
    }
    if searching && top_bar::cross(ui, stage, pos2(field.right() - 13.0, field.center().y), "Close search") {
        stage.push(Command::CloseSearch);
    }
    let ground = Rect::from_min_size(field.min, vec2(28.0, field.height()));
    if lens_clicked(ui, ground) {
        response.request_focus();
    }
}

fn lens_clicked(ui: &Ui, rect: Rect) -> bool {
    ui.interact(rect, Id::unique("search lens"), egui::Sense::CLICK).clicked()
}

/// "1 of 8 events", "9 in the text", "nothing found".
fn found(stage: &Stage) -> String {
    let hits = &stage.state.hits;
    let events = hits.events.len();
    if events == 0 {
        return match hits.text.len() {
            0 => "nothing found".to_owned(),
            n => format!("{n} in the text"),
        };
    }
    let selected = stage.state.tab().and_then(|t| t.view.selected.as_deref());
    let many = if events == 1 { "event" } else { "events" };
    match selected.and_then(|id| hits.events.iter().position(|h| h == id)) {
        Some(at) => format!("{} of {events} {many}", at + 1),
        None => format!("{events} {many}"),
    }
}
