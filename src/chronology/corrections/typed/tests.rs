//! What a reader may type, and the days that it means.

use super::{Typed, read};
use crate::chronology::{self, Chronology, When, dates};
use chrono::NaiveDate;

fn chronology(published: Option<&str>) -> Chronology {
    let article =
        crate::article::load(b"The ministers of Peru and Chile met in Lima. They later signed an accord in Quito.", "a.txt").unwrap();
    chronology::read(&article, published.and_then(|p| NaiveDate::parse_from_str(p, "%Y-%m-%d").ok()))
}

fn when(text: &str, published: Option<&str>) -> When {
    match read(text, &chronology(published), None) {
        Ok(Typed::Days(days)) => days.when(chronology(published).published).unwrap_or_else(|| panic!("{text}: {days:?}")),
        other => panic!("{text}: {other:?}"),
    }
}

fn days(text: &str) -> String {
    let when = when(text, Some("2025-12-19"));
    let soft = |soft: bool| if soft { "~" } else { "" };
    let iso = |day| dates::date(day).map(|d| d.to_string()).unwrap_or_default();
    let [a, b] = when.approximate();
    let join = if when.core() == Some((when.earliest(), when.latest())) { "/" } else { ".." };
    if when.is_day() {
        format!("{}{}", iso(when.earliest()), soft(a))
    } else {
        format!("{}{}{join}{}{}", iso(when.earliest()), soft(a), iso(when.latest()), soft(b))
    }
}

#[test]
fn dates_stretches_and_edtf_are_read() {
    for (text, meaning) in [
        ("24 Oct 2025", "2025-10-24"),
        ("October 24, 2025", "2025-10-24"),
        ("2025-10-24", "2025-10-24"),
        ("24 Oct", "2025-10-24"),
        ("c. 24 Oct", "2025-10-24~"),
        ("early May 2014", "2014-05-01..2014-05-10"),
        ("May 2014", "2014-05-01..2014-05-31"),
        ("2014", "2014-01-01..2014-12-31"),
        ("2014-05", "2014-05-01..2014-05-31"),
        ("2014-05~", "2014-05-01~..2014-05-31~"),
        ("201X", "2010-01-01..2019-12-31"),
        ("2014-21", "2014-03-01..2014-05-31"),
        ("2014-05-03/2014-05-05", "2014-05-03/2014-05-05"),
        ("[2014-05-03..2014-05-05]", "2014-05-03..2014-05-05"),
        ("[2025-10-24~..2025-12-05~]", "2025-10-24~..2025-12-05~"),
        ("5–17 September 1978", "1978-09-05/1978-09-17"),
        ("3 – 5 May 2014", "2014-05-03/2014-05-05"),
        ("c. 24 Oct – c. 5 Dec 2025", "2025-10-24~/2025-12-05~"),
        ("24 Oct to 5 Dec 2025", "2025-10-24/2025-12-05"),
        ("19.12.2025", "2025-12-19"),
        ("13/5/2014", "2014-05-13"),
        ("by 3 May 2014", "2014-04-03~..2014-05-03"),
        ("after 3 May 2014", "2014-05-04..2014-06-02~"),
        ("3 days before publication", "2025-12-16"),
        ("8–2 weeks before", "2025-10-24..2025-12-05"),
        ("yesterday", "2025-12-18"),
    ] {
        assert_eq!(days(text), meaning, "{text}");
    }
}

#[test]
fn orders_go_by_the_numbers_on_the_timeline() {
    assert_eq!(read("after 1", &chronology(None), None), Ok(Typed::After(1)));
    assert_eq!(read("Before event 1", &chronology(None), None), Ok(Typed::Before(1)));
    assert!(read("after 99", &chronology(None), None).unwrap_err().starts_with("There is no event 99"));
    assert_eq!(read("not placed", &chronology(None), None), Ok(Typed::Unplaced));
}

#[test]
fn what_is_no_time_says_what_to_type() {
    for text in
        ["", "blue", "31 February 2014", "2014-13", "24 Oct 2025 in Bern", "5 May 2014 – 3 May 2014", "1/2/3/4", "[2015..2014]", "ab-cd"]
    {
        let said = read(text, &chronology(Some("2025-12-19")), None).unwrap_err();
        assert!(said.starts_with("Type a date"), "{text}: {said}");
    }
    assert!(read("3/5/2014", &chronology(None), None).unwrap_err().starts_with("This could be 3 May 2014 or 5 March 2014"));
    assert!(read("24 Oct", &chronology(None), None).unwrap_err().starts_with("Which year?"));
}

#[test]
fn the_order_of_ambiguous_numbers_is_the_readers() {
    let on = |first| match read("3/5/2014", &chronology(None), Some(first)) {
        Ok(Typed::Days(days)) => days.when(None).map(|w| dates::long_day(w.earliest())),
        other => panic!("{other:?}"),
    };
    assert_eq!(on(true).as_deref(), Some("3 May 2014"));
    assert_eq!(on(false).as_deref(), Some("5 March 2014"));
}

#[test]
fn what_counts_from_an_unknown_publication_moves_to_the_calendar_once_it_is_known() {
    let Ok(Typed::Days(days)) = read("8–2 weeks before publication", &chronology(None), None) else { panic!() };
    assert_eq!(days.when(None).unwrap().earliest(), -56);
    let known = days.when(NaiveDate::from_ymd_opt(2025, 12, 19)).unwrap();
    assert_eq!(dates::long_day(known.earliest()), "24 October 2025");
}
