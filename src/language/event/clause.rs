//! The title of a clause: its subject, its verb with what is said of it, and as much of what follows as ten words carry.

use super::inflection;
use super::kind::Status;
use super::naming;
use super::party::Party;
use super::phrase::{self, Words, listed};
use super::predicate::{self, Predicate, Tense};
use super::view::View;

/// Governing verbs that a title keeps, since they say more than whether it took place.
const KEPT: &str =
    "begin start resume continue force compel fail refuse decline neglect cease stop intend attempt try struggle rush oblige";

/// Verbs that events do by themselves: "talks began". Of other verbs without an object an event suffers what they tell: "talks scrapped".
const INTRANSITIVE: &str = "begin start open end close conclude continue resume last proceed take fail collapse come go follow occur happen \
break fall rise erupt ensue arise expire lapse run drag stall reconvene adjourn enter culminate result return arrive become be remain \
spread escalate intensify succeed stop cease finish kick wrap flare rage emerge lead center centre focus";

/// How a part of the tail ranks when words are short.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Object, particle, infinitive, what is said.
    Core,
    /// With whom and where.
    Scene,
    Rest,
}

/// What follows a verb: particle, objects, infinitive, partners and places, as far as words are left; what matters most goes first.
pub fn tail(view: &View, verb: usize, budget: usize, out: &mut Words) {
    tail_without(view, verb, None, budget, out);
}

/// The tail of a verb whose noun stands in the title already.
pub fn tail_without(view: &View, verb: usize, noun: Option<usize>, budget: usize, out: &mut Words) {
    follow(view, verb, noun, budget, SPARE, out);
}

/// How many words beyond its budget a purpose is tried with, to see whether it is told whole.
const SPARE: usize = 4;

/// The tail of a verb. `spare` is what a purpose is tried with; it shrinks with depth, so that the budget does and the walk down a chain
/// of infinitives ends.
fn follow(view: &View, verb: usize, noun: Option<usize>, budget: usize, spare: usize, out: &mut Words) {
    let mut parts: Vec<(Rank, usize)> = Vec::new();
    for &child in view.children(verb).iter().filter(|c| **c > verb && Some(**c) != noun) {
        match view.base_relation(child) {
            "compound" | "advmod" if particle(view, child) => parts.push((Rank::Core, child)),
            "obj" | "iobj" | "xcomp" | "ccomp" if !view.is_time(child) => parts.push((Rank::Core, child)),
            "obl" if !phrase::omitted(view, child) => parts.push((if scene(view, child) { Rank::Scene } else { Rank::Rest }, child)),
            "advcl" if infinitive(view, child) => parts.push((Rank::Rest, child)),
            "conj" | "parataxis" => break,
            _ => {}
        }
    }
    let scenes = parts.iter().filter(|(rank, _)| *rank == Rank::Scene).count();
    let mut ranked = parts.clone();
    ranked.sort_by_key(|(rank, at)| (*rank, *at));
    let mut told: Vec<(usize, Words)> = Vec::new();
    let mut left = budget;
    for (rank, at) in ranked {
        // A place or a partner that follows needs two words at least.
        let kept = if rank == Rank::Core && scenes > 0 && left > 5 { 2 } else { 0 };
        // A purpose is told whole or not at all.
        let purpose = view.base_relation(at) == "advcl";
        let mut words = Words::default();
        part(view, at, if purpose { budget + spare } else { left - kept }, (spare / 2).max(1), &mut words);
        if !particle(view, at) {
            words.trim();
        }
        let bare = purpose && words.len() <= 2 && view.first(at, &["obj"]).is_some();
        if words.is_empty() || bare || words.len() > if purpose { left - kept } else { left } {
            continue;
        }
        left -= words.len();
        told.push((at, words));
    }
    told.sort_by_key(|(at, _)| *at);
    for (at, words) in told {
        // A particle stays with its verb, even at the end: "fall through".
        match out.list.last_mut().filter(|_| particle(view, at)) {
            Some(verb) => verb.push_str(&format!(" {}", view.word(at))),
            None => out.append(words),
        }
    }
}

fn particle(view: &View, at: usize) -> bool {
    view.relation(at) == "compound:prt"
        || matches!(view.word(at), "back" | "home" | "together" | "again" | "away" | "through" | "off" | "out" | "over" | "aside")
}

fn infinitive(view: &View, at: usize) -> bool {
    view.xpos(at) == "VB" && view.children(at).iter().any(|c| view.word(*c) == "to" && *c < at)
}

/// Whether a phrase tells with whom or where.
fn scene(view: &View, at: usize) -> bool {
    let case = view.case(at);
    let named = view.names_at(at).any(|m| !m.modifier);
    matches!(case, "with" | "between" | "by" | "against")
        || matches!(case, "in" | "at" | "to" | "from" | "on" | "into" | "for" | "near") && named
}

/// One part of the tail.
fn part(view: &View, at: usize, budget: usize, spare: usize, out: &mut Words) {
    if budget == 0 {
        return;
    }
    let not = |at: usize| view.children(at).iter().any(|c| matches!(view.word(*c), "not" | "never" | "n't") && *c < at);
    match view.base_relation(at) {
        "compound" | "advmod" => out.push(view.word(at)),
        "obj" | "iobj" => phrase::noun(view, at, budget, out),
        "obl" => {
            let preposition = phrase::preposition(view, at);
            // A preposition of several words ("in front of") may leave no word for what it governs.
            let left = budget.saturating_sub(preposition.split_whitespace().count());
            if left == 0 {
                return;
            }
            out.push(&preposition);
            phrase::noun(view, phrase::solid(view, at), left, out);
        }
        "xcomp" | "advcl" if view.is_verb(at) => {
            if budget < 2 {
                return;
            }
            if not(at) {
                out.push("not");
            }
            if infinitive(view, at) {
                out.push("to");
            }
            out.push(view.word(at));
            follow(view, at, None, budget.saturating_sub(out.len()), spare, out);
        }
        "xcomp" if view.is_noun(at) => {
            let comma = at > 0 && (0..3).any(|back| at > back && view.word(at - back - 1) == ",");
            if !comma {
                out.push(view.case(at));
                let words = out.len();
                phrase::noun(view, at, budget.saturating_sub(words), out);
            }
        }
        "xcomp" => {
            out.push(view.word(at));
            follow(view, at, None, budget - 1, spare, out);
        }
        "ccomp" if budget >= 3 => {
            let tokens: Vec<usize> = view
                .below(at, &["advcl", "parataxis", "acl:relcl", "appos"])
                .into_iter()
                .filter(|t| view.word(*t) != "that" && (*t > 0 || budget > 9))
                .collect();
            // Only what stands together after the verb.
            let from = tokens.first().copied().unwrap_or(at);
            let together: Vec<usize> = tokens.into_iter().filter(|t| *t >= from).take(budget).collect();
            phrase::push_tokens(view, &together, out);
        }
        _ => {}
    }
}

/// Whether names or a noun phrase take a plural verb.
fn plural(view: &View, agents: &[Party], subject: Option<usize>) -> bool {
    match agents {
        [] => subject.is_some_and(|s| {
            matches!(view.xpos(s), "NNS" | "NNPS")
                || matches!(view.word(s), "they" | "we" | "both" | "these" | "those" | "you" | "i" | "thousands" | "hundreds" | "people")
                || view.coordinated(s).len() > 1
        }),
        [one] => naming::many(view, one),
        _ => true,
    }
}

/// The governing verb that the title keeps, with the words that it takes there: "begins to", "forced to", "not expected to".
pub fn governor(view: &View, predicate: &Predicate, status: Status, many: bool) -> Option<String> {
    let head = view.head(predicate.verb).filter(|h| predicate.chain.contains(h) && view.relation(predicate.verb) == "xcomp")?;
    if !view.is_verb(head) {
        return None;
    }
    let base = predicate::base(view, head);
    let ruled_out = status == Status::CalledOff && predicate.governed.is_some();
    if !listed(KEPT, &base) && !ruled_out {
        return None;
    }
    let passive = view.related(head, &["aux"]).any(|a| view.relation(a) == "aux:pass")
        || view.related(head, &["nsubj"]).any(|s| view.relation(s) == "nsubj:pass")
        || view.first(head, &["obj"]).is_some();
    let not = predicate.negated || view.children(head).iter().any(|c| matches!(view.word(*c), "not" | "n't" | "never"));
    let verb = match (passive, not) {
        (true, true) => format!("not {}", inflection::past(&base).1),
        (true, false) => inflection::past(&base).1,
        (false, true) => format!("{} not {base}", if many { "do" } else { "does" }),
        (false, false) if many => base,
        (false, false) => inflection::third(&base),
    };
    Some(if view.xpos(predicate.verb) == "VBG" { verb } else { format!("{verb} to") })
}

/// Whether an event as the subject suffers what its verb tells, which lacks its helper: "the cease-fire announced on Monday".
pub fn suffers(view: &View, predicate: &Predicate) -> bool {
    view.first(predicate.verb, &["obj", "ccomp", "xcomp"]).is_none()
        && matches!(view.xpos(predicate.verb), "VBD" | "VBN")
        && !listed(INTRANSITIVE, &predicate.base)
}

/// The title of a clause.
pub fn title(view: &View, predicate: &Predicate, status: Status, agents: &[Party], subject: Option<usize>, promoted: bool) -> String {
    let mut out = Words::default();
    // Who is named only after the verb stands in its tail: "met under Anna Berg", "hosted talks between both".
    let before: Vec<Party> = agents.iter().filter(|a| a.head < predicate.verb).cloned().collect();
    let agents = if before.is_empty() || promoted { agents } else { &before };
    let many = plural(view, agents, subject);
    match (agents, subject) {
        // People without a name are told by their whole phrase: "delegates from nine states".
        ([one], Some(subject)) if one.entity.is_none() && one.head == subject => phrase::noun(view, subject, 6, &mut out),
        ([], Some(subject)) if view.upos(subject) != crate::language::syntax::Upos::Det => phrase::noun(view, subject, 5, &mut out),
        ([], _) => {}
        _ => out.push(&phrase::cut(&phrase::join(&naming::all(view, agents)), 7)),
    }
    let base = predicate.base.as_str();
    let (_, participle) = inflection::past(base);
    let suffers = agents.is_empty()
        && subject.is_some_and(|s| super::lexicon::Lexicon::get().noun(view.word(s)).is_some())
        && suffers(view, predicate);
    let passive = (predicate.passive || suffers) && !promoted;
    let future = matches!(status, Status::Expected | Status::Proposed) && !out.list.is_empty();
    let modal = (predicate.tense == Tense::Modal)
        .then(|| predicate.chain.iter().map(|c| view.word(*c)).find(|w| matches!(*w, "may" | "might" | "could" | "should" | "must")))
        .flatten();
    let verb = match governor(view, predicate, status, many) {
        Some(governor) if governor.ends_with(" to") => format!("{governor} {base}"),
        Some(governor) => format!("{governor} {}", view.word(predicate.verb)),
        None => match (modal, future, passive, predicate.negated) {
            (Some(modal), _, true, not) => format!("{modal}{} be {participle}", if not { " not" } else { "" }),
            (Some(modal), _, false, not) => format!("{modal}{} {base}", if not { " not" } else { "" }),
            (None, true, true, _) => format!("to be {participle}"),
            (None, true, false, _) => format!("to {base}"),
            (None, false, true, true) => format!("not {participle}"),
            (None, false, true, false) => participle,
            (None, false, false, true) => format!("{} not {base}", if many { "do" } else { "does" }),
            (None, false, false, false) if many => base.to_owned(),
            (None, false, false, false) => inflection::third(base),
        },
    };
    out.push(&verb);
    let left = out.left();
    if promoted {
        // "the accord signed by both": what was signed stands as the object.
        if let Some(subject) = subject {
            phrase::noun(view, subject, left, &mut out);
        }
    }
    let left = out.left();
    tail(view, predicate.verb, left, &mut out);
    if view.base_relation(predicate.verb) != "ccomp" {
        said(view, predicate, &mut out);
    }
    out.finish()
}

/// "“We accept”, he said": what is said stands before its verb.
fn said(view: &View, predicate: &Predicate, out: &mut Words) {
    let saying = super::lexicon::Lexicon::get().verb(&predicate.base).is_some_and(|(f, ..)| f.weight == super::lexicon::Weight::Saying);
    if !saying
        || view.children(predicate.verb).iter().any(|c| *c > predicate.verb && matches!(view.base_relation(*c), "obj" | "ccomp" | "obl"))
    {
        return;
    }
    let speech = view
        .children(predicate.verb)
        .iter()
        .copied()
        .find(|c| *c < predicate.verb && matches!(view.base_relation(*c), "ccomp" | "parataxis"));
    if let Some(speech) = speech {
        let tokens: Vec<usize> = view.below(speech, &["advcl", "parataxis", "acl:relcl", "appos"]).into_iter().take(out.left()).collect();
        phrase::push_tokens(view, &tokens, out);
    }
}
