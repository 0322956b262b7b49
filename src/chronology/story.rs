//! The run of the story: from which day "two days later", "that Saturday" and "the day after the signing" are counted.
//!
//! A text's words of time lean on what its main line told last, not on every date that it mentions: the sentences are walked in their
//! order, each leaning expression is counted from the last day told for something that took place (or, of what is to come, from the last
//! day told at all), and what it gives is what the next one leans on.

mod named;

use self::named::{Named, named};
use super::{Basis, Day, Grain};
use crate::language::Document;
use crate::language::event::{EventMention, Status, Tense};
use crate::language::time::{Signal, Stretch, TimeExpression, TimeKind, told_of};
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

#[cfg(test)]
mod tests;
