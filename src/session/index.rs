//! What is asked of a chronology in every frame, counted once: places of events by id, and how many there are of each sort.

use super::status_counts::StatusCounts;
use crate::chronology::{Basis, Chronology, Status};
use std::collections::HashMap;

#[derive(Debug, Clone, Default)]
pub struct Index {
    places: HashMap<String, usize>,
    by_status: StatusCounts,
    /// Events with a place in time.
    pub placed: usize,
    /// Of these, the ones that only the order told places.
    pub by_order: usize,
    /// And the ones of which the text says nothing: a convention places them.
    pub by_convention: usize,
}

impl Index {
    pub fn new(chronology: &Chronology) -> Self {
        let mut index = Self { places: HashMap::with_capacity(chronology.events.len()), ..Self::default() };
        for (place, event) in chronology.events.iter().enumerate() {
            index.places.insert(event.id.clone(), place);
            index.by_status.count(event.status);
            if let Some(when) = &event.when {
                index.placed += 1;
                index.by_order += usize::from(when.basis == Basis::Order);
                index.by_convention += usize::from(when.basis == Basis::Convention && when.words.is_none());
            }
        }
        index
    }

    /// Where an event stands in the chronology.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// How many events have a status.
    pub fn with_status(&self, status: Status) -> usize {
        self.by_status.of(status)
    }
}
