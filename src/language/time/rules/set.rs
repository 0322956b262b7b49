//! What recurs: "daily", "every Thursday", "each month", "twice a week".

use crate::language::time::meaning::{Meaning, Unit};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Outcome, Rule};
use crate::language::time::value;

pub const RULES: &[Rule] = &[
    Rule {
        name: "adverb-set",
        pattern: "daily|weekly|monthly|quarterly|yearly|annually|hourly|nightly|biweekly|fortnightly|everyday",
        examples: &["daily", "weekly", "annually"],
        read: |m| {
            // "the Daily Telegraph"
            // A "quarterly dividend" is a kind of dividend.
            if m.capital() && !m.opens() || m.has("quarterly") && !m.closes() {
                return None;
            }
            let unit = match m.tokens.word(m.range.start) {
                "hourly" => Unit::Hour,
                "daily" | "nightly" | "everyday" => Unit::Day,
                "weekly" => Unit::Week,
                "biweekly" | "fortnightly" => Unit::Fortnight,
                "monthly" => Unit::Month,
                "quarterly" => Unit::Quarter,
                _ => Unit::Year,
            };
            period(Amount::Exact(if unit == Unit::Quarter { 3.0 } else { 1.0 }), if unit == Unit::Quarter { Unit::Month } else { unit })
        },
    },
    Rule {
        name: "every-unit",
        pattern: "every|each single|passing|other? UNIT",
        examples: &["every day", "each month", "every year"],
        read: |m| period(Amount::Exact(if m.has("other") { 2.0 } else { 1.0 }), m.unit()?),
    },
    Rule {
        name: "every-amount",
        pattern: "every AMOUNT UNITS|UNIT",
        examples: &["every two weeks", "every six months"],
        read: |m| period(m.amount()?, m.unit()?),
    },
    Rule {
        name: "every-weekday",
        pattern: "every|each WEEKDAY DAYPART? | [on|of|the|and|to] WEEKDAYS | WEEKDAYS",
        examples: &["every Thursday", "each Thursday", "Mondays"],
        read: |m| set(format!("XXXX-WXX-{}", m.weekday()?)),
    },
    Rule {
        name: "weekday-parts",
        pattern: "WEEKDAY DAYPARTS",
        examples: &["Tuesday nights"],
        read: |m| set(format!("XXXX-WXX-{}T{}", m.weekday()?, m.day_part()?.code())),
    },
    Rule {
        name: "every-month",
        pattern: "every|each FULLMONTH",
        examples: &["each July", "every December"],
        read: |m| set(format!("XXXX-{:02}", m.month(0)?)),
    },
    Rule {
        name: "every-season",
        pattern: "every|each SEASON",
        examples: &["every summer"],
        read: |m| set(format!("XXXX-{}", m.season()?.code())),
    },
    Rule {
        name: "every-part",
        pattern: "every|each DAYPART",
        examples: &["every morning", "each night"],
        read: |m| set(format!("XXXX-XX-XXT{}", m.day_part()?.code())),
    },
    Rule {
        name: "per-unit",
        pattern: "per UNIT",
        examples: &["per day", "per month"],
        read: |m| if m.unit()?.is_clock() { None } else { period(Amount::Exact(1.0), m.unit()?) },
    },
    Rule {
        name: "times-a-unit",
        pattern: "[once|twice|times] a|an|every|each UNIT",
        examples: &["a week", "a year"],
        read: |m| if m.after(1) == "ago" { None } else { period(Amount::Exact(1.0), m.unit()?) },
    },
];

fn period(amount: Amount, unit: Unit) -> Option<Outcome> {
    set(value::duration(amount, unit))
}

fn set(value: String) -> Option<Outcome> {
    Some(Meaning::Set { value }.into())
}
