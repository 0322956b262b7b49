//! Sentences of our own with the names that stand in them.

use super::{ActorKind, Actors, read};
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
use crate::language::Document;

/// An article of the given paragraphs; the first is the headline where `headline` is set.
fn article(paragraphs: &[&str], headline: bool) -> Article {
    let text = paragraphs.join("\n\n");
    let mut start = 0;
    let mut spans = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let span = TextSpan::new(start, start + paragraph.len());
        let role = if headline && index == 0 { ParagraphRole::Headline } else { ParagraphRole::Body };
        spans.push(Paragraph { span, role, number: None });
        start = span.end + 2;
    }
    Article {
        title: String::new(),
        publisher: None,
        author: None,
        url: None,
        source: "test".to_owned(),
        sha256: String::new(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        text,
        paragraphs: spans,
        notices: Vec::new(),
    }
}

fn actors(paragraphs: &[&str]) -> Actors {
    read(&Document::new(&article(paragraphs, false)))
}

/// The mentions of a text that are names and more than modifiers, as "Kind name".
fn told(paragraphs: &[&str]) -> Vec<String> {
    let actors = actors(paragraphs);
    let names = actors.mentions.iter().filter(|m| !m.modifier && !m.pronoun);
    names.filter_map(|m| actors.entity(m)).map(|e| format!("{:?} {}", e.kind, e.name)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&[text]), expected, "{text}");
}

#[test]
fn titles_before_a_name_are_its_role() {
    let actors = actors(&["U.S. special envoy Tim Lenderking met Israeli Prime Minister Yitzhak Rabin and Lord Carrington in Geneva."]);
    let people: Vec<_> = actors.entities.iter().filter(|e| e.kind == ActorKind::Person).collect();
    assert_eq!(people.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["Tim Lenderking", "Yitzhak Rabin", "Lord Carrington"]);
    assert_eq!(people.first().and_then(|e| e.role.as_deref()), Some("U.S. special envoy"));
    assert_eq!(people.first().and_then(|e| e.state.as_deref()), Some("United States"));
    assert_eq!(people.get(1).and_then(|e| e.state.as_deref()), Some("Israel"));
}

#[test]
fn states_bodies_and_places_are_told_apart() {
    check("The Soviet Union and NATO agreed in Reykjavik.", &["State Soviet Union", "Body NATO", "Place Reykjavik"]);
}

#[test]
fn calendar_words_and_first_words_are_no_names() {
    check("On Monday talks began. Negotiators hoped for May. Easter passed quietly.", &["Group Negotiators"]);
}
