//! Reports of our own whose undated acts lie on the day of the lead, on that of the report, or up to it.

use crate::article::load;
use crate::chronology::{dates, read};

/// The days of the first event whose title holds a word.
fn days(headline: &str, body: &str, published: &str, word: &str) -> String {
    let article = load(format!("{headline}\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    let chronology = read(&article, Some(published.parse().expect("a day of the calendar")));
    let date = |d| dates::date(d).map_or_else(|| "?".to_owned(), |d| d.to_string());
    match chronology.events.iter().find(|e| e.title.contains(word)) {
        None => "no event".to_owned(),
        Some(event) => event.when.as_ref().map_or("unplaced".to_owned(), |w| format!("{}..{}", date(w.earliest()), date(w.latest()))),
    }
}

const QUIET: &str = "A headline without news";

#[test]
fn a_report_goes_on_from_its_lead() {
    let corpus: &[(&str, &str, &str, &str, &str)] = &[
        // What the lead's people did besides is of the lead's day, though another day is told between.
        (
            QUIET,
            "President Lena Orlova visited Riga on Tuesday. Latvia had asked for the visit in March. \
             On Monday Estonia recalled its ambassador. Orlova signed a treaty with Latvia.",
            "2024-05-16",
            "sign",
            "2024-05-14..2024-05-14",
        ),
        // The text has followed them to another day.
        (
            QUIET,
            "President Lena Orlova visited Riga on Tuesday. On Wednesday Orlova met Tomas Berg in Oslo. Orlova signed a treaty with Norway.",
            "2024-05-16",
            "sign",
            "2024-05-15..2024-05-15",
        ),
        // What was lately done: since what the report tells of the days before.
        (
            QUIET,
            "Gunmen attacked the embassy in Marby on 2 May. President Lena Orlova visited Marby on Tuesday. \
             Norway has sent troops to Marby.",
            "2024-05-14",
            "troops",
            "2024-05-02..2024-05-14",
        ),
        // What stands in the present is so on the day of the report.
        (
            QUIET,
            "Norway is deploying troops to the border with Norland. The two states recalled their ambassadors on 2 May.",
            "2024-05-15",
            "deploy",
            "2024-05-15..2024-05-15",
        ),
        // The headline tells what the lead tells, in another word.
        (
            "Orlova demands release of envoy",
            "President Lena Orlova urged Norland on Tuesday to free the envoy.",
            "2024-05-16",
            "Orlova",
            "2024-05-14..2024-05-14",
        ),
        // What was announced is not of the day that the plan is for.
        (
            QUIET,
            "On Tuesday President Lena Orlova met Tomas Berg in Oslo. She announced a treaty to be signed next week.",
            "2024-05-16",
            "announce",
            "2024-05-14..2024-05-14",
        ),
        // A stretch up to the report's own day is only the backdrop.
        (
            QUIET,
            "President Lena Orlova met Tomas Berg in Oslo on Tuesday. Norland has increased its trade with Norway in the last three years. \
             Rebels attacked the embassy of Latvia.",
            "2024-05-16",
            "attack",
            "2024-05-14..2024-05-16",
        ),
        // What has been does not follow on what is still to come.
        (
            QUIET,
            "Envoys of Norland and Norway met in Oslo on Tuesday. Tomas Berg will visit Riga on 30 May. \
             Rebels attacked the embassy of Latvia.",
            "2024-05-16",
            "attack",
            "2024-05-14..2024-05-16",
        ),
    ];
    let mut wrong = Vec::new();
    for (headline, body, published, word, wanted) in corpus {
        let got = days(headline, body, published, word);
        if got != *wanted {
            wrong.push(format!("{body}\n   {word}: wanted {wanted} got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A dateline may stand in a paragraph of its own; the news after it is of its day.
#[test]
fn the_news_is_of_the_dateline_above_it() {
    let body = "OSLO, May 14 (Reuters) --\n\nThe presidents of Norway and Norland have signed a treaty in Oslo.\n\n\
                The two states recalled their ambassadors in July 2022.";
    assert_eq!(days(QUIET, body, "2024-05-15", "sign"), "2024-05-14..2024-05-14");
}
