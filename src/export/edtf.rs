//! The time of an event in EDTF (Extended Date/Time Format, ISO 8601-2:2019 annex A).

use super::json::date;
use crate::chronology::{Day, Frame, When};

/// `2025-12-20` for a day, `a/d` for what lasts throughout, `[a..d]` for some day between; `~` where an end is approximate.
/// None where the calendar does not reach: an unknown publication date.
pub fn edtf(when: &When) -> Option<String> {
    if when.frame != Frame::Calendar {
        return None;
    }
    let marked = |day: Day, approximate: bool| date(day).map(|d| if approximate { d + "~" } else { d });
    let first = marked(when.earliest(), when.start.approximate)?;
    let last = marked(when.latest(), when.end.approximate)?;
    Some(if when.is_day() {
        marked(when.earliest(), when.start.approximate || when.end.approximate)?
    } else if when.core() == Some((when.earliest(), when.latest())) {
        format!("{first}/{last}")
    } else {
        format!("[{first}..{last}]")
    })
}
