//! Where force is aimed and travellers go: the object of a verb as the place of what it tells.

use super::kind::Kind;
use super::place::{GOES_TO, entity, inside, named_noun, of, push, starting};
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::{ActorKind, Mention};
use crate::language::wordlist::listed;

/// The object of a verb that goes to its object, and what an attack is aimed at.
pub fn aimed_at(view: &View, predicate: &Predicate, kind: Kind, places: &mut Vec<String>) {
    let goes = listed(GOES_TO, &predicate.base);
    let force = kind.is_force() && kind != Kind::Protest;
    for &child in view.children(predicate.verb) {
        let relation = view.base_relation(child);
        // "moved two divisions to attack Vinh Yen"
        if force
            && matches!(relation, "advcl" | "xcomp")
            && view.xpos(child) == "VB"
            && listed(GOES_TO, &super::predicate::base(view, child))
        {
            view.related(child, &["obj"]).for_each(|o| push(places, named_noun(view, o)));
        }
        let object = relation == "obj" || relation == "nsubj" && (predicate.passive || predicate.base == "fall");
        if !object || !(goes || force) {
            continue;
        }
        for head in view.coordinated(child) {
            let state = view.names_at(head).any(|m| entity(view, m).is_some_and(|e| e.kind == ActorKind::State));
            if !state || goes && predicate.base != "leave" {
                push(places, if force && goes { named_noun(view, head) } else { of(view, head) });
            }
            if force {
                inside(view, head, places);
                garrison(view, head, places);
                // "bombed Serbia, Russia's ally", where the tree takes the ally for the object
                let first = super::party::core(view, head).0;
                if first < head && view.word(first + 1) == "," {
                    push(places, starting(view, first));
                }
                view.related(head, &["nmod"]).filter(|n| view.case(*n) == "of").for_each(|n| push(places, of(view, n)));
            }
        }
    }
}

/// Where a force stands that is attacked: "the garrison of Cao Bang", "French posts along the Day River".
fn garrison(view: &View, head: usize, places: &mut Vec<String>) {
    let force = |m: &&Mention| !m.modifier && entity(view, m).is_some_and(|e| e.kind == ActorKind::Group);
    let Some(group) = view.names_at(head).find(force) else { return };
    let inner = view.names().map(|(_, m)| m).filter(|m| m.tokens.start > group.head && m.tokens.end <= group.tokens.end);
    inner.filter_map(|m| entity(view, m)).filter(|e| e.kind == ActorKind::Place).for_each(|e| push(places, Some(e.name.clone())));
}
