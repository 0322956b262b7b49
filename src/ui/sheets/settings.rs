//! The settings: how dates are read, theme, size of text.

use super::super::commands::THEMES;
use super::super::stage::Stage;
use super::super::widgets::{self, LINK};
use super::super::{fonts, keys, text};
use crate::chronology::dates::DateLanguage;
use crate::layout::figure::FigureOptions;
use crate::scene::Ink;
use crate::session::{Command, DateOrder};
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let settings = stage.state.settings.clone();
    let mut y = body.top();
    let orders = [
        (DateOrder::Automatic, "As the article writes its other dates; when I type it, ask me"),
        (DateOrder::DayFirst, "3 May 2014: the day first"),
        (DateOrder::MonthFirst, "5 March 2014: the month first"),
    ];
    let orders: Vec<_> =
        orders.into_iter().map(|(order, words)| (words, settings.date_order == order, Command::SetDateOrder(order))).collect();
    y = choices(ui, stage, body, y, ("3/5/2014 means", 1), &orders);
    let themes: Vec<_> = THEMES.into_iter().map(|(theme, words)| (words, settings.theme == theme, Command::SetTheme(theme))).collect();
    y = choices(ui, stage, body, y, ("Colours", 2), &themes);
    let language = |language| Command::SetFigure(FigureOptions { language, ..stage.state.figure.clone() });
    let languages: Vec<_> = DateLanguage::ALL.into_iter().map(|l| (l.name(), stage.state.figure.language == l, language(l))).collect();
    y = choices(ui, stage, body, y, ("Dates in figures and exports", 4), &languages);
    widgets::label(ui, stage, body.left(), y + 10.0, "Size of text", fonts::STRONG, Ink::Ink);
    y += 34.0;
    let size = settings.text_size;
    let mut x = body.left();
    let sizes = [
        ("Smaller", "Smaller text", keys::resized(size, -1)),
        ("Larger", "Larger text", keys::resized(size, 1)),
        ("Usual", "Usual text", Command::SetTextSize(1.0)),
    ];
    for (words, name, command) in sizes {
        if widgets::words(ui, stage, x, y, words, name, LINK).clicked() {
            stage.push(command);
        }
        x += text::width(ui.painter(), words, fonts::VALUE) + 20.0;
    }
    widgets::label(ui, stage, x, y, &format!("{:.0} %", size * 100.0), fonts::LABEL, Ink::Ink2);
}

/// A heading and what can be chosen under it, in so many columns; gives where it ends.
fn choices(ui: &Ui, stage: &mut Stage, body: Rect, top: f32, (heading, columns): (&str, usize), list: &[(&str, bool, Command)]) -> f32 {
    widgets::label(ui, stage, body.left(), top + 10.0, heading, fonts::STRONG, Ink::Ink);
    let mut y = top + 34.0;
    let width = body.width() / columns as f32;
    for (at, (words, chosen, command)) in list.iter().enumerate() {
        let left = body.left() + width * (at % columns) as f32;
        let rect = Rect::from_min_max(pos2(left - 6.0, y - 12.0), pos2(left + width - 6.0, y + 12.0));
        let response = ui.interact(rect, ui.scope_id().with((heading, words)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, *chosen, *words));
        if response.hovered() {
            stage.fill(ui.painter(), rect, Ink::Tint);
        }
        if response.has_focus() {
            widgets::focus_ring(stage, ui.painter(), rect.shrink(2.0));
        }
        let middle = pos2(left + 6.0, y);
        ui.painter().circle_stroke(middle, 5.0, Stroke::new(1.25, stage.color(if *chosen { Ink::Ink } else { Ink::Ink3 })));
        if *chosen {
            ui.painter().circle_filled(middle, 2.5, stage.color(Ink::Ink));
        }
        let font = if *chosen { fonts::VALUE } else { fonts::LABEL };
        stage.text(ui.painter(), pos2(left + 20.0, text::baseline(y, font)), words, font, Ink::Ink);
        if response.clicked() {
            stage.push(command.clone());
        }
        if at % columns + 1 == columns || at + 1 == list.len() {
            y += 24.0;
        }
    }
    y + 10.0
}
