//! Events made ready for drawing: sorted once, so that a frame costs by what is visible.

use super::axis::{NARROWEST, WIDEST};
use super::dates;
use super::explorer::{Lanes, Scale};
use super::lanes;
use super::warp::{self, Warp};
use crate::chronology::{Basis, Chronology, Constraint, Day, Event, EvidenceRole, Frame, Grain, Kind, Relation, Status};
use crate::text::Measure;
use chrono::Datelike;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

/// What is drawn of one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub number: u32,
    pub title: String,
    pub kind: Kind,
    pub status: Status,
    /// The word at a mark for all that did not simply happen: the text's own where it has one.
    pub status_word: Option<String>,
    /// "reported", "per Moscow".
    pub attribution: Option<String>,
    pub span: Option<Span>,
    pub place: Option<String>,
    pub participant: Option<String>,
    /// The article's own words for its time, without quotes.
    pub words: Option<String>,
    pub reason: String,
    /// Its time in words where it has one that this axis cannot show: "8–2 weeks before publication".
    pub elsewhere: Option<String>,
    pub paragraph: Option<u32>,
    pub salience: f32,
    /// Whether it deserves a look: low confidence or a conflict.
    pub check: bool,
    /// Into the articles of the timeline.
    pub article: usize,
}

/// A reason longer than this is told in the detail only.
const SHORT_REASON: usize = 48;

impl Entry {
    /// The article's own words for its time, in quotes.
    pub fn quote(&self) -> Option<String> {
        self.words.as_ref().map(|words| format!("“{}”", words.trim_matches(['“', '”', '"'])))
    }

    /// The article's own words for its time or what its order rests on, where that is short.
    pub fn short_reason(&self) -> Option<String> {
        let short = !self.reason.is_empty() && self.reason.chars().count() <= SHORT_REASON;
        self.quote().or_else(|| short.then(|| self.reason.clone()))
    }

    /// Status word and attribution, which are never dropped.
    pub fn remarks(&self) -> Option<String> {
        let words: Vec<&str> = self.status_word.iter().chain(&self.attribution).map(String::as_str).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// Where an event lies on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub earliest: Day,
    pub latest: Day,
    /// First and last day that it surely covers.
    pub core: Option<(Day, Day)>,
    pub approximate: [bool; 2],
    /// Placed by the order told alone.
    pub order: bool,
    pub grain: Grain,
}

/// Below this confidence an event is marked "check".
pub const CHECK_BELOW: f32 = 0.5;

/// Events of one article, or of several on one axis.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// None where no event is placed.
    pub frame: Option<Frame>,
    /// The publication day where it is known and common to all articles, on the calendar.
    pub published: Option<Day>,
    /// Names of the articles.
    pub articles: Vec<String>,
    /// Placed events by earliest day.
    pub(super) placed: Vec<Entry>,
    /// What is not placed on the axis, in the order of the text.
    pub(super) tray: Vec<Entry>,
    /// Of the placed events, which comes before which as the text tells it.
    pub(super) order: Vec<(u32, u32)>,
    /// How many events there are with those that a filter leaves out.
    pub(super) total: usize,
    /// What lanes the choice "Auto" stands for.
    pub(super) default_lanes: Lanes,
    extent: Option<(Day, Day)>,
    /// The placed events by a hash of their ids.
    by_id: Vec<(u64, u32)>,
    /// How the scales other than the straight one bend the axis, each found when it is first asked for.
    warps: [OnceLock<Option<Arc<Warp>>>; 2],
    pub(super) kept: lanes::Kept,
}

/// Where a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    First,
    Previous,
    Next,
    Last,
}

impl Timeline {
    /// From one chronology, or several merged on one axis.
    pub fn new(chronologies: &[&Chronology]) -> Self {
        let named: Vec<_> = chronologies.iter().map(|c| ("", *c)).collect();
        Self::named(&named)
    }

    /// As `new`, with the short name of each article for lanes by article.
    pub fn named(articles: &[(&str, &Chronology)]) -> Self {
        let published = match articles {
            [] => None,
            [(_, first), rest @ ..] => {
                first.published.filter(|p| rest.iter().all(|(_, c)| c.published == Some(*p))).map(|d| d.num_days_from_ce())
            }
        };
        let frames = || articles.iter().flat_map(|(_, c)| c.events.iter()).filter_map(|e| e.when.as_ref()).map(|w| w.frame);
        let frame = if published.is_some() || frames().any(|f| f == Frame::Calendar) {
            frames().next().map(|_| Frame::Calendar)
        } else {
            frames().next()
        };
        let mut timeline = Self { frame, published, articles: articles.iter().map(|(n, _)| (*n).to_owned()).collect(), ..Self::default() };
        timeline.placed.reserve_exact(articles.iter().map(|(_, c)| c.events.len()).sum());
        for (index, (_, chronology)) in articles.iter().enumerate() {
            for event in &chronology.events {
                let conflict = chronology.conflicts.iter().any(|c| c.events.contains(&event.id));
                let entry = entry(event, index, frame, conflict);
                if entry.span.is_some() { timeline.placed.push(entry) } else { timeline.tray.push(entry) }
            }
        }
        timeline.placed.sort_by_key(order);
        timeline.extent = timeline.placed.first().and_then(|e| e.span).map(|first| {
            let last = timeline.placed.iter().filter_map(|e| e.span).map(|s| s.latest).max();
            (first.earliest, last.unwrap_or(first.latest))
        });
        timeline.default_lanes = lanes::best_for(&timeline.placed);
        timeline.index_ids();
        timeline.total = timeline.len();
        let told = articles.iter().flat_map(|(_, c)| &c.constraints).filter(|c| c.relation == Relation::Before);
        let placed = |c: &Constraint| Some((timeline.index_of(&c.from)?, timeline.index_of(&c.to)?));
        timeline.order = told.filter_map(placed).collect();
        timeline
    }

    /// The same axis with only some of the events, by id.
    #[must_use]
    pub fn only(&self, keep: &dyn Fn(&str) -> bool) -> Self {
        let kept = |from: &[Entry]| from.iter().filter(|e| keep(&e.id)).cloned().collect();
        let mut some = Self {
            frame: self.frame,
            published: self.published,
            articles: self.articles.clone(),
            placed: kept(&self.placed),
            tray: kept(&self.tray),
            default_lanes: self.default_lanes,
            extent: self.extent,
            order: Vec::new(),
            total: self.total,
            ..Self::default()
        };
        some.index_ids();
        let place = |at: u32| some.index_of(&self.placed.get(at as usize)?.id);
        some.order = self.order.iter().filter_map(|(from, to)| Some((place(*from)?, place(*to)?))).collect();
        some
    }

    /// The same events told apart by the articles that tell them.
    #[must_use]
    pub fn parted(mut self, articles: Vec<String>, of: &dyn Fn(&str) -> usize) -> Self {
        for entry in self.placed.iter_mut().chain(&mut self.tray) {
            entry.article = of(&entry.id);
        }
        self.articles = articles;
        self
    }

    fn index_ids(&mut self) {
        self.by_id = self.placed.iter().zip(0..).map(|(e, i)| (hash(&e.id), i)).collect();
        self.by_id.sort_unstable();
    }

    /// Where an event stands among the placed ones.
    pub(super) fn index_of(&self, id: &str) -> Option<u32> {
        let wanted = hash(id);
        let from = self.by_id.partition_point(|(h, _)| *h < wanted);
        let same = self.by_id.get(from..)?.iter().take_while(|(h, _)| *h == wanted);
        same.map(|(_, i)| *i).find(|i| self.placed.get(*i as usize).is_some_and(|e| e.id == id))
    }

    /// Events on the axis and in the tray.
    pub fn len(&self) -> usize {
        self.placed.len() + self.tray.len()
    }

    /// Events that have no place on the axis.
    pub fn unplaced(&self) -> usize {
        self.tray.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn entry(&self, id: &str) -> Option<&Entry> {
        let placed = self.index_of(id).and_then(|i| self.placed.get(i as usize));
        placed.or_else(|| self.tray.iter().find(|e| e.id == id))
    }

    /// How many placed events of some statuses touch a range.
    pub fn count_in(&self, range: (f64, f64), statuses: &[Status]) -> usize {
        lanes::group(self, Lanes::None, statuses).iter().map(|l| l.count(range.0, range.1)).sum()
    }

    /// The first and the last day that any event may touch.
    pub fn extent(&self) -> Option<(Day, Day)> {
        self.extent
    }

    /// The range that shows all events and the publication day, with room for the labels of a few, in a view `width` points wide.
    pub fn fit(&self, width: f32, lanes: Lanes, scale: Scale, measure: &dyn Measure) -> (f64, f64) {
        super::explorer::fit(self, (lanes, scale), width, measure)
    }

    /// How a scale bends the axis; none where it is straight.
    pub(super) fn warp(&self, scale: Scale) -> Option<Arc<Warp>> {
        let at = match scale {
            Scale::ToScale => return None,
            Scale::GapsFolded => 0,
            Scale::Sequence => 1,
        };
        let found = || warp::warp(scale, self.placed.iter().filter_map(|e| e.span), self.line()).map(Arc::new);
        self.warps.get(at).and_then(|w| w.get_or_init(found).clone())
    }

    /// The range that shows one event with its surroundings.
    pub fn range_of(&self, id: &str, scale: Scale) -> Option<(f64, f64)> {
        let span = self.entry(id)?.span?;
        if let Some(warp) = self.warp(scale) {
            let (from, to) = (warp.unit(span.earliest.into()), warp.unit(f64::from(span.latest) + 1.0));
            let least = if warp.steps { 2.0 } else { 14.0 };
            let (middle, half) = (f64::midpoint(from, to), ((to - from) * 1.5).max(least));
            return Some((warp.day(middle - half), warp.day(middle + half)));
        }
        let days = f64::from(span.latest) + 1.0 - f64::from(span.earliest);
        let middle = f64::from(span.earliest) + days / 2.0;
        let half = (days * 1.5).max(14.0);
        Some((middle - half, middle + half))
    }

    /// A range of the same width, slid so that a stretch lies in its middle.
    pub fn slid(&self, range: (f64, f64), days: (f64, f64), scale: Scale) -> (f64, f64) {
        let warp = self.warp(scale);
        let unit = |day: f64| warp.as_ref().map_or(day, |w| w.unit(day));
        let half = (unit(range.1) - unit(range.0)) / 2.0;
        let (start, end) = (unit(days.0), unit(days.1));
        // A stretch longer than the view is met at its beginning.
        let middle = if end - start > 2.0 * half { start + half * 0.8 } else { f64::midpoint(start, end) };
        let day = |unit: f64| warp.as_ref().map_or(unit, |w| w.day(unit));
        (day(middle - half), day(middle + half))
    }

    /// The same range, its middle moved by so many days.
    pub fn moved(&self, range: (f64, f64), by: f64, scale: Scale) -> (f64, f64) {
        let warp = self.warp(scale);
        let middle = match &warp {
            Some(warp) => warp.day(f64::midpoint(warp.unit(range.0), warp.unit(range.1))),
            None => f64::midpoint(range.0, range.1),
        };
        self.slid(range, (middle + by, middle + by), scale)
    }

    /// A range kept within reach: not closer than two days, not farther out than some events ever lie. Width and middle are measured as the
    /// scale draws them.
    pub fn clamp(&self, range: (f64, f64), scale: Scale) -> (f64, f64) {
        let warp = self.warp(scale);
        let unit = |day: f64| warp.as_ref().map_or(day, |w| w.unit(day));
        let (first, last) = self.extent().unwrap_or((0, 30));
        let line = self.line();
        let width = (unit(range.1) - unit(range.0)).clamp(NARROWEST, WIDEST);
        let middle = f64::midpoint(unit(range.0), unit(range.1));
        let middle = if middle.is_finite() { middle } else { unit(f64::from(first)) };
        let low = unit(f64::from(first.min(line.unwrap_or(first)))) - width / 4.0;
        let high = unit(f64::from(last.max(line.unwrap_or(last)))) + width / 4.0;
        let middle = middle.min(high).max(low);
        let day = |unit: f64| warp.as_ref().map_or(unit, |w| w.day(unit));
        (day(middle - width / 2.0), day(middle + width / 2.0))
    }

    /// The day of the publication line on this axis, where it has one.
    pub fn line(&self) -> Option<Day> {
        match self.frame {
            Some(Frame::Publication) => Some(0),
            Some(Frame::Calendar) | None => self.published,
        }
    }

    /// Ids in the order of time, the unplaced last, of the statuses shown.
    pub fn ids<'a>(&'a self, statuses: &'a [Status]) -> impl DoubleEndedIterator<Item = &'a str> {
        self.placed.iter().chain(&self.tray).filter(move |e| statuses.contains(&e.status)).map(|e| e.id.as_str())
    }

    /// The event before, after, first or last in the order of time; from nothing, `Next` is the first.
    pub fn step<'a>(&'a self, from: Option<&str>, step: Step, statuses: &'a [Status]) -> Option<&'a str> {
        let shown = |e: &&Entry| statuses.contains(&e.status);
        let all = || self.placed.iter().chain(&self.tray);
        let at = from.and_then(|id| {
            let placed = self.index_of(id).map(|i| i as usize);
            placed.or_else(|| self.tray.iter().position(|e| e.id == id).map(|i| self.placed.len() + i))
        });
        let found = match (step, at) {
            (Step::First, _) | (Step::Next, None) => all().find(shown),
            (Step::Last, _) | (Step::Previous, None) => all().rfind(shown),
            (Step::Next, Some(at)) => all().skip(at + 1).find(shown).or_else(|| all().rfind(shown)),
            (Step::Previous, Some(at)) => all().take(at).filter(shown).last().or_else(|| all().find(shown)),
        };
        found.map(|e| e.id.as_str())
    }
}

/// A hash of an event's id, the same in every run.
pub fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

fn order(entry: &Entry) -> (Day, Day, usize, u32) {
    let (a, b) = entry.span.map_or((Day::MAX, Day::MAX), |s| (s.earliest, s.latest));
    (a, b, entry.article, entry.number)
}

fn entry(event: &Event, article: usize, frame: Option<Frame>, conflict: bool) -> Entry {
    let when = event.when.as_ref();
    let main = event.evidence.iter().find(|e| e.role == EvidenceRole::Main).or(event.evidence.first());
    Entry {
        id: event.id.clone(),
        number: event.number,
        title: event.title.clone(),
        kind: event.kind,
        status: event.status,
        status_word: match event.status {
            Status::Happened => None,
            status => Some(event.status_word.clone().unwrap_or_else(|| status_name(status).to_owned())),
        },
        attribution: event.attribution.as_ref().map(|a| match &a.by {
            Some(by) => format!("per {by}"),
            None => "reported".to_owned(),
        }),
        span: when.filter(|w| Some(w.frame) == frame).map(|w| Span {
            earliest: w.earliest(),
            latest: w.latest().max(w.earliest()),
            core: w.core(),
            approximate: w.approximate(),
            order: w.basis == Basis::Order,
            grain: w.grain,
        }),
        place: event.places.first().cloned(),
        participant: event.participants.first().cloned(),
        words: when.and_then(|w| w.words.clone()),
        elsewhere: when.filter(|w| Some(w.frame) != frame).map(dates::when),
        reason: when.map_or_else(String::new, |w| w.reason.clone()),
        paragraph: main.and_then(|e| e.paragraph),
        salience: event.salience,
        check: conflict || event.confidence < CHECK_BELOW,
        article,
    }
}

/// A status in the reader's words.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Expected => "expected",
        Status::Proposed => "proposed",
        Status::CalledOff => "called off",
    }
}
