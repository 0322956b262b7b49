//! Reads the date that a reader types.

use crate::chronology::dates::{self, Style};
use chrono::NaiveDate;

/// Reads a typed date: "2025-12-19", "19 Dec 2025", "December 19, 2025", "19.12.2025". The error says what to type.
pub fn read(text: &str) -> Result<NaiveDate, String> {
    const HOW: &str = "Type a date such as 19 Dec 2025 or 2025-12-19";
    let cleaned: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut month_word = None;
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    for word in cleaned.split_whitespace() {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Ok(number) = digits.parse::<u32>() {
            if !matches!(word.get(digits.len()..), Some("" | "st" | "nd" | "rd" | "th")) {
                return Err(HOW.to_owned());
            }
            numbers.push((number, digits.len()));
        } else if let Some(at) = month_of(word) {
            if month_word.replace(at).is_some() {
                return Err(HOW.to_owned());
            }
        } else if !is_weekday(word) && !matches!(word.to_ascii_lowercase().as_str(), "of" | "the" | "on") {
            return Err(HOW.to_owned());
        }
    }
    let found = match (month_word, numbers.as_slice()) {
        (Some(m), [(y, 4), (d, _)]) | (Some(m), [(d, _), (y, 4)]) => NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), m, *d),
        (None, [(y, 4), (m, _), (d, _)]) => NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), *m, *d),
        (None, [(a, _), (b, _), (y, 4)]) if text.contains('.') || *a > 12 || a == b => {
            NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), *b, *a)
        }
        (None, [(a, _), (b, _), (y, 4)]) if *b > 12 => NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), *a, *b),
        (None, [(a, _), (b, _), (y, 4)]) => {
            let write = |d: u32, m: u32| {
                NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), m, d)
                    .map(|x| dates::day(dates::day_of(x), Style::YEAR))
                    .unwrap_or_default()
            };
            return Err(format!("This could be {} or {}: write the month as a word", write(*a, *b), write(*b, *a)));
        }
        _ => None,
    };
    found.ok_or_else(|| HOW.to_owned())
}

fn month_of(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let full = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let at =
        full.iter().position(|m| *m == lower || (lower.len() >= 3 && m.starts_with(&lower)) || (lower == "sept" && *m == "september"))?;
    u32::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].iter().any(|d| lower.len() >= 3 && d.starts_with(&lower))
}
