//! The run of the story: from which day "two days later", "that Saturday" and "the day after the signing" are counted.
//!
//! A text's words of time lean on what its main line told last, not on every date that it mentions: the sentences are walked in their
//! order, each leaning expression is counted from the last day told for something that took place (or, of what is to come, from the last
//! day told at all), and what it gives is what the next one leans on.

use super::merging::class;
use super::{Basis, Day, Grain};
use crate::language::Document;
use crate::language::event::{EventMention, Form, Status, Tense, Weight};
use crate::language::time::{Signal, Stretch, TimeExpression, TimeKind, told_of};
use crate::language::wordlist::listed;
use chrono::NaiveDate;

/// A day or more that the story has come to.
#[derive(Debug, Clone)]
struct Mark {
    stretch: Stretch,
    /// In a reader's words: “on Thursday”.
    told: String,
    expression: Option<usize>,
}

/// What later words can lean on.
#[derive(Debug, Default)]
struct Line {
    /// The last told of something that took place, and the last so told within a month or less.
    past: Option<Mark>,
    near: Option<Mark>,
    /// The last told of something to come.
    ahead: Option<Mark>,
    /// The last told of all.
    last: Option<Mark>,
    /// The day that a flashback has told since, which "that day" points at.
    back: Option<Mark>,
}

/// A date that a sentence tells without an event of its own ("On Monday night the talks were all but over"): what follows is told of it.
#[derive(Debug, Clone)]
pub struct Setting {
    pub sentence: usize,
    /// Its first token.
    pub token: usize,
    pub expression: usize,
    pub stretch: Stretch,
    /// Whether it tells of what is to come.
    pub ahead: bool,
    /// Whether an event of the sentence carries it.
    pub carried: bool,
    /// Whether its sentence looks back from the story.
    pub back: bool,
    /// Whether it is the day on which the report was filed; only the news, in the next sentence, is told of it.
    pub filed: bool,
}

/// Counts each leaning expression from where the story has come to; gives the dates that sentences set by themselves. `known` holds the
/// days of mentions that only the order told places, where they have been found.
pub fn recount(
    document: &Document,
    mentions: &[EventMention],
    stands: &[bool],
    times: &mut [TimeExpression],
    published: Option<NaiveDate>,
    known: &[Option<Stretch>],
) -> Vec<Setting> {
    let mut settings = Vec::new();
    let text = &document.article.text;
    let mut line = Line::default();
    // The days of each mention so far, for what is counted from an event by name.
    let mut days: Vec<Option<Stretch>> = vec![None; mentions.len()];
    let mut next = 0;
    let mut first = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let start = next;
        while mentions.get(next).is_some_and(|m| m.sentence <= index) {
            next += 1;
        }
        let here = start..next;
        while times.get(first).is_some_and(|e| e.span.start < sentence.span.start) {
            first += 1;
        }
        // When a report was filed is no part of what it tells; its lead may be of that day.
        if sentence.dateline || index <= 1 && only_files(sentence.span.of(text)) {
            let days = times.iter().enumerate().skip(first).take_while(|(_, e)| e.span.start < sentence.span.end);
            let told = days.filter_map(|(at, e)| Some((at, e.tokens.start, e.stretch.filter(|s| s.grain == Grain::Day)?)));
            settings.extend(told.map(|(expression, token, stretch)| Setting {
                sentence: index,
                token,
                expression,
                stretch,
                ahead: false,
                carried: false,
                back: false,
                filed: true,
            }));
            continue;
        }
        // "Argentina had claimed the islands from 1833 on": told of the time before the story's.
        let main = mentions.get(here.clone()).unwrap_or(&[]).iter().filter(|m| !m.has("relative") && !m.has("adverbial"));
        let mut finite = main.filter(|m| matches!(m.tense, Tense::Past | Tense::Pluperfect));
        let flashback = finite.next().is_some_and(|m| m.tense == Tense::Pluperfect);
        let mut at = first;
        let mut run: Option<Mark> = None;
        while times.get(at).is_some_and(|e| e.span.start < sentence.span.end) {
            let own = mentions.get(here.clone()).unwrap_or(&[]).iter().find(|m| m.times.iter().any(|t| t.expression == at && t.own));
            let Some(expression) = times.get_mut(at) else { break };
            let words = expression.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            if expression.offset.is_some() && expression.stretch.is_none() {
                let by_name = match named(document, mentions, here.clone(), &days, expression) {
                    Named::Told(stretch, told) => Some((stretch, told)),
                    Named::Date => run.as_ref().or(line.last.as_ref()).map(|m| (m.stretch, m.told.clone())),
                    Named::Open => line.last.as_ref().map(|m| (m.stretch, m.told.clone())),
                    Named::Untold if expression.signal == Some(Signal::Within) => {
                        line.lean(expression).map(|m| (m.stretch, m.told.clone()))
                    }
                    Named::Untold => None,
                    Named::Nothing => None,
                };
                if let Some((stretch, told)) = by_name {
                    count_from_event(expression, &stretch, &told, &words);
                }
            } else if expression.leaning.is_some() {
                let ahead = own.is_some_and(|m| m.status == Status::Expected);
                let told = run.is_some();
                let origin = run.as_ref().or(if ahead { line.ahead.as_ref().or(line.last.as_ref()) } else { line.lean(expression) });
                if let Some(mark) = origin
                    && expression.count_from(&mark.stretch, &mark.told, &words)
                    && !told
                    && let Some(from) = mark.expression
                {
                    // "will receive one guest first and give the other lunch the day after": the first is told of the day before.
                    let token = sentence.tokens.start;
                    settings.push(Setting {
                        sentence: index,
                        token,
                        expression: from,
                        stretch: mark.stretch,
                        ahead,
                        carried: false,
                        back: false,
                        filed: false,
                    });
                }
            }
            if let Some(stretch) = expression.stretch.filter(|_| tells(expression, own) && (expression.offset.is_none() || run.is_none())) {
                let mark = Mark { stretch, told: format!("“{words}”, told before"), expression: Some(at) };
                let took_place = own.is_none_or(|m| m.status == Status::Happened)
                    && stretch.frame.today(published).is_none_or(|today| stretch.earliest <= today);
                run = Some(mark.clone());
                let carried = here
                    .clone()
                    .any(|m| stands.get(m) == Some(&true) && mentions.get(m).is_some_and(|m| m.times.iter().any(|t| t.expression == at)));
                let token = expression.tokens.start;
                settings.push(Setting {
                    sentence: index,
                    token,
                    expression: at,
                    stretch,
                    ahead: !took_place,
                    carried,
                    back: flashback,
                    filed: false,
                });
                if !flashback || line.past.is_none() {
                    line.tell(mark, took_place);
                } else {
                    line.back = Some(mark).filter(|m| m.stretch.grain == Grain::Day);
                }
            }
            at += 1;
        }
        for m in here {
            let (Some(mention), Some(slot)) = (mentions.get(m), days.get_mut(m)) else { continue };
            *slot = mention.times.iter().find_map(|t| times.get(t.expression)?.stretch).or(known.get(m).copied().flatten());
        }
    }
    settings
}

impl Line {
    fn tell(&mut self, mark: Mark, took_place: bool) {
        self.back = None;
        if took_place {
            if mark.stretch.latest - mark.stretch.earliest <= 31 {
                self.near = Some(mark.clone());
            } else if mark.stretch.latest - mark.stretch.earliest < 300
                && self.near.as_ref().is_some_and(|n| !overlap(&n.stretch, &mark.stretch))
            {
                // A whole year told between ("this year") is no point to count days from.
                self.near = None;
            }
            self.past = Some(mark.clone());
        } else {
            self.ahead = Some(mark.clone());
        }
        self.last = Some(mark);
    }

    /// What an expression leans on: days and weeks on the last told to the month or finer, where the story has not left it.
    fn lean(&self, expression: &TimeExpression) -> Option<&Mark> {
        let fine = expression.stretch.is_none_or(|s| s.grain <= Grain::Week);
        if let Some(back) = self.back.as_ref().filter(|_| expression.names_the_day()) {
            return Some(back);
        }
        self.near.as_ref().filter(|_| fine).or(self.past.as_ref())
    }
}

fn overlap(a: &Stretch, b: &Stretch) -> bool {
    a.frame == b.frame && a.earliest <= b.latest && b.earliest <= a.latest
}

/// Whether a paragraph is a dateline and nothing else: "WARSAW, February 26 (Xinhua) --".
fn only_files(text: &str) -> bool {
    let dash = ["-", "\u{2013}", "\u{2014}", "_"].iter().any(|d| text.trim_end().ends_with(d));
    let place = text.split([',', '(']).next().unwrap_or("");
    dash && place.len() > 2 && !place.chars().any(char::is_lowercase)
}

/// Whether an expression moves the story on: not a mere name or length, nor an end that something lasts or lasted to, nor what a relative
/// clause tells in passing.
fn tells(expression: &TimeExpression, own: Option<&EventMention>) -> bool {
    let bound = matches!(expression.signal, Some(Signal::Until | Signal::Since | Signal::By | Signal::Before));
    let passing = own.is_some_and(|m| m.has("relative") || m.has("conditional") || m.has("question"));
    let dated = matches!(expression.kind, TimeKind::Date | TimeKind::Time) || expression.offset.is_some();
    !expression.attributive && !bound && !passing && dated && !expression.value.ends_with("_REF")
}

/// Sets the days that lie so far from an event's.
fn count_from_event(expression: &mut TimeExpression, from: &Stretch, told: &str, words: &str) {
    let Some([near, far]) = expression.offset else { return };
    let earliest: Day = from.earliest.saturating_add(near);
    let latest = from.latest.saturating_add(far).max(earliest);
    if !told_of([earliest, latest]) {
        return;
    }
    let grain = if latest - earliest < 3 { Grain::Day } else { Grain::Week.max(from.grain) };
    let basis = if near == far { Basis::Relative } else { Basis::Convention };
    expression.stretch =
        Some(Stretch { earliest, latest, grain, basis, approximate: [near != far; 2], throughout: false, frame: from.frame });
    expression.reason = format!("“{words}” is counted from {told}");
}

/// What the words after "two days after …" name.
enum Named {
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
    while matches!(word(at), "before" | "after" | "following" | "ahead" | "of" | "prior" | "to") {
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
fn named(
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
        ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|w| w.len() >= 4)).unwrap_or(word)
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
    while matches!(
        word(at),
        "before"
            | "after"
            | "following"
            | "ahead"
            | "of"
            | "prior"
            | "to"
            | "the"
            | "a"
            | "an"
            | "its"
            | "his"
            | "her"
            | "their"
            | "that"
            | "this"
    ) {
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
    let told = |m: &EventMention| {
        let tokens = document.sentences.get(m.sentence).map_or(0..0, |s| s.tokens.clone());
        same_root(&m.base, name) || tokens.into_iter().any(|t| same_root(document.lower(t), name))
    };
    let before = mentions.get(..here.start)?.iter().zip(days).rev().take_while(|(m, _)| m.sentence + BACK >= sentence);
    let found =
        before.filter(|(m, d)| d.is_some_and(|d| d.latest - d.earliest <= 31) && m.status != Status::CalledOff).find(|(m, _)| told(m));
    found.and_then(|(_, d)| *d).map(|d| (d, document.word(head)))
}

#[cfg(test)]
mod tests;
