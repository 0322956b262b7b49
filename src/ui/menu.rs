//! The menu of everything there is.

use super::commands::THEMES;
use super::icons::{Icon, icon};
use super::stage::Stage;
use super::{fonts, keys, text, widgets};
use crate::scene::{Align, Ink};
use crate::session::{Command, Sheet};
use egui::{Popup, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 26.0;
const WIDTH: f32 = 268.0;

pub fn show(ui: &Ui, stage: &mut Stage, sign: Rect) {
    let button = widgets::sign(ui, stage, sign, Icon::Menu, "Menu", Ink::Ink2);
    Popup::menu(&button).gap(4.0).width(WIDTH).accessible_name("Menu").show(|ui| {
        ui.set_width(WIDTH);
        contents(ui, stage);
    });
}

fn contents(ui: &mut Ui, stage: &mut Stage) {
    let open = stage.state.tab().is_some();
    item(ui, stage, "Open…", "Ctrl+O", true, None, Command::AskOpen);
    item(ui, stage, "Open by path…", "", true, None, Command::OpenSheet(Sheet::Path));
    item(ui, stage, "Paste", "Ctrl+V", true, None, Command::Paste { text: None });
    item(ui, stage, "Open the sample article", "", true, None, Command::OpenSample);
    item(ui, stage, "Save project", "Ctrl+S", open, None, Command::Save);
    item(ui, stage, "Save project as…", "Ctrl+Shift+S", open, None, Command::SaveAs);
    recent(ui, stage);
    line(ui, stage);
    item(ui, stage, "Copy figure", "Ctrl+Shift+C", open, None, Command::CopyFigure);
    item(ui, stage, "Copy events as text", "", open, None, Command::CopyAllAsText);
    item(ui, stage, "Export…", "Ctrl+E", open, None, Command::OpenSheet(Sheet::Export));
    item(ui, stage, "All open articles on one timeline", "", stage.state.tabs.len() > 1, None, Command::MergeTabs);
    item(ui, stage, "Brief view", "F11", open, None, Command::Brief(true));
    line(ui, stage);
    let history = stage.state.tab().map(|t| (!t.history.done.is_empty(), !t.history.undone.is_empty())).unwrap_or_default();
    item(ui, stage, "Undo", "Ctrl+Z", history.0, None, Command::Undo);
    item(ui, stage, "Redo", "Ctrl+Shift+Z", history.1, None, Command::Redo);
    item(ui, stage, "Review doubtful events", "R", open, None, Command::Review(true));
    item(ui, stage, "Corrections and hidden events…", "H", open, None, Command::OpenSheet(Sheet::Corrections));
    item(ui, stage, "Add an event from a sentence…", "A", open, None, Command::OpenSheet(Sheet::AddFrom));
    line(ui, stage);
    let settings = &stage.state.settings;
    let (theme, size) = (settings.theme, settings.text_size);
    for (choice, name) in THEMES {
        item(ui, stage, name, "", true, Some(theme == choice), Command::SetTheme(choice));
    }
    item(ui, stage, "Nothing moves by itself", "", true, Some(stage.state.settings.still), Command::ToggleStill);
    item(ui, stage, "Larger text", "Ctrl+Plus", size < 1.99, None, keys::resized(size, 1));
    item(ui, stage, "Smaller text", "Ctrl+Minus", size > 0.81, None, keys::resized(size, -1));
    item(ui, stage, "Fold or unfold the article", "Ctrl+1", open, None, Command::ToggleArticle);
    item(ui, stage, "Fold or unfold the detail", "Ctrl+2", open, None, Command::ToggleDetail);
    line(ui, stage);
    item(ui, stage, "All commands…", "Ctrl+K", true, None, Command::OpenSheet(Sheet::Palette));
    item(ui, stage, "Settings…", "", true, None, Command::OpenSheet(Sheet::Settings));
    item(ui, stage, "Keys", "?", true, None, Command::OpenSheet(Sheet::Keys));
    item(ui, stage, "Quit", "Ctrl+Q", true, None, Command::Quit);
}

fn recent(ui: &mut Ui, stage: &mut Stage) {
    let paths: Vec<_> = stage.state.settings.recent.iter().take(6).cloned().collect();
    if paths.is_empty() {
        return;
    }
    line(ui, stage);
    for path in paths {
        let (name, what) = stage.state.settings.recent_name(&path);
        item(ui, stage, &name, what, true, None, Command::Open(vec![path]));
    }
    item(ui, stage, "Forget recent articles", "", true, None, Command::ForgetRecent);
}

pub fn line(ui: &mut Ui, stage: &Stage) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.center().y.floor(), Ink::Hair);
}

/// One row of a menu: words, and at the right its key or what it is. `chosen` marks it with a tick.
pub fn item(ui: &mut Ui, stage: &mut Stage, words: &str, key: &str, enabled: bool, chosen: Option<bool>, command: Command) {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| match chosen {
        Some(on) => WidgetInfo::selected(Role::MenuItemRadio, enabled, on, words),
        None => WidgetInfo::labeled(Role::MenuItem, enabled, words),
    });
    let painter = ui.painter();
    if enabled && (response.hovered() || response.has_focus()) {
        stage.fill(painter, rect, Ink::Tint);
    }
    let left = rect.left() + 24.0;
    if chosen == Some(true) {
        icon(painter, pos2(rect.left() + 12.0, rect.center().y), Icon::Check, stage.color(Ink::Ink));
    }
    let key_left = rect.right() - 8.0 - text::width(painter, key, fonts::CAPTION);
    let galley = text::elided(painter, words, fonts::FIELD, key_left - left - 12.0);
    let ink = stage.color(if enabled { Ink::Ink } else { Ink::Ink3 });
    text::paint_galley(painter, pos2(left, text::baseline(rect.center().y, fonts::FIELD)), Align::Left, galley, fonts::FIELD, ink);
    let at = pos2(rect.right() - 8.0, text::baseline(rect.center().y, fonts::CAPTION));
    stage.text_right(painter, at, key, fonts::CAPTION, Ink::Ink3);
    if response.clicked() {
        stage.push(command);
        ui.close();
    }
}
