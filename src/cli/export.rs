//! `demarche export`: articles in, figures and data out, without a display.

use super::format::{self, Format, Manner};
use super::{End, extract, output, print, tell};
use crate::article::{Article, Severity};
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, Frame, dates};
use crate::layout::explorer::Lanes;
use crate::layout::figure::{FigureOptions, Layout, Parts, Preset, Scope, size};
use crate::scene::theme::Theme;
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
    /// The file to write, ending in .png, .svg, .pdf, .pptx, .json, .csv, .ics, .md, .mw or .timelinejs.json
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// The page: slide (16:9), a4 (landscape), half (half of A4), square, or a width and height such as 1600x900, 160x90mm or 8x4.5in
    #[arg(long, default_value = "slide", value_name = "PRESET", value_parser = size::preset)]
    preset: Preset,
    /// How the events are arranged: by their number and spread unless said
    #[arg(long, default_value = "auto")]
    layout: LayoutName,
    /// By what the layout lanes is parted
    #[arg(long, default_value = "auto")]
    lanes: LanesName,
    /// The colours
    #[arg(long, default_value = "light")]
    theme: ThemeName,
    /// The title, where it shall not be the headline
    #[arg(long)]
    title: Option<String>,
    /// The line under the title, where it shall not say the count and who tells it
    #[arg(long)]
    subtitle: Option<String>,
    /// A sentence above the source line
    #[arg(long)]
    caption: Option<String>,
    /// The source line, where it shall not be the article's own
    #[arg(long)]
    source: Option<String>,
    /// The language of dates: en, fr, de, es, it, pt or ru. Other words stay as they are
    #[arg(long, default_value = "en", value_name = "LANGUAGE", value_parser = language)]
    date_language: DateLanguage,
    /// Leave parts out, with commas between: subtitle, source, legend, paragraphs (the ¶ numbers), quotes
    #[arg(long, value_delimiter = ',', value_name = "PART")]
    without: Vec<Part>,
    /// Show only what touches the days from this one on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date, conflicts_with = "all")]
    from: Option<NaiveDate>,
    /// Show only what touches the days up to this one
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date, conflicts_with = "all")]
    to: Option<NaiveDate>,
    /// Show all events, on as many pages as they need, not only the main ones
    #[arg(long)]
    all: bool,
    /// The day of publication, where the article does not tell it or tells it wrongly
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    published: Option<NaiveDate>,
    /// Pixels of a PNG in a point, 1 to 8: with 2 a slide is 1920 × 1080, with 4 it is 3840 × 2160
    #[arg(long, default_value = "2", value_name = "PIXELS", value_parser = pixels_per_point)]
    pixels_per_point: f32,
    /// The date in the metadata of PDF and PPTX, where it shall not be the day of publication
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    date: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LayoutName {
    Auto,
    /// Room for each, past and ahead beside each other
    Rows,
    /// A line for each on one axis
    Cascade,
    /// A line for each in equal steps
    List,
    /// A cascade parted into lanes
    Lanes,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanesName {
    Auto,
    Place,
    Participant,
    Kind,
    Status,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Subtitle,
    Source,
    Legend,
    Paragraphs,
    Quotes,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    /// Fit for printing without colour
    Grey,
}

/// Exports every file, whatever becomes of the others.
pub fn export(arguments: &Export) -> End {
    let Some(target) = format::of(&arguments.output) else {
        let endings: Vec<&str> = format::FORMATS.iter().map(|(ending, _)| *ending).collect();
        tell(&format!("{} does not say what to write: end it in one of {}", arguments.output.display(), endings.join(" ")));
        return End::WrongUsage;
    };
    let mut names = output::Names::default();
    let mut failed = false;
    for file in &arguments.files {
        let done = extract::read(file, arguments.published).and_then(|articles| {
            let several = arguments.files.len() > 1 || articles.len() > 1;
            articles
                .iter()
                .try_for_each(|(article, chronology)| export_one(arguments, &target, Input { article, chronology, several }, &mut names))
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
    article: &'a Article,
    chronology: &'a Chronology,
    /// Whether there are others, so that their outputs need names of their own.
    several: bool,
}

/// One article's figure or data, drawn whole before any of it is written.
fn export_one(
    arguments: &Export,
    (format, stem, ending): &(Format, String, String),
    input: Input,
    names: &mut output::Names,
) -> Result<(), String> {
    let Input { article, chronology, several } = input;
    for notice in chronology.notices.iter().filter(|n| n.severity == Severity::Warning) {
        tell(&format!("{}: {}", article.source, notice.text));
    }
    let options = arguments.options(chronology).map_err(|why| format!("{}: {why}", article.source))?;
    let manner = Manner { pixels_per_point: arguments.pixels_per_point, date: arguments.date };
    let made = format::make(*format, article, chronology, &options, manner).map_err(|why| format!("{}: {why}", article.source))?;
    for sentence in &made.told {
        tell(&format!("{}: {sentence}", article.source));
    }
    let stem = if several { format!("{stem}-{}", output::stem(&article.source)) } else { stem.clone() };
    for (page, stem) in made.files.iter().zip(output::page_stems(&stem, made.files.len())) {
        let path = arguments.output.with_file_name(names.unique(&stem, ending));
        if arguments.files.iter().any(|file| same_file(&path, file)) {
            return Err(format!("{} is an article that is read: give the output another name", path.display()));
        }
        output::write(&path, page)?;
        print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}

impl Export {
    fn options(&self, chronology: &Chronology) -> Result<FigureOptions, String> {
        let all = |part| !self.without.contains(&part);
        Ok(FigureOptions {
            preset: self.preset,
            theme: match self.theme {
                ThemeName::Light => Theme::Light,
                ThemeName::Dark => Theme::Dark,
                ThemeName::Grey => Theme::Grey,
            },
            layout: match self.layout {
                LayoutName::Auto => Layout::Auto,
                LayoutName::Rows => Layout::Rows,
                LayoutName::Cascade => Layout::Cascade,
                LayoutName::List => Layout::List,
                LayoutName::Lanes => Layout::Lanes,
            },
            lanes: match self.lanes {
                LanesName::Auto => Lanes::Auto,
                LanesName::Place => Lanes::Place,
                LanesName::Participant => Lanes::Participant,
                LanesName::Kind => Lanes::Kind,
                LanesName::Status => Lanes::Status,
            },
            scope: self.scope(chronology)?,
            parts: Parts {
                subtitle: all(Part::Subtitle),
                source: all(Part::Source),
                legend: all(Part::Legend),
                paragraphs: all(Part::Paragraphs),
                quotes: all(Part::Quotes),
            },
            language: self.date_language,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            caption: self.caption.clone(),
            source: self.source.clone(),
        })
    }

    /// The events asked for. The error is one sentence: a range that holds none, or days where the axis has none.
    fn scope(&self, chronology: &Chronology) -> Result<Scope, String> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(if self.all { Scope::All } else { Scope::Main });
        }
        let days: Vec<_> = chronology.events.iter().filter_map(|e| e.when.as_ref()).filter(|w| w.frame == Frame::Calendar).collect();
        let (Some(earliest), Some(latest)) = (days.iter().map(|w| w.earliest()).min(), days.iter().map(|w| w.latest()).max()) else {
            return Err("no event has a day of the calendar: give --published, or leave --from and --to out".to_owned());
        };
        let first = self.from.map_or(earliest, dates::day_of);
        let last = self.to.map_or(latest, dates::day_of);
        if first > last || !days.iter().any(|w| w.earliest() <= last && first <= w.latest()) {
            return Err(format!("no event lies between {} and {}", dates::long_day(first), dates::long_day(last)));
        }
        Ok(Scope::Within(f64::from(first), f64::from(last) + 1.0))
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

fn language(text: &str) -> Result<DateLanguage, String> {
    let codes = DateLanguage::ALL.map(DateLanguage::code);
    let found = DateLanguage::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(text));
    found.ok_or_else(|| format!("give one of {}", codes.join(", ")))
}

fn pixels_per_point(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|p| (1.0..=8.0).contains(p)).ok_or("give a number from 1 to 8".to_owned())
}
