//! Figures for briefs: the whole timeline on a page of a preset size.
//!
//! Four arrangements: `rows` gives each of a few events room beside the publication line, `cascade` a line for each on one axis,
//! `lanes` parts a cascade, `list` gives a line for each without an axis. Each flows to as many pages as it takes.

mod axis;
mod cascade;
mod lanes;
mod list;
mod page;
mod rows;
pub mod size;
mod style;
pub mod table;

use super::explorer::Lanes;
use super::timeline::{Entry, Timeline};
use crate::article::Article;
use crate::chronology::Chronology;
use crate::chronology::dates::DateLanguage;
use crate::scene::{Scene, theme::Theme};
use crate::text::{Measure, Remembered};
use page::Story;
use serde::{Deserialize, Serialize};
use style::Style;

/// Sides that a page of one's own may have, in canvas units.
pub const SIDES: std::ops::RangeInclusive<u16> = 480..=8000;

/// The page. Scenes of figures are in the canvas units of the design, 2 to a point.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
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

/// How the events are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Layout {
    /// By the number of events and their spread: rows for a few, a cascade for more, a list where an axis holds far fewer.
    #[default]
    Auto,
    /// Room for each, past and ahead beside each other.
    Rows,
    /// A line for each on one axis.
    Cascade,
    /// A line for each in equal steps, the gaps written between.
    List,
    /// A cascade parted by place, participant, kind or status.
    Lanes,
}

/// Which events are drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Scope {
    /// The most salient, as many as one page holds.
    #[default]
    Main,
    /// All that are placed, on as many pages as they need.
    All,
    /// The events of these ids.
    Only(Vec<String>),
    /// What touches these days, fractions allowed.
    Within(f64, f64),
}

/// What stands on the page besides the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    pub subtitle: bool,
    pub source: bool,
    pub legend: bool,
    /// The ¶ numbers.
    pub paragraphs: bool,
    /// The article's own words for the times, and in tables those that events rest on.
    pub quotes: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self { subtitle: true, source: true, legend: true, paragraphs: true, quotes: true }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureOptions {
    pub preset: Preset,
    pub theme: Theme,
    pub layout: Layout,
    /// By what lanes are parted, where the layout has them.
    pub lanes: Lanes,
    pub scope: Scope,
    pub parts: Parts,
    /// Of dates and of what counts time.
    pub language: DateLanguage,
    /// The headline verbatim unless given.
    pub title: Option<String>,
    /// What was counted and who tells it unless given. A count of what is left out then goes to the foot.
    pub subtitle: Option<String>,
    /// A sentence above the source line.
    pub caption: Option<String>,
    /// Publisher, address and date of the article unless given.
    pub source: Option<String>,
}

impl FigureOptions {
    /// The title chosen, else the headline.
    pub fn title<'a>(&'a self, article: &'a Article) -> &'a str {
        let title = self.title.as_deref().map(str::trim).filter(|t| !t.is_empty()).unwrap_or(article.title.trim());
        if title.is_empty() { "Untitled" } else { title }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    pub pages: Vec<Scene>,
    pub theme: Theme,
    /// Events drawn, of all that the chronology has; `unplaced` of them are not placed in time.
    pub shown: usize,
    pub total: usize,
    pub unplaced: usize,
    /// Of the events drawn, in the order of time.
    pub ids: Vec<String>,
}

/// Lays a figure out. Nothing in it comes from the clock.
pub fn figure(article: &Article, chronology: &Chronology, options: &FigureOptions, measure: &dyn Measure) -> Figure {
    let measure = &Remembered::new(measure);
    let timeline = Timeline::named(&[(&article.title, chronology)]);
    let chosen: Vec<Entry> = timeline.placed.iter().filter(|e| in_scope(e, &options.scope)).map(|e| told(e, options.parts)).collect();
    let entries: Vec<&Entry> = chosen.iter().collect();
    let style = Style::of(options.preset);
    let (total, unplaced) = (timeline.len(), timeline.tray.len());
    let left = style.margin;
    let story = Story { article, options, timeline: &timeline, style, measure, left, shown: entries.len(), total, unplaced, page: (1, 1) };
    let (pages, shown) =
        if options.scope == Scope::Main { main_page(&story, &entries) } else { (all_pages(&story, &entries), entries.len()) };
    let ids = match &options.scope {
        Scope::Main if shown < entries.len() => main_events(&entries, shown),
        _ => entries.clone(),
    };
    Figure { pages, theme: options.theme, shown, total, unplaced, ids: ids.iter().map(|e| e.id.clone()).collect() }
}

fn in_scope(entry: &Entry, scope: &Scope) -> bool {
    match scope {
        Scope::Main | Scope::All => true,
        Scope::Only(ids) => ids.contains(&entry.id),
        Scope::Within(from, to) => entry.span.is_some_and(|s| f64::from(s.latest) + 1.0 > *from && f64::from(s.earliest) < *to),
    }
}

/// An entry without what the reader does not want told.
fn told(entry: &Entry, parts: Parts) -> Entry {
    let mut entry = entry.clone();
    if !parts.paragraphs {
        entry.paragraph = None;
    }
    if !parts.quotes {
        entry.words = None;
        entry.reason.clear();
    }
    entry
}

/// Lays events out on one page; none where they do not fit.
type OnOnePage = fn(&Story, &[&Entry]) -> Option<Scene>;

/// How a layout fills one page, and how many events that page is tried with.
fn on_one_page(layout: Layout, style: &Style) -> (OnOnePage, usize) {
    match layout {
        Layout::Rows => (rows::lay_out, rows::MOST),
        Layout::Lanes => (lanes::lay_out, cascade::capacity(style)),
        Layout::List => (in_list, MOST_LISTED),
        Layout::Cascade | Layout::Auto => (cascade::lay_out, cascade::capacity(style)),
    }
}

/// More events than this are not tried in a list of one page.
const MOST_LISTED: usize = 60;

fn in_list(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    let mut pages = list::lay_out(story, entries);
    (pages.len() == 1).then(|| pages.pop()).flatten()
}

/// One page with the main events, and how many they are.
fn main_page(story: &Story, entries: &[&Entry]) -> (Vec<Scene>, usize) {
    let all = entries.len();
    let most = |layout| {
        let (lay_out, most) = on_one_page(layout, &story.style);
        (1..=most.min(all)).rev().find_map(|shown| {
            let page = lay_out(&Story { shown, ..*story }, &main_events(entries, shown))?;
            Some((vec![page], shown))
        })
    };
    let found = match story.options.layout {
        _ if all == 0 => None,
        Layout::Auto => {
            if let Some(page) = whole_page(story, entries) {
                return (vec![page], all);
            }
            // As many as a page holds on an axis, or in a list where that holds far more.
            match (most(Layout::Cascade), most(Layout::List)) {
                (Some(axis), Some(list)) if axis.1 * 3 < list.1 * 2 => Some(list),
                (Some(axis), _) => Some(axis),
                (None, list) => list,
            }
        }
        layout => most(layout),
    };
    found.unwrap_or_else(|| (all_pages(story, entries), all))
}

/// All events on one page, in rows or on one axis.
fn whole_page(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    let few = entries.len() <= rows::MOST;
    few.then(|| rows::lay_out(story, entries)).flatten().or_else(|| cascade::lay_out(story, entries))
}

/// All events, on as many pages as they need.
fn all_pages(story: &Story, entries: &[&Entry]) -> Vec<Scene> {
    let layout = story.options.layout;
    if entries.is_empty() {
        return rows::lay_out(story, entries).into_iter().collect();
    }
    if layout == Layout::List {
        return list::lay_out(story, entries);
    }
    if layout == Layout::Auto {
        return whole_page(story, entries).map_or_else(|| list::lay_out(story, entries), |page| vec![page]);
    }
    flowing(story, entries, layout).unwrap_or_else(|| list::lay_out(story, entries))
}

/// Pages filled one after the other; none where even one event finds no room on a page.
fn flowing(story: &Story, entries: &[&Entry], layout: Layout) -> Option<Vec<Scene>> {
    let (lay_out, most) = on_one_page(layout, &story.style);
    let ordered = if layout == Layout::Lanes { lanes::ordered(story, entries) } else { entries.to_vec() };
    let mut rest = ordered.as_slice();
    let mut parts: Vec<&[&Entry]> = Vec::new();
    // The subtitle counts the pages: it is given the room of a long count first.
    let counted = Story { page: if lay_out(story, rest).is_some() { (1, 1) } else { (88, 88) }, ..*story };
    while !rest.is_empty() {
        let count =
            (1..=most.min(rest.len())).rev().find(|count| rest.get(..*count).is_some_and(|part| lay_out(&counted, part).is_some()))?;
        let (part, after) = rest.split_at_checked(count)?;
        parts.push(part);
        rest = after;
    }
    let count = parts.len();
    parts.iter().enumerate().map(|(index, part)| lay_out(&Story { page: (index + 1, count), ..*story }, part)).collect()
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
