//! Which person each name means: full names, surnames alone, titles, given names in their many forms.

use super::Book;
use crate::language::actor::ActorKind;
use crate::language::actor::evidence::Evidence;
use crate::language::actor::gazetteer::UnitId;
use crate::language::actor::lexicon::Class;
use crate::language::actor::scan::{Candidate, Person, What};
use crate::language::actor::spelling::{plain, same_sound, sound};
use std::collections::HashMap;
use std::ops::Range;

/// Chinese and Korean family names, in their usual spellings, which stand before the given name.
const FAMILY_FIRST: [&str; 48] = [
    "kim", "xi", "mao", "zhou", "chou", "deng", "hu", "jiang", "wen", "li", "wang", "yang", "zhang", "chang", "chen", "liu", "chiang",
    "lin", "zhao", "zhu", "hua", "peng", "qin", "tsai", "lai", "ma", "lee", "park", "pak", "moon", "roh", "noh", "ban", "yoon", "chung",
    "chun", "choi", "choe", "ri", "rhee", "han", "goh", "lien", "qian", "dai", "wu", "sun", "tung",
];

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

impl Book<'_, '_> {
    /// Gives people of whom the article tells no state the one that the list of leaders knows. Their offices help to understand "the
    /// Russian president" and are not shown as roles, since the article does not tell them.
    pub(super) fn know_leaders(&mut self) {
        for index in 0..self.people.len() {
            let Some(card) = self.people.get_mut(index) else { continue };
            let Some(surname) = card.words.last() else { continue };
            let fits = |name: &str| {
                let words: Vec<String> = name.split([' ', '-']).map(plain).collect();
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

    /// The words of a person's name that count when names are compared.
    pub(super) fn words(&self, name: &Range<usize>) -> Vec<String> {
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
    pub(super) fn given_name_follows(&self, name: &Range<usize>) -> bool {
        let hyphen = name.clone().any(|t| self.view.written(t) == "-");
        let first = self.view.seen(name.start).word.first_name;
        hyphen || !first || name.len() > 2
    }

    /// Enters people told by more than one word.
    pub(super) fn full_person(&mut self, index: usize, kinds: &HashMap<String, Evidence>) {
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
    pub(super) fn sharing(&self, words: &[String]) -> Vec<usize> {
        let mut cards: Vec<usize> = words.iter().filter_map(|w| self.by_word.get(&sound(w))).flatten().copied().collect();
        cards.sort_unstable();
        cards.dedup();
        cards
    }

    pub(super) fn index_words(&mut self, card: usize, words: &[String]) {
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

    pub(super) fn new_person(&mut self, candidate: &Candidate, words: Vec<String>, index: usize) -> usize {
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
    pub(super) fn learn(&mut self, card: usize, candidate: &Candidate, person: &Person, words: Vec<String>) {
        self.index_words(card, &words);
        let Some(card) = self.people.get_mut(card) else { return };
        let name = self.view.text(&candidate.name);
        let Some(entity) = self.entities.get_mut(card.entity) else { return };
        // The fuller name, and of two spellings the one with its own letters: "Võ Nguyên Giáp".
        let own = words.len() == card.words.len() && words.len() > 1 && entity.name.is_ascii() && !name.is_ascii();
        if words.len() > card.words.len() || own && plain(&name) == plain(&entity.name) {
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

    pub(super) fn touch(&mut self, entity: usize, index: usize) {
        if let Some(card) = self.by_entity.get(&entity).and_then(|&c| self.people.get_mut(c)) {
            card.last = index;
            card.told += 1;
        }
    }

    /// A person told by one word, with or without a title.
    pub(super) fn short_person(&mut self, index: usize, candidate: &Candidate, person: &Person) -> usize {
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

    /// The person whom a short form means: of those whom it fits, one with that surname, that role, told in full by the same words, and told
    /// before, in this order; among equals one told in this paragraph, then the one told most often, then the nearest.
    pub(super) fn card_of_short(&self, words: &[String], roles: &[String], regnal: bool, index: usize) -> Option<usize> {
        let paragraph = self.candidates.get(index).map_or(usize::MAX, |c| self.paragraph(c.head));
        let here = |card: &Card| {
            let near = self.candidates.get(card.last).map_or(0, |c| self.paragraph(c.head));
            card.last <= index && near == paragraph
        };
        let fits = |card: &&Card| {
            let contained = words.iter().all(|w| card.words.iter().any(|c| same_sound(c, w)));
            // "King Hussein" is not Saddam Hussein, of whom no crown is told.
            if regnal && !card.regnal && !card.roles.iter().any(|r| roles.contains(r)) {
                return false;
            }
            // "President Kennedy" is not "Attorney General Robert Kennedy".
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

/// Whether a name's first word is its family name, as Chinese, Koreans and Vietnamese write it.
pub fn family_first(word: &str) -> bool {
    FAMILY_FIRST.contains(&word.to_lowercase().as_str())
}
