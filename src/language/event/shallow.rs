//! A rough tree from closed word classes and the lexicon, for sentences that the parser did not read.

use super::inflection::VerbForm;
use super::lexicon::Lexicon;
use super::view::Sources;
use crate::language::Sentence;
use crate::language::syntax::{Node, Tree, Upos};
use crate::language::token::TokenKind;
use crate::language::wordlist::listed;

const DETERMINERS: &str = "the a an this that these those all both some any no each every another his her its their our my your";
const PREPOSITIONS: &str = "of in on at to for with by from between among into onto over under after before during against about through across toward \
towards within without near until since upon via amid despite ahead following along around behind beyond outside inside per";
const AUXILIARIES: &str = "be is are was were been being am have has had do does did will would shall should may might can could must";
const PRONOUNS: &str = "he she it they we i you him them us me who which what himself itself themselves";
const CONJUNCTIONS: &str = "and or but nor";
const SUBORDINATORS: &str = "if when while because although though whether as unless once where";
const ADVERBS: &str =
    "not never also then later earlier ago soon again still already yet now here there too very only just even n't together";

fn tag(sources: Sources, sentence: &Sentence, at: usize, before: Option<&Node>, previous: &str) -> (Upos, &'static str) {
    let token = sentence.tokens.start + at;
    let word = sources.document.lower(token);
    let exact = sources.document.word(token);
    match sources.document.tokens.get(token).map(|t| t.kind) {
        Some(TokenKind::Punctuation) => return (Upos::Punct, ","),
        Some(TokenKind::Number) => return (Upos::Num, "CD"),
        _ => {}
    }
    if word == "to" {
        return (Upos::Adp, "IN");
    }
    for (words, upos, xpos) in [
        (DETERMINERS, Upos::Det, "DT"),
        (PREPOSITIONS, Upos::Adp, "IN"),
        (PRONOUNS, Upos::Pron, "PRP"),
        (CONJUNCTIONS, Upos::Cconj, "CC"),
        (SUBORDINATORS, Upos::Sconj, "IN"),
        (ADVERBS, Upos::Adv, "RB"),
    ] {
        if listed(words, word) {
            return (upos, xpos);
        }
    }
    if listed(AUXILIARIES, word) {
        return (Upos::Aux, if listed("will would shall should may might can could must", word) { "MD" } else { "VBD" });
    }
    if matches!(word, "'s" | "'") {
        return (Upos::Part, "POS");
    }
    let lexicon = Lexicon::get();
    let capital = exact.starts_with(char::is_uppercase);
    let nominal = before.is_some_and(|n| matches!(n.upos, Upos::Det | Upos::Adj) || matches!(n.xpos, "POS" | "IN")) && previous != "to";
    let verb = lexicon.verb(word);
    if capital && at > 0 && verb.is_none() {
        return (Upos::Propn, "NNP");
    }
    if let Some((_, _, form)) = verb.filter(|_| !nominal || word.ends_with("ed")) {
        let after = before.map_or(Upos::X, |n| n.upos);
        let helped = after == Upos::Aux || listed(AUXILIARIES, previous);
        match form {
            VerbForm::Past | VerbForm::Participle => return (Upos::Verb, if helped { "VBN" } else { "VBD" }),
            VerbForm::Gerund if lexicon.noun(word).is_none() || helped => return (Upos::Verb, "VBG"),
            VerbForm::Base if helped || previous == "to" => return (Upos::Verb, "VB"),
            VerbForm::Third | VerbForm::Base if matches!(after, Upos::Propn | Upos::Pron | Upos::Noun) && !capital => {
                return (Upos::Verb, if form == VerbForm::Third { "VBZ" } else { "VBP" });
            }
            _ => {}
        }
    }
    if capital {
        return (Upos::Propn, "NNP");
    }
    if word.ends_with("ly") {
        return (Upos::Adv, "RB");
    }
    (Upos::Noun, if word.ends_with('s') { "NNS" } else { "NN" })
}

/// Tags by rule, then hangs noun phrases on the nearest verb.
pub fn tree(sources: Sources, sentence: &Sentence) -> Tree {
    let mut nodes: Vec<Node> = Vec::with_capacity(sentence.tokens.len());
    for at in 0..sentence.tokens.len() {
        let previous = if at > 0 { sources.document.lower(sentence.tokens.start + at - 1) } else { "" };
        let (upos, xpos) = tag(sources, sentence, at, nodes.last(), previous);
        nodes.push(Node { upos, xpos, head: None, relation: "dep" });
    }
    let tags: Vec<(Upos, &'static str)> = nodes.iter().map(|n| (n.upos, n.xpos)).collect();
    let word = |at: usize| sources.document.lower(sentence.tokens.start + at);
    let nominal = |n: &Node| matches!(n.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj);
    let root = nodes.iter().position(|n| n.upos == Upos::Verb).or_else(|| nodes.iter().position(nominal)).unwrap_or(0);
    let mut set = |at: usize, head: usize, relation: &'static str| {
        if let Some(node) = nodes.get_mut(at).filter(|_| at != head) {
            node.head = Some(head as u32);
            node.relation = relation;
        }
    };
    let upos = |at: usize| tags.get(at).map_or(Upos::X, |t| t.0);
    let mut verb: Option<usize> = None;
    let mut noun: Option<usize> = None;
    let mut case: Option<usize> = None;
    let mut joined = false;
    let mut pending: Vec<usize> = Vec::new();
    let mut waiting: Option<usize> = None;
    let mut at = 0;
    while at < tags.len() {
        match upos(at) {
            Upos::Noun | Upos::Propn | Upos::Num => {
                let mut end = at;
                while end + 1 < tags.len() && matches!(upos(end + 1), Upos::Noun | Upos::Propn | Upos::Num) {
                    end += 1;
                }
                for inner in at..end {
                    set(inner, end, "compound");
                }
                for word in pending.drain(..) {
                    set(word, end, "det");
                }
                let possessive = tags.get(end + 1).is_some_and(|t| t.1 == "POS");
                if let (true, Some(other)) = (joined, noun) {
                    set(end, other, "conj");
                } else if let Some(preposition) = case {
                    set(preposition, end, "case");
                    match (noun, verb) {
                        (Some(of), _) if word(preposition) == "of" => set(end, of, "nmod"),
                        (_, Some(of)) => set(end, of, "obl"),
                        (Some(of), None) => set(end, of, "nmod"),
                        _ => waiting = Some(end),
                    }
                } else if let Some(of) = verb.filter(|_| noun.is_none()) {
                    set(end, of, "obj");
                } else {
                    waiting = Some(end);
                }
                if possessive {
                    set(end + 1, end, "case");
                    at = end + 2;
                    pending.push(end);
                    case = None;
                    joined = false;
                    noun = None;
                    continue;
                }
                noun = Some(end);
                case = None;
                joined = false;
                at = end + 1;
                continue;
            }
            Upos::Det | Upos::Adj => pending.push(at),
            Upos::Adp => {
                case = Some(at);
                joined = false;
            }
            Upos::Cconj => joined = true,
            Upos::Punct => joined = joined || word(at) == ",",
            Upos::Verb => {
                let relation = if case.is_some_and(|c| word(c) == "to") { "xcomp" } else { "conj" };
                if let Some(mark) = case.filter(|c| word(*c) == "to") {
                    set(mark, at, "mark");
                }
                if at != root {
                    set(at, verb.unwrap_or(root), relation);
                }
                if let Some(subject) = waiting.take().filter(|_| relation != "xcomp" || verb.is_none()) {
                    set(subject, at, "nsubj");
                }
                verb = Some(at);
                noun = None;
                case = None;
                joined = false;
            }
            Upos::Aux => {
                let next = (at + 1..tags.len().min(at + 4)).find(|i| upos(*i) == Upos::Verb);
                if let Some(next) = next {
                    set(at, next, "aux");
                }
            }
            _ => {
                if let Some(of) = verb {
                    set(at, of, "advmod");
                }
                joined = false;
            }
        }
        at += 1;
    }
    for (at, node) in nodes.iter_mut().enumerate() {
        if node.head.is_none() && at != root {
            node.head = Some(root as u32);
        }
    }
    if let Some(node) = nodes.get_mut(root) {
        node.head = None;
        node.relation = "root";
    }
    Tree { nodes }
}
