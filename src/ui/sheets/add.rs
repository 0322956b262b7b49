//! The sentences that tell no event, those that looked like one first: a press makes an event of one.

use super::super::stage::Stage;
use super::super::{fonts, text, widgets};
use super::corrections::link;
use crate::article::TextSpan;
use crate::scene::Ink;
use crate::session::{Command, Tab, TabId, words};
use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2};
use std::rc::Rc;

/// The sentences of an article as it is shown, found again only when that changes.
#[derive(Default)]
pub struct Sentences {
    of: Option<(TabId, u64)>,
    found: Rc<[(TextSpan, String)]>,
}

impl Sentences {
    fn of(&mut self, tab: &Tab) -> Rc<[(TextSpan, String)]> {
        let key = (tab.id, tab.version);
        if self.of != Some(key) {
            *self = Self { of: Some(key), found: sentences(tab).into() };
        }
        self.found.clone()
    }
}

/// Sentences with what is said of them: those set aside with their reason, those with a date first, then the others.
fn sentences(tab: &Tab) -> Vec<(TextSpan, String)> {
    let told = |span: TextSpan| tab.chronology.events.iter().flat_map(|e| &e.evidence).any(|e| e.span.overlaps(span));
    let mut aside: Vec<_> = tab.chronology.set_aside.iter().filter(|s| !told(s.span)).collect();
    aside.sort_by_key(|s| !s.dated);
    let why =
        |dated: bool, why: &str| if dated { format!("{} · has a date", words::set_aside(why)) } else { words::set_aside(why).to_owned() };
    let mut all: Vec<(TextSpan, String)> = aside.iter().map(|s| (s.span, why(s.dated, s.why))).collect();
    let rest = tab.chronology.sentences.iter().filter(|s| !told(**s) && !aside.iter().any(|a| a.span == **s));
    all.extend(rest.map(|s| (*s, String::new())));
    all
}

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let mut child = ui.new_child(UiBuilder::new().id_salt("sentences").max_rect(body));
    child.set_clip_rect(body.expand(6.0).intersect(ui.clip_rect()));
    let fresh = !std::mem::replace(&mut stage.memory.sentences_shown, true);
    ScrollArea::vertical().id_salt("sentences").auto_shrink(false).show(&mut child, |ui| {
        let (origin, right) = (ui.max_rect().min, body.right() - 8.0);
        let (left, mut y) = (origin.x, origin.y);
        let list = stage.memory.sentences.of(tab);
        if list.is_empty() {
            widgets::label(ui, stage, left, y + 10.0, "Every sentence tells an event.", fonts::LABEL, Ink::Ink2);
            y += 24.0;
        }
        for (n, (span, why)) in list.iter().enumerate() {
            let quote = span.of(&tab.article.text);
            let galley = text::wrapped(ui.painter(), quote, fonts::LABEL, stage.color(Ink::Ink), 18.0, right - left - 72.0);
            let rect = Rect::from_min_size(pos2(left, y), galley.size());
            let response = ui.interact(rect, ui.scope_id().with(("sentence", span.start)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Blockquote, true, quote));
            ui.painter().galley(rect.min, galley, stage.color(Ink::Ink));
            let add = link(ui, stage, right, y + 9.0, "Add", &format!("Add an event from: {quote}"));
            if fresh && n == 0 {
                add.request_focus();
            }
            if add.gained_focus() {
                ui.scroll_to_rect(rect, None);
            }
            if add.clicked() {
                stage.push(Command::CloseSheet);
                stage.push(Command::Add(*span));
            }
            y = rect.bottom();
            let paragraph = tab.article.paragraph_at(span.start).and_then(|p| p.number);
            let said: Vec<String> = paragraph.map(|n| format!("¶{n}")).into_iter().chain((!why.is_empty()).then(|| why.clone())).collect();
            widgets::label(ui, stage, left, y + 8.0, &said.join(" · "), fonts::CAPTION, Ink::Ink3);
            y += 26.0;
            stage.hline(ui.painter(), left, right, y - 6.0, Ink::Hair);
        }
        ui.allocate_rect(Rect::from_min_max(origin, pos2(right, y + 8.0)), Sense::hover());
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{apply, fixture};

    #[test]
    fn sentences_are_found_again_only_when_the_article_shows_otherwise() {
        let mut state = fixture::opened();
        let mut known = Sentences::default();
        let first = known.of(state.tab().unwrap());
        assert!(Rc::ptr_eq(&first, &known.of(state.tab().unwrap())));
        apply(&mut state, Command::Select(Some("visit".into())));
        apply(&mut state, Command::HideSelected);
        assert!(!Rc::ptr_eq(&first, &known.of(state.tab().unwrap())));
    }
}
