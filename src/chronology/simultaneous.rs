//! What is told as simultaneous with another happening takes its days.

use crate::language::Document;
use crate::language::event::{EventMention, Status, Tense};
use crate::language::time::TimeExpression;

/// Gives what is told as simultaneous ("the simultaneous arrival", "will arrive at the same time as") the time and the status of the
/// coming happening told last before it; without one, of the last dated one.
pub fn date(document: &Document, times: &[TimeExpression], mentions: &mut [EventMention]) {
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(mention) = rest.first_mut() else { continue };
        if !at_the_same_time(document, mention) {
            continue;
        }
        if mention.times.iter().any(|t| times.get(t.expression).is_some_and(|e| e.stretch.is_some())) {
            continue;
        }
        let dated =
            |m: &&EventMention| m.aside.is_none() && m.times.iter().any(|t| times.get(t.expression).is_some_and(|e| e.stretch.is_some()));
        let coming = before.iter().rev().filter(dated).find(|m| m.status == Status::Expected);
        let Some(anchor) = coming.or_else(|| before.iter().rev().find(dated)) else { continue };
        mention.times = anchor.times.clone();
        if mention.status == Status::Happened && mention.tense == Tense::None {
            mention.status = anchor.status;
        }
        if mention.places.is_empty() && mention.family.name == "visit" {
            mention.places = anchor.places.clone();
        }
        mention.features.push("dated");
    }
}

/// Whether "simultaneous" stands before the trigger's noun, or "at the same time" within eight words after it, in its own sentence.
fn at_the_same_time(document: &Document, mention: &EventMention) -> bool {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let begin = mention.trigger.saturating_sub(2).max(sentence.tokens.start);
    if (begin..mention.trigger).any(|t| matches!(document.lower(t), "simultaneous" | "concurrent")) {
        return true;
    }
    let end = sentence.tokens.end.min(mention.trigger + 8);
    let phrase = ["at", "the", "same", "time"];
    (mention.trigger..end).any(|t| phrase.iter().enumerate().all(|(i, w)| t + i < sentence.tokens.end && document.lower(t + i) == *w))
}
