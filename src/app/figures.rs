//! Figures for the clipboard and for files, drawn as the command line draws them.

use crate::article::Article;
use crate::chronology::Chronology;
use crate::cli::format::{self, Format, Manner};
use crate::cli::output;
use crate::export::png;
use crate::layout::figure::{Figure, FigureOptions, figure};
use crate::session::words::{self, count};
use crate::text::FigureMeasure;
use std::path::{Path, PathBuf};

/// One pixel a unit of the figure: a slide is 1920 × 1080.
const SCREEN: f32 = 2.0;

fn drawn(article: &Article, chronology: &Chronology, options: &FigureOptions) -> Result<Figure, String> {
    let figure = figure(article, chronology, options, &FigureMeasure::new());
    if figure.pages.is_empty() { Err("There are no events to draw.".to_owned()) } else { Ok(figure) }
}

/// The first page as pixels, and what was copied in words.
pub fn picture(article: &Article, chronology: &Chronology, options: &FigureOptions) -> Result<(png::Image, String), String> {
    let figure = drawn(article, chronology, options)?;
    let page = figure.pages.first().ok_or("There are no events to draw.")?;
    let image = png::render(page, figure.theme, SCREEN).map_err(|e| e.to_string())?;
    let said = if figure.pages.len() > 1 {
        format!("Page 1 of {} copied as a picture", figure.pages.len())
    } else {
        format!("Figure with {} copied", count(figure.shown, "event", "events"))
    };
    Ok((image, said))
}

/// Where a figure or data shall be written.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// As the reader named it.
    pub path: &'a Path,
    /// The ending, with its dot, that a path without one of a format gets.
    pub ending: &'a str,
    /// The reader's word that a file at exactly this path may be replaced; where any other stands in the way, nothing is written.
    pub replace: bool,
}

/// Writes a figure or data by the ending of its path; several pages become NAME-1, NAME-2 and so on. Gives what was done in words, with
/// what the format could not hold. `pixels` of a PNG go into a unit of the figure.
pub fn write(
    Place { path: asked, ending, replace }: &Place,
    article: &Article,
    chronology: &Chronology,
    options: &FigureOptions,
    pixels: u8,
) -> Result<String, String> {
    let path = with_ending(asked, ending);
    let format = format::of(&path).map_or(Format::Png, |(format, ..)| format);
    let made = format::make(format, article, chronology, options, Manner { pixels_per_point: SCREEN * f32::from(pixels), date: None })?;
    let mut places: Vec<PathBuf> = Vec::new();
    for number in output::page_stems("", made.files.len()) {
        let place = numbered(&path, &number);
        if place.symlink_metadata().is_ok() && !(*replace && place == *asked) {
            return Err(format!("{} is there already: choose another name", place.display()));
        }
        places.push(place);
    }
    for (place, bytes) in places.iter().zip(&made.files) {
        output::write(place, bytes)?;
    }
    let mut said = match places.as_slice() {
        [first, .., last] => format!("{} pages written, {} to {}", places.len(), first.display(), words::file_name(last)),
        _ => format!("Written to {}", path.display()),
    };
    for sentence in &made.told {
        said.push_str(&format!(". {}", sentence.trim_end_matches('.')));
    }
    Ok(said)
}

/// A path with something put before its ending. Names need not be words.
fn numbered(path: &Path, number: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(number);
    name.push(".");
    name.push(path.extension().unwrap_or_default());
    path.with_file_name(name)
}

/// A path whose ending asks for no format is of the one chosen.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let known = format::of(path).is_some() || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("svg"));
    if known {
        return path.to_path_buf();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::chronology;
    use crate::layout::figure::{Preset, Scope};
    use crate::session::fixture;

    fn written(path: &Path, replace: bool) -> Result<String, String> {
        write(&Place { path, ending: ".png", replace }, &fixture::article(), &fixture::chronology(None), &FigureOptions::default(), 2)
    }

    #[test]
    fn no_file_is_replaced_unless_the_reader_has_agreed() {
        let folder = tempfile::tempdir().unwrap();
        for (there, asked) in [("lake.svg", "lake.svg"), ("lake.png", "lake")] {
            let there = folder.path().join(there);
            std::fs::write(&there, "older work").unwrap();
            // A system's dialog asks about the name it gives, not about the one that it becomes.
            let said = written(&folder.path().join(asked), asked == "lake").unwrap_err();
            assert!(said.ends_with("is there already: choose another name"), "{said}");
            assert_eq!(std::fs::read(&there).unwrap(), b"older work");
        }
        written(&folder.path().join("lake.svg"), true).unwrap();
        assert!(std::fs::read(folder.path().join("lake.svg")).unwrap().starts_with(b"<svg"));
    }

    #[test]
    fn a_figure_of_many_pages_replaces_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.svg");
        let text: Vec<String> = (1..=28).map(|day| format!("Ann Berg met Luis Prado in Oslo on {day} March 2014.\n\n")).collect();
        let article = crate::article::load(format!("Envoys meet\n\n{}", text.concat()).as_bytes(), "talks.txt").unwrap();
        let chronology = chronology::read(&article, None);
        let options = FigureOptions { preset: Preset::Half, scope: Scope::All, ..FigureOptions::default() };
        std::fs::write(folder.path().join("talks-2.svg"), "older work").unwrap();
        let said = write(&Place { path: &path, ending: ".png", replace: true }, &article, &chronology, &options, 2).unwrap_err();
        assert!(said.contains("talks-2.svg is there already"), "{said}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written then");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_kept() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(std::ffi::OsStr::from_bytes(b"lake\xff.svg"));
        written(&path, false).unwrap();
        assert!(path.is_file());
    }

    #[test]
    fn a_name_without_an_ending_gets_that_of_the_format_chosen() {
        for (typed, chosen, path) in [
            ("/a/talks", ".png", "/a/talks.png"),
            ("/a/talks.v2", ".pdf", "/a/talks.v2.pdf"),
            ("/a/talks", ".timelinejs.json", "/a/talks.timelinejs.json"),
            ("/a/talks.SVG", ".png", "/a/talks.SVG"),
        ] {
            assert_eq!(with_ending(Path::new(typed), chosen), Path::new(path));
        }
    }
}
