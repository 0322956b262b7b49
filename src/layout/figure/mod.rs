//! Figures for briefs: the whole timeline on a page of a preset size.
//!
//! Three arrangements: `rows` gives each of a few events room beside the publication line, `cascade` a line for each on one axis,
//! `list` a line for each without an axis, on as many pages as it takes.

mod axis;
mod cascade;
mod list;
mod page;
mod rows;
mod style;

use super::timeline::{Entry, Timeline};
use crate::article::Article;
use crate::chronology::Chronology;
use crate::scene::{Scene, theme::Theme};
use crate::text::{Measure, Remembered};
use page::Story;
use style::Style;

/// Sides that a page of one's own may have, in canvas units.
pub const SIDES: std::ops::RangeInclusive<u16> = 480..=8000;

/// The page. Scenes of figures are in the canvas units of the design, 2 to a point.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Preset {
    /// 16:9, 1920 × 1080.
    #[default]
    Slide,
    /// A4 landscape, 1684 × 1190.
    A4,
    /// Half an A4 page, 1190 × 842.
    Half,
    /// 1200 × 1200.
    Square,
    /// In canvas units; kept within `SIDES`.
    Custom { width: f32, height: f32 },
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureOptions {
    pub preset: Preset,
    pub theme: Theme,
    /// The headline verbatim unless given.
    pub title: Option<String>,
    /// All events, on as many pages as they need, not only the main ones.
    pub all: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    pub pages: Vec<Scene>,
    pub theme: Theme,
    /// Events drawn, of all that the chronology has; `unplaced` of them are not placed in time.
    pub shown: usize,
    pub total: usize,
    pub unplaced: usize,
}

/// Lays a figure out. Nothing in it comes from the clock.
pub fn figure(article: &Article, chronology: &Chronology, options: &FigureOptions, measure: &dyn Measure) -> Figure {
    let measure = &Remembered::new(measure);
    let timeline = Timeline::named(&[(&article.title, chronology)]);
    let style = Style::of(options.preset);
    let total = timeline.len();
    let unplaced = timeline.tray.len();
    let placed: Vec<&Entry> = timeline.placed.iter().collect();
    let story = |shown: usize| Story { article, options, timeline: &timeline, style, measure, shown, total, unplaced };
    let figure = |pages, shown| Figure { pages, theme: options.theme, shown, total, unplaced };
    if placed.len() <= rows::MOST
        && let Some(page) = rows::lay_out(&story(placed.len()), &placed)
    {
        return figure(vec![page], placed.len());
    }
    if let Some(page) = cascade::lay_out(&story(placed.len()), &placed) {
        return figure(vec![page], placed.len());
    }
    if options.all {
        return figure(list::lay_out(&story(placed.len()), &placed), placed.len());
    }
    // The main events, the most salient first: as many as a page holds on an axis, or in a list where that holds far more.
    let on_axis = (1..=cascade::capacity(&style).min(placed.len())).rev().find_map(|count| {
        let page = cascade::lay_out(&story(count), &main_events(&placed, count))?;
        Some((page, count))
    });
    let in_list = (1..=placed.len().min(60)).rev().find_map(|count| {
        let mut pages = list::lay_out(&story(count), &main_events(&placed, count));
        (pages.len() == 1).then(|| pages.pop()).flatten().map(|page| (page, count))
    });
    match (on_axis, in_list) {
        (Some((page, count)), Some((_, listed))) if count * 3 >= listed * 2 => figure(vec![page], count),
        (_, Some((page, count))) | (Some((page, count)), None) => figure(vec![page], count),
        (None, None) => figure(list::lay_out(&story(placed.len()), &placed), placed.len()),
    }
}

/// The most salient events, in the order of time.
fn main_events<'a>(placed: &[&'a Entry], count: usize) -> Vec<&'a Entry> {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by(|a, b| placed[*b].salience.total_cmp(&placed[*a].salience).then(a.cmp(b)));
    order.truncate(count);
    order.sort_unstable();
    order.into_iter().filter_map(|i| placed.get(i).copied()).collect()
}

#[cfg(test)]
mod tests;
