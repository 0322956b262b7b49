//! Treebanks as the training sees them: words in numbers.

use demarche::language::syntax::conllu::{self, Sentence};
use demarche::language::syntax::lemma::Base;
use demarche::language::syntax::model::base_fingerprint;
use demarche::language::syntax::vocabulary::Vocabulary;
use demarche::language::syntax::word::{FIRST_WORD, Key};
use demarche::language::syntax::{Upos, word::Form};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Most words of a sentence that is learnt from.
const LONGEST: usize = 120;
/// How many words get numbers.
const WORDS: usize = 12_000;
/// A word's tag is fixed if it was met so often, and bore another one in less than one of a thousand.
const FIXED_COUNT: u32 = 50;
/// Tags and supertags met more rarely are replaced.
const RARE_TAG: u32 = 12;
/// A base form must be met so often.
const LEAST_BASE: u32 = 3;

/// One sentence in numbers; heads count from 0, the number of words standing for the root.
pub struct Sample {
    pub forms: Vec<Form>,
    pub tags: Vec<u8>,
    /// The tag the word always bears, or 0.
    pub fixed: Vec<u8>,
    pub heads: Vec<u32>,
    pub relations: Vec<u8>,
    pub supertags: Vec<u8>,
    /// Which half of the treebank it belongs to; copies of a sentence belong to the same.
    pub half: bool,
}

/// The inventories that number tags, relations and words.
pub struct Inventory {
    pub vocabulary: Vocabulary,
    pub tags: Vec<(Upos, String)>,
    pub relations: Vec<String>,
    pub supertags: usize,
    pub fixed: Vec<u8>,
    pub bases: Vec<u32>,
}

pub fn read(path: &Path) -> Result<Vec<Sentence>, std::io::Error> {
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path)?).read_to_string(&mut text)?;
    Ok(conllu::read(&text))
}

/// Numbers everything.
pub fn number(sentences: &[Sentence]) -> (Inventory, Vec<Sample>) {
    let words = || sentences.iter().filter(|s| s.words.len() <= LONGEST).flat_map(|s| &s.words);
    let mut word_counts: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    let mut tag_counts: BTreeMap<(u8, &str), u32> = BTreeMap::new();
    let mut relation_counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in words() {
        *word_counts.entry(Key::new(&word.form).bytes().to_vec()).or_default() += 1;
        *tag_counts.entry((word.upos as u8, &word.xpos)).or_default() += 1;
        *relation_counts.entry(&word.relation).or_default() += 1;
    }

    let mut ranked: Vec<_> = word_counts.iter().filter(|(_, n)| **n >= 3).collect();
    ranked.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let hashes: Vec<u64> =
        ranked.iter().take(WORDS - FIRST_WORD as usize).map(|(key, _)| demarche::language::syntax::word::hash(key)).collect();
    let vocabulary = Vocabulary::new(&hashes);

    let mut tags: Vec<_> = tag_counts.iter().filter(|(_, n)| **n >= RARE_TAG).collect();
    tags.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let tags: Vec<(Upos, String)> = tags.iter().map(|((upos, xpos), _)| (Upos::ALL[*upos as usize], (*xpos).to_owned())).collect();
    // A rare pair becomes the most frequent one with the same universal tag.
    let tag = |upos: Upos, xpos: &str| {
        let exact = tags.iter().position(|t| t.0 == upos && t.1 == xpos);
        exact.or_else(|| tags.iter().position(|t| t.0 == upos)).unwrap_or(0) as u8 + 1
    };
    let mut relations: Vec<_> = relation_counts.iter().filter(|(_, n)| **n >= RARE_TAG).collect();
    relations.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let relations: Vec<String> = relations.iter().map(|(r, _)| (**r).to_owned()).collect();
    let relation = |name: &str| {
        let exact = relations.iter().position(|r| r == name);
        let universal = || relations.iter().position(|r| r == name.split(':').next().unwrap_or(name));
        let dep = || relations.iter().position(|r| r == "dep");
        exact.or_else(universal).or_else(dep).unwrap_or(0) as u8 + 1
    };

    let mut supertag_counts: BTreeMap<(u8, bool), u32> = BTreeMap::new();
    let mut samples = Vec::with_capacity(sentences.len());
    let mut word_tags: Vec<BTreeMap<u8, u32>> = vec![BTreeMap::new(); WORDS];
    for sentence in sentences.iter().filter(|s| s.words.len() <= LONGEST) {
        let n = sentence.words.len() as u32;
        let mut sample = Sample {
            forms: vec![],
            tags: vec![],
            fixed: vec![],
            heads: vec![],
            relations: vec![],
            supertags: vec![],
            half: half(sentence),
        };
        for (i, word) in sentence.words.iter().enumerate() {
            let key = Key::new(&word.form);
            let form = key.form(vocabulary.number(key.hash()), &word.form, i == 0);
            sample.forms.push(form);
            sample.tags.push(tag(word.upos, &word.xpos));
            sample.heads.push(word.head.map_or(n, |h| h as u32));
            sample.relations.push(relation(&word.relation));
            let head_right = sample.heads[i] as usize > i;
            *supertag_counts.entry((sample.relations[i], head_right)).or_default() += 1;
            *word_tags[form.word as usize].entry(sample.tags[i]).or_default() += 1;
        }
        samples.push(sample);
    }

    let mut fixed = vec![0; WORDS];
    for (number, counts) in word_tags.iter().enumerate().skip(FIRST_WORD as usize) {
        let total: u32 = counts.values().sum();
        if let Some((&tag, &most)) = counts.iter().max_by_key(|(_, n)| **n)
            && total >= FIXED_COUNT
            && most * 1000 >= total * 999
        {
            fixed[number] = tag;
        }
    }

    let supertags: Vec<(u8, bool)> = supertag_counts.iter().filter(|(_, n)| **n >= RARE_TAG).map(|(k, _)| *k).collect();
    let supertag = |key: (u8, bool)| {
        let exact = supertags.iter().position(|s| *s == key);
        exact.or_else(|| supertags.iter().position(|s| s.0 == key.0)).unwrap_or(0) as u8 + 1
    };
    let mut word_iter = sentences.iter().filter(|s| s.words.len() <= LONGEST);
    for sample in &mut samples {
        let words = word_iter.next().map_or(&[][..], |s| &s.words);
        for i in 0..sample.forms.len() {
            sample.supertags.push(supertag((sample.relations[i], sample.heads[i] as usize > i)));
            let upper = demarche::language::syntax::word::Shape::of(&words[i].form) == demarche::language::syntax::word::Shape::Upper;
            sample.fixed.push(if upper { 0 } else { fixed[sample.forms[i].word as usize] });
        }
    }
    (Inventory { vocabulary, tags, relations, supertags: supertags.len(), fixed, bases: bases(sentences) }, samples)
}

/// Parts the treebank by document where there is one, else by the sentence's words.
fn half(sentence: &Sentence) -> bool {
    demarche::language::syntax::word::hash(sentence.text.as_bytes()) >> 40 & 1 == 1
}

/// Brings the silver labels nearer to the conventions of Universal Dependencies as its human treebanks apply them.
pub fn harmonise(sentence: &mut Sentence) {
    for word in &mut sentence.words {
        if word.upos == Upos::Sconj && word.xpos == "WRB" {
            word.upos = Upos::Adv;
        }
    }
}

/// The forms met as base forms at least twice.
fn bases(sentences: &[Sentence]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for word in sentences.iter().flat_map(|s| &s.words).filter(|w| w.upos != Upos::Aux) {
        if let Some(kind) = Base::of(&word.xpos) {
            *counts.entry(base_fingerprint(kind, &word.form.to_lowercase())).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, n)| *n >= LEAST_BASE).map(|(fingerprint, _)| fingerprint).collect()
}
