//! Selecting, stepping, zooming, filtering and searching.

use super::super::command::{Effect, Step};
use super::super::filter::Filter;
use super::super::search;
use super::super::state::{State, View};
use crate::article::TextSpan;
use crate::chronology::Status;
use crate::layout::explorer::STATUSES;

pub(super) fn with_view(state: &mut State, change: impl FnOnce(&mut View)) -> Vec<Effect> {
    if let Some(tab) = state.tab_mut() {
        change(&mut tab.view);
    }
    Vec::new()
}

pub(super) fn select(state: &mut State, id: Option<String>) -> Vec<Effect> {
    // What was done last has been read by now.
    state.done = None;
    let effects = super::correct::leave(state, id.as_deref());
    let Some(tab) = state.tab_mut() else {
        return effects;
    };
    let found = id.as_deref().and_then(|id| tab.event(id)).map(|e| (e.id.clone(), e.evidence.first().map(|e| e.span)));
    match found {
        Some((id, evidence)) => {
            tab.view.selected = Some(id);
            tab.view.reveal = evidence;
            tab.view.reveal_event = true;
            bring_into_range(state);
        }
        None => {
            tab.view.selected = None;
            tab.view.reveal = None;
        }
    }
    effects
}

/// Slides the view, without changing its scale, so that the selection lies in it.
fn bring_into_range(state: &mut State) {
    let Some(tab) = state.tab_mut() else { return };
    let Some(when) = tab.selected().and_then(|e| e.when.clone()) else { return };
    let Some((from, to)) = tab.view.range else { return };
    if when.frame != tab.frame() {
        return;
    }
    let days = (f64::from(when.earliest()), f64::from(when.latest()) + 1.0);
    if days.1 <= from || days.0 >= to {
        tab.view.range = Some(tab.timeline.slid((from, to), days, tab.view.scale));
    }
}

pub(super) fn step(state: &mut State, step: Step) -> Vec<Effect> {
    let Some(tab) = state.tab() else {
        return Vec::new();
    };
    let ids: Vec<&str> = tab.visible_events().map(|e| e.id.as_str()).collect();
    let at = tab.view.selected.as_deref().and_then(|id| ids.iter().position(|i| *i == id));
    let next = match (step, at) {
        (Step::First, _) | (Step::Next, None) => ids.first(),
        (Step::Last, _) | (Step::Previous, None) => ids.last(),
        (Step::Next, Some(at)) => ids.get(at + 1),
        (Step::Previous, Some(at)) => at.checked_sub(1).and_then(|at| ids.get(at)),
    };
    match next.map(|id| (*id).to_owned()) {
        Some(id) => select(state, Some(id)),
        None => Vec::new(),
    }
}

pub(super) fn set_range(state: &mut State, from: f64, to: f64) -> Vec<Effect> {
    if !from.is_finite() || !to.is_finite() || to <= from {
        return Vec::new();
    }
    if let Some(tab) = state.tab_mut() {
        tab.view.range = Some(tab.timeline.clamp((from, to), tab.view.scale));
    }
    Vec::new()
}

pub(super) fn zoom_to(state: &mut State, id: &str) -> Vec<Effect> {
    let Some((from, to)) = state.tab().and_then(|t| t.timeline.range_of(id, t.view.scale)) else {
        return Vec::new();
    };
    let mut effects = select(state, Some(id.to_owned()));
    effects.extend(set_range(state, from, to));
    effects
}

/// Changes the filter of the shown tab.
pub(super) fn filter(state: &mut State, change: impl FnOnce(&mut Filter)) -> Vec<Effect> {
    if let Some(tab) = state.tab_mut() {
        change(&mut tab.view.filter);
        tab.refilter();
    }
    find_again(state);
    Vec::new()
}

pub(super) fn toggle_status(state: &mut State, status: Status) -> Vec<Effect> {
    let effects = with_view(state, |view| {
        if let Some(at) = view.statuses.iter().position(|s| *s == status) {
            view.statuses.remove(at);
        } else {
            view.statuses.push(status);
            view.statuses.sort();
        }
    });
    find_again(state);
    effects
}

pub(super) fn show_all_statuses(state: &mut State) -> Vec<Effect> {
    let effects = with_view(state, |view| {
        view.statuses = STATUSES.to_vec();
        view.filter = Filter::default();
    });
    if let Some(tab) = state.tab_mut() {
        tab.refilter();
    }
    find_again(state);
    effects
}

pub(super) fn search(state: &mut State, query: String) -> Vec<Effect> {
    state.query = query;
    find_again(state);
    Vec::new()
}

/// Searches the shown article for the present query.
pub(super) fn find_again(state: &mut State) {
    state.hits = match state.tab() {
        Some(tab) if state.searching() => search::find(&tab.article, tab.visible_events(), &state.query),
        _ => search::Hits::default(),
    };
}

/// Walks the events found, then, where no event was found, the places in the text.
pub(super) fn next_hit(state: &mut State, forward: bool) -> Vec<Effect> {
    let Some(tab) = state.tab() else {
        return Vec::new();
    };
    let hits = &state.hits;
    if hits.events.is_empty() {
        let count = hits.text.len();
        if count == 0 {
            return Vec::new();
        }
        let next = match (hits.at, forward) {
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        let span: Option<TextSpan> = hits.text.get(next).map(|h| h.span);
        state.hits.at = Some(next);
        return with_view(state, |view| {
            view.reveal = span;
            view.turn_to_article = true;
        });
    }
    let count = hits.events.len();
    let at = tab.view.selected.as_deref().and_then(|id| hits.events.iter().position(|h| h == id));
    let next = match (at, forward) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count - 1,
    };
    let id = hits.events.get(next).cloned();
    select(state, id)
}
