//! Markdown to paragraphs, by pulldown-cmark; front matter gives the metadata.

use super::draft::{Block, Draft};
use super::{ParagraphRole, form, front_matter, html, plain};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Whether a text is written in Markdown: it has front matter, or marks that plain text does not have by chance.
pub(super) fn is_markdown(text: &str) -> bool {
    if front_matter::split(text).is_some() {
        return true;
    }
    let mut before = "";
    let mut strong = 0;
    for line in text.lines().take(2000) {
        let line = line.trim_end();
        if is_heading_line(line) || is_underline(line, before) || has_link(line) || line.starts_with("```") {
            return true;
        }
        strong += line.matches("**").count() / 2;
        before = line;
    }
    strong >= 2
}

/// Reads Markdown. The first heading of the first level is the headline.
pub(super) fn read(text: &str) -> Draft {
    let (metadata, body) = match front_matter::split(text) {
        Some((fields, rest)) => (front_matter::metadata(&fields), rest),
        None => Default::default(),
    };
    let body = if body.is_empty() && metadata == Default::default() { text } else { body };
    let mut draft = Draft { metadata, blocks: blocks(body), notices: Vec::new() };
    if !draft.has_words() {
        draft.blocks = plain::blocks(body);
    }
    if draft.metadata.title.is_none() && !draft.blocks.iter().any(|b| b.role == ParagraphRole::Headline) {
        plain::mark_headline(&mut draft.blocks);
    }
    draft
}

fn is_heading_line(line: &str) -> bool {
    let level = line.len() - line.trim_start_matches('#').len();
    (1..=6).contains(&level) && line[level..].starts_with(' ') && form::has_letters(line)
}

/// "=====" below a line makes it a heading; dashes may be a rule, so they need a line of about their length above.
fn is_underline(line: &str, before: &str) -> bool {
    let above = before.trim().chars().count();
    let fits = form::has_letters(before) && line.len() >= 3;
    fits && (line.bytes().all(|b| b == b'=') || (line.bytes().all(|b| b == b'-') && above > 0 && line.len().abs_diff(above) <= 3))
}

/// "[words](address)".
fn has_link(line: &str) -> bool {
    line.match_indices("](").any(|(at, _)| {
        let address = &line[at + 2..];
        line[..at].contains('[')
            && ["http", "/", "#", "mailto:", "./", "../"].iter().any(|start| address.starts_with(start))
            && address.contains(')')
    })
}

/// Gathers the words of one paragraph at a time.
#[derive(Default)]
struct Gatherer {
    blocks: Vec<Block>,
    text: String,
    html: String,
    headings: usize,
    items: u32,
    /// Whether all words of the paragraph so far are strong, as those of a heading in disguise are.
    all_strong: bool,
    strong: u32,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut gather = Gatherer::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES) {
        gather.take(event);
    }
    gather.end_paragraph(ParagraphRole::Body);
    gather.blocks
}

impl Gatherer {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => {
                self.all_strong &= self.strong > 0 || words.trim().is_empty();
                self.text.push_str(&words);
            }
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::InlineHtml(tag) if tag.trim_start_matches(['<', '/']).to_ascii_lowercase().starts_with("br") => self.text.push('\n'),
            Event::Html(part) => self.html.push_str(&part),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::TableCell => {
                self.end_paragraph(ParagraphRole::Body)
            }
            Tag::Item => {
                self.end_paragraph(if self.items > 0 { ParagraphRole::List } else { ParagraphRole::Body });
                self.items += 1;
            }
            Tag::List(_) => self.end_paragraph(if self.items > 0 { ParagraphRole::List } else { ParagraphRole::Body }),
            Tag::Strong => self.strong += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let inside = if self.items > 0 { ParagraphRole::List } else { ParagraphRole::Body };
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableCell => self.end_paragraph(inside),
            TagEnd::Item => {
                self.end_paragraph(inside);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Heading(level) => {
                let first = level == HeadingLevel::H1 && self.headings == 0;
                self.headings += 1;
                self.end_paragraph(if first { ParagraphRole::Headline } else { ParagraphRole::Heading });
            }
            TagEnd::HtmlBlock => {
                let part = std::mem::take(&mut self.html);
                self.blocks.extend(html::fragment_blocks(&part));
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self, role: ParagraphRole) {
        let text = std::mem::take(&mut self.text);
        let strong = std::mem::replace(&mut self.all_strong, true);
        if text.trim().is_empty() {
            return;
        }
        if role != ParagraphRole::Body {
            self.blocks.push(Block::new(role, text));
        } else if strong && form::is_heading(text.trim()) {
            self.blocks.push(Block::new(ParagraphRole::Heading, text));
        } else {
            self.blocks.extend(plain::broken_lines(&text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParagraphRole::{Body, Heading, Headline, List};

    fn roles(text: &str) -> Vec<(ParagraphRole, String)> {
        let mut draft = read(text);
        draft.tidy();
        draft.blocks.into_iter().map(|b| (b.role, b.text)).collect()
    }

    #[test]
    fn markdown_is_known_by_its_marks() {
        for text in [
            "# Talks\n\nThey met.",
            "Talks\n=====\n\nThey met.",
            "They [met](https://example.org).",
            "---\ntitle: Talks\n---\nThey met.",
            "**Who** met **whom**",
        ] {
            assert!(is_markdown(text), "{text}");
        }
        for text in [
            "#Geneva is in the news",
            "Talks\n\n* * *\n\nThey met [sic] (twice).",
            "- one\n- two",
            "5 ** 2",
            "Talks\n\n---\n\nThey met.",
            "",
        ] {
            assert!(!is_markdown(text), "{text}");
        }
    }

    #[test]
    fn roles_come_from_the_marks_and_marks_go() {
        assert_eq!(
            roles(
                "# Talks *open*\n\nThe [ministers](http://example.org) met\nin **Geneva** &amp; Bern.\n\n## What next\n\n1. a truce\n2. an exchange\n   of prisoners\n\n> They will meet.\n\n---\n\n**The host**\n\nNobody knows."
            ),
            [
                (Headline, "Talks open".to_owned()),
                (Body, "The ministers met in Geneva & Bern.".to_owned()),
                (Heading, "What next".to_owned()),
                (List, "a truce".to_owned()),
                (List, "an exchange of prisoners".to_owned()),
                (Body, "They will meet.".to_owned()),
                (Heading, "The host".to_owned()),
                (Body, "Nobody knows.".to_owned()),
            ]
        );
    }

    #[test]
    fn front_matter_gives_the_title_which_stands_once() {
        let text = "---\ntitle: Talks open\ndate: 2014-05-03\n---\n\n# Talks open\n\nThey met.";
        assert_eq!(roles(text), [(Headline, "Talks open".to_owned()), (Body, "They met.".to_owned())]);
        assert_eq!(roles("---\ntitle: Talks open\n---\nThey met.")[0], (Headline, "Talks open".to_owned()));
    }

    #[test]
    fn html_inside_keeps_its_words() {
        assert_eq!(
            roles("# Talks\n\n<div><p>They met.</p></div>\n\nThey <b>parted</b>.<br>Late.")[1..],
            [(Body, "They met.".to_owned()), (Body, "They parted. Late.".to_owned())]
        );
    }
}
