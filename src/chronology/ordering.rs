//! The days of all events: their own words first, then the order told, tightened as a simple temporal network.

use super::merging::Telling;
use super::narrative::Narrative;
use super::network::{FAR, Network};
use super::placing::Placing;
use super::reasons;
use super::story::Setting;
use super::{Basis, Bound, Day, Frame, When};
use crate::article::TextSpan;
use crate::language::event::{EventMention, Status, Tense};
use crate::language::time::TimeExpression;
use chrono::NaiveDate;
use std::collections::HashMap;

/// An order between two tellings, by their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub span: Option<TextSpan>,
}

/// What is known when the days are set.
pub struct Scene<'a> {
    pub mentions: &'a [EventMention],
    pub times: &'a [TimeExpression],
    /// Dates that sentences tell without an event of their own.
    pub settings: &'a [Setting],
    pub text: &'a str,
    pub titles: &'a [String],
    /// The paragraph of each sentence.
    pub paragraphs: &'a [usize],
    pub published: Option<NaiveDate>,
    /// Whether the text is a release about its own day: its headline is a noun phrase of a meeting or tells in the past tense.
    pub release: bool,
}

impl Scene<'_> {
    pub fn main(&self, telling: &Telling) -> Option<&EventMention> {
        telling.mentions.first().and_then(|m| self.mentions.get(*m))
    }

    pub fn paragraph(&self, telling: &Telling) -> usize {
        self.main(telling).and_then(|m| self.paragraphs.get(m.sentence)).copied().unwrap_or(0)
    }

    /// The day of publication on the axis of a frame.
    pub fn today(&self, frame: Frame) -> Option<Day> {
        frame.today(self.published)
    }

    pub fn title(&self, at: usize) -> &str {
        self.titles.get(at).map_or("", String::as_str)
    }
}

/// What the placing of all tellings gives.
pub struct Placed {
    pub whens: Vec<Option<When>>,
    /// The telling that each is a part of, where the order told says so.
    pub within: Vec<Option<usize>>,
    /// Links that contradict what is told elsewhere.
    pub contradicted: Vec<Link>,
}

/// When each telling takes place.
pub fn place(tellings: &[Telling], links: &[Link], scene: &Scene) -> Placed {
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|t| tellings.get(*t).and_then(|t| scene.main(t)).map_or(0, |m| m.trigger));
    let mut out: Vec<Option<When>> = vec![None; tellings.len()];
    for &at in &order {
        let telling = tellings.get(at);
        // What has taken place is not of a day to come, whatever a later telling says of tomorrow.
        let over = telling
            .and_then(|t| scene.main(t))
            .is_some_and(|m| m.status == Status::Happened && matches!(m.tense, Tense::Past | Tense::Perfect));
        let possible = |p: &Placing| !over || scene.today(p.frame).is_none_or(|d| p.earliest <= d);
        let when = telling.and_then(|t| t.placing).filter(possible).map(|p| from_words(&p, scene));
        if let Some(slot) = out.get_mut(at) {
            *slot = when;
        }
    }
    // In an article that is not dated itself, what counts from its unknown publication cannot be compared with the calendar.
    let calendar = out.iter().flatten().filter(|w| w.frame == Frame::Calendar).count();
    let floating = out.iter().flatten().count() - calendar;
    if scene.published.is_none() && calendar > 4 * floating {
        for slot in &mut out {
            if slot.as_ref().is_some_and(|w| w.frame == Frame::Publication) {
                *slot = None;
            }
        }
    }
    open_starts(&order, tellings, &mut out);
    let dated = out.clone();
    let mut within: Vec<Option<usize>> = vec![None; tellings.len()];
    // The first telling of each mention.
    let telling_of: HashMap<usize, usize> =
        tellings.iter().enumerate().rev().flat_map(|(at, t)| t.mentions.iter().map(move |m| (*m, at))).collect();
    let settings = [Frame::Calendar, Frame::Publication].map(|frame| {
        let told = scene.settings.iter().filter(|s| !s.ahead && !s.back && !s.filed && s.stretch.frame == frame);
        (frame, told.collect())
    });
    for (position, &at) in order.iter().enumerate() {
        if dated.get(at).is_some_and(Option::is_some) {
            continue;
        }
        let narrative = Narrative {
            tellings,
            order: &order,
            position,
            dated: &dated,
            so_far: &out,
            telling_of: &telling_of,
            settings: &settings,
            links,
            scene,
        };
        let (when, host) = tellings.get(at).and_then(|t| narrative.place(t)).unzip();
        if let (Some(slot), Some(part)) = (out.get_mut(at), within.get_mut(at)) {
            *slot = when;
            *part = host.flatten();
        }
    }
    let contradicted = tighten(&mut out, links);
    Placed { whens: out, within, contradicted }
}

fn from_words(placing: &Placing, scene: &Scene) -> When {
    let expression = scene.times.get(placing.expression);
    let words = expression.map(|e| e.span.of(scene.text).split_whitespace().collect::<Vec<_>>().join(" "));
    let reason = expression.map_or_else(String::new, |e| reasons::of_words(placing, e, words.as_deref().unwrap_or("")));
    let basis = if placing.open.contains(&true) { Basis::Convention } else { placing.basis };
    let (start, end) = if placing.throughout {
        ([placing.earliest, placing.earliest], [placing.latest, placing.latest])
    } else {
        ([placing.earliest, placing.latest], [placing.earliest, placing.latest])
    };
    When {
        frame: placing.frame,
        start: Bound { earliest: start[0], latest: start[1], approximate: placing.approximate[0] || placing.open[0] },
        end: Bound { earliest: end[0], latest: end[1], approximate: placing.approximate[1] || placing.open[1] },
        grain: placing.grain,
        basis,
        reason,
        words,
        rule: expression.map(|e| e.rule.to_owned()),
        expression: Some(placing.expression),
    }
}

/// "By 22 February", told after something in November, starts no earlier than that.
fn open_starts(order: &[usize], tellings: &[Telling], out: &mut [Option<When>]) {
    let mut last: Option<(Frame, Day, Day)> = None;
    for &at in order {
        let open = tellings.get(at).and_then(|t| t.placing).is_some_and(|p| p.open == [true, false]);
        let Some(when) = out.get_mut(at).and_then(Option::as_mut) else { continue };
        if let Some((_, earliest, _)) = last
            .filter(|(frame, earliest, latest)| open && *frame == when.frame && *earliest < when.end.latest && *latest <= when.end.latest)
            && when.end.latest - earliest < 1500
        {
            when.start.earliest = earliest;
            if when.start.latest < earliest || when.end.earliest < earliest {
                when.start.latest = when.start.latest.max(earliest);
                when.end.earliest = when.end.earliest.max(earliest);
            }
        }
        last = Some((when.frame, when.start.earliest, when.end.latest));
    }
}

/// Tightens bounds along the links that the text states; on each axis by itself.
fn tighten(out: &mut [Option<When>], links: &[Link]) -> Vec<Link> {
    let mut contradicted = Vec::new();
    for frame in [Frame::Calendar, Frame::Publication] {
        let mut network = Network::default();
        let mut points: Vec<Option<(usize, usize)>> = Vec::with_capacity(out.len());
        for when in out.iter() {
            points.push(when.as_ref().filter(|w| w.frame == frame).map(|w| {
                let start = network.point(w.start.earliest, w.start.latest);
                let end = network.point(w.end.earliest, w.end.latest);
                network.after(start, end, 0);
                (start, end)
            }));
        }
        let mut stated = Vec::new();
        for link in links {
            if let (Some(Some((_, end))), Some(Some((start, _)))) = (points.get(link.from), points.get(link.to)) {
                stated.push((*end, *start, *link));
                network.after(*end, *start, 0);
            }
        }
        for edge in network.tighten() {
            contradicted.extend(stated.iter().filter(|(from, to, _)| *from == edge.from && *to == edge.to).map(|(.., link)| *link));
        }
        for (when, points) in out.iter_mut().zip(&points) {
            let (Some(when), Some((start, end))) = (when.as_mut(), points) else { continue };
            if let (Some(start), Some(end)) = (network.bounds.get(*start), network.bounds.get(*end))
                && start[0] > -FAR
                && end[1] < FAR
            {
                (when.start.earliest, when.start.latest) = (start[0], start[1]);
                (when.end.earliest, when.end.latest) = (end[0], end[1]);
            }
        }
    }
    contradicted
}
