//! The tellings of one happening, in headline, lead and body, become one event.

use super::placing::Placing;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::{EventMention, Form, Kind, Status};

/// How many of the first and of the latest tellings a mention is compared with: an article's news stand at its head, what is told again is
/// told soon. The work thus grows with the length of the article, not with its square.
const FIRST: usize = 40;
const LATEST: usize = 120;

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

/// Whether two classes can tell the same happening, and how well.
fn kinship(a: &EventMention, b: &EventMention) -> f32 {
    let (x, y) = (class(a), class(b));
    if a.base == b.base {
        2.0
    } else if x == y {
        if a.family.name == b.family.name && !matches!(a.family.name, "act" | "move" | "change" | "assault" | "found") { 1.0 } else { 0.6 }
    } else if a.kind == Kind::Consult && b.kind == Kind::Consult {
        0.3
    } else {
        -9.0
    }
}

/// The entities of a mention's parties, those of a group's state left out.
fn people(mention: &EventMention) -> Vec<usize> {
    mention.parties().filter_map(|p| p.entity).collect()
}

fn persons(entities: &[usize], actors: &Actors) -> Vec<usize> {
    entities.iter().copied().filter(|e| actors.entities.get(*e).is_some_and(|e| e.kind == ActorKind::Person)).collect()
}

/// How surely two mentions tell the same happening; above 0 they do.
pub fn sameness(a: &EventMention, b: &EventMention, at: [Option<&Placing>; 2], actors: &Actors, distance: usize) -> f32 {
    let mut score = kinship(a, b) - 1.6;
    if score < -5.0 {
        return score;
    }
    if (a.status == Status::CalledOff) != (b.status == Status::CalledOff) {
        score -= 2.5;
    } else if !a.has("status-open") && !b.has("status-open") && (a.status == Status::Happened) != (b.status == Status::Happened) {
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
    let (mine, theirs) = (people(a), people(b));
    let shared = mine.iter().filter(|e| theirs.contains(e)).count();
    if shared > 0 {
        score += 0.6 + 0.4 * (shared.min(3) as f32 - 1.0);
    } else if !mine.is_empty() && !theirs.is_empty() {
        score -= 0.8;
        if !persons(&mine, actors).is_empty() && !persons(&theirs, actors).is_empty() {
            score -= 1.5;
        }
    }
    // "meets Rivlin", "meets Abbas": the same host, other partners.
    let only = |x: &[usize], y: &[usize]| persons(x, actors).iter().any(|e| !y.contains(e));
    if only(&mine, &theirs) && only(&theirs, &mine) {
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
    let noun = |m: &EventMention| matches!(m.form, Form::Noun | Form::Title);
    if a.has("headline") || b.has("headline") {
        score += 0.5;
    }
    // "the talks", later in the text, speak of what was told before.
    if b.has("definite") && noun(b) {
        score += 0.7;
    }
    // "the Miami talks": a meeting told without its place is named by it later.
    if b.has("definite") && noun(b) && !b.places.is_empty() && a.places.is_empty() && class(a) == class(b) {
        score += 0.4;
    }
    // "these discussions" point at what was told just before, whatever it was called there, and at nothing far away;
    // at the head of an article they may point at the sentence that follows.
    if b.has("demonstrative") && noun(b) {
        if distance <= 1 && a.kind == b.kind {
            score += 0.9;
        } else if distance > 2 {
            score -= 1.5;
        }
    } else if a.has("demonstrative") && noun(a) {
        if distance == 1 && a.kind == b.kind {
            score += 0.9;
        } else if distance > 2 {
            score -= 1.5;
        }
    }
    if b.has("indefinite") && noun(b) {
        score -= 0.6;
    }
    if a.sentence == b.sentence && !noun(a) && !noun(b) {
        score -= 1.5;
    }
    score - 0.01 * distance.min(40) as f32
}

/// Puts each mention that can stand for itself with the telling it fits best, or starts a new one; the others only join.
pub fn merge(mentions: &[EventMention], placings: &[Option<Placing>], stands: &[bool], actors: &Actors) -> Vec<Telling> {
    let mut out: Vec<Telling> = Vec::new();
    let join = |out: &mut Vec<Telling>, index: usize, opens: bool| {
        let Some(mention) = mentions.get(index) else { return };
        let placing = placings.get(index).copied().flatten();
        let mut best: Option<(usize, f32)> = None;
        let late = out.partition_point(|t| t.mentions.first().is_some_and(|m| *m <= index)).saturating_sub(LATEST).max(FIRST);
        let head = out.iter().enumerate().take(FIRST);
        for (at, telling) in head.chain(out.iter().enumerate().skip(late).take(LATEST)) {
            let score = telling
                .mentions
                .iter()
                .filter_map(|m| {
                    let other = mentions.get(*m)?;
                    let (first, second) = if *m < index { (other, mention) } else { (mention, other) };
                    let own = placings.get(*m).copied().flatten().or(telling.placing);
                    let times = if *m < index { [own.as_ref(), placing.as_ref()] } else { [placing.as_ref(), own.as_ref()] };
                    Some(sameness(first, second, times, actors, second.sentence.abs_diff(first.sentence)))
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
