//! Filters: which events are shown by kind, person, place and article, with how many each choice would show.

use super::state::Tab;
use super::status_counts::StatusCounts;
use super::words;
use crate::chronology::{Event, Status};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// By what events can be chosen, besides their status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    Kind,
    Person,
    Place,
    Article,
}

impl Facet {
    pub const ALL: [Self; 4] = [Self::Kind, Self::Person, Self::Place, Self::Article];

    /// What a reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Person => "Who",
            Self::Place => "Where",
            Self::Article => "Article",
        }
    }
}

/// What is chosen in each facet: an event passes where it has one of the values chosen in every facet that has any.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filter {
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    /// Events that have it among those that the other facets and the statuses let through.
    pub count: usize,
    pub on: bool,
}

/// The events that a filter lets through, counted by status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    pub ids: HashSet<String>,
    by_status: StatusCounts,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.chosen.values().map(BTreeSet::len).sum()
    }

    /// Chooses a value, or takes it back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let of = self.chosen.entry(facet).or_default();
        if !of.remove(value) {
            of.insert(value.to_owned());
        }
        self.chosen.retain(|_, of| !of.is_empty());
    }

    /// Whether an event passes all facets but one.
    fn passes_but(&self, tab: &Tab, event: &Event, but: Option<Facet>) -> bool {
        let has = |facet: Facet, of: &BTreeSet<String>| values(tab, event, facet).iter().any(|v| of.contains(*v));
        self.chosen.iter().filter(|(facet, _)| Some(**facet) != but).all(|(facet, of)| has(*facet, of))
    }

    /// What passes in a tab; none where everything does.
    pub fn passing(&self, tab: &Tab) -> Option<Passing> {
        if self.is_empty() {
            return None;
        }
        let mut passing = Passing { ids: HashSet::new(), by_status: StatusCounts::default() };
        for event in tab.chronology.events.iter().filter(|e| self.passes_but(tab, e, None)) {
            passing.ids.insert(event.id.clone());
            passing.by_status.count(event.status);
        }
        Some(passing)
    }
}

impl Passing {
    pub fn with_status(&self, status: Status) -> usize {
        self.by_status.of(status)
    }
}

/// What an event has in a facet.
fn values<'a>(tab: &'a Tab, event: &'a Event, facet: Facet) -> Vec<&'a str> {
    match facet {
        Facet::Kind => vec![words::kind(event.kind)],
        Facet::Person => event.participants.iter().map(String::as_str).collect(),
        Facet::Place => event.places.iter().map(String::as_str).collect(),
        Facet::Article => tab.article_of(event).into_iter().collect(),
    }
}

/// The values of a facet by how many events have them, the most first; those chosen are always among them.
pub fn choices(tab: &Tab, facet: Facet) -> Vec<Choice> {
    let filter = &tab.view.filter;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for event in tab.chronology.events.iter().filter(|e| tab.view.statuses.contains(&e.status) && filter.passes_but(tab, e, Some(facet))) {
        let mut own = values(tab, event, facet);
        own.sort_unstable();
        own.dedup();
        for value in own {
            *counts.entry(value).or_default() += 1;
        }
    }
    let chosen = filter.chosen.get(&facet);
    let is_on = |value: &str| chosen.is_some_and(|of| of.contains(value));
    for value in chosen.into_iter().flatten() {
        counts.entry(value).or_default();
    }
    let mut choices: Vec<Choice> =
        counts.into_iter().map(|(value, count)| Choice { value: value.to_owned(), count, on: is_on(value) }).collect();
    choices.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Command, apply, fixture};

    #[test]
    fn values_of_one_facet_add_up_and_facets_narrow_each_other() {
        let mut state = fixture::opened();
        let count = |state: &crate::session::State| state.tab().unwrap().visible_events().count();
        let all = count(&state);
        let places = choices(state.tab().unwrap(), Facet::Place);
        let (first, second) = (places[0].clone(), places[1].clone());
        apply(&mut state, Command::ToggleFilter(Facet::Place, first.value.clone()));
        assert_eq!(count(&state), first.count);
        apply(&mut state, Command::ToggleFilter(Facet::Place, second.value.clone()));
        assert!(count(&state) > first.count && count(&state) < all);
        let tab = state.tab().unwrap();
        assert_eq!(tab.timeline.len(), tab.visible_events().count());
        let kinds = choices(tab, Facet::Kind);
        assert_eq!(kinds.iter().map(|k| k.count).sum::<usize>(), tab.visible_events().count());
        // A kind that no event at these places has.
        let missing = choices(
            &{
                let mut t = tab.clone();
                t.view.filter = Filter::default();
                t
            },
            Facet::Kind,
        )
        .into_iter()
        .find(|k| !kinds.iter().any(|o| o.value == k.value));
        if let Some(missing) = missing {
            apply(&mut state, Command::ToggleFilter(Facet::Kind, missing.value));
            assert_eq!(count(&state), 0);
        }
        apply(&mut state, Command::ClearFilter);
        assert_eq!(count(&state), all);
        assert_eq!(state.tab().unwrap().timeline.len(), all);
    }

    #[test]
    fn a_filter_keeps_the_axis() {
        let mut state = fixture::opened();
        let before = state.tab().unwrap().timeline.extent();
        let place = choices(state.tab().unwrap(), Facet::Place)[0].value.clone();
        apply(&mut state, Command::ToggleFilter(Facet::Place, place));
        assert_eq!(state.tab().unwrap().timeline.extent(), before);
    }
}
