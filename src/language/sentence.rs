//! Where sentences begin and end, with the abbreviations of news ("U.S.", "Mr.", "Gen.") in mind.

#[cfg(test)]
mod tests;

use super::{
    Sentence,
    token::{self, Token, TokenKind},
};
use crate::article::{Article, ParagraphRole, TextSpan};

/// Cuts every paragraph into sentences and each sentence into tokens. A headline or heading is one sentence.
pub fn split(article: &Article) -> (Vec<Token>, Vec<Sentence>) {
    let mut tokens = Vec::with_capacity(article.text.len() / 5);
    let mut sentences = Vec::new();
    let datelines = article.datelines();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let first = tokens.len();
        token::cut(paragraph.span.of(&article.text), paragraph.span.start, &mut tokens);
        let whole = matches!(paragraph.role, ParagraphRole::Headline | ParagraphRole::Heading);
        let mut start = first;
        if let Some(end) = datelines.get(index).copied().flatten().map(|at| dateline_end(&article.text, &tokens, first, at))
            && let (Some(a), Some(b)) = (tokens.get(first), end.checked_sub(1).and_then(|last| tokens.get(last)))
            && end > first
        {
            let span = TextSpan::new(a.span.start, b.span.end);
            sentences.push(Sentence { span, tokens: first..end, paragraph: index, dateline: true });
            start = end;
        }
        while start < tokens.len() {
            let end = if whole { tokens.len() } else { sentence_end(&article.text, &tokens, first, start) };
            if let (Some(a), Some(b)) = (tokens.get(start), tokens.get(end - 1)) {
                sentences.push(Sentence {
                    span: TextSpan::new(a.span.start, b.span.end),
                    tokens: start..end,
                    paragraph: index,
                    dateline: false,
                });
            }
            start = end;
        }
    }
    (tokens, sentences)
}

/// The token after the dash that closes a dateline, whose last letter ends at `letters`; `first` where nothing would be left.
fn dateline_end(text: &str, tokens: &[Token], first: usize, letters: usize) -> usize {
    let mut end = first + tokens.get(first..).unwrap_or(&[]).partition_point(|t| t.span.end <= letters);
    while tokens.get(end).is_some_and(|t| t.span.of(text).chars().all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '_'))) {
        end += 1;
    }
    if end < tokens.len() { end } else { first }
}

/// The token after the last one of the sentence that starts at `start`; always greater than `start`.
fn sentence_end(text: &str, tokens: &[Token], paragraph: usize, start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        let word = token.span.of(text);
        let stop = Stop::of(word, token.kind);
        at += 1;
        if stop == Stop::None {
            continue;
        }
        // "1. The parties …": a number that opens a paragraph counts it.
        let enumerator = stop == Stop::Full && at == paragraph + 2 && tokens.get(paragraph).is_some_and(|t| t.kind == TokenKind::Number);
        if enumerator {
            continue;
        }
        let end = with_closing(text, tokens, at);
        if ends_here(text, tokens, at - 1, stop, end) {
            return end;
        }
    }
    at
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Stop {
    None,
    /// ".": ends unless a small letter follows.
    Full,
    /// "?", "!": ends unless a small letter follows.
    Strong,
    /// "…", "...": ends where a capital follows.
    Ellipsis,
    /// A word with a stop of its own: "U.S."
    Abbreviation,
}

impl Stop {
    fn of(word: &str, kind: TokenKind) -> Self {
        match kind {
            TokenKind::Word if word.len() > 1 && word.as_bytes().last() == Some(&b'.') => Self::Abbreviation,
            TokenKind::Punctuation => match word.as_bytes() {
                [b'.'] => Self::Full,
                [b'?' | b'!', ..] => Self::Strong,
                [b'.', ..] => Self::Ellipsis,
                _ if word == "\u{2026}" => Self::Ellipsis,
                _ if matches!(word, "\u{3002}" | "\u{FF1F}" | "\u{FF01}" | "\u{203D}") => Self::Strong,
                _ => Self::None,
            },
            _ => Self::None,
        }
    }
}

/// Takes in the quotes, brackets, further stops and note numbers that close a sentence: `."`, `.)`, `.[3]`.
fn with_closing(text: &str, tokens: &[Token], mut at: usize) -> usize {
    let mut open_note = false;
    while let Some(token) = tokens.get(at) {
        let touches = at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|before| before.span.end == token.span.start);
        let closes = match token.span.of(text) {
            "\u{201D}" | "\u{2019}" | "\u{BB}" | ")" | "]" => touches || open_note,
            "\"" | "'" => touches,
            "." | "!" | "?" | "\u{2026}" => touches,
            "[" if touches => {
                let note = tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number)
                    && tokens.get(at + 2).is_some_and(|t| t.span.of(text) == "]");
                open_note = note;
                note
            }
            _ if open_note && touches => true,
            _ => false,
        };
        if !closes {
            break;
        }
        if token.span.of(text) == "]" {
            open_note = false;
        }
        at += 1;
    }
    at
}

/// Whether the stop at `stop_at` ends a sentence, given that the next one would start at `next`.
fn ends_here(text: &str, tokens: &[Token], stop_at: usize, stop: Stop, next: usize) -> bool {
    let mut follower = next;
    // Opening quotes and brackets tell nothing; the word after them does.
    while let Some(token) = tokens.get(follower).filter(|t| t.kind == TokenKind::Punctuation) {
        match token.span.of(text) {
            "\"" | "'" | "\u{201C}" | "\u{2018}" | "\u{AB}" | "(" | "[" | "\u{BF}" | "\u{A1}" | "-" | "--" | "\u{2013}" | "\u{2014}"
            | "\u{2022}" | "*" => follower += 1,
            // A comma, colon or semicolon goes on with the sentence: `"Why?", he asked`.
            "," | ";" | ":" => return false,
            _ => break,
        }
    }
    let Some(token) = tokens.get(follower) else { return true };
    let word = token.span.of(text);
    let first = word.chars().next().unwrap_or(' ');
    let quoted = follower > next;
    match stop {
        Stop::None => false,
        Stop::Full | Stop::Strong => !first.is_lowercase() || is_lower_name(word),
        Stop::Ellipsis => first.is_uppercase(),
        Stop::Abbreviation => {
            let Some(abbreviation) = tokens.get(stop_at) else { return false };
            let own = abbreviation.span.of(text);
            let mut folded = String::new();
            token::fold_into(own, &mut folded);
            if token::never_ends_sentence(&folded) || !first.is_uppercase() {
                return false;
            }
            quoted && tokens.get(next).is_none_or(|t| t.span.of(text) != "(") || starts_sentence(word)
        }
    }
}

/// Names that keep their small first letter at the head of a sentence.
fn is_lower_name(word: &str) -> bool {
    matches!(word, "al" | "el" | "de" | "von" | "van" | "eBay" | "iPhone")
}

/// Words that, with a capital, open a sentence rather than go on with a name: after "U.S." "The" does, "President" does not.
fn starts_sentence(word: &str) -> bool {
    const STARTERS: [&str; 98] = [
        "A",
        "About",
        "According",
        "After",
        "All",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "Any",
        "As",
        "At",
        "Because",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Each",
        "Earlier",
        "Even",
        "Every",
        "Few",
        "Following",
        "For",
        "From",
        "Further",
        "Given",
        "Had",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Instead",
        "It",
        "Its",
        "Just",
        "Last",
        "Later",
        "Like",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "Much",
        "My",
        "Neither",
        "Next",
        "No",
        "Nor",
        "Not",
        "Nothing",
        "Now",
        "Of",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Our",
        "Over",
        "She",
        "Since",
        "So",
        "Some",
        "Soon",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "To",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "While",
        "Who",
        "With",
        "You",
    ];
    STARTERS.binary_search(&word).is_ok()
}
