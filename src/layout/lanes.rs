//! Events parted into lanes.

use super::explorer::Lanes;
use super::timeline::{Entry, Timeline};
use crate::chronology::{Kind, Status};
use std::collections::HashMap;

/// Lanes beyond this many are drawn as one, "Others".
pub const MOST_LANES: usize = 24;

/// One lane; `members` are indices into the placed events, in the order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lane {
    pub name: String,
    /// False for "Place not told" and its like.
    pub told: bool,
    pub members: Vec<u32>,
}

/// What `Auto` stands for: places where at most seven of them cover four fifths of the events.
pub fn resolve(timeline: &Timeline, lanes: Lanes) -> Lanes {
    if lanes != Lanes::Auto {
        return lanes;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for place in timeline.placed.iter().filter_map(|e| e.place.as_deref()) {
        *counts.entry(place).or_default() += 1;
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let covered: usize = counts.iter().take(7).sum();
    if counts.len() > 1 && covered * 5 >= timeline.placed.len() * 4 { Lanes::Place } else { Lanes::None }
}

/// The lane of an event by name; none where it is not told.
pub fn lane_of<'a>(timeline: &'a Timeline, entry: &'a Entry, lanes: Lanes) -> Option<&'a str> {
    match lanes {
        Lanes::Auto | Lanes::None => Some(""),
        Lanes::Place => entry.place.as_deref(),
        Lanes::Participant => entry.participant.as_deref(),
        Lanes::Kind => Some(kind_name(entry.kind)),
        Lanes::Status => Some(match entry.status {
            Status::Happened => "Happened",
            Status::Expected => "Expected",
            Status::Proposed => "Proposed",
            Status::CalledOff => "Called off",
        }),
        Lanes::Article => timeline.articles.get(entry.article).map(String::as_str),
    }
}

/// The names of the lanes, in no order that matters.
pub fn names(timeline: &Timeline, lanes: Lanes, statuses: &[Status]) -> Vec<String> {
    group(timeline, lanes, statuses).into_iter().map(|l| l.name).collect()
}

/// The lanes of the statuses shown, in the order of their first events, what is not told last.
pub fn group(timeline: &Timeline, lanes: Lanes, statuses: &[Status]) -> Vec<Lane> {
    let lanes = resolve(timeline, lanes);
    let mut at: HashMap<Option<&str>, usize> = HashMap::new();
    let mut found: Vec<Lane> = Vec::new();
    for (index, entry) in timeline.placed.iter().enumerate() {
        if !statuses.contains(&entry.status) {
            continue;
        }
        let name = lane_of(timeline, entry, lanes);
        let lane = *at.entry(name).or_insert_with(|| {
            let told = name.is_some();
            found.push(Lane { name: name.unwrap_or(not_told(lanes)).to_owned(), told, members: Vec::new() });
            found.len() - 1
        });
        if let Some(lane) = found.get_mut(lane) {
            lane.members.push(index as u32);
        }
    }
    fold_small(&mut found);
    found.sort_by_key(|l| !l.told);
    found
}

fn fold_small(lanes: &mut Vec<Lane>) {
    if lanes.len() <= MOST_LANES {
        return;
    }
    let mut sizes: Vec<usize> = lanes.iter().map(|l| l.members.len()).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let least = sizes.get(MOST_LANES - 2).copied().unwrap_or(0);
    let mut kept = Vec::new();
    let mut rest = Lane { name: "Others".to_owned(), told: false, members: Vec::new() };
    for lane in lanes.drain(..) {
        if lane.members.len() >= least && kept.len() < MOST_LANES - 1 { kept.push(lane) } else { rest.members.extend(lane.members) }
    }
    rest.members.sort_unstable();
    kept.push(rest);
    *lanes = kept;
}

fn not_told(lanes: Lanes) -> &'static str {
    match lanes {
        Lanes::Participant => "Nobody named",
        _ => "Place not told",
    }
}

/// A kind in the words of the lanes and filters.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Agree => "Agreements",
        Kind::Consult => "Talks",
        Kind::Support => "Support",
        Kind::Concede => "Concessions",
        Kind::Cooperate => "Cooperation",
        Kind::Aid => "Aid",
        Kind::Retreat => "Withdrawals",
        Kind::Request => "Demands",
        Kind::Accuse => "Accusations",
        Kind::Reject => "Rejections",
        Kind::Threaten => "Threats",
        Kind::Protest => "Protests",
        Kind::Sanction => "Sanctions",
        Kind::Mobilize => "Mobilization",
        Kind::Coerce => "Coercion",
        Kind::Assault => "Attacks",
        Kind::Other => "Other",
    }
}

/// The event nearest in time in the next lane below or above that has any.
pub fn neighbour<'a>(timeline: &'a Timeline, lanes: Lanes, statuses: &[Status], from: &str, down: bool) -> Option<&'a str> {
    let groups = group(timeline, lanes, statuses);
    let index = u32::try_from(timeline.placed.iter().position(|e| e.id == from)?).ok()?;
    let lane = groups.iter().position(|l| l.members.binary_search(&index).is_ok())?;
    let target = if down { groups.get(lane + 1)? } else { groups.get(lane.checked_sub(1)?)? };
    let middle = |i: u32| timeline.placed.get(i as usize).and_then(|e| e.span).map_or(0, |s| i64::from(s.earliest) + i64::from(s.latest));
    let here = middle(index);
    let nearest = target.members.iter().min_by_key(|i| (middle(**i) - here).abs())?;
    timeline.placed.get(*nearest as usize).map(|e| e.id.as_str())
}
