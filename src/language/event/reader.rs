//! From one sentence to its event mentions: verbs first, then the nouns that no verb has told.

use super::argument::{self, Arguments};
use super::context;
use super::inflection;
use super::kind::{Kind, Status};
use super::lexicon::{Family, Lexicon, Light, Weight};
use super::mention::{EventMention, Form};
use super::phrase;
use super::predicate::{self, Predicate, Tense};
use super::status;
use super::view::View;

/// Acts that no family lists ("carried", "stepped"): events only where somebody does them at a told time.
pub static ACT: Family = Family { name: "act", kind: Kind::Other, mode: None, weight: Weight::Act, verbs: "", nouns: "", phrases: &[] };

/// What a verb tells, with its object and particle.
struct Reading {
    family: &'static Family,
    /// The noun that tells it, where the verb is light.
    noun: Option<usize>,
    light: Option<Light>,
    base: String,
}

/// All mentions of a sentence, in the order of their triggers.
pub fn sentence(view: &View) -> Vec<EventMention> {
    let mut out: Vec<EventMention> = Vec::new();
    let mut told: Vec<usize> = Vec::new();
    let sites = argument::time_sites(view);
    for verb in 0..view.len() {
        if !view.is_verb(verb)
            || matches!(view.base_relation(verb), "amod" | "case" | "compound" | "fixed" | "mark" | "cc")
            || view.is_time(verb)
        {
            continue;
        }
        if predicate::owned(view, verb) || helps(view, verb) {
            continue;
        }
        let predicate = predicate::read(view, verb);
        let Some(reading) = read(view, &predicate) else { continue };
        told.push(verb);
        told.extend(reading.noun);
        if let Some(noun) = reading.noun {
            told.extend(view.related(noun, &["compound"]));
        }
        out.push(from_verb(view, predicate, reading, &sites));
    }
    for noun in 0..view.len() {
        if !view.is_noun(noun) || told.contains(&noun) {
            continue;
        }
        if let Some(mention) = from_noun(view, noun, &sites, &told) {
            told.push(noun);
            out.push(mention);
        }
    }
    out.sort_by_key(|m| m.trigger);
    out
}

/// Whether a verb only says of another that it takes place: "began", "is expected", "managed", with an infinitive that tells it.
fn helps(view: &View, verb: usize) -> bool {
    let Some(complement) = view.first(verb, &["xcomp"]).filter(|c| view.is_verb(*c) && matches!(view.xpos(*c), "VB" | "VBG")) else {
        return false;
    };
    !predicate::owned(view, complement)
}

/// The meaning of a verb: with its object, its particle, or alone.
fn read(view: &View, predicate: &Predicate) -> Option<Reading> {
    let lexicon = Lexicon::get();
    let verb = predicate.verb;
    let base = predicate.base.clone();
    let objects = argument::objects(view, predicate);
    let light = lexicon.light(&base);
    for &object in &objects {
        let word = view.word(object);
        let singular = lexicon.noun(word).map_or(word, |(_, s, _)| s);
        if let Some(family) = lexicon.pairing(&base, word).or_else(|| lexicon.pairing(&base, singular)) {
            let noun = lexicon.noun(word).is_some_and(|(f, ..)| f.name == family.name).then_some(object);
            return Some(Reading { family, noun, light: noun.and(light), base });
        }
    }
    let following: Vec<&str> = (verb + 1..(verb + 4).min(view.len())).map(|t| view.word(t)).collect();
    for (particle, family) in lexicon.particles(&base) {
        let mut words = particle.split_whitespace();
        let first = words.next().unwrap_or("");
        let rest = words.next();
        let near = following.iter().position(|w| *w == first || w.strip_suffix('s') == Some(first));
        let child = view
            .children(verb)
            .iter()
            .any(|c| *c > verb && (view.word(*c) == first && view.relation(*c) == "compound:prt" || view.case(*c) == first));
        let hit = match rest {
            Some(rest) => near.is_some_and(|n| following.get(n + 1).is_some_and(|w| *w == rest)),
            None => near == Some(0) || child,
        };
        if hit {
            return Some(Reading { family, noun: None, light: None, base });
        }
    }
    if let Some(light) = light {
        let subjects = if predicate.passive || matches!(light, Light::Begin | Light::End | Light::Continue | Light::Occur) {
            argument::subjects(view, predicate)
        } else {
            Vec::new()
        };
        for &noun in objects.iter().chain(&subjects) {
            if let Some((family, singular, _)) = event_noun(view, noun) {
                return Some(Reading { family, noun: Some(noun), light: Some(light), base: singular.to_owned() });
            }
        }
    }
    match lexicon.verb(view.word(verb)).or_else(|| lexicon.verb(&base)) {
        Some((family, ..)) => Some(Reading { family, noun: None, light: None, base }),
        None => Some(Reading { family: &ACT, noun: None, light: None, base }),
    }
}

/// The family of a noun that tells an event; compounds are told by their last word.
fn event_noun(view: &View, at: usize) -> Option<(&'static Family, &'static str, bool)> {
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
    Lexicon::get().noun(view.word(at))
}

fn from_verb(view: &View, predicate: Predicate, reading: Reading, sites: &[(usize, usize)]) -> EventMention {
    let Arguments { agents, patients, places, subject, promoted } = argument::of_verb(view, &predicate, reading.noun);
    let times = argument::times(view, &predicate, reading.noun, sites);
    let (status, status_word) = status::of_clause(view, &predicate, reading.light, &times);
    let mut features = context::of_verb(view, &predicate);
    let negated = predicate.negated;
    let title = match (reading.noun, reading.light) {
        (Some(noun), Some(light)) if light != Light::Perform || subject == Some(noun) => {
            phrase_of_noun(view, noun, Some((&predicate, light)), status)
        }
        _ => phrase::clause(view, &predicate, status, &agents, subject, promoted),
    };
    if negated {
        features.push("negated");
    }
    let form = if reading.noun.is_some() {
        Form::Light
    } else if predicate.tense == Tense::None {
        Form::Participle
    } else {
        Form::Clause
    };
    let trigger = reading.noun.unwrap_or(predicate.verb);
    let mut telling = vec![view.span(predicate.verb, predicate.verb)];
    telling.extend(reading.noun.map(|n| view.span(n, n)));
    finish(
        view,
        EventMention {
            sentence: view.index,
            trigger: view.sentence.tokens.start + trigger,
            base: reading.base,
            family: reading.family,
            kind: reading.family.kind,
            mode: reading.family.mode,
            form,
            aspect: reading.light,
            tense: predicate.tense,
            status,
            status_word,
            attribution: context::attribution(view, predicate.clause),
            agents,
            patients,
            places,
            times,
            title,
            telling,
            features,
            aside: None,
        },
    )
}

fn from_noun(view: &View, noun: usize, sites: &[(usize, usize)], told: &[usize]) -> Option<EventMention> {
    let (family, singular, _) = event_noun(view, noun)?;
    if family.weight < Weight::Act || matches!(view.relation(noun), "compound" | "flat" | "fixed") {
        return None;
    }
    let Arguments { agents, patients, places, .. } = argument::of_noun(view, noun);
    let times = argument::noun_times(view, noun, sites, told);
    let (status, status_word) = status::of_noun(view, noun, &times);
    let title = phrase_of_noun(view, noun, None, status);
    let features = context::of_noun(view, noun);
    let form = if view.headline() && view.head(noun).is_none() { Form::Title } else { Form::Noun };
    Some(finish(
        view,
        EventMention {
            sentence: view.index,
            trigger: view.sentence.tokens.start + noun,
            base: singular.to_owned(),
            family,
            kind: family.kind,
            mode: family.mode,
            form,
            aspect: None,
            tense: Tense::None,
            status,
            status_word,
            attribution: None,
            agents,
            patients,
            places,
            times,
            title,
            telling: vec![view.span(noun, noun)],
            features,
            aside: None,
        },
    ))
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

/// A title from a noun: "Talks in Berlin …", "Witkoff and Kushner visit Moscow", "Geneva conference begins".
fn phrase_of_noun(view: &View, noun: usize, verb: Option<(&Predicate, Light)>, status: Status) -> String {
    let mut out = phrase::Words::default();
    let owner = view.first(noun, &["nmod:poss"]);
    if let (Some(owner), None) = (owner, verb)
        && let Some((_, verb)) = VERBS_OF_NOUNS.iter().find(|(n, _)| Lexicon::get().noun(view.word(noun)).is_some_and(|(_, s, _)| s == *n))
    {
        let agents = super::party::parties(view, owner);
        if !agents.is_empty() {
            out.push(&phrase::join(&agents.iter().map(|a| phrase::short(view, a)).collect::<Vec<_>>()));
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
    if let Some(owner) = owner {
        let left = out.left();
        phrase::noun(view, owner, left.min(4), &mut out);
        out.push("'s");
    }
    let reserve = usize::from(verb.is_some()) + 1;
    let left = out.left().saturating_sub(reserve);
    phrase::noun(view, noun, left, &mut out);
    if let Some((predicate, _)) = verb {
        let many = view.xpos(noun) == "NNS";
        let (_, participle) = inflection::past(&predicate.base);
        let future = matches!(status, Status::Expected | Status::Proposed);
        match (future, predicate.passive) {
            (true, true) => out.push(&format!("to be {participle}")),
            (true, false) => out.push(&format!("to {}", predicate.base)),
            (false, true) => out.push(&if predicate.negated { format!("not {participle}") } else { participle }),
            (false, false) if argument::subjects(view, predicate).contains(&noun) => {
                out.push(&if many { predicate.base.clone() } else { inflection::third(&predicate.base) });
            }
            _ => {}
        }
        let left = out.left();
        phrase::tail(view, predicate.verb, left, &mut out);
    }
    out.finish()
}

/// What every mention gets in the end: features of its words and why it is set aside.
fn finish(view: &View, mut mention: EventMention) -> EventMention {
    for party in mention.agents.iter().chain(&mention.patients) {
        mention.telling.push(party.span);
    }
    mention.telling.sort_unstable();
    mention.telling.dedup();
    context::describe(view, &mut mention);
    mention.aside = context::aside(view, &mention);
    mention
}
