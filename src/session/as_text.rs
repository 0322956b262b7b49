//! Events as lines of prose, for briefs that are text.

use crate::chronology::dates::DateLanguage;
use crate::chronology::{Event, Status, dates};

/// With its dates in a language: "c. 24 Oct – c. 5 Dec 2025: Witkoff and Kushner visit Moscow (“weeks ago”, ¶2)".
pub fn line(event: &Event, language: DateLanguage) -> String {
    let when = event.when.as_ref().map_or_else(|| "Not placed in time".to_owned(), |w| dates::when_in(w, language));
    let mut notes: Vec<String> = Vec::new();
    if event.status != Status::Happened {
        let word = super::words::status(event.status).to_lowercase();
        notes.push(event.status_word.clone().unwrap_or(word));
    }
    if let Some(attribution) = &event.attribution {
        match (&attribution.by, &attribution.hedge) {
            (Some(by), _) => notes.push(format!("per {by}")),
            (None, Some(hedge)) => notes.push(hedge.clone()),
            (None, None) => {}
        }
    }
    if let Some(words) = event.when.as_ref().and_then(|w| w.words.as_ref()) {
        notes.push(format!("“{words}”"));
    }
    let mut numbers: Vec<u32> = event.evidence.iter().filter_map(|e| e.paragraph).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if !numbers.is_empty() {
        notes.push(numbers.iter().map(|n| format!("¶{n}")).collect::<Vec<_>>().join(" "));
    }
    if notes.is_empty() { format!("{when}: {}", event.title) } else { format!("{when}: {} ({})", event.title, notes.join(", ")) }
}

/// One line an event, in the order given.
pub fn events<'a>(events: impl Iterator<Item = &'a Event>, language: DateLanguage) -> String {
    events.map(|event| line(event, language)).collect::<Vec<_>>().join("\n")
}
