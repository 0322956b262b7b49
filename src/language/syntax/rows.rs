//! The active features of one decision: row numbers into a network's table of feature vectors.

/// Most features that one decision may have.
const CAPACITY: usize = 96;

/// Collects the rows of one decision. Each call of [`Rows::add`] is one feature template, which owns the next `size` rows
/// of the table; so the order and sizes of the calls are the layout, for training and for reading alike.
#[derive(Debug, Clone)]
pub struct Rows {
    ids: [u32; CAPACITY],
    len: usize,
    base: u32,
}

impl Default for Rows {
    fn default() -> Self {
        Self { ids: [0; CAPACITY], len: 0, base: 0 }
    }
}

impl Rows {
    #[inline]
    pub fn clear(&mut self) {
        self.len = 0;
        self.base = 0;
    }

    /// Adds the feature value `id` of a template with `size` values; values out of range count as value 0 ("other").
    #[inline(always)]
    pub fn add(&mut self, size: u32, id: u32) {
        if let Some(slot) = self.ids.get_mut(self.len) {
            *slot = self.base + if id < size { id } else { 0 };
            self.len += 1;
        }
        self.base += size;
    }

    #[inline]
    pub fn ids(&self) -> &[u32] {
        self.ids.get(..self.len).unwrap_or(&[])
    }

    /// How many rows the templates added so far own together.
    #[inline]
    pub fn total(&self) -> u32 {
        self.base
    }
}
