//! Text-quote selectors: exact words with those before and after, and finding them again in a text that has changed.

use crate::article::TextSpan;
use crate::language::token::fold_char;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many characters before and after are kept.
const CONTEXT: usize = 32;

/// From this likeness of words on, a sentence is taken for the same one reworded.
const LIKE: f32 = 0.6;
/// Where the words before or after it are the same.
const LIKE_IN_PLACE: f32 = 0.42;

/// Words of a text with their surroundings (W3C Web Annotation, TextQuoteSelector).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub struct TextQuote {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl TextQuote {
    pub fn of(span: TextSpan, text: &str) -> Self {
        let before = text.get(..span.start).unwrap_or("");
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let after = text.get(span.end..).unwrap_or("");
        Self {
            exact: span.of(text).to_owned(),
            prefix: before.get(from..).unwrap_or("").to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
        }
    }
}

/// A text with white space and typography folded, in which quotes are looked up.
pub struct Folded {
    text: String,
    /// For each byte of the folded text, the byte of the text from which it comes.
    from: Vec<usize>,
    end: usize,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let (mut folded, mut from) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (at, letter) in text.char_indices() {
            if letter.is_whitespace() {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            } else {
                fold_letter(letter, &mut folded);
            }
            from.resize(folded.len(), at);
        }
        Self { text: folded, from, end: text.len() }
    }

    /// Where a quote's exact words stand; of several places the one whose surroundings are most alike.
    pub fn find(&self, quote: &TextQuote) -> Option<TextSpan> {
        let exact = fold(quote.exact.trim());
        if exact.is_empty() {
            return None;
        }
        let (prefix, suffix) = (fold(&quote.prefix), fold(&quote.suffix));
        let places = self.text.match_indices(&exact).map(|(at, _)| at);
        let near = |at: usize| {
            let before = self.text.get(..at).unwrap_or("").trim_end();
            let after = self.text.get(at + exact.len()..).unwrap_or("").trim_start();
            let same_before = before.chars().rev().zip(prefix.trim_end().chars().rev()).take_while(|(a, b)| a == b).count();
            same_before + after.chars().zip(suffix.trim_start().chars()).take_while(|(a, b)| a == b).count()
        };
        let best = places.max_by_key(|at| (near(*at), std::cmp::Reverse(*at)))?;
        let start = self.from.get(best).copied()?;
        let end = self.from.get(best + exact.len()).copied().unwrap_or(self.end);
        Some(TextSpan::new(start, end))
    }
}

fn fold(text: &str) -> String {
    Folded::new(text).text
}

fn fold_letter(letter: char, out: &mut String) {
    match letter {
        '–' | '—' | '−' => out.push('-'),
        _ => fold_char(letter, out),
    }
}

/// Of some sentences of a text the one most like a quote, where it is like enough to be the same one reworded.
pub fn nearest(quote: &TextQuote, text: &str, sentences: &[TextSpan]) -> Option<TextSpan> {
    let told = words(&quote.exact);
    if told.is_empty() {
        return None;
    }
    let (before, after) = (words(&quote.prefix), words(&quote.suffix));
    let mut best: Option<(f32, TextSpan)> = None;
    for span in sentences {
        let mut likeness = dice(&told, &words(span.of(text)));
        let here = TextQuote::of(*span, text);
        let in_place = dice(&before, &words(&here.prefix)) > 0.7 || dice(&after, &words(&here.suffix)) > 0.7;
        if likeness < if in_place { LIKE_IN_PLACE } else { LIKE } {
            continue;
        }
        if in_place {
            likeness += 0.2;
        }
        if best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, *span));
        }
    }
    best.map(|(_, span)| span)
}

/// How alike two phrases are, from 0 to 1.
pub fn likeness(a: &str, b: &str) -> f32 {
    dice(&words(a), &words(b))
}

fn words(text: &str) -> BTreeSet<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Dice's coefficient of two sets of words.
fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * a.intersection(b).count() as f32 / all as f32 }
}
