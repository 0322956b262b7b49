//! The words that tell of events, grouped in families of one PLOVER kind each; one file per group of families. What a verb means only
//! with certain objects stands in `objects`.
//!
//! To add a trigger, add its base form to a family: all its inflected forms are found from there (`inflection`).

mod accord;
mod deeds;
mod force;
mod idioms;
pub mod objects;
mod other;
mod pressure;
mod speech;
mod talks;

use super::inflection::{self, VerbForm};
use super::kind::Kind;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// How surely a word of the family tells of a happening of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A state or a manner of speaking: never an event by itself.
    State,
    /// The mere saying of something.
    Saying,
    /// An act like any other; it takes an actor and a time to be an event.
    Act,
    /// A diplomatic or military step: an event wherever somebody takes it.
    Step,
}

/// Words that tell of the same kind of step.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    pub name: &'static str,
    /// What its words tell of where nothing in the clause says otherwise.
    pub kind: Kind,
    /// For consult, in a reader's words.
    pub mode: Option<&'static str>,
    pub weight: Weight,
    /// Base forms, separated by spaces.
    pub verbs: &'static str,
    /// Singular forms, separated by spaces; a noun that is an event only in the plural is written so ("talks").
    pub nouns: &'static str,
    /// Verbs with a particle or preposition: "call for", "pull out". The second word may stand up to three words later.
    pub phrases: &'static [&'static str],
}

/// A family whose verb means it only with certain objects: "lift" + "sanctions".
#[derive(Debug)]
pub struct Pairing {
    /// Base forms, separated by spaces.
    pub verbs: &'static str,
    /// Singular forms, separated by spaces; their plurals pair as well.
    pub objects: &'static str,
    /// By its name.
    pub family: &'static str,
}

/// All families, by every form of their words.
pub struct Lexicon {
    verbs: HashMap<String, (&'static Family, &'static str, VerbForm)>,
    nouns: HashMap<String, (&'static Family, &'static str, bool)>,
    phrases: HashMap<&'static str, Vec<(&'static str, &'static Family)>>,
    phrase_forms: HashSet<String>,
    pairings: HashMap<&'static str, HashMap<String, &'static Family>>,
    light: HashMap<&'static str, Light>,
    deeds: HashMap<&'static str, &'static Family>,
    deed_forms: HashMap<String, &'static str>,
}

/// What a verb does to a noun that tells an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// "held talks", "paid a visit": the noun alone tells what happens.
    Perform,
    /// "began talks", "the siege began".
    Begin,
    /// "ended the visit".
    End,
    /// "the talks continued".
    Continue,
    /// "the summit took place", "war broke out".
    Occur,
    /// "cancelled the visit".
    Cancel,
    /// "postponed the visit".
    Postpone,
    /// "planned a visit", "scheduled talks".
    Plan,
}

const LIGHT: &[(Light, &str)] = &[
    (
        Light::Perform,
        "hold have pay make conduct give reach conclude sign undertake carry stage mount launch wage perform complete deliver strike seal issue arrange convene host attend fight do take",
    ),
    (Light::Begin, "begin start open commence resume inaugurate initiate reopen kick"),
    (Light::End, "end close finish wrap terminate"),
    (Light::Continue, "continue last proceed drag span run"),
    (Light::Occur, "break occur happen follow erupt ensue flare arise come culminate result"),
    (Light::Cancel, "cancel scrap abort shelve drop axe ditch"),
    (Light::Postpone, "postpone delay defer suspend adjourn"),
    (Light::Plan, "plan schedule slate pencil book"),
];

/// Whether a word is one of a list, or the plural of one.
pub fn one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| {
        word.strip_prefix(one).is_some_and(|rest| matches!(rest, "" | "s" | "es"))
            || one.strip_suffix('y').is_some_and(|stem| word.strip_prefix(stem) == Some("ies"))
    })
}

impl Lexicon {
    /// The lexicon, built on first use.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::build)
    }

    /// All families, in a fixed order.
    pub fn families() -> impl Iterator<Item = &'static Family> {
        [talks::FAMILIES, accord::FAMILIES, pressure::FAMILIES, force::FAMILIES, other::FAMILIES, speech::FAMILIES].into_iter().flatten()
    }

    fn build() -> Lexicon {
        let mut lexicon = Lexicon {
            verbs: HashMap::new(),
            nouns: HashMap::new(),
            phrases: HashMap::new(),
            phrase_forms: HashSet::new(),
            pairings: HashMap::new(),
            light: HashMap::new(),
            deeds: HashMap::new(),
            deed_forms: HashMap::new(),
        };
        let by_name: HashMap<&str, &'static Family> = Self::families().map(|f| (f.name, f)).collect();
        for family in Self::families() {
            for verb in family.verbs.split_whitespace() {
                for (form, word) in inflection::forms(verb) {
                    lexicon.verbs.entry(word).or_insert((family, verb, form));
                }
            }
            for noun in family.nouns.split_whitespace() {
                lexicon.nouns.entry(noun.to_owned()).or_insert((family, noun, noun.ends_with('s') && !noun.ends_with("ss")));
                for plural in inflection::plurals(noun) {
                    lexicon.nouns.entry(plural).or_insert((family, noun, true));
                }
            }
            for phrase in family.phrases {
                if let Some((verb, particle)) = phrase.split_once(' ') {
                    lexicon.phrases.entry(verb).or_default().push((particle, family));
                    if !matches!(verb, "be" | "have") {
                        lexicon.phrase_forms.extend(inflection::forms(verb).into_iter().map(|(_, w)| w));
                    }
                }
            }
        }
        for (name, idioms) in idioms::IDIOMS {
            let Some(family) = by_name.get(name) else { continue };
            for (verb, rest) in idioms.split(',').filter_map(|i| i.trim().split_once(' ')) {
                lexicon.phrases.entry(verb).or_default().push((rest, family));
                if !matches!(verb, "be" | "have") {
                    lexicon.phrase_forms.extend(inflection::forms(verb).into_iter().map(|(_, w)| w));
                }
            }
        }
        for pairing in objects::PAIRINGS {
            let Some(family) = by_name.get(pairing.family) else { continue };
            for verb in pairing.verbs.split_whitespace() {
                for object in pairing.objects.split_whitespace() {
                    let mut pair = |word: String| _ = lexicon.pairings.entry(verb).or_default().entry(word).or_insert(family);
                    pair(object.to_owned());
                    inflection::plurals(object).into_iter().for_each(pair);
                }
            }
        }
        for (name, verbs) in deeds::DEEDS {
            let Some(family) = by_name.get(name) else { continue };
            for verb in verbs.split_whitespace() {
                lexicon.deeds.insert(verb, family);
                lexicon.deed_forms.extend(inflection::forms(verb).into_iter().map(|(_, word)| (word, verb)));
            }
        }
        for (light, verbs) in LIGHT {
            for verb in verbs.split_whitespace() {
                lexicon.light.entry(verb).or_insert(*light);
            }
        }
        lexicon
    }

    /// A family by its name.
    pub fn family(name: &str) -> Option<&'static Family> {
        Self::families().find(|f| f.name == name)
    }

    /// The family, the base form and the form of a verb as it stands in the text, folded.
    pub fn verb(&self, word: &str) -> Option<(&'static Family, &'static str, VerbForm)> {
        self.verbs.get(word).copied()
    }

    /// The family and the singular of a noun as it stands in the text, folded, and whether it is plural.
    pub fn noun(&self, word: &str) -> Option<(&'static Family, &'static str, bool)> {
        self.nouns.get(word).copied()
    }

    /// The particles and prepositions that give a verb another meaning.
    pub fn particles(&self, verb: &str) -> &[(&'static str, &'static Family)] {
        self.phrases.get(verb).map_or(&[], Vec::as_slice)
    }

    /// Whether a word is a form of a verb that only a particle makes an event ("slipped into").
    pub fn particular(&self, word: &str) -> bool {
        self.phrase_forms.contains(word)
    }

    /// What a verb means with an object, both in base form.
    pub fn pairing(&self, verb: &str, object: &str) -> Option<&'static Family> {
        self.pairings.get(verb)?.get(object).copied()
    }

    /// The base form of a verb that tells of an act and is no step by itself.
    pub fn deed_base(&self, word: &str) -> Option<&'static str> {
        self.deed_forms.get(word).copied()
    }

    /// What kind of act a verb in base form tells of that is no step by itself.
    pub fn deed(&self, verb: &str) -> Option<&'static Family> {
        self.deeds.get(verb).copied()
    }

    /// What a verb in base form does to a noun that tells an event.
    pub fn light(&self, verb: &str) -> Option<Light> {
        self.light.get(verb).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notes whoever tells a thing for a second time.
    fn twice(told: impl Iterator<Item = (String, &'static str)>) -> Vec<String> {
        let mut first: HashMap<String, &str> = HashMap::new();
        told.filter_map(|(what, by)| first.insert(what.clone(), by).map(|before| format!("{what}: {before} and {by}"))).collect()
    }

    fn words(list: &'static str) -> impl Iterator<Item = String> {
        list.split_whitespace().map(str::to_owned)
    }

    /// A second entry would be dead, or make the meaning hang on the order of the lists.
    #[test]
    fn nothing_stands_twice() {
        let verbs = Lexicon::families().flat_map(|f| words(f.verbs).map(|v| (v, f.name)));
        assert_eq!(twice(verbs), [""; 0], "verbs");
        let nouns = Lexicon::families().flat_map(|f| words(f.nouns).map(|n| (n, f.name)));
        assert_eq!(twice(nouns), [""; 0], "nouns");
        let idioms = idioms::IDIOMS.iter().flat_map(|(name, list)| list.split(',').map(|i| (i.trim().to_owned(), *name)));
        let phrases = Lexicon::families().flat_map(|f| f.phrases.iter().map(|p| ((*p).to_owned(), f.name)));
        assert_eq!(twice(phrases.chain(idioms)), [""; 0], "phrases and idioms");
        let light = LIGHT.iter().flat_map(|(_, verbs)| words(verbs).map(|v| (v, "light")));
        assert_eq!(twice(light), [""; 0], "light verbs");
        let pairings = objects::PAIRINGS.iter().flat_map(|p| {
            let objects: Vec<String> = words(p.objects).flat_map(|o| inflection::plurals(&o).into_iter().chain([o])).collect();
            words(p.verbs).flat_map(move |v| objects.clone().into_iter().map(move |o| (format!("{v} {o}"), p.family)))
        });
        assert_eq!(twice(pairings), [""; 0], "pairings");
        let phrases = objects::PHRASES.iter().flat_map(|(verbs, cases, heads, family)| {
            words(verbs).flat_map(move |v| {
                words(cases).flat_map({
                    move |c| {
                        let v = v.clone();
                        words(heads).map(move |h| (format!("{v} {c} {h}"), *family))
                    }
                })
            })
        });
        assert_eq!(twice(phrases), [""; 0], "verbs with prepositions");
    }

    /// Articles and owners are passed over in the text, so that they may not stand in a phrase; and a phrase has a verb and more.
    #[test]
    fn phrases_hold_a_verb_and_what_follows_it() {
        let idioms = idioms::IDIOMS.iter().flat_map(|(_, list)| list.split(',').map(str::trim));
        for phrase in Lexicon::families().flat_map(|f| f.phrases.iter().copied()).chain(idioms) {
            let words: Vec<&str> = phrase.split_whitespace().collect();
            assert!(words.len() > 1, "{phrase}");
            assert!(!words.iter().any(|w| matches!(*w, "the" | "a" | "an" | "his" | "her" | "its" | "their")), "{phrase}");
        }
    }

    #[test]
    fn every_name_is_a_family() {
        let names = objects::PAIRINGS.iter().map(|p| p.family).chain(objects::PHRASES.iter().map(|(.., f)| *f));
        for name in names.chain(idioms::IDIOMS.iter().map(|(n, _)| *n)) {
            assert!(Lexicon::family(name).is_some(), "{name}");
        }
    }
}
