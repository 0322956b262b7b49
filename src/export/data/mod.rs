//! A chronology as data that other programs read. Each form says what it could not hold.

pub mod csv;
pub mod icalendar;
pub mod markdown;
pub mod markwhen;
pub mod timelinejs;

#[cfg(test)]
mod tests;

use crate::article::Article;
use crate::chronology::{Day, Event, EvidenceRole, Frame, Kind, Status, When, dates};
use chrono::NaiveDate;

/// The text of a file, and in a sentence each what of the chronology it could not hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Data {
    pub text: String,
    pub lost: Vec<String>,
}

/// A PLOVER type as it is written in data.
pub fn kind(kind: Kind) -> &'static str {
    super::json::kind(kind)
}

/// A status as it is written in data.
pub fn status(status: Status) -> &'static str {
    super::json::status(status)
}

/// The status in the article's own word where it has one.
fn status_words(event: &Event) -> String {
    match (&event.status_word, event.status) {
        (Some(word), _) => word.clone(),
        (None, Status::Happened) => "happened".to_owned(),
        (None, Status::Expected) => "expected".to_owned(),
        (None, Status::Proposed) => "proposed".to_owned(),
        (None, Status::CalledOff) => "called off".to_owned(),
    }
}

/// "reportedly", "per Moscow"; none where the article says it in its own voice.
fn attribution(event: &Event) -> Option<String> {
    let told = event.attribution.as_ref()?;
    told.by.as_ref().map(|by| format!("per {by}")).or_else(|| told.hedge.clone())
}

/// The words an event rests on first, with their ¶ number.
fn main_quote<'a>(article: &'a Article, event: &Event) -> (&'a str, Option<u32>) {
    let main = event.evidence.iter().find(|e| e.role == EvidenceRole::Main).or(event.evidence.first());
    main.map_or(("", None), |e| (e.span.of(&article.text), e.paragraph))
}

/// First and last day on the calendar, where the event has calendar days that chrono can write.
fn calendar(when: Option<&When>) -> Option<(NaiveDate, NaiveDate)> {
    let when = when.filter(|w| w.frame == Frame::Calendar)?;
    let date = |day: Day| dates::date(day);
    Some((date(when.earliest())?, date(when.latest())?))
}

/// One sentence that names the events left out for want of a calendar date; none where there are none.
fn undated(events: &[&Event]) -> Option<String> {
    let titles: Vec<&str> = events.iter().map(|e| e.title.as_str()).collect();
    match titles.as_slice() {
        [] => None,
        [one] => Some(format!("1 event without a calendar date is left out: {one}")),
        many => Some(format!("{} events without a calendar date are left out: {}", many.len(), many.join("; "))),
    }
}

/// "; "-separated names.
fn names(names: &[String]) -> String {
    names.join("; ")
}
