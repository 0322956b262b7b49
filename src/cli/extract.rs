//! `demarche extract`: articles in, JSON out.

use super::{End, input, output, print, project, tell};
use crate::article::Article;
use crate::chronology::{self, Chronology};
use crate::export::json;
use chrono::NaiveDate;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Read articles and print their events as JSON
///
/// A project gives each of its articles, corrected. One article is printed over several lines, several articles one a line (JSON Lines), in the order given. A file that cannot
/// be read is told on standard error and the rest is done.
#[derive(Debug, Args)]
pub struct Extract {
    /// Articles to read, or projects, whose corrections hold; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The day of publication, where the article does not tell it or tells it wrongly
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    published: Option<NaiveDate>,
    /// Write one JSON file for each article into this folder instead of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Reads every file, whatever becomes of the others.
pub fn extract(arguments: &Extract) -> End {
    if let Some(folder) = &arguments.out
        && let Err(error) = fs::create_dir_all(folder)
    {
        tell(&format!("{} cannot be made ({error}): choose another folder", folder.display()));
        return End::Failed;
    }
    let mut names = output::Names::default();
    let mut failed = false;
    for file in &arguments.files {
        let mut write = |article: &Article, chronology: &Chronology, alone: bool| match &arguments.out {
            Some(folder) => output::write(
                &folder.join(names.unique(&output::stem(&article.source), "json")),
                json::text(article, chronology).as_bytes(),
            ),
            None if alone => print(&json::text(article, chronology)),
            None => print(&(json::line(article, chronology) + "\n")),
        };
        let done = read(file, arguments.published).and_then(|articles| {
            let alone = arguments.files.len() == 1 && articles.len() == 1;
            articles.iter().try_for_each(|(article, chronology)| write(article, chronology, alone))
        });
        if let Err(line) = done {
            tell(&line);
            failed = true;
        }
    }
    End::failed_if(failed)
}

/// Loads an article and reads its events; of a project all its articles, with the reader's corrections.
pub fn read(file: &Path, published: Option<NaiveDate>) -> Result<Vec<(Article, Chronology)>, String> {
    if crate::session::project::is_named(file) {
        return project::articles(file, published);
    }
    let article = input::article(file)?;
    let chronology = chronology::read(&article, published);
    Ok(vec![(article, chronology)])
}
