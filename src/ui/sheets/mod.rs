//! What lies over the window until it is closed: the keys, the export, the field for a path.

pub mod add;
mod ask;
mod corrections;
mod export;
mod keys;
pub mod palette;
mod path;
pub mod set_aside;
mod settings;

use super::stage::Stage;
use super::{fonts, top_bar, widgets};
use crate::scene::Ink;
use crate::session::{Command, Sheet};
use egui::emath::GuiRounding;
use egui::{Area, Id, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2};

pub fn show(ui: &Ui, stage: &mut Stage, whole: Rect) {
    if stage.state.sheet.is_none() {
        stage.memory.path_asked = None;
    }
    stage.memory.sentences_shown &= stage.state.sheet == Some(Sheet::AddFrom);
    if stage.state.sheet != Some(Sheet::Palette) {
        stage.memory.palette.closed();
    }
    match stage.state.sheet {
        Some(Sheet::Keys) => sheet(ui, stage, whole, "Keys", Vec2::new(760.0, 640.0), keys::show),
        Some(Sheet::Palette) => sheet(ui, stage, whole, "Commands", Vec2::new(520.0, 440.0), palette::show),
        Some(Sheet::SetAside) => {
            sheet(ui, stage, whole, "Dated sentences not made into events", Vec2::new(640.0, 520.0), set_aside::show);
        }
        Some(Sheet::Export) => sheet(ui, stage, whole, "Export", Vec2::new(1180.0, 660.0), export::show),
        Some(Sheet::Path) => sheet(ui, stage, whole, "Open by path", Vec2::new(560.0, 170.0), path::show),
        Some(Sheet::Unsaved) => sheet(ui, stage, whole, "Unsaved corrections", Vec2::new(520.0, 180.0), ask::unsaved),
        Some(Sheet::ProjectChanged) => {
            sheet(ui, stage, whole, "The project was changed by someone else", Vec2::new(560.0, 200.0), ask::changed);
        }
        Some(Sheet::Settings) => sheet(ui, stage, whole, "Settings", Vec2::new(520.0, 480.0), settings::show),
        Some(Sheet::SaveProjectPath) => sheet(ui, stage, whole, "Save the project", Vec2::new(560.0, 170.0), path::show),
        Some(Sheet::SavePath) => sheet(ui, stage, whole, "Save the figure", Vec2::new(560.0, 170.0), path::show),
        Some(Sheet::Corrections) => sheet(ui, stage, whole, "Corrections", Vec2::new(720.0, 520.0), corrections::show),
        Some(Sheet::AddFrom) => sheet(ui, stage, whole, "Add an event", Vec2::new(720.0, 520.0), add::show),
        None => {}
    }
}

/// A sheet in the middle of the window; a press beside it closes it.
fn sheet(ui: &Ui, stage: &mut Stage, whole: Rect, name: &'static str, size: Vec2, add: impl FnOnce(&mut Ui, &mut Stage, Rect)) {
    let size = size.min(whole.size() - Vec2::splat(24.0));
    let rect = Rect::from_center_size(whole.center(), size).round_ui();
    Area::new(Id::unique(("sheet", name))).order(Order::Middle).fixed_pos(whole.min).show(ui.ctx(), |ui| {
        // The keyboard stays in the sheet.
        ui.memory_mut(|m| m.set_modal_layer(ui.layer_id()));
        let (ground, response) = ui.allocate_exact_size(whole.size(), Sense::click());
        ui.painter().rect_filled(ground, 0.0, stage.color(Ink::Paper).gamma_multiply(0.7));
        let over = ui.interact(rect, Id::unique(("sheet ground", name)), Sense::CLICK);
        if response.clicked() && !over.clicked() {
            stage.push(Command::Back);
        }
        stage.fill(ui.painter(), rect, Ink::Paper);
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, stage.color(Ink::Rule)), StrokeKind::Outside);
        let builder = UiBuilder::new().id_salt(name).max_rect(rect).accessibility_label(name).accessibility_role(Role::Dialog);
        let mut inner = ui.new_child(builder);
        inner.set_clip_rect(rect);
        widgets::label(&inner, stage, rect.left() + 24.0, rect.top() + 30.0, name, fonts::DETAIL_TITLE, Ink::Ink);
        if top_bar::cross(&inner, stage, pos2(rect.right() - 28.0, rect.top() + 30.0), &format!("Close {name}")) {
            stage.push(Command::Back);
        }
        let body = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top() + 56.0), pos2(rect.right() - 24.0, rect.bottom() - 20.0));
        add(&mut inner, stage, body);
    });
}
