//! Numerals in digits and words, and the amounts that stand before a unit of time.

use super::holiday::Holiday;
use super::lexicon::{Class, Lexeme, Lexicon};
use crate::language::Document;
use std::ops::Range;

pub const WORDS: [(&str, i32); 33] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1000),
    ("million", 1_000_000),
    ("dozen", 12),
    ("half", -1),
];

pub const ORDINALS: [(&str, i32); 28] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("hundredth", 100),
];

/// Words that begin an amount without being numerals.
pub const AMOUNT_WORDS: [&str; 9] = ["a", "an", "few", "several", "some", "couple", "many", "numerous", "dozens"];

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    Exact(f64),
    /// "two to three", "three or four"
    Range(f64, f64),
    /// "a few", "several", a bare plural.
    Vague,
}

impl Amount {
    /// The number to count with, where it is one.
    pub fn exact(self) -> Option<f64> {
        match self {
            Self::Exact(n) => Some(n),
            _ => None,
        }
    }

    pub fn whole(self) -> Option<i32> {
        self.exact().filter(|n| n.fract() == 0.0 && n.abs() < 1e7).map(|n| n as i32)
    }
}

/// The tokens of one sentence, as numerals are read from them.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    pub document: &'a Document<'a>,
    pub lexicon: &'a Lexicon,
    pub lexemes: &'a [Lexeme],
    /// The sentence's first token in the document; indices below count from it.
    pub first: usize,
}

impl<'a> Tokens<'a> {
    pub fn lexeme(&self, at: usize) -> Lexeme {
        self.lexemes.get(at).copied().unwrap_or_default()
    }

    pub fn word(&self, at: usize) -> &'a str {
        if at < self.lexemes.len() { self.document.lower(self.first + at) } else { "" }
    }

    pub fn is(&self, at: usize, class: Class) -> bool {
        self.lexeme(at).is(class)
    }

    pub fn value(&self, at: usize, class: Class) -> Option<i32> {
        self.lexicon.value(self.lexeme(at).word, class)
    }

    /// A hyphen or nothing between the words of a numeral; the token after it.
    fn past_hyphen(&self, at: usize) -> usize {
        if self.is(at, Class::Tight) { at + 1 } else { at }
    }

    /// A numeral in digits or words and the token after it.
    pub fn number(&self, at: usize) -> Option<(usize, f64)> {
        if !self.is(at, Class::Number) {
            return None;
        }
        let (end, value) = if self.lexeme(at).word == 0 { self.digits(at)? } else { self.words(at)? };
        // "two and a half", "two-and-a-half", "2 1/2"
        let mut next = self.past_hyphen(end);
        if self.word(next) == "and" {
            next = self.past_hyphen(next + 1);
            if matches!(self.word(next), "a" | "one") {
                let half = self.past_hyphen(next + 1);
                if self.word(half) == "half" {
                    return Some((half + 1, value + 0.5));
                }
                if self.word(half) == "quarter" && self.word(half + 1) != "of" {
                    return Some((half + 1, value + 0.25));
                }
            }
        } else if self.word(next) == "1/2" || self.word(next) == "\u{bd}" {
            return Some((next + 1, value + 0.5));
        }
        Some((end, value))
    }

    fn digits(&self, at: usize) -> Option<(usize, f64)> {
        let word = self.word(at);
        if word == "1/2" {
            return Some((at + 1, 0.5));
        }
        let value: f64 = if word.contains(',') { word.replace(',', "").parse().ok()? } else { word.parse().ok()? };
        match self.word(at + 1) {
            "hundred" => Some((at + 2, value * 100.0)),
            "thousand" => Some((at + 2, value * 1000.0)),
            "million" => Some((at + 2, value * 1e6)),
            "dozen" => Some((at + 2, value * 12.0)),
            _ => Some((at + 1, value)),
        }
    }

    fn words(&self, start: usize) -> Option<(usize, f64)> {
        let mut at = start;
        let mut total = 0.0;
        let mut group = 0.0;
        let mut last = f64::INFINITY;
        let mut end = start;
        while let Some(value) = self.value(at, Class::Number) {
            let value = f64::from(value);
            if value < 0.0 {
                // "half": only by itself
                return (at == start).then_some((at + 1, 0.5));
            }
            if value >= 100.0 {
                group = if group == 0.0 { 1.0 } else { group } * value;
                if value >= 1000.0 {
                    total += group;
                    group = 0.0;
                }
                last = f64::INFINITY;
            } else if value == 12.0 && self.word(at) == "dozen" {
                group = if group == 0.0 { 1.0 } else { group } * value;
            } else if last.is_infinite() || (last >= 20.0 && value < 10.0) {
                group += value;
                last = value;
            } else {
                break;
            }
            end = at + 1;
            at = self.past_hyphen(end);
            if self.word(at) == "and" && last.is_infinite() && self.value(at + 1, Class::Number).is_some_and(|v| v > 0) {
                at += 1;
            }
        }
        (end > start).then_some((end, total + group))
    }

    /// "third", "21st", "twenty-first"
    pub fn ordinal(&self, at: usize) -> Option<(usize, i32)> {
        let lexeme = self.lexeme(at);
        if lexeme.is(Class::Ordinal) {
            return Some((at + 1, if lexeme.digits > 0 { lexeme.digits } else { self.value(at, Class::Ordinal)? }));
        }
        let tens = self.value(at, Class::Number).filter(|v| (20..=90).contains(v))?;
        let next = self.past_hyphen(at + 1);
        let ones = self.value(next, Class::Ordinal).filter(|v| *v < 10)?;
        Some((next + 1, tens + ones))
    }

    /// A year of four digits or in words: "nineteen ninety-eight", "two thousand and four", "nineteen hundred".
    pub fn year(&self, at: usize) -> Option<(usize, i32)> {
        let lexeme = self.lexeme(at);
        if lexeme.is(Class::Year) {
            return Some((at + 1, lexeme.digits));
        }
        match self.value(at, Class::Number)? {
            century @ 14..=20 => {
                let next = self.past_hyphen(at + 1);
                if self.word(next) == "hundred" && century < 20 {
                    return Some((next + 1, century * 100));
                }
                let (end, rest) = self.words(next)?;
                (10.0..100.0).contains(&rest).then_some((end, century * 100 + rest as i32))
            }
            2 if self.word(at + 1) == "thousand" => {
                let (end, value) = self.words(at)?;
                (2000.0..2100.0).contains(&value).then_some((end, value as i32))
            }
            _ => None,
        }
    }

    /// An amount of a unit and the token after it.
    pub fn amount(&self, at: usize) -> Option<(usize, Amount)> {
        if self.is(at, Class::Number) {
            let (end, low) = self.number(at)?;
            // "two to three", "12 to 18", "three or four", "10-15"
            let joined = matches!(self.word(end), "to" | "or") || self.is(end, Class::Tight) && self.is(end + 1, Class::Number);
            let next = end + usize::from(joined);
            if next > end
                && let Some((end, high)) = self.number(next)
                && high > low
            {
                return Some((end, Amount::Range(low, high)));
            }
            return Some((end, Amount::Exact(low)));
        }
        let two = |a: &str, b: &str| self.word(at) == a && self.word(at + 1) == b;
        let of = |end: usize| if self.word(end) == "of" { end + 1 } else { end };
        match self.word(at) {
            "a" | "an" if self.word(at + 1) == "few" => Some((at + 2, Amount::Vague)),
            "a" if two("a", "couple") => Some((of(at + 2), Amount::Exact(2.0))),
            "a" if two("a", "half") && self.is(at + 2, Class::Tight) => Some((at + 3, Amount::Exact(0.5))),
            "a" if two("a", "dozen") => Some((at + 2, Amount::Exact(12.0))),
            "a" if two("a", "hundred") || two("a", "thousand") => self.words(at + 1).map(|(end, n)| (end, Amount::Exact(n))),
            "a" if two("a", "number") && self.word(at + 2) == "of" => Some((at + 3, Amount::Vague)),
            "a" | "an" => Some((at + 1, Amount::Exact(1.0))),
            "couple" => Some((of(at + 1), Amount::Exact(2.0))),
            "dozens" if self.word(at + 1) == "of" => Some((at + 2, Amount::Vague)),
            "few" | "several" | "some" | "many" | "numerous" => Some((at + 1, Amount::Vague)),
            _ => None,
        }
    }

    /// A holiday's name and the token after it; the longest that fits.
    pub fn holiday(&self, at: usize) -> Option<(usize, Holiday)> {
        if !self.is(at, Class::Holiday) || !self.lexeme(at).capital && self.word(at) != "the" {
            return None;
        }
        let fits = |words: &[u16]| words.iter().enumerate().all(|(i, word)| self.lexeme(at + i).word == *word);
        let names = self.lexicon.holidays().iter().zip(Holiday::NAMES);
        names.filter(|(words, _)| fits(words)).map(|(words, (_, holiday))| (at + words.len(), holiday)).max_by_key(|(end, _)| *end)
    }

    /// The document's tokens for a range of the sentence's.
    pub fn global(&self, range: Range<usize>) -> Range<usize> {
        self.first + range.start..self.first + range.end
    }
}
