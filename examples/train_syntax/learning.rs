//! The networks while they learn: floating point, one example at a time, steps that shrink as a row is met more often
//! (Adagrad by row: Duchi, Hazan and Singer 2011), and no library function whose last bit differs between systems.

use demarche::language::syntax::network::Network;
use std::ops::Range;

/// A network with `H` hidden units in training.
pub struct Learner<const H: usize> {
    rows: Vec<[f32; H]>,
    row_squares: Vec<f32>,
    /// How often a row was changed.
    row_counts: Vec<u32>,
    bias: [f32; H],
    bias_squares: f32,
    outputs: Vec<[f32; H]>,
    output_squares: Vec<f32>,
    output_bias: Vec<f32>,
    pub rate: f32,
}

const SMALL: f32 = 1e-6;

impl<const H: usize> Learner<H> {
    pub fn new(rows: u32, outputs: usize, random: &mut Random) -> Self {
        let mut start = |scale: f32| std::array::from_fn(|_| (random.unit() * 2.0 - 1.0) * scale);
        Self {
            rows: vec![[0.0; H]; rows as usize],
            row_squares: vec![0.0; rows as usize],
            row_counts: vec![0; rows as usize],
            bias: [0.2; H],
            bias_squares: 0.0,
            outputs: (0..outputs).map(|_| start(0.3)).collect(),
            output_squares: vec![0.0; outputs],
            output_bias: vec![0.0; outputs],
            rate: 0.0,
        }
    }

    pub fn hidden(&self, rows: &[u32]) -> [f32; H] {
        let mut sum = self.bias;
        for &row in rows {
            for (s, w) in sum.iter_mut().zip(&self.rows[row as usize]) {
                *s += w;
            }
        }
        for s in &mut sum {
            *s = s.max(0.0);
        }
        sum
    }

    pub fn score(&self, hidden: &[f32; H], output: usize) -> f32 {
        let line = &self.outputs[output];
        // Eight partial sums, so that the compiler may use wide registers without changing the order.
        let mut sums = [0.0f32; 8];
        for (a, b) in hidden.as_chunks::<8>().0.iter().zip(line.as_chunks::<8>().0) {
            for i in 0..8 {
                sums[i] += a[i] * b[i];
            }
        }
        sums.iter().sum::<f32>() + self.output_bias[output]
    }

    pub fn scores(&self, hidden: &[f32; H], range: Range<usize>, into: &mut Vec<f32>) {
        into.clear();
        into.extend(range.map(|output| self.score(hidden, output)));
    }

    /// Moves the weights against the error; `errors` holds for some outputs the probability given less the one wanted.
    pub fn learn(&mut self, rows: &[u32], hidden: &[f32; H], errors: &[(usize, f32)]) {
        let mut back = [0.0f32; H];
        let norm = hidden.iter().map(|h| h * h).sum::<f32>() / H as f32;
        for &(output, error) in errors {
            let line = &mut self.outputs[output];
            self.output_squares[output] += error * error * (norm + 0.05);
            let step = self.rate * error / (self.output_squares[output] + SMALL).sqrt();
            for ((b, w), h) in back.iter_mut().zip(line.iter_mut()).zip(hidden) {
                *b += error * *w;
                *w -= step * h;
            }
            self.output_bias[output] -= step;
        }
        for (b, h) in back.iter_mut().zip(hidden) {
            if *h <= 0.0 {
                *b = 0.0;
            }
        }
        let square = back.iter().map(|b| b * b).sum::<f32>() / H as f32;
        if square == 0.0 {
            return;
        }
        for &row in rows {
            let row = row as usize;
            self.row_counts[row] += 1;
            self.row_squares[row] += square;
            let step = self.rate / (self.row_squares[row] + SMALL).sqrt();
            for (w, b) in self.rows[row].iter_mut().zip(&back) {
                *w -= step * b;
            }
        }
        self.bias_squares += square;
        let step = self.rate / (self.bias_squares + SMALL).sqrt();
        for (w, b) in self.bias.iter_mut().zip(&back) {
            *w -= step * b;
        }
    }

    /// The network in small whole numbers. A hidden unit's scale may be chosen freely, since `max(0, x)` keeps proportions;
    /// each is set so that its largest weight becomes 127. Rows that changed less than `least` times are dropped.
    pub fn quantise(&self, least: u32) -> Network<H> {
        let kept = |row: usize| self.row_counts[row] >= least;
        let mut scale = [0.0f32; H];
        for (row, vector) in self.rows.iter().enumerate().filter(|(row, _)| kept(*row)) {
            let _ = row;
            for (s, w) in scale.iter_mut().zip(vector) {
                *s = s.max(w.abs());
            }
        }
        let scale = scale.map(|s| if s > 0.0 { 127.0 / s } else { 1.0 });
        let whole = |row: usize| std::array::from_fn(|i| if kept(row) { (self.rows[row][i] * scale[i]).round() as i8 } else { 0 });
        // A sum of 96 rows is below 2^14 and there are at most 2^6 units, so weights below 2^11 keep every sum in an i32.
        let largest =
            self.outputs.iter().flat_map(|line| line.iter().zip(&scale).map(|(w, s)| (w / s).abs())).fold(f32::MIN_POSITIVE, f32::max);
        let output_scale = 2000.0 / largest;
        Network {
            rows: (0..self.rows.len()).map(whole).collect(),
            bias: std::array::from_fn(|i| (self.bias[i] * scale[i]).round() as i16),
            outputs: self.outputs.iter().map(|line| std::array::from_fn(|i| (line[i] / scale[i] * output_scale).round() as i16)).collect(),
            output_bias: self.output_bias.iter().map(|b| (b * output_scale).round() as i32).collect(),
        }
    }
}

/// Turns scores into probabilities.
pub fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for s in scores.iter_mut() {
        *s = exp(*s - most);
        sum += *s;
    }
    for s in scores.iter_mut() {
        *s /= sum;
    }
}

/// e to the power `x`, for `x` at most 0, the same on every system.
fn exp(x: f32) -> f32 {
    let y = x * std::f32::consts::LOG2_E;
    if y < -60.0 {
        return 0.0;
    }
    let whole = y.floor();
    let z = (y - whole) * std::f32::consts::LN_2;
    let part = 1.0 + z * (1.0 + z * (0.5 + z * (0.166_666_67 + z * (0.041_666_668 + z * 0.008_333_334))));
    part * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// SplitMix64 (Steele, Lea and Flood 2014): fixed numbers from a fixed seed.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to 1, without 1.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
