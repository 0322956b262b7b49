//! Finds the article among the paragraphs of a page: by Readability where that is safe and finds enough, else by what the page marks.

use super::scan::{self, Claim, Kind, Page, PageBlock};
use crate::article::draft::{folded, one_line};
use crate::article::{Notice, Severity, byline, date_line, form};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Deeper nesting makes building a tree take time that grows with its square.
const DEEPEST: usize = 512;
/// Larger pages are not given to a tree builder.
const LARGEST: usize = 16 * 1024 * 1024;
/// More paragraphs than any article has.
const MOST_BLOCKS: usize = 50_000;
/// More character references than any article has; decoding the excerpt takes Readability time that grows with their square.
const MOST_REFERENCES: usize = 100_000;

/// The paragraphs of the article, in the order of the page.
pub(super) fn article(html: &str, page: &Page, notices: &mut Vec<Notice>) -> Vec<PageBlock> {
    let marked = marked(page);
    let visible: Vec<PageBlock> = super::visible(&page.blocks);
    if is_too_much(html, page) {
        let text = "The page is too large or too deeply nested to find the article in it, so all its visible text is shown.";
        notices.push(Notice { code: "page-stripped", severity: Severity::Warning, text: text.to_owned() });
        return marked.unwrap_or(visible);
    }
    let found = readability(html);
    let (found_words, marked_words, all_words) = (prose(&found), marked.as_deref().map_or(0, prose), prose(&visible));
    let mut chosen = match marked {
        // Readability throws away what a page wrongly calls complementary, and short articles.
        Some(marked) if found_words * 10 < marked_words * 7 => marked,
        _ if found_words * 4 < all_words || found_words == 0 => {
            let text = "The article could not be told from the rest of the page, so all its visible text is shown.";
            notices.push(Notice { code: "page-taken-whole", severity: Severity::Info, text: text.to_owned() });
            return visible;
        }
        _ => found,
    };
    drop_link_tail(&mut chosen);
    let head = head(page, &chosen);
    chosen.splice(0..0, head);
    chosen
}

fn is_too_much(html: &str, page: &Page) -> bool {
    html.len() > LARGEST || page.depth > DEEPEST || page.blocks.len() > MOST_BLOCKS || html.matches('&').count() > MOST_REFERENCES
}

/// What Readability takes for the article; nothing where it fails.
fn readability(html: &str) -> Vec<PageBlock> {
    let config = dom_smoothie::Config { disable_json_ld: true, keep_classes: true, ..dom_smoothie::Config::default() };
    let parse = || dom_smoothie::Readability::new(html, None, Some(config)).and_then(|mut page| page.parse());
    // A fault in the library must not take the program down: the page is then read without it.
    match catch_unwind(AssertUnwindSafe(parse)) {
        Ok(Ok(article)) => scan::scan(&article.content).blocks,
        Ok(Err(_)) | Err(_) => Vec::new(),
    }
}

fn prose(blocks: &[PageBlock]) -> usize {
    blocks.iter().filter(|b| b.is_prose()).map(PageBlock::words).sum()
}

/// The paragraphs inside the element that the page marks as its article: the one with the most prose among those of the strongest claim.
fn marked(page: &Page) -> Option<Vec<PageBlock>> {
    let mut words = vec![0; page.sections.len()];
    for block in page.blocks.iter().filter(|b| b.is_prose() && !b.aside) {
        for section in enclosing(page, block) {
            words[section] += block.words();
        }
    }
    let best_of = |claim: Claim| {
        (0..words.len()).filter(|at| page.sections[*at].claim == claim && words[*at] > 0).max_by_key(|at| (words[*at], usize::MAX - at))
    };
    let most = words.iter().copied().max()?;
    // A claim is believed if it holds a fair part of what the page has.
    let best = [Claim::Body, Claim::Article, Claim::Main].into_iter().filter_map(best_of).find(|at| words[*at] * 2 >= most)?;
    Some(page.blocks.iter().filter(|b| !b.aside && enclosing(page, b).any(|s| s == best)).cloned().collect())
}

/// The sections around a block, the innermost first.
fn enclosing<'a>(page: &'a Page, block: &PageBlock) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(block.section, |at| page.sections[*at].parent)
}

/// Drops what only links elsewhere at the end: related articles, tags, and the heading above them.
fn drop_link_tail(chosen: &mut Vec<PageBlock>) {
    let is_link = |block: &PageBlock| block.linked * 10 >= block.text.trim().len() * 8;
    let end = chosen.iter().rposition(|b| !is_link(b) && !matches!(b.kind, Kind::Heading(_))).map_or(0, |at| at + 1);
    if chosen[end..].iter().any(is_link) && end > 0 {
        chosen.truncate(end);
    }
}

/// What stands between the page's headline and the first paragraph chosen: date, byline, lead. The lines come first, then the lead.
fn head(page: &Page, chosen: &[PageBlock]) -> Vec<PageBlock> {
    let known: Vec<String> = chosen.iter().take(60).map(|b| folded(&b.text)).collect();
    let is_known = |block: &PageBlock| known.contains(&folded(&block.text));
    let Some(first) = page.blocks.iter().position(|b| b.words() >= 4 && !matches!(b.kind, Kind::Heading(1)) && is_known(b)) else {
        return Vec::new();
    };
    let start = page.blocks[..first].iter().rposition(|b| b.kind == Kind::Heading(1) && !b.aside).map_or(first, |at| at + 1);
    let between: Vec<&PageBlock> = page.blocks[start..first].iter().filter(|b| !b.aside && !is_known(b)).collect();
    let mut lines: Vec<PageBlock> = Vec::new();
    let mut leads: Vec<PageBlock> = Vec::new();
    for block in between.into_iter().take(16) {
        let text = one_line(&block.text);
        let linked = block.linked * 2 >= block.text.len();
        // "3 May 2014", "18:00" and "Geneva" stand in elements of their own and make one line.
        let joined = lines.last().filter(|_| !linked && text.len() < 40).and_then(|line| joined_date_line(&line.text, &text));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line)) => line.text = joined,
            _ if date_line::date_line(&text).is_some() || byline::byline(&text).is_some() => {
                lines.push(PageBlock { text, ..block.clone() })
            }
            _ if block.is_prose() && !form::is_interface(&text) => leads.push(block.clone()),
            _ => {}
        }
    }
    if !chosen.iter().chain(&lines).any(|b| date_line::date_line(&b.text).is_some()) {
        let labelled =
            |b: &&PageBlock| date_line::date_line(&one_line(&b.text)).is_some_and(|line| line.labelled && line.published.is_some());
        lines.extend(page.blocks.iter().find(labelled).cloned());
    }
    lines.extend(leads);
    lines
}

/// A date line with what follows it, if that still is a date line.
fn joined_date_line(line: &str, next: &str) -> Option<String> {
    let joined = format!("{line} {next}");
    (date_line::date_line(line).is_some() && date_line::date_line(&joined).is_some()).then_some(joined)
}
