//! Comma-separated values (RFC 4180) with a byte order mark, so that spreadsheets read the letters right.

use super::{Data, attribution, calendar, kind, main_quote, names, status};
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, dates};
use crate::export::edtf::edtf;

const COLUMNS: &str =
    "number,title,start,end,edtf,when,status,status_word,kind,mode,places,participants,attribution,reason,text,paragraph,id";

/// One row an event, the unplaced last with empty dates. `title`, `start`, `end`, `places`, `participants`, `kind`, `mode` and `text`
/// are also the columns that an events file needs to be opened.
pub fn csv(article: &Article, chronology: &Chronology, language: DateLanguage) -> Data {
    let mut text = format!("\u{feff}{COLUMNS}\r\n");
    for event in &chronology.events {
        let (quote, paragraph) = main_quote(article, event);
        let days = calendar(event.when.as_ref());
        let cells = [
            event.number.to_string(),
            event.title.clone(),
            days.map(|d| d.0.to_string()).unwrap_or_default(),
            days.map(|d| d.1.to_string()).unwrap_or_default(),
            event.when.as_ref().and_then(edtf).unwrap_or_default(),
            event.when.as_ref().map(|w| dates::when_in(w, language)).unwrap_or_default(),
            status(event.status).to_owned(),
            event.status_word.clone().unwrap_or_default(),
            kind(event.kind).to_owned(),
            event.mode.unwrap_or_default().to_owned(),
            names(&event.places),
            names(&event.participants),
            attribution(event).unwrap_or_default(),
            event.when.as_ref().map(|w| w.reason.clone()).unwrap_or_default(),
            quote.to_owned(),
            paragraph.map(|p| p.to_string()).unwrap_or_default(),
            event.id.clone(),
        ];
        let row: Vec<String> = cells.iter().map(|c| cell(c)).collect();
        text.push_str(&row.join(","));
        text.push_str("\r\n");
    }
    let mut lost = Vec::new();
    if chronology.events.iter().any(|e| e.evidence.len() > 1) {
        lost.push("CSV holds one quote an event: the other source sentences are not in it".to_owned());
    }
    if !chronology.constraints.is_empty() {
        lost.push("CSV does not hold the order told between events".to_owned());
    }
    Data { text, lost }
}

/// A cell, quoted where it must be. Spreadsheets run cells that begin like a formula, so those get an apostrophe.
fn cell(value: &str) -> String {
    let guarded = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{value}") } else { value.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}
