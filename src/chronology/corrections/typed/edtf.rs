//! Reads EDTF (ISO 8601-2), levels 0 and 1 and the sets that the window writes.

use super::Found;
use crate::chronology::{Bound, Day, Frame, Grain};
use chrono::{Datelike, NaiveDate};

/// "2025-10-24", "2025-10", "2025", "201X", "2025-21", "2025-10~", "a/b", "a/..", "[a..b]".
pub fn read(text: &str) -> Option<Found> {
    if let Some(inner) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        let (first, last) = inner.split_once("..")?;
        let (first, last) = (part(first)?, part(last)?);
        let some = |approximate| Bound { earliest: first.earliest, latest: last.latest, approximate };
        let ordered = first.earliest <= last.latest;
        return ordered.then(|| (Frame::Calendar, some(first.soft), some(last.soft), first.grain.max(last.grain)));
    }
    if let Some((first, last)) = text.split_once('/') {
        let open = |t: &str| t.is_empty() || t == "..";
        return match (part(first), part(last)) {
            (Some(a), Some(b)) if a.earliest <= b.latest => {
                let start = Bound { earliest: a.earliest, latest: a.latest.min(b.latest), approximate: a.soft };
                let end = Bound { earliest: b.earliest.max(a.earliest), latest: b.latest, approximate: b.soft };
                Some((Frame::Calendar, start, end, a.grain.max(b.grain)))
            }
            (Some(a), None) if open(last) => {
                let latest = a.latest.saturating_add(super::OPEN);
                let start = Bound { earliest: a.earliest, latest: a.latest, approximate: a.soft };
                Some((Frame::Calendar, start, Bound { earliest: a.latest, latest, approximate: true }, a.grain))
            }
            (None, Some(b)) if open(first) => {
                let earliest = b.earliest.saturating_sub(super::OPEN);
                let end = Bound { earliest: b.earliest, latest: b.latest, approximate: b.soft };
                Some((Frame::Calendar, Bound { earliest, latest: b.earliest, approximate: true }, end, b.grain))
            }
            _ => None,
        };
    }
    let one = part(text)?;
    let bound = Bound { earliest: one.earliest, latest: one.latest, approximate: one.soft };
    Some((Frame::Calendar, bound, bound, one.grain))
}

struct Part {
    earliest: Day,
    latest: Day,
    soft: bool,
    grain: Grain,
}

/// One date, whole or in part, perhaps uncertain or approximate.
fn part(text: &str) -> Option<Part> {
    let soft = text.ends_with(['~', '?', '%']);
    let bare = text.trim_end_matches(['~', '?', '%']);
    let (sign, digits) = bare.strip_prefix('-').map_or((1, bare), |rest| (-1, rest));
    let mut fields = digits.split('-');
    let year = fields.next()?;
    let rest: Vec<u32> = fields.map(|f| if f.len() == 2 { f.parse().ok() } else { None }).collect::<Option<_>>()?;
    if year.len() != 4 {
        return None;
    }
    let known = year.trim_end_matches('X');
    if !known.chars().all(|c| c.is_ascii_digit()) || known.len() < 2 || (known.len() < 4 && !rest.is_empty()) {
        return None;
    }
    let span = 10i32.pow(4 - known.len() as u32);
    let first = sign * known.parse::<i32>().ok()? * span;
    let day = |y: i32, m: u32, d: u32| NaiveDate::from_ymd_opt(y, m, d).map(|d| d.num_days_from_ce());
    // From the first of one month to the day before the first of another.
    let months = |from: (i32, u32), to: (i32, u32)| Some((day(from.0, from.1, 1)?, day(to.0, to.1, 1)? - 1));
    let ((earliest, latest), grain) = match rest.as_slice() {
        [] => {
            let last = if sign < 0 && span > 1 { (first - span + 1, first) } else { (first, first + span - 1) };
            let grain = match span {
                1 => Grain::Year,
                10 => Grain::Decade,
                _ => Grain::Century,
            };
            (months((last.0, 1), (last.1 + 1, 1))?, grain)
        }
        [month @ 1..=12] => (months((first, *month), if *month == 12 { (first + 1, 1) } else { (first, *month + 1) })?, Grain::Month),
        [21] => (months((first, 3), (first, 6))?, Grain::Season),
        [22] => (months((first, 6), (first, 9))?, Grain::Season),
        [23] => (months((first, 9), (first, 12))?, Grain::Season),
        [24] => (months((first, 12), (first + 1, 3))?, Grain::Season),
        [month, of] => {
            let on = day(first, *month, *of)?;
            ((on, on), Grain::Day)
        }
        _ => return None,
    };
    Some(Part { earliest, latest, soft, grain })
}
