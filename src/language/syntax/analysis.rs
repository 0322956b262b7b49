//! From words to tags, supertags and a tree.

use super::model::Model;
use super::rows::Rows;
use super::tagger::{Clauses, supertag_rows, tag_rows};
use super::transition::{MOVES, Move, State};
use super::word::{Form, Key, Shape};
use super::{Node, Tree, Upos};

/// The words in numbers.
pub fn forms(model: &Model, words: &[&str]) -> Vec<Form> {
    let numbered = |(i, word): (usize, &&str)| {
        let key = Key::new(word);
        key.form(model.vocabulary.number(key.hash()), word, i == 0)
    };
    words.iter().enumerate().map(numbered).collect()
}

/// The number of each word's tag.
pub fn tag_numbers(model: &Model, words: &[&str], forms: &[Form]) -> Vec<u8> {
    let mut tags = Vec::with_capacity(forms.len());
    let mut rows = Rows::default();
    for (at, form) in forms.iter().enumerate() {
        let tag = match fixed_tag(model, form, words.get(at).unwrap_or(&"")) {
            0 => {
                tag_rows(&mut rows, forms, &tags, at);
                let hidden = model.tagger.hidden(rows.ids());
                model.tagger.best(&hidden, 0..model.tags.len()) as u8 + 1
            }
            fixed => fixed,
        };
        tags.push(tag);
    }
    tags
}

/// The one tag that a word always bears, 0 if there is none. A word in capitals may be another one: "it" and "IT".
pub fn fixed_tag(model: &Model, form: &Form, word: &str) -> u8 {
    match model.fixed.get(usize::from(form.word)) {
        Some(&tag) if tag != 0 && Shape::of(word) != Shape::Upper => tag,
        _ => 0,
    }
}

/// The number of each word's supertag.
pub fn supertag_numbers(model: &Model, forms: &[Form], tags: &[u8]) -> Vec<u8> {
    let clauses = Clauses::new(tags, |tag| model.role(tag));
    let mut supertags = Vec::with_capacity(forms.len());
    let mut rows = Rows::default();
    for at in 0..forms.len() {
        supertag_rows(&mut rows, forms, tags, &clauses, &supertags, at);
        let hidden = model.supertagger.hidden(rows.ids());
        supertags.push(model.supertagger.best(&hidden, 0..model.supertags) as u8 + 1);
    }
    supertags
}

/// The outputs of the parser's network for the relations of an arc to the left or to the right.
pub fn relation_outputs(relations: usize, a_move: Move) -> std::ops::Range<usize> {
    let start = MOVES.len() + if a_move == Move::Right { relations } else { 0 };
    start..start + relations
}

/// Tags only; the words have no heads and no relations.
pub fn tag(model: &Model, words: &[&str]) -> Tree {
    let forms = forms(model, words);
    tagged(model, &tag_numbers(model, words, &forms))
}

fn tagged(model: &Model, tags: &[u8]) -> Tree {
    let node = |&tag| {
        let (upos, xpos) = model.tag(tag).unwrap_or((Upos::X, "XX"));
        Node { upos, xpos, head: None, relation: "" }
    };
    Tree { nodes: tags.iter().map(node).collect() }
}

/// Tags and parses; in linear time, whatever the words are.
pub fn parse(model: &Model, words: &[&str]) -> Tree {
    let forms = forms(model, words);
    let tags = tag_numbers(model, words, &forms);
    let supertags = supertag_numbers(model, &forms, &tags);
    let mut state = State::new(&forms, &tags, &supertags, |tag| model.role(tag));
    let mut rows = Rows::default();
    while !state.is_final() {
        state.rows(&mut rows);
        let hidden = model.parser.hidden(rows.ids());
        let mut best = (None, i32::MIN);
        for a_move in MOVES {
            if state.allows(a_move) {
                let score = model.parser.score(&hidden, a_move as usize);
                if best.0.is_none() || score > best.1 {
                    best = (Some(a_move), score);
                }
            }
        }
        // Until the last word is attached some move is always allowed.
        let Some(a_move) = best.0 else { break };
        let relation = match a_move {
            Move::Shift => 0,
            _ => {
                let outputs = relation_outputs(model.relations.len(), a_move);
                (model.parser.best(&hidden, outputs.clone()) - outputs.start) as u8 + 1
            }
        };
        state.apply(a_move, relation);
    }
    let mut tree = tagged(model, &tags);
    for (i, (node, &head)) in tree.nodes.iter_mut().zip(&state.heads).enumerate() {
        node.head = ((head as usize) < words.len()).then_some(head);
        let relation = state.relation(i as u32);
        node.relation = match node.head {
            None => "root",
            Some(_) => usize::from(relation).checked_sub(1).and_then(|r| model.relations.get(r)).copied().unwrap_or("dep"),
        };
    }
    tree
}
