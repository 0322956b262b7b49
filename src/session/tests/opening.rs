//! Opening, closing, pasting, and the publication date.

use crate::session::fixture::{self, chronology, day, open, opened, reading};
use crate::session::paste::{Meaning, meaning};
use crate::session::state::Cure;
use crate::session::{Clip, Command, Effect, Origin, Problem, Reading, Settings, Sheet, Source, State, apply};
use std::path::{Path, PathBuf};

#[test]
fn opening_a_file_reads_it_and_shows_it() {
    let mut state = State::default();
    let effects = apply(&mut state, Command::Open(vec!["/a/lake.txt".into()]));
    assert!(matches!(effects.as_slice(), [Effect::Read { source: Source::File(_), .. }]));
    assert!(state.tab().is_none());
    let job = state.jobs[0].id;
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
    assert_eq!(state.tab().unwrap().article.title, fixture::TITLE);
    assert_eq!(state.tab().unwrap().view.selected.as_deref(), Some("visit"));
    assert_eq!(state.settings.recent, [PathBuf::from("/a/lake.txt")]);
}

#[test]
fn two_files_are_two_tabs_in_the_order_asked_whichever_is_read_first() {
    for first in [0, 1] {
        let mut state = State::default();
        apply(&mut state, Command::Open(vec!["/a/one.txt".into(), "/a/two.txt".into()]));
        let jobs = [state.jobs[0].id, state.jobs[1].id];
        for job in [jobs[first], jobs[1 - first]] {
            apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
        }
        let names: Vec<_> = state.tabs.iter().map(|t| t.origin.clone()).collect();
        assert_eq!(names, [Origin::File("/a/one.txt".into()), Origin::File("/a/two.txt".into())]);
        assert_eq!(state.tab().unwrap().origin, Origin::File("/a/one.txt".into()));
    }
}

#[test]
fn what_was_asked_for_last_is_shown_also_when_it_is_read_first() {
    let mut state = State::default();
    apply(&mut state, Command::Open(vec!["/a/one.txt".into(), "/a/two.txt".into()]));
    apply(&mut state, Command::Open(vec!["/a/three.txt".into()]));
    let jobs: Vec<u64> = state.jobs.iter().rev().map(|j| j.id).collect();
    for job in jobs {
        apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
    }
    assert_eq!(state.tab().unwrap().origin, Origin::File("/a/three.txt".into()));
}

#[test]
fn a_file_that_is_open_is_read_again_in_its_place() {
    let mut state = opened();
    let tab = state.shown;
    apply(&mut state, Command::Select(Some("talks".into())));
    open(&mut state, "/articles/lake.txt");
    assert_eq!(state.tabs.len(), 1);
    assert_eq!(state.shown, tab);
    assert_eq!(state.tab().unwrap().view.selected.as_deref(), Some("talks"));
}

#[test]
fn a_file_that_cannot_be_read_leaves_what_was_open() {
    let mut state = opened();
    apply(&mut state, Command::Open(vec!["/a/broken.txt".into()]));
    let job = state.jobs[0].id;
    apply(&mut state, Command::Loaded { job, result: Err("It is not text".into()) });
    assert_eq!(state.tabs.len(), 1);
    assert_eq!(state.tab().unwrap().article.title, fixture::TITLE);
    assert_eq!(state.problems[0].title, "broken.txt could not be read");
    assert_eq!(state.problems[0].text, "It is not text");
    apply(&mut state, Command::CloseProblem(0));
    assert!(state.problems.is_empty());
}

#[test]
fn an_abandoned_job_opens_nothing() {
    let mut state = State::default();
    apply(&mut state, Command::Open(vec!["/a/slow.txt".into()]));
    let job = state.jobs[0].id;
    let effects = apply(&mut state, Command::Abandon(job));
    assert!(matches!(effects.as_slice(), [Effect::Abandon(j), ..] if *j == job));
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
    assert!(state.tabs.is_empty());
}

#[test]
fn closing_the_last_tab_leaves_the_empty_page() {
    let mut state = opened();
    apply(&mut state, Command::Search("oslo".into()));
    apply(&mut state, Command::Brief(true));
    let tab = state.shown.unwrap();
    apply(&mut state, Command::Close(tab));
    assert!(state.tab().is_none());
    assert!(!state.brief && !state.searching());
    assert!(Settings::of(&state).open.is_empty());
}

#[test]
fn setting_the_publication_date_keeps_the_selection_and_drops_stale_answers() {
    let mut state = opened();
    apply(&mut state, Command::Select(Some("meeting".into())));
    let ask = |state: &mut State, date| match apply(state, Command::SetPublication(Some(date))).as_slice() {
        [Effect::Extract { tab, generation, .. }, ..] => (*tab, *generation),
        other => panic!("expected an extraction, got {other:?}"),
    };
    let (tab, first) = ask(&mut state, day(2025, 12, 18));
    let (_, second) = ask(&mut state, day(2025, 12, 19));
    let answer = |generation, date| Command::Extracted { tab, generation, chronology: Box::new(chronology(Some(date))) };
    apply(&mut state, answer(second, day(2025, 12, 19)));
    apply(&mut state, answer(first, day(2025, 12, 18)));
    let shown = state.tab().unwrap();
    assert_eq!(shown.chronology.published, Some(day(2025, 12, 19)));
    assert_eq!(shown.view.selected.as_deref(), Some("meeting"));
    assert!(!shown.reading());
}

#[test]
fn a_zoomed_view_moves_with_the_frame_when_the_date_becomes_known() {
    use chrono::Datelike;
    let mut state = opened();
    apply(&mut state, Command::SetRange(-30.0, 10.0));
    apply(&mut state, Command::SetPublication(Some(day(2025, 12, 19))));
    let tab = state.tab().unwrap();
    let (tab, generation) = (tab.id, tab.generation);
    apply(&mut state, Command::Extracted { tab, generation, chronology: Box::new(chronology(Some(day(2025, 12, 19)))) });
    let zero = f64::from(day(2025, 12, 19).num_days_from_ce());
    assert_eq!(state.tab().unwrap().view.range, Some((zero - 30.0, zero + 10.0)));
}

#[test]
fn a_typed_date_is_set_and_a_bad_one_says_what_to_type() {
    let mut state = opened();
    apply(&mut state, Command::EditPublication);
    apply(&mut state, Command::TypePublication("soon".into()));
    apply(&mut state, Command::AcceptPublication);
    assert!(state.publication_edit.as_ref().unwrap().error.is_some());
    apply(&mut state, Command::TypePublication("19 Dec 2025".into()));
    apply(&mut state, Command::AcceptPublication);
    assert_eq!(state.publication_edit, None);
    assert_eq!(state.tab().unwrap().published, Some(day(2025, 12, 19)));
    assert_eq!(Settings::of(&state).open[0].published.as_deref(), Some("2025-12-19"));
}

#[test]
fn a_pasted_address_is_never_fetched() {
    let mut state = State::default();
    let clip = Clip { text: Some("https://example.org/article".into()), html: None };
    let effects = apply(&mut state, Command::Pasted(clip));
    assert!(effects.is_empty());
    assert_eq!(state.problems[0].text, "Demarche never goes online: save the page and open the file.");
    assert_eq!(state.problems[0].cure, Cure::OpenOther);
}

#[test]
fn what_a_paste_means() {
    let text = |t: &str| meaning(&Clip { text: Some(t.to_owned()), html: None });
    let files = |paths: &[&str]| Meaning::Files(paths.iter().map(PathBuf::from).collect());
    assert_eq!(text("  \n"), Meaning::Nothing);
    assert_eq!(text("/home/a/talks.html"), files(&["/home/a/talks.html"]));
    assert_eq!(text("\"/home/a/two words.txt\""), files(&["/home/a/two words.txt"]));
    assert_eq!(text("file:///home/a/two%20words.txt"), files(&["/home/a/two words.txt"]));
    assert_eq!(text("copy\nfile:///a/b.txt\nfile:///a/c.txt"), files(&["/a/b.txt", "/a/c.txt"]));
    assert_eq!(text("file:///C:/news/a.txt"), files(&["C:/news/a.txt"]));
    assert_eq!(text("C:\\news\\a.txt"), files(&["C:\\news\\a.txt"]));
    assert_eq!(text("www.example.org/x"), Meaning::WebAddress);
    assert_eq!(text("https://example.org is where the minister spoke on Monday."), Meaning::Article);
    assert_eq!(text("Talks began.\n/ a line with a slash"), Meaning::Article);
    assert_eq!(text("file:///bad%zz"), Meaning::Article);
    assert_eq!(meaning(&Clip { text: None, html: Some("<p>Talks</p>".into()) }), Meaning::Article);
}

#[test]
fn a_reading_that_met_a_fault_leaves_the_dates_shown() {
    let mut state = opened();
    apply(&mut state, Command::SetPublication(Some(day(2025, 12, 19))));
    let tab = state.tab().unwrap();
    let (tab, generation) = (tab.id, tab.generation);
    apply(&mut state, Command::NotExtracted { tab, generation, text: "a fault".into() });
    assert_eq!(state.tab().unwrap().published, None);
    assert!(!state.tab().unwrap().reading());
    assert_eq!(state.problems.len(), 1);
}

/// Pastes the article, as the shell answers when it has kept it at a path.
fn paste(state: &mut State, kept: Option<&str>) {
    apply(state, Command::Pasted(Clip { text: Some("Talks began. They ended.".into()), html: None }));
    let job = state.jobs.last().unwrap().id;
    let reading = Reading { kept: kept.map(PathBuf::from), ..reading(None) };
    apply(state, Command::Loaded { job, result: Ok(Box::new(reading)) });
}

#[test]
fn a_pasted_article_is_open_again_at_the_next_start_with_its_date() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/0123.html"));
    apply(&mut state, Command::SetPublication(Some(day(2025, 12, 19))));
    let settings = Settings::of(&state);
    assert_eq!(settings.recent_name(Path::new("/data/pasted/0123.html")), (fixture::TITLE.to_owned(), "pasted"));

    let mut again = State::new(settings.clone(), None);
    let effects = apply(&mut again, Command::Reopen { files: settings.open, shown: settings.shown });
    let [Effect::Read { job, source: Source::Kept(path), published, .. }] = effects.as_slice() else {
        panic!("expected to read what was kept, got {effects:?}");
    };
    assert_eq!((path.as_path(), *published), (Path::new("/data/pasted/0123.html"), Some(day(2025, 12, 19))));
    apply(&mut again, Command::Loaded { job: *job, result: Ok(Box::new(reading(*published))) });
    assert_eq!(again.tab().unwrap().origin, Origin::Pasted { kept: Some("/data/pasted/0123.html".into()) });
}

#[test]
fn the_same_text_pasted_again_is_the_same_tab() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/0123.html"));
    apply(&mut state, Command::SetPublication(Some(day(2025, 12, 19))));
    let tab = state.shown;
    fixture::open(&mut state, "/articles/lake.txt");
    paste(&mut state, Some("/data/pasted/0123.html"));
    assert_eq!(state.tabs.len(), 2);
    assert_eq!(state.shown, tab);
    let tab = state.tab().unwrap();
    assert_eq!(tab.published, Some(day(2025, 12, 19)));
    assert!(tab.reading(), "the dates are read against the publication date that was set");
    paste(&mut state, None);
    paste(&mut state, None);
    assert_eq!(state.tabs.len(), 4, "what could not be kept is not known again");
}

/// What is deleted of kept pastes.
fn deleted(effects: &[Effect]) -> Vec<PathBuf> {
    let gone = |effect: &Effect| if let Effect::Delete(gone) = effect { gone.clone() } else { Vec::new() };
    effects.iter().flat_map(gone).collect()
}

#[test]
fn recent_articles_are_forgotten_but_for_those_that_are_open() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/open.html"));
    paste(&mut state, Some("/data/pasted/closed.html"));
    let closed = state.shown.unwrap();
    assert!(deleted(&apply(&mut state, Command::Close(closed))).is_empty());
    assert_eq!(Settings::of(&state).pasted.len(), 2);
    let effects = apply(&mut state, Command::ForgetRecent);
    assert_eq!(deleted(&effects), [PathBuf::from("/data/pasted/closed.html")]);
    let settings = Settings::of(&state);
    assert!(settings.recent.is_empty());
    assert_eq!((settings.open.len(), settings.pasted.len()), (1, 1));
    let open = state.shown.unwrap();
    assert_eq!(deleted(&apply(&mut state, Command::Close(open))), [PathBuf::from("/data/pasted/open.html")]);
    assert!(Settings::of(&state).pasted.is_empty());
}

#[test]
fn a_paste_that_is_open_is_kept_also_in_a_project() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/open.html"));
    paste(&mut state, Some("/data/pasted/closed.html"));
    let closed = state.shown.unwrap();
    state.project = Some(crate::session::project::Place { path: "/a/lake.demarche".into(), digest: String::new() });
    apply(&mut state, Command::Close(closed));
    assert_eq!(deleted(&apply(&mut state, Command::ForgetRecent)), [PathBuf::from("/data/pasted/closed.html")]);
    assert!(state.settings.pasted_at(Path::new("/data/pasted/open.html")).is_some());
}

#[test]
fn a_paste_is_deleted_once_it_is_closed_and_no_longer_recent() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/open.html"));
    paste(&mut state, Some("/data/pasted/closed.html"));
    let closed = state.shown.unwrap();
    apply(&mut state, Command::Close(closed));
    let mut gone = Vec::new();
    for n in 0..crate::session::settings::RECENT {
        let path = PathBuf::from(format!("/articles/{n}.txt"));
        apply(&mut state, Command::Open(vec![path]));
        let job = state.jobs[0].id;
        gone.extend(deleted(&apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) })));
    }
    assert_eq!(gone, [PathBuf::from("/data/pasted/closed.html")], "neither what is open nor a file of the reader's");
}

#[test]
fn a_start_deletes_nothing_also_where_other_files_are_opened() {
    let mut settings = Settings::default();
    settings.keep_paste("/data/pasted/0123.html".into(), "Talks".into());
    settings.open = vec![crate::session::OpenFile { path: "/data/pasted/0123.html".into(), published: None }];
    settings.remember_open_pastes();
    assert_eq!(settings.recent, [PathBuf::from("/data/pasted/0123.html")]);
    let mut state = State::new(settings, None);
    let effects = apply(&mut state, Command::Open(vec!["/a/lake.txt".into()]));
    assert!(deleted(&effects).is_empty());
    let job = state.jobs[0].id;
    assert!(deleted(&apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) })).is_empty());
    assert_eq!(Settings::of(&state).pasted.len(), 1);
}

#[test]
fn what_is_being_pasted_is_not_forgotten_under_way() {
    let mut state = State::default();
    paste(&mut state, Some("/data/pasted/0123.html"));
    paste(&mut state, Some("/data/pasted/4567.html"));
    for tab in [state.tabs[0].id, state.tabs[1].id] {
        apply(&mut state, Command::Close(tab));
    }
    // The same text once more: where it is kept is not known until it has been read.
    apply(&mut state, Command::Pasted(Clip { text: Some("Talks began. They ended.".into()), html: None }));
    assert!(deleted(&apply(&mut state, Command::ForgetRecent)).is_empty());
    let job = state.jobs[0].id;
    let again = Reading { kept: Some("/data/pasted/0123.html".into()), ..reading(None) };
    let effects = apply(&mut state, Command::Loaded { job, result: Ok(Box::new(again)) });
    assert_eq!(deleted(&effects), [PathBuf::from("/data/pasted/4567.html")]);
    assert!(Settings::of(&state).pasted_at(Path::new("/data/pasted/0123.html")).is_some());
}

#[test]
fn of_a_paste_abandoned_when_it_was_all_but_done_nothing_is_kept() {
    let mut state = State::default();
    apply(&mut state, Command::Pasted(Clip { text: Some("Talks began. They ended.".into()), html: None }));
    let job = state.jobs[0].id;
    apply(&mut state, Command::Abandon(job));
    let late = Reading { kept: Some("/data/pasted/0123.html".into()), ..reading(None) };
    let effects = apply(&mut state, Command::Loaded { job, result: Ok(Box::new(late)) });
    assert_eq!(deleted(&effects), [PathBuf::from("/data/pasted/0123.html")]);
    assert!(Settings::of(&state).pasted.is_empty());
}

#[test]
fn a_kept_paste_that_cannot_be_read_stays() {
    let path = PathBuf::from("/data/pasted/0123.html");
    let mut settings = Settings::default();
    settings.keep_paste(path.clone(), "Talks".into());
    for failure in [true, false] {
        let mut state = State::new(settings.clone(), None);
        let files = vec![crate::session::OpenFile { path: path.clone(), published: None }];
        apply(&mut state, Command::Reopen { files, shown: 0 });
        let job = state.jobs[0].id;
        let answer = if failure { Command::Loaded { job, result: Err("the disk is away".into()) } } else { Command::Abandon(job) };
        assert!(deleted(&apply(&mut state, answer)).is_empty());
        let settings = Settings::of(&state);
        assert_eq!((settings.recent.as_slice(), settings.pasted.len()), ([path.clone()].as_slice(), 1));
    }
}

#[test]
fn what_is_still_being_read_is_remembered_with_its_date() {
    let mut state = State::default();
    let file =
        |path: &str, published: Option<&str>| crate::session::OpenFile { path: path.into(), published: published.map(str::to_owned) };
    let files = vec![file("/a/one.txt", None), file("/a/two.txt", Some("2025-12-19")), file("/a/three.txt", None)];
    apply(&mut state, Command::Reopen { files: files.clone(), shown: 1 });
    apply(&mut state, Command::OpenSample);
    apply(&mut state, Command::Reopen { files: files.clone(), shown: 1 });
    assert_eq!(Settings::of(&state).open, files);
    assert_eq!(Settings::of(&state).shown, 1, "found by its path, though it was on its way before");
    assert!(Settings::of(&state).sample);
    let job = state.jobs[2].id;
    apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
    assert_eq!((Settings::of(&state).open, Settings::of(&state).shown), (files, 1));
}

#[test]
fn long_work_is_told_until_its_own_answer_comes() {
    let mut state = opened();
    let told = |state: &State| state.working.as_ref().map(|w| w.words.clone());
    let effects = apply(&mut state, Command::ExportTo { path: "/figures/lake.png".into(), replace: true });
    let [Effect::Export { work: first, replace: true, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(told(&state).as_deref(), Some("Writing lake.png…"));
    // Nothing else ends it.
    apply(&mut state, Command::Select(None));
    let problem = Problem { title: "The figure could not be copied".into(), text: "No clipboard.".into(), cure: Cure::SavePicture };
    apply(&mut state, Command::Failed(problem.clone()));
    open(&mut state, "/articles/other.txt");
    assert_eq!(told(&state).as_deref(), Some("Writing lake.png…"));
    let effects = apply(&mut state, Command::CopyFigure);
    let [Effect::CopyFigure { work: second, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    apply(&mut state, Command::Done { work: *first, said: "Written to /figures/lake.png".into() });
    assert_eq!(state.done.as_deref(), Some("Written to /figures/lake.png"));
    assert_eq!(told(&state).as_deref(), Some("Drawing the figure…"));
    apply(&mut state, Command::NotDone { work: *second, problem });
    assert_eq!(told(&state), None);
    assert_eq!(state.problems.len(), 1);
}

/// Types a path into the sheet for one and accepts it.
fn typed(state: &mut State, sheet: Sheet, path: &str) -> Vec<Effect> {
    apply(state, Command::OpenSheet(sheet));
    apply(state, Command::TypePath(path.to_owned()));
    apply(state, Command::AcceptPath)
}

#[test]
fn a_typed_path_is_opened_from_where_the_program_was_started_and_an_address_is_not() {
    let mut state = opened();
    let effects = typed(&mut state, Sheet::Path, " news/talks of march.txt ");
    assert!(matches!(effects.as_slice(), [Effect::OpenTyped(path)] if path == Path::new("news/talks of march.txt")), "{effects:?}");
    let effects = typed(&mut state, Sheet::Path, "/news/talks.txt");
    assert!(matches!(effects.as_slice(), [Effect::Read { source: Source::File(_), .. }]), "{effects:?}");
    assert!(typed(&mut state, Sheet::Path, "HTTPS://example.org/talks").is_empty());
    assert_eq!(state.problems.last().map(|p| p.title.as_str()), Some("A web address was typed"));
    let effects = typed(&mut state, Sheet::SavePath, "/figures/lake.png");
    assert!(matches!(effects.as_slice(), [Effect::Export { replace: false, .. }]), "{effects:?}");
}
