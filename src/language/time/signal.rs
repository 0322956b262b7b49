//! The words around an expression that say how a happening lies to it.

use super::Signal;
use super::meaning::{Meaning, Reading};
use super::recognize::Phrase;
use crate::language::Document;
use crate::language::token::TokenKind;
use std::ops::Range;

/// How the happening lies to an expression, by the words around it: "before the month was out" is in that month.
pub fn around(document: &Document, sentence: &Range<usize>, tokens: &Range<usize>) -> Option<Signal> {
    let signal = before(document, sentence.start, tokens.start)?;
    let word = |at: usize| if at < sentence.end { document.lower(at) } else { "" };
    let over = matches!(word(tokens.end), "was" | "is" | "were" | "had" | "has")
        && (tokens.end + 1..tokens.end + 3).any(|at| matches!(word(at), "over" | "out" | "up" | "ended" | "passed" | "done"));
    Some(if signal == Signal::Before && over { Signal::In } else { signal })
}

/// The word before an expression that says how the happening lies to it: "by", "until", "since", "after".
fn before(document: &Document, sentence: usize, start: usize) -> Option<Signal> {
    let word = |back: usize| start.checked_sub(back).filter(|at| *at >= sentence).map_or("", |at| document.lower(at));
    let one = match word(1) {
        // An article that the expression did not take in: "by the 5th", "in a two-week".
        "the" | "about" | "around" | "at" | "least" | "approximately" | "nearly" | "a" | "an" => word(2),
        one => one,
    };
    Some(match one {
        "by" => Signal::By,
        "until" | "till" => Signal::Until,
        "since" => Signal::Since,
        "before" => Signal::Before,
        "after" | "following" => Signal::After,
        "from" => Signal::From,
        "for" => Signal::For,
        "within" => Signal::Within,
        "over" | "during" | "throughout" => Signal::Over,
        "to" | "than" if word(2) == "prior" || word(2) == "later" && word(3) == "no" => {
            if word(2) == "prior" {
                Signal::Before
            } else {
                Signal::By
            }
        }
        "to" if word(2) == "up" => Signal::Until,
        // "abide by it until its expiration on 31 December": the date is that of the noun which "until" governs.
        "on" | "in" if until_noun(&word) => Signal::Until,
        "of" if word(2) == "as" => Signal::AsOf,
        "of" if word(2) == "ahead" => Signal::Before,
        "in" => Signal::In,
        "effective" | "starting" | "beginning" => Signal::AsOf,
        _ => return None,
    })
}

/// Whether "until" governs a noun phrase that goes on up to the preposition before an expression: no date of its own ("until Monday and left
/// on Friday"), nothing joined to it. `word` gives the words before the expression, the nearest first from 1 on.
fn until_noun<'a>(word: &impl Fn(usize) -> &'a str) -> bool {
    let Some(until) = (3..7).find(|back| matches!(word(*back), "until" | "till")) else { return false };
    let noun = matches!(word(until - 1), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "this" | "that");
    noun && !(2..until).any(|back| matches!(word(back), "and" | "or" | "but" | "then" | "when" | "who" | "which" | "," | ";" | ":"))
}

/// Whether an event follows that an expression is counted from: "two days after the meeting", "the day before his visit".
pub fn event_follows(document: &Document, phrase: &Phrase) -> Option<Signal> {
    let end = phrase.tokens.end;
    let sentence = document.sentences.get(phrase.sentence)?;
    let word = |at: usize| if at < sentence.tokens.end { document.lower(at) } else { "" };
    let tie = |w: &str| match w {
        "before" => Some(Signal::Before),
        "after" | "following" => Some(Signal::After),
        _ => None,
    };
    // "the day before", "the eve of" have taken in the tie.
    let last = end.checked_sub(1).map_or("", |at| document.lower(at));
    let (signal, next) = match tie(last) {
        Some(signal) => (signal, end),
        None if last == "of" && phrase.rule == "eve-of" => (Signal::Before, end),
        None => match (word(end), word(end + 1)) {
            ("ahead", "of") => (Signal::Before, end + 2),
            ("prior", "to") => (Signal::Before, end + 2),
            (w, _) => (tie(w)?, end + 1),
        },
    };
    let follows = sentence.tokens.contains(&next) && document.tokens.get(next).is_some_and(|t| t.kind != TokenKind::Punctuation);
    follows.then_some(signal)
}

/// Whether nothing that it could be counted from follows an expression in its clause.
pub fn closes(document: &Document, phrase: &Phrase) -> bool {
    let Some(sentence) = document.sentences.get(phrase.sentence) else { return true };
    let end = phrase.tokens.end;
    end >= sentence.tokens.end || document.tokens.get(end).is_none_or(|t| t.kind == TokenKind::Punctuation) || {
        let last = end.checked_sub(1).map_or("", |at| document.lower(at));
        !matches!(last, "after" | "before" | "following")
    }
}

/// Whether an expression only names something: "the 2015 Nobel", "the 1972 treaty", "a two-year term".
///
/// Such a date is that of the thing named, not of what the clause tells.
pub fn attributive(document: &Document, tokens: &Range<usize>, reading: &Reading) -> bool {
    if !matches!(reading.meaning, Meaning::Date(_) | Meaning::Decade(_)) || reading.clock.is_some() {
        return false;
    }
    let before = tokens.start.checked_sub(1).map_or("", |at| document.lower(at));
    // "At the beginning of November Carl Dahl left": what has a complement of its own names nothing.
    let whole = !tokens.clone().any(|at| document.lower(at) == "of");
    let article = matches!(before, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "this" | "that" | "'s")
        || document.lower(tokens.start) == "the" && whole;
    let Some(next) = document.tokens.get(tokens.end).filter(|t| t.kind == TokenKind::Word) else { return false };
    let touching = document.tokens.get(tokens.end.wrapping_sub(1)).is_some_and(|t| next.span.start <= t.span.end + 1);
    let word = document.lower(tokens.end);
    const FUNCTION: [&str; 40] = [
        "in", "on", "at", "to", "and", "or", "but", "when", "as", "that", "which", "by", "for", "with", "from", "until", "after", "before",
        "the", "a", "an", "he", "she", "it", "they", "we", "was", "were", "is", "are", "has", "had", "have", "will", "would", "of",
        "while", "because", "during", "through",
    ];
    article && touching && !FUNCTION.contains(&word) && !word.starts_with('\'')
}

/// Whether a date names something that has been: "the October 23 ceasefire agreement", "its 4 May declaration".
pub fn names_past(document: &Document, tokens: &Range<usize>) -> bool {
    const DONE: [&str; 24] = [
        "agreement",
        "accord",
        "accords",
        "deal",
        "ceasefire",
        "truce",
        "declaration",
        "statement",
        "communique",
        "resolution",
        "treaty",
        "protocol",
        "attack",
        "attacks",
        "bombing",
        "massacre",
        "coup",
        "killing",
        "earthquake",
        "letter",
        "crash",
        "explosion",
        "shooting",
        "raid",
    ];
    let before = tokens.start.checked_sub(1).map_or("", |at| document.lower(at));
    matches!(before, "the" | "a" | "its" | "his" | "her" | "their" | "this" | "that" | "'s")
        && (tokens.end..tokens.end + 4)
            .map_while(|at| document.tokens.get(at).filter(|t| t.kind == TokenKind::Word).map(|_| document.lower(at)))
            .take_while(|w| {
                !matches!(*w, "in" | "on" | "at" | "to" | "and" | "of" | "for" | "with" | "by" | "that" | "which" | "will" | "is")
            })
            .any(|w| DONE.contains(&w))
}
