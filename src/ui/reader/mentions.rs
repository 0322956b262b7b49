//! Where the events of an article are told, paragraph by paragraph.

use crate::article::{Article, TextSpan};
use crate::chronology::{Chronology, Event, Evidence, EvidenceRole};
use std::rc::Rc;

/// The words that tell one event in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub span: TextSpan,
    /// Into the chronology's events.
    pub event: usize,
    /// Whether the event is first told here.
    pub main: bool,
}

/// All mentions by paragraph, and the time expressions that are underlined.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    pub by_paragraph: Vec<Rc<[Mention]>>,
    pub times: Vec<Vec<TextSpan>>,
}

impl Mentions {
    pub fn new(article: &Article, chronology: &Chronology) -> Self {
        let mut by_paragraph: Vec<Vec<Mention>> = vec![Vec::new(); article.paragraphs.len()];
        let paragraph_of = |span: TextSpan| {
            let at = article.paragraphs.partition_point(|p| p.span.end <= span.start);
            article.paragraphs.get(at).is_some_and(|p| p.span.start <= span.start).then_some(at)
        };
        for (index, event) in chronology.events.iter().enumerate() {
            for evidence in &event.evidence {
                if let Some(list) = paragraph_of(evidence.span).and_then(|at| by_paragraph.get_mut(at)) {
                    let (span, main) = (hull(evidence), evidence.role == EvidenceRole::Main);
                    if span.start < span.end {
                        list.push(Mention { span, event: index, main });
                    }
                }
            }
        }
        let mut times = vec![Vec::new(); article.paragraphs.len()];
        let foreign = chronology.language != "en" && chronology.language != "und";
        for expression in &chronology.time_expressions {
            let Some(at) = paragraph_of(expression.span) else { continue };
            let told = by_paragraph.get(at).is_some_and(|list| list.iter().any(|m| m.span.contains(expression.span)));
            if (told || foreign)
                && let Some(list) = times.get_mut(at)
            {
                list.push(expression.span);
            }
        }
        Self { by_paragraph: by_paragraph.into_iter().map(Rc::from).collect(), times }
    }
}

/// From the first to the last telling word of a piece of evidence; all of it where none is marked.
pub fn hull(evidence: &Evidence) -> TextSpan {
    let first = evidence.telling.iter().map(|t| t.start).min();
    let last = evidence.telling.iter().map(|t| t.end).max();
    match (first, last) {
        (Some(start), Some(end)) if start < end => TextSpan::new(start.max(evidence.span.start), end.min(evidence.span.end)),
        _ => evidence.span,
    }
}

/// The event that a press on a byte means: the tightest mention about it; pressed again, the next one.
pub fn pressed<'a>(mentions: &[Mention], events: &'a [Event], byte: usize, selected: Option<&str>) -> Option<&'a Event> {
    let mut about: Vec<&Mention> = mentions.iter().filter(|m| m.span.start <= byte && byte < m.span.end).collect();
    about.sort_by_key(|m| (m.span.end - m.span.start, m.event));
    let ids: Vec<&Event> = about.iter().filter_map(|m| events.get(m.event)).collect();
    let at = selected.and_then(|id| ids.iter().position(|e| e.id == id));
    match at {
        Some(at) => ids.get((at + 1) % ids.len()).copied(),
        None => ids.first().copied(),
    }
}
