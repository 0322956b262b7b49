//! Annotated articles, and which of the mentions read from them tell an event that an analyst wants.

use crate::likeness;
use chrono::{Datelike, NaiveDate};
use demarche::article::{self, TextSpan};
use demarche::chronology::reading::Reading;
use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

/// The likeness from which a mention tells an event.
const ALIKE: f32 = 0.25;

#[derive(Debug, Deserialize)]
struct Timeline {
    published: Option<String>,
    events: Vec<Wanted>,
}

#[derive(Debug, Deserialize)]
struct Wanted {
    core: bool,
    title: String,
    earliest: String,
    latest: String,
    places: Vec<String>,
    participants: Vec<String>,
    quotes: Vec<String>,
}

/// A mention's features and whether it tells a core event.
#[derive(Debug, Clone)]
pub struct Sample {
    pub features: Vec<String>,
    pub core: bool,
    /// Into the articles.
    pub article: usize,
}

#[derive(Debug)]
pub struct Annotated {
    pub genre: &'static str,
    /// Whether the article belongs to the half that rules may be written from.
    pub first_half: bool,
}

fn genre(name: &str) -> &'static str {
    match name.split('-').next().unwrap_or("") {
        "hist" | "wp" => "history",
        "krem" | "state" => "official",
        "wn" => "wire",
        _ => "analysis",
    }
}

/// Reads folders of NAME.txt with NAME.gold.json. The articles of the first are parted: those of a genre go to the two halves in turn, by
/// name. Those of the others belong to the first half, from which rules may be written.
pub fn read(folders: &[&Path]) -> Result<(Vec<Annotated>, Vec<Sample>), Box<dyn Error>> {
    let mut articles = Vec::new();
    let mut samples = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        folder_of(folder, at == 0, &mut articles, &mut samples)?;
    }
    Ok((articles, samples))
}

fn folder_of(folder: &Path, parted: bool, articles: &mut Vec<Annotated>, samples: &mut Vec<Sample>) -> Result<(), Box<dyn Error>> {
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".gold.json").map(str::to_owned));
    }
    names.sort_unstable();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &names {
        let genre = genre(name);
        let count = counts.entry(genre).or_insert(0);
        // The article that the project was made from is read by whoever writes rules.
        let first_half = !parted || count.is_multiple_of(2) || name.starts_with("seed");
        *count += 1;
        let timeline: Timeline = serde_json::from_slice(&std::fs::read(folder.join(format!("{name}.gold.json")))?)?;
        let bytes = std::fs::read(folder.join(format!("{name}.txt")))?;
        let article = article::load(&bytes, &format!("{name}.txt"))?;
        let published = timeline.published.as_deref().map(|d| d.parse::<NaiveDate>()).transpose()?;
        let reading = Reading::new(&article, published);
        for (features, core) in label(&reading, &article.text, &timeline.events) {
            samples.push(Sample { features, core, article: articles.len() });
        }
        articles.push(Annotated { genre, first_half });
    }
    Ok(())
}

/// Text without white space and typographic variants, with the byte that each character came from.
fn squash(text: &str) -> Vec<(char, usize)> {
    let plain = |c: char| match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c => c,
    };
    text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| (plain(c), at)).collect()
}

fn find(quote: &str, text: &[(char, usize)]) -> Option<TextSpan> {
    let quote: Vec<char> = squash(quote).into_iter().map(|(c, _)| c).collect();
    let at = text.windows(quote.len().max(1)).position(|w| w.iter().map(|(c, _)| c).eq(&quote))?;
    Some(TextSpan { start: text.get(at)?.1, end: text.get(at + quote.len() - 1)?.1 + 1 })
}

/// The day of a date written YYYY-MM-DD, as chrono's `num_days_from_ce`; 0 for anything else.
fn day(date: &str) -> i32 {
    date.parse::<NaiveDate>().map_or(0, |d| d.num_days_from_ce())
}

/// Each mention's features and whether it is the best telling of a core event. A mention of an optional event, and one that tells in
/// another sentence what a better one tells, count neither way: the first may be shown, the second is merged.
fn label(reading: &Reading, text: &str, events: &[Wanted]) -> Vec<(Vec<String>, bool)> {
    let flat = squash(text);
    let quotes: Vec<Vec<TextSpan>> = events.iter().map(|e| e.quotes.iter().filter_map(|q| find(q, &flat)).collect()).collect();
    let surroundings = reading.surroundings();
    // For each mention the event it is most like, with the likeness and that of the titles alone.
    let mut closest: Vec<Option<(usize, f32, f32)>> = Vec::new();
    let mut sentences = Vec::new();
    for mention in &reading.told.mentions {
        let sentence = reading.document.sentences.get(mention.sentence).map(|s| s.span).unwrap_or_default();
        sentences.push(sentence);
        let participants: Vec<String> = mention.parties().map(|p| p.name.clone()).collect();
        let stretch = mention.times.iter().find_map(|t| reading.times.get(t.expression)?.stretch);
        let here = |spans: &Vec<TextSpan>| spans.iter().any(|s| s.start < sentence.end && sentence.start < s.end);
        let mut best: Option<(usize, f32, f32)> = None;
        for (at, event) in events.iter().enumerate().filter(|(at, _)| quotes.get(*at).is_some_and(here)) {
            let title = likeness::overlap(&likeness::stems(&mention.title), &likeness::stems(&event.title));
            let wanted = [day(&event.earliest), day(&event.latest)];
            let like = 0.5 * title
                + 0.2 * likeness::days(stretch.map(|s| [s.earliest, s.latest]), wanted)
                + 0.15 * likeness::names(&mention.places, &event.places)
                + 0.15 * likeness::names(&participants, &event.participants);
            if best.is_none_or(|(_, b, _)| like > b) {
                best = Some((at, like, title));
            }
        }
        closest.push(best.filter(|(_, like, _)| *like >= ALIKE));
    }
    let mut winner: HashMap<usize, usize> = HashMap::new();
    for (mention, best) in closest.iter().enumerate() {
        if let Some((event, like, _)) = best {
            let before = winner.get(event).and_then(|w| closest.get(*w)?.as_ref()).map_or(-1.0, |(_, l, _)| *l);
            if *like > before {
                winner.insert(*event, mention);
            }
        }
    }
    let mut out = Vec::new();
    for (mention, best) in closest.iter().enumerate() {
        let core = match best {
            None => Some(false),
            Some((event, ..)) if events.get(*event).is_none_or(|e| !e.core) => None,
            Some((event, _, title)) => {
                let won = winner.get(event).copied().unwrap_or(mention);
                if won == mention { Some(true) } else { (sentences.get(won) == sentences.get(mention) || *title < 0.2).then_some(false) }
            }
        };
        out.extend(core.map(|core| (surroundings.features(mention), core)));
    }
    out
}
