//! Search, stepping and filters.

use crate::chronology::Status;
use crate::session::fixture::opened;
use crate::session::fold::Folded;
use crate::session::search::FoundIn;
use crate::session::{Command, State, Step, apply};

fn selected(state: &State) -> Option<&str> {
    state.tab()?.view.selected.as_deref()
}

#[test]
fn a_search_finds_events_by_title_people_places_and_words() {
    let mut state = opened();
    let mut found = |query: &str| {
        apply(&mut state, Command::Search(query.into()));
        state.hits.events.iter().cloned().zip(state.hits.found_in.iter().copied()).collect::<Vec<_>>()
    };
    assert_eq!(found("oslo"), [("visit".to_owned(), FoundIn::Title)]);
    assert_eq!(found("anna berg"), [("meeting".to_owned(), FoundIn::Participant)]);
    assert_eq!(found("two ministries"), [("talks".to_owned(), FoundIn::Words)]);
    assert_eq!(found("Demand"), [("demand".to_owned(), FoundIn::Title)]);
    assert!(found("nothing of the kind").is_empty());
}

#[test]
fn a_search_finds_places_in_the_text_too() {
    let mut state = opened();
    apply(&mut state, Command::Search("lake".into()));
    let text = &state.tab().unwrap().article.text;
    let words: Vec<&str> = state.hits.text.iter().map(|h| h.span.of(text)).collect();
    assert_eq!(words, ["lake", "lake"]);
    assert_eq!(state.hits.text[1].paragraph, Some(4));
}

#[test]
fn folding_keeps_the_place_of_every_letter() {
    let text = "Erdoğan’s visit to Łódź – Straße";
    let folded = Folded::new(text);
    for (query, words) in [("erdogan's", "Erdoğan’s"), ("lodz", "Łódź"), ("- strasse", "– Straße")] {
        let found = folded.find_all(query);
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(&text[found[0].0..found[0].1], words);
    }
}

#[test]
fn hits_are_walked_round() {
    let mut state = opened();
    apply(&mut state, Command::Search("prado".into()));
    assert_eq!(state.hits.events, ["visit", "meeting", "demand"]);
    for expected in ["meeting", "demand", "visit"] {
        apply(&mut state, Command::NextHit { forward: true });
        assert_eq!(selected(&state), Some(expected));
    }
    apply(&mut state, Command::NextHit { forward: false });
    assert_eq!(selected(&state), Some("demand"));
}

#[test]
fn steps_go_by_time_and_stop_at_the_ends() {
    let mut state = opened();
    apply(&mut state, Command::Step(Step::Previous));
    assert_eq!(selected(&state), Some("visit"));
    apply(&mut state, Command::Step(Step::Next));
    assert_eq!(selected(&state), Some("talks"));
    apply(&mut state, Command::Step(Step::Last));
    apply(&mut state, Command::Step(Step::Next));
    assert_eq!(selected(&state), Some("demand"));
}

#[test]
fn statuses_filter_events_steps_and_hits() {
    let mut state = opened();
    apply(&mut state, Command::ToggleStatus(Status::Happened));
    assert_eq!(state.tab().unwrap().visible_events().map(|e| e.id.as_str()).collect::<Vec<_>>(), ["meeting", "three"]);
    apply(&mut state, Command::Step(Step::First));
    assert_eq!(selected(&state), Some("meeting"));
    apply(&mut state, Command::Search("prado".into()));
    assert_eq!(state.hits.events, ["meeting"]);
    apply(&mut state, Command::ShowAllStatuses);
    assert_eq!(state.tab().unwrap().visible_events().count(), 5);
}

#[test]
fn a_selection_outside_the_view_is_brought_into_it_at_the_same_scale() {
    let mut state = opened();
    apply(&mut state, Command::SetRange(-5.0, 15.0));
    apply(&mut state, Command::Select(Some("visit".into())));
    let (from, to) = state.tab().unwrap().view.range.unwrap();
    assert!((to - from - 20.0).abs() < 1e-6);
    assert!(from < -14.0 && to > -56.0, "{from} {to}");
}

#[test]
fn esc_goes_back_one_thing_at_a_time() {
    let mut state = opened();
    apply(&mut state, Command::Search("prado".into()));
    apply(&mut state, Command::Brief(true));
    apply(&mut state, Command::OpenSheet(crate::session::Sheet::Keys));
    apply(&mut state, Command::Back);
    assert!(state.sheet.is_none() && state.brief);
    apply(&mut state, Command::Back);
    assert!(!state.brief && state.searching());
    apply(&mut state, Command::Back);
    assert!(!state.searching() && selected(&state).is_some());
    apply(&mut state, Command::Back);
    assert_eq!(selected(&state), None);
}
