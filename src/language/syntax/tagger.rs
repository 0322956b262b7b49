//! Parts of speech, and after them supertags: a first guess at each word's relation and on which side its head stands.
//!
//! Both go from left to right, see the words around and what they said of the words before. Supertags follow Ouchi, Duh and
//! Matsumoto 2014, "Improving Dependency Parsers with Supertags".

use super::rows::Rows;
use super::word::{Form, OUTSIDE, PREFIXES, SHAPES, SUFFIXES2, SUFFIXES3, SUFFIXES4};

/// Room for tags, supertags and relations, number 0 being "none".
pub const TAGS: u32 = 80;
pub const SUPERTAGS: u32 = 96;

/// How many words of the vocabulary are told apart at each place.
const WORDS_HERE: u32 = 12_000;
const WORDS_NEXT: u32 = 6_000;
const WORDS_FAR: u32 = 2_000;

/// What a tag is to the clause around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Verb,
    /// Words that open or part clauses: "that", "which", "and", a comma.
    Opener,
    Other,
}

#[inline(always)]
fn form(forms: &[Form], at: usize, offset: isize) -> &Form {
    at.checked_add_signed(offset).and_then(|i| forms.get(i)).unwrap_or(&OUTSIDE)
}

#[inline(always)]
fn number(numbers: &[u8], at: usize, offset: isize) -> u32 {
    at.checked_add_signed(offset).and_then(|i| numbers.get(i)).map_or(0, |&n| u32::from(n))
}

/// The features by which the word at `at` is tagged; `tags` are those of the words before it.
pub fn tag_rows(rows: &mut Rows, forms: &[Form], tags: &[u8], at: usize) {
    rows.clear();
    let f = |offset| form(forms, at, offset);
    rows.add(WORDS_HERE, f(0).word.into());
    rows.add(WORDS_NEXT, f(-1).word.into());
    rows.add(WORDS_NEXT, f(1).word.into());
    rows.add(WORDS_FAR, f(-2).word.into());
    rows.add(WORDS_FAR, f(2).word.into());
    rows.add(SUFFIXES2, f(0).suffix2.into());
    rows.add(SUFFIXES3, f(0).suffix3.into());
    rows.add(SUFFIXES4, f(0).suffix4.into());
    rows.add(PREFIXES, f(0).prefix.into());
    rows.add(SUFFIXES3, f(1).suffix3.into());
    rows.add(SUFFIXES2, f(-1).suffix2.into());
    rows.add(SUFFIXES2, f(2).suffix2.into());
    for offset in -2..=2 {
        rows.add(SHAPES, f(offset).shape.into());
    }
    let (before, before2) = (number(tags, at, -1), number(tags, at, -2));
    rows.add(TAGS, before);
    rows.add(TAGS, before2);
    rows.add(TAGS * TAGS, before * TAGS + before2);
}

/// For each word the nearest verbs and clause openers around it, by their places; `u32::MAX` where there is none.
#[derive(Debug, Clone, Default)]
pub struct Clauses {
    pub verb_before: Vec<u32>,
    pub verb_after: Vec<u32>,
    pub opener_before: Vec<u32>,
}

impl Clauses {
    pub fn new(tags: &[u8], role: impl Fn(u8) -> Role) -> Self {
        let mut clauses = Self::default();
        let (mut verb, mut opener) = (u32::MAX, u32::MAX);
        for (i, &tag) in tags.iter().enumerate() {
            clauses.verb_before.push(verb);
            clauses.opener_before.push(opener);
            match role(tag) {
                Role::Verb => verb = i as u32,
                Role::Opener => opener = i as u32,
                Role::Other => {}
            }
        }
        verb = u32::MAX;
        clauses.verb_after = vec![u32::MAX; tags.len()];
        for (slot, (i, &tag)) in clauses.verb_after.iter_mut().zip(tags.iter().enumerate()).rev() {
            *slot = verb;
            if role(tag) == Role::Verb {
                verb = i as u32;
            }
        }
        clauses
    }
}

/// A distance in words as one of 8 numbers.
pub fn near(from: u32, to: u32) -> u32 {
    match from.abs_diff(to) {
        d @ 0..=4 => d,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// The features by which the word at `at` gets its supertag; `tags` are those of all words, `supertags` those before it.
pub fn supertag_rows(rows: &mut Rows, forms: &[Form], tags: &[u8], clauses: &Clauses, supertags: &[u8], at: usize) {
    rows.clear();
    let f = |offset| form(forms, at, offset);
    let t = |offset| number(tags, at, offset);
    rows.add(WORDS_NEXT, f(0).word.into());
    rows.add(WORDS_NEXT, f(-1).word.into());
    rows.add(WORDS_NEXT, f(1).word.into());
    rows.add(WORDS_FAR, f(-2).word.into());
    rows.add(WORDS_FAR, f(2).word.into());
    rows.add(WORDS_FAR, f(-3).word.into());
    rows.add(WORDS_FAR, f(3).word.into());
    rows.add(SUFFIXES3, f(0).suffix3.into());
    rows.add(SHAPES, f(0).shape.into());
    for offset in -5..=5 {
        rows.add(TAGS, t(offset));
    }
    rows.add(TAGS * TAGS, t(-1) * TAGS + t(0));
    rows.add(TAGS * TAGS, t(0) * TAGS + t(1));
    rows.add(TAGS * TAGS, t(-2) * TAGS + t(-1));
    rows.add(TAGS * TAGS, t(1) * TAGS + t(2));
    let (s1, s2) = (number(supertags, at, -1), number(supertags, at, -2));
    rows.add(SUPERTAGS, s1);
    rows.add(SUPERTAGS, s2);
    rows.add(SUPERTAGS, number(supertags, at, -3));
    rows.add(SUPERTAGS * SUPERTAGS, s1 * SUPERTAGS + s2);
    for places in [&clauses.verb_before, &clauses.verb_after, &clauses.opener_before] {
        let place = places.get(at).copied().unwrap_or(u32::MAX);
        let known = (place as usize) < tags.len();
        let tag = if known { number(tags, place as usize, 0) } else { 0 };
        let word = if known { form(forms, place as usize, 0).word.into() } else { 1 };
        rows.add(TAGS * 8, tag * 8 + if known { near(place, at as u32) } else { 0 });
        rows.add(WORDS_FAR, word);
        rows.add(SUPERTAGS, if known && (place as usize) < at { number(supertags, place as usize, 0) } else { 0 });
    }
}
