//! The tools above the timeline: lanes, scale, and the statuses, which are filter and legend at once.

use super::icons::{self, Icon, icon};
use super::stage::Stage;
use super::{filters, fonts, menu, text, widgets};
use crate::chronology::Status;
use crate::layout::explorer::{Lanes, STATUSES, Scale};
use crate::scene::Ink;
use crate::session::{Command, ListPlace, Sheet, Tab, words};
use egui::{Popup, Rect, Response, Ui, pos2};

/// How much the tools say; a bar of few points says less, so that nothing in it lies over anything else.
#[derive(Clone, Copy)]
struct Saying {
    /// "Lanes" before "Place".
    labels: bool,
    /// "Happened" beside its sign.
    words: bool,
    counts: bool,
}

const SAYINGS: [Saying; 4] = [
    Saying { labels: true, words: true, counts: true },
    Saying { labels: true, words: false, counts: true },
    Saying { labels: false, words: false, counts: true },
    Saying { labels: false, words: false, counts: false },
];

impl Saying {
    /// The fullest that fits a width, or the barest.
    fn fitting(ui: &Ui, tab: &Tab, options: &[(&str, &str)], width: f32, narrow: bool) -> Self {
        let [.., barest] = SAYINGS;
        let fits = |saying: &Self| {
            let options: f32 = options.iter().map(|(label, value)| saying.option(ui, label, value) + AFTER_OPTION).sum();
            options + saying.statuses(ui, tab) <= width
        };
        SAYINGS.into_iter().skip(usize::from(narrow)).find(fits).unwrap_or(barest)
    }

    fn option(self, ui: &Ui, label: &str, value: &str) -> f32 {
        let label = if self.labels { text::width(ui.painter(), label, fonts::LABEL) + AFTER_LABEL } else { 0.0 };
        label + text::width(ui.painter(), value, fonts::VALUE) + SIGN
    }

    fn status(self, ui: &Ui, word: &str, number: &str) -> f32 {
        let width = |shown: bool, words: &str, font| if shown && !words.is_empty() { text::width(ui.painter(), words, font) } else { 0.0 };
        let (word, number) = (width(self.words, word, fonts::LABEL), width(self.counts, number, fonts::STRONG));
        let gap = if word > 0.0 && number > 0.0 { 6.0 } else { 0.0 };
        SIGN + word + gap + number - if word + number > 0.0 { 0.0 } else { 7.0 }
    }

    fn statuses(self, ui: &Ui, tab: &Tab) -> f32 {
        shown_statuses(tab)
            .map(|status| self.status(ui, words::status(status), &words::number(tab.with_status(status))) + AFTER_STATUS)
            .sum()
    }
}

/// Of a sign with the space beside it, and what stands after a label, an option and a status.
const SIGN: f32 = 16.0;
const AFTER_LABEL: f32 = 7.0;
const AFTER_OPTION: f32 = 18.0;
const AFTER_STATUS: f32 = 22.0;

/// The statuses that there are events of, or that are off.
fn shown_statuses(tab: &Tab) -> impl DoubleEndedIterator<Item = Status> {
    STATUSES.into_iter().filter(|s| tab.with_status(*s) > 0 || !tab.view.statuses.contains(s))
}

pub fn show(ui: &Ui, stage: &mut Stage, bar: Rect, narrow: bool) {
    stage.fill(ui.painter(), bar, Ink::Paper);
    stage.hline(ui.painter(), bar.left(), bar.right(), bar.bottom() - 1.0, Ink::Hair);
    let Some(tab) = stage.state.tab() else { return };
    let y = bar.center().y + 1.0;
    let mut x = bar.left() + if narrow { 12.0 } else { 16.0 };
    let filter = match tab.view.filter.len() {
        0 => "All".to_owned(),
        n => n.to_string(),
    };
    let [lanes, scale, filter, view] = [
        ("Lanes", words::lanes(tab.view.lanes)),
        ("Scale", words::scale(tab.view.scale)),
        ("Filter", filter.as_str()),
        ("View", tab.view.list.name()),
    ];
    let saying = Saying::fitting(ui, tab, &[lanes, scale, filter, view], bar.right() - 16.0 - x, narrow);
    let lanes = option(ui, stage, &mut x, y, lanes, saying);
    Popup::menu(&lanes).width(180.0).accessible_name("Lanes").show(|ui| {
        ui.set_width(180.0);
        for choice in Lanes::ALL.into_iter().filter(|l| *l != Lanes::Article || !tab.parts.is_empty()) {
            menu::item(ui, stage, words::lanes(choice), "", true, Some(tab.view.lanes == choice), Command::SetLanes(choice));
        }
    });
    let scale = option(ui, stage, &mut x, y, scale, saying);
    Popup::menu(&scale).width(180.0).accessible_name("Scale").show(|ui| {
        ui.set_width(180.0);
        for choice in Scale::ALL {
            menu::item(ui, stage, words::scale(choice), "", true, Some(tab.view.scale == choice), Command::SetScale(choice));
        }
    });
    let filter = option(ui, stage, &mut x, y, filter, saying);
    filters::popup(stage, tab, &filter);
    let view = option(ui, stage, &mut x, y, view, saying);
    Popup::menu(&view).width(220.0).accessible_name("View").show(|ui| {
        ui.set_width(220.0);
        for place in ListPlace::ALL {
            menu::item(ui, stage, place.name(), "", true, Some(tab.view.list == place), Command::SetList(place));
        }
        menu::line(ui, stage);
        menu::item(ui, stage, "Order told, as arrows", "O", true, Some(tab.view.arrows), Command::ToggleArrows);
        menu::item(ui, stage, "Dated sentences set aside…", "", true, None, Command::OpenSheet(Sheet::SetAside));
    });
    if tab.view.range.is_some() && bar.right() - 16.0 - x >= saying.statuses(ui, tab) + 56.0 {
        let look = widgets::Look { font: fonts::VALUE, ..widgets::LINK };
        if widgets::words(ui, stage, x, y, "Show all", "Show all of the timeline", look).clicked() {
            stage.push(Command::Fit);
        }
    }
    statuses(ui, stage, (x, bar.right() - 16.0), y, saying);
}

/// "Lanes Place ⌄".
fn option(ui: &Ui, stage: &Stage, x: &mut f32, y: f32, (label, value): (&str, &str), saying: Saying) -> Response {
    let painter = ui.painter();
    let left = *x;
    let right = left + saying.option(ui, label, value);
    let value_left = right - SIGN - text::width(painter, value, fonts::VALUE);
    let rect = Rect::from_min_max(pos2(left - 6.0, y - 13.0), pos2(right + 6.0, y + 13.0));
    let response = widgets::pressable(ui, stage, rect, ui.scope_id().with(("option", label)), &format!("{label}: {value}"));
    if saying.labels {
        stage.text(painter, pos2(left, text::baseline(y, fonts::LABEL)), label, fonts::LABEL, Ink::Ink3);
    }
    stage.text(painter, pos2(value_left, text::baseline(y, fonts::VALUE)), value, fonts::VALUE, Ink::Ink);
    icon(painter, pos2(right - 5.0, y), Icon::Down, stage.color(Ink::Ink2));
    *x = right + AFTER_OPTION;
    if saying.labels { response } else { response.on_hover_text(label) }
}

/// The statuses from the right end backwards; what has no room beside the options is found by the palette.
fn statuses(ui: &Ui, stage: &mut Stage, (after, mut right): (f32, f32), y: f32, saying: Saying) {
    let Some(tab) = stage.state.tab() else { return };
    for status in shown_statuses(tab).rev() {
        let count = tab.with_status(status);
        let on = tab.view.statuses.contains(&status);
        let painter = ui.painter();
        let word = words::status(status);
        let number = if on { words::number(count) } else { String::new() };
        let left = right - saying.status(ui, word, &number);
        if left < after - AFTER_OPTION + 8.0 {
            return;
        }
        let rect = Rect::from_min_max(pos2(left - 6.0, y - 13.0), pos2(right + 6.0, y + 13.0));
        let name = format!("{word} {count}");
        let response = widgets::switch(ui, stage, rect, ui.scope_id().with(("status", word)), &name, on);
        icons::status(painter, stage.theme, pos2(left + 4.5, y), status, !on);
        if saying.words {
            let ink = if on { Ink::Ink } else { Ink::Ink3 };
            stage.text(painter, pos2(left + SIGN, text::baseline(y, fonts::LABEL)), word, fonts::LABEL, ink);
        }
        if saying.counts {
            stage.text_right(painter, pos2(right, text::baseline(y, fonts::STRONG)), &number, fonts::STRONG, Ink::Ink);
        }
        if response.clicked() {
            stage.push(Command::ToggleStatus(status));
        }
        if !saying.words {
            response.on_hover_text(&name);
        }
        right = left - AFTER_STATUS;
    }
}
