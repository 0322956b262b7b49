//! Questions that are asked once: what becomes of unsaved work, and of a project that somebody else has changed.

use super::super::stage::Stage;
use super::super::widgets::{self, LINK};
use super::super::{fonts, text};
use crate::scene::{Font, Ink};
use crate::session::state::Pending;
use crate::session::{Command, words};
use egui::{Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2};
use std::path::Path;

/// A sentence with answers under it; Enter gives the first.
fn ask(ui: &mut Ui, stage: &mut Stage, body: Rect, sentence: &str, answers: &[(&str, Command)]) {
    let galley = text::wrapped(ui.painter(), sentence, fonts::READER, stage.color(Ink::Ink), 20.0, body.width());
    let rect = Rect::from_min_size(body.min, galley.size());
    let response = ui.interact(rect, ui.scope_id().with("question"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, sentence));
    ui.painter().galley(rect.min, galley, stage.color(Ink::Ink));
    let (mut x, y) = (body.left(), body.bottom() - 12.0);
    for (n, (words, command)) in answers.iter().enumerate() {
        let font: Font = if n == 0 { fonts::TAB_OPEN } else { fonts::BUTTON };
        let look = widgets::Look { font, ..LINK };
        let response = widgets::words(ui, stage, x, y, words, words, look);
        let nothing_focused = ui.memory(|m| m.focused().is_none());
        let enter = n == 0 && nothing_focused && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        if response.clicked() || enter {
            stage.push(command.clone());
        }
        x = pos2(x + text::width(ui.painter(), words, font) + 28.0, y).x;
    }
}

pub fn unsaved(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let then = match &stage.state.pending {
        Some(Pending::Close(_)) => "closing the tab",
        Some(Pending::OpenProject(_) | Pending::Recover(_)) => "opening the project",
        Some(Pending::Quit) | None => "quitting",
    };
    let sentence = format!("Your corrections are not saved. Save them in a project before {then}?");
    let answers = [("Save", Command::SaveAndGoOn), ("Don’t save", Command::DiscardAndGoOn), ("Cancel", Command::StayHere)];
    ask(ui, stage, body, &sentence, &answers);
}

pub fn changed(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let name = words::file_name(Path::new(&stage.state.path));
    let sentence = format!("{name} was written by someone else since you opened it. Nothing has been overwritten.");
    let answers =
        [("Keep both: save mine beside it", Command::KeepBoth), ("Replace theirs", Command::ReplaceTheirs), ("Cancel", Command::StayHere)];
    ask(ui, stage, body, &sentence, &answers);
}
