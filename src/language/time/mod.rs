//! Time expressions in the terms of TIMEX3 (ISO-TimeML), and the days that each stands for.

pub mod edtf;

mod calendar;
mod grammar;
mod holiday;
mod lexicon;
mod locale;
mod meaning;
mod number;
mod pattern;
mod reason;
mod recognize;
mod resolve;
mod rules;
mod signal;
mod tense;
#[cfg(test)]
mod tests;
mod value;

pub use calendar::told_of;
pub use locale::DateOrder;
pub use resolve::Leaning;

use crate::article::TextSpan;
use crate::article::stored::{self, Word};
use crate::language::Document;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A whole day on the axis of its `Frame`.
pub type Day = i32;

/// What day 0 is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Frame {
    /// Days of the proleptic Gregorian calendar, as chrono's `num_days_from_ce` counts them (1 January of year 1 is day 1; BC is negative).
    Calendar,
    /// Days from a publication date that is not known: 0 is the day of publication.
    Publication,
}

impl Frame {
    /// The day of publication on this axis; none on the calendar where that day is not known.
    pub fn today(self, published: Option<NaiveDate>) -> Option<Day> {
        match self {
            Frame::Publication => Some(0),
            Frame::Calendar => published.map(|d| chrono::Datelike::num_days_from_ce(&d)),
        }
    }
}

/// How finely a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
}

/// On what a date rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// A calendar date in the text.
    Explicit,
    /// Counted from the publication date or from another date told.
    Relative,
    /// Only its place in the order told.
    Order,
    /// A convention sets an end that the text leaves open ("weeks ago" is 8 to 2 weeks).
    Convention,
    /// The reader said so.
    Corrected,
}

/// The days that a time expression stands for, inclusive at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    pub frame: Frame,
    pub earliest: Day,
    pub latest: Day,
    /// Whether the earliest and the latest day are approximate.
    pub approximate: [bool; 2],
    /// True where the whole stretch is meant ("from 3 to 5 May"), false where some day in it is ("in May").
    pub throughout: bool,
    pub grain: Grain,
    pub basis: Basis,
}

/// TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// TIMEX3 `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// Against what an expression was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// Complete in itself.
    None,
    Publication,
    /// Another expression of the article, by its index.
    Expression(usize),
    /// The event told beside it or just before ("two days after the meeting", "two days later" where no date was told).
    Event,
}

/// The word before an expression that says how the happening lies to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Signal {
    By,
    Until,
    Since,
    Before,
    After,
    From,
    AsOf,
    For,
    Within,
    /// "over", "during", "throughout"
    Over,
    In,
}

/// One time expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// TIMEX3 extent: without the preposition.
    pub span: TextSpan,
    /// Into `Document::tokens`.
    pub tokens: Range<usize>,
    pub kind: TimeKind,
    /// TIMEX3 value: "2014-05-03", "2014-W12", "P2D", "PAST_REF", "XXXX-05".
    pub value: String,
    pub modifier: Option<Modifier>,
    pub anchor: Anchor,
    pub signal: Option<Signal>,
    /// The rule that read it, by name.
    #[serde(deserialize_with = "stored::word")]
    pub rule: Word,
    /// The days meant; none for sets, for durations that place nothing, and for what cannot be resolved.
    pub stretch: Option<Stretch>,
    /// For an expression anchored to an event: the days from that event's time, earliest and latest ("two days after …" is 2 and 2).
    pub offset: Option<[Day; 2]>,
    /// The other expression of a range ("from 3" – "to 5 May"), by its index; both then have the whole range as their stretch.
    pub range: Option<usize>,
    /// Whether it only names something ("the 2015 Nobel", "the 1972 treaty"), so that it dates that thing and not what the clause tells.
    pub attributive: bool,
    /// Whether it only tells how near something lies to an event ("shortly after", "the eve of"): TIMEX3 knows no such expression, and
    /// written lists leave it out.
    pub nearness: bool,
    /// How it was resolved, as one readable sentence without a full stop: “weeks ago” is taken as 8 to 2 weeks before publication.
    pub reason: String,
    /// What it says of another day of the story, so that it can be counted again from there.
    #[serde(skip)]
    pub leaning: Option<Leaning>,
}

/// Reads all time expressions of a document, in the order of the text, against a publication date where one is known.
pub fn read(document: &Document, published: Option<NaiveDate>) -> Vec<TimeExpression> {
    resolve::all(document, recognize::phrases(document), published)
}

/// What a rule looks for, by its name: its pattern and phrases that it reads, for whoever asks why something was read as time.
pub fn rule(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    let compiled = recognize::compiled();
    let mut rules = compiled.words.rules().iter().chain(compiled.combined.rules());
    rules.find(|rule| rule.name == name).map(|rule| (rule.pattern, rule.examples))
}

/// The words' span of a list of expressions that lie in a sentence.
pub fn within(expressions: &[TimeExpression], span: TextSpan) -> &[TimeExpression] {
    let from = expressions.partition_point(|e| e.span.start < span.start);
    let to = expressions.partition_point(|e| e.span.start < span.end);
    expressions.get(from..to).unwrap_or(&[])
}
