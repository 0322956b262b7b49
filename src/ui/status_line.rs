//! The line at the foot: what there is, how it is dated, and the keys worth knowing.

use super::stage::Stage;
use super::widgets::{self, LINK, Look};
use super::{fonts, text};
use crate::chronology::Frame;
use crate::scene::Ink;
use crate::session::words::{count, number};
use crate::session::{Command, Sheet, State, Tab};
use egui::{Rect, Ui, pos2};

pub fn show(ui: &Ui, stage: &mut Stage, line: Rect) {
    stage.fill(ui.painter(), line, Ink::Bar);
    stage.hline(ui.painter(), line.left(), line.right(), line.top(), Ink::Rule);
    let y = line.center().y + 0.5;
    let left = line.left() + 16.0;
    let words = told(stage.state);
    let mut width = widgets::label(ui, stage, left, y, &words, fonts::CAPTION, Ink::Ink2);
    let aside = stage.state.tab().filter(|t| !t.reading()).map_or(0, |t| t.set_aside().count());
    if aside > 0 && stage.state.done.is_none() && stage.state.working.is_none() {
        let words = count(aside, "dated sentence not made into an event", "dated sentences not made into events");
        let look = Look { font: fonts::CAPTION, ..LINK };
        let own = text::width(ui.painter(), &words, fonts::CAPTION);
        if left + width + 16.0 + own < line.right() - 16.0 {
            if widgets::words(ui, stage, left + width + 16.0, y, &words, &words, look).clicked() {
                stage.push(Command::OpenSheet(Sheet::SetAside));
            }
            width += 16.0 + own;
        }
    }
    let keys = match (stage.state.tab(), stage.state.searching()) {
        (None, _) => "Ctrl O open    ? keys",
        (Some(_), true) => "Enter next hit    Shift Enter previous    Esc close search",
        (Some(_), false) => "F fit    ← → step    Ctrl K commands    ? keys",
    };
    if left + width + 24.0 + text::width(ui.painter(), keys, fonts::CAPTION) < line.right() - 16.0 {
        stage.text_right(ui.painter(), pos2(line.right() - 16.0, text::baseline(y, fonts::CAPTION)), keys, fonts::CAPTION, Ink::Ink3);
    }
}

fn told(state: &State) -> String {
    if let Some(working) = &state.working {
        return working.words.clone();
    }
    if let Some(done) = &state.done {
        return done.clone();
    }
    let Some(tab) = state.tab() else {
        return "No article open".to_owned();
    };
    if tab.reading() {
        return "Reading the dates again…".to_owned();
    }
    let mut words = counts(tab);
    if state.searching() {
        words = format!("{} found.  {words}", count(state.hits.events.len(), "event", "events"));
    }
    words
}

fn counts(tab: &Tab) -> String {
    let events = &tab.chronology.events;
    let total = events.len();
    if total == 0 {
        return "No events found".to_owned();
    }
    let placed = tab.index.placed;
    let mut words = if placed == total {
        format!("{}, all on the axis.", count(total, "event", "events"))
    } else {
        format!("{}, {} not placed in time.", count(total, "event", "events"), total - placed)
    };
    let (by_order, by_convention) = (tab.index.by_order, tab.index.by_convention);
    if !tab.article.rows.is_empty() {
        words = format!("{} in a table", count(total, "event", "events"));
    }
    if !tab.parts.is_empty() {
        let places = format!("{} in {} articles", count(total, "event", "events"), tab.parts.len());
        words = match tab.whole.unplaced() {
            0 => format!("{places}, all on the axis."),
            n => format!("{places}, {n} not placed on this axis."),
        };
    }
    let ways =
        [(placed - by_order - by_convention, "dated by the words"), (by_order, "by the order told"), (by_convention, "by convention")];
    let ways: Vec<String> = ways.iter().filter(|(n, _)| *n > 0).map(|(n, how)| format!("{} {how}", number(*n))).collect();
    if !ways.is_empty() && tab.has_publication() {
        words.push_str("  ");
        words.push_str(&ways.join(", "));
    }
    let hidden = total - tab.visible_count();
    if hidden > 0 {
        words.push_str(&format!(".  {} hidden by the filter", number(hidden)));
    }
    if tab.publication().is_none() && tab.has_publication() && tab.frame() == Frame::Calendar {
        words.push_str(".  Publication date unknown");
    }
    words
}
