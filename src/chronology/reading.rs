//! What an article tells, before any of it is chosen: its sentences, times, names and mentions of events.

use super::simultaneous;
use super::weighing::Surroundings;
use crate::article::Article;
use crate::language::Document;
use crate::language::actor::{self, Actors};
use crate::language::event::{self, Sources, Told};
use crate::language::time::{self, DateOrder, TimeExpression};
use crate::language::tongue::{self, Tongue};
use chrono::NaiveDate;

/// Everything read from an article's words.
pub struct Reading<'a> {
    pub document: Document<'a>,
    pub times: Vec<TimeExpression>,
    pub actors: Actors,
    pub told: Told,
    pub tongue: Tongue,
    pub published: Option<NaiveDate>,
}

impl<'a> Reading<'a> {
    /// Reads an article; a date given goes before the one that the article tells. An article in another language than English tells
    /// no events: English rules would read nonsense out of it.
    pub fn new(article: &'a Article, published: Option<NaiveDate>) -> Self {
        Self::with(article, published, DateOrder::Automatic)
    }

    /// The same where a reader has said how "3/5/2014" is read.
    pub fn with(article: &'a Article, published: Option<NaiveDate>, date_order: DateOrder) -> Self {
        let published = published.or(article.published);
        let document = Document { date_order, ..Document::new(article) };
        let times = time::read(&document, published);
        let actors = actor::read(&document);
        let tongue = tongue::guess(&article.text);
        let mut told = Told::default();
        if !tongue.foreign() {
            let called = event::names(&document, &actors);
            told = event::read(Sources { document: &document, times: &times, actors: &actors, published, called: &called });
            simultaneous::date(&document, &times, &mut told.mentions);
        }
        Reading { document, times, actors, told, tongue, published }
    }

    /// What the mentions are weighed against.
    pub fn surroundings(&self) -> Surroundings<'_> {
        Surroundings::new(&self.document, &self.times, &self.actors, &self.told.mentions, self.published)
    }
}
