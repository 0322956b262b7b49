//! Days and stretches in words, as they stand at marks, in the detail panel and in copied text.
//!
//! The range dash is an en dash, the minus is U+2212. A day outside chrono's reach is written as its number.

mod language;

pub use language::DateLanguage;

use super::{Day, Frame, Grain, When};
use chrono::{Datelike, NaiveDate};
use language::Words;

/// What is said of a day besides its number and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    pub weekday: bool,
    pub year: bool,
    pub language: DateLanguage,
}

impl Style {
    pub const FULL: Self = Self { weekday: true, year: true, language: DateLanguage::English };
    pub const YEAR: Self = Self { weekday: false, year: true, language: DateLanguage::English };
    pub const WEEKDAY: Self = Self { weekday: true, year: false, language: DateLanguage::English };
    pub const SHORT: Self = Self { weekday: false, year: false, language: DateLanguage::English };

    /// The same in another language.
    #[must_use]
    pub const fn told_in(self, language: DateLanguage) -> Self {
        Self { language, ..self }
    }
}

/// The calendar date of a day; none outside chrono's reach.
pub fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// The day number of a date in `Frame::Calendar`.
pub fn day_of(date: NaiveDate) -> Day {
    date.num_days_from_ce()
}

pub fn month_name(month: u32) -> &'static str {
    DateLanguage::English.month_name(month)
}

pub fn month_short(month: u32) -> &'static str {
    DateLanguage::English.month_short(month)
}

/// "1978", "44 BC".
pub fn year(year: i32) -> String {
    year_in(year, DateLanguage::English)
}

pub fn year_in(year: i32, language: DateLanguage) -> String {
    if year > 0 { year.to_string() } else { language.before_christ(&(1 - i64::from(year)).to_string()) }
}

/// A pattern with what it is said of.
fn filled(pattern: &str, what: &str) -> String {
    pattern.replace("{}", what)
}

/// The number of a day in its month: "5", in German "5.", the first in French "1er".
fn number(date: NaiveDate, words: &Words) -> String {
    if date.day() == 1 { words.first.to_owned() } else { format!("{}{}", date.day(), words.day_mark) }
}

fn weekday(date: NaiveDate, words: &Words) -> &'static str {
    words.weekdays.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or("")
}

/// "24 Oct", "Fri 19 Dec 2025".
pub fn day(day: Day, style: Style) -> String {
    let Some(date) = date(day) else { return format!("day {day}") };
    let words = style.language.words();
    let weekday = if style.weekday { weekday(date, words) } else { "" };
    let space = if weekday.is_empty() { "" } else { " " };
    let short = format!("{weekday}{space}{} {}", number(date, words), language::of(&words.short, date.month()));
    if style.year { format!("{short} {}", year_in(date.year(), style.language)) } else { short }
}

/// "19 December 2025".
pub fn long_day(at: Day) -> String {
    long_day_in(at, DateLanguage::English)
}

pub fn long_day_in(at: Day, language: DateLanguage) -> String {
    let words = language.words();
    match date(at) {
        Some(date) => {
            let (day, month, of) = (number(date, words), language::of(&words.months, date.month()), words.of);
            let mark = if date.year() > 0 { words.year_mark } else { "" };
            format!("{day}{of}{month}{of}{}{mark}", year_in(date.year(), language))
        }
        None => day(at, Style::YEAR.told_in(language)),
    }
}

/// A day as counted from publication on an axis or at a mark's end: "−8 w", "0", "+3 d".
pub fn offset(day: Day) -> String {
    offset_in(day, DateLanguage::English)
}

pub fn offset_in(day: Day, language: DateLanguage) -> String {
    let [d, w, _, y] = language.words().letters;
    let sign = if day < 0 { "−" } else { "+" };
    let days = day.unsigned_abs();
    match days {
        0 => "0".to_owned(),
        n if n % 7 == 0 && n < 730 => format!("{sign}{} {w}", n / 7),
        n if n < 100 => format!("{sign}{n} {d}"),
        n if n < 730 => format!("{sign}{} {w}", (n + 3) / 7),
        n => format!("{sign}{} {y}", (n + 182) / 365),
    }
}

/// The date under one end of a mark: "24 Oct", "c. 24 Oct 2025", "−8 w".
pub fn end(frame: Frame, at: Day, approximate: bool, with_year: bool) -> String {
    end_in(frame, at, approximate, Style { year: with_year, ..Style::SHORT })
}

pub fn end_in(frame: Frame, at: Day, approximate: bool, style: Style) -> String {
    let words = match frame {
        Frame::Calendar => day(at, style),
        Frame::Publication => offset_in(at, style.language),
    };
    about(approximate, words, style.language)
}

fn about(approximate: bool, words: String, language: DateLanguage) -> String {
    if approximate { format!("{}{words}", language.words().about) } else { words }
}

/// A stretch in one line: "Sat 20 – Sun 21 Dec", "5–17 Sep 1978", "Mar – Jun 1978", "c. 24 Oct – c. 5 Dec",
/// "that weekend, 0–6 days after", "8–2 weeks before".
pub fn stretch(frame: Frame, from: Day, to: Day, approximate: [bool; 2], grain: Grain, style: Style) -> String {
    match frame {
        Frame::Calendar => calendar(from, to, approximate, grain, style),
        Frame::Publication => counted(from, to, approximate, grain, style.language),
    }
}

fn calendar(from: Day, to: Day, [soft_from, soft_to]: [bool; 2], grain: Grain, style: Style) -> String {
    if from == to {
        let words = day(from, Style { weekday: style.weekday && grain <= Grain::Weekend, ..style });
        return about(soft_from || soft_to, words, style.language);
    }
    let (Some(a), Some(b)) = (date(from), date(to)) else {
        let end = |soft, at| about(soft, day(at, style), style.language);
        return format!("{} – {}", end(soft_from, from), end(soft_to, to));
    };
    // "10 Sep – 9 Sep" would say a year where ten are meant.
    let style = Style { year: style.year || a.year() != b.year(), ..style };
    if let Some(whole) = whole_months(a, b, style) {
        return match (soft_from, soft_to) {
            (false, false) => whole,
            (true, true) => about(true, whole, style.language),
            _ => days_apart(a, b, [soft_from, soft_to], style),
        };
    }
    if style.weekday && grain <= Grain::Weekend && !soft_from && !soft_to && to - from < 7 {
        let first = Style { weekday: true, year: style.year && a.year() != b.year(), ..style };
        let words = style.language.words();
        let same_month = || format!("{} {}", weekday(a, words), number(a, words));
        return format!("{} – {}", if a.month() == b.month() { same_month() } else { day(from, first) }, day(to, style));
    }
    days_apart(a, b, [soft_from, soft_to], style)
}

fn days_apart(a: NaiveDate, b: NaiveDate, [soft_from, soft_to]: [bool; 2], style: Style) -> String {
    let style = Style { weekday: false, ..style };
    let to = about(soft_to, day(day_of(b), style), style.language);
    if a.year() == b.year() && a.month() == b.month() && !soft_from && !soft_to {
        return format!("{}–{to}", number(a, style.language.words()));
    }
    // An end on a month's first or last day may be written as the month: Nov 1974 – 17 Jun 1979.
    let first = Style { year: style.year && a.year() != b.year(), ..style };
    format!("{} – {to}", about(soft_from, day(day_of(a), first), style.language))
}

/// Months, years, decades and centuries that a stretch fills exactly.
fn whole_months(a: NaiveDate, b: NaiveDate, style: Style) -> Option<String> {
    let next = b.succ_opt()?;
    if a.day() != 1 || next.day() != 1 {
        return None;
    }
    let (first, last) = (a.year(), b.year());
    let language = style.language;
    let year = |of: i32| year_in(of, language);
    if a.month() == 1 && next.month() == 1 {
        let years = next.year() - first;
        return Some(match years {
            1 => year(first),
            10 if first > 0 && first % 10 == 0 => language.decade(first),
            _ if first > 0 => format!("{first}–{last}"),
            _ => format!("{} – {}", year(first), year(last)),
        });
    }
    let with_year = |month: u32, of: i32, shown: bool| {
        let month = language.month_short(month);
        if shown { format!("{month} {}", year(of)) } else { month.to_owned() }
    };
    Some(match (first == last, a.month() == b.month()) {
        (true, true) => with_year(a.month(), first, style.year),
        (true, false) => format!("{} – {}", language.month_short(a.month()), with_year(b.month(), last, style.year)),
        (false, _) => format!("{} – {}", with_year(a.month(), first, true), with_year(b.month(), last, true)),
    })
}

/// A stretch counted from publication: "8–2 weeks before", "0–6 days after", "3 days before", "the day of publication".
fn counted(from: Day, to: Day, [soft_from, soft_to]: [bool; 2], grain: Grain, language: DateLanguage) -> String {
    let words = language.words();
    let soft = soft_from || soft_to;
    let count = |soft: bool, days: Day| about(soft, length_in(i64::from(days).abs(), language), language);
    let pair = |from: i64, to: i64| about(soft, pair(from, to, language), language);
    let told = match (from, to) {
        (0, 0) => return words.day_of_publication.to_owned(),
        (a, b) if a == b => filled(if a < 0 { words.before } else { words.after }, &count(soft, a)),
        (a, 0) => filled(words.up_to_before, &count(soft, a)),
        (0, b) if grain != Grain::Weekend => filled(words.up_to_after, &count(soft, b)),
        (a, b) if b < 0 => filled(words.before, &pair(-i64::from(a), -i64::from(b))),
        (a, b) if a >= 0 => filled(words.after, &pair(a.into(), b.into())),
        (a, b) => format!("{}{}{}", filled(words.before, &count(soft_from, a)), words.to, filled(words.after, &count(soft_to, b))),
    };
    if grain == Grain::Weekend { format!("{}{told}", words.weekend) } else { told }
}

/// Two distances in the unit that suits both: "8–2 weeks", "0–6 days".
fn pair(a: i64, b: i64, language: DateLanguage) -> String {
    let words = language.words();
    let far = a.max(b);
    if a % 7 == 0 && b % 7 == 0 && far >= 14 {
        format!("{}–{} {}", a / 7, b / 7, words.pair_form(a / 7, b / 7, &words.week))
    } else if far < 100 || a == 0 || b == 0 {
        format!("{a}–{b} {}", words.pair_form(a, b, &words.day))
    } else {
        format!("{} – {}", length_in(a, language), length_in(b, language))
    }
}

/// A number of days in the unit that fits it: "5 days", "6 weeks", "3 months", "2 years".
pub fn length(days: i64) -> String {
    length_in(days, DateLanguage::English)
}

pub fn length_in(days: i64, language: DateLanguage) -> String {
    let words = language.words();
    let (number, unit) = if days % 7 == 0 && (14..=112).contains(&days) {
        (days / 7, &words.week)
    } else if days < 60 {
        (days, &words.day)
    } else if days < 730 {
        ((days * 12 + 182) / 365, &words.month)
    } else {
        ((days * 400 + 73_048) / 146_097, &words.year)
    };
    words.count(number, unit)
}

/// The whole of a `When` in one line, its year told: "c. 24 Oct – c. 5 Dec 2025", "8–2 weeks before publication".
pub fn when(when: &When) -> String {
    when_in(when, DateLanguage::English)
}

pub fn when_in(when: &When, language: DateLanguage) -> String {
    let style = Style::YEAR.told_in(language);
    let words = stretch(when.frame, when.earliest(), when.latest(), when.approximate(), when.grain, style);
    let [before, after] = language.words().publication;
    match when.frame {
        Frame::Calendar => words,
        Frame::Publication if when.earliest() == 0 && when.latest() == 0 => words,
        Frame::Publication => format!("{words}{}", if when.latest() <= 0 { before } else { after }),
    }
}

/// A span as it is said: "19 December 2025", "20 to 21 December 2025", "about 24 October to about 5 December 2025".
pub fn spoken(frame: Frame, from: Day, to: Day, soft: [bool; 2], grain: Grain) -> String {
    if frame == Frame::Publication {
        let words = stretch(frame, from, to, soft, grain, Style::SHORT).replace('–', " to ").replace("c. ", "about ");
        return if from == 0 && to == 0 { words } else { format!("{words} publication") };
    }
    let about = |soft: bool| if soft { "about " } else { "" };
    if from == to {
        return format!("{}{}", about(soft[0] || soft[1]), long_day(from));
    }
    let (Some(a), Some(b)) = (date(from), date(to)) else { return format!("{} to {}", long_day(from), long_day(to)) };
    let first = match () {
        () if a.year() != b.year() => long_day(from),
        () if a.month() != b.month() || soft[1] => format!("{} {}", a.day(), month_name(a.month())),
        () => a.day().to_string(),
    };
    format!("{}{first} to {}{}", about(soft[0]), about(soft[1]), long_day(to))
}

/// The two ends of a `When` in full, the second none where it is one day: "24 Oct 2025", "8 weeks before".
pub fn ends(when: &When) -> (String, Option<String>) {
    let [soft_from, soft_to] = when.approximate();
    let write = |at: Day| match when.frame {
        Frame::Calendar => day(at, Style::YEAR),
        Frame::Publication if at == 0 => "day of publication".to_owned(),
        Frame::Publication => format!("{} {}", length(i64::from(at).abs()), if at < 0 { "before" } else { "after" }),
    };
    let end = |soft, at| about(soft, write(at), DateLanguage::English);
    let first = end(soft_from, when.earliest());
    if when.is_day() { (first, None) } else { (first, Some(end(soft_to, when.latest()))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(y: i32, m: u32, d: u32) -> Day {
        NaiveDate::from_ymd_opt(y, m, d).map(day_of).unwrap()
    }

    fn cal(from: Day, to: Day, style: Style) -> String {
        stretch(Frame::Calendar, from, to, [false; 2], Grain::Day, style)
    }

    #[test]
    fn days() {
        let d = on(2025, 12, 19);
        assert_eq!(day(d, Style::SHORT), "19 Dec");
        assert_eq!(day(d, Style::FULL), "Fri 19 Dec 2025");
        assert_eq!(long_day(d), "19 December 2025");
        assert_eq!(day(on(-43, 3, 15), Style::YEAR), "15 Mar 44 BC");
        assert_eq!(day(on(0, 1, 1), Style::YEAR), "1 Jan 1 BC");
        assert_eq!(day(Day::MAX, Style::YEAR), "day 2147483647");
    }

    #[test]
    fn stretches_on_the_calendar() {
        assert_eq!(cal(on(2025, 12, 20), on(2025, 12, 21), Style::WEEKDAY), "Sat 20 – Sun 21 Dec");
        assert_eq!(cal(on(2025, 12, 20), on(2025, 12, 21), Style::SHORT), "20–21 Dec");
        assert_eq!(cal(on(1955, 9, 10), on(1965, 9, 9), Style::SHORT), "10 Sep 1955 – 9 Sep 1965");
        assert_eq!(cal(on(1978, 9, 5), on(1978, 9, 17), Style::YEAR), "5–17 Sep 1978");
        assert_eq!(cal(on(1977, 11, 9), on(1977, 12, 31), Style::YEAR), "9 Nov – 31 Dec 1977");
        assert_eq!(cal(on(1978, 9, 17), on(1979, 3, 10), Style::YEAR), "17 Sep 1978 – 10 Mar 1979");
        assert_eq!(cal(on(1978, 3, 1), on(1978, 6, 30), Style::YEAR), "Mar – Jun 1978");
        assert_eq!(cal(on(1967, 1, 1), on(1967, 1, 31), Style::YEAR), "Jan 1967");
        assert_eq!(cal(on(1967, 1, 1), on(1967, 12, 31), Style::SHORT), "1967");
        assert_eq!(cal(on(1967, 1, 1), on(1969, 12, 31), Style::SHORT), "1967–1969");
        assert_eq!(cal(on(1970, 1, 1), on(1979, 12, 31), Style::SHORT), "1970s");
        assert_eq!(cal(on(1969, 9, 1), on(1979, 11, 30), Style::SHORT), "Sep 1969 – Nov 1979");
        assert_eq!(cal(on(-43, 1, 1), on(-43, 12, 31), Style::SHORT), "44 BC");
    }

    #[test]
    fn approximate_ends_say_about() {
        let (a, b) = (on(2025, 10, 24), on(2025, 12, 5));
        assert_eq!(stretch(Frame::Calendar, a, b, [true; 2], Grain::Week, Style::SHORT), "c. 24 Oct – c. 5 Dec");
        assert_eq!(stretch(Frame::Calendar, a, b, [false, true], Grain::Week, Style::YEAR), "24 Oct – c. 5 Dec 2025");
        assert_eq!(stretch(Frame::Calendar, a, a + 3, [true; 2], Grain::Day, Style::SHORT), "c. 24 Oct – c. 27 Oct");
        assert_eq!(end(Frame::Calendar, a, true, false), "c. 24 Oct");
    }

    #[test]
    fn counted_from_publication() {
        let words = |a, b, grain| stretch(Frame::Publication, a, b, [false; 2], grain, Style::SHORT);
        assert_eq!(words(-56, -14, Grain::Week), "8–2 weeks before");
        assert_eq!(words(0, 6, Grain::Weekend), "that weekend, 0–6 days after");
        assert_eq!(words(-3, -3, Grain::Day), "3 days before");
        assert_eq!(words(-1, -1, Grain::Day), "1 day before");
        assert_eq!(words(0, 0, Grain::Day), "the day of publication");
        assert_eq!(words(-56, 0, Grain::Day), "up to 8 weeks before");
        assert_eq!(words(-2, 5, Grain::Day), "2 days before to 5 days after");
        assert_eq!(offset(-56), "−8 w");
        assert_eq!(offset(0), "0");
        assert_eq!(offset(5), "+5 d");
        assert_eq!(offset(-30), "−30 d");
        assert_eq!(offset(-1095), "−3 y");
    }
}
