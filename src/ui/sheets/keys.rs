//! The sheet of keys.

use super::super::keys::ALL;
use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use crate::scene::Ink;
use egui::{Rect, Ui, pos2};

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let middle = body.left() + body.width() * 0.52;
    for (column, left) in [(0, body.left()), (1, middle)] {
        let mut y = body.top() + 10.0;
        let right = if column == 0 { middle - 28.0 } else { body.right() };
        for (group, keys) in ALL.iter().skip(column * 3).take(3) {
            widgets::label(ui, stage, left, y, group, fonts::STRONG, Ink::Ink);
            y += 16.0;
            for (key, what) in *keys {
                stage.hline(ui.painter(), left, right, y - 2.0, Ink::Hair);
                widgets::label(ui, stage, left, y + 9.0, what, fonts::LABEL, Ink::Ink2);
                stage.text_right(ui.painter(), pos2(right, text::baseline(y + 9.0, fonts::LABEL)), key, fonts::LABEL, Ink::Ink);
                y += 22.0;
            }
            y += 14.0;
        }
    }
}
