//! A field for the path of a file, for where the system shows no dialog.

use super::super::stage::Stage;
use super::super::style::color;
use super::super::{fonts, text, widgets};
use crate::scene::Ink;
use crate::session::{Command, Sheet};
use egui::{Frame, Id, Key, Margin, Modifiers, Rect, TextEdit, Ui, pos2, vec2};

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let field = Rect::from_min_size(body.min, vec2(body.width(), 32.0));
    let id = Id::unique("path field");
    let project = stage.state.sheet == Some(Sheet::SaveProjectPath);
    let saving = project || stage.state.sheet == Some(Sheet::SavePath);
    let fresh = stage.memory.path_asked != stage.state.sheet;
    stage.memory.path_asked = stage.state.sheet;
    widgets::field_frame(ui, stage, field, true);
    let mut path = stage.state.path.clone();
    let edit = TextEdit::singleline(&mut path)
        .id(id)
        .font(fonts::id(fonts::FIELD))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new("/home/me/article.html").font(fonts::id(fonts::FIELD)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO);
    let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    let inner = Rect::from_center_size(field.center(), vec2(field.width() - 20.0, 18.0));
    let response = ui.place(inner, edit.desired_width(inner.width())).accessible_name("Path of the file");
    if fresh {
        response.request_focus();
    }
    if path != stage.state.path {
        stage.push(Command::TypePath(path.clone()));
    }
    let y = field.bottom() + 28.0;
    if stage.state.no_dialog {
        let why = if saving {
            "This system shows no dialog for saving: type where it goes."
        } else {
            "This system shows no dialog for files: type the path of one."
        };
        widgets::label(ui, stage, body.left(), y + 30.0, why, fonts::CAPTION, Ink::Ink2);
    }
    let (word, name, note) = if project {
        ("Save", "Save to this path", "Ending in .demarche")
    } else if saving {
        ("Save", "Save to this path", "Ending in .png, .svg, .pdf, .pptx …")
    } else {
        ("Open", "Open this path", "Text, Markdown or HTML")
    };
    let open = widgets::words(ui, stage, body.left(), y, word, name, widgets::LINK).clicked();
    let left = body.left() + text::width(ui.painter(), word, fonts::VALUE) + 20.0;
    if widgets::words(ui, stage, left, y, "Cancel", "Cancel this path", widgets::LINK).clicked() {
        stage.push(Command::Back);
    }
    stage.text_right(ui.painter(), pos2(body.right(), text::baseline(y, fonts::CAPTION)), note, fonts::CAPTION, Ink::Ink3);
    if (open || enter) && !path.trim().is_empty() {
        stage.push(Command::AcceptPath);
    }
}
