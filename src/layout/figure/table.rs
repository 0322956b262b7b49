//! The table of a figure's events, on A4 pages after it: date, event, reason, and the words that each rests on.

use super::{FigureOptions, Preset, style::Style};
use crate::article::Article;
use crate::chronology::{Chronology, Event, EvidenceRole, dates};
use crate::layout::line::{Run, clipped, font, wrapped};
use crate::layout::timeline::{Entry, Timeline};
use crate::scene::table::{TablePage, TableRow};
use crate::scene::{Ink, Shape, Stroke, Weight};
use crate::text::{Measure, Remembered};
use emath::pos2;

/// Names and shares of the columns.
const COLUMNS: [(&str, f32); 5] = [("", 0.045), ("When", 0.145), ("Event", 0.25), ("Why this date", 0.2), ("Source", 0.36)];

/// A column's words in lines, with the weight and ink of each.
type Cell = Vec<(String, Weight, Ink)>;

/// The events of a figure in the order of time, then all that are not placed in time.
pub fn table(article: &Article, chronology: &Chronology, options: &FigureOptions, ids: &[String], measure: &dyn Measure) -> Vec<TablePage> {
    let measure = &Remembered::new(measure);
    let timeline = Timeline::named(&[("", chronology)]);
    let style = Style::of(Preset::A4);
    let of = |id: &String| Some((timeline.entry(id)?, chronology.events.iter().find(|e| e.id == *id)?));
    let tray: Vec<String> = timeline.tray.iter().map(|e| e.id.clone()).collect();
    let whole = Whole { article, options, style, measure };
    whole.pages(ids.iter().chain(&tray).filter_map(of).collect())
}

struct Whole<'a> {
    article: &'a Article,
    options: &'a FigureOptions,
    style: Style,
    measure: &'a dyn Measure,
}

impl Whole<'_> {
    fn columns(&self) -> [(f32, f32); 5] {
        let width = self.style.width - 2.0 * self.style.margin;
        let mut x = self.style.margin;
        COLUMNS.map(|(_, share)| {
            let column = (x, width * share - self.style.small);
            x += width * share;
            column
        })
    }

    fn pitch(&self) -> f32 {
        (self.style.small * 1.36).round()
    }

    fn run(&self, text: &str, size: f32, weight: Weight, ink: Ink) -> Run {
        Run::new(text, font(size, weight), ink, self.measure)
    }

    fn pages(&self, events: Vec<(&Entry, &Event)>) -> Vec<TablePage> {
        let style = &self.style;
        let bottom = style.height - style.margin * 0.7;
        let mut pages: Vec<TablePage> = Vec::new();
        let mut y = f32::INFINITY;
        for (entry, event) in events {
            let mut cells: Vec<Cell> = self.cells(entry, event).into();
            loop {
                let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
                let room = ((bottom - y - style.small) / self.pitch()).floor().max(0.0) as usize;
                // A row goes on overleaf only where it is longer than a page.
                let fresh = pages.last().is_some_and(|p| p.rows.is_empty());
                if lines > room && !fresh {
                    let (page, top) = self.page(pages.is_empty());
                    pages.push(page);
                    y = top;
                    continue;
                }
                let Some(page) = pages.last_mut() else { break };
                let now: Vec<Cell> = cells.iter_mut().map(|cell| cell.drain(..cell.len().min(room.max(1))).collect()).collect();
                let taken = now.iter().map(Vec::len).max().unwrap_or(0) as f32;
                page.rows.push(self.row(event, &now, y));
                y += (taken * self.pitch() + style.small * 0.9).round();
                page.rules.push(rule(style.margin, style.width - style.margin, y - (style.small * 0.25).round(), Ink::Hair));
                if cells.iter().all(Vec::is_empty) {
                    break;
                }
                y = f32::INFINITY;
            }
        }
        pages
    }

    fn page(&self, first: bool) -> (TablePage, f32) {
        let style = &self.style;
        let (left, right) = (style.margin, style.width - style.margin);
        let mut page = TablePage { width: style.width, height: style.height, ..TablePage::default() };
        let mut y = (style.margin * 0.8 + 20.0).round();
        let title = self.options.title(self.article);
        let words = if first { format!("The events: {title}") } else { format!("The events, continued: {title}") };
        let at = font(style.subtitle, Weight::SemiBold);
        let words = clipped(&words, at, right - left, self.measure);
        page.heading.push(self.run(&words, style.subtitle, Weight::SemiBold, Ink::Ink).at(left, y));
        y += (style.small * 2.2).round();
        for ((name, _), (x, _)) in COLUMNS.into_iter().zip(self.columns()) {
            let cell = if name.is_empty() { Vec::new() } else { vec![self.run(name, style.small, Weight::Medium, Ink::Ink3).at(x, y)] };
            page.header.push(cell);
        }
        y += (style.small * 0.6).round();
        page.rules.push(rule(left, right, y, Ink::Ink));
        (page, y + (style.small * 0.5).round())
    }

    fn row(&self, event: &Event, cells: &[Cell], top: f32) -> TableRow {
        let size = self.style.small;
        let place = |(cell, (x, _)): (&Cell, (f32, f32))| {
            let lines = cell.iter().enumerate();
            let shape = |(at, (text, weight, ink)): (usize, &(String, Weight, Ink))| {
                let y = top + 0.9 * size + at as f32 * self.pitch();
                self.run(text, size, *weight, *ink).at(x, y.round())
            };
            lines.filter(|(_, (text, ..))| !text.is_empty()).map(shape).collect()
        };
        let cells = cells.iter().zip(self.columns()).map(place).collect();
        TableRow { event: event.id.clone(), title: event.title.clone(), top, cells }
    }

    fn cells(&self, entry: &Entry, event: &Event) -> [Cell; 5] {
        let [_, (_, when), (_, what), (_, why), (_, source)] = self.columns();
        let lines = |text: &str, width: f32, weight: Weight, ink: Ink| -> Cell {
            let at = font(self.style.small, weight);
            wrapped(text, at, width, self.measure).into_iter().map(|l| (clipped(&l, at, width, self.measure), weight, ink)).collect()
        };
        let date = event.when.as_ref().map_or_else(|| "not placed in time".to_owned(), |w| dates::when_in(w, self.options.language));
        let mut told = lines(&event.title, what, Weight::SemiBold, Ink::Ink);
        let beside = [entry.remarks(), Some(event.places.join(", ")), Some(event.participants.join(", "))];
        for words in beside.into_iter().flatten().filter(|w| !w.is_empty()) {
            told.extend(lines(&words, what, Weight::Regular, Ink::Ink2));
        }
        let reason = event.when.as_ref().map(|w| w.reason.as_str()).unwrap_or_default();
        let mut quotes = Cell::new();
        let mut seen: Vec<String> = Vec::new();
        for evidence in event.evidence.iter().filter(|e| e.role != EvidenceRole::Order) {
            let number = evidence.paragraph.filter(|_| self.options.parts.paragraphs).map(|n| format!("¶{n}"));
            let quote = self.options.parts.quotes.then(|| format!("“{}”", words_of(evidence.span.of(&self.article.text))));
            let text = quote.into_iter().chain(number).collect::<Vec<_>>().join(" ");
            if !text.is_empty() && !seen.contains(&text) {
                quotes.extend(lines(&text, source, Weight::Regular, Ink::Ink2));
                seen.push(text);
            }
        }
        [
            vec![(event.number.to_string(), Weight::Regular, Ink::Ink3)],
            lines(&date, when, Weight::Medium, Ink::Ink),
            told,
            lines(reason, why, Weight::Regular, Ink::Ink2),
            quotes,
        ]
    }
}

/// A quote in one line.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rule(from: f32, to: f32, y: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(from, y + 0.5), to: pos2(to, y + 0.5), stroke: Stroke { width: 1.0, ink, dash: None } }
}
