//! Happenings told by a noun alone: "their departure", "following talks in Berlin", headlines without a verb.

use super::argument::{self, Arguments};
use super::clause;
use super::context;
use super::inflection;
use super::kind::{Kind, Status};
use super::lexicon::{Family, Lexicon, Light, Weight, objects, one_of};
use super::mention::{EventMention, Form};
use super::naming;
use super::phrase;
use super::predicate::{Predicate, Tense};
use super::status;
use super::timing;
use super::view::View;

/// The family of a noun that tells an event; compounds are told by their last word.
pub fn family(view: &View, at: usize) -> Option<(&'static Family, &'static str, bool)> {
    if view.name_at(at).is_some_and(|m| {
        !m.modifier
            && view
                .sources
                .actors
                .entities
                .get(m.entity)
                .is_some_and(|e| !matches!(e.kind, crate::language::actor::ActorKind::Body | crate::language::actor::ActorKind::Place))
    }) {
        return None;
    }
    // A month is no march.
    if view.is_time(at) {
        return None;
    }
    let (family, singular, plural) = Lexicon::get().noun(view.word(at))?;
    Some((modified(view, at, family, singular), singular, plural))
}

/// The same of a noun whose beginning, end or course a verb tells, where an occasion's name counts as well: "the Marby Conference opened".
pub fn course(view: &View, at: usize) -> Option<(&'static Family, &'static str, bool)> {
    let occasion = || {
        let entities = &view.sources.actors.entities;
        view.name_at(at).and_then(|m| entities.get(m.entity)).is_some_and(|e| e.kind == crate::language::actor::ActorKind::Occasion)
    };
    family(view, at).or_else(|| Lexicon::get().noun(view.word(at)).filter(|_| occasion()))
}

/// A noun's family by its modifiers and what it is of: "hunger strike", "ceasefire agreement", "withdrawal from the union", "return of prisoners".
fn modified(view: &View, at: usize, family: &'static Family, singular: &str) -> &'static Family {
    let named = |name: &str| Lexicon::family(name).unwrap_or(family);
    let before = |list: &str| view.related(at, &["amod", "compound", "nmod:poss"]).any(|c| one_of(list, view.word(c)));
    let after = |case: &str, list: &str| view.related(at, &["nmod"]).any(|n| view.case(n) == case && one_of(list, view.word(n)));
    match singular {
        "strike" if before("general hunger labor labour worker union miner teacher student transport rail sit-down wildcat nationwide") => {
            named("protest")
        }
        "march" if before("army troop military forced long") || view.related(at, &["nmod"]).any(|n| view.case(n) == "on") => {
            named("mobilize")
        }
        "call" if view.related(at, &["nmod", "acl"]).any(|n| view.case(n) == "for" || view.xpos(n) == "VB") => named("request"),
        "agreement" | "accord" | "deal" | "pact" if before("ceasefire cease-fire truce armistice withdrawal disarmament surrender") => {
            named("truce")
        }
        "withdrawal" if after("from", objects::BODIES) => named("sanction"),
        "return" | "release" | "transfer" if after("of", objects::CAPTIVES) => named("release"),
        "transfer" if after("of", "power sovereignty authority territory command control") => named("concede"),
        "collapse" | "breakdown" if after("of", "talk negotiation relation tie dialogue") => named("sanction"),
        "arrival" | "landing" if after("of", objects::SOLDIERS) => named("mobilize"),
        "departure" | "evacuation" if after("of", objects::SOLDIERS) => named("withdraw"),
        "campaign" if before("election electoral presidential political advertising referendum public") => named("elect"),
        "battle" | "war" if before("legal court ideological price trade political diplomatic") => named("occur"),
        "launch" if before("missile rocket") => named("test"),
        _ => family,
    }
}

/// What a noun tells that no verb of its sentence has told.
pub fn read(view: &View, noun: usize, sites: &[(usize, usize)]) -> Option<EventMention> {
    let (told_by, singular, _) = family(view, noun)?;
    // "the opening of the conference" is told by the conference.
    let inner = view.related(noun, &["nmod"]).any(|n| view.case(n) == "of" && family(view, n).is_some());
    if inner && matches!(view.word(noun), "session" | "round" | "campaign") {
        return None;
    }
    // "the meeting location" tells again of the meeting, and nothing by itself.
    let venue = view.head(noun).filter(|h| {
        view.relation(noun) == "compound"
            && told_by.kind == Kind::Consult
            && matches!(view.word(*h), "location" | "venue" | "site" | "place")
    });
    if told_by.weight < Weight::Act || venue.is_none() && matches!(view.relation(noun), "compound" | "flat" | "fixed") {
        return None;
    }
    let Arguments { mut agents, patients, .. } = argument::of_noun(view, noun);
    agents.extend(argument::attending(view, noun).into_iter().filter(|p| !patients.contains(p)));
    let places = super::place::of_noun(view, noun, told_by);
    let scene = super::scene::of(view, None, noun, told_by.kind, &places);
    let times = timing::of_noun(view, noun, sites);
    let (status, status_word) = status::of_noun(view, noun, &times);
    let title = title(view, noun, None, status);
    let mut features = context::of_noun(view, venue.unwrap_or(noun));
    if status == Status::CalledOff {
        features.push("cancelled-noun");
    }
    if status == Status::Happened && times.is_empty() {
        features.push("status-open");
    }
    let form = if view.headline() && view.head(noun).is_none() { Form::Title } else { Form::Noun };
    Some(EventMention {
        sentence: view.index,
        trigger: view.sentence.tokens.start + noun,
        verb: None,
        base: singular.to_owned(),
        family: told_by,
        kind: told_by.kind,
        mode: told_by.mode,
        form,
        aspect: None,
        tense: Tense::None,
        status,
        status_word,
        attribution: None,
        agents,
        patients,
        places,
        scene,
        times,
        title,
        telling: vec![view.span(noun, noun)],
        features,
        aside: venue.map(|_| "background"),
    })
}

/// Nouns whose title is better told with the verb of the same meaning.
const VERBS_OF_NOUNS: &[(&str, &str)] = &[
    ("visit", "visit"),
    ("trip", "travel"),
    ("travel", "travel"),
    ("arrival", "arrive"),
    ("departure", "depart"),
    ("return", "return"),
    ("meeting", "meet"),
    ("talks", "hold talks"),
    ("call", "speak"),
    ("withdrawal", "withdraw"),
    ("invasion", "invade"),
    ("signing", "sign"),
    ("resignation", "resign"),
    ("death", "die"),
    ("refusal", "refuse"),
    ("surrender", "surrender"),
    ("decision", "decide"),
];

/// "No trilateral meeting planned", "Planned meeting cancelled": the negation is never lost.
fn called_off(view: &View, noun: usize) -> String {
    let mut out = phrase::Words::default();
    let word = view
        .related(noun, &["amod"])
        .map(|c| view.word(c))
        .find(|w| matches!(*w, "cancelled" | "canceled" | "postponed" | "aborted" | "scrapped" | "delayed"));
    if word.is_none() && !view.children(noun).iter().any(|c| view.word(*c) == "no") {
        out.push("no");
    }
    let said = view.related(noun, &["amod"]).any(|c| matches!(view.word(c), "planned" | "scheduled"));
    let left = out.left().saturating_sub(usize::from(!said));
    phrase::noun(view, noun, left, &mut out);
    let (planned, rest): (Vec<String>, Vec<String>) = out.list.into_iter().partition(|w| matches!(w.as_str(), "planned" | "scheduled"));
    let mut words = phrase::Words::default();
    for part in rest {
        words.push(&part);
    }
    if word.is_none() {
        words.push(planned.first().map_or("planned", String::as_str));
    }
    words.finish()
}

/// A title from a noun: "Talks in Berlin …", "Witkoff and Kushner visit Moscow", "Geneva conference begins".
pub fn title(view: &View, noun: usize, verb: Option<(&Predicate, Light)>, status: Status) -> String {
    let mut out = phrase::Words::default();
    if verb.is_none() && status == Status::CalledOff {
        return called_off(view, noun);
    }
    let owner = view.first(noun, &["nmod:poss"]);
    if let (Some(_), None) = (owner, verb)
        && let Some((_, verb)) = VERBS_OF_NOUNS.iter().find(|(n, _)| Lexicon::get().noun(view.word(noun)).is_some_and(|(_, s, _)| s == *n))
    {
        let agents = argument::owners(view, noun);
        if !agents.is_empty() {
            out.push(&phrase::join(&naming::all(view, &agents)));
            let future = matches!(status, Status::Expected | Status::Proposed);
            let form = match (future, agents.len() > 1) {
                (true, _) => format!("to {verb}"),
                (false, true) => (*verb).to_owned(),
                (false, false) => match verb.split_once(' ') {
                    Some((first, rest)) => format!("{} {rest}", inflection::third(first)),
                    None => inflection::third(verb),
                },
            };
            out.push(&form);
            for &child in view.children(noun) {
                if child > noun && view.base_relation(child) == "nmod" && !view.is_time(child) && out.left() >= 2 {
                    let case = view.case(child);
                    if !(*verb == "visit" && case == "to" || *verb == "invade" && case == "of") {
                        out.push(case);
                    }
                    let left = out.left();
                    phrase::noun(view, child, left, &mut out);
                }
            }
            return out.finish();
        }
    }
    let reserve = usize::from(verb.is_some()) + 1;
    let left = out.left().saturating_sub(reserve);
    phrase::noun(view, noun, left, &mut out);
    if let Some((predicate, light)) = verb {
        let many = view.xpos(noun) == "NNS";
        let (_, participle) = inflection::past(&predicate.base);
        let future = matches!(status, Status::Expected | Status::Proposed);
        let subject = argument::subjects(view, predicate).contains(&noun);
        let passive = predicate.passive || !subject || clause::suffers(view, predicate);
        let not = predicate.negated && !view.children(noun).iter().any(|c| view.word(*c) == "no");
        let governor = clause::governor(view, predicate, status, many).filter(|_| subject && !predicate.passive);
        match (future, passive) {
            _ if !subject && !predicate.passive && light == Light::Perform => {}
            _ if governor.is_some() => out.push(&format!("{} {}", governor.unwrap_or_default(), predicate.base)),
            // What is planned is not yet to be planned.
            (true, true) if light == Light::Plan => out.push(&participle),
            (true, true) => out.push(&format!("to be {participle}")),
            (true, false) => out.push(&format!("to {}", predicate.base)),
            (false, true) => out.push(&format!("{}{participle}", if not { "not " } else { "" })),
            (false, false) if not => out.push(&format!("{} not {}", if many { "do" } else { "does" }, predicate.base)),
            (false, false) if many => out.push(&predicate.base),
            (false, false) => out.push(&inflection::third(&predicate.base)),
        }
        let left = out.left();
        clause::tail_without(view, predicate.verb, Some(noun), left, &mut out);
    }
    out.finish()
}
