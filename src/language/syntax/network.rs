//! A small network with one hidden layer over sparse features, in 8-bit weights.
//!
//! The hidden layer is the sum of one vector for each active feature; so a decision costs some additions and no large
//! matrix (the manner of Chen and Manning 2014, "A Fast and Accurate Dependency Parser using Neural Networks", with the first
//! layer's products done beforehand).

use std::borrow::Cow;
use std::ops::Range;

/// One vector for each row. Rows without any weight are not stored, and the weights stay where the file of the model lies: read rows
/// cost no memory of their own. Where they begin is the file's concern, which puts them on the borders of the processor's cache lines,
/// so that a vector of 64 costs one line and one of 32 half a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vectors<const H: usize> {
    /// A bit for each row that is stored.
    stored: Vec<u64>,
    /// How many rows are stored before those of each word of bits.
    before: Vec<u32>,
    /// The stored rows one after another, each weight as the byte of an `i8`.
    weights: Cow<'static, [u8]>,
    count: usize,
}

impl<const H: usize> Vectors<H> {
    /// Rows stored elsewhere: a map with one bit for each of `count`, the first row the lowest bit of the first byte, and the weights
    /// of the stored rows. None where the weights are not as many as the map says.
    pub fn over(count: usize, map: &[u8], weights: &'static [u8]) -> Option<Self> {
        let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let mut vectors = Self { stored: map.chunks(8).map(word).collect(), weights: Cow::Borrowed(weights), count, ..Self::default() };
        let many = vectors.counted();
        (map.len() == count.div_ceil(8) && many.checked_mul(H)? == weights.len()).then_some(vectors)
    }

    /// Counts what is stored before each word of bits; gives how many rows are stored.
    fn counted(&mut self) -> usize {
        let mut before = 0;
        self.before.clear();
        for word in &self.stored {
            self.before.push(before);
            before += word.count_ones();
        }
        before as usize
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The vector of a row as the bytes of its weights; none for a row without any weight and beyond the last.
    #[inline]
    pub fn get(&self, row: usize) -> Option<&[u8; H]> {
        let (word, bit) = (*self.stored.get(row / 64)?, row % 64);
        if word >> bit & 1 == 0 {
            return None;
        }
        let at = *self.before.get(row / 64)? + (word & ((1 << bit) - 1)).count_ones();
        self.weights.as_chunks::<H>().0.get(at as usize)
    }

    /// Every row, those that are not stored as zeros.
    pub fn iter(&self) -> impl Iterator<Item = [i8; H]> {
        (0..self.count).map(|row| self.get(row).map_or([0; H], |bytes| bytes.map(|w| w as i8)))
    }
}

impl<const H: usize> FromIterator<[i8; H]> for Vectors<H> {
    fn from_iter<I: IntoIterator<Item = [i8; H]>>(vectors: I) -> Self {
        let mut out = Self::default();
        let mut weights = Vec::new();
        for vector in vectors {
            if out.count.is_multiple_of(64) {
                out.stored.push(0);
            }
            if vector != [0; H] {
                weights.extend(vector.map(|w| w as u8));
                if let Some(word) = out.stored.last_mut() {
                    *word |= 1 << (out.count % 64);
                }
            }
            out.count += 1;
        }
        out.weights = Cow::Owned(weights);
        out.counted();
        out
    }
}

/// A network with `H` hidden units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network<const H: usize> {
    /// The vector of each feature row.
    pub rows: Vectors<H>,
    pub bias: [i16; H],
    /// One line for each output. Kept small enough that an `i32` holds any sum (see `quantise` in the training program).
    pub outputs: Vec<[i16; H]>,
    pub output_bias: Vec<i32>,
}

impl<const H: usize> Default for Network<H> {
    fn default() -> Self {
        Self { rows: Vectors::default(), bias: [0; H], outputs: Vec::new(), output_bias: Vec::new() }
    }
}

impl<const H: usize> Network<H> {
    /// The hidden layer for the active rows; rows without a vector count as zero.
    #[inline]
    pub fn hidden(&self, rows: &[u32]) -> [i16; H] {
        let mut sum = self.bias;
        for &row in rows {
            if let Some(vector) = self.rows.get(row as usize) {
                for (s, &w) in sum.iter_mut().zip(vector) {
                    *s = s.wrapping_add(i16::from(w as i8));
                }
            }
        }
        for s in &mut sum {
            *s = (*s).max(0);
        }
        sum
    }

    /// The score of one output.
    #[inline]
    pub fn score(&self, hidden: &[i16; H], output: usize) -> i32 {
        let (Some(line), Some(&bias)) = (self.outputs.get(output), self.output_bias.get(output)) else { return i32::MIN };
        let mut sum = 0i32;
        for (&a, &b) in hidden.iter().zip(line) {
            sum = sum.wrapping_add(i32::from(a) * i32::from(b));
        }
        bias.wrapping_add(sum)
    }

    /// The best output of a range, the first of equals; the range's start if it is empty.
    #[inline]
    pub fn best(&self, hidden: &[i16; H], range: Range<usize>) -> usize {
        let mut best = range.start;
        let mut most = i32::MIN;
        for output in range {
            let score = self.score(hidden, output);
            if score > most {
                most = score;
                best = output;
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::Vectors;

    #[test]
    fn vectors_are_read_back_row_by_row() {
        for count in [0, 1, 2, 64, 65, 200] {
            let rows: Vec<[i8; 32]> = (0..count).map(|i: i32| [if i % 3 == 1 { 0 } else { (i % 100) as i8 - 50 }; 32]).collect();
            let vectors: Vectors<32> = rows.iter().copied().collect();
            assert_eq!(vectors.iter().collect::<Vec<_>>(), rows);
            assert_eq!(vectors.get(count as usize + 1), None);
        }
    }

    #[test]
    fn only_rows_with_weights_take_room() {
        let vectors: Vectors<64> = (0..1000).map(|i| [i8::from(i % 10 == 0); 64]).collect();
        assert_eq!(vectors.weights.len(), 100 * 64);
    }

    #[test]
    fn rows_are_read_where_the_file_lies() {
        static WEIGHTS: [u8; 64] = [255; 64];
        let vectors = Vectors::<64>::over(11, &[0, 0b0000_0100], &WEIGHTS).unwrap();
        assert!(std::ptr::eq(vectors.get(10).unwrap(), &WEIGHTS));
        assert_eq!(vectors.iter().position(|row| row == [-1; 64]), Some(10));
        assert_eq!(Vectors::<64>::over(11, &[0, 0b0000_0101], &WEIGHTS), None, "fewer weights than the map says");
        assert_eq!(Vectors::<64>::over(30, &[0, 0b0000_0100], &WEIGHTS), None, "a map of fewer rows");
    }
}
