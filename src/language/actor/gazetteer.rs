//! The lists of states, bodies, places, first names and common words, embedded and indexed once.
//!
//! `assets/gazetteer/README.md` tells where they come from.

use super::lexicon::{Class, WORDS};
use super::spelling::plain_into;
use super::table::Table;
use crate::article::TextSpan;
use crate::language::token;
use std::collections::HashMap;
use std::sync::OnceLock;

const STATES: &str = include_str!("../../../assets/gazetteer/states.txt");
const PLACES: &str = include_str!("../../../assets/gazetteer/places.txt");
const BODIES: &str = include_str!("../../../assets/gazetteer/bodies.txt");
const LEADERS: &str = include_str!("../../../assets/gazetteer/leaders.txt");
const CITIES: &str = include_str!("../../../assets/gazetteer/cities.txt");
const FIRST_NAMES: &str = include_str!("../../../assets/gazetteer/first_names.txt");
const COMMON_WORDS: &str = include_str!("../../../assets/gazetteer/common_words.txt");

/// Into `Gazetteer::units`.
pub type UnitId = u32;

/// Something that has names: a state, a body, a place.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    pub name: &'static str,
    pub kind: UnitKind,
    /// The state that a body or place belongs to; a state belongs to itself.
    pub state: Option<UnitId>,
    /// A capital or a seat of power, which may stand for its state's government.
    pub seat: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    State,
    Body,
    Place,
}

/// How a phrase tells its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Name,
    /// "Russian"
    Adjective,
    /// "Russians"
    People,
}

/// One phrase of the lists.
#[derive(Debug, Clone, Copy)]
pub struct Phrase {
    pub unit: UnitId,
    pub form: Form,
    /// Written in capitals throughout: "UN".
    pub acronym: bool,
    /// A city that is a person's name as well: "Lincoln".
    pub doubtful: bool,
    /// Bit n: the word n begins with a capital.
    capitals: u16,
    /// The phrase is an adjective's and a name's at once: "U.S."
    pub also_adjective: bool,
}

/// What is known of a single word, in plain spelling.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    pub class: Class,
    /// How many words the longest phrase that starts with this one has.
    longest: u8,
    /// An ordinary word of English.
    pub common: bool,
    pub first_name: bool,
    pub female: bool,
}

impl Word {
    pub const NOTHING: Self = Self { class: Class::NONE, longest: 0, common: false, first_name: false, female: false };
}

pub struct Gazetteer {
    pub units: Vec<Unit>,
    words: Table<Word>,
    phrases: Table<Phrase>,
    /// By the surname in plain spelling.
    leaders: Table<Vec<Leader>>,
}

/// Someone whose office and state need not be told.
#[derive(Debug, Clone, Copy)]
pub struct Leader {
    pub name: &'static str,
    pub office: &'static str,
    pub state: UnitId,
}

/// The lists, indexed at the first call.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(Gazetteer::build)
}

impl Gazetteer {
    /// What the lists say of a word themselves.
    pub fn known(&self, plain: &str) -> Word {
        self.words.get(plain).copied().unwrap_or(Word::NOTHING)
    }

    /// The same, a word of which they say nothing being common where it is formed from a common one.
    pub fn word(&self, plain: &str) -> Word {
        if let Some(word) = self.words.get(plain) {
            return *word;
        }
        Word { common: self.is_inflected(plain), ..Word::default() }
    }

    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(id as usize)
    }

    /// The leaders of whose name this is a word.
    pub fn leaders(&self, plain: &str) -> &[Leader] {
        self.leaders.get(plain).map_or(&[], Vec::as_slice)
    }

    /// The name of the state with this number.
    pub fn state_name(&self, id: Option<UnitId>) -> Option<&'static str> {
        id.and_then(|s| self.unit(s)).map(|u| u.name)
    }

    /// The longest phrase at the start of `words`, and how many words it takes; `word(n)` gives the plain spelling of the nth word
    /// with its own as written, or none at the end of the sentence.
    pub fn longest<'a>(&self, first: Word, word: impl Fn(usize) -> Option<(&'a str, &'a str)>) -> Option<(usize, Phrase)> {
        if first.longest == 0 {
            return None;
        }
        let mut key = String::with_capacity(32);
        let mut ends = [0usize; 16];
        let mut capitals = 0u16;
        let mut upper = true;
        let mut count = 0;
        for n in 0..usize::from(first.longest).min(ends.len()) {
            let Some((plain, written)) = word(n) else { break };
            if n > 0 {
                key.push(' ');
            }
            key.push_str(plain);
            if let Some(end) = ends.get_mut(n) {
                *end = key.len();
            }
            if written.starts_with(char::is_uppercase) {
                capitals |= 1 << n;
            }
            count = n + 1;
        }
        for n in (1..=count).rev() {
            key.truncate(ends.get(n - 1).copied().unwrap_or(0));
            let Some(phrase) = self.phrases.get(&key) else { continue };
            if phrase.capitals & !capitals != 0 {
                continue;
            }
            if phrase.acronym {
                upper = (0..n).all(|i| word(i).is_some_and(|(_, w)| !w.chars().any(char::is_lowercase)));
            }
            if !phrase.acronym || upper {
                return Some((n, *phrase));
            }
        }
        None
    }

    /// "-s", "-ed", "-ing", "-ly" on a common word.
    fn is_inflected(&self, plain: &str) -> bool {
        const ENDINGS: [(&str, &str); 12] = [
            ("ies", "y"),
            ("ied", "y"),
            ("es", ""),
            ("s", ""),
            ("ing", ""),
            ("ing", "e"),
            ("ed", ""),
            ("d", ""),
            ("ly", ""),
            ("ness", ""),
            ("er", ""),
            ("er", "e"),
        ];
        const NOUNS: [&str; 9] = ["ation", "ism", "ness", "ship", "hood", "dom", "ity", "ical", "ious"];
        if plain.len() > 7 && NOUNS.iter().any(|n| plain.ends_with(n)) {
            return true;
        }
        let mut base = String::new();
        ENDINGS.iter().any(|(ending, instead)| {
            let Some(stem) = plain.strip_suffix(ending).filter(|s| s.len() > 2) else { return false };
            base.clear();
            base.push_str(stem);
            base.push_str(instead);
            let known = |w: &str| self.words.get(w).is_some_and(|w| w.common);
            known(&base) || instead.is_empty() && base.len() > 3 && doubled(&base).is_some_and(known)
        })
    }

    fn build() -> Self {
        let mut build = Builder {
            gazetteer: Self {
                units: Vec::with_capacity(8000),
                words: Table::with_room(20000),
                phrases: Table::with_room(12000),
                leaders: Table::with_room(400),
            },
            tokens: Vec::new(),
            key: String::new(),
            states: HashMap::with_capacity(512),
        };
        build.words();
        build.states();
        build.bodies();
        build.places();
        build.cities();
        build.leaders();
        build.gazetteer
    }
}

/// "stopp" to "stop".
fn doubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b] if a == b => stem.get(..stem.len() - 1),
        _ => None,
    }
}

struct Builder {
    gazetteer: Gazetteer,
    tokens: Vec<token::Token>,
    key: String,
    states: HashMap<&'static str, UnitId>,
}

/// The pieces of a text between marks, without the spaces around them. The lists are long and read at start, so bytes are compared.
struct Pieces {
    rest: Option<&'static str>,
    mark: u8,
}

impl Iterator for Pieces {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let rest = self.rest?;
        let bytes = rest.as_bytes();
        let mut end = bytes.iter().position(|&b| b == self.mark).unwrap_or(bytes.len());
        self.rest = rest.get(end + 1..);
        let mut start = 0;
        while start < end && bytes.get(start) == Some(&b' ') {
            start += 1;
        }
        while end > start && bytes.get(end - 1) == Some(&b' ') {
            end -= 1;
        }
        rest.get(start..end)
    }
}

fn pieces(text: &'static str, mark: u8) -> Pieces {
    Pieces { rest: Some(text), mark }
}

/// The lines of a list without its comments, each cut at "|".
fn rows(list: &'static str) -> impl Iterator<Item = Pieces> {
    pieces(list, b'\n').filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| pieces(l, b'|'))
}

/// The parts of a field, cut at ";".
fn parts(field: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    pieces(field.unwrap_or(""), b';').filter(|p| !p.is_empty())
}

impl Builder {
    fn words(&mut self) {
        for (class, words) in WORDS {
            for word in pieces(words, b' ').filter(|w| !w.is_empty()) {
                self.key.clear();
                plain_into(word, &mut self.key);
                self.change(|w| w.class |= *class);
            }
        }
        for line in pieces(FIRST_NAMES, b'\n').filter(|n| !n.is_empty()) {
            let (name, female) = line.strip_suffix(" f").map_or((line, false), |n| (n, true));
            self.key.clear();
            plain_into(name, &mut self.key);
            self.change(|w| {
                w.first_name = true;
                w.female |= female;
            });
        }
        for word in pieces(COMMON_WORDS, b'\n').filter(|n| !n.is_empty()) {
            self.key.clear();
            self.key.push_str(word);
            self.change(|w| w.common = true);
        }
    }

    /// Changes what is known of the word in `key`.
    fn change(&mut self, change: impl FnOnce(&mut Word)) {
        if let Some(word) = self.gazetteer.words.entry(&self.key, || Word::NOTHING) {
            change(word);
        }
    }

    fn unit(&mut self, unit: Unit) -> UnitId {
        self.gazetteer.units.push(unit);
        (self.gazetteer.units.len() - 1) as UnitId
    }

    /// Adds a phrase unless another of higher rank has taken it.
    fn phrase(&mut self, written: &'static str, unit: UnitId, form: Form, doubtful: bool) {
        self.tokens.clear();
        if written.bytes().all(|b| b.is_ascii_alphabetic()) {
            // What needs no cutting, as most cities.
            self.tokens.push(token::Token { span: TextSpan::new(0, written.len()), kind: token::TokenKind::Word });
        } else {
            token::cut(written, 0, &mut self.tokens);
        }
        self.key.clear();
        let mut capitals = 0u16;
        let mut first_end = 0;
        for (n, token) in self.tokens.iter().enumerate().take(16) {
            let word = token.span.of(written);
            if n > 0 {
                self.key.push(' ');
            }
            plain_into(word, &mut self.key);
            if n == 0 {
                first_end = self.key.len();
            }
            if word.starts_with(char::is_uppercase) {
                capitals |= 1 << n;
            }
        }
        let count = self.tokens.len().min(16);
        if count == 0 {
            return;
        }
        if let Some(known) = self.gazetteer.phrases.get_mut(&self.key) {
            known.also_adjective |= known.unit == unit && form == Form::Adjective;
            return;
        }
        let acronym = count < 3
            && written.is_ascii()
            && !written.bytes().any(|b| b.is_ascii_lowercase())
            && written.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
        let phrase = Phrase { unit, form, acronym, doubtful, capitals, also_adjective: false };
        self.gazetteer.phrases.entry(&self.key, || phrase);
        self.key.truncate(first_end);
        self.change(|w| w.longest = w.longest.max(count as u8));
    }

    fn states(&mut self) {
        let mut capitals = Vec::with_capacity(300);
        for mut row in rows(STATES) {
            let Some(name) = row.next() else { continue };
            let id = self.gazetteer.units.len() as UnitId;
            self.unit(Unit { name, kind: UnitKind::State, state: Some(id), seat: false });
            self.states.insert(name, id);
            self.phrase(name, id, Form::Name, false);
            parts(row.next()).for_each(|p| self.phrase(p, id, Form::Name, false));
            parts(row.next()).for_each(|p| self.phrase(p, id, Form::Adjective, false));
            parts(row.next()).for_each(|p| self.phrase(p, id, Form::People, false));
            capitals.extend(parts(row.next()).map(|c| (c, id)));
        }
        for (capital, state) in capitals {
            let unit = self.unit(Unit { name: capital, kind: UnitKind::Place, state: Some(state), seat: true });
            self.phrase(capital, unit, Form::Name, false);
        }
    }

    fn bodies(&mut self) {
        for mut row in rows(BODIES) {
            let Some(name) = row.next() else { continue };
            let state = row.next().and_then(|s| self.states.get(s)).copied();
            let unit = self.unit(Unit { name, kind: UnitKind::Body, state, seat: false });
            self.phrase(name, unit, Form::Name, false);
            parts(row.next()).for_each(|p| self.phrase(p, unit, Form::Name, false));
        }
    }

    fn places(&mut self) {
        /// Seats of power that are told for their government.
        const SEATS: [&str; 9] =
            ["White House", "Kremlin", "Élysée", "Downing Street", "Whitehall", "Blue House", "Zhongnanhai", "Casa Rosada", "Capitol Hill"];
        for mut row in rows(PLACES) {
            let Some(name) = row.next() else { continue };
            let state = row.next().and_then(|s| self.states.get(s)).copied();
            let unit = self.unit(Unit { name, kind: UnitKind::Place, state, seat: SEATS.contains(&name) });
            self.phrase(name, unit, Form::Name, false);
            // Places near each other share a line; each keeps its own name.
            for other in parts(row.next()) {
                let unit = self.unit(Unit { name: other, kind: UnitKind::Place, state, seat: SEATS.contains(&name) });
                self.phrase(other, unit, Form::Name, false);
            }
            for people in parts(row.next()) {
                self.phrase(people, unit, if people.ends_with('s') { Form::People } else { Form::Adjective }, false);
            }
        }
    }

    fn leaders(&mut self) {
        for mut row in rows(LEADERS) {
            let state = row.next().and_then(|s| self.states.get(s)).copied();
            let Some((office, people)) = row.next().and_then(|r| r.split_once(':')) else { continue };
            let Some(state) = state else { continue };
            for name in parts(Some(people)) {
                // Under each word: families' and given names stand in either order.
                for word in name.split([' ', '-']).filter(|w| w.len() > 2) {
                    self.key.clear();
                    plain_into(word, &mut self.key);
                    if let Some(leaders) = self.gazetteer.leaders.entry(&self.key, Vec::new) {
                        leaders.push(Leader { name, office, state });
                    }
                }
            }
        }
    }

    fn cities(&mut self) {
        for mut row in rows(CITIES) {
            let state = row.next().and_then(|s| self.states.get(s)).copied();
            for city in parts(row.next()) {
                let (name, doubtful) = city.strip_prefix('?').map_or((city, false), |n| (n, true));
                let unit = self.unit(Unit { name, kind: UnitKind::Place, state, seat: false });
                self.phrase(name, unit, Form::Name, doubtful);
            }
        }
    }
}

/// The lists whose rows name a state, with the field that does.
#[cfg(test)]
pub fn stated_lists() -> [(usize, &'static str); 4] {
    [(1, PLACES), (1, BODIES), (0, CITIES), (0, LEADERS)]
}
