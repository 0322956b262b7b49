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
    let words: Vec<&str> = full.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last().filter(|l| l.chars().count() > 2)) else { return full.to_owned() };
    let part = |form: &str| form.split_whitespace().count() < words.len() && (full.ends_with(form) || full.starts_with(form));
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
        ActorKind::Person => view.sources.called.get(entity).cloned().unwrap_or_else(|| party.name.clone()),
        _ => own_words(view, party, entity),
    }
}

/// The words of the sentence itself where they name the party ("NATO", "the French"), else its shorter name.
fn own_words(view: &View, party: &Party, entity: usize) -> String {
    let short = view.sources.actors.entities.get(entity).and_then(|e| e.short.clone());
    let mention = view.names_at(party.head).find(|m| m.entity == entity && !m.pronoun && !m.modifier);
    let words = mention.map(|m| {
        let from = m.name.start.saturating_sub(view.sentence.tokens.start);
        let to = m.name.end.saturating_sub(view.sentence.tokens.start + 1);
        super::party::tidy(view, from, to)
    });
    match (words, short) {
        (Some(words), Some(short)) if words.split_whitespace().count() > 2 => short,
        (Some(words), _) => words,
        (None, Some(short)) if party.name.split_whitespace().count() > 2 => short,
        (None, _) => party.name.clone(),
    }
}
