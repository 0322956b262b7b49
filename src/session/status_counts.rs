//! How many events have each status.

use crate::chronology::Status;
use crate::layout::explorer::STATUSES;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatusCounts([usize; STATUSES.len()]);

impl StatusCounts {
    /// Counts one more.
    pub fn count(&mut self, status: Status) {
        if let Some(count) = slot(status).and_then(|at| self.0.get_mut(at)) {
            *count += 1;
        }
    }

    pub fn of(&self, status: Status) -> usize {
        slot(status).and_then(|at| self.0.get(at).copied()).unwrap_or(0)
    }
}

fn slot(status: Status) -> Option<usize> {
    STATUSES.iter().position(|s| *s == status)
}
