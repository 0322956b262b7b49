//! The head of a Markdown file: YAML between `---` lines or TOML between `+++` lines, of which the top-level scalars are read.

use super::draft::{Metadata, StatedDay};
use super::{PublishedBasis, byline, date_form};

/// Parts a text into its front matter and the rest. A rule that only looks like front matter stays in the text.
pub(super) fn split(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    let text = text.trim_start_matches('\n');
    let (fence, toml) = match text.lines().next()?.trim_end() {
        "---" => ("---", false),
        "+++" => ("+++", true),
        _ => return None,
    };
    let after = text.split_once('\n')?.1;
    let mut at = 0;
    for line in after.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (!toml && bare == "...") {
            let fields = fields(&after[..at], if toml { '=' } else { ':' })?;
            return Some((fields, &after[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// What the fields say of the article.
pub(super) fn metadata(fields: &[(String, String)]) -> Metadata {
    let get = |names: &[&str]| {
        names.iter().find_map(|name| fields.iter().find(|(key, _)| key == name)).map(|(_, value)| value.clone()).filter(|v| !v.is_empty())
    };
    let day = |names: &[&str]| {
        let name = names.iter().find(|name| fields.iter().any(|(key, value)| key == *name && date_form::metadata_day(value).is_some()))?;
        let value = get(&[name])?;
        let words = format!("{name}: {value}");
        Some(StatedDay {
            day: date_form::metadata_day(&value)?,
            basis: PublishedBasis::Metadata,
            words,
            universal: date_form::is_universal_time(&value),
        })
    };
    Metadata {
        title: get(&["title", "headline"]),
        publisher: get(&["publisher", "site", "publication", "source", "site_name"]).filter(|name| !name.contains("://")),
        author: get(&["author", "authors", "byline", "by"]).and_then(|name| byline::author(&name)),
        url: get(&["url", "link", "canonical", "canonical_url", "source_url", "source"])
            .filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        published: day(&["date", "published", "datepublished", "published_at", "pubdate", "publishdate"]).into_iter().collect(),
        modified: day(&["updated", "lastmod", "modified", "datemodified", "last_modified_at"]),
    }
}

/// Keys of which front matter has at least one; a paragraph between two rules has none.
const KNOWN: &[&str] = &[
    "title",
    "headline",
    "date",
    "published",
    "author",
    "authors",
    "byline",
    "publisher",
    "site",
    "source",
    "url",
    "link",
    "layout",
    "slug",
    "tags",
    "categories",
    "category",
    "description",
    "summary",
    "draft",
    "lang",
    "language",
    "permalink",
    "updated",
    "lastmod",
];

/// Top-level `key: value` lines; lists are joined with commas, deeper levels skipped. None if any line fits nothing.
fn fields(head: &str, sign: char) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut inside_table = false;
    for line in head.lines() {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        if sign == '=' && bare.starts_with('[') && bare.ends_with(']') && !bare.contains('=') {
            inside_table = true;
            continue;
        }
        let deeper = line.starts_with([' ', '\t']);
        if let Some(item) = bare.strip_prefix("- ").filter(|_| sign == ':') {
            let item = item.strip_prefix("name:").unwrap_or(item);
            let (_, value) = fields.last_mut()?;
            if !value.is_empty() {
                value.push_str(", ");
            }
            value.push_str(&scalar(item));
            continue;
        }
        if deeper || inside_table {
            // What is nested under `author:` may still be the name; anything else deeper says nothing here.
            if let (Some((_, name)), Some((_, value))) = (bare.split_once(sign).filter(|(key, _)| key.trim() == "name"), fields.last_mut())
                && value.is_empty()
            {
                *value = scalar(name);
            } else if let Some((_, value)) =
                fields.last_mut().filter(|(_, value)| value == ">" || value == "|" || (!value.is_empty() && !bare.contains(sign)))
            {
                *value = format!("{} {}", value.trim_start_matches(['>', '|']), scalar(bare)).trim().to_owned();
            }
            continue;
        }
        let (key, value) = bare.split_once(sign)?;
        let key = key.trim().trim_matches('"');
        if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ')) || key.split(' ').count() > 2 {
            return None;
        }
        fields.push((key.to_lowercase(), scalar(value)));
    }
    fields.iter().any(|(key, _)| KNOWN.contains(&key.as_str())).then_some(fields)
}

/// A value without its quotes and brackets, comments and escapes.
fn scalar(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            let end = rest.char_indices().rev().find(|(_, c)| *c == quote).map_or(rest.len(), |(at, _)| at);
            let inner = &rest[..end];
            return if quote == '"' { inner.replace("\\\"", "\"").replace("\\\\", "\\") } else { inner.replace("''", "'") };
        }
    }
    if let Some(list) = value.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
        return list.split(',').map(scalar).filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ");
    }
    let end = value.find(" #").unwrap_or(value.len());
    value[..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_scalars_are_read() {
        let text = "---\ntitle: \"Talks: the \\\"last\\\" round\"\ndate: 2014-05-03T10:00:00Z # as filed\nauthors:\n  - Ann Lee\n  - Bo Berg\nsite: 'Lake Courier'\nurl: https://example.org/talks\nlastmod: 2014-05-04\n---\n\nThey met.";
        let (fields, rest) = split(text).unwrap();
        let metadata = metadata(&fields);
        assert_eq!(rest.trim(), "They met.");
        assert_eq!(metadata.title.as_deref(), Some("Talks: the \"last\" round"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Lee, Bo Berg"));
        assert_eq!(metadata.publisher.as_deref(), Some("Lake Courier"));
        assert_eq!(metadata.url.as_deref(), Some("https://example.org/talks"));
        assert_eq!(metadata.published[0].day.to_string(), "2014-05-03");
        assert_eq!(metadata.modified.unwrap().day.to_string(), "2014-05-04");
    }

    #[test]
    fn toml_scalars_are_read() {
        let (fields, rest) =
            split("+++\ntitle = \"Talks\"\ndate = 2014-05-03\nauthor = \"Ann Lee\"\n[params]\ndate = 1999-01-01\n+++\nThey met.").unwrap();
        let metadata = metadata(&fields);
        assert_eq!((metadata.title.as_deref(), metadata.author.as_deref(), rest), (Some("Talks"), Some("Ann Lee"), "They met."));
        assert_eq!(metadata.published[0].day.to_string(), "2014-05-03");
    }

    #[test]
    fn a_nested_name_is_the_author() {
        let (fields, _) = split("---\nauthor:\n  name: Ann Lee\n  twitter: ann\ntags: [a, b]\n---\n").unwrap();
        assert_eq!(metadata(&fields).author.as_deref(), Some("Ann Lee"));
    }

    #[test]
    fn a_rule_stays_in_the_text() {
        for text in [
            "---\n\nThe ministers met: they spoke.\n\n---\n\nMore.",
            "---\nThe ministers met.\n---\n",
            "---\nno end",
            "--- \n---\n",
            "Talks\n---\n",
            "+++\n+++",
            "",
        ] {
            assert!(split(text).is_none(), "{text}");
        }
    }
}
