//! What was read out of an article, kept with it so that it can be shown again at once.
//!
//! It stands for a reading of the same words by the same rules; where either has changed it is no more than a beginning.

use super::{Entry, digest};
use crate::article::{Article, TextSpan};
use crate::chronology::{Chronology, When};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashSet;
use std::sync::Arc;

/// A number of all rules that read articles, another one whenever any of them has changed.
pub const RULES: &str = env!("DEMARCHE_RULES");

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Of the rules that read it.
    pub rules: String,
    /// A fingerprint of the article, the publication date and the order of dates that it was read with.
    pub of: String,
    #[serde(serialize_with = "shared", deserialize_with = "own")]
    pub chronology: Arc<Chronology>,
}

fn shared<S: Serializer>(chronology: &Arc<Chronology>, serializer: S) -> Result<S::Ok, S::Error> {
    chronology.serialize(serializer)
}

fn own<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Chronology>, D::Error> {
    Chronology::deserialize(deserializer).map(Arc::new)
}

/// Reads what was kept; what is not understood is as if it had not been kept.
pub(super) fn if_understood<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Kept>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(Kept::deserialize(value).ok())
}

/// An extraction of an article of a project.
#[derive(Debug, Clone)]
pub struct Extraction {
    pub chronology: Arc<Chronology>,
    /// Whether the rules of now read the same out of it.
    pub current: bool,
}

impl Entry {
    /// Keeps what was read out of it.
    pub fn keep(&mut self, chronology: &Arc<Chronology>) {
        self.extraction = Some(Kept { rules: RULES.to_owned(), of: self.fingerprint(), chronology: chronology.clone() });
    }

    /// What was read out of its article, where that was kept and still fits it.
    pub fn kept(&self, article: &Article) -> Option<Extraction> {
        let kept = self.extraction.as_ref().filter(|k| k.of == self.fingerprint() && fits(&k.chronology, article))?;
        Some(Extraction { chronology: kept.chronology.clone(), current: kept.rules == RULES })
    }

    fn fingerprint(&self) -> String {
        let published = self.published().map(|d| d.to_string());
        digest(&serde_json::to_vec(&(&self.article, published, self.date_order)).unwrap_or_default())
    }
}

/// Whether all places, days and numbers of a chronology fit an article: a file may hold anything.
fn fits(chronology: &Chronology, article: &Article) -> bool {
    let inside = |span: &TextSpan| article.text.get(span.start..span.end).is_some();
    let ordered = |w: &When| {
        let days = [w.start.earliest, w.start.latest, w.end.latest];
        days.is_sorted() && w.start.earliest <= w.end.earliest && w.end.earliest <= w.end.latest
    };
    let times = &chronology.time_expressions;
    let mut ids = HashSet::new();
    let event = |e: &crate::chronology::Event| {
        let told = |w: &When| ordered(w) && w.expression.is_none_or(|at| at < times.len());
        !e.evidence.is_empty()
            && e.evidence.iter().all(|v| inside(&v.span) && v.telling.iter().all(inside))
            && e.when.as_ref().is_none_or(told)
    };
    chronology.events.iter().all(|e| event(e) && ids.insert(e.id.as_str()))
        && chronology.sentences.iter().all(inside)
        && chronology.set_aside.iter().all(|s| inside(&s.span))
        && chronology.constraints.iter().all(|c| c.span.as_ref().is_none_or(inside))
        && times
            .iter()
            .all(|t| inside(&t.span) && t.stretch.is_none_or(|s| s.earliest <= s.latest) && t.range.is_none_or(|at| at < times.len()))
}
