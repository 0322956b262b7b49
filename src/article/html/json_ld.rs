//! The structured data of a page (schema.org in JSON-LD): headline, dates, publisher, author, address.

use crate::article::draft::one_line;
use serde_json::Value;

/// What one node of the data says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct JsonLd {
    /// Whether it describes an article, not the site or a picture.
    pub is_article: bool,
    pub headline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// The text of the article, which pages drawn by a script often hold only here.
    pub body: Option<String>,
}

/// How deep graphs are followed.
const DEEPEST: usize = 6;
/// How many nodes are kept.
const MOST: usize = 256;

/// Reads the nodes of a script; one that is no JSON says nothing.
pub(super) fn read(script: &str) -> Vec<JsonLd> {
    let bare =
        script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_end_matches("-->").trim_end_matches("//]]>").trim();
    let Ok(value) = serde_json::from_str::<Value>(bare) else { return Vec::new() };
    let mut nodes = Vec::new();
    collect(&value, 0, &mut nodes);
    nodes
}

fn collect(value: &Value, depth: usize, nodes: &mut Vec<JsonLd>) {
    if depth > DEEPEST || nodes.len() >= MOST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|item| collect(item, depth + 1, nodes)),
        Value::Object(map) => {
            nodes.push(node(value));
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
                if let Some(inner) = map.get(key).filter(|v| v.is_object() || v.is_array()) {
                    collect(inner, depth + 1, nodes);
                }
            }
        }
        _ => {}
    }
}

fn node(value: &Value) -> JsonLd {
    let text = |key: &str| value.get(key).and_then(words);
    let is_article = types(value).any(|name| {
        name.ends_with("Article") || name.ends_with("BlogPosting") || matches!(name, "Report" | "LiveBlogPosting" | "NewsArticle")
    });
    JsonLd {
        is_article,
        headline: if is_article { text("headline").or_else(|| text("name")) } else { None },
        published: text("datePublished"),
        modified: text("dateModified"),
        publisher: value.get("publisher").and_then(names).or_else(|| value.get("sourceOrganization").and_then(names)),
        author: value.get("author").and_then(names),
        body: value.get("articleBody").and_then(Value::as_str).filter(|_| is_article).map(unescaped),
        url: if is_article { value.get("mainEntityOfPage").and_then(address).or_else(|| text("url")) } else { None },
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let (one, many) = match value.get("@type") {
        Some(Value::String(name)) => (Some(name.as_str()), &[][..]),
        Some(Value::Array(list)) => (None, list.as_slice()),
        _ => (None, &[][..]),
    };
    one.into_iter().chain(many.iter().filter_map(Value::as_str))
}

/// The words of a string value. Some pages escape HTML inside JSON.
fn words(value: &Value) -> Option<String> {
    let text = one_line(&unescaped(value.as_str()?));
    (!text.is_empty()).then_some(text)
}

/// The name, or the names joined by commas, of people and organisations.
fn names(value: &Value) -> Option<String> {
    let found: Vec<String> = match value {
        Value::Array(list) => list.iter().take(12).filter_map(one_name).collect(),
        other => one_name(other).into_iter().collect(),
    };
    (!found.is_empty()).then(|| found.join(", "))
}

fn one_name(value: &Value) -> Option<String> {
    match value.get("name") {
        Some(Value::Array(list)) => list.first().and_then(words),
        Some(name) => words(name),
        None => words(value),
    }
    .filter(|name| !name.contains("://"))
}

fn address(value: &Value) -> Option<String> {
    words(value.get("@id").or_else(|| value.get("url")).unwrap_or(value))
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
