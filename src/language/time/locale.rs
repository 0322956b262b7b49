//! Whether a document writes the day or the month first in "2/3/2004".

use crate::language::Document;
use crate::language::token::TokenKind;

/// Whether the day comes first: a date that can only be read so, else the way it writes other dates ("3 May", "May 3"), else American.
pub fn day_first(document: &Document) -> bool {
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
                    (true, false) => return true,
                    (false, true) => return false,
                    _ => {}
                }
            }
            if word.len() <= 2 {
                day += u32::from(MONTHS.contains(&document.lower(index + 1)));
                month += u32::from(index > 0 && MONTHS.contains(&document.lower(index - 1)));
            }
        }
    }
    day > month
}
