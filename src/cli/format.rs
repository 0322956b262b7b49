//! What can be written of an article, by the ending of the file that asks for it.

use crate::article::Article;
use crate::chronology::Chronology;
use crate::export::data::{self, Data};
use crate::export::pdf::About;
use crate::export::{self, json, pdf, png, pptx, svg};
use crate::layout::figure::table::table;
use crate::layout::figure::{Figure, FigureOptions, figure};
use crate::text::FigureMeasure;
use chrono::NaiveDate;
use std::path::Path;

/// What is written: a picture, a document or data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Png,
    Svg,
    Pdf,
    Pptx,
    Json,
    Csv,
    ICalendar,
    Markdown,
    Markwhen,
    TimelineJs,
}

/// By the ending that asks for each. An ending that ends like another stands before it.
pub const FORMATS: [(&str, Format); 10] = [
    (".timelinejs.json", Format::TimelineJs),
    (".png", Format::Png),
    (".svg", Format::Svg),
    (".pdf", Format::Pdf),
    (".pptx", Format::Pptx),
    (".json", Format::Json),
    (".csv", Format::Csv),
    (".ics", Format::ICalendar),
    (".md", Format::Markdown),
    (".mw", Format::Markwhen),
];

/// What a path asks for, with its name parted before the ending; none where no format has its ending.
pub fn of(path: &Path) -> Option<(Format, String, String)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    FORMATS.into_iter().find_map(|(ending, format)| {
        let at = name.len().checked_sub(ending.len()).filter(|at| *at > 0 && name.is_char_boundary(*at))?;
        let (stem, written) = name.split_at(at);
        let asked = written.eq_ignore_ascii_case(ending);
        asked.then(|| (format, stem.to_owned(), written.trim_start_matches('.').to_owned()))
    })
}

/// How pictures and documents are written.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Pixels of a PNG in a point, 2 for one a unit of the figure.
    pub pixels_per_point: f32,
    /// The date in a document's metadata; the publication date unless given.
    pub date: Option<NaiveDate>,
}

/// The files that a format makes of one article, in their order, and in a sentence each what they could not hold.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub files: Vec<Vec<u8>>,
    pub told: Vec<String>,
    /// Where a figure was drawn.
    pub figure: Option<Figure>,
}

/// Makes the files. The error is one sentence.
pub fn make(format: Format, article: &Article, chronology: &Chronology, options: &FigureOptions, manner: Manner) -> Result<Made, String> {
    let data = match format {
        Format::Json => Data { text: json::text(article, chronology), lost: Vec::new() },
        Format::Csv => data::csv::csv(article, chronology, options.language),
        Format::ICalendar => data::icalendar::icalendar(article, chronology, options.language),
        Format::Markdown => data::markdown::markdown(article, chronology, options.language),
        Format::Markwhen => data::markwhen::markwhen(article, chronology, options.language),
        Format::TimelineJs => data::timelinejs::timelinejs(article, chronology, options.language),
        Format::Png | Format::Svg | Format::Pdf | Format::Pptx => return drawn(format, article, chronology, options, manner),
    };
    Ok(Made { files: vec![data.text.into_bytes()], told: data.lost, figure: None })
}

fn drawn(format: Format, article: &Article, chronology: &Chronology, options: &FigureOptions, manner: Manner) -> Result<Made, String> {
    let measure = FigureMeasure::new();
    let figure = figure(article, chronology, options, &measure);
    if figure.pages.is_empty() {
        return Err("there are no events to draw: look at what was set aside with demarche extract".to_owned());
    }
    let title = options.title(article);
    let theme = figure.theme;
    let language = if chronology.language.is_empty() || chronology.language == "und" { "en" } else { chronology.language };
    let about = About { title, author: article.author.as_deref(), language, date: manner.date.or(chronology.published) };
    let files = match format {
        Format::Png => {
            figure.pages.iter().map(|page| png::png(page, theme, title, manner.pixels_per_point).map_err(|e| e.to_string())).collect()
        }
        Format::Pdf => {
            let table = table(article, chronology, options, &figure.ids, &measure);
            pdf::pdf(&figure.pages, &table, theme, &about).map(|file| vec![file]).map_err(|e| e.to_string())
        }
        Format::Pptx => {
            let parts = pptx::NoteParts { paragraphs: options.parts.paragraphs, quotes: options.parts.quotes, language: options.language };
            let notes = pptx::notes(article, chronology, parts, &figure.ids);
            pptx::pptx(&figure.pages, &notes, theme, &about).map(|file| vec![file]).map_err(|e| e.to_string())
        }
        _ => Ok(figure.pages.iter().map(|page| svg::svg(page, theme, title).into_bytes()).collect()),
    }?;
    let mut told: Vec<String> = Vec::new();
    for notice in figure.pages.iter().filter_map(|page| export::missing_glyphs(page, &measure)) {
        if !told.contains(&notice.text) {
            told.push(notice.text);
        }
    }
    Ok(Made { files, told, figure: Some(figure) })
}
