//! Bytes become an `Article`: its words, its paragraphs with their roles, and what the page says of itself.

mod apparatus;
mod byline;
mod clean;
mod date_form;
mod date_line;
mod dateline;
mod decode;
mod draft;
mod form;
mod front_matter;
mod html;
mod load;
mod markdown;
mod plain;
mod publication;
mod sniff;
pub mod stored;
mod table;
mod wrap;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod load_tests;
#[cfg(test)]
mod shared_texts;

pub use load::{LARGEST, LoadError, is_web_address, load};
pub use table::Row;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A byte range into the UTF-8 text of an article; `start <= end`, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct TextSpan {
    pub start: usize,
    pub end: usize,
}

impl TextSpan {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words of the span, or nothing where the span does not fit the text.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }

    pub fn contains(&self, other: TextSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(&self, other: TextSpan) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What a paragraph is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphRole {
    Headline,
    Heading,
    Body,
    List,
    Caption,
}

/// One block of the article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub span: TextSpan,
    pub role: ParagraphRole,
    /// The ¶ number, counted from 1 over body and list paragraphs; none for the others.
    pub number: Option<u32>,
}

/// Where the publication date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PublishedBasis {
    #[default]
    None,
    /// Metadata of the page: JSON-LD, OpenGraph, front matter.
    Metadata,
    /// A line of the text: "Published 3 May 2014".
    Line,
    Dateline,
    FileName,
    /// Set by the reader, in the window or with `--published`.
    Reader,
}

/// A date that may be the publication date, found but not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCandidate {
    pub date: NaiveDate,
    pub basis: PublishedBasis,
    /// The words or the field that give it.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    Info,
    Warning,
}

/// Something the reader should know that did not stop the work; `code` is stable, `text` one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    #[serde(deserialize_with = "stored::word")]
    pub code: stored::Word,
    pub severity: Severity,
    pub text: String,
}

/// An article as read from a file, before anything is understood of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    pub title: String,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// The file's name without its folders, or "pasted text".
    pub source: String,
    /// Of the bytes as read, in lower-case hexadecimal.
    pub sha256: String,
    pub published: Option<NaiveDate>,
    pub published_basis: PublishedBasis,
    /// All dates found that may be the publication date, the taken one first.
    pub published_candidates: Vec<PublishedCandidate>,
    /// UTF-8, paragraphs without line breaks, parted by a blank line ("\n\n"), headline first where there is one; white space is plain spaces.
    pub text: String,
    /// In the order of the text; they do not overlap.
    pub paragraphs: Vec<Paragraph>,
    /// The rows of a table of events; none in an article. Each has its paragraph.
    pub rows: Vec<Row>,
    pub notices: Vec<Notice>,
}

impl Article {
    /// For each paragraph where the words after its dateline's last letter go on, if it opens with one: "GENEVA, 14 April 2014 —".
    pub fn datelines(&self) -> Vec<Option<usize>> {
        dateline::filed(&self.text, &self.paragraphs)
    }

    /// The paragraph that holds a byte of the text.
    pub fn paragraph_at(&self, byte: usize) -> Option<&Paragraph> {
        let index = self.paragraphs.partition_point(|p| p.span.end <= byte);
        self.paragraphs.get(index).filter(|p| p.span.start <= byte)
    }
}
