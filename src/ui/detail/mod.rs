//! The selected event in full: what, when and why there, where, who, what it comes after, and the paragraphs it rests on.

mod order;
mod source;
mod when;

use super::icons::{self, Icon};
use super::stage::Stage;
use super::widgets::{self, BAR_BUTTON};
use super::{fonts, text};
use crate::chronology::Event;
use crate::layout::timeline::CHECK_BELOW;
use crate::scene::{Font, Ink};
use crate::session::{Command, Step, Tab, words};
use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const INSET: f32 = 20.0;
const FOOT: f32 = 44.0;
/// Where the values stand beside their labels.
const VALUES: f32 = 84.0;

/// The column that the parts of the panel are written into, from top to bottom.
pub(super) struct Column {
    pub left: f32,
    pub right: f32,
    pub y: f32,
}

impl Column {
    fn width(&self) -> f32 {
        self.right - self.left
    }

    fn rule(&mut self, ui: &Ui, stage: &Stage, before: f32, after: f32) {
        self.y += before;
        widgets::rule(ui, stage, self.y, self.left, self.right);
        self.y += 1.0 + after;
    }

    /// Wrapped text, named for a screen reader.
    fn text(&mut self, ui: &Ui, stage: &Stage, words: &str, font: Font, ink: Ink, from: f32) {
        let galley = text::wrapped(ui.painter(), words, font, stage.color(ink), fonts::line_height(font), self.right - self.left - from);
        let rect = Rect::from_min_size(pos2(self.left + from, self.y), galley.size());
        let response = ui.interact(rect, ui.scope_id().with(("text", self.y as i32, words)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        ui.painter().galley(rect.min, galley, stage.color(ink));
        self.y = rect.bottom();
    }
}

pub fn show(ui: &mut Ui, stage: &mut Stage, panel: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let Some(event) = tab.selected() else {
        nothing(ui, stage, panel, tab);
        return;
    };
    let body = Rect::from_min_max(panel.min, pos2(panel.right(), panel.bottom() - FOOT));
    let mut area = ui.new_child(egui::UiBuilder::new().id_salt("detail").max_rect(body));
    area.set_clip_rect(body.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt(("detail", tab.id, &event.id)).auto_shrink(false).show(&mut area, |ui| {
        let origin = ui.max_rect().min;
        let mut column = Column { left: panel.left() + INSET, right: panel.right() - INSET, y: origin.y };
        head(ui, stage, &mut column, tab, event);
        column.rule(ui, stage, 12.0, 20.0);
        when::show(ui, stage, &mut column, tab, event);
        column.rule(ui, stage, 12.0, 16.0);
        facts(ui, stage, &mut column, tab, event);
        column.rule(ui, stage, 12.0, 16.0);
        source::show(ui, stage, &mut column, tab, event);
        let height = column.y + 20.0 - origin.y;
        ui.allocate_rect(Rect::from_min_size(origin, vec2(panel.width(), height)), Sense::hover());
    });
    foot(ui, stage, Rect::from_min_max(body.left_bottom(), panel.max), event);
}

fn nothing(ui: &Ui, stage: &Stage, panel: Rect, tab: &Tab) {
    let words = if tab.chronology.events.is_empty() { "No event to show" } else { "Select an event on the timeline or in the article" };
    widgets::label(ui, stage, panel.left() + INSET, panel.top() + 21.0, words, fonts::CAPTION, Ink::Ink3);
}

fn head(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    let total = tab.chronology.events.len();
    let y = column.y + 21.0;
    widgets::label(ui, stage, column.left, y, &format!("Event {} of {total}", event.number), fonts::CAPTION, Ink::Ink3);
    let first = tab.visible_events().next().is_some_and(|e| e.id == event.id);
    let last = tab.visible_events().next_back().is_some_and(|e| e.id == event.id);
    for (x, icon, name, step, live) in [
        (column.right - 24.0, Icon::Left, "Previous event", Step::Previous, !first),
        (column.right - 4.0, Icon::Right, "Next event", Step::Next, !last),
    ] {
        let rect = Rect::from_center_size(pos2(x, y), vec2(20.0, 24.0));
        if !live {
            widgets::dead_sign(ui, stage, rect, icon, name);
        } else if widgets::sign(ui, stage, rect, icon, name, Ink::Ink2).clicked() {
            stage.push(Command::Step(step));
        }
    }
    column.y += 42.0;
    column.text(ui, stage, &event.title, fonts::DETAIL_TITLE, Ink::Ink, 0.0);
    column.y += 8.0;
    let y = column.y + 9.0;
    icons::status(ui.painter(), stage.theme, pos2(column.left + 5.0, y), event.status, false);
    let standing = words::standing(event);
    let width = widgets::label(ui, stage, column.left + 16.0, y, &standing, fonts::VALUE, Ink::Ink);
    let kind = words::kind_and_mode(event);
    let x = column.left + 16.0 + width + 10.0;
    column.y += 18.0;
    if x + text::width(ui.painter(), &kind, fonts::LABEL) <= column.right {
        widgets::label(ui, stage, x, y, &kind, fonts::LABEL, Ink::Ink2);
    } else {
        widgets::label(ui, stage, column.left + 16.0, column.y + 9.0, &kind, fonts::LABEL, Ink::Ink2);
        column.y += 18.0;
    }
    if event.confidence < CHECK_BELOW {
        column.text(ui, stage, "check: the words leave room for another reading", fonts::LABEL, Ink::Warning, 16.0);
    }
}

fn facts(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    fact(ui, stage, column, "Where", &event.places.join(", "), "not told");
    fact(ui, stage, column, "Who", &event.participants.join(", "), "not told");
    order::show(ui, stage, column, tab, event);
}

fn fact(ui: &Ui, stage: &Stage, column: &mut Column, label: &str, value: &str, none: &str) {
    let top = column.y;
    stage.text(ui.painter(), pos2(column.left, text::baseline(top + 9.0, fonts::LABEL)), label, fonts::LABEL, Ink::Ink3);
    let (words, ink) = if value.is_empty() { (none, Ink::Ink3) } else { (value, Ink::Ink) };
    column.text(ui, stage, words, fonts::LABEL, ink, VALUES);
    column.y += 4.0;
}

fn foot(ui: &Ui, stage: &mut Stage, bar: Rect, event: &Event) {
    widgets::rule(ui, stage, bar.top(), bar.left(), bar.right());
    let y = bar.center().y;
    let mut x = bar.left() + INSET;
    if widgets::words(ui, stage, x, y, "Copy as text", "Copy event as text", BAR_BUTTON).clicked() {
        stage.push(Command::CopyEventAsText(event.id.clone()));
    }
    x += text::width(ui.painter(), "Copy as text", fonts::BUTTON) + 24.0;
    if event.when.is_some() && widgets::words(ui, stage, x, y, "Zoom to", "Zoom to event", BAR_BUTTON).clicked() {
        stage.push(Command::ZoomTo(event.id.clone()));
    }
}
