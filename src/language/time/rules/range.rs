//! Ranges and lists told with shared parts: "May 3–5", "from 3 to 5 May", "between March and June 1994", "1904–05".

use super::reading;
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Meaning, Partial, Reading, Within, Year};
use crate::language::time::pattern::{Joint, Match, Outcome, Rule};
use std::ops::Range;

pub const RULES: &[Rule] = &[
    Rule {
        name: "month-days",
        pattern: "MONTH DAY DASH|to|through|until|and|or|/|& DAY ( ,? of? YEAR )?",
        examples: &["May 3–5", "May 3 to 5, 2014", "September 10-12"],
        read: |m| {
            let (month, year) = (m.month(0)?, m.year(0).map_or(Year::Open, Year::Known));
            let (a, b) = (m.day(0)?, m.day(1)?);
            let split = m.of(Class::DayNumber, 0)?.end;
            let rest = m.of(Class::DayNumber, 1)?.start;
            (a < b).then(|| pair(m, split, day(year, month, a), rest, day(year, month, b)))
        },
    },
    Rule {
        name: "days-month",
        pattern: "the? DAY DASH|to|through|until|and|or|/|& the? DAY of? MONTH ( ,? of? YEAR )?",
        examples: &["3–5 May", "3 to 5 May 2014", "the 3rd and 4th of June"],
        read: |m| {
            let (month, year) = (m.month(0)?, m.year(0).map_or(Year::Open, Year::Known));
            let (a, b) = (m.day(0)?, m.day(1)?);
            let split = m.of(Class::DayNumber, 0)?.end;
            let rest = m.of(Class::DayNumber, 1)?.start;
            (a < b).then(|| pair(m, split, day(year, month, a), rest, day(year, month, b)))
        },
    },
    Rule {
        name: "month-days-month-day-year",
        pattern: "MONTH DAY DASH|to|through|until|and MONTH DAY ,? YEAR",
        examples: &["May 30 to June 2, 2014", "December 28 – January 3, 1999"],
        read: |m| {
            let (from, to, year) = (m.month(0)?, m.month(1)?, m.year(0)?);
            let first = Year::Known(if from > to { year - 1 } else { year });
            let rest = m.of(Class::Month, 1)?.start;
            Some(pair(m, m.of(Class::DayNumber, 0)?.end, day(first, from, m.day(0)?), rest, day(Year::Known(year), to, m.day(1)?)))
        },
    },
    Rule {
        name: "day-month-to-day-month-year",
        pattern: "the? DAY of? MONTH DASH|to|through|until|and the? DAY of? MONTH ,? YEAR",
        examples: &["30 May to 2 June 2014", "28 December – 3 January 1999"],
        read: |m| {
            let (from, to, year) = (m.month(0)?, m.month(1)?, m.year(0)?);
            let first = Year::Known(if from > to { year - 1 } else { year });
            let rest = m.of(Class::DayNumber, 1)?.start;
            Some(pair(m, m.of(Class::Month, 0)?.end, day(first, from, m.day(0)?), rest, day(Year::Known(year), to, m.day(1)?)))
        },
    },
    Rule {
        name: "months-year",
        pattern: "MONTH DASH|to|through|until|and|or|/ MONTH ,? of? YEAR",
        examples: &["March–June 1994", "March and June 1994", "December to February 2001"],
        read: |m| {
            let (from, to, year) = (m.month(0)?, m.month(1)?, m.year(0)?);
            let first = Year::Known(if from > to { year - 1 } else { year });
            let rest = m.of(Class::Month, 1)?.start;
            let month = |year, month| reading(year, Within::Month(month), None);
            Some(pair(m, m.of(Class::Month, 0)?.end, month(first, from), rest, month(Year::Known(year), to)))
        },
    },
    Rule {
        name: "years-short",
        pattern: "YEAR DASH SHORTYEAR",
        examples: &["1904–05", "1995-96"],
        read: |m| {
            let first = m.year(0)?;
            let second = first - first.rem_euclid(100) + m.short_year(0)?;
            // "2014-05" without a day may be a month; a range of years runs on.
            let tight = m.tokens.is(m.range.start + 1, Class::Tight);
            (tight && second > first && m.after(1) != "-").then(|| {
                let whole = |year| reading(Year::Known(year), Within::Whole, None);
                pair(m, m.range.start + 1, whole(first), m.range.start + 2, whole(second))
            })
        },
    },
    Rule {
        name: "years",
        pattern: "( the? years )? YEAR DASH|/ YEAR",
        examples: &["1904–1905", "the years 1952-1954"],
        read: |m| {
            let (first, second) = (m.of(Class::Year, 0)?, m.of(Class::Year, 1)?);
            let (a, b) = (m.year(0)?, m.year(1)?);
            let whole = |year| reading(Year::Known(year), Within::Whole, None);
            (a < b && m.tokens.lexeme(first.start).digits > 0).then(|| pair(m, first.end, whole(a), second.start, whole(b)))
        },
    },
    Rule {
        name: "years-to",
        pattern: "[from] YEAR to|until|through|till SHORTYEAR",
        examples: &["1904 to '05"],
        read: |m| {
            let first = m.year(0)?;
            let second = first - first.rem_euclid(100) + m.short_year(0)?;
            let whole = |year| reading(Year::Known(year), Within::Whole, None);
            let (split, rest) = (m.of(Class::Year, 0)?.end, m.of(Class::ShortYear, 0)?.start);
            (second > first).then(|| pair(m, split, whole(first), rest, whole(second)))
        },
    },
    Rule {
        name: "bc-range",
        pattern: "ANYYEAR DASH|to|and ANYYEAR bc|bce|b.c.",
        examples: &["499-493 BC", "480 to 479 BC"],
        read: |m| {
            let (a, b) = (m.any_year(0)?, m.any_year(1)?);
            let whole = |year: i32| reading(Year::Known(1 - year), Within::Whole, None);
            let (split, rest) = (m.of(Class::AnyYear, 0)?.end, m.of(Class::AnyYear, 1)?.start);
            (a > b).then(|| pair(m, split, whole(a), rest, whole(b)))
        },
    },
];

/// Over expressions that have been read before.
pub const COMBINED: &[Rule] = &[
    Rule {
        name: "from-to",
        pattern: "[from] DATE to|until|till|through|DASH DATE",
        examples: &["May 3 to June 5", "1954 to 1958", "Monday to Wednesday"],
        read: |m| ends(m, Joint::Throughout),
    },
    Rule {
        name: "through",
        pattern: "DATE DASH|through|thru|until|till DATE",
        examples: &["May 3 – June 5", "Monday through Wednesday", "3 May–5 June"],
        read: |m| ends(m, Joint::Throughout),
    },
    Rule {
        name: "between-and",
        pattern: "[between] DATE and DATE",
        examples: &["1904 and 1905", "March and June"],
        read: |m| ends(m, Joint::Between),
    },
];

fn day(year: Year, month: u32, day: u32) -> Reading {
    reading(year, Within::Day { month, day }, None)
}

/// Two expressions: from the match's start to `split`, and from `rest` to its end.
fn pair(m: &Match, split: usize, first: Reading, rest: usize, second: Reading) -> Outcome {
    let joiner = m.tokens.word(split);
    let joint = match joiner {
        "and" | "or" | "&" if m.before(1) == "between" => Joint::Between,
        "and" | "or" | "&" => Joint::List,
        _ => Joint::Throughout,
    };
    Outcome::Pair { first: (m.range.start..split, first), second: (rest..m.range.end, second), joint }
}

/// The two dates of a range that have been read apart; the first takes its year from the second where it has none.
fn ends(m: &Match, joint: Joint) -> Option<Outcome> {
    let (a, b): (Range<usize>, Range<usize>) = (m.of(Class::ReadDate, 0)?, m.of(Class::ReadDate, 1)?);
    let (mut first, second) = (m.date(0)?, m.date(1)?);
    if let (Meaning::Date(from), Meaning::Date(to)) = (&mut first.meaning, &second.meaning)
        && from.year == Year::Open
        && let Year::Known(year) = to.year
    {
        let month = |p: &Partial| match p.within {
            Within::Month(month) | Within::Day { month, .. } => month,
            _ => 0,
        };
        from.year = Year::Known(if month(from) > month(to) { year - 1 } else { year });
    }
    Some(Outcome::Pair { first: (a, first), second: (b, second), joint })
}
