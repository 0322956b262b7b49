//! The list of events: its columns, and the order that a reader chooses.

use super::fold::Folded;
use super::state::Tab;
use super::words;
use crate::chronology::Event;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ListPlace {
    /// The timeline alone.
    #[default]
    Hidden,
    /// Under the timeline.
    Beside,
    /// In its place.
    Instead,
}

impl ListPlace {
    /// What a reader calls the three.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hidden => "Timeline",
            Self::Beside => "Timeline and list",
            Self::Instead => "List",
        }
    }

    pub const ALL: [Self; 3] = [Self::Hidden, Self::Beside, Self::Instead];

    /// The next of the three.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Hidden => Self::Beside,
            Self::Beside => Self::Instead,
            Self::Instead => Self::Hidden,
        }
    }
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Column {
    #[default]
    When,
    Title,
    Place,
    Status,
    Kind,
    Source,
}

impl Column {
    pub const ALL: [Self; 6] = [Self::When, Self::Title, Self::Place, Self::Status, Self::Kind, Self::Source];

    pub fn name(self) -> &'static str {
        match self {
            Self::When => "When",
            Self::Title => "Event",
            Self::Place => "Where",
            Self::Status => "Status",
            Self::Kind => "Kind",
            Self::Source => "Source",
        }
    }
}

/// By which column the list is sorted, and whether the last comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sort {
    pub by: Column,
    pub descending: bool,
}

impl Sort {
    /// What a press on a column's head makes of it: its order, or the same one turned round.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        Self { by: column, descending: self.by == column && !self.descending }
    }
}

/// The visible events in an order, as places in the chronology. What is not told comes last, whichever way round.
pub fn sorted(tab: &Tab, sort: Sort) -> Vec<usize> {
    let mut found: Vec<(Key, usize)> = tab.visible_events().filter_map(|e| Some((key(e, sort.by), tab.index.place(&e.id)?))).collect();
    found.sort_by(|(a, i), (b, j)| {
        let by = match (a, b) {
            (Key::Missing, Key::Missing) => Ordering::Equal,
            (Key::Missing, _) => Ordering::Greater,
            (_, Key::Missing) => Ordering::Less,
            _ if sort.descending => b.cmp(a),
            _ => a.cmp(b),
        };
        by.then(i.cmp(j))
    });
    found.into_iter().map(|(_, at)| at).collect()
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Days(i64, i64),
    Words(String),
    Missing,
}

fn key(event: &Event, by: Column) -> Key {
    let words = |text: &str| if text.is_empty() { Key::Missing } else { Key::Words(Folded::new(text).text) };
    match by {
        Column::When => event.when.as_ref().map_or(Key::Missing, |w| Key::Days(w.earliest().into(), w.latest().into())),
        Column::Title => words(&event.title),
        Column::Place => words(event.places.first().map_or("", String::as_str)),
        Column::Status => Key::Days(event.status as i64, 0),
        Column::Kind => words(words::kind(event.kind)),
        Column::Source => event.evidence.first().map_or(Key::Missing, |e| Key::Days(e.span.start as i64, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn a_column_sorts_both_ways_and_what_is_missing_stays_last() {
        let state = fixture::opened();
        let tab = state.tab().unwrap();
        let places = |descending| {
            let sort = Sort { by: Column::Place, descending };
            let told: Vec<Option<&str>> =
                sorted(tab, sort).iter().map(|at| tab.chronology.events[*at].places.first().map(String::as_str)).collect();
            told
        };
        let (up, down) = (places(false), places(true));
        let named = |list: &[Option<&str>]| list.iter().flatten().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let mut turned = named(&down);
        turned.reverse();
        let mut ascending = named(&up);
        ascending.sort();
        assert_eq!(named(&up), ascending);
        assert_eq!(turned, ascending);
        for list in [&up, &down] {
            let first_missing = list.iter().position(Option::is_none).unwrap_or(list.len());
            assert!(list[first_missing..].iter().all(Option::is_none));
        }
    }

    #[test]
    fn pressing_a_head_again_turns_the_order_round() {
        let sort = Sort::default().pressed(Column::Title);
        assert_eq!(sort, Sort { by: Column::Title, descending: false });
        assert!(sort.pressed(Column::Title).descending);
        assert!(!sort.pressed(Column::Title).pressed(Column::Kind).descending);
    }
}
