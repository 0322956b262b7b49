//! A figure as a presentation (ECMA-376): a slide for each page, of native shapes and text that can be edited, with the sources as notes.
//!
//! A presentation names one font for each text and has no list of what stands in for it. Few machines have the bundled one, so text is
//! set in Arial, which is on nearly all, is measured alike by what stands in for it, and is a little narrower: nothing runs into its
//! neighbour.

mod parts;
mod slide;

use super::pdf::About;
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, EvidenceRole, dates};
use crate::scene::{Scene, theme::Theme};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The part of a presentation that says what it is cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the presentation cannot be made ({0}): write the figure as SVG and report this")]
pub struct PptxError(#[from] zip::result::ZipError);

impl From<std::io::Error> for PptxError {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

/// English Metric Units in a unit of a figure's scene: 12,700 in a point.
const EMU: f32 = 12_700.0 / super::UNITS_PER_POINT;

/// Writes the pages as slides, each with the same notes, a paragraph a line.
pub fn pptx(pages: &[Scene], notes: &[String], theme: Theme, about: &About) -> Result<Vec<u8>, PptxError> {
    let size = pages.first().map_or((1920.0, 1080.0), |p| (p.width, p.height));
    let mut files = parts::of(pages.len(), size, theme, about);
    for (index, page) in pages.iter().enumerate() {
        let number = index + 1;
        files.push((format!("ppt/slides/slide{number}.xml"), slide::slide(page, theme)));
        files.push((format!("ppt/notesSlides/notesSlide{number}.xml"), slide::notes(notes)));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of the clock: the same figure gives the same bytes.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(zip::DateTime::default());
    for (name, text) in files {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// What the notes tell of an event besides its date and reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteParts {
    /// The numbers of its paragraphs.
    pub paragraphs: bool,
    /// The words that it rests on.
    pub quotes: bool,
    /// Of its dates.
    pub language: DateLanguage,
}

/// What the notes say: the source, then each event with its date, its reason, and the words that it rests on.
pub fn notes(article: &Article, chronology: &Chronology, parts: NoteParts, ids: &[String]) -> Vec<String> {
    let publisher = article.publisher.as_deref().or(article.url.as_deref()).unwrap_or(&article.source);
    let date = chronology
        .published
        .map_or_else(|| "publication date unknown".to_owned(), |d| dates::long_day_in(dates::day_of(d), parts.language));
    let mut lines = vec![format!("Source: “{}”, {publisher}, {date}", article.title.trim())];
    let shown = ids.iter().filter_map(|id| chronology.events.iter().find(|e| e.id == *id));
    for event in shown.chain(chronology.events.iter().filter(|e| e.when.is_none())) {
        let when = event.when.as_ref().map_or_else(|| "not placed in time".to_owned(), |w| dates::when_in(w, parts.language));
        let reason = event.when.as_ref().map(|w| format!(" ({})", w.reason.trim_end_matches('.'))).unwrap_or_default();
        lines.push(format!("{}. {}: {when}{reason}", event.number, event.title));
        for evidence in event.evidence.iter().filter(|e| e.role != EvidenceRole::Order) {
            let number = evidence.paragraph.filter(|_| parts.paragraphs).map(|n| format!(" ¶{n}")).unwrap_or_default();
            let quote = evidence.span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let line = format!("    “{quote}”{number}");
            if parts.quotes && lines.last() != Some(&line) {
                lines.push(line);
            }
        }
    }
    lines
}
