//! The event that an expression is counted from by name: "two days after the talks", "within a week of the prize".

use crate::chronology::merging::class;
use crate::language::Document;
use crate::language::event::{EventMention, Form, Status, Tense, Weight};
use crate::language::time::{Stretch, TimeExpression};
use crate::language::wordlist::listed;

/// What the words after "two days after …" name.
pub(super) enum Named {
    /// An event, by its days.
    Told(Stretch, String),
    /// "the date on which", "that": the date told last.
    Date,
    /// An event that was still to take place.
    Open,
    /// An event whose days are not told.
    Untold,
    /// No event.
    Nothing,
}

/// How many sentences back an event is looked for that an expression names.
const BACK: usize = 12;

/// What is left of a sentence from a token on.
fn own_sentence(document: &Document, from: usize) -> Option<std::ops::Range<usize>> {
    let sentence = document.sentences.get(document.sentence_at(document.tokens.get(from)?.span.start)?)?;
    Some(from..sentence.tokens.end)
}

/// Words that tie an expression to what it is counted from.
const TIES: &str = "before after following ahead of prior to";

/// Words that a noun phrase cannot go on with.
const BREAKS: &str = "the a an he she it they we i you who whom which when where while as and but or nor so then in on at to by for with from of \
into over under during about against between until till since before after is are was were be been being has have had do does did will would \
can could may might must should shall both all his her its their our";

/// Whether the noun phrase right after an expression's "after" or "before" names a date and no event: "that", "the date on which", "the
/// deadline". "That" and "this" stand for the date only where no noun follows them.
fn names_date(document: &Document, rest: std::ops::Range<usize>) -> bool {
    let word = |at: usize| if rest.contains(&at) { document.lower(at) } else { "" };
    let ends = |at: usize| !word(at).starts_with(char::is_alphanumeric) || listed(BREAKS, word(at));
    let mut at = rest.start;
    while listed(TIES, word(at)) {
        at += 1;
    }
    if matches!(word(at), "that" | "this") {
        // "after that Berlin agreed": a name goes on with another clause.
        return ends(at + 1) || document.word(at + 1).starts_with(char::is_uppercase);
    }
    if matches!(word(at), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "these" | "those") {
        at += 1;
    }
    let mut head = "";
    while !ends(at) {
        head = word(at);
        at += 1;
    }
    matches!(head, "date" | "dates" | "deadline")
}

/// The days of the event that the words after an expression name: "two days after the talks", told there or before.
pub(super) fn named(
    document: &Document,
    mentions: &[EventMention],
    here: std::ops::Range<usize>,
    days: &[Option<Stretch>],
    expression: &TimeExpression,
) -> Named {
    let end = expression.tokens.end;
    if own_sentence(document, end).is_some_and(|rest| names_date(document, rest)) {
        return Named::Date;
    }
    let own = mentions.get(here.clone()).unwrap_or(&[]);
    let Some(name) = own.iter().filter(|m| m.trigger >= end && m.trigger < end + 8).min_by_key(|m| m.trigger) else {
        return match by_words(document, mentions, here, days, end) {
            Some((days, words)) => Named::Told(days, format!("the {words} told before")),
            None => Named::Nothing,
        };
    };
    let words = document.word(name.trigger);
    let parties = |m: &EventMention| m.parties().filter_map(|p| p.entity).collect::<Vec<_>>();
    let mine = parties(name);
    let fits = |m: &EventMention| {
        let theirs = parties(m);
        let kin = same_root(&m.base, &name.base) || class(m) == class(name) && name.family.weight == Weight::Step;
        kin && (mine.is_empty() || theirs.is_empty() || mine.iter().any(|e| theirs.contains(e)))
    };
    // What was still to take place then is told of another day: "a day before the talks were to open".
    if matches!(name.status, Status::Expected | Status::Proposed) && name.form == Form::Clause {
        return Named::Open;
    }
    let earlier = mentions.get(..here.start).unwrap_or(&[]).iter().zip(days).rev();
    let before: Vec<_> = earlier
        .take_while(|(m, _)| m.sentence + BACK >= name.sentence)
        .filter(|(m, _)| m.status != Status::CalledOff && fits(m))
        .filter_map(|(m, days)| Some((m, (*days)?)))
        .collect();
    // The same word, then the noun that names it, then a near word of its kind.
    let same = before.iter().find(|(m, _)| same_root(&m.base, &name.base)).map(|(_, days)| (*days, words));
    let kin = |m: &EventMention| m.sentence + 3 >= name.sentence && !m.has("relative") && m.tense != Tense::Pluperfect;
    let found = same
        .or_else(|| by_words(document, mentions, here, days, end))
        .or_else(|| before.iter().find(|(m, _)| kin(m)).map(|(_, days)| (*days, words)));
    found.map_or(Named::Untold, |(days, words)| Named::Told(days, format!("the {words} told before")))
}

/// Whether two words are of one root: "walkout" and "walk", "signing" and "sign", "arrival" and "arrive".
fn same_root(a: &str, b: &str) -> bool {
    const ENDINGS: [&str; 14] = ["ations", "ation", "ings", "ing", "ment", "ions", "ion", "als", "al", "out", "ed", "es", "s", "e"];
    fn strip(word: &str) -> &str {
        // "station" and "mission" are no forms of "state" and "miss".
        let enough = |ending: &str| if ending.starts_with(['i', 'a', 'm']) && ending != "ing" && ending != "ings" { 5 } else { 4 };
        ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|w| w.len() >= enough(e))).unwrap_or(word)
    }
    a == b || strip(a) == strip(b)
}

/// The days of the event told before in whose sentence stands the noun that an expression is counted from: "within a week of the prize".
fn by_words<'a>(
    document: &'a Document,
    mentions: &[EventMention],
    here: std::ops::Range<usize>,
    days: &[Option<Stretch>],
    end: usize,
) -> Option<(Stretch, &'a str)> {
    let rest = own_sentence(document, end)?;
    let word = |at: usize| if rest.contains(&at) { document.lower(at) } else { "" };
    let mut at = rest.start;
    while listed(TIES, word(at)) || listed("the a an its his her their that this", word(at)) {
        at += 1;
    }
    let ends = |at: usize| !word(at).starts_with(char::is_alphanumeric) || listed(BREAKS, word(at));
    let first = at;
    // "after the walkout Sweden left": a name that follows a common noun begins the clause.
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    while !ends(at) && at < first + 5 && (at == first || !capital(at) || capital(at - 1)) {
        at += 1;
    }
    let head = at.checked_sub(1).filter(|at| *at >= first)?;
    let name = document.lower(head);
    if name.len() < 4 {
        return None;
    }
    let sentence = document.sentence_at(document.tokens.get(head)?.span.start)?;
    // The words of a sentence are looked through once for all that it tells.
    let mut looked: Option<(usize, bool)> = None;
    let mut told = |m: &EventMention| {
        let stands = match looked {
            Some((at, stands)) if at == m.sentence => stands,
            _ => document.sentences.get(m.sentence).is_some_and(|s| s.tokens.clone().any(|t| same_root(document.lower(t), name))),
        };
        looked = Some((m.sentence, stands));
        stands || same_root(&m.base, name)
    };
    let before = mentions.get(..here.start)?.iter().zip(days).rev().take_while(|(m, _)| m.sentence + BACK >= sentence);
    let found =
        before.filter(|(m, d)| d.is_some_and(|d| d.latest - d.earliest <= 31) && m.status != Status::CalledOff).find(|(m, _)| told(m));
    found.and_then(|(_, d)| *d).map(|d| (d, document.word(head)))
}
