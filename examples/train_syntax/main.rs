//! Trains the tagger and parser of `language::syntax` from treebanks in CoNLL-U and writes their weights.
//!
//! ```sh
//! cargo run --profile fast --no-default-features --example train_syntax -- ../shared/treebank assets/syntax.bin
//! cargo run --profile fast --no-default-features --example train_syntax -- --evaluate ../shared/treebank assets/syntax.bin
//! ```
//!
//! It learns from `silver/hsg-train`, `silver/news-train` and `gum/gum-train`; the other files only test. The treebanks of
//! `ewt` and `pud` are share-alike and never learnt from. One thread, fixed seed: the same treebank gives the same bytes.

mod data;
mod learning;
mod oracle;
mod training;

use demarche::language::syntax::analysis;
use demarche::language::syntax::conllu::Sentence;
use demarche::language::syntax::evaluation::Scores;
use demarche::language::syntax::model::Model;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is learnt from, and how often each sentence is seen in a pass.
const TRAIN: [(&str, usize); 3] = [("silver/hsg-train", 1), ("silver/news-train", 1), ("gum/gum-train", 3)];
const TEST: [&str; 7] =
    ["gum/gum-dev", "gum/gum-test", "ewt/ewt-dev", "ewt/ewt-test", "pud/pud-test", "silver/hsg-held", "silver/news-held"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let only_evaluate = arguments.first().is_some_and(|a| a == "--evaluate");
    if only_evaluate {
        arguments.remove(0);
    }
    let [folder, file] = arguments.as_slice() else {
        return Err("usage: train_syntax [--evaluate] TREEBANK-FOLDER WEIGHTS-FILE".into());
    };
    let folder = Path::new(folder);
    if !only_evaluate {
        let began = Instant::now();
        let mut sentences = Vec::new();
        for (name, times) in TRAIN {
            let mut read = data::read(&path(folder, name))?;
            if name.starts_with("silver") {
                read.iter_mut().for_each(data::harmonise);
            }
            for _ in 0..times {
                sentences.extend(read.iter().cloned());
            }
        }
        let (inventory, samples) = data::number(&sentences);
        drop(sentences);
        eprintln!(
            "{} sentences, {} tags, {} relations, {} supertags, {:.0} s",
            samples.len(),
            inventory.tags.len(),
            inventory.relations.len(),
            inventory.supertags,
            began.elapsed().as_secs_f32()
        );
        let model = training::train(inventory, samples);
        let bytes = model.write();
        eprintln!("{} bytes, {:.0} s", bytes.len(), began.elapsed().as_secs_f32());
        std::fs::write(file, bytes)?;
    }
    let began = Instant::now();
    let model = Model::read(std::fs::read(file)?.leak()).ok_or("these are no weights of this version")?;
    println!("read in {:.1} ms", began.elapsed().as_secs_f64() * 1000.0);
    evaluate(folder, &model)
}

fn path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.conllu.gz"))
}

fn evaluate(folder: &Path, model: &Model) -> Result<(), Box<dyn Error>> {
    let mut everything = Vec::new();
    for name in TEST {
        let sentences = data::read(&path(folder, name))?;
        println!("{name:16} {}", scores(model, sentences.iter()));
        if name.starts_with("gum") {
            println!("{:16} {}", "  of it news", scores(model, sentences.iter().filter(|s| s.document.contains("_news_"))));
        }
        everything.extend(sentences);
    }
    let words: Vec<Vec<&str>> = everything.iter().map(|s| s.words.iter().map(|w| w.form.as_str()).collect()).collect();
    let bytes: usize = everything.iter().map(|s| s.text.len() + 1).sum();
    for (what, run) in [("tag", analysis::tag as fn(&Model, &[&str]) -> _), ("tag and parse", analysis::parse)] {
        let mut best = f64::MAX;
        for _ in 0..3 {
            let began = Instant::now();
            let nodes: usize = words.iter().map(|w| run(model, w).nodes.len()).sum();
            assert!(nodes > 0, "nothing was read");
            best = best.min(began.elapsed().as_secs_f64());
        }
        println!("{what}: {:.2} MB/s", bytes as f64 / best / 1e6);
    }
    Ok(())
}

fn scores<'a>(model: &Model, sentences: impl Iterator<Item = &'a Sentence>) -> Scores {
    let mut scores = Scores::default();
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(|w| w.form.as_str()).collect();
        scores.add(sentence, &analysis::parse(model, &words));
    }
    scores
}
