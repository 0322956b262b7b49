//! The three networks, one after the other: tagger, supertagger, parser.
//!
//! The parser must learn from tags as faulty as those it will meet. So the tags of each half of the treebank are given by a
//! tagger that learnt from the other half (jackknifing), and likewise the supertags.

use super::data::{Inventory, Sample};
use super::learning::{Learner, Random, softmax};
use super::oracle::Oracle;
use demarche::language::syntax::analysis;
use demarche::language::syntax::model::Model;
use demarche::language::syntax::rows::Rows;
use demarche::language::syntax::tagger::{Clauses, supertag_rows, tag_rows};
use demarche::language::syntax::transition::{MOVES, Move, State};
use std::time::Instant;

const SEED: u64 = 2026;
const TAGGER_PASSES: usize = 2;
const PARSER_PASSES: usize = 3;
/// Rows that learnt less often are dropped.
const LEAST: u32 = 40;
/// An example whose right answer is this probable teaches nothing more.
const SURE: f32 = 0.995;
const TAGGER_RATE: f32 = 0.06;
const PARSER_RATE: f32 = 0.05;

fn env(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

pub fn train(inventory: Inventory, mut samples: Vec<Sample>) -> Model {
    let mut model = Model {
        vocabulary: inventory.vocabulary,
        tags: inventory.tags.into_iter().map(|(upos, xpos)| (upos, &*xpos.leak())).collect(),
        relations: inventory.relations.into_iter().map(|r| &*r.leak()).collect(),
        supertags: inventory.supertags,
        fixed: inventory.fixed,
        bases: inventory.bases,
        ..Model::default()
    };
    let began = Instant::now();
    let told = |what: &str| eprintln!("{what} {:.0} s", began.elapsed().as_secs_f32());

    let all: Vec<usize> = (0..samples.len()).collect();
    let halves = [false, true].map(|half| all.iter().copied().filter(|&i| samples[i].half == half).collect::<Vec<_>>());

    let mut tags: Vec<Vec<u8>> = vec![Vec::new(); samples.len()];
    for (learnt, other) in [(0, 1), (1, 0)] {
        model.tagger = train_tagger(&model, &samples, &halves[learnt]);
        for &i in &halves[other] {
            tags[i] = tag(&model, &samples[i]);
        }
    }
    model.tagger = train_tagger(&model, &samples, &all);
    told("tagger");

    let mut supertags: Vec<Vec<u8>> = vec![Vec::new(); samples.len()];
    for (learnt, other) in [(0, 1), (1, 0)] {
        model.supertagger = train_supertagger(&model, &samples, &tags, &halves[learnt]);
        for &i in &halves[other] {
            supertags[i] = analysis::supertag_numbers(&model, &samples[i].forms, &tags[i]);
        }
    }
    model.supertagger = train_supertagger(&model, &samples, &tags, &all);
    told("supertagger");

    for ((sample, tags), supertags) in samples.iter_mut().zip(tags).zip(supertags) {
        sample.tags = tags;
        sample.supertags = supertags;
    }
    model.parser = train_parser(&model, &samples);
    told("parser");
    model
}

fn tag(model: &Model, sample: &Sample) -> Vec<u8> {
    let mut tags = Vec::with_capacity(sample.forms.len());
    let mut rows = Rows::default();
    for (at, &fixed) in sample.fixed.iter().enumerate() {
        if fixed != 0 {
            tags.push(fixed);
            continue;
        }
        tag_rows(&mut rows, &sample.forms, &tags, at);
        let hidden = model.tagger.hidden(rows.ids());
        tags.push(model.tagger.best(&hidden, 0..model.tags.len()) as u8 + 1);
    }
    tags
}

/// The order of one pass and the rate at each of its steps.
fn passes(among: &[usize], passes: usize, rate: f32, random: &mut Random) -> Vec<(usize, f32)> {
    let total = (among.len() * passes) as f32;
    let mut order = Vec::with_capacity(among.len() * passes);
    for _ in 0..passes {
        let mut pass = among.to_vec();
        random.shuffle(&mut pass);
        order.extend(pass);
    }
    order.into_iter().enumerate().map(|(step, i)| (i, rate * (1.0 - 0.95 * step as f32 / total))).collect()
}

/// Learns that `right` is the answer among the outputs, and gives the answer that was guessed.
fn learn_one<const H: usize>(learner: &mut Learner<H>, rows: &[u32], right: usize, outputs: usize, scores: &mut Vec<f32>) -> usize {
    let hidden = learner.hidden(rows);
    learner.scores(&hidden, 0..outputs, scores);
    let guess = best(scores);
    softmax(scores);
    if scores[right] < SURE {
        scores[right] -= 1.0;
        let errors: Vec<(usize, f32)> = scores.iter().copied().enumerate().filter(|(_, e)| e.abs() > 1e-4).collect();
        learner.learn(rows, &hidden, &errors);
    }
    guess
}

fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (i, s) in scores.iter().enumerate() {
        if *s > scores[best] {
            best = i;
        }
    }
    best
}

fn train_tagger<const H: usize>(model: &Model, samples: &[Sample], among: &[usize]) -> demarche::language::syntax::network::Network<H> {
    let mut random = Random(SEED);
    let mut rows = Rows::default();
    tag_rows(&mut rows, &[], &[], 0);
    let mut learner = Learner::<H>::new(rows.total(), model.tags.len(), &mut random);
    let mut scores = Vec::new();
    for (i, rate) in passes(among, env("TP", TAGGER_PASSES as f32) as usize, env("TR", TAGGER_RATE), &mut random) {
        learner.rate = rate;
        let sample = &samples[i];
        let mut tags = Vec::with_capacity(sample.forms.len());
        for at in 0..sample.forms.len() {
            if sample.fixed[at] != 0 {
                tags.push(sample.fixed[at]);
                continue;
            }
            tag_rows(&mut rows, &sample.forms, &tags, at);
            tags.push(learn_one(&mut learner, rows.ids(), sample.tags[at] as usize - 1, model.tags.len(), &mut scores) as u8 + 1);
        }
    }
    learner.quantise(env("LEAST", LEAST as f32) as u32)
}

fn train_supertagger<const H: usize>(
    model: &Model,
    samples: &[Sample],
    tags: &[Vec<u8>],
    among: &[usize],
) -> demarche::language::syntax::network::Network<H> {
    let mut random = Random(SEED);
    let mut rows = Rows::default();
    supertag_rows(&mut rows, &[], &[], &Clauses::default(), &[], 0);
    let mut learner = Learner::<H>::new(rows.total(), model.supertags, &mut random);
    let mut scores = Vec::new();
    for (i, rate) in passes(among, env("TP", TAGGER_PASSES as f32) as usize, env("TR", TAGGER_RATE), &mut random) {
        learner.rate = rate;
        let sample = &samples[i];
        let clauses = Clauses::new(&tags[i], |tag| model.role(tag));
        let mut guessed = Vec::with_capacity(sample.forms.len());
        for at in 0..sample.forms.len() {
            supertag_rows(&mut rows, &sample.forms, &tags[i], &clauses, &guessed, at);
            guessed.push(learn_one(&mut learner, rows.ids(), sample.supertags[at] as usize - 1, model.supertags, &mut scores) as u8 + 1);
        }
    }
    learner.quantise(env("LEAST", LEAST as f32) as u32)
}

fn train_parser<const H: usize>(model: &Model, samples: &[Sample]) -> demarche::language::syntax::network::Network<H> {
    let mut random = Random(SEED);
    let mut rows = Rows::default();
    State::new(&[], &[], &[], |tag| model.role(tag)).rows(&mut rows);
    let relations = model.relations.len();
    let mut learner = Learner::<H>::new(rows.total(), MOVES.len() + 2 * relations, &mut random);
    let mut scores = Vec::new();
    let mut errors = Vec::new();
    let all: Vec<usize> = (0..samples.len()).collect();
    let order = passes(&all, env("PP", PARSER_PASSES as f32) as usize, env("PR", PARSER_RATE), &mut random);
    let exploring_from = samples.len() / 4;
    for (step, (i, rate)) in order.into_iter().enumerate() {
        learner.rate = rate;
        let sample = &samples[i];
        let oracle = Oracle::new(&sample.heads);
        let mut state = State::new(&sample.forms, &sample.tags, &sample.supertags, |tag| model.role(tag));
        while !state.is_final() {
            state.rows(&mut rows);
            let hidden = learner.hidden(rows.ids());
            errors.clear();

            let costs = oracle.costs(&state);
            let least = costs.iter().flatten().min().copied().unwrap_or(0);
            let mut chances: [f32; 3] = std::array::from_fn(|m| learner.score(&hidden, m));
            let allowed = |m: usize| costs[m].is_some();
            let good = |m: usize| costs[m] == Some(least);
            let top =
                |of: &dyn Fn(usize) -> bool| (0..3).filter(|&m| of(m)).max_by(|&a, &b| chances[a].total_cmp(&chances[b])).unwrap_or(0);
            let (guess, right) = (top(&allowed), top(&good));
            let chosen = MOVES[if step >= exploring_from { guess } else { right }];
            for (m, c) in chances.iter_mut().enumerate() {
                if !allowed(m) {
                    *c = -1e9;
                }
            }
            softmax(&mut chances);
            let mass: f32 = (0..3).filter(|&m| good(m)).map(|m| chances[m]).sum();
            if mass < SURE {
                // All moves without cost are right, each as far as it is already believed.
                for m in (0..3).filter(|&m| allowed(m)) {
                    let wanted = if good(m) { chances[m] / mass.max(1e-6) } else { 0.0 };
                    errors.push((m, chances[m] - wanted));
                }
            }

            let mut relation = 0;
            if let Some((head, dependent)) = state.arc(chosen) {
                let outputs = analysis::relation_outputs(relations, chosen);
                learner.scores(&hidden, outputs.clone(), &mut scores);
                relation = best(&scores) as u8 + 1;
                if oracle.heads()[dependent as usize] == head && (head as usize) < sample.forms.len() {
                    softmax(&mut scores);
                    let right = sample.relations[dependent as usize] as usize - 1;
                    if scores[right] < SURE {
                        scores[right] -= 1.0;
                        errors.extend(scores.iter().enumerate().filter(|(_, e)| e.abs() > 1e-4).map(|(j, e)| (outputs.start + j, *e)));
                    }
                }
                if chosen == Move::Left && head as usize >= sample.forms.len() {
                    relation = 0;
                }
            }
            if !errors.is_empty() {
                learner.learn(rows.ids(), &hidden, &errors);
            }
            state.apply(chosen, relation);
        }
    }
    learner.quantise(env("LEAST", LEAST as f32) as u32)
}
