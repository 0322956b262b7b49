//! Figures for the clipboard and for files, drawn as the command line draws them.

use crate::article::Article;
use crate::chronology::Chronology;
use crate::cli::output;
use crate::export::{self, png, svg};
use crate::layout::figure::{Figure, FigureOptions, figure};
use crate::session::words::{self, count};
use crate::text::FigureMeasure;
use std::path::{Path, PathBuf};

/// One pixel a unit of the figure: a slide is 1920 × 1080.
const SCREEN: f32 = 2.0;
/// For files: twice that, so that a slide fills a screen of 3840 × 2160.
const FILE: f32 = 4.0;

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

/// Writes a figure by the ending of a path; several pages become NAME-1, NAME-2 and so on. Gives what was done in words.
pub fn write(path: &Path, article: &Article, chronology: &Chronology, options: &FigureOptions) -> Result<String, String> {
    let path = with_ending(path);
    let vector = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("svg"));
    let figure = drawn(article, chronology, options)?;
    let title = options.title.as_deref().unwrap_or(&article.title);
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let (stem, ending) = (path.file_stem().unwrap_or_default().to_string_lossy(), path.extension().unwrap_or_default().to_string_lossy());
    for (page, stem) in figure.pages.iter().zip(output::page_stems(&stem, figure.pages.len())) {
        let place = path.with_file_name(format!("{stem}.{ending}"));
        let bytes = if vector {
            svg::svg(page, figure.theme, title).into_bytes()
        } else {
            png::png(page, figure.theme, title, FILE).map_err(|e| e.to_string())?
        };
        files.push((place, bytes));
    }
    for (place, bytes) in &files {
        output::write(place, bytes)?;
    }
    let measure = FigureMeasure::new();
    let missing = figure.pages.iter().find_map(|page| export::missing_glyphs(page, &measure));
    let pages = match files.as_slice() {
        [(first, _), .., (last, _)] => format!("{} pages written, {} to {}", files.len(), first.display(), words::file_name(last)),
        _ => format!("Written to {}", path.display()),
    };
    Ok(missing.map_or(pages.clone(), |notice| format!("{pages}. {}", notice.text)))
}

/// A path that does not say PNG or SVG is a PNG.
fn with_ending(path: &Path) -> PathBuf {
    let known = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("svg") || e.eq_ignore_ascii_case("png"));
    if known {
        return path.to_path_buf();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".png");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_is_a_png() {
        assert_eq!(with_ending(Path::new("/a/talks")), Path::new("/a/talks.png"));
        assert_eq!(with_ending(Path::new("/a/talks.v2")), Path::new("/a/talks.v2.png"));
        assert_eq!(with_ending(Path::new("/a/talks.SVG")), Path::new("/a/talks.SVG"));
    }
}
