//! Reads the embedded lists into the gazetteer's tables, once at the first call.

use super::{Form, Gazetteer, Leader, Phrase, Unit, UnitId, UnitKind, Word};
use crate::article::TextSpan;
use crate::language::actor::lexicon::WORDS;
use crate::language::actor::spelling::plain_into;
use crate::language::actor::table::Table;
use crate::language::token;
use std::collections::HashMap;

const STATES: &str = include_str!("../../../../assets/gazetteer/states.txt");
const PLACES: &str = include_str!("../../../../assets/gazetteer/places.txt");
const BODIES: &str = include_str!("../../../../assets/gazetteer/bodies.txt");
const LEADERS: &str = include_str!("../../../../assets/gazetteer/leaders.txt");
const CITIES: &str = include_str!("../../../../assets/gazetteer/cities.txt");
const FIRST_NAMES: &str = include_str!("../../../../assets/gazetteer/first_names.txt");
const COMMON_WORDS: &str = include_str!("../../../../assets/gazetteer/common_words.txt");

/// All lists, indexed.
pub fn gazetteer() -> Gazetteer {
    let mut build = Builder {
        gazetteer: Gazetteer {
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
