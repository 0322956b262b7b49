//! The whole tree of the window as those who hear it meet it: every control and label has a role and a name, and says its state.

use super::{App, shown};
use crate::layout::explorer::{Lanes, Scale};
use crate::session::{Command, ListPlace, Sheet, State, ThemeChoice, fixture};
use egui::accesskit::{Action, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

/// What is wrong with a node for one who hears it.
fn fault(node: &AccessKitNode<'_>) -> Option<&'static str> {
    let named = node.label().is_some_and(|l| !l.trim().is_empty()) || node.value().is_some_and(|v| !v.trim().is_empty());
    let pressed = node.data().supports_action(Action::Click);
    let quiet = matches!(
        node.role(),
        Role::GenericContainer | Role::Window | Role::Pane | Role::TextRun | Role::ScrollView | Role::ScrollBar | Role::Unknown
    );
    match node.role() {
        _ if !named && pressed && !quiet => Some("can be pressed and has no name"),
        Role::Button
        | Role::ListItem
        | Role::Label
        | Role::TextInput
        | Role::Tab
        | Role::CheckBox
        | Role::Row
        | Role::ListBoxOption
        | Role::Splitter
            if !named =>
        {
            Some("has no name")
        }
        Role::CheckBox | Role::Tab | Role::Row | Role::ListBoxOption | Role::MenuItemRadio | Role::MenuItemCheckBox
            if node.toggled().is_none() =>
        {
            Some("does not say whether it is on")
        }
        _ => None,
    }
}

fn walk(harness: &Harness<'static, App>, what: &str) -> usize {
    let mut faults = Vec::new();
    let mut count = 0;
    for node in harness.root().children_recursive() {
        count += 1;
        let own = node.accesskit_node();
        if let Some(fault) = fault(&own) {
            faults.push(format!("{:?} “{}” at {:?} {fault}", own.role(), own.label().unwrap_or_default(), node.rect()));
        }
    }
    assert!(faults.is_empty(), "{what}: {faults:#?}");
    count
}

#[test]
fn every_node_has_role_name_and_state() {
    type Prepare = fn(&mut Harness<'static, App>);
    let cases: [(&str, Prepare); 7] = [
        ("the article", |_| {}),
        ("the list beside the timeline", |h| h.state_mut().carry_out(Command::SetList(ListPlace::Beside))),
        ("a sequence in lanes of kind", |h| {
            h.state_mut().carry_out(Command::SetScale(Scale::Sequence));
            h.state_mut().carry_out(Command::SetLanes(Lanes::Kind));
        }),
        ("a search", |h| h.state_mut().carry_out(Command::Search("oslo".to_owned()))),
        ("the palette", |h| h.state_mut().carry_out(Command::OpenSheet(Sheet::Palette))),
        ("the keys", |h| h.state_mut().carry_out(Command::OpenSheet(Sheet::Keys))),
        ("large text in high contrast", |h| {
            h.state_mut().carry_out(Command::SetTheme(ThemeChoice::Contrast));
            h.state_mut().carry_out(Command::SetTextSize(2.0));
        }),
    ];
    for (what, prepare) in cases {
        let mut harness = shown(fixture::opened(), 1440.0, 900.0);
        prepare(&mut harness);
        harness.run();
        assert!(walk(&harness, what) > 30, "{what}");
    }
    let harness = shown(State::default(), 1000.0, 700.0);
    walk(&harness, "the empty page");
}

#[test]
fn a_mark_says_number_status_time_and_place() {
    let harness = shown(fixture::opened(), 1440.0, 900.0);
    let marks = harness.get_by_role_and_label(Role::List, "Events");
    let mark = marks.get_by_label_contains("Berg and Prado to meet in Geneva");
    let name = mark.accesskit_node().label().unwrap_or_default();
    for part in ["Event 3 of 5", "expected", "Geneva"] {
        assert!(name.contains(part), "“{name}” does not say {part}");
    }
}

#[test]
fn the_keyboard_reaches_every_control_and_shows_where_it_is() {
    let mut harness = shown(fixture::opened(), 1440.0, 900.0);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..90 {
        harness.key_press(egui::Key::Tab);
        harness.step();
        let focused = harness.root().children_recursive().find(|n| n.is_focused()).map(|n| n.accesskit_node().label().unwrap_or_default());
        seen.extend(focused);
    }
    for wanted in [
        "Open…",
        "Menu",
        "Export…",
        "Lanes: Automatic",
        "Scale: To scale",
        "Filter: All",
        "View: Timeline",
        "Next event",
        "Copy event as text",
    ] {
        assert!(seen.iter().any(|s| s == wanted), "the keyboard does not reach {wanted}: {seen:?}");
    }
    assert!(seen.iter().any(|s| s.contains("Event 1 of 5")), "the keyboard does not reach the marks: {seen:?}");
}

/// Whatever can be pressed, typed into or dragged gets the keyboard by Tab alone, in the window, with the list, in a narrow window and in
/// sheets.
#[test]
fn the_keyboard_alone_reaches_all_that_can_be_pressed() {
    let cases: [(&str, f32, Option<Command>); 5] = [
        ("the article", 1440.0, None),
        ("the list beside the timeline", 1440.0, Some(Command::SetList(ListPlace::Beside))),
        ("a narrow window", 780.0, None),
        ("the settings", 1440.0, Some(Command::OpenSheet(Sheet::Settings))),
        ("the review", 1440.0, Some(Command::Review(true))),
    ];
    for (what, width, command) in cases {
        let mut harness = shown(fixture::opened(), width, 900.0);
        if let Some(command) = command {
            harness.state_mut().carry_out(command);
        }
        harness.run();
        let name = |node: &AccessKitNode<'_>| format!("{:?} {}", node.role(), node.label().unwrap_or_default());
        let sheet = harness.state().state.sheet.is_some();
        let pressed = |node: &AccessKitNode<'_>| node.data().supports_action(Action::Focus) && node.role() != Role::Unknown;
        let under: Vec<String> = if sheet {
            let dialog = harness.get_by_role(Role::Dialog);
            dialog.children_recursive().map(|n| n.accesskit_node()).filter(pressed).map(|n| name(&n)).collect()
        } else {
            harness.root().children_recursive().map(|n| n.accesskit_node()).filter(pressed).map(|n| name(&n)).collect()
        };
        assert!(under.len() > 5, "{what}: {under:?}");
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..under.len() + 40 {
            harness.key_press(egui::Key::Tab);
            harness.step();
            seen.extend(harness.root().children_recursive().find(|n| n.is_focused()).map(|n| name(&n.accesskit_node())));
        }
        let missed: Vec<&String> = under.iter().filter(|n| !seen.contains(*n)).collect();
        assert!(missed.is_empty(), "{what}: the keyboard does not reach {missed:?}, only {seen:?}");
    }
}
