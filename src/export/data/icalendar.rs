//! iCalendar (RFC 5545): all-day events; what is uncertain stands in the description.

use super::{Data, attribution, calendar, main_quote, status_words, undated};
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, Event, Status, dates};
use chrono::{Datelike, NaiveDate};

/// A calendar of the events that have calendar days. `DTSTAMP` is the publication date, or the event's own day where that is not
/// known: nothing comes from the clock. UIDs are the same whenever the same article gives the same event.
pub fn icalendar(article: &Article, chronology: &Chronology, language: DateLanguage) -> Data {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        concat!("PRODID:-//Demarche//demarche ", env!("CARGO_PKG_VERSION"), "//EN").to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escape(&article.title)),
    ];
    let mut without = Vec::new();
    let mut uncertain = 0;
    for event in &chronology.events {
        match calendar(event.when.as_ref()).filter(|(a, b)| a.year() >= 1 && b.year() < 9999) {
            Some(days) => {
                uncertain += usize::from(event.when.as_ref().is_some_and(|w| !w.is_day() && w.core() != Some((w.earliest(), w.latest()))));
                component(&mut lines, article, chronology, event, (days, language));
            }
            None => without.push(event),
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    let mut lost: Vec<String> = undated(&without).into_iter().collect();
    if uncertain > 0 {
        lost.push(format!(
            "A calendar shows {uncertain} uncertain event{} as lasting from the earliest to the latest day; the description says so",
            if uncertain == 1 { "" } else { "s" }
        ));
    }
    Data { text: lines.iter().map(|l| fold(l)).collect(), lost }
}

fn component(
    lines: &mut Vec<String>,
    article: &Article,
    chronology: &Chronology,
    event: &Event,
    ((first, last), language): ((NaiveDate, NaiveDate), DateLanguage),
) {
    let stamp = chronology.published.unwrap_or(first).format("%Y%m%dT000000Z");
    let after = last.succ_opt().unwrap_or(last);
    lines.push("BEGIN:VEVENT".to_owned());
    lines.push(format!("UID:{}-{}@demarche", event.id, article.sha256.get(..12).unwrap_or("")));
    lines.push(format!("DTSTAMP:{stamp}"));
    lines.push(format!("DTSTART;VALUE=DATE:{}", first.format("%Y%m%d")));
    lines.push(format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")));
    lines.push(format!("SUMMARY:{}", escape(&event.title)));
    if !event.places.is_empty() {
        lines.push(format!("LOCATION:{}", escape(&event.places.join(", "))));
    }
    lines.push(format!("DESCRIPTION:{}", escape(&description(article, event, language))));
    lines.push(format!("CATEGORIES:{}", super::kind(event.kind).to_uppercase()));
    let status = match event.status {
        Status::Happened => "CONFIRMED",
        Status::Expected | Status::Proposed => "TENTATIVE",
        Status::CalledOff => "CANCELLED",
    };
    lines.push(format!("STATUS:{status}"));
    lines.push("TRANSP:TRANSPARENT".to_owned());
    lines.push("END:VEVENT".to_owned());
}

fn description(article: &Article, event: &Event, language: DateLanguage) -> String {
    let mut parts = Vec::new();
    if let Some(when) = &event.when {
        let between = if when.is_day() || when.core() == Some((when.earliest(), when.latest())) { "" } else { "Some time in: " };
        parts.push(format!("{between}{}. {}.", dates::when_in(when, language), when.reason.trim_end_matches('.')));
    }
    parts.push(match attribution(event) {
        Some(by) => format!("Status: {}, {by}.", status_words(event)),
        None => format!("Status: {}.", status_words(event)),
    });
    if !event.participants.is_empty() {
        parts.push(format!("Who: {}.", event.participants.join(", ")));
    }
    let (quote, paragraph) = main_quote(article, event);
    if !quote.is_empty() {
        parts.push(format!("“{quote}” ({}{})", article.title, paragraph.map(|p| format!(", ¶{p}")).unwrap_or_default()));
    }
    parts.join("\n")
}

/// TEXT values escape backslash, semicolon, comma and line ends (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines of at most 75 octets, continued after a line end and a space (RFC 5545, 3.1), never inside a character.
fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut room = 75;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
    out
}
