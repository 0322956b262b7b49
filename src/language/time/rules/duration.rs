//! Lengths of time, which place nothing by themselves: "two weeks", "an 18-month", "decades-long", "half a year".

use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Meaning, Unit};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "duration",
        pattern: "the|these|those|its? AMOUNT more|full|long|straight|consecutive|additional|trading|working|business|calendar|whole|extra? UNIT|UNITS",
        examples: &["two weeks", "18 months", "a year", "the six months", "eight trading days", "a few days", "210 years"],
        read: |m| duration(m),
    },
    Rule {
        name: "hyphened-duration",
        pattern: "AMOUNT - UNIT ( - old|olds|long )? | AMOUNT UNIT - old|olds|long",
        examples: &["two-year", "10-year", "8-month-old", "five-day-long"],
        read: |m| {
            // The age of a person is no time told; that of a war is.
            let age = m.has_any(&["old", "olds"]) && m.unit() == Some(Unit::Year);
            let thing = [
                "war",
                "conflict",
                "dispute",
                "truce",
                "ceasefire",
                "embargo",
                "treaty",
                "agreement",
                "civil",
                "blockade",
                "siege",
                "standoff",
            ];
            if age && !thing.contains(&m.after(1)) { None } else { duration(m) }
        },
    },
    Rule {
        name: "half-unit",
        pattern: "half a|an UNIT | half - a - UNIT | a half - UNIT",
        examples: &["half a year", "half an hour"],
        read: |m| length(Amount::Exact(0.5), m.unit()?),
    },
    Rule {
        name: "unit-and-a-half",
        pattern: "a|one UNIT and a half",
        examples: &["a minute and a half", "a year and a half"],
        read: |m| length(Amount::Exact(1.5), m.unit()?),
    },
    Rule {
        name: "first-amount",
        pattern: "the? first|last|final AMOUNT UNITS",
        examples: &["the first nine months", "the first two years", "the final three days"],
        read: |m| length(m.amount()?, m.unit()?),
    },
    Rule {
        name: "unit-long",
        pattern: "UNIT|UNITS - long | yearlong|monthlong|weeklong|daylong|hourlong|decadelong",
        examples: &["day-long", "decades-long", "yearlong"],
        read: |m| {
            let Some(unit) = m.unit() else {
                let word = m.tokens.word(m.range.start).trim_end_matches("long");
                return length(Amount::Exact(1.0), Unit::ALL.into_iter().find(|u| u.singular() == word)?);
            };
            length(if m.of(Class::Units, 0).is_some() { Amount::Vague } else { Amount::Exact(1.0) }, unit)
        },
    },
    Rule {
        name: "bare-units",
        pattern: "the|its|their|many? UNITS",
        examples: &["days", "weeks", "months", "years", "decades"],
        read: |m| {
            let unit = m.unit()?;
            if m.has_any(&["the", "its", "their"]) && !matches!(unit, Unit::Year)
                || matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Season | Unit::Second)
            {
                return None;
            }
            // "years old" after a number is read with it; "Days Inn", "light years", "seconds the motion"
            if m.capital() && !m.opens() || matches!(m.before(1), "light" | "man" | "golden") || of_date(m) {
                return None;
            }
            length(Amount::Vague, unit)
        },
    },
    Rule {
        name: "a-while",
        pattern: "a while | some time | a long time | a short time",
        examples: &["a while"],
        read: |m| if m.has("while") { length(Amount::Vague, Unit::Month) } else { None },
    },
];

/// "the first days of May": a part of the date that follows.
fn of_date(m: &Match) -> bool {
    let part = matches!(m.before(1), "first" | "opening" | "last" | "final" | "closing" | "early" | "waning");
    let at = |places| [Class::Month, Class::Year].into_iter().any(|class| m.after_is(places, class));
    part && m.after(1) == "of"
        && (at(2) || m.after(2) == "the" && m.after(3) == "year" || matches!(m.after(2), "this" | "last" | "that" | "next"))
}

fn duration(m: &Match) -> Option<Outcome> {
    let (amount, unit) = (m.amount()?, m.unit()?);
    // The age of a person is no time told: "6-year-old".
    if m.after(1) == "-" && matches!(m.after(2), "old" | "olds") && unit == Unit::Year {
        return None;
    }
    let singular = m.of(Class::Unit, 0).is_some();
    let hyphen = m.has("-");
    // "three quarters of the troops" is a share.
    if unit == Unit::Quarter && m.after(1) == "of" {
        return None;
    }
    // "second" after an article is an ordinal: "a second term"; "one second" is a length.
    if unit == Unit::Second && singular && m.has_any(&["a", "an"]) {
        return None;
    }
    // "some day", "many a day"; "the one day"
    if singular && amount == Amount::Vague
        || unit == Unit::Weekend && m.has("a")
        || unit == Unit::Season
        || unit == Unit::Quarter && singular && !hyphen
    {
        return None;
    }
    // "a year" where "a" belongs to "twice a year" is read as a set; "a day's work" stays.
    if m.has_any(&["some", "many"]) && unit == Unit::Hour {
        return length(amount, unit);
    }
    length(amount, unit)
}

fn length(amount: Amount, unit: Unit) -> Option<Outcome> {
    Some(Meaning::Duration { amount, unit }.into())
}
