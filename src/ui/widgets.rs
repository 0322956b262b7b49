//! The few controls of the window: words that can be pressed, signs that can be pressed, and the ring of the keyboard focus.

use super::fonts;
use super::icons::{Icon, icon};
use super::stage::Stage;
use super::text;
use crate::scene::{Align, Font, Ink};
use egui::{CornerRadius, CursorIcon, Id, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// The ring about what has the keyboard: 2 wide, 2 clear.
pub fn focus_ring(stage: &Stage, painter: &Painter, rect: Rect) {
    painter.rect_stroke(rect.expand(2.0), CornerRadius::same(4), Stroke::new(2.0, stage.color(Ink::Accent)), StrokeKind::Outside);
}

/// How a pressable word looks.
#[derive(Clone, Copy)]
pub struct Look {
    pub font: Font,
    pub ink: Ink,
    /// Points of ground beside the words that belong to the control.
    pub pad: f32,
    pub align: Align,
}

pub const BAR_BUTTON: Look = Look { font: fonts::BUTTON, ink: Ink::Ink, pad: 8.0, align: Align::Left };
pub const LINK: Look = Look { font: fonts::VALUE, ink: Ink::Accent, pad: 0.0, align: Align::Left };
pub const LINK_RIGHT: Look = Look { align: Align::Right, ..LINK };

/// Words that can be pressed, with their left (or right) end at `x` and their middle at `y`. `name` is said by a screen reader.
pub fn words(ui: &Ui, stage: &Stage, x: f32, y: f32, label: &str, name: &str, look: Look) -> Response {
    let galley = text::line(ui.painter(), label, look.font);
    let width = galley.size().x;
    let left = if look.align == Align::Right { x - width } else { x };
    let rect = Rect::from_min_max(pos2(left - look.pad, y - 12.0), pos2(left + width + look.pad, y + 12.0));
    let response = pressable(ui, stage, rect, ui.scope_id().with(("words", name)), name);
    if look.pad == 0.0 && response.hovered() {
        let under = text::baseline(y, look.font) + 2.0;
        stage.hline(ui.painter(), left, left + width, under, look.ink);
    }
    let at = pos2(left, text::baseline(y, look.font));
    text::paint_galley(ui.painter(), at, Align::Left, galley, look.font, stage.color(look.ink));
    response
}

/// An id from a name and a place: the same words may stand in several places of a region.
fn here(ui: &Ui, name: &str, rect: Rect) -> Id {
    ui.scope_id().with((name, rect.left() as i32, rect.top() as i32))
}

/// A sign that can be pressed.
pub fn sign(ui: &Ui, stage: &Stage, rect: Rect, which: Icon, name: &str, ink: Ink) -> Response {
    sign_as(ui, stage, rect, which, ui.scope_id().with(("sign", name)), name, ink)
}

/// The same with an id of its own, where the name may occur twice.
pub fn sign_as(ui: &Ui, stage: &Stage, rect: Rect, which: Icon, id: Id, name: &str, ink: Ink) -> Response {
    let response = pressable(ui, stage, rect, id, name);
    icon(ui.painter(), rect.center(), which, stage.color(if response.hovered() { Ink::Ink } else { ink }));
    response
}

/// A sign that cannot be pressed just now.
pub fn dead_sign(ui: &Ui, stage: &Stage, rect: Rect, which: Icon, name: &str) {
    let response = ui.interact(rect, ui.scope_id().with(("sign", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, false, name));
    icon(ui.painter(), rect.center(), which, stage.color(Ink::Rule));
}

/// A rectangle that can be pressed: hover ground, focus ring, name.
pub fn pressable(ui: &Ui, stage: &Stage, rect: Rect, id: Id, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    dress(ui, stage, &response);
    response
}

/// A rectangle that can be on or off.
pub fn switch(ui: &Ui, stage: &Stage, rect: Rect, id: Id, name: &str, on: bool) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    dress(ui, stage, &response);
    response
}

fn dress(ui: &Ui, stage: &Stage, response: &Response) {
    if response.hovered() {
        stage.fill(ui.painter(), response.rect, Ink::Tint);
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        focus_ring(stage, ui.painter(), response.rect.shrink(4.0));
    }
}

/// The frame of a field: thin, or the ring of the keyboard.
pub fn field_frame(ui: &Ui, stage: &Stage, field: Rect, focused: bool) {
    let (width, ink) = if focused { (2.0, Ink::Accent) } else { (1.0, Ink::Rule) };
    ui.painter().rect_stroke(field.shrink(1.0), CornerRadius::same(4), Stroke::new(width, stage.color(ink)), StrokeKind::Middle);
}

/// A plain rule across a panel.
pub fn rule(ui: &Ui, stage: &Stage, y: f32, left: f32, right: f32) {
    stage.hline(ui.painter(), left, right, y, Ink::Hair);
}

/// A line of words that can only be read, named for a screen reader.
pub fn label(ui: &Ui, stage: &Stage, left: f32, middle: f32, words: &str, font: Font, ink: Ink) -> f32 {
    let at = pos2(left, text::baseline(middle, font));
    let width = stage.text(ui.painter(), at, words, font, ink);
    let rect = Rect::from_min_size(pos2(left, middle - font.size * 0.75), vec2(width.max(1.0), font.size * 1.5));
    let response = ui.interact(rect, here(ui, words, rect), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    width
}
