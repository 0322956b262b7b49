//! Events on the timeline: named, selectable, filtered.

use super::{App, article, selected, shown};
use crate::chronology::Event;
use crate::layout::explorer::Lanes;
use crate::session::{Command, State, apply, fixture};
use egui::accesskit::{Role, Toggled};
use egui_kittest::Harness;
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

/// A narrow window on sixty events: as many at the left edge as at the right, on more rows than fit, so that labels beside the marks
/// find no room.
fn crowded(left: i32, right: i32, range: (f64, f64)) -> Harness<'static, App> {
    let mut reading = fixture::reading(None);
    let dated = |n: i32, event: &Event| {
        let mut event = Event { id: format!("crowd {n}"), title: format!("Plenipotentiaries {n} arrive in Geneva"), ..event.clone() };
        for bound in event.when.iter_mut().flat_map(|w| [&mut w.start, &mut w.end]) {
            let day = if n == 60 {
                200
            } else if n % 2 == 0 {
                left
            } else {
                right
            };
            (bound.earliest, bound.latest, bound.approximate) = (day, day, false);
        }
        event
    };
    reading.chronology.events = (0..61).map(|n| dated(n, &reading.chronology.events[0])).collect();
    reading.chronology.constraints.clear();
    let mut state = State::default();
    apply(&mut state, Command::Open(vec!["/articles/crowd.txt".into()]));
    let job = state.jobs[0].id;
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading)) });
    apply(&mut state, Command::SetLanes(Lanes::None));
    apply(&mut state, Command::Select(None));
    apply(&mut state, Command::SetRange(range.0, range.1));
    shown(state, 560.0, 760.0)
}

fn range(harness: &Harness<'static, App>) -> (f64, f64) {
    harness.state().memory.explorer.as_ref().expect("a timeline").axis.range
}

/// The name of the "+N" with days, as a press on it is told.
const PLUS: &str = "the first: Plenipotentiaries 1 arrive in Geneva. ";

#[test]
fn a_press_on_what_found_no_room_zooms_in_however_close_the_view_is() {
    let mut harness = crowded(5, 7, (5.0, 8.0));
    let before = range(&harness);
    harness.get_by_label_contains(&format!("{PLUS}Zoom in")).click();
    harness.run();
    let after = range(&harness);
    assert!(after.1 - after.0 < 0.8 * (before.1 - before.0), "{before:?} to {after:?}");
}

#[test]
fn where_zooming_would_show_no_more_a_press_lists_the_events() {
    let mut harness = crowded(5, 7, (5.25, 7.75));
    let before = range(&harness);
    harness.get_by_label_contains(&format!("{PLUS}List")).click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Plenipotentiaries 1 arrive in Geneva").click();
    harness.run();
    assert_eq!(selected(&harness), Some("crowd 1"));
    let after = range(&harness);
    assert!((after.1 - after.0 - (before.1 - before.0)).abs() < 1e-6);
}
