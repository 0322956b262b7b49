//! Phrases and what they mean, rule by rule.

use super::recognize;
use super::*;
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis};

pub(super) fn article(text: &str) -> Article {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let number = Some(paragraphs.len() as u32 + 1);
        paragraphs.push(Paragraph { span: TextSpan::new(start, start + block.len()), role: ParagraphRole::Body, number });
        start += block.len() + 2;
    }
    Article {
        title: String::new(),
        publisher: None,
        author: None,
        url: None,
        source: String::new(),
        sha256: String::new(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        text: text.to_owned(),
        paragraphs,
        notices: Vec::new(),
    }
}

/// Every rule reads its own examples whole, set in a sentence.
#[test]
fn rules_read_their_examples() {
    let compiled = recognize::compiled();
    let mut failures = Vec::new();
    for rule in compiled.words.rules().iter().chain(compiled.combined.rules()) {
        for example in rule.examples {
            let mut sentences: Vec<String> =
                contexts(rule.pattern).iter().map(|context| format!("They met {context} {example} .")).collect();
            sentences.extend([
                format!("{example}, they met."),
                format!("They will {example} meet."),
                format!("They held {example} talks."),
            ]);
            if !sentences.iter().any(|sentence| reads_whole(rule.name, example, sentence)) {
                let article = article(sentences.first().unwrap());
                let document = Document::new(&article);
                let got = recognize::phrases(&document);
                let got: Vec<String> = got
                    .iter()
                    .map(|p| format!("{:?} by {}", p.tokens.clone().map(|t| document.word(t)).collect::<Vec<_>>(), p.rule))
                    .collect();
                failures.push(format!("{}: {example:?} got {got:?}", rule.name));
            }
        }
    }
    assert!(failures.is_empty(), "not read by their rule:\n{}", failures.join("\n"));
}

fn reads_whole(rule: &str, example: &str, sentence: &str) -> bool {
    let article = article(sentence);
    let document = Document::new(&article);
    let phrases = recognize::phrases(&document);
    let start = sentence.find(example).unwrap();
    let first = phrases.first().and_then(|p| document.tokens.get(p.tokens.start));
    let last = phrases.last().and_then(|p| document.tokens.get(p.tokens.end - 1));
    phrases.iter().all(|p| p.rule == rule)
        && first.is_some_and(|t| t.span.start == start)
        && last.is_some_and(|t| t.span.end == start + example.len())
}

/// The words that a pattern wants before its expression; "in" where it wants none.
fn contexts(pattern: &str) -> Vec<&str> {
    let bracketed = pattern.split('[').nth(1).and_then(|rest| rest.split(']').next());
    bracketed.map_or(vec!["in", "on", "", "of"], |words| words.split('|').collect())
}
