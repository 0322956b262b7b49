//! What stands in the timeline where it has no event to show: that there is none, or that the filter hides all, with the cure.

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
        Some(("No events found in this article", "It can still be read at the left and searched."))
    } else {
        Some(("All events are hidden", "The statuses above the timeline are switched off."))
    }
}

/// Tells it in the middle of the lanes, where there is no event to show.
pub fn show(ui: &Ui, stage: &mut Stage, tab: &Tab, lanes: Rect) {
    let Some((heading, note)) = told(tab) else { return };
    let at = lanes.center();
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
    }
}
