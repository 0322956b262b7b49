//! A line in the runs that it is shaped in: by direction, as the Unicode Bidirectional Algorithm (UAX 9) orders them, and by the font that
//! has their letters.

use std::ops::Range;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A stretch of one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub right_to_left: bool,
}

fn is_strong_right(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Whether any of a text runs from right to left.
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_strong_right)
}

/// Whether a line as a whole runs from right to left: most of its letters do. An English title that begins with an Arabic name stays
/// an English title.
pub fn is_right_to_left(text: &str) -> bool {
    if !has_right_to_left(text) {
        return false;
    }
    let right = text.chars().filter(|c| is_strong_right(*c)).count();
    right > text.chars().filter(|c| bidi_class(*c) == BidiClass::L).count()
}

/// The runs of a line from left to right as they are seen.
pub fn runs(text: &str) -> Vec<Run> {
    if !has_right_to_left(text) {
        return vec![Run { range: 0..text.len(), right_to_left: false }];
    }
    let base = if is_right_to_left(text) { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(base));
    let mut all = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        all.extend(runs.into_iter().map(|range| {
            let right_to_left = levels.get(range.start).is_some_and(Level::is_rtl);
            Run { range, right_to_left }
        }));
    }
    all
}

/// Marks the direction of a line for programs that order text themselves and take every line for one from left to right.
pub fn isolated(text: &str) -> std::borrow::Cow<'_, str> {
    if is_right_to_left(text) { format!("\u{2067}{text}\u{2069}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<&str> {
        runs(text).into_iter().map(|run| &text[run.range]).collect()
    }

    #[test]
    fn a_name_in_an_english_line_keeps_its_place_there() {
        assert_eq!(seen("محمد بن سلمان visits Cairo"), ["محمد بن سلمان", " visits Cairo"]);
        assert_eq!(seen("Talks with יצחק הרצוג in Oslo"), ["Talks with ", "יצחק הרצוג", " in Oslo"]);
        assert_eq!(runs("Talks with יצחק הרצוג in Oslo").iter().map(|r| r.right_to_left).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn a_line_that_is_mostly_arabic_begins_at_the_right() {
        assert_eq!(seen("الملك عبدالله يزور NATO غداً."), [" غداً.", "NATO", "الملك عبدالله يزور "]);
        assert!(is_right_to_left("الملك عبدالله يزور NATO غداً."));
        assert!(isolated("הסכם").starts_with('\u{2067}'));
    }

    #[test]
    fn numbers_in_it_keep_their_own_order() {
        assert_eq!(seen("قمة 2025"), ["2025", "قمة "]);
        assert_eq!(seen("Talks 2025"), ["Talks 2025"]);
    }
}
