//! The numbers of frequent words: a hash table that is read as it is stored.

use super::word::{FIRST_WORD, RARE};

/// Words by their number; each slot holds a fingerprint of the word and its number, 0 being an empty slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    slots: Vec<(u32, u16)>,
}

impl Vocabulary {
    /// A table of the words with these hashes, the first of which gets the number [`FIRST_WORD`].
    pub fn new(hashes: &[u64]) -> Self {
        let mut slots = vec![(0, 0); (hashes.len() * 2).next_power_of_two()];
        for (rank, &hash) in hashes.iter().take((u16::MAX - FIRST_WORD) as usize).enumerate() {
            let mut at = hash as usize & (slots.len() - 1);
            while slots.get(at).is_some_and(|s| s.1 != 0) {
                at = (at + 1) & (slots.len() - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = ((hash >> 32) as u32, rank as u16 + FIRST_WORD);
            }
        }
        Self { slots }
    }

    /// The number of the word with this hash, [`RARE`] if it has none.
    #[inline]
    pub fn number(&self, hash: u64) -> u16 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        // A full table (a damaged asset) must not turn for ever.
        for _ in 0..self.slots.len() {
            match self.slots.get(at) {
                Some(&(_, 0)) | None => return RARE,
                Some(&(fingerprint, number)) if fingerprint == (hash >> 32) as u32 => return number,
                Some(_) => at = (at + 1) & mask,
            }
        }
        RARE
    }

    pub fn slots(&self) -> &[(u32, u16)] {
        &self.slots
    }

    /// The table as it was stored; none unless its size is a power of two.
    pub fn from_slots(slots: Vec<(u32, u16)>) -> Option<Self> {
        slots.len().is_power_of_two().then_some(Self { slots })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::syntax::word::hash;

    #[test]
    fn numbers_follow_rank_and_strangers_are_rare() {
        let words: Vec<String> = (0..1000).map(|i| format!("word{i}")).collect();
        let hashes: Vec<u64> = words.iter().map(|w| hash(w.as_bytes())).collect();
        let vocabulary = Vocabulary::new(&hashes);
        for (rank, &h) in hashes.iter().enumerate() {
            assert_eq!(vocabulary.number(h), rank as u16 + FIRST_WORD);
        }
        assert_eq!(vocabulary.number(hash(b"stranger")), RARE);
        assert_eq!(Vocabulary::default().number(hash(b"stranger")), RARE);
    }
}
