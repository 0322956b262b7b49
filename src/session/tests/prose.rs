//! Dates and events in words.

use crate::chronology::{Basis, Bound, Frame, Grain, When};
use crate::session::fixture::{chronology, day};
use crate::session::{as_text, dates};
use chrono::{Datelike, NaiveDate};

fn when(frame: Frame, from: i32, to: i32, about: [bool; 2]) -> When {
    When {
        frame,
        start: Bound { earliest: from, latest: to, approximate: about[0] },
        end: Bound { earliest: from, latest: to, approximate: about[1] },
        grain: Grain::Day,
        basis: Basis::Explicit,
        reason: String::new(),
        words: None,
        rule: None,
        expression: None,
    }
}

fn between(from: NaiveDate, to: NaiveDate, about: [bool; 2]) -> String {
    dates::stretch(&when(Frame::Calendar, from.num_days_from_ce(), to.num_days_from_ce(), about))
}

#[test]
fn stretches_of_the_calendar() {
    let no = [false, false];
    assert_eq!(between(day(2025, 12, 19), day(2025, 12, 19), no), "19 Dec 2025");
    assert_eq!(between(day(1978, 9, 5), day(1978, 9, 17), no), "5–17 Sep 1978");
    assert_eq!(between(day(2025, 10, 24), day(2025, 12, 5), [true, true]), "c. 24 Oct – c. 5 Dec 2025");
    assert_eq!(between(day(2025, 12, 28), day(2026, 1, 3), no), "28 Dec 2025 – 3 Jan 2026");
    assert_eq!(between(day(1978, 3, 1), day(1978, 3, 31), no), "Mar 1978");
    assert_eq!(between(day(1978, 3, 1), day(1978, 6, 30), no), "Mar – Jun 1978");
    assert_eq!(between(day(1969, 1, 1), day(1969, 12, 31), no), "1969");
    assert_eq!(between(day(1969, 1, 1), day(1972, 12, 31), no), "1969 – 1972");
    assert_eq!(between(day(-43, 3, 15), day(-43, 3, 15), no), "15 Mar 44 BC");
}

#[test]
fn stretches_counted_from_publication() {
    let counted = |from, to, about| dates::stretch(&when(Frame::Publication, from, to, about));
    assert_eq!(counted(-56, -14, [true, true]), "c. 8 weeks to c. 2 weeks before publication");
    assert_eq!(counted(0, 6, [false, false]), "0 to 6 days after publication");
    assert_eq!(counted(0, 0, [false, false]), "on the day of publication");
    assert_eq!(counted(-1, -1, [false, false]), "a day before publication");
    assert_eq!(counted(-56, 0, [false, false]), "8 weeks before publication to its day");
}

#[test]
fn typed_dates() {
    let december = day(2025, 12, 19);
    for text in ["2025-12-19", "19 Dec 2025", "December 19, 2025", "Fri 19 December 2025", "19.12.2025", "12/19/2025", "19th of Dec 2025", "2025/12/19"] {
        assert_eq!(dates::parse(text), Ok(december), "{text}");
    }
    for text in ["", "soon", "19 Dec", "31 Feb 2025", "2025", "19 Dec 2025 12", "Dec Dec 2025", "19x 12 2025"] {
        assert!(dates::parse(text).is_err(), "{text}");
    }
    assert_eq!(dates::parse("3/4/2025").unwrap_err(), "This could be 3 Apr 2025 or 4 Mar 2025: write the month as a word");
}

#[test]
fn an_event_as_a_line_of_prose() {
    let chronology = chronology(Some(day(2025, 12, 19)));
    let lines: Vec<String> = chronology.events.iter().map(as_text::line).collect();
    assert_eq!(
        lines,
        [
            "c. 24 Oct – c. 5 Dec 2025: Prado visits Oslo (“weeks ago”, ¶2)",
            "24 Oct – 19 Dec 2025: Talks in Vienna (¶2)",
            "20–21 Dec 2025: Berg and Prado to meet in Geneva (expected, “This weekend”, ¶1)",
            "19–26 Dec 2025: No meeting of all three (not planned, ¶3)",
            "Not placed in time: Prado demands the northern valleys (reportedly, ¶3)",
        ]
    );
}
