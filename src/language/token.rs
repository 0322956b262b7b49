//! Words, numbers and marks, cut as the treebanks cut them (Universal Dependencies: "Moscow" "'s", "do" "n't").

use crate::article::TextSpan;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    Punctuation,
}

/// One token; its words are the article's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: TextSpan,
    pub kind: TokenKind,
}
