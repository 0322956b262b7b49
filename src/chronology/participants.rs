//! Who took part in each event: as its tellings say, else those who take part in the meeting that it belongs to or continues.

#[cfg(test)]
mod tests;

use super::Kind;
use super::merging::Telling;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::{EventMention, Party};

/// How many sentences talks last without those who hold them being told again.
const TALKS: usize = 4;

/// The participants of all tellings, who acts first. `within` gives the telling that each is a part of.
pub fn of_all(
    mentions: &[EventMention],
    actors: &Actors,
    tellings: &[Telling],
    within: &[Option<usize>],
    places: &[Vec<String>],
) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = tellings.iter().map(|t| own(t, mentions, actors)).collect();
    let main = |at: usize| tellings.get(at).and_then(|t| t.mentions.first()).and_then(|m| mentions.get(*m));
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|t| main(*t).map_or(0, |m| m.trigger));
    // The talks told last, and the fight.
    let mut before: Vec<usize> = Vec::new();
    for at in order {
        let Some(mention) = main(at) else { continue };
        if out.get(at).is_some_and(Vec::is_empty) {
            let host = within.get(at).copied().flatten().filter(|h| out.get(*h).is_some_and(|p| !p.is_empty()));
            let continued = || {
                let near = |h: &&usize| main(**h).is_some_and(|m| mention.sentence.abs_diff(m.sentence) <= TALKS);
                before.iter().rev().take_while(near).find(|h| main(**h).is_some_and(|m| continues(mention, m))).copied()
            };
            // It is the land that votes.
            let votes = mention.family.name == "elect" && places.get(at).is_some_and(|p| !p.is_empty());
            if votes && let Some(slot) = out.get_mut(at) {
                *slot = places.get(at).cloned().unwrap_or_default();
                continue;
            }
            if let Some(parties) = host.or_else(continued).and_then(|h| out.get(h)).cloned()
                && let Some(slot) = out.get_mut(at)
            {
                *slot = parties;
            }
        }
        if out.get(at).is_some_and(|p| !p.is_empty()) {
            before.push(at);
        }
    }
    out
}

/// Whether what is told without anybody goes on with what was told before: talks with talks, a deal with talks, a fight with a fight.
fn continues(mention: &EventMention, before: &EventMention) -> bool {
    match mention.kind {
        Kind::Consult | Kind::Agree => matches!(before.kind, Kind::Consult | Kind::Agree),
        Kind::Assault | Kind::Retreat => matches!(before.kind, Kind::Assault),
        _ => false,
    }
}

/// Whether a party is people of whom only the number is told: "257 people", "about 80 civilians".
fn counted_people(name: &str) -> bool {
    const PEOPLE: &[&str] = &["people", "men", "women", "children", "persons", "others", "civilians", "residents", "lives"];
    const COUNTS: &[&str] =
        &["about", "some", "several", "many", "over", "more", "than", "nearly", "hundreds", "thousands", "of", "dozens"];
    let mut words = name.split_whitespace().rev();
    words.next().is_some_and(|last| PEOPLE.contains(&last))
        && words.all(|w| COUNTS.contains(&w.to_lowercase().as_str()) || w.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether somebody moves a party about as its own soldiers: "sent 10,000 troops", "ordered the deployment of a naval task force".
fn moved(mention: &EventMention, name: &str) -> bool {
    const SOLDIERS: &[&str] = &[
        "troops",
        "men",
        "forces",
        "force",
        "soldiers",
        "divisions",
        "division",
        "fleet",
        "ships",
        "battalions",
        "units",
        "personnel",
        "carriers",
        "warships",
        "brigade",
        "brigades",
        "marines",
    ];
    let last = name.split_whitespace().last().unwrap_or_default().to_lowercase();
    !mention.agents.is_empty() && mention.kind != Kind::Assault && SOLDIERS.contains(&last.as_str())
}

/// Those whom the tellings of one happening name.
fn own(telling: &Telling, mentions: &[EventMention], actors: &Actors) -> Vec<String> {
    let told = || telling.mentions.iter().filter_map(|m| mentions.get(*m));
    let kind = |party: &Party| party.entity.and_then(|e| actors.entities.get(e)).map(|e| e.kind);
    let mut out: Vec<String> = Vec::new();
    let mut known: Vec<usize> = Vec::new();
    let named = told().any(|m| m.parties().any(|p| p.entity.is_some()));
    for (position, mention) in told().enumerate() {
        for party in mention.parties() {
            // "Washington and Moscow pledged": a capital that acts is its state's government.
            let seat = party.entity.and_then(|e| actors.entities.get(e)).is_some_and(|e| e.seat);
            let acts = seat && mention.agents.contains(party) && !mention.places.contains(&party.name);
            let place = kind(party) == Some(ActorKind::Place) && !acts;
            let victim = mention.kind == Kind::Assault && party.entity.is_none() && mention.patients.contains(party);
            let bare = party.entity.is_none() && (position > 0 || !party.name.contains(' '));
            let group = matches!(kind(party), None | Some(ActorKind::Group));
            let sent = group && mention.patients.contains(party) && (counted_people(&party.name) || moved(mention, &party.name));
            let vague = victim || sent || named && bare;
            // One name in two spellings is one participant.
            let again = party.entity.is_some_and(|e| known.contains(&e)) && kind(party) != Some(ActorKind::Group);
            if !place && !vague && !again && !out.contains(&party.name) {
                known.extend(party.entity);
                out.push(party.name.clone());
            }
        }
    }
    out
}
