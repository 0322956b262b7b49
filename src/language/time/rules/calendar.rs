//! Dates of the calendar: whole ("3 May 2014"), in numbers ("2014-05-03", "2/3/2004"), before Christ, and partial ("May 3", "in August").

use super::{before_christ, date, reading};
use crate::language::time::lexicon::{self, Class};
use crate::language::time::meaning::{Meaning, Within, Year};
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "month-day-year",
        pattern: "MONTH the? DAY|ORDINAL ,? of? YEAR",
        examples: &["May 3, 2014", "Aug. 7 1998", "October 15th, 1969", "March eighth, 1998"],
        read: |m| date(Year::Known(m.year(0)?), Within::Day { month: m.month(0)?, day: day(m)? }),
    },
    Rule {
        name: "day-month-year",
        pattern: "the? DAY of? MONTH ,? of? YEAR",
        examples: &["3 May 2014", "the 3rd of March 1918", "25 July, 1918"],
        read: |m| date(Year::Known(m.year(0)?), Within::Day { month: m.month(0)?, day: day(m)? }),
    },
    Rule {
        name: "month-day",
        pattern: "MONTH the? DAY|ORDINAL",
        examples: &["May 3", "Aug. 7", "April 21st"],
        read: |m| {
            // "March 4 percent", "May 5 million"
            if matches!(m.after(1), "%" | "percent" | "million" | "billion") || m.after_is(1, Class::Month) && m.after_is(2, Class::Year) {
                return None;
            }
            date(Year::Open, Within::Day { month: m.month(0)?, day: day(m)? })
        },
    },
    Rule {
        name: "day-month",
        pattern: "the? DAY of? MONTH",
        examples: &["13 April", "the 3rd of May", "the 1st of December"],
        read: |m| date(Year::Open, Within::Day { month: m.month(0)?, day: day(m)? }),
    },
    Rule {
        name: "ordinal-day-month",
        pattern: "the ORDINAL of MONTH ,? YEAR?",
        examples: &["the third of May", "the twenty-first of June 1941"],
        read: |m| date(m.year(0).map_or(Year::Open, Year::Known), Within::Day { month: m.month(0)?, day: day(m)? }),
    },
    Rule {
        name: "weekday-month-day",
        pattern: "WEEKDAY|WEEKDAYSHORT ,? the? MONTH the? DAY|ORDINAL ( ,? YEAR )?",
        examples: &["Saturday, April 25", "Friday Oct. 13", "Wednesday, October 26, 2022", "Sunday, March eighth"],
        read: |m| weekday_date(m),
    },
    Rule {
        name: "weekday-day-month",
        pattern: "WEEKDAY|WEEKDAYSHORT ,? the? DAY of? MONTH ( ,? YEAR )?",
        examples: &["Friday 19 December 2025", "Monday, the 3rd of May", "Fri, 19 Dec 2025"],
        read: |m| weekday_date(m),
    },
    Rule {
        name: "month-year",
        pattern: "MONTH ,? of? YEAR",
        examples: &["May 2014", "October, 1917", "February of 1940", "Sept. 1998"],
        read: |m| date(Year::Known(m.year(0)?), Within::Month(m.month(0)?)),
    },
    Rule {
        name: "month-short-year",
        pattern: "MONTH of? SHORTYEAR",
        examples: &["May '94"],
        read: |m| if m.has_any(&["of"]) || quoted(m) { date(Year::Short(m.short_year(0)?), Within::Month(m.month(0)?)) } else { None },
    },
    Rule {
        name: "year-month-day",
        pattern: "YEAR TIGHT NUMBER TIGHT NUMBER",
        examples: &["2014-05-03"],
        read: |m| {
            let (month, day) = (m.number(0)?, m.number(1)?);
            let two = |nth| m.of(Class::Number, nth).is_some_and(|r| m.tokens.word(r.start).len() == 2);
            if !(two(0) && two(1) && (1..=12).contains(&month)) {
                return None;
            }
            date(Year::Known(m.year(0)?), Within::Day { month: month as u32, day: day as u32 })
        },
    },
    Rule { name: "numeric-date", pattern: "SLASHDATE", examples: &["2/3/2004", "15.3.2004", "11/25/99"], read: |m| numeric(m) },
    Rule {
        name: "year-before-christ",
        pattern: "ANYYEAR bc|bce|b.c.|b.c.e.|b.c",
        examples: &["480 BC", "44 B.C."],
        read: |m| date(before_christ(m.any_year(0)?)?, Within::Whole),
    },
    Rule {
        name: "month-before-christ",
        pattern: "MONTH of? ANYYEAR bc|bce|b.c.|b.c.e.",
        examples: &["April 480 BC"],
        read: |m| date(before_christ(m.any_year(0)?)?, Within::Month(m.month(0)?)),
    },
    Rule {
        name: "day-before-christ",
        pattern: "MONTH DAY ,? ANYYEAR bc|bce|b.c. | DAY MONTH ,? ANYYEAR bc|bce|b.c.",
        examples: &["March 15, 44 BC", "15 March 44 BC"],
        read: |m| date(before_christ(m.any_year(0)?)?, Within::Day { month: m.month(0)?, day: m.day(0)? }),
    },
    Rule {
        name: "year-after-christ",
        pattern: "ad|a.d. ANYYEAR | ANYYEAR ad|a.d.|ce",
        examples: &["AD 70", "410 AD"],
        read: |m| date(Year::Known(m.any_year(0)?), Within::Whole),
    },
    Rule {
        name: "year",
        pattern: "YEAR",
        examples: &["1998", "nineteen ninety-eight"],
        read: |m| {
            let year = m.year(0)?;
            if is_other_number(m) { None } else { date(Year::Known(year), Within::Whole) }
        },
    },
    Rule {
        name: "the-year",
        pattern: "the year|years YEAR",
        examples: &["the year 1998", "the year two thousand"],
        read: |m| date(Year::Known(m.year(0)?), Within::Whole),
    },
    Rule {
        name: "short-year",
        pattern: "[in|of|since|by|from|until|to|for|late|early|mid|-|and] SHORTYEAR",
        examples: &["'94"],
        read: |m| if quoted(m) { date(Year::Short(m.short_year(0)?), Within::Whole) } else { None },
    },
    Rule {
        name: "month",
        pattern: "FULLMONTH",
        examples: &["August"],
        read: |m| if is_month(m) { date(Year::Open, Within::Month(m.month(0)?)) } else { None },
    },
    Rule {
        name: "short-month",
        pattern: "[in|since|by|until|from|of|late|early|mid|last|next|this|through|-|to] MONTH",
        examples: &["Sept.", "Dec."],
        read: |m| {
            if m.len() == 1 && m.has_any(&["jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."]) {
                date(Year::Open, Within::Month(m.month(0)?))
            } else {
                None
            }
        },
    },
    Rule {
        name: "day-of-month",
        pattern: "[on|by|until|since|from|before|after|to|and] the ORDINAL",
        examples: &["the 25th", "the 3rd"],
        read: |m| {
            let at = m.of(Class::Ordinal, 0)?.start;
            // Only in digits, and only where nothing is counted: "on the 25th.", not "on the 25th floor".
            let alone =
                m.closes() || matches!(m.after(1), "and" | "to" | "of" | "when" | "he" | "she" | "they" | "it" | "a" | "the" | "in");
            let digits = m.tokens.lexeme(at).digits;
            if alone && (1..=31).contains(&digits) && m.after(2) != "century" {
                date(Year::Open, Within::DayOnly(digits as u32))
            } else {
                None
            }
        },
    },
    Rule {
        name: "week-of",
        pattern: "the? week of MONTH DAY ( ,? YEAR )? | the? week of DAY MONTH YEAR?",
        examples: &["the week of March 6", "the week of 6 March 2000"],
        read: |m| date(m.year(0).map_or(Year::Open, Year::Known), Within::WeekOf { month: m.month(0)?, day: m.day(0)? }),
    },
    Rule {
        name: "week-number",
        pattern: "week NUMBER of YEAR",
        examples: &["week 12 of 2014"],
        read: |m| {
            let week = m.number(0)?;
            if (1..=53).contains(&week) { date(Year::Known(m.year(0)?), Within::Week(week as u32)) } else { None }
        },
    },
];

fn day(m: &Match) -> Option<u32> {
    m.day(0).or_else(|| m.ordinal(0).filter(|d| (1..=31).contains(d)).map(|d| d as u32))
}

/// A two-digit year is sure only with its apostrophe.
fn quoted(m: &Match) -> bool {
    m.of(Class::ShortYear, 0).is_some_and(|r| m.tokens.word(r.start).starts_with('\''))
}

fn weekday_date(m: &Match) -> Option<Outcome> {
    let year = m.year(0).map_or(Year::Open, Year::Known);
    Some(reading(year, Within::Day { month: m.month(0)?, day: day(m)? }, m.weekday()).into())
}

/// "2/3/2004": which is the day and which the month is known only where one of them is over 12 or the marks are full stops;
/// otherwise the resolver decides by the document's other dates. Written here with the month first.
fn numeric(m: &Match) -> Option<Outcome> {
    let word = m.tokens.word(m.range.start);
    let [a, b, c] = lexicon::slash_parts(word)?;
    let digits: Vec<usize> = word.split(['/', '.']).map(str::len).collect();
    let [first, _, last] = digits.as_slice() else { return None };
    let in_year = |month: i32, day: i32, year: i32| {
        let year = if year >= 100 { Year::Known(year) } else { Year::Short(year) };
        (month > 0 && day > 0).then(|| Outcome::from(reading(year, Within::Day { month: month as u32, day: day as u32 }, None)))
    };
    if *first == 4 {
        return in_year(b, c, a);
    }
    if !(*last == 4 || *last == 2 && word.contains('/')) {
        return None;
    }
    let day_first = word.contains('.') || a > 12 || b <= 12 && super::super::locale::day_first(m.tokens.document);
    if day_first { in_year(b, a, c) } else { in_year(a, b, c) }
}

/// Whether a number of four digits is a price, a count or a name's part rather than a year.
fn is_other_number(m: &Match) -> bool {
    let digits = m.len() == 1 && m.tokens.lexeme(m.range.start).digits > 0;
    if !digits {
        // In words, years and counts are told apart by what follows: "two thousand people".
        return m.after(1).is_empty() || m.tokens.lexeme(m.range.end).classes == 0 && !m.closes() && m.before(1) != "in";
    }
    // "resolutions 242, 338 and 1397": one of a list of numbers.
    let listed = matches!(m.before(1), "and" | "or" | ",")
        && (2..=3)
            .any(|back| m.range.start.checked_sub(back).is_some_and(|at| m.tokens.lexeme(at).digits > 0 && !m.tokens.is(at, Class::Year)));
    let number = m.tokens.lexeme(m.range.start).digits;
    let before = m.before(1);
    let after = m.after(1);
    const COUNTED: [&str; 40] = [
        "%",
        "percent",
        "points",
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "meters",
        "metres",
        "feet",
        "tons",
        "tonnes",
        "dollars",
        "euros",
        "pounds",
        "votes",
        "shares",
        "civilians",
        "prisoners",
        "workers",
        "students",
        "employees",
        "delegates",
        "members",
        "deaths",
        "casualties",
        "square",
        "hours",
        "hectares",
        "acres",
        "participants",
        "volunteers",
        "refugees",
        "jobs",
        "barrels",
    ];
    listed && number < 1700
        || matches!(
            before,
            "$" | "\u{a3}" | "\u{20ac}" | "#" | "no." | "resolution" | "flight" | "room" | "page" | "\u{a5}" | "number" | "paragraph"
        )
        || COUNTED.contains(&after)
        || number < 1400
            && !matches!(before, "in" | "since" | "of" | "until" | "by" | "from" | "year" | "before" | "after" | "to" | "and" | "(")
        || matches!(before, "to" | "at" | "about" | "nearly" | "over") && !(1500..=2050).contains(&number)
}

/// Whether a month's name stands for the month: "May", "March", "April", "June" and "August" have other uses.
fn is_month(m: &Match) -> bool {
    let word = m.tokens.word(m.range.start);
    if !matches!(word, "may" | "march" | "april" | "june" | "august") {
        return true;
    }
    let preposition = matches!(
        m.before(1),
        "in" | "since"
            | "by"
            | "until"
            | "till"
            | "from"
            | "of"
            | "to"
            | "through"
            | "for"
            | "during"
            | "before"
            | "after"
            | "last"
            | "next"
            | "this"
            | "late"
            | "early"
            | "mid"
            | "-"
            | "'s"
            | "and"
            | "between"
            | "every"
            | "each"
            | "that"
            | "throughout"
            | "previous"
            | "the"
            | "or"
            | "mid-"
            | "\u{2013}"
            | "("
            | "/"
            | "was"
            | "as"
    );
    // "June Carter", "Theresa May", "a march"
    let named = m.before_is(1, Class::Name)
        || m.after_is(1, Class::Name) && !matches!(m.before(1), "in" | "since" | "by" | "until" | "of" | "last" | "this" | "next");
    match word {
        "may" | "march" => {
            preposition && !named && !(matches!(m.before(1), "the" | "this" | "that") && m.after(1) != ",")
                || m.before_is(1, Class::Weekday)
        }
        _ => !named && (preposition || m.opens() || m.closes() || m.after(1) == "'s"),
    }
}

/// Used by the other groups: a meaning for a year and what lies in it.
pub(super) fn within(year: Year, within: Within) -> Meaning {
    reading(year, within, None).meaning
}
