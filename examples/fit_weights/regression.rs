//! Logistic regression with a penalty on large weights, by full passes over all samples: the same samples give the same weights.

use std::collections::BTreeMap;

/// Samples that a feature must be seen in to be given a weight.
const SEEN: usize = 5;
const PASSES: usize = 1500;

/// Weights that rare features are held to, as the articles are too few to teach them, and how firmly.
const HELD: &[(&str, f64)] = &[("called-off-noun", 2.0), ("cancelled-noun", 2.5), ("in-sequence", 1.5), ("simultaneous", 1.5)];
const FIRMNESS: f64 = 60.0;

/// A sample: its features, whether it is positive, and how much it counts.
pub type Row<'a> = (&'a [String], bool, f64);

/// The weights that make the rows most likely, less `penalty` times half their squares. The feature "base" is the constant term and not
/// penalised.
pub fn fit(rows: &[Row], penalty: f64) -> BTreeMap<String, f64> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (features, ..) in rows {
        for feature in features.iter() {
            *seen.entry(feature).or_default() += 1;
        }
    }
    let names: Vec<&str> = seen.into_iter().filter(|(f, n)| *n >= SEEN || HELD.iter().any(|(held, _)| held == f)).map(|(f, _)| f).collect();
    let numbered: Vec<(Vec<usize>, f64, f64)> = rows
        .iter()
        .map(|(features, core, count)| {
            let numbers = features.iter().filter_map(|f| names.binary_search(&f.as_str()).ok()).collect();
            (numbers, if *core { 1.0 } else { 0.0 }, *count)
        })
        .collect();
    // Each weight takes steps of its own length, shortened as its gradients add up (Duchi, Hazan and Singer 2011).
    let mut weights = vec![0.0f64; names.len()];
    let mut squares = vec![1e-6f64; names.len()];
    let held: Vec<Option<f64>> = names.iter().map(|n| HELD.iter().find(|(f, _)| f == n).map(|(_, w)| *w)).collect();
    let constant = names.binary_search(&"base").ok();
    for _ in 0..PASSES {
        let mut gradient: Vec<f64> = weights
            .iter()
            .zip(&held)
            .enumerate()
            .map(|(at, (weight, held))| match held {
                _ if Some(at) == constant => 0.0,
                Some(held) => FIRMNESS * (weight - held),
                None => penalty * weight,
            })
            .collect();
        for (features, core, count) in &numbered {
            let sum: f64 = features.iter().filter_map(|f| weights.get(*f)).sum();
            let off = (chance(sum) - core) * count;
            for feature in features {
                if let Some(slot) = gradient.get_mut(*feature) {
                    *slot += off;
                }
            }
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&gradient) {
            *square += slope * slope;
            *weight -= 0.5 * slope / square.sqrt();
        }
    }
    names.into_iter().map(str::to_owned).zip(weights).collect()
}

pub fn chance(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

/// From 0 to 1: what the weights give a sample.
pub fn predict(weights: &BTreeMap<String, f64>, features: &[String]) -> f64 {
    chance(features.iter().filter_map(|f| weights.get(f)).sum())
}
