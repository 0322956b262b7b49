//! Who is who over the whole article: short forms find their full names, abbreviations what they stand for.

use super::evidence::Evidence;
use super::gazetteer::{Form, Phrase, UnitId, UnitKind};
use super::lexicon::Class;
use super::scan::{Candidate, Person, What};
use super::spelling::{same_sound, sound};
use super::thing::ThingKind;
use super::view::View;
use super::{ActorKind, Actors, Entity, Mention};
use crate::article::TextSpan;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Chinese, Korean and Vietnamese family names, which stand before the given name.
const FAMILY_FIRST: [&str; 48] = [
    "kim", "xi", "mao", "zhou", "chou", "deng", "hu", "jiang", "wen", "li", "wang", "yang", "zhang", "chang", "chen", "liu", "chiang",
    "lin", "zhao", "zhu", "hua", "peng", "qin", "tsai", "lai", "ma", "lee", "park", "pak", "moon", "roh", "noh", "ban", "yoon", "chung",
    "chun", "choi", "choe", "ri", "rhee", "han", "goh", "lien", "qian", "dai", "wu", "sun", "tung",
];

/// Whether a name's first word is its family name, as Chinese, Koreans and Vietnamese write it.
pub fn family_first(word: &str) -> bool {
    FAMILY_FIRST.contains(&word.to_lowercase().as_str())
}

/// What is known of a person besides the entity.
#[derive(Debug, Clone)]
pub struct Card {
    pub entity: usize,
    /// The words of the fullest name in plain spelling, without particles and titles.
    pub words: Vec<String>,
    /// The heads of the roles told: "president".
    pub roles: Vec<String>,
    /// The words that qualify the roles: "deputy".
    pub parts: Vec<String>,
    pub state: Option<UnitId>,
    /// Whether it is known to be a woman, or known not to be.
    pub female: Option<bool>,
    first: usize,
    last: usize,
    /// How often the person has been told so far.
    pub told: usize,
    /// Told with "King", "Prince" and one name.
    regnal: bool,
}

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

    /// Gives people of whom the article tells no state the one that the list of leaders knows. Their offices help to understand "the
    /// Russian president" and are not shown as roles, since the article does not tell them.
    fn know_leaders(&mut self) {
        for index in 0..self.people.len() {
            let Some(card) = self.people.get_mut(index) else { continue };
            let Some(surname) = card.words.last() else { continue };
            let fits = |name: &str| {
                let words: Vec<String> = name.split([' ', '-']).map(super::spelling::plain).collect();
                if card.words.len() > 1 {
                    // Each word of the list's name, given that people leave out or add the middle ones.
                    let known = |w: &String| card.words.iter().any(|c| same_sound(c, w) || c.len() > 2 && same_first(c, w));
                    words.iter().all(known)
                } else {
                    words.last().is_some_and(|w| same_sound(w, surname))
                }
            };
            let found: Vec<_> = self.view.gazetteer.leaders(surname).iter().filter(|l| fits(l.name)).collect();
            let Some(first) = found.first() else { continue };
            // "Bush", "Johnson": only where all agree on the state.
            if found.iter().any(|l| l.state != first.state) || card.state.is_some_and(|s| s != first.state) {
                continue;
            }
            for leader in &found {
                let (parts, head) = leader.office.rsplit_once(' ').unwrap_or(("", leader.office));
                for (list, word) in [(&mut card.roles, head), (&mut card.parts, parts)] {
                    if !word.is_empty() && !list.iter().any(|known| known == word) {
                        list.push(word.to_owned());
                    }
                }
            }
            card.state = Some(first.state);
            let entity = card.entity;
            if let Some(slot) = self.states.get_mut(entity) {
                *slot = Some(first.state);
            }
            if let Some(shown) = self.entities.get_mut(entity) {
                shown.state = self.view.gazetteer.state_name(Some(first.state)).map(str::to_owned);
            }
        }
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

    /// The words of a person's name that count when names are compared.
    fn words(&self, name: &Range<usize>) -> Vec<String> {
        let counts = |&t: &usize| {
            let class = self.view.class(t);
            !(class.has(Class::PARTICLE | Class::SUFFIX | Class::REGNAL) && name.len() > 1)
                && self.view.plain(t).chars().any(char::is_alphanumeric)
        };
        let mut words: Vec<String> = name.clone().filter(counts).map(|t| self.view.plain(t).to_owned()).collect();
        // "Kim Jong-un", "Zhou Enlai": the family name comes first and is put last here.
        if words.len() > 1 && words.first().is_some_and(|w| FAMILY_FIRST.contains(&w.as_str())) && self.given_name_follows(name) {
            words.rotate_left(1);
        }
        if words.is_empty() { name.clone().map(|t| self.view.plain(t).to_owned()).collect() } else { words }
    }

    /// Whether what follows a family name is a given name of its kind rather than a Western surname: "Lee Kuan Yew", not "Lee Hamilton".
    fn given_name_follows(&self, name: &Range<usize>) -> bool {
        let hyphen = name.clone().any(|t| self.view.written(t) == "-");
        let first = self.view.seen(name.start).word.first_name;
        hyphen || !first || name.len() > 2
    }

    /// Enters people told by more than one word.
    fn full_person(&mut self, index: usize, kinds: &HashMap<String, Evidence>) {
        let Some(candidate) = self.candidates.get(index) else { return };
        let nobody = Person::default();
        let person = match &candidate.what {
            What::Person(person) => person,
            What::Unknown(_) if candidate.short_for.is_none() && self.kind_of_unknown(candidate, kinds) == Some(ActorKind::Person) => {
                &nobody
            }
            _ => return,
        };
        let words = self.words(&candidate.name);
        if words.len() < 2 {
            return;
        }
        let known = self.sharing(&words).into_iter().find(|&c| self.people.get(c).is_some_and(|c| same_person(&c.words, &words)));
        let card = known.unwrap_or_else(|| self.new_person(candidate, words.clone(), index));
        self.learn(card, candidate, person, words);
        if let Some(slot) = self.taken.get_mut(index) {
            *slot = self.people.get(card).map(|c| c.entity);
        }
    }

    /// The cards that share a word with a name, in the order they were entered.
    fn sharing(&self, words: &[String]) -> Vec<usize> {
        let mut cards: Vec<usize> = words.iter().filter_map(|w| self.by_word.get(&sound(w))).flatten().copied().collect();
        cards.sort_unstable();
        cards.dedup();
        cards
    }

    fn index_words(&mut self, card: usize, words: &[String]) {
        for word in words {
            let cards = self.by_word.entry(sound(word)).or_default();
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
    }

    /// What is known of the person that an entity is.
    pub fn card(&self, entity: usize) -> Option<&Card> {
        self.by_entity.get(&entity).and_then(|&c| self.people.get(c))
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

    /// Notes a role told in apposition: "the Turkish foreign minister, Hulusi Akar".
    pub fn tell_role(&mut self, entity: usize, role: String, head: &str, state: Option<UnitId>) {
        let Some(card) = self.by_entity.get(&entity).and_then(|&c| self.people.get_mut(c)) else { return };
        if !card.roles.iter().any(|r| r == head) {
            card.roles.push(head.to_owned());
        }
        let state = card.state.or(state);
        card.state = state;
        if let Some(slot) = self.states.get_mut(entity) {
            *slot = state;
        }
        if let Some(entity) = self.entities.get_mut(entity) {
            entity.role.get_or_insert(role);
            entity.state = self.view.gazetteer.state_name(state).map(str::to_owned);
        }
    }

    fn new_person(&mut self, candidate: &Candidate, words: Vec<String>, index: usize) -> usize {
        let entity = self.add(ActorKind::Person, self.view.text(&candidate.name), None, false);
        self.people.push(Card {
            entity,
            words,
            roles: Vec::new(),
            parts: Vec::new(),
            state: None,
            female: None,
            first: index,
            last: index,
            told: 0,
            regnal: self.view.has(candidate.name.start, Class::REGNAL) && candidate.name.len() > 1,
        });
        let card = self.people.len() - 1;
        self.by_entity.insert(entity, card);
        if let Some(words) = self.people.get(card).map(|c| c.words.clone()) {
            self.index_words(card, &words);
        }
        card
    }

    /// Takes over what a telling says of its person.
    fn learn(&mut self, card: usize, candidate: &Candidate, person: &Person, words: Vec<String>) {
        self.index_words(card, &words);
        let Some(card) = self.people.get_mut(card) else { return };
        let name = self.view.text(&candidate.name);
        let Some(entity) = self.entities.get_mut(card.entity) else { return };
        // The fuller name, and of two spellings the one with its own letters: "Võ Nguyên Giáp".
        let own = words.len() == card.words.len() && words.len() > 1 && entity.name.is_ascii() && !name.is_ascii();
        if words.len() > card.words.len() || own && super::spelling::plain(&name) == super::spelling::plain(&entity.name) {
            entity.name = name;
            card.words = words;
        }
        if let Some(role) = &person.role {
            let text = self.view.text(role);
            if entity.role.is_none() {
                entity.role = Some(without_article(&text).to_owned());
            }
        }
        if let Some(head) = person.role_head {
            let plain = singular(self.view.plain(head));
            if !card.roles.iter().any(|r| r == plain) {
                card.roles.push(plain.to_owned());
            }
            let from = person.role.as_ref().map_or(head, |r| r.start);
            for part in (from..head).filter(|&t| self.view.has(t, Class::ROLE_PART | Class::ROLE)) {
                if !card.parts.iter().any(|p| p == self.view.plain(part)) {
                    card.parts.push(self.view.plain(part).to_owned());
                }
            }
        }
        if person.female || person.sex_told {
            card.female = Some(person.female);
        }
        if card.state.is_none() && person.state.is_some() {
            card.state = person.state;
            entity.state = self.view.gazetteer.state_name(person.state).map(str::to_owned);
            if let Some(slot) = self.states.get_mut(card.entity) {
                *slot = person.state;
            }
        }
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

    fn touch(&mut self, entity: usize, index: usize) {
        if let Some(card) = self.by_entity.get(&entity).and_then(|&c| self.people.get_mut(c)) {
            card.last = index;
            card.told += 1;
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

    /// A person told by one word, with or without a title.
    fn short_person(&mut self, index: usize, candidate: &Candidate, person: &Person) -> usize {
        let words = self.words(&candidate.name);
        let role = person.role_head.map(|h| singular(self.view.plain(h)).to_owned());
        let roles: Vec<String> = role.into_iter().collect();
        let regnal = self.view.has(candidate.name.start, Class::REGNAL) && candidate.name.len() > 1;
        let entity = match self.card_of_short(&words, &roles, regnal, index) {
            Some(entity) => entity,
            None => {
                let card = self.new_person(candidate, words.clone(), index);
                self.people.get(card).map_or(0, |c| c.entity)
            }
        };
        if let Some(card) = self.by_entity.get(&entity).copied() {
            self.learn(card, candidate, person, words);
        }
        self.touch(entity, index);
        entity
    }

    /// The person whom a short form means: the one told last before it, else the first told after it.
    fn card_of_short(&self, words: &[String], roles: &[String], regnal: bool, index: usize) -> Option<usize> {
        let paragraph = self.candidates.get(index).map_or(usize::MAX, |c| self.paragraph(c.head));
        let here = |card: &Card| {
            let near = self.candidates.get(card.last).map_or(0, |c| self.paragraph(c.head));
            card.last <= index && near == paragraph
        };
        let fits = |card: &&Card| {
            let contained = words.iter().all(|w| card.words.iter().any(|c| same_sound(c, w)));
            // "President Kennedy" is not "Attorney General Robert Kennedy".
            // "King Hussein" is not Saddam Hussein, of whom no crown is told.
            if regnal && !card.regnal && !card.roles.iter().any(|r| roles.contains(r)) {
                return false;
            }
            let agrees = roles.is_empty()
                || card.roles.is_empty()
                || card.roles.iter().any(|r| roles.contains(r))
                || card.words.len() == words.len();
            contained && agrees
        };
        let rank = |card: &&Card| {
            let surname = words.last().zip(card.words.last()).is_some_and(|(a, b)| same_sound(a, b));
            let role = card.roles.iter().any(|r| roles.contains(r));
            let before = card.first <= index;
            let near = if before { card.last.max(card.first) } else { usize::MAX - card.first };
            let exact = card.words.len() == words.len();
            // Someone named in this paragraph, else the one told most often, else the last.
            (surname, role, exact, before, here(card), card.told, near)
        };
        let sharing = self.sharing(words);
        sharing.iter().filter_map(|&c| self.people.get(c)).filter(fits).max_by_key(rank).map(|c| c.entity)
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

fn without_article(role: &str) -> &str {
    role.strip_prefix("the ").unwrap_or(role)
}

/// "presidents" to "president".
pub fn singular(role: &str) -> &str {
    match role {
        "secretaries" => "secretary",
        "gen." | "gen" => "general",
        "sen." | "sen" => "senator",
        "gov." | "gov" => "governor",
        "adm." | "adm" => "admiral",
        "col." | "col" => "colonel",
        "amb." | "amb" => "ambassador",
        _ => role.strip_suffix('s').filter(|r| r.len() > 3 && !r.ends_with('s')).unwrap_or(role),
    }
}

/// Whether two full names may be one person's: the surnames agree, and so do the first names or the initials.
fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() > 2 || short.len() == long.len() && short.len() > 1 {
        let all = short.iter().all(|w| long.iter().any(|l| same_sound(w, l)));
        if all {
            return true;
        }
    }
    let (Some(last_a), Some(last_b), Some(first_a), Some(first_b)) = (a.last(), b.last(), a.first(), b.first()) else { return false };
    let inner = short.iter().all(|w| long.iter().any(|l| same_sound(w, l)));
    // "Kim Jong-un" and "Kim Yong-chol": what is told between must agree too.
    let middle = short.len() < 3 || short.iter().all(|w| long.iter().any(|l| same_first(w, l) || same_first(l, w)));
    inner || middle && same_sound(last_a, last_b) && same_first(first_a, first_b)
}

/// "Joe" and "Joseph", "J." and "John", "Bill" and "William".
fn same_first(a: &str, b: &str) -> bool {
    const SHORT: [(&str, &str); 30] = [
        ("bill", "william"),
        ("will", "william"),
        ("bob", "robert"),
        ("bobby", "robert"),
        ("jim", "james"),
        ("jimmy", "james"),
        ("mike", "michael"),
        ("tony", "anthony"),
        ("tony", "antony"),
        ("dick", "richard"),
        ("rick", "richard"),
        ("jack", "john"),
        ("ted", "edward"),
        ("ted", "theodore"),
        ("joe", "joseph"),
        ("jake", "jacob"),
        ("steve", "stephen"),
        ("harry", "henry"),
        ("hank", "henry"),
        ("bibi", "benjamin"),
        ("chuck", "charles"),
        ("larry", "lawrence"),
        ("ike", "dwight"),
        ("al", "albert"),
        ("liz", "elizabeth"),
        ("peggy", "margaret"),
        ("kate", "katherine"),
        ("cathy", "catherine"),
        ("jerry", "gerald"),
        ("dave", "david"),
    ];
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let initial = short.strip_suffix('.').unwrap_or(short);
    same_sound(a, b)
        || initial.len() == 1 && long.starts_with(initial)
        || short.len() > 2 && long.starts_with(short)
        || SHORT.contains(&(short, long))
        || SHORT.contains(&(long, short))
}
