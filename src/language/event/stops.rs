//! One verb, several stops: "took Phu Tho on 5 November, Phu Doan on 9 November" is an event for each dated object.

use super::mention::{EventMention, Form};
use super::naming;
use super::phrase;
use super::view::View;
use crate::article::TextSpan;

/// Splits a clause whose coordinated objects carry a date each.
pub fn split(view: &View, mentions: Vec<EventMention>) -> Vec<EventMention> {
    let mut out = Vec::with_capacity(mentions.len());
    for mention in mentions {
        match stops(view, &mention) {
            Some(stops) => out.extend(stops.into_iter().map(|stop| part(view, &mention, stop))),
            None => out.push(mention),
        }
    }
    out
}

/// A coordinated noun and the time that stands between it and the next.
struct Stop {
    noun: usize,
    first: bool,
    time: usize,
}

fn stops(view: &View, mention: &EventMention) -> Option<Vec<Stop>> {
    if !matches!(mention.form, Form::Clause) || view.times.len() < 2 {
        return None;
    }
    let verb = mention.trigger.checked_sub(view.sentence.tokens.start)?;
    let list = view
        .children(verb)
        .iter()
        .filter(|c| matches!(view.base_relation(**c), "obj" | "obl") && **c > verb && !view.is_time(**c))
        .map(|c| view.coordinated(*c).into_iter().filter(|n| !view.is_time(*n)).collect::<Vec<_>>())
        .find(|list| list.len() > 1)
        .or_else(|| strayed(view, verb))?;
    let times: Vec<(usize, TextSpan)> = view.expressions().filter(|(_, e)| e.stretch.is_some()).map(|(i, e)| (i, e.span)).collect();
    let mut out = Vec::new();
    for (position, &noun) in list.iter().enumerate() {
        let from = view.span(noun, noun).end;
        let to = list.get(position + 1).map_or(view.sentence.span.end, |n| view.span(*n, *n).start);
        let mut between = times.iter().filter(|(_, s)| s.start >= from && s.end <= to);
        let (time, _) = between.next()?;
        out.push(Stop { noun, first: position == 0, time: *time });
    }
    Some(out)
}

/// "visit Riga on 3 March and Vilnius on 5 March", where the tree joins Vilnius to March: the object and what its date is joined with.
fn strayed(view: &View, verb: usize) -> Option<Vec<usize>> {
    let object = view.children(verb).iter().copied().find(|c| view.base_relation(*c) == "obj" && !view.is_time(*c))?;
    let mut out = vec![object];
    for date in (object + 1..view.len()).filter(|t| view.is_time(*t)) {
        out.extend(view.related(date, &["conj"]).filter(|n| !view.is_time(*n) && view.upos(*n) == crate::language::syntax::Upos::Propn));
    }
    (out.len() > 1).then_some(out)
}

fn part(view: &View, whole: &EventMention, stop: Stop) -> EventMention {
    let mut out = whole.clone();
    out.times.retain(|t| t.expression == stop.time);
    if out.times.is_empty() {
        let signal = view.sources.times.get(stop.time).and_then(|e| e.signal);
        out.times.push(super::mention::Timing { expression: stop.time, signal, own: true });
    }
    let parties = super::party::told(view, stop.noun);
    let place = super::place::of(view, stop.noun);
    out.patients = if place.is_some() { Vec::new() } else { parties };
    out.places = place.into_iter().collect();
    let mut words = phrase::Words::default();
    let names = naming::all(view, &out.agents);
    words.push(&phrase::join(&names));
    words.push(&phrase::verb(&out.base, out.status, names.len() > 1));
    let case = view.case(stop.noun);
    words.push(case);
    let left = words.left();
    phrase::alone(view, stop.noun, left, &mut words);
    out.title = words.finish();
    if !stop.first {
        out.trigger = view.sentence.tokens.start + stop.noun;
    }
    out.telling.push(view.span(stop.noun, stop.noun));
    out
}
