//! What the circumstances of a plain verb make of it: a battle in which it happens, a place that somebody moves to, an army that advances,
//! weapons and events as its subject, a person who is dismissed.

use super::argument;
use super::kind::Kind;
use super::lexicon::objects::SOLDIERS;
use super::lexicon::{Family, Lexicon, Weight, one_of};
use super::nominal;
use super::party;
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::ActorKind;
use crate::language::wordlist::listed;

/// Families that say little of what happens.
const VAGUE: &str = "act move change found begin end occur collapse win succeed state fall";

/// Nouns of fighting that something can happen in.
const FIGHTS: &str = "battle siege ambush raid skirmish firefight battles";

/// Verbs of moving (Levin 1993, classes 51 and 47.6): a person who moves to a place visits it.
const MOTION: &str = "walk step carry slip stroll descend climb ride sail row drive hurry rush dash hasten speed jet hop trek repair proceed \
cross head travel journey come go fly tour bus ferry trudge wander stride cycle creep sneak emerge disembark alight land transit move return \
shuttle";

/// Verbs of an army that takes ground (CAMEO 19), where entering a town is a show of force (CAMEO 15).
const ADVANCES: &str = "advance push thrust drive press surge swarm cross charge pour sweep break land storm";

/// Words for weapons, as what does it.
const WEAPONS: &str = "bomb shell missile rocket mortar grenade bullet projectile torpedo mine drone blast gunfire";

/// Verbs of ending somebody's office.
const DISMISSES: &str = "dismiss fire sack remove replace demote oust cashier relieve";

/// What the circumstances say, where they say more than the verb.
pub fn family(view: &View, predicate: &Predicate, family: &'static Family, base: &str, subject: Option<usize>) -> Option<&'static Family> {
    let verb = predicate.verb;
    let named = Lexicon::family;
    let is = |at: usize, kind: ActorKind| entity_is(view, at, kind);
    let objects = argument::objects(view, predicate);
    let somebody = |at: usize| {
        is(at, ActorKind::Person) || party::person_noun(view.word(at)) || matches!(view.word(at), "he" | "she" | "him" | "her" | "who")
    };
    if listed(DISMISSES, base) && objects.iter().any(|o| is(*o, ActorKind::Person) || matches!(view.word(*o), "him" | "her")) {
        return named("resign");
    }
    if matches!(base, "suspend" | "exclude") && objects.iter().any(|o| somebody(*o) || view.names_at(*o).any(|m| !m.modifier)) {
        return named("sanction");
    }
    if base == "see"
        && !predicate.passive
        && view.first(verb, &["ccomp", "xcomp"]).is_none()
        && objects.iter().any(|o| is(*o, ActorKind::Person))
    {
        return named("meeting");
    }
    let soldiers = |at: usize| listed(SOLDIERS, view.word(at)) || matches!(view.word(at), "legion" | "corps" | "guards" | "column");
    let armed = subject.filter(|_| !predicate.passive).is_some_and(soldiers);
    // "pressed for reform" takes no ground.
    let onward = view.related(verb, &["obl"]).any(|o| {
        matches!(
            view.case(o),
            "into" | "to" | "toward" | "towards" | "on" | "onto" | "across" | "through" | "past" | "in" | "from" | "against"
        )
    });
    let advances =
        listed(ADVANCES, base) && (onward || base == "advance" || objects.iter().any(|o| view.names_at(*o).any(|m| !m.modifier)));
    if armed && advances || armed && matches!(base, "come" | "go" | "get" | "put") && view.word(verb + 1) == "ashore" {
        return named("assault");
    }
    if !(listed(VAGUE, family.name) && (family.kind == Kind::Other || family.name == "fall")) {
        return None;
    }
    if subject.is_some_and(|s| one_of(WEAPONS, view.word(s)))
        && !predicate.passive
        && matches!(base, "hit" | "land" | "fall" | "come" | "rip" | "explode" | "detonate" | "tear" | "crash" | "burst" | "strike" | "go")
    {
        return named("assault");
    }
    let fights = |at: usize| {
        one_of(FIGHTS, view.word(at))
            || view.names_at(at).any(|m| {
                view.sources.actors.entities.get(m.entity).is_some_and(|e| e.kind == ActorKind::Occasion && e.name.contains("Battle"))
            })
    };
    if view.related(verb, &["obl"]).any(|o| matches!(view.case(o), "in" | "at" | "during" | "by") && fights(o)) {
        return named("assault");
    }
    // "became a member of the alliance"
    if base == "become" {
        let member = view.related(verb, &["xcomp", "obj"]).find(|m| one_of("member", view.word(*m)));
        return named("join").filter(|_| member.is_some());
    }
    if listed(MOTION, base) && objects.is_empty() && !predicate.passive && subject.is_some_and(somebody) && reaches(view, verb) {
        return named("visit");
    }
    if base == "spend" && objects.is_empty() && subject.is_some_and(somebody) && reaches(view, verb) {
        return named("visit");
    }
    // "the raid left six dead", "talks produced a treaty": what happened is the raid, the talks.
    if matches!(family.name, "act" | "found") && !predicate.passive {
        let told = subject.and_then(|s| nominal::family(view, s)).map(|(f, ..)| f);
        let told = told.filter(|f| f.weight >= Weight::Step && !matches!(f.kind, Kind::Other | Kind::Agree));
        if told.is_some() {
            return told;
        }
    }
    None
}

/// Whether a phrase says to or in which place.
fn reaches(view: &View, verb: usize) -> bool {
    view.related(verb, &["obl"]).any(|o| {
        matches!(view.case(o), "to" | "into" | "in" | "at" | "on" | "for" | "through" | "across" | "over")
            && view.names_at(o).any(|m| !m.modifier && view.sources.actors.entities.get(m.entity).is_some_and(|e| e.locatable))
    })
}

fn entity_is(view: &View, at: usize, kind: ActorKind) -> bool {
    view.names_at(at).any(|m| !m.modifier && view.sources.actors.entities.get(m.entity).is_some_and(|e| e.kind == kind))
}
