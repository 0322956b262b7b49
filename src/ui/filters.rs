//! The menu of filters: the values of each facet, with how many events each would show.

use super::icons::{Icon, icon};
use super::stage::Stage;
use super::{fonts, menu, text, widgets};
use crate::chronology::Status;
use crate::scene::{Align, Ink};
use crate::session::filter::{Choice, Filter, choices};
use crate::session::{Command, Facet, Tab, TabId};
use egui::{Popup, PopupCloseBehavior, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 300.0;
const ROW: f32 = 24.0;
/// More values than this of one facet are told as a number.
const MOST: usize = 14;

/// The choices found last, and for what.
#[derive(Default)]
pub struct Choices {
    of: Option<(TabId, u64, Vec<Status>, Filter)>,
    found: Vec<(Facet, Vec<Choice>)>,
}

pub fn popup(stage: &mut Stage, tab: &Tab, button: &Response) {
    let open = Popup::menu(button)
        .width(WIDTH)
        .accessible_name("Filter")
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            refresh(stage, tab);
            let found = std::mem::take(&mut stage.memory.choices.found);
            contents(ui, stage, tab, &found);
            stage.memory.choices.found = found;
        })
        .is_some();
    if !open {
        stage.memory.choices.of = None;
    }
}

fn refresh(stage: &mut Stage, tab: &Tab) {
    let key = (tab.id, tab.version, tab.view.statuses.clone(), tab.view.filter.clone());
    let known = &mut stage.memory.choices;
    if known.of.as_ref() != Some(&key) {
        known.found = Facet::ALL.into_iter().map(|facet| (facet, choices(tab, facet))).filter(|(_, of)| !of.is_empty()).collect();
        known.of = Some(key);
    }
}

fn contents(ui: &mut Ui, stage: &mut Stage, tab: &Tab, found: &[(Facet, Vec<Choice>)]) {
    if !tab.view.filter.is_empty() {
        menu::item(ui, stage, "Clear the filter", "", true, None, Command::ClearFilter);
        menu::line(ui, stage);
    }
    ScrollArea::vertical().max_height(440.0).auto_shrink([false, true]).show(ui, |ui| {
        for (facet, choices) in found {
            let (row, _) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::hover());
            widgets::label(ui, stage, row.left() + 8.0, row.center().y + 2.0, facet.name(), fonts::CAPTION, Ink::Ink3);
            // What is chosen stays in sight, so that it can be taken back.
            let shown = |(n, choice): &(usize, &Choice)| *n < MOST || choice.on;
            for (_, choice) in choices.iter().enumerate().filter(shown) {
                self::choice(ui, stage, *facet, choice);
            }
            let hidden = choices.len() - choices.iter().enumerate().filter(shown).count();
            if hidden > 0 {
                let (row, _) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::hover());
                let words = format!("and {hidden} more: search for them");
                widgets::label(ui, stage, row.left() + 32.0, row.center().y, &words, fonts::CAPTION, Ink::Ink3);
            }
        }
    });
}

fn choice(ui: &mut Ui, stage: &mut Stage, facet: Facet, choice: &Choice) {
    let (row, response) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::click());
    let name = format!("{}: {}, {}", facet.name(), choice.value, choice.count);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemCheckBox, true, choice.on, &name));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        stage.fill(painter, row, Ink::Tint);
    }
    let y = row.center().y;
    let square = Rect::from_center_size(pos2(row.left() + 16.0, y), vec2(12.0, 12.0));
    painter.rect_stroke(square, 0.0, Stroke::new(1.25, stage.color(if choice.on { Ink::Ink } else { Ink::Ink3 })), StrokeKind::Middle);
    if choice.on {
        icon(painter, square.center(), Icon::Check, stage.color(Ink::Ink));
    }
    let count = choice.count.to_string();
    let right = row.right() - 10.0;
    let width = stage.text_right(painter, pos2(right, text::baseline(y, fonts::CAPTION)), &count, fonts::CAPTION, Ink::Ink2);
    let galley = text::elided(painter, &choice.value, fonts::FIELD, right - width - 12.0 - row.left() - 32.0);
    let at = pos2(row.left() + 32.0, text::baseline(y, fonts::FIELD));
    text::paint_galley(painter, at, Align::Left, galley, fonts::FIELD, stage.color(if choice.count == 0 { Ink::Ink3 } else { Ink::Ink }));
    if response.clicked() {
        stage.push(Command::ToggleFilter(facet, choice.value.clone()));
    }
}
