//! Names that end or begin with a common noun: bodies ("Syrian Democratic Forces"), places ("Hakari Bridge") and occasions
//! ("Treaty of Versailles"), none of which a list need hold.

use super::gazetteer::{Form, UnitId};
use super::lexicon::Class;
use super::person::is_suffix;
use super::view::{Shape, View};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    Body,
    Place,
    Occasion,
}

/// A name with its telling noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub tokens: Range<usize>,
    /// The telling noun: "Forces".
    pub head: usize,
    pub kind: ThingKind,
    /// An occasion held at the place in its name.
    pub held: bool,
    pub state: Option<UnitId>,
}

impl Thing {
    pub fn is_body(&self) -> bool {
        self.kind == ThingKind::Body
    }
}

/// Reads a body, place or occasion at a token with a capital.
pub fn named_thing(view: &View, at: usize, end: usize) -> Option<Thing> {
    let seen = view.seen(at);
    // "Six-Party Talks"
    let counted = is_counted(view, at);
    if !view.is_capital(at) || seen.word.class.has(Class::FUNCTION | Class::CALENDAR) && !counted || seen.titled {
        return None;
    }
    let (run, heads, mut state) = run(view, at, end);
    let (head, run_end) = match heads {
        Heads::Last(head) => (head, head + 1),
        Heads::First if view.plain(at + 1) == "of" || view.plain(at + 1) == "on" => (at, at + 1),
        Heads::Front => {
            // "Lake Geneva", "Fort McNair": the words after the telling noun.
            return Some(Thing { tokens: run, head: at, kind: ThingKind::Place, held: false, state });
        }
        _ => return None,
    };
    let class = view.class(head);
    let first_of = head == at;
    let next = view.plain(run_end);
    let mut tokens = at..run_end;
    let opens = first_of && class.has(Class::OCCASION_FIRST) && matches!(next, "of" | "on" | "between");
    let ship = matches!(view.written(at), "USS" | "HMS" | "RMS" | "SS" | "INS" | "HMAS");
    let kind = if opens {
        ThingKind::Occasion
    } else if ship || class.has(Class::BODY) {
        ThingKind::Body
    } else if class.has(Class::OCCASION) {
        ThingKind::Occasion
    } else {
        ThingKind::Place
    };
    if first_of && seen.opening && kind != ThingKind::Occasion && seen.word.common && !complement_is_name(view, run_end, end) {
        return None;
    }
    if let Some(extended) = complement(view, run_end, end, kind, &mut state) {
        tokens.end = extended;
    } else if first_of {
        return None;
    }
    // "World War II"
    if kind == ThingKind::Occasion
        && tokens.end < end
        && (is_suffix(view, tokens.end) || view.plain(head) == "war" && view.written(tokens.end) == "I")
    {
        tokens.end += 1;
    }
    // "Resolution 242"
    if kind == ThingKind::Occasion && tokens.end < end && view.seen(tokens.end).shape == Shape::Other {
        let number = view.written(tokens.end);
        if number.len() < 6 && number.bytes().all(|b| b.is_ascii_digit()) && matches!(view.plain(head), "resolution" | "article" | "order")
        {
            tokens.end += 1;
        }
    }
    Some(Thing {
        tokens,
        head,
        kind,
        held: kind == ThingKind::Occasion && class.has(Class::HELD) || opens && class.has(Class::HELD),
        state,
    })
}

/// "Six-Party Talks", "Second World War": a number opens the name.
pub fn is_counted(view: &View, at: usize) -> bool {
    view.has(at, Class::FUNCTION)
        && view.is_capital(at)
        && (view.hyphenated(at).is_some_and(|n| view.is_capital(n))
            || matches!(view.plain(at), "first" | "second" | "third" | "fourth") && view.is_capital(at + 1))
}

enum Heads {
    None,
    /// The last telling noun of the run, which is not its first word.
    Last(usize),
    /// The first word is one, and no later.
    First,
    /// The first word opens a place's name.
    Front,
}

/// The words with a capital from a token on, with what tells the kind among them, and the first state among them.
fn run(view: &View, at: usize, end: usize) -> (Range<usize>, Heads, Option<UnitId>) {
    let mut i = at;
    let mut last = None;
    let mut state = None;
    let heads = Class::BODY | Class::PLACE | Class::OCCASION;
    while i < end {
        let class = view.class(i);
        if !view.is_capital(i) {
            // "the People's Liberation Army", "Workers' Party"
            if i > at && view.is_possessive(i) && view.seen(i - 1).word.common && view.is_capital(i + 1) {
                i += 1;
                continue;
            }
            // "Ministry of …" is met later; "Château de Rambouillet" here.
            if i > at && class.has(Class::PARTICLE) && view.is_capital(i + 1) && !class.has(Class::FUNCTION) {
                i += 1;
                continue;
            }
            break;
        }
        if i > at && class.has(Class::FUNCTION | Class::CALENDAR | Class::HONORIFIC) {
            break;
        }
        // A role before a name ends the body: "Duma Speaker Vyacheslav Volodin".
        if class.has(Class::ROLE) && !class.has(heads | Class::ROLE_PART) && (i > at || view.is_capital(i + 1)) {
            break;
        }
        if let Some((range, phrase)) = view.phrase(i, end) {
            if phrase.form == Form::People && i > at {
                break;
            }
            if let Some(unit) = view.gazetteer.unit(phrase.unit) {
                state = state.or(unit.state);
            }
            let inner = range.end - 1;
            i = range.end;
            if view.is_possessive(i) {
                break;
            }
            if inner > at && range.start == at && view.has(inner, heads) {
                // The phrase is listed as a whole and needs no telling noun unless another follows.
            } else if inner > at && view.has(inner, heads) {
                last = Some(inner);
            }
        } else {
            if class.has(heads) && i > at {
                last = Some(i);
            }
            i += 1;
        }
        if let Some(next) = view.hyphenated(i - 1) {
            if !view.is_capital(next) {
                break;
            }
            i = next;
        }
    }
    let first = view.class(at);
    let found = match last {
        Some(head) => Heads::Last(head),
        None if first.has(Class::PLACE_FIRST) && i > at + 1 => Heads::Front,
        None if first.has(heads) && i == at + 1 => Heads::First,
        None => Heads::None,
    };
    (at..i, found, state)
}

fn complement_is_name(view: &View, at: usize, end: usize) -> bool {
    let mut i = at + 1;
    if view.plain(i) == "the" {
        i += 1;
    }
    i < end && view.is_capital(i) && !view.has(i, Class::CALENDAR | Class::FUNCTION)
}

/// "of Foreign Affairs", "on Foreign Relations", "for the Prohibition of Chemical Weapons": gives the token after it.
fn complement(view: &View, at: usize, end: usize, kind: ThingKind, state: &mut Option<UnitId>) -> Option<usize> {
    let fits = match kind {
        ThingKind::Body => matches!(view.plain(at), "of" | "for" | "on"),
        ThingKind::Occasion => matches!(view.plain(at), "of" | "on" | "for"),
        ThingKind::Place => view.plain(at) == "of",
    };
    if !fits || at >= end {
        return None;
    }
    let mut i = at + 1;
    let mut last = None;
    while i < end {
        if let Some((range, phrase)) = view.phrase(i, end) {
            if let Some(unit) = view.gazetteer.unit(phrase.unit) {
                *state = state.or(unit.state);
            }
            i = range.end;
            last = Some(i);
        } else if view.is_capital(i) && !view.has(i, Class::FUNCTION | Class::CALENDAR | Class::HONORIFIC) {
            let starts_name = view.seen(i).word.first_name && view.is_capital(i + 1);
            if starts_name && last.is_some() {
                break;
            }
            i += 1;
            while let Some(next) = view.hyphenated(i - 1) {
                i = next + 1;
            }
            last = Some(i);
        } else if matches!(view.plain(i), "the" | "of" | "for" | "in") && view.is_capital(skip_the(view, i + 1)) {
            i += 1;
        } else if view.plain(i) == "and"
            && last.is_some()
            && view.is_capital(i + 1)
            && view.seen(i + 1).word.common
            && view.phrase(i + 1, end).is_none()
        {
            // "Health and Safety"; not "of Ukraine and Russia", which may be two bodies' states.
            i += 1;
        } else {
            break;
        }
    }
    last
}

fn skip_the(view: &View, at: usize) -> usize {
    if view.plain(at) == "the" { at + 1 } else { at }
}
