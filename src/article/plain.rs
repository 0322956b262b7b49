//! Plain text to paragraphs: one per block between blank lines, or one per line where no line is blank.

use super::draft::{Block, Draft};
use super::wrap::{self, Breaking, Line, Words};
use super::{ParagraphRole, byline, date_line, dateline, form};

/// Reads plain text. The headline is the first line, where it is short and does not end as a sentence does.
pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft { blocks: blocks(text), ..Draft::default() };
    mark_headline(&mut draft.blocks);
    draft
}

/// Splits a text into paragraphs and gives each the role that it looks to have; the headline is not told apart.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let runs = wrap::runs(text);
    let breaking = wrap::breaking(&runs);
    let words = Words::of(text);
    let mut blocks = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        let paragraphs = match (runs.len(), place) {
            (1, _) if breaking.width.is_none() => run.iter().map(|line| line.text.to_owned()).collect(),
            (_, 0) => top(run, breaking, &words),
            _ => wrap::paragraphs(run, breaking, &words),
        };
        push_all(&mut blocks, paragraphs);
    }
    demote_trailing_headings(&mut blocks);
    blocks
}

/// Paragraphs out of text whose line breaks stand inside one element (`<br>`, `<pre>`, a hard break): body, or items where each line is marked.
pub(super) fn broken_lines(text: &str) -> Vec<Block> {
    if !text.trim().contains('\n') {
        return vec![Block::new(ParagraphRole::Body, text)];
    }
    let runs = wrap::runs(text);
    let (breaking, words) = (wrap::breaking(&runs), Words::of(text));
    let mut blocks = Vec::new();
    for run in &runs {
        push_all(&mut blocks, wrap::paragraphs(run, breaking, &words));
    }
    for block in blocks.iter_mut().filter(|b| b.role == ParagraphRole::Heading) {
        block.role = ParagraphRole::Body;
    }
    blocks
}

/// Gives the first paragraph the headline's role where it looks like one and text follows. A rubric or a button above it is none.
pub(super) fn mark_headline(blocks: &mut [Block]) {
    let above = blocks.iter().take(3).take_while(|b| form::is_rubric(&b.text) || form::is_interface(&b.text)).count();
    let followed = blocks.len() > above + 1;
    let Some(first) = blocks.get_mut(above).filter(|_| followed) else { return };
    let apparatus = is_apparatus(&first.text) || dateline::dateline(&first.text).is_some();
    if matches!(first.role, ParagraphRole::Body | ParagraphRole::Heading) && form::is_headline(&first.text) && !apparatus {
        first.role = ParagraphRole::Headline;
        for block in &mut blocks[..above] {
            block.role = ParagraphRole::Caption;
        }
    }
}

/// A line that says who or when.
fn is_apparatus(line: &str) -> bool {
    byline::byline(line).is_some() || date_line::date_line(line).is_some()
}

fn push_all(blocks: &mut Vec<Block>, paragraphs: Vec<String>) {
    let items = paragraphs.iter().filter(|p| form::bullet(p).is_some()).count();
    for paragraph in paragraphs {
        if form::is_rule(&paragraph) {
            continue;
        }
        let is_item = form::bullet(&paragraph).is_some_and(|_| items >= 2 || goes_on_as_list(blocks, &paragraph));
        blocks.push(if is_item {
            let words = form::bullet(&paragraph).unwrap_or(&paragraph).to_owned();
            Block::new(ParagraphRole::List, words)
        } else if form::is_heading(&paragraph) {
            Block::new(ParagraphRole::Heading, paragraph)
        } else {
            Block::new(ParagraphRole::Body, paragraph)
        });
    }
}

/// A marked paragraph alone is an item if one stands just before it, or if its mark is one that only lists have.
fn goes_on_as_list(blocks: &[Block], paragraph: &str) -> bool {
    let after_item = blocks.last().is_some_and(|b| b.role == ParagraphRole::List);
    (after_item && !paragraph.starts_with(['–', '—']))
        || paragraph.starts_with(['•', '‣', '▪', '●', '*', '-', '■', '►'])
        || form::numbered(paragraph).is_some_and(|(number, _)| number == 1)
}

/// A heading heads something: at the end of the text it is a closing line.
pub(super) fn demote_trailing_headings(blocks: &mut [Block]) {
    for block in blocks.iter_mut().rev() {
        if block.role != ParagraphRole::Heading {
            break;
        }
        block.role = ParagraphRole::Body;
    }
}

/// The first block may hold headline, byline and date line one below the other, or be a paragraph.
fn top(run: &[Line], breaking: Breaking, words: &Words) -> Vec<String> {
    if breaking.width.is_some() || run.len() < 2 {
        return split_apparatus(wrap::paragraphs(run, breaking, words), run);
    }
    let says_who_or_when = |line: &Line| is_apparatus(line.text) || dateline::dateline(line.text).is_some();
    let (first, rest) = (run[0].text, &run[1..]);
    let stands_alone =
        form::is_headline(first) && (rest.iter().any(says_who_or_when) || rest.iter().any(|l| l.text.len() > 2 * first.len().max(50)));
    let all_short =
        run.iter().all(|line| line.text.chars().count() <= 100) && run.last().is_some_and(|line| !form::ends_like_text(line.text));
    if !stands_alone && !all_short {
        return wrap::paragraphs(run, breaking, words);
    }
    let mut out: Vec<String> = Vec::new();
    for line in run {
        let goes_on = out.last().is_some_and(|before| !says_who_or_when(line) && runs_on(before, line.text));
        match out.last_mut() {
            Some(before) if goes_on => wrap::join(before, line.text, words),
            _ => out.push(line.text.to_owned()),
        }
    }
    out
}

/// In a text with broken lines, the lines of the first block that say who and when are their own paragraphs.
fn split_apparatus(joined: Vec<String>, run: &[Line]) -> Vec<String> {
    if run.len() < 2 || !run.iter().skip(1).any(|line| is_apparatus(line.text)) {
        return joined;
    }
    let mut out: Vec<String> = Vec::new();
    let mut before_is_apparatus = false;
    for line in run {
        let apparatus = is_apparatus(line.text);
        match out.last_mut() {
            Some(before) if !apparatus && !before_is_apparatus => {
                before.push(' ');
                before.push_str(line.text);
            }
            _ => out.push(line.text.to_owned()),
        }
        before_is_apparatus = apparatus;
    }
    out
}

/// Whether a headline goes on in the next line: it stops at a word that cannot be the last, or the line begins with a small letter.
fn runs_on(before: &str, line: &str) -> bool {
    const OPEN: &[&str] = &[
        "of", "the", "to", "and", "in", "for", "with", "a", "an", "as", "on", "by", "at", "from", "or", "but", "over", "after", "before",
        "into", "&",
    ];
    let last = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    line.starts_with(char::is_lowercase) || OPEN.contains(&last.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParagraphRole::{Body, Heading, Headline, List};

    fn roles(text: &str) -> Vec<(ParagraphRole, String)> {
        read(text).blocks.into_iter().map(|b| (b.role, b.text)).collect()
    }

    fn expect(text: &str, wanted: &[(ParagraphRole, &str)]) {
        let wanted: Vec<(ParagraphRole, String)> = wanted.iter().map(|(role, text)| (*role, (*text).to_owned())).collect();
        assert_eq!(roles(text), wanted);
    }

    #[test]
    fn blocks_between_blank_lines_are_paragraphs() {
        expect(
            "Talks open in Geneva\n\nThe ministers met on Monday.\nThey will meet again.\n\nWhat comes next\n\nNobody knows.",
            &[
                (Headline, "Talks open in Geneva"),
                (Body, "The ministers met on Monday. They will meet again."),
                (Heading, "What comes next"),
                (Body, "Nobody knows."),
            ],
        );
    }

    #[test]
    fn without_blank_lines_each_line_is_one() {
        expect(
            "Talks open in Geneva\nThe ministers met on Monday.\nThey will meet again.",
            &[(Headline, "Talks open in Geneva"), (Body, "The ministers met on Monday."), (Body, "They will meet again.")],
        );
    }

    #[test]
    fn the_first_block_may_hold_headline_byline_and_date() {
        expect(
            "Talks open in Geneva as\nhopes rise\nBy Ann Lee\nMay 3, 2014\n\nThe ministers met.",
            &[
                (Headline, "Talks open in Geneva as hopes rise"),
                (Heading, "By Ann Lee"),
                (Heading, "May 3, 2014"),
                (Body, "The ministers met."),
            ],
        );
    }

    #[test]
    fn a_text_that_opens_with_a_sentence_has_no_headline() {
        expect(
            "The ministers met in Geneva.\n\nThey will meet again.",
            &[(Body, "The ministers met in Geneva."), (Body, "They will meet again.")],
        );
        expect("By Ann Lee\n\nThe ministers met.", &[(Heading, "By Ann Lee"), (Body, "The ministers met.")]);
    }

    #[test]
    fn a_rubric_above_the_headline_is_not_it() {
        use ParagraphRole::Caption;
        expect(
            "WORLD\n\nTalks open in Geneva\n\nThe ministers met.",
            &[(Caption, "WORLD"), (Headline, "Talks open in Geneva"), (Body, "The ministers met.")],
        );
        expect(
            "Lake War\n\nHow it began\n\nThe fleet sailed.",
            &[(Headline, "Lake War"), (Heading, "How it began"), (Body, "The fleet sailed.")],
        );
    }

    #[test]
    fn items_of_a_list_are_told_and_rules_dropped() {
        expect(
            "Talks\n\nThey agreed on:\n- a truce\n- an exchange\n\n* * *\n\n– A statement by five states\n\nThe end.",
            &[
                (Headline, "Talks"),
                (Body, "They agreed on:"),
                (List, "a truce"),
                (List, "an exchange"),
                (Body, "– A statement by five states"),
                (Body, "The end."),
            ],
        );
        expect("Talks\n\n1. They met.\n\n2. They parted.", &[(Headline, "Talks"), (List, "They met."), (List, "They parted.")]);
    }
}
