//! Who took part in each event, over all its tellings.

use super::Kind;
use super::merging::Telling;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::EventMention;

/// The names of those who take part, who acts first.
pub fn of(telling: &Telling, mentions: &[EventMention], actors: &Actors) -> Vec<String> {
    let told = || telling.mentions.iter().filter_map(|m| mentions.get(*m));
    let mut out: Vec<String> = Vec::new();
    let named = told().any(|m| m.parties().any(|p| p.entity.is_some()));
    for (position, mention) in told().enumerate() {
        for party in mention.parties() {
            let place = party.entity.is_some_and(|e| actors.entities.get(e).is_some_and(|e| e.kind == ActorKind::Place));
            let victim = mention.kind == Kind::Assault && party.entity.is_none() && mention.patients.contains(party);
            let vague = victim || position > 0 && party.entity.is_none() && named;
            if !place && !vague && !out.contains(&party.name) {
                out.push(party.name.clone());
            }
        }
    }
    out
}
