//! The time of an event in EDTF (Extended Date/Time Format, ISO 8601-2:2019 annex A, level 2).

#[cfg(test)]
mod tests;

use crate::chronology::{Day, Frame, When};
use chrono::{Datelike, NaiveDate};

/// `2025-12-20` for a day, `a/d` for what surely lasts over some days, `[a..d]` for some day between; `~` where an end is
/// approximate. The days are the outer bounds: EDTF has no interval whose ends are themselves stretches.
///
/// None where no calendar date can be given: the publication date is unknown, or the year has more than four digits.
pub fn edtf(when: &When) -> Option<String> {
    if when.frame != Frame::Calendar {
        return None;
    }
    let [start, end] = when.approximate();
    let first = date(when.earliest(), start)?;
    let last = date(when.latest(), end)?;
    Some(if when.is_day() {
        date(when.earliest(), start || end)?
    } else if when.core().is_some() {
        format!("{first}/{last}")
    } else {
        format!("[{first}..{last}]")
    })
}

fn date(day: Day, approximate: bool) -> Option<String> {
    let date = NaiveDate::from_num_days_from_ce_opt(day).filter(|d| (-9999..=9999).contains(&d.year()))?;
    Some(format!("{date}{}", if approximate { "~" } else { "" }))
}
