//! The tabs of the open articles.

use super::icons::Icon;
use super::stage::Stage;
use super::{fonts, text, widgets};
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const WIDEST: f32 = 264.0;
const NARROWEST: f32 = 72.0;
/// From a tab's words to the next tab's: the cross and the space about it.
const CROSS: f32 = 36.0;

pub fn show(ui: &mut Ui, stage: &mut Stage, room: Rect) {
    let tabs = &stage.state.tabs;
    if tabs.is_empty() {
        return;
    }
    let plus = 28.0;
    let each = ((room.width() - plus) / tabs.len() as f32 - CROSS).clamp(NARROWEST, WIDEST);
    let fit = (((room.width() - plus) / (each + CROSS)).floor() as usize).max(1);
    // Where not all fit, the shown tab is among those that are drawn.
    let at = tabs.iter().position(|t| Some(t.id) == stage.state.shown).unwrap_or(0);
    let first = if at >= fit { at + 1 - fit } else { 0 };
    let y = room.center().y;
    let mut x = room.left();
    for tab in stage.state.tabs.iter().skip(first).take(fit) {
        let open = Some(tab.id) == stage.state.shown;
        let font = if open { fonts::TAB_OPEN } else { fonts::BUTTON };
        let title = if tab.article.title.is_empty() { &tab.article.source } else { &tab.article.title };
        let galley = text::elided(ui.painter(), title, font, each);
        let width = galley.size().x;
        let rect = Rect::from_min_max(pos2(x - 8.0, room.top()), pos2(x + width + 6.0, room.bottom()));
        let response = ui.interact(rect, ui.scope_id().with(("tab", tab.id)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, title));
        if response.hovered() && !open {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.has_focus() {
            widgets::focus_ring(stage, ui.painter(), rect.shrink2(vec2(4.0, 10.0)));
        }
        let ink = if open || response.hovered() { Ink::Ink } else { Ink::Ink2 };
        text::paint_galley(ui.painter(), pos2(x, text::baseline(y, font)), Align::Left, galley.clone(), font, stage.color(ink));
        if open {
            let line = Rect::from_min_max(pos2(x, room.bottom() - 2.0), pos2(x + width, room.bottom()));
            stage.fill(ui.painter(), line, Ink::Accent);
        }
        let (id, cross) = (tab.id, pos2(x + width + 14.0, y));
        if widgets::sign_as(
            ui,
            stage,
            Rect::from_center_size(cross, vec2(20.0, 20.0)),
            Icon::Cross,
            ui.scope_id().with(("close", id)),
            &format!("Close {title}"),
            Ink::Ink3,
        )
        .clicked()
            || response.middle_clicked()
        {
            stage.push(Command::Close(id));
        } else if response.clicked() {
            stage.push(Command::Show(id));
        }
        if galley.elided {
            response.on_hover_text(title);
        }
        x += width + CROSS;
    }
    let hidden = stage.state.tabs.len().saturating_sub(fit);
    let rect = Rect::from_center_size(pos2(x, y), vec2(22.0, 22.0));
    if rect.right() <= room.right() + 8.0 && widgets::sign(ui, stage, rect, Icon::Plus, "Open another article", Ink::Ink2).clicked() {
        stage.push(Command::AskOpen);
    }
    if hidden > 0 {
        let at = pos2(room.right(), text::baseline(y, fonts::CAPTION));
        stage.text_right(ui.painter(), at, &format!("+{hidden}"), fonts::CAPTION, Ink::Ink3);
    }
}
