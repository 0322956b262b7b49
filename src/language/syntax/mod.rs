//! Parts of speech and dependencies in the terms of Universal Dependencies, by a small tagger and parser of our own.
//!
//! Words become numbers (`word`, `vocabulary`), numbers become features (`rows`, `tagger`, `transition`), small networks weigh
//! them (`network`), and their weights are an asset (`model`) that `examples/train_syntax` makes. What readers of trees need
//! is in `tree`; `lemma` gives dictionary forms.

pub mod analysis;
pub mod conllu;
pub mod evaluation;
pub mod lemma;
pub mod model;
pub mod network;
pub mod rows;
pub mod tagger;
#[cfg(test)]
mod tests;
pub mod transition;
mod tree;
mod upos;
pub mod vocabulary;
pub mod word;

pub use tree::{Node, Tree};
pub use upos::Upos;

use crate::language::{Document, Sentence};
use model::{Aligned, Model};
use std::borrow::Cow;
use std::sync::LazyLock;

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../assets/syntax.bin"));
static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(&WEIGHTS.0).unwrap_or_default());

/// Tags and parses one sentence. Without usable weights every word is `X` and hangs on the first.
pub fn parse(document: &Document, sentence: &Sentence) -> Tree {
    parse_words(&words(document, sentence))
}

/// The same with commas heard before some of its tokens, counted from its first and rising: "In April 2015 the north elected him" is read
/// as well as "In April 2015, the north …". The tree has nodes for the sentence's own tokens alone.
pub fn parse_paused(document: &Document, sentence: &Sentence, pauses: &[usize]) -> Tree {
    let mut words = words(document, sentence);
    for pause in pauses.iter().rev().filter(|p| **p <= sentence.tokens.len()) {
        words.insert(*pause, ",");
    }
    let mut tree = parse_words(&words);
    let heard: Vec<usize> = pauses.iter().enumerate().map(|(nth, pause)| pause + nth).collect();
    for comma in heard.into_iter().rev() {
        tree.remove(comma);
    }
    tree
}

/// Tags and parses the words of one sentence.
pub fn parse_words(words: &[&str]) -> Tree {
    analysis::parse(&MODEL, words)
}

/// The tags alone, several times as fast: a tree whose words have no relations.
pub fn tag(document: &Document, sentence: &Sentence) -> Tree {
    analysis::tag(&MODEL, &words(document, sentence))
}

/// The dictionary form of a word: "met" as VBD is "meet", "talks" as NNS "talk"; lower case except for names.
pub fn lemma<'a>(word: &'a str, node: &Node) -> Cow<'a, str> {
    lemma::lemma(word, node, |kind, form| MODEL.is_base(kind, form))
}

fn words<'a>(document: &Document<'a>, sentence: &Sentence) -> Vec<&'a str> {
    sentence.tokens.clone().map(|token| document.word(token)).collect()
}
