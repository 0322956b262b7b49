//! Where a clause without a place of its own stands: with the clause that it leans on, or at the place that opens its sentence.

use super::kind::Kind;
use super::lexicon::Lexicon;
use super::place::{self, GOING, SURELY, entity, name};
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::{ActorKind, Mention};

/// The lands in which its places lie, or, where it has none, the place of the clause that it leans on, the one that opens its sentence, or,
/// for a fight, the one told nearest.
pub fn of(view: &View, predicate: Option<&Predicate>, trigger: usize, kind: Kind, places: &[String]) -> Vec<String> {
    if !places.is_empty() {
        let mut lands: Vec<String> = Vec::new();
        for head in view.names().filter_map(|(_, m)| view.name_head(m)) {
            let land = place::of(view, head).filter(|n| places.contains(n)).and_then(|_| place::wider(view, head));
            place::push(&mut lands, land.filter(|w| !places.contains(w)));
        }
        return lands;
    }
    let mut out = predicate.map(|p| shared(view, p)).unwrap_or_default();
    if out.is_empty() {
        out = opening(view, trigger);
    }
    if out.is_empty() && kind.is_force() {
        out = strayed(view, trigger);
    }
    out
}

/// The place that opens a sentence holds for all its clauses: "In Bangkok, …", "Then New York: …".
fn opening(view: &View, verb: usize) -> Vec<String> {
    let set = view.locatives.iter().find(|l| l.head < verb && matches!(view.word(l.head + 1), "," | ":") && l.opens);
    set.map(|l| l.names.clone()).unwrap_or_default()
}

/// Where a fight takes place that the tree hangs on no place: the first city or region told after it, else before it.
fn strayed(view: &View, verb: usize) -> Vec<String> {
    let cities = view.names().map(|(_, m)| m).filter(|m| !m.modifier && entity(view, m).is_some_and(|e| e.kind == ActorKind::Place));
    let cities: Vec<&Mention> = cities.collect();
    let after = cities.iter().find(|m| view.name_head(m).is_some_and(|h| h > verb));
    after.or(cities.last()).and_then(|m| entity(view, m).map(|e| vec![name(view, m, e)])).unwrap_or_default()
}

/// The place of the clause that a clause leans on: where it goes first, what opens the sentence, or the noun before "where".
fn shared(view: &View, predicate: &Predicate) -> Vec<String> {
    let mut at = predicate.clause;
    let asks = std::iter::once(&predicate.verb).chain(&predicate.chain).any(|v| view.children(*v).iter().any(|c| view.word(*c) == "where"));
    if asks {
        let near = view.locatives.iter().rfind(|l| l.head < predicate.verb);
        return near.map(|l| l.names.clone()).unwrap_or_default();
    }
    for _ in 0..4 {
        let Some(head) = view.head(at) else { break };
        let relation = view.base_relation(at);
        if !matches!(relation, "conj" | "xcomp" | "advcl" | "parataxis" | "ccomp") || !view.is_verb(head) {
            break;
        }
        let goes = Lexicon::get().verb(view.word(head)).is_some_and(|(f, ..)| matches!(f.name, "visit" | "return" | "move" | "depart"));
        let first = view.first(head, &["nsubj"]).unwrap_or(head).min(head);
        for locative in view.locatives.iter().filter(|l| l.path.last() == Some(&head)) {
            let opens = locative.head < first && SURELY.contains(&locative.case);
            let reached =
                goes && relation != "ccomp" && locative.head < at && (GOING.contains(&locative.case) || SURELY.contains(&locative.case));
            if opens || reached {
                return locative.names.clone();
            }
        }
        at = head;
    }
    Vec::new()
}
