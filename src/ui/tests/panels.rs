//! Regions, folding, strips, tabs and the empty page.

use super::{article, shown};
use crate::session::state::{Cure, Problem};
use crate::session::{Command, Effect, Origin, State, apply, fixture};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

#[test]
fn every_region_has_its_name() {
    let harness = article();
    for (role, name) in [
        (Role::Toolbar, "Top bar"),
        (Role::Region, "Article"),
        (Role::Main, "Timeline"),
        (Role::Toolbar, "Tools"),
        (Role::Region, "Overview"),
        (Role::Complementary, "Detail"),
        (Role::Status, "Status line"),
    ] {
        harness.get_by_role_and_label(role, name);
    }
}

#[test]
fn a_narrow_window_folds_the_article_and_a_narrower_one_the_detail() {
    let harness = shown(fixture::opened(), 1100.0, 700.0);
    harness.get_by_label("Unfold the article");
    assert!(harness.query_by_label("Unfold the detail").is_none());
    let mut harness = shown(fixture::opened(), 860.0, 700.0);
    harness.get_by_label("Unfold the article");
    harness.get_by_label("Unfold the detail").click();
    harness.state_mut().carry_out(Command::WindowResized(860.0, 700.0));
    harness.run();
    harness.get_by_role_and_label(Role::Complementary, "Detail").get_by_label("Event 1 of 5");
}

#[test]
fn the_empty_page_offers_what_can_be_opened() {
    let mut harness = shown(State::default(), 1440.0, 900.0);
    harness.get_by_label("Open an article to see its sequence of events");
    harness.get_by_label("No article open");
    harness.get_by_label("Open a file…").click();
    harness.run();
    assert!(matches!(harness.state().effects.as_slice(), [Effect::AskOpen]));
    harness.get_by_label("Open the sample article").click();
    harness.run();
    harness.get_by_label("Reading the sample article…");
    harness.get_by_label("Cancel reading").click();
    harness.run();
    harness.get_by_label("Open the sample article");
}

#[test]
fn closing_the_last_tab_shows_the_empty_page() {
    let mut harness = article();
    harness.get_by_label(&format!("Close {}", fixture::TITLE)).click();
    harness.run();
    harness.get_by_label("Open an article to see its sequence of events");
}

#[test]
fn a_problem_stands_under_the_bar_until_it_is_closed() {
    let mut state = fixture::opened();
    let problem = Problem { title: "scan.pdf could not be read".into(), text: "It is not text.".into(), cure: Cure::OpenOther };
    apply(&mut state, Command::Failed(problem));
    let mut harness = shown(state, 1440.0, 900.0);
    let strip = harness.get_by_role_and_label(Role::Alert, "Problem");
    strip.get_by_label("scan.pdf could not be read");
    strip.get_by_label("It is not text.");
    let bottom = strip.get_by_label("Copy details").rect().bottom();
    let article = harness.get_by_role_and_label(Role::Region, "Article");
    assert!(article.get_by_role_and_label(Role::Heading, fixture::TITLE).rect().top() > bottom, "the strip covers the article");
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    harness.get_by_label("Close this problem").click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Alert, "Problem").is_none());
}

#[test]
fn the_sample_says_that_it_is_one() {
    let mut state = fixture::opened();
    state.tabs.first_mut().unwrap().origin = Origin::Sample;
    let mut harness = shown(state, 1440.0, 900.0);
    harness.get_by_label("Sample article. Open yours: Ctrl+O, paste, or drop a file");
    harness.get_by_label("Close this note").click();
    harness.run();
    assert!(harness.query_by_label_contains("Sample article.").is_none());
}

#[test]
fn tabs_show_and_close_their_articles() {
    let mut state = fixture::opened();
    fixture::open(&mut state, "/articles/other.txt");
    let mut harness = shown(state, 1440.0, 900.0);
    let tabs: Vec<_> = harness.get_all_by_role(Role::Tab).collect();
    assert_eq!(tabs.len(), 2);
    tabs[0].click();
    harness.run();
    assert_eq!(harness.state().state.shown, harness.state().state.tabs.first().map(|t| t.id));
}

#[test]
fn the_menu_holds_everything_and_closes_after_a_choice() {
    let mut harness = article();
    harness.get_by_label("Menu").click();
    harness.run();
    for words in ["Open…", "Copy events as text", "Brief view", "Dark theme", "Keys", "Quit"] {
        assert!(
            harness.query_all_by_role_and_label(Role::MenuItem, words).next().is_some()
                || harness.query_by_role_and_label(Role::MenuItemRadio, words).is_some(),
            "{words}"
        );
    }
    harness.get_by_role_and_label(Role::MenuItemRadio, "Dark theme").click();
    harness.run();
    assert_eq!(harness.state().state.theme(), crate::scene::theme::Theme::Dark);
    assert!(harness.query_by_role_and_label(Role::MenuItem, "Quit").is_none());
}

#[test]
fn at_every_width_the_timeline_keeps_room() {
    for width in [640.0, 760.0, 899.0, 900.0, 1024.0, 1180.0, 1600.0] {
        let harness = shown(fixture::opened(), width, 600.0);
        let events = harness.get_by_role_and_label(Role::List, "Events");
        assert!(events.query_all_by_label_contains("Prado visits Oslo").next().is_some(), "no event at {width}");
    }
}

#[test]
fn many_problems_leave_room_for_the_article_and_are_counted() {
    let mut state = fixture::opened();
    for n in 0..9 {
        let problem = Problem { title: format!("scan-{n}.pdf could not be read"), text: "It is not text.".into(), cure: Cure::OpenOther };
        apply(&mut state, Command::Failed(problem));
    }
    let mut harness = shown(state, 1440.0, 900.0);
    let shown = harness.query_all_by_role_and_label(Role::Alert, "Problem").count();
    harness.get_by_label(&format!("{} more problems", 9 - shown));
    let tools = harness.get_by_label("Lanes: Automatic").rect();
    assert!(tools.top() < 450.0, "the problems leave the article too little: {tools}");
    harness.get_by_label("Close all problems").click();
    harness.run();
    assert!(harness.state().state.problems.is_empty());
}

#[test]
fn an_article_without_events_says_so_where_they_would_stand() {
    let mut state = State::default();
    apply(&mut state, Command::Open(vec!["/a/recipe.txt".into()]));
    let job = state.jobs[0].id;
    let mut reading = fixture::reading(None);
    reading.chronology.events.clear();
    reading.chronology.constraints.clear();
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading)) });
    let harness = shown(state, 1440.0, 900.0);
    harness.get_by_role_and_label(Role::List, "Events").get_by_label("No events found in this article");
    assert!(harness.query_by_label("Part of the timeline in view").is_none());
}

#[test]
fn a_filter_that_hides_all_says_so_and_can_be_taken_off() {
    let mut state = fixture::opened();
    for status in crate::layout::explorer::STATUSES {
        apply(&mut state, Command::ToggleStatus(status));
    }
    let mut harness = shown(state, 1440.0, 900.0);
    harness.get_by_label("All events are hidden");
    harness.get_by_label("Show all events").click();
    harness.run();
    assert!(harness.query_by_label("All events are hidden").is_none());
    assert_eq!(harness.state().state.tab().unwrap().visible_count(), 5);
}

#[test]
fn nothing_in_the_detail_runs_over_its_edge() {
    let mut state = fixture::opened();
    apply(&mut state, Command::Select(Some("demand".into())));
    apply(&mut state, Command::ResizeDetail(260.0));
    let harness = shown(state, 1440.0, 900.0);
    let detail = harness.get_by_role_and_label(Role::Complementary, "Detail");
    let words = detail.get_by_label("check: the words leave room for another reading").rect();
    assert!(words.right() <= 1440.0, "{words}");
}

#[test]
fn the_article_unfolds_at_the_first_press_also_with_large_text() {
    let mut state = fixture::opened();
    apply(&mut state, Command::WindowResized(1440.0, 900.0));
    apply(&mut state, Command::SetTextSize(1.5));
    let mut harness = shown(state, 1440.0 / 1.5, 900.0 / 1.5);
    harness.get_by_label("Unfold the article").click();
    harness.run();
    assert!(harness.query_by_label("Unfold the article").is_none());
}

/// Also where the window has few points because its text is large.
#[test]
fn the_tools_never_lie_over_each_other() {
    for width in [1440.0, 1180.0, 1024.0, 900.0, 780.0, 640.0, 512.0, 400.0, 320.0] {
        let harness = shown(fixture::opened(), width, 350.0);
        let mut rects: Vec<egui::Rect> = Vec::new();
        for bar in ["Top bar", "Tools"] {
            let bar = harness.get_by_role_and_label(Role::Toolbar, bar);
            let controls = bar.query_all(
                egui_kittest::kittest::By::new().predicate(|n| matches!(n.role(), Role::Button | Role::CheckBox | Role::TextInput)),
            );
            rects.extend(controls.map(|c| c.rect().shrink2(egui::vec2(6.0, 2.0))));
        }
        assert!(rects.len() >= 7, "{width}: {}", rects.len());
        for (n, one) in rects.iter().enumerate() {
            for other in rects.iter().skip(n + 1) {
                assert!(!one.intersect(*other).is_positive(), "at {width}: {one} and {other}");
            }
        }
    }
}
