//! A small network with one hidden layer over sparse features, in 8-bit weights.
//!
//! The hidden layer is the sum of one vector for each active feature; so a decision costs some additions and no large
//! matrix (the manner of Chen and Manning 2014, "A Fast and Accurate Dependency Parser using Neural Networks", with the first
//! layer's products done beforehand).

use std::ops::Range;

/// How many weights lie side by side; one line of a processor's cache, on whose borders they begin.
const LINE: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(64))]
struct Line([i8; LINE]);

/// One vector for each row, each within as few lines of the cache as it fits: rows are read here and there, so that lines are what they cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vectors<const H: usize> {
    lines: Vec<Line>,
    count: usize,
}

impl<const H: usize> Vectors<H> {
    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The vector of a row; none beyond the last.
    #[inline]
    pub fn get(&self, row: usize) -> Option<&[i8; H]> {
        let line = self.lines.get(row / (LINE / H))?;
        line.0.as_chunks::<H>().0.get(row % (LINE / H))
    }

    pub fn iter(&self) -> impl Iterator<Item = &[i8; H]> {
        self.lines.iter().flat_map(|line| line.0.as_chunks::<H>().0).take(self.count)
    }
}

impl<const H: usize> FromIterator<[i8; H]> for Vectors<H> {
    fn from_iter<I: IntoIterator<Item = [i8; H]>>(vectors: I) -> Self {
        const { assert!(H > 0 && LINE.is_multiple_of(H), "a line holds whole vectors") };
        let mut out = Self::default();
        for vector in vectors {
            let place = out.count % (LINE / H);
            if place == 0 {
                out.lines.push(Line([0; LINE]));
            }
            if let Some(slot) = out.lines.last_mut().and_then(|line| line.0.as_chunks_mut::<H>().0.get_mut(place)) {
                *slot = vector;
            }
            out.count += 1;
        }
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
    /// The hidden layer for the active rows; rows that the table lacks count as zero.
    #[inline]
    pub fn hidden(&self, rows: &[u32]) -> [i16; H] {
        let mut sum = self.bias;
        for &row in rows {
            if let Some(vector) = self.rows.get(row as usize) {
                for (s, &w) in sum.iter_mut().zip(vector) {
                    *s = s.wrapping_add(i16::from(w));
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
        for count in [0, 1, 2, 5] {
            let rows: Vec<[i8; 32]> = (0..count).map(|i| [i as i8 + 1; 32]).collect();
            let vectors: Vectors<32> = rows.iter().copied().collect();
            assert_eq!(vectors.iter().copied().collect::<Vec<_>>(), rows);
            assert!((0..count).all(|i| vectors.get(i) == rows.get(i)));
            assert_eq!(vectors.get(count + 1), None);
        }
    }
}
