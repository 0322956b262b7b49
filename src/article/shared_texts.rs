//! Checks against the texts beside the repository; each says that it was skipped where they are missing.

use super::{Article, load};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The folder of shared texts, or none with a word about it.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|p| p.to_string_lossy().ends_with(ending)).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Article {
    load(&std::fs::read(path).unwrap(), &path.file_name().unwrap().to_string_lossy()).unwrap()
}

fn words(text: &str) -> Vec<String> {
    let folded = text.replace(['’', '‘'], "'");
    folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .map(str::to_lowercase)
        .collect()
}

/// How many of the wanted words are there, and how many there are that are not wanted; repeated words count as often.
fn in_and_extra(wanted: &[String], got: &[String]) -> (usize, usize) {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in wanted {
        *left.entry(word).or_default() += 1;
    }
    let found = got
        .iter()
        .filter(|word| {
            left.get_mut(word.as_str()).is_some_and(|n| {
                *n > 0 && {
                    *n -= 1;
                    true
                }
            })
        })
        .count();
    (found, got.len() - found)
}

#[test]
fn pages_give_the_words_of_the_text_beside_them() {
    let Some(folder) = shared("articles/html") else { return };
    let mut faults = Vec::new();
    for page in files(&folder, ".html") {
        let article = read(&page);
        let html = std::fs::read_to_string(&page).unwrap();
        let text = std::fs::read_to_string(page.with_extension("txt")).unwrap();
        let (headline, rest) = text.split_once('\n').unwrap();
        // Some pages are pieces that end above their headline: what the page does not have cannot be read from it.
        let has_headline = words(&html.replace("&nbsp;", " ")).windows(words(headline).len()).any(|w| w == words(headline));
        let wanted = words(if has_headline { &text } else { rest });
        let got = words(&article.text);
        let (found, extra) = in_and_extra(&wanted, &got);
        let (share, surplus) = (found as f64 / wanted.len() as f64, extra as f64 / wanted.len() as f64);
        println!(
            "{}: {:.1} % in, {:.1} % extra, {:?} {:?} {:?}",
            article.source,
            share * 100.0,
            surplus * 100.0,
            article.title,
            article.published,
            article.notices
        );
        if share < 0.98 || surplus > 0.02 {
            faults.push(format!("{}\n{}", article.source, article.text));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n==========\n"));
}

#[test]
fn gold_articles_keep_their_words_and_get_no_wrong_date() {
    let Some(folder) = shared("accuracy/gold") else { return };
    let (mut right, mut none, mut faults) = (0, 0, Vec::new());
    for file in files(&folder, ".txt") {
        let text = std::fs::read_to_string(&file).unwrap();
        let gold: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file.with_extension("gold.json")).unwrap()).unwrap();
        let published = gold["published"].as_str();
        // The file's name has the date in it; an article that is pasted has no such name.
        let article = load(text.as_bytes(), "pasted text").unwrap();
        let mut fault = |what: String| faults.push(format!("{}: {what}", file.display()));
        match article.published.map(|d| d.to_string()) {
            None => none += 1,
            found if found.as_deref() == published => right += 1,
            found => fault(format!("published {found:?}, gold {published:?}")),
        }
        let squash = |t: &str| t.chars().filter(|c| !c.is_whitespace() && *c != '*' && *c != '\u{AD}').collect::<String>();
        if squash(&text) != squash(&article.text) {
            fault("the text is not the same".to_owned());
        }
        if article.title != text.lines().next().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ") {
            fault(format!("title {:?}", article.title));
        }
        if article.paragraphs.len() != text.split("\n\n").filter(|b| !b.contains("* * *") && !b.trim().is_empty()).count() {
            fault(format!("{} paragraphs", article.paragraphs.len()));
        }
    }
    println!("published: right {right}, none {none}, wrong {}", faults.iter().filter(|f| f.contains("published")).count());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
