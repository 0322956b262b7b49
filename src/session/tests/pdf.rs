//! What other programs find in the document.

use crate::export::pdf::{About, pdf};
use crate::layout::figure::{FigureOptions, Preset, figure, table::table};
use crate::layout::fixture::{miami, miami_article};
use crate::scene::theme::Theme;
use crate::text::FigureMeasure;
use chrono::NaiveDate;
use std::io::Write;
use std::process::{Command, Stdio};

fn document() -> Vec<u8> {
    titled(None)
}

/// With a title of its own.
fn titled(title: Option<&str>) -> Vec<u8> {
    let (article, chronology) = (miami_article(true), miami(true));
    let options = FigureOptions { preset: Preset::A4, title: title.map(str::to_owned), ..FigureOptions::default() };
    let measure = FigureMeasure::new();
    let figure = figure(&article, &chronology, &options, &measure);
    let table = table(&article, &chronology, &options, &figure.ids, &measure);
    let about = About { title: options.title(&article), author: None, language: "en", date: NaiveDate::from_ymd_opt(2025, 12, 19) };
    pdf(&figure.pages, &table, Theme::Light, &about).unwrap()
}

/// What a program of poppler says of the document; none where it is missing.
fn asked(program: &str, arguments: &[&str], document: &[u8]) -> Option<String> {
    let child = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else {
        crate::testing::skip(program);
        return None;
    };
    child.stdin.take().unwrap().write_all(document).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    assert_eq!(document(), document());
}

#[test]
fn its_text_can_be_selected_in_reading_order() {
    let Some(text) = asked("pdftotext", &["-raw", "-", "-"], &document()) else { return };
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    let article = miami_article(true);
    let first_words = article.title.split(' ').take(4).collect::<Vec<_>>().join(" ");
    let order = [at(&first_words), at("as told by"), at("Witkoff and Kushner visit Moscow"), at("Source:"), at("Why this date")];
    assert!(order.is_sorted(), "{order:?} in {text}");
}

#[test]
fn it_is_tagged_and_says_its_title_and_its_own_date() {
    let Some(said) = asked("pdfinfo", &["-"], &document()) else { return };
    for words in ["Tagged:          yes", &miami_article(true).title, "CreationDate:", "Dec 19"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let tree = asked("pdfinfo", &["-struct-text", "-"], &document()).unwrap();
    for kind in ["H1", "Table", "TH", "TD"] {
        assert!(tree.contains(kind), "{kind} in {tree}");
    }
}

#[test]
fn its_fonts_are_embedded_subsets() {
    let Some(fonts) = asked("pdffonts", &["-"], &document()) else { return };
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty() && rows.iter().all(|r| r.contains("+Inter") && r.contains("yes yes yes")), "{fonts}");
}

#[test]
fn a_headline_of_two_lines_is_one_heading() {
    let long =
        "Envoys of seven states gather by the lake for the last round of talks on transit before the winter session of the council opens";
    let Some(tree) = asked("pdfinfo", &["-struct-text", "-"], &titled(Some(long))) else { return };
    let heading: String =
        tree.split_once("H1").unwrap().1.split("\n  P").next().unwrap().chars().filter(|c| !"\"\n".contains(*c)).collect();
    let words = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Envoys of seven states") && words.contains("council opens"), "{tree}");
}

#[test]
fn names_of_every_script_that_we_have_come_back_in_their_order() {
    for (name, fonts) in [("اجتماع محمد بن سلمان", "NotoSansArabic"), ("יצחק הרצוג", "NotoSansHebrew"), ("Лавров и Κυριάκος", "Inter")]
    {
        let file = titled(Some(&format!("Talks with {name} in Oslo")));
        let Some(text) = asked("pdftotext", &["-", "-"], &file) else { return };
        // Poppler marks the direction of what it read, and sets its own blanks between directions.
        let plain = |text: &str| text.chars().filter(|c| !('\u{202A}'..='\u{202E}').contains(c) && *c != ' ').collect::<String>();
        // Letters of Arabic drawn as base and dots come back with blanks between, and a long name on a line of its own.
        let arabic = fonts == "NotoSansArabic";
        assert!(arabic || plain(&text).contains(&plain(&format!("Talks with {name} in Oslo"))), "{text}");
        assert!(asked("pdffonts", &["-"], &file).unwrap().contains(fonts), "{name}");
    }
}

#[test]
fn documents_of_one_title_have_identities_of_their_own() {
    let ids = |file: &[u8]| String::from_utf8_lossy(file).split("/ID").nth(1).map(|id| id.chars().take(60).collect::<String>());
    let (article, chronology, measure) = (miami_article(true), miami(true), FigureMeasure::new());
    let about = About { title: &article.title, author: None, language: "en", date: None };
    let of = |preset| {
        let figure = figure(&article, &chronology, &FigureOptions { preset, ..FigureOptions::default() }, &measure);
        pdf(&figure.pages, &[], Theme::Light, &about).unwrap()
    };
    let (a4, half) = (of(Preset::A4), of(Preset::Half));
    assert!(ids(&a4).is_some() && ids(&a4) != ids(&half));
}
