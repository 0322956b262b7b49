//! Dates that lean on what was told before: narrative anchors, years carried along, and the order of a history.

use super::{check, told};

const PUBLISHED: Option<&str> = Some("2025-12-19");

#[test]
fn counts_from_the_last_date_told() {
    check(
        PUBLISHED,
        &[
            (
                "They met on 3 May 2014. Two days later they signed.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "Two days later = Date 2014-05-05 2014-05-05"],
            ),
            (
                "They met on 3 May 2014. The following day they signed.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "The following day = Date 2014-05-04 2014-05-04"],
            ),
            (
                "They met on 3 May 2014 and signed the next month.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "the next month = Date 2014-06 2014-06-01..2014-06-30"],
            ),
            (
                "They met on 3 May 2014. That Friday they signed.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "That Friday = Date 2014-05-09 2014-05-09"],
            ),
            (
                "They met on 3 May 2014. On the same day they signed.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "the same day = Date 2014-05-03 2014-05-03"],
            ),
            (
                "They met on 3 May 2014. A year earlier they had fought.",
                &["3 May 2014 = Date 2014-05-03 2014-05-03", "A year earlier = Date 2013 2013-01-01..2013-12-31"],
            ),
        ],
    );
}

#[test]
fn the_year_is_carried_along() {
    let history = "The war began in May 1940. In June 1940 the north fell. In August the south fell. On 12 September a truce came. \
                   It was broken in November 1941. In February the capital fell. In 1943 and in 1944 there was peace. They signed in May 1945.";
    let got = told(history, PUBLISHED);
    let values: Vec<&str> = got.iter().filter_map(|line| line.split(" = Date ").nth(1)?.split(' ').next()).collect();
    assert_eq!(values, ["1940-05", "1940-06", "1940-08", "1940-09-12", "1941-11", "1942-02", "1943", "1944", "1945-05"]);
}

#[test]
fn a_glance_elsewhere_does_not_move_the_story() {
    let history = "The war began in May 1940. In June 1940 the north fell. A paper declassified in 2005 tells why. In August the south fell. \
                   In November 1940 a truce came. In January 1941 it was broken. They signed in May 1945.";
    assert!(told(history, PUBLISHED).contains(&"August = Date 1940-08 1940-08-01..1940-08-31".to_owned()));
}

#[test]
fn without_a_publication_date_years_come_from_the_text() {
    check(
        None,
        &[(
            "They met on 3 May 2014. On 7 June they signed.",
            &["3 May 2014 = Date 2014-05-03 2014-05-03", "7 June = Date 2014-06-07 2014-06-07"],
        )],
    );
}

#[test]
fn counts_without_dates_count_from_publication() {
    check(
        None,
        &[(
            "They went to Moscow weeks ago. Two days later they left.",
            &[
                "weeks ago = Date PAST_REF Approx -56~..-14~ from publication",
                "Two days later = Date XXXX-XX-XX -54~..-12~ from publication",
            ],
        )],
    );
}
