//! What a reader corrects: plain data over an extraction that is itself never changed.
//!
//! `chronology = apply(extraction, corrections)` is a pure function. A correction names its event by id and by the words that tell it (a
//! text-quote selector, W3C Web Annotation), so that it finds its event again when either has changed.

mod added;
mod apply;
mod order;
pub mod quote;
#[cfg(test)]
mod survival_tests;
#[cfg(test)]
mod tests;
pub mod typed;

pub use added::{Added, event_of, id_for, suggested};
pub use apply::apply;
pub use quote::TextQuote;

use super::{Attribution, Basis, Bound, Chronology, Event, Frame, Grain, Kind, Status, When, dates};
use crate::article::stored;
use crate::article::{Article, TextSpan};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The event that a correction means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its id when it was corrected.
    pub event: String,
    /// The sentence that told it then.
    pub quote: TextQuote,
    /// Its title then, to tell it from others of the same sentence and to name it where its words are gone.
    pub title: String,
}

impl Target {
    /// Names an article as a whole.
    pub fn article(article: &Article) -> Self {
        Self { event: String::new(), quote: TextQuote::default(), title: article.title.clone() }
    }

    /// Names an event of an article.
    pub fn of(event: &Event, article: &Article) -> Self {
        let span = event.evidence.first().map(|e| e.span).unwrap_or_default();
        Self { event: event.id.clone(), quote: TextQuote::of(span, &article.text), title: event.title.clone() }
    }
}

/// One thing that the reader did to one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub target: Target,
    pub change: Change,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Title(String),
    Kind {
        kind: Kind,
        /// One of `MODES`, for consult.
        mode: Option<String>,
    },
    Status(Status),
    Attribution(Option<Attribution>),
    When(Days),
    /// Takes it off the axis: nothing tells when it takes place.
    Unplaced,
    Places(Vec<String>),
    Participants(Vec<String>),
    /// It takes place after another event.
    After(Target),
    Before(Target),
    /// No order holds between the two, whatever the text seems to tell.
    Unordered(Target),
    /// The reader has looked at it and stands by it, or takes that back.
    Checked(bool),
    /// It is left out of timeline, figures and exports, or shown again.
    Hidden(bool),
    /// The other tells the same happening and becomes part of it.
    Merged(Target),
    /// One of its sentences tells a happening of its own, from now on an event with this id.
    Split {
        id: String,
        evidence: TextQuote,
    },
    /// The reader made it, out of words of the article.
    Added(Box<Added>),
    /// The publication date of the article, against which it is read; none is the article's own.
    Published(#[serde(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")] Option<NaiveDate>),
}

/// What a consultation can be called, in a reader's words.
pub const MODES: [&str; 7] = ["visit", "host", "meeting", "summit", "call", "mediation", "negotiation"];

/// A time that the reader gave: both ends as bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// Earliest and latest day of the start.
    pub start: [DayName; 2],
    /// Earliest and latest day of the end.
    pub end: [DayName; 2],
    /// Whether the outermost days are approximate.
    pub approximate: [bool; 2],
    pub grain: Grain,
    /// As it was typed.
    pub words: String,
}

/// A day of the calendar as ISO 8601 writes it, or a number of days from a publication date that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DayName {
    FromPublication(i32),
    Date(String),
}

impl DayName {
    fn new(frame: Frame, day: i32) -> Self {
        match (frame, dates::date(day)) {
            (Frame::Calendar, Some(date)) => Self::Date(date.format("%Y-%m-%d").to_string()),
            // No typed date lies beyond chrono's years.
            (Frame::Calendar, None) => Self::Date(String::new()),
            (Frame::Publication, _) => Self::FromPublication(day),
        }
    }

    /// The day in a frame; none where it is no date.
    fn read(&self, published: Option<NaiveDate>) -> Option<(Frame, i32)> {
        match (self, published) {
            (Self::Date(text), _) => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|d| (Frame::Calendar, d.num_days_from_ce())),
            (Self::FromPublication(days), Some(date)) => Some((Frame::Calendar, date.num_days_from_ce().checked_add(*days)?)),
            (Self::FromPublication(days), None) => Some((Frame::Publication, *days)),
        }
    }
}

impl Days {
    /// From bounds in a frame.
    pub fn new(frame: Frame, start: Bound, end: Bound, grain: Grain, words: &str) -> Self {
        let name = |bound: Bound| [DayName::new(frame, bound.earliest), DayName::new(frame, bound.latest)];
        Self { start: name(start), end: name(end), approximate: [start.approximate, end.approximate], grain, words: words.to_owned() }
    }

    /// One day, as where an event was dropped on the axis.
    pub fn on(frame: Frame, day: i32) -> Self {
        let bound = Bound { earliest: day, latest: day, approximate: false };
        let mut days = Self::new(frame, bound, bound, Grain::Day, "");
        days.words = days.when(None).map(|w| dates::when(&w)).unwrap_or_default();
        days
    }

    /// The time that they give against a publication date; none where they are no days or not in their order.
    pub fn when(&self, published: Option<NaiveDate>) -> Option<When> {
        let [a, b] = [self.start[0].read(published)?, self.start[1].read(published)?];
        let [c, d] = [self.end[0].read(published)?, self.end[1].read(published)?];
        let ordered = a.1 <= b.1 && c.1 <= d.1 && a.1 <= c.1 && b.1 <= d.1;
        if !ordered || [b, c, d].iter().any(|day| day.0 != a.0) {
            return None;
        }
        let words = self.words.trim();
        Some(When {
            frame: a.0,
            start: Bound { earliest: a.1, latest: b.1, approximate: self.approximate[0] },
            end: Bound { earliest: c.1, latest: d.1, approximate: self.approximate[1] },
            grain: self.grain,
            basis: Basis::Corrected,
            reason: if words.is_empty() { "You set it.".to_owned() } else { format!("You set it: “{words}”.") },
            words: None,
            rule: None,
            expression: None,
        })
    }
}

/// A correction whose event was not found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// Into the corrections.
    pub correction: usize,
    /// Where its words still stand, though they tell no event any more.
    pub place: Option<TextSpan>,
}

/// What the reader did to an event, at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    pub checked: bool,
    pub corrected: bool,
    pub added: bool,
}

/// An extraction with the corrections applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    pub chronology: Chronology,
    pub hidden: Vec<Event>,
    pub orphans: Vec<Orphan>,
    /// By event id.
    pub marks: BTreeMap<String, Mark>,
}
