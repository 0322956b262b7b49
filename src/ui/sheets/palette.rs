//! The command palette: a field, and every command whose name holds its words.

use super::super::commands::{self, Act, Named};
use super::super::stage::Stage;
use super::super::{fonts, publication, search_field, text, timeline, widgets};
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 28.0;

/// What has been typed, and which row is chosen.
#[derive(Debug, Default)]
pub struct Palette {
    query: String,
    chosen: usize,
    open: bool,
}

impl Palette {
    pub fn closed(&mut self) {
        *self = Self::default();
    }
}

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let before = stage.memory.palette.query.clone();
    field(ui, stage, Rect::from_min_size(body.min, vec2(body.width(), 32.0)));
    if stage.memory.palette.query != before {
        stage.memory.palette.chosen = 0;
    }
    let found = commands::matching(stage.state, &stage.memory.palette.query);
    let step = ui.input_mut(|i| {
        let down = i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
        down - i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize
    });
    let most = found.len().saturating_sub(1);
    let chosen = stage.memory.palette.chosen.saturating_add_signed(step).min(most);
    stage.memory.palette.chosen = chosen;
    let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = found.get(chosen).filter(|_| enter).cloned();

    let list = Rect::from_min_max(pos2(body.left() - 12.0, body.top() + 44.0), pos2(body.right() + 12.0, body.bottom()));
    if found.is_empty() {
        widgets::label(ui, stage, body.left(), list.top() + 16.0, "No command has these words", fonts::LABEL, Ink::Ink3);
    }
    let mut inner = ui.new_child(UiBuilder::new().id_salt("commands").max_rect(list).accessibility_role(Role::ListBox));
    inner.set_clip_rect(list.intersect(ui.clip_rect()));
    ScrollArea::vertical().auto_shrink(false).show_viewport(&mut inner, |ui, _| {
        for (index, named) in found.iter().enumerate() {
            let (row, response) = ui.allocate_exact_size(vec2(list.width(), ROW), Sense::click());
            let on = index == chosen;
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &named.name));
            if on && step != 0 {
                response.scroll_to_me(None);
            }
            if ui.is_rect_visible(row) {
                paint(ui, stage, row, named, on, response.hovered());
            }
            if response.clicked() {
                given = Some(named.clone());
            }
        }
    });
    if let Some(named) = given {
        give(ui, stage, named);
    }
}

fn paint(ui: &Ui, stage: &Stage, row: Rect, named: &Named, on: bool, hovered: bool) {
    let painter = ui.painter();
    if on {
        stage.fill(painter, row, Ink::AccentSoft);
        stage.fill(painter, Rect::from_min_size(row.min, vec2(2.0, row.height())), Ink::Accent);
    } else if hovered {
        stage.fill(painter, row, Ink::Tint);
    }
    let right = row.right() - 12.0;
    let width = stage_key(ui, stage, right, row.center().y, named.key);
    let galley = text::elided(painter, &named.name, fonts::FIELD, right - width - 16.0 - row.left() - 12.0);
    let at = pos2(row.left() + 12.0, text::baseline(row.center().y, fonts::FIELD));
    text::paint_galley(painter, at, Align::Left, galley, fonts::FIELD, stage.color(Ink::Ink));
}

fn stage_key(ui: &Ui, stage: &Stage, right: f32, middle: f32, key: &str) -> f32 {
    stage.text_right(ui.painter(), pos2(right, text::baseline(middle, fonts::CAPTION)), key, fonts::CAPTION, Ink::Ink3)
}

fn field(ui: &mut Ui, stage: &mut Stage, field: Rect) {
    let id = Id::unique("palette field");
    widgets::field_frame(ui, stage, field, true);
    let inner = Rect::from_center_size(field.center(), vec2(field.width() - 20.0, 18.0));
    let fresh = !std::mem::replace(&mut stage.memory.palette.open, true);
    let (ink, hint) = (stage.color(Ink::Ink), stage.color(Ink::Ink3));
    let edit = TextEdit::singleline(&mut stage.memory.palette.query)
        .id(id)
        .font(fonts::id(fonts::FIELD))
        .text_color(ink)
        .hint_text(egui::RichText::new("Type what you want to do").font(fonts::id(fonts::FIELD)).color(hint))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .return_key(None)
        .desired_width(inner.width());
    let response = ui.place(inner, edit).accessible_name("Command");
    if fresh || !response.has_focus() {
        response.request_focus();
    }
}

fn give(ui: &Ui, stage: &mut Stage, named: Named) {
    stage.push(Command::Back);
    match named.command {
        Act::Command(command) => stage.push(command),
        Act::Zoom(factor) => timeline::zoom_by(stage, factor),
        Act::Search => ui.memory_mut(|m| m.request_focus(search_field::id())),
        Act::Publication => publication::open(ui, stage),
        Act::Lane { down } => timeline::to_lane(stage, down),
        Act::Choose(choice) => stage.memory.open_choice = Some(choice),
    }
}
