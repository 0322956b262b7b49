//! The bar on top: plain words for what is done most, the tabs, the search field, and a menu for everything.

use super::icons::Icon;
use super::stage::Stage;
use super::widgets::{self, BAR_BUTTON, Look};
use super::{fonts, menu, search_field, tabs, text};
use crate::scene::{Align, Ink};
use crate::session::{Command, Sheet};
use egui::{Rect, Ui, pos2};

/// The room of one narrow tab with its cross and the sign for another, and the space before the search field.
const LEAST_TABS: f32 = 156.0;
const LEAST_FIELD: f32 = 96.0;

pub fn show(ui: &mut Ui, stage: &mut Stage, bar: Rect) {
    stage.fill(ui.painter(), bar, Ink::Bar);
    stage.hline(ui.painter(), bar.left(), bar.right(), bar.bottom() - 1.0, Ink::Rule);
    let narrow = bar.width() < 1100.0;
    let y = bar.center().y;
    let open = stage.state.tab().is_some();

    let mut x = bar.left() + 16.0;
    x += press(ui, stage, x, y, "Open…", "Open…", Command::AskOpen) + 22.0;
    if !narrow {
        x += press(ui, stage, x, y, "Paste", "Paste", Command::Paste { text: None }) + 22.0;
    }
    if !stage.state.tabs.is_empty() {
        stage.vline(ui.painter(), x - 2.0, bar.top() + 12.0, bar.top() + 32.0, Ink::Rule);
        x += 18.0;
    }

    let mut right = bar.right() - 12.0;
    let sign = Rect::from_min_max(pos2(right - 28.0, y - 14.0), pos2(right, y + 14.0));
    menu::show(ui, stage, sign);
    right = sign.left() - 12.0;
    right -= press_right(ui, stage, right, y, "Export…", Command::OpenSheet(Sheet::Export), open) + 22.0;
    if !narrow {
        right -= press_right(ui, stage, right, y, "Copy figure", Command::CopyFigure, open) + 22.0;
    }
    // In a window of few points the field leaves the tabs room for one.
    let width = if narrow { 196.0_f32.min(right - x - LEAST_TABS).max(LEAST_FIELD) } else { 239.0 };
    let field = Rect::from_min_max(pos2(right - width, y - 13.5), pos2(right, y + 13.5));
    search_field::show(ui, stage, field, narrow);

    tabs::show(ui, stage, Rect::from_min_max(pos2(x, bar.top()), pos2(field.left() - 16.0, bar.bottom())));
}

fn press(ui: &Ui, stage: &mut Stage, x: f32, y: f32, label: &str, name: &str, command: Command) -> f32 {
    if widgets::words(ui, stage, x, y, label, name, BAR_BUTTON).clicked() {
        stage.push(command);
    }
    text::width(ui.painter(), label, fonts::BUTTON)
}

fn press_right(ui: &Ui, stage: &mut Stage, x: f32, y: f32, label: &str, command: Command, enabled: bool) -> f32 {
    let look = Look { align: Align::Right, ink: if enabled { Ink::Ink } else { Ink::Ink3 }, ..BAR_BUTTON };
    if enabled {
        if widgets::words(ui, stage, x, y, label, label, look).clicked() {
            stage.push(command);
        }
    } else {
        let at = pos2(x, text::baseline(y, look.font));
        stage.text_right(ui.painter(), at, label, look.font, Ink::Ink3);
        let rect = Rect::from_min_max(pos2(x - 60.0, y - 12.0), pos2(x, y + 12.0));
        let response = ui.interact(rect, ui.scope_id().with(("words", label)), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, false, label));
    }
    text::width(ui.painter(), label, fonts::BUTTON)
}

/// The cross that closes a tab or a strip.
pub fn cross(ui: &Ui, stage: &Stage, middle: egui::Pos2, name: &str) -> bool {
    let rect = Rect::from_center_size(middle, egui::vec2(20.0, 20.0));
    widgets::sign(ui, stage, rect, Icon::Cross, name, Ink::Ink3).clicked()
}
