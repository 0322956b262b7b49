//! What is known of a mention and of the article around it, as named features.

use crate::chronology::Frame;
use crate::language::Document;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::lexicon::Weight;
use crate::language::event::{EventMention, Form, Party, Status, Tense};
use crate::language::time::{Day, Grain, Stretch, TimeExpression};
use chrono::{Datelike, NaiveDate};
use std::collections::{HashMap, HashSet};

/// What all mentions of an article are weighed against.
pub struct Surroundings<'a> {
    document: &'a Document<'a>,
    times: &'a [TimeExpression],
    actors: &'a Actors,
    mentions: &'a [EventMention],
    published: Option<Day>,
    /// How often each entity is told.
    told: Vec<usize>,
    /// The number of tellings from which an entity is one of the article's main ones.
    central: usize,
    /// The entities of the headline.
    headline: HashSet<usize>,
    /// The bases that the headline's mentions and words tell.
    headline_bases: HashSet<&'a str>,
    /// How often a base word tells a mention.
    bases: HashMap<&'a str, usize>,
    /// The mentions of each sentence, as a range.
    sentences: HashMap<usize, std::ops::Range<usize>>,
    /// Whether most dates of the article lie near its publication.
    news: bool,
    /// Dates a sentence.
    density: f32,
}

impl<'a> Surroundings<'a> {
    pub fn new(
        document: &'a Document<'a>,
        times: &'a [TimeExpression],
        actors: &'a Actors,
        mentions: &'a [EventMention],
        published: Option<NaiveDate>,
    ) -> Self {
        let mut told = vec![0; actors.entities.len()];
        let mut headline = HashSet::new();
        let first = document.sentences.first();
        for mention in &actors.mentions {
            if let Some(count) = told.get_mut(mention.entity) {
                *count += 1;
            }
            if first.is_some_and(|s| s.span.contains(mention.span)) {
                headline.insert(mention.entity);
            }
        }
        let mut counts = told.clone();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let central = counts.get(3).copied().unwrap_or(0).max(2);
        let mut bases = HashMap::new();
        let mut sentences: HashMap<usize, std::ops::Range<usize>> = HashMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            *bases.entry(mention.base.as_str()).or_insert(0) += 1;
            sentences.entry(mention.sentence).or_insert(at..at).end = at + 1;
        }
        let headline_bases = mentions.iter().filter(|m| m.has("headline")).map(|m| m.base.as_str()).collect();
        let published = published.map(|d| d.num_days_from_ce());
        let stretches: Vec<Stretch> = times.iter().filter_map(|t| t.stretch).collect();
        let today = |s: &Stretch| if s.frame == Frame::Publication { Some(0) } else { published };
        let near = stretches.iter().filter(|s| today(s).is_some_and(|d| (d - s.latest).abs() <= 60)).count();
        Surroundings {
            document,
            times,
            actors,
            mentions,
            published,
            told,
            central,
            headline,
            headline_bases,
            bases,
            sentences,
            news: near * 3 >= stretches.len(),
            density: stretches.len() as f32 / document.sentences.len().max(1) as f32,
        }
    }

    /// The names of a mention's features.
    pub fn features(&self, at: usize) -> Vec<String> {
        let Some(mention) = self.mentions.get(at) else { return Vec::new() };
        let mut out: Vec<&'static str> = vec!["base"];
        out.extend(&mention.features);
        out.extend(match mention.aside {
            Some("background") => Some("aside:background"),
            Some("saying") => Some("aside:saying"),
            Some("hypothesis") => Some("aside:hypothesis"),
            Some("habit") => Some("aside:habit"),
            _ => None,
        });
        self.form(mention, &mut out);
        self.time(mention, &mut out);
        self.parties(mention, &mut out);
        self.position(mention, at, &mut out);
        out.sort_unstable();
        out.dedup();
        let mut out: Vec<String> = out.into_iter().map(str::to_owned).collect();
        out.push(format!("family:{}", mention.family.name));
        out.push(format!("tense:{:?}", mention.tense).to_lowercase());
        out
    }

    fn form(&self, mention: &EventMention, out: &mut Vec<&'static str>) {
        let noun = matches!(mention.form, Form::Noun | Form::Title);
        out.push(match mention.form {
            Form::Clause => "form:clause",
            Form::Light => "form:light",
            Form::Noun => "form:noun",
            Form::Participle => "form:participle",
            Form::Title => "form:title",
        });
        out.push(match mention.status {
            Status::Happened => "happened",
            Status::Expected => "expected",
            Status::Proposed => "proposed",
            Status::CalledOff => "called-off",
        });
        if mention.status == Status::CalledOff && noun {
            out.push("called-off-noun");
        }
        let dated = mention.has("dated");
        let named = mention.has("named-agent");
        out.push(match (mention.family.weight, dated) {
            (Weight::Step, true) => "step+dated",
            (Weight::Step, false) => "step+undated",
            (Weight::Act, true) => "act+dated",
            (Weight::Act, false) => "act+undated",
            (_, true) => "other+dated",
            (_, false) => "other+undated",
        });
        out.push(match (mention.family.weight, named) {
            (Weight::Step, true) => "step+named",
            (Weight::Step, false) => "step+unnamed",
            (Weight::Act, true) => "act+named",
            (Weight::Act, false) => "act+unnamed",
            (_, true) => "other+named",
            (_, false) => "other+unnamed",
        });
        if noun {
            out.push(match (dated, named || !mention.places.is_empty()) {
                (true, true) => "noun+dated+named",
                (true, false) => "noun+dated",
                (false, true) => "noun+named",
                (false, false) => "noun+bare",
            });
        } else if mention.tense == Tense::None {
            out.push(if dated { "untensed+dated" } else { "untensed+undated" });
        } else if mention.tense == Tense::Past {
            out.push(match (dated, named) {
                (true, true) => "past+dated+named",
                (true, false) => "past+dated",
                (false, true) => "past+named",
                (false, false) => "past+bare",
            });
        }
        match (mention.status, dated) {
            (Status::Expected, true) => out.push("expected+dated"),
            (Status::Proposed, true) => out.push("proposed+dated"),
            _ => {}
        }
        if mention.has("headline") && mention.family.name == "act" {
            out.push("headline-act");
        }
        match mention.title.split_whitespace().count() {
            0 | 1 => out.push("title-1"),
            2 => out.push("title-2"),
            3 => out.push("title-3"),
            8.. => out.push("title-long"),
            _ => {}
        }
    }

    fn time(&self, mention: &EventMention, out: &mut Vec<&'static str>) {
        out.push(if self.news { "news" } else { "history" });
        out.push(if self.density > 0.6 {
            "dates-dense"
        } else if self.density > 0.25 {
            "dates-some"
        } else {
            "dates-few"
        });
        if mention.has("dated") {
            out.push(if self.density > 0.6 {
                "dated+dense"
            } else if self.density > 0.25 {
                "dated+some"
            } else {
                "dated+few"
            });
        }
        let stretch = mention.times.iter().filter(|t| t.own).filter_map(|t| self.times.get(t.expression)?.stretch).min_by_key(|s| s.grain);
        let Some(stretch) = stretch else {
            if mention.times.iter().any(|t| t.own && self.times.get(t.expression).is_some_and(|e| e.offset.is_some())) {
                out.push("counted");
            }
            return;
        };
        out.push(match stretch.grain {
            g if g <= Grain::Day => "grain:day",
            Grain::Month => "grain:month",
            g if g < Grain::Month => "grain:week",
            g if g < Grain::Year => "grain:season",
            Grain::Year => "grain:year",
            _ => "grain:decade",
        });
        if stretch.throughout {
            out.push("throughout");
        }
        if stretch.approximate.contains(&true) {
            out.push("vague-time");
        }
        let today = if stretch.frame == Frame::Publication { Some(0) } else { self.published };
        let Some(today) = today.filter(|_| self.news) else { return };
        out.push(match today - stretch.latest {
            ..=-2 => "news+ahead",
            -1..=1 => "news+today",
            2..=8 => "news+week",
            9..=60 => "news+recent",
            61..=400 => "news+months",
            _ => "news+years",
        });
    }

    fn parties(&self, mention: &EventMention, out: &mut Vec<&'static str>) {
        let kind = |p: &Party| p.entity.and_then(|e| self.actors.entities.get(e)).map(|e| e.kind);
        if let Some(kind) = mention.agents.iter().find_map(kind) {
            out.push(match kind {
                ActorKind::Person => "agent:person",
                ActorKind::State => "agent:state",
                ActorKind::Body => "agent:body",
                ActorKind::Group => "agent:group",
                ActorKind::Place => "agent:place",
                ActorKind::Occasion => "agent:occasion",
            });
        }
        if let Some(kind) = mention.patients.iter().find_map(kind) {
            out.push(match kind {
                ActorKind::Person => "patient:person",
                ActorKind::State => "patient:state",
                ActorKind::Body => "patient:body",
                ActorKind::Group => "patient:group",
                ActorKind::Place => "patient:place",
                ActorKind::Occasion => "patient:occasion",
            });
        }
        match mention.agents.len() + mention.patients.len() {
            0 => out.push("parties-0"),
            1 => {}
            2 => out.push("parties-2"),
            _ => out.push("parties-many"),
        }
        let central = |p: &Party| p.entity.is_some_and(|e| self.told.get(e).is_some_and(|n| *n >= self.central));
        if mention.agents.iter().any(central) {
            out.push("central-agent");
        }
        if mention.patients.iter().any(central) {
            out.push("central-patient");
        }
        if mention.agents.iter().any(|p| p.entity.is_some_and(|e| self.headline.contains(&e))) {
            out.push("agent-in-headline");
        }
        if mention.patients.iter().any(|p| p.entity.is_some_and(|e| self.headline.contains(&e))) {
            out.push("patient-in-headline");
        }
        if mention.agents.iter().any(|p| p.entity.is_some_and(|e| self.told.get(e) == Some(&1))) {
            out.push("agent-told-once");
        }
    }

    fn position(&self, mention: &EventMention, at: usize, out: &mut Vec<&'static str>) {
        if !mention.has("headline") && self.headline_bases.contains(mention.base.as_str()) {
            out.push("base-in-headline");
        }
        match self.bases.get(mention.base.as_str()) {
            Some(1) => out.push("told-once"),
            Some(2) => {}
            _ => out.push("told-often"),
        }
        let total = self.document.sentences.len().max(1);
        match mention.sentence {
            0 => {}
            1 => out.push("sentence-1"),
            2 | 3 => out.push("sentence-2-3"),
            n if n * 4 < total => out.push("quarter-1"),
            n if n * 2 < total => out.push("quarter-2"),
            n if n * 4 < 3 * total => out.push("quarter-3"),
            _ => out.push("quarter-4"),
        }
        if total < 15 {
            out.push("short-article");
        }
        if total > 60 {
            out.push("long-article");
        }
        let Some(range) = self.sentences.get(&mention.sentence) else { return };
        let others = self.mentions.get(range.clone()).unwrap_or(&[]);
        let others: Vec<&EventMention> = others.iter().filter(|m| m.trigger != mention.trigger && m.aside.is_none()).collect();
        let dated = mention.has("dated");
        let strong = |m: &EventMention| m.family.weight == Weight::Step && m.has("named-agent");
        if others.is_empty() {
            out.push("alone");
        }
        if !dated && others.iter().any(|m| m.has("dated")) {
            out.push("beside-dated");
        }
        if dated && others.iter().any(|m| m.has("dated")) {
            out.push("dated-too");
        }
        if mention.family.weight != Weight::Step && others.iter().any(|m| m.family.weight == Weight::Step) {
            out.push("beside-step");
        }
        if !strong(mention) && others.iter().any(|m| strong(m)) {
            out.push("beside-strong");
        }
        if self.mentions.get(range.start..at).is_some_and(|before| before.iter().any(|m| m.aside.is_none() && m.trigger != mention.trigger))
        {
            out.push("not-first");
        }
    }
}
