//! A table of events (CSV with a header): each row becomes a paragraph, and keeps its cells for the chronology.

use super::{Article, Notice, Paragraph, ParagraphRole, Severity, TextSpan};
use serde::{Deserialize, Serialize};

/// The cells of one event in a table, as they are written there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Row {
    pub title: String,
    /// ISO 8601: a day, a month or a year.
    pub start: String,
    pub end: String,
    pub places: Vec<String>,
    pub participants: Vec<String>,
    pub kind: String,
    pub mode: String,
    pub status: String,
    /// The paragraph that tells it.
    pub paragraph: TextSpan,
}

/// What a column holds, by the names that headers give it.
const COLUMNS: [(&str, &[&str]); 9] = [
    ("title", &["title", "event", "name", "headline", "what"]),
    ("start", &["start", "date", "begin", "from", "start_date", "start date", "when"]),
    ("end", &["end", "to", "until", "end_date", "end date"]),
    ("places", &["places", "place", "location", "where"]),
    ("participants", &["participants", "participant", "people", "who", "actors"]),
    ("kind", &["kind", "type", "category"]),
    ("mode", &["mode"]),
    ("status", &["status"]),
    ("text", &["text", "description", "note", "notes", "quote"]),
];

/// Reads a table of events; none where the text is no such table: its header names neither a title nor a date.
pub(super) fn read(text: &str, source: &str, sha256: String) -> Option<Article> {
    let header = text.lines().next()?;
    let separator = [',', ';', '\t'].into_iter().max_by_key(|c| header.matches(*c).count()).filter(|c| header.contains(*c))?;
    let mut records = records(text, separator);
    let header: Vec<String> = records.next()?.iter().map(|c| c.trim().trim_start_matches('\u{feff}').to_lowercase()).collect();
    let column = |what: &str| {
        let (_, names) = COLUMNS.iter().find(|(name, _)| *name == what)?;
        header.iter().position(|cell| names.contains(&cell.as_str()))
    };
    let (title, start) = (column("title")?, column("start")?);
    let others = ["end", "places", "participants", "kind", "mode", "status", "text"].map(column);
    let mut article = Article {
        title: source.rsplit_once('.').map_or(source, |(name, _)| name).to_owned(),
        source: source.to_owned(),
        sha256,
        ..Article::default()
    };
    let mut untitled: Vec<usize> = Vec::new();
    for (number, record) in (1..).zip(records) {
        let cell = |at: usize| record.get(at).map_or("", |c| c.trim());
        let [end, places, participants, kind, mode, status, told] = others.map(|at| at.map_or("", cell));
        if cell(title).is_empty() {
            // A line without any cell is only room between rows.
            if record.iter().any(|c| !c.trim().is_empty()) {
                untitled.push(number);
            }
            continue;
        }
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let from = article.text.len();
        article.text.push_str(&words(cell(title)));
        if !told.is_empty() {
            article.text.push_str(if cell(title).ends_with(['.', '!', '?']) { " " } else { ". " });
            article.text.push_str(&words(told));
        }
        let paragraph = TextSpan::new(from, article.text.len());
        let number = u32::try_from(article.paragraphs.len() + 1).ok();
        article.paragraphs.push(Paragraph { span: paragraph, role: ParagraphRole::List, number });
        article.rows.push(Row {
            title: words(cell(title)),
            start: cell(start).to_owned(),
            end: end.to_owned(),
            places: list(places),
            participants: list(participants),
            kind: kind.to_owned(),
            mode: mode.to_owned(),
            status: status.to_owned(),
            paragraph,
        });
    }
    article.notices.extend(left_out(&untitled));
    (!article.rows.is_empty()).then_some(article)
}

/// Says which lines of the table, counted without its header, were left out for want of a title.
fn left_out(lines: &[usize]) -> Option<Notice> {
    const FIRST: usize = 5;
    let first: Vec<String> = lines.iter().take(FIRST).map(ToString::to_string).collect();
    let (what, more) = (if lines.len() == 1 { "row has" } else { "rows have" }, if lines.len() > FIRST { " and more" } else { "" });
    (!lines.is_empty()).then(|| Notice {
        code: "rows-without-title",
        severity: Severity::Warning,
        text: format!("{} {what} no title and were left out ({}{more})", lines.len(), first.join(", ")),
    })
}

/// Without line breaks and doubled blanks.
fn words(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a cell lists: parted by semicolons where it has any, else by commas outside brackets.
fn list(cell: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0;
    let separator = if cell.contains(';') { ';' } else { ',' };
    for c in cell.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if c == separator && depth <= 0 {
            found.push(String::new());
        } else if let Some(last) = found.last_mut() {
            last.push(c);
        }
    }
    found.iter().map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
}

/// The records of a CSV text (RFC 4180).
fn records(text: &str, separator: char) -> impl Iterator<Item = Vec<String>> + '_ {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        chars.peek()?;
        let mut record = vec![String::new()];
        let mut quoted = false;
        while let Some(c) = chars.next() {
            let cell = record.last_mut()?;
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if cell.is_empty() => quoted = true,
                '\n' if !quoted => break,
                '\r' if !quoted => {}
                c if c == separator && !quoted => record.push(String::new()),
                c => cell.push(c),
            }
        }
        Some(record)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_paragraphs_and_keep_their_cells() {
        let csv = "title,start,end,places,participants\n\"Prado visits \"\"old\"\" Oslo\",2014-05-03,2014-05-04,\"Oslo (Old Town, east), Norway\",Ana Prado\n\nTalks,2014-06,,Vienna,\n";
        let article = read(csv, "visits.csv", String::new()).unwrap();
        assert_eq!(article.title, "visits");
        assert_eq!(article.rows.len(), 2);
        assert_eq!(article.rows[0].title, "Prado visits \"old\" Oslo");
        assert_eq!(article.rows[0].places, ["Oslo (Old Town, east)", "Norway"]);
        assert_eq!(article.rows[1].paragraph.of(&article.text), "Talks");
        assert_eq!(article.paragraphs[1].number, Some(2));
    }

    #[test]
    fn rows_without_a_title_are_told_of() {
        let article = read("title,start\n,2014-05-03\nTalks,2014-06\n\n,2014-07\n", "visits.csv", String::new()).unwrap();
        assert_eq!(article.rows.len(), 1);
        assert_eq!(article.notices[0].text, "2 rows have no title and were left out (1, 4)");
    }

    #[test]
    fn prose_with_commas_is_no_table() {
        for text in ["In May, the ministers met, and talked.\n\nThey parted.", "name,price\nbread,3", "title\nno date"] {
            assert_eq!(read(text, "a.txt", String::new()), None, "{text}");
        }
    }

    #[test]
    fn broken_tables_never_panic() {
        for text in ["title,start", "title,start\n\"open", "title,start\n,,,\n\n\"\",\"\"", "title;start\nA;2014\u{feff}"] {
            let _ = read(text, "a.csv", String::new());
        }
    }
}
