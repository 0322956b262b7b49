//! Where it takes place, told apart from places that are only spoken about.

use super::kind::Kind;
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::ActorKind;
use crate::language::syntax::Upos;

/// Prepositions that say where.
const WHERE: &[&str] = &[
    "in",
    "at",
    "to",
    "into",
    "near",
    "outside",
    "through",
    "inside",
    "across",
    "around",
    "for",
    "on",
    "within",
    "throughout",
    "toward",
    "towards",
];

/// Prepositions after which an unknown capitalised noun is taken for a place.
const SURELY: &[&str] = &["in", "at", "near", "outside", "into"];

/// Common nouns that name their place with "of": "the city of Goma".
const KINDS_OF_PLACE: &[&str] = &[
    "city",
    "town",
    "village",
    "port",
    "island",
    "islands",
    "capital",
    "province",
    "region",
    "state",
    "district",
    "republic",
    "garrison",
    "outpost",
    "fortress",
    "valley",
    "battle",
    "siege",
    "bridge",
    "coast",
    "outskirts",
    "suburb",
    "suburbs",
    "border",
    "centre",
    "center",
    "part",
    "parts",
    "north",
    "south",
    "east",
    "west",
];

/// Verbs whose object is where it happens.
const GOES_TO: &[&str] = &[
    "visit",
    "tour",
    "enter",
    "reach",
    "leave",
    "invade",
    "attack",
    "bomb",
    "bombard",
    "shell",
    "capture",
    "seize",
    "occupy",
    "recapture",
    "retake",
    "besiege",
    "storm",
    "raid",
    "take",
    "evacuate",
    "overrun",
    "liberate",
    "conquer",
];

/// The place that a noun names, by the name that the article gives it.
pub fn of(view: &View, head: usize) -> Option<String> {
    if let Some(mention) = view.name_at(head) {
        let entity = view.sources.actors.entities.get(mention.entity)?;
        let lies = entity.locatable || entity.kind == ActorKind::Place;
        return (lies && !mention.pronoun && !mention.modifier).then(|| entity.name.clone());
    }
    if KINDS_OF_PLACE.contains(&view.word(head)) {
        let named = view.related(head, &["nmod"]).find(|n| view.case(*n) == "of")?;
        return named_noun(view, named);
    }
    None
}

/// A known place, or an unknown capitalised noun where the words before it say that it is one.
fn named_noun(view: &View, head: usize) -> Option<String> {
    if let Some(place) = of(view, head) {
        return Some(place);
    }
    if view.name_at(head).is_some() || view.upos(head) != Upos::Propn || view.is_time(head) {
        return None;
    }
    let mut from = head;
    while from > 0 && view.upos(from - 1) == Upos::Propn && matches!(view.base_relation(from - 1), "compound" | "flat") {
        from -= 1;
    }
    let mut to = head;
    while view.upos(to + 1) == Upos::Propn && view.base_relation(to + 1) == "flat" {
        to += 1;
    }
    Some(view.text(from, to).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn push(places: &mut Vec<String>, place: Option<String>) {
    if let Some(place) = place.filter(|p| !places.contains(p)) {
        places.push(place);
    }
}

/// The place of a prepositional phrase or of a noun's modifier; false where it is none.
pub fn phrase(view: &View, head: usize, case: &str, places: &mut Vec<String>) -> bool {
    let place = if SURELY.contains(&case) {
        named_noun(view, head)
    } else if WHERE.contains(&case) {
        of(view, head)
    } else {
        None
    };
    let found = place.is_some();
    push(places, place);
    if found {
        inside(view, head, places);
    }
    found
}

/// Places that stand inside a phrase of place: "at the Capella on Sentosa", "in Bandung, Indonesia".
pub fn inside(view: &View, head: usize, places: &mut Vec<String>) {
    for &child in view.children(head) {
        if child > head {
            let place = match view.case(child) {
                case if SURELY.contains(&case) => named_noun(view, child),
                "on" => of(view, child),
                _ if view.base_relation(child) == "appos" => of(view, child),
                _ => None,
            };
            push(places, place);
        }
    }
}

/// The object of a verb that goes to its object, and what an attack is aimed at.
pub fn aimed_at(view: &View, predicate: &Predicate, kind: Kind, places: &mut Vec<String>) {
    let goes = GOES_TO.contains(&predicate.base.as_str());
    let force = matches!(kind, Kind::Assault | Kind::Mobilize | Kind::Retreat | Kind::Coerce);
    for &child in view.children(predicate.verb) {
        let case = view.case(child);
        let relation = view.base_relation(child);
        let object = relation == "obj" || relation == "nsubj" && (predicate.passive || predicate.base == "fall");
        for head in view.coordinated(child) {
            if object && (goes || force) {
                let state =
                    view.names_at(head).any(|m| view.sources.actors.entities.get(m.entity).is_some_and(|e| e.kind == ActorKind::State));
                if !state || goes && predicate.base != "leave" {
                    push(places, if force { named_noun(view, head).or_else(|| of(view, head)) } else { of(view, head) });
                }
            } else if force && matches!(case, "against" | "on" | "over" | "from" | "along") && relation == "obl" {
                push(places, named_noun(view, head));
            }
            if object && force {
                inside(view, head, places);
            }
        }
    }
}
