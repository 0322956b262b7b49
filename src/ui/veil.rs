//! The veil over the window while files are held above it.

use super::stage::Stage;
use super::{fonts, text};
use crate::scene::{Align, Font, Ink, Weight};
use egui::{Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui, pos2};

pub fn show(ui: &Ui, stage: &Stage, whole: Rect) {
    let names: Vec<String> = ui.input(|i| {
        i.raw
            .hovered_files
            .iter()
            .map(|f| f.path.as_ref().and_then(|p| p.file_name()).map_or_else(|| "a file".to_owned(), |n| n.to_string_lossy().into_owned()))
            .collect()
    });
    if names.is_empty() {
        return;
    }
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop veil")));
    painter.rect_filled(whole, 0.0, stage.color(Ink::Paper).gamma_multiply(0.97));
    painter.rect_stroke(whole.shrink(12.0), 0.0, Stroke::new(2.0, stage.color(Ink::Accent)), StrokeKind::Inside);
    let at = whole.center();
    let heading = if names.len() == 1 { "Drop to open this file".to_owned() } else { format!("Drop to open {} files", names.len()) };
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
