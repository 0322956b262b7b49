//! The tools above the timeline: lanes, scale, and the statuses, which are filter and legend at once.

use super::icons::{self, Icon, icon};
use super::stage::Stage;
use super::{filters, fonts, menu, text, widgets};
use crate::layout::explorer::STATUSES;
use crate::layout::explorer::{Lanes, Scale};
use crate::scene::Ink;
use crate::session::{Command, ListPlace, Sheet, Tab, words};
use egui::{Popup, Rect, Response, Ui, pos2};

/// The lanes and scales that the timeline can be drawn by.
const LANES: [Lanes; 7] = [Lanes::Auto, Lanes::None, Lanes::Place, Lanes::Participant, Lanes::Kind, Lanes::Status, Lanes::Article];
const SCALES: [Scale; 3] = [Scale::ToScale, Scale::GapsFolded, Scale::Sequence];

pub fn show(ui: &Ui, stage: &mut Stage, bar: Rect, narrow: bool) {
    stage.fill(ui.painter(), bar, Ink::Paper);
    stage.hline(ui.painter(), bar.left(), bar.right(), bar.bottom() - 1.0, Ink::Hair);
    let Some(tab) = stage.state.tab() else { return };
    let y = bar.center().y + 1.0;
    let mut x = bar.left() + if narrow { 12.0 } else { 16.0 };
    let lanes = option(ui, stage, &mut x, y, "Lanes", words::lanes(tab.view.lanes));
    Popup::menu(&lanes).width(180.0).accessible_name("Lanes").show(|ui| {
        ui.set_width(180.0);
        for choice in LANES.into_iter().filter(|l| *l != Lanes::Article || !tab.parts.is_empty()) {
            menu::item(ui, stage, words::lanes(choice), "", true, Some(tab.view.lanes == choice), Command::SetLanes(choice));
        }
    });
    let scale = option(ui, stage, &mut x, y, "Scale", words::scale(tab.view.scale));
    Popup::menu(&scale).width(180.0).accessible_name("Scale").show(|ui| {
        ui.set_width(180.0);
        for choice in SCALES {
            menu::item(ui, stage, words::scale(choice), "", true, Some(tab.view.scale == choice), Command::SetScale(choice));
        }
    });
    let filter = match tab.view.filter.len() {
        0 => "All".to_owned(),
        n => n.to_string(),
    };
    let filter = option(ui, stage, &mut x, y, "Filter", &filter);
    filters::popup(stage, tab, &filter);
    let view = option(ui, stage, &mut x, y, "View", tab.view.list.name());
    Popup::menu(&view).width(220.0).accessible_name("View").show(|ui| {
        ui.set_width(220.0);
        for place in ListPlace::ALL {
            menu::item(ui, stage, place.name(), "", true, Some(tab.view.list == place), Command::SetList(place));
        }
        menu::line(ui, stage);
        menu::item(ui, stage, "Order told, as arrows", "O", true, Some(tab.view.arrows), Command::ToggleArrows);
        menu::item(ui, stage, "Dated sentences set aside…", "", true, None, Command::OpenSheet(Sheet::SetAside));
    });
    let room = bar.right() - 16.0 - x;
    let wide = !narrow && room >= statuses_width(ui, tab);
    let least = if wide { statuses_width(ui, tab) } else { 4.0 * 60.0 };
    if tab.view.range.is_some() && room >= least + 56.0 {
        let look = widgets::Look { font: fonts::VALUE, ..widgets::LINK };
        if widgets::words(ui, stage, x, y, "Show all", "Show all of the timeline", look).clicked() {
            stage.push(Command::Fit);
        }
    }
    statuses(ui, stage, bar, y, !wide);
}

/// The room that statuses take with their words.
fn statuses_width(ui: &Ui, tab: &Tab) -> f32 {
    let shown = STATUSES.iter().filter(|s| tab.with_status(**s) > 0 || !tab.view.statuses.contains(s));
    shown
        .map(|status| {
            let count = text::width(ui.painter(), &words::number(tab.with_status(*status)), fonts::STRONG);
            text::width(ui.painter(), words::status(*status), fonts::LABEL) + count + 44.0
        })
        .sum()
}

/// "Lanes Place ⌄".
fn option(ui: &Ui, stage: &Stage, x: &mut f32, y: f32, label: &str, value: &str) -> Response {
    let painter = ui.painter();
    let left = *x;
    let label_width = text::width(painter, label, fonts::LABEL);
    let value_left = left + label_width + 7.0;
    let value_width = text::width(painter, value, fonts::VALUE);
    let right = value_left + value_width + 16.0;
    let rect = Rect::from_min_max(pos2(left - 6.0, y - 13.0), pos2(right + 6.0, y + 13.0));
    let response = widgets::pressable(ui, stage, rect, ui.scope_id().with(("option", label)), &format!("{label}: {value}"));
    stage.text(painter, pos2(left, text::baseline(y, fonts::LABEL)), label, fonts::LABEL, Ink::Ink3);
    stage.text(painter, pos2(value_left, text::baseline(y, fonts::VALUE)), value, fonts::VALUE, Ink::Ink);
    icon(painter, pos2(value_left + value_width + 11.0, y), Icon::Down, stage.color(Ink::Ink2));
    *x = right + 18.0;
    response
}

fn statuses(ui: &Ui, stage: &mut Stage, bar: Rect, y: f32, narrow: bool) {
    let Some(tab) = stage.state.tab() else { return };
    let mut right = bar.right() - 16.0;
    for status in STATUSES.iter().rev().copied() {
        let count = tab.with_status(status);
        let on = tab.view.statuses.contains(&status);
        if count == 0 && on {
            continue;
        }
        let painter = ui.painter();
        let word = words::status(status);
        let number = if on { words::number(count) } else { String::new() };
        let number_width = text::width(painter, &number, fonts::STRONG);
        let word_width = if narrow { 0.0 } else { text::width(painter, word, fonts::LABEL) };
        let gap = if narrow || !on { 0.0 } else { 6.0 };
        let left = right - number_width - gap - word_width - 16.0;
        let rect = Rect::from_min_max(pos2(left - 6.0, y - 13.0), pos2(right + 6.0, y + 13.0));
        let name = format!("{word} {count}");
        let response = widgets::switch(ui, stage, rect, ui.scope_id().with(("status", word)), &name, on);
        icons::status(painter, stage.theme, pos2(left + 4.5, y), status, !on);
        let mut x = left + 16.0;
        if !narrow {
            x += stage.text(painter, pos2(x, text::baseline(y, fonts::LABEL)), word, fonts::LABEL, if on { Ink::Ink } else { Ink::Ink3 })
                + gap;
        }
        stage.text(painter, pos2(x, text::baseline(y, fonts::STRONG)), &number, fonts::STRONG, Ink::Ink);
        if response.clicked() {
            stage.push(Command::ToggleStatus(status));
        }
        if narrow {
            response.on_hover_text(&name);
        }
        right = left - 22.0;
    }
}
