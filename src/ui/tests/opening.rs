//! Ways to open an article: dropped files, pastes, recent articles, typed paths.

use super::{App, article, shown};
use crate::session::fixture::reading;
use crate::session::{Clip, Command, Effect, Source, State, apply};
use egui::accesskit::Role;
use egui::{Event, HoveredFile, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads files itself".to_owned())
    }
}

/// What is asked to be read from files.
fn asked(harness: &Harness<'static, App>) -> Vec<PathBuf> {
    let path = |effect: &Effect| match effect {
        Effect::Read { source: Source::File(path), .. } => Some(path.clone()),
        _ => None,
    };
    harness.state().effects.iter().filter_map(path).collect()
}

#[test]
fn files_held_over_the_window_are_named_and_open_when_they_are_dropped() {
    let mut harness = article();
    let held = |name: &str| HoveredFile { path: Some(PathBuf::from("/news").join(name)), mime: String::new() };
    harness.input_mut().hovered_files = vec![held("first.html"), held("second.txt")];
    harness.step();
    harness.get_by_label("Drop to open 2 files: first.html, second.txt");
    harness.input_mut().hovered_files.clear();
    harness.input_mut().dropped_files = vec![Arc::new(Dropped("/news/first.html".into())), Arc::new(Dropped("/news/second.txt".into()))];
    harness.step();
    assert_eq!(asked(&harness), [PathBuf::from("/news/first.html"), PathBuf::from("/news/second.txt")]);
    harness.input_mut().dropped_files.clear();
    harness.run();
    assert!(harness.query_by_label_contains("Drop to open").is_none());
    harness.get_by_label("Reading first.html… and 1 more");
    assert_eq!(asked(&harness).len(), 2, "a drop opens its files once");
}

fn key_v(pressed: bool, modifiers: Modifiers) -> Event {
    Event::Key { key: Key::V, physical_key: None, pressed, repeat: false, modifiers }
}

fn pastes(harness: &Harness<'static, App>) -> usize {
    harness.state().effects.iter().filter(|e| matches!(e, Effect::ReadClipboard { .. })).count()
}

#[test]
fn a_page_copied_without_plain_text_is_pasted_though_egui_is_silent_about_it() {
    // egui swallows the press of Ctrl+V, and tells of no paste where the clipboard holds no plain text.
    let mut harness = shown(State::default(), 1440.0, 900.0);
    harness.event(key_v(false, Modifiers::COMMAND));
    harness.run();
    assert_eq!(pastes(&harness), 1);
    harness.event_modifiers(Event::PointerGone, Modifiers::COMMAND);
    harness.step();
    harness.event(key_v(false, Modifiers::NONE));
    harness.run();
    assert_eq!(pastes(&harness), 2, "Ctrl was let go first");
}

#[test]
fn one_paste_is_asked_for_once_and_a_letter_asks_for_none() {
    let mut harness = shown(State::default(), 1440.0, 900.0);
    harness.event(Event::Paste("Talks began.".into()));
    harness.run();
    harness.event(key_v(false, Modifiers::COMMAND));
    harness.run();
    assert_eq!(pastes(&harness), 1);
    harness.event(key_v(true, Modifiers::NONE));
    harness.event(key_v(false, Modifiers::NONE));
    harness.run();
    assert_eq!(pastes(&harness), 1);
}

#[test]
fn a_pasted_article_stands_among_the_recent_ones_under_its_headline() {
    let mut state = State::default();
    apply(&mut state, Command::Pasted(Clip { text: Some("Talks began. They ended.".into()), html: None }));
    let job = state.jobs[0].id;
    let pasted = crate::session::Reading { kept: Some("/home/me/.local/share/demarche/pasted/0123.txt".into()), ..reading(None) };
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(pasted)) });
    let mut harness = shown(state, 1440.0, 900.0);
    harness.get_by_label("Menu").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, crate::session::fixture::TITLE);
    harness.get_by_role_and_label(Role::MenuItem, "Forget recent articles").click();
    harness.run();
    assert!(harness.state().state.settings.recent.is_empty());
}

#[test]
fn a_system_without_dialogs_says_so_and_takes_a_path() {
    let mut state = State::default();
    apply(&mut state, Command::AskPath);
    let mut harness = shown(state, 1440.0, 900.0);
    let sheet = harness.get_by_role_and_label(Role::Dialog, "Open by path");
    sheet.get_by_label("This system shows no dialog for files: type the path of one.");
    harness.get_by_role_and_label(Role::TextInput, "Path of the file").type_text("/news/first.html");
    harness.run();
    harness.get_by_label("Open this path").click();
    harness.run();
    assert_eq!(asked(&harness), [PathBuf::from("/news/first.html")]);
}

#[test]
fn a_path_asked_for_by_the_reader_is_no_excuse() {
    let mut state = State::default();
    apply(&mut state, Command::AskPath);
    apply(&mut state, Command::Back);
    apply(&mut state, Command::OpenSheet(crate::session::Sheet::Path));
    let harness = shown(state, 1440.0, 900.0);
    assert!(harness.query_by_label_contains("no dialog").is_none());
}
