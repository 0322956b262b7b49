//! What other programs find in the presentation.

use crate::chronology::dates::DateLanguage;
use crate::export::pdf::About;
use crate::export::pptx::{Notes, pptx};
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
    let notes =
        Notes { ids: &figure.ids, tray: &figure.tray, paragraphs: true, quotes: true, source: Some(None), language: DateLanguage::English };
    pptx(&figure.pages, &notes.lines(&article, &chronology), Theme::Light, &about).unwrap()
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

#[test]
fn a_headline_of_two_lines_is_the_title_of_the_slide() {
    let title =
        "Envoys of seven states gather by the lake for the last round of talks on transit before the winter session of the council opens";
    let options = FigureOptions { title: Some(title.to_owned()), ..FigureOptions::default() };
    let figure = figure(&miami_article(true), &miami(true), &options, &FigureMeasure::new());
    let about = About { title, author: None, language: "de", date: None };
    let parts = parts(pptx(&figure.pages, &[], Theme::Light, &about).unwrap());
    let slide = &parts.iter().find(|(name, _)| name == "ppt/slides/slide1.xml").unwrap().1;
    let shape = slide.split("<p:sp>").find(|shape| shape.contains("type=\"title\"")).unwrap();
    assert_eq!(shape.matches("<a:br/>").count(), 1);
    assert!(shape.contains("Envoys of seven states") && shape.contains("council opens"), "{shape}");
    assert!(values(slide, "lang").iter().all(|l| *l == "de"));
}

#[test]
fn the_notes_tell_the_source_given_and_what_is_not_placed_in_time() {
    let (article, chronology) = (miami_article(true), miami(true));
    let ids: Vec<String> = chronology.events.iter().map(|e| e.id.clone()).collect();
    let (shown, tray) = ids.split_at(ids.len() - 2);
    let notes =
        Notes { ids: shown, tray, paragraphs: false, quotes: false, source: Some(Some("Wire reports")), language: DateLanguage::English };
    let lines = notes.lines(&article, &chronology);
    assert_eq!(lines[0], "Wire reports");
    assert_eq!(lines.len(), ids.len() + 1);
    assert!(lines[ids.len() - 1].ends_with(": not placed in time") && lines[ids.len()].ends_with(": not placed in time"), "{lines:?}");
    assert!(!Notes { source: None, ..notes }.lines(&article, &chronology)[0].contains("Wire"));
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
