//! Typing and choosing in place: the fields and menus by which an event is corrected.

use super::stage::Stage;
use super::style::color;
use super::{fonts, menu, text, widgets};
use crate::chronology::corrections::{Change, MODES};
use crate::chronology::{Event, Kind};
use crate::layout::explorer::STATUSES;
use crate::scene::{Font, Ink};
use crate::session::{Command, Field, Sheet, words};
use egui::text::{CCursor, CCursorRange};
use egui::{CornerRadius, CursorIcon, Frame, Id, Key, Margin, Modifiers, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind};
use egui::{TextEdit, Ui, WidgetInfo, pos2, vec2};

/// A menu of the detail that a key opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Kind,
    Status,
}

const FIELD_HEIGHT: f32 = 30.0;

/// The id of the field being typed in, for the keyboard.
pub fn field_id() -> Id {
    Id::unique("field of an event")
}

/// What a screen reader says of a field, and what the field asks for.
fn asks(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Title => ("Title of the event", "Who does what where"),
        Field::When => ("When", "24 Oct 2025, early May 2014, 2025-10, after 3"),
        Field::Places => ("Where", "Places, parted by commas"),
        Field::Participants => ("Who", "Names, parted by commas"),
        Field::Attribution => ("Said by", "A name, “reportedly”, or nothing"),
        Field::Merge => ("Number of the event to merge with", "The number of an event"),
    }
}

/// Whether a field of an event is being typed.
pub fn typing(stage: &Stage, event: &Event, field: Field) -> bool {
    stage.state.edit.as_ref().is_some_and(|e| e.field == field && e.event == event.id)
}

/// The field where its value stands else; gives where it ends.
pub fn field(ui: &mut Ui, stage: &mut Stage, left: f32, right: f32, top: f32) -> f32 {
    let Some(edit) = stage.state.edit.clone() else { return top };
    let (name, hint) = asks(edit.field);
    let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + FIELD_HEIGHT));
    stage.fill(ui.painter(), rect, Ink::Paper);
    widgets::field_frame(ui, stage, rect, true);
    let id = field_id();
    let key = (edit.event.clone(), edit.field);
    let fresh = stage.memory.edit_of.as_ref() != Some(&key);
    if fresh {
        // Before the field is shown: what is typed in this very frame goes into it, over what it holds.
        stage.memory.edit_of = Some(key);
        stage.memory.edit_frames = 0;
        ui.memory_mut(|m| m.request_focus(id));
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(edit.text.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
        state.store(ui.ctx(), id);
    }
    let mut typed = edit.text.clone();
    let focused = ui.memory(|m| m.has_focus(id));
    let enter = focused && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 16.0, 18.0));
    let widget = TextEdit::singleline(&mut typed)
        .id(id)
        .font(fonts::id(fonts::FIELD))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new(hint).font(fonts::id(fonts::FIELD)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .char_limit(300)
        .desired_width(inner.width());
    let response = ui.place(inner, widget).accessible_name(name);
    // A sheet that was open until now keeps the keyboard to itself for a frame more.
    let settling = stage.memory.edit_frames < 4;
    if settling {
        stage.memory.edit_frames += 1;
        if !response.has_focus() && !enter {
            response.request_focus();
            ui.ctx().request_repaint();
        }
    }
    if typed != edit.text {
        stage.commands.insert(0, Command::TypeField(typed.clone()));
    }
    let left_by_escape = stage.commands.iter().any(|c| matches!(c, Command::Back));
    // What was typed is not lost by going elsewhere.
    if enter || (response.lost_focus() && !settling && !left_by_escape && edit.error.is_none()) {
        stage.push(Command::AcceptField);
    }
    let mut y = rect.bottom() + 4.0;
    let (words, ink) = match &edit.error {
        Some(error) => (error.as_str(), Ink::Error),
        None if edit.field == Field::When => (hint, Ink::Ink3),
        None => return y,
    };
    let galley = text::wrapped(ui.painter(), words, fonts::CAPTION, stage.color(ink), 15.0, right - left);
    let below = Rect::from_min_size(pos2(left, y), galley.size());
    let response = ui.interact(below, ui.scope_id().with(("field says", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(below.min, galley, stage.color(ink));
    y = below.bottom() + 4.0;
    y
}

/// Makes words that stand at a place pressable: a press opens their field.
pub fn pressable(ui: &Ui, stage: &mut Stage, rect: Rect, field: Field) -> Response {
    let name = match field {
        Field::Title => "Edit title",
        Field::When => "Edit when",
        Field::Places => "Edit where",
        Field::Participants => "Edit who",
        Field::Attribution => "Edit who says so",
        Field::Merge => "Merge with another event",
    };
    let rect = rect.expand2(vec2(6.0, 2.0));
    let response = ui.interact(rect, ui.scope_id().with(("edit", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Text);
        let stroke = Stroke::new(1.0, stage.color(Ink::Rule));
        ui.painter().rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, ui.painter(), rect.shrink(3.0));
    }
    if response.clicked() {
        stage.push(Command::EditField(field));
    }
    response
}

/// The menu of statuses or kinds under a word.
pub fn choose(ui: &Ui, stage: &mut Stage, rect: Rect, what: Choice, event: &Event) {
    let name = match what {
        Choice::Kind => format!("Kind: {}", words::kind_and_mode(event)),
        Choice::Status => format!("Status: {}", words::status(event.status)),
    };
    let response = ui.interact(rect, ui.scope_id().with(("choose", what as u8)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        let stroke = Stroke::new(1.0, stage.color(Ink::Rule));
        ui.painter().rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, ui.painter(), rect.shrink(3.0));
    }
    if stage.memory.open_choice == Some(what) {
        stage.memory.open_choice = None;
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
    }
    Popup::menu(&response).width(200.0).accessible_name(&name).show(|ui| {
        ui.set_width(200.0);
        match what {
            Choice::Status => {
                for (n, status) in STATUSES.into_iter().enumerate() {
                    let chosen = Some(event.status == status);
                    row(ui, stage, n, words::status(status), chosen, Change::Status(status));
                }
            }
            Choice::Kind => {
                egui::ScrollArea::vertical()
                    .max_height(420.0)
                    .show(ui, |ui| {
                        for (n, mode) in MODES.into_iter().enumerate() {
                            let chosen = Some(event.kind == Kind::Consult && event.mode == Some(mode));
                            let change = Change::Kind { kind: Kind::Consult, mode: Some(mode.to_owned()) };
                            row(ui, stage, n, &format!("Talks, {mode}"), chosen, change);
                        }
                        menu::line(ui, stage);
                        for (n, kind) in KINDS.into_iter().enumerate() {
                            let chosen = Some(event.kind == kind && event.mode.is_none());
                            row(ui, stage, MODES.len() + n, words::kind(kind), chosen, Change::Kind { kind, mode: None });
                        }
                    })
                    .inner
            }
        }
    });
}

/// A row that the keys 1 to 9 choose.
fn row(ui: &mut Ui, stage: &mut Stage, n: usize, words: &str, chosen: Option<bool>, change: Change) {
    const NUMBERS: [Key; 9] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let key = NUMBERS.get(n).copied();
    let label = key.map(|_| (n + 1).to_string()).unwrap_or_default();
    menu::item(ui, stage, words, &label, true, chosen, Command::CorrectSelected(change.clone()));
    if key.is_some_and(|key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))) {
        stage.push(Command::CorrectSelected(change));
        ui.close();
    }
}

/// Every kind, in the order of PLOVER.
const KINDS: [Kind; 17] = [
    Kind::Agree,
    Kind::Consult,
    Kind::Support,
    Kind::Concede,
    Kind::Cooperate,
    Kind::Aid,
    Kind::Retreat,
    Kind::Request,
    Kind::Accuse,
    Kind::Reject,
    Kind::Threaten,
    Kind::Protest,
    Kind::Sanction,
    Kind::Mobilize,
    Kind::Coerce,
    Kind::Assault,
    Kind::Other,
];

/// A wrapped value that can be pressed and typed; gives where it ends.
pub fn value(ui: &mut Ui, stage: &mut Stage, at: (f32, f32, f32), words: &str, look: (Font, Ink), event: &Event, which: Field) -> f32 {
    let (left, right, top) = at;
    if typing(stage, event, which) {
        return field(ui, stage, left, right, top - 4.0);
    }
    let (font, ink) = look;
    let galley = text::wrapped(ui.painter(), words, font, stage.color(ink), fonts::line_height(font), right - left);
    let rect = Rect::from_min_size(pos2(left, top), galley.size());
    pressable(ui, stage, rect, which);
    let response = ui.interact(rect, ui.scope_id().with(("value", which as u8)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, stage.color(ink));
    rect.bottom()
}

/// What the keys of the detail do; nothing is being typed.
pub fn keys(ui: &Ui, stage: &mut Stage) {
    let take = |key: Key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let Some(tab) = stage.state.tab() else { return };
    if take(Key::A) {
        stage.push(if stage.state.marked.is_some() { Command::AddMarked } else { Command::OpenSheet(Sheet::AddFrom) });
    }
    if take(Key::H) {
        stage.push(Command::OpenSheet(Sheet::Corrections));
    }
    if take(Key::R) {
        stage.push(Command::Review(!stage.state.review));
    }
    for (key, forward) in [(Key::N, true), (Key::P, false)] {
        if take(key) {
            stage.push(if stage.state.review { Command::ReviewStep { forward } } else { Command::Review(true) });
        }
    }
    if tab.selected().is_none() {
        return;
    }
    for (key, field) in [
        (Key::E, Field::Title),
        (Key::D, Field::When),
        (Key::I, Field::Places),
        (Key::W, Field::Participants),
        (Key::B, Field::Attribution),
        (Key::M, Field::Merge),
    ] {
        if take(key) {
            stage.push(Command::EditField(field));
            // What was typed after it in the same frame is meant for the field and is no command.
            return;
        }
    }
    for (key, choice) in [(Key::K, Choice::Kind), (Key::S, Choice::Status)] {
        if take(key) {
            stage.memory.open_choice = Some(choice);
        }
    }
    // Enter belongs to the control that has the keyboard; a mark leaves it to the review.
    let free = ui.memory(|m| m.focused()).is_none() || super::timeline::holds_focus(ui, stage);
    if take(Key::C) || (stage.state.review && free && take(Key::Enter)) {
        stage.push(Command::ToggleChecked);
    }
    if take(Key::Delete) || take(Key::Backspace) {
        stage.push(Command::HideSelected);
    }
}
