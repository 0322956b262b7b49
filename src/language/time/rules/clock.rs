//! Times of day: "10:30 a.m. EDT", "5 p.m.", "noon", "the morning".

use super::narrative::same_day;
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Clock, DayPart, Meaning};
use crate::language::time::pattern::{Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "clock-half-day",
        pattern: "CLOCKTIME am|pm|a.m.|p.m.|a.m|p.m est|edt|cst|cdt|pst|pdt|gmt|utc|et|cet|bst|msk?",
        examples: &["10:35 a.m.", "9:34 p.m. EST"],
        read: |m| at(m.half_day(m.clock_time()?)?, true),
    },
    Rule {
        name: "hour-half-day",
        pattern: "HOUR am|pm|a.m.|p.m.|a.m|p.m est|edt|cst|cdt|pst|pdt|gmt|utc|et|cet|bst|msk?",
        examples: &["5 p.m.", "4 a.m. EDT"],
        read: |m| {
            let hour = m.hour().filter(|h| (1..=12).contains(h))?;
            at(m.half_day(hour * 60)?, false)
        },
    },
    Rule {
        name: "clock",
        pattern: "CLOCKTIME hours|gmt|utc|est|edt|cet|bst|msk|local",
        examples: &["10:30 GMT", "18:00 hours"],
        read: |m| at(m.clock_time().filter(|t| *t < 24 * 60)?, true),
    },
    Rule {
        name: "clock-alone",
        pattern: "[at|around|about|by|until|from|till] CLOCKTIME",
        examples: &["10:30"],
        read: |m| {
            let colon = m.tokens.word(m.range.start).contains(':');
            if colon && !m.after_is(1, Class::Unit) { at(m.clock_time()?, true) } else { None }
        },
    },
    Rule {
        name: "noon",
        pattern: "CLOCKTIME",
        examples: &["noon", "midnight"],
        read: |m| if m.has_any(&["noon", "midday", "midnight"]) && !m.after_is(1, Class::Name) { at(m.clock_time()?, true) } else { None },
    },
    Rule {
        name: "o-clock",
        pattern: "NUMBER o'clock",
        examples: &["five o'clock", "10 o'clock"],
        read: |m| at(m.number(0).filter(|h| (1..=24).contains(h))? * 60, false),
    },
    Rule {
        name: "hour-in-part",
        pattern: "NUMBER o'clock? in the morning|afternoon|evening | NUMBER o'clock? at night",
        examples: &["4 in the morning", "nine o'clock in the evening"],
        read: |m| {
            let hour = m.number(0).filter(|h| (1..=12).contains(h))?;
            let late = m.has_any(&["afternoon", "evening", "night"]) && hour < 12;
            at((if late { hour + 12 } else { hour % 24 }) * 60, false)
        },
    },
    Rule {
        name: "the-part",
        pattern: "the? early|late|mid? -? DAYPART hours?",
        examples: &["the morning", "the evening", "mid-afternoon"],
        read: |m| {
            let part = m.day_part()?;
            // "in the morning", "the night of"; a bare "night" or "dawn" stands for no day.
            let shaped = m.has("the") || m.has_any(&["early", "late", "mid"]) && !m.has("-") || m.has("mid");
            let dawn = matches!(m.tokens.word(m.range.end - 1), "dawn" | "dusk" | "sunrise" | "sunset" | "daybreak");
            if !shaped || dawn || !(m.closes() || m.after(1) == "of" && m.after_is(2, Class::Month)) {
                None
            } else {
                same_day(Clock::Part(part))
            }
        },
    },
    Rule {
        name: "at-night",
        pattern: "[at|by] night",
        examples: &["night"],
        read: |_| Some(Meaning::Set { value: "XXXX-XX-XXTNI".into() }.into()),
    },
    Rule {
        name: "early-hours",
        pattern: "the early hours | the small hours",
        examples: &["the early hours"],
        read: |m| {
            if m.after(1) == "of" && !m.after_is(2, Class::Month) && !m.after_is(2, Class::Weekday) && !m.after_is(2, Class::DayNumber) {
                None
            } else {
                same_day(Clock::Part(DayPart::Morning))
            }
        },
    },
];

fn at(minutes: i32, exact: bool) -> Option<Outcome> {
    if (0..=24 * 60).contains(&minutes) { same_day(Clock::At { minutes, exact }) } else { None }
}
