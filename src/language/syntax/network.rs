//! A small network with one hidden layer over sparse features, in 8-bit weights.
//!
//! The hidden layer is the sum of one vector for each active feature; so a decision costs some additions and no large
//! matrix (the manner of Chen and Manning 2014, "A Fast and Accurate Dependency Parser using Neural Networks", with the first
//! layer's products done beforehand).

use std::ops::Range;

/// A network with `H` hidden units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network<const H: usize> {
    /// The vector of each feature row.
    pub rows: Vec<[i8; H]>,
    pub bias: [i16; H],
    /// One line for each output. Kept small enough that an `i32` holds any sum (see `quantise` in the training program).
    pub outputs: Vec<[i16; H]>,
    pub output_bias: Vec<i32>,
}

impl<const H: usize> Default for Network<H> {
    fn default() -> Self {
        Self { rows: Vec::new(), bias: [0; H], outputs: Vec::new(), output_bias: Vec::new() }
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
