//! Markwhen: a plain range a line, the exact form as a property.

use super::{Data, attribution, calendar, main_quote, status, undated};
use crate::article::Article;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Chronology, dates};
use crate::export::edtf::edtf;
use chrono::Datelike;

/// Events that have calendar days, each with its EDTF form, status, kind, reason and main quote.
pub fn markwhen(article: &Article, chronology: &Chronology, language: DateLanguage) -> Data {
    let mut text = format!("title: {}\n", yaml(&article.title));
    let mut without = Vec::new();
    for event in &chronology.events {
        let Some((first, last)) = calendar(event.when.as_ref()).filter(|(a, b)| a.year() >= 1 && b.year() <= 9999) else {
            without.push(event);
            continue;
        };
        let range = if first == last { first.to_string() } else { format!("{first} / {last}") };
        text.push_str(&format!("\n{range}: {} #{} #{}\n", line(&event.title), super::kind(event.kind), status(event.status)));
        if let Some(form) = event.when.as_ref().and_then(edtf) {
            text.push_str(&format!("edtf: {}\n", yaml(&form)));
        }
        if let Some(when) = &event.when {
            text.push_str(&format!("when: {}\nreason: {}\n", yaml(&dates::when_in(when, language)), yaml(&when.reason)));
        }
        if let Some(by) = attribution(event) {
            text.push_str(&format!("attribution: {}\n", yaml(&by)));
        }
        let (quote, paragraph) = main_quote(article, event);
        if !quote.is_empty() {
            text.push_str(&format!("\n“{}”{}\n", line(quote), paragraph.map(|p| format!(" ¶{p}")).unwrap_or_default()));
        }
    }
    let mut lost: Vec<String> = undated(&without).into_iter().collect();
    lost.push("Markwhen draws a range as lasting throughout: what is only some day in it stands in the property edtf".to_owned());
    Data { text, lost }
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('#', "＃")
}

/// A YAML scalar in double quotes; JSON strings are YAML.
fn yaml(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
