//! What makes a mention an event for a one-page timeline: a linear model over named features, all in one table.

use crate::language::event::lexicon::Weight;
use crate::language::event::{EventMention, Form, Status};

/// Weights by feature name; what is not listed weighs nothing. The sum passes through the logistic function.
pub const WEIGHTS: &[(&str, f32)] = &[
    ("base", -2.05),
    ("in-sequence", 2.2),
    ("called-off-noun", 1.9),
    ("headline-act", -2.0),
    ("act", -0.53),
    ("act+dated", 0.17),
    ("cancelled-noun", 2.50),
    ("in-sequence", 2.00),
    ("simultaneous", 1.50),
    ("adverbial", -0.18),
    ("after-noun", 0.27),
    ("agent", 0.16),
    ("begins", -0.08),
    ("conjunct", 0.27),
    ("conjunct-noun", -0.13),
    ("date-in-sentence", 0.17),
    ("dated", 1.27),
    ("dated-by-sentence", 0.12),
    ("definite", -0.18),
    ("expected", 0.22),
    ("family:accuse", 0.06),
    ("family:act", -0.66),
    ("family:agree", 0.06),
    ("family:announce", 0.44),
    ("family:attend", -0.36),
    ("family:call", 0.26),
    ("family:change", -0.17),
    ("family:collapse", -0.11),
    ("family:concede", 0.10),
    ("family:decide", -0.06),
    ("family:discuss", -0.59),
    ("family:end", -0.18),
    ("family:join", -0.23),
    ("family:meeting", 0.41),
    ("family:mobilize", -0.59),
    ("family:negotiation", 0.06),
    ("family:occur", -0.09),
    ("family:order", 0.15),
    ("family:pledge", -0.07),
    ("family:protest", 0.16),
    ("family:ratify", -0.17),
    ("family:recognise", 0.08),
    ("family:reject", -0.07),
    ("family:request", 0.10),
    ("family:return", 0.26),
    ("family:sanction", 0.28),
    ("family:say", -0.14),
    ("family:state", -0.07),
    ("family:summit", 0.16),
    ("family:support", -0.15),
    ("family:threaten", -0.08),
    ("family:visit", 0.14),
    ("family:win", -0.16),
    ("family:withdraw", 0.13),
    ("family:write", 0.32),
    ("first-person", -0.21),
    ("form:clause", -0.10),
    ("form:light", 0.21),
    ("form:noun", -0.16),
    ("form:participle", -0.44),
    ("form:title", 0.17),
    ("headline", 0.28),
    ("indefinite", 0.21),
    ("infinitive", -0.10),
    ("lead", -0.28),
    ("main", 0.22),
    ("modifier-noun", 0.09),
    ("named-agent", 0.94),
    ("named-patient", 1.14),
    ("negated", -0.34),
    ("object", 0.26),
    ("object-noun", -0.07),
    ("oblique-noun", 0.14),
    ("of-noun", -0.20),
    ("opens-paragraph", 0.11),
    ("other-clause", -0.15),
    ("other-noun", -0.08),
    ("paragraph-of-dates", 0.26),
    ("paragraph-with-date", -0.17),
    ("paragraph-without-date", -0.42),
    ("participial", 0.12),
    ("passive", 0.07),
    ("patient", -0.13),
    ("placed", 0.94),
    ("plural-noun", -0.15),
    ("proper-noun", 0.23),
    ("proposed", -0.54),
    ("quoted", -0.11),
    ("relative", -0.34),
    ("reported", -0.06),
    ("root-noun", 0.08),
    ("saying", -0.14),
    ("state", -0.12),
    ("status-open", -0.34),
    ("step", 0.44),
    ("temporal", -0.12),
    ("tense:future", -0.14),
    ("tense:futureinpast", -0.18),
    ("tense:none", -0.12),
    ("tense:past", 0.44),
    ("tense:perfect", -0.23),
    ("tense:present", 0.08),
    ("tense:progressive", -0.09),
    ("vague-subject", -0.12),
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
