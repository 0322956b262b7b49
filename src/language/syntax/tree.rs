//! A sentence's tree and the questions that readers of events ask of it.
//!
//! Tokens are numbered from the sentence's first; what is out of range has no children and no head.

use super::Upos;
use std::ops::Range;

/// What the tagger and the parser say of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub upos: Upos,
    /// The Penn Treebank tag: "VBD", "NNP".
    pub xpos: &'static str,
    /// The token that this one depends on, counted from the sentence's first token; none for the root.
    pub head: Option<u32>,
    /// The relation to the head: "nsubj", "obl", "nmod:poss".
    pub relation: &'static str,
}

impl Node {
    /// The relation without its subtype: "nsubj" of "nsubj:pass".
    pub fn universal(&self) -> &'static str {
        self.relation.split(':').next().unwrap_or(self.relation)
    }
}

/// The dependency tree of one sentence: a node for each of its tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// Takes a token out; what hangs on it hangs on its head, of a root on the first of them: there is still one root.
    pub fn remove(&mut self, token: usize) {
        if token >= self.nodes.len() {
            return;
        }
        let above = self.nodes.remove(token).head;
        let moved = |head: u32| if head as usize > token { head - 1 } else { head };
        let mut above = above.map(moved);
        for at in 0..self.nodes.len() {
            let Some(node) = self.nodes.get_mut(at) else { break };
            node.head = match node.head {
                Some(head) if head as usize == token => {
                    let head = above;
                    above.get_or_insert(at as u32);
                    head
                }
                head => head.map(moved),
            };
        }
    }

    /// The tokens that depend on a token, in the order of the sentence.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes.iter().enumerate().filter(move |(_, n)| n.head == Some(token as u32)).map(|(i, _)| i)
    }

    /// The children with one of these relations; "nsubj" also takes "nsubj:pass", "obl:agent" only itself.
    pub fn children_by<'a>(&'a self, token: usize, relations: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
        self.children(token).filter(move |&c| self.has_relation(c, relations))
    }

    /// Whether a token bears one of these relations, a name without a subtype standing for all its subtypes.
    pub fn has_relation(&self, token: usize, relations: &[&str]) -> bool {
        self.nodes.get(token).is_some_and(|n| relations.iter().any(|&r| n.relation == r || n.universal() == r))
    }

    pub fn relation(&self, token: usize) -> &'static str {
        self.nodes.get(token).map_or("", |n| n.relation)
    }

    pub fn upos(&self, token: usize) -> Upos {
        self.nodes.get(token).map_or(Upos::X, |n| n.upos)
    }

    pub fn xpos(&self, token: usize) -> &'static str {
        self.nodes.get(token).map_or("", |n| n.xpos)
    }

    pub fn head(&self, token: usize) -> Option<usize> {
        self.nodes.get(token)?.head.map(|h| h as usize)
    }

    /// The token that heads the sentence.
    pub fn root(&self) -> Option<usize> {
        self.nodes.iter().position(|n| n.head.is_none() && n.relation == "root")
    }

    /// The heads above a token, the nearest first.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        // A tree has no cycles, but a tree made by hand may.
        std::iter::successors(self.head(token), |&t| self.head(t)).take(self.nodes.len())
    }

    /// Whether a token stands below another one, or is it.
    pub fn is_under(&self, token: usize, above: usize) -> bool {
        token == above || self.ancestors(token).any(|a| a == above)
    }

    /// All tokens below a token and itself, in the order of the sentence, without the branches whose relation is among `except`.
    pub fn subtree(&self, token: usize, except: &[&str]) -> Vec<usize> {
        let mut tokens = Vec::new();
        if token < self.nodes.len() {
            tokens.push(token);
        }
        let mut next = 0;
        while let Some(&above) = tokens.get(next) {
            next += 1;
            let room = self.nodes.len().saturating_sub(tokens.len());
            tokens.extend(self.children(above).filter(|&c| !self.has_relation(c, except)).take(room));
        }
        tokens.sort_unstable();
        tokens
    }

    /// The run of tokens around a token that its subtree covers without a gap, branches among `except` left out.
    pub fn span(&self, token: usize, except: &[&str]) -> Range<usize> {
        let tokens = self.subtree(token, except);
        let Ok(at) = tokens.binary_search(&token) else { return token..token };
        let (mut first, mut last) = (token, token);
        for &t in tokens.get(..at).unwrap_or(&[]).iter().rev() {
            if t + 1 != first {
                break;
            }
            first = t;
        }
        for &t in tokens.get(at + 1..).unwrap_or(&[]) {
            if t != last + 1 {
                break;
            }
            last = t;
        }
        first..last + 1
    }

    /// The token in a run of tokens whose head lies outside of it; the last one if there are several, for names end in their heads.
    pub fn head_of(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.clone().rev().find(|&t| t < self.nodes.len() && self.head(t).is_none_or(|h| !tokens.contains(&h)))
    }

    /// A token and what is joined to it by "and" or a comma, in the order of the sentence.
    pub fn conjuncts(&self, token: usize) -> Vec<usize> {
        let mut tokens = vec![token];
        let mut next = 0;
        while let Some(&t) = tokens.get(next) {
            next += 1;
            let room = self.nodes.len().saturating_sub(tokens.len());
            tokens.extend(self.children_by(t, &["conj"]).take(room));
        }
        tokens.sort_unstable();
        tokens
    }

    /// The first of the conjuncts that a token belongs to: what bears the relation that all of them have.
    pub fn first_conjunct(&self, token: usize) -> usize {
        let mut first = token;
        for above in self.ancestors(token) {
            if self.relation(first) != "conj" {
                break;
            }
            first = above;
        }
        first
    }

    /// The clause's predicate that a token belongs to: the nearest token above it, or itself, that is a verb or heads a clause.
    pub fn predicate(&self, token: usize) -> Option<usize> {
        std::iter::once(token).chain(self.ancestors(token)).find(|&t| self.is_predicate(t))
    }

    /// Whether a token is a verb (no auxiliary) or heads a clause: root, complement, adverbial or relative clause.
    pub fn is_predicate(&self, token: usize) -> bool {
        self.nodes.get(token).is_some_and(|n| {
            n.upos == Upos::Verb && !matches!(n.universal(), "amod" | "case" | "compound" | "mark")
                || matches!(n.universal(), "root" | "ccomp" | "xcomp" | "advcl" | "csubj" | "parataxis")
                || n.relation == "acl:relcl"
        })
    }

    /// Whether a predicate is in the passive voice: "was signed", "signed by …", "the treaty signed in Rome".
    pub fn is_passive(&self, predicate: usize) -> bool {
        let marked =
            |p: usize| self.children(p).any(|c| matches!(self.relation(c), "aux:pass" | "nsubj:pass" | "csubj:pass" | "obl:agent"));
        if marked(predicate) {
            return true;
        }
        if self.xpos(predicate) != "VBN" || self.children_by(predicate, &["aux", "cop"]).next().is_some() {
            return false;
        }
        match self.nodes.get(predicate).map_or("", Node::universal) {
            "acl" | "amod" | "advcl" => true,
            // "was agreed and signed"
            "conj" => self.own_subjects(predicate).next().is_none() && marked(self.first_conjunct(predicate)),
            _ => false,
        }
    }

    fn own_subjects(&self, predicate: usize) -> impl Iterator<Item = usize> + '_ {
        self.children_by(predicate, &["nsubj"])
    }

    /// The grammatical subjects of a predicate with all conjuncts. A predicate without one of its own takes that of the verb it
    /// is joined to or is the complement of ("He flew to Oslo and met …", "agreed to meet"), a participle that of the noun or verb it
    /// belongs to ("the envoys meeting in Oslo", "He left, saying …").
    pub fn subjects(&self, predicate: usize) -> Vec<usize> {
        let mut at = predicate;
        for _ in 0..self.nodes.len().min(8) {
            let own: Vec<usize> = self.own_subjects(at).flat_map(|s| self.conjuncts(s)).collect();
            if !own.is_empty() {
                return self.antecedents(own, at);
            }
            let Some(above) = self.head(at) else { break };
            match self.relation(at) {
                "xcomp" => {
                    // "asked him to come": the object is who comes.
                    let objects: Vec<usize> = self.children_by(above, &["obj", "iobj"]).flat_map(|o| self.conjuncts(o)).collect();
                    if !objects.is_empty() {
                        return objects;
                    }
                }
                "conj" | "advcl" | "parataxis" if self.is_predicate(above) => {}
                "acl" if matches!(self.xpos(at), "VBG" | "VBN") => return self.conjuncts(above),
                _ => break,
            }
            at = above;
        }
        Vec::new()
    }

    /// Relative pronouns give way to the noun they stand for: "the envoy who met …".
    fn antecedents(&self, subjects: Vec<usize>, predicate: usize) -> Vec<usize> {
        let relative = |&s: &usize| matches!(self.xpos(s), "WDT" | "WP") && self.relation(predicate) == "acl:relcl";
        match self.head(predicate) {
            Some(noun) if subjects.iter().all(relative) => vec![noun],
            _ => subjects,
        }
    }

    /// Direct and indirect objects with their conjuncts.
    pub fn objects(&self, predicate: usize) -> Vec<usize> {
        self.children_by(predicate, &["obj", "iobj"]).flat_map(|o| self.conjuncts(o)).collect()
    }

    /// Who does it: the subjects of an active predicate, the "by" phrase of a passive one.
    pub fn agents(&self, predicate: usize) -> Vec<usize> {
        if self.is_passive(predicate) {
            self.children_by(predicate, &["obl:agent"]).flat_map(|a| self.conjuncts(a)).collect()
        } else {
            self.subjects(predicate)
        }
    }

    /// Prepositional phrases and bare time phrases of a verb or noun: the phrase's head with its first preposition, if any.
    pub fn phrases(&self, token: usize) -> Vec<(usize, Option<usize>)> {
        self.children_by(token, &["obl", "nmod"]).filter(|&c| self.relation(c) != "nmod:poss").map(|c| (c, self.preposition(c))).collect()
    }

    /// The first preposition before a noun, its conjuncts sharing that of the first: "in Oslo and Geneva".
    pub fn preposition(&self, noun: usize) -> Option<usize> {
        let own = |n: usize| self.children_by(n, &["case"]).find(|&c| self.xpos(c) != "POS");
        own(noun).or_else(|| {
            let first = self.first_conjunct(noun);
            if first == noun { None } else { own(first) }
        })
    }

    /// The auxiliaries of a predicate, those of a conjunct that it shares included: "will travel and meet".
    pub fn auxiliaries(&self, predicate: usize) -> Vec<usize> {
        let own = |p: usize| self.children_by(p, &["aux", "cop"]).collect::<Vec<_>>();
        let mut tokens = own(predicate);
        if tokens.is_empty() && self.relation(predicate) == "conj" && self.own_subjects(predicate).next().is_none() {
            let first = self.first_conjunct(predicate);
            // "has met and will sign" shares nothing; "will travel and meet" does: both are bare forms.
            if first != predicate && self.xpos(first) == self.xpos(predicate) {
                tokens = own(first);
            }
        }
        tokens
    }

    /// The adverbs and determiners that may negate a predicate: those whose word `is_negative` ("not", "n't", "never", "no").
    pub fn negation(&self, predicate: usize, is_negative: impl Fn(usize) -> bool) -> Option<usize> {
        let own = |p: usize| self.children_by(p, &["advmod", "det", "cc"]).find(|&c| is_negative(c));
        own(predicate).or_else(|| {
            // "No meeting is planned": the subject's determiner negates the verb.
            self.own_subjects(predicate).find_map(|s| self.children_by(s, &["det"]).find(|&c| is_negative(c)))
        })
    }

    /// The particle of a phrasal verb: "off" in "call off".
    pub fn particle(&self, verb: usize) -> Option<usize> {
        self.children_by(verb, &["compound:prt"]).next()
    }

    /// Whether the parse may be trusted to hold together: a verb or copula at the root unless the sentence is short, and no
    /// predicate with two subjects. Where it does not, token patterns are the better guide.
    pub fn is_sound(&self) -> bool {
        let Some(root) = self.root() else { return false };
        let verbal = self.upos(root) == Upos::Verb || self.children_by(root, &["cop", "aux", "nsubj"]).next().is_some();
        let doubled =
            (0..self.nodes.len()).any(|t| self.children(t).filter(|&c| matches!(self.relation(c), "nsubj" | "nsubj:pass")).count() > 1);
        (verbal || self.nodes.len() < 12) && !doubled
    }
}

#[cfg(test)]
mod tests;
