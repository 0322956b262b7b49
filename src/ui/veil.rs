//! Files dropped on the window, and the veil over it while they are held above.

use super::stage::Stage;
use super::{fonts, text};
use crate::scene::{Align, Font, Ink, Weight};
use crate::session::{Command, words};
use egui::{Id, LayerId, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};
use std::path::PathBuf;

/// Opens what was dropped.
pub fn take(ui: &Ui, stage: &mut Stage) {
    let files: Vec<PathBuf> = ui.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect());
    if !files.is_empty() {
        stage.push(Command::Open(files));
    }
}

pub fn show(ui: &Ui, stage: &Stage, whole: Rect) {
    let names: Vec<String> =
        ui.input(|i| i.raw.hovered_files.iter().map(|f| f.path.as_deref().map_or_else(|| "a file".to_owned(), words::file_name)).collect());
    if names.is_empty() {
        return;
    }
    let heading = if names.len() == 1 { "Drop to open this file".to_owned() } else { format!("Drop to open {} files", names.len()) };
    let response = ui.interact(whole, Id::unique("drop veil"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{heading}: {}", names.join(", "))));
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop veil")));
    painter.rect_filled(whole, 0.0, stage.color(Ink::Paper).gamma_multiply(0.97));
    painter.rect_stroke(whole.shrink(12.0), 0.0, Stroke::new(2.0, stage.color(Ink::Accent)), StrokeKind::Inside);
    let at = whole.center();
    let font = Font { size: 20.0, weight: Weight::SemiBold };
    text::paint(&painter, pos2(at.x, at.y - 24.0), Align::Center, &heading, font, stage.color(Ink::Ink));
    let mut list = names.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 4 {
        list.push_str(&format!(" and {} more", names.len() - 4));
    }
    text::paint(&painter, pos2(at.x, at.y + 8.0), Align::Center, &list, fonts::FIELD, stage.color(Ink::Ink2));
    if names.len() > 1 {
        text::paint(&painter, pos2(at.x, at.y + 40.0), Align::Center, "Each opens in its own tab", fonts::LABEL, stage.color(Ink::Ink3));
    }
}
