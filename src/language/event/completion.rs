//! What a title still lacks and has words for: who takes part, and where.

use super::kind::Kind;
use super::mention::EventMention;
use super::naming;
use super::party::Party;
use super::phrase::{self, LONGEST};
use super::view::View;

/// Adds to a title with words left whom a meeting is held with and where a happening takes place.
pub fn complete(view: &View, mention: &mut EventMention) {
    let missing = naming::all(view, mention.parties().filter(|p| p.entity.is_some() && !told(&mention.title, p)));
    let noun = mention.verb.is_none();
    let none_told = mention.parties().filter(|p| p.entity.is_some()).all(|p| !told(&mention.title, p));
    if mention.kind == Kind::Consult && !missing.is_empty() && !missing.iter().any(|n| mention.places.contains(n)) {
        let names = phrase::join(&missing);
        if noun && none_told && missing.len() > 1 {
            add(mention, &format!("between {names}"));
        } else if !none_told || !mention.agents.is_empty() && !noun {
            let lists = mention.title.contains(" with ") || mention.title.contains(" between ");
            if !lists {
                add(mention, &format!("with {names}"));
            }
        }
    }
    let Some(place) = mention.places.first().cloned() else { return };
    let stands = mention.places.iter().any(|p| mention.title.contains(p.as_str())) || mention.title.contains(" in ");
    if !stands {
        add(mention, &format!("in {place}"));
    }
}

/// Adds words where ten are not exceeded.
fn add(mention: &mut EventMention, words: &str) {
    if mention.title.split_whitespace().count() + words.split_whitespace().count() <= LONGEST {
        mention.title = format!("{} {words}", mention.title);
    }
}

/// Whether a title names a party: by the last word of its name or its short form.
fn told(title: &str, party: &Party) -> bool {
    // "Ministers" at the head of a title are the ministers of the sentence.
    let (title, name) = (title.to_lowercase(), party.name.to_lowercase());
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    name.split_whitespace().filter(|w| w.len() > 2).any(|w| words.contains(&w.trim_matches(|c: char| !c.is_alphanumeric())))
}
