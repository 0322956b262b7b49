//! What the reader did to the article: the history, what is hidden, and what has lost its words.

use super::super::stage::Stage;
use super::super::widgets::{self, LINK};
use super::super::{fonts, text};
use crate::chronology::corrections::Change;
use crate::scene::{Align, Ink};
use crate::session::words::count;
use crate::session::{Command, history};
use egui::{Rect, Response, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 26.0;

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let mut child = ui.new_child(UiBuilder::new().id_salt("corrections").max_rect(body));
    child.set_clip_rect(body.expand2(vec2(6.0, 0.0)).intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("corrections").auto_shrink(false).show(&mut child, |ui| {
        let (origin, right) = (ui.max_rect().min, body.right() - 8.0);
        let (left, mut y) = (origin.x, origin.y);
        let heading = |ui: &Ui, stage: &Stage, y: &mut f32, words: &str| {
            widgets::label(ui, stage, left, *y + 10.0, words, fonts::STRONG, Ink::Ink);
            *y += 26.0;
        };
        if !tab.orphans.is_empty() {
            let words = format!("{} lost their words", count(tab.orphans.len(), "correction", "corrections"));
            heading(ui, stage, &mut y, &words);
        }
        for orphan in &tab.orphans {
            let Some(correction) = tab.history.done.get(orphan.correction) else { continue };
            let quote = &correction.target.quote.exact;
            let words = format!("{} · {}: “{}”", history::told(&correction.change), correction.target.title, quote.trim());
            let galley = text::wrapped(ui.painter(), &words, fonts::LABEL, stage.color(Ink::Ink2), 18.0, right - left - 120.0);
            let rect = Rect::from_min_size(pos2(left, y), galley.size());
            let response = ui.interact(rect, ui.scope_id().with(("orphan", orphan.correction)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &words));
            ui.painter().galley(rect.min, galley, stage.color(Ink::Ink2));
            if let Some(place) = orphan.place
                && link(ui, stage, right, y + 9.0, "Add as event", &format!("Add as event: {}", correction.target.title)).clicked()
            {
                stage.push(Command::Add(place));
                stage.push(Command::CloseSheet);
            }
            y = rect.bottom() + 8.0;
        }
        if !tab.hidden.is_empty() {
            heading(ui, stage, &mut y, &format!("{} hidden", count(tab.hidden.len(), "event", "events")));
        }
        for event in &tab.hidden {
            row(ui, stage, left, right - 90.0, y, &event.title, Ink::Ink2);
            if link(ui, stage, right, y + 10.0, "Restore", &format!("Restore {}", event.title)).clicked() {
                stage.push(Command::Correct { event: event.id.clone(), change: Change::Hidden(false) });
            }
            y += ROW;
        }
        heading(ui, stage, &mut y, "History");
        if tab.history.is_empty() {
            row(
                ui,
                stage,
                left,
                right,
                y,
                "Nothing has been corrected yet. Click a title, a date or a name in the detail to change it.",
                Ink::Ink2,
            );
            y += ROW;
        }
        for (at, (correction, done)) in tab.history.all().enumerate().collect::<Vec<_>>().into_iter().rev() {
            let words = format!("{}. {} · {}", at + 1, history::told(&correction.change), correction.target.title);
            row(ui, stage, left, right - 120.0, y, &words, if done { Ink::Ink } else { Ink::Ink3 });
            let (label, to) = if done { ("Undo from here", at) } else { ("Redo to here", at + 1) };
            if link(ui, stage, right, y + 10.0, label, &format!("{label}: {words}")).clicked() {
                stage.push(Command::GoTo(to));
            }
            y += ROW;
        }
        ui.allocate_rect(Rect::from_min_max(origin, pos2(right, y + 8.0)), Sense::hover());
    });
}

pub(super) fn row(ui: &Ui, stage: &Stage, left: f32, right: f32, y: f32, words: &str, ink: Ink) {
    let galley = text::elided(ui.painter(), words, fonts::LABEL, right - left);
    let rect = Rect::from_min_size(pos2(left, y), vec2(right - left, 20.0));
    let response = ui.interact(rect, ui.scope_id().with(("row", words, y as i32)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    text::paint_galley(
        ui.painter(),
        pos2(left, text::baseline(y + 10.0, fonts::LABEL)),
        Align::Left,
        galley.clone(),
        fonts::LABEL,
        stage.color(ink),
    );
    if galley.elided {
        response.on_hover_text(words);
    }
}

pub(super) fn link(ui: &Ui, stage: &Stage, right: f32, middle: f32, words: &str, name: &str) -> Response {
    widgets::words(ui, stage, right, middle, words, name, widgets::Look { align: Align::Right, ..LINK })
}
