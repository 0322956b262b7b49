//! Marking words of a paragraph with the pointer, and the button that makes an event of them.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::highlight::boxes;
use crate::article::TextSpan;
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{Galley, Pos2, Rect, Response, Ui, pos2, vec2};

/// Follows a drag over a paragraph; what it passed is marked when the button is let go, a press takes the mark away.
pub fn mark(stage: &mut Stage, response: &Response, byte_at: &dyn Fn(Pos2) -> usize, paragraph: TextSpan) {
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let at = byte_at(pointer).clamp(paragraph.start, paragraph.end);
    if response.drag_started() {
        stage.memory.marking_from = Some(response.ctx.input(|i| i.pointer.press_origin()).map_or(at, byte_at));
    }
    if response.drag_stopped()
        && let Some(from) = stage.memory.marking_from.take()
        && paragraph.start <= from
        && from <= paragraph.end
    {
        let span = TextSpan::new(from.min(at), from.max(at));
        stage.push(Command::Mark((span.end > span.start + 1).then_some(span)));
    } else if response.clicked() && stage.state.marked.is_some() {
        stage.push(Command::Mark(None));
    }
}

/// The button under marked words.
pub fn offer(ui: &Ui, stage: &mut Stage, paragraph: TextSpan, galley: &Galley, at: Pos2, panel: Rect) {
    let Some(marked) = stage.state.marked.filter(|m| paragraph.contains(*m)) else { return };
    let local = TextSpan::new(marked.start - paragraph.start, marked.end - paragraph.start);
    let Some(last) = boxes(galley, local, 1.0).last().copied() else { return };
    let words = "Make an event  A";
    let size = vec2(text::width(ui.painter(), words, fonts::VALUE) + 20.0, 26.0);
    let left = (at.x + last.right() - size.x / 2.0).min(panel.right() - 8.0 - size.x).max(panel.left() + 8.0);
    let rect = Rect::from_min_size(pos2(left, at.y + last.bottom() + 4.0), size);
    // It lies over the lines that follow.
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Middle, egui::Id::unique("make an event")));
    let painter = painter.with_clip_rect(panel);
    stage.fill(&painter, rect, Ink::Ink);
    let middle = pos2(rect.center().x, text::baseline(rect.center().y, fonts::VALUE));
    text::paint(&painter, middle, Align::Center, words, fonts::VALUE, stage.color(Ink::Paper));
    let response = ui.interact(rect, ui.scope_id().with("make an event"), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Make an event of the marked words"));
    if response.hovered() {
        ui.set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, &painter, rect);
    }
    if response.clicked() {
        stage.push(Command::AddMarked);
    }
}
