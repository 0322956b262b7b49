//! How fast articles are read: megabytes a second of `article::load`, of time expressions alone (with the cut into sentences and
//! words) and of `chronology::read`, one thread, best of several runs.
//!
//! Prints one line a case: `read text=gold files=72 bytes=291110 load_mb_s=20.1 times_mb_s=21.0 read_mb_s=1.90`; `own` is articles of common length,
//! `own-long` one long one, which shows whether the time grows faster than the text. Run by `cargo bench --bench extraction`.
//! The texts beside the repository are measured too where they are; else a line says that they were skipped.

use demarche::article::{self, Article};
use demarche::chronology;
use demarche::language::{Document, time};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const RUNS: usize = 5;
/// A run that takes longer than this is not repeated as often.
const LONG: Duration = Duration::from_secs(4);

/// Sentences of our own in the manner of news, of many kinds of event and time; the bench repeats them.
const SENTENCES: &[&str] = &[
    "The transport ministers of the two lake states met in Laketown on Friday and agreed to go on talking about the ferry line.",
    "Their deputies, Ann Lee and Bo Berg, had met twice in April, once in Port Anna and once on the island, without result.",
    "“We shall see,” said the host’s spokesman, and left.",
    "A third round is planned for the first week of June, again in Laketown.",
    "The quarrel began in 2011, when the southern state raised the harbour fee; two days later the northern one banned night boats.",
    "Weeks ago the southern president, Carl Dahl, visited Port Anna to present an outline of a settlement to his counterpart.",
    "On 14 March 2014 both parliaments rejected the draft, and the talks were suspended until the following Monday.",
    "No meeting of the two presidents is planned, officials reportedly said, although an invitation was sent last year.",
    "The matter is one of trust, and trust is built slowly, as anyone who has waited for a boat on a winter morning knows.",
    "Before the summit in Geneva, the foreign ministry had demanded that the blockade of the quay be lifted by the end of September.",
];

fn main() {
    let own: Vec<_> = (0..32).map(|n| (format!("own-{n}.txt"), own_text(8 * 1024, n).into_bytes())).collect();
    measure("own", &own);
    measure("own-long", &[("own.txt".to_owned(), own_text(64 * 1024, 0).into_bytes())]);
    let pages: Vec<_> = (0..32).map(|n| (format!("own-{n}.html"), page(&own_text(8 * 1024, n)).into_bytes())).collect();
    measure("own-html", &pages);
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/accuracy/gold");
    match texts(&gold) {
        Some(files) => measure("gold", &files),
        None => println!("skipped: {} is not there", gold.display()),
    }
}

fn page(text: &str) -> String {
    let paragraphs = text.trim().replace("\n\n", "</p>\n<p>");
    format!(
        "<!doctype html><html><head><title>Ferry talks</title></head><body><article><h1>Ferry talks</h1><p>{paragraphs}</p></article></body></html>"
    )
}

/// Paragraphs of three to five sentences, about as many bytes as asked for. Every paragraph begins elsewhere in the list.
fn own_text(bytes: usize, start: usize) -> String {
    let mut text = String::from("Ferry talks go on\n\n");
    let mut at = start;
    while text.len() < bytes {
        for _ in 0..3 + at % 3 {
            text.push_str(SENTENCES[at % SENTENCES.len()]);
            text.push(' ');
            at += 1;
        }
        text.push_str("\n\n");
        at += 1;
    }
    text
}

fn texts(folder: &Path) -> Option<Vec<(String, Vec<u8>)>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read(path).ok()?));
    Some(paths.iter().filter_map(read).collect())
}

fn measure(name: &str, files: &[(String, Vec<u8>)]) {
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let load = || files.iter().map(|(name, bytes)| article::load(bytes, name).expect("an article")).collect::<Vec<Article>>();
    let (loading, articles) = best(load);
    let (reading, _) = best(|| articles.iter().map(|article| chronology::read(article, article.published)).collect::<Vec<_>>());
    let times = |article: &Article| time::read(&Document::new(article), article.published).len();
    let (timing, _) = best(|| articles.iter().map(times).sum::<usize>());
    let rate = |took: Duration| bytes as f64 / 1e6 / took.as_secs_f64();
    println!(
        "read text={name} files={} bytes={bytes} load_mb_s={:.1} times_mb_s={:.1} read_mb_s={:.2}",
        files.len(),
        rate(loading),
        rate(timing),
        rate(reading)
    );
}

/// The least time of several runs, and what the last gave.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let timed = |run: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        let made = black_box(run());
        (start.elapsed(), made)
    };
    let (mut least, mut made) = timed(&mut run);
    for _ in 1..RUNS {
        if least > LONG {
            break;
        }
        let (took, again) = timed(&mut run);
        least = least.min(took);
        made = again;
    }
    (least, made)
}
