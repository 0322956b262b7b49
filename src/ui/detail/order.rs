//! What an event comes after and what followed, as the text tells it.

use super::super::icons::Icon;
use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::{Column, VALUES};
use crate::chronology::corrections::{Change, Target};
use crate::chronology::{Constraint, Event, Relation};
use crate::scene::{Align, Ink};
use crate::session::{Command, Tab};
use egui::{Rect, Ui, pos2, vec2};

pub fn show(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    let constraints = &tab.chronology.constraints;
    let before: Vec<(&Constraint, &str)> =
        constraints.iter().filter(|c| c.relation == Relation::Before && c.to == event.id).map(|c| (c, c.from.as_str())).collect();
    let after: Vec<(&Constraint, &str)> =
        constraints.iter().filter(|c| c.relation == Relation::Before && c.from == event.id).map(|c| (c, c.to.as_str())).collect();
    let same: Vec<(&Constraint, &str)> = constraints
        .iter()
        .filter(|c| c.relation != Relation::Before && (c.from == event.id || c.to == event.id))
        .map(|c| (c, if c.from == event.id { c.to.as_str() } else { c.from.as_str() }))
        .collect();
    list(ui, stage, column, tab, "Comes after", &before);
    list(ui, stage, column, tab, "Followed by", &after);
    if !same.is_empty() {
        list(ui, stage, column, tab, "Alongside", &same);
    }
}

fn list(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, label: &str, others: &[(&Constraint, &str)]) {
    let place = |y: f32| pos2(column.left, text::baseline(y + 9.0, fonts::LABEL));
    stage.text(ui.painter(), place(column.y), label, fonts::LABEL, Ink::Ink3);
    let mut none = true;
    for (constraint, id) in others {
        let Some(other) = tab.event(id) else { continue };
        none = false;
        let y = column.y + 9.0;
        let left = column.left + VALUES;
        let number = other.number.to_string();
        let width = stage.text(ui.painter(), pos2(left, text::baseline(y, fonts::LABEL)), &number, fonts::LABEL, Ink::Ink3);
        let x = left + width.max(8.0) + 6.0;
        let galley = text::elided(ui.painter(), &other.title, fonts::LABEL, column.right - x - 20.0);
        let rect = Rect::from_min_max(pos2(left - 4.0, y - 9.0), pos2(x + galley.size().x + 4.0, y + 9.0));
        let name = format!("{label} event {number}, {}", other.title);
        let response = widgets::pressable(ui, stage, rect, ui.scope_id().with((label, id)), &name);
        text::paint_galley(
            ui.painter(),
            pos2(x, text::baseline(y, fonts::LABEL)),
            Align::Left,
            galley,
            fonts::LABEL,
            stage.color(Ink::Ink),
        );
        stage.text(ui.painter(), pos2(left, text::baseline(y, fonts::LABEL)), &number, fonts::LABEL, Ink::Ink3);
        if response.clicked() {
            stage.push(Command::Select(Some((*id).to_owned())));
        }
        let cross = Rect::from_center_size(pos2(column.right - 6.0, y), vec2(18.0, 18.0));
        if widgets::sign_as(
            ui,
            stage,
            cross,
            Icon::Cross,
            ui.scope_id().with(("unorder", label, id)),
            &format!("Forget this order with event {number}"),
            Ink::Ink3,
        )
        .clicked()
        {
            stage.push(Command::CorrectSelected(Change::Unordered(Target::of(other, &tab.article))));
        }
        column.y += 18.0;
        if let Some(words) = constraint.span.map(|s| s.of(&tab.article.text)).filter(|w| !w.is_empty()) {
            let galley = text::elided(ui.painter(), &format!("“{words}”"), fonts::CAPTION, column.right - x);
            let at = pos2(x, text::baseline(column.y + 7.0, fonts::CAPTION));
            text::paint_galley(ui.painter(), at, Align::Left, galley, fonts::CAPTION, stage.color(Ink::Ink3));
            column.y += 16.0;
        }
    }
    if none {
        stage.text(ui.painter(), pos2(column.left + VALUES, place(column.y).y), "nothing told", fonts::LABEL, Ink::Ink3);
        column.y += 18.0;
    }
    column.y += 4.0;
}
