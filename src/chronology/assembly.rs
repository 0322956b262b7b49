//! The whole way from an article to its chronology.

use super::merging::{self, Telling};
use super::ordering::{self, Scene};
use super::placing::{self, Placing};
use super::reading::Reading;
use super::{
    Chronology, Conflict, Constraint, Event, Evidence, EvidenceRole, Relation, SetAside, identity, participants, places, story, time_order,
    weighing,
};
use crate::article::{Article, Notice, ParagraphRole, Severity, TextSpan};
use crate::language::Document;
use crate::language::actor::Actors;
use crate::language::event::{self, EventMention, Form};
use crate::language::time::{self, DateOrder, Stretch, TimeExpression};
use crate::language::tongue;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Reads an article's chronology; a publication date given goes before the one that the article tells.
pub fn read(article: &Article, published: Option<NaiveDate>, date_order: DateOrder) -> Chronology {
    let reading = Reading::with(article, published, date_order);
    let surroundings = reading.surroundings();
    let weights: Vec<f32> = (0..reading.told.mentions.len()).map(|at| weighing::weigh(&surroundings.features(at))).collect();
    let foreign = reading.tongue.foreign();
    let Reading { document, mut times, actors, told, tongue, published } = reading;
    let event::Told { mentions, links } = told;
    let stands: Vec<bool> = mentions
        .iter()
        .zip(&weights)
        .map(|(m, w)| !matches!(m.aside, Some("question" | "hypothesis" | "habit")) && *w >= weighing::STANDS)
        .collect();
    let uncounted = times.clone();
    let mut settings = story::recount(&document, &mentions, &stands, &mut times, published, &[]);
    let told = |times: &[TimeExpression]| tellings(&mentions, times, &stands, &weights, &actors, published);
    let mut tellings = told(&times);
    let base = Draft {
        article,
        document: &document,
        mentions: &mentions,
        links: &links,
        tongue,
        weights: &weights,
        times: &[],
        settings: &[],
        actors: &actors,
        published,
    };
    // "The day after the signing", where only the order told says when they signed.
    if times.iter().any(|e| e.offset.is_some() && e.stretch.is_none()) {
        let known = Draft { times: &times, settings: &settings, ..base }.days(&tellings);
        times = uncounted;
        settings = story::recount(&document, &mentions, &stands, &mut times, published, &known);
        tellings = told(&times);
    }
    let mut out = Draft { times: &times, settings: &settings, ..base }.finish(&tellings);
    out.set_aside = if foreign { dated_sentences(&document, &times) } else { set_aside(&document, &mentions, &stands, &tellings, &times) };
    out.time_expressions = times;
    out
}

/// The tellings of each happening, the plainest first.
fn tellings(
    mentions: &[EventMention],
    times: &[TimeExpression],
    stands: &[bool],
    weights: &[f32],
    actors: &Actors,
    published: Option<NaiveDate>,
) -> Vec<Telling> {
    let placings: Vec<Option<Placing>> = mentions.iter().map(|m| placing::of(m, times, |frame| frame.today(published))).collect();
    let mut tellings = merging::merge(mentions, &placings, stands, actors);
    for telling in &mut tellings {
        put_main_first(telling, mentions, weights);
    }
    tellings
}

/// The mention that tells most plainly comes first; the others stay in the order of the text.
fn put_main_first(telling: &mut Telling, mentions: &[EventMention], weights: &[f32]) {
    let plain = |index: usize| -> f32 {
        let Some(m) = mentions.get(index) else { return f32::MIN };
        let form = match m.form {
            Form::Clause | Form::Light => 1.0,
            Form::Participle => 0.4,
            Form::Noun => 0.0,
            Form::Title => -0.5,
        };
        let dated = if m.times.iter().any(|t| t.own) { 1.0 } else { 0.0 };
        form + dated + weights.get(index).copied().unwrap_or(0.0)
            - if m.has("headline") { 1.2 } else { 0.0 }
            - if m.aside.is_some() { 3.0 } else { 0.0 }
    };
    telling.mentions.sort_unstable();
    let best = telling.mentions.iter().copied().enumerate().max_by(|a, b| plain(a.1).total_cmp(&plain(b.1)).then(b.0.cmp(&a.0)));
    if let Some((at, index)) = best {
        telling.mentions.remove(at);
        telling.mentions.insert(0, index);
    }
}

#[derive(Clone, Copy)]
struct Draft<'a> {
    article: &'a Article,
    document: &'a Document<'a>,
    mentions: &'a [EventMention],
    links: &'a [event::Link],
    tongue: tongue::Tongue,
    weights: &'a [f32],
    times: &'a [TimeExpression],
    settings: &'a [story::Setting],
    actors: &'a Actors,
    published: Option<NaiveDate>,
}

impl Draft<'_> {
    /// The days of each mention whose telling is placed within a month.
    fn days(&self, tellings: &[Telling]) -> Vec<Option<Stretch>> {
        let mut out = vec![None; self.mentions.len()];
        let titles = vec![String::new(); tellings.len()];
        let paragraphs: Vec<usize> = self.document.sentences.iter().map(|s| s.paragraph).collect();
        let placed = ordering::place(tellings, &self.links(tellings), &self.scene(&titles, &paragraphs));
        for (telling, when) in tellings.iter().zip(placed.whens) {
            let Some(when) = when.filter(|w| w.latest() - w.earliest() <= 31) else { continue };
            let stretch = Stretch {
                earliest: when.earliest(),
                latest: when.latest(),
                grain: when.grain,
                basis: when.basis,
                approximate: [when.start.approximate, when.end.approximate],
                throughout: false,
                frame: when.frame,
            };
            for &mention in &telling.mentions {
                if let Some(slot) = out.get_mut(mention) {
                    *slot = Some(stretch);
                }
            }
        }
        out
    }

    fn scene<'b>(&'b self, titles: &'b [String], paragraphs: &'b [usize]) -> Scene<'b> {
        Scene {
            mentions: self.mentions,
            times: self.times,
            settings: self.settings,
            text: &self.article.text,
            titles,
            paragraphs,
            published: self.published,
            release: self.release(),
        }
    }

    fn finish(&self, tellings: &[Telling]) -> Chronology {
        let titles: Vec<String> = tellings
            .iter()
            .map(|t| t.mentions.first().and_then(|m| self.mentions.get(*m)).map(|m| m.title.clone()).unwrap_or_default())
            .collect();
        let paragraphs: Vec<usize> = self.document.sentences.iter().map(|s| s.paragraph).collect();
        let links = self.links(tellings);
        let ordering::Placed { whens, within, contradicted } = ordering::place(tellings, &links, &self.scene(&titles, &paragraphs));
        let sources = places::Sources {
            article: self.article,
            document: self.document,
            mentions: self.mentions,
            times: self.times,
            actors: self.actors,
        };
        let places = places::of_all(sources, tellings, &within, &whens);
        let people = participants::of_all(self.mentions, self.actors, tellings, &within, &places);
        let mut events: Vec<(usize, Event)> = Vec::new();
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for (at, telling) in tellings.iter().enumerate() {
            let Some(&main) = telling.mentions.first() else { continue };
            let Some(mention) = self.mentions.get(main) else { continue };
            let trigger = self.document.word(mention.trigger);
            let sentence = self.document.sentences.get(mention.sentence).map_or("", |s| s.span.of(&self.article.text));
            let ordinal = seen.entry((trigger.to_owned(), sentence.to_owned())).or_insert(0);
            let id = identity::id(trigger, sentence, *ordinal);
            *ordinal += 1;
            let salience = telling.mentions.iter().filter_map(|m| self.weights.get(*m)).fold(0.0f32, |a, b| a.max(*b));
            events.push((
                at,
                Event {
                    id,
                    number: 0,
                    title: titles.get(at).cloned().unwrap_or_default(),
                    kind: mention.kind,
                    mode: mention.mode,
                    status: mention.status,
                    status_word: mention.status_word.clone(),
                    attribution: mention.attribution.clone(),
                    when: whens.get(at).cloned().flatten(),
                    places: places.get(at).cloned().unwrap_or_default(),
                    participants: people.get(at).cloned().unwrap_or_default(),
                    evidence: self.evidence(telling),
                    salience,
                    confidence: salience,
                },
            ));
        }
        events.sort_by_key(|(at, e)| (time_order(e), tellings.get(*at).and_then(|t| t.mentions.first()).copied()));
        let ids: HashMap<usize, String> = events.iter().map(|(at, e)| (*at, e.id.clone())).collect();
        let name = |at: usize| ids.get(&at).cloned().unwrap_or_default();
        let mut constraints = Vec::new();
        let mut conflicts = Vec::new();
        for link in &links {
            if contradicted.contains(link) {
                let words = link.span.map_or("the order told", |s| s.of(&self.article.text));
                let title = |at: usize| titles.get(at).cloned().unwrap_or_default();
                conflicts.push(Conflict {
                    events: vec![name(link.from), name(link.to)],
                    text: format!("“{words}” puts “{}” before “{}”, but their dates say otherwise.", title(link.from), title(link.to)),
                });
            } else {
                constraints.push(Constraint { from: name(link.from), to: name(link.to), relation: Relation::Before, span: link.span });
            }
        }
        let mut events: Vec<Event> = events.into_iter().map(|(_, e)| e).collect();
        for (number, event) in events.iter_mut().enumerate() {
            event.number = number as u32 + 1;
        }
        let mut notices = self.article.notices.clone();
        if self.published.is_none() && !notices.iter().any(|n| n.code == "no-publication-date") {
            notices.push(Notice {
                code: "no-publication-date",
                severity: Severity::Info,
                text: "The article does not tell when it was published: set the date to place what it counts from there.".to_owned(),
            });
        }
        if self.tongue.foreign() {
            let text = format!("This looks like {}; Demarche reads English.", self.tongue.name);
            notices.push(Notice { code: "not-english", severity: Severity::Warning, text });
        } else if events.is_empty() {
            notices.push(Notice { code: "no-events", severity: Severity::Info, text: "No event was found in this article.".to_owned() });
        }
        Chronology {
            published: self.published,
            language: self.tongue.code,
            sentences: self.document.sentences.iter().map(|s| s.span).collect(),
            time_expressions: Vec::new(),
            events,
            constraints,
            conflicts,
            set_aside: Vec::new(),
            notices,
        }
    }

    /// Whether the headline is a release's: "Meeting with …", "The President held talks", not a newspaper's present tense.
    fn release(&self) -> bool {
        self.mentions.iter().filter(|m| m.has("headline") && self.title(m.sentence)).any(|m| {
            let meeting = m.kind == super::Kind::Consult && matches!(m.mode, Some("meeting" | "call" | "negotiation" | "summit"));
            m.tense == event::Tense::Past || meeting && m.tense == event::Tense::None && m.times.is_empty()
        })
    }

    /// Whether a sentence is the article's headline, not one of the headings between.
    fn title(&self, sentence: usize) -> bool {
        let paragraph = self.document.sentences.get(sentence).and_then(|s| self.article.paragraphs.get(s.paragraph));
        paragraph.is_some_and(|p| p.role == ParagraphRole::Headline)
    }

    /// The order that connectives state between tellings.
    fn links(&self, tellings: &[Telling]) -> Vec<ordering::Link> {
        let mut of: HashMap<usize, usize> = HashMap::new();
        for (at, telling) in tellings.iter().enumerate() {
            for mention in self.told(telling) {
                of.entry(mention.trigger).or_insert(at);
            }
        }
        let telling = |trigger: usize| of.get(&trigger).copied();
        let mut out: Vec<ordering::Link> = Vec::new();
        for link in self.links {
            if let (Some(from), Some(to)) = (telling(link.before), telling(link.after))
                && from != to
                && !out.iter().any(|l| l.from == from && l.to == to)
            {
                out.push(ordering::Link { from, to, span: Some(link.span) });
            }
        }
        out
    }

    fn told<'b>(&'b self, telling: &'b Telling) -> impl Iterator<Item = &'b EventMention> {
        telling.mentions.iter().filter_map(|m| self.mentions.get(*m))
    }

    /// One piece of evidence for each sentence that tells it, the main one first.
    fn evidence(&self, telling: &Telling) -> Vec<Evidence> {
        let mut out: Vec<Evidence> = Vec::new();
        for (position, mention) in self.told(telling).enumerate() {
            let Some(sentence) = self.document.sentences.get(mention.sentence) else { continue };
            let mut words = mention.telling.clone();
            words.extend(mention.times.iter().filter(|t| t.own).filter_map(|t| self.times.get(t.expression)).map(|e| e.span));
            if let Some(known) = out.iter_mut().find(|e| e.span == sentence.span) {
                known.telling.extend(words);
                continue;
            }
            let paragraph = self.article.paragraphs.get(sentence.paragraph);
            out.push(Evidence {
                span: sentence.span,
                paragraph: paragraph.filter(|p| !matches!(p.role, ParagraphRole::Headline | ParagraphRole::Heading)).and_then(|p| p.number),
                role: if position == 0 { EvidenceRole::Main } else { EvidenceRole::Retelling },
                telling: words,
            });
        }
        for evidence in &mut out {
            evidence.telling.retain(|t| evidence.span.contains(*t));
            evidence.telling.sort_unstable();
            evidence.telling.dedup();
        }
        if let Some(rest) = out.get_mut(1..) {
            rest.sort_by_key(|e| e.span);
        }
        out
    }
}

/// The sentences of an article in another language that hold a date, for the reader to look at.
fn dated_sentences(document: &Document, times: &[TimeExpression]) -> Vec<SetAside> {
    let dated = |span: TextSpan| time::within(times, span).iter().any(|e| e.stretch.is_some());
    document.sentences.iter().filter(|s| dated(s.span)).map(|s| SetAside { span: s.span, why: "not-english", dated: true }).collect()
}

/// The sentences that looked like events and were not made one, with the first reason.
fn set_aside(
    document: &Document,
    mentions: &[EventMention],
    stands: &[bool],
    tellings: &[Telling],
    times: &[TimeExpression],
) -> Vec<SetAside> {
    let used: HashSet<usize> = tellings.iter().flat_map(|t| &t.mentions).filter_map(|m| mentions.get(*m)).map(|m| m.sentence).collect();
    let mut out: Vec<SetAside> = Vec::new();
    for (mention, stands) in mentions.iter().zip(stands) {
        if *stands || used.contains(&mention.sentence) {
            continue;
        }
        let Some(sentence) = document.sentences.get(mention.sentence) else { continue };
        if out.last().is_some_and(|last| last.span == sentence.span) {
            continue;
        }
        let dated = time::within(times, sentence.span).iter().any(|e| e.stretch.is_some());
        let why = mention.aside.unwrap_or(if mention.agents.is_empty() { "no-actor" } else { "background" });
        let span: TextSpan = sentence.span;
        out.push(SetAside { span, why, dated });
    }
    out
}
