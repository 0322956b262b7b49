//! An article as a project keeps it: with its text, so that the file that it came from is not needed.

use super::{ProjectError, day};
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, PublishedCandidate, Row, TextSpan};
use serde::{Deserialize, Serialize};

/// An article as it was read, without the notices of reading it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredArticle {
    pub title: String,
    #[serde(default)]
    pub publisher: Option<String>,
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    pub source: String,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub published_basis: Option<Basis>,
    /// Days that may be the publication's: the day, on what it rests, the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<(String, Basis, String)>,
    /// The cells of a table of events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    pub text: String,
    /// Start and end in bytes of the UTF-8 form of the text, and the role.
    pub paragraphs: Vec<(usize, usize, Role)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Headline,
    Heading,
    Body,
    List,
    Caption,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Metadata,
    Line,
    Dateline,
    FileName,
}

impl From<&Article> for StoredArticle {
    fn from(article: &Article) -> Self {
        let candidate = |c: &PublishedCandidate| Some((c.date.to_string(), basis(c.basis)?, c.words.clone()));
        Self {
            title: article.title.clone(),
            publisher: article.publisher.clone(),
            author: article.author.clone(),
            url: article.url.clone(),
            source: article.source.clone(),
            sha256: article.sha256.clone(),
            published: article.published.map(|d| d.to_string()),
            published_basis: basis(article.published_basis),
            candidates: article.published_candidates.iter().filter_map(candidate).collect(),
            rows: article.rows.clone(),
            text: article.text.clone(),
            paragraphs: article.paragraphs.iter().map(|p| (p.span.start, p.span.end, role(p.role))).collect(),
        }
    }
}

impl StoredArticle {
    /// Whether its places fit its text: words are looked up by them.
    pub(super) fn check(&self) -> Result<(), ProjectError> {
        let damaged = |what: &str| Err(ProjectError::Damaged(format!("the {what} of {} do not fit its text", self.source)));
        let mut last = 0;
        for (start, end, _) in &self.paragraphs {
            if *start < last || start > end || self.text.get(*start..*end).is_none() {
                return damaged("paragraphs");
            }
            last = *end;
        }
        let is_paragraph =
            |row: &Row| self.paragraphs.iter().any(|(start, end, _)| (*start, *end) == (row.paragraph.start, row.paragraph.end));
        if !self.rows.is_empty() && (self.rows.len() != self.paragraphs.len() || !self.rows.iter().all(is_paragraph)) {
            return damaged("rows");
        }
        Ok(())
    }

    /// The article as it was.
    pub(super) fn article(&self) -> Article {
        let mut number = 0;
        let paragraphs = self.paragraphs.iter().map(|(start, end, role)| {
            let role = match role {
                Role::Headline => ParagraphRole::Headline,
                Role::Heading => ParagraphRole::Heading,
                Role::Body => ParagraphRole::Body,
                Role::List => ParagraphRole::List,
                Role::Caption => ParagraphRole::Caption,
            };
            let counts = matches!(role, ParagraphRole::Body | ParagraphRole::List);
            number += u32::from(counts);
            Paragraph { span: TextSpan::new(*start, *end), role, number: counts.then_some(number) }
        });
        let published = day(self.published.as_deref());
        let candidate = |(date, basis, words): &(String, Basis, String)| {
            Some(PublishedCandidate { date: day(Some(date))?, basis: basis.read(), words: words.clone() })
        };
        Article {
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            author: self.author.clone(),
            url: self.url.clone(),
            source: self.source.clone(),
            sha256: self.sha256.clone(),
            published,
            published_basis: published.map_or(PublishedBasis::None, |_| self.published_basis.map_or(PublishedBasis::Metadata, Basis::read)),
            published_candidates: self.candidates.iter().filter_map(candidate).collect(),
            paragraphs: paragraphs.collect(),
            text: self.text.clone(),
            rows: self.rows.clone(),
            notices: Vec::new(),
        }
    }
}

fn basis(basis: PublishedBasis) -> Option<Basis> {
    match basis {
        PublishedBasis::Metadata => Some(Basis::Metadata),
        PublishedBasis::Line => Some(Basis::Line),
        PublishedBasis::Dateline => Some(Basis::Dateline),
        PublishedBasis::FileName => Some(Basis::FileName),
        PublishedBasis::None | PublishedBasis::Reader => None,
    }
}

impl Basis {
    fn read(self) -> PublishedBasis {
        match self {
            Self::Metadata => PublishedBasis::Metadata,
            Self::Line => PublishedBasis::Line,
            Self::Dateline => PublishedBasis::Dateline,
            Self::FileName => PublishedBasis::FileName,
        }
    }
}

fn role(role: ParagraphRole) -> Role {
    match role {
        ParagraphRole::Headline => Role::Headline,
        ParagraphRole::Heading => Role::Heading,
        ParagraphRole::Body => Role::Body,
        ParagraphRole::List => Role::List,
        ParagraphRole::Caption => Role::Caption,
    }
}
