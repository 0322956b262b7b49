//! Chronologies by chance, for the laws that every drawing keeps.

use super::explorer::STATUSES;
use super::fixture::{chronology, event, on, when};
use crate::chronology::{Attribution, Basis, Chronology, Event, Frame, Grain};
use proptest::prelude::*;

/// Titles from one word to a line and a half, one of them with a negation.
const TITLES: [&str; 6] = [
    "Envoys meet",
    "Ministers of both countries sign the protocol on the release of prisoners in Geneva",
    "Talks not planned",
    "Delegation to arrive in Oslo",
    "Ceasefire announced after long and difficult negotiations",
    "Summit",
];

/// An event within four hundred days of 1 June 2025: a day, a stretch, bounds or order, of any status.
pub fn any_event() -> impl Strategy<Value = Event> {
    // Many lie near publication, some on its day.
    let day = prop_oneof![3 => -400..400i32, 2 => -20..20i32, 1 => Just(0)];
    let length = prop_oneof![2 => 0..120i32, 1 => 0..4i32];
    (day, length, 0..4u8, 0..4usize, 0..3usize, 0..TITLES.len(), any::<(bool, bool, bool)>()).prop_map(
        |(day, length, form, status, place, title, (soft, check, told))| {
            let from = on(2025, 6, 1) + day;
            let basis = if form == 0 { Basis::Order } else { Basis::Explicit };
            let time = when(Frame::Calendar, from, from + if form == 1 { 0 } else { length }, basis, Grain::Day).about(soft, check);
            let time = if form == 2 { time.throughout() } else { time };
            let time = if soft { time.said("weeks ago") } else { time };
            let mut event = event(0, TITLES[title], ["Oslo", "Doha", ""][place], 3, Some(time));
            event.status = STATUSES[status];
            event.confidence = if check { 0.3 } else { 0.9 };
            event.attribution = told.then(|| Attribution { by: None, hedge: Some("reportedly".to_owned()) });
            event
        },
    )
}

/// A chronology of such events, with its publication day or without.
pub fn numbered(mut events: Vec<Event>, published: bool) -> Chronology {
    events.sort_by_key(|e| e.when.as_ref().map(|w| (w.earliest(), w.latest())));
    for (index, event) in events.iter_mut().enumerate() {
        event.number = index as u32 + 1;
        event.id = format!("e{index}");
    }
    chronology(events, chrono::NaiveDate::from_ymd_opt(2025, 6, 1).filter(|_| published))
}
