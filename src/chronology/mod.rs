//! Mentions become a `Chronology`: events with bounds, the order told, and what was set aside.

mod assembly;
pub mod corrections;
pub mod dates;
pub mod identity;
mod merging;
mod narrative;
pub mod network;
mod news;
mod ordering;
mod participants;
mod places;
mod placing;
pub mod reading;
mod reasons;
mod simultaneous;
pub mod story;
mod table;
#[cfg(test)]
mod tests;
pub mod weighing;

pub use crate::language::event::{Attribution, Kind, Status};
pub use crate::language::time::{Basis, DateOrder, Day, Frame, Grain, TimeExpression};

use crate::article::stored::{self, Word};
use crate::article::{Article, Notice, TextSpan};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One end of a happening: some day from `earliest` to `latest`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    pub earliest: Day,
    pub latest: Day,
    /// Whether the outer day of this end (the start's earliest, the end's latest) is approximate.
    pub approximate: bool,
}

/// When something takes place. `start.earliest..=end.latest` are its outer bounds; from `start.latest` to `end.earliest`,
/// where that is not empty, it surely lasts (its certain core).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct When {
    pub frame: Frame,
    pub start: Bound,
    pub end: Bound,
    pub grain: Grain,
    pub basis: Basis,
    /// One sentence: the words, the anchor, the rule; a convention says "we take".
    pub reason: String,
    /// The article's own words for it where it has some, shown first at a mark: "weeks ago".
    pub words: Option<String>,
    /// The rule that read it, by name.
    pub rule: Option<String>,
    /// Into `Chronology::time_expressions`.
    pub expression: Option<usize>,
}

impl When {
    /// The first day it may touch.
    pub fn earliest(&self) -> Day {
        self.start.earliest
    }

    /// The last day it may touch.
    pub fn latest(&self) -> Day {
        self.end.latest
    }

    /// The days that it surely covers, first and last.
    pub fn core(&self) -> Option<(Day, Day)> {
        (self.start.latest <= self.end.earliest).then_some((self.start.latest, self.end.earliest))
    }

    /// Whether it stands on one known day.
    pub fn is_day(&self) -> bool {
        self.earliest() == self.latest()
    }

    pub fn approximate(&self) -> [bool; 2] {
        [self.start.approximate, self.end.approximate]
    }
}

/// What a piece of evidence does for its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EvidenceRole {
    Main,
    Retelling,
    Time,
    Order,
}

/// Words of the article that an event rests on; at most one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub span: TextSpan,
    /// The ¶ number; none in headlines and headings.
    pub paragraph: Option<u32>,
    pub role: EvidenceRole,
    /// The telling words inside the span, for highlighting: trigger, names, time.
    pub telling: Vec<TextSpan>,
}

/// One specific happening.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// A hash of trigger, sentence (white space and typography folded) and ordinal among equal ones: the same under another
    /// publication date, other line ends, another file name or added paragraphs.
    pub id: String,
    /// Counted from 1 in the order of time, the unplaced last.
    pub number: u32,
    pub title: String,
    pub kind: Kind,
    /// For consult, in a reader's words: visit, host, meeting, summit, call, mediation, negotiation.
    #[serde(default, deserialize_with = "stored::perhaps_word")]
    pub mode: Option<Word>,
    pub status: Status,
    /// The text's own word: cancelled, postponed, ruled out, not planned, offered, demanded, due.
    pub status_word: Option<String>,
    pub attribution: Option<Attribution>,
    /// None where neither time nor order places it: it goes into the tray.
    pub when: Option<When>,
    pub places: Vec<String>,
    pub participants: Vec<String>,
    /// The main one first, then in the order of the text.
    pub evidence: Vec<Evidence>,
    /// 0 to 1.
    pub salience: f32,
    /// 0 to 1.
    pub confidence: f32,
}

/// What events are put in order by: days of the calendar first, then those counted from an unknown publication date, the unplaced last; by
/// the middle of their days. Equals stay as they stood.
pub fn time_order(event: &Event) -> (u8, i64) {
    match &event.when {
        Some(when) => (u8::from(when.frame == Frame::Publication), i64::from(when.earliest()) + i64::from(when.latest())),
        None => (2, 0),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// `from` ends before `to` starts.
    Before,
    /// Within the same days.
    Same,
    /// `from` lies inside `to`.
    During,
}

/// An order that the text tells between two events, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constraint {
    pub from: String,
    pub to: String,
    pub relation: Relation,
    /// The words that tell it ("followed by").
    pub span: Option<TextSpan>,
}

/// Two tellings that cannot both hold; told on the event, never resolved silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub events: Vec<String>,
    pub text: String,
}

/// A sentence that looked like an event and was not made one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub span: TextSpan,
    /// opinion, background, habit, hypothesis, question, saying, no-actor, repeated …
    #[serde(deserialize_with = "stored::word")]
    pub why: Word,
    /// Whether the sentence holds a date.
    pub dated: bool,
}

/// What was read out of one article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Chronology {
    #[serde(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub published: Option<NaiveDate>,
    /// ISO 639-1: "en", "fr"; "und" where it cannot be told.
    #[serde(deserialize_with = "stored::word")]
    pub language: Word,
    pub sentences: Vec<TextSpan>,
    pub time_expressions: Vec<TimeExpression>,
    /// In the order of time, the unplaced last; numbers follow this order.
    pub events: Vec<Event>,
    pub constraints: Vec<Constraint>,
    pub conflicts: Vec<Conflict>,
    pub set_aside: Vec<SetAside>,
    pub notices: Vec<Notice>,
}

/// Reads an article against its publication date (`published` overrides the article's own), or the rows of a table, whose dates are whole.
/// The same input gives the same output.
pub fn read(article: &Article, published: Option<NaiveDate>) -> Chronology {
    read_with(article, published, DateOrder::Automatic)
}

/// The same where a reader has said how "3/5/2014" is read.
pub fn read_with(article: &Article, published: Option<NaiveDate>, date_order: DateOrder) -> Chronology {
    if article.rows.is_empty() { assembly::read(article, published, date_order) } else { table::read(article, date_order) }
}
