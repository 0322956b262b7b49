//! Projects: saved, opened again, and asked about once.

use super::correcting::change;
use crate::chronology::Chronology;
use crate::chronology::corrections::Change;
use crate::session::project::{self, Place};
use crate::session::{Command, Effect, Field, LoadedProject, Sheet, State, apply, fixture};
use proptest::prelude::*;

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
    let readings = project.articles.iter().map(|e| fixture::chronology(e.published())).collect();
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
            apply(&mut state, change);
        }
        let end = Chronology::clone(&state.tab().unwrap().chronology);
        for _ in 0..back {
            apply(&mut state, Command::Undo);
        }
        let effects = apply(&mut state, Command::SaveProjectTo { path: "/a/lake.demarche".into(), replace: true });
        let (bytes, _) = written(&mut state, effects);
        prop_assert!(!state.unsaved());
        let mut again = opened(&bytes, false);
        prop_assert!(!again.unsaved());
        prop_assert_eq!(&again.tab().unwrap().chronology, &state.tab().unwrap().chronology);
        apply(&mut again, Command::GoTo(usize::MAX));
        prop_assert_eq!(&*again.tab().unwrap().chronology, &end);
        apply(&mut again, Command::GoTo(0));
        prop_assert_eq!(&*again.tab().unwrap().chronology, &start);
        // The same session gives the same bytes.
        let first = project::bytes(&project::of(&state));
        prop_assert_eq!(first, bytes);
    }
}
