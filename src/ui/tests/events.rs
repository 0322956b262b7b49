//! Events on the timeline: named, selectable, filtered.

use super::{article, selected};
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

#[test]
fn every_event_is_a_named_mark_and_the_selected_one_says_so() {
    let harness = article();
    let marks = harness.get_by_role_and_label(Role::List, "Events");
    for words in ["Prado visits Oslo", "Talks in Vienna", "Berg and Prado to meet in Geneva", "No meeting of all three", "Prado demands"] {
        assert!(marks.query_all_by_label_contains(words).next().is_some(), "no mark says {words}");
    }
    let visit = marks.get_by_label_contains("Prado visits Oslo");
    assert_eq!(visit.accesskit_node().toggled(), Some(Toggled::True));
    let talks = marks.get_by_label_contains("Talks in Vienna");
    assert_eq!(talks.accesskit_node().toggled(), Some(Toggled::False));
}

#[test]
fn pressing_a_mark_selects_everywhere() {
    let mut harness = article();
    harness.get_by_role_and_label(Role::List, "Events").get_by_label_contains("Talks in Vienna").click();
    harness.run();
    assert_eq!(selected(&harness), Some("talks"));
    let detail = harness.get_by_role_and_label(Role::Complementary, "Detail");
    detail.get_by_label("Event 2 of 5");
    detail.get_by_label_contains("The way there began weeks ago");
}

#[test]
fn a_status_switched_off_hides_its_events() {
    let mut harness = article();
    harness.get_by_label("Expected 1").click();
    harness.run();
    let marks = harness.get_by_role_and_label(Role::List, "Events");
    assert!(marks.query_by_label_contains("Berg and Prado to meet").is_none());
    assert!(marks.query_by_label_contains("Prado visits Oslo").is_some());
    harness.get_by_label_contains("1 hidden by the filter");
}

#[test]
fn the_publication_row_asks_for_the_date_and_takes_it() {
    let mut harness = article();
    harness.get_by_label("Set the publication date").click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Publication date").type_text("19 Dec 2025");
    harness.run();
    harness.get_by_label("Set this publication date").click();
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().chronology.published, Some(crate::session::fixture::day(2025, 12, 19)));
    assert_eq!(selected(&harness), Some("visit"));
    let detail = harness.get_by_role_and_label(Role::Complementary, "Detail");
    detail.get_by_label("c. 24 Oct 2025");
}
