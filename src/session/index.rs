//! What is asked of a chronology in every frame, counted once: places of events by id, and how many there are of each sort.

use super::status_counts::StatusCounts;
use crate::chronology::{Basis, Chronology, Status};
use crate::layout::timeline::hash;
use std::sync::Arc;

#[derive(Debug, Clone, Default)]
pub struct Index {
    chronology: Arc<Chronology>,
    /// Where events stand, sorted by hashes of their ids: a million ids kept twice would cost more than all else.
    places: Vec<(u64, u32)>,
    by_status: StatusCounts,
    /// Events with a place in time.
    pub placed: usize,
    /// Of these, the ones that only the order told places.
    pub by_order: usize,
    /// And the ones of which the text says nothing: a convention places them.
    pub by_convention: usize,
}

impl Index {
    pub fn new(chronology: &Arc<Chronology>) -> Self {
        let places = chronology.events.iter().zip(0..).map(|(event, place)| (hash(&event.id), place)).collect();
        let mut index = Self { chronology: chronology.clone(), places, ..Self::default() };
        index.places.sort_unstable();
        for event in &chronology.events {
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
        let wanted = hash(id);
        let from = self.places.partition_point(|(hash, _)| *hash < wanted);
        let same = self.places.get(from..)?.iter().take_while(|(hash, _)| *hash == wanted);
        same.map(|(_, place)| *place as usize).find(|place| self.chronology.events.get(*place).is_some_and(|e| e.id == id))
    }

    /// How many events have a status.
    pub fn with_status(&self, status: Status) -> usize {
        self.by_status.of(status)
    }
}
