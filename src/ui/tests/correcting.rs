//! Correcting in the detail: by keys, by pressing, and what is told of it.

use super::{App, article, selected, shown};
use crate::chronology::{Event, Status};
use crate::session::{Command, Field, Sheet, apply, fixture};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn event<'a>(harness: &'a Harness<'static, App>, id: &str) -> &'a Event {
    harness.state().state.tab().unwrap().event(id).unwrap()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// Types over what a field holds.
fn typed(harness: &mut Harness<'static, App>, label: &str, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
    press(harness, Key::Enter);
}

#[test]
fn keys_alone_correct_title_and_date_hide_one_and_add_one() {
    let mut harness = article();
    press(&mut harness, Key::E);
    typed(&mut harness, "Title of the event", "Prado is received in Oslo");
    assert_eq!(event(&harness, "visit").title, "Prado is received in Oslo");
    press(&mut harness, Key::D);
    typed(&mut harness, "When", "c. 24 Oct 2025");
    let when = event(&harness, "visit").when.clone().unwrap();
    assert_eq!(crate::chronology::dates::when(&when), "c. 24 Oct 2025");
    harness.get_by_role_and_label(Role::Complementary, "Detail").get_by_label("Corrected by you");
    press(&mut harness, Key::Delete);
    assert!(harness.state().state.tab().unwrap().event("visit").is_none());
    assert_eq!(harness.state().state.tab().unwrap().hidden.len(), 1);
    press(&mut harness, Key::A);
    assert_eq!(harness.state().state.sheet, Some(Sheet::AddFrom));
    press(&mut harness, Key::Escape);
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
    }
    assert_eq!(event(&harness, "visit").title, "Prado visits Oslo");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(event(&harness, "visit").title, "Prado is received in Oslo");
}

#[test]
fn presses_alone_correct_too_and_going_elsewhere_keeps_what_was_typed() {
    let mut harness = article();
    harness.get_by_label("Edit who").click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Who").type_text("Anna Berg");
    harness.run();
    harness.get_by_role_and_label(Role::List, "Events").get_by_label_contains("Talks in Vienna").click();
    harness.run();
    assert_eq!(event(&harness, "visit").participants, ["Anna Berg"]);
    harness.get_by_label("Hide event").click();
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().hidden.len(), 1);
}

#[test]
fn letters_typed_at_once_go_into_the_field_and_command_nothing() {
    let mut harness = article();
    for title in ["Nearest talks", "Second talks"] {
        harness.key_press(Key::E);
        harness.step();
        // The very next frame brings letters that are commands elsewhere.
        for letter in [Key::N, Key::T, Key::S] {
            harness.key_press(letter);
        }
        harness.event(egui::Event::Text(title.to_owned()));
        harness.step();
        press(&mut harness, Key::Enter);
        assert_eq!(event(&harness, "visit").title, title);
    }
    assert!(!harness.state().state.review);
    assert_eq!(event(&harness, "visit").status, Status::Happened);
}

#[test]
fn escape_leaves_a_field_and_nothing_is_changed() {
    let mut harness = article();
    press(&mut harness, Key::E);
    harness.get_by_role_and_label(Role::TextInput, "Title of the event").type_text("Another");
    harness.run();
    press(&mut harness, Key::Escape);
    assert!(harness.state().state.edit.is_none());
    assert!(harness.state().state.tab().unwrap().history.is_empty());
    assert_eq!(selected(&harness), Some("visit"));
}

#[test]
fn what_is_no_date_says_so_under_its_field() {
    let mut harness = article();
    press(&mut harness, Key::D);
    typed(&mut harness, "When", "blue");
    harness.get_by_label_contains("Type a date, a stretch or an order");
    assert!(harness.state().state.edit.is_some());
}

#[test]
fn statuses_and_kinds_are_chosen_from_menus() {
    let mut harness = article();
    harness.get_by_label("Status: Happened").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItemRadio, "Proposed").click();
    harness.run();
    assert_eq!(event(&harness, "visit").status, Status::Proposed);
    // By keys: the menu and the number of a row.
    press(&mut harness, Key::S);
    press(&mut harness, Key::Num2);
    assert_eq!(event(&harness, "visit").status, Status::Expected);
}

#[test]
fn the_review_says_why_and_counts_down() {
    let mut harness = article();
    press(&mut harness, Key::R);
    assert_eq!(selected(&harness), Some("demand"));
    let strip = harness.get_by_role_and_label(Role::Region, "Review");
    strip.get_by_label("5 left, 3 doubtful");
    strip.get_by_label_contains("another reading");
    press(&mut harness, Key::Enter);
    harness.get_by_role_and_label(Role::Region, "Review").get_by_label("4 left, 2 doubtful");
    press(&mut harness, Key::Delete);
    press(&mut harness, Key::N);
    harness.get_by_label("End the review").click();
    harness.run();
    assert!(!harness.state().state.review);
}

#[test]
fn the_history_tells_what_was_done_and_goes_back_to_any_point() {
    let mut state = fixture::opened();
    for (field, text) in [(Field::Title, "One"), (Field::Title, "Two"), (Field::Places, "Bergen")] {
        apply(&mut state, Command::EditField(field));
        apply(&mut state, Command::TypeField(text.to_owned()));
        apply(&mut state, Command::AcceptField);
    }
    apply(&mut state, Command::HideSelected);
    apply(&mut state, Command::OpenSheet(Sheet::Corrections));
    let mut harness = shown(state, 1440.0, 900.0);
    harness.get_by_label("2. Title: “Two” · One");
    harness.get_by_label_contains("Restore").click();
    harness.run();
    assert!(harness.state().state.tab().unwrap().hidden.is_empty());
    harness.get_by_label_contains("Undo from here: 2.").click();
    harness.run();
    assert_eq!(event(&harness, "visit").title, "One");
}

#[test]
fn marked_words_become_an_event() {
    let mut state = fixture::opened();
    let start = state.tab().unwrap().article.text.find("An unrelated remark").unwrap();
    apply(&mut state, Command::Mark(Some(crate::article::TextSpan::new(start, start + 19))));
    let mut harness = shown(state, 1440.0, 900.0);
    harness.get_by_label("Make an event of the marked words").click();
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().chronology.events.len(), 6);
    typed(&mut harness, "Title of the event", "Weather is remarked on");
    assert!(harness.state().state.tab().unwrap().chronology.events.iter().any(|e| e.title == "Weather is remarked on"));
}

#[test]
fn an_undated_event_is_dragged_from_the_tray_onto_the_axis() {
    let mut harness = article();
    let explorer = harness.state().memory.explorer.clone().unwrap();
    let placed = explorer.events.iter().find(|e| e.id == "demand").unwrap();
    let mark = harness.get_by_label_contains("Prado demands the northern valleys").rect();
    assert!(mark.is_positive() && placed.block.is_positive());
    let over = egui::pos2(mark.center().x + 60.0, mark.top() - 120.0);
    harness.drag_at(mark.left_center() + egui::vec2(12.0, 0.0));
    harness.run();
    harness.hover_at(over);
    harness.run();
    harness.drop_at(over);
    harness.run();
    let when = event(&harness, "demand").when.clone().expect("a day");
    assert!(when.is_day());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(event(&harness, "demand").when.is_none());
}
