//! The reader, the detail and the search.

use super::{article, selected, shown};
use crate::session::fixture;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

#[test]
fn paragraphs_are_read_with_their_numbers() {
    let harness = article();
    let reader = harness.get_by_role_and_label(Role::Region, "Article");
    reader.get_by_role_and_label(Role::Heading, fixture::TITLE);
    reader.get_by_label_contains("¶1 This weekend Anna Berg");
    reader.get_by_label_contains("¶4 An unrelated remark");
    assert!(reader.query_by_label_contains("¶5").is_none());
}

#[test]
fn a_number_in_the_margin_selects_its_event() {
    let mut harness = article();
    harness.get_by_label("Event 3 in ¶1").click();
    harness.run();
    assert_eq!(selected(&harness), Some("meeting"));
}

#[test]
fn pressing_the_words_of_an_event_selects_it() {
    let mut harness = article();
    let paragraph = harness.get_by_role_and_label(Role::Region, "Article").get_by_label_contains("¶3 No meeting of all three");
    let at = paragraph.rect().left_top() + egui::vec2(30.0, 10.0);
    harness.hover_at(at);
    harness.event(egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
    });
    harness.event(egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: egui::Modifiers::NONE,
    });
    harness.run();
    assert_eq!(selected(&harness), Some("three"));
}

#[test]
fn the_detail_tells_why_who_where_and_what_follows() {
    let mut harness = article();
    let detail = harness.get_by_role_and_label(Role::Complementary, "Detail");
    detail.get_by_label("“weeks ago” is counted from publication.");
    detail.get_by_label("taken by convention · rule test-rule");
    detail.get_by_label("Oslo");
    detail.get_by_label("Luis Prado");
    detail.get_by_label("Followed by event 2, Talks in Vienna").click();
    harness.run();
    assert_eq!(selected(&harness), Some("talks"));
}

#[test]
fn an_event_of_low_confidence_says_check() {
    let mut harness = article();
    harness.get_by_label("Event 5 in ¶3").click();
    harness.run();
    let detail = harness.get_by_role_and_label(Role::Complementary, "Detail");
    detail.get_by_label_contains("check:");
    detail.get_by_label("Not placed in time");
    detail.get_by_label("Happened, reportedly");
}

#[test]
fn a_search_lists_events_and_places_and_enter_walks_them() {
    let mut harness = article();
    harness.get_by_role_and_label(Role::TextInput, "Search events and text").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Search events and text").type_text("geneva");
    harness.run();
    let reader = harness.get_by_role_and_label(Role::Region, "Article");
    reader.get_by_label_contains("Berg and Prado to meet in Geneva");
    reader.get_by_label_contains("¶1 …");
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(selected(&harness), Some("meeting"));
    harness.get_by_label("Close search").click();
    harness.run();
    assert!(!harness.state().state.searching());
}

#[test]
fn a_text_in_another_language_says_so() {
    let mut state = fixture::opened();
    let tab = state.tabs.first_mut().unwrap();
    let mut chronology = (*tab.chronology).clone();
    chronology.language = "fr";
    tab.take(chronology);
    let harness = shown(state, 1440.0, 900.0);
    harness.get_by_label_contains("This looks like French; Demarche reads English.");
}

#[test]
fn a_text_without_events_says_so() {
    let mut state = fixture::opened();
    let tab = state.tabs.first_mut().unwrap();
    let mut chronology = (*tab.chronology).clone();
    chronology.events.clear();
    tab.take(chronology);
    tab.view.selected = None;
    let harness = shown(state, 1440.0, 900.0);
    harness.get_by_label_contains("No events found. Demarche looks for");
    harness.get_by_label("No event to show");
}
