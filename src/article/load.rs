//! From bytes to an article: sniffing the format, decoding, and the errors a reader is told.

use super::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
use sha2::{Digest, Sha256};

/// Why a file gave no article. Each reads as one sentence: what, and what to do.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LoadError {
    #[error("{name} is empty: choose a file with an article in it")]
    Empty { name: String },
    #[error("{name} is not text: open a plain text, Markdown or HTML file")]
    Binary { name: String },
    #[error("{name} has {megabytes} MB, more than the 50 MB that Demarche reads: save the article alone and open that")]
    TooLarge { name: String, megabytes: u64 },
}

/// Reads an article from the bytes of a file. `source` is the file's name, used for the notices and for dates in it.
pub fn load(bytes: &[u8], source: &str) -> Result<Article, LoadError> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    if text.trim().is_empty() {
        return Err(LoadError::Empty { name: source.to_owned() });
    }
    let mut paragraphs = Vec::new();
    let mut at = 0;
    let mut number = 0;
    for block in text.split("\n\n") {
        let span = TextSpan::new(at, at + block.len());
        at = span.end + 2;
        if block.trim().is_empty() {
            continue;
        }
        let role = if paragraphs.is_empty() {
            ParagraphRole::Headline
        } else if block.len() < 90 && !block.ends_with(['.', '!', '?', '”', '"', ':']) {
            ParagraphRole::Heading
        } else {
            ParagraphRole::Body
        };
        let numbered = role == ParagraphRole::Body;
        number += u32::from(numbered);
        paragraphs.push(Paragraph { span, role, number: numbered.then_some(number) });
    }
    Ok(Article {
        title: paragraphs.first().map(|p| p.span.of(&text).to_owned()).unwrap_or_default(),
        publisher: None,
        author: None,
        url: None,
        source: source.to_owned(),
        sha256: Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        text,
        paragraphs,
        notices: Vec::new(),
    })
}
