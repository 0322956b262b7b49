//! Decades and centuries: "the 1970s", "the '80s", "the nineties", "the 4th century BC".

use super::shift;
use crate::language::time::meaning::{Base, Meaning, Unit};
use crate::language::time::pattern::{Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "decade",
        pattern: "the? DECADE",
        examples: &["the 1970s", "1980s", "the '80s", "the nineties"],
        read: |m| {
            let value = m.decade()?;
            let four = value >= 1000;
            // "in his seventies", "forties": words and two digits need their article.
            if four || value < 100 && m.has("the") { Some(Meaning::Decade(if four { value } else { 1900 + value }).into()) } else { None }
        },
    },
    Rule {
        name: "decade-possessive",
        pattern: "the YEAR 's",
        examples: &["the 1990's"],
        read: |m| m.year(0).filter(|y| y % 10 == 0 && m.closes()).map(|y| Meaning::Decade(y).into()),
    },
    Rule {
        name: "worded-decade",
        pattern: "the? nineteen|eighteen -? DECADE",
        examples: &["the nineteen-nineties", "the eighteen-sixties"],
        read: |m| m.decade().filter(|d| *d < 100).map(|d| Meaning::Decade(d + if m.has("nineteen") { 1900 } else { 1800 }).into()),
    },
    Rule {
        name: "decade-before-christ",
        pattern: "the DECADE bc|bce|b.c.",
        examples: &["the 470s BC"],
        read: |m| {
            let value = m.decade()?;
            // The 470s before Christ are the years 479 to 470.
            (value > 0).then(|| Meaning::Decade(-(value + 8)).into())
        },
    },
    Rule {
        name: "century",
        pattern: "the? ORDINAL -? century",
        examples: &["the 20th century", "the nineteenth century", "11th century"],
        read: |m| m.ordinal(0).filter(|c| (1..=30).contains(c)).map(|c| Meaning::Century(c).into()),
    },
    Rule {
        name: "century-before-christ",
        pattern: "the? ORDINAL century bc|bce|b.c.",
        examples: &["the 4th century BC"],
        read: |m| m.ordinal(0).filter(|c| (1..=99).contains(c)).map(|c| Meaning::Century(-c).into()),
    },
    Rule {
        name: "era-shift",
        pattern: "this|last|the|next previous|next|following|current|last|present? decade|century",
        examples: &["this century", "last century", "the previous decade", "the following decade"],
        read: |m| {
            let unit = if m.has("decade") { Unit::Decade } else { Unit::Century };
            let told = m.has_any(&["previous", "following"]) || m.has("the") && m.has("next");
            let steps = if m.has_any(&["last", "previous"]) { -1 } else { i32::from(m.has_any(&["next", "following"])) };
            // "the decade" and "the century" alone are those told last.
            let base = if told || m.len() == 2 && m.has("the") { Base::Told } else { Base::Publication };
            let outcome: Option<Outcome> = shift(unit, steps, base);
            outcome
        },
    },
    Rule {
        name: "that-era",
        pattern: "that decade|century | the same decade|century",
        examples: &["that decade", "the same century"],
        read: |m| shift(if m.has("decade") { Unit::Decade } else { Unit::Century }, 0, Base::Told),
    },
    Rule {
        name: "turn-of-century",
        pattern: "the turn of the century",
        examples: &["the turn of the century"],
        read: |_| Some(Meaning::Era { unit: Unit::Century, steps: 0, base: Base::Told }.into()),
    },
];
