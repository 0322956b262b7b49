//! Where news puts what it tells without a date: on the day of its lead, on the day of the report, or up to it.

use super::merging::Telling;
use super::narrative::{Narrative, like, when};
use super::reasons::Order;
use super::{Basis, Day, Frame, Grain, When};
use crate::language::event::{EventMention, Status, Tense};

/// How many days before its publication a report's lead may lie.
const FRESH: Day = 6;

impl<'a> Narrative<'a> {
    /// What a report tells of its lead's people in the plain past is of the lead's day, unless the text has followed them to another.
    pub(super) fn led(&self, mention: &EventMention) -> Option<When> {
        if mention.tense != Tense::Past || !self.main_line(mention) {
            return None;
        }
        let (lead, title, days) = self.lead()?;
        let agents: Vec<usize> = mention.agents.iter().filter_map(|p| p.entity).collect();
        let shares = |other: &EventMention| other.parties().filter_map(|p| p.entity).any(|e| agents.contains(&e));
        if lead.trigger >= mention.trigger || !shares(lead) {
            return None;
        }
        let followed = self.before(self.dated).find(|(.., w)| w.latest() - w.earliest() <= 31).is_some_and(|(_, t, w)| {
            w.earliest() != days.earliest() && self.scene.main(t).is_some_and(|o| o.status == Status::Happened && shares(o) && self.main_line(o))
        });
        (!followed).then(|| like(days, Order::Led(title).reason()))
    }

    /// What a report says is under way is so on its day: "is patrolling the Gulf".
    pub(super) fn under_way(&self, mention: &EventMention, frame: Frame) -> Option<When> {
        let present = matches!(mention.tense, Tense::Present | Tense::Progressive) && self.main_line(mention);
        let day = self.scene.today(frame).filter(|_| present)?;
        Some(when(frame, (day, day), Grain::Day, Basis::Convention, Order::UnderWay.reason()))
    }

    fn main_line(&self, mention: &EventMention) -> bool {
        !["relative", "in-sequence", "headline", "reported", "adverbial"].iter().any(|f| mention.has(f))
    }

    /// The first that a report tells with its day, where that is a day or a few before publication.
    fn lead(&self) -> Option<(&'a EventMention, &str, &When)> {
        let told = self.order.iter().find_map(|t| {
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
