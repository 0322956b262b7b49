//! A rule of the grammar of time, and what it asks of the words that its pattern has matched.

use super::grammar::Chunks;
use super::holiday::Holiday;
use super::lexicon::Class;
use super::meaning::{Clock, DayPart, Reading, Season, Unit};
use super::number::{Amount, Tokens};
use std::ops::Range;

/// One named rule.
pub struct Rule {
    pub name: &'static str,
    pub pattern: &'static str,
    /// Phrases that the rule reads whole; the tests hold it to that.
    pub examples: &'static [&'static str],
    /// What the phrase means; none where it turns out to be something else.
    pub read: fn(&Match) -> Option<Outcome>,
}

/// What a rule makes of its words.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    One(Reading),
    /// Two expressions told as one stretch or one choice ("May 3–5"): the tokens of each, counted from the sentence's first.
    Pair {
        first: (Range<usize>, Reading),
        second: (Range<usize>, Reading),
        joint: Joint,
    },
}

/// How the two expressions of a pair belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// "from 3 to 5 May": all of it.
    Throughout,
    /// "between March and June": some time in it.
    Between,
    /// "on 3 and 5 May": each by itself.
    List,
}

impl<T: Into<Reading>> From<T> for Outcome {
    fn from(reading: T) -> Self {
        Self::One(reading.into())
    }
}

/// A rule's words in a sentence.
pub struct Match<'a> {
    pub tokens: Tokens<'a>,
    /// The words of the expression, without context.
    pub range: Range<usize>,
    /// The classes that its pattern matched, each with its first token and the one after its last.
    pub(super) captures: &'a [(Class, usize, usize)],
    pub(super) chunks: &'a dyn Chunks,
}

impl Match<'_> {
    fn capture(&self, class: Class, nth: usize) -> Option<(usize, usize)> {
        self.captures.iter().filter(|(c, ..)| *c == class).nth(nth).map(|&(_, start, end)| (start, end))
    }

    /// The tokens of the nth capture of a class.
    pub fn of(&self, class: Class, nth: usize) -> Option<Range<usize>> {
        self.capture(class, nth).map(|(start, end)| start..end)
    }

    fn value(&self, class: Class, nth: usize) -> Option<i32> {
        self.tokens.value(self.capture(class, nth)?.0, class)
    }

    fn digits(&self, class: Class, nth: usize) -> Option<i32> {
        Some(self.tokens.lexeme(self.capture(class, nth)?.0).digits)
    }

    pub fn month(&self, nth: usize) -> Option<u32> {
        self.value(Class::Month, nth).or_else(|| self.value(Class::FullMonth, nth)).map(|m| m as u32)
    }

    pub fn weekday(&self) -> Option<i32> {
        [Class::Weekday, Class::WeekdayShort, Class::Weekdays].into_iter().find_map(|class| self.value(class, 0))
    }

    pub fn unit(&self) -> Option<Unit> {
        Unit::from_value(self.value(Class::Unit, 0).or_else(|| self.value(Class::Units, 0))?)
    }

    pub fn season(&self) -> Option<Season> {
        Season::from_value(self.value(Class::Season, 0)?)
    }

    pub fn day_part(&self) -> Option<DayPart> {
        DayPart::from_value(self.value(Class::DayPart, 0).or_else(|| self.value(Class::DayParts, 0))?)
    }

    pub fn day(&self, nth: usize) -> Option<u32> {
        self.digits(Class::DayNumber, nth).map(|d| d as u32)
    }

    pub fn ordinal(&self, nth: usize) -> Option<i32> {
        self.tokens.ordinal(self.capture(Class::Ordinal, nth)?.0).map(|(_, n)| n)
    }

    pub fn year(&self, nth: usize) -> Option<i32> {
        self.tokens.year(self.capture(Class::Year, nth)?.0).map(|(_, y)| y)
    }

    pub fn any_year(&self, nth: usize) -> Option<i32> {
        self.digits(Class::AnyYear, nth)
    }

    pub fn short_year(&self, nth: usize) -> Option<i32> {
        self.digits(Class::ShortYear, nth)
    }

    pub fn decade(&self) -> Option<i32> {
        let (at, _) = self.capture(Class::Decade, 0)?;
        self.tokens.value(at, Class::Decade).or(Some(self.tokens.lexeme(at).digits))
    }

    pub fn number(&self, nth: usize) -> Option<i32> {
        let (_, n) = self.tokens.number(self.capture(Class::Number, nth)?.0)?;
        (n.fract() == 0.0 && n.abs() < 1e7).then_some(n as i32)
    }

    pub fn amount(&self) -> Option<Amount> {
        self.tokens.amount(self.capture(Class::Amount, 0)?.0).map(|(_, a)| a)
    }

    /// The second amount of a phrase: "a week and a day".
    pub fn last_amount(&self) -> Option<Amount> {
        self.tokens.amount(self.capture(Class::Amount, 1)?.0).map(|(_, a)| a)
    }

    pub fn holiday(&self) -> Option<Holiday> {
        self.tokens.holiday(self.capture(Class::Holiday, 0)?.0).map(|(_, h)| h)
    }

    pub fn hour(&self) -> Option<i32> {
        self.digits(Class::Hour, 0)
    }

    /// Minutes after midnight of "10:30", "noon".
    pub fn clock_time(&self) -> Option<i32> {
        let (at, _) = self.capture(Class::ClockTime, 0)?;
        let word = self.tokens.word(at);
        self.tokens.value(at, Class::ClockTime).or_else(|| super::lexicon::clock_minutes(&word.replace('.', ":")))
    }

    /// The reading of the nth chunk of a class.
    pub fn chunk(&self, class: Class, nth: usize) -> Option<Reading> {
        self.chunks.reading(self.capture(class, nth)?.0).cloned()
    }

    /// The reading of the nth date chunk.
    pub fn date(&self, nth: usize) -> Option<Reading> {
        self.chunk(Class::ReadDate, nth)
    }

    /// Whether one of the expression's words is this one.
    pub fn has(&self, word: &str) -> bool {
        self.range.clone().any(|at| self.tokens.word(at) == word)
    }

    pub fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    pub fn len(&self) -> usize {
        self.range.len()
    }

    /// The word so many places before the expression; 1 is the one next to it.
    pub fn before(&self, places: usize) -> &str {
        self.range.start.checked_sub(places).map_or("", |at| self.tokens.word(at))
    }

    /// The word so many places after the expression; 1 is the one next to it.
    pub fn after(&self, places: usize) -> &str {
        self.tokens.word(self.range.end + places - 1)
    }

    pub fn after_is(&self, places: usize, class: Class) -> bool {
        self.tokens.is(self.range.end + places - 1, class)
    }

    pub fn before_is(&self, places: usize, class: Class) -> bool {
        self.range.start.checked_sub(places).is_some_and(|at| self.tokens.is(at, class))
    }

    /// Whether the sentence starts with the expression.
    pub fn opens(&self) -> bool {
        self.range.start == 0
    }

    /// Whether no word follows in the clause: a mark or the sentence's end.
    pub fn closes(&self) -> bool {
        self.after(1).is_empty() || self.after(1).starts_with(|c: char| !c.is_alphanumeric() && c != '$')
    }

    pub fn capital(&self) -> bool {
        self.tokens.lexeme(self.range.start).capital
    }

    /// Minutes after midnight from an hour told with "am" or "pm".
    pub fn half_day(&self, minutes: i32) -> Option<i32> {
        let afternoon = self.has_any(&["pm", "p.m.", "p.m"]);
        let twelve = 12 * 60;
        if !(60..=twelve + 59).contains(&minutes) {
            return (minutes < 24 * 60).then_some(minutes);
        }
        let base = minutes % twelve;
        Some(if afternoon { base + twelve } else { base })
    }

    pub fn clock(&self) -> Option<Clock> {
        self.day_part().map(Clock::Part)
    }
}
