//! Reading and extracting off the window's thread: two workers, results by number, cancelled by number.

use crate::article::{self, Article};
use crate::chronology;
use crate::session::{Clip, Command, Reading, Source, TabId};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

const SAMPLE: &[u8] = include_bytes!("../../assets/sample.md");
/// One more than the loader's limit, so that it can say that a file is too large without reading all of it.
const MOST_BYTES: u64 = (50 << 20) + 1;
const WORKERS: usize = 2;

pub enum Job {
    Read { job: u64, source: Source, published: Option<NaiveDate> },
    Extract { tab: TabId, generation: u64, article: Arc<Article>, published: Option<NaiveDate> },
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
        for _ in 0..WORKERS {
            let (queue, abandoned, commands, ctx) = (queue.clone(), abandoned.clone(), commands.clone(), ctx.clone());
            let work = move || worker(&queue, &abandoned, &commands, &ctx);
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

fn worker(queue: &Mutex<Receiver<Job>>, abandoned: &Mutex<HashSet<u64>>, commands: &Sender<Command>, ctx: &egui::Context) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        let is_abandoned = |job: u64| abandoned.lock().unwrap_or_else(PoisonError::into_inner).remove(&job);
        let answer = match job {
            Job::Read { job, .. } if is_abandoned(job) => continue,
            Job::Read { job, source, published } => {
                let result = caught(|| read(&source, published)).unwrap_or_else(Err).map(Box::new);
                if is_abandoned(job) {
                    continue;
                }
                Command::Loaded { job, result }
            }
            Job::Extract { tab, generation, article, published } => match caught(|| chronology::read(&article, published)) {
                Ok(chronology) => Command::Extracted { tab, generation, chronology: Box::new(chronology) },
                Err(text) => Command::NotExtracted { tab, generation, text },
            },
        };
        if commands.send(answer).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

/// A panic in reading is a fault of ours that must not take the window down.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| "Demarche met a fault of its own in this text. Please report it; other files can still be opened.".to_owned())
}

fn read(source: &Source, published: Option<NaiveDate>) -> Result<Reading, String> {
    let article = match source {
        Source::Sample => article::load(SAMPLE, "sample article").map_err(|e| e.to_string())?,
        Source::File(path) => file(path)?,
        Source::Pasted(clip) => pasted(clip)?,
    };
    let chronology = chronology::read(&article, published);
    Ok(Reading { article, chronology })
}

fn file(path: &Path) -> Result<Article, String> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let metadata = std::fs::metadata(path).map_err(|e| cause(path, &e))?;
    if metadata.is_dir() {
        return Err(format!("{} is a folder: choose a file in it", path.display()));
    }
    if !metadata.is_file() {
        return Err(format!("{} is not a file that can be read to its end: save its text to a file", path.display()));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|f| f.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(|e| cause(path, &e))?;
    article::load(&bytes, &name).map_err(|e| e.to_string())
}

fn cause(path: &Path, error: &std::io::Error) -> String {
    let name = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => format!("There is no file {name}: it may have been moved or renamed"),
        std::io::ErrorKind::PermissionDenied => format!("{name} may not be read: change its permissions or copy it"),
        _ => format!("{name} cannot be read: {error}"),
    }
}

/// A pasted page, or the pasted text where the page holds much less of it.
fn pasted(clip: &Clip) -> Result<Article, String> {
    const NAME: &str = "pasted text";
    let text = clip.text.as_deref().unwrap_or("");
    if let Some(html) = clip.html.as_deref().filter(|h| !h.trim().is_empty())
        && let Ok(article) = article::load(html.as_bytes(), NAME)
        && article.text.len() * 10 >= text.trim().len() * 6
    {
        return Ok(article);
    }
    article::load(text.as_bytes(), NAME).map_err(|e| e.to_string())
}
