//! Phrases in a sentence, the publication date, and what they mean: extent, type, value, modifier and days.

use super::check;

/// A Friday.
const PUBLISHED: Option<&str> = Some("2025-12-19");

#[test]
fn calendar_dates() {
    check(
        PUBLISHED,
        &[
            ("They met on 3 May 2014.", &["3 May 2014 = Date 2014-05-03 2014-05-03"]),
            ("They met on May 3, 2014, in Oslo.", &["May 3, 2014 = Date 2014-05-03 2014-05-03"]),
            ("The pact of 25 July, 1918, fell.", &["25 July, 1918 = Date 1918-07-25 1918-07-25"]),
            ("On Wednesday, October 26, 2022, they signed.", &["Wednesday, October 26, 2022 = Date 2022-10-26 2022-10-26"]),
            ("It was signed in May 2014.", &["May 2014 = Date 2014-05 2014-05-01..2014-05-31"]),
            ("It was signed in 1978.", &["1978 = Date 1978 1978-01-01..1978-12-31"]),
            ("The form is dated 2014-05-03.", &["2014-05-03 = Date 2014-05-03 2014-05-03"]),
            ("He was born in March of 1931.", &["March of 1931 = Date 1931-03 1931-03-01..1931-03-31"]),
        ],
    );
}

#[test]
fn years_before_christ() {
    check(
        PUBLISHED,
        &[
            ("The fleet sailed in 480 BC.", &["480 BC = Date BC0480 -0479-01-01..-0479-12-31"]),
            ("They met in the spring of 480 BC.", &["the spring of 480 BC = Date BC0480-SP -0479-03-01..-0479-05-31"]),
            ("Peace held through the 4th century BC.", &["the 4th century BC = Date BC03 -0399-01-01..-0300-12-31"]),
        ],
    );
}

#[test]
fn impossible_dates_are_not_bent() {
    check(
        PUBLISHED,
        &[
            ("The note is dated Feb 29, 2015.", &["Feb 29, 2015 = Date  -"]),
            ("They will meet on 31 April.", &["31 April = Date  -"]),
            ("They met on Feb 29, 2016.", &["Feb 29, 2016 = Date 2016-02-29 2016-02-29"]),
        ],
    );
}

#[test]
fn the_missing_year_follows_tense() {
    check(
        PUBLISHED,
        &[
            ("They met on 3 May.", &["3 May = Date 2025-05-03 2025-05-03"]),
            ("They will meet on 3 May.", &["3 May = Date 2026-05-03 2026-05-03"]),
            ("They met in March.", &["March = Date 2025-03 2025-03-01..2025-03-31"]),
            ("They will meet in March.", &["March = Date 2026-03 2026-03-01..2026-03-31"]),
            ("The board has set Jan. 10 as the deadline.", &["Jan. 10 = Date 2026-01-10 2026-01-10"]),
        ],
    );
}

#[test]
fn numeric_dates_by_the_way_the_document_writes() {
    check(
        PUBLISHED,
        &[
            ("Signed on 2/3/2004.", &["2/3/2004 = Date 2004-02-03 2004-02-03"]),
            (
                "Signed on 2/3/2004, ratified on 15/3/2004.",
                &["2/3/2004 = Date 2004-03-02 2004-03-02", "15/3/2004 = Date 2004-03-15 2004-03-15"],
            ),
            (
                "Signed on 3 May 1999 and on 2/3/2004.",
                &["3 May 1999 = Date 1999-05-03 1999-05-03", "2/3/2004 = Date 2004-03-02 2004-03-02"],
            ),
            ("Signed on 15.3.2004.", &["15.3.2004 = Date 2004-03-15 2004-03-15"]),
        ],
    );
}

#[test]
fn weekdays() {
    check(
        PUBLISHED,
        &[
            ("They met on Tuesday.", &["Tuesday = Date 2025-12-16 2025-12-16"]),
            ("They met on Friday.", &["Friday = Date 2025-12-19 2025-12-19"]),
            ("They will meet on Tuesday.", &["Tuesday = Date 2025-12-23 2025-12-23"]),
            ("Officials said Tuesday they will meet.", &["Tuesday = Date 2025-12-16 2025-12-16"]),
            ("They met last Friday.", &["last Friday = Date 2025-12-12 2025-12-12"]),
            ("They met on Monday of last week.", &["Monday of last week = Date 2025-12-08 2025-12-08"]),
            ("They will meet next Monday.", &["next Monday = Date 2025-12-22 2025-12-22"]),
            ("They meet this coming Sunday.", &["this coming Sunday = Date 2025-12-21 2025-12-21"]),
            ("They arrived on Friday morning.", &["Friday morning = Time 2025-12-19TMO 2025-12-19"]),
            ("On a Monday the talks broke off.", &["Monday = Date XXXX-WXX-1 -"]),
        ],
    );
}

#[test]
fn weeks_weekends_months_years() {
    check(
        PUBLISHED,
        &[
            ("They will meet this weekend.", &["this weekend = Date 2025-W51-WE 2025-12-20..2025-12-21"]),
            ("They met last week.", &["last week = Date 2025-W50 2025-12-08..2025-12-14"]),
            ("They meet early next week.", &["early next week = Date 2025-W52 Start 2025-12-22..2025-12-24"]),
            ("They met earlier this month.", &["earlier this month = Date 2025-12 2025-12-01..2025-12-19"]),
            ("They will meet later this month.", &["later this month = Date 2025-12 2025-12-20..2025-12-31"]),
            ("They met last month.", &["last month = Date 2025-11 2025-11-01..2025-11-30"]),
            ("They met last year.", &["last year = Date 2024 2024-01-01..2024-12-31"]),
            ("They will meet next year.", &["next year = Date 2026 2026-01-01..2026-12-31"]),
            (
                "They met yesterday and will meet tomorrow.",
                &["yesterday = Date 2025-12-18 2025-12-18", "tomorrow = Date 2025-12-20 2025-12-20"],
            ),
        ],
    );
}

#[test]
fn counts_from_publication() {
    check(
        PUBLISHED,
        &[
            ("They met two days ago.", &["two days ago = Date 2025-12-17 2025-12-17"]),
            ("They met two years ago.", &["two years ago = Date 2023 2023-01-01..2023-12-31"]),
            ("They met three months ago.", &["three months ago = Date 2025-09 2025-09-01..2025-09-30"]),
            ("They met a week ago today.", &["a week ago today = Date 2025-12-12 2025-12-12"]),
        ],
    );
}

#[test]
fn vague_words_have_their_conventions() {
    check(
        PUBLISHED,
        &[
            ("They went to Moscow weeks ago.", &["weeks ago = Date PAST_REF Approx 2025-10-24~..2025-12-05~"]),
            ("They met days ago.", &["days ago = Date PAST_REF Approx 2025-12-12~..2025-12-17~"]),
            ("They met recently.", &["recently = Date PAST_REF 2025-11-19~..2025-12-19"]),
            ("They will meet soon.", &["soon = Date FUTURE_REF 2025-12-19..2025-12-26~"]),
            ("They will meet in the coming week.", &["the coming week = Duration P1W 2025-12-19..2025-12-26"]),
            ("They met in recent weeks.", &["recent weeks = Duration PXW 2025-10-24~..2025-12-19"]),
            ("They will meet in the coming weeks.", &["the coming weeks = Duration PXW 2025-12-26..2026-02-13~"]),
        ],
    );
}

#[test]
fn parts_of_dates() {
    check(
        PUBLISHED,
        &[
            ("They met in early May 2014.", &["early May 2014 = Date 2014-05 Start 2014-05-01..2014-05-10"]),
            ("They met in mid-May 2014.", &["mid-May 2014 = Date 2014-05 Mid 2014-05-11..2014-05-20"]),
            ("They met at the end of May 2014.", &["the end of May 2014 = Date 2014-05 End 2014-05-21..2014-05-31"]),
            ("They met in early 2014.", &["early 2014 = Date 2014 Start 2014-01-01..2014-04-30"]),
            ("They met in late 2014.", &["late 2014 = Date 2014 End 2014-09-01..2014-12-31"]),
            ("They met in the late 1960s.", &["the late 1960s = Date 196 End 1966-01-01..1969-12-31"]),
            ("They met in the first half of 1985.", &["the first half of 1985 = Date 1985-H1 1985-01-01..1985-06-30"]),
            ("They met in the last week of May 2014.", &["the last week of May 2014 = Date 2014-05 End 2014-05-25..2014-05-31"]),
            ("They met on the last day of October 1995.", &["the last day of October 1995 = Date 1995-10 End 1995-10-31"]),
        ],
    );
}

#[test]
fn seasons_quarters_and_feasts() {
    check(
        PUBLISHED,
        &[
            ("They met in the summer of 2003.", &["the summer of 2003 = Date 2003-SU 2003-06-01..2003-08-31"]),
            ("They met last summer.", &["last summer = Date 2025-SU 2025-06-01..2025-08-31"]),
            ("The winter of 1914 was hard.", &["The winter of 1914 = Date 1914-WI 1914-12-01..1915-02-28"]),
            ("Sales rose in the third quarter of 1984.", &["the third quarter of 1984 = Date 1984-Q3 1984-07-01..1984-09-30"]),
            ("They met at Christmas 1963.", &["Christmas 1963 = Date 1963-12-25 1963-12-25"]),
            ("They met over the Easter weekend.", &["Easter weekend = Date 2025-W16-WE 2025-04-19..2025-04-20"]),
        ],
    );
}

#[test]
fn ranges_are_one_stretch_for_both_ends() {
    check(
        PUBLISHED,
        &[
            (
                "They met from 3 to 5 May 2014.",
                &[
                    "3 = Date 2014-05-03 2014-05-03..2014-05-05 throughout",
                    "5 May 2014 = Date 2014-05-05 2014-05-03..2014-05-05 throughout",
                ],
            ),
            (
                "They met May 3–5, 2014.",
                &[
                    "May 3 = Date 2014-05-03 2014-05-03..2014-05-05 throughout",
                    "5, 2014 = Date 2014-05-05 2014-05-03..2014-05-05 throughout",
                ],
            ),
            (
                "They fought between March and June 1994.",
                &["March = Date 1994-03 1994-03-01..1994-06-30", "June 1994 = Date 1994-06 1994-03-01..1994-06-30"],
            ),
            (
                "The war of 1904–05 ended.",
                &["1904 = Date 1904 1904-01-01..1905-12-31 throughout", "05 = Date 1905 1904-01-01..1905-12-31 throughout"],
            ),
            (
                "They served from 1954 to 1958.",
                &["1954 = Date 1954 1954-01-01..1958-12-31 throughout", "1958 = Date 1958 1954-01-01..1958-12-31 throughout"],
            ),
            ("They met on 3 and 5 May 2014.", &["3 = Date 2014-05-03 2014-05-03", "5 May 2014 = Date 2014-05-05 2014-05-05"]),
        ],
    );
}

#[test]
fn lengths_and_what_recurs_place_nothing() {
    check(
        PUBLISHED,
        &[
            ("The talks took two weeks.", &["two weeks = Duration P2W -"]),
            ("It was an 18-month truce.", &["18-month = Duration P18M -"]),
            ("The decades-long feud ended.", &["decades-long = Duration PXDE -"]),
            ("They met every Thursday.", &["every Thursday = Set XXXX-WXX-4 -"]),
            ("They spoke for two and a half years.", &["two and a half years = Duration P2Y6M -"]),
        ],
    );
}

#[test]
fn windows_and_offsets() {
    check(
        PUBLISHED,
        &[
            ("Troops must leave within ten days.", &["ten days = Duration P10D 2025-12-19..2025-12-29"]),
            ("They will meet in three days.", &["three days = Duration P3D 2025-12-22"]),
            ("He left two days after the meeting.", &["two days = Duration P2D 2..2 from event"]),
            ("He left the day before the summit.", &["the day before = Date P1D -1..-1 from event"]),
            ("He arrived shortly before the summit.", &["shortly before = Date PAST_REF -14..0 from event"]),
        ],
    );
}

#[test]
fn times_of_day() {
    check(
        PUBLISHED,
        &[
            ("They met at 10:30 a.m. on Wednesday.", &["10:30 a.m. on Wednesday = Time 2025-12-17T10:30 2025-12-17"]),
            ("They met at noon.", &["noon = Time 2025-12-19T12:00 2025-12-19"]),
            ("They met last night.", &["last night = Time 2025-12-18TNI 2025-12-18"]),
            ("They met on the night of 8 February 1904.", &["the night of 8 February 1904 = Time 1904-02-08TNI 1904-02-08"]),
        ],
    );
}

#[test]
fn without_a_publication_date_nothing_is_invented() {
    check(
        None,
        &[
            ("They went to Moscow weeks ago.", &["weeks ago = Date PAST_REF Approx -56~..-14~ from publication"]),
            ("They will meet this weekend.", &["this weekend = Date XXXX-WXX-WE 0..6 from publication"]),
            ("They met on Tuesday.", &["Tuesday = Date XXXX-WXX-2 -6..0 from publication"]),
            ("They will meet on Tuesday.", &["Tuesday = Date XXXX-WXX-2 0..6 from publication"]),
            ("They met two days ago.", &["two days ago = Date XXXX-XX-XX -2 from publication"]),
            ("They met last month.", &["last month = Date XXXX-XX -60..-1 from publication"]),
            ("They met on 3 May.", &["3 May = Date XXXX-05-03 -"]),
            ("They met on 3 May 2014.", &["3 May 2014 = Date 2014-05-03 2014-05-03"]),
        ],
    );
}
