//! `demarche extract`: articles in, JSON out.

use super::{input, output};
use crate::article::Article;
use crate::chronology::{self, Chronology};
use crate::export::json;
use chrono::NaiveDate;
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Read articles and print their events as JSON
#[derive(Debug, Args)]
pub struct Extract {
    /// Articles to read; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The day of publication, where the article does not tell it or tells it wrongly
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    published: Option<NaiveDate>,
    /// Write one JSON file for each article into this folder instead of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Reads every file, whatever becomes of the others; gives the failures, one sentence each.
pub fn extract(arguments: &Extract) -> Vec<String> {
    let mut failures = Vec::new();
    if let Some(folder) = &arguments.out
        && let Err(error) = fs::create_dir_all(folder)
    {
        return vec![format!("{} cannot be made ({error}): choose another folder", folder.display())];
    }
    let mut names = output::Names::default();
    for file in &arguments.files {
        let done = read(file, arguments.published).and_then(|(article, chronology)| match &arguments.out {
            Some(folder) => {
                let stem = Path::new(&article.source).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
                output::write(&names.file(folder, &stem, "json"), json::text(&article, &chronology).as_bytes())
            }
            None if arguments.files.len() == 1 => print(&json::text(&article, &chronology)),
            None => print(&(json::line(&article, &chronology) + "\n")),
        });
        failures.extend(done.err());
    }
    failures
}

/// Loads an article and reads its events.
pub fn read(file: &Path, published: Option<NaiveDate>) -> Result<(Article, Chronology), String> {
    let article = input::article(file)?;
    let chronology = chronology::read(&article, published);
    Ok((article, chronology))
}

fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever reads has seen enough, as in `demarche extract … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(format!("standard output cannot be written ({error}): use --out")),
        Ok(()) => Ok(()),
    }
}
