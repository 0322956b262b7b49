//! What titles call people, states and bodies: the short form that the article itself uses, as a person would write it.

use super::party::Party;
use super::view::View;
use crate::language::Document;
use crate::language::actor::{ActorKind, Actors, Entity};
use std::collections::BTreeMap;

/// How often a person must be told by the whole name for the family name to do.
const WELL_KNOWN: usize = 3;

/// For each entity the name by which titles call it.
pub fn names(document: &Document, actors: &Actors) -> Vec<String> {
    let mut tellings: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); actors.entities.len()];
    for mention in actors.mentions.iter().filter(|m| !m.pronoun) {
        let first = document.tokens.get(mention.name.start).map(|t| t.span.start);
        let last = mention.name.end.checked_sub(1).and_then(|t| document.tokens.get(t)).map(|t| t.span.end);
        let (Some(first), Some(last), Some(told)) = (first, last, tellings.get_mut(mention.entity)) else { continue };
        if let Some(text) = document.article.text.get(first..last) {
            *told.entry(text).or_insert(0) += 1;
        }
    }
    actors.entities.iter().zip(&tellings).map(|(entity, told)| name(entity, told)).collect()
}

fn name(entity: &Entity, told: &BTreeMap<&str, usize>) -> String {
    match entity.kind {
        ActorKind::Person => person(&entity.name, told),
        _ => entity.name.clone(),
    }
}

/// The shorter form that the article uses most; else the family name of someone whom it tells often.
fn person(full: &str, told: &BTreeMap<&str, usize>) -> String {
    let mut words: Vec<&str> = full.split_whitespace().map(|w| w.trim_end_matches(',')).collect();
    while words.len() > 1 && words.last().is_some_and(|w| matches!(*w, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III" | "IV")) {
        words.pop();
    }
    let (Some(first), Some(last)) = (words.first(), words.last().filter(|l| l.chars().count() > 2)) else { return full.to_owned() };
    let base = words.join(" ");
    let part = |form: &str| form.split_whitespace().count() < words.len() && (base.ends_with(form) || base.starts_with(form));
    let short = told.iter().filter(|(form, _)| part(form)).max_by_key(|(form, times)| (**times, std::cmp::Reverse(form.len())));
    if let Some((form, _)) = short {
        return (*form).to_owned();
    }
    let often = told.values().sum::<usize>() >= WELL_KNOWN;
    if often && !crate::language::actor::family_first(first) { (*last).to_owned() } else { full.to_owned() }
}

/// How a party stands in a title.
pub fn called(view: &View, party: &Party) -> String {
    let Some(entity) = party.entity else { return party.name.clone() };
    match party.kind {
        ActorKind::Person => {
            let usual = view.sources.called.get(entity).cloned().unwrap_or_else(|| party.name.clone());
            // A fuller name of another spelling stands as it is: it may be somebody else's.
            match mentioned(view, party.head, entity) {
                Some(words) if words.split_whitespace().count() > 1 && words.split_whitespace().any(|w| !party.name.contains(w)) => words,
                _ => usual,
            }
        }
        _ => own_words(view, party, entity),
    }
}

/// How several parties stand in a title, none told twice.
pub fn all<'p>(view: &View, parties: impl IntoIterator<Item = &'p Party>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for party in parties {
        let name = called(view, party);
        if !out.iter().any(|n| n.contains(&name)) {
            out.retain(|n| !name.contains(n.as_str()));
            out.push(name);
        }
    }
    out
}

/// Endings of the names of peoples: "the French", "the Serbs", "the Japanese".
const PEOPLES: &[&str] = &["ese", "ish", "nch", "tch", "ss", "s"];

/// Last words of names of states that take "the" and are one.
const SINGLE: &str = "states netherlands philippines emirates islands maldives bahamas seychelles comoros honduras kingdoms lands us u.s.";

/// Whether a party takes a plural verb: groups, and states told by their people ("the French seize").
pub fn many(view: &View, party: &Party) -> bool {
    let plural = matches!(view.xpos(party.head), "NNS" | "NNPS");
    if matches!(view.word(party.head), "they" | "we" | "these" | "those" | "both" | "who") {
        return true;
    }
    match party.kind {
        ActorKind::Person => false,
        ActorKind::Group => plural || party.entity.is_none() && matches!(view.word(party.head), "people" | "police"),
        ActorKind::State | ActorKind::Place => {
            let word = view.word(party.head);
            let the = party.head > 0 && view.related(party.head, &["det"]).any(|d| view.word(d) == "the");
            let people = PEOPLES.iter().any(|e| word.ends_with(e)) && !SINGLE.split_whitespace().any(|s| s == word);
            people && (the || view.xpos(party.head) == "NNS" || word.ends_with('s') && plural)
        }
        _ => {
            let one = listed_last(view, party.head);
            plural && view.word(party.head).ends_with('s') && !one
        }
    }
}

/// Whether a body's name ends in a plural that is one: "United Nations".
fn listed_last(view: &View, head: usize) -> bool {
    matches!(
        view.word(head),
        "nations" | "states" | "affairs" | "rights" | "times" | "sports" | "news" | "industries" | "holdings" | "reuters" | "services"
    )
}

/// The words of a mention's name in its sentence.
fn mentioned(view: &View, head: usize, entity: usize) -> Option<String> {
    let mention = view.names_at(head).find(|m| m.entity == entity && !m.pronoun && !m.modifier)?;
    // "U.S., Ukrainian and Russian officials" are told by all of their words.
    let group = view.sources.actors.entities.get(entity).is_some_and(|e| e.kind == ActorKind::Group);
    let range = if group { &mention.tokens } else { &mention.name };
    let from = range.start.saturating_sub(view.sentence.tokens.start);
    let from = if group && view.upos(from) == crate::language::syntax::Upos::Det { from + 1 } else { from };
    let to = range.end.saturating_sub(view.sentence.tokens.start + 1);
    Some(super::party::tidy(view, from, to))
}

/// The words of the sentence itself where they name the party ("NATO", "the French"), else its shorter name.
fn own_words(view: &View, party: &Party, entity: usize) -> String {
    let short = view.sources.actors.entities.get(entity).and_then(|e| e.short.clone());
    let words = mentioned(view, party.head, entity);
    match (words, short) {
        (Some(words), Some(short)) if words.split_whitespace().count() > 2 => short,
        (Some(words), _) => words,
        (None, Some(short)) if party.name.split_whitespace().count() > 2 => short,
        (None, _) => party.name.clone(),
    }
}
