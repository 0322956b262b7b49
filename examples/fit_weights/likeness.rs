//! How alike a mention and an annotated event are: the measure by which timelines are scored, for words, days and names.

use std::collections::BTreeSet;

const COMMON: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "and", "by", "from", "as", "his", "her", "its", "their", "s", "over",
    "between", "after", "before", "into", "about", "new",
];
const ENDINGS: &[&str] = &["ations", "ation", "ings", "ing", "ies", "es", "ed", "s", "y", "e"];

fn words(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.into_iter().filter(|w| !COMMON.contains(&w.as_str()))
}

/// The first six letters of each telling word, without its ending.
pub fn stems(text: &str) -> BTreeSet<String> {
    let stem = |word: String| -> String {
        let bare = ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|w| w.len() >= 3)).unwrap_or(&word);
        bare.chars().take(6).collect()
    };
    words(text).map(stem).collect()
}

/// The harmonic mean of precision and recall between two sets; 0 where one is empty.
pub fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    2.0 * a.intersection(b).count() as f32 / (a.len() + b.len()) as f32
}

/// The same over names: two agree if the words of the shorter all stand in the longer. 1 where neither side names any.
pub fn names(told: &[String], wanted: &[String]) -> f32 {
    if told.is_empty() || wanted.is_empty() {
        return if told.len() == wanted.len() { 1.0 } else { 0.0 };
    }
    let sets: Vec<BTreeSet<String>> = wanted.iter().map(|n| words(n).collect()).collect();
    let mut used = vec![false; sets.len()];
    let mut hits = 0;
    for name in told {
        let own: BTreeSet<String> = words(name).collect();
        let agrees = |other: &BTreeSet<String>| !own.is_empty() && !other.is_empty() && (own.is_subset(other) || other.is_subset(&own));
        let free = sets.iter().zip(&mut used).find(|(set, used)| !**used && agrees(set));
        if let Some((_, used)) = free {
            *used = true;
            hits += 1;
        }
    }
    2.0 * hits as f32 / (told.len() + wanted.len()) as f32
}

/// The days that two stretches share, over those that either holds.
pub fn days(a: Option<[i32; 2]>, b: [i32; 2]) -> f32 {
    let Some(a) = a else { return 0.0 };
    let both = a[1].min(b[1]) - a[0].max(b[0]) + 1;
    both.max(0) as f32 / (a[1].max(b[1]) - a[0].min(b[0]) + 1) as f32
}
