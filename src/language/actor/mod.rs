//! Who and where: people, states, bodies, groups and places, with their later short forms.

use crate::article::TextSpan;
use crate::language::Document;
use std::ops::Range;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorKind {
    Person,
    /// A state, told by its name, a demonym or its capital.
    State,
    /// An organisation, ministry, party, court or alliance.
    Body,
    /// People without a name of their own: "U.S. officials", "the Ukrainian delegation".
    Group,
    /// A city, region or venue.
    Place,
}

/// Everyone and every place that the article names, once each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub kind: ActorKind,
    /// The fullest name the article gives, without titles: "Steve Witkoff", "United States" only if the article says so.
    pub name: String,
    /// The role the article gives: "White House envoy".
    pub role: Option<String>,
    /// The state that a person, body, group or city belongs to, where known: "Russia".
    pub state: Option<String>,
    /// Whether it can also be where something takes place: a state, city, region or venue.
    pub locatable: bool,
}

/// One telling of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub span: TextSpan,
    pub tokens: Range<usize>,
    /// The token that heads the name; its syntactic head is the mention's.
    pub head: usize,
    /// Into `Actors::entities`.
    pub entity: usize,
    /// A demonym or possessive that only qualifies ("Russian envoy", "Russia's president").
    pub modifier: bool,
    /// A pronoun or a definite description taken to mean the entity ("he", "the president").
    pub pronoun: bool,
}

/// The names of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actors {
    pub entities: Vec<Entity>,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
}

/// Reads all names of a document.
pub fn read(_document: &Document) -> Actors {
    Actors::default()
}
