//! Reads calendar days as bylines, datelines, page metadata and file names write them.
//!
//! Only forms that name a day are read here. What a date in a sentence means is the business of `language::time`.

use super::TextSpan;
use chrono::{Datelike, NaiveDate, Weekday};

/// A day as written somewhere in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDate {
    pub span: TextSpan,
    pub day: WrittenDay,
}

/// How much of a calendar day the writing fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenDay {
    Full(NaiveDate),
    /// "03/04/2014": the third of April, or the fourth of March.
    Either(NaiveDate, NaiveDate),
    /// "April 14": month and day without a year.
    WithoutYear {
        month: u32,
        day: u32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    /// The value, the number of digits, and whether "st", "nd", "rd" or "th" follows.
    Number(u32, usize, bool),
    Word(&'a str),
}

#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    token: Token<'a>,
    start: usize,
    end: usize,
}

/// Finds the days written in a text, in order; none overlaps another.
pub(super) fn written_dates(text: &str) -> Vec<WrittenDate> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((day, used)) = day_at(text, &tokens[at..]) {
            let span = TextSpan::new(tokens[at].start, tokens[at + used - 1].end);
            found.push(WrittenDate { span, day });
            at += used;
        } else {
            at += 1;
        }
    }
    found
}

/// Reads a metadata field: an ISO 8601 date or time, or any full day as written in text. The day is taken as it is written.
///
/// Content systems fill fields they do not know with the first day of their calendar; such days are none.
pub(super) fn metadata_day(field: &str) -> Option<NaiveDate> {
    let field = field.trim();
    let day = written_dates(field).into_iter().find_map(|found| match found.day {
        WrittenDay::Full(day) => Some(day),
        _ => None,
    });
    day.or_else(|| compact_day(field.get(..8)?)).filter(|day| !is_placeholder(*day))
}

/// Whether a metadata time is given in universal time, so that its day may not be the day on the page.
pub(super) fn is_universal_time(field: &str) -> bool {
    let field = field.trim();
    field.len() > 10 && (field.ends_with(['Z', 'z']) || field.ends_with("+00:00") || field.ends_with("+0000") || field.ends_with("GMT"))
}

/// Finds days in a file name or an address: "2014-04-14", "2014_04_14", "20140414", "14-Apr-2014", "/2014/04/14/".
pub(super) fn days_in_name(name: &str) -> Vec<NaiveDate> {
    let plain: String = name.chars().map(|c| if c == '_' { '-' } else { c }).collect();
    let mut days: Vec<NaiveDate> = Vec::new();
    for found in written_dates(&plain) {
        if let WrittenDay::Full(day) = found.day {
            days.push(day);
        }
    }
    for token in tokens(&plain) {
        if matches!(token.token, Token::Number(_, 8, false)) {
            days.extend(plain.get(token.start..token.end).and_then(compact_day));
        }
    }
    days.retain(|day| !is_placeholder(*day));
    days.dedup();
    days
}

/// The weekday that a word names, in full or short.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    match word.to_ascii_lowercase().as_str() {
        "monday" | "mon" => Some(Weekday::Mon),
        "tuesday" | "tue" | "tues" => Some(Weekday::Tue),
        "wednesday" | "wed" => Some(Weekday::Wed),
        "thursday" | "thu" | "thur" | "thurs" => Some(Weekday::Thu),
        "friday" | "fri" => Some(Weekday::Fri),
        "saturday" | "sat" => Some(Weekday::Sat),
        "sunday" | "sun" => Some(Weekday::Sun),
        _ => None,
    }
}

/// Whether a line is a month and its year and nothing else: "December 2004".
pub(super) fn is_month(line: &str) -> bool {
    let words: Vec<&str> = line.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    matches!(words.as_slice(), [name, year] if month(name.trim_end_matches('.')).is_some() && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
}

fn compact_day(digits: &str) -> Option<NaiveDate> {
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = digits[..4].parse().ok()?;
    if !(1900..=2099).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

fn is_placeholder(day: NaiveDate) -> bool {
    day.year() < 1400 || (day.year() == 1970 && day.ordinal() == 1)
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = word.to_ascii_lowercase();
    if word == "sept" {
        return Some(9);
    }
    let place = MONTHS.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(&word)))?;
    u32::try_from(place + 1).ok()
}

fn tokens(text: &str) -> Vec<Placed<'_>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        if bytes[at].is_ascii_digit() {
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            let digits = at - start;
            let value = text[start..at].parse().unwrap_or(u32::MAX);
            let suffix = text.get(at..at + 2).filter(|s| ["st", "nd", "rd", "th"].iter().any(|end| s.eq_ignore_ascii_case(end)));
            let ordinal = suffix.is_some() && digits <= 2 && !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
            if ordinal {
                at += 2;
            }
            tokens.push(Placed { token: Token::Number(value, digits, ordinal), start, end: at });
        } else if bytes[at].is_ascii_alphabetic() || bytes[at] >= 0x80 {
            while at < bytes.len() && (bytes[at].is_ascii_alphabetic() || bytes[at] >= 0x80) {
                at += 1;
            }
            tokens.push(Placed { token: Token::Word(&text[start..at]), start, end: at });
        } else {
            at += 1;
        }
    }
    tokens
}

/// The day that starts at the first token, and how many tokens it takes.
fn day_at(text: &str, tokens: &[Placed]) -> Option<(WrittenDay, usize)> {
    match tokens.first()?.token {
        Token::Number(value, 4, false) => year_first(text, tokens, value),
        Token::Number(value, 1..=2, _) => named_day_first(text, tokens, value).or_else(|| numbers_only(text, tokens, value)),
        Token::Word(word) => named_month_first(text, tokens, month(word)?),
        Token::Number(..) => None,
    }
}

fn gap<'a>(text: &'a str, tokens: &[Placed], after: usize) -> Option<&'a str> {
    text.get(tokens.get(after)?.end..tokens.get(after + 1)?.start)
}

fn number(tokens: &[Placed], at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    match tokens.get(at)?.token {
        Token::Number(value, length, false) if digits.contains(&length) => Some(value),
        _ => None,
    }
}

fn full(year: u32, month: u32, day: u32) -> Option<WrittenDay> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(WrittenDay::Full)
}

/// "2014-04-14", "2014/04/14", "2014.04.14".
fn year_first(text: &str, tokens: &[Placed], year: u32) -> Option<(WrittenDay, usize)> {
    let between = gap(text, tokens, 0)?;
    if !matches!(between, "-" | "/" | ".") || gap(text, tokens, 1)? != between {
        return None;
    }
    Some((full(year, number(tokens, 1, 1..=2)?, number(tokens, 2, 1..=2)?)?, 3))
}

/// "14 April 2014", "14th of April, 2014", "14-Apr-2014", "14 April".
fn named_day_first(text: &str, tokens: &[Placed], day: u32) -> Option<(WrittenDay, usize)> {
    let mut at = 1;
    if tokens.get(1)?.token == Token::Word("of") {
        at = 2;
    }
    let Token::Word(name) = tokens.get(at)?.token else { return None };
    let month = month(name)?;
    if !(0..at).all(|i| gap(text, tokens, i).is_some_and(|g| matches!(g, " " | "-"))) {
        return None;
    }
    let year = gap(text, tokens, at).filter(|g| matches!(*g, " " | ", " | ". " | "-" | "., ")).and(number(tokens, at + 1, 4..=4));
    if let Some(year) = year {
        return Some((full(year, month, day)?, at + 2));
    }
    NaiveDate::from_ymd_opt(2000, month, day)?;
    Some((WrittenDay::WithoutYear { month, day }, at + 1))
}

/// "April 14, 2014", "Apr. 14th 2014", "April 14".
fn named_month_first(text: &str, tokens: &[Placed], month: u32) -> Option<(WrittenDay, usize)> {
    let Token::Number(day, 1..=2, _) = tokens.get(1)?.token else { return None };
    if !matches!(gap(text, tokens, 0)?, " " | ". " | "-") {
        return None;
    }
    let year = gap(text, tokens, 1).filter(|g| matches!(*g, " " | ", " | "," | "-")).and(number(tokens, 2, 4..=4));
    if let Some(year) = year {
        return Some((full(year, month, day)?, 3));
    }
    NaiveDate::from_ymd_opt(2000, month, day)?;
    Some((WrittenDay::WithoutYear { month, day }, 2))
}

/// "14/04/2014", "14.04.2014", "04/14/2014"; "03/04/2014" is either of two days, with points the day stands first.
fn numbers_only(text: &str, tokens: &[Placed], first: u32) -> Option<(WrittenDay, usize)> {
    let between = gap(text, tokens, 0)?;
    if !matches!(between, "-" | "/" | ".") || gap(text, tokens, 1)? != between {
        return None;
    }
    let (second, year) = (number(tokens, 1, 1..=2)?, number(tokens, 2, 4..=4)?);
    let day_first = full(year, second, first);
    let month_first = full(year, first, second);
    let day = match (day_first, month_first) {
        (Some(day), _) if between == "." => day,
        (Some(WrittenDay::Full(a)), Some(WrittenDay::Full(b))) if a != b => WrittenDay::Either(a, b),
        (Some(day), _) | (None, Some(day)) => day,
        (None, None) => return None,
    };
    Some((day, 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_forms_of_a_day_are_read() {
        let fourteenth = day(2014, 4, 14);
        for text in [
            "14 April 2014",
            "14th April 2014",
            "14th of April, 2014",
            "14 Apr. 2014",
            "14-Apr-2014",
            "April 14, 2014",
            "Apr. 14th 2014",
            "APRIL 14,2014",
            "2014-04-14",
            "2014/4/14",
            "14.04.2014",
            "14/04/2014",
            "04/14/2014",
            "2014-04-14T23:10:00+03:00",
            "Mon, 14 Apr 2014 10:00:00 GMT",
        ] {
            assert_eq!(written_dates(text).first().map(|d| d.day), Some(WrittenDay::Full(fourteenth)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "April 2014",
            "2014",
            "30 February 2014",
            "2014-13-01",
            "may 2014",
            "chapter 3.4",
            "12:30:2014",
            "version 1.2.3",
            "14 2014",
            "",
        ] {
            assert!(!written_dates(text).iter().any(|d| matches!(d.day, WrittenDay::Full(_) | WrittenDay::Either(..))), "{text}");
        }
    }

    #[test]
    fn days_that_could_be_two_and_days_without_a_year_say_so() {
        assert_eq!(written_dates("on 03/04/2014")[0].day, WrittenDay::Either(day(2014, 4, 3), day(2014, 3, 4)));
        assert_eq!(written_dates("04/04/2014")[0].day, WrittenDay::Full(day(2014, 4, 4)));
        assert_eq!(written_dates("DUBAI, March 14 - ")[0].day, WrittenDay::WithoutYear { month: 3, day: 14 });
        assert_eq!(written_dates("29 February")[0].day, WrittenDay::WithoutYear { month: 2, day: 29 });
    }

    #[test]
    fn a_month_alone_is_known() {
        assert!(is_month("December 2004") && is_month("Dec. 2004") && is_month("May, 2004"));
        assert!(!is_month("3 May 2004") && !is_month("In May 2004") && !is_month("2004"));
    }

    #[test]
    fn spans_are_those_of_the_written_words() {
        let text = "Geneva — «14 April 2014», updated April 15, 2014.";
        let words: Vec<&str> = written_dates(text).iter().map(|d| d.span.of(text)).collect();
        assert_eq!(words, ["14 April 2014", "April 15, 2014"]);
    }

    #[test]
    fn metadata_gives_the_day_as_written_and_no_placeholders() {
        assert_eq!(metadata_day("2014-04-14T23:10:00+03:00"), Some(day(2014, 4, 14)));
        assert_eq!(metadata_day("20140414"), Some(day(2014, 4, 14)));
        assert_eq!(metadata_day(" April 14, 2014 "), Some(day(2014, 4, 14)));
        for field in ["1970-01-01T00:00:00Z", "0001-01-01", "April", "", "2014", "03/04/2014"] {
            assert_eq!(metadata_day(field), None, "{field}");
        }
        assert!(
            is_universal_time("2014-04-14T23:10:00Z")
                && !is_universal_time("2014-04-14T23:10:00+03:00")
                && !is_universal_time("2014-04-14")
        );
    }

    #[test]
    fn file_names_give_their_days() {
        assert_eq!(days_in_name("krem-2014-04-14-talks.txt"), [day(2014, 4, 14)]);
        assert_eq!(days_in_name("talks_2014_04_14.html"), [day(2014, 4, 14)]);
        assert_eq!(days_in_name("20140414 talks.md"), [day(2014, 4, 14)]);
        assert_eq!(days_in_name("http://example.org/2014/04/14/talks"), [day(2014, 4, 14)]);
        assert!(days_in_name("12345678.txt").is_empty() && days_in_name("wn-2004-12-summit.txt").is_empty());
    }
}
