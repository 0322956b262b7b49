//! "Published 3 May 2014", "Friday, August 21, 2015", "March 7, 2003 18:00 Sochi": lines that give the day of publication.

use super::byline;
use super::date_form::{self, WrittenDate, WrittenDay};
use chrono::{Datelike, NaiveDate};

/// What a line of this kind says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DateLine {
    pub published: Option<NaiveDate>,
    pub modified: Option<NaiveDate>,
    /// Days that the line may mean: it writes 03/04/2014, or a weekday that does not fit.
    pub unsure: Vec<NaiveDate>,
    /// Whether a word such as "Published" says what the day is.
    pub labelled: bool,
    pub author: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Modified,
}

const LONGEST: usize = 160;

/// Reads a line that is about the day of publication and nothing else. A day in a sentence, or in a title, is none.
pub(super) fn date_line(line: &str) -> Option<DateLine> {
    if line.len() > LONGEST {
        return None;
    }
    let dates: Vec<WrittenDate> =
        date_form::written_dates(line).into_iter().filter(|d| !matches!(d.day, WrittenDay::WithoutYear { .. })).collect();
    let (first, last) = (dates.first()?, dates.last()?);
    let (before, after) = (line.get(..first.span.start)?, line.get(last.span.end..)?);
    let mut read = DateLine::default();
    let mut from = 0;
    let mut label = None;
    for date in &dates {
        let part = line.get(from..date.span.start)?;
        from = date.span.end;
        label = label_in(part).or(label);
        read.labelled |= label.is_some();
        let (days, sure) = match date.day {
            WrittenDay::Full(day) => (vec![day], weekday_fits(part, day)),
            WrittenDay::Either(a, b) => (vec![a, b], false),
            WrittenDay::WithoutYear { .. } => (Vec::new(), true),
        };
        match (label, days.as_slice()) {
            (_, []) => {}
            (Some(Label::Modified), [day, ..]) => read.modified = read.modified.or(Some(*day)),
            (_, [day]) if sure && read.published.is_none() => read.published = Some(*day),
            (_, days) => read.unsure.extend(days.iter().filter(|day| read.published != Some(**day))),
        }
    }
    let rest = words_left(line, &dates);
    if !(if read.labelled { fits_label(line, &rest) } else { stands_alone(before, after, &dates) }) {
        return None;
    }
    read.author = by_in(before).or_else(|| by_in(after));
    Some(read)
}

fn label_in(part: &str) -> Option<Label> {
    let mut found = None;
    for word in part.split(|c: char| !c.is_alphabetic()) {
        match word.to_ascii_lowercase().as_str() {
            "published" | "posted" | "issued" | "released" | "filed" | "date" | "dated" | "publication" => found = Some(Label::Published),
            "updated" | "modified" | "edited" | "revised" | "amended" | "corrected" | "changed" | "reviewed" => {
                found = Some(Label::Modified)
            }
            _ => {}
        }
    }
    found
}

/// A weekday written beside a day must be its own; else one of the two is a slip, and which cannot be known.
fn weekday_fits(part: &str, day: NaiveDate) -> bool {
    part.split(|c: char| !c.is_alphabetic())
        .rfind(|w| !w.is_empty())
        .and_then(date_form::weekday)
        .is_none_or(|weekday| weekday == day.weekday())
}

/// The words that are neither a day, a time of day, a label, nor a mark between them.
fn words_left<'a>(line: &'a str, dates: &[WrittenDate]) -> Vec<&'a str> {
    let mut rest = Vec::new();
    let mut from = 0;
    for end in dates.iter().map(|d| d.span).chain(std::iter::once(super::TextSpan::new(line.len(), line.len()))) {
        rest.extend(words(line.get(from..end.start).unwrap_or("")));
        from = end.end;
    }
    rest
}

fn words(part: &str) -> Vec<&str> {
    part.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty() && !is_noise(w)).collect()
}

/// Times of day, zones, weekdays, labels, the minutes that reading takes.
fn is_noise(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "at",
        "on",
        "am",
        "pm",
        "a.m",
        "p.m",
        "gmt",
        "utc",
        "bst",
        "est",
        "edt",
        "et",
        "pst",
        "pdt",
        "pt",
        "cst",
        "cdt",
        "ct",
        "cet",
        "cest",
        "eet",
        "eest",
        "msk",
        "ist",
        "jst",
        "kst",
        "hkt",
        "aest",
        "z",
        "hours",
        "hrs",
        "h",
        "local",
        "time",
        "first",
        "last",
        "published",
        "posted",
        "issued",
        "released",
        "filed",
        "date",
        "dated",
        "publication",
        "updated",
        "modified",
        "edited",
        "revised",
        "amended",
        "corrected",
        "changed",
        "reviewed",
        "min",
        "mins",
        "minute",
        "minutes",
        "read",
        "reading",
        "ago",
    ];
    let lower = word.to_ascii_lowercase();
    WORDS.contains(&lower.as_str()) || date_form::weekday(&lower).is_some() || is_clock(&lower)
}

/// "18:00", "10.22", "4:05pm", "1030", "00Z", "+03:00", "5".
fn is_clock(word: &str) -> bool {
    let digits = word
        .trim_end_matches("gmt")
        .trim_end_matches("utc")
        .trim_end_matches(['z', 'h'])
        .trim_end_matches("am")
        .trim_end_matches("pm")
        .trim_start_matches(['t', '+', '-']);
    !digits.is_empty() && digits.len() <= 8 && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-'))
}

/// After "Published", a few words more may say by whom and where; a sentence may not follow.
fn fits_label(line: &str, rest: &[&str]) -> bool {
    let lower_case = rest
        .iter()
        .filter(|w| w.starts_with(char::is_lowercase) && !matches!(**w, "by" | "in" | "the" | "of" | "and" | "for" | "from" | "with"))
        .count();
    let begins_with_label = line.split_whitespace().take(3).any(|w| label_in(w).is_some());
    begins_with_label && rest.len() <= 10 && lower_case <= 1
}

/// Without a label, the day stands alone, or beside a place, a publisher or a writer: a handful of names, no title, no sentence.
fn stands_alone(before: &str, after: &str, dates: &[WrittenDate]) -> bool {
    if dates.len() > 1 || matches!(dates.first().map(|d| d.day), Some(WrittenDay::Either(..))) {
        return false;
    }
    let is_names = |part: &str, most: usize| {
        let words = words(part);
        words.len() <= most
            && words.iter().all(|w| w.starts_with(char::is_uppercase) || matches!(*w, "the" | "of" | "and" | "de" | "by" | "in" | "for"))
    };
    let opens_mark = |part: &str| part.contains(['(', '[', '"', '“', '?', '!', ';']);
    let signed = by_in(before).is_some() || by_in(after).is_some();
    let most = if signed { 12 } else { 4 };
    // "The Berlin Crisis, 10 November 1958" is a title: before the day stands a place, a publisher or a rubric, not "The …" of many words.
    !opens_mark(before)
        && !opens_mark(after)
        && is_names(before, most)
        && is_names(after, if signed { 12 } else { 6 })
        && !super::form::ends_sentence(after.trim_end_matches("D.C."))
}

/// The writer in "By Ann Lee | May 3, 2014".
fn by_in(part: &str) -> Option<String> {
    let part = part.trim_matches(|c: char| c.is_whitespace() || "|•·–—-,:/".contains(c));
    let at = part
        .match_indices("By ")
        .chain(part.match_indices("by "))
        .map(|(at, _)| at)
        .find(|at| *at == 0 || part[..*at].ends_with([' ', '|', '•', '·']))?;
    let line = part.get(at..)?;
    let end = line.find(['|', '•', '·']).unwrap_or(line.len());
    byline::byline(line[..end].trim().trim_end_matches([',', '-', '–', '—', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn lines_about_publication_give_their_day() {
        let third = day(2014, 5, 3);
        for line in [
            "Published 3 May 2014",
            "Published: May 3, 2014 10:22 GMT",
            "PUBLISHED ON 3 MAY 2014",
            "First published on Saturday 3 May 2014 10.22 BST",
            "Posted by Ann Lee on May 3, 2014 at 4:05 pm",
            "Date: 2014-05-03",
            "May 3, 2014",
            "Saturday, May 3, 2014",
            "May 3, 2014 18:00 Bocharov Ruchei, Sochi",
            "May 3, 2014, 15:00",
            "BRIEFING, Saturday 3 May 2014",
            "Geneva, 3 May 2014",
            "Washington, D.C., May 3, 2014",
            "3 May 2014 • 5 min read",
            "By Ann Lee | May 3, 2014",
            "May 3, 2014 | By Ann Lee",
            "2014-05-03T10:22:00Z",
        ] {
            let read = date_line(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((read.published, read.modified), (Some(third), None), "{line}");
        }
    }

    #[test]
    fn the_day_of_a_change_is_told_apart() {
        let both = date_line("Published 3 May 2014, last updated 5 May 2014").unwrap();
        assert_eq!((both.published, both.modified), (Some(day(2014, 5, 3)), Some(day(2014, 5, 5))));
        let updated = date_line("Updated 10:05 EST, May 5, 2014").unwrap();
        assert_eq!((updated.published, updated.modified), (None, Some(day(2014, 5, 5))));
    }

    #[test]
    fn writers_are_read_beside_the_day() {
        assert_eq!(date_line("By Ann Lee | May 3, 2014").unwrap().author.as_deref(), Some("Ann Lee"));
        assert_eq!(date_line("May 3, 2014 - by Ann Lee").unwrap().author.as_deref(), Some("Ann Lee"));
    }

    #[test]
    fn what_could_be_two_days_or_contradicts_itself_is_left_open() {
        let either = date_line("Published 03/04/2014").unwrap();
        assert_eq!((either.published, either.unsure.len()), (None, 2));
        let slip = date_line("Friday, May 3, 2014").unwrap();
        assert_eq!((slip.published, slip.unsure), (None, vec![day(2014, 5, 3)]));
    }

    #[test]
    fn days_in_sentences_and_titles_are_no_publication() {
        for line in [
            "On May 3, 2014, the ministers met in Geneva.",
            "The ministers met on 3 May 2014",
            "The talks of 3 May 2014 and what came of them",
            "How the deal of 3 May 2014 was made",
            "The agreement was published on 3 May 2014 after long talks between both",
            "December 2004",
            "Support for Elections in December 2021",
            "The Berlin Crisis, 1958–1961",
            "“Resolution of 3 May 2014”",
            "3 May 2014 – 5 May 2014",
            "",
        ] {
            assert_eq!(date_line(line), None, "{line}");
        }
    }
}
