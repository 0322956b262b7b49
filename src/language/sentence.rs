//! Where sentences begin and end, with the abbreviations of news ("U.S.", "Mr.", "Gen.") in mind.

use super::{Sentence, token::Token};
use crate::article::Article;

/// Cuts every paragraph into sentences and each sentence into tokens.
pub fn split(_article: &Article) -> (Vec<Token>, Vec<Sentence>) {
    (Vec::new(), Vec::new())
}
