//! What leaves the window: Brief view, export, text.

use super::article;
use crate::layout::figure::{FigureScale, Preset};
use crate::session::state::{Cure, Problem};
use crate::session::{Command, Effect};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

#[test]
fn brief_view_shows_nothing_but_the_figure() {
    let mut harness = article();
    harness.key_press(egui::Key::F11);
    harness.run();
    assert!(harness.state().state.brief);
    for role in [Role::Toolbar, Role::Region, Role::Complementary, Role::Button, Role::Tab] {
        assert!(harness.query_all_by_role(role).next().is_none(), "{role:?} in Brief view");
    }
    harness.key_press(egui::Key::Escape);
    harness.run();
    harness.get_by_role_and_label(Role::Toolbar, "Top bar");
}

#[test]
fn the_export_is_chosen_and_asked_for() {
    let mut harness = article();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    harness.run();
    harness.get_by_label("Page: A4").click();
    harness.run();
    assert_eq!(harness.state().state.figure.preset, Preset::A4);
    harness.get_by_label("Save the figure").click();
    harness.run();
    assert!(
        harness
            .state()
            .effects
            .iter()
            .any(|e| matches!(e, Effect::AskExport { suggested, .. } if suggested == "envoys-gather-by-the-lake.png"))
    );
}

#[test]
fn the_scale_of_a_figure_is_chosen_where_it_has_an_axis() {
    let mut harness = article();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    harness.run();
    harness.get_by_label("Scale: Gaps folded").click();
    harness.run();
    assert_eq!(harness.state().state.figure.scale, FigureScale::GapsFolded);
    harness.get_by_label("Layout: List").click();
    harness.run();
    assert!(harness.query_by_label("Scale: Gaps folded").is_none(), "a list has no axis");
}

#[test]
fn an_event_is_copied_as_a_line_of_text() {
    let mut harness = article();
    harness.get_by_label("Copy event as text").click();
    harness.run();
    let copied = harness.state().effects.iter().find_map(|e| match e {
        Effect::CopyText(text) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(copied, Some("c. 8–2 weeks before publication: Prado visits Oslo (“weeks ago”, ¶2)"));
    harness.get_by_label("Event copied as text");
}

#[test]
fn a_figure_that_could_not_be_written_can_be_saved_elsewhere() {
    let mut harness = article();
    let problem = Problem {
        title: "The figure could not be written".into(),
        text: "/read-only/lake.png may not be written: choose a folder of your own".into(),
        cure: Cure::SaveElsewhere,
    };
    harness.state_mut().carry_out(Command::Failed(problem));
    harness.run();
    harness.get_by_label("Save elsewhere…").click();
    harness.run();
    assert!(harness.state().effects.iter().any(|e| matches!(e, Effect::AskExport { .. })));
    assert!(harness.state().state.problems.is_empty());
}
