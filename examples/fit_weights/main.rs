//! Fits the weights by which mentions become events, from annotated articles, and writes their table.
//!
//! ```sh
//! cargo run --profile fast --no-default-features --example fit_weights -- \
//!     ../shared/accuracy/gold examples/fit_weights/articles src/chronology/weighing/table.rs
//! ```
//!
//! The articles of each genre in the first folder are parted in two; the other folders' are learnt from with its first half. It prints how
//! well weights fitted on one half choose in the other, both ways, and in three bins whether their chances come true; then it writes the
//! weights fitted on all, or with `--first-half` those of the first half alone, for the score of articles that they have not seen.

mod gold;
mod likeness;
mod regression;

use demarche::chronology::weighing::STANDS;
use gold::{Annotated, Sample};
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

/// How strongly large weights are held back.
const PENALTY: f64 = 4.0;
const USAGE: &str = "usage: fit_weights FOLDER... TABLE.rs [--first-half]";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (paths, half) = match arguments.as_slice() {
        [paths @ .., half] if half == "--first-half" => (paths, Some(true)),
        paths => (paths, None),
    };
    let [folders @ .., file] = paths else { return Err(USAGE.into()) };
    if folders.is_empty() {
        return Err(USAGE.into());
    }
    let (articles, samples) = gold::read(&folders.iter().map(Path::new).collect::<Vec<_>>())?;
    let core = samples.iter().filter(|s| s.core).count();
    println!("{} articles, {} mentions, {core} of them core events", articles.len(), samples.len());
    let mut chances: Vec<(f64, bool)> = Vec::new();
    for (trained, name) in [(true, "first half, tested on the second"), (false, "second half, tested on the first")] {
        let weights = regression::fit(&rows(&articles, &samples, Some(trained)), PENALTY);
        let tested: Vec<(f64, bool)> = samples
            .iter()
            .filter(|s| articles.get(s.article).is_some_and(|a| a.first_half != trained))
            .map(|s| (regression::predict(&weights, &s.features), s.core))
            .collect();
        let (f1, threshold) = best(&tested);
        println!("trained on the {name}: F1 {f1:.3} from a weight of {threshold:.2}");
        chances.extend(tested);
    }
    for (from, to) in [(f64::from(STANDS), 0.6), (0.6, 0.85), (0.85, 1.01)] {
        let bin: Vec<&(f64, bool)> = chances.iter().filter(|(p, _)| (from..to).contains(p)).collect();
        let mean = bin.iter().map(|(p, _)| p).sum::<f64>() / bin.len().max(1) as f64;
        let right = bin.iter().filter(|(_, core)| *core).count() as f64 / bin.len().max(1) as f64;
        println!("weights {from:.2} to {:.2}: {} mentions, mean weight {mean:.2}, core {right:.2}", to.min(1.0), bin.len());
    }
    let weights = regression::fit(&rows(&articles, &samples, half), PENALTY);
    std::fs::write(file, table(&weights))?;
    Ok(())
}

/// The samples of one half or of all, each with its weight: half way between all samples alike and all genres alike.
fn rows<'a>(articles: &[Annotated], samples: &'a [Sample], half: Option<bool>) -> Vec<regression::Row<'a>> {
    let chosen: Vec<(&Sample, &str)> = samples
        .iter()
        .filter_map(|s| articles.get(s.article).filter(|a| half.is_none_or(|h| a.first_half == h)).map(|a| (s, a.genre)))
        .collect();
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for (_, genre) in &chosen {
        *sizes.entry(genre).or_default() += 1;
    }
    // A genre of few samples must not rule.
    let count = |genre: &str| (chosen.len() as f64 / (sizes.len() * sizes.get(genre).copied().unwrap_or(1)) as f64).sqrt();
    chosen.iter().map(|(s, genre)| (s.features.as_slice(), s.core, count(genre))).collect()
}

/// The best harmonic mean of precision and recall over all thresholds, and the threshold.
fn best(tested: &[(f64, bool)]) -> (f64, f64) {
    let mut sorted = tested.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = sorted.iter().filter(|(_, core)| *core).count();
    let mut hits = 0;
    let mut best = (0.0, 1.0);
    for (at, (chance, core)) in sorted.iter().enumerate() {
        hits += usize::from(*core);
        let f1 = 2.0 * hits as f64 / (at + 1 + all) as f64;
        if f1 > best.0 {
            best = (f1, *chance);
        }
    }
    best
}

fn table(weights: &BTreeMap<String, f64>) -> String {
    let mut out = "//! The weights of a mention's features, as the example program `fit_weights` wrote them.\n\n".to_owned();
    out.push_str("/// By feature name; what is not listed weighs nothing, \"base\" is every mention's.\n");
    out.push_str("pub const WEIGHTS: &[(&str, f32)] = &[\n");
    for (feature, weight) in weights.iter().filter(|(_, w)| w.abs() >= 0.02) {
        let _ = writeln!(out, "    (\"{feature}\", {weight:.2}),");
    }
    out.push_str("];\n");
    out
}
