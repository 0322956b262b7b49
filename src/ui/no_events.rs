//! What stands in the timeline where it has no event to show: that there is none, or that the filter hides all, with the cure.

use super::sheets::set_aside;
use super::stage::Stage;
use super::widgets::{self, LINK};
use super::{fonts, text};
use crate::scene::{Align, Ink};
use crate::session::{Command, Tab};
use egui::{Rect, Ui, pos2};

/// The words for a timeline without a visible event; none where it has one.
fn told(tab: &Tab) -> Option<(&'static str, &'static str)> {
    if tab.reading() || tab.visible_count() > 0 {
        None
    } else if tab.chronology.events.is_empty() {
        let dated = if tab.set_aside().next().is_some() {
            "Here are its dated sentences."
        } else {
            "It can still be read at the left and searched."
        };
        Some((if foreign(tab) { "This article is not in English" } else { "No events found in this article" }, dated))
    } else {
        Some(("All events are hidden", "Statuses or filters above the timeline hide them."))
    }
}

fn foreign(tab: &Tab) -> bool {
    !matches!(tab.chronology.language, "en" | "und")
}

/// Tells it in the middle of the lanes, where there is no event to show.
pub fn show(ui: &mut Ui, stage: &mut Stage, tab: &Tab, lanes: Rect) {
    let Some((heading, note)) = told(tab) else { return };
    let aside = tab.chronology.events.is_empty() && tab.set_aside().next().is_some();
    let at = if aside { pos2(lanes.center().x, lanes.top() + lanes.height() * 0.2) } else { lanes.center() };
    let left = |words: &str, font| at.x - text::width(ui.painter(), words, font) / 2.0;
    // The grid does not run through words.
    let half = text::width(ui.painter(), heading, fonts::READER_TITLE).max(text::width(ui.painter(), note, fonts::LABEL)) / 2.0 + 16.0;
    stage.fill(ui.painter(), Rect::from_min_max(pos2(at.x - half, at.y - 40.0), pos2(at.x + half, at.y + 44.0)), Ink::Paper);
    widgets::label(ui, stage, left(heading, fonts::READER_TITLE), at.y - 18.0, heading, fonts::READER_TITLE, Ink::Ink);
    widgets::label(ui, stage, left(note, fonts::LABEL), at.y + 4.0, note, fonts::LABEL, Ink::Ink2);
    if !tab.chronology.events.is_empty() {
        let words = "Show all events";
        let look = widgets::Look { align: Align::Left, ..LINK };
        if widgets::words(ui, stage, left(words, fonts::VALUE), at.y + 28.0, words, words, look).clicked() {
            stage.push(Command::ShowAllStatuses);
        }
    } else if tab.set_aside().next().is_some() {
        let width = (lanes.width() - 48.0).min(620.0);
        let top = at.y + 24.0;
        let room = Rect::from_min_max(pos2(at.x - width / 2.0, top), pos2(at.x + width / 2.0, lanes.bottom() - 16.0));
        if room.height() > 60.0 {
            stage.fill(ui.painter(), room, Ink::Paper);
            set_aside::list(ui, stage, room);
        }
    }
}
