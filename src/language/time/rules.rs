//! All rules, grouped by what they read.

mod calendar;
mod clock;
mod combine;
mod deictic;
mod duration;
mod era;
mod holiday;
mod narrative;
mod range;
mod season;
mod set;
mod vague;
mod weekday;

use super::calendar as days;
use super::meaning::{Base, Meaning, Partial, Reading, Unit, Within, Year};
use super::pattern::{Outcome, Rule};

/// Rules over words, tried first.
pub const WORDS: [&[Rule]; 12] = [
    calendar::RULES,
    range::RULES,
    holiday::RULES,
    weekday::RULES,
    season::RULES,
    era::RULES,
    deictic::RULES,
    narrative::RULES,
    vague::RULES,
    clock::RULES,
    set::RULES,
    duration::RULES,
];

/// Rules that build on what those have read.
pub const COMBINED: [&[Rule]; 2] = [combine::RULES, range::COMBINED];

/// A date of the calendar; one that no year has is impossible.
fn date(year: Year, within: Within) -> Option<Outcome> {
    Some(reading(year, within, None).into())
}

fn reading(year: Year, within: Within, weekday: Option<i32>) -> Reading {
    let exists = match within {
        // 2024 was a leap year: where the year is not told, 29 February may exist.
        Within::Day { month, day } | Within::WeekOf { month, day } | Within::WeekendOf { month, day } => {
            days::day(if let Year::Known(y) = year { y } else { 2024 }, month, day).is_some()
        }
        _ => true,
    };
    if exists { Meaning::Date(Partial { year, within, weekday }).into() } else { Meaning::Impossible.into() }
}

fn shift(unit: Unit, steps: i32, base: Base) -> Option<Outcome> {
    Some(shifted(unit, steps, base)?.into())
}

/// A whole unit some steps from its anchor; none for units that no date is told in.
fn shifted(unit: Unit, steps: i32, base: Base) -> Option<Meaning> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium | Unit::Season => return None,
        Unit::Weekend => Meaning::Weekend { steps, base },
        Unit::Decade | Unit::Century => Meaning::Era { unit, steps, base },
        _ => Meaning::Shift { unit, steps, base },
    })
}

/// The astronomical year of a year before Christ.
fn before_christ(year: i32) -> Option<Year> {
    (year > 0).then_some(Year::Known(1 - year))
}
