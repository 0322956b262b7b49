//! Trees written by hand: one token a word, "form XPOS head relation", heads counted from 1 as in CoNLL-U.

use super::*;
use proptest::prelude::*;

fn tree(rows: &[(&'static str, usize, &'static str)]) -> Tree {
    let upos = |xpos: &str| match xpos.get(..1).unwrap_or("") {
        "V" => Upos::Verb,
        "N" => Upos::Noun,
        "M" => Upos::Aux,
        "I" => Upos::Adp,
        "W" => Upos::Pron,
        _ => Upos::X,
    };
    let node = |&(xpos, head, relation): &(&'static str, usize, &'static str)| Node {
        upos: if matches!(relation, "aux" | "aux:pass" | "cop") { Upos::Aux } else { upos(xpos) },
        xpos,
        head: head.checked_sub(1).map(|h| h as u32),
        relation,
    };
    Tree { nodes: rows.iter().map(node).collect() }
}

/// "The envoys from Norway flew to Oslo and met ministers"
fn envoys() -> Tree {
    tree(&[
        ("DT", 2, "det"),
        ("NNS", 5, "nsubj"),
        ("IN", 4, "case"),
        ("NNP", 2, "nmod"),
        ("VBD", 0, "root"),
        ("IN", 7, "case"),
        ("NNP", 5, "obl"),
        ("CC", 9, "cc"),
        ("VBD", 5, "conj"),
        ("NNS", 9, "obj"),
    ])
}

#[test]
fn a_joined_verb_shares_the_subject() {
    let t = envoys();
    assert_eq!(t.subjects(8), [1]);
    assert_eq!(t.agents(8), [1]);
    assert_eq!(t.objects(8), [9]);
    assert_eq!(t.phrases(4), [(6, Some(5))]);
    assert_eq!(t.phrases(1), [(3, Some(2))]);
    assert!(t.is_sound());
}

#[test]
fn subtrees_and_spans_leave_out_what_is_asked() {
    let t = envoys();
    assert_eq!(t.subtree(1, &[]), [0, 1, 2, 3]);
    assert_eq!(t.span(1, &[]), 0..4);
    assert_eq!(t.span(1, &["nmod"]), 0..2);
    assert_eq!(t.subtree(4, &["conj", "cc"]), [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(t.head_of(0..4), Some(1));
    assert_eq!(t.head_of(5..7), Some(6));
    assert_eq!(t.subtree(99, &[]), [] as [usize; 0]);
    assert_eq!(t.span(99, &[]), 99..99);
}

#[test]
fn the_by_phrase_of_a_passive_is_its_agent() {
    // "The treaty was signed by envoys"
    let t = tree(&[
        ("DT", 2, "det"),
        ("NN", 4, "nsubj:pass"),
        ("VBD", 4, "aux:pass"),
        ("VBN", 0, "root"),
        ("IN", 6, "case"),
        ("NNS", 4, "obl:agent"),
    ]);
    assert!(t.is_passive(3));
    assert_eq!(t.agents(3), [5]);
    assert_eq!(t.subjects(3), [1]);
    assert_eq!(t.auxiliaries(3), [2]);
}

#[test]
fn complements_and_relative_clauses_find_their_subjects() {
    // "He asked envoys to come"
    let asked = tree(&[("PRP", 2, "nsubj"), ("VBD", 0, "root"), ("NNS", 2, "obj"), ("TO", 5, "mark"), ("VB", 2, "xcomp")]);
    assert_eq!(asked.subjects(4), [2]);
    // "He agreed to come"
    let agreed = tree(&[("PRP", 2, "nsubj"), ("VBD", 0, "root"), ("TO", 4, "mark"), ("VB", 2, "xcomp")]);
    assert_eq!(agreed.subjects(3), [0]);
    // "envoys who came left"
    let relative = tree(&[("NNS", 4, "nsubj"), ("WP", 3, "nsubj"), ("VBD", 1, "acl:relcl"), ("VBD", 0, "root")]);
    assert_eq!(relative.subjects(2), [0]);
    assert_eq!(relative.predicate(1), Some(2));
    // "the treaty signed in Rome": passive without a word for it
    let reduced = tree(&[("DT", 2, "det"), ("NN", 0, "root"), ("VBN", 2, "acl"), ("IN", 5, "case"), ("NNP", 3, "obl")]);
    assert!(reduced.is_passive(2));
    assert!(!reduced.is_passive(1));
}

#[test]
fn auxiliaries_are_shared_by_bare_forms_only() {
    // "He will travel and meet"
    let shared = tree(&[("PRP", 3, "nsubj"), ("MD", 3, "aux"), ("VB", 0, "root"), ("CC", 5, "cc"), ("VB", 3, "conj")]);
    assert_eq!(shared.auxiliaries(4), [1]);
    // "He had met and left"
    let apart = tree(&[("PRP", 3, "nsubj"), ("VBD", 3, "aux"), ("VBN", 0, "root"), ("CC", 5, "cc"), ("VBD", 3, "conj")]);
    assert_eq!(apart.auxiliaries(4), [] as [usize; 0]);
}

#[test]
fn a_negative_determiner_of_the_subject_negates_the_verb() {
    // "No meeting is planned"
    let t = tree(&[("DT", 2, "det"), ("NN", 4, "nsubj:pass"), ("VBZ", 4, "aux:pass"), ("VBN", 0, "root")]);
    assert_eq!(t.negation(3, |token| token == 0), Some(0));
    assert_eq!(t.negation(3, |_| false), None);
}

#[test]
fn two_subjects_or_a_long_sentence_without_a_verb_are_not_sound() {
    let doubled = tree(&[("NN", 3, "nsubj"), ("NN", 3, "nsubj"), ("VBD", 0, "root")]);
    assert!(!doubled.is_sound());
    let mut long = vec![("NN", 0, "root")];
    long.extend([("NN", 1, "compound"); 14]);
    assert!(!tree(&long).is_sound());
    assert!(tree(&long[..4]).is_sound());
    assert!(!Tree::default().is_sound());
}

proptest! {
    /// Heads may be anything, even in circles: every question ends and none panics.
    #[test]
    fn questions_end_on_any_heads(heads in prop::collection::vec((0u32..12, 0usize..8), 0..10), token in 0usize..14) {
        const RELATIONS: [&str; 8] = ["nsubj", "conj", "xcomp", "acl", "obj", "case", "aux:pass", "root"];
        let t = Tree {
            nodes: heads.iter().map(|&(h, r)| Node { upos: Upos::Verb, xpos: "VBN", head: (h < 11).then_some(h), relation: RELATIONS[r] }).collect(),
        };
        prop_assert!(t.subtree(token, &[]).len() <= t.nodes.len());
        prop_assert!(t.conjuncts(token).len() <= t.nodes.len().max(1));
        t.subjects(token);
        t.agents(token);
        t.auxiliaries(token);
        t.span(token, &["conj"]);
        t.predicate(token);
        t.negation(token, |_| true);
        t.phrases(token);
        t.is_sound();
    }
}
