//! A hand-made article and what is read out of it, for tests that must not depend on extraction.

use super::{Effect, Reading, State, apply, command::Command};
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
use crate::chronology::{
    Attribution, Basis, Bound, Chronology, Constraint, Event, Evidence, EvidenceRole, Frame, Grain, Kind, Relation, Status, When,
};
use chrono::{Datelike, NaiveDate};

pub const TITLE: &str = "Envoys gather by the lake";
const PARAGRAPHS: [&str; 4] = [
    "This weekend Anna Berg is expected to meet Luis Prado in Geneva.",
    "The way there began weeks ago, when Prado visited Oslo. The visit was followed by talks in Vienna between the two ministries.",
    "No meeting of all three sides is planned. Prado reportedly demands the northern valleys.",
    "An unrelated remark about the weather on the lake.",
];

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The article: a headline and four paragraphs, without a publication date.
pub fn article() -> Article {
    let mut text = TITLE.to_owned();
    let mut paragraphs = vec![Paragraph { span: TextSpan::new(0, text.len()), role: ParagraphRole::Headline, number: None }];
    for (n, words) in PARAGRAPHS.iter().enumerate() {
        text.push_str("\n\n");
        let span = TextSpan::new(text.len(), text.len() + words.len());
        text.push_str(words);
        paragraphs.push(Paragraph { span, role: ParagraphRole::Body, number: Some(n as u32 + 1) });
    }
    Article {
        title: TITLE.to_owned(),
        publisher: Some("The Lakeside Post".to_owned()),
        author: None,
        url: None,
        source: "lake.txt".to_owned(),
        sha256: String::new(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        rows: Vec::new(),
        text,
        paragraphs,
        notices: Vec::new(),
    }
}

fn span(article: &Article, words: &str) -> TextSpan {
    let start = article.text.find(words).unwrap();
    TextSpan::new(start, start + words.len())
}

fn evidence(article: &Article, sentence: &str, telling: &[&str], paragraph: u32, role: EvidenceRole) -> Evidence {
    let span = span(article, sentence);
    let telling = telling
        .iter()
        .map(|t| TextSpan::new(span.start + sentence.find(t).unwrap(), span.start + sentence.find(t).unwrap() + t.len()))
        .collect();
    Evidence { span, paragraph: Some(paragraph), role, telling }
}

fn when(published: Option<NaiveDate>, from: i32, to: i32, about: bool, basis: Basis, words: Option<&str>) -> Option<When> {
    let (frame, zero) = match published {
        Some(date) => (Frame::Calendar, date.num_days_from_ce()),
        None => (Frame::Publication, 0),
    };
    let bound = Bound { earliest: zero + from, latest: zero + to, approximate: about };
    Some(When {
        frame,
        start: bound,
        end: bound,
        grain: Grain::Day,
        basis,
        reason: words.map_or("it is told after the visit".to_owned(), |w| format!("“{w}” is counted from publication")),
        words: words.map(str::to_owned),
        rule: Some("test-rule".to_owned()),
        expression: None,
    })
}

fn event(id: &str, number: u32, title: &str, kind: Kind, status: Status, when: Option<When>, evidence: Vec<Evidence>) -> Event {
    Event {
        id: id.to_owned(),
        number,
        title: title.to_owned(),
        kind,
        mode: None,
        status,
        status_word: None,
        attribution: None,
        when,
        places: Vec::new(),
        participants: Vec::new(),
        evidence,
        salience: 0.9,
        confidence: 0.9,
    }
}

/// What is read out of `article` against a publication date: five events, one of them without a place in time.
pub fn chronology(published: Option<NaiveDate>) -> Chronology {
    let article = article();
    let visit = "The way there began weeks ago, when Prado visited Oslo.";
    let talks = "The visit was followed by talks in Vienna between the two ministries.";
    let events = vec![
        Event {
            mode: Some("visit"),
            places: vec!["Oslo".to_owned()],
            participants: vec!["Luis Prado".to_owned()],
            ..event(
                "visit",
                1,
                "Prado visits Oslo",
                Kind::Consult,
                Status::Happened,
                when(published, -56, -14, true, Basis::Convention, Some("weeks ago")),
                vec![evidence(&article, visit, &["weeks ago", "Prado visited Oslo"], 2, EvidenceRole::Main)],
            )
        },
        Event {
            places: vec!["Vienna".to_owned()],
            ..event(
                "talks",
                2,
                "Talks in Vienna",
                Kind::Consult,
                Status::Happened,
                when(published, -56, 0, false, Basis::Order, None),
                vec![evidence(&article, talks, &["followed by talks in Vienna"], 2, EvidenceRole::Main)],
            )
        },
        Event {
            places: vec!["Geneva".to_owned()],
            participants: vec!["Anna Berg".to_owned(), "Luis Prado".to_owned()],
            ..event(
                "meeting",
                3,
                "Berg and Prado to meet in Geneva",
                Kind::Consult,
                Status::Expected,
                when(published, 1, 2, false, Basis::Relative, Some("This weekend")),
                vec![evidence(&article, PARAGRAPHS[0], &["This weekend", "meet Luis Prado in Geneva"], 1, EvidenceRole::Main)],
            )
        },
        Event {
            status_word: Some("not planned".to_owned()),
            ..event(
                "three",
                4,
                "No meeting of all three",
                Kind::Consult,
                Status::CalledOff,
                when(published, 0, 7, false, Basis::Order, None),
                vec![evidence(
                    &article,
                    "No meeting of all three sides is planned.",
                    &["No meeting of all three sides"],
                    3,
                    EvidenceRole::Main,
                )],
            )
        },
        Event {
            confidence: 0.3,
            attribution: Some(Attribution { by: None, hedge: Some("reportedly".to_owned()) }),
            ..event(
                "demand",
                5,
                "Prado demands the northern valleys",
                Kind::Request,
                Status::Happened,
                None,
                vec![evidence(
                    &article,
                    "Prado reportedly demands the northern valleys.",
                    &["demands the northern valleys"],
                    3,
                    EvidenceRole::Main,
                )],
            )
        },
    ];
    Chronology {
        published,
        language: "en",
        sentences: Vec::new(),
        time_expressions: Vec::new(),
        events,
        constraints: vec![Constraint {
            from: "visit".to_owned(),
            to: "talks".to_owned(),
            relation: Relation::Before,
            span: Some(span(&article, "followed by")),
        }],
        conflicts: Vec::new(),
        set_aside: Vec::new(),
        notices: Vec::new(),
    }
}

pub fn reading(published: Option<NaiveDate>) -> Reading {
    Reading { article: article(), chronology: chronology(published), kept: None }
}

/// Does what is commanded, and reads again what is to be read again.
pub fn carry_out(state: &mut State, command: Command) {
    for effect in apply(state, command) {
        if let Effect::Extract { tab, generation, published, .. } = effect {
            apply(state, Command::Extracted { tab, generation, chronology: Box::new(chronology(published)) });
        }
    }
}

/// A session with the article open.
pub fn opened() -> State {
    let mut state = State::default();
    open(&mut state, "/articles/lake.txt");
    state
}

/// Opens the article as if it stood at a path.
pub fn open(state: &mut State, path: &str) {
    apply(state, Command::Open(vec![path.into()]));
    let job = state.jobs.last().unwrap().id;
    apply(state, Command::Loaded { job, result: Ok(Box::new(reading(None))) });
}
