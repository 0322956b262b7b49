//! Events parted into lanes, prepared so that a view asks only for what it shows.

use super::explorer::{Lanes, Memory};
use super::timeline::{Entry, Span, Timeline};
use crate::chronology::{Day, Kind, Status};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Lanes beyond this many are drawn as one, "Others".
pub const MOST_LANES: usize = 24;

/// Members in a block of the index.
const BLOCK: usize = 64;

/// One lane.
#[derive(Debug, Clone, Default)]
pub struct Lane {
    pub name: String,
    /// False for "Place not told" and its like.
    pub told: bool,
    /// Indices into the placed events, by earliest day.
    pub members: Vec<u32>,
    /// Of the members: their earliest days, and all latest days in order.
    starts: Vec<Day>,
    ends: Vec<Day>,
    /// The last day that any member of each block touches.
    reach: Vec<Day>,
    /// The most salient member of each block, as a place in `members`, and so on upwards by pairs: a tree of maxima.
    best: Vec<Vec<u32>>,
}

impl Lane {
    fn prepare(&mut self, timeline: &Timeline) {
        let span = |i: &u32| timeline.placed.get(*i as usize).and_then(|e| e.span);
        self.starts = self.members.iter().filter_map(span).map(|s| s.earliest).collect();
        self.ends = self.members.iter().filter_map(span).map(|s| s.latest).collect();
        self.reach = self.ends.chunks(BLOCK).map(|days| days.iter().copied().max().unwrap_or(Day::MIN)).collect();
        self.ends.sort_unstable();
        let weight = |place: &u32| self.weight(timeline, *place);
        let mut level: Vec<u32> = (0..self.members.len() as u32)
            .collect::<Vec<_>>()
            .chunks(BLOCK)
            .filter_map(|places| places.iter().copied().max_by(|a, b| weight(a).total_cmp(&weight(b)).then(b.cmp(a))))
            .collect();
        let mut best = Vec::new();
        while level.len() > 1 {
            let next = level
                .chunks(2)
                .filter_map(|pair| pair.iter().copied().max_by(|a, b| weight(a).total_cmp(&weight(b)).then(b.cmp(a))))
                .collect();
            best.push(std::mem::replace(&mut level, next));
        }
        best.push(level);
        self.best = best;
    }

    fn weight(&self, timeline: &Timeline, place: u32) -> f32 {
        self.members.get(place as usize).and_then(|i| timeline.placed.get(*i as usize)).map_or(0.0, |e| e.salience)
    }

    /// How many members touch the days from `from` to `to`, without looking at them.
    pub fn count(&self, from: f64, to: f64) -> usize {
        let started = self.starts.partition_point(|d| f64::from(*d) < to);
        let ended = self.ends.partition_point(|d| f64::from(*d) + 1.0 <= from);
        started.saturating_sub(ended)
    }

    /// How many members start before a day.
    pub fn starting_before(&self, day: f64) -> usize {
        self.starts.partition_point(|d| f64::from(*d) < day)
    }

    /// The members that touch the days from `from` to `to`, by earliest day.
    pub fn touching<'a>(&'a self, timeline: &'a Timeline, from: f64, to: f64) -> impl Iterator<Item = u32> + 'a {
        let last = self.starting_before(to);
        let blocks = self.reach.iter().enumerate().filter(move |(_, reach)| f64::from(**reach) + 1.0 > from);
        let places = blocks.flat_map(move |(block, _)| block * BLOCK..((block + 1) * BLOCK).min(last));
        places.filter_map(move |place| {
            let index = *self.members.get(place)?;
            let span = timeline.placed.get(index as usize)?.span?;
            (f64::from(span.latest) + 1.0 > from).then_some(index)
        })
    }

    /// The most salient of the members that start in `from..to` (days).
    pub fn most_salient(&self, timeline: &Timeline, from: f64, to: f64) -> Option<u32> {
        let (low, high) = (self.starting_before(from), self.starting_before(to));
        let mut found: Option<u32> = None;
        let mut offer = |place: u32| {
            let better = found.is_none_or(|f| self.weight(timeline, place) > self.weight(timeline, f));
            if better {
                found = Some(place);
            }
        };
        let (first, last) = (low.div_ceil(BLOCK), high / BLOCK);
        if first >= last {
            (low..high).for_each(|p| offer(p as u32));
        } else {
            (low..first * BLOCK).chain(last * BLOCK..high).for_each(|p| offer(p as u32));
            let (mut a, mut b, mut level) = (first, last, 0);
            while a < b {
                let blocks = self.best.get(level).map_or(&[][..], Vec::as_slice);
                if a % 2 == 1 {
                    blocks.get(a).copied().into_iter().for_each(&mut offer);
                    a += 1;
                }
                if b % 2 == 1 {
                    b -= 1;
                    blocks.get(b).copied().into_iter().for_each(&mut offer);
                }
                (a, b, level) = (a / 2, b / 2, level + 1);
            }
        }
        found.and_then(|place| self.members.get(place as usize).copied())
    }

    /// The first and the last day of all members.
    #[cfg(test)]
    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.starts.first()?, *self.ends.last()?))
    }
}

/// What a timeline keeps from frame to frame: the last few ways in which it was parted, and the widths of labels.
#[derive(Debug, Default)]
pub struct Kept {
    groupings: Mutex<Vec<Grouping>>,
    memory: Mutex<Memory>,
}

impl Kept {
    pub fn take(&self) -> Memory {
        std::mem::take(&mut self.memory.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn keep(&self, memory: Memory) {
        *self.memory.lock().unwrap_or_else(PoisonError::into_inner) = memory;
    }
}

type Grouping = ((Lanes, u8), Arc<Vec<Lane>>);

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What `Auto` stands for: places where at most seven of them cover four fifths of the events.
pub fn resolve(timeline: &Timeline, lanes: Lanes) -> Lanes {
    if lanes == Lanes::Auto { timeline.default_lanes } else { lanes }
}

/// The lanes that show most of these events apart: places where at most seven of them cover four fifths, else none.
pub fn best_for(placed: &[Entry]) -> Lanes {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for place in placed.iter().filter_map(|e| e.place.as_deref()) {
        *counts.entry(place).or_default() += 1;
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let covered: usize = counts.iter().take(7).sum();
    if counts.len() > 1 && covered * 5 >= placed.len() * 4 { Lanes::Place } else { Lanes::None }
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

/// The lanes of the statuses shown, in the order of their first events, what is not told last.
pub fn group(timeline: &Timeline, lanes: Lanes, statuses: &[Status]) -> Arc<Vec<Lane>> {
    let key = (resolve(timeline, lanes), statuses.iter().fold(0u8, |mask, s| mask | 1 << *s as u8));
    let mut kept = timeline.kept.groupings.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, found)) = kept.iter().find(|(k, _)| *k == key) {
        return found.clone();
    }
    let found = Arc::new(part(timeline, key.0, statuses));
    kept.truncate(3);
    kept.insert(0, (key, found.clone()));
    found
}

fn part(timeline: &Timeline, lanes: Lanes, statuses: &[Status]) -> Vec<Lane> {
    let mut at: HashMap<Option<&str>, usize> = HashMap::new();
    let mut found: Vec<Lane> = Vec::new();
    for (index, entry) in timeline.placed.iter().enumerate() {
        if !statuses.contains(&entry.status) {
            continue;
        }
        let name = lane_of(timeline, entry, lanes);
        let lane = *at.entry(name).or_insert_with(|| {
            let told = name.is_some();
            found.push(Lane { name: name.unwrap_or(not_told(lanes)).to_owned(), told, ..Lane::default() });
            found.len() - 1
        });
        if let Some(lane) = found.get_mut(lane) {
            lane.members.push(index as u32);
        }
    }
    fold_small(&mut found);
    found.sort_by_key(|l| !l.told);
    found.iter_mut().for_each(|l| l.prepare(timeline));
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
    let mut rest = Lane { name: "Others".to_owned(), ..Lane::default() };
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

/// The event nearest in time in the next lane below or above.
pub fn neighbour<'a>(timeline: &'a Timeline, lanes: Lanes, statuses: &[Status], from: &str, down: bool) -> Option<&'a str> {
    let groups = group(timeline, lanes, statuses);
    let index = timeline.index_of(from)?;
    let lane = groups.iter().position(|l| l.members.binary_search(&index).is_ok())?;
    let target = if down { groups.get(lane + 1)? } else { groups.get(lane.checked_sub(1)?)? };
    let span = |i: u32| timeline.placed.get(i as usize).and_then(|e| e.span);
    let middle = |s: Option<Span>| s.map_or(0, |s| i64::from(s.earliest) + i64::from(s.latest));
    let here = middle(span(index));
    let nearest = target.members.iter().min_by_key(|i| (middle(span(**i)) - here).abs())?;
    timeline.placed.get(*nearest as usize).map(|e| e.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::explorer::STATUSES;
    use crate::layout::fixture::{forty, generated, miami};

    #[test]
    fn lanes_are_places_where_few_cover_most() {
        assert_eq!(resolve(&Timeline::new(&[&miami(true)]), Lanes::Auto), Lanes::Place);
        assert_eq!(resolve(&Timeline::new(&[&generated(500, 1)]), Lanes::Auto), Lanes::None);
    }

    #[test]
    fn the_not_told_come_last() {
        let timeline = Timeline::new(&[&miami(true)]);
        let names: Vec<String> = group(&timeline, Lanes::Place, &STATUSES).iter().map(|l| l.name.clone()).collect();
        assert_eq!(names, ["Moscow", "Berlin", "Miami", "Place not told"]);
    }

    #[test]
    fn an_index_answers_as_a_walk_would() {
        let timeline = Timeline::new(&[&generated(3000, 5)]);
        for lane in group(&timeline, Lanes::Kind, &STATUSES).iter() {
            let (first, last) = lane.extent().unwrap();
            for part in 0..40 {
                let from = f64::from(first) + f64::from(last - first) * f64::from(part) / 40.0;
                for days in [1.0, 40.0, 3000.0] {
                    let walked: Vec<u32> = lane
                        .members
                        .iter()
                        .copied()
                        .filter(|i| {
                            let s = timeline.placed[*i as usize].span.unwrap();
                            f64::from(s.earliest) < from + days && f64::from(s.latest) + 1.0 > from
                        })
                        .collect();
                    assert_eq!(lane.touching(&timeline, from, from + days).collect::<Vec<_>>(), walked);
                    assert_eq!(lane.count(from, from + days), walked.len());
                    let started = |i: &&u32| {
                        let start = f64::from(timeline.placed[**i as usize].span.unwrap().earliest);
                        start >= from && start < from + days
                    };
                    let best = lane.members.iter().filter(started).map(|i| timeline.placed[*i as usize].salience).fold(f32::MIN, f32::max);
                    let found = lane.most_salient(&timeline, from, from + days).map_or(f32::MIN, |i| timeline.placed[i as usize].salience);
                    assert_eq!(found, best);
                }
            }
        }
    }

    #[test]
    fn many_lanes_are_folded() {
        let mut chronology = forty();
        for (index, event) in chronology.events.iter_mut().enumerate() {
            event.places = vec![format!("Town {index}")];
        }
        let timeline = Timeline::new(&[&chronology]);
        let lanes = group(&timeline, Lanes::Place, &STATUSES);
        assert_eq!(lanes.len(), MOST_LANES);
        assert_eq!(lanes.iter().map(|l| l.members.len()).sum::<usize>(), 40);
    }
}
