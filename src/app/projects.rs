//! Project files: read, written in one step, checked for other people's changes, and unsaved work kept for recovery.

use super::{pastes, settings};
use crate::chronology;
use crate::cli::output;
use crate::session::project::{self, Entry, Extraction, Place, Project};
use crate::session::{LoadedProject, words};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an article of a project tells, before the reader's corrections: as it was kept with it, else read anew.
fn extraction(entry: &Entry) -> Extraction {
    let article = entry.article();
    entry.kept(&article).unwrap_or_else(|| {
        let read = chronology::read_with(&article, entry.published(), entry.date_order);
        Extraction { chronology: Arc::new(read), current: true }
    })
}

/// Reads a project and what its articles tell. The error is one sentence that says what to do.
pub fn read(path: &Path) -> Result<LoadedProject, String> {
    let bytes = bytes(path)?;
    let project = project::read(&bytes).map_err(|e| format!("{} {e}", words::file_name(path)))?;
    let readings = project.articles.iter().map(extraction).collect();
    Ok(LoadedProject { project, place: Place { path: path.to_owned(), digest: project::digest(&bytes) }, readings })
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.display();
    let size = fs::metadata(path).map_err(|e| crate::cli::input::failure(path, &e))?.len();
    if size > project::LARGEST {
        return Err(format!("{name} is too large to be a project that Demarche saved: open a copy from a backup"));
    }
    fs::read(path).map_err(|e| crate::cli::input::failure(path, &e))
}

/// What became of saving.
#[derive(Debug, PartialEq, Eq)]
pub enum Saved {
    At(Place),
    /// Somebody else has written there; nothing was overwritten.
    Changed,
}

/// Writes a project in one step. With an `expected` fingerprint only over a file that still has it; without `replace` over none.
/// The error is one sentence that says what to do.
pub fn save(path: &Path, project: &Project, expected: Option<&str>, replace: bool, beside: bool) -> Result<Saved, String> {
    let path = if beside { free_name(path) } else { path.to_owned() };
    match fs::read(&path) {
        Ok(there) => {
            if expected.is_some_and(|e| e != project::digest(&there)) {
                return Ok(Saved::Changed);
            }
            if expected.is_none() && !replace {
                return Err(format!("{} exists already: choose another name", words::file_name(&path)));
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(crate::cli::input::failure(&path, &error)),
    }
    let bytes = project::bytes(project);
    output::write(&path, &bytes)?;
    Ok(Saved::At(Place { digest: project::digest(&bytes), path }))
}

/// "talks.demarche" becomes "talks (yours).demarche", or the first of "talks (yours 2).demarche" and so on that is free.
fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let named = |n: u32| {
        let number = if n == 1 { String::new() } else { format!(" {n}") };
        path.with_file_name(format!("{stem} (yours{number}).{}", project::ENDING))
    };
    (1..1000).map(named).find(|p| !p.exists()).unwrap_or_else(|| named(1000))
}

/// Where this window keeps unsaved work; another window cannot hold the same place while this one lives, and when it is gone, however
/// it went, the place is free to be recovered from.
pub struct Recovery {
    path: PathBuf,
    /// Held as long as the window lives.
    _lock: File,
}

impl Recovery {
    /// Takes the first free place in a folder.
    pub fn take(folder: &Path) -> Option<Self> {
        // Articles may be confidential: no other user of the machine reads them.
        if let Err(error) = pastes::private(folder) {
            log::warn!("{} cannot be made private: {error}", folder.display());
        }
        (1..100).find_map(|n| {
            let path = folder.join(format!("{n}.{}", project::ENDING));
            if path.exists() {
                return None;
            }
            let lock = lock(&path)?;
            Some(Self { path, _lock: lock })
        })
    }

    /// Keeps work, or with none forgets what was kept.
    pub fn keep(&self, work: Option<&Project>) -> Result<(), String> {
        match work {
            Some(project) => output::write(&self.path, &project::bytes(project)),
            None => match fs::remove_file(&self.path) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(error.to_string()),
                _ => Ok(()),
            },
        }
    }
}

/// The lock beside a place; none where another window holds it.
fn lock(path: &Path) -> Option<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path.with_extension("lock")).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Unsaved work that windows have left behind which are gone, with the headline of its first article. What cannot be read stays where
/// it is.
pub fn left_behind(folder: &Path) -> Vec<(PathBuf, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == project::ENDING));
    paths.sort();
    let free = paths.into_iter().filter(|p| lock(p).is_some());
    let named = free.filter_map(|path| {
        let project = project::read(&bytes(&path).ok()?).ok()?;
        let title = project.articles.first().map(|a| a.article.title.clone()).unwrap_or_default();
        Some((path, title))
    });
    named.collect()
}

/// The folder of unsaved work; none where the system names no folder for it.
pub fn recovery_folder() -> Option<PathBuf> {
    settings::data_folder().map(|f| f.join("recovery"))
}

#[cfg(test)]
mod tests;
