//! Who and with whom: the arguments of a trigger, read from the tree.

use super::kind::Kind;
use super::lexicon::{Lexicon, one_of};
use super::party::{self, Party};
use super::place;
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::ActorKind;
use crate::language::syntax::Upos;
use crate::language::wordlist::listed;

/// The arguments of one trigger.
#[derive(Debug, Default)]
pub struct Arguments {
    pub agents: Vec<Party>,
    pub patients: Vec<Party>,
    /// The noun that the title starts with where no agent is named; for a promoted clause, what is done to.
    pub subject: Option<usize>,
    /// A passive whose agent is named: the title is told the other way round.
    pub promoted: bool,
}

/// The nouns that a clause's verb acts on: objects, or the subject of a passive.
pub fn objects(view: &View, predicate: &Predicate) -> Vec<usize> {
    let mut out: Vec<usize> = view.related(predicate.verb, &["obj"]).filter(|o| !view.is_time(*o)).collect();
    if predicate.passive {
        out.extend(subjects(view, predicate));
    }
    out.iter().flat_map(|o| view.coordinated(*o)).collect()
}

/// The subjects of a clause, its own or the one it shares: coordinated verbs, infinitives, participles.
pub fn subjects(view: &View, predicate: &Predicate) -> Vec<usize> {
    let mut at = predicate.verb;
    for _ in 0..6 {
        if let Some(subject) = view.first(at, &["nsubj", "csubj"]) {
            // A relative pronoun stands for the noun before its clause.
            if matches!(view.word(subject), "who" | "which" | "that") {
                if view.base_relation(at) == "acl" {
                    return view.head(at).into_iter().collect();
                }
                let before = (0..subject).rev().find(|t| view.is_noun(*t) && view.base_relation(*t) != "compound");
                return before.into_iter().collect();
            }
            return vec![subject];
        }
        let Some(head) = view.head(at) else { break };
        match view.base_relation(at) {
            "acl" if !view.is_verb(head) => {
                // "a delegation led by …", "ministers meeting in Paris": the noun is subject or, for a passive, object; "plan to" has none.
                return if view.xpos(at) == "VB" { Vec::new() } else { vec![head] };
            }
            "xcomp" if view.is_verb(head) && view.first(head, &["obj"]).is_some() => {
                // "forced the junta to accept": the object does it; "promised them to come": the subject.
                if matches!(super::predicate::base(view, head).as_str(), "promise" | "vow" | "pledge" | "threaten" | "use" | "take") {
                    at = head;
                } else {
                    return view.first(head, &["obj"]).into_iter().collect();
                }
            }
            "conj" | "xcomp" | "advcl" | "parataxis" if view.is_verb(head) || matches!(view.upos(head), Upos::Adj | Upos::Aux) => at = head,
            "ccomp" if view.xpos(at) == "VB" => at = head,
            _ => break,
        }
    }
    Vec::new()
}

/// All arguments of a verb; of a light verb's noun too.
pub fn of_verb(view: &View, predicate: &Predicate, noun: Option<usize>) -> Arguments {
    let mut out = Arguments::default();
    let mut subjects = subjects(view, predicate);
    let verb = predicate.verb;
    // "In Bangkok, Thailand, the Secretary will meet": the land only says where the city lies.
    if let [only] = subjects.as_slice()
        && let Some(place) = view.locatives.iter().find(|l| l.head + 2 == *only && l.wider.is_some())
    {
        let acts =
            view.names().map(|(_, m)| m).filter(|m| !m.modifier && view.name_head(m).is_some_and(|h| h > place.head + 2 && h < verb));
        let acting = acts.filter_map(|m| view.name_head(m)).next();
        subjects = acting.into_iter().collect();
    }
    let subject = subjects.first().copied();
    let by = view.related(verb, &["obl"]).find(|o| view.case(*o) == "by" && !view.is_time(*o));
    if predicate.passive {
        let agents: Vec<Party> = by.map(|b| party::parties(view, b)).unwrap_or_default();
        let patients: Vec<Party> = subjects.iter().flat_map(|s| party::parties(view, *s)).collect();
        out.promoted = !agents.is_empty() && view.base_relation(verb) == "acl";
        out.subject = subject;
        if agents.is_empty() {
            // "Milosevic was arrested": who suffers it stands first in the title.
            out.agents = patients;
        } else if out.promoted {
            out.agents = agents;
        } else {
            out.agents = patients;
            out.patients = agents;
        }
    } else {
        out.subject = subject;
        out.agents = subjects.iter().filter(|s| noun != Some(**s)).flat_map(|s| party::parties(view, *s)).collect();
    }
    let mut phrases: Vec<usize> = view.related(verb, &["obj", "iobj", "obl"]).collect();
    for link in &predicate.chain {
        phrases.extend(view.related(*link, &["obl", "iobj"]));
    }
    if let Some(noun) = noun {
        phrases.retain(|p| *p != noun);
        let more = of_noun(view, noun);
        merge(&mut out.agents, more.agents);
        merge(&mut out.patients, more.patients);
    }
    for phrase in phrases {
        if view.is_time(phrase) || Some(phrase) == by {
            continue;
        }
        let case = view.case(phrase);
        let relation = view.base_relation(phrase);
        for head in party::heads(view, phrase) {
            if relation == "obl" && place::is_phrase(view, head, case) {
                continue;
            }
            // "on the Russian side" says for whom others come.
            let partner = matches!(relation, "obj" | "iobj")
                || matches!(case, "with" | "to" | "on" | "upon" | "against" | "from" | "alongside" | "between" | "among");
            let parties = if partner && !(case == "on" && view.word(head) == "side") { party::told(view, head) } else { Vec::new() };
            merge(&mut out.patients, parties);
        }
    }
    merge(&mut out.patients, receiver(view, verb));
    // "a coup under the leadership of General Weiss"
    for lead in (0..view.len()).filter(|t| matches!(view.word(*t), "leadership" | "command" | "chairmanship") && view.case(*t) == "under") {
        if view.head(lead).is_some_and(|h| h == verb || subject == Some(h)) {
            let leaders = view.related(lead, &["nmod"]).filter(|n| view.case(*n) == "of");
            merge(&mut out.agents, leaders.flat_map(|n| party::told(view, n)).collect());
        }
    }
    for object in objects(view, predicate) {
        merge(&mut out.patients, asked(view, object));
    }
    // "condemned in a statement by Egypt and Greece", "dispatched him for talks with Thatcher": who makes or shares what the phrase names.
    for phrase in view.related(verb, &["obl"]).filter(|o| !view.is_time(*o) && Some(*o) != noun) {
        if Lexicon::get().noun(view.word(phrase)).is_none() && view.word(phrase) != "statement" {
            continue;
        }
        for inner in view.related(phrase, &["nmod"]) {
            match view.case(inner) {
                "by" if out.agents.is_empty() || predicate.passive => merge(&mut out.patients, party::parties(view, inner)),
                "with" | "between" if view.case(phrase) != "after" => merge(&mut out.patients, party::parties(view, inner)),
                _ => {}
            }
        }
    }
    // "travels to Belgrade to meet with leaders": whom the trip is for takes part.
    let mut purposes: Vec<usize> = view.related(verb, &["advcl", "xcomp"]).filter(|c| view.xpos(*c) == "VB").collect();
    // "will visit Baku, where she will meet": whom the visit's next words name.
    let places: Vec<usize> =
        view.locatives.iter().filter(|l| l.path.last() == Some(&verb)).map(|l| l.head).chain(view.related(verb, &["obj"])).collect();
    let wheres = (verb..view.len()).filter(|t| view.word(*t) == "where").filter_map(|t| view.head(t)).filter(|v| {
        view.is_verb(*v)
            && view.head(*v).is_some_and(|h| {
                let there = |h: usize| h == verb || places.contains(&h);
                there(h) || view.head(h).is_some_and(there)
            })
    });
    purposes.extend(wheres);
    for purpose in purposes {
        // "met", "meets", "conferred": any way of meeting, but no way of going somewhere, whose "to" names a place.
        let base = super::predicate::base(view, purpose);
        let meets = Lexicon::get().verb(&base).is_some_and(|(f, ..)| f.kind == Kind::Consult && f.mode != Some("visit"));
        if meets || listed("see visit talk join embrace present urge", &base) {
            let partners: Vec<Party> = view
                .related(purpose, &["obj", "obl"])
                .filter(|o| view.relation(*o) == "obj" || matches!(view.case(*o), "with" | "to"))
                .filter(|o| !view.is_time(*o))
                .flat_map(|o| party::parties(view, o))
                .collect();
            merge(&mut out.patients, partners);
        }
    }
    let names: Vec<&str> = out.agents.iter().map(|a| a.name.as_str()).collect();
    out.patients.retain(|p| !names.contains(&p.name.as_str()));
    out
}

/// The person or state told right after a verb, where the tree hangs the name on what follows: "promised Yeltsin strong support".
fn receiver(view: &View, verb: usize) -> Vec<Party> {
    let token = view.sentence.tokens.start + verb + 1;
    let named = view.names_at(verb + 1).find(|m| m.tokens.start == token && !m.modifier && !m.pronoun);
    let head = named.and_then(|m| view.name_head(m)).filter(|h| view.base_relation(*h) != "nsubj");
    head.map(|h| party::told(view, h)).unwrap_or_default()
}

/// Whose proposal, demand or invitation it is that is taken up or turned down: "rejected Haig's proposal", "met U.S. demands".
fn asked(view: &View, object: usize) -> Vec<Party> {
    const ASKED: &str = "proposal demand offer plan invitation request appeal ultimatum initiative call mission bid suggestion advice condition \
        term resignation overture claim";
    if !one_of(ASKED, view.word(object)) {
        return Vec::new();
    }
    let mut out = owners(view, object);
    for child in view.related(object, &["compound", "amod", "nmod"]) {
        let before = child < object || matches!(view.case(child), "by" | "from" | "of");
        let acts = |k: ActorKind| matches!(k, ActorKind::State | ActorKind::Body | ActorKind::Person);
        if before {
            merge(&mut out, qualifiers(view, child).into_iter().filter(|p| acts(p.kind)).collect());
        }
    }
    out
}

/// The states, bodies and people that a qualifying word names: "Russian", "NATO", the first of "Israeli-Palestinian".
fn qualifiers(view: &View, at: usize) -> Vec<Party> {
    let entities = &view.sources.actors.entities;
    let named = view.names_at(at).filter_map(|m| entities.get(m.entity).map(|e| (m, e)));
    let parties = named.map(|(m, e)| Party { entity: Some(m.entity), name: e.name.clone(), kind: e.kind, span: m.span, head: at });
    parties.filter(|p| matches!(p.kind, ActorKind::State | ActorKind::Body | ActorKind::Person | ActorKind::Group)).collect()
}

fn merge(into: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        if !into.iter().any(|p| p.name == party.name) {
            into.push(party);
        }
    }
}

/// Whose the happening is: the possessor and, in "Witkoff and Kushner's visit", whoever is joined with it, however the tree hangs it.
pub fn owners(view: &View, noun: usize) -> Vec<Party> {
    let Some(owner) = view.first(noun, &["nmod:poss"]) else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(head) = view.head(noun).filter(|h| view.relation(noun) == "conj" && *h < owner && view.names_at(*h).next().is_some()) {
        let between = (head + 1..owner).all(|t| matches!(view.word(t), "and" | ",") || view.name_at(t).is_some());
        if between {
            merge(&mut out, party::told(view, head));
        }
    }
    merge(&mut out, party::parties(view, owner));
    out
}

/// Who attends, chairs or holds what a noun tells, by the verb that it hangs on: "will take part in the plenary session".
pub fn attending(view: &View, noun: usize) -> Vec<Party> {
    const ATTENDS: &str =
        "take attend chair co-chair join open close address participate hold host convene lead preside conduct have begin conclude";
    let Some(verb) = view.head(noun).filter(|v| view.is_verb(*v) && matches!(view.base_relation(noun), "obj" | "obl")) else {
        return Vec::new();
    };
    let base = super::predicate::base(view, verb);
    let inside = view.base_relation(noun) == "obj" || matches!(view.case(noun), "in" | "at" | "over");
    if !inside || !listed(ATTENDS, &base) {
        return Vec::new();
    }
    let predicate = super::predicate::read(view, verb);
    if predicate.passive {
        return Vec::new();
    }
    subjects(view, &predicate).iter().flat_map(|s| party::parties(view, *s)).filter(|p| p.entity.is_some()).collect()
}

/// The arguments of a noun: its owner, "between", "with", "by", "of", "in", "to".
pub fn of_noun(view: &View, noun: usize) -> Arguments {
    let mut out = Arguments { subject: Some(noun), ..Arguments::default() };
    out.agents = owners(view, noun);
    for &child in view.children(noun) {
        if view.is_time(child) {
            continue;
        }
        match view.base_relation(child) {
            "nmod" | "obl" => {
                let case = view.case(child);
                let owner = view.relation(child) == "nmod:poss";
                for head in party::heads(view, child) {
                    if place::is_phrase(view, head, case) {
                        // "talks in Berlin between the two sides", where the tree hangs "between" on the place.
                        for inner in view.related(head, &["nmod"]).filter(|n| matches!(view.case(*n), "between" | "with" | "among")) {
                            merge(&mut out.agents, party::parties(view, inner));
                        }
                        continue;
                    }
                    if owner || matches!(case, "between" | "by" | "of" | "among" | "with" | "from") {
                        let parties = party::told(view, head);
                        if matches!(case, "with" | "of") {
                            merge(&mut out.patients, parties)
                        } else {
                            merge(&mut out.agents, parties)
                        }
                        // "of a delegation led by Umerov"
                        for led in view.related(head, &["acl"]).filter(|a| matches!(view.word(*a), "led" | "headed" | "chaired")) {
                            let leaders: Vec<Party> = view.related(led, &["obl"]).flat_map(|o| party::parties(view, o)).collect();
                            merge(&mut out.agents, leaders);
                        }
                    }
                }
            }
            // "a meeting – U.S., Ukrainian and Russian officials together – "
            "appos" => merge(&mut out.patients, party::parties(view, child)),
            // "their visit to present the outline to Putin"
            "acl" if view.xpos(child) == "VB" => {
                let partners = view.related(child, &["obl"]).filter(|o| matches!(view.case(*o), "to" | "with") && !view.is_time(*o));
                let partners: Vec<Party> = partners.flat_map(|o| party::parties(view, o)).filter(|p| p.kind == ActorKind::Person).collect();
                merge(&mut out.patients, partners);
            }
            // "NATO airstrikes", "Russian-Turkish talks", "a Croatian referendum"
            "compound" | "amod" if child < noun => {
                let mut named = qualifiers(view, child);
                named.retain(|p| matches!(p.kind, ActorKind::State | ActorKind::Body));
                for inner in view.children(child).iter().filter(|c| **c < noun) {
                    named.extend(qualifiers(view, *inner).into_iter().filter(|p| p.kind == ActorKind::State));
                }
                merge(&mut out.agents, named);
            }
            "acl" if view.xpos(child) == "VBN" => {
                for by in view.related(child, &["obl"]).filter(|o| view.case(*o) == "by") {
                    merge(&mut out.agents, party::parties(view, by));
                }
            }
            _ => {}
        }
    }
    out
}
