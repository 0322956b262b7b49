//! Dates in words: how days and stretches are written in the window and in copied text, and how a typed date is read.

use crate::chronology::{Day, Frame, When};
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or("")
}

/// A year as it is written: 44 BC for −43.
pub fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

/// "24 Oct 2025", or without its year.
pub fn day(day: Day, with_year: bool) -> String {
    match date(day) {
        Some(date) if with_year => format!("{} {} {}", date.day(), month(date), year(date.year())),
        Some(date) => format!("{} {}", date.day(), month(date)),
        None => "out of reach".to_owned(),
    }
}

/// "Fri 19 Dec 2025".
pub fn weekday(at: Day) -> String {
    match date(at) {
        Some(date) => {
            let name = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or("");
            format!("{name} {}", day(at, true))
        }
        None => day(at, true),
    }
}

/// A day counted from publication: "8 weeks before", "on the day", "3 days after".
pub fn from_publication(day: Day) -> String {
    match day {
        0 => "day of publication".to_owned(),
        1 => "a day after".to_owned(),
        -1 => "a day before".to_owned(),
        _ => format!("{} {}", length(i64::from(day).abs()), if day < 0 { "before" } else { "after" }),
    }
}

/// A number of days in the unit that fits it: "6 weeks", "5 days", "3 months", "2 years".
pub fn length(days: i64) -> String {
    let (number, unit) = if days % 7 == 0 && (14..=112).contains(&days) {
        (days / 7, "week")
    } else if days < 60 {
        (days, "day")
    } else if days < 730 {
        ((days * 12 + 182) / 365, "month")
    } else {
        ((days * 400 + 73_048) / 146_097, "year")
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// The two ends of a stretch in full, the second none where it is one day.
pub fn ends(when: &When) -> (String, Option<String>) {
    let write = |at: Day| match when.frame {
        Frame::Calendar => day(at, true),
        Frame::Publication => from_publication(at),
    };
    let [start_about, end_about] = when.approximate();
    let first = about(start_about, write(when.earliest()));
    if when.is_day() { (first, None) } else { (first, Some(about(end_about, write(when.latest())))) }
}

fn about(approximate: bool, words: String) -> String {
    if approximate { format!("c. {words}") } else { words }
}

/// A stretch in one line: "c. 24 Oct – c. 5 Dec 2025", "5–17 Sep 1978", "March 1978", "8 weeks to 2 weeks before publication".
pub fn stretch(when: &When) -> String {
    let [start_about, end_about] = when.approximate();
    match when.frame {
        Frame::Calendar => calendar_stretch(when, start_about, end_about),
        Frame::Publication => publication_stretch(when, start_about, end_about),
    }
}

fn calendar_stretch(when: &When, start_about: bool, end_about: bool) -> String {
    let (Some(first), Some(last)) = (date(when.earliest()), date(when.latest())) else {
        let (first, last) = ends(when);
        return last.map_or(first.clone(), |last| format!("{first} – {last}"));
    };
    if first == last {
        return about(start_about || end_about, day(when.earliest(), true));
    }
    let next = last.succ_opt().unwrap_or(last);
    let whole_months = first.day() == 1 && next.day() == 1;
    let whole_years = whole_months && first.month() == 1 && next.month() == 1;
    if whole_months && !start_about && !end_about {
        let to = if whole_years { year(last.year()) } else { format!("{} {}", month(last), year(last.year())) };
        let from = match (whole_years, first.year() == last.year()) {
            (true, true) => return to,
            (true, false) => year(first.year()),
            (false, true) if first.month() == last.month() => return to,
            (false, true) => month(first).to_owned(),
            (false, false) => format!("{} {}", month(first), year(first.year())),
        };
        return format!("{from} – {to}");
    }
    let to = about(end_about, day(when.latest(), true));
    if first.year() != last.year() {
        return format!("{} – {to}", about(start_about, day(when.earliest(), true)));
    }
    if first.month() == last.month() && !start_about && !end_about {
        return format!("{}–{to}", first.day());
    }
    format!("{} – {to}", about(start_about, day(when.earliest(), false)))
}

fn publication_stretch(when: &When, start_about: bool, end_about: bool) -> String {
    let (from, to) = (when.earliest(), when.latest());
    match (from, to) {
        (0, 0) => "on the day of publication".to_owned(),
        _ if from == to => about(start_about || end_about, format!("{} publication", from_publication(from))),
        _ if to < 0 => {
            let (far, near) = (length(-i64::from(from)), length(-i64::from(to)));
            format!("{} to {} before publication", about(start_about, far), about(end_about, near))
        }
        (0, _) => format!("0 to {} after publication", about(end_about, length(i64::from(to)))),
        _ if from > 0 => {
            let (near, far) = (length(i64::from(from)), length(i64::from(to)));
            format!("{} to {} after publication", about(start_about, near), about(end_about, far))
        }
        (_, 0) => format!("{} before publication to its day", about(start_about, length(-i64::from(from)))),
        _ => {
            let (before, after) = (length(-i64::from(from)), length(i64::from(to)));
            format!("{} before to {} after publication", about(start_about, before), about(end_about, after))
        }
    }
}

/// Reads a typed date: "2025-12-19", "19 Dec 2025", "December 19, 2025", "19.12.2025". The error says what to type.
pub fn parse(text: &str) -> Result<NaiveDate, String> {
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
                NaiveDate::from_ymd_opt(i32::try_from(*y).unwrap_or(0), m, d).map(|x| day(x.num_days_from_ce(), true)).unwrap_or_default()
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
