//! People without a name of their own: "U.S. and Ukrainian officials", "the foreign ministers of Armenia and Azerbaijan", and the
//! institutions of a state: "the Syrian government".

use super::gazetteer::{Form, UnitId};
use super::lexicon::Class;
use super::scan::{Candidate, Group, What};
use super::view::{Shape, View};
use crate::language::token::TokenKind;
use std::ops::Range;

/// Heads too general to name anyone alone.
const GENERAL: [&str; 66] = [
    "people",
    "men",
    "women",
    "families",
    "nations",
    "countries",
    "states",
    "governments",
    "sides",
    "parties",
    "powers",
    "members",
    "groups",
    "units",
    "teams",
    "forces",
    "jets",
    "ships",
    "planes",
    "aircraft",
    "boats",
    "force",
    "column",
    "team",
    "division",
    "army",
    "heads",
    "chiefs",
    "principals",
    "counterparts",
    "guards",
    "agents",
    "vessels",
    "companies",
    "firms",
    "banks",
    "citizens",
    "nationals",
    "residents",
    "crew",
    "mission",
    "opposition",
    "leadership",
    "corps",
    "coalition",
    "regime",
    "administration",
    "intelligence",
    "republic",
    "court",
    "assembly",
    "legislature",
    "convoy",
    "militia",
    "bureaucracy",
    "judiciary",
    "monarchy",
    "partners",
    "professionals",
    "tribes",
    "factions",
    "supporters",
    "veterans",
    "adherents",
    "republics",
    "columns",
];

/// Finds the groups of a sentence; `names` are the candidates already found in it.
pub fn groups(view: &View, index: usize, from: usize, out: &mut Vec<Candidate>) {
    let Some(sentence) = view.document.sentences.get(index) else { return };
    let (start, end) = (sentence.tokens.start, sentence.tokens.end);
    let mut i = start;
    while i < end {
        let class = view.class(i);
        let people = class.has(Class::PEOPLE) && view.is_capital(i) || is_ists(view.plain(i)) && !view.is_capital(i);
        if (class.has(Class::GROUP | Class::INSTITUTION) || people)
            && view.seen(i).shape != Shape::Upper
            && let Some(next) = group(view, i, start..end, from, out)
        {
            i = next;
            continue;
        }
        i += 1;
    }
}

/// "environmentalists": a noun in "-ists" names people.
fn is_ists(plain: &str) -> bool {
    plain.len() > 7
        && plain.ends_with("ists")
        && !matches!(plain, "consists" | "persists" | "insists" | "resists" | "assists" | "enlists" | "checklists" | "shortlists")
}

/// "delegations" to "delegation", for those of which each side has one.
fn one_of_each(head: &str) -> Option<&str> {
    const EACH: [&str; 12] = [
        "delegations",
        "contingents",
        "governments",
        "armies",
        "navies",
        "fleets",
        "teams",
        "parliaments",
        "ministries",
        "embassies",
        "sides",
        "leaderships",
    ];
    EACH.contains(&head).then_some(())?;
    head.strip_suffix('s')
}

/// The candidate of this sentence that covers a token.
fn covering(out: &[Candidate], from: usize, token: usize) -> Option<&Candidate> {
    out.get(from..)?.iter().filter(|c| c.tokens.contains(&token)).max_by_key(|c| c.tokens.len())
}

fn group(view: &View, head: usize, bounds: Range<usize>, from: usize, out: &mut Vec<Candidate>) -> Option<usize> {
    if covering(out, from, head).is_some() {
        return None;
    }
    let mut start = head;
    let mut state = None;
    let mut qualified = false;
    // Further adjectives told with the same head: "U.S. and Ukrainian officials".
    let mut others: Vec<Range<usize>> = Vec::new();
    let mut parts_start = head;
    // Whether a comma stands before "and".
    let mut serial = false;
    while let Some(before) = start.checked_sub(1).filter(|&b| b >= bounds.start) {
        let seen = view.seen(before);
        let class = seen.word.class;
        if let Some(known) = covering(out, from, before) {
            if known.tokens.end != start {
                break;
            }
            match &known.what {
                What::Listed(phrase) if phrase.doubtful => {}
                What::Listed(phrase) if phrase.form != Form::People => {
                    state = state.or(view.gazetteer.unit(phrase.unit).and_then(|u| u.state));
                }
                What::Thing(thing) if thing.is_body() => state = state.or(thing.state),
                What::Unknown(_) | What::Person(_) if known.name == known.tokens => {}
                _ => break,
            }
            qualified = true;
            start = known.tokens.start;
            continue;
        }
        if view.is_possessive(before) {
            let owner = before.checked_sub(1).and_then(|b| covering(out, from, b));
            let Some(owner) = owner.filter(|o| o.tokens.end == before) else { break };
            if let What::Listed(phrase) = &owner.what {
                state = state.or(view.gazetteer.unit(phrase.unit).and_then(|u| u.state));
            }
            qualified = true;
            start = owner.tokens.start;
            break;
        }
        if seen.shape == Shape::Other && view.written(before) == "-" && seen.glued && before > bounds.start {
            // "pro-Syrian", "Kurdish-led"
            start = before - 1;
            if let Some(known) = covering(out, from, start) {
                start = known.tokens.start;
            }
            qualified = true;
            continue;
        }
        let led = before > bounds.start && view.written(before - 1) == "-" && seen.glued;
        // Before the state's adjective only rank is told: "senior Iraqi officials", not "attack American diplomats".
        if state.is_some()
            && !matches!(view.plain(before), "senior" | "top" | "high-level" | "high-ranking" | "leading" | "young" | "pro")
            && !led
            && !class.has(Class::DIRECTION | Class::PEOPLE_ADJECTIVE)
            && class.has(Class::GROUP_PART | Class::PORTFOLIO)
        {
            break;
        }
        if class.has(Class::GROUP_PART | Class::PORTFOLIO | Class::DIRECTION | Class::PEOPLE_ADJECTIVE) || led {
            qualified |= !class.has(Class::DIRECTION);
            start = before;
            continue;
        }
        if is_number(view, before) {
            start = before;
            qualified = true;
            break;
        }
        // "Ukrainian, Belarusian and Kazakh leaders"
        if matches!(view.plain(before), "and" | "," | "or") && qualified && before > bounds.start {
            if others.is_empty() {
                parts_start = start;
            }
            // "Ukrainian, Belarusian, and Kazakh leaders"
            let comma = view.plain(before) != "," && view.plain(before - 1) == "," && before - 1 > bounds.start;
            serial |= comma;
            let end = if comma { before - 1 } else { before };
            let joined = covering(out, from, end - 1).filter(|c| c.tokens.end == end && is_adjective_like(view, c));
            if let Some(other) = joined.filter(|_| state.is_some()) {
                others.push(other.tokens.clone());
                start = other.tokens.start;
                continue;
            }
        }
        break;
    }
    // "to the U.S., and Russian officials …": two are no list with a comma before "and".
    if serial && others.len() < 2 {
        others.clear();
        start = parts_start;
    }
    let first = if others.is_empty() { start } else { parts_start };
    let mut tokens = first..head + 1;
    let bare = first == head;
    let plain = view.plain(head);
    let opening = view.seen(first).opening || view.seen(first).titled;
    if view.is_capital(head) && bare && !opening && !view.has(head, Class::GROUP | Class::PEOPLE) {
        return None;
    }
    // "withdrew U.S. forces from Lebanon": the place belongs to the verb.
    let leaves = view.plain(head + 1) == "from"
        && (qualified
            || matches!(plain, "troops" | "forces" | "fighters" | "soldiers" | "marines" | "ships" | "militias" | "people" | "refugees"));
    let complement = if leaves { None } else { after(view, head + 1, bounds.end, from, out, &mut state) };
    // "Foreign Military Financing": the name goes on.
    if view.is_capital(head) && view.is_capital(head + 1) && head + 1 < bounds.end && !opening {
        return None;
    }
    if bare && complement.is_none() && (GENERAL.contains(&plain) || view.has(head + 1, Class::GROUP)) {
        return None;
    }
    // "police officers": the later head counts.
    if view.has(head + 1, Class::GROUP) && view.seen(head + 1).shape == Shape::Lower && head + 1 < bounds.end {
        return None;
    }
    // "ministers" before a name has been read as its title; "to force", "he states" are verbs.
    let before = first.checked_sub(1).map_or("", |b| view.plain(b));
    if bare && (before == "to" && !plain.ends_with('s') || matches!(before, "he" | "she" | "it" | "they" | "who")) {
        return None;
    }
    if let Some(end) = complement {
        tokens.end = end;
    }
    // "Japan's first military victory": the institution qualifies another noun.
    let singular = !plain.ends_with('s') && !matches!(plain, "police" | "people");
    if singular && complement.is_none() && super::evidence::qualifies(view, head + 1, bounds.end) {
        return None;
    }
    let institution = view.is_capital(head) && view.has(head, Class::BODY) && qualified && !plain.ends_with('s')
        || view.has(head, Class::INSTITUTION) && !plain.ends_with('s');
    if institution && !qualified && complement.is_none() && before != "the" {
        return None;
    }
    let modifier = view.is_possessive(tokens.end);
    for candidate in out.get_mut(from..).unwrap_or(&mut []) {
        let inside = candidate.tokens.start >= start && candidate.tokens.end <= tokens.end;
        candidate.modifier |= inside;
    }
    let tail = view.text(&tokens);
    let all = others.iter().rev().map(|o| (o.clone(), true)).chain([(first..first, false)]);
    let rest = rest_of(view, first, head, out, from);
    let mut pushed = Vec::new();
    let several = !others.is_empty();
    for (part, is_other) in all {
        let mut name = if is_other { format!("{} {}", view.text(&part), view.text(&(rest..tokens.end))) } else { tail.clone() };
        if let Some(one) = one_of_each(view.written(head)).filter(|_| several) {
            let cut = name.rfind(view.written(head)).unwrap_or(name.len());
            let rest = name.get(cut + view.written(head).len()..).unwrap_or("").to_owned();
            name.truncate(cut);
            name.push_str(one);
            name.push_str(&rest);
        }
        let state = if is_other { state_of(view, &part, out, from) } else { state };
        let group = Group { name: without_article(&name), state, institution };
        let span = if is_other { part.start..tokens.end } else { tokens.clone() };
        pushed.push(Candidate { tokens: span.clone(), name: span, head, what: What::Group(group), modifier, short_for: None });
    }
    out.append(&mut pushed);
    Some(tokens.end)
}

/// The first token after the state's adjective, so that "Ukrainian" goes with "officials" and "Russian" with "foreign ministers".
fn rest_of(view: &View, first: usize, head: usize, out: &[Candidate], from: usize) -> usize {
    covering(out, from, first).map_or(first, |c| c.tokens.end).min(head).max(if view.is_possessive(first + 1) { first + 2 } else { 0 })
}

fn state_of(view: &View, part: &Range<usize>, out: &[Candidate], from: usize) -> Option<UnitId> {
    match &covering(out, from, part.start)?.what {
        What::Listed(phrase) => view.gazetteer.unit(phrase.unit)?.state,
        _ => None,
    }
}

fn is_adjective_like(view: &View, candidate: &Candidate) -> bool {
    match &candidate.what {
        What::Listed(phrase) => {
            phrase.form == Form::Adjective
                || phrase.also_adjective
                || phrase.acronym
                || view.has(candidate.tokens.start, Class::PEOPLE_ADJECTIVE)
        }
        _ => false,
    }
}

fn is_number(view: &View, at: usize) -> bool {
    let number = view.document.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    number && !view.written(at).starts_with("19") && !view.written(at).starts_with("20")
        || matches!(view.plain(at), "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve")
}

fn without_article(name: &str) -> String {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name).to_owned()
}

/// "of Armenia and Azerbaijan", "of state and government", "from twenty-nine governments": gives the token after it.
fn after(view: &View, at: usize, end: usize, from: usize, out: &[Candidate], state: &mut Option<UnitId>) -> Option<usize> {
    if at >= end || !matches!(view.plain(at), "of" | "from") {
        return None;
    }
    let mut i = at + 1;
    if view.plain(at) == "of"
        && matches!(view.plain(i), "state" | "government" | "staff" | "mission" | "delegation" | "delegations" | "states")
    {
        i += 1;
        while view.plain(i) == "and" && matches!(view.plain(i + 1), "government" | "state") {
            i += 2;
        }
        return Some(after(view, i, end, from, out, state).unwrap_or(i));
    }
    // "of six countries", "of the two sides"
    let counted = if view.plain(i) == "the" { i + 1 } else { i };
    if is_number(view, counted) && view.has(counted + 1, Class::GROUP) && counted + 1 < end {
        return Some(counted + 2);
    }
    let mut last = None;
    while i < end {
        if view.plain(i) == "the" && last.is_none() {
            i += 1;
            continue;
        }
        let known = covering(out, from, i).filter(|c| c.tokens.start == i);
        if let Some(known) = known {
            let names_land = match &known.what {
                What::Listed(phrase) => {
                    phrase.form == Form::Name && {
                        *state = state.or(view.gazetteer.unit(phrase.unit).and_then(|u| u.state));
                        true
                    }
                }
                What::Unknown(evidence) => evidence.person < 3,
                What::Thing(thing) => thing.is_body(),
                _ => false,
            };
            if !names_land {
                break;
            }
            i = known.tokens.end;
            // "from Caribbean nations"
            if view.seen(i).shape == Shape::Lower && view.has(i, Class::GROUP) && i < end {
                return Some(i + 1);
            }
            last = Some(i);
            continue;
        }
        if last.is_some() && matches!(view.plain(i), "," | "and") {
            let next = if view.written(i) == "," && view.plain(i + 1) == "and" { i + 2 } else { i + 1 };
            let next = if view.plain(next) == "the" { next + 1 } else { next };
            let goes_on = covering(out, from, next).is_some_and(|c| {
                c.tokens.start == next && matches!(&c.what, What::Listed(p) if p.form == Form::Name)
                    || matches!(&c.what, What::Unknown(e) if e.person < 2)
            });
            if goes_on {
                i = next;
                continue;
            }
        }
        break;
    }
    last
}
