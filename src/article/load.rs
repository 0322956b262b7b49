//! From bytes to an article: which reader a file goes to, and the errors that a reader is told.

use super::draft::Draft;
use super::sniff::{self, Content};
use super::{Article, apparatus, clean, decode, html, markdown, plain, publication, table};
use sha2::{Digest, Sha256};

/// The largest file read, in bytes: 50 MB.
pub const LARGEST: usize = 50_000_000;

/// Why bytes gave no article. Each reads as one sentence: what, which file, and what to do. What keeps a file from being read at
/// all is told by those who open it.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum LoadError {
    #[error("{name} is empty: choose a file with an article in it")]
    Empty { name: String },
    #[error("{name} has no words in it, only white space: choose a file with an article in it")]
    Blank { name: String },
    #[error("{name} is {called}; Demarche does not read {format} yet: {cure}")]
    NotRead { name: String, called: &'static str, format: &'static str, cure: &'static str },
    #[error("{name} is not text: open a plain text, Markdown or HTML file")]
    Binary { name: String },
    #[error("{name} is {what}, not an article: choose a text, Markdown or HTML file with the article")]
    NoArticle { name: String, what: &'static str },
    #[error("{address} is an address, and Demarche never goes online: save the page and open the file")]
    Address { address: String },
    #[error("{name} has {megabytes} MB, more than the 50 MB that Demarche reads: save the article alone and open that")]
    TooLarge { name: String, megabytes: u64 },
}

/// The forms of writing that are read. To add one: a case here, its marks in `format_of` (or in `sniff` where its bytes are no text),
/// and its reader in `draft_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    PlainText,
    Markdown,
    Html,
}

/// Reads an article, or a table of events, from the bytes of a file. `source` is the file's name, used for the notices and for dates in it.
///
/// # Errors
/// Where there is no article in the bytes: none at all, no words, too many, or a kind of file that is not read.
pub fn load(bytes: &[u8], source: &str) -> Result<Article, LoadError> {
    let name = || source.to_owned();
    if bytes.is_empty() {
        return Err(LoadError::Empty { name: name() });
    }
    if bytes.len() > LARGEST {
        return Err(LoadError::TooLarge { name: name(), megabytes: (bytes.len() as u64).div_ceil(1_000_000) });
    }
    match sniff::sniff(bytes) {
        Content::Text => {}
        Content::NotRead(kind) => {
            return Err(LoadError::NotRead { name: name(), called: kind.called, format: kind.format, cure: kind.cure });
        }
        Content::Unknown => return Err(LoadError::Binary { name: name() }),
    }
    let (text, notice) = decode::decode(bytes);
    let text = clean::clean(&text);
    if text.trim().is_empty() {
        return Err(LoadError::Blank { name: name() });
    }
    refuse_other_text(&text, source)?;
    if let Some(mut article) = table::read(&text, source, digest(bytes)) {
        article.notices.extend(notice);
        return Ok(article);
    }
    let mut draft = draft_of(format_of(&text), &text);
    draft.notices.splice(0..0, notice);
    draft.tidy();
    if !draft.has_words() {
        return Err(LoadError::Blank { name: name() });
    }
    let said = apparatus::read_apparatus(&mut draft);
    let metadata = draft.metadata.clone();
    let mut article = draft.assemble(source, digest(bytes));
    publication::settle(&mut article, &metadata, &said);
    Ok(article)
}

fn format_of(text: &str) -> Format {
    if html::is_html(text) {
        Format::Html
    } else if markdown::is_markdown(text) {
        Format::Markdown
    } else {
        Format::PlainText
    }
}

fn draft_of(format: Format, text: &str) -> Draft {
    match format {
        Format::PlainText => plain::read(text),
        Format::Markdown => markdown::read(text),
        Format::Html => html::read(text),
    }
}

/// Whether a text is nothing but an address on the web, such as a browser copies.
pub fn is_web_address(text: &str) -> bool {
    let begins = |with: &str| text.get(..with.len()).is_some_and(|s| s.eq_ignore_ascii_case(with));
    ["http://", "https://", "www."].into_iter().any(begins) && !text.contains(char::is_whitespace)
}

/// Text that is no article: an address alone, data.
fn refuse_other_text(text: &str, source: &str) -> Result<(), LoadError> {
    let bare = text.trim();
    if is_web_address(bare) {
        return Err(LoadError::Address { address: bare.chars().take(200).collect() });
    }
    let data = |what| Err(LoadError::NoArticle { name: source.to_owned(), what });
    if bare.starts_with(['{', '[']) && bare.ends_with(['}', ']']) && serde_json::from_str::<serde::de::IgnoredAny>(bare).is_ok() {
        return data("JSON data");
    }
    let head: String = bare.chars().take(1000).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<svg") || (head.starts_with("<?xml") && head.contains("<svg")) {
        return data("a drawing (SVG)");
    }
    if head.starts_with("<rss") || (head.starts_with("<?xml") && (head.contains("<rss") || head.contains("<feed"))) {
        return data("a news feed (RSS)");
    }
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
