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
    let (article, chronology) = (miami_article(true), miami(true));
    let options = FigureOptions { preset: Preset::A4, ..FigureOptions::default() };
    let measure = FigureMeasure::new();
    let figure = figure(&article, &chronology, &options, &measure);
    let table = table(&article, &chronology, &options, &figure.ids, &measure);
    let about = About { title: &article.title, author: None, language: "en", date: NaiveDate::from_ymd_opt(2025, 12, 19) };
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
