//! Pronouns and descriptions, taken conservatively: "he", "they", "both sides", "the two leaders", "the Russian president".

mod description;

use super::entity::{Book, singular};
use super::gazetteer::UnitId;
use super::lexicon::Class;
use super::view::View;
use super::{ActorKind, Mention};
use description::{described, ends_phrase, shortened, situated, situation};
use std::ops::Range;

/// Adds the pronouns and descriptions of all sentences to the book.
pub fn add(view: &View, book: &mut Book) {
    book.mentions.sort_by_key(|m| (m.tokens.start, usize::MAX - m.tokens.end, m.entity, m.modifier));
    let named = std::mem::take(&mut book.mentions);
    let main = book.people.iter().max_by_key(|c| (c.told, usize::MAX - c.entity)).map(|c| c.entity);
    let mut told = Told { mentions: Vec::with_capacity(named.len()), sentence_from: 0, before: 0..0, main };
    let mut next = 0;
    for sentence in &view.document.sentences {
        told.before = told.sentence_from..told.mentions.len();
        told.sentence_from = told.mentions.len();
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let mut covered = i;
            while let Some(mention) = named.get(next).filter(|m| m.tokens.start <= i) {
                covered = covered.max(mention.tokens.end);
                told.mentions.push(mention.clone());
                next += 1;
            }
            let from = told.mentions.len();
            let end = refer(view, book, &mut told, i, sentence.tokens.end);
            if let Some(end) = end.filter(|_| told.mentions.len() > from) {
                // Names within a description that has been taken only qualify.
                while let Some(mention) = named.get(next).filter(|m| m.tokens.end <= end) {
                    let same = mention.tokens.end == end && book.entities.get(mention.entity).is_some_and(|e| e.kind == ActorKind::Group);
                    if same {
                        next += 1;
                        continue;
                    }
                    told.mentions.push(Mention { modifier: true, ..mention.clone() });
                    next += 1;
                }
                i = end;
                continue;
            }
            i += 1;
        }
    }
    told.mentions.extend(named.into_iter().skip(next));
    book.mentions = told.mentions;
}

/// What has been told so far.
struct Told {
    mentions: Vec<Mention>,
    /// Where the mentions of the current sentence begin.
    sentence_from: usize,
    /// The mentions of the sentence before.
    before: Range<usize>,
    /// The person told most often.
    main: Option<usize>,
}

impl Told {
    fn here(&self) -> &[Mention] {
        self.mentions.get(self.sentence_from..).unwrap_or(&[])
    }

    fn before(&self) -> &[Mention] {
        self.mentions.get(self.before.clone()).unwrap_or(&[])
    }
}

/// Reads a pronoun or description at a token; gives the token after it where it has been taken.
fn refer(view: &View, book: &mut Book, told: &mut Told, at: usize, end: usize) -> Option<usize> {
    let plain = view.plain(at);
    let next = at + 1;
    match plain {
        "he" | "she" => {
            let entity = subject(view, book, told, at, plain == "she")?;
            push(book, told, at..next, entity, false);
            Some(next)
        }
        // "met her in June", "her visit"
        "him" | "her" if plain == "him" || ends_phrase(view, next) => {
            let entity = object(book, told, plain == "her")?;
            push(book, told, at..next, entity, false);
            Some(next)
        }
        "his" | "her" => {
            let entity = subject(view, book, told, at, plain == "her")?;
            push(book, told, at..next, entity, true);
            Some(next)
        }
        "it" if view.has(next, Class::VERB)
            && !matches!(view.plain(next), "is" | "was" | "were" | "be" | "should" | "also" | "never" | "not") =>
        {
            let mut acting = told.here().iter().chain(told.before()).filter(|m| !m.modifier && !m.pronoun);
            let body = |m: &&Mention| {
                book.entities.get(m.entity).is_some_and(|e| matches!(e.kind, ActorKind::State | ActorKind::Body | ActorKind::Group))
            };
            let entity = acting.next().filter(body)?.entity;
            push(book, told, at..next, entity, false);
            Some(next)
        }
        "they" | "them" => {
            let entities = plural_subject(book, told);
            entities.iter().for_each(|&e| push(book, told, at..next, e, false));
            (!entities.is_empty()).then_some(next)
        }
        "both" | "two" | "the" | "these" | "all" => several(view, book, told, at, end)
            .or_else(|| described(view, book, told, at, end))
            .or_else(|| situated(view, book, told, at, end))
            .or_else(|| shortened(view, book, told, at, end)),
        "there" | "here" => {
            let entity = situation(book, told, |e| matches!(e.kind, ActorKind::Place | ActorKind::State))?;
            let exists = view.has(next, Class::VERB) || view.plain(next) == "be";
            (!exists).then(|| push(book, told, at..next, entity, false)).map(|()| next)
        }
        _ => described(view, book, told, at, end),
    }
}

fn push(book: &Book, told: &mut Told, tokens: Range<usize>, entity: usize, modifier: bool) {
    let head = tokens.end - 1;
    told.mentions.push(Mention { span: book.span(&tokens), name: tokens.clone(), tokens, head, entity, modifier, pronoun: true });
}

fn is_person(book: &Book, mention: &Mention) -> bool {
    book.entities.get(mention.entity).is_some_and(|e| e.kind == ActorKind::Person)
}

/// Whom "he" or "she" means: the first person told in this sentence before it, else the first of the sentence before, else its last.
fn subject(view: &View, book: &Book, told: &Told, at: usize, female: bool) -> Option<usize> {
    let fits = |m: &&Mention| is_person(book, m) && book.card(m.entity).is_none_or(|c| c.female.is_none_or(|f| f == female));
    let known = |m: &&Mention| !female || book.card(m.entity).is_some_and(|c| c.female == Some(true));
    let first = |mentions: &[Mention]| {
        let chosen = mentions.iter().filter(fits).filter(known).find(|m| !m.modifier);
        let chosen = chosen.or_else(|| mentions.iter().filter(fits).find(|m| !m.modifier));
        chosen.or_else(|| mentions.iter().rev().find(fits)).map(|m| m.entity)
    };
    first(told.here()).or_else(|| first(told.before())).or_else(|| {
        // Further back, the person whom the nearest sentence that names one begins with.
        let last = told.mentions.iter().rev().take(24).find(fits)?;
        let sentence = view.sentence_of(last.tokens.start);
        let from = told.mentions.partition_point(|m| m.tokens.start < sentence.start);
        let near = view.sentence_of(at).index.saturating_sub(sentence.index) <= 3;
        first(told.mentions.get(from..).unwrap_or(&[])).filter(|_| near)
    })
}

/// Whom "him" or "her" after a verb or preposition means: somebody other than who acts in the clause.
fn object(book: &Book, told: &Told, female: bool) -> Option<usize> {
    let fits = |m: &&Mention| is_person(book, m) && book.card(m.entity).is_none_or(|c| c.female.is_none_or(|f| f == female));
    let here = told.here().iter().filter(fits);
    let acting = here.clone().rfind(|m| !m.modifier).map(|m| m.entity);
    let other = |m: &&Mention| fits(m) && Some(m.entity) != acting;
    let earlier = told.here().iter().filter(|m| !m.modifier).find(other);
    earlier.or_else(|| told.before().iter().filter(|m| !m.modifier).find(other)).map(|m| m.entity)
}

/// Whom "they" means: the people or states told together at the start of the sentence before, or its group.
fn plural_subject(book: &Book, told: &Told) -> Vec<usize> {
    for mentions in [told.here(), told.before()] {
        let actors: Vec<&Mention> = mentions.iter().filter(|m| !m.modifier && acts(book, m)).collect();
        let Some(first) = actors.first() else { continue };
        let kind = book.entities.get(first.entity).map(|e| e.kind);
        if kind == Some(ActorKind::Group) {
            return vec![first.entity];
        }
        let mut joined: Vec<usize> = Vec::new();
        for mention in actors {
            if book.entities.get(mention.entity).map(|e| e.kind) == kind && !joined.contains(&mention.entity) {
                joined.push(mention.entity);
            }
        }
        if (2..5).contains(&joined.len()) {
            return joined;
        }
    }
    Vec::new()
}

fn acts(book: &Book, mention: &Mention) -> bool {
    book.entities
        .get(mention.entity)
        .is_some_and(|e| matches!(e.kind, ActorKind::Person | ActorKind::State | ActorKind::Group | ActorKind::Body))
}

/// "both sides", "the two leaders", "the presidents", "the two countries".
fn several(view: &View, book: &mut Book, told: &mut Told, at: usize, end: usize) -> Option<usize> {
    let mut i = at;
    let mut pair = false;
    let mut count = 0;
    while i < end {
        match view.plain(i) {
            "the" | "these" | "all" => {}
            "both" | "two" => (pair, count) = (true, 2),
            "three" => (pair, count) = (true, 3),
            "four" => (pair, count) = (true, 4),
            "five" => (pair, count) = (true, 5),
            _ => break,
        }
        i += 1;
    }
    if i >= end {
        return None;
    }
    let heads = view.plain(i);
    let of_state = heads == "heads" && view.plain(i + 1) == "of" && matches!(view.plain(i + 2), "state" | "government");
    let people =
        of_state || matches!(heads, "leaders" | "presidents" | "ministers" | "men" | "statesmen" | "premiers" | "envoys" | "women");
    let lands =
        matches!(heads, "sides" | "delegations" | "parties" | "countries" | "nations" | "states" | "powers" | "governments" | "capitals");
    if of_state {
        i += 2;
    }
    let sides = matches!(heads, "sides" | "delegations" | "parties" | "interlocutors");
    if !(people || lands && pair || sides && view.plain(at) == "the")
        || matches!(view.plain(i + 1), "of" | "from")
        || view.is_capital(i + 1)
    {
        return None;
    }
    let most = if pair { count } else { 3 };
    let found = if people {
        holders(book, told, most, singular(heads))
    } else {
        let two = if sides { together(book, told) } else { Vec::new() };
        if two.len() == 2 && count < 3 { two } else { recent_states(view, book, told, most) }
    };
    let chosen = if pair { found.get(..count) } else { found.get(..found.len().min(most)).filter(|f| f.len() > 1) }?.to_vec();
    // A group read from the same words gives way.
    let words = at..i + 1;
    let here = told.mentions.split_off(told.sentence_from.min(told.mentions.len()));
    told.mentions.extend(here.into_iter().filter(|m| {
        !(m.tokens.end == i + 1 && m.tokens.start >= at && book.entities.get(m.entity).is_some_and(|e| e.kind == ActorKind::Group))
    }));
    chosen.iter().rev().for_each(|&e| push(book, told, words.clone(), e, false));
    Some(i + 1)
}

/// The people told last who hold a role, or, where too few do, the people told last.
fn holders(book: &Book, told: &Told, most: usize, role: &str) -> Vec<usize> {
    let person = |m: &Mention| is_person(book, m).then_some(m.entity);
    let holds = |m: &Mention| person(m).filter(|e| book.card(*e).is_some_and(|c| c.roles.iter().any(|r| r == role)));
    let found = recent(told, most, holds);
    if found.len() > 1 { found } else { recent(told, most, person) }
}

/// The two people whom the nearest sentence that tells two tells together.
fn together(book: &Book, told: &Told) -> Vec<usize> {
    for mentions in [told.here(), told.before()] {
        let mut people: Vec<usize> = Vec::new();
        for mention in mentions.iter().filter(|m| !m.modifier && is_person(book, m)) {
            if !people.contains(&mention.entity) {
                people.push(mention.entity);
            }
        }
        if people.len() == 2 {
            return people;
        }
    }
    Vec::new()
}

/// The distinct entities of the nearest earlier sentences that have at least two, the last told first.
fn recent(told: &Told, most: usize, entity: impl Fn(&Mention) -> Option<usize>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for mention in told.mentions.iter().rev().take(40) {
        if let Some(entity) = entity(mention).filter(|e| !found.contains(e)) {
            found.push(entity);
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// The states told last, by name, demonym or capital, as state entities where there are such.
fn recent_states(view: &View, book: &mut Book, told: &Told, most: usize) -> Vec<usize> {
    let states = recent(told, most, |m| {
        // "in Geneva", "to South Africa": where it is, not who deals.
        let before = m.tokens.start.checked_sub(1);
        if before.is_some_and(|b| view.has(b, Class::BEFORE_PLACE) || matches!(view.plain(b), "to" | "into" | "from")) {
            return None;
        }
        let entity = book.entities.get(m.entity)?;
        matches!(entity.kind, ActorKind::State | ActorKind::Group | ActorKind::Person).then_some(())?;
        book.states.get(m.entity).copied().flatten().map(|s| s as usize)
    });
    states.into_iter().filter_map(|s| book.state_entity(s as UnitId)).collect()
}
