//! Where news puts what it tells without a date: on the day of its lead, on the day of the report, or up to it.

use super::merging::Telling;
use super::narrative::{Narrative, Neighbour, like, when};
use super::reasons::Order;
use super::{Basis, Day, Frame, Grain, When};
use crate::language::event::{EventMention, Form, Status, Tense};

/// How many days before its publication a report's lead may lie.
const FRESH: Day = 6;
const YEAR: Day = 366;
/// How many tellings are looked through for a lead, or for what was done lately.
const REACH: usize = 40;

impl<'a> Narrative<'a> {
    /// What a report tells of its lead's people in the plain past is of the lead's day, unless the text has followed them to another.
    pub(super) fn led(&self, mention: &EventMention) -> Option<When> {
        // "before heading to Nairobi": on the day of what it stands with.
        let aside = mention.tense == Tense::None && mention.has("adverbial") && mention.form == Form::Participle;
        if !(mention.tense == Tense::Past && self.main_line(mention) || aside) {
            return None;
        }
        let (lead, title, days) = self.lead()?;
        let agents: Vec<usize> = mention.agents.iter().filter_map(|p| p.entity).collect();
        let shares = |other: &EventMention| other.parties().filter_map(|p| p.entity).any(|e| agents.contains(&e));
        if lead.trigger >= mention.trigger || !(shares(lead) || !aside && mention.sentence == lead.sentence + 1) {
            return None;
        }
        let followed = self.before(self.dated).find(|(.., w)| w.latest() - w.earliest() <= 31).is_some_and(|(_, t, w)| {
            w.earliest() != days.earliest()
                && self.scene.main(t).is_some_and(|o| o.status == Status::Happened && shares(o) && self.main_line(o))
        });
        (!followed).then(|| like(days, Order::Led(title).reason()))
    }

    /// "has asked Congress for aid": since what the report tells of the days before, up to its own.
    pub(super) fn lately(&self, mention: &EventMention, frame: Frame) -> Option<When> {
        let day = self.scene.today(frame).filter(|_| self.scene.published.is_some() && !self.scene.release);
        let today = day.filter(|_| mention.tense == Tense::Perfect && self.main_line(mention))?;
        // As far as the text has come to no stretch that it goes on from.
        if self.before(self.dated).next().is_some_and(|(.., w)| w.latest() >= today && (32..YEAR).contains(&(w.latest() - w.earliest()))) {
            return None;
        }
        let recent = |w: &When| w.frame == frame && w.latest() < today && w.latest() + YEAR > today && w.latest() - w.earliest() <= 31;
        let happened = |t: &Telling| self.scene.main(t).is_some_and(|o| o.status == Status::Happened);
        let told = self.before(self.dated).take(REACH).chain(self.after().take(REACH)).find(|(_, t, w)| happened(t) && recent(w));
        let (from, order) = told.map_or((today - 30, Order::Recent), |(t, _, w)| (w.earliest(), Order::After(self.scene.title(t))));
        Some(when(frame, (from, today), Grain::Month, Basis::Order, order.reason()))
    }

    /// Whether days are only the backdrop of a report: a stretch that lasts up to its day. "The two have signed", told after "this year",
    /// is still of that year.
    pub(super) fn backdrop(&self, mention: &EventMention, days: &When) -> bool {
        let wide = days.latest() - days.earliest() > 31;
        let still = mention.tense == Tense::Perfect && days.latest() - days.earliest() < YEAR;
        mention.tense != Tense::Pluperfect && wide && !still && self.scene.today(days.frame).is_some_and(|d| days.latest() >= d)
    }

    /// What the lead tells of the headline's people, whatever it calls it.
    pub(super) fn headed(&self, mention: &EventMention) -> Option<Neighbour<'_>> {
        let agents: Vec<usize> = mention.agents.iter().filter_map(|p| p.entity).collect();
        let (other, telling, days) = self.after().next()?;
        let main = self.scene.main(telling)?;
        let same = main.agents.iter().filter_map(|p| p.entity).any(|e| agents.contains(&e));
        (main.has("lead") && same && main.status == Status::Happened && days.latest() - days.earliest() <= 1)
            .then_some((other, telling, days))
    }

    /// What a report says is under way is so on its day: "is patrolling the Gulf".
    pub(super) fn under_way(&self, mention: &EventMention, frame: Frame) -> Option<When> {
        let present = matches!(mention.tense, Tense::Present | Tense::Progressive) && self.main_line(mention);
        let day = self.scene.today(frame).filter(|_| present && self.scene.published.is_some())?;
        Some(when(frame, (day, day), Grain::Day, Basis::Convention, Order::UnderWay.reason()))
    }

    fn main_line(&self, mention: &EventMention) -> bool {
        !["relative", "in-sequence", "headline", "reported", "adverbial"].iter().any(|f| mention.has(f))
    }

    /// The first that a report tells with its day, where that is a day or a few before publication.
    fn lead(&self) -> Option<(&'a EventMention, &str, &When)> {
        let told = self.order.iter().take(REACH).find_map(|t| {
            let telling: &Telling = self.tellings.get(*t)?;
            let days = self.dated.get(*t)?.as_ref()?;
            let main = self.scene.main(telling).filter(|m| !m.has("headline"))?;
            Some((main, self.scene.title(*t), days))
        })?;
        let (main, _, days) = told;
        let today = self.scene.today(days.frame)?;
        let fresh = days.earliest() == days.latest() && (today - FRESH..=today).contains(&days.earliest());
        (fresh && self.scene.published.is_some() && main.status == Status::Happened).then_some(told)
    }
}

#[cfg(test)]
mod tests;
