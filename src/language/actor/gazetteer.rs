//! The lists of states, bodies, places, first names and common words, embedded and indexed once.
//!
//! `assets/gazetteer/README.md` tells where they come from.

mod build;

#[cfg(test)]
pub use build::stated_lists;

use super::lexicon::Class;
use super::table::Table;
use std::sync::OnceLock;

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
    GAZETTEER.get_or_init(build::gazetteer)
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
}

/// "stopp" to "stop".
fn doubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b] if a == b => stem.get(..stem.len() - 1),
        _ => None,
    }
}
