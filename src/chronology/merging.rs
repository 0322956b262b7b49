//! The tellings of one happening, in headline, lead and body, become one event.

use super::placing::Placing;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::{EventMention, Form, Kind, Status};
use std::collections::HashMap;

/// How many of the first and of the latest tellings a mention is compared with: an article's news stand at its head, what is told again is
/// told soon. The work thus grows with the length of the article, not with its square.
const FIRST: usize = 40;
const LATEST: usize = 120;
/// How many of the first and of the latest mentions of one telling.
const RETOLD: usize = 16;

/// A happening and its tellings, into the mentions; the main one first.
#[derive(Debug, Clone)]
pub struct Telling {
    pub mentions: Vec<usize>,
    pub placing: Option<Placing>,
}

/// Families whose words can tell the same happening.
pub fn class(mention: &EventMention) -> &'static str {
    match mention.family.name {
        "meeting" | "summit" | "negotiation" | "discuss" | "host" | "attend" | "call" | "mediation" => "meeting",
        "visit" | "return" | "depart" => "visit",
        "sign" | "agree" | "ratify" => "agree",
        "truce" | "concede" | "withdraw" | "surrender" | "release" => "yield",
        "request" | "ask" => "request",
        name => name,
    }
}

/// What merging asks of a mention, read once.
struct Seen<'a> {
    mention: &'a EventMention,
    /// Numbers for its class and its base form.
    class: usize,
    base: usize,
    /// The entities of its parties, those of a group's state left out.
    people: Vec<usize>,
    /// Those that are persons.
    persons: Vec<usize>,
    noun: bool,
    headline: bool,
    open: bool,
    definite: bool,
    indefinite: bool,
    demonstrative: bool,
}

impl<'a> Seen<'a> {
    fn all(mentions: &'a [EventMention], actors: &Actors) -> Vec<Self> {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut number = |word: &'a str| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        };
        let person = |e: &usize| actors.entities.get(*e).is_some_and(|e| e.kind == ActorKind::Person);
        let seen = |mention: &'a EventMention| {
            let people: Vec<usize> = mention.parties().filter_map(|p| p.entity).collect();
            Seen {
                mention,
                class: number(class(mention)),
                base: number(&mention.base),
                persons: people.iter().copied().filter(person).collect(),
                people,
                noun: matches!(mention.form, Form::Noun | Form::Title),
                headline: mention.has("headline"),
                open: mention.has("status-open"),
                definite: mention.has("definite"),
                indefinite: mention.has("indefinite"),
                demonstrative: mention.has("demonstrative"),
            }
        };
        mentions.iter().map(seen).collect()
    }
}

/// Whether two classes can tell the same happening, and how well.
fn kinship(a: &Seen, b: &Seen) -> f32 {
    let (first, second) = (a.mention, b.mention);
    if a.base == b.base {
        2.0
    } else if a.class == b.class {
        let plain = !matches!(first.family.name, "act" | "move" | "change" | "assault" | "found");
        if first.family.name == second.family.name && plain { 1.0 } else { 0.6 }
    } else if first.kind == Kind::Consult && second.kind == Kind::Consult {
        0.3
    } else {
        -9.0
    }
}

/// How surely two mentions tell the same happening; above 0 they do.
fn sameness(one: &Seen, other: &Seen, at: [Option<&Placing>; 2], distance: usize) -> f32 {
    let mut score = kinship(one, other) - 1.6;
    if score < -5.0 {
        return score;
    }
    let (a, b) = (one.mention, other.mention);
    if (a.status == Status::CalledOff) != (b.status == Status::CalledOff) {
        score -= 2.5;
    } else if !one.open && !other.open && (a.status == Status::Happened) != (b.status == Status::Happened) {
        score -= 1.2;
    }
    match at {
        [Some(x), Some(y)] if x.frame == y.frame => {
            if !x.meets(y) {
                return -9.0;
            }
            let same = x.earliest == y.earliest && x.latest == y.latest;
            score += if same { if x.days() <= 3 { 1.0 } else { 0.5 } } else { 0.2 };
        }
        [None, None] => score -= 0.1,
        _ => score += 0.1,
    }
    let (mine, theirs) = (&one.people, &other.people);
    let shared = mine.iter().filter(|e| theirs.contains(e)).count();
    if shared > 0 {
        score += 0.6 + 0.4 * (shared.min(3) as f32 - 1.0);
    } else if !mine.is_empty() && !theirs.is_empty() {
        score -= 0.8;
        if !one.persons.is_empty() && !other.persons.is_empty() {
            score -= 1.5;
        }
    }
    // "meets Rivlin", "meets Abbas": the same host, other partners.
    let only = |x: &Seen, y: &Seen| x.persons.iter().any(|e| !y.people.contains(e));
    if only(one, other) && only(other, one) {
        score -= 1.2;
    }
    if !a.places.is_empty() && !b.places.is_empty() {
        if a.places.iter().any(|p| b.places.contains(p)) {
            // Two crowds in one city are two crowds.
            let apart = shared == 0 && !mine.is_empty() && !theirs.is_empty();
            score += if apart { 0.3 } else { 0.9 };
        } else {
            score -= 1.5;
        }
    }
    // A trip to several places is not the meeting at one of them.
    let trip = |x: &EventMention, y: &EventMention| class(x) == "visit" && x.places.len() > 1 && class(y) != "visit";
    if trip(a, b) || trip(b, a) {
        score -= 1.0;
    }
    if one.headline || other.headline {
        score += 0.5;
    }
    // "the talks", later in the text, speak of what was told before.
    if other.definite && other.noun {
        score += 0.7;
    }
    // "the Miami talks": a meeting told without its place is named by it later.
    if other.definite && other.noun && !b.places.is_empty() && a.places.is_empty() && one.class == other.class {
        score += 0.4;
    }
    // "these discussions" point at what was told just before, whatever it was called there, and at nothing far away;
    // at the head of an article they may point at the sentence that follows.
    if other.demonstrative && other.noun {
        if distance <= 1 && a.kind == b.kind {
            score += 0.9;
        } else if distance > 2 {
            score -= 1.5;
        }
    } else if one.demonstrative && one.noun {
        if distance == 1 && a.kind == b.kind {
            score += 0.9;
        } else if distance > 2 {
            score -= 1.5;
        }
    }
    if other.indefinite && other.noun {
        score -= 0.6;
    }
    if a.sentence == b.sentence && !one.noun && !other.noun {
        score -= 1.5;
    }
    score - 0.01 * distance.min(40) as f32
}

/// Puts each mention that can stand for itself with the telling it fits best, or starts a new one; the others only join.
pub fn merge(mentions: &[EventMention], placings: &[Option<Placing>], stands: &[bool], actors: &Actors) -> Vec<Telling> {
    let mut out: Vec<Telling> = Vec::new();
    let seen = Seen::all(mentions, actors);
    let join = |out: &mut Vec<Telling>, index: usize, opens: bool| {
        let Some(mention) = seen.get(index) else { return };
        let placing = placings.get(index).copied().flatten();
        let mut best: Option<(usize, f32)> = None;
        let late = out.partition_point(|t| t.mentions.first().is_some_and(|m| *m <= index)).saturating_sub(LATEST).max(FIRST);
        let head = out.iter().enumerate().take(FIRST);
        for (at, telling) in head.chain(out.iter().enumerate().skip(late).take(LATEST)) {
            let skipped = telling.mentions.len().saturating_sub(RETOLD).max(RETOLD);
            let told = telling.mentions.iter().take(RETOLD).chain(telling.mentions.iter().skip(skipped));
            let score = told
                .filter_map(|m| {
                    let other = seen.get(*m).filter(|other| kinship(mention, other) > 0.0)?;
                    let (first, second) = if *m < index { (other, mention) } else { (mention, other) };
                    let own = placings.get(*m).and_then(Option::as_ref).or(telling.placing.as_ref());
                    let times = if *m < index { [own, placing.as_ref()] } else { [placing.as_ref(), own] };
                    Some(sameness(first, second, times, second.mention.sentence.abs_diff(first.mention.sentence)))
                })
                .fold(f32::MIN, f32::max);
            if score > 0.0 && best.is_none_or(|(_, b)| score > b) {
                best = Some((at, score));
            }
        }
        match best {
            Some((at, _)) => {
                if let Some(telling) = out.get_mut(at) {
                    telling.mentions.push(index);
                    telling.placing = match (telling.placing, placing) {
                        (Some(a), Some(b)) if a.frame == b.frame && b.days() < a.days() => Some(b),
                        (a, b) => a.or(b),
                    };
                }
            }
            None if opens => out.push(Telling { mentions: vec![index], placing }),
            None => {}
        }
    };
    for index in 0..mentions.len() {
        if stands.get(index).copied().unwrap_or(false) {
            join(&mut out, index, true);
        }
    }
    for index in 0..mentions.len() {
        if !stands.get(index).copied().unwrap_or(false)
            && mentions.get(index).is_some_and(|m| m.aside != Some("background") || m.form == Form::Noun)
        {
            join(&mut out, index, false);
        }
    }
    out
}
