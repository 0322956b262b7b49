//! `demarche explain`: each sentence of an article with its times, names, tree and mentions, for whoever mends a rule next.

use super::input;
use crate::article::Article;
use crate::chronology::reading::Reading;
use crate::chronology::{dates, story, weighing};
use crate::language::event::{self, EventMention};
use crate::language::time;
use chrono::NaiveDate;
use clap::Args;
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;

/// Show how an article was read: each sentence with its tree, names, times and the mentions of events found in it
#[derive(Debug, Args)]
pub struct Explain {
    /// The article to read; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The day of publication, where the article does not tell it or tells it wrongly
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::date)]
    published: Option<NaiveDate>,
    /// Print each mention as one line of JSON, with the features that weigh it
    #[arg(long)]
    json: bool,
}

pub fn explain(arguments: &Explain) -> super::End {
    let done = input::article(&arguments.file).and_then(|article| super::print(&tell(&article, arguments)));
    if let Err(error) = &done {
        super::tell(error);
    }
    super::End::failed_if(done.is_err())
}

fn tell(article: &Article, arguments: &Explain) -> String {
    let reading = Reading::new(article, arguments.published);
    let surroundings = reading.surroundings();
    let features: Vec<Vec<String>> = (0..reading.told.mentions.len()).map(|at| surroundings.features(at)).collect();
    let Reading { document, mut times, actors, told, published, .. } = reading;
    let mentions = &told.mentions;
    story::recount(&document, mentions, &[], &mut times, published, &[]);
    let called = event::names(&document, &actors);
    let sources = event::Sources { document: &document, times: &times, actors: &actors, published, called: &called };
    let mut out = String::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let here = mentions.iter().enumerate().filter(|(_, m)| m.sentence == index);
        if arguments.json {
            for (at, mention) in here {
                let features = features.get(at).map_or(&[][..], Vec::as_slice);
                let value = json!({
                    "start": sentence.span.start, "end": sentence.span.end, "title": mention.title, "base": mention.base,
                    "weight": weighing::weigh(features), "features": features, "aside": mention.aside,
                    "participants": mention.parties().map(|p| p.name.as_str()).collect::<Vec<_>>(), "places": mention.places,
                    "days": mention.times.iter().find_map(|t| times.get(t.expression)?.stretch).map(|s| [s.earliest, s.latest]),
                });
                let _ = writeln!(out, "{value}");
            }
            continue;
        }
        let _ = writeln!(out, "\n[{index}] {}", sentence.span.of(&article.text));
        for e in time::within(&times, sentence.span) {
            let days = e.stretch.map(|s| format!("{} … {}", dates::long_day(s.earliest), dates::long_day(s.latest)));
            let words = e.span.of(&article.text);
            let _ = writeln!(
                out,
                "  time   “{words}” {} by {}: {} {:?} {:?}",
                e.value,
                e.rule,
                days.unwrap_or_else(|| "no days".to_owned()),
                e.signal,
                e.offset
            );
        }
        for m in actors.mentions.iter().filter(|m| sentence.span.contains(m.span)) {
            let Some(entity) = actors.entities.get(m.entity) else { continue };
            let flags = format!("{}{}", if m.modifier { " modifier" } else { "" }, if m.pronoun { " pronoun" } else { "" });
            let _ = writeln!(out, "  name   “{}” = {} ({:?}{flags})", m.span.of(&article.text), entity.name, entity.kind);
        }
        let tree = event::tree(sources, sentence);
        let words: Vec<String> = tree
            .nodes
            .iter()
            .enumerate()
            .map(|(at, node)| {
                let word = document.word(sentence.tokens.start + at);
                let head = node.head.map_or("–", |h| document.word(sentence.tokens.start + h as usize));
                format!("{word}/{}/{}>{head}", node.xpos, node.relation)
            })
            .collect();
        let _ = writeln!(out, "  tree   {}", words.join(" "));
        for (at, mention) in here {
            let _ = writeln!(out, "  {}", line(mention, features.get(at).map_or(&[][..], Vec::as_slice), article, &times));
        }
    }
    out
}

fn line(mention: &EventMention, features: &[String], article: &Article, times: &[time::TimeExpression]) -> String {
    let names = |parties: &[event::Party]| parties.iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(", ");
    let when: Vec<&str> = mention.times.iter().filter_map(|t| times.get(t.expression)).map(|e| e.span.of(&article.text)).collect();
    format!(
        "{} {:.2} {}: {:?} by “{}” ({}), {:?} {:?}; who {}; whom {}; where {}; when {}; {}",
        mention.aside.map_or("event ".to_owned(), |why| format!("aside ({why})")),
        weighing::weigh(features),
        mention.title,
        mention.kind,
        mention.base,
        mention.family.name,
        mention.status,
        mention.tense,
        names(&mention.agents),
        names(&mention.patients),
        mention.places.join(", "),
        when.join(", "),
        features.join(" ")
    )
}
