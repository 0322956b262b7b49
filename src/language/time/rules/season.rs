//! Seasons, quarters, halves and fiscal years.

use super::date;
use crate::language::time::meaning::{Base, Meaning, Unit, Within, Year};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "season-year",
        pattern: "the? SEASON ,? of? YEAR",
        examples: &["summer 2007", "the spring of 1862", "autumn of 1941"],
        read: |m| date(Year::Known(m.year(0)?), Within::Season(m.season()?)),
    },
    Rule {
        name: "season-before-christ",
        pattern: "the? SEASON of? ANYYEAR bc|bce|b.c.",
        examples: &["the spring of 480 BC"],
        read: |m| date(super::before_christ(m.any_year(0)?)?, Within::Season(m.season()?)),
    },
    Rule {
        name: "season-shift",
        pattern: "this? last|past|this|next|coming SEASON",
        examples: &["last fall", "this summer", "this past spring", "next winter"],
        read: |m| {
            let steps = if m.has_any(&["last", "past"]) { -1 } else { i32::from(m.has("next")) };
            named(m, steps, Base::Publication)
        },
    },
    Rule {
        name: "that-season",
        pattern: "that same? SEASON | the same SEASON",
        examples: &["that autumn", "the same spring"],
        read: |m| named(m, 0, Base::Told),
    },
    Rule {
        name: "following-season",
        pattern: "the following|next|previous|preceding SEASON",
        examples: &["the following spring", "the previous winter"],
        read: |m| named(m, if m.has_any(&["following", "next"]) { 1 } else { -1 }, Base::Told),
    },
    Rule {
        name: "season",
        pattern: "the SEASON",
        examples: &["the summer", "the winter"],
        read: |m| if compound(m) { None } else { date(Year::Open, Within::Season(m.season()?)) },
    },
    Rule {
        name: "bare-season",
        pattern: "['s|in|by|since|during|until|till|early|late|mid|-|through|from|of] SEASON",
        examples: &["spring", "autumn"],
        read: |m| {
            if compound(m) || m.capital() && m.after_is(1, crate::language::time::lexicon::Class::Name) {
                None
            } else {
                date(Year::Open, Within::Season(m.season()?))
            }
        },
    },
    Rule {
        name: "quarter-year",
        pattern: "the? fiscal? -? ORDINAL -? quarter ,? of? fiscal? YEAR",
        examples: &["the third quarter of 1984", "third-quarter 1989", "the first quarter of fiscal 1990"],
        read: |m| date(Year::Known(m.year(0)?), Within::Quarter(quarter(m)?)),
    },
    Rule {
        name: "year-quarter",
        pattern: "the? YEAR 's? fiscal? ORDINAL -? quarter",
        examples: &["the 1988 third quarter", "1990's first quarter"],
        read: |m| date(Year::Known(m.year(0)?), Within::Quarter(quarter(m)?)),
    },
    Rule {
        name: "quarter-of-shifted-year",
        pattern: "the? fiscal? ORDINAL -? quarter of? last|this|next year | last|this|next year 's? fiscal? ORDINAL -? quarter",
        examples: &["the first quarter of next year", "this year's third quarter", "last year's fourth quarter"],
        read: |m| {
            let steps = if m.has("last") { -1 } else { i32::from(m.has("next")) };
            date(Year::Shifted { steps, base: Base::Publication }, Within::Quarter(quarter(m)?))
        },
    },
    Rule {
        name: "quarter",
        pattern: "the|its|their? fiscal? -? ORDINAL quarter | fiscal? ORDINAL - quarter | the fiscal - ORDINAL quarter",
        examples: &["the third quarter", "third-quarter", "fiscal second-quarter"],
        read: |m| date(Year::Open, Within::Quarter(quarter(m)?)),
    },
    Rule {
        name: "quarter-short",
        pattern: "q1|q2|q3|q4 ,? of? YEAR?",
        examples: &["Q3 2014"],
        read: |m| {
            let quarter = m.tokens.word(m.range.start).strip_prefix('q')?.parse().ok()?;
            date(m.year(0).map_or(Year::Open, Year::Known), Within::Quarter(quarter))
        },
    },
    Rule {
        name: "latest-quarter",
        pattern: "the|that|this|its? latest|current|same|recent quarter|period | the|that|this quarter",
        examples: &["the latest quarter", "the quarter", "that quarter", "the latest period"],
        read: |m| {
            if m.has_any(&["period"]) && !m.has("latest")
                || m.after(1) == "of" && m.has("quarter") && !m.has("latest")
                || m.after(1) == "century"
            {
                return None;
            }
            if m.has_any(&["this", "current"]) {
                return Some(Meaning::Shift { unit: Unit::Quarter, steps: 0, base: Base::Publication }.into());
            }
            Some(Meaning::QuarterShift { steps: 0 }.into())
        },
    },
    Rule {
        name: "year-ago-quarter",
        pattern: "the? comparable? year - ago|earlier ORDINAL? quarter|period | year - ago|earlier",
        examples: &["the year-ago quarter", "year-earlier", "the year-ago third quarter", "the year-earlier period"],
        read: |m| match m.ordinal(0) {
            Some(_) => date(Year::Shifted { steps: -1, base: Base::Publication }, Within::Quarter(quarter(m)?)),
            None => Some(Meaning::QuarterShift { steps: -4 }.into()),
        },
    },
    Rule {
        name: "quarter-year-before",
        pattern: "the quarter|period a year ago|earlier | the corresponding|comparable|same|year-earlier period|quarter last year | last year 's quarter",
        examples: &["the quarter a year ago", "the corresponding period last year"],
        read: |_| Some(Meaning::QuarterShift { steps: -4 }.into()),
    },
    Rule {
        name: "year-period",
        pattern: "the YEAR quarter|period",
        examples: &["the 1988 quarter", "the 1988 period"],
        read: |m| Some(Meaning::QuarterOf { year: m.year(0)? }.into()),
    },
    Rule {
        name: "half-year",
        pattern: "the? first|second|last|latter half of? fiscal? YEAR",
        examples: &["the first half of 1985", "the last half of 1989"],
        read: |m| date(Year::Known(m.year(0)?), Within::Half(half(m))),
    },
    Rule {
        name: "half-shifted-year",
        pattern: "the? first|second|last|latter half of the|this|last|next year",
        examples: &["the second half of this year", "the first half of next year"],
        read: |m| {
            let steps = if m.tokens.word(m.range.end - 2) == "last" { -1 } else { i32::from(m.has("next")) };
            date(Year::Shifted { steps, base: Base::Publication }, Within::Half(half(m)))
        },
    },
    Rule {
        name: "fiscal-year",
        pattern: "the? fiscal year? YEAR",
        examples: &["fiscal 1989", "fiscal year 2015", "the fiscal year 1990"],
        read: |m| date(Year::Known(m.year(0)?), Within::Whole),
    },
    Rule {
        name: "fiscal-year-shift",
        pattern: "the|this|last|next|its? current|latest|last|next|previous? fiscal year",
        examples: &["the current fiscal year", "this fiscal year", "next fiscal year"],
        read: |m| {
            if matches!(m.after(1), "ended" | "ending") {
                return Some(Meaning::Duration { amount: Amount::Exact(1.0), unit: Unit::Year }.into());
            }
            let steps = if m.has_any(&["last", "latest", "previous"]) { -1 } else { i32::from(m.has("next")) };
            Some(Meaning::Shift { unit: Unit::Year, steps, base: Base::Publication }.into()).filter(|_| m.len() > 2)
        },
    },
];

fn named(m: &Match, steps: i32, base: Base) -> Option<Outcome> {
    Some(Meaning::Named { within: Within::Season(m.season()?), steps, base }.into())
}

fn quarter(m: &Match) -> Option<u32> {
    m.ordinal(0).filter(|q| (1..=4).contains(q)).map(|q| q as u32)
}

fn half(m: &Match) -> u32 {
    if m.has("first") { 1 } else { 2 }
}

/// "the winter coat", "the summer Olympics", "the fall of Saigon", "the spring water"
fn compound(m: &Match) -> bool {
    match m.after(1) {
        "of" => {
            !matches!(m.after(2), "last" | "this" | "next" | "that" | "the" | "his" | "her") || m.after(2) == "the" && m.after(3) != "same"
        }
        "," | "." | ";" | ":" | ")" | "" | "and" | "or" | "to" | "when" | "as" | "in" | "on" | "at" | "with" | "but" | "before"
        | "after" | "while" | "that" | "which" | "the" | "a" | "an" | "he" | "she" | "they" | "it" | "they're" | "-" | "\u{2014}"
        | "\u{2013}" | "was" | "is" | "will" | "had" | "has" | "were" | "by" | "of'" | "'s" | "for" | "from" | "until" | "campaign"
        | "months" | "offensive" => false,
        _ => m.has_any(&["fall", "spring"]) || m.tokens.lexeme(m.range.end).classes == 0 && !m.closes(),
    }
}
