//! What keys do.

use super::{article, selected, shown};
use crate::session::{Command, Effect, Sheet, State, fixture};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn arrows_home_and_end_walk_the_events() {
    let mut harness = article();
    for (key, expected) in
        [(Key::ArrowRight, "talks"), (Key::ArrowRight, "meeting"), (Key::ArrowLeft, "talks"), (Key::End, "demand"), (Key::Home, "visit")]
    {
        harness.key_press(key);
        harness.run();
        assert_eq!(selected(&harness), Some(expected), "after {key:?}");
    }
}

#[test]
fn the_keyboard_focus_goes_with_the_arrows_from_mark_to_mark() {
    let mut harness = article();
    harness.get_by_role_and_label(Role::List, "Events").get_by_label_contains("Prado visits Oslo").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(selected(&harness), Some("talks"));
    assert!(harness.get_by_role_and_label(Role::List, "Events").get_by_label_contains("Talks in Vienna").is_focused());
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(selected(&harness), Some("meeting"));
}

#[test]
fn letters_typed_into_the_search_are_no_commands() {
    let mut harness = article();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Search events and text");
    assert!(field.is_focused());
    field.type_text("t?f");
    harness.run();
    assert_eq!(harness.state().state.query, "t?f");
    assert_eq!(harness.state().state.sheet, None);
    assert_eq!(selected(&harness), Some("visit"));
}

#[test]
fn plus_and_minus_zoom_and_f_shows_all() {
    let mut harness = article();
    harness.key_press(Key::Plus);
    harness.run();
    let (from, to) = harness.state().state.tab().unwrap().view.range.expect("a zoomed view");
    harness.key_press(Key::Minus);
    harness.run();
    let (wide_from, wide_to) = harness.state().state.tab().unwrap().view.range.unwrap();
    assert!(wide_to - wide_from > to - from);
    harness.key_press(Key::F);
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().view.range, None);
}

#[test]
fn ctrl_keys_open_export_copy_and_quit() {
    let mut harness = article();
    for (modifiers, key) in [(Modifiers::COMMAND, Key::O), (Modifiers::COMMAND | Modifiers::SHIFT, Key::C), (Modifiers::COMMAND, Key::Q)] {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
    }
    let effects = &harness.state().effects;
    assert!(effects.iter().any(|e| matches!(e, Effect::AskOpen)));
    assert!(effects.iter().any(|e| matches!(e, Effect::CopyFigure { .. })));
    assert!(effects.iter().any(|e| matches!(e, Effect::Quit)));
}

#[test]
fn a_question_mark_opens_the_keys_and_esc_closes_them() {
    let mut harness = article();
    harness.event(egui::Event::Text("?".into()));
    harness.run();
    harness.get_by_role_and_label(Role::Dialog, "Keys").get_by_label("Previous and next event");
    assert_eq!(harness.state().state.sheet, Some(Sheet::Keys));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Dialog, "Keys").is_none());
}

#[test]
fn text_size_follows_its_keys_within_bounds() {
    let mut harness = article();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    harness.run();
    assert!((harness.state().state.settings.text_size - 1.1).abs() < 1e-5);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run();
    assert!((harness.state().state.settings.text_size - 1.0).abs() < 1e-5);
}

#[test]
fn a_paste_outside_a_field_is_an_article() {
    let mut harness = shown(State::default(), 1440.0, 900.0);
    harness.event(egui::Event::Paste("Talks began.".into()));
    harness.run();
    assert!(harness.state().effects.iter().any(|e| matches!(e, Effect::ReadClipboard { text: Some(t) } if t == "Talks began.")));
}

#[test]
fn tabs_are_walked_with_ctrl_tab_and_closed_with_ctrl_w() {
    let mut state = fixture::opened();
    fixture::open(&mut state, "/articles/other.txt");
    let mut harness = shown(state, 1440.0, 900.0);
    let second = harness.state().state.shown;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    harness.run();
    assert_ne!(harness.state().state.shown, second);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    assert_eq!(harness.state().state.tabs.len(), 1);
    assert_eq!(harness.state().state.shown, second);
}

#[test]
fn the_key_for_the_kind_unfolds_a_folded_detail_and_opens_its_menu() {
    let mut harness = article();
    harness.state_mut().carry_out(Command::ToggleDetail);
    harness.run();
    assert!(harness.query_by_label("Unfold the detail").is_some());
    harness.key_press(Key::K);
    harness.run();
    assert!(harness.query_by_label("Unfold the detail").is_none(), "the detail is unfolded");
    harness.get_by_role_and_label(Role::MenuItemRadio, "Agreement");
    assert_eq!(harness.state().memory.open_choice, None);
}

#[test]
fn what_lies_still_is_not_laid_out_again() {
    let mut harness = article();
    let drawn = |harness: &egui_kittest::Harness<'static, super::App>| {
        let memory = &harness.state().memory;
        (memory.laid_out.as_ref().unwrap().drawn().clone(), memory.overview.as_ref().unwrap().drawn().clone())
    };
    let first = drawn(&harness);
    harness.step();
    let second = drawn(&harness);
    assert!(std::rc::Rc::ptr_eq(&first.0, &second.0) && std::rc::Rc::ptr_eq(&first.1, &second.1));
    harness.key_press(Key::Plus);
    harness.run();
    assert!(!std::rc::Rc::ptr_eq(&first.1, &drawn(&harness).1), "the window of the overview follows");
}
