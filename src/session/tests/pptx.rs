//! What other programs find in the presentation.

use crate::chronology::dates::DateLanguage;
use crate::export::pdf::About;
use crate::export::pptx::{NoteParts, notes, pptx};
use crate::layout::figure::{FigureOptions, Preset, figure};
use crate::layout::fixture::{miami, miami_article};
use crate::scene::theme::Theme;
use crate::text::FigureMeasure;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::process::Command;

fn presentation() -> Vec<u8> {
    let (article, chronology) = (miami_article(true), miami(true));
    let options = FigureOptions { preset: Preset::Slide, ..FigureOptions::default() };
    let figure = figure(&article, &chronology, &options, &FigureMeasure::new());
    let about = About { title: &article.title, author: Some("A & B"), language: "en", date: NaiveDate::from_ymd_opt(2025, 12, 19) };
    pptx(
        &figure.pages,
        &notes(&article, &chronology, NoteParts { paragraphs: true, quotes: true, language: DateLanguage::English }, &figure.ids),
        Theme::Light,
        &about,
    )
    .unwrap()
}

fn parts(file: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let count = zip.len();
    let read = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// The values of an attribute in a text.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let key = format!(" {attribute}=\"");
    text.split(key.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    assert_eq!(presentation(), presentation());
}

#[test]
fn every_part_is_xml_is_declared_and_is_reached() {
    let parts = parts(presentation());
    let names: BTreeSet<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let types = &parts[0].1;
    for (name, text) in &parts {
        let options = resvg::usvg::roxmltree::ParsingOptions::default();
        assert!(resvg::usvg::roxmltree::Document::parse_with_options(text, options).is_ok(), "{name}");
        let related = name.ends_with(".rels");
        assert!(related || name.starts_with('[') || types.contains(&format!("PartName=\"/{name}\"")), "{name} is declared");
        let Some(folder) = name.strip_suffix(".rels").and_then(|n| n.split_once("_rels/")).map(|(folder, _)| folder) else { continue };
        for target in values(text, "Target") {
            let path = match target.strip_prefix("../") {
                Some(rest) => {
                    format!("{}{rest}", folder.trim_end_matches('/').rsplit_once('/').map_or(String::new(), |(up, _)| format!("{up}/")))
                }
                None => format!("{folder}{target}"),
            };
            assert!(names.contains(path.as_str()), "{name} points to {path}");
        }
    }
}

#[test]
fn ids_are_unique_on_a_slide_and_events_are_named_groups() {
    let parts = parts(presentation());
    let slide = &parts.iter().find(|(name, _)| name == "ppt/slides/slide1.xml").unwrap().1;
    let ids: Vec<&str> = slide.split("<p:cNvPr").skip(1).filter_map(|rest| values(rest, "id").first().copied()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert_eq!(slide.matches("<p:grpSp>").count(), 7);
    assert!(slide.contains("<a:t>Witkoff and Kushner visit Moscow</a:t>"));
    assert!(!slide.contains("<p:pic"), "native shapes only");
    let sizes: Vec<u32> = values(slide, "sz").iter().map(|s| s.parse().unwrap()).collect();
    assert!(sizes.iter().all(|s| *s >= 1400), "no text under 14 points: {sizes:?}");
    let notes = &parts.iter().find(|(name, _)| name == "ppt/notesSlides/notesSlide1.xml").unwrap().1;
    assert!(notes.contains("Source: ") && notes.contains("¶2"), "{notes}");
}

/// Reads the presentation with python-pptx.
const READER: &str = "
import sys
try:
    import pptx
except ImportError:
    print('missing'); sys.exit(0)
slides = pptx.Presentation(sys.argv[1]).slides
shapes = [s for slide in slides for s in slide.shapes]
print(len(slides), sum(s.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP for s in shapes), slides[0].shapes.title.text_frame.text)
print(slides[0].notes_slide.notes_text_frame.text)
";

#[test]
fn python_pptx_reads_its_slide_and_its_notes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.pptx");
    std::fs::write(&path, presentation()).unwrap();
    let output = Command::new("python3").arg("-c").arg(READER).arg(&path).output();
    let said = output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned() + &String::from_utf8_lossy(&o.stderr)).unwrap_or_default();
    if said.trim().is_empty() || said.starts_with("missing") {
        eprintln!("skipped: python-pptx is not installed");
        return;
    }
    assert!(said.starts_with("1 7 "), "{said}");
    assert!(said.contains("Source: "), "{said}");
}
