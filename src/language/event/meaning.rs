//! What a verb means in its clause: by what it is done to, by whom, for what purpose, and by what an announcement announces.

use super::argument;
use super::circumstance;
use super::kind::Kind;
use super::lexicon::objects::{self, ACCIDENTS, CROWD, PHRASES, SOLDIERS};
use super::lexicon::{Family, Lexicon, Weight, one_of};
use super::nominal;
use super::party;
use super::predicate::Predicate;
use super::reader::ACT;
use super::view::View;
use crate::language::actor::ActorKind;
use crate::language::syntax::Upos;
use crate::language::wordlist::listed;

/// Verbs that tell, order or choose what another verb or noun says.
const TELLS: &str = "announce order inform notify vote decide declare instruct direct command intend plan unveil choose move get have persuade \
force compel help cause lead allow enable authorize authorise";

/// Verbs of mere saying: what is said counts only where the speaker commits to it or asks for it.
const SAYS: &str = "say tell write report confirm state reveal disclose hint signal indicate repeat reiterate insist note add";

/// Families whose verbs only move somebody or something.
const MOTION: &str = "visit return depart move";

/// Families that say little of what happens: a purpose or an object says more.
const PLAIN: &str = "act move change found state begin end occur win succeed write publish";

/// The family of a verb by its clause, from that of its words.
pub fn family(
    view: &View,
    predicate: &Predicate,
    family: &'static Family,
    base: &str,
    subject: Option<usize>,
    inner: impl Fn(usize) -> Option<&'static Family>,
) -> &'static Family {
    let verb = predicate.verb;
    let named = |name: &str| Lexicon::family(name).unwrap_or(family);
    if let Some(told) = told(view, predicate, family, base, &inner) {
        return told;
    }
    if let Some(plain) = implausible(view, predicate, family, base, subject) {
        return plain;
    }
    if let Some(phrase) = phrase(view, verb, base) {
        return phrase;
    }
    if let Some(by) = circumstance::family(view, predicate, family, base, subject) {
        return by;
    }
    if let Some(by) = by_subject(view, predicate, family, base, subject) {
        return by;
    }
    // "brought its troops home"
    if family.kind == Kind::Mobilize && view.children(verb).iter().any(|c| *c > verb && matches!(view.word(*c), "home" | "back")) {
        return named("withdraw");
    }
    let object = view.first(verb, &["obj"]).or(subject.filter(|_| predicate.passive));
    if let Some(object) = object {
        let is = |kind: ActorKind| entity_is(view, object, kind);
        if is(ActorKind::Place) && matches!(base, "take" | "seize" | "capture" | "hold" | "secure" | "liberate" | "regain" | "recover") {
            return named("assault");
        }
        if matches!(base, "send" | "dispatch") {
            if is(ActorKind::Person) {
                return named("visit");
            }
            let ship = (object.saturating_sub(3)..=object).any(|t| matches!(view.word(t), "uss" | "hms" | "ins" | "jds"));
            if ship {
                return named("mobilize");
            }
        }
    }
    // "Milosevic had him in Belgrade", "a train took her to Rome": somebody brought to a place.
    let brought = matches!(base, "have" | "get" | "take" | "bring" | "fly" | "drive" | "escort")
        && object.is_some_and(|o| entity_is(view, o, ActorKind::Person) || matches!(view.word(o), "him" | "her" | "them" | "both"));
    let somewhere = || view.related(verb, &["obl"]).any(|o| matches!(view.case(o), "in" | "to" | "into" | "at") && located(view, o));
    let walks = matches!(base, "walk" | "step" | "carry" | "slip" | "stroll" | "drop") && family.name != "meeting";
    if (brought || walks && subject.is_some_and(|s| entity_is(view, s, ActorKind::Person))) && somewhere() {
        return named("visit");
    }
    // What somebody goes or acts for: "flew to Paris to sign", "crossed the line to talk", "moved two divisions to attack".
    let plain = listed(PLAIN, family.name);
    let motion = listed(MOTION, family.name);
    if plain || motion {
        let purposes = view.related(verb, &["advcl", "xcomp"]).filter(|p| *p > verb && view.is_verb(*p) && view.xpos(*p) == "VB");
        for purpose in purposes {
            let Some(inner) = inner(purpose).filter(|f| f.kind != Kind::Other && f.weight >= Weight::Step) else { continue };
            let signs = matches!(inner.name, "sign" | "agree" | "ratify" | "assault");
            if plain && family.name != "found" && inner.kind != Kind::Protest || signs {
                return inner;
            }
        }
    }
    if family.name == "act" {
        let objects = argument::objects(view, predicate);
        let noun = objects.iter().filter_map(|o| nominal::family(view, *o)).map(|(f, ..)| f);
        if let Some(noun) = noun.into_iter().find(|f| f.weight >= Weight::Step && f.kind != Kind::Other) {
            return noun;
        }
    }
    if family.name == "act"
        && let Some(deed) = Lexicon::get().deed(base)
    {
        return deed;
    }
    let ends = matches!(base, "expire" | "lapse" | "collapse" | "disband" | "dissolve" | "fail");
    if family.kind == Kind::Other
        && !ends
        && subject.and_then(|s| Lexicon::get().noun(view.word(s))).is_some_and(|(f, ..)| f.kind == Kind::Agree)
    {
        return named("agree");
    }
    family
}

fn located(view: &View, at: usize) -> bool {
    view.names_at(at).any(|m| !m.modifier && view.sources.actors.entities.get(m.entity).is_some_and(|e| e.locatable))
}

/// The family of a noun with its light verb: "issued an order to withdraw", "the accord ended the war".
pub fn of_light(
    view: &View,
    predicate: &Predicate,
    family: &'static Family,
    base: &str,
    subject: Option<usize>,
    inner: impl Fn(usize) -> Option<&'static Family>,
) -> &'static Family {
    if let Some(told) = told(view, predicate, family, base, &inner) {
        return told;
    }
    let accord = subject.and_then(|s| Lexicon::get().noun(view.word(s))).is_some_and(|(f, ..)| f.kind == Kind::Agree);
    if family.kind == Kind::Other && accord { Lexicon::family("agree").unwrap_or(family) } else { family }
}

fn entity_is(view: &View, at: usize, kind: ActorKind) -> bool {
    view.names_at(at).any(|m| !m.modifier && view.sources.actors.entities.get(m.entity).is_some_and(|e| e.kind == kind))
}

/// "Announced a withdrawal" is a withdrawal, "said they should leave" a request, "told him they could not give up" a refusal.
fn told(
    view: &View,
    predicate: &Predicate,
    family: &'static Family,
    base: &str,
    inner: &impl Fn(usize) -> Option<&'static Family>,
) -> Option<&'static Family> {
    let says = listed(SAYS, base) || family.name == "say";
    let tells = says || listed(TELLS, base) || matches!(family.name, "announce" | "write" | "order");
    if !tells || !(family.kind == Kind::Other || matches!(family.name, "decide" | "ratify")) {
        return None;
    }
    let verb = predicate.verb;
    // "the withdrawal announced on Monday": what was announced stands before its participle.
    let participle = matches!(view.xpos(verb), "VBN" | "VBD") && view.first(verb, &["obj", "ccomp"]).is_none();
    let subjects = if participle { argument::subjects(view, predicate) } else { Vec::new() };
    let told_of = view.related(verb, &["obl"]).filter(|o| matches!(view.case(*o), "of" | "about"));
    let about: Vec<usize> = view.related(verb, &["obj"]).chain(subjects).chain(told_of).collect();
    let objects = about.iter().filter_map(|o| nominal::family(view, *o)).map(|(f, ..)| f);
    if matches!(base, "inform" | "notify" | "announce")
        && about.iter().any(|o| one_of("sale package assistance aid delivery shipment", view.word(*o)))
    {
        return Lexicon::family("aid");
    }
    let clauses: Vec<usize> = view.related(verb, &["ccomp", "xcomp"]).collect();
    // "announced that it planned to join": what is planned is what is told.
    let mut acts = clauses.clone();
    for depth in 0..acts.len() {
        let deeper: Vec<usize> = acts.get(depth).into_iter().flat_map(|c| view.related(*c, &["xcomp"])).collect();
        acts.extend(deeper);
    }
    let committed = |clause: &usize| {
        let speaker = view.first(*clause, &["nsubj"]).is_none_or(|s| matches!(view.word(s), "he" | "she" | "it" | "they" | "we" | "i"));
        let future = view.related(*clause, &["aux"]).any(|a| matches!(view.word(a), "will" | "would" | "'ll" | "'d"));
        let willing = matches!(view.word(*clause), "willing" | "ready" | "prepared");
        (speaker || willing) && (future || view.first(*clause, &["xcomp"]).is_some())
    };
    if says && clauses.first().is_some_and(|c| !committed(c)) {
        acts.clear();
    }
    let found = objects
        .filter(|_| !says || listed("repeat reiterate signal", base))
        .chain(acts.iter().filter(|a| view.is_verb(**a)).filter_map(|a| inner(*a)))
        .find(|f| f.kind != Kind::Other && f.weight >= Weight::Act && (f.kind != Kind::Assault || listed("order vote decide", base)));
    let ordered = |clause: usize| view.related(clause, &["aux"]).any(|a| matches!(view.word(a), "should" | "must" | "ought" | "shall"));
    let refused = |clause: usize| {
        let not = view.children(clause).iter().any(|c| matches!(view.word(*c), "not" | "n't" | "never"));
        not && view.related(clause, &["aux"]).any(|a| matches!(view.word(a), "will" | "would" | "can" | "could" | "wo" | "ca"))
    };
    if let Some(clause) = clauses.first().copied().filter(|_| matches!(family.weight, Weight::Saying | Weight::Act)) {
        if ordered(clause) {
            return Lexicon::family("request");
        }
        if refused(clause) && found.is_none_or(|f| f.kind != Kind::Reject) {
            return Lexicon::family("reject");
        }
    }
    let found = found?;
    // A coming meeting announced is an agreement to meet.
    match found.kind {
        Kind::Consult if listed("get have persuade force compel help cause lead", base) => Some(found),
        Kind::Consult if matches!(base, "order" | "instruct" | "direct" | "command") => Lexicon::family("order"),
        Kind::Consult => Lexicon::family("agree"),
        _ => Some(found),
    }
}

/// Words of measures, which rise and fall without a war.
const MEASURES: &str = "price stock share rate profit earnings income revenue sale output production inflation unemployment index figure number \
temperature demand supply value dollar ruble currency level total";

/// Where a word of diplomacy or war has its everyday sense: "met resistance", "prices fell", "demonstrated his skill".
fn implausible(view: &View, predicate: &Predicate, family: &'static Family, base: &str, subject: Option<usize>) -> Option<&'static Family> {
    let verb = predicate.verb;
    let object = view.first(verb, &["obj"]);
    let party = |at: usize| {
        !party::parties(view, at).is_empty()
            || view.upos(at) == Upos::Pron
            || view.upos(at) == Upos::Propn
            || view.names_at(at).next().is_some()
    };
    let everyday = match base {
        "demonstrate" => object.is_some() || view.first(verb, &["ccomp"]).is_some(),
        "fall" => subject.is_some_and(|s| one_of(MEASURES, view.word(s))) || view.is_time(verb + 1),
        "decline" => object.is_none() && view.first(verb, &["xcomp"]).is_none(),
        "meet" | "receive" | "greet" | "entertain" | "see" if family.kind == Kind::Consult && !predicate.passive => {
            object.is_some_and(|o| !party(o) && nominal::family(view, o).is_none() && !view.word(o).ends_with("mission"))
        }
        "return" | "set" => object.is_some_and(|o| !party(o)) && family.kind == Kind::Consult,
        "plead" => view.children(verb).iter().any(|c| matches!(view.word(*c), "guilty" | "innocent")),
        _ => {
            // What is neither somebody nor a ship does not visit, leave or meet.
            let thing = |s: usize| {
                view.upos(s) == Upos::Noun
                    && !party(s)
                    && !one_of("ship boat plane aircraft train fleet jet flight convoy helicopter vessel team", view.word(s))
            };
            family.kind == Kind::Consult
                && object.is_some()
                && matches!(family.name, "visit" | "depart" | "host")
                && subject.is_some_and(thing)
        }
    };
    everyday.then_some(&ACT)
}

/// What a verb means with a prepositional phrase: "withdrew from the talks".
fn phrase(view: &View, verb: usize, base: &str) -> Option<&'static Family> {
    let phrases: Vec<usize> = view.related(verb, &["obl"]).collect();
    PHRASES
        .iter()
        .find(|(verbs, cases, heads, _)| {
            listed(verbs, base) && phrases.iter().any(|p| listed(cases, view.case(*p)) && one_of(heads, view.word(*p)))
        })
        .and_then(|(.., name)| Lexicon::family(name))
}

/// What soldiers, crowds and accidents do.
fn by_subject(view: &View, predicate: &Predicate, family: &'static Family, base: &str, subject: Option<usize>) -> Option<&'static Family> {
    let subject = subject.filter(|_| !predicate.passive)?;
    let word = view.word(subject);
    let soldiers = listed(SOLDIERS, word);
    let state = || entity_is(view, subject, ActorKind::State) || entity_is(view, subject, ActorKind::Body);
    let person = entity_is(view, subject, ActorKind::Person);
    match base {
        "march" if soldiers || state() => return Lexicon::family("mobilize"),
        "defend" if soldiers || view.related(predicate.verb, &["obl"]).any(|o| matches!(view.case(o), "against" | "from")) => {
            return Lexicon::family("assault");
        }
        "leave" | "quit" if !person => {
            let place = view.first(predicate.verb, &["obj"]).is_some_and(|o| one_of(objects::PLACE, view.word(o)));
            if place {
                return Lexicon::family("withdraw");
            }
        }
        "enter" | "cross" | "move" if person && family.kind == Kind::Mobilize => return Lexicon::family("visit"),
        "move" if family.kind == Kind::Mobilize && !soldiers && !state() && view.first(predicate.verb, &["obj"]).is_none() => {
            return Lexicon::family("move");
        }
        _ => {}
    }
    if soldiers {
        return match base {
            "leave" | "depart" | "withdraw" | "evacuate" | "retreat" => Lexicon::family("withdraw"),
            "land" | "parachute" => Lexicon::family("assault"),
            "enter" | "arrive" | "move" | "march" | "advance" | "cross" | "travel" | "come" | "go" | "fly" | "sail" | "return" | "line" => {
                Lexicon::family("mobilize")
            }
            _ => None,
        };
    }
    if listed(CROWD, word) {
        let gathering = matches!(family.kind, Kind::Assault | Kind::Consult | Kind::Coerce)
            || matches!(base, "sit" | "gather" | "block" | "chant" | "burn" | "march" | "rally" | "fill" | "storm" | "throw" | "pelt");
        return Lexicon::family("protest").filter(|_| gathering);
    }
    if one_of(ACCIDENTS, word) && family.kind == Kind::Assault {
        return Lexicon::family("occur");
    }
    None
}
