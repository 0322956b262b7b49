//! The commands `extract` and `export`, run as a user runs them: output, errors, exit codes, files.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const ARTICLE: &str = "Ministers meet in Bern

BERN, 14 April 2014 — The foreign ministers of Austria and Norway met in Bern on Monday and signed an agreement on transit.

They will meet again in Oslo on 3 May 2014.
";

fn folder_with(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn demarche(folder: &Path, arguments: &[&str]) -> Output {
    run(folder, arguments, b"")
}

fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends without reading closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// The lines on standard error; each is checked to be told by the program itself.
fn told(output: &Output) -> Vec<&str> {
    let lines: Vec<&str> = std::str::from_utf8(&output.stderr).unwrap().lines().collect();
    assert!(lines.iter().all(|l| l.starts_with("demarche: ")), "{lines:?}");
    lines
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn extract_prints_the_document_with_the_publication_date_given() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["extract", "talks.txt", "--published", "2014-04-15"]);
    assert_eq!((code(&output), told(&output)), (0, vec![]));
    let document: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(document["schema"], 1);
    assert_eq!(document["article"]["source"], "talks.txt");
    assert_eq!(document["article"]["published"], "2014-04-15");
    assert_eq!(document["article"]["published_basis"], "reader");
}

#[test]
fn of_a_publication_date_with_a_time_the_day_is_taken_as_written() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    for written in ["2014-04-15T23:30", "2014-04-15T23:30:05-08:00", "2014-04-15 00:10", "2014-04-15T04:00:00.5Z"] {
        let output = demarche(folder.path(), &["extract", "talks.txt", "--published", written]);
        assert_eq!(code(&output), 0, "{written}");
        assert_eq!(serde_json::from_str::<Value>(stdout(&output)).unwrap()["article"]["published"], "2014-04-15");
    }
}

#[test]
fn several_files_give_a_line_each_and_a_failed_one_is_told() {
    let folder = folder_with(&[("b.txt", ARTICLE.as_bytes()), ("a.txt", ARTICLE.as_bytes()), ("empty.txt", b" \n")]);
    let output = demarche(folder.path(), &["extract", "b.txt", "missing.txt", "empty.txt", "a.txt"]);
    assert_eq!(code(&output), 1);
    let sources: Vec<Value> =
        stdout(&output).lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["article"]["source"].clone()).collect();
    assert_eq!(sources, ["b.txt", "a.txt"]);
    assert!(matches!(told(&output)[..], [missing, empty] if missing.contains("missing.txt") && empty.contains("empty.txt")));
}

#[test]
fn standard_input_is_an_article_too() {
    let folder = folder_with(&[]);
    let output = run(folder.path(), &["extract", "-"], ARTICLE.as_bytes());
    assert_eq!(code(&output), 0);
    let document: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(document["article"]["title"], "Ministers meet in Bern");
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let once = || demarche(folder.path(), &["extract", "talks.txt"]).stdout;
    assert_eq!(once(), once());
}

#[test]
fn extract_writes_a_file_for_each_article_and_loses_none_of_one_name() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes()), ("talks.md", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["extract", "talks.txt", "talks.md", "--out", "made/here"]);
    assert_eq!((code(&output), stdout(&output)), (0, ""));
    let made = folder.path().join("made/here");
    assert_eq!(names(&made), ["talks-2.json", "talks.json"]);
    let document: Value = serde_json::from_slice(&fs::read(made.join("talks-2.json")).unwrap()).unwrap();
    assert_eq!(document["article"]["source"], "talks.md");
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_with_the_cure() {
    let folder = folder_with(&[("empty.txt", b""), ("noise.bin", &[0, 159, 146, 150, 0, 0, 1, 2, 0, 255])]);
    fs::create_dir(folder.path().join("folder")).unwrap();
    for (file, words) in [
        ("no.txt", "does not exist"),
        ("folder", "is a folder"),
        ("empty.txt", "is empty"),
        ("noise.bin", "is not text"),
        ("https://example.org/a", "never goes online"),
        ("HTTPS://Example.org/a", "never goes online"),
    ] {
        let output = demarche(folder.path(), &["extract", file]);
        assert_eq!((code(&output), stdout(&output)), (1, ""), "{file}");
        assert!(matches!(told(&output)[..], [line] if line.contains(file) && line.contains(words)), "{:?}", told(&output));
    }
}

#[test]
fn wrong_usage_is_told_in_one_line_and_ends_with_2() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let cases: [(&[&str], &str); 8] = [
        (&["extract"], "<FILE>"),
        (&["extract", "talks.txt", "--published", "soon"], "2025-12-19"),
        (&["extract", "talks.txt", "--published", "2025-02-30"], "2025-12-19"),
        (&["extract", "talks.txt", "--published", "2025-02-03 or so"], "2025-12-19"),
        (&["export", "talks.txt", "-o", "talks.docx"], ".png .svg .pdf .pptx .json"),
        (&["export", "talks.txt", "-o", "talks"], ".png .svg .pdf .pptx .json"),
        (&["export", "talks.txt", "-o", "a.png", "--preset", "1600x479"], "sides from 480 to 8000 such as 1600x900"),
        (&["export", "talks.txt", "-o", "a.png", "--prest", "a4"], "--preset"),
    ];
    for (arguments, words) in cases {
        let output = demarche(folder.path(), arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(matches!(told(&output)[..], [line] if line.contains(words)), "{:?}", told(&output));
    }
    assert_eq!(names(folder.path()), ["talks.txt"]);
}

#[test]
fn help_and_version_are_no_failures() {
    let folder = folder_with(&[]);
    for arguments in [&["--help"][..], &["--version"], &["extract", "--help"], &["export", "--help"]] {
        let output = demarche(folder.path(), arguments);
        assert_eq!((code(&output), told(&output)), (0, vec![]));
        assert!(!stdout(&output).is_empty());
    }
}

#[test]
fn data_is_exported_and_the_file_is_named() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["export", "talks.txt", "-o", "out.json"]);
    assert_eq!((code(&output), stdout(&output)), (0, "out.json\n"));
    assert_eq!(fs::read(folder.path().join("out.json")).unwrap(), demarche(folder.path(), &["extract", "talks.txt"]).stdout);
}

#[test]
fn several_articles_are_exported_under_names_of_their_own() {
    let folder = folder_with(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["export", "a.txt", "b.txt", "no.txt", "-o", "out.json"]);
    assert_eq!((code(&output), stdout(&output)), (1, "out-a.json\nout-b.json\n"));
    assert_eq!(told(&output).len(), 1);
}

#[test]
fn figures_have_the_size_of_their_page_and_the_same_bytes_each_time() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let presets = [("slide", "1", (960, 540)), ("a4", "2", (1684, 1190)), ("half", "1.5", (893, 632)), ("1000x800", "1", (500, 400))];
    for (preset, pixels, size) in presets {
        let draw = |out: &str| {
            let output = demarche(folder.path(), &["export", "talks.txt", "-o", out, "--preset", preset, "--pixels-per-point", pixels]);
            assert_eq!((code(&output), stdout(&output)), (0, format!("{out}\n").as_str()), "{:?}", told(&output));
            fs::read(folder.path().join(out)).unwrap()
        };
        let picture = draw("a.png");
        let reader = png::Decoder::new(std::io::Cursor::new(&picture)).read_info().unwrap();
        assert_eq!(reader.info().size(), size, "{preset}");
        assert!(picture == draw("b.png") && draw("a.svg") == draw("b.svg"), "{preset}");
    }
}

#[test]
fn a_figure_holds_the_title_given_and_text_that_can_be_read() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["export", "talks.txt", "-o", "a.svg", "--title", "Austria & Norway", "--theme", "dark"]);
    assert_eq!(code(&output), 0);
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains(">Austria &amp; Norway</text>"), "{svg}");
    assert!(!svg.contains("Ministers meet in Bern</text>"));
}

#[test]
fn an_ending_of_two_parts_stays_whole_where_names_are_numbered() {
    let folder = folder_with(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["export", "a.txt", "b.txt", "-o", "made.TimelineJS.json"]);
    assert_eq!(stdout(&output), "made-a.TimelineJS.json\nmade-b.TimelineJS.json\n");
}

#[test]
fn a_range_without_events_is_told_and_writes_nothing() {
    let folder = folder_with(&[("talks.txt", b"Talks in Oslo\n\nNorway and Sweden met in Oslo on 3 May 2014.\n")]);
    for range in [["--from", "2020-01-01"], ["--to", "1999-12-31"]] {
        let output = demarche(folder.path(), &[&["export", "talks.txt", "-o", "talks.svg"], &range[..]].concat());
        assert_eq!(code(&output), 1, "{range:?}");
        assert!(matches!(told(&output)[..], [line] if line.contains("no event lies between")), "{:?}", told(&output));
    }
    assert_eq!(names(folder.path()), ["talks.txt"]);
}

#[test]
fn an_export_never_replaces_the_article_it_is_made_from() {
    let folder = folder_with(&[("talks.json", ARTICLE.as_bytes())]);
    let output = demarche(folder.path(), &["export", "talks.json", "-o", "./talks.json"]);
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read(folder.path().join("talks.json")).unwrap(), ARTICLE.as_bytes());
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes())]);
    fs::create_dir(folder.path().join("out.json")).unwrap();
    for out in ["missing/out.json", "out.json"] {
        let output = demarche(folder.path(), &["export", "talks.txt", "-o", out]);
        assert_eq!(code(&output), 1);
        assert!(matches!(told(&output)[..], [line] if line.contains(out)), "{:?}", told(&output));
    }
    assert_eq!(names(folder.path()), ["out.json", "talks.txt"]);
}

#[cfg(unix)]
#[test]
fn a_written_file_is_an_ordinary_file_and_links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder_with(&[("talks.txt", ARTICLE.as_bytes()), ("kept.json", b"old"), ("ordinary", b"")]);
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(path("kept.json"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("kept.json", path("link.json")).unwrap();
    for out in ["new.json", "link.json"] {
        assert_eq!(code(&demarche(folder.path(), &["export", "talks.txt", "-o", out])), 0);
    }
    assert_eq!(mode("new.json"), mode("ordinary"));
    assert_eq!(mode("kept.json"), 0o640);
    assert!(fs::symlink_metadata(path("link.json")).unwrap().is_symlink());
    assert_eq!(fs::read(path("kept.json")).unwrap(), fs::read(path("new.json")).unwrap());
}

#[test]
fn without_a_display_one_line_names_the_commands_that_need_none() {
    let folder = folder_with(&[]);
    let output = demarche(folder.path(), &[]);
    assert_eq!(code(&output), 1);
    assert!(matches!(told(&output)[..], [line] if line.contains("demarche extract") && line.contains("demarche export")));
}

#[test]
fn a_project_is_extracted_and_exported_with_its_corrections() {
    let article = demarche::article::load(ARTICLE.as_bytes(), "bern.txt").unwrap();
    let folder = folder_with(&[("bern.txt", ARTICLE.as_bytes())]);
    let extracted: Value = serde_json::from_str(stdout(&demarche(folder.path(), &["extract", "bern.txt"]))).unwrap();
    let event = &extracted["events"][0];
    let stored: Vec<Value> = article
        .paragraphs
        .iter()
        .map(|p| serde_json::json!([p.span.start, p.span.end, if p.number.is_some() { "body" } else { "headline" }]))
        .collect();
    let target = serde_json::json!({"event": event["id"], "quote": {"exact": "", "prefix": "", "suffix": ""}, "title": event["title"]});
    let project = serde_json::json!({
        "demarche_project": 1,
        "generator": "by hand",
        "articles": [{
            "article": {"title": article.title, "source": "bern.txt", "text": article.text, "paragraphs": stored},
            "corrections": {"done": [{"target": target, "change": {"title": "Ministers confer in Berne"}}]},
        }],
    });
    fs::write(folder.path().join("bern.demarche"), project.to_string()).unwrap();
    let output = demarche(folder.path(), &["extract", "bern.demarche"]);
    assert_eq!(code(&output), 0, "{:?}", told(&output));
    let again: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert!(again["events"].as_array().unwrap().iter().any(|e| e["title"] == "Ministers confer in Berne"));
    let output = demarche(folder.path(), &["export", "bern.demarche", "-o", "bern.svg"]);
    assert_eq!(code(&output), 0, "{:?}", told(&output));
    assert!(fs::read_to_string(folder.path().join("bern.svg")).unwrap().contains("Berne"));
    // Newer and damaged ones are told in one line.
    fs::write(folder.path().join("new.demarche"), "{\"demarche_project\": 7}").unwrap();
    let output = demarche(folder.path(), &["extract", "new.demarche"]);
    assert_eq!(code(&output), 1);
    assert!(told(&output)[0].contains("written by a newer Demarche"));
}
