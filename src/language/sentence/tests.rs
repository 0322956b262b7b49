//! Where sentences of our own end, and where they do not.

use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
use crate::language::Document;

/// An article of body paragraphs, one for each block.
fn article(text: &str, role: ParagraphRole) -> Article {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let number = (role == ParagraphRole::Body).then_some(paragraphs.len() as u32 + 1);
        paragraphs.push(Paragraph { span: TextSpan::new(start, start + block.len()), role, number });
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
        rows: Vec::new(),
        text: text.to_owned(),
        paragraphs,
        notices: Vec::new(),
    }
}

/// The text with "|" where sentences part.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let article = article(&text, ParagraphRole::Body);
    let document = Document::new(&article);
    let got: Vec<&str> = document.sentences.iter().map(|s| s.span.of(&text)).collect();
    let expected: Vec<&str> = marked.split(['|', '\n']).map(str::trim).filter(|s| !s.is_empty()).collect();
    assert_eq!(got, expected);
}

#[test]
fn stops_end_sentences() {
    check("They met. |They spoke! |Did they agree? |No.");
    check("They met in 1978. |In 1979 they met again.");
    check("One block ends.\n\nanother begins without a capital");
}

#[test]
fn abbreviations_do_not() {
    check("Gen. Smith met Mr. Jones of the U.S. Treasury on Jan. 5. |They spoke.");
    check("He left the U.S. |The visit was over.");
    check("He left the U.S. on Monday at 5 p.m. Eastern time.");
    check("It began at 5 p.m. |He spoke first.");
    check("He runs Acme Inc. |It makes anvils.");
    check("The envoy, J. F. Smith, met Ltd. officials.");
    check("See No. 5 of the list. |No. |Never.");
}

#[test]
fn quotes_and_brackets_close_with_their_sentence() {
    check("“We agree.” |The talks ended.");
    check("\"We agree.\" |\"We do not.\"");
    check("“Why?” he asked. |“Because.”");
    check("They met (in Oslo.) |They left.");
    check("They met.[3] |They left.");
}

#[test]
fn ellipses_end_before_capitals_only() {
    check("They waited… and waited. |Then… |Nothing came.");
}

#[test]
fn numbered_points_stay_with_their_text() {
    check("1. The parties agree. |They sign.");
}

#[test]
fn a_headline_is_one_sentence() {
    let article = article("Talks end. Envoys leave", ParagraphRole::Headline);
    assert_eq!(Document::new(&article).sentences.len(), 1);
}

#[test]
fn a_byte_finds_its_sentence() {
    let article = article("They met. They left.", ParagraphRole::Body);
    let document = Document::new(&article);
    assert_eq!(document.sentence_at(0), Some(0));
    assert_eq!(document.sentence_at(9), None);
    assert_eq!(document.sentence_at(12), Some(1));
}

#[test]
fn sentence_starters_are_sorted_for_the_search() {
    for word in ["A", "It", "The", "You", "Following", "They"] {
        assert!(super::starts_sentence(word), "{word}");
    }
}

#[test]
fn a_dateline_stands_by_itself() {
    check("GENEVA, 14 April 2014 — |The ministers of Austria and Norway met.");
    check("GENEVA, April 14 (Example News) - |The ministers met. |They spoke.");
    check("MOSCOW (EN) — |They met.\n\nPARIS — |Others stayed.");
    // A chronicle's dates belong to what they date.
    check("GENEVA, 14 April 2014 — The ministers met.\n\nPARIS, 16 April 2014 — They signed.");
    check("14 April 2014 — The ministers met.");
}
