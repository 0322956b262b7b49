//! A map from strings that is filled quickly: all keys lie in one buffer, and no key is allocated alone.

/// Keys are added, never removed.
pub struct Table<V> {
    /// Number of the entry plus one, 0 for none; the length is a power of two.
    slots: Vec<u32>,
    entries: Vec<(u32, V)>,
    /// The keys end to end; an entry knows where its own ends.
    keys: String,
}

impl<V> Table<V> {
    /// A table with room for this many keys.
    pub fn with_room(keys: usize) -> Self {
        let slots = (keys * 2).next_power_of_two().max(16);
        Self { slots: vec![0; slots], entries: Vec::with_capacity(keys), keys: String::with_capacity(keys * 8) }
    }

    pub fn get(&self, key: &str) -> Option<&V> {
        self.entries.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let found = self.find(key).ok()?;
        self.entries.get_mut(found).map(|(_, value)| value)
    }

    /// The value of a key, put there first where it is missing.
    pub fn entry(&mut self, key: &str, missing: impl FnOnce() -> V) -> Option<&mut V> {
        let found = match self.find(key) {
            Ok(found) => found,
            Err(slot) => {
                self.keys.push_str(key);
                self.entries.push((self.keys.len() as u32, missing()));
                let number = self.entries.len();
                if let Some(free) = self.slots.get_mut(slot) {
                    *free = number as u32;
                }
                if number * 4 > self.slots.len() * 3 {
                    self.grow();
                }
                number - 1
            }
        };
        self.entries.get_mut(found).map(|(_, value)| value)
    }

    fn key(&self, entry: usize) -> &str {
        let end = self.entries.get(entry).map_or(0, |(end, _)| *end as usize);
        let start = entry.checked_sub(1).and_then(|b| self.entries.get(b)).map_or(0, |(end, _)| *end as usize);
        self.keys.get(start..end).unwrap_or("")
    }

    /// The entry of a key, or the slot where it belongs.
    fn find(&self, key: &str) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash(key) as usize & mask;
        loop {
            match self.slots.get(slot) {
                Some(&number) if number > 0 => {
                    let entry = number as usize - 1;
                    if self.key(entry) == key {
                        return Ok(entry);
                    }
                }
                _ => return Err(slot),
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let length = self.slots.len() * 2;
        let mut slots = vec![0u32; length];
        for entry in 0..self.entries.len() {
            let mut slot = hash(self.key(entry)) as usize & (length - 1);
            while slots.get(slot).is_some_and(|&s| s > 0) {
                slot = (slot + 1) & (length - 1);
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = entry as u32 + 1;
            }
        }
        self.slots = slots;
    }
}

/// FNV-1a in steps of eight bytes, stirred at the end.
fn hash(key: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut chunks = key.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.iter().fold(0u64, |word, &b| word << 8 | u64::from(b));
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    let rest = chunks.remainder().iter().fold(key.len() as u64, |word, &b| word << 8 | u64::from(b));
    hash = (hash ^ rest).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_every_key_while_it_grows() {
        let mut table = Table::with_room(2);
        for n in 0..1000 {
            table.entry(&format!("key {n}"), || n);
        }
        for n in 0..1000 {
            assert_eq!(table.get(&format!("key {n}")), Some(&n));
        }
        assert_eq!(table.get("key"), None);
        assert_eq!(table.get(""), None);
    }
}
