//! Texts of our own whose later dates are counted from what was told before, and the days meant.

use crate::article::load;
use crate::chronology::{Chronology, dates, read};

fn chronology(body: &str, published: Option<&str>) -> Chronology {
    let article = load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    read(&article, published.map(|d| d.parse().expect("a day of the calendar")))
}

/// The days of the event whose evidence holds a word.
fn days(chronology: &Chronology, body: &str, word: &str) -> String {
    let text = format!("A headline without news\n\n{body}\n");
    let date = |d| dates::date(d).map_or_else(|| "?".to_owned(), |d| d.to_string());
    let event = chronology.events.iter().find(|e| e.evidence.first().is_some_and(|v| v.span.of(&text).contains(word)));
    match event {
        None => "no event".to_owned(),
        Some(event) => event.when.as_ref().map_or("unplaced".to_owned(), |w| format!("{}..{}", date(w.earliest()), date(w.latest()))),
    }
}

#[test]
fn what_is_counted_leans_on_the_main_line() {
    // Text, publication, a word of the event's sentence, its days.
    let corpus: &[(&str, &str, &str, &str)] = &[
        // A date that a relative clause tells in passing is not what the next one is counted from.
        (
            "On 3 May the ministers of Norway and Sweden met in Oslo to renew the pact that they had signed in June 2009. \
             Two days after that, Norway recalled its ambassador.",
            "2014-06-20",
            "recalled",
            "2014-05-05..2014-05-05",
        ),
        // A date that a decree is known by is none of the story's.
        (
            "On 10 September Marta Lindqvist will visit Riga to speak of the decree of 7 May 2018. \
             On the same day, Latvia will sign a treaty with Estonia.",
            "2018-09-09",
            "sign a treaty",
            "2018-09-10..2018-09-10",
        ),
        // A story told of a year long gone keeps that year and its weekdays, until the text comes back to its own days.
        (
            "In May 1997 Norway elected a new parliament. In July its ministers met rebel leaders in Oslo.",
            "2018-04-08",
            "rebel leaders",
            "1997-07-01..1997-07-31",
        ),
        (
            "On 6 April 1998 delegates gathered in Oslo. On Wednesday Sweden signed the accord.",
            "2018-06-08",
            "signed the accord",
            "1998-04-08..1998-04-08",
        ),
        (
            "In May 1997 Norway elected a new parliament. Last week Norway closed its border. In July its ministers will meet rebel leaders.",
            "2018-04-08",
            "rebel leaders",
            "2018-07-01..2018-07-31",
        ),
        // A bare year is a glance back, which the story does not follow.
        (
            "Norway broke the accord of 1991. In February its ministers met rebel leaders in Oslo.",
            "2018-04-08",
            "rebel leaders",
            "2018-02-01..2018-02-28",
        ),
        // A weekday of a month, a week of a month, a weekday within a part of a month.
        ("On the last Monday of February Norway signed the accord.", "2023-03-16", "signed", "2023-02-27..2023-02-27"),
        ("In the second week of August Norway signed the accord.", "2023-09-16", "signed", "2023-08-08..2023-08-14"),
        ("On a Saturday in the middle of April Norway attacked Denmark.", "2023-06-04", "attacked", "2023-04-15..2023-04-15"),
        // Counted from a date told beside it; a feast may stand before a name.
        ("Two days after Christmas Sweden expelled the envoy.", "2023-03-16", "expelled", "2022-12-27..2022-12-27"),
        ("Shortly before the end of May Sweden expelled the envoy.", "2023-09-16", "expelled", "2023-05-07..2023-05-31"),
        // The summit of May is what is counted from, not May.
        (
            "On 7 May 2014 Norway and Sweden held a summit in Oslo. Two days after the May summit Denmark expelled the envoy.",
            "2014-09-16",
            "expelled",
            "2014-05-09..2014-05-09",
        ),
        // Before a month is out is in it; before it is not.
        (
            "On 3 May Norway closed the port. Before that month was over Sweden expelled the envoy.",
            "2023-09-16",
            "expelled",
            "2023-05-01..2023-05-31",
        ),
        // The noun names what was told with a verb.
        (
            "On 3 May the delegates walked out of the hall. On 9 May Denmark closed a road. Two days after the walkout Sweden expelled the envoy.",
            "2023-09-16",
            "expelled",
            "2023-05-05..2023-05-05",
        ),
        // At the place of a meeting told before.
        (
            "In April 1993 Ivar Berg and Anna Lund met in Vancouver. Later in 1993 the parliament approved the budget. \
             At Vancouver, Berg promised Lund strong support.",
            "1999-09-16",
            "strong support",
            "1993-04-01..1993-04-30",
        ),
        // The year of a convention is no year of what is done with it; what follows a dated vote is of its days.
        ("On 3 May 1950 Norway denounced the 1936 Oslo Convention.", "1950-06-01", "denounced", "1950-05-03..1950-05-03"),
        ("Norway denounced the 1936 Oslo Convention.", "1950-06-01", "denounced", "1950-05-02..1950-06-01"),
        // What had been before is a glance back.
        (
            "In March 2018 Norway elected a new parliament and opened an embassy that had been closed in May 1998. \
             In December its ministers met rebel leaders in Oslo.",
            "2024-04-08",
            "rebel leaders",
            "2018-12-01..2018-12-31",
        ),
        ("A year ago today Norway signed the accord.", "2019-07-09", "signed", "2018-07-09..2018-07-09"),
        ("Four years ago last month Norway opened talks with Sweden in Oslo.", "2016-11-25", "opened", "2012-10-01..2012-10-31"),
        // A whole year is no day to count from.
        (
            "On 17 October 2023 Norway and Sweden signed an accord. A vote is due this year. Denmark recalled its envoy the day after.",
            "2024-04-14",
            "recalled",
            "2023-10-18..2023-10-18",
        ),
        // A flash-back does not move the story.
        (
            "On 2 April 1982 troops landed on the islands. The kingdom had ruled the islands from 1833 on. \
             Within hours of the landing, the troops captured the governor.",
            "1990-01-01",
            "captured",
            "1982-04-02..1982-04-02",
        ),
        // A week and a day are eight days.
        (
            "On 23 April Georgia closed the border. A week and a day later Armenia recalled its ambassador.",
            "2023-05-29",
            "recalled",
            "2023-05-01..2023-05-01",
        ),
        // The date on which something should have been.
        (
            "The leaders were to meet in Prague on 5 December. Five days after the date on which they should have met, \
             Estonia expelled two diplomats.",
            "2022-12-29",
            "expelled",
            "2022-12-10..2022-12-10",
        ),
    ];
    let mut failures = Vec::new();
    for (body, published, word, expected) in corpus {
        let got = days(&chronology(body, Some(published)), body, word);
        if got != *expected {
            failures.push(format!("{word}: {got}, not {expected}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_sentence_without_an_event_sets_the_date_of_the_next() {
    let body = "On Monday night the talks were, to all intents, dead. Elena Petrova gave Tomas Berg an ultimatum.";
    let found = chronology(body, Some("1995-11-26"));
    assert_eq!(days(&found, body, "ultimatum"), "1995-11-20..1995-11-20");
    let reasons: Vec<&str> = found.events.iter().filter_map(|e| e.when.as_ref()).map(|w| w.reason.as_str()).collect();
    assert!(reasons.iter().any(|r| r.contains("told right after “Monday night”")), "{reasons:?}");
}

#[test]
fn the_last_date_of_a_paragraph_tells_the_year_of_those_before_it() {
    let body = "In August 1990 the council met in Vienna. In March 1991 the council met in Berlin. In May 1991 Norway signed the pact. \
                In 1992 Sweden joined the pact. In July 1992 Finland joined the pact. In October 1992 Denmark left the pact.\n\n\
                On 16 June the council imposed an embargo. On 3 July the two sides signed an accord in Geneva that promised the \
                return of the president by 30 October 1993.";
    let found = chronology(body, None);
    assert_eq!(days(&found, body, "embargo"), "1993-06-16..1993-06-16");
    assert_eq!(days(&found, body, "accord in Geneva"), "1993-07-03..1993-07-03");
}

#[test]
fn what_has_no_date_of_its_own_is_placed_by_its_neighbours() {
    let corpus: &[(&str, &str, &str, &str)] = &[
        // An answer follows at once.
        (
            "Northland fired rockets at the port on Thursday. The South retaliated with artillery. On Friday the council met in Geneva.",
            "2015-08-22",
            "retaliated",
            "2015-08-20..2015-08-20",
        ),
        // The next date told bounds what is told before it, also where it belongs to no event.
        (
            "On 3 March 2012 the ministers met in Oslo. Norway imposed sanctions on Northland. By 20 March 2012 the mood was calm. \
             On 2 June 2012 the ministers met in Riga.",
            "2014-01-10",
            "imposed",
            "2012-03-03..2012-06-02",
        ),
        // First the one, then the other the day after.
        (
            "Singapore expects both guests tomorrow. Its prime minister, Tan Wei, is expected to receive Elena Petrova first and to meet \
             Tomas Berg the day after.",
            "2018-06-09",
            "receive",
            "2018-06-10..2018-06-10",
        ),
        // A stop of the coming trip.
        (
            "Secretary Lena Orlova will travel to Cairo and Amman from 24 to 27 May. The Secretary concludes her trip with a visit to Amman.",
            "2021-05-24",
            "will travel",
            "2021-05-24..2021-05-27",
        ),
        // "Last Thursday" told on a Friday is not the day before.
        ("The ministers met in Athens last Thursday.", "2020-01-10", "Athens", "2020-01-02..2020-01-02"),
        // Until when something holds is not when it was agreed.
        (
            "In 1981 Northland took office in the council. Northland agreed to abide by the treaty until its expiration on 31 December 1985.",
            "1990-01-01",
            "abide",
            "1981-01-01..1990-01-01",
        ),
    ];
    let mut failures = Vec::new();
    for (body, published, word, expected) in corpus {
        let got = days(&chronology(body, Some(published)), body, word);
        if got != *expected {
            failures.push(format!("{word}: {got}, not {expected}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn months_off_an_unknown_publication_are_as_wide_as_that_leaves_them() {
    let body = "The ministers of Norway and Sweden will sign the pact in Oslo next month.";
    let found = chronology(body, None);
    let when = found.events.first().and_then(|e| e.when.as_ref()).expect("a placed event");
    assert_eq!((when.earliest(), when.latest()), (1, 60));
}

#[test]
fn a_pact_known_by_its_day_has_been() {
    let value = |body: &str| chronology(body, Some("2021-06-23")).time_expressions.first().map(|e| e.value.clone());
    assert_eq!(value("They will speak of the October 23 ceasefire agreement.").as_deref(), Some("2020-10-23"));
    assert_eq!(value("They will speak at the October 23 summit.").as_deref(), Some("2021-10-23"));
}

#[test]
fn a_quarter_is_compared_with_the_same_quarter() {
    let told = chronology(
        "The ministers of Norway and Sweden met in Oslo on 5 October 1989.\n\nExports had fallen in the third quarter, Norway told the \
         meeting, from the level of a year earlier.",
        Some("1989-11-02"),
    );
    let values: Vec<&str> = told.time_expressions.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(values, ["1989-10-05", "1989-Q3", "1988-Q3"]);
}

#[test]
fn only_a_date_named_by_the_words_is_counted_from_as_one() {
    // The words after "after" name an event, not the date told last, whatever "that" stands further on.
    let body = "Norway and Sweden signed a treaty in Oslo on 3 May 2014. On 20 May 2014 the ministers met in Riga. \
                Two days after the signing at that hotel, Norway recalled its ambassador.";
    assert_eq!(days(&chronology(body, Some("2014-06-20")), body, "recalled"), "2014-05-05..2014-05-05");
    let body = "On 20 May 2014 the ministers met in Riga. Two days after that date, Norway recalled its ambassador.";
    assert_eq!(days(&chronology(body, Some("2014-06-20")), body, "recalled"), "2014-05-22..2014-05-22");
}

#[test]
fn a_day_after_an_unknown_publication_lies_ahead() {
    let article = load(
        b"A headline without news\n\nThe ministers of Norway and Sweden met in Oslo yesterday. Tomorrow the parliament votes.\n",
        "test.txt",
    )
    .expect("a text");
    let document = crate::language::Document::new(&article);
    let mut times = crate::language::time::read(&document, None);
    let settings = super::recount(&document, &[], &[], &mut times, None, &[]);
    assert_eq!(settings.iter().map(|s| s.ahead).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_lies_beyond_all_that_is_told_of_is_borne() {
    for count in ["6,000 millennia", "20,000 years", "99,999,999 weeks"] {
        let body = format!(
            "Norway and Sweden signed a treaty in Oslo on 3 May 2014. {count} after the treaty, ministers met in Riga. \
             {count} later, they met again. {count} before that, Norway recalled its ambassador."
        );
        for published in [None, Some("2014-06-20")] {
            let told = chronology(&body, published);
            assert!(told.events.iter().any(|e| e.title.contains("treaty")), "{count}");
        }
    }
}
