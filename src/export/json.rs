//! An article and its chronology as JSON: schema 1, the form that other programs and the scorers read.
//!
//! Offsets are bytes into the UTF-8 form of `article.text`. Fields may be added to a schema, never renamed.

#[cfg(test)]
mod tests;

use super::edtf::edtf;
use crate::article::{Article, Notice, ParagraphRole, PublishedBasis, Severity};
use crate::chronology::{
    Basis, Chronology, Conflict, Constraint, Day, Event, Evidence, EvidenceRole, Frame, Grain, Kind, Relation, SetAside, Status,
    TimeExpression, When,
};
use crate::language::time::{Modifier, TimeKind};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// The number of the form written here.
pub const SCHEMA: u32 = 1;

/// The document as a value, its keys in the order in which they are written.
pub fn document(article: &Article, chronology: &Chronology) -> Value {
    json!({
        "schema": SCHEMA,
        "generator": concat!("demarche ", env!("CARGO_PKG_VERSION")),
        "article": article_value(article, chronology),
        "time_expressions": list(chronology.time_expressions.iter().enumerate().filter(|(_, e)| !e.nearness).map(|(id, e)| expression(article, id, e))),
        "events": list(chronology.events.iter().map(|e| event(chronology.published, e))),
        "constraints": list(chronology.constraints.iter().map(constraint)),
        "conflicts": list(chronology.conflicts.iter().map(conflict)),
        "set_aside": list(chronology.set_aside.iter().map(set_aside)),
        "notices": list(chronology.notices.iter().map(notice)),
    })
}

/// The document on one line without a line end, for JSON Lines.
pub fn line(article: &Article, chronology: &Chronology) -> String {
    document(article, chronology).to_string()
}

/// The document for reading and comparing: each event, expression, constraint and notice on a line of its own.
pub fn text(article: &Article, chronology: &Chronology) -> String {
    let Value::Object(fields) = document(article, chronology) else { return String::new() };
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| match value {
            Value::Array(items) if !items.is_empty() => {
                let items: Vec<String> = items.iter().map(|item| format!("    {item}")).collect();
                format!("  \"{key}\": [\n{}\n  ]", items.join(",\n"))
            }
            value => format!("  \"{key}\": {value}"),
        })
        .collect();
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// A day of the calendar as ISO 8601 writes it ("2025-12-19"); none beyond the years that chrono counts.
pub(super) fn date(day: Day) -> Option<String> {
    NaiveDate::from_num_days_from_ce_opt(day).map(|d| d.to_string())
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect())
}

fn article_value(article: &Article, chronology: &Chronology) -> Value {
    let basis = match chronology.published {
        None => PublishedBasis::None,
        same if same == article.published => article.published_basis,
        Some(_) => PublishedBasis::Reader,
    };
    json!({
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "source": article.source,
        "sha256": article.sha256,
        "language": chronology.language,
        "published": chronology.published.map(|d| d.to_string()),
        "published_basis": published_basis(basis),
        "text": article.text,
        "paragraphs": list(article.paragraphs.iter().map(|p| {
            json!({"number": p.number, "role": paragraph_role(p.role), "start": p.span.start, "end": p.span.end})
        })),
        "sentences": list(chronology.sentences.iter().map(|s| json!([s.start, s.end]))),
    })
}

fn expression(article: &Article, id: usize, expression: &TimeExpression) -> Value {
    json!({
        "id": id,
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.span.of(&article.text),
        "type": time_kind(expression.kind),
        "value": expression.value,
        "mod": expression.modifier.map(modifier),
        "rule": expression.rule,
    })
}

fn event(published: Option<NaiveDate>, event: &Event) -> Value {
    json!({
        "id": event.id,
        "number": event.number,
        "title": event.title,
        "kind": kind(event.kind),
        "mode": event.mode,
        "status": status(event.status),
        "status_word": event.status_word,
        "attribution": event.attribution.as_ref().map(|a| json!({"by": a.by, "hedge": a.hedge})),
        "time": time(published, event.when.as_ref()),
        "places": event.places,
        "participants": event.participants,
        "salience": share(event.salience),
        "confidence": share(event.confidence),
        "evidence": list(event.evidence.iter().map(evidence)),
    })
}

/// The time of an event. An event in the tray has the same keys, all null, and the basis "none".
fn time(published: Option<NaiveDate>, when: Option<&When>) -> Value {
    let on_calendar = when.filter(|w| w.frame == Frame::Calendar);
    let day = |pick: fn(&When) -> Day| on_calendar.and_then(|w| date(pick(w)));
    let from_publication = when.and_then(|w| {
        let origin = match w.frame {
            Frame::Publication => 0,
            Frame::Calendar => published?.num_days_from_ce(),
        };
        Some([w.earliest().checked_sub(origin)?, w.latest().checked_sub(origin)?])
    });
    json!({
        "earliest": day(When::earliest),
        "latest": day(When::latest),
        "start_latest": day(|w| w.start.latest),
        "end_earliest": day(|w| w.end.earliest),
        "approximate": when.map_or([false, false], When::approximate),
        "edtf": when.and_then(edtf),
        "grain": when.map(|w| grain(w.grain)),
        "basis": when.map_or("none", |w| basis(w.basis)),
        "rule": when.and_then(|w| w.rule.as_deref()),
        "expression": when.and_then(|w| w.expression),
        "reason": when.map(|w| w.reason.as_str()),
        "days_from_publication": from_publication,
    })
}

fn evidence(evidence: &Evidence) -> Value {
    json!({
        "start": evidence.span.start,
        "end": evidence.span.end,
        "paragraph": evidence.paragraph,
        "role": evidence_role(evidence.role),
    })
}

fn constraint(constraint: &Constraint) -> Value {
    json!({
        "from": constraint.from,
        "to": constraint.to,
        "relation": relation(constraint.relation),
        "stated": if constraint.span.is_some() { "text" } else { "order" },
        "start": constraint.span.map(|s| s.start),
        "end": constraint.span.map(|s| s.end),
    })
}

fn conflict(conflict: &Conflict) -> Value {
    json!({"events": conflict.events, "text": conflict.text})
}

fn set_aside(aside: &SetAside) -> Value {
    json!({"start": aside.span.start, "end": aside.span.end, "why": aside.why})
}

fn notice(notice: &Notice) -> Value {
    let severity = match notice.severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
    };
    json!({"code": notice.code, "severity": severity, "text": notice.text})
}

/// A share from 0 to 1 in thousandths, so that the last bits of a sum do not show.
fn share(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

fn published_basis(basis: PublishedBasis) -> &'static str {
    match basis {
        PublishedBasis::None => "none",
        PublishedBasis::Metadata => "metadata",
        PublishedBasis::Line => "line",
        PublishedBasis::Dateline => "dateline",
        PublishedBasis::FileName => "file_name",
        PublishedBasis::Reader => "reader",
    }
}

fn paragraph_role(role: ParagraphRole) -> &'static str {
    match role {
        ParagraphRole::Headline => "headline",
        ParagraphRole::Heading => "heading",
        ParagraphRole::Body => "body",
        ParagraphRole::List => "list",
        ParagraphRole::Caption => "caption",
    }
}

fn time_kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
        Modifier::OnOrAfter => "ON_OR_AFTER",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approx => "APPROX",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agree => "agree",
        Kind::Consult => "consult",
        Kind::Support => "support",
        Kind::Concede => "concede",
        Kind::Cooperate => "cooperate",
        Kind::Aid => "aid",
        Kind::Retreat => "retreat",
        Kind::Request => "request",
        Kind::Accuse => "accuse",
        Kind::Reject => "reject",
        Kind::Threaten => "threaten",
        Kind::Protest => "protest",
        Kind::Sanction => "sanction",
        Kind::Mobilize => "mobilize",
        Kind::Coerce => "coerce",
        Kind::Assault => "assault",
        Kind::Other => "other",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Expected => "expected",
        Status::Proposed => "proposed",
        Status::CalledOff => "called_off",
    }
}

fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "day",
        Grain::Weekend => "weekend",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Season => "season",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Explicit => "explicit",
        Basis::Relative => "relative",
        Basis::Order => "order",
        Basis::Convention => "convention",
        Basis::Corrected => "corrected",
    }
}

fn evidence_role(role: EvidenceRole) -> &'static str {
    match role {
        EvidenceRole::Main => "main",
        EvidenceRole::Retelling => "retelling",
        EvidenceRole::Time => "time",
        EvidenceRole::Order => "order",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Before => "before",
        Relation::Same => "same",
        Relation::During => "during",
    }
}
