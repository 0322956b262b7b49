//! Goes through a sentence and finds its names, before it is known who is who.

use super::evidence::{Evidence, coordinate, evidence, qualifies, verb_like};
use super::gazetteer::{Form, Phrase, UnitId, UnitKind};
use super::lexicon::Class;
use super::person::{PersonName, Role, is_suffix, name_at, role_at};
use super::thing::{Thing, ThingKind, is_counted, named_thing};
use super::view::{Shape, View};
use std::ops::Range;

/// A name as found in a sentence.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// With titles and roles.
    pub tokens: Range<usize>,
    pub name: Range<usize>,
    pub head: usize,
    pub what: What,
    pub modifier: bool,
    /// The candidate that this one, in brackets after it, abbreviates.
    pub short_for: Option<usize>,
}

#[derive(Debug, Clone)]
pub enum What {
    Listed(Phrase),
    Person(Person),
    Thing(Thing),
    /// A name that the words around it must explain.
    Unknown(Evidence),
    Group(Group),
}

#[derive(Debug, Clone, Default)]
pub struct Person {
    pub role: Option<Range<usize>>,
    pub role_head: Option<usize>,
    pub state: Option<UnitId>,
    pub female: bool,
    /// "Mr.", "Mrs.", "King", "Queen": the sex is told.
    pub sex_told: bool,
}

#[derive(Debug, Clone)]
pub struct Group {
    pub name: String,
    pub state: Option<UnitId>,
    pub institution: bool,
}

/// Finds the names of one sentence.
pub fn sentence(view: &View, index: usize, out: &mut Vec<Candidate>) {
    let Some(sentence) = view.document.sentences.get(index) else { return };
    let end = sentence.tokens.end;
    let mut i = sentence.tokens.start;
    let from = out.len();
    while i < end {
        let next = at(view, i, end, out);
        i = next.max(i + 1);
    }
    coordinate(view, from, out);
}

/// Reads what starts at a token, and gives the token after it.
fn at(view: &View, i: usize, end: usize, out: &mut Vec<Candidate>) -> usize {
    let seen = view.seen(i);
    let class = seen.word.class;
    let capital = view.is_capital(i);
    if !capital && !class.has(Class::ROLE | Class::ROLE_PART | Class::GROUP | Class::PARTICLE) && seen.shape == Shape::Other {
        return i + 1;
    }
    if !class.has(Class::FUNCTION) || class.has(Class::HONORIFIC) || is_counted(view, i) {
        if let Some(next) = titled_person(view, i, end, out) {
            return next;
        }
        if let Some(next) = thing(view, i, end, out) {
            return next;
        }
    }
    let phrase = view.phrase(i, end);
    let person_first = seen.word.first_name
        && phrase.as_ref().is_none_or(|(r, p)| r.len() == 1 && (p.doubtful || is_city(view, p)))
        && (view.is_capital(i + 1) && !view.has(i + 1, Class::JOINED_HEADS) && view.phrase(i + 1, end).is_none()
            || view.hyphenated(i).is_some());
    if let Some((range, phrase)) = phrase.filter(|_| !person_first) {
        return listed(view, range, phrase, end, out);
    }
    if (capital || class.has(Class::PARTICLE))
        && (!class.has(Class::FUNCTION | Class::CALENDAR) || class.has(Class::PARTICLE) && !class.has(Class::FUNCTION))
        && let Some(name) = name_at(view, i, end, false)
    {
        return plain_name(view, name, end, out);
    }
    i + 1
}

pub fn is_city(view: &View, phrase: &Phrase) -> bool {
    view.gazetteer.unit(phrase.unit).is_some_and(|u| u.kind == UnitKind::Place && !u.seat)
}

/// A role with the name after it: "U.S. special envoy Tim Lenderking", "Messrs. Putin and Bush".
fn titled_person(view: &View, i: usize, end: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    let class = view.class(i);
    let starts = class.has(Class::ROLE | Class::ROLE_PART | Class::HONORIFIC | Class::ROLE_TIME | Class::GROUP) || view.is_capital(i);
    if !starts {
        return None;
    }
    let role = role_at(view, i, end)?;
    let at = role.tokens.end;
    if role.courtesy && view.plain(i) == "u" || at >= end {
        return None;
    }
    let mut name = name_at(view, at, end, true)?;
    // "said officials Friday": a plural in small letters needs a full name after it.
    if role.plural && !view.is_capital(role.head) && name.words < 2 && !name.first_name {
        return None;
    }
    // "the general Soviet", "a major Western": adjectives in small letters.
    if matches!(view.plain(role.head), "general" | "major" | "chief" | "lead" | "head" | "principal" | "host" | "heir")
        && !view.is_capital(role.head)
        && name.words < 2
    {
        return None;
    }
    let heading = view.seen(at).titled && view.seen(at).word.common && name.words == 1 && !role.courtesy;
    if heading && !view.seen(at).word.first_name {
        return None;
    }
    if role.regnal && name.words == 1 && role.head + 1 == at && view.is_capital(role.head) {
        name.tokens.start = role.head;
    }
    inner_phrases(view, &role.tokens, end, out);
    let next = push_person(view, Some(&role), name, role.tokens.start, end, out);
    if !role.plural {
        return Some(next);
    }
    // "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin"
    let mut next = next;
    loop {
        let mut j = next;
        while j < end && matches!(view.plain(j), "," | "and") {
            j += 1;
        }
        if j == next || view.phrase(j, end).is_some_and(|(_, p)| !p.doubtful) {
            return Some(next);
        }
        let Some(name) = name_at(view, j, end, role.courtesy || view.is_capital(role.head)) else { return Some(next) };
        next = push_person(view, Some(&role), name, j, end, out);
    }
}

/// Notes a person, with what stands after the name: "of Nigeria", ", head of Iran's Quds Force,".
fn push_person(view: &View, role: Option<&Role>, name: PersonName, start: usize, end: usize, out: &mut Vec<Candidate>) -> usize {
    let mut next = name.tokens.end;
    let mut person = Person {
        role: role.filter(|r| !r.courtesy).map(|r| r.tokens.clone()),
        role_head: role.filter(|r| !r.courtesy).map(|r| r.head),
        state: role.and_then(|r| r.state),
        female: name.female || role.is_some_and(|r| r.female),
        sex_told: role.is_some_and(|r| r.courtesy || r.regnal),
    };
    let tokens = start..next;
    let possessive = view.is_possessive(next);
    let mut inner = None;
    if role.is_some()
        && view.plain(next) == "of"
        && let Some((range, phrase)) = view.phrase(skip_the(view, next + 1), end)
        && view.gazetteer.unit(phrase.unit).is_some_and(|u| u.kind == UnitKind::State)
    {
        person.state = person.state.or(view.gazetteer.unit(phrase.unit).and_then(|u| u.state));
        next = range.end;
        inner = Some((range, phrase));
    } else if let Some(after) = apposed_role(view, next, end) {
        if person.role.is_none() {
            person.role = Some(after.tokens.clone());
            person.role_head = Some(after.head);
        }
        person.state = person.state.or(after.state);
        person.female |= after.female;
    }
    let head = name.tokens.end.saturating_sub(1);
    let head = if is_suffix(view, head) && head > name.tokens.start { last_name(view, &name.tokens) } else { head };
    let what = What::Person(person);
    out.push(Candidate { tokens, name: name.tokens, head, what, modifier: possessive, short_for: None });
    if let Some((range, phrase)) = inner {
        out.push(Candidate {
            tokens: range.clone(),
            head: range.end - 1,
            name: range,
            what: What::Listed(phrase),
            modifier: true,
            short_for: None,
        });
    }
    next
}

/// The role told after a name: ", the U.S. special envoy".
fn apposed_role(view: &View, next: usize, end: usize) -> Option<Role> {
    if view.written(next) != "," || next + 1 >= end {
        return None;
    }
    let from = if matches!(view.plain(next + 1), "the" | "a" | "an" | "then" | "now") { next + 2 } else { next + 1 };
    role_at(view, from, end).filter(|r| !r.courtesy && !r.plural && name_at(view, r.tokens.end, end, true).is_none())
}

/// The last token of a name that is no suffix or mark.
fn last_name(view: &View, name: &Range<usize>) -> usize {
    name.clone().rev().find(|&t| view.seen(t).shape != Shape::Other && !is_suffix(view, t)).unwrap_or(name.start)
}

fn skip_the(view: &View, at: usize) -> usize {
    if view.plain(at) == "the" { at + 1 } else { at }
}

/// The states and bodies told inside a role or an occasion, as modifiers.
fn inner_phrases(view: &View, range: &Range<usize>, end: usize, out: &mut Vec<Candidate>) {
    let mut i = range.start;
    while i < range.end {
        match view.phrase(i, end.min(range.end)) {
            Some((tokens, phrase)) => {
                i = tokens.end;
                out.push(Candidate {
                    tokens: tokens.clone(),
                    head: tokens.end - 1,
                    name: tokens,
                    what: What::Listed(phrase),
                    modifier: true,
                    short_for: None,
                });
            }
            None => i += 1,
        }
    }
}

/// A body, place or occasion with a telling noun.
fn thing(view: &View, i: usize, end: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    let thing = named_thing(view, i, end)?;
    // What the lists know as a whole is theirs.
    if view.phrase(i, end).is_some_and(|(r, _)| r.end >= thing.tokens.end) {
        return None;
    }
    if thing.kind == ThingKind::Occasion && thing.held {
        inner_phrases(view, &thing.tokens, end, out);
    }
    let tokens = thing.tokens.clone();
    let modifier = view.is_possessive(tokens.end) || qualifies(view, tokens.end, end);
    let head = thing.head;
    out.push(Candidate { tokens: tokens.clone(), name: tokens.clone(), head, what: What::Thing(thing), modifier, short_for: None });
    Some(abbreviation(view, tokens.end, end, out))
}

/// "(SDF)" after a name: gives the token after it.
fn abbreviation(view: &View, at: usize, end: usize, out: &mut Vec<Candidate>) -> usize {
    if !matches!(view.written(at), "(" | "[") {
        return at;
    }
    let mut i = at + 1;
    while i < end && (view.plain(i) == "the" || matches!(view.written(i), "\"" | "\u{201C}")) {
        i += 1;
    }
    let closes = |t: usize| matches!(view.written(t), ")" | "]" | "\"" | "\u{201D}" | "," | ";");
    let short = view.written(i).chars().filter(|c| c.is_uppercase()).count() > 1 && view.written(i).len() < 12;
    if i >= end || !short || !closes(i + 1) || view.phrase(i, end).is_some_and(|(_, p)| !p.acronym) {
        return at;
    }
    let long = out.len().checked_sub(1);
    let what = What::Unknown(Evidence { body: 1, ..Evidence::default() });
    out.push(Candidate { tokens: i..i + 1, name: i..i + 1, head: i, what, modifier: true, short_for: long });
    i + 1
}

/// A phrase of the lists.
fn listed(view: &View, range: Range<usize>, phrase: Phrase, end: usize, out: &mut Vec<Candidate>) -> usize {
    let next = range.end;
    let possessive = view.is_possessive(next);
    let noun_follows = qualifies(view, next, end) || view.is_capital(next) && !view.seen(next).glued && next < end;
    let modifier = match phrase.form {
        Form::Name => possessive || qualifies(view, next, end),
        Form::People => possessive,
        // "the French", "the Japanese": the state itself.
        Form::Adjective => possessive || noun_follows || range.start == 0 || !stands_for_people(view, range.start, next, end),
    };
    let unit = view.gazetteer.unit(phrase.unit);
    // A person's surname that is a city's too stays open.
    let what = if phrase.doubtful && range.len() == 1 {
        let evidence = evidence(view, &range, end);
        if evidence.place < evidence.person || evidence.place == 0 && possessive || unit.is_none() {
            What::Unknown(evidence)
        } else {
            What::Listed(phrase)
        }
    } else {
        What::Listed(phrase)
    };
    out.push(Candidate { tokens: range.clone(), head: range.end - 1, name: range, what, modifier, short_for: None });
    if phrase.acronym { next } else { abbreviation(view, next, end, out) }
}

/// Whether an adjective is told as a noun: "the French", "the Vietnamese".
fn stands_for_people(view: &View, at: usize, next: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| view.plain(b));
    let article = matches!(before, "the" | "both" | "by" | "against");
    let class = view.class(next);
    let clause =
        next >= end || view.seen(next).shape == Shape::Other || class.has(Class::FUNCTION | Class::VERB) || verb_like(view.plain(next));
    article && clause
}

/// A name without title: a person's, or one that the text must explain.
fn plain_name(view: &View, name: PersonName, end: usize, out: &mut Vec<Candidate>) -> usize {
    let range = name.tokens.clone();
    let seen = view.seen(range.start);
    let mut evidence = evidence(view, &range, end);
    if name.words > 1 && name.first_name {
        return push_person(view, None, name, range.start, end, out);
    }
    if name.words > 1 && evidence.place < 3 && apposed_role(view, range.end, end).is_some() {
        evidence.person += 3;
    }
    if seen.opening && !seen.learned && name.words == 1 && evidence.person < 2 {
        evidence.weak = true;
    }
    evidence.weak |= seen.titled && !seen.learned;
    let upper = range.len() == 1 && seen.shape == Shape::Upper;
    if upper && view.written(range.start).len() < 8 && !seen.titled {
        evidence.body += 1 + evidence.person;
        evidence.person = 0;
        evidence.place = 0;
    }
    if evidence.person > 0 && evidence.place < 2 && name.words > 1 {
        // An apposition may tell the role.
        return push_person(view, None, name, range.start, end, out);
    }
    let modifier = view.is_possessive(range.end) || qualifies(view, range.end, end);
    let head = last_name(view, &range);
    out.push(Candidate { tokens: range.clone(), name: range.clone(), head, what: What::Unknown(evidence), modifier, short_for: None });
    abbreviation(view, range.end, end, out)
}
