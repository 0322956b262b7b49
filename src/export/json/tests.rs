use super::*;
use crate::article;
use crate::chronology::Bound;
use crate::testing;

fn day(text: &str) -> Day {
    text.parse::<NaiveDate>().unwrap().num_days_from_ce()
}

fn when(frame: Frame, earliest: Day, latest: Day, basis: Basis) -> When {
    let bound = Bound { earliest, latest, approximate: true };
    When {
        frame,
        start: bound,
        end: bound,
        grain: Grain::Week,
        basis,
        reason: "“weeks ago” is taken as 8 to 2 weeks before publication".to_owned(),
        words: Some("weeks ago".to_owned()),
        rule: Some("vague-ago".to_owned()),
        expression: None,
    }
}

#[test]
fn a_stretch_on_the_calendar_has_dates_and_days_from_publication() {
    let published = "2025-12-19".parse().ok();
    let value = time(published, Some(&when(Frame::Calendar, day("2025-10-24"), day("2025-12-05"), Basis::Convention)));
    let expected = json!({
        "earliest": "2025-10-24", "latest": "2025-12-05", "start_latest": "2025-12-05", "end_earliest": "2025-10-24",
        "approximate": [true, true], "edtf": "[2025-10-24~..2025-12-05~]", "grain": "week", "basis": "convention", "rule": "vague-ago",
        "expression": null, "reason": "“weeks ago” is taken as 8 to 2 weeks before publication", "days_from_publication": [-56, -14],
    });
    assert_eq!(value, expected);
}

#[test]
fn without_a_publication_date_only_the_days_from_it_are_given() {
    let value = time(None, Some(&when(Frame::Publication, -56, -14, Basis::Convention)));
    assert_eq!(value["earliest"], Value::Null);
    assert_eq!(value["edtf"], Value::Null);
    assert_eq!(value["days_from_publication"], json!([-56, -14]));
}

#[test]
fn an_event_in_the_tray_says_that_nothing_places_it() {
    let value = time(None, None);
    assert_eq!(value["basis"], "none");
    assert_eq!(value["days_from_publication"], Value::Null);
}

#[test]
fn days_at_the_ends_of_the_number_line_do_not_overflow() {
    let value = time("2025-12-19".parse().ok(), Some(&when(Frame::Calendar, Day::MIN, Day::MAX, Basis::Order)));
    assert_eq!(value["earliest"], Value::Null);
    assert_eq!(value["days_from_publication"], Value::Null);
}

#[test]
fn the_text_form_holds_the_same_document_as_the_line() {
    let article = article::load("Talks open\n\nThe ministers met in Bern on 3 May 2014.".as_bytes(), "talks.txt").unwrap();
    let chronology = crate::chronology::read(&article, None);
    let (line, text) = (line(&article, &chronology), text(&article, &chronology));
    assert!(!line.contains('\n'));
    assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), serde_json::from_str::<Value>(&text).unwrap());
}

#[test]
fn every_offset_in_the_shared_articles_cuts_their_text_at_characters() {
    let Some(folder) = testing::shared("articles") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    assert!(files.len() > 10);
    for file in files {
        let article = article::load(&std::fs::read(&file).unwrap(), "article.txt").unwrap();
        let value = document(&article, &crate::chronology::read(&article, "2020-01-01".parse().ok()));
        for key in ["time_expressions", "set_aside", "constraints"] {
            for item in value[key].as_array().unwrap().iter().filter(|i| !i["start"].is_null()) {
                assert!(words(&article.text, item).is_some(), "{key} of {}: {item}", file.display());
            }
        }
        for evidence in value["events"].as_array().unwrap().iter().flat_map(|e| e["evidence"].as_array().unwrap()) {
            assert!(words(&article.text, evidence).is_some_and(|w| !w.is_empty()), "evidence of {}: {evidence}", file.display());
        }
    }
}

fn words<'a>(text: &'a str, item: &Value) -> Option<&'a str> {
    text.get(item["start"].as_u64()? as usize..item["end"].as_u64()? as usize)
}
