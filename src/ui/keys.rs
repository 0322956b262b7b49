//! What the keys do.

use super::stage::Stage;
use super::{correct, publication, search_field, timeline};
use crate::session::{Command, Sheet, Step};
use egui::{Event, Key, Modifiers, Popup, Ui};

/// Every key and what it does, for the keys sheet.
pub const ALL: [(&str, &[(&str, &str)]); 6] = [
    (
        "Article",
        &[
            ("Ctrl+O", "Open files"),
            ("Ctrl+V", "Paste an article, a path or a page"),
            ("Ctrl+S, Ctrl+Shift+S", "Save the project, under another name"),
            ("Ctrl+W", "Close the tab"),
            ("Ctrl+Tab", "Next tab"),
            ("Ctrl+F", "Search events and text"),
            ("Enter, Shift+Enter", "Next and previous hit"),
        ],
    ),
    (
        "Timeline",
        &[
            ("← →", "Previous and next event"),
            ("↑ ↓", "Event in the lane above and below"),
            ("Home, End", "First and last event"),
            ("+ −", "Zoom in and out"),
            ("F", "Show all"),
            ("Drag, Shift+wheel", "Pan"),
            ("Ctrl+wheel, pinch", "Zoom at the pointer"),
            ("Double click", "Zoom to an event"),
            ("L", "Timeline, list, or both"),
            ("O", "The order told, as arrows"),
        ],
    ),
    ("Review", &[("R", "Begin or end"), ("N, P", "Next, previous"), ("Enter, Delete", "Accept, hide")]),
    (
        "Corrections",
        &[
            ("E, D, I, W, B", "Edit title, date, place, people, who says so"),
            ("S, K", "Status, kind"),
            ("C, Delete", "Mark as checked, hide"),
            ("M, A", "Merge, add an event"),
            ("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
            ("H", "History, hidden events"),
        ],
    ),
    ("For briefs", &[("F11", "Brief view: only the figure"), ("Ctrl+Shift+C", "Copy the figure"), ("Ctrl+E", "Export")]),
    (
        "Window",
        &[
            ("T", "Light or dark"),
            ("Ctrl+1, Ctrl+2", "Fold the article, the detail"),
            ("Ctrl+Plus, Ctrl+Minus, Ctrl+0", "Text size"),
            ("Esc", "Back"),
            ("Ctrl+K", "Every command by name"),
            ("?", "These keys"),
            ("Ctrl+Q", "Quit"),
        ],
    ),
];

pub fn handle(ui: &Ui, stage: &mut Stage) {
    commands(ui, stage);
    let pasted = paste(ui, stage);
    // A field that has just been given the keyboard takes what is typed from now on, though it was not yet shown.
    let fields = [search_field::id(), publication::field_id(), correct::field_id()];
    if stage.state.edit.is_none() {
        stage.memory.edit_of = None;
    }
    let typing = stage.state.edit.is_some() && stage.state.sheet.is_none()
        || ui.ctx().text_edit_focused()
        || ui.memory(|m| m.focused().is_some_and(|id| fields.contains(&id)));
    // A menu takes the other keys while it is open.
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    if !typing {
        undo(ui, stage);
        if let Some(text) = pasted {
            stage.push(Command::Paste { text });
        }
        letters(ui, stage);
    }
    // Esc leaves a field first; egui takes the keyboard from it.
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        stage.push(Command::Back);
    }
}

/// Undo and redo of corrections; a field that is being typed in has its own.
fn undo(ui: &Ui, stage: &mut Stage) {
    let with_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    for (modifiers, key, command) in
        [(with_shift, Key::Z, Command::Redo), (Modifiers::COMMAND, Key::Y, Command::Redo), (Modifiers::COMMAND, Key::Z, Command::Undo)]
    {
        if ui.input_mut(|i| i.consume_key(modifiers, key)) {
            stage.push(command);
        }
    }
}

/// Keys with Ctrl work everywhere, also while something is typed.
fn commands(ui: &Ui, stage: &mut Stage) {
    let size = stage.state.settings.text_size;
    let with_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let shown = stage.state.shown;
    let open = stage.state.tab().is_some();
    let mut wanted = Vec::new();
    let mut search = false;
    ui.input_mut(|i| {
        let mut on = |modifiers: Modifiers, key: Key, command: Command| {
            if i.consume_key(modifiers, key) {
                wanted.push(command);
            }
        };
        on(with_shift, Key::C, Command::CopyFigure);
        on(with_shift, Key::Tab, Command::Cycle { forward: false });
        on(Modifiers::COMMAND, Key::Tab, Command::Cycle { forward: true });
        on(Modifiers::COMMAND, Key::O, Command::AskOpen);
        if open {
            on(with_shift, Key::S, Command::SaveAs);
            on(Modifiers::COMMAND, Key::S, Command::Save);
        }
        on(Modifiers::COMMAND, Key::E, Command::OpenSheet(Sheet::Export));
        on(Modifiers::COMMAND, Key::K, Command::OpenSheet(Sheet::Palette));
        on(Modifiers::COMMAND, Key::Q, Command::Quit);
        on(Modifiers::COMMAND, Key::Num1, Command::ToggleArticle);
        on(Modifiers::COMMAND, Key::Num2, Command::ToggleDetail);
        on(Modifiers::COMMAND, Key::Num0, Command::SetTextSize(1.0));
        for key in [Key::Plus, Key::Equals] {
            on(Modifiers::COMMAND, key, resized(size, 1));
        }
        on(Modifiers::COMMAND, Key::Minus, resized(size, -1));
        on(Modifiers::NONE, Key::F11, Command::Brief(!stage.state.brief));
        if let Some(tab) = shown {
            on(Modifiers::COMMAND, Key::W, Command::Close(tab));
        }
        if i.consume_key(Modifiers::COMMAND, Key::F) && open {
            search = true;
        }
    });
    if search {
        ui.memory_mut(|m| m.request_focus(search_field::id()));
        if stage.state.brief {
            wanted.push(Command::Brief(false));
        }
    }
    stage.commands.append(&mut wanted);
}

/// The size of text that is so many tenths larger; the session keeps it within its bounds.
pub fn resized(size: f32, tenths: i8) -> Command {
    Command::SetTextSize((size * 10.0 + f32::from(tenths)).round() / 10.0)
}

/// Between letting go of Ctrl and of V, in seconds: of keys held together either may go first.
const LETTING_GO: f64 = 1.0;

/// Whether a paste was asked for in this frame, and the plain text that came along with it.
///
/// egui tells of Ctrl+V only where the clipboard holds plain text or a picture. A page copied without text, or nothing at all, shows
/// in V being let go that was never told to be pressed.
fn paste(ui: &Ui, stage: &mut Stage) -> Option<Option<String>> {
    let mut asked = None;
    ui.input(|i| {
        if i.modifiers.command || i.events.iter().any(|e| matches!(e, Event::Key { modifiers, .. } if modifiers.command)) {
            stage.memory.command_held_at = i.time;
        }
        for event in &i.events {
            match event {
                Event::Paste(text) => {
                    stage.memory.v_told = true;
                    asked = Some(Some(text.clone()));
                }
                Event::PasteImage(_) => {
                    stage.memory.v_told = true;
                    asked = Some(None);
                }
                Event::Key { key: Key::V, pressed: true, .. } => stage.memory.v_told = true,
                Event::Key { key: Key::V, pressed: false, .. } => {
                    let held = i.time - stage.memory.command_held_at < LETTING_GO;
                    if !std::mem::take(&mut stage.memory.v_told) && held {
                        asked = Some(None);
                    }
                }
                _ => {}
            }
        }
    });
    asked
}

/// Keys without Ctrl, while nothing is typed.
fn letters(ui: &Ui, stage: &mut Stage) {
    let question = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Text(t) if t == "?")));
    if question {
        stage.push(if stage.state.sheet == Some(Sheet::Keys) { Command::Back } else { Command::OpenSheet(Sheet::Keys) });
        return;
    }
    let take = |key: Key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    if take(Key::T) {
        stage.push(Command::ToggleTheme);
    }
    if stage.state.tab().is_none() || stage.state.brief || stage.state.sheet.is_some() {
        return;
    }
    let on_mark = timeline::holds_focus(ui, stage);
    let from = stage.state.tab().and_then(|t| t.view.selected.clone());
    // With the keyboard on some other control, arrows go from control to control.
    let free = on_mark || ui.memory(|m| m.focused().is_none());
    if take(Key::F) {
        stage.push(Command::Fit);
    }
    correct::keys(ui, stage);
    if take(Key::O) {
        stage.push(Command::ToggleArrows);
    }
    if take(Key::L)
        && let Some(tab) = stage.state.tab()
    {
        stage.push(Command::SetList(tab.view.list.next()));
    }
    if free {
        for (key, step) in
            [(Key::ArrowRight, Step::Next), (Key::ArrowLeft, Step::Previous), (Key::Home, Step::First), (Key::End, Step::Last)]
        {
            if take(key) {
                stage.push(Command::Step(step));
                stage.memory.follow_focus_from = from.clone().filter(|_| on_mark);
            }
        }
        timeline::keys(ui, stage);
    }
    let plus = ui.input_mut(|i| {
        i.consume_key(Modifiers::NONE, Key::Plus)
            || i.consume_key(Modifiers::SHIFT, Key::Equals)
            || i.consume_key(Modifiers::NONE, Key::Equals)
    });
    if plus {
        timeline::zoom_by(stage, 1.5);
    }
    if take(Key::Minus) {
        timeline::zoom_by(stage, 1.0 / 1.5);
    }
}
