//! The review: which events deserve a look, why, and in what order they are walked.

use super::state::Tab;
use crate::chronology::{Basis, Event};
use crate::layout::timeline::CHECK_BELOW;

/// Why an event deserves a look, the gravest reason first; none where nothing is doubtful.
pub fn doubt(tab: &Tab, event: &Event) -> Option<String> {
    weigh(tab, event).map(|(_, reason)| reason)
}

/// The reason with its weight: what weighs more is walked first.
fn weigh(tab: &Tab, event: &Event) -> Option<(u32, String)> {
    if tab.checked(&event.id) {
        return None;
    }
    if let Some(conflict) = tab.chronology.conflicts.iter().find(|c| c.events.contains(&event.id)) {
        return Some((5, conflict.text.clone()));
    }
    if event.confidence < CHECK_BELOW {
        return Some((4, "The words leave room for another reading.".to_owned()));
    }
    match &event.when {
        None => Some((3, "Neither a date nor the order told says when it takes place.".to_owned())),
        Some(when) if when.basis == Basis::Convention && when.words.is_none() => {
            Some((2, "The article does not date it; a convention does.".to_owned()))
        }
        Some(when) if when.basis == Basis::Order => Some((1, "Only the order told places it.".to_owned())),
        Some(_) => None,
    }
}

/// The events that have not been checked, the most doubtful first, equals in the order of time.
pub fn queue(tab: &Tab) -> Vec<&Event> {
    let open = tab.chronology.events.iter().filter(|e| !tab.checked(&e.id));
    let mut queue: Vec<(u32, &Event)> = open.map(|e| (weigh(tab, e).map_or(0, |(weight, _)| weight), e)).collect();
    queue.sort_by_key(|(weight, event)| (std::cmp::Reverse(*weight), event.number));
    queue.into_iter().map(|(_, event)| event).collect()
}

/// How many are left to be checked, and how many of them are doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Left {
    pub all: usize,
    pub doubtful: usize,
}

/// Counts what is left; a tab keeps the count until it is corrected.
pub(super) fn left(tab: &Tab) -> Left {
    let open = tab.chronology.events.iter().filter(|e| !tab.checked(&e.id));
    open.fold(Left::default(), |left, event| Left { all: left.all + 1, doubtful: left.doubtful + usize::from(weigh(tab, event).is_some()) })
}

/// The event before or after one in the queue; from none, its first or last.
pub fn step(tab: &Tab, from: Option<&str>, forward: bool) -> Option<String> {
    let queue = queue(tab);
    let at = from.and_then(|id| queue.iter().position(|e| e.id == id));
    let next = match (at, forward) {
        (Some(at), true) => queue.get(at + 1).or(queue.first()),
        (Some(at), false) => at.checked_sub(1).and_then(|at| queue.get(at)).or(queue.last()),
        (None, true) => queue.first(),
        (None, false) => queue.last(),
    };
    next.map(|e| e.id.clone())
}
