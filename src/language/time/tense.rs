//! Whether a clause tells what has been or what will be, from cheap cues in its words.
//!
//! The nearest cue before the expression decides, then the nearest after it: "officials said Tuesday they will" is past,
//! "will meet on Tuesday" is future. A parser can serve this later in the same place.

use crate::language::Document;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many words on each side are looked at.
const REACH: usize = 14;

/// The tense of the clause around some tokens of a sentence.
pub fn around(document: &Document, sentence: Range<usize>, tokens: Range<usize>) -> Tense {
    let mut skipped = 0;
    for at in (sentence.start..tokens.start).rev() {
        let word = document.lower(at);
        if matches!(word, ";" | ":" | "(" | "\u{2014}" | "--") {
            break;
        }
        if let Some(tense) = cue(document, sentence.clone(), at) {
            return tense;
        }
        skipped += 1;
        if skipped > REACH {
            break;
        }
    }
    for at in tokens.end..sentence.end.min(tokens.end + REACH) {
        let word = document.lower(at);
        if matches!(word, ";" | ":" | "(" | "\u{2014}" | "--") {
            break;
        }
        if let Some(tense) = cue(document, sentence.clone(), at) {
            return tense;
        }
    }
    Tense::Unknown
}

/// The tense that a word tells, with its neighbours.
fn cue(document: &Document, sentence: Range<usize>, at: usize) -> Option<Tense> {
    let word = document.lower(at);
    let near = |offset: isize| {
        let index = at.checked_add_signed(offset).filter(|i| sentence.contains(i));
        index.map_or("", |i| document.lower(i))
    };
    match word {
        "will" | "'ll" | "wo" | "shall" | "ca" | "upcoming" | "forthcoming" => Some(Tense::Future),
        // "would meet on Tuesday", told in the past, is still to come.
        "would" | "should" | "could" | "may" | "might" | "can" if near(1) != "have" => Some(Tense::Future),
        "going" if near(1) == "to" => Some(Tense::Future),
        "plans" | "planned" | "planning" | "plan" | "scheduled" | "expected" | "expects" | "due" | "set" | "slated" | "intends"
        | "hopes" | "aims" | "agreed" | "wants" | "promised" | "vowed" | "pledged" | "hoping" | "expecting" | "ready" | "preparing"
        | "prepared" | "supposed"
            if near(1) == "to" || near(1) == "for" =>
        {
            Some(Tense::Future)
        }
        "is" | "are" | "'s" | "'re" if near(1) == "to" || near(1) == "due" => Some(Tense::Future),
        "was" | "were" | "had" | "did" | "has" | "have" | "been" | "'ve" => {
            let ahead = (1..4).any(|i| matches!(near(i), "scheduled" | "expected" | "due" | "planned" | "slated"));
            Some(if ahead { Tense::Future } else { Tense::Past })
        }
        "to" if is_base(near(1)) && !matches!(near(-1), "used" | "had" | "was" | "were") => None,
        _ if is_past(word) => Some(Tense::Past),
        _ => None,
    }
}

fn is_base(word: &str) -> bool {
    !word.is_empty() && !word.ends_with("ed") && !word.ends_with("ing")
}

/// Past forms that do not end in "ed", and those that do.
fn is_past(word: &str) -> bool {
    const IRREGULAR: [&str; 84] = [
        "said",
        "met",
        "told",
        "held",
        "made",
        "went",
        "came",
        "took",
        "left",
        "began",
        "became",
        "spoke",
        "gave",
        "got",
        "saw",
        "sent",
        "brought",
        "fell",
        "rose",
        "won",
        "lost",
        "led",
        "found",
        "wrote",
        "ran",
        "kept",
        "paid",
        "sold",
        "fought",
        "flew",
        "broke",
        "built",
        "bought",
        "thought",
        "stood",
        "knew",
        "grew",
        "threw",
        "drew",
        "shot",
        "struck",
        "drove",
        "died",
        "sat",
        "chose",
        "felt",
        "heard",
        "caught",
        "taught",
        "sought",
        "spent",
        "lay",
        "rode",
        "swore",
        "withdrew",
        "overthrew",
        "undertook",
        "hung",
        "bore",
        "wore",
        "tore",
        "stole",
        "froze",
        "woke",
        "dealt",
        "meant",
        "dug",
        "sank",
        "sang",
        "sprang",
        "swept",
        "slept",
        "crept",
        "bent",
        "lent",
        "laid",
        "slid",
        "hid",
        "bound",
        "wound",
        "ate",
        "forbade",
        "foresaw",
        "shook",
    ];
    if word.len() > 4 && word.ends_with("ed") {
        return !matches!(
            word,
            "united" | "indeed" | "need" | "speed" | "exceed" | "proceed" | "succeed" | "hundred" | "sacred" | "armed" | "unprecedented"
        );
    }
    IRREGULAR.contains(&word)
}
