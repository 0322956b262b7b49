//! TimelineJS JSON: headline, text, dates, display_date, group, unique_id.

use super::{Data, attribution, calendar, main_quote, status_words, undated};
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, dates};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// The slides of the events that have calendar days, grouped by place; years before Christ are negative.
pub fn timelinejs(article: &Article, chronology: &Chronology, language: DateLanguage) -> Data {
    let mut without = Vec::new();
    let mut slides = Vec::new();
    for event in &chronology.events {
        let (Some((first, last)), Some(when)) = (calendar(event.when.as_ref()), &event.when) else {
            without.push(event);
            continue;
        };
        let (quote, paragraph) = main_quote(article, event);
        let place = paragraph.map(|p| format!(" ¶{p}")).unwrap_or_default();
        let by = attribution(event).map(|by| format!(", {by}")).unwrap_or_default();
        let text = format!(
            "<p>{}{}. {}.</p><blockquote>{}{place}</blockquote>",
            html(&status_words(event)),
            html(&by),
            html(when.reason.trim_end_matches('.')),
            html(quote)
        );
        let mut slide = json!({
            "start_date": date(first),
            "display_date": dates::when_in(when, language),
            "text": {"headline": html(&event.title), "text": text},
            "group": event.places.first().map_or("", String::as_str),
            "unique_id": event.id,
        });
        if last != first
            && let Some(fields) = slide.as_object_mut()
        {
            fields.insert("end_date".to_owned(), date(last));
        }
        slides.push(slide);
    }
    let mut lost: Vec<String> = undated(&without).into_iter().collect();
    lost.push(
        "TimelineJS draws uncertain dates as lasting from the earliest to the latest day; display_date says what is known".to_owned(),
    );
    let value = json!({
        "title": {"text": {"headline": html(&article.title)}, "unique_id": "title"},
        "events": slides,
        "scale": "human",
    });
    Data { text: format!("{value:#}\n"), lost }
}

fn date(date: NaiveDate) -> Value {
    json!({"year": date.year(), "month": date.month(), "day": date.day()})
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
