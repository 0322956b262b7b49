//! People's names and the roles that stand with them: "U.S. special envoy Tim Lenderking", "King Hussein", "Vo Nguyen Giap".

use super::entity::singular;
use super::gazetteer::{Form, UnitId, UnitKind};
use super::lexicon::Class;
use super::thing::named_thing;
use super::view::{Shape, View};
use std::ops::Range;

/// A person's name as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    pub tokens: Range<usize>,
    /// Words that are no particles, initials or suffixes.
    pub words: usize,
    /// A first name that the list knows stands in front.
    pub first_name: bool,
    pub female: bool,
}

/// A role as it stands: "Deputy Secretary of State".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub tokens: Range<usize>,
    /// The word that names the role: "Secretary".
    pub head: usize,
    pub state: Option<UnitId>,
    /// "ministers": several names may follow.
    pub plural: bool,
    /// "Mr.": courtesy, not a role.
    pub courtesy: bool,
    /// A title that belongs to the name where one word follows: "King".
    pub regnal: bool,
    pub female: bool,
}

/// Words that are never part of a person's name unless a first name stands right before them.
const HEADS: Class = Class::JOINED_HEADS;

/// Reads a person's name at a token. After a title a name may be an ordinary word: "Secretary Rice".
pub fn name_at(view: &View, at: usize, end: usize, after_title: bool) -> Option<PersonName> {
    let mut i = particles(view, at, end);
    if i > at && !after_title && !view.seen(at).opening {
        // "de Gaulle", "al-Assad", "von der Leyen": a particle opens a name only with a capital after it.
        if !matches!(view.plain(at), "de" | "von" | "van" | "al" | "el" | "bin" | "ben" | "ter" | "abu" | "da" | "di") {
            return None;
        }
    }
    let start = at;
    let mut words = 0;
    let mut last_end = at;
    let mut first_name = false;
    let mut female = false;
    while i < end {
        let seen = view.seen(i);
        if !view.is_capital(i) {
            break;
        }
        let class = seen.word.class;
        let initial = seen.shape == Shape::Initial;
        let after_first = words > 0 && (i > 0 && (view.seen(i - 1).word.first_name || view.seen(i - 1).shape == Shape::Initial));
        if words > 0 && is_suffix(view, i) {
            i += 1;
            last_end = i;
            break;
        }
        let open = words == 0 && after_title;
        if initial && view.written(i).len() == 1 && words == 0 {
            break;
        }
        if !initial {
            if class.has(Class::FUNCTION | Class::CALENDAR | Class::NO_NAME) && !(after_first || open && class.has(Class::CALENDAR)) {
                break;
            }
            // "Frank Church", "Mr. Baker's"; "Governors Island" is none.
            if class.has(HEADS) && !after_first {
                break;
            }
            // "Karen Donfried", "Christian Wulff" are no peoples.
            let given = seen.word.first_name && words == 0 && is_unknown(view, i + 1, end);
            if class.has(Class::PEOPLE | Class::PEOPLE_ADJECTIVE) && !after_first && !given {
                break;
            }
            // "Tell Tamer": an ordinary word with a capital that its place does not give, before an unknown one.
            let odd = words == 0 && !seen.opening && !seen.titled && is_unknown(view, i + 1, end);
            let odd = odd || words == 0 && class.has(Class::PARTICLE) && is_unknown(view, i + 1, end);
            if seen.word.common && !(open || odd || words > 0 && !seen.titled || seen.word.first_name && !seen.opening) {
                break;
            }
            if seen.word.common && seen.titled && words > 0 && !after_first {
                break;
            }
            if is_listed(view, i, end)
                && !((after_first || after_title && words > 0) && view.phrase(i, end).is_some_and(|(r, _)| r.len() == 1))
            {
                break;
            }
        }
        // "De Gaulle" at the head of a sentence.
        let particle = words == 0 && class.has(Class::PARTICLE) && is_unknown(view, i + 1, end);
        if words == 0 {
            first_name = seen.word.first_name;
            female = seen.word.female;
        }
        if !initial {
            words += usize::from(!particle);
        } else if words == 0 && !view.is_capital(i + 1) {
            break;
        }
        i += 1;
        // "Jong-un", "Al-Sisi", "Jean-Bertrand"
        while let Some(next) = view.hyphenated(i - 1) {
            if next >= end {
                break;
            }
            i = next + 1;
        }
        last_end = i;
        // "Alexander M. Haig, Jr."
        if view.written(i) == "," && is_suffix(view, i + 1) && i + 1 < end {
            last_end = i + 2;
            break;
        }
        let next = particles(view, i, end);
        if next > i && (!view.is_capital(next) || view.has(next, Class::FUNCTION)) {
            break;
        }
        i = next;
        if words > 6 {
            break;
        }
    }
    (words > 0 && last_end > start).then_some(PersonName { tokens: start..last_end, words, first_name, female })
}

/// Whether a word with a capital is neither ordinary nor known for anything.
fn is_unknown(view: &View, at: usize, end: usize) -> bool {
    let seen = view.seen(at);
    at < end
        && seen.shape == Shape::Capital
        && !seen.word.common
        && !seen.word.class.has(HEADS | Class::FUNCTION | Class::CALENDAR | Class::NO_NAME | Class::PEOPLE | Class::PEOPLE_ADJECTIVE)
        && view.phrase(at, end).is_none()
}

/// "Jr.", "III": numerals in capitals only, since Xi is a name.
pub fn is_suffix(view: &View, at: usize) -> bool {
    view.has(at, Class::SUFFIX) && (view.seen(at).shape == Shape::Upper || matches!(view.plain(at), "jr" | "jr." | "sr" | "sr."))
}

/// Past the small words within a name, with their hyphens: "al-", "von der".
fn particles(view: &View, at: usize, end: usize) -> usize {
    let mut i = at;
    while i < end && view.seen(i).shape == Shape::Lower && view.has(i, Class::PARTICLE) {
        i = view.hyphenated(i).unwrap_or(i + 1);
        if i > at + 4 {
            break;
        }
    }
    if i < end && i > at && view.is_capital(i) { i } else { at }
}

/// Whether a state, a body or a well-known place stands here rather than a person's name.
fn is_listed(view: &View, at: usize, end: usize) -> bool {
    view.phrase(at, end).is_some_and(|(_, p)| !p.doubtful)
}

/// Reads a role at a token.
pub fn role_at(view: &View, at: usize, end: usize) -> Option<Role> {
    let mut i = at;
    let mut state = None;
    let mut head = None;
    let mut plural = false;
    let mut regnal = false;
    let mut female = false;
    let mut role_end = at;
    while i < end {
        let class = view.class(i);
        if class.has(Class::HONORIFIC) && head.is_none() && i == at && view.is_capital(i) && !class.has(Class::ROLE) {
            return Some(Role {
                tokens: i..i + 1,
                head: i,
                state: None,
                plural: view.plain(i).starts_with("messrs"),
                courtesy: true,
                regnal: view.plain(i) == "saint" || view.plain(i).starts_with("st"),
                female: class.has(Class::FEMALE),
            });
        }
        if head.is_none()
            && !class.has(Class::ROLE)
            && let Some(next) = qualifier(view, i, end, &mut state)
        {
            i = next;
            continue;
        }
        if class.has(Class::ROLE) {
            head = Some(i);
            regnal = class.has(Class::REGNAL);
            female |= class.has(Class::FEMALE);
            i += 1;
            role_end = i;
        } else if class.has(Class::GROUP) && head.is_none() && view.gazetteer.word(singular(view.plain(i))).class.has(Class::ROLE) {
            head = Some(i);
            plural = true;
            i += 1;
            role_end = i;
        } else if class.has(Class::ROLE_PART | Class::ROLE_TIME) {
            // "under secretary"; not "the fleet under Admiral Togo".
            if view.plain(i) == "under" && view.plain(i + 1) != "secretary" && view.hyphenated(i).is_none() {
                break;
            }
            i += 1;
        } else if head.is_some() && matches!(view.plain(i), "of" | "for" | "to" | "on" | "at" | "in") {
            let Some(next) = complement(view, i, end, &mut state) else { break };
            i = next;
            role_end = i;
            continue;
        } else if head.is_some() && (view.plain(i) == "and" || view.plain(i) == "&") {
            // "Deputy Prime Minister and Minister of Foreign Affairs"
            if !(view.has(i + 1, Class::ROLE | Class::ROLE_PART) && view.is_capital(i + 1)) {
                break;
            }
            let Some(more) = role_at(view, i + 1, end).filter(|m| !m.courtesy && !m.plural) else { break };
            state = state.or(more.state);
            role_end = more.tokens.end;
            break;
        } else {
            break;
        }
        // "Secretary-General", "then-President", "vice-president", "ambassador-at-large"
        if let Some(next) = view.hyphenated(i - 1) {
            let joined = view.class(next);
            if joined.has(Class::ROLE | Class::ROLE_PART) {
                i = next;
                continue;
            }
            if matches!(view.plain(next), "at" | "in" | "elect" | "designate") {
                i = next + 1;
                if let Some(last) = view.hyphenated(next) {
                    i = last + 1;
                }
                if head.is_some() {
                    role_end = i;
                }
                continue;
            }
            return None;
        }
        if view.plain(i) == "d'affaires" || view.plain(i) == "elect" {
            i += 1;
            role_end = i;
        }
    }
    let head = head?;
    Some(Role { tokens: at..role_end, head, state, plural, courtesy: false, regnal, female })
}

/// A state, a body or a possessive that says whose role it is; gives the token after it.
fn qualifier(view: &View, at: usize, end: usize, state: &mut Option<UnitId>) -> Option<usize> {
    let mut next = if let Some((range, phrase)) = view.phrase(at, end) {
        let unit = view.gazetteer.unit(phrase.unit)?;
        if unit.kind == UnitKind::State || state.is_none() {
            *state = unit.state.or(*state);
        }
        if phrase.form == Form::People {
            return None;
        }
        range.end
    } else if view.is_capital(at) {
        let thing = named_thing(view, at, end).filter(|t| t.is_body() && t.tokens.end < end)?;
        *state = thing.state.or(*state);
        thing.tokens.end
    } else {
        return None;
    };
    if view.is_possessive(next) {
        next += 1;
    }
    if view.hyphenated(next - 1).is_some() {
        return None;
    }
    (next < end).then_some(next)
}

/// "of State", "for Yemen", "of Foreign Affairs of Ukraine": gives the token after it.
fn complement(view: &View, at: usize, end: usize, state: &mut Option<UnitId>) -> Option<usize> {
    let mut i = at + 1;
    while i < end && matches!(view.plain(i), "the" | "its" | "his" | "her" | "their") {
        i += 1;
    }
    let first = i;
    let mut last = i;
    while i < end {
        let seen = view.seen(i);
        let class = seen.word.class;
        let starts_name = seen.word.first_name && view.is_capital(i + 1) && !view.has(i + 1, HEADS);
        if let Some((range, phrase)) = view.phrase(i, end).filter(|(r, p)| !(p.doubtful && starts_name && r.len() == 1)) {
            if let Some(unit) = view.gazetteer.unit(phrase.unit) {
                *state = state.or(unit.state);
            }
            i = range.end;
            if view.is_possessive(i) && i + 1 < end {
                i += 1;
            }
            last = i;
            continue;
        }
        if view.is_capital(i) && !class.has(Class::FUNCTION | Class::CALENDAR | Class::HONORIFIC) && !starts_name {
            let known = seen.word.common || class.has(HEADS | Class::PORTFOLIO);
            // "the Governor of Hadhramaut": one unknown word, with no name after it.
            let lone = i == first && !view.is_capital(i + 1) && !seen.word.first_name;
            if known && !(class.has(Class::ROLE) && i > first && !view.is_capital(i + 1)) || lone {
                i += 1;
                last = i;
                while let Some(next) = view.hyphenated(i - 1) {
                    i = next + 1;
                    last = i;
                }
                continue;
            }
            break;
        }
        if seen.shape == Shape::Lower && (class.has(Class::PORTFOLIO) || class.has(Class::INSTITUTION)) {
            i += 1;
            last = i;
            continue;
        }
        let joins = matches!(view.plain(i), "and" | "of" | "," | "&" | "for" | "the" | "d'affaires");
        if joins && i > first {
            let next = if view.plain(i + 1) == "the" { i + 2 } else { i + 1 };
            let goes_on = next < end
                && (view.phrase(next, end).is_some() && view.plain(i) != ","
                    || view.is_capital(next) && view.seen(next).word.common && !view.has(next, Class::ROLE)
                    || view.has(next, Class::PORTFOLIO) && view.plain(i) != ",");
            if goes_on {
                i += 1;
                continue;
            }
        }
        break;
    }
    (last > first).then_some(last)
}
