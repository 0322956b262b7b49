//! The review strip over the detail: why the shown event deserves a look, what can be said of it, and how many are left.

use super::stage::Stage;
use super::widgets::{self, LINK};
use super::window::region;
use super::{fonts, text, top_bar};
use crate::scene::Ink;
use crate::session::review::Left;
use crate::session::{Command, Tab, review};
use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const INSET: f32 = 20.0;

/// "3 doubtful of 7 left".
fn left(tab: &Tab) -> String {
    match tab.left {
        Left { all: 0, .. } => "all checked".to_owned(),
        Left { all, doubtful: 0 } => format!("{all} left, none doubtful"),
        Left { all, doubtful } => format!("{all} left, {doubtful} doubtful"),
    }
}

/// The word that begins the review, beside the number of the event.
pub fn entry(ui: &Ui, stage: &mut Stage, x: f32, y: f32, tab: &Tab) {
    if stage.state.review {
        return;
    }
    let Left { all, doubtful } = tab.left;
    if all == 0 {
        return;
    }
    let words = if doubtful > 0 { format!("Review {doubtful} doubtful") } else { "Review".to_owned() };
    let look = widgets::Look { font: fonts::CAPTION, ..LINK };
    if widgets::words(ui, stage, x, y, &words, "Review the doubtful events", look).clicked() {
        stage.push(Command::Review(true));
    }
}

/// Shows the strip at the head of the detail; gives where it ends.
pub fn strip(ui: &mut Ui, stage: &mut Stage, panel: Rect, tab: &Tab) -> f32 {
    if !stage.state.review {
        return panel.top();
    }
    let event = tab.selected();
    let done = tab.left.all == 0;
    let words = match event {
        _ if done => "Every event has been checked.".to_owned(),
        None => "N shows the next event.".to_owned(),
        Some(event) if tab.checked(&event.id) => "You have checked this one.".to_owned(),
        Some(event) => review::doubt(tab, event).unwrap_or_else(|| "Nothing speaks against it.".to_owned()),
    };
    let galley = text::wrapped(ui.painter(), &words, fonts::LABEL, stage.color(Ink::Ink), 18.0, panel.width() - 2.0 * INSET);
    let rect = Rect::from_min_size(panel.min, vec2(panel.width(), 36.0 + galley.size().y + 36.0));
    region(ui, rect, "Review", Role::Region, |ui| {
        stage.fill(ui.painter(), rect, Ink::AccentSoft);
        stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
        let (x, y) = (rect.left() + INSET, rect.top() + 19.0);
        let width = widgets::label(ui, stage, x, y, "Review", fonts::STRONG, Ink::Ink);
        widgets::label(ui, stage, x + width + 8.0, y, &left(tab), fonts::LABEL, Ink::Ink2);
        if top_bar::cross(ui, stage, pos2(rect.right() - 22.0, y), "End the review") {
            stage.push(Command::Review(false));
        }
        let place = Rect::from_min_size(pos2(x, rect.top() + 34.0), galley.size());
        let response = ui.interact(place, ui.scope_id().with("reason"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let bottom = place.bottom();
        ui.painter().galley(place.min, galley, stage.color(Ink::Ink));
        let mut x = x;
        for (words, name, command) in [
            ("Accept ↵", "Accept this event", Command::ToggleChecked),
            ("Hide", "Hide this event", Command::HideSelected),
            ("Next N", "Next event to review", Command::ReviewStep { forward: true }),
            ("Back P", "Previous event to review", Command::ReviewStep { forward: false }),
        ] {
            if widgets::words(ui, stage, x, bottom + 18.0, words, name, LINK).clicked() {
                stage.push(command);
            }
            x += text::width(ui.painter(), words, fonts::VALUE) + 18.0;
        }
    });
    rect.bottom()
}
