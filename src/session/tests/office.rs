//! What other programs make of a figure: LibreOffice of its PPTX and its SVG, librsvg of its SVG, each beside our own PNG.

use crate::chronology::dates::DateLanguage;
use crate::export::pdf::About;
use crate::export::pptx::{Notes, pptx};
use crate::export::{png, svg};
use crate::layout::figure::{Figure, FigureOptions, Layout, Preset, figure};
use crate::layout::fixture::{miami, miami_article};
use crate::scene::Shape;
use crate::scene::theme::Theme;
use crate::text::FigureMeasure;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How far a picture may be from ours, as a share of how far ours is without its words: other programs have fonts of their own.
const NEAR: f32 = 0.5;

fn drawn() -> Figure {
    let options = FigureOptions { preset: Preset::Slide, layout: Layout::Cascade, ..FigureOptions::default() };
    figure(&miami_article(true), &miami(true), &options, &FigureMeasure::new())
}

/// Runs a program that not every machine has; says so and gives false where it is missing.
fn ran(command: &mut Command) -> bool {
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
            true
        }
        Err(_) => {
            println!("skipped: this test needs {:?}, which is missing", command.get_program());
            false
        }
    }
}

/// Lets LibreOffice make a file of another kind, with settings of its own.
fn converted(file: &Path, to: &str) -> Option<PathBuf> {
    let folder = file.parent()?;
    let settings = format!("-env:UserInstallation=file://{}", folder.join("settings").display());
    let mut office = Command::new("soffice");
    office.arg(settings).args(["--headless", "--convert-to", to, "--outdir"]).arg(folder).arg(file);
    ran(&mut office).then(|| file.with_extension(to))
}

/// The brightness of a picture in fields of a 32nd of its width.
fn fields(file: &[u8]) -> Vec<f32> {
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(::png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height, samples) = (info.width as usize, info.height as usize, info.color_type.samples());
    let mut sums = vec![(0.0, 0.0); 32 * 18];
    for (at, pixel) in pixels.chunks_exact(samples).take(width * height).enumerate() {
        let field = at / width * 18 / height * 32 + at % width * 32 / width;
        let light = pixel.iter().take(samples.min(3)).map(|v| f32::from(*v)).sum::<f32>() / samples.min(3) as f32;
        sums[field] = (sums[field].0 + light, sums[field].1 + 1.0);
    }
    sums.into_iter().map(|(sum, count)| sum / f32::max(count, 1.0)).collect()
}

fn check(theirs: &Path, figure: &Figure, name: &str) {
    let ours = fields(&png::png(&figure.pages[0], Theme::Light, "", 1.0).unwrap());
    let theirs = fields(&std::fs::read(theirs).unwrap());
    let mut page = figure.pages[0].clone();
    wordless(&mut page.shapes);
    let blank = fields(&png::png(&page, Theme::Light, "", 1.0).unwrap());
    let away = |other: &[f32]| ours.iter().zip(other).map(|(a, b)| (a - b).abs()).sum::<f32>();
    let share = away(&theirs) / away(&blank);
    println!("{name}: {share} away");
    assert!(share < NEAR, "{name} shows another picture: {share} away");
}

fn wordless(shapes: &mut Vec<Shape>) {
    shapes.retain(|shape| !matches!(shape, Shape::Text(_)));
    for shape in shapes {
        if let Shape::Group(group) = shape {
            wordless(&mut group.shapes);
        }
    }
}

#[test]
fn libreoffice_shows_the_presentation_as_the_png() {
    let (folder, figure) = (tempfile::tempdir().unwrap(), drawn());
    let (article, chronology) = (miami_article(true), miami(true));
    let about = About { title: &article.title, author: None, language: "en", date: None };
    let notes =
        Notes { ids: &figure.ids, tray: &figure.tray, paragraphs: true, quotes: true, source: Some(None), language: DateLanguage::English };
    let path = folder.path().join("figure.pptx");
    std::fs::write(&path, pptx(&figure.pages, &notes.lines(&article, &chronology), Theme::Light, &about).unwrap()).unwrap();
    let Some(document) = converted(&path, "pdf") else { return };
    let page = folder.path().join("page");
    if ran(Command::new("pdftoppm").args(["-png", "-singlefile", "-scale-to-x", "960", "-scale-to-y", "540"]).arg(&document).arg(&page)) {
        check(&page.with_extension("png"), &figure, "Impress");
    }
}

#[test]
fn libreoffice_and_librsvg_show_the_svg_as_the_png() {
    let (folder, figure) = (tempfile::tempdir().unwrap(), drawn());
    let path = folder.path().join("figure.svg");
    std::fs::write(&path, svg::svg(&figure.pages[0], Theme::Light, "Figure")).unwrap();
    let picture = folder.path().join("librsvg.png");
    if ran(Command::new("rsvg-convert").args(["-w", "960"]).arg("-o").arg(&picture).arg(&path)) {
        check(&picture, &figure, "librsvg");
    }
    if let Some(picture) = converted(&path, "png") {
        check(&picture, &figure, "Draw");
    }
}
