//! From one sentence to its event mentions: verbs first, then the nouns that no verb has told.

use super::argument::{self, Arguments};
use super::clause;
use super::completion;
use super::context;
use super::doublet;
use super::kind::{Kind, Status};
use super::lexicon::{Family, Lexicon, Light, Weight};
use super::link::{self, Link};
use super::meaning;
use super::mention::{EventMention, Form, Timing};
use super::nominal;
use super::predicate::{self, Predicate, Tense};
use super::presence;
use super::status;
use super::stops;
use super::timing;
use super::view::View;
use crate::language::syntax::Upos;

/// Acts that no family lists ("carried", "stepped"): events only where somebody does them at a told time.
pub static ACT: Family = Family { name: "act", kind: Kind::Other, mode: None, weight: Weight::Act, verbs: "", nouns: "", phrases: &[] };

/// What a verb tells, with its object and particle.
struct Reading {
    family: &'static Family,
    /// The noun that tells it, where the verb is light.
    noun: Option<usize>,
    light: Option<Light>,
    /// Whether the noun stands in a phrase of its own: "culminated in a summit".
    aside: bool,
    base: String,
}

/// The family of a verb in its clause.
fn refined(view: &View, predicate: &Predicate, reading: &Reading, subject: Option<usize>) -> &'static Family {
    let inner = |verb: usize| {
        let predicate = predicate::read(view, verb);
        let reading = read(view, &predicate)?;
        let subject = argument::subjects(view, &predicate).first().copied();
        Some(meaning::family(view, &predicate, reading.family, &reading.base, subject, |_| None))
    };
    if reading.noun.is_some() {
        // An attack called off is one that does not come.
        if matches!(reading.light, Some(Light::Cancel | Light::Postpone)) && reading.family.kind == Kind::Assault {
            return Lexicon::family("concede").unwrap_or(reading.family);
        }
        return meaning::of_light(view, predicate, reading.family, &reading.base, subject, inner);
    }
    meaning::family(view, predicate, reading.family, &reading.base, subject, inner)
}

/// All mentions of a sentence, in the order of their triggers, and the order that it states between them.
pub fn sentence(view: &View) -> (Vec<EventMention>, Vec<Link>) {
    let mut out: Vec<EventMention> = Vec::new();
    let mut told: Vec<usize> = Vec::new();
    let sites = timing::sites(view);
    for verb in 0..view.len() {
        if !view.is_verb(verb)
            || !view.word(verb).starts_with(char::is_alphabetic)
            || matches!(view.base_relation(verb), "amod" | "case" | "compound" | "fixed" | "mark" | "cc")
            || view.is_time(verb)
        {
            continue;
        }
        if predicate::owned(view, verb) || helps(view, verb) || describes(view, verb) {
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
    for place in 0..view.len() {
        if let Some(mention) = presence::read(view, place, &sites) {
            told.push(place);
            out.push(mention);
        }
    }
    for noun in 0..view.len() {
        if !view.is_noun(noun) || told.contains(&noun) {
            continue;
        }
        if let Some(mention) = nominal::read(view, noun, &sites) {
            told.push(noun);
            out.push(mention);
        }
    }
    out.sort_by_key(|m| m.trigger);
    dropped(&mut out);
    doublet::unite(view, &mut out);
    let mut out = stops::split(view, out);
    leftover(view, &mut out);
    governed(view, &mut out);
    let links = link::read(view, &out);
    (out.into_iter().map(|m| finish(view, m)).collect(), links)
}

/// "A round, pencilled in for June, was dropped": what was planned and came to nothing is one telling, at the time it was meant for.
fn dropped(mentions: &mut Vec<EventMention>) {
    let planned: Vec<(usize, Vec<Timing>)> =
        mentions.iter().filter(|m| m.aspect == Some(Light::Plan)).map(|m| (m.trigger, m.times.clone())).collect();
    for (trigger, times) in planned {
        let off = |m: &&mut EventMention| m.trigger == trigger && m.status == Status::CalledOff && m.aspect != Some(Light::Plan);
        let Some(off) = mentions.iter_mut().find(off) else { continue };
        if off.times.is_empty() {
            off.times = times;
        }
        mentions.retain(|m| m.trigger != trigger || m.aspect != Some(Light::Plan));
    }
}

/// Tells each mention under which other mention its clause stands, and which stand under it.
fn governed(view: &View, mentions: &mut [EventMention]) {
    let start = view.sentence.tokens.start;
    let of: Vec<(usize, usize, Weight)> = mentions
        .iter()
        .map(|m| (m.trigger.saturating_sub(start), m.verb.map_or(m.trigger, |v| v).saturating_sub(start), m.family.weight))
        .collect();
    for at in 0..mentions.len() {
        let Some(&(trigger, verb, _)) = of.get(at) else { continue };
        let mut relation = view.base_relation(verb);
        let mut head = view.head(verb);
        for _ in 0..12 {
            let Some(above) = head else { break };
            let found = of.iter().position(|(t, v, _)| (*t == above || *v == above) && *t != trigger);
            if let Some((above, weight)) = found.and_then(|f| Some((f, of.get(f)?.2))) {
                let step = weight == Weight::Step;
                let feature = match relation {
                    "conj" if step => "joined-to-step",
                    "conj" => "joined-to-act",
                    _ if weight == Weight::Saying => "under-saying",
                    "nsubj" | "obj" if step => "argument-of-step",
                    "nsubj" | "obj" => "argument-of-act",
                    _ if step => "under-step",
                    _ => "under-act",
                };
                let governs = match relation {
                    "conj" => "has-joined",
                    "ccomp" => "governs-clause",
                    "advcl" => "governs-adverbial",
                    "acl" => "governs-relative",
                    _ => "governs-noun",
                };
                if let Some(m) = mentions.get_mut(at) {
                    m.features.push(feature);
                }
                if let Some(m) = mentions.get_mut(above).filter(|m| !m.has(governs)) {
                    m.features.push(governs);
                }
                break;
            }
            if relation == "conj" || !matches!(view.base_relation(above), "conj") {
                relation = view.base_relation(above);
            }
            head = view.head(above);
        }
    }
}

/// A time that no clause has claimed, or only an infinitive or a state, holds for the sentence's main event that has none.
fn leftover(view: &View, mentions: &mut [EventMention]) {
    for (index, expression) in view.expressions() {
        if expression.stretch.is_none() && expression.offset.is_none() {
            continue;
        }
        let claimed = mentions.iter().any(|m| {
            m.times.iter().any(|t| t.expression == index) && !m.has("infinitive") && m.family.weight >= Weight::Act && m.form != Form::Noun
        });
        if claimed {
            continue;
        }
        let fits = |m: &EventMention| {
            let verb = m.verb.and_then(|v| v.checked_sub(view.sentence.tokens.start));
            !expression.attributive
                || verb.is_some_and(|v| timing::governs(view, expression, v) && !timing::names_only(view, expression, v))
        };
        let main = mentions.iter_mut().find(|m| m.times.is_empty() && m.has("main") && m.family.weight >= Weight::Act && fits(m));
        if let Some(mention) = main {
            mention.times.push(Timing { expression: index, signal: expression.signal, own: false });
        }
    }
}

/// Whether a verb only says of another that it takes place: "began", "is expected", "managed", with an infinitive that tells it.
fn helps(view: &View, verb: usize) -> bool {
    let Some(complement) = view.first(verb, &["xcomp"]).filter(|c| view.is_verb(*c) && matches!(view.xpos(*c), "VB" | "VBG")) else {
        return false;
    };
    !predicate::owned(view, complement)
}

/// Verbs whose participle only says who heads, joins or backs the noun it hangs on: "a delegation led by the minister".
const DESCRIBING: &[&str] =
    &["led", "headed", "chaired", "accompanied", "backed", "flanked", "supported", "represented", "known", "called"];

/// Whether a participle only describes its noun.
fn describes(view: &View, verb: usize) -> bool {
    view.relation(verb) == "acl" && DESCRIBING.contains(&view.word(verb)) && !view.children(verb).iter().any(|c| view.is_time(*c))
}

/// The family that a particle or a preposition gives a verb; the one that follows at once goes first.
fn particle(view: &View, verb: usize, base: &str) -> Option<&'static Family> {
    // Articles and owners make no difference: "pour into the streets", "tear up his treaty".
    let small = |w: &&str| !matches!(*w, "the" | "a" | "an" | "his" | "her" | "its" | "their");
    let following: Vec<&str> = (verb + 1..(verb + 9).min(view.len())).map(|t| view.word(t)).filter(small).collect();
    let same = |word: &str, wanted: &str| word == wanted || word.strip_suffix('s') == Some(wanted);
    let ranked = Lexicon::get().particles(base).iter().filter_map(|(particle, family)| {
        let words: Vec<&str> = particle.split_whitespace().filter(small).collect();
        let (&first, rest) = words.split_first()?;
        let near = following.iter().take(3).position(|w| same(w, first));
        let child = view.children(verb).iter().any(|c| {
            *c > verb && !view.is_time(*c) && (view.word(*c) == first && view.relation(*c) == "compound:prt" || view.case(*c) == first)
        });
        let told = |from: usize| rest.iter().enumerate().all(|(at, word)| following.get(from + at).is_some_and(|w| same(w, word)));
        let rank = match rest {
            [] if near == Some(0) => Some(1),
            [] => child.then_some(2),
            _ => near.filter(|n| *n < 2 && told(n + 1)).map(|_| 0),
        };
        rank.map(|r| (r, *family))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, family)| family)
}

/// Nouns that only count or gather what they are of.
const COLLECTIONS: &str =
    "package round series number set list wave string raft range pair couple dozen hundred thousand group batch spate";

/// Nouns for the length or a part of what they are of: "four days of talks", "the opening of the conference".
const PHASES: &str = "day week hour month session opening start beginning end outbreak";

/// The meaning of a verb: with its object, its particle, or alone.
fn read(view: &View, predicate: &Predicate) -> Option<Reading> {
    let lexicon = Lexicon::get();
    let verb = predicate.verb;
    let base = predicate.base.clone();
    let objects = argument::objects(view, predicate);
    let light = lexicon.light(&base);
    // "these discussions, followed by talks": an order, not an act.
    if base == "follow" && (predicate.passive || view.word(verb + 1) == "by") {
        return None;
    }
    // "a package of sanctions", "two rounds of strikes", "a part of its forces": what is meant stands in the phrase.
    let inside = objects.iter().filter(|o| view.word(**o) == "part" || super::lexicon::one_of(COLLECTIONS, view.word(**o)));
    let inside = inside.flat_map(|o| view.related(*o, &["nmod"]).filter(|n| view.case(*n) == "of"));
    for object in objects.iter().copied().chain(inside) {
        let word = view.word(object);
        let singular = lexicon.noun(word).map_or(word, |(_, s, _)| s);
        if let Some(family) = lexicon.pairing(&base, word).or_else(|| lexicon.pairing(&base, singular)) {
            let noun = lexicon.noun(word).is_some_and(|(f, ..)| f.name == family.name).then_some(object);
            return Some(Reading { family, noun, light: noun.and(light), aside: false, base });
        }
    }
    if let Some(family) = particle(view, verb, &base) {
        // "the summit was called off", "talks broke down": the noun tells what.
        let light = match (base.as_str(), family.name) {
            ("call", "cancel") => Some(Light::Cancel),
            ("put", "cancel") => Some(Light::Postpone),
            (verb_base, _) if status::fallen(view, verb, verb_base) => Some(Light::Cancel),
            (_, "collapse") => Some(Light::End),
            (_, "occur") => Some(Light::Occur),
            _ => None,
        };
        let subjects = argument::subjects(view, predicate);
        let noun = objects.iter().chain(&subjects).copied().find(|n| nominal::family(view, *n).is_some()).filter(|_| light.is_some());
        if let Some((family, singular, _)) = noun.and_then(|n| nominal::family(view, n)) {
            return Some(Reading { family, noun, light, aside: false, base: singular.to_owned() });
        }
        return Some(Reading { family, noun: None, light: None, aside: false, base });
    }
    if let Some(light) = light {
        let subjects = if predicate.passive || matches!(light, Light::Begin | Light::End | Light::Continue | Light::Occur) {
            argument::subjects(view, predicate)
        } else {
            Vec::new()
        };
        // "culminated in a summit", "began with their visit": the phrase tells what happened.
        let told = |n: &usize| nominal::family(view, *n).is_some();
        let ends_in = matches!(light, Light::Begin | Light::End | Light::Occur)
            .then(|| {
                let phrases = view.related(verb, &["obl"]).filter(|o| matches!(view.case(*o), "with" | "in"));
                phrases.flat_map(|o| view.coordinated(o)).find(told)
            })
            .flatten()
            .filter(|_| !objects.iter().chain(&subjects).any(told));
        for &noun in objects.iter().chain(&subjects).chain(&ends_in) {
            // "four days of talks", "a series of meetings"
            let counts = super::lexicon::one_of(COLLECTIONS, view.word(noun)) || super::lexicon::one_of(PHASES, view.word(noun));
            let inner = counts.then(|| view.related(noun, &["nmod"]).find(|n| view.case(*n) == "of")).flatten();
            let noun = inner.filter(|n| nominal::family(view, *n).is_some()).unwrap_or(noun);
            let timed = matches!(light, Light::Begin | Light::End | Light::Continue | Light::Occur) && subjects.contains(&noun);
            let meant = if timed { nominal::course(view, noun) } else { nominal::family(view, noun) };
            if let Some((family, singular, _)) = meant {
                let own =
                    lexicon.verb(&base).filter(|(f, ..)| f.weight == Weight::Step && f.kind != Kind::Other && family.kind == Kind::Other);
                if own.is_some() {
                    continue;
                }
                return Some(Reading {
                    family,
                    noun: Some(noun),
                    light: Some(light),
                    aside: ends_in == Some(noun),
                    base: singular.to_owned(),
                });
            }
        }
    }
    // "The road to peace began in Oslo": what begins is no happening, nor anyone who does something.
    let aspect = matches!(light, Some(Light::Begin | Light::End | Light::Continue)) && objects.is_empty();
    let subjects = argument::subjects(view, predicate);
    if aspect && !subjects.is_empty() && subjects.iter().all(|s| view.names_at(*s).all(|m| m.modifier) && view.upos(*s) == Upos::Noun) {
        return None;
    }
    match lexicon.verb(view.word(verb)).filter(|_| base != "find").or_else(|| lexicon.verb(&base)) {
        Some((family, ..)) => Some(Reading { family, noun: None, light: None, aside: false, base }),
        None => Some(Reading { family: &ACT, noun: None, light: None, aside: false, base }),
    }
}

fn from_verb(view: &View, predicate: Predicate, reading: Reading, sites: &[(usize, usize)]) -> EventMention {
    let Arguments { agents, patients, subject, promoted } = argument::of_verb(view, &predicate, reading.noun);
    let times = timing::of_verb(view, &predicate, reading.noun, sites);
    let meant = refined(view, &predicate, &reading, subject);
    // What only purpose or circumstance make of a plain verb gives it a kind, not the weight of a step of its own.
    let family = if matches!(reading.family.name, "act" | "move" | "state" | "think") { reading.family } else { meant };
    let places = super::place::of_clause(view, &predicate, reading.noun, meant);
    let scene = super::scene::of(view, Some(&predicate), predicate.verb, meant.kind, &places);
    let (status, status_word) = status::of_clause(view, &predicate, reading.light, &times);
    let mut features = context::of_verb(view, &predicate);
    let negated = predicate.negated;
    let title = match (reading.noun, reading.light) {
        (Some(noun), Some(_)) if reading.aside => nominal::title(view, noun, None, status),
        (Some(noun), Some(light)) if predicate.passive || subject == Some(noun) || agents.is_empty() && subject.is_none() => {
            nominal::title(view, noun, Some((&predicate, light)), status)
        }
        _ => clause::title(view, &predicate, status, &agents, subject, promoted),
    };
    if negated {
        features.push("negated");
    }
    if status == Status::CalledOff && reading.noun.is_some() && (negated || reading.light != Some(Light::Perform)) {
        features.push("cancelled-noun");
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
    EventMention {
        sentence: view.index,
        trigger: view.sentence.tokens.start + trigger,
        verb: Some(view.sentence.tokens.start + predicate.verb),
        base: reading.base,
        family,
        kind: meant.kind,
        mode: meant.mode,
        form,
        aspect: reading.light,
        tense: predicate.tense,
        status,
        status_word,
        attribution: context::attribution(view, predicate.clause),
        agents,
        patients,
        places,
        scene,
        times,
        title,
        telling,
        features,
        aside: None,
    }
}

/// What every mention gets in the end: features of its words and why it is set aside.
fn finish(view: &View, mut mention: EventMention) -> EventMention {
    for party in mention.agents.iter().chain(&mention.patients) {
        mention.telling.push(party.span);
    }
    mention.telling.sort_unstable();
    mention.telling.dedup();
    completion::complete(view, &mut mention);
    context::describe(view, &mut mention);
    mention.aside = context::aside(&mention);
    mention
}
