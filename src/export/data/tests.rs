//! What each form writes, and what it says that it could not hold.

use super::*;
use crate::article::TextSpan;
use crate::article::load;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Attribution, Basis, Bound, Chronology, Evidence, Grain};
use chrono::Datelike;

const TEXT: &str = "Envoys | in Miami\n\nThe envoys came to Šefčovič’s house, “weeks ago”, with *papers*.\n\nThey will meet on Saturday.";

fn day(text: &str) -> Day {
    text.parse::<NaiveDate>().unwrap().num_days_from_ce()
}

fn event(number: u32, title: &str, when: Option<(&str, &str)>, status: Status) -> Event {
    let start = TEXT.find("The envoys").unwrap();
    let end = TEXT.find("\n\nThey").unwrap();
    Event {
        id: format!("id{number}"),
        number,
        title: title.to_owned(),
        kind: Kind::Consult,
        mode: Some("meeting"),
        status,
        status_word: None,
        attribution: Some(Attribution { by: Some("Moscow".to_owned()), hedge: None }),
        when: when.map(|(a, b)| When {
            frame: Frame::Calendar,
            start: Bound { earliest: day(a), latest: day(b), approximate: a != b },
            end: Bound { earliest: day(a), latest: day(b), approximate: false },
            grain: Grain::Day,
            basis: Basis::Convention,
            reason: "we take “weeks ago” as 8 to 2 weeks".to_owned(),
            words: Some("weeks ago".to_owned()),
            rule: None,
            expression: None,
        }),
        places: vec!["Miami".to_owned()],
        participants: vec!["Steve Witkoff".to_owned(), "Jared Kushner".to_owned()],
        evidence: vec![Evidence { span: TextSpan::new(start, end), paragraph: Some(1), role: EvidenceRole::Main, telling: Vec::new() }],
        salience: 1.0,
        confidence: 1.0,
    }
}

fn sample() -> (Article, Chronology) {
    let article = load(TEXT.as_bytes(), "miami.txt").unwrap();
    let mut chronology = crate::chronology::read(&article, Some(NaiveDate::from_ymd_opt(2025, 12, 19).unwrap()));
    assert_eq!(article.text, TEXT, "the fixture's offsets rest on the text as it stands");
    chronology.constraints.clear();
    chronology.events = vec![
        event(1, "Envoys, all of them, visit", Some(("2025-10-24", "2025-12-05")), Status::Happened),
        event(2, "=Meeting \"in\" Miami", Some(("2025-12-20", "2025-12-20")), Status::Expected),
        event(3, "Talks; not placed", None, Status::CalledOff),
    ];
    (article, chronology)
}

#[test]
fn csv_quotes_cells_and_disarms_formulas() {
    let (article, chronology) = sample();
    let data = csv::csv(&article, &chronology, DateLanguage::English);
    let rows: Vec<&str> = data.text.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 4);
    assert!(
        rows[1].starts_with("1,\"Envoys, all of them, visit\",2025-10-24,2025-12-05,[2025-10-24~..2025-12-05],c. 24 Oct – 5 Dec 2025,"),
        "{}",
        rows[1]
    );
    assert!(rows[1].contains(",Steve Witkoff; Jared Kushner,per Moscow,"), "{}", rows[1]);
    assert!(rows[2].starts_with("2,\"'=Meeting \"\"in\"\" Miami\",2025-12-20,2025-12-20,2025-12-20,"), "{}", rows[2]);
    assert!(rows[3].starts_with("3,Talks; not placed,,,,,called_off,"), "{}", rows[3]);
}

#[test]
fn icalendar_ends_a_day_later_folds_and_says_what_it_lost() {
    let (article, chronology) = sample();
    let data = icalendar::icalendar(&article, &chronology, DateLanguage::English);
    assert!(data.text.split_terminator("\r\n").all(|l| l.len() <= 75 && !l.contains('\n')));
    let unfolded = data.text.replace("\r\n ", "");
    assert!(unfolded.contains("\r\nDTSTART;VALUE=DATE:20251220\r\nDTEND;VALUE=DATE:20251221\r\n"));
    assert!(unfolded.contains("\r\nDTSTAMP:20251219T000000Z\r\n"));
    assert!(unfolded.contains("SUMMARY:Envoys\\, all of them\\, visit\r\n"));
    assert!(unfolded.contains(
        "DESCRIPTION:Some time in: c. 24 Oct – 5 Dec 2025. we take “weeks ago” as 8 to 2 weeks.\\nStatus: happened\\, per Moscow."
    ));
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 2);
    assert_eq!(data.lost[0], "1 event without a calendar date is left out: Talks; not placed");
}

/// What another reader of iCalendar makes of it.
#[test]
fn icalendar_is_read_by_another_program() {
    use ::icalendar::{Calendar, CalendarComponent, Component};
    let (article, chronology) = sample();
    let calendar: Calendar = icalendar::icalendar(&article, &chronology, DateLanguage::English).text.parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|c| match c {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    let summaries: Vec<_> = events.iter().filter_map(|e| e.get_summary()).collect();
    assert_eq!(summaries.len(), 2, "{summaries:?}");
    assert!(summaries.iter().any(|s| s.replace("\\,", ",") == "Envoys, all of them, visit"), "{summaries:?}");
    assert!(events.iter().all(|e| e.get_uid().is_some_and(|u| !u.is_empty())));
}

#[test]
fn markdown_escapes_what_would_break_its_table() {
    let (article, chronology) = sample();
    let text = markdown::markdown(&article, &chronology, DateLanguage::English).text;
    assert!(text.starts_with("# Envoys \\| in Miami\n\n3 events as told by miami.txt, 19 December 2025.\n"));
    assert!(text.contains("| 2 | 20 Dec 2025 | =Meeting \"in\" Miami (expected, per Moscow)[^2] | Miami |"), "{text}");
    assert!(text.contains("Not placed in time:\n\n- Talks; not placed (called off, per Moscow)[^3]"), "{text}");
    assert!(text.contains("\n[^1]: “The envoys came to Šefčovič’s house, “weeks ago”, with \\*papers\\*.” ¶1\n"), "{text}");
}

#[test]
fn markwhen_keeps_the_exact_form_as_a_property() {
    let (article, chronology) = sample();
    let data = markwhen::markwhen(&article, &chronology, DateLanguage::English);
    assert!(
        data.text
            .contains("\n2025-10-24 / 2025-12-05: Envoys, all of them, visit #consult #happened\nedtf: \"[2025-10-24~..2025-12-05]\"\n"),
        "{}",
        data.text
    );
    assert!(data.text.contains("\n2025-12-20: =Meeting"));
    assert_eq!(data.lost.len(), 2);
}

#[test]
fn timelinejs_has_its_documented_fields() {
    let (article, chronology) = sample();
    let data = timelinejs::timelinejs(&article, &chronology, DateLanguage::English);
    let value: serde_json::Value = serde_json::from_str(&data.text).unwrap();
    let first = &value["events"][0];
    assert_eq!(first["start_date"], serde_json::json!({"year": 2025, "month": 10, "day": 24}));
    assert_eq!(first["end_date"], serde_json::json!({"year": 2025, "month": 12, "day": 5}));
    assert_eq!(first["display_date"], "c. 24 Oct – 5 Dec 2025");
    assert_eq!(first["group"], "Miami");
    assert_eq!(first["unique_id"], "id1");
    assert!(value["events"][1].get("end_date").is_none());
    assert_eq!(value["events"].as_array().unwrap().len(), 2);
}

#[test]
fn dates_are_written_in_the_language_chosen() {
    let (article, chronology) = sample();
    let (language, words) = (DateLanguage::French, "vers 24 oct. – 5 déc. 2025");
    for text in [
        csv::csv(&article, &chronology, language).text,
        icalendar::icalendar(&article, &chronology, language).text,
        markdown::markdown(&article, &chronology, language).text,
        markwhen::markwhen(&article, &chronology, language).text,
        timelinejs::timelinejs(&article, &chronology, language).text,
    ] {
        assert!(text.replace("\r\n ", "").contains(words), "{text}");
    }
    assert!(markdown::markdown(&article, &chronology, DateLanguage::Spanish).text.contains("19 de diciembre de 2025"));
}
