use super::*;
use crate::chronology::{Basis, Bound, Grain};

/// A time whose start and end lie in these stretches of days.
fn when(start: [&str; 2], end: [&str; 2], approximate: [bool; 2]) -> When {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap().num_days_from_ce();
    let bound = |[earliest, latest]: [&str; 2], approximate| Bound { earliest: day(earliest), latest: day(latest), approximate };
    When {
        frame: Frame::Calendar,
        start: bound(start, approximate[0]),
        end: bound(end, approximate[1]),
        grain: Grain::Day,
        basis: Basis::Explicit,
        reason: String::new(),
        words: None,
        rule: None,
        expression: None,
    }
}

#[test]
fn days_intervals_and_some_day_between_are_told_apart() {
    let [a, b, c, d] = ["2025-09-05", "2025-09-07", "2025-09-14", "2025-09-17"];
    let exact = [false, false];
    for (time, written) in [
        (when([a, a], [a, a], exact), "2025-09-05"),
        (when([a, a], [a, a], [true, false]), "2025-09-05~"),
        (when([a, a], [d, d], exact), "2025-09-05/2025-09-17"),
        (when([a, b], [c, d], exact), "2025-09-05/2025-09-17"),
        (when([a, d], [a, d], exact), "[2025-09-05..2025-09-17]"),
        (when([a, d], [a, d], [true, true]), "[2025-09-05~..2025-09-17~]"),
        (when([a, d], [a, d], [false, true]), "[2025-09-05..2025-09-17~]"),
        (when(["-0480-08-01", "-0480-08-31"], ["-0480-08-01", "-0480-08-31"], exact), "[-0480-08-01..-0480-08-31]"),
    ] {
        assert_eq!(edtf(&time).as_deref(), Some(written));
    }
}

#[test]
fn what_stands_on_no_calendar_has_none() {
    let day = ["2025-09-05"; 2];
    assert_eq!(edtf(&When { frame: Frame::Publication, ..when(day, day, [false, false]) }), None);
    let far = ["+12000-01-01"; 2];
    assert_eq!(edtf(&when(far, far, [false, false])), None);
}
