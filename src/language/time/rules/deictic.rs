//! Dates counted from the day of writing: "today", "last week", "this year", "two days ago", "the past three months".

use super::{shift, shifted};
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Base, Clock, DayPart, Meaning, Position, Reading, Unit, Which};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "today",
        pattern: "today|yesterday|tomorrow",
        examples: &["today", "yesterday", "tomorrow"],
        read: |m| {
            // "USA Today" is a newspaper.
            if m.has("today") && m.capital() && m.before_is(1, Class::Name) {
                return None;
            }
            day(if m.has("today") {
                0
            } else if m.has("yesterday") {
                -1
            } else {
                1
            })
        },
    },
    Rule {
        name: "today-part",
        pattern: "yesterday|tomorrow|today DAYPART",
        examples: &["yesterday morning", "tomorrow night"],
        read: |m| {
            part(
                m,
                if m.has("today") {
                    0
                } else if m.has("yesterday") {
                    -1
                } else {
                    1
                },
            )
        },
    },
    Rule {
        name: "day-before-yesterday",
        pattern: "the? day before|after yesterday|tomorrow",
        examples: &["the day before yesterday", "the day after tomorrow"],
        read: |m| day(if m.has("yesterday") { -2 } else { 2 }).filter(|_| m.has("before") == m.has("yesterday")),
    },
    Rule { name: "tonight", pattern: "tonight", examples: &["tonight"], read: |_| on(0, DayPart::Night) },
    Rule {
        name: "last-night",
        pattern: "last|yesterday night|evening",
        examples: &["last night", "last evening"],
        read: |m| part_word(m, -1),
    },
    Rule { name: "this-part", pattern: "this DAYPART", examples: &["this morning", "this evening"], read: |m| part(m, 0) },
    Rule {
        name: "overnight",
        pattern: "overnight",
        examples: &["overnight"],
        read: |m| if m.after_is(1, Class::Name) { None } else { on(-1, DayPart::Night) },
    },
    Rule {
        name: "last-unit",
        pattern: "this? last|past UNIT",
        examples: &["last week", "last year", "this past month"],
        read: |m| if m.unit()? == Unit::Day || m.after(1) == "of" && m.len() == 2 { None } else { shift(m.unit()?, -1, Base::Publication) },
    },
    Rule {
        name: "past-year",
        pattern: "the last|past year",
        examples: &["the past year", "the last year"],
        read: |m| if m.after(1) == "of" { None } else { shift(Unit::Year, -1, Base::Publication) },
    },
    Rule {
        name: "the-past-unit",
        pattern: "the last|past UNIT",
        examples: &["the past week", "the past month"],
        read: |m| {
            let unit = m.unit()?;
            if m.has("last") && matches!(m.after(1), "of" | "before") || unit == Unit::Weekend {
                return None;
            }
            Some(Meaning::Period { amount: Amount::Exact(1.0), unit, later: false, base: Base::Publication }.into())
        },
    },
    Rule {
        name: "this-unit",
        pattern: "this|present|current UNIT | the current|present|ongoing UNIT | this same|very|current|present UNIT",
        examples: &["this week", "this year", "the current month"],
        read: |m| {
            let unit = m.unit()?;
            if !m.has_any(&["this", "the"]) && unit != Unit::Year || unit == Unit::Day && !m.has("very") {
                return None;
            }
            shift(unit, 0, Base::Publication)
        },
    },
    Rule {
        name: "next-unit",
        pattern: "next|coming UNIT | this coming|next UNIT | the coming|upcoming UNIT",
        examples: &["next week", "next month", "the coming year", "this coming week"],
        read: |m| {
            let unit = m.unit()?;
            if unit == Unit::Day || m.has("coming") && !m.has_any(&["the", "this"]) {
                return None;
            }
            // "in the coming week" is the seven days after, not the calendar's week.
            if m.has_any(&["coming", "upcoming"]) && matches!(unit, Unit::Week | Unit::Month) {
                return Some(Meaning::Period { amount: Amount::Exact(1.0), unit, later: true, base: Base::Publication }.into());
            }
            shift(unit, 1, Base::Publication)
        },
    },
    Rule {
        name: "week-before-last",
        pattern: "the UNIT before last | the UNIT after next",
        examples: &["the week before last", "the year after next"],
        read: |m| shift(m.unit()?, if m.has("last") { -2 } else { 2 }, Base::Publication),
    },
    Rule {
        name: "ago",
        pattern: "AMOUNT UNIT|UNITS ago",
        examples: &["two days ago", "a year ago", "10 years ago", "a few weeks ago"],
        read: |m| count(m, false, Base::Publication),
    },
    Rule {
        name: "amount-and-more-ago",
        pattern: "AMOUNT UNIT|UNITS or so|more ago",
        examples: &["a week or so ago", "a year or more ago"],
        read: |m| count(m, false, Base::Publication),
    },
    Rule {
        name: "vague-ago",
        pattern: "many|some|just|only? UNITS ago",
        examples: &["weeks ago", "years ago", "just days ago"],
        read: |m| Some(Meaning::Count { amount: Amount::Vague, unit: m.unit()?, later: false, base: Base::Publication }.into()),
    },
    Rule {
        name: "long-ago",
        pattern: "not? long|that|so? long ago | a long time ago | some time ago",
        examples: &["long ago", "not that long ago", "some time ago"],
        read: |_| super::vague::past(),
    },
    Rule {
        name: "ago-day",
        pattern: "AMOUNT UNIT|UNITS ago today|yesterday | AMOUNT UNIT|UNITS ago on? WEEKDAY | AMOUNT UNIT|UNITS ago this|last week|month",
        examples: &["a week ago today", "two years ago this week", "a week ago Monday", "a year ago today", "four years ago last month"],
        read: |m| {
            // "a year ago today" is that very day, "four years ago last month" that very month.
            if let (true, Some(years), Unit::Year) = (m.has_any(&["today", "month"]), m.amount()?.whole(), m.unit()?) {
                let (unit, back) = if m.has("today") { (Unit::Day, 0) } else { (Unit::Month, i32::from(m.has("last"))) };
                return Some(Meaning::YearsAgo { years, unit, back }.into());
            }
            // "a week ago today" is that very day.
            if m.has_any(&["today", "yesterday"])
                && let (Some(weeks), Unit::Week) = (m.amount()?.whole(), m.unit()?)
            {
                let amount = Amount::Exact(f64::from(weeks * 7 + i32::from(m.has("yesterday"))));
                return Some(Meaning::Count { amount, unit: Unit::Day, later: false, base: Base::Publication }.into());
            }
            if m.has_any(&["today", "yesterday", "this", "last"]) {
                return count(m, false, Base::Publication);
            }
            let weeks = match m.unit()? {
                Unit::Week => m.amount()?.whole()?,
                _ => return None,
            };
            Some(Meaning::Weekday { day: m.weekday()?, which: Which::OfWeek(-weeks) }.into())
        },
    },
    Rule {
        name: "from-now",
        pattern: "AMOUNT UNIT|UNITS from now|today | AMOUNT UNIT|UNITS hence | AMOUNT UNIT|UNITS from this day",
        examples: &["two weeks from now", "a year from today", "ten years hence"],
        read: |m| count(m, true, Base::Publication),
    },
    Rule {
        name: "in-time",
        pattern: "AMOUNT UNIT|UNITS 's|' time",
        examples: &["two weeks' time", "a month's time"],
        read: |m| count(m, true, Base::Publication),
    },
    Rule {
        name: "week-from-day",
        pattern: "a week from tomorrow|yesterday",
        examples: &["a week from tomorrow"],
        read: |m| {
            day(if m.has("today") {
                7
            } else if m.has("tomorrow") {
                8
            } else {
                6
            })
        },
    },
    Rule {
        name: "past-period",
        pattern: "the|these? last|past|recent|latest AMOUNT UNITS",
        examples: &["the past two weeks", "the last five years", "past 20 years", "the last few months"],
        read: |m| period(m, false, Base::Publication),
    },
    Rule {
        name: "next-period",
        pattern: "the? next|coming|upcoming AMOUNT UNITS",
        examples: &["the next three years", "the coming few weeks", "the next 12 to 18 months"],
        read: |m| period(m, true, Base::Publication),
    },
    Rule {
        name: "recent-units",
        pattern: "the|these? more? recent|past UNITS | the last UNITS",
        examples: &["recent weeks", "recent years", "the past months"],
        read: |m| {
            // "the last days of the war" is a part of something told there.
            if m.after(1) == "of" { None } else { vague_period(m, false) }
        },
    },
    Rule {
        name: "coming-units",
        pattern: "the? coming|upcoming|next UNITS | the UNITS ahead | the UNITS to come",
        examples: &["coming months", "the next days", "the weeks ahead", "the years to come"],
        read: |m| vague_period(m, true),
    },
    Rule {
        name: "earlier-this-unit",
        pattern: "earlier|later|sometime|late|early in? this|next|last UNIT | earlier|later in the|this UNIT",
        examples: &["earlier this year", "later this month", "earlier in the year", "sometime next year"],
        read: |m| {
            let unit = m.unit()?;
            let steps = if m.has("last") { -1 } else { i32::from(m.has("next")) };
            let base = if m.has("the") { Base::Event } else { Base::Publication };
            let reading = Reading::from(shifted(unit, steps, base)?);
            Some(
                match m.tokens.word(m.range.start) {
                    "earlier" => reading.part(Position::Earlier),
                    "later" => reading.part(Position::Later),
                    "early" => reading.part(Position::Early),
                    "late" => reading.part(Position::Late),
                    _ => reading,
                }
                .into(),
            )
        },
    },
    Rule {
        name: "midweek",
        pattern: "midweek|mid-week|midyear|mid-year",
        examples: &["midweek"],
        read: |m| {
            let unit = if m.tokens.word(m.range.start).ends_with("week") { Unit::Week } else { Unit::Year };
            Some(Reading::from(shifted(unit, 0, Base::Publication)?).part(Position::Mid).into())
        },
    },
    Rule {
        name: "year-end",
        pattern: "the? year - end | the? year end | year 's end | the year 's end | the turn of the year",
        examples: &["year-end", "year's end"],
        read: |_| Some(Reading::from(shifted(Unit::Year, 0, Base::Event)?).part(Position::Late).into()),
    },
    Rule {
        name: "month-shift",
        pattern: "this? last|past|next|this|coming FULLMONTH",
        examples: &["last May", "next June", "this September"],
        read: |m| {
            let steps = if m.has_any(&["last", "past"]) { -1 } else { i32::from(m.has("next")) };
            let within = crate::language::time::meaning::Within::Month(m.month(0)?);
            Some(Meaning::Named { within, steps, base: Base::Publication }.into())
        },
    },
    Rule {
        name: "day-of-shifted-month",
        pattern: "the ORDINAL of last|this|next month",
        examples: &["the 25th of last month", "the third of this month"],
        read: |m| {
            let steps = if m.has("last") { -1 } else { i32::from(m.has("next")) };
            let day = m.ordinal(0).filter(|d| (1..=31).contains(d))?;
            Some(Meaning::DayOfMonth { day: day as u32, steps }.into())
        },
    },
    Rule {
        name: "a-year-earlier-today",
        pattern: "this time last year",
        examples: &["this time last year"],
        read: |_| Some(Meaning::Count { amount: Amount::Exact(1.0), unit: Unit::Year, later: false, base: Base::Publication }.into()),
    },
];

fn day(steps: i32) -> Option<Outcome> {
    shift(Unit::Day, steps, Base::Publication)
}

fn on(steps: i32, part: DayPart) -> Option<Outcome> {
    Some(Reading::from(shifted(Unit::Day, steps, Base::Publication)?).at(Clock::Part(part)).into())
}

fn part(m: &Match, steps: i32) -> Option<Outcome> {
    on(steps, m.day_part()?)
}

fn part_word(m: &Match, steps: i32) -> Option<Outcome> {
    on(steps, if m.has("night") { DayPart::Night } else { DayPart::Evening })
}

pub(super) fn count(m: &Match, later: bool, base: Base) -> Option<Outcome> {
    Some(Meaning::Count { amount: m.amount()?, unit: m.unit()?, later, base }.into())
}

fn period(m: &Match, later: bool, base: Base) -> Option<Outcome> {
    Some(Meaning::Period { amount: m.amount()?, unit: m.unit()?, later, base }.into())
}

fn vague_period(m: &Match, later: bool) -> Option<Outcome> {
    Some(Meaning::Period { amount: Amount::Vague, unit: m.unit()?, later, base: Base::Publication }.into())
}
