//! Dictionary forms of English words: a table of irregular forms, and for regular ones the spelling rules' candidates, of which
//! the first one that the treebanks know as a base form is taken.

mod irregular;
#[cfg(test)]
mod tests;

use super::{Node, Upos};
use std::borrow::Cow;

/// The kinds of base forms that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Base {
    Verb,
    Noun,
    /// Adjectives and adverbs.
    Quality,
}

impl Base {
    /// The kind that words with this tag are base forms of.
    pub fn of(xpos: &str) -> Option<Self> {
        match xpos {
            "VB" | "VBP" => Some(Self::Verb),
            "NN" => Some(Self::Noun),
            "JJ" | "RB" => Some(Self::Quality),
            _ => None,
        }
    }
}

/// Whether a folded word is the past of an irregular verb: "sat", "withdrew".
pub fn irregular_past(word: &str) -> bool {
    irregular::past(word)
}

/// The dictionary form of a word under a tag: "met" as VBD is "meet", "talks" as NNS "talk". Names stand as they are.
/// `is_base` tells whether a form is known as a base form.
pub fn lemma<'a>(word: &'a str, node: &Node, is_base: impl Fn(Base, &str) -> bool) -> Cow<'a, str> {
    if node.upos == Upos::Propn {
        return Cow::Borrowed(word);
    }
    let lower: Cow<str> =
        if word.bytes().all(|b| b.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().replace('\u{2019}', "'").into() };
    let first = |kind: Base, candidates: Vec<String>| {
        candidates.iter().find(|c| is_base(kind, c)).or(candidates.first()).map(|c| Cow::Owned(c.clone()))
    };
    let found: Option<Cow<'static, str>> = match (node.upos, node.xpos) {
        (Upos::Aux | Upos::Verb, xpos) => match verb_form(&lower, xpos) {
            Some(base) => Some(base.into()),
            None => first(Base::Verb, verb(&lower, xpos)),
        },
        (_, "NNS" | "NNPS") => match irregular::noun(&lower) {
            Some(single) => Some(single.into()),
            None => first(Base::Noun, plural(&lower)),
        },
        (_, "JJR" | "JJS" | "RBR" | "RBS") => match irregular::compared(&lower) {
            Some(base) => Some(base.into()),
            None => first(Base::Quality, compared(&lower)),
        },
        (_, "PRP") => irregular::pronoun(&lower).map(Cow::Borrowed),
        (Upos::Part | Upos::Adv, "RB") if lower == "n't" => Some("not".into()),
        _ => None,
    };
    found.unwrap_or(lower)
}

/// The base of clitics, of "be" and of irregular verbs.
fn verb_form(word: &str, xpos: &str) -> Option<&'static str> {
    match word {
        "'s" if xpos == "VBZ" => Some("be"),
        "'re" | "'m" | "am" | "are" | "is" | "was" | "were" | "been" | "being" => Some("be"),
        "'ve" => Some("have"),
        "'d" => Some(if xpos == "MD" { "would" } else { "have" }),
        "'ll" | "wo" => Some("will"),
        "ca" => Some("can"),
        "sha" => Some("shall"),
        _ if matches!(xpos, "VBD" | "VBN" | "VBG" | "VBZ") => irregular::verb(word, xpos),
        _ => None,
    }
}

/// What a regular verb form may be of, the likeliest first; nothing where the tag says that it is the base.
fn verb(word: &str, xpos: &str) -> Vec<String> {
    let stem = match xpos {
        "VBZ" => return without_s(word),
        "VBG" => word.strip_suffix("ing"),
        "VBD" | "VBN" => word.strip_suffix("ed"),
        _ => None,
    };
    let Some(stem) = stem.filter(|s| s.contains(['a', 'e', 'i', 'o', 'u', 'y'])) else { return Vec::new() };
    match stem.strip_suffix('i') {
        // "tried", "died"
        Some(short) if xpos != "VBG" => vec![format!("{short}y"), format!("{stem}e")],
        _ => completed(stem),
    }
}

/// "talks", "reaches", "carries" without their endings.
fn without_s(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with('s')) else { return Vec::new() };
    let Some(short) = stem.strip_suffix('e') else { return vec![stem.to_owned()] };
    if let Some(shorter) = short.strip_suffix('i').filter(|s| s.len() > 1) {
        return vec![format!("{shorter}y"), stem.to_owned()];
    }
    if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| short.ends_with(end)) && !short.ends_with("ous") {
        return vec![short.to_owned(), stem.to_owned()];
    }
    vec![stem.to_owned(), short.to_owned()]
}

fn plural(word: &str) -> Vec<String> {
    // "spokesmen", "grandchildren"
    if let Some(stem) = word.strip_suffix("men") {
        return vec![format!("{stem}man")];
    }
    if let Some(stem) = word.strip_suffix("children") {
        return vec![format!("{stem}child")];
    }
    without_s(word)
}

/// "larger", "busiest" without their endings.
fn compared(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix("er").or_else(|| word.strip_suffix("est")) else { return Vec::new() };
    match stem.strip_suffix('i') {
        Some(short) => vec![format!("{short}y")],
        None => completed(stem),
    }
}

/// What a stem cut before "-ed", "-ing", "-er" may be of: itself, with its "e" again ("merg", "mak"), or with one consonant
/// less ("plann").
fn completed(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().rev().collect();
    let vowel = |i: usize| letters.get(i).is_some_and(|c| "aeiouy".contains(*c));
    let with_e = format!("{stem}e");
    let undoubled: String = letters.iter().rev().take(letters.len().saturating_sub(1)).collect();
    let doubled = !vowel(0) && letters.len() > 3 && letters.first() == letters.get(1);
    // "hoped" is of "hope", since "hop" would give "hopped".
    let short = !vowel(0) && vowel(1) && !letters.iter().skip(2).enumerate().any(|(i, _)| vowel(i + 2)) && !stem.ends_with(['w', 'x', 'y']);
    // "humiliated" is of "humiliate", "combated" of "combat", "repeated" of "repeat".
    let ate = stem.ends_with("at") && letters.len() > 5 && !matches!(letters.get(2), Some('e' | 'o'));
    let usual_e = stem.ends_with(['c', 'v', 'u', 'z', 's']) && !stem.ends_with("ss") || stem.ends_with("dg") || stem.ends_with("rg") || ate;
    if doubled {
        if stem.ends_with(['s', 'l', 'f', 'z']) {
            vec![stem.to_owned(), undoubled, with_e]
        } else {
            vec![undoubled, stem.to_owned(), with_e]
        }
    } else if short || usual_e {
        vec![with_e, stem.to_owned()]
    } else {
        vec![stem.to_owned(), with_e]
    }
}
