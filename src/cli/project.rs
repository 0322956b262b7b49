//! Projects on the command line: each of their articles with the reader's corrections.

use crate::article::Article;
use crate::chronology::corrections;
use crate::chronology::{self, Chronology};
use crate::session::project;
use chrono::NaiveDate;
use std::fs;
use std::path::Path;

/// The articles of a project with their corrected chronologies. The error is one sentence that names the file and the cure.
pub fn articles(path: &Path, published: Option<NaiveDate>) -> Result<Vec<(Article, Chronology)>, String> {
    let bytes = fs::read(path).map_err(|e| super::input::failure(path, &e))?;
    let project = project::read(&bytes).map_err(|e| format!("{} {e}", path.display()))?;
    let read = project.articles.iter().map(|entry| {
        let article = entry.article();
        let extraction = chronology::read_with(&article, published.or(entry.published()), entry.date_order);
        let corrected = corrections::apply(&article, &extraction, &entry.corrections.done);
        for orphan in &corrected.orphans {
            if let Some(lost) = entry.corrections.done.get(orphan.correction) {
                let quote = lost.target.quote.exact.trim();
                super::tell(&format!("{}: a correction of “{}” finds its words no more: “{quote}”", article.source, lost.target.title));
            }
        }
        (article, corrected.chronology)
    });
    Ok(read.collect())
}
