//! The selected event in full: what, when and why there, where, who, what it comes after, and the paragraphs it rests on.

mod order;
mod source;
mod when;

use super::correct::{self, Choice};
use super::icons::{self, Icon};
use super::stage::Stage;
use super::widgets::{self, BAR_BUTTON};
use super::{fonts, review, text};
use crate::chronology::Event;
use crate::chronology::corrections::Change;
use crate::layout::timeline::CHECK_BELOW;
use crate::scene::{Font, Ink};
use crate::session::review::doubt;
use crate::session::{Command, Field, Step, Tab, words};
use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const INSET: f32 = 20.0;
const FOOT: f32 = 76.0;
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
    let top = review::strip(ui, stage, panel, tab);
    let body = Rect::from_min_max(pos2(panel.left(), top), pos2(panel.right(), panel.bottom() - FOOT));
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
    foot(ui, stage, Rect::from_min_max(body.left_bottom(), panel.max), tab, event);
}

fn nothing(ui: &Ui, stage: &Stage, panel: Rect, tab: &Tab) {
    let words = if tab.chronology.events.is_empty() { "No event to show" } else { "Select an event on the timeline or in the article" };
    widgets::label(ui, stage, panel.left() + INSET, panel.top() + 21.0, words, fonts::CAPTION, Ink::Ink3);
}

fn head(ui: &mut Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    let total = tab.chronology.events.len();
    let y = column.y + 21.0;
    let place = format!("Event {} of {total}", event.number);
    let width = widgets::label(ui, stage, column.left, y, &place, fonts::CAPTION, Ink::Ink3);
    review::entry(ui, stage, column.left + width + 12.0, y, tab);
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
    let at = (column.left, column.right, column.y);
    column.y = correct::value(ui, stage, at, &event.title, (fonts::DETAIL_TITLE, Ink::Ink), event, Field::Title);
    column.y += 8.0;
    let y = column.y + 9.0;
    icons::status(ui.painter(), stage.theme, pos2(column.left + 5.0, y), event.status, false);
    let standing = words::standing(event);
    let width = widgets::label(ui, stage, column.left + 16.0, y, &standing, fonts::VALUE, Ink::Ink);
    let pressed = |left: f32, width: f32, y: f32| Rect::from_min_max(pos2(left - 5.0, y - 11.0), pos2(left + width + 5.0, y + 11.0));
    correct::choose(ui, stage, pressed(column.left, width + 16.0, y), Choice::Status, event);
    let kind = words::kind_and_mode(event);
    let kind_width = text::width(ui.painter(), &kind, fonts::LABEL);
    let beside = column.left + 16.0 + width + 14.0;
    let (x, y) = if beside + kind_width <= column.right { (beside, y) } else { (column.left + 16.0, y + 20.0) };
    column.y = y + 9.0;
    widgets::label(ui, stage, x, y, &kind, fonts::LABEL, Ink::Ink2);
    correct::choose(ui, stage, pressed(x, kind_width, y), Choice::Kind, event);
    let mark = tab.mark(&event.id);
    let yours = match (mark.added, mark.checked, mark.corrected) {
        (true, ..) => Some("Added by you"),
        (_, true, true) => Some("Corrected and checked by you"),
        (_, true, false) => Some("Checked by you"),
        (_, false, true) => Some("Corrected by you"),
        _ => None,
    };
    if let Some(yours) = yours {
        column.y += 2.0;
        let y = column.y + 8.0;
        icons::icon(ui.painter(), pos2(column.left + 5.0, y), Icon::Check, stage.color(Ink::Ink2));
        widgets::label(ui, stage, column.left + 16.0, y, yours, fonts::CAPTION, Ink::Ink2);
        column.y += 16.0;
    }
    if let Some(reason) = doubt(tab, event).filter(|_| event.confidence < CHECK_BELOW && !stage.state.review) {
        column.text(ui, stage, &format!("check: {}", lower_first(&reason)), fonts::LABEL, Ink::Warning, 16.0);
    }
    if correct::typing(stage, event, Field::Merge) {
        column.y += 6.0;
        column.y = correct::field(ui, stage, column.left, column.right, column.y);
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.trim_end_matches('.').chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn facts(ui: &mut Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    fact(ui, stage, column, event, Field::Places, ("Where", &event.places.join(", "), "not told"));
    fact(ui, stage, column, event, Field::Participants, ("Who", &event.participants.join(", "), "not told"));
    let by = event.attribution.as_ref().and_then(|a| a.by.as_deref().or(a.hedge.as_deref())).unwrap_or_default();
    fact(ui, stage, column, event, Field::Attribution, ("Said by", by, "the article itself"));
    order::show(ui, stage, column, tab, event);
}

fn fact(ui: &mut Ui, stage: &mut Stage, column: &mut Column, event: &Event, field: Field, (label, value, none): (&str, &str, &str)) {
    let top = column.y;
    stage.text(ui.painter(), pos2(column.left, text::baseline(top + 9.0, fonts::LABEL)), label, fonts::LABEL, Ink::Ink3);
    let (words, ink) = if value.is_empty() { (none, Ink::Ink3) } else { (value, Ink::Ink) };
    let at = (column.left + VALUES, column.right, top);
    column.y = correct::value(ui, stage, at, words, (fonts::LABEL, ink), event, field);
    column.y += 4.0;
}

/// Two rows: what is done to the event, and what is taken from it.
fn foot(ui: &Ui, stage: &mut Stage, bar: Rect, tab: &Tab, event: &Event) {
    widgets::rule(ui, stage, bar.top(), bar.left(), bar.right());
    let checked = tab.mark(&event.id).checked;
    let check = if checked { "Uncheck" } else { "Check" };
    let merge = Command::EditField(Field::Merge);
    let rows: [&[(&str, &str, bool, Command)]; 2] = [
        &[
            (check, if checked { "Mark as not checked" } else { "Mark as checked" }, true, Command::ToggleChecked),
            ("Hide", "Hide event", true, Command::HideSelected),
            ("Merge…", "Merge with another event…", tab.chronology.events.len() > 1, merge),
            ("Split", "Split event", true, Command::Split { event: event.id.clone(), evidence: event.evidence.len().saturating_sub(1) }),
        ],
        &[
            ("Copy as text", "Copy event as text", true, Command::CopyEventAsText(event.id.clone())),
            ("Zoom to", "Zoom to event", event.when.is_some(), Command::ZoomTo(event.id.clone())),
            ("No date", "Take the date away", event.when.is_some(), Command::CorrectSelected(Change::Unplaced)),
        ],
    ];
    for (n, row) in rows.into_iter().enumerate() {
        let y = bar.top() + 22.0 + 30.0 * n as f32;
        let mut x = bar.left() + INSET;
        for (words, name, live, command) in row {
            if *live && widgets::words(ui, stage, x, y, words, name, BAR_BUTTON).clicked() {
                stage.push(command.clone());
            }
            x += if *live { text::width(ui.painter(), words, fonts::BUTTON) + 20.0 } else { 0.0 };
        }
    }
}
