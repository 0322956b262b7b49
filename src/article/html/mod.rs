//! HTML to paragraphs: whole pages, of which the article is found, and pasted pieces, which are taken as they are.

mod facts;
mod json_ld;
mod readable;
mod scan;
mod tame;

use super::draft::{Block, Draft};
use super::{ParagraphRole, form, plain};
use scan::{Kind, PageBlock, scan};

/// Whether a text is a page or a piece of one.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    let lower: String = start.chars().take(400).collect::<String>().to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<meta"].iter().any(|tag| lower.starts_with(tag)) {
        return true;
    }
    if (lower.starts_with("<?xml") || lower.starts_with("<!--") || lower.starts_with("<!doctype"))
        && text.chars().take(4000).collect::<String>().to_ascii_lowercase().contains("<html")
    {
        return true;
    }
    let tags = block_tags(text);
    // A piece begins with a tag; a text that only mentions one does not, and prose has no three of them.
    (lower.starts_with('<') && tags >= 1) || tags >= 4
}

/// Counts the tags of block elements, up to a handful.
fn block_tags(text: &str) -> usize {
    const TAGS: &[&str] = &[
        "p",
        "div",
        "span",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "article",
        "section",
        "main",
        "blockquote",
        "figure",
        "strong",
        "em",
        "a",
    ];
    let mut count = 0;
    for (at, _) in text.match_indices('<').take(400) {
        let rest = text[at + 1..].trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let closes = rest[end..].starts_with(['>', ' ', '/', '\n']) && rest[end..].chars().take(3000).any(|c| c == '>');
        count += usize::from(closes && TAGS.contains(&rest[..end].to_ascii_lowercase().as_str()));
    }
    count
}

/// Reads a page or a piece of one.
pub(super) fn read(html: &str) -> Draft {
    let tame = tame::tame(html);
    let page = scan(&tame);
    let mut draft = Draft { metadata: page.facts.metadata(), ..Draft::default() };
    let chosen =
        if page.whole && !is_selection(html) { readable::article(&tame, &page, &mut draft.notices) } else { visible(&page.blocks) };
    draft.blocks = blocks(&chosen);
    if let Some(body) =
        page.facts.body().filter(|body| chosen.iter().map(PageBlock::words).sum::<usize>() * 3 < body.split_whitespace().count())
    {
        draft.blocks = if is_html(body) { fragment_blocks(body) } else { plain::blocks(body) };
        draft.notices.clear();
    }
    if !draft.has_words() {
        draft.blocks = blocks(&page.blocks);
    }
    if draft.metadata.title.is_none() && !draft.blocks.iter().any(|b| b.role == ParagraphRole::Headline) {
        plain::mark_headline(&mut draft.blocks);
    }
    draft
}

/// The paragraphs that are neither hidden nor beside the article.
fn visible(blocks: &[PageBlock]) -> Vec<PageBlock> {
    blocks.iter().filter(|b| !b.aside).cloned().collect()
}

/// The paragraphs of a piece of HTML inside another text.
pub(super) fn fragment_blocks(html: &str) -> Vec<Block> {
    blocks(&scan(html).blocks)
}

/// What browsers put on the clipboard is already the reader's choice.
fn is_selection(html: &str) -> bool {
    html.contains("<!--StartFragment")
}

fn blocks(page: &[PageBlock]) -> Vec<Block> {
    // Where a page has headings of its own, a short paragraph is none; where it has not, it is judged by its looks, as in plain text.
    let has_headings = page.iter().filter(|b| matches!(b.kind, Kind::Heading(2..))).count() > 0;
    let mut out: Vec<Block> = Vec::new();
    for block in page {
        let text = block.text.trim();
        if form::is_rule(text) {
            continue;
        }
        match block.kind {
            Kind::Heading(level) => out.push(Block::new(if level == 1 { ParagraphRole::Headline } else { ParagraphRole::Heading }, text)),
            Kind::Caption => out.push(Block::new(ParagraphRole::Caption, text)),
            Kind::Item => out.push(Block::new(ParagraphRole::List, text)),
            Kind::Cell if block.words() < 8 => out.push(Block::new(ParagraphRole::List, text)),
            Kind::Paragraph | Kind::Loose | Kind::Cell => {
                let strong = block.strong * 10 >= text.len() * 9;
                if form::is_heading(text) && !text.contains('\n') && (strong || !has_headings) {
                    out.push(Block::new(ParagraphRole::Heading, text));
                } else {
                    out.extend(plain::broken_lines(text));
                }
            }
        }
    }
    plain::demote_trailing_headings(&mut out);
    out
}

#[cfg(test)]
mod page_tests;
