//! Reading and extracting off the window's thread: two workers, results by number, cancelled by number.

use super::{pastes, projects};
use crate::article::{self, Article};
use crate::chronology::{self, DateOrder};
use crate::cli::input;
use crate::session::state::{Cure, Problem};
use crate::session::words;
use crate::session::{Clip, Command, Reading, Source, TabId};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

const SAMPLE: &[u8] = include_bytes!("../../assets/sample.md");
const WORKERS: usize = 2;

pub enum Job {
    Read { job: u64, source: Source, published: Option<NaiveDate>, date_order: DateOrder },
    Project { job: u64, path: PathBuf, recovered: bool },
    Extract { tab: TabId, generation: u64, article: Arc<Article>, published: Option<NaiveDate>, date_order: DateOrder },
}

/// The workers, as seen from the window.
pub struct Work {
    jobs: Sender<Job>,
    abandoned: Arc<Mutex<HashSet<u64>>>,
}

impl Work {
    pub fn start(ctx: &egui::Context, commands: &Sender<Command>) -> Self {
        let (jobs, queue) = channel();
        let queue = Arc::new(Mutex::new(queue));
        let abandoned = Arc::new(Mutex::new(HashSet::new()));
        let told = Arc::new(AtomicBool::new(false));
        for _ in 0..WORKERS {
            let (queue, abandoned, told) = (queue.clone(), abandoned.clone(), told.clone());
            let (commands, ctx) = (commands.clone(), ctx.clone());
            let work = move || worker(&queue, &abandoned, &told, &commands, &ctx);
            if let Err(error) = std::thread::Builder::new().name("reading".to_owned()).stack_size(16 << 20).spawn(work) {
                log::error!("no worker: {error}");
            }
        }
        Self { jobs, abandoned }
    }

    pub fn give(&self, job: Job) {
        // The workers end only with the program.
        let _ = self.jobs.send(job);
    }

    /// A job that has not begun will not begin; the result of one that has is dropped.
    pub fn abandon(&self, job: u64) {
        self.abandoned.lock().unwrap_or_else(PoisonError::into_inner).insert(job);
    }
}

fn worker(
    queue: &Mutex<Receiver<Job>>,
    abandoned: &Mutex<HashSet<u64>>,
    told: &AtomicBool,
    commands: &Sender<Command>,
    ctx: &egui::Context,
) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        let is_abandoned = |job: u64| abandoned.lock().unwrap_or_else(PoisonError::into_inner).remove(&job);
        let answer = match job {
            Job::Read { job, .. } | Job::Project { job, .. } if is_abandoned(job) => continue,
            Job::Project { job, path, recovered } => {
                let result = caught(|| projects::read(&path)).unwrap_or_else(Err).map(Box::new);
                if is_abandoned(job) {
                    continue;
                }
                Command::ProjectLoaded { job, recovered, result }
            }
            Job::Read { job, source, published, date_order } => {
                let result = caught(|| read(&source, published, date_order)).unwrap_or_else(Err);
                if is_abandoned(job) {
                    continue;
                }
                let result = result.map(|(mut reading, to_keep)| {
                    reading.kept = to_keep.and_then(|paste| keep(&paste, &reading.article.sha256, commands, told));
                    Box::new(reading)
                });
                Command::Loaded { job, result }
            }
            Job::Extract { tab, generation, article, published, date_order } => {
                match caught(|| chronology::read_with(&article, published, date_order)) {
                    Ok(chronology) => Command::Extracted { tab, generation, chronology: Box::new(chronology) },
                    Err(text) => Command::NotExtracted { tab, generation, text },
                }
            }
        };
        if commands.send(answer).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

/// A panic is a fault of ours that must not take the window down, nor leave the reader waiting.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| "Demarche met a fault of its own. Please report it; everything else still works.".to_owned())
}

/// What was pasted, as it goes into a file: its bytes and the ending of their name.
type Paste = (Vec<u8>, &'static str);

/// Keeps a paste; that one could not be kept is told once.
fn keep((bytes, ending): &Paste, sha256: &str, commands: &Sender<Command>, told: &AtomicBool) -> Option<PathBuf> {
    let kept = pastes::keep(bytes, sha256, ending);
    if let Err(why) = &kept {
        log::warn!("a paste could not be kept: {why}");
        if !told.swap(true, Ordering::SeqCst) {
            let text = format!("{why}. It is open only until you close it: save the text to a file to have it again.");
            let problem = Problem { title: "What you pasted could not be kept".to_owned(), text, cure: Cure::None };
            let _ = commands.send(Command::Failed(problem));
        }
    }
    kept.ok()
}

fn read(source: &Source, published: Option<NaiveDate>, date_order: DateOrder) -> Result<(Reading, Option<Paste>), String> {
    let mut to_keep = None;
    let article = match source {
        Source::Sample => article::load(SAMPLE, "sample article").map_err(|e| e.to_string())?,
        Source::File(path) => file(path)?,
        Source::Kept(path) => input::file(path, PASTED)?,
        Source::Pasted(clip) => {
            let (article, bytes, ending) = pasted(clip)?;
            to_keep = Some((bytes.to_vec(), ending));
            article
        }
    };
    let chronology = chronology::read_with(&article, published, date_order);
    Ok((Reading { article, chronology, kept: None }, to_keep))
}

/// The name under which a pasted article is read.
const PASTED: &str = "pasted text";

fn file(path: &Path) -> Result<Article, String> {
    // What never ends would keep a worker for ever.
    if let Ok(metadata) = std::fs::metadata(path)
        && !metadata.is_file()
        && !metadata.is_dir()
    {
        return Err(format!("{} is not a file that can be read to its end: save its text to a file", path.display()));
    }
    input::file(path, &words::file_name(path))
}

/// A pasted page, or the pasted text where the page holds much less of it; with its bytes and the ending of a file for them.
fn pasted(clip: &Clip) -> Result<(Article, &[u8], &'static str), String> {
    let text = clip.text.as_deref().unwrap_or("");
    if let Some(html) = clip.html.as_deref().filter(|h| !h.trim().is_empty())
        && let Ok(article) = article::load(html.as_bytes(), PASTED)
        && article.text.len() * 10 >= text.trim().len() * 6
    {
        return Ok((article, html.as_bytes(), "html"));
    }
    let article = article::load(text.as_bytes(), PASTED).map_err(|e| e.to_string())?;
    Ok((article, text.as_bytes(), "txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Ministers Gather in Bern\n\nThe ministers of Peru and Chile met in Bern on Monday.\n\nThey will meet again in Lima.";
    const PAGE: &str = "<h1>Ministers Gather in Bern</h1><p>The ministers of Peru and Chile met in Bern on Monday.</p><p>They will meet again in Lima.</p>";

    fn clip(html: Option<&str>, text: Option<&str>) -> Clip {
        Clip { html: html.map(str::to_owned), text: text.map(str::to_owned) }
    }

    #[test]
    fn a_page_is_pasted_as_a_page_also_without_plain_text() {
        for text in [Some(TEXT), None] {
            let clip = clip(Some(PAGE), text);
            let (article, bytes, ending) = pasted(&clip).unwrap();
            assert_eq!((article.title.as_str(), ending), ("Ministers Gather in Bern", "html"));
            assert_eq!(bytes, PAGE.as_bytes());
        }
    }

    #[test]
    fn the_text_is_pasted_where_the_page_holds_much_less() {
        let clip = clip(Some("<p>Share this article</p>"), Some(TEXT));
        let (article, _, ending) = pasted(&clip).unwrap();
        assert_eq!((article.title.as_str(), ending), ("Ministers Gather in Bern", "txt"));
    }

    #[test]
    fn files_that_are_no_articles_say_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let missing = file(&folder.path().join("gone.txt")).unwrap_err();
        assert!(missing.contains("gone.txt does not exist: check the name and the folder"), "{missing}");
        let directory = file(folder.path()).unwrap_err();
        assert!(directory.ends_with("is a folder: name the article in it"), "{directory}");
        let empty = folder.path().join("empty.txt");
        std::fs::write(&empty, "").unwrap();
        assert_eq!(file(&empty).unwrap_err(), "empty.txt is empty: choose a file with an article in it");
        let large = folder.path().join("large.txt");
        std::fs::File::create(&large).unwrap().set_len(article::LARGEST as u64 + 1).unwrap();
        let said = file(&large).unwrap_err();
        assert!(said.starts_with("large.txt has 51 MB, more than the 50 MB"), "{said}");
    }
}
