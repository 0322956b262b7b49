//! "By Ann Lee", "Ned Price, Department Spokesperson", "Office of the Spokesperson": who signs an article.

use super::form;

/// Reads a line that names the writer or the office that signs. The name comes without "By" and without the date that may follow.
pub(super) fn byline(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches(['—', '–', '-']).trim();
    if line.chars().count() > 120 || form::ends_like_text(line) {
        return None;
    }
    written_by(line).or_else(|| office(line)).or_else(|| name_and_title(line))
}

/// The writer as a metadata field or a line tells: without "By", without links and addresses.
pub(super) fn author(field: &str) -> Option<String> {
    let field = super::draft::one_line(field);
    let name = strip_by(&field).unwrap_or(&field).trim().trim_end_matches([',', '|', ';']).trim();
    let is_name =
        !name.is_empty() && name.chars().count() <= 120 && form::has_letters(name) && !name.contains("://") && !name.starts_with("www.");
    is_name.then(|| name.to_owned())
}

fn strip_by(line: &str) -> Option<&str> {
    ["written by ", "reported by ", "reporting by ", "story by ", "by: ", "by "]
        .iter()
        .find_map(|label| line.get(..label.len()).filter(|start| start.eq_ignore_ascii_case(label)).and(line.get(label.len()..)))
}

/// "By Ann Lee and Bo Berg in Geneva", "BY ANN LEE". Every word is a name, or joins names.
fn written_by(line: &str) -> Option<String> {
    let rest = strip_by(line)?.trim();
    let words: Vec<&str> = rest.split_whitespace().collect();
    let joins = |word: &str| {
        matches!(
            word,
            "and"
                | "in"
                | "for"
                | "of"
                | "with"
                | "the"
                | "at"
                | "de"
                | "van"
                | "von"
                | "der"
                | "al"
                | "bin"
                | "&"
                | "|"
                | "-"
                | "–"
                | "—"
                | "•"
                | "·"
        )
    };
    let named = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let fits = (1..=14).contains(&words.len())
        && named > 0
        && words.iter().all(|word| joins(word) || word.starts_with(char::is_uppercase) || word.starts_with('@'));
    let first_is_name = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    // "By Monday", "By Land and Sea" head a part of the text: a writer has a first and a last name, or stands with an office.
    (fits && first_is_name && named >= 2 && words.first().is_none_or(|w| super::date_form::weekday(w).is_none())).then(|| rest.to_owned())
}

/// "Office of the Spokesperson", "Press Service of the President": the office alone, without a verb.
fn office(line: &str) -> Option<String> {
    let starts = [
        "office of ",
        "press office",
        "press service",
        "press and information office",
        "bureau of ",
        "permanent mission of ",
        "embassy of ",
        "spokesperson for ",
        "spokesperson of ",
        "spokesperson's office",
        "information department",
    ];
    let lower = line.to_lowercase();
    (starts.iter().any(|s| lower.starts_with(s)) && line.split_whitespace().count() <= 9).then(|| line.to_owned())
}

/// "Antony J. Blinken, Secretary of State": two to four words of a name, a comma, and a title.
fn name_and_title(line: &str) -> Option<String> {
    const TITLES: &[&str] = &[
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "secretary",
        "minister",
        "ambassador",
        "correspondent",
        "editor",
        "reporter",
        "envoy",
        "commissioner",
        "representative",
        "columnist",
    ];
    let (name, title) = line.split_once(", ")?;
    let names: Vec<&str> = name.split_whitespace().collect();
    let is_name = (2..=4).contains(&names.len()) && names.iter().all(|w| w.starts_with(char::is_uppercase) && !w.ends_with(':'));
    let words: Vec<String> = title.split_whitespace().map(|w| w.trim_matches(',').to_lowercase()).collect();
    let is_title = words.len() <= 9 && words.iter().any(|w| TITLES.contains(&w.as_str()));
    let is_plain = title
        .split_whitespace()
        .all(|w| w.starts_with(char::is_uppercase) || matches!(w, "of" | "for" | "the" | "and" | "to" | "at" | "in"));
    (is_name && is_title && is_plain).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signs_is_read() {
        for (line, name) in [
            ("By Ann Lee", "Ann Lee"),
            ("BY ANN LEE AND BO BERG", "ANN LEE AND BO BERG"),
            ("by Ann Lee in Geneva", "Ann Lee in Geneva"),
            ("Written by Ann van der Lee", "Ann van der Lee"),
            ("Office of the Spokesperson", "Office of the Spokesperson"),
            ("Ann B. Lee, Department Spokesperson", "Ann B. Lee, Department Spokesperson"),
            ("Ann Lee, Secretary of State", "Ann Lee, Secretary of State"),
        ] {
            assert_eq!(byline(line).as_deref(), Some(name));
        }
    }

    #[test]
    fn text_that_begins_like_a_byline_is_not_one() {
        for line in [
            "By the time the city woke, the talks were over.",
            "By not talking about it",
            "By Monday",
            "By land and sea",
            "Paris, by way of Congress",
            "Lavrov in Africa, Erdoğan to Sochi",
            "Office of the President says no deal was made with anybody about anything",
            "Ministers meet, secretary says",
            "",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn metadata_names_lose_their_by_and_addresses_are_no_names() {
        assert_eq!(author(" By Ann  Lee, ").as_deref(), Some("Ann Lee"));
        assert_eq!(author("https://www.example.org/ann"), None);
        assert_eq!(author(" "), None);
    }
}
