//! What the reader did to an article, in order: what undo takes back and redo does again, in words for the history panel.

use super::words;
use crate::chronology::corrections::{Change, Correction};
use crate::chronology::dates;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Corrections done, and those taken back since. Nothing is ever dropped but what a new correction makes impossible to redo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub done: Vec<Correction>,
    /// Taken back, the last taken back at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<Correction>,
}

impl History {
    pub fn push(&mut self, correction: Correction) {
        self.done.push(correction);
        self.undone.clear();
    }

    /// Takes the last correction back; gives it.
    pub fn undo(&mut self) -> Option<&Correction> {
        let last = self.done.pop()?;
        self.undone.push(last);
        self.undone.last()
    }

    /// Does again what was taken back last; gives it.
    pub fn redo(&mut self) -> Option<&Correction> {
        let last = self.undone.pop()?;
        self.done.push(last);
        self.done.last()
    }

    /// Everything there is, in order: done, then what can be redone.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = (&Correction, bool)> {
        self.done.iter().map(|c| (c, true)).chain(self.undone.iter().rev().map(|c| (c, false)))
    }

    /// The publication date that the reader set last.
    pub fn published(&self) -> Option<NaiveDate> {
        let set = |c: &Correction| if let Change::Published(date) = c.change { Some(date) } else { None };
        self.done.iter().rev().find_map(set).flatten()
    }

    /// Forgets publication dates that were set, from the last one back, until one holds.
    pub fn forget_published_until(&mut self, date: Option<NaiveDate>) {
        while self.published() != date {
            let last = self.done.iter().rposition(|c| matches!(c.change, Change::Published(_)));
            match last {
                Some(at) => drop(self.done.remove(at)),
                None => return,
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }
}

/// What a correction did, in words: "Title: “Talks in Berne”".
pub fn told(change: &Change) -> String {
    let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    match change {
        Change::Title(title) => format!("Title: “{title}”"),
        Change::Kind { kind, mode } => match mode {
            Some(mode) => format!("Kind: {}, {mode}", words::kind(*kind)),
            None => format!("Kind: {}", words::kind(*kind)),
        },
        Change::Status(status) => format!("Status: {}", words::status(*status)),
        Change::Attribution(None) => "Told in the article's own voice".to_owned(),
        Change::Attribution(Some(who)) => format!("Told by {}", who.by.as_deref().or(who.hedge.as_deref()).unwrap_or("others")),
        Change::When(days) => format!("When: {}", days.words),
        Change::Unplaced => "Not placed in time".to_owned(),
        Change::Places(places) => format!("Where: {}", list(places)),
        Change::Participants(people) => format!("Who: {}", list(people)),
        Change::After(other) => format!("After “{}”", other.title),
        Change::Before(other) => format!("Before “{}”", other.title),
        Change::Unordered(other) => format!("No order with “{}”", other.title),
        Change::Checked(true) => "Checked".to_owned(),
        Change::Checked(false) => "To be checked again".to_owned(),
        Change::Hidden(true) => "Hidden".to_owned(),
        Change::Hidden(false) => "Shown again".to_owned(),
        Change::Merged(other) => format!("Merged with “{}”", other.title),
        Change::Split { .. } => "Split in two".to_owned(),
        Change::Added(_) => "Added".to_owned(),
        Change::Published(Some(date)) => format!("Published: {}", dates::long_day(dates::day_of(*date))),
        Change::Published(None) => "Published: as the article says".to_owned(),
    }
}
