//! Whether a clause tells what has been or what will be, from cheap cues in its words.
//!
//! The nearest cue before the expression decides, then the nearest after it: "officials said Tuesday they will" is past,
//! "will meet on Tuesday" is future. A parser can serve this later in the same place.

use crate::language::Document;
use crate::language::syntax::lemma;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many words on each side are looked at.
const REACH: usize = 24;

/// The tense of the clause around some tokens of a sentence.
pub fn around(document: &Document, sentence: Range<usize>, tokens: Range<usize>) -> Tense {
    let ends = |word: &str| matches!(word, ";" | ":" | "(" | "\u{2014}" | "--");
    let before = || (sentence.start..tokens.start).rev().take(REACH).take_while(|at| !ends(document.lower(*at)));
    let after = tokens.end..sentence.end.min(tokens.end.saturating_add(REACH));
    // "On Tuesday they agreed to meet": the day is that of agreeing, not of what is agreed.
    let told = |at: usize| if is_pledge(document.lower(at)) { Some(Tense::Past) } else { cue(document, sentence.clone(), at) };
    let mut following = after.take_while(|at| !ends(document.lower(*at))).filter_map(told);
    // "Wednesday's ruling" has mostly been; "ahead of Thursday's vote", "Thursday's talks will" are to come.
    if document.lower(tokens.end) == "'s" {
        let ahead = tokens.start.checked_sub(1).is_some_and(|at| matches!(document.lower(at), "for" | "of" | "before"));
        let soon = (tokens.end + 1..sentence.end.min(tokens.end + 7)).any(|at| matches!(document.lower(at), "will" | "'ll"));
        let governed = before().find_map(|at| cue(document, sentence.clone(), at));
        return if soon || ahead && governed == Some(Tense::Future) { Tense::Future } else { Tense::Past };
    }
    // What lasts until a day or is due by it lies ahead of what the clause tells: "extended its offer until Nov. 9".
    let signal = (1..4)
        .find_map(|back| tokens.start.checked_sub(back).map(|at| document.lower(at)).filter(|w| matches!(*w, "until" | "till" | "since")));
    match signal {
        Some("since") => return Tense::Past,
        Some(_) if before().chain(tokens.end..sentence.end.min(tokens.end + 6)).any(|at| document.lower(at) == "had") => {
            return Tense::Past;
        }
        Some(_) => return Tense::Future,
        None => {}
    }
    before().find_map(|at| cue(document, sentence.clone(), at)).or_else(|| following.next()).unwrap_or(Tense::Unknown)
}

/// The tense that a word tells, with its neighbours.
fn cue(document: &Document, sentence: Range<usize>, at: usize) -> Option<Tense> {
    let word = document.lower(at);
    let near = |offset: isize| {
        let index = at.checked_add_signed(offset).filter(|i| sentence.contains(i));
        index.map_or("", |i| document.lower(i))
    };
    match word {
        "will" | "'ll" | "wo" | "shall" | "upcoming" | "forthcoming" => Some(Tense::Future),
        // "would meet on Tuesday", told in the past, is still to come.
        "would" | "should" | "could" | "may" | "might" | "can" if near(1) != "have" => Some(Tense::Future),
        "going" if near(1) == "to" => Some(Tense::Future),
        "scheduled" | "planned" | "planning" | "slated" | "expected" | "expecting" => Some(Tense::Future),
        "due" | "set" | "ready" if matches!(near(1), "to" | "for" | "in" | "on") => Some(Tense::Future),
        "plans" | "plan" | "expects" | "intends" | "intend" | "hopes" | "hope" | "aims" | "agreed" | "wants" | "promised" | "vowed"
        | "pledged" | "hoping" | "preparing" | "prepared" | "supposed" | "about"
            if near(1) == "to" =>
        {
            Some(Tense::Future)
        }
        "is" | "are" | "'s" | "'re" | "am" if near(1) == "to" || near(1) == "due" || is_coming(near(1)) => Some(Tense::Future),
        "have" if matches!(near(-1), "to" | "will" | "would" | "should" | "could" | "may" | "might" | "must") && !is_past(near(1)) => None,
        "was" | "were" | "had" | "did" | "has" | "have" | "been" | "'ve" => {
            let ahead = (1..4).any(|i| matches!(near(i), "scheduled" | "expected" | "due" | "planned" | "slated"));
            Some(if ahead { Tense::Future } else { Tense::Past })
        }
        "meets" | "arrives" | "begins" | "starts" | "opens" | "travels" | "leaves" | "holds" | "hosts" | "resumes" | "expires"
        | "convenes" | "departs" => Some(Tense::Future),
        "meet" | "arrive" | "begin" | "start" | "resume" | "expire" | "convene" | "depart"
            if !matches!(near(-1), "to" | "n't" | "not" | "did" | "the" | "a") =>
        {
            Some(Tense::Future)
        }
        // "would still be held in May", "is to be signed": the auxiliary before tells.
        _ if is_past(word) && near(-1) == "be" => None,
        _ if is_past(word) => Some(Tense::Past),
        _ => None,
    }
}

/// Whether what lies ahead is told in the present, so that it lies ahead of the writer: "will meet", "is expected to open", not "would".
pub fn awaited(document: &Document, sentence: Range<usize>, tokens: &Range<usize>) -> bool {
    let words = (sentence.start..tokens.start).rev().take(REACH).map(|at| document.lower(at));
    let mut finite = words.filter_map(|word| match word {
        "will" | "'ll" | "wo" | "is" | "are" => Some(true),
        "would" | "was" | "were" | "had" | "did" | "could" | "should" | "might" => Some(false),
        _ => None,
    });
    finite.next() == Some(true)
}

/// Deeds that are done in words and aim at what is to come.
fn is_pledge(word: &str) -> bool {
    matches!(word, "agreed" | "promised" | "vowed" | "pledged")
}

/// Motions and meetings whose progressive form tells a plan: "is meeting", "are heading".
fn is_coming(word: &str) -> bool {
    matches!(
        word,
        "meeting"
            | "visiting"
            | "travelling"
            | "traveling"
            | "arriving"
            | "leaving"
            | "heading"
            | "coming"
            | "returning"
            | "flying"
            | "hosting"
            | "holding"
            | "starting"
    )
}

/// Past forms that do not end in "ed", and those that do.
fn is_past(word: &str) -> bool {
    if word.len() > 3 && word.ends_with("ed") {
        return !matches!(
            word,
            "united"
                | "indeed"
                | "need"
                | "seed"
                | "feed"
                | "deed"
                | "reed"
                | "weed"
                | "speed"
                | "exceed"
                | "proceed"
                | "succeed"
                | "hundred"
                | "sacred"
                | "armed"
                | "unprecedented"
        );
    }
    lemma::irregular_past(word) || matches!(word, "lay" | "set")
}
