//! Corrections as commands: undone to the start and done again to the end, whatever they were.

use crate::chronology::corrections::{Change, Days, Target};
use crate::chronology::{Attribution, Chronology, Frame, Kind, Status};
use crate::session::{Command, DateOrder, Effect, Field, Sheet, State, apply, fixture};
use proptest::prelude::*;

fn shown(state: &State) -> Chronology {
    Chronology::clone(&state.tab().unwrap().chronology)
}

fn typed(state: &mut State, field: Field, text: &str) -> Option<String> {
    apply(state, Command::EditField(field));
    apply(state, Command::TypeField(text.to_owned()));
    apply(state, Command::AcceptField);
    state.edit.as_ref().and_then(|e| e.error.clone())
}

fn select(state: &mut State, id: &str) {
    apply(state, Command::Select(Some(id.to_owned())));
}

#[test]
fn what_is_typed_is_shown_and_said() {
    let mut state = fixture::opened();
    select(&mut state, "talks");
    assert_eq!(typed(&mut state, Field::Title, "Ministries confer in Vienna"), None);
    assert_eq!(typed(&mut state, Field::When, "5 – 7 November 2025"), None);
    assert_eq!(typed(&mut state, Field::Participants, "Anna Berg, Luis Prado, Anna Berg"), None);
    assert_eq!(typed(&mut state, Field::Attribution, "reportedly"), None);
    let tab = state.tab().unwrap();
    let event = tab.event("talks").unwrap();
    assert_eq!(event.title, "Ministries confer in Vienna");
    assert_eq!(event.participants, ["Anna Berg", "Luis Prado"]);
    assert_eq!(event.attribution.as_ref().and_then(|a| a.hedge.as_deref()), Some("reportedly"));
    assert_eq!(state.done.as_deref(), Some("Told by reportedly · Ministries confer in Vienna"));
    assert_eq!(tab.history.done.len(), 4);
    // What was not changed is no correction.
    assert_eq!(typed(&mut state, Field::Title, "Ministries confer in Vienna"), None);
    assert_eq!(state.tab().unwrap().history.done.len(), 4);
}

#[test]
fn what_cannot_be_taken_stays_in_its_field_with_the_reason() {
    let mut state = fixture::opened();
    select(&mut state, "talks");
    assert_eq!(typed(&mut state, Field::Title, "  "), Some("An event needs a title".to_owned()));
    assert!(typed(&mut state, Field::When, "blue").is_some_and(|e| e.starts_with("Type a date")));
    assert!(typed(&mut state, Field::When, "after 2").is_some_and(|e| e.starts_with("That is this event itself")));
    assert!(typed(&mut state, Field::Merge, "77").is_some_and(|e| e.starts_with("There is no event 77")));
    assert!(state.tab().unwrap().history.is_empty());
    apply(&mut state, Command::Back);
    assert!(state.edit.is_none());
}

#[test]
fn what_was_typed_is_taken_when_another_event_is_turned_to() {
    let mut state = fixture::opened();
    apply(&mut state, Command::EditField(Field::Title));
    apply(&mut state, Command::TypeField("Prado is received".to_owned()));
    select(&mut state, "talks");
    assert_eq!(state.tab().unwrap().event("visit").unwrap().title, "Prado is received");
    apply(&mut state, Command::EditField(Field::When));
    apply(&mut state, Command::TypeField("blue".to_owned()));
    select(&mut state, "visit");
    assert!(state.edit.is_none());
    assert!(state.done.as_deref().is_some_and(|d| d.starts_with("“blue” was not taken. Type a date")));
}

#[test]
fn an_event_is_added_from_words_and_its_title_is_to_be_typed() {
    let mut state = fixture::opened();
    let article = state.tab().unwrap().article.clone();
    let start = article.text.find("An unrelated remark").unwrap();
    apply(&mut state, Command::Mark(Some(crate::article::TextSpan::new(start, start + 40))));
    apply(&mut state, Command::AddMarked);
    let tab = state.tab().unwrap();
    assert_eq!(tab.chronology.events.len(), 6);
    let added = tab.selected().unwrap();
    assert!(tab.mark(&added.id).added);
    assert_eq!(state.edit.as_ref().map(|e| (e.field, e.event.clone())), Some((Field::Title, added.id.clone())));
    // Taken back and done again, a correction of it still finds it.
    typed(&mut state, Field::Title, "A remark on the weather");
    apply(&mut state, Command::GoTo(0));
    assert_eq!(state.tab().unwrap().chronology.events.len(), 5);
    apply(&mut state, Command::GoTo(2));
    assert!(state.tab().unwrap().chronology.events.iter().any(|e| e.title == "A remark on the weather"));
}

#[test]
fn the_review_walks_the_doubtful_first_and_counts_what_is_left() {
    let mut state = fixture::opened();
    apply(&mut state, Command::Review(true));
    // Low confidence first.
    assert_eq!(state.tab().unwrap().view.selected.as_deref(), Some("demand"));
    let left = |state: &State| state.tab().unwrap().left.all;
    assert_eq!(left(&state), 5);
    apply(&mut state, Command::ToggleChecked);
    assert_eq!(left(&state), 4);
    assert_ne!(state.tab().unwrap().view.selected.as_deref(), Some("demand"));
    let second = state.tab().unwrap().view.selected.clone();
    apply(&mut state, Command::HideSelected);
    assert_eq!(left(&state), 3);
    assert!(state.tab().unwrap().hidden.iter().any(|e| Some(&e.id) == second.as_ref()));
    apply(&mut state, Command::ReviewStep { forward: true });
    let there = state.tab().unwrap().view.selected.clone();
    apply(&mut state, Command::ReviewStep { forward: false });
    assert_ne!(state.tab().unwrap().view.selected, there);
    for _ in 0..3 {
        apply(&mut state, Command::ToggleChecked);
    }
    assert_eq!(left(&state), 0);
    apply(&mut state, Command::Undo);
    assert_eq!(left(&state), 1);
}

#[test]
fn the_publication_date_is_taken_back_and_done_again_like_other_corrections() {
    let mut state = fixture::opened();
    let before = shown(&state);
    fixture::carry_out(&mut state, Command::SetPublication(Some(fixture::day(2025, 12, 19))));
    assert_eq!(state.done.as_deref(), Some("Published: 19 December 2025"));
    let against = shown(&state);
    assert_eq!(against.published, Some(fixture::day(2025, 12, 19)));
    fixture::carry_out(&mut state, Command::CorrectSelected(Change::Title("Prado is received".to_owned())));
    fixture::carry_out(&mut state, Command::Undo);
    fixture::carry_out(&mut state, Command::Undo);
    assert_eq!(state.done.as_deref(), Some("Undone: Published: 19 December 2025 · Envoys gather by the lake"));
    assert_eq!(shown(&state), before);
    fixture::carry_out(&mut state, Command::Redo);
    assert_eq!(shown(&state), against);
    assert!(state.tab().unwrap().orphans.is_empty());
    // Set to what it is, nothing is done.
    assert!(apply(&mut state, Command::SetPublication(Some(fixture::day(2025, 12, 19)))).is_empty());
}

#[test]
fn a_publication_date_against_which_nothing_could_be_read_is_forgotten() {
    let mut state = fixture::opened();
    let effects = apply(&mut state, Command::SetPublication(Some(fixture::day(2025, 12, 19))));
    let Some(Effect::Extract { tab, generation, .. }) = effects.first() else { panic!("{effects:?}") };
    apply(&mut state, Command::NotExtracted { tab: *tab, generation: *generation, text: "a fault".to_owned() });
    let tab = state.tab().unwrap();
    assert!(tab.history.done.is_empty() && tab.published.is_none() && !tab.reading());
}

#[test]
fn another_order_of_dates_reads_all_that_is_open_again() {
    let mut state = fixture::opened();
    fixture::open(&mut state, "/articles/other.txt");
    let effects = apply(&mut state, Command::SetDateOrder(DateOrder::DayFirst));
    let again = effects.iter().filter(|e| matches!(e, Effect::Extract { date_order: DateOrder::DayFirst, .. })).count();
    assert_eq!(again, 2);
    assert!(state.tabs.iter().all(|t| t.reading() && t.date_order == DateOrder::DayFirst));
    let effects = apply(&mut state, Command::Open(vec!["/articles/third.txt".into()]));
    assert!(matches!(&effects[..], [Effect::Read { date_order: DateOrder::DayFirst, .. }]), "{effects:?}");
}

#[test]
fn what_is_typed_is_taken_when_another_article_is_turned_to() {
    let mut state = fixture::opened();
    let first = state.shown.unwrap();
    fixture::open(&mut state, "/articles/other.txt");
    let second = state.shown.unwrap();
    apply(&mut state, Command::Show(first));
    apply(&mut state, Command::EditField(Field::Title));
    apply(&mut state, Command::TypeField("Prado is received".to_owned()));
    let effects = apply(&mut state, Command::Show(second));
    assert!(effects.iter().any(|e| matches!(e, Effect::KeepForRecovery(Some(_)))), "{effects:?}");
    assert_eq!(state.shown, Some(second));
    let title = |at: usize| state.tabs[at].event("visit").unwrap().title.clone();
    assert_eq!([title(0), title(1)], ["Prado is received", "Prado visits Oslo"]);
    // Closed, it is part of what is asked about.
    apply(&mut state, Command::EditField(Field::When));
    apply(&mut state, Command::TypeField("5 May 2014".to_owned()));
    apply(&mut state, Command::Close(second));
    assert_eq!(state.sheet, Some(Sheet::Unsaved));
}

/// Two articles, one of them corrected, and both on one timeline.
fn on_one_timeline() -> State {
    let mut state = fixture::opened();
    fixture::open(&mut state, "/articles/other.txt");
    apply(&mut state, Command::MergeTabs);
    state
}

#[test]
fn several_articles_on_one_timeline_follow_what_is_done_to_each() {
    let mut state = on_one_timeline();
    let first = state.tabs[0].id;
    let titles = |state: &State| state.tabs.last().unwrap().chronology.events.iter().map(|e| e.title.clone()).collect::<Vec<_>>();
    let before = titles(&state);
    apply(&mut state, Command::Show(first));
    apply(&mut state, Command::CorrectSelected(Change::Title("Prado is received".to_owned())));
    assert!(titles(&state).contains(&"Prado is received".to_owned()));
    assert_eq!(state.shown, Some(first));
    apply(&mut state, Command::Undo);
    assert_eq!(titles(&state), before);
    apply(&mut state, Command::GoTo(1));
    assert!(titles(&state).contains(&"Prado is received".to_owned()));
    apply(&mut state, Command::GoTo(0));
    // Read again, and closed.
    let effects = apply(&mut state, Command::Reread(first));
    let Some(Effect::Read { job, .. }) = effects.iter().find(|e| matches!(e, Effect::Read { .. })) else { panic!("{effects:?}") };
    let mut reading = fixture::reading(None);
    reading.chronology.events.retain(|e| e.id == "visit");
    apply(&mut state, Command::Loaded { job: *job, result: Ok(Box::new(reading)) });
    assert_eq!(titles(&state).len(), 6);
    let merged = state.tabs.last().unwrap().id;
    apply(&mut state, Command::Show(merged));
    apply(&mut state, Command::Close(first));
    assert_eq!(state.tabs.len(), 1, "of one article there is nothing to put on one timeline");
    assert!(state.tab().is_some());
}

#[test]
fn what_several_articles_refuse_changes_nothing_and_says_why() {
    let mut state = on_one_timeline();
    let id = state.tab().unwrap().chronology.events[1].id.clone();
    select(&mut state, &id);
    for command in [Command::HideSelected, Command::ToggleChecked, Command::Split { event: id.clone(), evidence: 0 }] {
        state.done = None;
        apply(&mut state, command.clone());
        assert_eq!(state.tab().unwrap().view.selected.as_ref(), Some(&id), "{command:?}");
        assert_eq!(state.done.as_deref(), Some("Here are several articles: correct each in its own tab"), "{command:?}");
    }
}

#[test]
fn merged_and_parted() {
    let mut state = fixture::opened();
    apply(&mut state, Command::Merge { event: "visit".to_owned(), other: "talks".to_owned() });
    assert_eq!(state.tab().unwrap().event("visit").unwrap().evidence.len(), 2);
    apply(&mut state, Command::Split { event: "visit".to_owned(), evidence: 1 });
    let tab = state.tab().unwrap();
    assert_eq!(tab.chronology.events.len(), 5);
    assert_ne!(tab.view.selected.as_deref(), Some("visit"));
    assert_eq!(tab.selected().unwrap().evidence.len(), 1);
}

pub fn event_id() -> impl Strategy<Value = String> {
    prop_oneof![Just("visit"), Just("talks"), Just("meeting"), Just("three"), Just("demand"), Just("no such event")].prop_map(str::to_owned)
}

pub fn change() -> impl Strategy<Value = Command> {
    let target = || event_id().prop_map(|event| Target { event, quote: Default::default(), title: String::new() });
    let names = || proptest::collection::vec("[A-C][a-z]{1,3}", 0..3);
    let change = prop_oneof![
        "[A-Z][a-z ]{0,8}".prop_map(Change::Title),
        Just(Change::Kind { kind: Kind::Agree, mode: None }),
        Just(Change::Kind { kind: Kind::Consult, mode: Some("summit".to_owned()) }),
        prop_oneof![Just(Status::Expected), Just(Status::Happened)].prop_map(Change::Status),
        proptest::option::of("[a-z]{3}").prop_map(|by| Change::Attribution(by.map(|by| Attribution { by: Some(by), hedge: None }))),
        (-60i32..60).prop_map(|day| Change::When(Days::on(Frame::Publication, day))),
        (730_000i32..740_000).prop_map(|day| Change::When(Days::on(Frame::Calendar, day))),
        Just(Change::Unplaced),
        names().prop_map(Change::Places),
        names().prop_map(Change::Participants),
        target().prop_map(Change::After),
        target().prop_map(Change::Before),
        target().prop_map(Change::Unordered),
        any::<bool>().prop_map(Change::Checked),
        any::<bool>().prop_map(Change::Hidden),
        target().prop_map(Change::Merged),
    ];
    prop_oneof![
        8 => (event_id(), change).prop_map(|(event, change)| Command::Correct { event, change }),
        1 => (event_id(), 0usize..3).prop_map(|(event, evidence)| Command::Split { event, evidence }),
        1 => (event_id(), event_id()).prop_map(|(event, other)| Command::Merge { event, other }),
        1 => proptest::option::of(1i32..28).prop_map(|d| Command::SetPublication(d.map(|d| fixture::day(2025, 12, d as u32)))),
        1 => (0usize..300, 1usize..60).prop_map(|(start, length)| Command::Add(crate::article::TextSpan::new(start, start + length))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_corrections_undoes_to_the_start_and_redoes_to_the_end(
        changes in proptest::collection::vec(change(), 1..24),
        walk in proptest::collection::vec(any::<bool>(), 0..24),
    ) {
        let mut state = fixture::opened();
        let start = shown(&state);
        for change in changes {
            fixture::carry_out(&mut state, change);
        }
        let end = shown(&state);
        prop_assert!(end.events.iter().all(|e| !e.evidence.is_empty()));
        prop_assert!(end.events.iter().enumerate().all(|(n, e)| e.number as usize == n + 1));
        let ids: std::collections::BTreeSet<&str> = end.events.iter().map(|e| e.id.as_str()).collect();
        prop_assert_eq!(ids.len(), end.events.len());
        let count = state.tab().unwrap().history.done.len();
        for forward in walk {
            fixture::carry_out(&mut state, if forward { Command::Redo } else { Command::Undo });
        }
        while !state.tab().unwrap().history.done.is_empty() {
            fixture::carry_out(&mut state, Command::Undo);
        }
        prop_assert_eq!(&shown(&state), &start);
        while !state.tab().unwrap().history.undone.is_empty() {
            fixture::carry_out(&mut state, Command::Redo);
        }
        prop_assert_eq!(shown(&state), end);
        prop_assert_eq!(state.tab().unwrap().history.done.len(), count);
    }
}
