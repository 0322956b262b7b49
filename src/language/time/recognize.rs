//! From words to readings, without any regard to the publication date.
//!
//! Two levels: rules over words read the longest phrase from left to right; rules over what they have read then build on it until
//! nothing changes ("the end of" + "May" + "of that year").

use super::grammar::{Chunks, Found, Grammar};
use super::lexicon::{Class, Lexeme, Lexicon};
use super::meaning::{Meaning, Reading};
use super::number::Tokens;
use super::pattern::{Joint, Outcome};
use super::rules;
use crate::language::Document;
use std::ops::Range;
use std::sync::OnceLock;

/// One phrase as recognised.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Into `Document::tokens`.
    pub tokens: Range<usize>,
    /// Into `Document::sentences`.
    pub sentence: usize,
    pub rule: &'static str,
    pub reading: Reading,
    /// The other phrase of a range, by its index; whether this one is the first; how they belong together.
    pub pair: Option<(usize, bool, Joint)>,
}

/// The lexicon and the two levels of rules, compiled.
pub struct Rules {
    pub lexicon: Lexicon,
    pub words: Grammar,
    pub combined: Grammar,
}

pub fn compiled() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut lexicon = Lexicon::new();
        let words = Grammar::new(&rules::WORDS, &mut lexicon);
        let combined = Grammar::new(&rules::COMBINED, &mut lexicon);
        Rules { lexicon, words, combined }
    })
}

/// Reads all phrases of a document, in the order of the text.
pub fn phrases(document: &Document) -> Vec<Phrase> {
    let rules = compiled();
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let mut read = Read::default();
    let mut out = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        rules.lexicon.lex(document, sentence.tokens.clone(), &mut lexemes);
        let tokens = Tokens { document, lexicon: &rules.lexicon, lexemes: &lexemes, first: sentence.tokens.start };
        read.start(lexemes.len());
        words(rules, tokens, &mut read);
        if read.chunks.is_empty() {
            continue;
        }
        for _ in 0..4 {
            if !combine(rules, tokens, &mut read) {
                break;
            }
        }
        let base = out.len();
        let chunks = read.chunks.drain(..);
        out.extend(chunks.map(|chunk| Phrase {
            tokens: tokens.global(chunk.range),
            sentence: index,
            rule: chunk.rule,
            reading: chunk.reading,
            pair: chunk.pair.map(|(offset, joint)| (0, offset > 0, joint)),
        }));
        // A pair's partner stands next to it.
        for at in base..out.len() {
            if let Some(Phrase { pair: Some((partner, first, _)), .. }) = out.get_mut(at) {
                *partner = if *first { at + 1 } else { at.saturating_sub(1) };
            }
        }
    }
    out
}

#[derive(Debug, Clone)]
struct Chunk {
    range: Range<usize>,
    rule: &'static str,
    reading: Reading,
    /// Where the partner of a range lies: 1 behind, -1 before.
    pair: Option<(i8, Joint)>,
}

/// What has been read of a sentence.
#[derive(Debug, Default)]
struct Read {
    chunks: Vec<Chunk>,
    /// For each token the chunk that covers it, counted from 1.
    cover: Vec<u16>,
}

impl Read {
    fn start(&mut self, tokens: usize) {
        self.chunks.clear();
        self.cover.clear();
        self.cover.resize(tokens, 0);
    }

    fn at(&self, token: usize) -> Option<&Chunk> {
        let index = self.cover.get(token).copied().filter(|c| *c > 0)?;
        self.chunks.get(index as usize - 1)
    }

    /// Puts the outcome of a rule in place of the chunks that it covers.
    fn put(&mut self, found: Found) {
        let name = found.rule.name;
        let new = match found.outcome {
            Outcome::One(reading) => vec![Chunk { range: found.range.clone(), rule: name, reading, pair: None }],
            Outcome::Pair { first, second, joint } => vec![
                Chunk { range: first.0, rule: name, reading: first.1, pair: Some((1, joint)) },
                Chunk { range: second.0, rule: name, reading: second.1, pair: Some((-1, joint)) },
            ],
        };
        let from = self.chunks.partition_point(|c| c.range.start < found.range.start);
        let to = self.chunks.partition_point(|c| c.range.start < found.range.end);
        self.chunks.splice(from..to.max(from), new);
        self.cover.fill(0);
        for (index, chunk) in self.chunks.iter().enumerate() {
            if let Some(covered) = self.cover.get_mut(chunk.range.clone()) {
                covered.fill(index as u16 + 1);
            }
        }
    }
}

impl Chunks for Read {
    fn chunk(&self, at: usize, class: Class) -> Option<usize> {
        let chunk = self.at(at).filter(|c| c.range.start == at)?;
        (class_of(&chunk.reading) == Some(class)).then_some(chunk.range.end)
    }

    fn covers(&self, at: usize) -> bool {
        self.cover.get(at).is_some_and(|c| *c > 0)
    }

    fn reading(&self, at: usize) -> Option<&Reading> {
        self.at(at).filter(|c| c.range.start == at).map(|c| &c.reading)
    }
}

/// What a reading is to the rules that build on it.
fn class_of(reading: &Reading) -> Option<Class> {
    match reading.meaning {
        _ if reading.clock.is_some() => Some(Class::ReadTime),
        Meaning::Duration { .. } => Some(Class::ReadDuration),
        Meaning::Period { .. } => Some(Class::ReadPeriod),
        Meaning::Set { .. } | Meaning::Reference { .. } | Meaning::Impossible => None,
        _ => Some(Class::ReadDate),
    }
}

/// Nothing read yet.
struct Nothing;

impl Chunks for Nothing {
    fn chunk(&self, _: usize, _: Class) -> Option<usize> {
        None
    }
    fn covers(&self, _: usize) -> bool {
        false
    }
    fn reading(&self, _: usize) -> Option<&Reading> {
        None
    }
}

/// What is read from a token on. A phrase that needs context before it yields to one that starts where it does and is longer:
/// in "until Sept. 30" the month after "until" gives way to the day.
fn longest(grammar: &Grammar, tokens: Tokens, at: usize, chunks: &dyn Chunks) -> Option<Found> {
    let found = grammar.find(tokens, at, chunks)?;
    if found.range.start == at {
        return Some(found);
    }
    let inner = grammar.find(tokens, found.range.start, chunks).filter(|inner| inner.range.end > found.range.end);
    Some(inner.unwrap_or(found))
}

fn words(rules: &Rules, tokens: Tokens, read: &mut Read) {
    let mut at = 0;
    while at < tokens.lexemes.len() {
        match longest(&rules.words, tokens, at, &Nothing) {
            Some(found) => {
                at = found.range.end.max(at + 1);
                read.put(found);
            }
            None => at += 1,
        }
    }
}

/// One pass of the rules over what has been read; whether anything changed.
fn combine(rules: &Rules, tokens: Tokens, read: &mut Read) -> bool {
    let mut changed = false;
    let mut at = 0;
    while at < tokens.lexemes.len() {
        let inside = read.at(at).is_some_and(|chunk| chunk.range.start < at);
        let found = if inside { None } else { longest(&rules.combined, tokens, at, read) };
        match found {
            Some(found) if is_new(&found, read) => {
                at = found.range.end.max(at + 1);
                read.put(found);
                changed = true;
            }
            _ => at += 1,
        }
    }
    changed
}

/// Whether a finding adds anything: more words, or a tie between two dates that had none.
fn is_new(found: &Found, read: &Read) -> bool {
    match found.outcome {
        Outcome::One(_) => !read.at(found.range.start).is_some_and(|chunk| chunk.range == found.range),
        Outcome::Pair { .. } => {
            !read.chunks.iter().any(|c| c.range.start >= found.range.start && c.range.end <= found.range.end && c.pair.is_some())
        }
    }
}
