//! Markdown: a table of the events, their quotes as footnotes.

use super::{Data, attribution, status_words};
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, Event, EvidenceRole, Status, dates};

/// The headline, a table in the order of time, then what is not placed in time, then the quotes with their ¶ numbers.
pub fn markdown(article: &Article, chronology: &Chronology, language: DateLanguage) -> Data {
    let mut text = format!("# {}\n\n{}\n", inline(&article.title), subtitle(article, chronology, language));
    let (placed, unplaced): (Vec<&Event>, Vec<&Event>) = chronology.events.iter().partition(|e| e.when.is_some());
    if !placed.is_empty() {
        text.push_str("\n| | When | Event | Where | Who | Why this date |\n| ---: | --- | --- | --- | --- | --- |\n");
        for event in &placed {
            let when = event.when.as_ref();
            let cells = [
                event.number.to_string(),
                inline(&when.map(|w| dates::when_in(w, language)).unwrap_or_default()),
                format!("{}[^{}]", inline(&told(event)), event.number),
                inline(&event.places.join(", ")),
                inline(&event.participants.join(", ")),
                inline(when.map_or("", |w| w.reason.as_str())),
            ];
            text.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    if !unplaced.is_empty() {
        text.push_str("\nNot placed in time:\n\n");
        for event in &unplaced {
            text.push_str(&format!("- {}[^{}]\n", inline(&told(event)), event.number));
        }
    }
    for event in &chronology.events {
        text.push_str(&format!("\n[^{}]: {}\n", event.number, quotes(article, event)));
    }
    Data { text, lost: Vec::new() }
}

fn subtitle(article: &Article, chronology: &Chronology, language: DateLanguage) -> String {
    let count = chronology.events.len();
    let events = format!("{count} event{}", if count == 1 { "" } else { "s" });
    let by = inline(article.publisher.as_deref().unwrap_or(&article.source));
    match chronology.published {
        Some(date) => format!("{events} as told by {by}, {}.", dates::long_day_in(dates::day_of(date), language)),
        None => format!("{events} as told by {by}, publication date unknown."),
    }
}

/// The title, with the status where it did not simply happen, and who says so.
fn told(event: &Event) -> String {
    let status = (event.status != Status::Happened || event.status_word.is_some()).then(|| status_words(event));
    let notes: Vec<String> = status.into_iter().chain(attribution(event)).collect();
    if notes.is_empty() { event.title.clone() } else { format!("{} ({})", event.title, notes.join(", ")) }
}

fn quotes(article: &Article, event: &Event) -> String {
    let mut seen = Vec::new();
    for evidence in event.evidence.iter().filter(|e| e.role != EvidenceRole::Order) {
        let quote = evidence.span.of(&article.text);
        let place = evidence.paragraph.map(|p| format!(" ¶{p}")).unwrap_or_default();
        let line = format!("“{}”{place}", inline(quote));
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    seen.join("; ")
}

/// One line of text that Markdown takes as it stands, also inside a table.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '|' | '*' | '_' | '`' | '<' | '[' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
