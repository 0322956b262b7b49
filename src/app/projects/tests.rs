//! Project files on disk: kept whole whatever happens, and never over somebody else's work.

use super::*;
use crate::session::{Command, Field, State, apply, fixture};
use std::io::{BufRead, BufReader};
use std::process::{Command as Process, Stdio};

fn project(title: &str) -> Project {
    let mut state: State = fixture::opened();
    apply(&mut state, Command::EditField(Field::Title));
    apply(&mut state, Command::TypeField(title.to_owned()));
    apply(&mut state, Command::AcceptField);
    project::of(&state)
}

fn place(saved: Saved) -> Place {
    match saved {
        Saved::At(place) => place,
        Saved::Changed => panic!("changed"),
    }
}

#[test]
fn a_project_comes_back_as_it_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lake.demarche");
    let project = project("Prado in Oslo");
    let place = place(save(&path, &project, None, false, false).unwrap());
    let loaded = read(&path).unwrap();
    assert_eq!((loaded.project, &loaded.place), (project, &place));
    assert_eq!(loaded.readings.len(), 1);
}

#[test]
fn opening_a_project_does_not_read_its_articles_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lake.demarche");
    let mut project = project::with_extractions(&fixture::opened());
    // No rule reads this out of the article.
    let mut chronology = fixture::chronology(None);
    chronology.events[0].title = "What only the file knows".to_owned();
    project.articles[0].keep(&Arc::new(chronology));
    save(&path, &project, None, false, false).unwrap();
    let loaded = read(&path).unwrap();
    assert_eq!(loaded.readings[0].chronology.events[0].title, "What only the file knows");
    assert!(loaded.readings[0].current);
}

#[test]
fn what_was_read_comes_back_whole_from_a_project() {
    let sample = include_bytes!("../../../assets/sample.md");
    let article = crate::article::load(sample, "sample.md").unwrap();
    let mut chronology = chronology::read(&article, None);
    let json = serde_json::to_vec(&chronology).unwrap();
    // It serves only while an article is read.
    chronology.time_expressions.iter_mut().for_each(|e| e.leaning = None);
    assert_eq!(serde_json::from_slice::<chronology::Chronology>(&json).unwrap(), chronology);
    assert!(chronology.events.len() > 3);
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_noticed_and_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lake.demarche");
    let mine = place(save(&path, &project("mine"), None, false, false).unwrap());
    let theirs = place(save(&path, &project("theirs"), Some(&mine.digest), true, false).unwrap());
    assert_eq!(save(&path, &project("mine again"), Some(&mine.digest), true, false), Ok(Saved::Changed));
    assert_eq!(read(&path).unwrap().place.digest, theirs.digest);
    let beside = place(save(&path, &project("mine again"), None, false, true).unwrap());
    assert_eq!(beside.path.file_name().unwrap(), "lake (yours).demarche");
    let again = place(save(&path, &project("mine again"), None, false, true).unwrap());
    assert_eq!(again.path.file_name().unwrap(), "lake (yours 2).demarche");
    assert!(save(&path, &project("mine"), None, false, false).unwrap_err().contains("exists already"));
}

#[test]
fn newer_damaged_and_other_files_are_told_in_a_sentence_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lake.demarche");
    let whole = String::from_utf8(project::bytes(&project("Prado in Oslo"))).unwrap();
    for (text, said) in [
        (whole.replacen("\"demarche_project\": 1", "\"demarche_project\": 9", 1), "was written by a newer Demarche"),
        (whole[..whole.len() / 2].to_owned(), "is damaged (line"),
        (whole.replacen("\"articles\"", "\"particles\"", 1), "is damaged (line"),
        ("An article.".to_owned(), "is not a Demarche project"),
        (String::new(), "is not a Demarche project"),
    ] {
        fs::write(&path, &text).unwrap();
        let error = read(&path).unwrap_err();
        assert!(error.starts_with("lake.demarche ") && error.contains(said), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    assert!(read(&folder.path().join("none.demarche")).unwrap_err().contains("does not exist"));
}

#[test]
fn work_of_a_window_that_is_gone_is_found_and_that_of_one_that_lives_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let first = Recovery::take(folder.path()).unwrap();
    let second = Recovery::take(folder.path()).unwrap();
    first.keep(Some(&project("first"))).unwrap();
    second.keep(Some(&project("second"))).unwrap();
    assert!(left_behind(folder.path()).is_empty());
    let path = first.path.clone();
    drop(first);
    assert_eq!(left_behind(folder.path()), [(path.clone(), fixture::TITLE.to_owned())]);
    // A new window does not take the place of what is to be recovered.
    assert_ne!(Recovery::take(folder.path()).unwrap().path, path);
    second.keep(None).unwrap();
    assert!(!second.path.exists());
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_unsaved_work() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("recovery");
    Recovery::take(&folder).unwrap();
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}

const KILLED: &str = "DEMARCHE_SAVES_UNTIL_KILLED";

/// Not a test by itself: run by the next one, it saves without end until it is killed.
#[test]
fn saves_until_it_is_killed() {
    let Some(path) = std::env::var_os(KILLED).map(PathBuf::from) else { return };
    let two = [project("One title"), project(&"A much longer title, so that the two files differ in length ".repeat(40))];
    for n in 0.. {
        save(&path, &two[n % 2], None, true, false).unwrap();
        // Whoever kills it knows by this that saving has begun.
        println!("\nsaved");
    }
}

#[test]
fn a_program_killed_while_saving_leaves_a_project_that_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lake.demarche");
    save(&path, &project("The first"), None, false, false).unwrap();
    let mut numbers = 0x2545_F491_4F6C_DD1Du64;
    for _ in 0..200 {
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args(["--exact", "app::projects::tests::saves_until_it_is_killed", "--nocapture"])
            .env(KILLED, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.by_ref().any(|l| l.is_ok_and(|l| l == "saved")), "nothing was saved");
        // A number of turns that is another each time: the kill meets the saving anywhere.
        numbers ^= numbers << 13;
        numbers ^= numbers >> 7;
        numbers ^= numbers << 17;
        for _ in 0..numbers % 200_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let project = project::read(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(project.articles.len(), 1);
    }
}
