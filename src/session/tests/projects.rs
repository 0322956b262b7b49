//! Projects: saved, opened again, and asked about once.

use super::correcting::change;
use crate::chronology::corrections::Change;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, Status};
use crate::layout::explorer::{Lanes, Scale};
use crate::layout::figure::{FigureOptions, Layout, Parts, Preset, Scope};
use crate::scene::theme::Theme;
use crate::session::history::History;
use crate::session::project::{self, Extraction, Place};
use crate::session::settings::ExportChoices;
use crate::session::{Column, Command, Effect, Facet, Field, ListPlace, LoadedProject, Sheet, State, apply, fixture};
use proptest::prelude::*;
use std::sync::Arc;

fn corrected() -> State {
    let mut state = fixture::opened();
    apply(&mut state, Command::CorrectSelected(Change::Title("Prado is received".to_owned())));
    state
}

fn quits(effects: &[Effect]) -> bool {
    effects.iter().any(|e| matches!(e, Effect::Quit))
}

/// Answers what the shell would to a project being written; gives the bytes.
fn written(state: &mut State, effects: Vec<Effect>) -> (Vec<u8>, Vec<Effect>) {
    for effect in effects {
        if let Effect::SaveProject { work, path, project, saved, .. } = effect {
            let bytes = project::bytes(&project);
            let place = Place { path, digest: project::digest(&bytes) };
            let effects = apply(state, Command::ProjectSaved { work, place, saved });
            return (bytes, effects);
        }
    }
    panic!("nothing was written");
}

/// Opens bytes as a project in a new session.
fn opened(bytes: &[u8], recovered: bool) -> State {
    let mut state = State::default();
    if recovered {
        apply(&mut state, Command::Recoverable { path: "/data/recovery/1.demarche".into(), name: String::new() });
        apply(&mut state, Command::Recover);
    } else {
        apply(&mut state, Command::Open(vec!["/a/lake.demarche".into()]));
    }
    load(&mut state, bytes, recovered);
    state
}

/// Answers what the shell would to a project being read.
fn load(state: &mut State, bytes: &[u8], recovered: bool) -> Vec<Effect> {
    let project = project::read(bytes).unwrap();
    let read = |e: &project::Entry| Extraction { chronology: Arc::new(fixture::chronology(e.published())), current: true };
    let readings = project.articles.iter().map(read).collect();
    let place = Place { path: "/a/lake.demarche".into(), digest: project::digest(bytes) };
    let job = state.jobs[0].id;
    let result = Ok(Box::new(LoadedProject { project, place, readings }));
    apply(state, Command::ProjectLoaded { job, recovered, result })
}

#[test]
fn quitting_asks_once_and_only_about_unsaved_work() {
    let mut state = fixture::opened();
    assert!(quits(&apply(&mut state, Command::Quit)));
    let mut state = corrected();
    assert!(!quits(&apply(&mut state, Command::Quit)));
    assert_eq!(state.sheet, Some(Sheet::Unsaved));
    // Asked again while it is asked, nothing more happens.
    assert!(!quits(&apply(&mut state, Command::Quit)));
    apply(&mut state, Command::StayHere);
    assert_eq!((state.sheet, state.pending.clone()), (None, None));
    apply(&mut state, Command::Quit);
    assert!(quits(&apply(&mut state, Command::DiscardAndGoOn)));
    // What was undone to the start is nothing to save.
    let mut state = corrected();
    apply(&mut state, Command::Undo);
    assert!(quits(&apply(&mut state, Command::Quit)));
}

#[test]
fn saved_on_quitting_the_work_is_written_first() {
    let mut state = corrected();
    apply(&mut state, Command::Quit);
    let effects = apply(&mut state, Command::SaveAndGoOn);
    assert!(matches!(&effects[..], [Effect::AskSaveProject { suggested }] if suggested == "envoys-gather-by-the-lake.demarche"));
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake".into(), replace: false });
    let (_, effects) = written(&mut state, effects);
    assert!(quits(&effects));
    assert_eq!(state.project.as_ref().map(|p| p.path.clone()), Some("/a/lake.demarche".into()));
}

#[test]
fn a_name_that_gets_its_ending_replaces_no_file_unasked() {
    let mut state = corrected();
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake".into(), replace: true });
    assert!(matches!(&effects[..], [Effect::SaveProject { replace: false, .. }]));
}

#[test]
fn a_project_changed_by_others_is_overwritten_only_if_wished() {
    let mut state = corrected();
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    written(&mut state, effects);
    apply(&mut state, Command::CorrectSelected(Change::Checked(true)));
    let effects = apply(&mut state, Command::Save);
    let [Effect::SaveProject { work, expected: Some(_), .. }] = &effects[..] else { panic!("{effects:?}") };
    apply(&mut state, Command::ProjectChanged { work: *work, path: "/a/lake.demarche".into() });
    assert_eq!(state.sheet, Some(Sheet::ProjectChanged));
    assert!(state.unsaved() && state.working.is_none());
    assert!(matches!(&apply(&mut state, Command::KeepBoth)[..], [Effect::SaveProject { beside: true, replace: false, .. }]));
}

#[test]
fn closing_a_tab_with_corrections_asks_and_without_does_not() {
    let mut state = corrected();
    let tab = state.shown.unwrap();
    apply(&mut state, Command::Close(tab));
    assert_eq!((state.sheet, state.tabs.len()), (Some(Sheet::Unsaved), 1));
    apply(&mut state, Command::DiscardAndGoOn);
    assert!(state.tabs.is_empty() && !state.unsaved());
}

/// Two articles, one of them corrected, saved as a project.
fn saved_project() -> State {
    let mut state = corrected();
    fixture::open(&mut state, "/articles/other.txt");
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    written(&mut state, effects);
    state
}

#[test]
fn what_a_project_keeps_of_a_closed_tab_is_not_taken_out_unasked() {
    let mut state = saved_project();
    assert!(!state.unsaved());
    let tab = state.tabs[0].id;
    apply(&mut state, Command::Close(tab));
    assert_eq!((state.tabs.len(), state.sheet), (1, None));
    assert!(state.unsaved(), "saving would take the corrections out of the file");
    assert_eq!(state.done.as_deref(), Some("Closed; lake.demarche keeps it until you save"));
    assert!(!quits(&apply(&mut state, Command::Quit)));
    // A tab to which nothing was done is nothing to save.
    let mut state = saved_project();
    let tab = state.tabs[1].id;
    apply(&mut state, Command::Close(tab));
    assert!(!state.unsaved());
}

#[test]
fn closing_asks_about_a_publication_date_that_was_set() {
    let mut state = fixture::opened();
    apply(&mut state, Command::SetPublication(Some(fixture::day(2025, 12, 19))));
    let tab = state.shown.unwrap();
    apply(&mut state, Command::Close(tab));
    assert_eq!((state.sheet, state.tabs.len()), (Some(Sheet::Unsaved), 1));
}

#[test]
fn a_question_that_was_not_answered_is_not_answered_by_saving_later() {
    for turn_away in [Command::CloseSheet, Command::OpenSheet(Sheet::Keys), Command::Export, Command::SaveAndGoOn] {
        let mut state = corrected();
        apply(&mut state, Command::Quit);
        // The system's dialog for a new project may be cancelled: nothing is heard of it then.
        apply(&mut state, turn_away.clone());
        apply(&mut state, Command::Save);
        let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
        let (_, effects) = written(&mut state, effects);
        assert!(!quits(&effects), "{turn_away:?}");
    }
}

#[test]
fn what_is_corrected_while_it_is_saved_is_asked_about_before_quitting() {
    let mut state = corrected();
    apply(&mut state, Command::Quit);
    apply(&mut state, Command::SaveAndGoOn);
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    apply(&mut state, Command::CorrectSelected(Change::Checked(true)));
    let (_, effects) = written(&mut state, effects);
    assert!(!quits(&effects));
    assert_eq!(state.sheet, Some(Sheet::Unsaved));
}

#[test]
fn every_correction_is_kept_for_recovery_until_it_is_saved() {
    let mut state = fixture::opened();
    let effects = apply(&mut state, Command::CorrectSelected(Change::Title("Prado is received".to_owned())));
    let [Effect::KeepForRecovery(Some(kept))] = &effects[..] else { panic!("{effects:?}") };
    let mut again = opened(&project::bytes(kept), true);
    assert_eq!(again.tab().unwrap().chronology, state.tab().unwrap().chronology);
    assert!(again.unsaved() && again.project.is_none());
    let effects = apply(&mut again, Command::SaveProjectTo { path: "/a/b.demarche".into(), replace: false });
    let (_, effects) = written(&mut again, effects);
    assert!(effects.iter().any(|e| matches!(e, Effect::KeepForRecovery(None))));
}

#[test]
fn a_project_that_cannot_be_opened_changes_nothing() {
    let mut state = corrected();
    let before = state.tabs.len();
    apply(&mut state, Command::Open(vec!["/a/lake.demarche".into()]));
    assert_eq!(state.sheet, Some(Sheet::Unsaved));
    apply(&mut state, Command::DiscardAndGoOn);
    let job = state.jobs[0].id;
    let result = Err("lake.demarche is damaged (line 3): open a copy from a backup".to_owned());
    apply(&mut state, Command::ProjectLoaded { job, recovered: false, result });
    assert_eq!(state.tabs.len(), before);
    assert!(state.problems[0].text.contains("damaged"));
}

#[test]
fn what_is_corrected_while_a_project_is_read_is_not_thrown_away() {
    let mut saved = corrected();
    let effects = apply(&mut saved, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    let (bytes, _) = written(&mut saved, effects);
    for recovered in [false, true] {
        let mut state = fixture::opened();
        if recovered {
            apply(&mut state, Command::Recoverable { path: "/data/recovery/1.demarche".into(), name: "Lake".to_owned() });
            apply(&mut state, Command::Recover);
        } else {
            apply(&mut state, Command::Open(vec!["/a/lake.demarche".into()]));
        }
        // One word is typed and not accepted yet.
        apply(&mut state, Command::EditField(Field::Title));
        apply(&mut state, Command::TypeField("Prado in Oslo".to_owned()));
        load(&mut state, &bytes, recovered);
        assert_eq!(state.tab().unwrap().event("visit").unwrap().title, "Prado in Oslo");
        assert!(state.unsaved() && state.project.is_none() && state.jobs.is_empty());
        assert_eq!(state.problems.len(), 1);
        assert_eq!(state.recovery.is_some(), recovered, "it can be asked for again");
    }
}

#[test]
fn a_file_that_changed_is_offered_to_be_read_again_with_the_corrections_kept() {
    let mut state = corrected();
    apply(&mut state, Command::FileChanged("/articles/lake.txt".into()));
    let tab = state.tab().unwrap().id;
    assert!(state.tab().unwrap().changed_on_disk);
    let effects = apply(&mut state, Command::Reread(tab));
    let Some(Effect::Read { job, .. }) = effects.first() else { panic!("{effects:?}") };
    apply(&mut state, Command::Loaded { job: *job, result: Ok(Box::new(fixture::reading(None))) });
    let tab = state.tab().unwrap();
    assert!(!tab.changed_on_disk);
    assert_eq!(tab.event("visit").unwrap().title, "Prado is received");
}

#[test]
fn a_project_keeps_every_choice_of_figure_and_view() {
    let mut state = corrected();
    let parts = Parts { legend: false, quotes: false, ..Parts::default() };
    let options = FigureOptions {
        preset: Preset::Custom { width: 900.0, height: 700.0 },
        theme: Theme::Grey,
        layout: Layout::Lanes,
        lanes: Lanes::Participant,
        scope: Scope::Only(vec!["visit".to_owned()]),
        parts,
        title: Some("By the lake".to_owned()),
        subtitle: Some("Two rounds".to_owned()),
        caption: Some("A draft".to_owned()),
        source: Some("Our own".to_owned()),
        language: DateLanguage::French,
    };
    apply(&mut state, Command::SetFigure(options.clone()));
    apply(&mut state, Command::SetFormat { ending: ".pdf".to_owned(), pixels: 3 });
    apply(&mut state, Command::SetLanes(Lanes::Kind));
    apply(&mut state, Command::SetScale(Scale::Sequence));
    apply(&mut state, Command::ToggleFilter(Facet::Place, "Oslo".to_owned()));
    apply(&mut state, Command::SetList(ListPlace::Beside));
    apply(&mut state, Command::SortBy(Column::Title));
    apply(&mut state, Command::ToggleArrows);
    apply(&mut state, Command::ToggleStatus(Status::Proposed));
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    let (bytes, _) = written(&mut state, effects);
    let again = opened(&bytes, false);
    assert_eq!(again.figure, options);
    assert_eq!((again.settings.export.ending.as_str(), again.settings.export.pixels), (".pdf", 3));
    let (view, before) = (&again.tab().unwrap().view, &state.tab().unwrap().view);
    assert_eq!((view.lanes, view.scale, view.list, view.sort, view.arrows), (before.lanes, before.scale, before.list, before.sort, true));
    assert_eq!((&view.filter, &view.statuses), (&before.filter, &before.statuses));
    assert!(again.tab().unwrap().passing.is_some());
    // Within the days of the view.
    for scope in [Scope::All, Scope::Within(10.5, 20.0), Scope::Main] {
        let options = FigureOptions { scope, ..FigureOptions::default() };
        assert_eq!(project::Figure::new(&options, &ExportChoices::default()).options(), options);
    }
}

#[test]
fn a_publication_date_of_an_older_file_is_a_correction_too() {
    let mut state = fixture::opened();
    fixture::carry_out(&mut state, Command::SetPublication(Some(fixture::day(2025, 12, 19))));
    let mut project = project::of(&state);
    project.articles[0].corrections = History::default();
    let mut again = opened(&project::bytes(&project), false);
    assert_eq!(again.tab().unwrap().published, Some(fixture::day(2025, 12, 19)));
    assert!(!again.unsaved());
    fixture::carry_out(&mut again, Command::Undo);
    assert_eq!(again.tab().unwrap().published, None);
    assert!(again.unsaved());
}

#[test]
fn rows_that_do_not_fit_their_text_are_damage() {
    let mut state = State::default();
    let article = crate::article::load(b"event,date\nTalks,2014-06-01\nA visit,2014-07-01\n", "visits.csv").unwrap();
    let chronology = crate::chronology::read(&article, None);
    apply(&mut state, Command::Open(vec!["/a/visits.csv".into()]));
    let job = state.jobs[0].id;
    let reading = crate::session::Reading { article, chronology, kept: None };
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading)) });
    let whole = project::of(&state);
    assert!(project::read(&project::bytes(&whole)).is_ok());
    let damages: [fn(&mut project::StoredArticle); 4] =
        [|a| a.rows[1].paragraph.end = 4000, |a| a.rows[1].paragraph.start = 4, |a| a.rows[0].paragraph.end = 0, |a| drop(a.rows.pop())];
    for damage in damages {
        let mut project = whole.clone();
        damage(&mut project.articles[0].article);
        let error = project::read(&project::bytes(&project)).unwrap_err().to_string();
        assert_eq!(error, "is damaged (the rows of visits.csv do not fit its text): open a copy from a backup; the file is left as it is");
    }
}

#[test]
fn what_other_rules_read_is_shown_until_it_has_been_read_again() {
    let mut state = corrected();
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    let (bytes, _) = written(&mut state, effects);
    let mut again = State::default();
    apply(&mut again, Command::Open(vec!["/a/lake.demarche".into()]));
    let project = project::read(&bytes).unwrap();
    let entry = &project.articles[0];
    let mut kept = entry.kept(&entry.article()).unwrap();
    assert!(kept.current);
    kept.current = false;
    let place = Place { path: "/a/lake.demarche".into(), digest: project::digest(&bytes) };
    let job = again.jobs[0].id;
    let loaded = LoadedProject { project, place, readings: vec![kept] };
    let effects = apply(&mut again, Command::ProjectLoaded { job, recovered: false, result: Ok(Box::new(loaded)) });
    assert_eq!(again.tab().unwrap().chronology, state.tab().unwrap().chronology);
    assert!(again.tab().unwrap().reading() && !again.unsaved());
    let Some(Effect::Extract { tab, generation, .. }) = effects.iter().find(|e| matches!(e, Effect::Extract { .. })) else {
        panic!("{effects:?}")
    };
    let mut chronology = fixture::chronology(None);
    chronology.events[1].title = "Ministries confer".to_owned();
    apply(&mut again, Command::Extracted { tab: *tab, generation: *generation, chronology: Box::new(chronology) });
    assert_eq!(again.tab().unwrap().event("talks").unwrap().title, "Ministries confer");
    assert_eq!(again.tab().unwrap().event("visit").unwrap().title, "Prado is received");
}

#[test]
fn what_was_kept_and_does_not_fit_is_read_anew() {
    let mut state = corrected();
    let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: false });
    let (bytes, _) = written(&mut state, effects);
    let text = String::from_utf8(bytes).unwrap();
    let kept = |text: &str| {
        let project = project::read(text.as_bytes()).unwrap();
        let entry = &project.articles[0];
        entry.kept(&entry.article())
    };
    assert_eq!(kept(&text).unwrap().chronology, state.tab().unwrap().extraction);
    for (from, to) in [
        ("visited Oslo", "visited Lima"),
        ("\"date_order\": \"automatic\"", "\"date_order\": \"day_first\""),
        ("\"rules\": ", "\"rulers\": "),
        ("\"start\": 93", "\"start\": 9300"),
        ("\"earliest\": -56", "\"earliest\": 56"),
        ("\"role\": \"Main\"", "\"role\": \"Chief\""),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(kept(&text.replacen(from, to, 1)).is_none(), "{from}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn corrections_undo_to_the_start_and_redo_to_the_end_across_save_and_reopen(
        changes in proptest::collection::vec(change(), 1..16),
        back in 0usize..16,
    ) {
        let mut state = fixture::opened();
        let start = Chronology::clone(&state.tab().unwrap().chronology);
        for change in changes {
            fixture::carry_out(&mut state, change);
        }
        let end = Chronology::clone(&state.tab().unwrap().chronology);
        for _ in 0..back {
            fixture::carry_out(&mut state, Command::Undo);
        }
        let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: true });
        let (bytes, _) = written(&mut state, effects);
        prop_assert!(!state.unsaved());
        let mut again = opened(&bytes, false);
        prop_assert!(!again.unsaved());
        prop_assert_eq!(&again.tab().unwrap().chronology, &state.tab().unwrap().chronology);
        fixture::carry_out(&mut again, Command::GoTo(usize::MAX));
        prop_assert_eq!(&*again.tab().unwrap().chronology, &end);
        fixture::carry_out(&mut again, Command::GoTo(0));
        prop_assert_eq!(&*again.tab().unwrap().chronology, &start);
        // The same session gives the same bytes.
        let first = project::bytes(&project::with_extractions(&state));
        prop_assert_eq!(first, bytes);
    }
}
