//! Verbs, nouns and phrases of diplomacy become event mentions: who does what, where, whether it took place.
//!
//! `lexicon` says which words tell of what; `view` is a sentence with all that is known of it; `predicate` reads a verb's tense and
//! modality, `argument` who, `place` where, `timing` when, `status` whether it took place, `context` what surrounds it; `reader` puts them together.

mod aim;
mod argument;
mod circumstance;
mod clause;
mod completion;
mod context;
mod doublet;
pub mod inflection;
pub mod kind;
pub mod lexicon;
pub mod link;
mod meaning;
pub mod mention;
mod naming;
mod nominal;
pub mod party;
pub mod phrase;
mod place;
mod predicate;
mod presence;
mod reader;
mod repair;
mod scene;
mod shallow;
mod status;
mod stops;
#[cfg(test)]
mod tests;
mod timing;
pub mod view;

pub use kind::{Attribution, Kind, Status};
pub use lexicon::Weight;
pub use link::Link;
pub use mention::{EventMention, Form, Timing};
pub use naming::names;
pub use party::Party;
pub use predicate::Tense;
pub use view::Sources;

use crate::language::syntax;
use crate::language::wordlist::listed;
use view::View;

/// What a document tells.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// In the order of the text, those set aside among them.
    pub mentions: Vec<EventMention>,
    pub links: Vec<Link>,
}

/// Reads all event mentions of a document and the order that it states between them.
pub fn read(sources: Sources) -> Told {
    let mut out = Told::default();
    // How many dates the paragraph that the walk has come to tells.
    let mut dates = (usize::MAX, 0);
    for (index, sentence) in sources.document.sentences.iter().enumerate() {
        if crate::language::time::within(sources.times, sentence.span).is_empty() && !telling(sources, sentence.tokens.clone()) {
            continue;
        }
        if sentence.dateline || asks(sources, sentence) {
            continue;
        }
        if dates.0 != sentence.paragraph {
            let span = sources.document.article.paragraphs.get(sentence.paragraph).map_or(sentence.span, |p| p.span);
            let told = crate::language::time::within(sources.times, span).iter().filter(|e| e.stretch.is_some()).count();
            dates = (sentence.paragraph, told);
        }
        let tree = tree(sources, sentence);
        if let Some(view) = View::new(sources, index, tree, dates.1) {
            let (mentions, links) = reader::sentence(&view);
            out.mentions.extend(mentions);
            out.links.extend(links);
        }
    }
    out
}

/// The tree of a sentence as events are read from it.
pub fn tree(sources: Sources, sentence: &crate::language::Sentence) -> syntax::Tree {
    syntax::parse_paused(sources.document, sentence, &pauses(sources, sentence))
}

/// Where a comma would stand after the words of time that begin a clause, had the writer set it: "In April 2015 the north elected him".
/// Counted from the sentence's first token.
fn pauses(sources: Sources, sentence: &crate::language::Sentence) -> Vec<usize> {
    const LEADING: &str = "in on at by early late since until during from after before around throughout within over only even just as";
    const STARTS: &str = "the a an this these those his her its their our he she it they we i you both all some most two three four five six \
seven eight nine ten dozens hundreds thousands another each one many several no";
    let document = sources.document;
    let mut out = Vec::new();
    for expression in crate::language::time::within(sources.times, sentence.span) {
        let mut first = expression.tokens.start;
        while first > sentence.tokens.start && expression.tokens.start - first < 3 && listed(LEADING, document.lower(first - 1)) {
            first -= 1;
        }
        let begins =
            first == sentence.tokens.start || matches!(document.lower(first - 1), "and" | "but" | "," | ";" | ":" | "then" | "–" | "—");
        let next = expression.tokens.end;
        let starts = sentence.tokens.contains(&next)
            && (listed(STARTS, document.lower(next)) || document.word(next).starts_with(char::is_uppercase));
        // "the night he returned", "Monday the 5th": no subject of a clause of its own.
        let named = first == expression.tokens.start && first > sentence.tokens.start;
        if begins && starts && !named {
            out.push(next - sentence.tokens.start);
        }
    }
    out
}

/// Whether a sentence holds a word that may tell of an event; only these are parsed.
fn telling(sources: Sources, mut tokens: std::ops::Range<usize>) -> bool {
    let lexicon = lexicon::Lexicon::get();
    tokens.any(|t| {
        let word = sources.document.lower(t);
        lexicon.noun(word).is_some()
            || lexicon.particular(word)
            || lexicon.verb(word).is_some_and(|(f, ..)| f.weight >= lexicon::Weight::Act)
    })
}

/// Whether a heading only asks or names a topic: "How the text came to be", "Why Miami".
fn asks(sources: Sources, sentence: &crate::language::Sentence) -> bool {
    let heading =
        sources.document.article.paragraphs.get(sentence.paragraph).is_some_and(|p| p.role == crate::article::ParagraphRole::Heading);
    heading && matches!(sources.document.lower(sentence.tokens.start), "how" | "why" | "what" | "where" | "who" | "when" | "which")
}
