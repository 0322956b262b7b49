//! Search over events and the words of the article.

use super::fold::{self, Folded};
use super::words;
use crate::article::{Article, ParagraphRole, TextSpan};
use crate::chronology::Event;
use std::collections::HashSet;

/// At most so many places in the text are listed.
pub const MOST: usize = 500;

/// One place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextHit {
    pub span: TextSpan,
    /// The ¶ number; none in headlines, headings and captions.
    pub paragraph: Option<u32>,
}

/// Why an event was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    Title,
    Participant,
    Place,
    Kind,
    Words,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// Ids in the order of time.
    pub events: Vec<String>,
    /// The same, to ask for one.
    pub ids: HashSet<String>,
    /// Beside each of `events`, why it was found.
    pub found_in: Vec<FoundIn>,
    pub text: Vec<TextHit>,
    /// The place in the text shown last.
    pub at: Option<usize>,
}

/// Searches events and their article. Case, diacritics and typography do not count; all of the query is one phrase.
pub fn find<'a>(article: &Article, events: impl Iterator<Item = &'a Event>, query: &str) -> Hits {
    let needle = fold::query(query);
    let mut hits = Hits::default();
    if needle.is_empty() {
        return hits;
    }
    for event in events {
        if let Some(found) = found_in(event, &article.text, &needle) {
            hits.events.push(event.id.clone());
            hits.ids.insert(event.id.clone());
            hits.found_in.push(found);
        }
    }
    for paragraph in article.paragraphs.iter().filter(|p| p.role != ParagraphRole::Caption) {
        let folded = Folded::new(paragraph.span.of(&article.text));
        for (start, end) in folded.find_all(&needle) {
            if hits.text.len() == MOST {
                return hits;
            }
            let span = TextSpan::new(paragraph.span.start + start, paragraph.span.start + end);
            hits.text.push(TextHit { span, paragraph: paragraph.number });
        }
    }
    hits
}

fn found_in(event: &Event, text: &str, needle: &str) -> Option<FoundIn> {
    let holds = |words: &str| Folded::new(words).text.contains(needle);
    if holds(&event.title) {
        Some(FoundIn::Title)
    } else if event.participants.iter().any(|p| holds(p)) {
        Some(FoundIn::Participant)
    } else if event.places.iter().any(|p| holds(p)) {
        Some(FoundIn::Place)
    } else if holds(words::kind(event.kind)) || event.mode.is_some_and(holds) || event.status_word.as_deref().is_some_and(holds) {
        Some(FoundIn::Kind)
    } else if event.evidence.iter().any(|e| holds(e.span.of(text))) {
        Some(FoundIn::Words)
    } else {
        None
    }
}

/// Where a query stands in one line of text, as bytes of it.
pub fn places(text: &str, query: &str) -> Vec<(usize, usize)> {
    let needle = fold::query(query);
    if needle.is_empty() { Vec::new() } else { Folded::new(text).find_all(&needle) }
}
