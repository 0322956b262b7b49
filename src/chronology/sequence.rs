//! The order that the text states between happenings: "followed by", "before", "after", "then", "at the same time".

use super::merging::Telling;
use super::ordering::Link;
use crate::article::TextSpan;
use crate::language::Document;
use crate::language::event::{EventMention, Status};
use crate::language::time::TimeExpression;
use crate::language::token::Folded;

/// Words that stand between two happenings of a sentence and put the first before the second.
const FORWARD: &[&[&str]] = &[
    &["followed", "by"],
    &["and", "then"],
    &[",", "then"],
    &["led", "to"],
    &["paved", "the", "way", "for"],
    &["ahead", "of"],
    &["before"],
];

/// Words that put the second before the first.
const BACKWARD: &[&[&str]] = &[&["preceded", "by"], &["after"], &["following"]];

/// The links that connectives state within sentences, the first of each pair's connectives deciding.
pub fn links(document: &Document, folded: &Folded, mentions: &[EventMention], tellings: &[Telling]) -> Vec<Link> {
    let mut told: Vec<(usize, usize, usize)> = tellings
        .iter()
        .enumerate()
        .flat_map(|(at, t)| t.mentions.iter().filter_map(move |m| mentions.get(*m).map(|m| (m.sentence, m.trigger, at))))
        .collect();
    told.sort_unstable();
    let mut out: Vec<Link> = Vec::new();
    for pair in told.windows(2) {
        let [(sentence, first, from), (other, second, to)] = pair else { continue };
        if sentence != other || from == to {
            continue;
        }
        let found = (first + 1..*second).find_map(|at| {
            let starts = |words: &&[&str]| words.iter().enumerate().all(|(i, w)| at + i < *second && folded.get(at + i) == *w);
            let length = FORWARD.iter().find(|w| starts(w)).map(|w| (w.len(), true));
            let length = length.or_else(|| BACKWARD.iter().find(|w| starts(w)).map(|w| (w.len(), false)));
            length.map(|(length, forward)| (at, length, forward))
        });
        let Some((at, length, forward)) = found else { continue };
        let (from, to) = if forward { (*from, *to) } else { (*to, *from) };
        let span = document.tokens.get(at).zip(document.tokens.get(at + length - 1)).map(|(a, b)| TextSpan::new(a.span.start, b.span.end));
        if !out.iter().any(|l| (l.from, l.to) == (from, to) || (l.from, l.to) == (to, from)) {
            out.push(Link { from, to, span });
        }
    }
    out
}

/// Gives what is told as simultaneous ("the simultaneous arrival", "will arrive at the same time as") the time and the status of the
/// coming happening told last before it; without one, of the last dated one.
pub fn simultaneous(folded: &Folded, document: &Document, times: &[TimeExpression], mentions: &mut [EventMention]) {
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(mention) = rest.first_mut() else { continue };
        if !at_the_same_time(folded, document, mention) {
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
        if mention.status == Status::Happened && mention.tense == crate::language::event::Tense::None {
            mention.status = anchor.status;
        }
        if mention.places.is_empty() && mention.family.name == "visit" {
            mention.places = anchor.places.clone();
        }
        mention.features.push("dated");
    }
}

/// Whether "simultaneous" stands before the trigger's noun, or "at the same time" within eight words after it, in its own sentence.
fn at_the_same_time(folded: &Folded, document: &Document, mention: &EventMention) -> bool {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let begin = mention.trigger.saturating_sub(2).max(sentence.tokens.start);
    if (begin..mention.trigger).any(|t| matches!(folded.get(t), "simultaneous" | "concurrent")) {
        return true;
    }
    let end = sentence.tokens.end.min(mention.trigger + 8);
    let phrase = ["at", "the", "same", "time"];
    (mention.trigger..end).any(|t| phrase.iter().enumerate().all(|(i, w)| t + i < sentence.tokens.end && folded.get(t + i) == *w))
}
