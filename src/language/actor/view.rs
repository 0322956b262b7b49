//! The article as the name rules see it: each token with its case, its plain spelling and what the lists say of it.

use super::gazetteer::{Gazetteer, Phrase, Word, gazetteer};
use super::lexicon::Class;
use super::spelling::plain_into;
use crate::article::ParagraphRole;
use crate::language::token::TokenKind;
use crate::language::{Document, Sentence};
use std::collections::HashSet;
use std::ops::Range;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Lower,
    Capital,
    /// More than one letter, all of them capitals.
    Upper,
    /// "F.": one capital with a stop.
    Initial,
    /// Numbers and marks.
    Other,
}

#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub word: Word,
    pub shape: Shape,
    /// No white space stands before it.
    pub glued: bool,
    /// First of its sentence or of a quotation in it: its capital tells nothing.
    pub opening: bool,
    /// In a headline with capitals throughout, where they tell nothing.
    pub titled: bool,
    /// The article uses it as a name elsewhere.
    pub learned: bool,
    end: u32,
}

/// Where a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub index: usize,
    /// Its first token.
    pub start: usize,
}

/// A document with what the lists say of each of its tokens.
pub struct View<'d> {
    pub document: &'d Document<'d>,
    pub gazetteer: &'static Gazetteer,
    seen: Vec<Seen>,
    plain: String,
    /// The longest phrase at each token within its sentence, and how many tokens it takes.
    phrases: Vec<Option<(u8, Phrase)>>,
}

impl<'d> View<'d> {
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut view = Self {
            document,
            gazetteer: gazetteer(),
            seen: Vec::with_capacity(document.tokens.len()),
            plain: String::new(),
            phrases: Vec::new(),
        };
        view.plain.reserve(document.article.text.len());
        let mut before = usize::MAX;
        for (at, token) in document.tokens.iter().enumerate() {
            let written = document.word(at);
            let start = view.plain.len();
            plain_into(written, &mut view.plain);
            let plain = view.plain.get(start..).unwrap_or("");
            let shape = shape(written, token.kind);
            let word = match shape {
                Shape::Other => Word::NOTHING,
                // What stands in small letters is an ordinary word.
                Shape::Lower => {
                    let mut word = view.gazetteer.known(plain);
                    word.common = true;
                    word
                }
                _ => view.gazetteer.word(plain),
            };
            let seen = Seen {
                word,
                shape,
                glued: before == token.span.start,
                opening: false,
                titled: false,
                learned: false,
                end: view.plain.len() as u32,
            };
            before = token.span.end;
            view.seen.push(seen);
        }
        view.phrases = vec![None; view.seen.len()];
        for sentence in &document.sentences {
            view.mark_openings(sentence);
            for at in sentence.tokens.clone() {
                let found = view.find_phrase(at, sentence.tokens.end).map(|(r, p)| (r.len() as u8, p));
                if let Some(slot) = view.phrases.get_mut(at) {
                    *slot = found;
                }
            }
        }
        view
    }

    /// Tells which capitals of a sentence say nothing.
    fn mark_openings(&mut self, sentence: &Sentence) {
        let titled = self.is_titled(sentence);
        let mut opening = true;
        for at in sentence.tokens.clone() {
            let written = self.document.word(at);
            let Some(seen) = self.seen.get_mut(at) else { continue };
            seen.titled = titled;
            if seen.shape == Shape::Other {
                opening |= matches!(written, "\"" | "\u{201C}" | "\u{2018}" | ":" | "\u{2022}" | "\u{AB}") || opening && written != ",";
                if matches!(written, ")" | "]") {
                    opening = false;
                }
            } else {
                seen.opening = opening;
                opening = false;
            }
        }
    }

    /// Takes these words, where they have a capital, for names rather than common words.
    pub fn learn(&mut self, names: &HashSet<String>) {
        for at in 0..self.seen.len() {
            if !self.is_capital(at) || !names.contains(self.plain(at)) {
                continue;
            }
            if let Some(seen) = self.seen.get_mut(at) {
                seen.learned = true;
                seen.word.common = false;
            }
        }
    }

    /// Whether most words that could be small have a capital.
    fn is_titled(&self, sentence: &Sentence) -> bool {
        let heading = self
            .document
            .article
            .paragraphs
            .get(sentence.paragraph)
            .is_some_and(|p| matches!(p.role, ParagraphRole::Headline | ParagraphRole::Heading));
        let (mut capitals, mut small) = (0, 0);
        for at in sentence.tokens.clone().skip(1) {
            let Some(seen) = self.seen.get(at) else { continue };
            if seen.word.class.has(Class::FUNCTION | Class::PARTICLE) || self.plain(at).len() < 3 {
                continue;
            }
            match seen.shape {
                Shape::Lower => small += 1,
                Shape::Capital | Shape::Upper if seen.word.common => capitals += 1,
                _ => {}
            }
        }
        if heading { capitals > small } else { capitals > 3 && capitals > 3 * small }
    }

    pub fn seen(&self, at: usize) -> Seen {
        const NOTHING: Seen =
            Seen { word: NO_WORD, shape: Shape::Other, glued: false, opening: false, titled: false, learned: false, end: 0 };
        self.seen.get(at).copied().unwrap_or(NOTHING)
    }

    pub fn class(&self, at: usize) -> Class {
        self.seen(at).word.class
    }

    pub fn has(&self, at: usize, class: Class) -> bool {
        self.class(at).has(class)
    }

    /// The sentence that a token stands in: its position, and its first token.
    pub fn sentence_of(&self, at: usize) -> Place {
        let index = self.document.sentences.partition_point(|s| s.tokens.start <= at).saturating_sub(1);
        Place { index, start: self.document.sentences.get(index).map_or(0, |s| s.tokens.start) }
    }

    /// The plain spelling of a token.
    pub fn plain(&self, at: usize) -> &str {
        let Some(seen) = self.seen.get(at) else { return "" };
        let start = at.checked_sub(1).and_then(|b| self.seen.get(b)).map_or(0, |b| b.end as usize);
        self.plain.get(start..seen.end as usize).unwrap_or("")
    }

    pub fn written(&self, at: usize) -> &'d str {
        self.document.word(at)
    }

    /// Whether a token has a capital, by whatever right.
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.seen(at).shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Whether a token is "'s" or an apostrophe after a word in "s".
    pub fn is_possessive(&self, at: usize) -> bool {
        self.seen(at).glued && (self.plain(at) == "'s" || self.plain(at) == "'" && at > 0 && self.plain(at - 1).ends_with('s'))
    }

    /// Whether the tokens at and after `at` are joined by a hyphen without spaces: gives the token after it.
    pub fn hyphenated(&self, at: usize) -> Option<usize> {
        let hyphen = matches!(self.written(at + 1), "-" | "\u{2010}" | "\u{2011}" | "\u{2013}");
        (hyphen && self.seen(at + 1).glued && self.seen(at + 2).glued && self.seen(at + 2).shape != Shape::Other).then_some(at + 2)
    }

    /// The longest phrase of the lists that starts at a token and ends before `end`.
    pub fn phrase(&self, at: usize, end: usize) -> Option<(Range<usize>, Phrase)> {
        let (length, phrase) = self.phrases.get(at).copied().flatten()?;
        let next = at + usize::from(length);
        if next <= end { Some((at..next, phrase)) } else { self.find_phrase(at, end) }
    }

    fn find_phrase(&self, at: usize, end: usize) -> Option<(Range<usize>, Phrase)> {
        let seen = self.seen(at);
        let word = |n: usize| {
            let i = at + n;
            (i < end).then(|| (self.plain(i), self.written(i)))
        };
        let (length, phrase) = self.gazetteer.longest(seen.word, word)?;
        // In a line all in capitals "US", "WHO" and "IS" are words.
        if phrase.acronym && seen.titled && seen.word.common && self.all_upper_around(at) {
            return None;
        }
        Some((at..at + length, phrase))
    }

    fn all_upper_around(&self, at: usize) -> bool {
        let near = |i: usize| i < self.seen.len() && self.seen(i).shape == Shape::Upper && self.plain(i).len() > 3;
        at.checked_sub(1).is_some_and(near) || near(at + 1) || at > 1 && near(at - 2)
    }

    /// The words of a range as they stand, with inner white space made single.
    pub fn text(&self, range: &Range<usize>) -> String {
        let tokens = &self.document.tokens;
        let (Some(first), Some(last)) = (tokens.get(range.start), range.end.checked_sub(1).and_then(|l| tokens.get(l))) else {
            return String::new();
        };
        let text = self.document.article.text.get(first.span.start..last.span.end).unwrap_or("");
        if text
            .bytes()
            .zip(text.bytes().skip(1))
            .any(|(a, b)| a == b'\n' || a == b'\t' || a == 0xC2 && matches!(b, 0xA0 | 0xAD) || a == b' ' && b == b' ')
        {
            return text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{AD}', "");
        }
        text.to_owned()
    }

    /// The plain spellings of a range, joined by spaces.
    pub fn key(&self, range: &Range<usize>) -> String {
        let mut key = String::new();
        for at in range.clone() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(self.plain(at));
        }
        key
    }
}

const NO_WORD: Word = Word::NOTHING;

fn shape(written: &str, kind: TokenKind) -> Shape {
    if kind != TokenKind::Word {
        return Shape::Other;
    }
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Other };
    if !written.starts_with(char::is_alphabetic) {
        return Shape::Other;
    }
    if !first.is_uppercase() {
        // "al-Qaeda" is cut at the hyphen; "d'Ivoire" and "eBay" begin small.
        return Shape::Lower;
    }
    // "May-28", "Mi-8"
    if written.bytes().any(|b| b.is_ascii_digit()) && written.chars().any(char::is_lowercase) {
        return Shape::Other;
    }
    match (letters.next(), letters.all(|c| !c.is_lowercase())) {
        (None, _) => Shape::Initial,
        (Some(second), true) if !second.is_lowercase() => Shape::Upper,
        _ => Shape::Capital,
    }
}
