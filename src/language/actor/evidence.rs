//! What the words around a name say of it, where no list knows it: "near Zortan" is a place, "told Zortan" is not.

use super::gazetteer::{Form, UnitKind};
use super::lexicon::Class;
use super::scan::{Candidate, What, is_city};
use super::view::{Shape, View};
use std::ops::Range;

/// Points for each kind, summed over all mentions of a name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    pub person: i32,
    pub place: i32,
    pub body: i32,
    /// Stands where every word has a capital.
    pub weak: bool,
}

/// What is told beside a place is a place, what beside a person a person: "Tell Tamer and Ain Issa", "Ford and Brezhnev".
pub fn coordinate(view: &View, from: usize, out: &mut [Candidate]) {
    for index in from..out.len() {
        let person = match out.get(index + 1).map(|c| &c.what) {
            Some(What::Person(_)) => true,
            Some(What::Unknown(other)) => other.person > 1 && other.person > other.place,
            _ => false,
        };
        let next = out.get(index + 1).map_or(0, |c| c.tokens.start);
        let Some(this) = out.get_mut(index) else { continue };
        let joined = this.tokens.end + 1 == next && view.plain(this.tokens.end) == "and";
        if let What::Unknown(evidence) = &mut this.what
            && person
            && joined
        {
            evidence.person += 2;
        }
    }
    for index in from + 1..out.len() {
        let Some((before, rest)) = out.split_at_mut_checked(index) else { return };
        let (Some(before), Some(this)) = (before.last(), rest.first_mut()) else { return };
        let What::Unknown(evidence) = &mut this.what else { continue };
        let between = before.tokens.end..this.tokens.start;
        let joined = between.len() < 3 && !between.is_empty() && between.clone().all(|t| matches!(view.plain(t), "," | "and" | "or"));
        // "In Geneva, Le Duc Tho …": a comma alone joins nothing after the words that open a sentence.
        let listed = between.len() > 1 || view.written(between.start) != ",";
        if !joined || !listed {
            continue;
        }
        match &before.what {
            What::Listed(phrase) if phrase.form == Form::Name && is_city(view, phrase) => evidence.place += 3,
            What::Unknown(other) if other.place > 2 && other.place > other.person => evidence.place += 3,
            What::Person(_) => evidence.person += 2,
            _ => {}
        }
    }
}

/// Whether a name that ends here only qualifies the noun that follows: "NATO jets", "Moscow-based".
pub fn qualifies(view: &View, next: usize, end: usize) -> bool {
    if next >= end {
        return false;
    }
    let seen = view.seen(next);
    if view.hyphenated(next.saturating_sub(1)).is_some() {
        return true;
    }
    let class = seen.word.class;
    let adverb = view.plain(next).ends_with("ly") && view.plain(next).len() > 4;
    seen.shape == Shape::Lower && seen.word.common && !adverb && !class.has(Class::FUNCTION | Class::VERB) && !verb_like(view.plain(next))
}

/// Whether a word looks like a verb in the past.
pub fn verb_like(plain: &str) -> bool {
    crate::language::syntax::lemma::irregular_past(plain)
        || plain.len() > 4 && plain.ends_with("ed") && !matches!(plain, "indeed" | "speed" | "breed" | "greed" | "hundred" | "sacred")
}

/// What the words around a name say of it.
pub fn evidence(view: &View, range: &Range<usize>, end: usize) -> Evidence {
    let mut evidence = Evidence::default();
    if let Some(before) = range.start.checked_sub(1) {
        let class = view.class(before);
        if class.has(Class::BEFORE_PLACE) {
            evidence.place += 3;
        }
        if class.has(Class::BEFORE_PERSON) {
            evidence.person += 2;
        }
        let of = before.checked_sub(1).map_or("", |b| view.plain(b));
        if view.plain(before) == "of"
            && matches!(of, "city" | "town" | "village" | "port" | "island" | "region" | "province" | "district" | "capital")
        {
            evidence.place += 4;
        }
        if matches!(view.plain(before), "from" | "to" | "of" | "into") {
            evidence.place += 1;
        }
        let moves = matches!(view.plain(before), "to" | "into" | "from" | "for" | "through")
            && (2..6).filter_map(|n| range.start.checked_sub(n)).any(|t| view.has(t, Class::MOTION));
        if moves {
            evidence.place += 2;
        }
    }
    let next = range.end;
    if next < end {
        if view.has(next, Class::VERB) || verb_like(view.plain(next)) {
            evidence.person += 2;
        }
        if view.is_possessive(next) {
            evidence.person += 1;
        }
        // "Mao Khe, 20 miles north of Haiphong"
        if view.written(next) == "," {
            let far = (next + 1..(next + 4).min(end)).any(|t| matches!(view.plain(t), "miles" | "kilometers" | "kilometres" | "km"));
            let aside = view.has(next + 1, Class::DIRECTION) && matches!(view.plain(next + 2), "of" | "from");
            if far || aside {
                evidence.place += 4;
            }
        }
        // "Glassboro, New Jersey"
        if view.written(next) == ","
            && let Some((_, phrase)) = view.phrase(next + 1, end)
            && phrase.form == Form::Name
            && view.gazetteer.unit(phrase.unit).is_some_and(|u| u.kind != UnitKind::Body)
            && range.start.checked_sub(1).is_some_and(|b| view.has(b, Class::BEFORE_PLACE) || view.plain(b) == "of")
        {
            evidence.place += 3;
        }
    }
    evidence
}
