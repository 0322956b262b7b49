//! An article's words become time expressions, names and event mentions.
//!
//! Nothing here can fail: bad text gives fewer results and a notice, never a panic.

pub mod actor;
pub mod event;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;
pub mod tongue;
pub mod wordlist;

use crate::article::{Article, TextSpan};
use std::ops::Range;
use time::DateOrder;
use token::{Folded, Token};

/// One sentence; it never crosses a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub span: TextSpan,
    /// Into `Document::tokens`.
    pub tokens: Range<usize>,
    /// Into `Article::paragraphs`.
    pub paragraph: usize,
    /// Whether it only tells where and when the report was filed ("GENEVA, 14 April 2014 —"): it tells no event, and its date is not
    /// the story's.
    pub dateline: bool,
}

/// An article cut into sentences and tokens.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    pub article: &'a Article,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub folded: Folded,
    /// How "3/5/2014" is read.
    pub date_order: DateOrder,
}

impl<'a> Document<'a> {
    pub fn new(article: &'a Article) -> Self {
        let (tokens, sentences) = sentence::split(article);
        let folded = Folded::new(&article.text, &tokens);
        Self { article, tokens, sentences, folded, date_order: DateOrder::Automatic }
    }

    /// The words of one token as they stand in the article.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.of(&self.article.text))
    }

    /// The word of one token in lower case with straight quotes and apostrophes; empty for an index out of range.
    pub fn lower(&self, token: usize) -> &str {
        self.folded.get(token)
    }

    /// The index of the sentence that holds a byte of the text.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.span.end <= byte);
        self.sentences.get(index).filter(|s| s.span.start <= byte).map(|_| index)
    }
}
