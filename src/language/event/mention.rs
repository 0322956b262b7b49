//! One telling of one happening in one sentence.

use super::kind::{Attribution, Kind, Status};
use super::lexicon::{Family, Light};
use super::party::Party;
use super::predicate::Tense;
use crate::article::TextSpan;
use crate::language::time::Signal;

/// How the happening is put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// "met", "will travel"
    Clause,
    /// "held talks", "the talks began"
    Light,
    /// "their departure", "following talks in Berlin"
    Noun,
    /// "the accord signed by both", "meeting in Paris, the ministers …"
    Participle,
    /// A noun phrase as a headline: "Secretary Blinken's Travel to Kyiv"
    Title,
}

/// A time expression that places a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// Into the document's time expressions.
    pub expression: usize,
    pub signal: Option<Signal>,
    /// Whether it stands in the mention's own clause; false where the sentence's first words govern all its clauses.
    pub own: bool,
}

/// One telling of a happening: what, who, where, when, and how sure the words are of it.
#[derive(Debug, Clone)]
pub struct EventMention {
    /// Into `Document::sentences`.
    pub sentence: usize,
    /// The word that tells it, in `Document::tokens`.
    pub trigger: usize,
    /// The verb of its clause, where a noun tells it or a verb does.
    pub verb: Option<usize>,
    /// The base form of that word.
    pub base: String,
    /// The words that tell of the same kind of step.
    pub family: &'static Family,
    /// The family's, or what the clause makes of it.
    pub kind: Kind,
    /// For consult, in a reader's words: "visit", "call".
    pub mode: Option<&'static str>,
    pub form: Form,
    /// What a light verb does to the noun that tells it: "held", "began", "called off".
    pub aspect: Option<Light>,
    pub tense: Tense,
    pub status: Status,
    /// The word that tells the status: "planned", "cancelled".
    pub status_word: Option<String>,
    /// Who says so, where the text does not say it in its own voice.
    pub attribution: Option<Attribution>,
    /// Who does it; of a passive without an agent, who suffers it.
    pub agents: Vec<Party>,
    /// Whom it is done with or to.
    pub patients: Vec<Party>,
    /// By the names that the article gives.
    pub places: Vec<String>,
    /// The lands in which those lie; for a mention that no place hangs on, where its sentence stands.
    pub scene: Vec<String>,
    /// What places it in time.
    pub times: Vec<Timing>,
    /// Who does what where, in ten words or less.
    pub title: String,
    /// The telling words.
    pub telling: Vec<TextSpan>,
    /// What else is known of it, by name; the weighing reads these.
    pub features: Vec<&'static str>,
    /// Why it is no event, where a rule says so.
    pub aside: Option<&'static str>,
}

impl EventMention {
    /// Everyone in it, who acts first.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.agents.iter().chain(&self.patients)
    }

    /// Whether a feature holds of it.
    pub fn has(&self, feature: &str) -> bool {
        self.features.contains(&feature)
    }
}
