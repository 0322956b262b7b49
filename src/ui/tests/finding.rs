//! Finding: the palette, the list, the filters, the sentences set aside, several articles on one timeline, tables.

use super::{App, article, selected, shown};
use crate::article::load;
use crate::chronology;
use crate::layout::explorer::{Lanes, Scale};
use crate::session::{Command, ListPlace, Origin, Reading, Sheet, State, apply, fixture};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

#[test]
fn the_palette_gives_the_command_whose_words_are_typed() {
    let mut harness = article();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Command").type_text("gaps");
    harness.run();
    let first = harness.get_by_role_and_label(Role::ListBoxOption, "Scale: Gaps folded");
    assert_eq!(first.accesskit_node().toggled(), Some(Toggled::True));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().view.scale, Scale::GapsFolded);
    assert_eq!(harness.state().state.sheet, None);
}

#[test]
fn arrows_walk_the_palette_and_esc_leaves_it() {
    let mut harness = article();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Command").type_text("lanes");
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().view.lanes, Lanes::Participant);
    assert_eq!(selected(&harness), Some("visit"), "the arrows have not walked the events");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state.sheet, None);
}

fn rows(harness: &Harness<'static, App>) -> Vec<String> {
    let table = harness.get_by_role_and_label(Role::Table, "List of events");
    let mut rows: Vec<(f32, String)> =
        table.query_all_by_role(Role::Row).map(|n| (n.rect().top(), n.accesskit_node().label().unwrap_or_default())).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn the_list_is_sorted_by_a_press_on_its_heads_and_selects() {
    let mut harness = article();
    harness.key_press(Key::L);
    harness.run();
    harness.get_by_role_and_label(Role::List, "Events");
    let by_time = rows(&harness);
    assert_eq!(by_time.len(), 5);
    assert!(by_time[0].contains("Prado visits Oslo"), "{by_time:?}");
    harness.get_by_label("Sort by event").click();
    harness.run();
    let titles = rows(&harness);
    let told: Vec<&str> = titles.iter().filter_map(|row| row.split_once(". ")).map(|(_, title)| title).collect();
    let mut sorted = told.clone();
    sorted.sort_by_key(|t| t.to_lowercase());
    assert_eq!(told, sorted);
    harness.get_by_label("Event, sorted upwards").click();
    harness.run();
    let turned: Vec<String> = rows(&harness).into_iter().rev().collect();
    assert_eq!(turned, titles);
    harness.get_by_role_and_label(Role::Table, "List of events").get_by_label_contains("Talks in Vienna").click();
    harness.run();
    assert_eq!(selected(&harness), Some("talks"));
    // What is hidden leaves the list, and undone it is there again.
    harness.state_mut().carry_out(Command::HideSelected);
    harness.run();
    assert!(rows(&harness).len() == 4 && rows(&harness).iter().all(|row| !row.contains("Talks in Vienna")), "{:?}", rows(&harness));
    harness.state_mut().carry_out(Command::Undo);
    harness.run();
    assert_eq!(rows(&harness).len(), 5);
    harness.key_press(Key::L);
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().view.list, ListPlace::Instead);
    assert!(harness.query_by_role_and_label(Role::List, "Events").is_none());
}

#[test]
fn a_long_list_makes_rows_only_where_they_are_seen() {
    let mut harness = shown(visits(700), 1200.0, 800.0);
    harness.state_mut().carry_out(Command::SetList(ListPlace::Instead));
    harness.run();
    let shown = rows(&harness).len();
    assert!((10..40).contains(&shown), "{shown} rows");
    // What is selected elsewhere is brought into view.
    let id = told(&harness, "Visit 650 to a capital");
    harness.state_mut().carry_out(Command::Select(Some(id)));
    harness.run();
    assert!(rows(&harness).iter().any(|row| row.contains("Visit 650 ")), "{:?}", rows(&harness));
}

/// The id of the event with a title.
fn told(harness: &Harness<'_, App>, title: &str) -> String {
    let events = &harness.state().state.tab().unwrap().chronology.events;
    events.iter().find(|e| e.title == title).unwrap().id.clone()
}

/// A session with a table of so many visits.
fn visits(count: usize) -> State {
    let mut csv = "title,start,end,places\n".to_owned();
    for n in 1..=count {
        csv.push_str(&format!(
            "Visit {n} to a capital,{:04}-{:02}-{:02},,{}\n",
            1900 + n / 300,
            n / 25 % 12 + 1,
            n % 25 + 1,
            ["Oslo", "Bern"][n % 2]
        ));
    }
    let article = load(csv.as_bytes(), "visits.csv").unwrap();
    let chronology = chronology::read(&article, None);
    opened(Reading { article, chronology, kept: None })
}

fn opened(reading: Reading) -> State {
    let mut state = State::default();
    apply(&mut state, Command::Open(vec!["/articles/visits.csv".into()]));
    let job = state.jobs[0].id;
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading)) });
    state
}

#[test]
fn a_table_opens_as_a_timeline_with_lanes_search_and_filters() {
    let mut harness = shown(visits(300), 1440.0, 900.0);
    harness.get_by_label_contains("300 events in a table");
    assert!(harness.query_by_label("Set the publication date").is_none());
    harness.state_mut().carry_out(Command::SetLanes(Lanes::Place));
    harness.state_mut().carry_out(Command::Search("visit 217".to_owned()));
    harness.run();
    assert_eq!(harness.state().state.hits.events, [told(&harness, "Visit 217 to a capital")]);
    harness.state_mut().carry_out(Command::CloseSearch);
    harness.get_by_label("Filter: All").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItemCheckBox, "Where: Oslo, 150").click();
    harness.run();
    assert_eq!(harness.state().state.tab().unwrap().visible_count(), 150);
    let chosen = harness.get_by_role_and_label(Role::MenuItemCheckBox, "Where: Oslo, 150");
    assert_eq!(chosen.accesskit_node().toggled(), Some(Toggled::True));
    harness.get_by_label_contains("150 hidden by the filter");
}

#[test]
fn what_was_set_aside_is_listed_and_leads_to_its_words() {
    let mut reading = fixture::reading(None);
    let span = reading.article.paragraphs.last().unwrap().span;
    reading.chronology.set_aside = vec![crate::chronology::SetAside { span, why: "opinion", dated: true }];
    let mut harness = shown(opened(reading), 1440.0, 900.0);
    harness.get_by_label("1 dated sentence not made into an event").click();
    harness.run();
    assert_eq!(harness.state().state.sheet, Some(Sheet::SetAside));
    let sheet = harness.get_by_role_and_label(Role::Dialog, "Dated sentences not made into events");
    sheet.get_by_label_contains("(An opinion)").click();
    harness.run();
    assert_eq!(harness.state().state.sheet, None);
}

#[test]
fn articles_on_one_timeline_have_lanes_of_their_own() {
    let mut state = fixture::opened();
    fixture::open(&mut state, "/articles/other.txt");
    apply(&mut state, Command::MergeTabs);
    let harness = shown(state, 1440.0, 900.0);
    let tab = harness.state().state.tab().unwrap();
    assert_eq!(tab.origin, Origin::Merged);
    assert_eq!(tab.chronology.events.len(), 10);
    let marks = harness.get_by_role_and_label(Role::List, "Events");
    assert_eq!(marks.query_all_by_label_contains("Talks in Vienna").count(), 2);
}

#[test]
fn the_order_told_is_drawn_when_it_is_asked_for() {
    let mut harness = article();
    let lines = |harness: &Harness<'static, App>| harness.state().memory.explorer.as_ref().unwrap().scene.shapes.len();
    let before = lines(&harness);
    harness.key_press(Key::O);
    harness.run();
    let with = lines(&harness);
    assert!(with > before, "{with} shapes with arrows, {before} without");
    harness.key_press(Key::O);
    harness.run();
    assert_eq!(lines(&harness), before);
}
