//! Typed dates, and events in words.

use crate::chronology::dates::DateLanguage;
use crate::session::fixture::{chronology, day};
use crate::session::{as_text, typed_date};

#[test]
fn typed_dates() {
    let december = day(2025, 12, 19);
    for text in [
        "2025-12-19",
        "19 Dec 2025",
        "December 19, 2025",
        "Fri 19 December 2025",
        "19.12.2025",
        "12/19/2025",
        "19th of Dec 2025",
        "2025/12/19",
    ] {
        assert_eq!(typed_date::read(text), Ok(december), "{text}");
    }
    for text in ["", "soon", "19 Dec", "31 Feb 2025", "2025", "19 Dec 2025 12", "Dec Dec 2025", "19x 12 2025"] {
        assert!(typed_date::read(text).is_err(), "{text}");
    }
    assert_eq!(typed_date::read("3/4/2025").unwrap_err(), "This could be 3 Apr 2025 or 4 Mar 2025: write the month as a word");
}

#[test]
fn an_event_as_a_line_of_prose() {
    let chronology = chronology(Some(day(2025, 12, 19)));
    let lines: Vec<String> = chronology.events.iter().map(|e| as_text::line(e, DateLanguage::English)).collect();
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
