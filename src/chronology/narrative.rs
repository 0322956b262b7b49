//! Where the order told puts what has no date of its own: in the sentence of another, at a meeting, between two, before or after one.

use super::merging::Telling;
use super::ordering::{Link, Scene};
use super::reasons::Order;
use super::story::Setting;
use super::{Basis, Bound, Day, Frame, Grain, When};
use crate::language::event::{EventMention, Kind, Status, Tense, Weight};
use crate::language::time::told_of;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// The position of one telling among all, in the order of the text.
pub struct Narrative<'a> {
    pub tellings: &'a [Telling],
    /// The tellings in the order of the text, by index.
    pub order: &'a [usize],
    /// Where in that order the telling stands.
    pub position: usize,
    /// What the tellings' own words give.
    pub dated: &'a [Option<When>],
    /// The same and what was placed by order before.
    pub so_far: &'a [Option<When>],
    /// The telling of each mention.
    pub telling_of: &'a HashMap<usize, usize>,
    /// The settings of what has been, by their frame, in the order of the text.
    pub settings: &'a [(Frame, Vec<&'a Setting>)],
    /// The order that sentences state between tellings.
    pub links: &'a [Link],
    pub scene: &'a Scene<'a>,
}

/// A neighbour: its index, itself, its days.
pub(super) type Neighbour<'a> = (usize, &'a Telling, &'a When);

/// The days, and the telling that this one is a part of.
type Place = (When, Option<usize>);

/// The last day of the year that a day lies in; on an axis without a calendar, a year on.
fn year_end(frame: Frame, day: Day) -> Day {
    match frame {
        Frame::Publication => day + 365,
        Frame::Calendar => NaiveDate::from_num_days_from_ce_opt(day)
            .and_then(|d| NaiveDate::from_ymd_opt(d.year(), 12, 31))
            .map_or(day, |d| d.num_days_from_ce()),
    }
}

pub(super) fn when(frame: Frame, days: (Day, Day), grain: Grain, basis: Basis, reason: String) -> When {
    let bound = Bound { earliest: days.0, latest: days.1, approximate: false };
    When { frame, start: bound, end: bound, grain, basis, reason, words: None, rule: None, expression: None }
}

/// The same days as another's, told as its neighbour or its part.
pub(super) fn like(other: &When, reason: String) -> When {
    when(other.frame, (other.earliest(), other.latest()), other.grain, Basis::Order, reason)
}

/// Verbs of an answer that comes at once.
const ANSWERS: &[&str] = &["retaliate", "respond", "reply", "answer", "react", "counter", "retort"];

/// Steps that are taken in words at a meeting, so that they share its day.
fn spoken(mention: &EventMention) -> bool {
    matches!(mention.kind, Kind::Agree | Kind::Support | Kind::Request | Kind::Accuse | Kind::Reject | Kind::Threaten | Kind::Concede)
        || matches!(mention.family.name, "discuss" | "meeting" | "announce" | "write" | "order")
}

impl<'a> Narrative<'a> {
    /// Tries one rule after another; the first that fits places it.
    pub fn place(&self, telling: &Telling) -> Option<Place> {
        let mention = self.scene.main(telling)?;
        if let Some(when) = self.counted(mention) {
            return Some((when, None));
        }
        if let Some(place) = self.beside(mention) {
            return Some(place);
        }
        let told_past = matches!(mention.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect);
        let coming = mention.status != Status::Happened && !(mention.status == Status::CalledOff && told_past);
        // What has been does not follow on what is still to come.
        let over = |w: &When| self.scene.today(w.frame).is_none_or(|d| w.earliest() <= d);
        let last = self.before(self.dated).find(|(.., w)| coming || over(w) && !self.backdrop(mention, w));
        let frame = last.map(|(.., w)| w.frame).or_else(|| self.after().next().map(|(.., w)| w.frame));
        let frame = frame.unwrap_or(if self.scene.published.is_some() { Frame::Calendar } else { Frame::Publication });
        let here = self.scene.paragraph(telling);
        if let Some(when) = self.set(mention, here, coming) {
            return Some((when, None));
        }
        if coming {
            return self.coming(mention, frame, here);
        }
        let told_there = || self.answer(mention, here).or_else(|| self.headline(mention)).or_else(|| self.held(mention, here));
        if let Some(place) = told_there().or_else(|| self.there(mention)) {
            return Some(place);
        }
        let news = || self.led(mention).or_else(|| self.under_way(mention, frame));
        self.released(mention, frame, last)
            .or_else(news)
            .or_else(|| self.lately(mention, frame))
            .or_else(|| self.sequence(mention, frame, last))
            .map(|w| (w, None))
    }

    /// The tellings placed before this one, the nearest first.
    pub(super) fn before<'b>(&'b self, whens: &'b [Option<When>]) -> impl Iterator<Item = Neighbour<'b>> {
        let order = self.order.get(..self.position).unwrap_or(&[]);
        order.iter().rev().filter_map(move |t| Some((*t, self.tellings.get(*t)?, whens.get(*t)?.as_ref()?)))
    }

    /// The dated tellings after this one, the nearest first.
    pub(super) fn after(&self) -> impl Iterator<Item = Neighbour<'_>> {
        let order = self.order.get(self.position + 1..).unwrap_or(&[]);
        order.iter().filter_map(|t| Some((*t, self.tellings.get(*t)?, self.dated.get(*t)?.as_ref()?)))
    }

    /// "two days later", "the day after the signing": counted from the event that the words name, else from the one told just before.
    fn counted(&self, mention: &EventMention) -> Option<When> {
        let (offset, index) = mention.times.iter().find_map(|t| self.scene.times.get(t.expression)?.offset.map(|o| (o, t.expression)))?;
        let named = self.anchor(index, mention).and_then(|t| Some((t, self.so_far.get(t)?.as_ref()?)));
        let (other, anchor) = named
            // What spans years is no point to count days from, where there is another.
            .or_else(|| self.before(self.so_far).find(|(.., w)| w.latest() - w.earliest() <= 366).map(|(t, _, w)| (t, w)))
            .or_else(|| self.before(self.so_far).next().map(|(t, _, w)| (t, w)))?;
        let expression = self.scene.times.get(index)?;
        let words = expression.span.of(self.scene.text).to_owned();
        let earliest = anchor.earliest().saturating_add(offset[0]);
        let latest = anchor.latest().saturating_add(offset[1]).max(earliest);
        if !told_of([earliest, latest]) {
            return None;
        }
        let reason = format!("“{words}” is counted from “{}”.", self.scene.title(other));
        let mut found = when(anchor.frame, (earliest, latest), anchor.grain, Basis::Relative, reason);
        found.words = Some(words);
        found.expression = Some(index);
        found.rule = Some(expression.rule.to_owned());
        Some(found)
    }

    /// The telling that an expression is counted from, where the words after it name one: "four days before the deal was struck".
    fn anchor(&self, expression: usize, mention: &EventMention) -> Option<usize> {
        let end = self.scene.times.get(expression)?.span.end;
        // Mentions stand in the order of the text: only the sentence's own are looked at.
        let first = self.scene.mentions.partition_point(|m| m.sentence < mention.sentence);
        let near = |m: &EventMention| m.trigger != mention.trigger && m.telling.iter().any(|s| s.start >= end && s.start <= end + 40);
        let here = self.scene.mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.sentence == mention.sentence);
        here.filter(|(_, m)| near(m)).find_map(|(index, _)| self.telling_of.get(&index).copied())
    }

    /// One sentence with a dated act: the same day unless the text says otherwise.
    fn beside(&self, mention: &EventMention) -> Option<Place> {
        let same = |t: &Telling| self.scene.main(t).is_some_and(|o| o.sentence == mention.sentence);
        let close = |t: &Telling| self.scene.main(t).is_some_and(|o| o.sentence.abs_diff(mention.sentence) <= 1);
        let before = self.before(self.dated).take_while(|(_, t, _)| close(t));
        let after = self.after().take_while(|(_, t, _)| close(t));
        let (other, t, days) = before.chain(after).find(|(_, t, _)| same(t))?;
        // "received one first and gave the other lunch the day after"
        let later = |o: &EventMention| {
            o.trigger > mention.trigger
                && o.times
                    .iter()
                    .filter_map(|t| self.scene.times.get(t.expression))
                    .any(|e| e.leaning.is_some() && e.value != "PRESENT_REF")
        };
        if self.scene.main(t).is_some_and(later) {
            return None;
        }
        let this = self.order.get(self.position).copied()?;
        if self.links.iter().any(|l| (l.from, l.to) == (this, other)) {
            return Some((self.up_to(days, self.scene.title(other)), None));
        }
        let fits = self.scene.main(t).is_some_and(|o| (o.status == Status::Happened) == (mention.status == Status::Happened));
        let apart = mention.tense == Tense::Pluperfect || mention.has("relative") || mention.has("in-sequence");
        // What was announced is not of the day to come that its own clause tells.
        let over = mention.status == Status::Happened && matches!(mention.tense, Tense::Past | Tense::Perfect);
        let ahead = self.scene.today(days.frame).is_some_and(|d| days.earliest() > d);
        (fits && !apart && !(over && ahead)).then(|| (like(days, Order::Beside(self.scene.title(other)).reason()), Some(other)))
    }

    /// What the sentence tells as done before another ("after signing a truce, they left on Friday"): since what was told last, where that
    /// is near, else the 30 days up to it.
    fn up_to(&self, days: &When, title: &str) -> When {
        let near = |w: &When| w.frame == days.frame && w.latest() <= days.earliest() && w.earliest() >= days.latest() - 62;
        let from = self.before(self.dated).take(2).map(|(.., w)| w).find(|w| near(w)).map_or(days.latest() - 30, When::earliest);
        when(days.frame, (from, days.latest()), Grain::Month, Basis::Order, Order::Before(title).reason())
    }

    /// What is still to come: a part of a coming trip or meeting told nearby, else some day up to the end of the year.
    fn coming(&self, mention: &EventMention, frame: Frame, here: usize) -> Option<Place> {
        let today = self.scene.today(frame);
        let far = mention.status == Status::CalledOff || mention.has("simultaneous");
        // The tellings stand in the order of the text, so that the first too far off ends the search.
        let reach = if far { usize::MAX } else { 3 };
        let close = |(_, t, _): &Neighbour| self.scene.paragraph(t).abs_diff(here) <= reach;
        let near = self.before(self.so_far).take_while(close).chain(self.after().take_while(close)).find(|(_, t, w)| {
            w.frame == frame
                && today.is_none_or(|d| w.latest() >= d)
                && self.scene.main(t).is_some_and(|o| o.status == Status::Expected && o.kind == Kind::Consult)
        });
        if let Some((other, _, days)) = near.filter(|_| mention.kind == Kind::Consult || mention.status != Status::Expected) {
            return Some((like(days, Order::Within(self.scene.title(other)).reason()), Some(other)));
        }
        let (from, order) = match today {
            Some(day) => (day, Order::Ahead),
            None => self.before(self.dated).next().map(|(t, _, w)| (w.earliest(), Order::AheadOf(self.scene.title(t))))?,
        };
        Some((when(frame, (from, year_end(frame, from)), Grain::Year, Basis::Convention, order.reason()), None))
    }

    /// After a sentence that set a date without an event, in its paragraph.
    fn set(&self, mention: &EventMention, here: usize, coming: bool) -> Option<When> {
        if mention.has("relative") {
            return None;
        }
        let upto = self.scene.settings.partition_point(|s| s.sentence <= mention.sentence);
        let setting = self.scene.settings.get(..upto)?.iter().rev().find(|s| !s.carried).filter(|s| s.ahead == coming)?;
        let told = self.before(self.so_far).next().and_then(|(_, t, _)| self.scene.main(t)).map_or(0, |m| m.trigger);
        let same = self.scene.paragraphs.get(setting.sentence) == Some(&here);
        let news = mention.sentence == setting.sentence + 1 && mention.tense != Tense::Pluperfect;
        // A dateline may stand in a paragraph of its own.
        let near = if setting.filed { news } else { same };
        if !near || setting.token < told || setting.stretch.latest - setting.stretch.earliest > 31 {
            return None;
        }
        let words = self.scene.times.get(setting.expression)?.span.of(self.scene.text);
        let s = &setting.stretch;
        Some(when(s.frame, (s.earliest, s.latest), s.grain, Basis::Order, Order::Set(words).reason()))
    }

    /// An answer ("retaliated", "he said") in the sentence after what is told of a day follows on that day.
    fn answer(&self, mention: &EventMention, here: usize) -> Option<Place> {
        let (other, t, days) = self.before(self.so_far).next()?;
        let main = self.scene.main(t)?;
        let answers = ANSWERS.contains(&mention.base.as_str()) || mention.family.weight == Weight::Saying;
        let near = mention.sentence.abs_diff(main.sentence) <= 1 && self.scene.paragraph(t) == here && main.tense != Tense::Pluperfect;
        let plain = matches!(mention.tense, Tense::Past | Tense::None) && !mention.has("relative");
        (answers && near && plain && days.earliest() == days.latest() && main.status == Status::Happened)
            .then(|| (like(days, Order::Set(self.scene.title(other)).reason()), Some(other)))
    }

    /// A headline tells what the first sentences tell of the same parties.
    fn headline(&self, mention: &EventMention) -> Option<Place> {
        if !mention.has("headline") || mention.sentence != 0 {
            return None;
        }
        let entities: Vec<usize> = mention.parties().filter_map(|p| p.entity).collect();
        let told = self.after().find(|(_, t, _)| {
            self.scene.main(t).is_some_and(|o| {
                o.has("lead")
                    && o.kind == mention.kind
                    && o.status == mention.status
                    && o.parties().filter_map(|p| p.entity).any(|e| entities.contains(&e))
            })
        });
        let (other, _, days) = told.or_else(|| self.headed(mention))?;
        Some((like(days, Order::Headline(self.scene.title(other)).reason()), Some(other)))
    }

    /// Words spoken at the meeting told last.
    fn held(&self, mention: &EventMention, here: usize) -> Option<Place> {
        if !spoken(mention) || mention.has("in-sequence") || mention.tense == Tense::Pluperfect {
            return None;
        }
        let release = self.scene.release;
        let meeting = |t: &Telling| self.scene.main(t).is_some_and(|o| o.kind == Kind::Consult || release && spoken(o));
        // A history goes on to other days sooner: only the next sentence about the same parties is still at the meeting.
        let history = self.scene.published.is_none();
        let (reach, many) = if release { (9, usize::MAX) } else { (if history { 0 } else { 2 }, 1) };
        let entities: Vec<usize> = mention.parties().filter_map(|p| p.entity).collect();
        let beside = |t: &Telling| {
            let main = self.scene.main(t);
            main.is_some_and(|o| {
                mention.sentence.abs_diff(o.sentence) <= 1
                    && mention.kind != Kind::Consult
                    && o.parties().filter_map(|p| p.entity).any(|e| entities.contains(&e))
            })
        };
        let (other, _, days) = self
            .before(self.so_far)
            .take_while(|(_, t, _)| self.scene.paragraph(t).abs_diff(here) <= 20)
            .filter(|(_, t, w)| self.scene.main(t).is_some_and(|o| o.status == Status::Happened) && w.latest() - w.earliest() <= 31)
            .take(many)
            .find(|(_, t, _)| meeting(t) && self.scene.paragraph(t).abs_diff(here) <= reach && (!history || beside(t)))?;
        // Who returned on a day had met the others in the days before it.
        if self.tellings.get(other).and_then(|t| self.scene.main(t)).is_some_and(|o| o.family.name == "return")
            && mention.kind == Kind::Consult
        {
            let back = when(
                days.frame,
                (days.latest() - 30, days.latest()),
                Grain::Month,
                Basis::Order,
                Order::Before(self.scene.title(other)).reason(),
            );
            return Some((back, Some(other)));
        }
        Some((like(days, Order::Within(self.scene.title(other)).reason()), Some(other)))
    }

    /// "At Vancouver, …": a step at the place of the meeting told last is a part of it.
    fn there(&self, mention: &EventMention) -> Option<Place> {
        let place = mention.places.first().filter(|p| !mention.scene.contains(p))?;
        if mention.tense == Tense::Pluperfect || mention.has("in-sequence") || mention.has("relative") || !spoken(mention) {
            return None;
        }
        let near = |t: &Telling| self.scene.main(t).is_some_and(|o| mention.sentence.abs_diff(o.sentence) <= 6);
        let (other, _, days) = self.before(self.so_far).take_while(|(_, t, _)| near(t)).find(|(_, t, w)| {
            w.latest() - w.earliest() <= 31
                && self.scene.main(t).is_some_and(|o| o.kind == Kind::Consult && o.status == Status::Happened && o.places.contains(place))
        })?;
        Some((like(days, Order::Within(self.scene.title(other)).reason()), Some(other)))
    }

    /// The news of a release, told before any date, is of its own day.
    fn released(&self, mention: &EventMention, frame: Frame, last: Option<Neighbour>) -> Option<When> {
        let plain = matches!(mention.tense, Tense::Past | Tense::None) && !mention.has("relative") && !mention.has("reported");
        let day = self.scene.today(frame).filter(|_| self.scene.release && last.is_none() && plain)?;
        Some(when(frame, (day, day), Grain::Day, Basis::Convention, Order::Release.reason()))
    }

    /// Between two points of the story of which one at least is a date without an event of its own.
    fn between(&self, mention: &EventMention, frame: Frame, last: Option<Neighbour>, next: Option<Neighbour>) -> Option<When> {
        let main = |n: Option<Neighbour>| n.and_then(|(_, t, _)| self.scene.main(t)).map(|m| m.trigger);
        let told = self.settings.iter().find(|(f, _)| *f == frame).map(|(_, settings)| settings)?;
        let words = |s: &Setting| self.scene.times.get(s.expression).map_or("", |e| e.span.of(self.scene.text));
        let at = told.partition_point(|s| s.token < mention.trigger);
        let lower = told
            .get(..at)
            .and_then(|t| t.last().copied())
            .filter(|s| main(last).is_none_or(|t| s.token > t) && last.is_none_or(|(.., l)| s.stretch.earliest >= l.earliest()));
        let (from, a) = match (lower, last) {
            (Some(s), _) => ([s.stretch.earliest, s.stretch.latest], words(s)),
            (None, Some((t, _, l))) => ([l.earliest(), l.latest()], self.scene.title(t)),
            (None, None) => return None,
        };
        let upper = told
            .get(at..)
            .and_then(|t| t.iter().find(|s| s.stretch.latest >= from[0]).copied())
            .filter(|s| main(next).is_none_or(|t| s.token < t) && next.is_none_or(|(.., n)| s.stretch.latest <= n.latest()));
        let (to, b) = match (upper, next) {
            (Some(s), _) => (s.stretch.latest, words(s)),
            (None, Some((t, _, n))) => (n.latest(), self.scene.title(t)),
            (None, None) => return None,
        };
        let today = self.scene.today(frame);
        if lower.is_none() && upper.is_none() || to < from[0] || today.is_some_and(|d| to > d) {
            return None;
        }
        Some(when(frame, (from[0], to.max(from[1])), Grain::Month, Basis::Order, Order::Between(a, b).reason()))
    }

    /// After what was told before it and before what is told next.
    fn sequence(&self, mention: &EventMention, frame: Frame, last: Option<Neighbour>) -> Option<When> {
        let today = self.scene.today(frame);
        let title = |t: usize| self.scene.title(t);
        let month = |days, order: Order| Some(when(frame, days, Grain::Month, Basis::Order, order.reason()));
        let last = last.filter(|(.., w)| w.frame == frame);
        if mention.tense == Tense::Pluperfect
            && let Some((other, _, w)) = last
        {
            return month((w.earliest() - 30, w.latest()), Order::Before(title(other)));
        }
        let next = self.after().find(|(.., w)| w.frame == frame && last.is_none_or(|(.., l)| w.latest() >= l.earliest()));
        if let Some(when) = self.between(mention, frame, last, next) {
            return Some(when);
        }
        match (last, next) {
            (Some((a, _, l)), Some((b, _, n))) if today.is_none_or(|d| n.latest() <= d) => {
                month((l.earliest(), n.latest().max(l.latest())), Order::Between(title(a), title(b)))
            }
            // "He will travel … He concludes the trip with a stop": still on the coming trip.
            (Some((a, t, l)), _)
                if today.is_some_and(|d| l.latest() > d)
                    && mention.tense != Tense::Past
                    && self.scene.main(t).is_some_and(|o| o.status == Status::Expected && o.kind == mention.kind) =>
            {
                Some(like(l, Order::Within(title(a)).reason()))
            }
            (Some((a, _, l)), _) => {
                let end = today.filter(|d| *d >= l.earliest()).unwrap_or_else(|| year_end(frame, l.latest()));
                month((l.earliest(), end), if today.is_some_and(|d| d == end) { Order::After(title(a)) } else { Order::Onward(title(a)) })
            }
            (None, Some((b, _, n))) if today.is_none_or(|d| n.latest() < d) => {
                month((n.earliest() - 30, n.latest()), Order::Before(title(b)))
            }
            _ => today.map(|day| when(frame, (day - 30, day), Grain::Month, Basis::Convention, Order::Recent.reason())),
        }
    }
}
