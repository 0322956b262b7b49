//! Dates counted from the last date told or from an event: "the following day", "two weeks later", "that year", "the day before the summit".

use super::deictic::count;
use super::{shift, shifted};
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Base, Clock, Convention, Meaning, Reading, Reference, Unit};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "following-unit",
        pattern: "the next|following|subsequent|ensuing UNIT | the UNIT following",
        examples: &["the following day", "the next month", "the following year", "the day following"],
        read: |m| {
            // "the next day of talks" is no date; "the day following the vote" is counted from the vote.
            if m.has("next") && m.after(1) == "of" {
                return None;
            }
            let anchored = m.tokens.word(m.range.end - 1) == "following" && !m.closes();
            shift(m.unit()?, 1, if anchored { Base::Event } else { Base::Told })
        },
    },
    Rule {
        name: "previous-unit",
        pattern: "the previous|preceding|prior UNIT",
        examples: &["the previous day", "the preceding year", "the previous month"],
        read: |m| shift(m.unit()?, -1, Base::Told),
    },
    Rule {
        name: "same-unit",
        pattern: "that same? UNIT | the same|very UNIT",
        examples: &["that day", "that year", "the same month", "that same day", "the same day"],
        read: |m| shift(m.unit()?, 0, Base::Told),
    },
    Rule {
        name: "day-after",
        pattern: "the UNIT before|after | the UNIT earlier|later",
        examples: &["the day before", "the week after", "the year before"],
        read: |m| {
            let unit = m.unit()?;
            if unit.is_clock() {
                return None;
            }
            let steps = if m.has_any(&["before", "earlier"]) { -1 } else { 1 };
            shift(unit, steps, if m.closes() { Base::Told } else { Base::Event })
        },
    },
    Rule {
        name: "the-year-told",
        pattern: "the full|whole|entire|current? year",
        examples: &["the year", "the full year"],
        read: |m| {
            if matches!(m.after(1), "that" | "when" | "in" | "before" | "after" | "a" | "of") && m.len() == 2 || m.after_is(1, Class::Year)
            {
                return None;
            }
            // "the year-earlier period" is read with its quarter.
            if m.after(1) == "-" {
                return None;
            }
            if m.has("current") {
                return shift(Unit::Year, 0, Base::Publication);
            }
            // "in the year ended Aug. 31" tells a length.
            let length = matches!(m.after(1), "ended" | "ending" | "to");
            if length {
                Some(Meaning::Duration { amount: Amount::Exact(1.0), unit: Unit::Year }.into())
            } else {
                shift(Unit::Year, 0, Base::Event)
            }
        },
    },
    Rule {
        name: "part-of-told-unit",
        pattern: "the? first|last|final|closing|waning days|weeks|months of the week|month|year|decade | the? very? end|close|beginning|start|middle|rest|remainder of the day|week|month|year|decade|century | the? latter|early|later|first|second part|half of the week|month|year|decade|century",
        examples: &["the end of the month", "the last days of the year", "the latter part of the year", "the rest of the decade"],
        read: |m| {
            use crate::language::time::meaning::Position;
            let unit = Unit::ALL.into_iter().find(|u| u.singular() == m.tokens.word(m.range.end - 1))?;
            let position = if m.has("days") {
                if m.has("first") { Position::FirstDays } else { Position::LastDays }
            } else if m.has_any(&["rest", "remainder"]) {
                Position::Most
            } else if m.has("half") {
                if m.has("first") { Position::FirstHalf } else { Position::SecondHalf }
            } else if m.has("middle") {
                Position::Mid
            } else if m.has_any(&["end", "close", "latter", "later", "second", "last", "final", "closing", "waning"]) {
                Position::Late
            } else {
                Position::Early
            };
            Some(Reading::from(shifted(unit, 0, Base::Event)?).part(position).into())
        },
    },
    Rule {
        name: "leading-up",
        pattern: "the UNIT|UNITS leading|running up to | the run - up to | the UNIT|UNITS ahead of",
        examples: &["the week leading up to", "the days running up to"],
        read: |m| {
            let days = m.unit().filter(|u| *u < Unit::Year).map_or(14, super::super::resolve::days_of);
            let days = if m.tokens.word(m.range.start + 1).ends_with('s') { days * 4 } else { days };
            Some(Meaning::Reference { what: Reference::Past, days: Convention::Days(-days.max(1), -1), base: Base::Event }.into())
        },
    },
    Rule { name: "eve-of", pattern: "the eve of", examples: &["the eve of"], read: |_| shift(Unit::Day, -1, Base::Event) },
    Rule {
        name: "later",
        pattern: "AMOUNT more? UNIT|UNITS later|afterwards|afterward|thereafter|on",
        examples: &["two days later", "a year later", "a few months later", "nine days on"],
        read: |m| {
            // "one day later than planned" counts from what was planned.
            if m.after(1) == "than" || m.has("on") && !(m.closes() && m.range.start < 2 || m.after(1) == ",") {
                return None;
            }
            count(m, true, Base::Told)
        },
    },
    Rule {
        name: "earlier",
        pattern: "AMOUNT UNIT|UNITS earlier|previously|beforehand|prior",
        examples: &["a year earlier", "two weeks earlier", "five years previously"],
        read: |m| if m.has("prior") && m.after(1) == "to" { None } else { count(m, false, Base::Told) },
    },
    Rule {
        name: "counted-twice",
        pattern: "AMOUNT week|weeks and AMOUNT day|days later|earlier",
        examples: &["a week and a day later", "two weeks and three days earlier"],
        read: |m| {
            let (weeks, days) = (m.amount()?.whole()?, m.last_amount()?.whole()?);
            let amount = Amount::Exact(f64::from(weeks * 7 + days));
            Some(Meaning::Count { amount, unit: Unit::Day, later: m.has("later"), base: Base::Told }.into())
        },
    },
    Rule {
        name: "counted-before-after",
        pattern: "AMOUNT UNIT|UNITS before|after",
        examples: &["two days before", "three years after"],
        read: |m| if m.closes() && m.after(1) != "(" { count(m, m.has("after"), Base::Told) } else { None },
    },
    Rule {
        name: "counted-after-that",
        pattern: "AMOUNT UNIT|UNITS before|after that|this|then",
        examples: &["two days after that", "three days before that"],
        read: |m| if ends(m) { count(m, m.has("after"), Base::Told) } else { None },
    },
    Rule {
        name: "vague-later",
        pattern: "UNITS later|afterwards",
        examples: &["weeks later", "days later"],
        read: |m| Some(Meaning::Count { amount: Amount::Vague, unit: m.unit()?, later: true, base: Base::Told }.into()),
    },
    Rule {
        name: "vague-earlier",
        pattern: "UNITS earlier|before",
        examples: &["weeks earlier", "months before"],
        read: |m| {
            if m.has("before") && !m.closes() {
                return None;
            }
            Some(Meaning::Count { amount: Amount::Vague, unit: m.unit()?, later: false, base: Base::Told }.into())
        },
    },
    Rule {
        name: "within-later",
        pattern: "less|fewer than AMOUNT UNIT|UNITS later|earlier|before|after that|this?",
        examples: &["less than a week later", "less than two weeks after that"],
        read: |m| {
            if m.has_any(&["before", "after"]) && !m.closes() && !(m.has_any(&["that", "this"]) && ends(m)) {
                return None;
            }
            let later = m.has_any(&["later", "after"]);
            Some(
                Reading::from(Meaning::Count { amount: m.amount()?, unit: m.unit()?, later, base: Base::Told })
                    .with(super::super::Modifier::LessThan)
                    .into(),
            )
        },
    },
    Rule {
        name: "following-units",
        pattern: "the following|next|ensuing|subsequent|succeeding|intervening|preceding|previous AMOUNT? UNITS | the AMOUNT following|previous|preceding UNITS | [in|over|during] subsequent|ensuing|succeeding UNITS | the AMOUNT? UNITS that|which followed",
        examples: &[
            "the days that followed",
            "the following days",
            "the preceding two years",
            "the four previous weeks",
            "the ensuing weeks",
        ],
        read: |m| {
            if m.has("next") {
                return None;
            }
            let later = !m.has_any(&["preceding", "previous"]);
            Some(Meaning::Period { amount: m.amount().unwrap_or(Amount::Vague), unit: m.unit()?, later, base: Base::Told }.into())
        },
    },
    Rule {
        name: "earlier-that-unit",
        pattern: "earlier|later|early|late|sometime in? that same? UNIT | earlier|later the same UNIT",
        examples: &["later that year", "earlier that month", "later the same day"],
        read: |m| {
            let reading = Reading::from(shifted(m.unit()?, 0, Base::Told)?);
            Some(position(m, reading).into())
        },
    },
    Rule {
        name: "early-following-unit",
        pattern: "early|late|sometime in? the next|following UNIT",
        examples: &["early the next year", "late the following month"],
        read: |m| {
            let reading = Reading::from(shifted(m.unit()?, 1, Base::Told)?);
            Some(position(m, reading).into())
        },
    },
    Rule {
        name: "following-part",
        pattern: "the next|following DAYPART | the DAYPART after",
        examples: &["the next morning", "the following night", "the morning after"],
        read: |m| if m.has("after") && !m.closes() { None } else { part(m, 1) },
    },
    Rule {
        name: "previous-part",
        pattern: "the previous DAYPART | the DAYPART before",
        examples: &["the previous evening", "the night before"],
        read: |m| if m.has("before") && !m.closes() { None } else { part(m, -1) },
    },
    Rule {
        name: "that-part",
        pattern: "that same? DAYPART | the same DAYPART",
        examples: &["that morning", "the same evening"],
        read: |m| part(m, 0),
    },
    Rule {
        name: "shortly-after",
        pattern: "shortly|soon|immediately after|afterwards|afterward|thereafter",
        examples: &["shortly after", "soon afterwards", "shortly thereafter"],
        read: |m| {
            let days = if m.has("immediately") { Convention::Days(0, 3) } else { Convention::Days(0, 14) };
            Some(Meaning::Reference { what: Reference::Future, days, base: Base::Event }.into())
        },
    },
    Rule {
        name: "shortly-before",
        pattern: "shortly|just before|beforehand",
        examples: &["shortly before", "just before"],
        read: |m| {
            if m.has("just") && !m.closes() && m.after(1) != "the" {
                return None;
            }
            Some(Meaning::Reference { what: Reference::Past, days: Convention::Days(-14, 0), base: Base::Event }.into())
        },
    },
    Rule {
        name: "the-ordinal-day",
        pattern: "the ORDINAL day",
        examples: &["the second day", "the third day"],
        read: |m| {
            let steps = m.ordinal(0).filter(|n| (2..=30).contains(n))?;
            if m.closes() || m.after(1) == "of" && !m.after_is(2, Class::Month) {
                Some(Meaning::Count { amount: Amount::Exact(f64::from(steps - 1)), unit: Unit::Day, later: true, base: Base::Told }.into())
            } else {
                None
            }
        },
    },
];

/// Whether "that" in "two days after that" stands for what was told: a clause begins or nothing follows, no noun of its own.
fn ends(m: &Match) -> bool {
    const SUBJECTS: [&str; 22] = [
        "he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "his", "her", "its", "their", "there", "in", "on", "at", "another",
        "both", "all", "came",
    ];
    m.closes() || m.after_is(1, Class::Name) || SUBJECTS.contains(&m.after(1))
}

fn part(m: &Match, steps: i32) -> Option<Outcome> {
    Some(Reading::from(shifted(Unit::Day, steps, Base::Told)?).at(m.clock()?).into())
}

fn position(m: &Match, reading: Reading) -> Reading {
    use crate::language::time::meaning::Position;
    match m.tokens.word(m.range.start) {
        "earlier" => reading.part(Position::Earlier),
        "later" => reading.part(Position::Later),
        "early" => reading.part(Position::Early),
        "late" => reading.part(Position::Late),
        _ => reading,
    }
}

/// A clock time on the last day told.
pub(super) fn same_day(clock: Clock) -> Option<Outcome> {
    Some(Reading::from(Meaning::SameDay).at(clock).into())
}
