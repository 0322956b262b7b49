//! Sentences that looked like events and were set aside, with the reason: one press makes an event of one.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::corrections::link;
use crate::chronology::SetAside;
use crate::scene::Ink;
use crate::session::{Command, words};
use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let mut child = ui.new_child(UiBuilder::new().id_salt("set aside").max_rect(body));
    child.set_clip_rect(body.expand2(vec2(6.0, 0.0)).intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("set aside").auto_shrink(false).show(&mut child, |ui| {
        let (origin, right) = (ui.max_rect().min, body.right() - 8.0);
        let (left, mut y) = (origin.x, origin.y);
        // Those with a date first.
        let mut list: Vec<&SetAside> = tab.chronology.set_aside.iter().collect();
        list.sort_by_key(|s| !s.dated);
        if list.is_empty() {
            widgets::label(ui, stage, left, y + 10.0, "No sentence was set aside.", fonts::LABEL, Ink::Ink2);
            y += 24.0;
        }
        for sentence in list {
            let quote = sentence.span.of(&tab.article.text);
            let galley = text::wrapped(ui.painter(), quote, fonts::LABEL, stage.color(Ink::Ink), 18.0, right - left - 72.0);
            let rect = Rect::from_min_size(pos2(left, y), galley.size());
            let response = ui.interact(rect, ui.scope_id().with(("set aside", sentence.span.start)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Blockquote, true, quote));
            ui.painter().galley(rect.min, galley, stage.color(Ink::Ink));
            if link(ui, stage, right, y + 9.0, "Add", &format!("Add an event from: {quote}")) {
                stage.push(Command::Add(sentence.span));
                stage.push(Command::CloseSheet);
            }
            y = rect.bottom();
            let paragraph = tab.article.paragraph_at(sentence.span.start).and_then(|p| p.number);
            let place = paragraph.map(|n| format!("¶{n} · ")).unwrap_or_default();
            let dated = if sentence.dated { "has a date · " } else { "" };
            let why = format!("{place}{dated}{}", words::set_aside(sentence.why));
            widgets::label(ui, stage, left, y + 8.0, &why, fonts::CAPTION, Ink::Ink3);
            y += 26.0;
            stage.hline(ui.painter(), left, right, y - 6.0, Ink::Hair);
        }
        ui.allocate_rect(Rect::from_min_max(origin, pos2(right, y + 8.0)), Sense::hover());
    });
}
