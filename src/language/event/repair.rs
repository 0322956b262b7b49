//! Mends what the parser often gets wrong around names: shared owners, and prepositions hung inside a phrase.
//!
//! Each repair states the construction it knows; a tree without it is left as it stands.

use crate::language::syntax::{Node, Tree, Upos};

/// Mends a tree in place. `word` gives the folded word of a token of the sentence.
pub fn repair<'a>(tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for at in 0..tree.nodes.len() {
        shared_owner(tree, at, &word);
    }
    for at in 0..tree.nodes.len() {
        inner_preposition(tree, at);
    }
}

fn node(tree: &Tree, at: usize) -> Option<Node> {
    tree.nodes.get(at).copied()
}

fn set(tree: &mut Tree, at: usize, head: Option<u32>, relation: &'static str) {
    if let Some(node) = tree.nodes.get_mut(at) {
        node.head = head;
        node.relation = relation;
    }
}

/// "Witkoff and Kushner's visit": the visit is both men's, not Witkoff and a visit.
///
/// The owned noun hangs as a conjunct on the first name; it takes that name's place, and both names own it.
fn shared_owner<'a>(tree: &mut Tree, owned: usize, word: &impl Fn(usize) -> &'a str) {
    let Some(noun) = node(tree, owned).filter(|n| n.relation == "conj" && n.upos == Upos::Noun) else { return };
    let Some(first) = noun.head.map(|h| h as usize).filter(|f| *f < owned) else { return };
    let owner = (first + 1..owned)
        .rev()
        .find(|t| node(tree, *t).is_some_and(|n| n.relation == "nmod:poss" && n.upos == Upos::Propn && n.head == Some(owned as u32)));
    let (Some(owner), Some(name)) = (owner, node(tree, first).filter(|n| n.upos == Upos::Propn)) else { return };
    // Nothing but names may stand between: "London and Kushner's visit" is as likely as not two things, so both must be bare.
    let between = (first + 1..owner).all(|t| matches!(word(t), "and" | ",") || node(tree, t).is_some_and(|n| n.upos == Upos::Propn));
    if !between || !(first + 1..owner).any(|t| word(t) == "and") {
        return;
    }
    for at in 0..tree.nodes.len() {
        let Some(child) = node(tree, at) else { continue };
        if child.head == Some(first as u32) && child.relation == "case" {
            set(tree, at, Some(owned as u32), "case");
        } else if child.head == Some(owned as u32) && child.relation == "cc" && at < owner {
            set(tree, at, Some(owner as u32), "cc");
        }
    }
    set(tree, owned, name.head, name.relation);
    set(tree, first, Some(owned as u32), "nmod:poss");
    set(tree, owner, Some(first as u32), "conj");
}

/// "between U.S. and Ukrainian officials": the preposition belongs to the phrase, not to the name inside it.
fn inner_preposition(tree: &mut Tree, case: usize) {
    for _ in 0..3 {
        let Some(inside) = node(tree, case).filter(|n| n.relation == "case").and_then(|n| n.head) else { return };
        let Some(modifier) = node(tree, inside as usize).filter(|n| matches!(n.relation, "compound" | "amod")) else { return };
        let Some(head) = modifier.head.filter(|h| *h > inside && (case as u32) < inside) else { return };
        set(tree, case, Some(head), "case");
    }
}

/// "U.S., Ukrainian and Russian officials": one phrase of the noun that its last token is, whatever the parser hung on the first name.
///
/// The noun takes the place of the first word that hangs outside of the phrase; what hung on a word inside hangs on the noun.
pub fn unite(tree: &mut Tree, phrase: std::ops::Range<usize>) {
    let Some(noun) = phrase.end.checked_sub(1).filter(|n| *n > phrase.start && *n < tree.nodes.len()) else { return };
    let outside = |head: Option<u32>| head.is_none_or(|h| !phrase.contains(&(h as usize)));
    let part = |n: &Node| !matches!(n.universal(), "punct" | "cc" | "case");
    let Some(first) = phrase.clone().find(|t| node(tree, *t).is_some_and(|n| outside(n.head) && part(&n))) else { return };
    let Some(outer) = node(tree, first) else { return };
    // What governs the phrase must not hang on a word of it, or the phrase would govern itself.
    let mut above = outer.head.map(|h| h as usize);
    for _ in 0..tree.nodes.len() {
        match above {
            Some(at) if phrase.contains(&at) => return,
            Some(at) => above = node(tree, at).and_then(|n| n.head).map(|h| h as usize),
            None => break,
        }
    }
    if above.is_some() {
        return;
    }
    for at in 0..tree.nodes.len() {
        let Some(child) = node(tree, at).filter(|_| at != noun) else { continue };
        let inside = phrase.contains(&at);
        if inside && outside(child.head) {
            let relation = if part(&child) { "compound" } else { child.relation };
            set(tree, at, Some(noun as u32), relation);
        } else if !inside && !outside(child.head) {
            set(tree, at, Some(noun as u32), child.relation);
        }
    }
    set(tree, noun, outer.head, outer.relation);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RELATIONS: [&str; 10] = ["conj", "nmod:poss", "case", "compound", "amod", "cc", "nsubj", "obl", "punct", "appos"];
    const WORDS: [&str; 4] = ["and", ",", "of", "Oslo"];

    /// A tree of any shape: the tokens hang on each other in an order of their own.
    fn tree() -> impl Strategy<Value = Tree> {
        (1..14usize).prop_flat_map(|len| {
            let order = Just((0..len).collect::<Vec<usize>>()).prop_shuffle();
            let nodes = proptest::collection::vec((any::<prop::sample::Index>(), 0..RELATIONS.len(), 0..3usize), len);
            (order, nodes).prop_map(|(order, told)| {
                let mut nodes = vec![Node { upos: Upos::Noun, xpos: "NN", head: None, relation: "root" }; order.len()];
                for (rank, (at, (head, relation, upos))) in order.iter().zip(told).enumerate() {
                    nodes[*at].upos = [Upos::Noun, Upos::Propn, Upos::Adp][upos];
                    if rank > 0 {
                        nodes[*at].head = Some(order[head.index(rank)] as u32);
                        nodes[*at].relation = RELATIONS[relation];
                    }
                }
                Tree { nodes }
            })
        })
    }

    /// One root, and every token below it.
    fn is_tree(tree: &Tree) -> bool {
        let rooted = |at: usize| tree.ancestors(at).last().unwrap_or(at);
        let roots: Vec<usize> = (0..tree.nodes.len()).filter(|t| tree.head(*t).is_none()).collect();
        roots.len() == 1 && (0..tree.nodes.len()).all(|t| Some(&rooted(t)) == roots.first())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn a_mended_tree_is_still_a_tree(mut tree in tree(), words in proptest::collection::vec(0..WORDS.len(), 14), from in 0..14usize, len in 0..6usize) {
            prop_assert!(is_tree(&tree));
            repair(&mut tree, |t| WORDS[words[t % 14]]);
            prop_assert!(is_tree(&tree), "after repair: {tree:?}");
            unite(&mut tree, from..from + len);
            prop_assert!(is_tree(&tree), "after unite of {from}..{}: {tree:?}", from + len);
        }
    }
}
