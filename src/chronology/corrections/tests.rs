//! Corrections one by one, on what is read out of a small article.

use super::*;
use crate::chronology::{self, EvidenceRole};

pub(super) const ARTICLE: &str = "Envoys gather by the lake\n\nOn 3 May 2014 the foreign ministers of Peru and Chile met in Lima. \
    The presidents of Brazil and Bolivia signed a transit accord in Quito on 9 May 2014.\n\n\
    The president of Colombia will visit Oslo on 2 June 2014. Norwegian officials held talks with rebel leaders in Havana.\n";

pub(super) fn read(text: &str) -> (Article, Chronology) {
    let article = crate::article::load(text.as_bytes(), "a.txt").unwrap();
    let chronology = chronology::read(&article, None);
    (article, chronology)
}

pub(super) fn event<'a>(chronology: &'a Chronology, words: &str) -> &'a Event {
    let found = chronology.events.iter().find(|e| e.title.contains(words));
    found.unwrap_or_else(|| panic!("no event {words}: {:?}", chronology.events.iter().map(|e| &e.title).collect::<Vec<_>>()))
}

pub(super) fn on(article: &Article, chronology: &Chronology, words: &str, change: Change) -> Correction {
    Correction { target: Target::of(event(chronology, words), article), change }
}

fn day(text: &str) -> Days {
    match typed::read(text, &read(ARTICLE).1, None) {
        Ok(typed::Typed::Days(days)) => days,
        other => panic!("{other:?}"),
    }
}

#[test]
fn without_corrections_the_chronology_is_the_extraction() {
    let (article, extraction) = read(ARTICLE);
    assert!(extraction.events.len() >= 4, "{:#?}", extraction.events);
    assert_eq!(apply(&article, &extraction, &[]).chronology, extraction);
}

#[test]
fn each_change_changes_what_it_says_and_nothing_else() {
    let (article, extraction) = read(ARTICLE);
    let id = event(&extraction, "Lima").id.clone();
    let changes = [
        Change::Title("Ministers confer".to_owned()),
        Change::Kind { kind: Kind::Agree, mode: None },
        Change::Status(Status::Proposed),
        Change::Attribution(Some(Attribution { by: Some("Lima".to_owned()), hedge: None })),
        Change::Places(vec!["Callao".to_owned()]),
        Change::Participants(vec!["Peru".to_owned()]),
        Change::When(day("c. 5 May 2014")),
        Change::Checked(true),
    ];
    let corrections: Vec<Correction> = changes.into_iter().map(|c| on(&article, &extraction, "Lima", c)).collect();
    let corrected = apply(&article, &extraction, &corrections);
    let now = corrected.chronology.events.iter().find(|e| e.id == id).unwrap();
    assert_eq!((now.title.as_str(), now.kind, now.status), ("Ministers confer", Kind::Agree, Status::Proposed));
    assert_eq!((now.places.as_slice(), now.participants.as_slice()), (&["Callao".to_owned()][..], &["Peru".to_owned()][..]));
    let when = now.when.as_ref().unwrap();
    assert_eq!((dates::when(when).as_str(), when.basis), ("c. 5 May 2014", Basis::Corrected));
    assert_eq!(now.confidence, 1.0);
    assert_eq!(corrected.marks[&id], Mark { checked: true, corrected: true, added: false });
    for other in extraction.events.iter().filter(|e| e.id != id) {
        assert!(corrected.chronology.events.contains(other), "{}", other.title);
    }
}

#[test]
fn hidden_events_are_kept_and_the_others_renumbered() {
    let (article, extraction) = read(ARTICLE);
    let hide = on(&article, &extraction, "Lima", Change::Hidden(true));
    let corrected = apply(&article, &extraction, std::slice::from_ref(&hide));
    assert_eq!(corrected.hidden.len(), 1);
    let numbers: Vec<u32> = corrected.chronology.events.iter().map(|e| e.number).collect();
    assert_eq!(numbers, (1..extraction.events.len() as u32).collect::<Vec<_>>());
    let back = Correction { change: Change::Hidden(false), ..hide.clone() };
    assert_eq!(apply(&article, &extraction, &[hide, back]).chronology.events, extraction.events);
}

#[test]
fn merged_events_keep_all_that_tells_them() {
    let (article, extraction) = read(ARTICLE);
    let other = Target::of(event(&extraction, "Quito"), &article);
    let merge = on(&article, &extraction, "Lima", Change::Merged(other.clone()));
    // A correction of the event that is gone is one of the event that took it in.
    let later = Correction { target: other, change: Change::Title("The accord of Quito".to_owned()) };
    let corrected = apply(&article, &extraction, &[merge, later]);
    assert!(corrected.orphans.is_empty());
    let one = event(&corrected.chronology, "The accord of Quito");
    assert_eq!(one.evidence.len(), 2);
    assert_eq!(one.evidence.iter().filter(|e| e.role == EvidenceRole::Main).count(), 1);
    assert!(one.places.iter().any(|p| p == "Lima") && one.places.iter().any(|p| p == "Quito"), "{:?}", one.places);
    assert_eq!(corrected.chronology.events.len(), extraction.events.len() - 1);
    // And what was merged can be parted again.
    let quote = TextQuote::of(one.evidence[1].span, &article.text);
    let mut all = vec![on(&article, &extraction, "Lima", Change::Merged(Target::of(event(&extraction, "Quito"), &article)))];
    all.push(on(&article, &extraction, "Lima", Change::Split { id: "new".to_owned(), evidence: quote }));
    let parted = apply(&article, &extraction, &all);
    assert_eq!(parted.chronology.events.len(), extraction.events.len());
    assert!(parted.chronology.events.iter().all(|e| !e.evidence.is_empty()));
}

#[test]
fn a_date_that_the_reader_gave_outlasts_merging_and_parting() {
    let (article, extraction) = read(ARTICLE);
    let on = |words: &str, change| on(&article, &extraction, words, change);
    let target = |words: &str| Target::of(event(&extraction, words), &article);
    let told = |corrections: &[Correction]| -> Vec<(String, Option<String>)> {
        let corrected = apply(&article, &extraction, corrections);
        corrected.chronology.events.iter().map(|e| (e.id.clone(), e.when.as_ref().map(dates::when))).collect()
    };
    let (lima, quito) = (target("Lima").event, target("Quito").event);
    let day_of = |all: &[(String, Option<String>)], id: &str| all.iter().find(|(i, _)| i == id).and_then(|(_, when)| when.clone());
    // Wider than the article's own, and given to the one that is taken in.
    let mut corrections = vec![on("Quito", Change::When(day("May 2014"))), on("Lima", Change::Merged(target("Quito")))];
    assert_eq!(day_of(&told(&corrections), &lima).as_deref(), Some("May 2014"));
    // An order moves neither it nor the part that is made of it.
    let quote = target("Quito").quote;
    corrections.push(on("Lima", Change::Split { id: "part".to_owned(), evidence: quote }));
    let part = Target { event: "part".to_owned(), ..target("Quito") };
    corrections.push(Correction { target: part, change: Change::After(target("Havana")) });
    corrections.push(on("Havana", Change::When(day("10 May 2014"))));
    let all = told(&corrections);
    assert_eq!(day_of(&all, "part").as_deref(), Some("May 2014"));
    assert_eq!(day_of(&all, &lima).as_deref(), Some("May 2014"));
    assert_eq!(day_of(&all, &quito), None);
}

#[test]
fn what_is_added_again_under_an_id_that_was_merged_away_is_corrected_itself() {
    let (article, extraction) = read(ARTICLE);
    let start = article.text.find("The president of Colombia").unwrap();
    let span = TextSpan::new(start, start + 48);
    let added = suggested(&article, &extraction, span);
    let target = event_of(&article, &extraction, span, &[], &added.title);
    let add = Correction { target: target.clone(), change: Change::Added(Box::new(added)) };
    let merge = on(&article, &extraction, "Lima", Change::Merged(target.clone()));
    let title = Correction { target: target.clone(), change: Change::Title("A journey".to_owned()) };
    let corrected = apply(&article, &extraction, &[add.clone(), merge, add, title]);
    assert_eq!(event(&corrected.chronology, "A journey").id, target.event);
}

#[test]
fn an_order_places_what_nothing_placed() {
    let (article, extraction) = read(ARTICLE);
    let corrected = |change| apply(&article, &extraction, &[on(&article, &extraction, "Havana", change)]);
    let first = Target::of(event(&extraction, "Lima"), &article);
    let loose = corrected(Change::Unplaced);
    assert!(event(&loose.chronology, "Havana").when.is_none());
    let after = corrected(Change::After(first.clone()));
    let talks = event(&after.chronology, "Havana");
    assert!(talks.when.as_ref().is_some_and(|w| w.earliest() >= event(&after.chronology, "Lima").when.as_ref().unwrap().earliest()));
    assert!(after.chronology.constraints.iter().any(|c| c.from == first.event && c.to == talks.id && c.span.is_none()));
}

#[test]
fn an_order_that_dates_contradict_is_told_and_not_followed() {
    let (article, extraction) = read(ARTICLE);
    let late = Target::of(event(&extraction, "Oslo"), &article);
    let corrected = apply(&article, &extraction, &[on(&article, &extraction, "Lima", Change::After(late))]);
    assert_eq!(event(&corrected.chronology, "Lima").when, event(&extraction, "Lima").when);
    assert!(corrected.chronology.conflicts.iter().any(|c| c.text.contains("dates say otherwise")));
}

#[test]
fn an_event_is_added_as_the_extractor_would_have_told_it() {
    let text = "A lake\n\nCritics say that much is left to do. On 7 June 2014 the finance ministers of Peru and Chile met in Arica.\n";
    let (article, mut extraction) = read(text);
    extraction.events.clear();
    let start = article.text.find("On 7 June").unwrap();
    let span = TextSpan::new(start, article.text.trim_end().len());
    let added = suggested(&article, &extraction, span);
    assert_eq!(added.kind, Kind::Consult);
    assert!(added.places.iter().any(|p| p == "Arica"), "{added:?}");
    let target = event_of(&article, &extraction, span, &[], &added.title);
    let add = Correction { target: target.clone(), change: Change::Added(Box::new(added)) };
    let corrected = apply(&article, &extraction, &[add]);
    let event = &corrected.chronology.events[0];
    assert_eq!(event.id, target.event);
    assert_eq!(event.when.as_ref().map(dates::when).as_deref(), Some("7 Jun 2014"));
    assert!(corrected.marks[&event.id].added);
    // Words that tell nothing make an event all the same.
    let plain = suggested(&article, &extraction, TextSpan::new(start - 20, start - 1));
    assert_eq!(plain.kind, Kind::Other);
    assert!(!plain.title.is_empty());
}

#[test]
fn corrections_are_plain_data() {
    let (article, extraction) = read(ARTICLE);
    let target = Target::of(event(&extraction, "Lima"), &article);
    let all = [Change::When(day("early May 2014")), Change::After(target.clone()), Change::Checked(true), Change::Unplaced];
    for change in all {
        let correction = Correction { target: target.clone(), change };
        let text = serde_json::to_string(&correction).unwrap();
        assert_eq!(serde_json::from_str::<Correction>(&text).unwrap(), correction, "{text}");
    }
}
