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
    for at in 0..tree.nodes.len() {
        asked_for(tree, at, &word);
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

/// "called for the envoys to be expelled": what is called for is told by the verb, no circumstance of it.
fn asked_for<'a>(tree: &mut Tree, verb: usize, word: &impl Fn(usize) -> &'a str) {
    const ASKS: [&str; 9] = ["call", "calls", "called", "calling", "ask", "asks", "asked", "appeals", "appealed"];
    let Some(head) = node(tree, verb).filter(|n| n.relation == "advcl").and_then(|n| n.head) else { return };
    let marked = |w: &str| tree.nodes.iter().enumerate().any(|(t, n)| n.head == Some(verb as u32) && n.relation == "mark" && word(t) == w);
    if ASKS.contains(&word(head as usize)) && marked("for") && marked("to") {
        set(tree, verb, Some(head), "ccomp");
    }
}

/// "deplored Friday the bomb blasts": the day is none of the verb's objects, what follows it is.
///
/// `time` holds the tokens of the date.
pub fn object_after_time(tree: &mut Tree, time: std::ops::Range<usize>) {
    let inside = |head: Option<u32>| head.is_some_and(|h| time.contains(&(h as usize)));
    let Some(top) = time.clone().find(|t| node(tree, *t).is_some_and(|n| !inside(n.head))) else { return };
    let Some(day) = node(tree, top).filter(|n| matches!(n.universal(), "obj" | "iobj" | "obl")) else { return };
    let Some(verb) = day.head.filter(|v| (*v as usize) < time.start) else { return };
    let object = |n: &Node| n.head == Some(verb) && matches!(n.universal(), "obj" | "ccomp" | "xcomp");
    if node(tree, verb as usize).is_none_or(|n| n.upos != Upos::Verb) || tree.nodes.iter().enumerate().any(|(at, n)| at != top && object(n))
    {
        return;
    }
    let follows =
        |n: &Node| inside(n.head) && matches!(n.upos, Upos::Noun | Upos::Propn) && matches!(n.universal(), "appos" | "dep" | "nmod");
    let found = (time.end..tree.nodes.len().min(time.end + 8)).find(|t| node(tree, *t).is_some_and(|n| follows(&n)));
    let cased = |at: usize| tree.nodes.iter().any(|n| n.head == Some(at as u32) && n.relation == "case");
    let Some(found) = found.filter(|t| !cased(*t)) else { return };
    set(tree, found, Some(verb), "obj");
    set(tree, top, Some(verb), "obl:unmarked");
}

/// "On the last Monday of February, Berg and Dahl sat down": the names after a date are the subject of the verb that the date hangs on.
///
/// `time` holds the tokens of the date.
pub fn subject_after_time<'a>(tree: &mut Tree, time: std::ops::Range<usize>, word: impl Fn(usize) -> &'a str) {
    let inside = |head: Option<u32>| head.is_some_and(|h| time.contains(&(h as usize)));
    let top = time.clone().find(|t| node(tree, *t).is_some_and(|n| !inside(n.head)));
    let Some(verb) = top.and_then(|t| node(tree, t)).and_then(|n| n.head).map(|h| h as usize) else { return };
    let from = if word(time.end) == "," { time.end + 1 } else { time.end };
    let has = |tree: &Tree, at: usize, relations: &[&str]| {
        tree.nodes.iter().any(|n| n.head == Some(at as u32) && relations.contains(&n.universal()))
    };
    let named =
        |n: &Node| matches!(n.upos, Upos::Propn | Upos::Noun) && matches!(n.universal(), "conj" | "appos" | "compound" | "flat" | "dep");
    let subject = (from..verb.min(from + 8)).find(|t| node(tree, *t).is_some_and(|n| inside(n.head) && named(&n)));
    let Some(subject) = subject.filter(|s| !has(tree, *s, &["case"])) else { return };
    if node(tree, verb).is_none_or(|n| n.upos != Upos::Verb) || has(tree, verb, &["nsubj", "csubj", "expl"]) {
        return;
    }
    let passive = tree.nodes.iter().any(|n| n.head == Some(verb as u32) && n.relation == "aux:pass");
    set(tree, subject, Some(verb as u32), if passive { "nsubj:pass" } else { "nsubj" });
    for at in from..verb {
        let Some(child) = node(tree, at).filter(|n| at != subject && inside(n.head)) else { continue };
        set(tree, at, Some(subject as u32), child.relation);
    }
}

/// "Humberto de la Calle and Iván Márquez": two names joined by "and" that the parser has run together.
///
/// Each is given with its tokens and its head.
pub fn part(tree: &mut Tree, first: (std::ops::Range<usize>, usize), second: (std::ops::Range<usize>, usize)) {
    let both = first.0.start..second.0.end;
    let valid = first.0.contains(&first.1) && second.0.contains(&second.1) && first.0.end < second.0.start && both.end <= tree.nodes.len();
    let crossed = |range: &std::ops::Range<usize>, other: &std::ops::Range<usize>| {
        range.clone().any(|t| {
            node(tree, t).is_some_and(|n| {
                matches!(n.universal(), "compound" | "flat" | "nmod" | "amod") && n.head.is_some_and(|h| other.contains(&(h as usize)))
            })
        })
    };
    if !valid || !(crossed(&first.0, &second.0) || crossed(&second.0, &first.0)) {
        return;
    }
    let outside = |head: Option<u32>| head.is_none_or(|h| !both.contains(&(h as usize)));
    let Some(outer) =
        both.clone().find_map(|t| node(tree, t).filter(|n| outside(n.head) && !matches!(n.universal(), "punct" | "cc" | "case")))
    else {
        return;
    };
    let mut above = outer.head.map(|h| h as usize);
    for _ in 0..tree.nodes.len() {
        match above {
            Some(at) if both.contains(&at) => return,
            Some(at) => above = node(tree, at).and_then(|n| n.head).map(|h| h as usize),
            None => break,
        }
    }
    if above.is_some() {
        return;
    }
    let (a, b) = (first.1, second.1);
    for at in 0..tree.nodes.len() {
        let Some(child) = node(tree, at) else { continue };
        let hangs = child.head.is_some_and(|h| both.contains(&(h as usize)));
        match () {
            () if at == a || at == b => {}
            () if first.0.contains(&at) => set(tree, at, Some(a as u32), "flat"),
            () if second.0.contains(&at) => set(tree, at, Some(b as u32), "flat"),
            () if both.contains(&at) => set(tree, at, Some(b as u32), if child.universal() == "cc" { "cc" } else { "punct" }),
            () if hangs => set(tree, at, Some(a as u32), child.relation),
            () => {}
        }
    }
    set(tree, a, outer.head, outer.relation);
    set(tree, b, Some(a as u32), "conj");
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

        #[test]
        fn a_tree_mended_around_dates_and_names_is_still_a_tree(mut tree in tree(), words in proptest::collection::vec(0..WORDS.len(), 14), from in 0..14usize, len in 0..6usize, next in 1..5usize, more in 1..5usize) {
            object_after_time(&mut tree, from..from + len);
            prop_assert!(is_tree(&tree), "after object_after_time: {tree:?}");
            subject_after_time(&mut tree, from..from + len, |t| WORDS[words[t % 14]]);
            prop_assert!(is_tree(&tree), "after subject_after_time: {tree:?}");
            let start = from + len + next;
            part(&mut tree, (from..from + len, from), (start..start + more, start + more - 1));
            prop_assert!(is_tree(&tree), "after part: {tree:?}");
        }
    }
}
