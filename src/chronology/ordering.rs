//! The days of all events: their own words first, then the order told, tightened as a simple temporal network.

use super::merging::Telling;
use super::network::{FAR, Network};
use super::placing::Placing;
use super::reasons::{self, Order};
use super::{Basis, Bound, Day, Frame, Grain, When};
use crate::article::TextSpan;
use crate::language::event::{EventMention, Kind, Status, Tense};
use crate::language::time::TimeExpression;
use chrono::{Datelike, NaiveDate};

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
    pub text: &'a str,
    pub titles: &'a [String],
    /// The paragraph of each sentence.
    pub paragraphs: &'a [usize],
    pub published: Option<NaiveDate>,
    /// Whether the text is a release about its own day: its headline is a noun phrase of a meeting or tells in the past tense.
    pub release: bool,
}

impl Scene<'_> {
    fn main(&self, telling: &Telling) -> Option<&EventMention> {
        telling.mentions.first().and_then(|m| self.mentions.get(*m))
    }

    fn paragraph(&self, telling: &Telling) -> usize {
        self.main(telling).and_then(|m| self.paragraphs.get(m.sentence)).copied().unwrap_or(0)
    }

    /// The day of publication on the axis of a frame.
    pub fn today(&self, frame: Frame) -> Option<Day> {
        match frame {
            Frame::Publication => Some(0),
            Frame::Calendar => self.published.map(|d| d.num_days_from_ce()),
        }
    }

    fn title(&self, at: usize) -> &str {
        self.titles.get(at).map_or("", String::as_str)
    }
}

/// The last day of the year that a day lies in; on an axis without a calendar, a year on.
fn year_end(frame: Frame, day: Day) -> Day {
    match frame {
        Frame::Publication => day + 365,
        Frame::Calendar => NaiveDate::from_num_days_from_ce_opt(day)
            .and_then(|d| NaiveDate::from_ymd_opt(d.year(), 12, 31))
            .map_or(day, |d| d.num_days_from_ce()),
    }
}

/// When each telling takes place, and the links that contradict what is told elsewhere.
pub fn place(tellings: &[Telling], links: &[Link], scene: &Scene) -> (Vec<Option<When>>, Vec<Link>) {
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|t| tellings.get(*t).and_then(|t| scene.main(t)).map_or(0, |m| m.trigger));
    let mut out: Vec<Option<When>> = vec![None; tellings.len()];
    for &at in &order {
        let when = tellings.get(at).and_then(|t| t.placing).map(|p| from_words(&p, scene));
        if let Some(slot) = out.get_mut(at) {
            *slot = when;
        }
    }
    let dated = out.clone();
    for (position, &at) in order.iter().enumerate() {
        if dated.get(at).is_some_and(Option::is_some) {
            continue;
        }
        let when = tellings.get(at).and_then(|t| from_order(t, position, &order, tellings, &dated, &out, scene));
        if let Some(slot) = out.get_mut(at) {
            *slot = when;
        }
    }
    let contradicted = tighten(&mut out, links);
    (out, contradicted)
}

fn when(frame: Frame, earliest: Day, latest: Day, grain: Grain, basis: Basis, reason: String) -> When {
    let bound = Bound { earliest, latest, approximate: false };
    When { frame, start: bound, end: bound, grain, basis, reason, words: None, rule: None, expression: None }
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

/// Steps that are taken in words at a meeting, so that they share its day.
fn spoken(mention: &EventMention) -> bool {
    matches!(mention.kind, Kind::Agree | Kind::Support | Kind::Request | Kind::Accuse | Kind::Reject | Kind::Threaten | Kind::Concede)
        || matches!(mention.family.name, "discuss" | "meeting" | "announce" | "write" | "order")
}

#[allow(clippy::too_many_arguments)]
fn from_order(
    telling: &Telling,
    position: usize,
    order: &[usize],
    tellings: &[Telling],
    dated: &[Option<When>],
    so_far: &[Option<When>],
    scene: &Scene,
) -> Option<When> {
    let mention = scene.main(telling)?;
    let before = order.get(..position)?.iter().rev().filter_map(|t| Some((*t, tellings.get(*t)?, dated.get(*t)?.as_ref()?)));
    let after = order.get(position + 1..)?.iter().filter_map(|t| Some((*t, tellings.get(*t)?, dated.get(*t)?.as_ref()?)));
    let future = matches!(mention.status, Status::Expected | Status::Proposed | Status::CalledOff);
    // "two days later", "a week before the talks": counted from the event told just before.
    if let Some((offset, index)) = mention.times.iter().find_map(|t| scene.times.get(t.expression)?.offset.map(|o| (o, t.expression))) {
        let anchor = order.get(..position)?.iter().rev().find_map(|t| so_far.get(*t)?.as_ref().map(|w| (*t, w)));
        if let Some((other, anchor)) = anchor {
            let expression = scene.times.get(index);
            let words = expression.map(|e| e.span.of(scene.text).to_owned());
            let mut found = when(
                anchor.frame,
                anchor.earliest().saturating_add(offset[0]),
                anchor.latest().saturating_add(offset[1]).max(anchor.earliest().saturating_add(offset[0])),
                anchor.grain,
                Basis::Relative,
                format!("“{}” is counted from “{}”.", words.as_deref().unwrap_or(""), scene.title(other)),
            );
            found.words = words;
            found.expression = Some(index);
            found.rule = expression.map(|e| e.rule.to_owned());
            return Some(found);
        }
    }
    // One sentence with a dated act.
    let same = |other: &Telling| scene.main(other).is_some_and(|o| o.sentence == mention.sentence);
    if let Some((other, _, beside)) = before.clone().chain(after.clone()).find(|(_, t, _)| same(t)) {
        let short = beside.latest() - beside.earliest() <= 31;
        let fits = scene.main(tellings.get(other)?).is_some_and(|o| (o.status == Status::Happened) == (mention.status == Status::Happened));
        if short && fits && mention.tense != Tense::Pluperfect && !mention.has("relative") {
            return Some(when(
                beside.frame,
                beside.earliest(),
                beside.latest(),
                beside.grain,
                Basis::Order,
                Order::Beside(scene.title(other)).reason(),
            ));
        }
    }
    let here = scene.paragraph(telling);
    let frame = before.clone().next().or_else(|| after.clone().next()).map(|(.., w)| w.frame);
    let frame = match (frame, scene.published) {
        (Some(frame), _) => frame,
        (None, Some(_)) => Frame::Calendar,
        (None, None) => Frame::Publication,
    };
    let today = scene.today(frame);
    if future {
        // A part of a coming trip or meeting told nearby.
        let near = before.clone().chain(after.clone()).find(|(_, t, w)| {
            scene.paragraph(t).abs_diff(here) <= 3
                && w.frame == frame
                && today.is_none_or(|d| w.latest() >= d)
                && scene.main(t).is_some_and(|o| o.status == Status::Expected && o.kind == Kind::Consult)
        });
        if let Some((other, _, w)) = near.filter(|_| mention.kind == Kind::Consult || mention.status != Status::Expected) {
            return Some(when(frame, w.earliest(), w.latest(), w.grain, Basis::Order, Order::Within(scene.title(other)).reason()));
        }
        let from = today.or_else(|| before.clone().next().map(|(.., w)| w.earliest()))?;
        return Some(when(frame, from, year_end(frame, from), Grain::Year, Basis::Convention, Order::Ahead.reason()));
    }
    // Words spoken at the meeting told last.
    let last = before.clone().next();
    let told = order.get(..position)?.iter().rev().find_map(|t| Some((*t, tellings.get(*t)?, so_far.get(*t)?.as_ref()?)));
    if let Some((other, t, w)) = told.filter(|(.., w)| w.latest() - w.earliest() <= 31) {
        let other_main = scene.main(t)?;
        let meeting = other_main.status == Status::Happened && (other_main.kind == Kind::Consult || scene.release && spoken(other_main));
        let near = scene.paragraph(t).abs_diff(here) <= if scene.release { 9 } else { 2 };
        if meeting && near && spoken(mention) && mention.tense != Tense::Pluperfect && scene.published.is_some() {
            return Some(when(w.frame, w.earliest(), w.latest(), w.grain, Basis::Order, Order::Within(scene.title(other)).reason()));
        }
    }
    let plain = matches!(mention.tense, Tense::Past | Tense::None) && !mention.has("relative") && !mention.has("reported");
    if let Some(day) = today.filter(|_| scene.release && last.is_none() && plain) {
        return Some(when(frame, day, day, Grain::Day, Basis::Convention, Order::Release.reason()));
    }
    if mention.tense == Tense::Pluperfect {
        let (other, _, w) = last?;
        return Some(when(w.frame, w.earliest() - 30, w.latest(), Grain::Month, Basis::Order, Order::Before(scene.title(other)).reason()));
    }
    let next = after.clone().find(|(.., w)| w.frame == frame && last.is_none_or(|(.., l)| w.latest() >= l.earliest()));
    match (last.filter(|(.., w)| w.frame == frame), next) {
        (Some((a, _, l)), Some((b, _, n))) if today.is_none_or(|d| n.latest() <= d) => Some(when(
            frame,
            l.earliest(),
            n.latest().max(l.latest()),
            Grain::Month,
            Basis::Order,
            Order::Between(scene.title(a), scene.title(b)).reason(),
        )),
        (Some((a, _, l)), _) => {
            let end = today.filter(|d| *d >= l.earliest()).unwrap_or_else(|| year_end(frame, l.latest()));
            Some(when(frame, l.earliest(), end, Grain::Month, Basis::Order, Order::After(scene.title(a)).reason()))
        }
        (None, Some((b, _, n))) if today.is_none_or(|d| n.latest() < d) => {
            Some(when(frame, n.earliest() - 30, n.latest(), Grain::Month, Basis::Order, Order::Before(scene.title(b)).reason()))
        }
        _ => {
            let day = today?;
            Some(when(frame, day - 30, day, Grain::Month, Basis::Convention, Order::Recent.reason()))
        }
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
            if let (Some(start), Some(end)) = (network.bounds.get(*start), network.bounds.get(*end)) {
                if start[0] > -FAR && end[1] < FAR {
                    (when.start.earliest, when.start.latest) = (start[0], start[1]);
                    (when.end.earliest, when.end.latest) = (end[0], end[1]);
                }
            }
        }
    }
    contradicted
}
