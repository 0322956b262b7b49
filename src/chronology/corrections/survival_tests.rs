//! Corrections survive what becomes of the article and of the rules.

use super::tests::{ARTICLE, event, on, read};
use super::*;
use crate::chronology;

const TITLE: &str = "What the reader calls it";

fn corrections() -> Vec<Correction> {
    let (article, extraction) = read(ARTICLE);
    vec![
        on(&article, &extraction, "Lima", Change::Title(TITLE.to_owned())),
        on(&article, &extraction, "Oslo", Change::Hidden(true)),
        on(&article, &extraction, "Quito", Change::Checked(true)),
    ]
}

fn check(article: &Article, extraction: &Chronology) {
    let corrected = apply(article, extraction, &corrections());
    assert!(corrected.orphans.is_empty(), "{:?}", corrected.orphans);
    let named = event(&corrected.chronology, TITLE);
    assert!(named.evidence.iter().any(|e| e.span.of(&article.text).contains("Lima")));
    assert!(corrected.hidden.iter().any(|e| e.title.contains("Oslo")));
    let checked = corrected.chronology.events.iter().find(|e| corrected.marks.get(&e.id).is_some_and(|m| m.checked)).unwrap();
    assert!(checked.evidence[0].span.of(&article.text).contains("Quito"));
}

fn check_bytes(bytes: &[u8], name: &str) {
    let article = crate::article::load(bytes, name).unwrap();
    check(&article, &chronology::read(&article, None));
}

#[test]
fn another_publication_date() {
    let (article, _) = read(ARTICLE);
    for date in [None, NaiveDate::from_ymd_opt(2014, 5, 20), NaiveDate::from_ymd_opt(2031, 1, 1)] {
        check(&article, &chronology::read(&article, date));
    }
}

#[test]
fn other_line_ends() {
    check_bytes(ARTICLE.replace('\n', "\r\n").as_bytes(), "a.txt");
}

#[test]
fn a_paragraph_inserted() {
    let text = ARTICLE.replacen("\n\n", "\n\nThe lake is deep, and in the spring of 2013 the envoys of Kenya met in Geneva.\n\n", 1);
    check_bytes(text.as_bytes(), "a.txt");
}

#[test]
fn one_sentence_reworded() {
    let text = ARTICLE.replace(
        "On 3 May 2014 the foreign ministers of Peru and Chile met in Lima.",
        "The foreign ministers of Peru and Chile met quietly in Lima on Saturday, 3 May 2014.",
    );
    assert_ne!(text, ARTICLE);
    check_bytes(text.as_bytes(), "a.txt");
}

#[test]
fn another_encoding() {
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(ARTICLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    check_bytes(&utf16, "a.txt");
    check_bytes(&[b"\xEF\xBB\xBF", ARTICLE.as_bytes()].concat(), "a.txt");
}

#[test]
fn a_page_instead_of_text() {
    let mut paragraphs = ARTICLE.trim().split("\n\n");
    let title = paragraphs.next().unwrap();
    let body: String = paragraphs.map(|p| format!("<p>{}</p>\n", p.replace("in Lima", "in&nbsp;<b>Lima</b>"))).collect();
    let page =
        format!("<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>");
    check_bytes(page.as_bytes(), "a.html");
}

#[test]
fn rules_that_name_events_otherwise() {
    let (article, mut extraction) = read(ARTICLE);
    for event in &mut extraction.events {
        event.id = format!("other-{}", event.id);
        event.title = event.title.to_uppercase();
    }
    for constraint in &mut extraction.constraints {
        constraint.from = format!("other-{}", constraint.from);
        constraint.to = format!("other-{}", constraint.to);
    }
    let corrected = apply(&article, &extraction, &corrections());
    assert!(corrected.orphans.is_empty());
    assert!(event(&corrected.chronology, TITLE).evidence[0].span.of(&article.text).contains("Lima"));
    assert_eq!(corrected.hidden.len(), 1);
}

#[test]
fn what_has_no_words_any_more_is_orphaned_with_its_text_and_not_lost() {
    let text = ARTICLE.replace("On 3 May 2014 the foreign ministers of Peru and Chile met in Lima. ", "");
    let (article, extraction) = read(&text);
    let all = corrections();
    let corrected = apply(&article, &extraction, &all);
    assert_eq!(corrected.orphans, [Orphan { correction: 0, place: None }]);
    assert!(all[0].target.quote.exact.contains("ministers of Peru and Chile"));
    assert!(!corrected.chronology.events.iter().any(|e| e.title == TITLE), "no other event takes it over");
}

#[test]
fn what_the_rules_do_not_read_any_more_is_orphaned_with_its_place() {
    let (article, mut extraction) = read(ARTICLE);
    extraction.events.retain(|e| !e.title.contains("Lima"));
    let corrected = apply(&article, &extraction, &corrections());
    let place = corrected.orphans[0].place.unwrap();
    assert!(place.of(&article.text).contains("met in Lima"));
}

#[test]
fn an_added_event_survives_too() {
    let (article, extraction) = read(ARTICLE);
    let start = article.text.find("Norwegian officials").unwrap();
    let span = TextSpan::new(start, start + "Norwegian officials held talks".len());
    let target = event_of(&article, &extraction, span, &[], "Talks begin");
    let mut added = suggested(&article, &extraction, span);
    added.title = "Talks begin".to_owned();
    let add = [Correction { target, change: Change::Added(Box::new(added)) }];
    let moved = ARTICLE.replacen("\n\n", "\r\n\r\nA paragraph that was not there before.\r\n\r\n", 1);
    let (article, extraction) = read(&moved);
    let corrected = apply(&article, &extraction, &add);
    let event = event(&corrected.chronology, "Talks begin");
    assert_eq!(event.evidence[0].telling[0].of(&article.text), "Norwegian officials held talks");
}
