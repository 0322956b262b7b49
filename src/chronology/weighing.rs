//! What makes a mention an event for a one-page timeline: a linear model over named features, all in one table.

use crate::language::event::lexicon::Weight;
use crate::language::event::{EventMention, Form, Status};

/// Weights by feature name; what is not listed weighs nothing. The sum passes through the logistic function.
pub const WEIGHTS: &[(&str, f32)] = &[
    ("base", -1.6),
    ("step", 1.2),
    ("dated", 1.6),
    ("dated-by-sentence", 1.0),
    ("date-in-sentence", -0.2),
    ("named-agent", 1.0),
    ("agent", 0.6),
    ("named-patient", 0.4),
    ("patient", 0.2),
    ("placed", 0.4),
    ("in-sequence", 2.2),
    ("called-off-noun", 1.9),
    ("headline-act", -2.0),
    ("simultaneous", 1.6),
    ("form:noun", -1.6),
    ("form:light", 0.4),
    ("form:participle", -0.6),
    ("form:title", 0.6),
    ("headline", 0.6),
    ("main", 0.5),
    ("conjunct", 0.2),
    ("reported", -0.6),
    ("relative", -0.3),
    ("infinitive", -1.5),
    ("quoted", -1.5),
    ("first-person", -0.8),
    ("vague-subject", -0.8),
    ("hedged", 0.0),
    ("doubt", -1.0),
    ("proposed", -0.8),
    ("called-off", 0.2),
];

/// The names of a mention's features for the table.
pub fn features(mention: &EventMention) -> Vec<String> {
    let mut out = vec!["base".to_owned()];
    out.extend(mention.features.iter().map(|f| (*f).to_owned()));
    out.push(format!("family:{}", mention.family.name));
    out.push(
        match mention.form {
            Form::Clause => "form:clause",
            Form::Light => "form:light",
            Form::Noun => "form:noun",
            Form::Participle => "form:participle",
            Form::Title => "form:title",
        }
        .to_owned(),
    );
    out.push(
        match mention.status {
            Status::Happened => "happened",
            Status::Expected => "expected",
            Status::Proposed => "proposed",
            Status::CalledOff => "called-off",
        }
        .to_owned(),
    );
    out.push(format!("tense:{:?}", mention.tense).to_lowercase());
    if mention.status == Status::CalledOff && mention.form == Form::Noun {
        out.push("called-off-noun".to_owned());
    }
    if mention.has("headline") && mention.family.name == "act" {
        out.push("headline-act".to_owned());
    }
    if mention.family.weight == Weight::Act && mention.has("dated") {
        out.push("act+dated".to_owned());
    }
    out
}

/// From 0 to 1: how surely a careful reader would put the mention on the timeline.
pub fn weigh(mention: &EventMention) -> f32 {
    let sum: f32 = features(mention).iter().map(|f| WEIGHTS.iter().find(|(name, _)| name == f).map_or(0.0, |(_, w)| *w)).sum();
    1.0 / (1.0 + (-sum).exp())
}
