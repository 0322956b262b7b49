//! Who and where: people, states, bodies, groups and places, with their later short forms.
//!
//! `view` sees each token's case and what the lists (`gazetteer`) and the telling words (`lexicon`) say of it; `scan`, with `person`,
//! `thing` and `group`, finds the names of each sentence; `entity` tells who is who over the whole article; `reference` adds the
//! pronouns and descriptions ("he", "both sides", "the Russian president").

mod entity;
mod evidence;
mod gazetteer;
mod group;
mod lexicon;
mod person;
mod reference;
mod scan;
pub mod spelling;
mod table;
#[cfg(test)]
mod tests;
mod thing;
mod view;

pub use entity::family_first;

use crate::article::TextSpan;
use crate::language::Document;
use std::collections::HashSet;
use std::ops::Range;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorKind {
    Person,
    /// A state, told by its name or a demonym, or a land or people that acts for itself.
    State,
    /// An organisation, ministry, party, court or alliance.
    Body,
    /// People without a name of their own: "U.S. officials", "the Ukrainian delegation", "Yerevan's foreign minister".
    Group,
    /// A city, region or venue.
    Place,
    /// An event or a document by its name: "Camp David Accords", "Cold War". It is no actor.
    Occasion,
}

/// Everyone and every place that the article names, once each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub kind: ActorKind,
    /// The fullest name the article gives, without titles: "Steve Witkoff", "United States" only if the article says so.
    pub name: String,
    /// The abbreviation that the article uses besides the full name: "IAEA".
    pub short: Option<String>,
    /// The role the article gives: "White House envoy".
    pub role: Option<String>,
    /// The state that a person, body, group or city belongs to, by its usual name, where known: "Russia". A state's own is its usual name.
    pub state: Option<String>,
    /// Whether it can also be where something takes place: a state, city, region or venue, or an occasion held where its name says.
    pub locatable: bool,
    /// A capital or a seat of power, whose name may stand for its state's government: "Moscow", "Kremlin".
    pub seat: bool,
}

/// One telling of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name with its titles: "Russian envoy Kirill Dmitriev".
    pub span: TextSpan,
    /// The same as tokens.
    pub tokens: Range<usize>,
    /// The name alone: "Kirill Dmitriev".
    pub name: Range<usize>,
    /// The token that heads the name, its last as a rule; its syntactic head is the mention's. Mentions with one head are told
    /// together: "U.S. and Ukrainian officials".
    pub head: usize,
    /// Into `Actors::entities`.
    pub entity: usize,
    /// A demonym, possessive or noun that only qualifies ("Russian envoy", "Russia's president", "NATO jets"), or a part of another
    /// mention.
    pub modifier: bool,
    /// A pronoun or a definite description taken to mean the entity ("he", "the president"). Several mentions may share the tokens
    /// of one plural ("the two leaders").
    pub pronoun: bool,
}

/// The names of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actors {
    pub entities: Vec<Entity>,
    /// In the order of the text; of those that start together the longer first.
    pub mentions: Vec<Mention>,
}

impl Actors {
    /// The mentions that hold a token, the longest first; those that only qualify come last.
    pub fn at(&self, token: usize) -> Vec<&Mention> {
        let after = self.mentions.partition_point(|m| m.tokens.start <= token);
        let before = self.mentions.get(..after).unwrap_or(&[]);
        // No mention is so long that it matters further back.
        let mut found: Vec<&Mention> = before.iter().rev().take(48).filter(|m| m.tokens.contains(&token)).collect();
        found.sort_by_key(|m| (m.modifier, std::cmp::Reverse(m.tokens.len()), m.tokens.start, m.entity));
        found
    }

    /// The mentions that start within a stretch of tokens, such as a sentence.
    pub fn within(&self, tokens: &Range<usize>) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let to = self.mentions.partition_point(|m| m.tokens.start < tokens.end);
        self.mentions.get(from..to).unwrap_or(&[])
    }

    pub fn entity(&self, mention: &Mention) -> Option<&Entity> {
        self.entities.get(mention.entity)
    }
}

/// Reads all names of a document.
pub fn read(document: &Document) -> Actors {
    let mut view = view::View::new(document);
    let mut candidates = Vec::new();
    // A first pass learns the surnames that titles and first names betray, a second reads with that knowledge.
    for index in 0..document.sentences.len() {
        scan::sentence(&view, index, &mut candidates);
    }
    let names = learn(&view, &candidates);
    view.learn(&names);
    candidates.clear();
    for index in 0..document.sentences.len() {
        let from = candidates.len();
        scan::sentence(&view, index, &mut candidates);
        group::groups(&view, index, from, &mut candidates);
    }
    let mut book = entity::Book::new(&view, &candidates);
    book.fill();
    reference::add(&view, &mut book);
    book.finish()
}

/// The words of people's names, and the unknown words that have a capital inside sentences.
fn learn(view: &view::View, candidates: &[scan::Candidate]) -> HashSet<String> {
    let mut names = HashSet::new();
    for candidate in candidates {
        let name = match &candidate.what {
            scan::What::Person(_) => true,
            scan::What::Unknown(evidence) => !evidence.weak && candidate.short_for.is_none(),
            _ => false,
        };
        if name {
            for token in candidate.name.clone().filter(|&t| view.is_capital(t) && view.plain(t).len() > 2) {
                names.insert(view.plain(token).to_owned());
            }
        }
    }
    names
}
