//! Several articles on one timeline: their texts one after the other, their events in one order of time.

use crate::article::{Article, Paragraph, ParagraphRole, TextSpan};
use crate::chronology::dates::{self, Style};
use crate::chronology::{Chronology, Constraint, time_order};
use crate::layout::explorer::Timeline;
use std::collections::HashMap;

/// Where one of several articles begins in their joined text, and its short name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub start: usize,
    pub name: String,
}

/// Articles joined.
pub struct Merged {
    pub article: Article,
    pub chronology: Chronology,
    pub timeline: Timeline,
    pub parts: Vec<Part>,
}

/// Joins articles with their chronologies, in the order given.
pub fn merged(sources: &[(&Article, &Chronology)]) -> Merged {
    let mut article = empty(sources.len());
    let mut parts: Vec<Part> = Vec::new();
    let mut moved: Vec<Chronology> = Vec::new();
    let mut times = 0;
    for (number, (source, chronology)) in sources.iter().enumerate() {
        if number > 0 {
            article.text.push_str("\n\n");
        }
        let by = article.text.len();
        article.text.push_str(&source.text);
        let heading = |p: &Paragraph| if p.role == ParagraphRole::Headline { ParagraphRole::Heading } else { p.role };
        article.paragraphs.extend(source.paragraphs.iter().map(|p| Paragraph { span: shifted(p.span, by), role: heading(p), ..p.clone() }));
        article.notices.extend(source.notices.iter().cloned());
        parts.push(Part { start: by, name: short_name(source, &parts) });
        moved.push(moved_by(chronology, by, number, times));
        times += chronology.time_expressions.len();
    }
    number_all(&mut moved);
    let common = moved.first().and_then(|c| c.published).filter(|d| moved.iter().all(|c| c.published == Some(*d)));
    let named: Vec<(&str, &Chronology)> = parts.iter().map(|p| p.name.as_str()).zip(&moved).collect();
    let timeline = Timeline::named(&named);
    let mut chronology = Chronology { published: common, language: "en", ..Chronology::default() };
    for own in moved {
        chronology.sentences.extend(own.sentences);
        chronology.time_expressions.extend(own.time_expressions);
        chronology.events.extend(own.events);
        chronology.constraints.extend(own.constraints);
        chronology.conflicts.extend(own.conflicts);
        chronology.set_aside.extend(own.set_aside);
    }
    chronology.events.sort_by_key(|e| e.number);
    article.published = common;
    Merged { article, chronology, timeline, parts }
}

fn empty(count: usize) -> Article {
    Article { title: format!("{count} articles on one timeline"), source: format!("{count} articles"), ..Article::default() }
}

fn shifted(span: TextSpan, by: usize) -> TextSpan {
    TextSpan::new(span.start + by, span.end + by)
}

/// Its day and the first words of its headline, told apart from the names before it.
fn short_name(article: &Article, before: &[Part]) -> String {
    // Headlines of one publisher begin alike: the day tells them apart.
    let mut name = article.published.map(|d| format!("{},", dates::day(dates::day_of(d), Style::YEAR))).unwrap_or_default();
    let whole = if article.title.is_empty() { &article.source } else { &article.title };
    for word in whole.split_whitespace() {
        if !name.is_empty() && name.chars().count() + word.chars().count() > 34 {
            name.push('…');
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    let same = before.iter().filter(|p| p.name == name || p.name.starts_with(&format!("{name} ("))).count();
    if same > 0 { format!("{name} ({})", same + 1) } else { name }
}

/// A chronology whose words stand further on, its ids told apart from those of other articles.
fn moved_by(chronology: &Chronology, by: usize, number: usize, times: usize) -> Chronology {
    let id = |id: &String| format!("{number}.{id}");
    let mut moved = chronology.clone();
    moved.sentences.iter_mut().for_each(|s| *s = shifted(*s, by));
    moved.time_expressions.iter_mut().for_each(|t| t.span = shifted(t.span, by));
    moved.set_aside.iter_mut().for_each(|s| s.span = shifted(s.span, by));
    for event in &mut moved.events {
        event.id = id(&event.id);
        for evidence in &mut event.evidence {
            evidence.span = shifted(evidence.span, by);
            evidence.telling.iter_mut().for_each(|t| *t = shifted(*t, by));
        }
        if let Some(expression) = event.when.as_mut().and_then(|w| w.expression.as_mut()) {
            *expression += times;
        }
    }
    let constraint = |c: &Constraint| Constraint { from: id(&c.from), to: id(&c.to), span: c.span.map(|s| shifted(s, by)), ..c.clone() };
    moved.constraints = chronology.constraints.iter().map(constraint).collect();
    for conflict in &mut moved.conflicts {
        conflict.events.iter_mut().for_each(|e| *e = id(e));
    }
    moved
}

/// Numbers all events in the order of time, those counted from an unknown publication date and the unplaced last.
fn number_all(all: &mut [Chronology]) {
    let mut order: Vec<_> = all
        .iter()
        .enumerate()
        .flat_map(|(article, c)| c.events.iter().map(move |e| (time_order(e), article, e.number, e.id.clone())))
        .collect();
    order.sort();
    let numbers: HashMap<String, u32> = order.into_iter().map(|(.., id)| id).zip(1..).collect();
    for event in all.iter_mut().flat_map(|c| &mut c.events) {
        event.number = numbers.get(&event.id).copied().unwrap_or(event.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn every_event_still_leads_to_its_words() {
        let reading = fixture::reading(None);
        let pair = (&reading.article, &reading.chronology);
        let merged = merged(&[pair, pair, pair]);
        assert_eq!(merged.chronology.events.len(), 3 * reading.chronology.events.len());
        for event in &merged.chronology.events {
            let (number, id) = event.id.split_once('.').unwrap();
            let own = reading.chronology.events.iter().find(|e| e.id == id).unwrap();
            let part = &merged.parts[number.parse::<usize>().unwrap()];
            for (here, there) in event.evidence.iter().zip(&own.evidence) {
                assert_eq!(here.span.of(&merged.article.text), there.span.of(&reading.article.text));
                assert!(here.span.start >= part.start);
            }
        }
        let numbers: Vec<u32> = merged.chronology.events.iter().map(|e| e.number).collect();
        assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
        let ids: std::collections::HashSet<&str> = merged.chronology.events.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids.len(), numbers.len());
        assert_ne!(merged.parts[0].name, merged.parts[1].name);
    }

    #[test]
    fn laying_corrections_over_it_leaves_each_article_its_lane() {
        let mut state = fixture::opened();
        fixture::open(&mut state, "/articles/other.txt");
        crate::session::apply(&mut state, crate::session::Command::MergeTabs);
        let tab = state.tabs.last_mut().unwrap();
        let before = tab.whole.articles.clone();
        assert_eq!(before.len(), 2);
        tab.correct();
        assert_eq!(tab.whole.articles, before);
    }
}
