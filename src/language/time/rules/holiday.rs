//! Feasts and holidays: "Easter Monday", "Christmas 1963", "last Thanksgiving".

use super::{calendar::within, date};
use crate::language::time::meaning::{Base, Meaning, Within, Year};
use crate::language::time::pattern::Rule;

pub const RULES: &[Rule] = &[
    Rule {
        name: "holiday-year",
        pattern: "the? HOLIDAY ,? of? YEAR",
        examples: &["Christmas 1963", "Easter of 2018", "New Year's Day, 1999"],
        read: |m| date(Year::Known(m.year(0)?), Within::Holiday(m.holiday()?)),
    },
    Rule {
        name: "holiday-shift",
        pattern: "this? last|past|this|next|coming|previous HOLIDAY",
        examples: &["last Thanksgiving", "this Christmas", "next Easter"],
        read: |m| {
            let steps = if m.has_any(&["last", "past", "previous"]) { -1 } else { i32::from(m.has_any(&["next", "coming"])) };
            Some(Meaning::Named { within: Within::Holiday(m.holiday()?), steps, base: Base::Publication }.into())
        },
    },
    Rule {
        name: "holiday",
        pattern: "HOLIDAY",
        examples: &["Easter", "Good Friday", "Thanksgiving Day"],
        read: |m| {
            // "Good Friday Agreement", "Labor Day weekend", "Easter Island", "New Year resolutions"
            // A clause may begin right after the feast: "two days after Christmas Wright was shot".
            let led = matches!(m.before(1), "after" | "before" | "at" | "by" | "since" | "until" | "over" | "on")
                && !matches!(m.after(1), "island" | "agreement" | "rising" | "accords" | "accord" | "sunday" | "monday");
            let named = m.after_is(1, crate::language::time::lexicon::Class::Name) && !led
                || m.before(1) == "merry"
                || m.before(1) == "happy"
                || m.before(1) == "father";
            let year = m.has("year") && !m.has("'s") && !matches!(m.before(1), "the" | "by" | "until" | "before" | "after");
            if named || year { None } else { Some(within(Year::Open, Within::Holiday(m.holiday()?)).into()) }
        },
    },
];
