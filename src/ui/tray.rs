//! Dragging an undated event from the tray onto the axis: where it is let go is its day.

use super::stage::Stage;
use super::{fonts, text};
use crate::chronology::corrections::{Change, Days};
use crate::chronology::dates;
use crate::layout::explorer::{AXIS, Explorer, PlacedEvent};
use crate::scene::{Align, Ink};
use crate::session::{Command, Tab};
use egui::{CursorIcon, Rect, Response, Sense, Ui, pos2, vec2};

fn undated(tab: &Tab, event: &str) -> bool {
    tab.event(event).is_some_and(|e| e.when.is_none())
}

/// Marks of dated events leave a drag to the ground under them.
pub fn sense(tab: &Tab, event: &str) -> Sense {
    if undated(tab, event) { Sense::CLICK | Sense::DRAG } else { Sense::click() }
}

/// Shows the day under the pointer while an undated event is dragged, and takes it where it is let go.
pub fn drag(ui: &Ui, stage: &mut Stage, tab: &Tab, room: Rect, drawn: &Explorer, placed: &PlacedEvent, response: &Response) {
    if !response.dragged() && !response.drag_stopped() {
        return;
    }
    let Some(pointer) = response.interact_pointer_pos().filter(|_| undated(tab, &placed.id)) else { return };
    let (left, right) = (room.left() + drawn.axis.left, room.left() + drawn.axis.right);
    let over = pointer.y < room.top() + placed.block.top() && pointer.y > room.top() && (left..=right).contains(&pointer.x);
    let day = drawn.axis.to_day(pointer.x - room.left()).floor().clamp(-3e6, 3e6) as i32;
    if response.drag_stopped() {
        if over {
            let change = Change::When(Days::on(tab.frame(), day));
            stage.push(Command::Select(Some(placed.id.clone())));
            stage.push(Command::Correct { event: placed.id.clone(), change });
        }
        return;
    }
    ui.set_cursor_icon(if over { CursorIcon::Grabbing } else { CursorIcon::NoDrop });
    if !over {
        return;
    }
    let x = room.left() + drawn.axis.to_x(f64::from(day) + 0.5);
    let painter = ui.painter_at(room);
    let line = Rect::from_min_max(pos2(x - 1.0, room.top() + AXIS), pos2(x + 1.0, room.top() + placed.block.top()));
    stage.fill(&painter, line, Ink::Accent);
    let words = dates::stretch(tab.frame(), day, day, [false; 2], crate::chronology::Grain::Day, dates::Style::FULL);
    let width = text::width(&painter, &words, fonts::STRONG) + 16.0;
    let middle = pos2(x.min(room.right() - width / 2.0).max(room.left() + width / 2.0), pointer.y - 26.0);
    let ground = Rect::from_center_size(middle, vec2(width, 22.0));
    stage.fill(&painter, ground, Ink::Ink);
    let at = pos2(middle.x, text::baseline(middle.y, fonts::STRONG));
    text::paint(&painter, at, Align::Center, &words, fonts::STRONG, stage.color(Ink::Paper));
}
