//! Descriptions of whom and what was told before: "the Russian president", "the Department", "the city".

use super::{Told, is_person, push};
use crate::language::actor::entity::{Book, Card, singular};
use crate::language::actor::lexicon::Class;
use crate::language::actor::person::{Role, name_at, role_at};
use crate::language::actor::view::{Shape, View};
use crate::language::actor::{ActorKind, Entity, Mention};
use std::ops::Range;

/// "the president", "Israel's prime minister", "the Russian President", "his Georgian counterpart": someone named before, or else
/// someone without a name.
pub fn described(view: &View, book: &mut Book, told: &mut Told, at: usize, end: usize) -> Option<usize> {
    let article = matches!(view.plain(at), "the" | "his" | "her" | "its" | "their" | "an" | "a");
    let from = if article { at + 1 } else { at };
    let class = view.class(from);
    if from >= end || !article && !view.is_capital(from) {
        return None;
    }
    if !(article || class.has(Class::ROLE | Class::ROLE_PART) || view.phrase(from, end).is_some()) {
        return None;
    }
    if class.has(Class::HONORIFIC) && !class.has(Class::ROLE) {
        return None;
    }
    // "Deputy Assistant Secretary": not from its last word on.
    if !article && from.checked_sub(1).is_some_and(|b| view.has(b, Class::ROLE | Class::ROLE_PART) && !view.has(b, Class::FUNCTION)) {
        return None;
    }
    let role = role_at(view, from, end).filter(|r| !r.courtesy && !r.plural)?;
    // A name after it has been read with its title; a noun after it makes it a part of something else.
    let next = role.tokens.end;
    if told.here().iter().any(|m| m.tokens.contains(&role.head) && is_person(book, m)) {
        return None;
    }
    let head = singular(view.plain(role.head)).to_owned();
    if view.hyphenated(next.saturating_sub(1)).is_some() || view.has(role.head, Class::INSTITUTION) {
        return None;
    }
    let indefinite = matches!(view.plain(at), "a" | "an");
    let possessed = role.tokens.start < role.head && role.state.is_some();
    // "The Egyptian president, Anwar Sadat": the name after the comma says who.
    let named = named_after(view, book, next, end).filter(|_| !indefinite);
    if let Some(entity) = named {
        book.tell_role(entity, view.text(&role.tokens), &head, role.state);
    }
    let person = named.or_else(|| if indefinite { None } else { holder(view, book, told, &role) });
    if let Some(entity) = person {
        if article && !indefinite || possessed || view.is_capital(role.head) {
            push_description(book, told, at..next, role.head, entity, view.is_possessive(next));
            return Some(next);
        }
        return None;
    }
    if !possessed || matches!(head.as_str(), "leader" | "head" | "chief" | "general" | "major" | "expert" | "analyst") && indefinite {
        return None;
    }
    let tokens = role.tokens.clone();
    let name = view.text(&tokens);
    let entity = book.group(name, role.state, false);
    push_description(book, told, tokens, role.head, entity, view.is_possessive(next));
    Some(next)
}

/// Whether nothing that a possessive could own starts at a token.
pub fn ends_phrase(view: &View, at: usize) -> bool {
    view.seen(at).shape == Shape::Other || view.has(at, Class::FUNCTION | Class::VERB | Class::CALENDAR)
}

/// "the city", "the island", "the country": the place of that kind told last.
pub fn situated(view: &View, book: &Book, told: &mut Told, at: usize, end: usize) -> Option<usize> {
    let (word, next) = (at + 1, at + 2);
    if view.plain(at) != "the" || word >= end || view.hyphenated(word).is_some() {
        return None;
    }
    // "the city council" is no city, and "the city of Goma" has a name.
    let closes = next >= end
        || view.seen(next).shape == Shape::Other
        || view.has(next, Class::FUNCTION | Class::VERB) && view.plain(next) != "of"
        || crate::language::actor::evidence::verb_like(view.plain(next));
    if !closes {
        return None;
    }
    let town = |e: &Entity| e.kind == ActorKind::Place;
    let entity = match view.plain(word) {
        "city" | "town" | "village" | "port" | "outpost" | "garrison" | "fortress" | "stronghold" => situation(book, told, town),
        "capital" => situation(book, told, |e| town(e) && e.seat),
        "country" | "nation" | "kingdom" => situation(book, told, |e| e.kind == ActorKind::State),
        "republic" | "province" | "enclave" => situation(book, told, |e| e.locatable && e.kind != ActorKind::Occasion),
        // Told as a place before, not as one who acts.
        "territory" | "region" | "area" | "zone" | "island" | "islands" | "peninsula" | "archipelago" => {
            let lies = |m: &&Mention| book.entities.get(m.entity).is_some_and(|e| e.locatable && e.kind != ActorKind::Occasion && !e.seat);
            let placed = |m: &&Mention| {
                let before = m.tokens.start.checked_sub(1).map(|b| if view.plain(b) == "the" { b.saturating_sub(1) } else { b });
                before.is_some_and(|b| view.has(b, Class::BEFORE_PLACE) || matches!(view.plain(b), "to" | "on" | "into" | "of" | "from"))
            };
            told.mentions.iter().rev().take(40).filter(|m| !m.modifier).filter(placed).find(lies).map(|m| m.entity)
        }
        _ => None,
    }?;
    push(book, told, at..next, entity, view.is_possessive(next));
    Some(next)
}

/// The place told last that fits, those that only qualify last.
pub fn situation(book: &Book, told: &Told, fits: impl Fn(&Entity) -> bool) -> Option<usize> {
    let known = |m: &&Mention| book.entities.get(m.entity).is_some_and(&fits);
    let near = told.mentions.iter().rev().take(40);
    near.clone().filter(|m| !m.modifier).find(known).or_else(|| near.into_iter().find(known)).map(|m| m.entity)
}

fn push_description(book: &Book, told: &mut Told, tokens: Range<usize>, head: usize, entity: usize, modifier: bool) {
    told.mentions.push(Mention { span: book.span(&tokens), name: tokens.clone(), tokens, head, entity, modifier, pronoun: true });
}

/// The person named in apposition after a description.
fn named_after(view: &View, book: &Book, next: usize, end: usize) -> Option<usize> {
    if view.written(next) != "," || next + 1 >= end {
        return None;
    }
    let name = name_at(view, next + 1, end, false)?;
    if !matches!(view.written(name.tokens.end), "," | "." | ";" | ")") {
        return None;
    }
    let words: Vec<&str> = name.tokens.clone().map(|t| view.plain(t)).collect();
    let last = words.last()?;
    book.people.iter().find(|c| c.words.iter().any(|w| w == last) && c.words.len() >= words.len()).map(|c| c.entity)
}

/// Who holds a role, the one told last of those who fit.
fn holder(view: &View, book: &Book, told: &Told, role: &Role) -> Option<usize> {
    const LEADERS: [&str; 9] = ["president", "premier", "minister", "king", "chairman", "secretary", "chancellor", "leader", "ruler"];
    let head = singular(view.plain(role.head));
    let parts: Vec<&str> = (role.tokens.start..role.head)
        .filter(|&t| view.has(t, Class::ROLE_PART | Class::ROLE) && view.phrase(t, role.tokens.end).is_none())
        .map(|t| view.plain(t))
        .collect();
    let holds = |card: &Card| {
        let role = card.roles.iter().any(|r| r == head) && parts.iter().all(|p| card.parts.iter().any(|c| c == p));
        role || matches!(head, "leader" | "ruler" | "counterpart") && card.roles.iter().any(|r| LEADERS.contains(&r.as_str()))
    };
    let last = |fits: &dyn Fn(&Card) -> bool| {
        let mentions = told.mentions.iter().rev().take(200);
        mentions.filter_map(|m| book.card(m.entity)).find(|c| fits(c)).map(|c| c.entity)
    };
    let exact = last(&|c| {
        holds(c) && (c.state == role.state || c.state.is_none() || role.state.is_none()) && (c.state.is_some() || role.state.is_none())
    });
    // The article need not say whose president its own is.
    let stateless = || last(&|c| holds(c) && c.state.is_none());
    // Nor what the person is whom it tells of most.
    let main = || {
        let most = book.card(told.main?)?;
        let told_before = told.mentions.iter().rev().take(200).any(|m| m.entity == most.entity);
        let office = matches!(head, "president" | "premier" | "minister" | "chancellor" | "king" | "secretary");
        let untitled = book.entities.get(most.entity).is_some_and(|e| e.role.is_none());
        (untitled && most.told > 2 && told_before && office).then_some(most.entity)
    };
    // "the President" of a release on its own president, who is given no title there.
    let near = exact.is_some_and(|e| told.mentions.iter().rev().take(6).any(|m| m.entity == e));
    if role.state.is_none() && !near {
        return main().or(exact).or_else(stateless);
    }
    exact.or_else(stateless).or_else(main)
}

/// "the Department", "the North": the last body or state whose name has the word.
pub fn shortened(view: &View, book: &Book, told: &mut Told, at: usize, end: usize) -> Option<usize> {
    let word = at + 1;
    let seen = view.seen(word);
    if word >= end || view.plain(at) != "the" || seen.shape != Shape::Capital || seen.titled || view.is_capital(word + 1) {
        return None;
    }
    if matches!(view.plain(word + 1), "of" | "for" | "on") || view.hyphenated(word).is_some() {
        return None;
    }
    let plain = view.plain(word);
    let half = matches!(plain, "north" | "south" | "east" | "west");
    if !half && !seen.word.class.has(Class::BODY | Class::OCCASION) {
        return None;
    }
    let wanted = if half {
        ActorKind::State
    } else if seen.word.class.has(Class::BODY) {
        ActorKind::Body
    } else {
        ActorKind::Occasion
    };
    let fits = |entity: &Entity| {
        let mut words = entity.name.split([' ', '-']);
        let has = if half { words.next() == Some(view.written(word)) } else { words.any(|w| w == view.written(word)) };
        has && (entity.kind == wanted || !half && matches!(entity.kind, ActorKind::Body | ActorKind::Occasion))
    };
    let known = told.mentions.iter().rev().take(200).find(|m| book.entities.get(m.entity).is_some_and(fits)).map(|m| m.entity);
    // "the North" where only "North Korean" has been told.
    let by_state = || {
        let states = book.entities.iter().enumerate().filter(|(_, e)| half && e.kind == ActorKind::State);
        let mut named = states.filter(|(_, e)| e.state.as_deref().is_some_and(|s| s.split(' ').next() == Some(view.written(word))));
        named.next().map(|(i, _)| i)
    };
    let entity = known.or_else(by_state)?;
    push(book, told, at..word + 1, entity, view.is_possessive(word + 1));
    Some(word + 1)
}
