//! Whether the day or the month stands first in "2/3/2004".

use crate::language::Document;
use crate::language::token::TokenKind;
use serde::{Deserialize, Serialize};

/// How a date is read that numbers write so that either of two may be the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// As the other dates of the text are written, else as Americans write; typed by a reader, not at all.
    #[default]
    #[serde(alias = "ask")]
    Automatic,
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    /// Whether the day comes first; none where that was not chosen.
    pub fn day_first(self) -> Option<bool> {
        match self {
            Self::Automatic => None,
            Self::DayFirst => Some(true),
            Self::MonthFirst => Some(false),
        }
    }
}

/// Whether the day comes first: as the reader chose, else as the document writes its other dates, else American.
pub fn day_first(document: &Document) -> bool {
    document.date_order.day_first().or_else(|| written(document)).unwrap_or(false)
}

/// How the order of an ambiguous date came about, to follow its reason; none for words that can only be read in one way.
pub fn told(document: &Document, words: &str) -> Option<&'static str> {
    let [a, b, _] = super::lexicon::slash_parts(words).filter(|_| words.contains('/'))?;
    if !(1..=12).contains(&a) || !(1..=12).contains(&b) || a == b || words.split('/').next().is_some_and(|year| year.len() == 4) {
        return None;
    }
    Some(match (document.date_order.day_first(), written(document)) {
        (Some(true), _) => "the day read first, as set in the settings",
        (Some(false), _) => "the month read first, as set in the settings",
        (None, Some(true)) => "the day read first, as in the other dates of the text",
        (None, Some(false)) => "the month read first, as in the other dates of the text",
        (None, None) => "the month read first, as Americans write",
    })
}

/// Whether the document writes the day first: by a date that can only be read so, else by the way it writes others ("3 May", "May 3");
/// none where nothing tells.
fn written(document: &Document) -> Option<bool> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let (mut day, mut month) = (0, 0);
    for (index, token) in document.tokens.iter().enumerate() {
        if token.kind == TokenKind::Number {
            let word = document.lower(index);
            if let Some([a, b, c]) = super::lexicon::slash_parts(word).filter(|_| word.contains('/'))
                && c > 31
            {
                match (a > 12, b > 12) {
                    (true, false) => return Some(true),
                    (false, true) => return Some(false),
                    _ => {}
                }
            }
            if word.len() <= 2 {
                day += u32::from(MONTHS.contains(&document.lower(index + 1)));
                month += u32::from(index > 0 && MONTHS.contains(&document.lower(index - 1)));
            }
        }
    }
    (day != month).then_some(day > month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// The day and the reason of the last time expression of a text.
    fn read(text: &str, order: DateOrder) -> (String, String) {
        let article = article::load(format!("Talks\n\n{text}").as_bytes(), "a.txt").unwrap();
        let document = Document { date_order: order, ..Document::new(&article) };
        let expression = super::super::read(&document, None).pop().unwrap();
        (expression.value, expression.reason)
    }

    #[test]
    fn an_ambiguous_date_is_read_as_chosen_and_says_so() {
        let text = "The ministers of Peru and Chile met in Lima on 3/5/2014.";
        for (order, value, told) in [
            (DateOrder::Automatic, "2014-03-05", "the month read first, as Americans write"),
            (DateOrder::DayFirst, "2014-05-03", "the day read first, as set in the settings"),
            (DateOrder::MonthFirst, "2014-03-05", "the month read first, as set in the settings"),
        ] {
            assert_eq!(read(text, order), (value.to_owned(), format!("“3/5/2014” is a date of the calendar, {told}")));
        }
        let (value, reason) = read("They met on 12 May. They met again on 3/5/2014.", DateOrder::Automatic);
        assert_eq!((value.as_str(), reason.ends_with("as in the other dates of the text")), ("2014-05-03", true), "{reason}");
    }

    #[test]
    fn a_date_that_can_only_be_read_in_one_way_is_read_so() {
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
            let (value, reason) = read("The ministers met in Lima on 3/25/2014.", order);
            assert_eq!((value.as_str(), reason.as_str()), ("2014-03-25", "“3/25/2014” is a date of the calendar"));
        }
    }
}
