//! Who is who over the whole article: short forms find their full names, abbreviations what they stand for.

mod people;

pub use people::{Card, family_first, singular};

use super::evidence::Evidence;
use super::gazetteer::{Form, Phrase, UnitId, UnitKind};
use super::lexicon::Class;
use super::scan::{Candidate, Person, What};
use super::spelling::sound;
use super::thing::ThingKind;
use super::view::View;
use super::{ActorKind, Actors, Entity, Mention};
use crate::article::TextSpan;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The entities and mentions as they come to be known.
pub struct Book<'a, 'd> {
    view: &'a View<'d>,
    candidates: &'a [Candidate],
    pub entities: Vec<Entity>,
    /// The unit number of each entity's state.
    pub states: Vec<Option<UnitId>>,
    pub mentions: Vec<Mention>,
    pub people: Vec<Card>,
    /// The cards that have a word, by its sound.
    by_word: HashMap<String, Vec<usize>>,
    by_entity: HashMap<usize, usize>,
    units: HashMap<UnitId, usize>,
    keys: HashMap<String, usize>,
    /// The states told by an adjective or their people.
    demonyms: HashSet<UnitId>,
    /// The entity of each candidate, once known.
    taken: Vec<Option<usize>>,
}

impl<'a, 'd> Book<'a, 'd> {
    pub fn new(view: &'a View<'d>, candidates: &'a [Candidate]) -> Self {
        Self {
            view,
            candidates,
            entities: Vec::new(),
            states: Vec::new(),
            mentions: Vec::with_capacity(candidates.len()),
            people: Vec::new(),
            by_word: HashMap::new(),
            by_entity: HashMap::new(),
            units: HashMap::new(),
            keys: HashMap::new(),
            demonyms: candidates
                .iter()
                .filter_map(|c| match &c.what {
                    What::Listed(phrase) if phrase.form != Form::Name => Some(phrase.unit),
                    _ => None,
                })
                .collect(),
            taken: vec![None; candidates.len()],
        }
    }

    /// Gives every candidate its entity: full names first, so that a short form in the headline finds the full name of the body.
    pub fn fill(&mut self) {
        let kinds = self.unknown_kinds();
        for index in 0..self.candidates.len() {
            self.full_person(index, &kinds);
        }
        for index in 0..self.candidates.len() {
            let Some(candidate) = self.candidates.get(index) else { continue };
            if let Some(entity) = self.entity_of(index, candidate, &kinds) {
                self.mention(candidate, entity, false);
                if let Some(slot) = self.taken.get_mut(index) {
                    *slot = Some(entity);
                }
            }
        }
        self.know_leaders();
    }

    /// Adds a mention with the candidate's place in the text.
    fn mention(&mut self, candidate: &Candidate, entity: usize, pronoun: bool) {
        let mention = Mention {
            span: self.span(&candidate.tokens),
            tokens: candidate.tokens.clone(),
            name: candidate.name.clone(),
            head: candidate.head,
            entity,
            modifier: candidate.modifier,
            pronoun,
        };
        self.mentions.push(mention);
    }

    pub fn span(&self, tokens: &Range<usize>) -> TextSpan {
        let all = &self.view.document.tokens;
        let start = all.get(tokens.start).map_or(0, |t| t.span.start);
        let end = tokens.end.checked_sub(1).and_then(|l| all.get(l)).map_or(start, |t| t.span.end);
        TextSpan::new(start, end.max(start))
    }

    pub fn add(&mut self, kind: ActorKind, name: String, state: Option<UnitId>, locatable: bool) -> usize {
        let state_name = self.view.gazetteer.state_name(state).map(str::to_owned);
        self.entities.push(Entity { kind, name, short: None, role: None, state: state_name, locatable, seat: false });
        self.states.push(state);
        self.entities.len() - 1
    }

    /// What the article as a whole says of each unknown name.
    fn unknown_kinds(&self) -> HashMap<String, Evidence> {
        let mut kinds: HashMap<String, Evidence> = HashMap::new();
        for candidate in self.candidates {
            let What::Unknown(evidence) = &candidate.what else { continue };
            let sum = kinds.entry(self.view.key(&candidate.name)).or_insert(Evidence { weak: true, ..Evidence::default() });
            sum.person += evidence.person;
            sum.place += evidence.place;
            sum.body += evidence.body;
            sum.weak &= evidence.weak;
        }
        kinds
    }

    fn kind_of_unknown(&self, candidate: &Candidate, kinds: &HashMap<String, Evidence>) -> Option<ActorKind> {
        let evidence = kinds.get(&self.view.key(&candidate.name)).copied().unwrap_or_default();
        if evidence.weak {
            return None;
        }
        let words = candidate.name.len();
        if evidence.body > 1 && evidence.body > evidence.place {
            return Some(ActorKind::Body);
        }
        // Two words with a capital are a person rather than a place, unless something says so.
        let person = evidence.person + i32::from(words > 1);
        if evidence.place > person && evidence.place > 1 {
            return Some(ActorKind::Place);
        }
        (person > 0 && evidence.body == 0).then_some(ActorKind::Person)
    }

    /// The entity of a state, where it has been told by name or demonym.
    pub fn state_entity(&self, state: UnitId) -> Option<usize> {
        self.units.get(&state).copied()
    }

    /// The entity of a group with this name, made where there is none.
    pub fn group(&mut self, name: String, state: Option<UnitId>, institution: bool) -> usize {
        let plain = super::spelling::plain(&name);
        let key = format!("group {plain}");
        if let Some(known) = self.keys.get(&key).or_else(|| self.keys.get(&plain)) {
            return *known;
        }
        let entity = self.add(if institution { ActorKind::Body } else { ActorKind::Group }, name, state, false);
        self.keys.insert(key, entity);
        entity
    }

    fn entity_of(&mut self, index: usize, candidate: &Candidate, kinds: &HashMap<String, Evidence>) -> Option<usize> {
        if let Some(entity) = self.taken.get(index).copied().flatten() {
            self.touch(entity, index);
            return Some(entity);
        }
        if let Some(long) = candidate.short_for {
            let entity = self.taken.get(long).copied().flatten()?;
            self.keys.insert(self.view.key(&candidate.name), entity);
            self.abbreviate(entity, self.view.text(&candidate.name));
            return Some(entity);
        }
        match &candidate.what {
            What::Listed(phrase) => self.listed(index, candidate, phrase),
            What::Person(person) => Some(self.short_person(index, candidate, person)),
            What::Thing(thing) => {
                let key = self.view.key(&candidate.name);
                if let Some(known) = self.keys.get(&key) {
                    return Some(*known);
                }
                let (kind, locatable) = match thing.kind {
                    ThingKind::Body => (ActorKind::Body, false),
                    ThingKind::Place => (ActorKind::Place, true),
                    ThingKind::Occasion => (ActorKind::Occasion, thing.held),
                };
                let state = thing.state.filter(|_| kind != ActorKind::Occasion);
                let entity = self.add(kind, self.view.text(&candidate.name), state, locatable);
                self.keys.insert(key, entity);
                Some(entity)
            }
            What::Group(group) => Some(self.group(group.name.clone(), group.state, group.institution)),
            What::Unknown(_) => self.unknown(index, candidate, kinds),
        }
    }

    fn listed(&mut self, index: usize, candidate: &Candidate, phrase: &Phrase) -> Option<usize> {
        // "Lincoln" after "Abraham Lincoln" is the man.
        if phrase.doubtful && candidate.name.len() == 1 {
            let words = self.words(&candidate.name);
            if let Some(card) = self.card_of_short(&words, &[], false, index) {
                self.touch(card, index);
                return Some(card);
            }
        }
        let unit = self.view.gazetteer.unit(phrase.unit)?;
        // "Togo" is the admiral where Admiral Heihachiro Togo has been told and nothing Togolese, and not "in Togo".
        if phrase.form == Form::Name && candidate.name.len() == 1 && unit.kind != UnitKind::Body && !self.demonyms.contains(&phrase.unit) {
            let word = self.view.plain(candidate.name.start);
            let before = candidate.name.start.checked_sub(1);
            let placed = before.is_some_and(|b| self.view.has(b, Class::BEFORE_PLACE));
            let cards = self.by_word.get(&sound(word)).map_or(&[][..], Vec::as_slice);
            let titled = |c: &&Card| c.words.len() > 1 && c.words.last().is_some_and(|w| w == word) && c.entity < self.entities.len();
            if let Some(card) = cards.iter().filter_map(|&c| self.people.get(c)).find(titled).filter(|_| !placed) {
                let entity = card.entity;
                self.touch(entity, index);
                return Some(entity);
            }
        }
        let told = self.view.text(&candidate.name);
        if phrase.form == Form::People {
            let key = format!("people {}", super::spelling::plain(&told));
            if let Some(known) = self.keys.get(&key) {
                return Some(*known);
            }
            // "the Soviets", "the Americans" act for their state, yet may be named apart.
            let entity = self.add(ActorKind::Group, told, unit.state, false);
            self.keys.insert(key, entity);
            return Some(entity);
        }
        let (name, kind) = match unit.kind {
            UnitKind::State => (told, ActorKind::State),
            UnitKind::Body => (told, ActorKind::Body),
            UnitKind::Place => (told, ActorKind::Place),
        };
        let names = phrase.form == Form::Name;
        if let Some(&known) = self.units.get(&phrase.unit) {
            // Of "IAEA" and "International Atomic Energy Agency" the one is the name and the other the abbreviation.
            if phrase.acronym && unit.kind != UnitKind::State {
                self.abbreviate(known, name);
                return Some(known);
            }
            let before = self.entities.get(known).map_or(String::new(), |e| e.name.clone());
            let longer = names && name.len() > before.len();
            if longer && !before.is_empty() && !before.chars().any(char::is_lowercase) && unit.kind != UnitKind::State {
                self.abbreviate(known, before);
            }
            let shown = self.entities.get_mut(known)?;
            if names && name.len() > shown.name.len() || names && shown.name == unit.name && !self.named_by_text(known) {
                if let Some(shown) = self.entities.get_mut(known) {
                    shown.name = name;
                }
                self.keys.insert(format!("named {known}"), known);
            }
            return Some(known);
        }
        let shown = if names { name } else { unit.name.to_owned() };
        let entity = self.add(kind, shown, unit.state, unit.kind != UnitKind::Body);
        if names {
            self.keys.insert(format!("named {entity}"), entity);
        }
        if let Some(added) = self.entities.get_mut(entity) {
            added.seat = unit.seat;
        }
        self.units.insert(phrase.unit, entity);
        Some(entity)
    }

    fn abbreviate(&mut self, entity: usize, short: String) {
        if let Some(entity) = self.entities.get_mut(entity).filter(|e| e.name != short && e.short.is_none()) {
            entity.short = Some(short);
        }
    }

    fn named_by_text(&self, entity: usize) -> bool {
        self.keys.contains_key(&format!("named {entity}"))
    }

    fn unknown(&mut self, index: usize, candidate: &Candidate, kinds: &HashMap<String, Evidence>) -> Option<usize> {
        let key = self.view.key(&candidate.name);
        if let Some(known) = self.keys.get(&key) {
            return Some(*known);
        }
        let words = self.words(&candidate.name);
        if let Some(card) = self.card_of_short(&words, &[], false, index) {
            self.touch(card, index);
            return Some(card);
        }
        let kind = self.kind_of_unknown(candidate, kinds)?;
        if kind == ActorKind::Person {
            return Some(self.short_person(index, candidate, &Person::default()));
        }
        let entity = self.add(kind, self.view.text(&candidate.name), None, kind == ActorKind::Place);
        self.keys.insert(key, entity);
        Some(entity)
    }

    /// The paragraph that a token stands in.
    pub fn paragraph(&self, token: usize) -> usize {
        let sentences = &self.view.document.sentences;
        let after = sentences.partition_point(|s| s.tokens.start <= token);
        after.checked_sub(1).and_then(|i| sentences.get(i)).map_or(0, |s| s.paragraph)
    }

    /// The entities and mentions in their final order, those never mentioned left out.
    pub fn finish(mut self) -> Actors {
        self.mentions.sort_by_key(|m| (m.tokens.start, usize::MAX - m.tokens.end, m.entity, m.modifier));
        self.mentions.dedup_by(|a, b| a.tokens == b.tokens && a.entity == b.entity);
        let mut told = vec![false; self.entities.len()];
        for mention in &self.mentions {
            if let Some(slot) = told.get_mut(mention.entity) {
                *slot = true;
            }
        }
        let mut numbers = Vec::with_capacity(told.len());
        let mut next = 0;
        for &is_told in &told {
            numbers.push(next);
            next += usize::from(is_told);
        }
        for mention in &mut self.mentions {
            mention.entity = numbers.get(mention.entity).copied().unwrap_or(0);
        }
        let entities = self.entities.into_iter().zip(told).filter(|(_, told)| *told).map(|(entity, _)| entity).collect();
        Actors { entities, mentions: self.mentions }
    }
}
