//! How well trees agree with a treebank: tags, attachments, and what a reader of events sees of them.

use super::conllu::Sentence;
use super::{Tree, Upos};
use std::fmt;

/// Right, given and wanted pairs, for precision and recall.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pairs {
    pub right: usize,
    pub given: usize,
    pub wanted: usize,
}

impl Pairs {
    /// The harmonic mean of precision and recall, 0 to 1; 1 where nothing was wanted or given.
    pub fn f1(self) -> f64 {
        if self.given + self.wanted == 0 { 1.0 } else { 2.0 * self.right as f64 / (self.given + self.wanted) as f64 }
    }
}

/// What is counted over a treebank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    pub words: usize,
    pub upos: usize,
    pub xpos: usize,
    /// Words that are no punctuation, and of these the rightly attached, and those with the right relation too (without subtype).
    pub attached: usize,
    pub unlabelled: usize,
    pub labelled: usize,
    pub subject: Pairs,
    pub object: Pairs,
    /// Words in "in" and "at" phrases with what the phrase hangs on.
    pub place: Pairs,
    pub negation: Pairs,
    pub auxiliary: Pairs,
    /// The word that heads the sentence.
    pub root: Pairs,
}

impl Scores {
    /// Adds one sentence; a tree of another length counts as all wrong.
    pub fn add(&mut self, gold: &Sentence, tree: &Tree) {
        for (i, word) in gold.words.iter().enumerate() {
            let node = tree.nodes.get(i);
            self.words += 1;
            self.upos += usize::from(node.is_some_and(|n| n.upos == word.upos));
            self.xpos += usize::from(node.is_some_and(|n| n.xpos == word.xpos));
            if word.upos == Upos::Punct {
                continue;
            }
            self.attached += 1;
            let head = node.is_some_and(|n| n.head.map(|h| h as usize) == word.head);
            self.unlabelled += usize::from(head);
            self.labelled += usize::from(head && node.is_some_and(|n| universal(n.relation) == universal(&word.relation)));
        }
        let wanted = View::of_gold(gold);
        let given = View::of_tree(gold, tree);
        type Holds = fn(&View, usize) -> bool;
        let classes: [(&mut Pairs, Holds); 6] = [
            (&mut self.subject, |view, i| view.is_subject(i)),
            (&mut self.object, |view, i| view.is_object(i)),
            (&mut self.place, |view, i| view.is_place(i)),
            (&mut self.negation, |view, i| view.is_negation(i)),
            (&mut self.auxiliary, |view, i| view.is_auxiliary(i)),
            (&mut self.root, |view, i| view.is_root(i)),
        ];
        for (pairs, is) in classes {
            for i in 0..gold.words.len() {
                let (w, g) = (is(&wanted, i), is(&given, i));
                pairs.wanted += usize::from(w);
                pairs.given += usize::from(g);
                pairs.right += usize::from(w && g && wanted.heads.get(i) == given.heads.get(i));
            }
        }
    }

    pub fn share(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }

    pub fn uas(&self) -> f64 {
        Self::share(self.unlabelled, self.attached)
    }

    pub fn las(&self) -> f64 {
        Self::share(self.labelled, self.attached)
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "words {} UPOS {:.4} XPOS {:.4} UAS {:.4} LAS {:.4} | subject {:.3} object {:.3} place {:.3} negation {:.3} auxiliary {:.3} root {:.3}",
            self.words,
            Self::share(self.upos, self.words),
            Self::share(self.xpos, self.words),
            self.uas(),
            self.las(),
            self.subject.f1(),
            self.object.f1(),
            self.place.f1(),
            self.negation.f1(),
            self.auxiliary.f1(),
            self.root.f1(),
        )
    }
}

/// A relation without its subtype.
pub fn universal(relation: &str) -> &str {
    relation.split(':').next().unwrap_or(relation)
}

/// Gold and given trees in the same shape.
struct View<'a> {
    words: Vec<&'a str>,
    heads: Vec<Option<usize>>,
    relations: Vec<&'a str>,
}

impl<'a> View<'a> {
    fn of_gold(gold: &'a Sentence) -> Self {
        Self {
            words: gold.words.iter().map(|w| w.form.as_str()).collect(),
            heads: gold.words.iter().map(|w| w.head).collect(),
            relations: gold.words.iter().map(|w| w.relation.as_str()).collect(),
        }
    }

    fn of_tree(gold: &'a Sentence, tree: &'a Tree) -> Self {
        Self {
            words: gold.words.iter().map(|w| w.form.as_str()).collect(),
            heads: tree.nodes.iter().map(|n| n.head.map(|h| h as usize)).collect(),
            relations: tree.nodes.iter().map(|n| n.relation).collect(),
        }
    }

    fn relation(&self, i: usize) -> &str {
        self.relations.get(i).copied().unwrap_or("")
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        self.words.get(i).is_some_and(|word| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
    }

    fn is_subject(&self, i: usize) -> bool {
        universal(self.relation(i)) == "nsubj"
    }

    fn is_object(&self, i: usize) -> bool {
        matches!(self.relation(i), "obj" | "iobj")
    }

    fn is_place(&self, i: usize) -> bool {
        matches!(universal(self.relation(i)), "obl" | "nmod")
            && (0..self.words.len()).any(|c| self.heads.get(c) == Some(&Some(i)) && self.relation(c) == "case" && self.is(c, &["in", "at"]))
    }

    fn is_negation(&self, i: usize) -> bool {
        self.is(i, &["not", "n't", "n\u{2019}t", "never", "no"]) && matches!(self.relation(i), "advmod" | "det")
    }

    fn is_auxiliary(&self, i: usize) -> bool {
        universal(self.relation(i)) == "aux"
    }

    fn is_root(&self, i: usize) -> bool {
        self.relation(i) == "root"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::syntax::Node;
    use crate::language::syntax::conllu::Word;

    fn gold(words: &[(&str, Upos, Option<usize>, &str)]) -> Sentence {
        let word = |&(form, upos, head, relation): &(&str, Upos, Option<usize>, &str)| Word {
            form: form.into(),
            lemma: String::new(),
            upos,
            xpos: "X".into(),
            head,
            relation: relation.into(),
        };
        Sentence { words: words.iter().map(word).collect(), ..Sentence::default() }
    }

    #[test]
    fn punctuation_counts_for_tags_but_not_for_attachment() {
        let gold = gold(&[
            ("They", Upos::Pron, Some(1), "nsubj"),
            ("met", Upos::Verb, None, "root"),
            ("in", Upos::Adp, Some(3), "case"),
            ("Oslo", Upos::Propn, Some(1), "obl"),
            (".", Upos::Punct, Some(1), "punct"),
        ]);
        let node = |upos, head, relation| Node { upos, xpos: "X", head, relation };
        let tree = Tree {
            nodes: vec![
                node(Upos::Pron, Some(1), "nsubj:pass"),
                node(Upos::Verb, None, "root"),
                node(Upos::Adp, Some(3), "case"),
                node(Upos::Noun, Some(0), "obl"),
                node(Upos::Punct, Some(0), "punct"),
            ],
        };
        let mut scores = Scores::default();
        scores.add(&gold, &tree);
        assert_eq!((scores.words, scores.upos, scores.attached, scores.unlabelled, scores.labelled), (5, 4, 4, 3, 3));
        assert_eq!(scores.subject, Pairs { right: 1, given: 1, wanted: 1 });
        assert_eq!(scores.place, Pairs { right: 0, given: 1, wanted: 1 });
        assert_eq!(scores.object.f1(), 1.0);
    }
}
