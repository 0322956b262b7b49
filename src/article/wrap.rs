//! Lines that an editor or a mail program broke are joined again; lines that the writer ended stay apart.

use super::form;
use std::collections::HashSet;

/// A line of a text file, without its white space at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub text: &'a str,
    /// Whether it began with a tab or two spaces and more.
    pub indented: bool,
}

/// How a text file breaks its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Breaking {
    /// The width at which lines were broken, in characters; none where a line is a paragraph.
    pub width: Option<usize>,
    /// Whether paragraphs begin with an indented line.
    pub indents: bool,
}

/// The widest that lines broken by a program are; a longer line is a paragraph of its own.
const WIDEST: usize = 120;
const NARROWEST: usize = 40;

/// Splits a text into runs of lines between blank lines.
pub(super) fn runs(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut runs = vec![Vec::new()];
    for line in text.split('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            if runs.last().is_some_and(|run| !run.is_empty()) {
                runs.push(Vec::new());
            }
        } else if let Some(run) = runs.last_mut() {
            run.push(Line { text: trimmed, indented: line.starts_with('\t') || line.starts_with("  ") });
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Finds out how lines are broken: if nearly every line ends where the next word would have gone past the widest line, a program broke them.
pub(super) fn breaking(runs: &[Vec<Line>]) -> Breaking {
    let lines = || runs.iter().flatten();
    let width = lines().map(|line| line.text.chars().count()).max().unwrap_or(0);
    let (mut pairs, mut full, mut indents, mut flush) = (0usize, 0usize, 0usize, 0usize);
    for run in runs {
        for pair in run.windows(2) {
            pairs += 1;
            full += usize::from(would_overflow(pair[0].text, pair[1].text, width));
            indents += usize::from(pair[1].indented && !pair[0].indented);
            flush += usize::from(!pair[1].indented);
        }
    }
    let wrapped = (NARROWEST..=WIDEST).contains(&width) && pairs >= 3 && full * 10 >= pairs * 6;
    Breaking { width: wrapped.then_some(width), indents: wrapped && indents >= 2 && flush > indents }
}

/// Joins the lines of one run into paragraphs.
pub(super) fn paragraphs(run: &[Line], breaking: Breaking, words: &Words) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last: Option<Line> = None;
    for line in run {
        match (last, out.last_mut()) {
            (Some(before), Some(paragraph)) if !starts_paragraph(before, *line, breaking) => join(paragraph, line.text, words),
            _ => out.push(line.text.to_owned()),
        }
        last = Some(*line);
    }
    out
}

fn starts_paragraph(before: Line, line: Line, breaking: Breaking) -> bool {
    if form::bullet(line.text).is_some() || form::is_rule(line.text) || form::is_rule(before.text) {
        return true;
    }
    if line.text.starts_with(char::is_lowercase) {
        return false;
    }
    if breaking.indents && line.indented && !before.indented {
        return true;
    }
    match breaking.width {
        // A line left short, after the end of a sentence or above a paragraph, was ended by the writer.
        Some(width) => {
            let short = before.text.chars().count() * 10 < width * 7 && !would_overflow(before.text, line.text, width);
            short && form::is_heading(before.text)
        }
        None => {
            let (above, below) = (before.text.chars().count(), line.text.chars().count());
            above > WIDEST && form::ends_sentence(before.text)
                || (above <= 80 && below > WIDEST && form::is_heading(before.text))
                || (above > WIDEST && form::is_heading(line.text))
        }
    }
}

/// Whether the first word of the next line would have gone past the width.
pub(super) fn would_overflow(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, |w| w.chars().count());
    // Programs count differently (bytes, a trailing space): two characters of grace.
    line.chars().count() + 1 + word + 2 > width
}

/// Adds a line to a paragraph; a word hyphenated at the break is made whole where the text writes it so elsewhere.
pub(super) fn join(paragraph: &mut String, line: &str, words: &Words) {
    let broken =
        paragraph.ends_with('-') && paragraph[..paragraph.len() - 1].ends_with(char::is_alphabetic) && line.starts_with(char::is_lowercase);
    if !broken {
        paragraph.push(' ');
    } else if words.makes_one_word(paragraph, line) {
        paragraph.pop();
    }
    paragraph.push_str(line);
}

/// The words of a text that stand inside its lines, to tell "negoti-/ations" from "long-/term".
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

impl Words {
    /// Collects the words only where a line ends with a hyphen: few texts need them.
    pub fn of(text: &str) -> Self {
        if !text.contains("-\n") {
            return Self::default();
        }
        Self(text.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 3).map(str::to_lowercase).collect())
    }

    fn makes_one_word(&self, before: &str, after: &str) -> bool {
        let before = before.trim_end_matches('-');
        let first = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let second = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        self.0.contains(&format!("{first}{second}").to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let runs = runs(text);
        let breaking = breaking(&runs);
        let words = Words::of(text);
        runs.iter().flat_map(|run| paragraphs(run, breaking, &words)).collect()
    }

    #[test]
    fn lines_broken_by_a_program_are_joined() {
        let text = "The ministers of the two states met in Geneva on Monday and\nagreed to meet again before the end of the month. They\nspoke of prisoners, of borders and of the long-\nterm settlement that both say they want.\n\nNothing was signed.";
        assert_eq!(
            joined(text),
            [
                "The ministers of the two states met in Geneva on Monday and agreed to meet again before the end of the month. They spoke of prisoners, of borders and of the long-term settlement that both say they want.",
                "Nothing was signed."
            ]
        );
    }

    #[test]
    fn a_word_broken_at_the_line_end_is_made_whole_if_the_text_knows_it() {
        let text = "The negotiations in Geneva went on for a third day, and the negoti-\nations will be taken up again on Friday, said the spokesman for the\nhosts, who did not wish to say more of them before the guests had\nleft the city.";
        assert!(joined(text)[0].contains("and the negotiations will be taken up"));
    }

    #[test]
    fn a_block_of_short_sentences_stays_one_paragraph() {
        assert_eq!(
            joined("They met on Monday.\nThey will meet again on Friday.\n\nThat is all."),
            ["They met on Monday. They will meet again on Friday.", "That is all."]
        );
    }

    #[test]
    fn long_lines_without_blank_lines_between_are_paragraphs() {
        let long = "The ministers of the two states met in Geneva on Monday and agreed to meet again before the end of the month, as both of their offices confirmed in the evening.";
        assert_eq!(joined(&format!("{long}\n{long}\n\n{long}")).len(), 3);
    }

    #[test]
    fn indented_lines_begin_paragraphs() {
        let text = "   The ministers of the two states met in Geneva on Monday and\nagreed to meet again before the end of the month, as was told.\n   They spoke of prisoners and of borders, and of the settlement\nthat both say they want, before the end of the year is reached.\n   Nothing was signed on that day, and nothing is to be expected\nbefore the leaders themselves have met.";
        assert_eq!(joined(text).len(), 3);
    }
}
