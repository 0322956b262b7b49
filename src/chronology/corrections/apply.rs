//! An extraction and corrections give a chronology.

use super::super::{Chronology, Conflict, Constraint, Event, Evidence, EvidenceRole, Relation, When, time_order};
use super::order;
use super::quote::{self, Folded, TextQuote};
use super::{Added, Change, Corrected, Correction, MODES, Mark, Orphan, Target, added};
use crate::article::{Article, TextSpan};
use std::collections::{BTreeMap, BTreeSet};

/// Applies corrections in their order. What is not found any more is given back as orphaned; everything else holds. Without
/// corrections the chronology is the extraction.
pub fn apply(article: &Article, extraction: &Chronology, corrections: &[Correction]) -> Corrected {
    if corrections.is_empty() {
        return Corrected { chronology: extraction.clone(), hidden: Vec::new(), orphans: Vec::new(), marks: BTreeMap::new() };
    }
    let mut draft = Draft::new(article, extraction, corrections);
    let mut orphans = Vec::new();
    for (at, correction) in corrections.iter().enumerate() {
        if let Err(place) = draft.correct(correction) {
            orphans.push(Orphan { correction: at, place });
        }
    }
    draft.finish(orphans)
}

pub(super) struct Draft<'a> {
    article: &'a Article,
    pub chronology: Chronology,
    folded: Option<Folded>,
    /// Ids that corrections name and the extraction still has: no other correction is moved to these.
    claimed: BTreeSet<&'a str>,
    /// What an id has become: the same event under another id, or the one into which it was merged.
    became: BTreeMap<String, String>,
    hidden: BTreeSet<String>,
    marks: BTreeMap<String, Mark>,
    /// Events whose days the reader gave.
    pub dated: BTreeSet<String>,
    /// The days before that.
    pub were: BTreeMap<String, When>,
    /// Orders that the reader gave.
    pub ordered: Vec<(String, String)>,
}

type Lost = Option<TextSpan>;

impl<'a> Draft<'a> {
    fn new(article: &'a Article, extraction: &Chronology, corrections: &'a [Correction]) -> Self {
        let ids: BTreeSet<&str> = extraction.events.iter().map(|e| e.id.as_str()).collect();
        let named = corrections.iter().map(|c| c.target.event.as_str());
        Self {
            article,
            chronology: extraction.clone(),
            folded: None,
            claimed: named.filter(|id| ids.contains(id)).collect(),
            became: BTreeMap::new(),
            hidden: BTreeSet::new(),
            marks: BTreeMap::new(),
            dated: BTreeSet::new(),
            were: BTreeMap::new(),
            ordered: Vec::new(),
        }
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.chronology.events.iter().position(|e| e.id == id)
    }

    /// Where a quote's words stand, exactly or but for white space and typography.
    fn place(&mut self, quote: &TextQuote) -> Option<TextSpan> {
        let text = &self.article.text;
        self.folded.get_or_insert_with(|| Folded::new(text)).find(quote)
    }

    /// The event that a target means: by id, else by its words, else by the sentence most like them.
    fn find(&mut self, target: &Target) -> Result<usize, Lost> {
        // An event made under an id that was merged away is itself.
        if let Some(at) = self.index(&target.event) {
            return Ok(at);
        }
        let mut id = target.event.as_str();
        // Merged events lead on to those that took them in; there can be no circle longer than there are events.
        for _ in 0..=self.became.len() {
            match self.became.get(id) {
                Some(next) => id = next,
                None => break,
            }
        }
        if let Some(at) = self.index(id) {
            return Ok(at);
        }
        let place = self.place(&target.quote);
        let (at, place) = match place {
            Some(place) => (self.told_at(place, target), Some(place)),
            None => {
                let sentences = self.sentences();
                let place = quote::nearest(&target.quote, &self.article.text, &sentences);
                (place.and_then(|place| self.told_at(place, target)), None)
            }
        };
        let at = at.ok_or(place)?;
        if let Some(event) = self.chronology.events.get(at) {
            self.became.insert(target.event.clone(), event.id.clone());
        }
        Ok(at)
    }

    fn sentences(&self) -> Vec<TextSpan> {
        let told = self.chronology.events.iter().flat_map(|e| &e.evidence).map(|e| e.span);
        let mut all: Vec<TextSpan> = told.chain(self.chronology.sentences.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Of the events told at a place that no other correction names, the one whose title is most like the target's.
    fn told_at(&self, place: TextSpan, target: &Target) -> Option<usize> {
        let free = |e: &&Event| !self.claimed.contains(e.id.as_str()) && !self.became.values().any(|id| *id == e.id);
        let here = |e: &Event| e.evidence.iter().find(|v| v.span.overlaps(place)).map(|v| v.role != EvidenceRole::Main);
        let events = self.chronology.events.iter().filter(free).filter_map(|e| Some((here(e)?, e)));
        let best = events.max_by(|a, b| {
            let like = |e: &Event| quote::likeness(&e.title, &target.title);
            b.0.cmp(&a.0).then(like(a.1).total_cmp(&like(b.1)))
        })?;
        self.index(&best.1.id)
    }

    fn correct(&mut self, correction: &Correction) -> Result<(), Lost> {
        match &correction.change {
            Change::Added(added) => return self.add(&correction.target, added),
            // It has been read against that date already.
            Change::Published(_) => return Ok(()),
            _ => {}
        }
        let at = self.find(&correction.target)?;
        let Some(id) = self.chronology.events.get(at).map(|e| e.id.clone()) else { return Err(None) };
        match &correction.change {
            Change::After(other) | Change::Before(other) | Change::Unordered(other) => {
                let other = self.find(other)?;
                let Some(other) = self.chronology.events.get(other).map(|e| e.id.clone()).filter(|o| *o != id) else { return Err(None) };
                let between = |from: &str, to: &str| (from == id && to == other) || (from == other && to == id);
                self.chronology.constraints.retain(|c| !between(&c.from, &c.to));
                self.ordered.retain(|(from, to)| !between(from, to));
                match correction.change {
                    Change::After(_) => self.ordered.push((other, id.clone())),
                    Change::Before(_) => self.ordered.push((id.clone(), other)),
                    _ => {}
                }
            }
            Change::Merged(other) => {
                let other = self.find(other)?;
                self.merge(&id, other)?;
            }
            Change::Split { id: new, evidence } => self.split(at, new, evidence)?,
            Change::Checked(checked) => {
                self.marks.entry(id).or_default().checked = *checked;
                return Ok(());
            }
            Change::Hidden(true) => {
                self.hidden.insert(id);
                return Ok(());
            }
            Change::Hidden(false) => {
                self.hidden.remove(&id);
                return Ok(());
            }
            change => self.amend(at, change),
        }
        self.marks.entry(id).or_default().corrected = true;
        Ok(())
    }

    /// What touches the one event alone.
    fn amend(&mut self, at: usize, change: &Change) {
        let published = self.chronology.published;
        let Some(event) = self.chronology.events.get_mut(at) else { return };
        match change {
            Change::Title(title) => event.title.clone_from(title),
            Change::Kind { kind, mode } => {
                event.kind = *kind;
                event.mode = mode.as_deref().and_then(|mode| MODES.into_iter().find(|m| *m == mode));
            }
            Change::Status(status) => {
                event.status = *status;
                event.status_word = None;
            }
            Change::Attribution(attribution) => event.attribution.clone_from(attribution),
            Change::Places(places) => event.places.clone_from(places),
            Change::Participants(people) => event.participants.clone_from(people),
            Change::When(days) => {
                if let Some(when) = days.when(published) {
                    if let Some(before) = event.when.replace(when) {
                        self.were.entry(event.id.clone()).or_insert(before);
                    }
                    self.dated.insert(event.id.clone());
                }
            }
            Change::Unplaced => {
                if let Some(before) = event.when.take() {
                    self.were.entry(event.id.clone()).or_insert(before);
                }
                self.dated.insert(event.id.clone());
            }
            _ => {}
        }
    }

    fn add(&mut self, target: &Target, added: &Added) -> Result<(), Lost> {
        let place = self.place(&target.quote);
        let place = place.or_else(|| quote::nearest(&target.quote, &self.article.text, &self.sentences())).ok_or(None)?;
        if self.index(&target.event).is_none() {
            let event = added::event(self.article, &self.chronology, &target.event, place, added);
            if event.when.is_some() {
                self.dated.insert(event.id.clone());
            }
            self.chronology.set_aside.retain(|s| !s.span.overlaps(place));
            self.chronology.events.push(event);
        }
        self.marks.entry(target.event.clone()).or_default().added = true;
        Ok(())
    }

    fn merge(&mut self, id: &str, other: usize) -> Result<(), Lost> {
        if self.chronology.events.get(other).is_none_or(|o| o.id == id) {
            return Err(None);
        }
        let gone = self.chronology.events.remove(other);
        let Some(at) = self.index(id) else { return Err(None) };
        let Some(event) = self.chronology.events.get_mut(at) else { return Err(None) };
        for evidence in gone.evidence {
            if let Some(known) = event.evidence.iter_mut().find(|e| e.span == evidence.span) {
                known.telling.extend(evidence.telling);
                known.telling.sort_unstable();
                known.telling.dedup();
            } else {
                let role = if evidence.role == EvidenceRole::Main { EvidenceRole::Retelling } else { evidence.role };
                event.evidence.push(Evidence { role, ..evidence });
            }
        }
        if let Some(rest) = event.evidence.get_mut(1..) {
            rest.sort_by_key(|e| e.span);
        }
        for (list, others) in [(&mut event.places, gone.places), (&mut event.participants, gone.participants)] {
            let new: Vec<String> = others.into_iter().filter(|o| !list.contains(o)).collect();
            list.extend(new);
        }
        event.salience = event.salience.max(gone.salience);
        event.confidence = event.confidence.max(gone.confidence);
        let wide = |w: &When| i64::from(w.latest()) - i64::from(w.earliest());
        let given = [event.when.is_some() && self.dated.contains(id), gone.when.is_some() && self.dated.contains(&gone.id)];
        event.when = match (event.when.take(), gone.when) {
            // The reader's own word stands; of two tellings the narrower where they meet.
            (Some(own), _) if given[0] => Some(own),
            (_, Some(their)) if given[1] => {
                self.dated.insert(id.to_owned());
                if let Some(before) = self.were.remove(&gone.id) {
                    self.were.insert(id.to_owned(), before);
                }
                Some(their)
            }
            (Some(own), Some(their))
                if own.frame == their.frame
                    && own.earliest() <= their.latest()
                    && their.earliest() <= own.latest()
                    && wide(&their) < wide(&own) =>
            {
                Some(their)
            }
            (own, their) => own.or(their),
        };
        let lead = |name: &mut String| {
            if *name == gone.id {
                id.clone_into(name);
            }
        };
        for constraint in &mut self.chronology.constraints {
            lead(&mut constraint.from);
            lead(&mut constraint.to);
        }
        self.chronology.constraints.retain(|c| c.from != c.to);
        for (from, to) in &mut self.ordered {
            lead(from);
            lead(to);
        }
        self.ordered.retain(|(from, to)| from != to);
        for conflict in &mut self.chronology.conflicts {
            conflict.events.iter_mut().for_each(lead);
        }
        self.became.insert(gone.id, id.to_owned());
        Ok(())
    }

    fn split(&mut self, at: usize, new: &str, quote: &TextQuote) -> Result<(), Lost> {
        let place = self.place(quote).or_else(|| quote::nearest(quote, &self.article.text, &self.sentences()));
        if self.index(new).is_some() {
            return Err(None);
        }
        let Some(event) = self.chronology.events.get_mut(at) else { return Err(None) };
        let piece = event.evidence.iter().position(|e| place.is_some_and(|p| e.span.overlaps(p))).ok_or(place)?;
        let mut part = Event { id: new.to_owned(), ..event.clone() };
        // The only sentence may tell two happenings; else it goes with the new event.
        let alone = event.evidence.len() == 1;
        let mut evidence = if alone { event.evidence.clone() } else { vec![event.evidence.remove(piece)] };
        for (n, e) in event.evidence.iter_mut().enumerate() {
            if n == 0 {
                e.role = EvidenceRole::Main;
            }
        }
        evidence.iter_mut().for_each(|e| e.role = EvidenceRole::Main);
        part.evidence = evidence;
        if self.dated.contains(&event.id) {
            self.dated.insert(new.to_owned());
        }
        self.chronology.events.push(part);
        self.marks.entry(new.to_owned()).or_default().corrected = true;
        Ok(())
    }

    fn finish(mut self, orphans: Vec<Orphan>) -> Corrected {
        order::settle(&mut self);
        for (id, mark) in &self.marks {
            if !mark.checked {
                continue;
            }
            if let Some(event) = self.chronology.events.iter_mut().find(|e| e.id == *id) {
                event.confidence = 1.0;
            }
            // Who has looked at it knows what is told against it.
            self.chronology.conflicts.iter_mut().for_each(|c: &mut Conflict| c.events.retain(|e| e != id));
        }
        self.chronology.conflicts.retain(|c| !c.events.is_empty());
        self.chronology.events.sort_by_key(time_order);
        let (hidden, mut events): (Vec<Event>, Vec<Event>) = self.chronology.events.into_iter().partition(|e| self.hidden.contains(&e.id));
        for (number, event) in events.iter_mut().enumerate() {
            event.number = number as u32 + 1;
        }
        self.chronology.constraints.retain(|c: &Constraint| ![&c.from, &c.to].iter().any(|id| self.hidden.contains(*id)));
        self.chronology.events = events;
        if !self.chronology.events.is_empty() {
            self.chronology.notices.retain(|n| n.code != "no-events");
        }
        let marks = self.marks.into_iter().filter(|(_, m)| *m != Mark::default()).collect();
        Corrected { chronology: self.chronology, hidden, orphans, marks }
    }
}

/// A constraint that the reader gave.
pub(super) fn constraint(from: &str, to: &str) -> Constraint {
    Constraint { from: from.to_owned(), to: to.to_owned(), relation: Relation::Before, span: None }
}
