//! What the reader's dates and orders mean for the days of other events.

use super::super::network::{FAR, Network};
use super::super::{Basis, Bound, Conflict, Day, Event, Frame, Grain, Relation, Status, When};
use super::apply::{self, Draft};
use std::collections::BTreeMap;

/// How far an event reaches of which only one side is known, in days; as ANNOTATION.md sets for an open end.
pub(super) const OPEN: Day = 30;

/// Places what the reader ordered, moves what hung on a date that the reader changed, and tightens bounds along all orders. Days that
/// the reader gave stay as they are.
pub(super) fn settle(draft: &mut Draft) {
    if draft.ordered.is_empty() && draft.dated.is_empty() {
        return;
    }
    for (from, to) in std::mem::take(&mut draft.ordered) {
        place(draft, &from, &to);
        draft.chronology.constraints.push(apply::constraint(&from, &to));
    }
    follow(draft);
    tighten(draft);
}

fn event<'a>(draft: &'a Draft, id: &str) -> Option<&'a Event> {
    draft.chronology.events.iter().find(|e| e.id == id)
}

/// Whether an event's days rest on nothing firmer than an order.
fn loose(draft: &Draft, event: &Event) -> bool {
    let unplaced = !draft.dated.contains(&event.id);
    unplaced && event.when.as_ref().is_none_or(|w| w.basis == Basis::Order || (w.basis == Basis::Convention && w.words.is_none()))
}

/// Gives days to an event that has none of its own, from an order that the reader told.
fn place(draft: &mut Draft, from: &str, to: &str) {
    let (Some(first), Some(second)) = (event(draft, from), event(draft, to)) else { return };
    let (id, when) = match (&first.when, &second.when) {
        (Some(known), _) if loose(draft, second) => {
            let earliest = known.end.earliest;
            let today = known.frame.today(draft.chronology.published).filter(|t| second.status == Status::Happened && *t > earliest);
            let latest = today.unwrap_or(earliest.saturating_add(OPEN));
            (to, around(known.frame, [earliest, latest], [false, true], format!("You placed it after “{}”.", first.title)))
        }
        (_, Some(known)) if loose(draft, first) => {
            let latest = known.start.latest;
            let earliest = latest.saturating_sub(OPEN);
            (from, around(known.frame, [earliest, latest], [true, false], format!("You placed it before “{}”.", second.title)))
        }
        _ => return,
    };
    let id = id.to_owned();
    if let Some(event) = draft.chronology.events.iter_mut().find(|e| e.id == id) {
        event.when = Some(when);
    }
}

/// Some day between two.
fn around(frame: Frame, [earliest, latest]: [Day; 2], approximate: [bool; 2], reason: String) -> When {
    When {
        frame,
        start: Bound { earliest, latest, approximate: approximate[0] },
        end: Bound { earliest, latest, approximate: approximate[1] },
        grain: Grain::Day,
        basis: Basis::Order,
        reason,
        words: None,
        rule: None,
        expression: None,
    }
}

/// An event that only the order places moves along with the neighbour whose days the reader changed.
fn follow(draft: &mut Draft) {
    let moved: BTreeMap<String, When> = std::mem::take(&mut draft.were);
    for (id, was) in moved {
        let Some((now, title)) = event(draft, &id).and_then(|e| Some((e.when.clone()?, e.title.clone()))) else { continue };
        if now.frame != was.frame {
            continue;
        }
        let linked = |from: &str, to: &str| {
            draft.chronology.constraints.iter().any(|c| c.relation == Relation::Before && c.from == from && c.to == to)
        };
        let mut changes = Vec::new();
        for other in &draft.chronology.events {
            let Some(when) = other.when.as_ref().filter(|w| w.basis == Basis::Order && w.frame == now.frame) else { continue };
            let mut when = when.clone();
            let by_start = linked(&id, &other.id) && [was.earliest(), was.end.earliest, was.latest()].contains(&when.earliest());
            let by_end = linked(&other.id, &id) && [was.latest(), was.start.latest, was.earliest()].contains(&when.latest());
            if by_start {
                let latest = when.latest().max(now.end.earliest);
                when = around(when.frame, [now.end.earliest, latest], when.approximate(), when.reason);
            } else if by_end {
                let earliest = when.earliest().min(now.start.latest);
                when = around(when.frame, [earliest, now.start.latest], when.approximate(), when.reason);
            } else {
                continue;
            }
            if loose(draft, other) {
                when.reason = format!("{} It follows the date that you set for “{title}”.", when.reason.trim_end());
                changes.push((other.id.clone(), when));
            }
        }
        for (id, when) in changes {
            if let Some(event) = draft.chronology.events.iter_mut().find(|e| e.id == id) {
                event.when = Some(when);
            }
        }
    }
}

fn tighten(draft: &mut Draft) {
    let mut against = Vec::new();
    for frame in [Frame::Calendar, Frame::Publication] {
        let mut network = Network::default();
        let mut points: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for event in &draft.chronology.events {
            if let Some(when) = event.when.as_ref().filter(|w| w.frame == frame) {
                let start = network.point(when.start.earliest, when.start.latest);
                let end = network.point(when.end.earliest, when.end.latest);
                network.after(start, end, 0);
                points.insert(event.id.clone(), (start, end));
            }
        }
        let mut stated = Vec::new();
        for constraint in draft.chronology.constraints.iter().filter(|c| c.relation == Relation::Before) {
            if let (Some((_, end)), Some((start, _))) = (points.get(&constraint.from), points.get(&constraint.to)) {
                network.after(*end, *start, 0);
                stated.push((*end, *start, constraint.from.clone(), constraint.to.clone()));
            }
        }
        for edge in network.tighten() {
            against.extend(stated.iter().filter(|(a, b, ..)| *a == edge.from && *b == edge.to).map(|(.., a, b)| (a.clone(), b.clone())));
        }
        for event in &mut draft.chronology.events {
            let Some((start, end)) = points.get(&event.id).filter(|_| !draft.dated.contains(&event.id)) else { continue };
            if let (Some(when), Some(start), Some(end)) = (event.when.as_mut(), network.bounds.get(*start), network.bounds.get(*end))
                && start[0] > -FAR
                && end[1] < FAR
            {
                (when.start.earliest, when.start.latest) = (start[0], start[1]);
                (when.end.earliest, when.end.latest) = (end[0], end[1]);
            }
        }
    }
    for (from, to) in against {
        draft.chronology.constraints.retain(|c| !(c.relation == Relation::Before && c.from == from && c.to == to));
        let title = |id: &str| event(draft, id).map(|e| e.title.clone()).unwrap_or_default();
        let text = format!("“{}” is to come before “{}”, but their dates say otherwise.", title(&from), title(&to));
        draft.chronology.conflicts.push(Conflict { events: vec![from, to], text });
    }
}
