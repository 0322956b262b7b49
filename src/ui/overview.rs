//! The strip below the timeline: all of it, and a window on the part in view that can be dragged.

use super::stage::Stage;
use super::{laid_out, paint_scene};
use crate::scene::Ink;
use crate::session::Command;
use egui::{CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

/// Paints the strip and takes the drags and presses in it.
pub fn show(ui: &Ui, stage: &mut Stage, strip: Rect) {
    stage.fill(ui.painter(), strip, Ink::Panel);
    stage.hline(ui.painter(), strip.left(), strip.right(), strip.top(), Ink::Rule);
    let Some(tab) = stage.state.tab().filter(|t| !t.chronology.events.is_empty()) else { return };
    let Some(range) = stage.memory.explorer.as_ref().map(|e| e.axis.range) else { return };
    let drawn = laid_out::overview(ui, stage, tab, range, strip.size());
    paint_scene::paint(&ui.painter_at(strip), &drawn.scene, strip.min, stage.theme, &|_| Vec2::ZERO);

    let origin = strip.min.to_vec2();
    let days = |points: f32| drawn.axis.to_day(drawn.axis.left + points) - drawn.axis.to_day(drawn.axis.left);
    let mut wanted = None;

    // A press beside the window brings its middle there.
    let whole = Rect::from_min_max(egui::pos2(drawn.axis.left, 0.0), egui::pos2(drawn.axis.right, strip.height())).translate(origin);
    let ground = ui.interact(whole, ui.scope_id().with("ground"), Sense::CLICK);
    if ground.clicked()
        && let Some(pointer) = ground.interact_pointer_pos()
    {
        let middle = drawn.axis.to_day(pointer.x - strip.left());
        let (from, to) = tab.timeline.slid(range, (middle, middle), tab.view.scale);
        wanted = Some((from, to, false));
    }
    let window = ui.interact(drawn.window.translate(origin), ui.scope_id().with("window"), Sense::DRAG | Sense::FOCUSABLE);
    window.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Part of the timeline in view"));
    if window.hovered() || window.dragged() {
        ui.set_cursor_icon(if window.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab });
    }
    if window.dragged() && window.drag_delta().x != 0.0 {
        let (from, to) = tab.timeline.moved(range, days(window.drag_delta().x), tab.view.scale);
        wanted = Some((from, to, true));
    }
    for (n, name) in ["Beginning of the part in view", "End of the part in view"].into_iter().enumerate() {
        let Some(handle) = drawn.handles.get(n) else { continue };
        let rect = handle.expand2(egui::vec2(4.0, 8.0)).translate(origin);
        let response = ui.interact(rect, ui.scope_id().with(("handle", n)), Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        if response.dragged() && response.drag_delta().x != 0.0 {
            let by = days(response.drag_delta().x);
            let shortest = crate::layout::axis::NARROWEST;
            wanted = Some(if n == 0 {
                ((range.0 + by).min(range.1 - shortest), range.1, true)
            } else {
                (range.0, (range.1 + by).max(range.0 + shortest), true)
            });
        }
    }
    if let Some((from, to, direct)) = wanted {
        stage.memory.motion.direct = direct;
        stage.push(Command::SetRange(from, to));
    }
}
