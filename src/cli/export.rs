//! `demarche export`: articles in, figures and data out, without a display.

use super::{End, extract, output, print, tell};
use crate::article::{Article, Severity};
use crate::chronology::Chronology;
use crate::export::data::{self, Data};
use crate::export::{self, json, png, svg};
use crate::layout::figure::{self, FigureOptions, Preset, SIDES};
use crate::scene::{Scene, theme::Theme};
use crate::text::FigureMeasure;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::fs;
use std::path::{Path, PathBuf};

/// Write the timeline of an article as a figure or as data
///
/// The ending of the output chooses what is written. What the chosen form cannot hold is told on standard error. A figure that
/// takes several pages becomes OUT-1, OUT-2 and so on; several articles become OUT-NAME each. Every file written is named on
/// standard output.
#[derive(Debug, Args)]
pub struct Export {
    /// Articles to read, or projects, whose corrections hold; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file to write, ending in .png, .svg, .json, .csv, .ics, .md, .mw or .timelinejs.json
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// The page: slide (16:9), a4 (landscape), half (half of A4), square, or a width and height such as 1600x900
    #[arg(long, default_value = "slide", value_name = "PRESET", value_parser = preset)]
    preset: Preset,
    /// The colours
    #[arg(long, default_value = "light")]
    theme: ThemeName,
    /// The title, where it shall not be the headline
    #[arg(long)]
    title: Option<String>,
    /// Show all events, on as many pages as they need, not only the main ones
    #[arg(long)]
    all: bool,
    /// The day of publication, where the article does not tell it or tells it wrongly
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    published: Option<NaiveDate>,
    /// Pixels of a PNG in a point, 1 to 8: with 2 a slide is 1920 × 1080, with 4 it is 3840 × 2160
    #[arg(long, default_value = "2", value_name = "PIXELS", value_parser = pixels_per_point)]
    pixels_per_point: f32,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    /// Fit for printing without colour
    Grey,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Png,
    Svg,
    Json,
    Csv,
    ICalendar,
    Markdown,
    Markwhen,
    TimelineJs,
}

/// What can be written, by the ending that asks for it. An ending that ends like another stands before it.
const FORMATS: [(&str, Format); 8] = [
    (".timelinejs.json", Format::TimelineJs),
    (".png", Format::Png),
    (".svg", Format::Svg),
    (".json", Format::Json),
    (".csv", Format::Csv),
    (".ics", Format::ICalendar),
    (".md", Format::Markdown),
    (".mw", Format::Markwhen),
];

/// What a path asks for, with its name parted before the ending.
struct Target {
    format: Format,
    stem: String,
    ending: String,
}

impl Target {
    fn of(path: &Path) -> Result<Self, String> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for (ending, format) in FORMATS {
            let at = name.len().checked_sub(ending.len()).filter(|at| *at > 0 && name.is_char_boundary(*at));
            if let Some((stem, written)) = at.map(|at| name.split_at(at)).filter(|(_, written)| written.eq_ignore_ascii_case(ending)) {
                return Ok(Self { format, stem: stem.to_owned(), ending: written.trim_start_matches('.').to_owned() });
            }
        }
        let endings: Vec<&str> = FORMATS.iter().map(|(ending, _)| *ending).collect();
        Err(format!("{} does not say what to write: end it in one of {}", path.display(), endings.join(" ")))
    }
}

/// Exports every file, whatever becomes of the others.
pub fn export(arguments: &Export) -> End {
    let target = match Target::of(&arguments.output) {
        Ok(target) => target,
        Err(line) => {
            tell(&line);
            return End::WrongUsage;
        }
    };
    let mut names = output::Names::default();
    let mut failed = false;
    for file in &arguments.files {
        let done = extract::read(file, arguments.published).and_then(|articles| {
            let several = arguments.files.len() > 1 || articles.len() > 1;
            articles.iter().try_for_each(|(article, chronology)| {
                export_one(arguments, &target, Input { file, article, chronology, several }, &mut names)
            })
        });
        if let Err(line) = done {
            tell(&line);
            failed = true;
        }
    }
    End::failed_if(failed)
}

/// One article of those to be exported.
struct Input<'a> {
    file: &'a Path,
    article: &'a Article,
    chronology: &'a Chronology,
    /// Whether there are others, so that their outputs need names of their own.
    several: bool,
}

/// One article's figure or data, drawn whole before any of it is written.
fn export_one(arguments: &Export, target: &Target, input: Input, names: &mut output::Names) -> Result<(), String> {
    let Input { file, article, chronology, several } = input;
    for notice in chronology.notices.iter().filter(|n| n.severity == Severity::Warning) {
        tell(&format!("{}: {}", article.source, notice.text));
    }
    let pages = match target.format {
        Format::Json => vec![json::text(article, chronology).into_bytes()],
        Format::Png | Format::Svg => figure_pages(arguments, target.format, article, chronology)?,
        Format::Csv => data_page(article, data::csv::csv(article, chronology)),
        Format::ICalendar => data_page(article, data::icalendar::icalendar(article, chronology)),
        Format::Markdown => data_page(article, data::markdown::markdown(article, chronology)),
        Format::Markwhen => data_page(article, data::markwhen::markwhen(article, chronology)),
        Format::TimelineJs => data_page(article, data::timelinejs::timelinejs(article, chronology)),
    };
    let stem = if several { format!("{}-{}", target.stem, output::stem(&article.source)) } else { target.stem.clone() };
    for (page, stem) in pages.iter().zip(output::page_stems(&stem, pages.len())) {
        let path = arguments.output.with_file_name(names.unique(&stem, &target.ending));
        if same_file(&path, file) {
            return Err(format!("{} is the article itself: give the output another name", path.display()));
        }
        output::write(&path, page)?;
        print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}

/// The one page of a data file; what its form could not hold is told.
fn data_page(article: &Article, data: Data) -> Vec<Vec<u8>> {
    for sentence in &data.lost {
        tell(&format!("{}: {sentence}", article.source));
    }
    vec![data.text.into_bytes()]
}

fn figure_pages(arguments: &Export, format: Format, article: &Article, chronology: &Chronology) -> Result<Vec<Vec<u8>>, String> {
    let theme = match arguments.theme {
        ThemeName::Light => Theme::Light,
        ThemeName::Dark => Theme::Dark,
        ThemeName::Grey => Theme::Grey,
    };
    let options = FigureOptions { preset: arguments.preset, theme, title: arguments.title.clone(), all: arguments.all };
    let measure = FigureMeasure::new();
    let figure = figure::figure(article, chronology, &options, &measure);
    if figure.pages.is_empty() {
        return Err(format!("{} has no events to draw: look at what was set aside with demarche extract", article.source));
    }
    for notice in figure.pages.iter().filter_map(|page| export::missing_glyphs(page, &measure)) {
        tell(&format!("{}: {}", article.source, notice.text));
    }
    let title = arguments.title.as_deref().unwrap_or(&article.title);
    let draw = |page: &Scene| match format {
        Format::Png => png::png(page, theme, title, arguments.pixels_per_point).map_err(|e| format!("{}: {e}", arguments.output.display())),
        _ => Ok(svg::svg(page, theme, title).into_bytes()),
    };
    figure.pages.iter().map(draw).collect()
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

fn preset(text: &str) -> Result<Preset, String> {
    match text.to_lowercase().as_str() {
        "slide" => Ok(Preset::Slide),
        "a4" => Ok(Preset::A4),
        "half" => Ok(Preset::Half),
        "square" => Ok(Preset::Square),
        other => {
            let side = |side: &str| side.parse::<u16>().ok().filter(|s| SIDES.contains(s)).map(f32::from);
            let sides = other.split_once(['x', '×']).and_then(|(width, height)| Some((side(width)?, side(height)?)));
            let (width, height) = sides.ok_or(format!(
                "name slide, a4, half, square, or sides from {} to {} such as 1600x900",
                SIDES.start(),
                SIDES.end()
            ))?;
            Ok(Preset::Custom { width, height })
        }
    }
}

fn pixels_per_point(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|p| (1.0..=8.0).contains(p)).ok_or("give a number from 1 to 8".to_owned())
}
