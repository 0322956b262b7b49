//! How what was read out of an article is kept and read again: words that the rules name things by, and days.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serializer, de::Error};
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// A word that rules name something by.
pub type Word = &'static str;

/// So many words are known at most, each of so many bytes: a file may hold anything.
const MOST: usize = 4096;
const LONGEST: usize = 64;

/// Reads a word.
///
/// # Errors
/// Where it is too long, or there are too many, to be of the rules.
pub fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Word, D::Error> {
    known(&String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no word of the rules"))
}

/// The same where there may be none.
///
/// # Errors
/// As those of `word`.
pub fn perhaps_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Word>, D::Error> {
    match Option::<String>::deserialize(deserializer)? {
        Some(text) => known(&text).map(Some).ok_or_else(|| D::Error::custom("no word of the rules")),
        None => Ok(None),
    }
}

/// The one copy of a word.
fn known(text: &str) -> Option<Word> {
    static WORDS: Mutex<BTreeSet<Word>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(word) = words.get(text) {
        return Some(word);
    }
    if text.len() > LONGEST || words.len() >= MOST {
        return None;
    }
    let word: Word = Box::leak(text.to_owned().into_boxed_str());
    words.insert(word);
    Some(word)
}

/// Writes a day in ISO 8601.
///
/// # Errors
/// Those of the serializer.
pub fn write_day<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}

/// Reads a day in ISO 8601.
///
/// # Errors
/// Where it is none.
pub fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn a_word_has_one_copy_and_no_text_is_one() {
        assert!(std::ptr::eq(known("vague-ago").unwrap(), known("vague-ago").unwrap()));
        assert_eq!(known(&"long ".repeat(20)), None);
    }
}
