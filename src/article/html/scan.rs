//! One pass over the tags of a page, without building a tree: its paragraphs, what its head says, and how deep it nests.
//!
//! The pass is linear in the input whatever the nesting, so it also reads pages that a tree builder must not be given.

use super::facts::PageFacts;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// What kind of element a paragraph of a page stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(u8),
    Paragraph,
    /// Text that stands in a container without a paragraph of its own.
    Loose,
    Item,
    Caption,
    Cell,
}

/// One paragraph of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageBlock {
    pub kind: Kind,
    pub text: String,
    /// Whether it stands in navigation, a footer, a sidebar, or is hidden.
    pub aside: bool,
    /// The innermost element that claims to hold the article, an index into `Page::sections`.
    pub section: Option<usize>,
    /// Bytes of the text inside links, and inside strong elements.
    pub linked: usize,
    pub strong: usize,
}

impl PageBlock {
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Reads as prose: a handful of words at least, and not mostly links.
    pub fn is_prose(&self) -> bool {
        !matches!(self.kind, Kind::Heading(_)) && self.words() >= 8 && self.linked * 2 < self.text.len()
    }
}

/// An element that claims to hold the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    pub claim: Claim,
    pub parent: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// `<main>`, `role="main"`.
    Main,
    /// `<article>`.
    Article,
    /// `itemprop="articleBody"`.
    Body,
}

/// A page as one pass sees it.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<PageBlock>,
    pub sections: Vec<Section>,
    pub facts: PageFacts,
    /// The most elements open at once.
    pub depth: usize,
    /// Whether it has the tags of a whole document, not of a piece of one.
    pub whole: bool,
}

/// Scans a page or a piece of one.
pub(super) fn scan(html: &str) -> Page {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Scanner::default())), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // It pauses only where the sink asks for that, and this one never does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut scanner = tokenizer.sink.0.into_inner();
    scanner.end_block();
    scanner.page
}

struct Sink(RefCell<Scanner>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut scanner = self.0.borrow_mut();
        match token {
            TagToken(tag) if tag.kind == StartTag => return scanner.start(&tag),
            TagToken(tag) if tag.kind == EndTag => scanner.end(&tag.name),
            CharacterTokens(text) => scanner.text(&text),
            Token::DoctypeToken(_) => scanner.page.whole = true,
            Token::CommentToken(text) => scanner.page.facts.comment(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element.
struct Open {
    name: String,
    skipped: bool,
    /// An inline element that pages hide: a card that pops up inside a sentence.
    unseen: bool,
    aside: bool,
    link: bool,
    strong: bool,
    section: Option<usize>,
}

/// Elements whose words are not the reader's.
const SKIPPED: &[&str] = &[
    "script", "style", "template", "svg", "math", "canvas", "iframe", "object", "video", "audio", "select", "button", "textarea",
    "datalist", "map", "title", "head",
];
/// Elements that have no content and no end tag.
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "head",
    "title",
];
/// Classes by which pages hide words: cards that pop up, text for screen readers alone.
const UNSEEN: &[&str] = &[
    "hidden",
    "is-hidden",
    "d-none",
    "tooltip",
    "tooltiptext",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader",
    "mw-editsection",
    "print-only",
];
const STRONG: &[&str] = &["b", "strong"];
/// How far up an end tag may close: deeper pages are told by `depth` and read no further by a tree builder.
const REACH: usize = 600;

#[derive(Default)]
struct Scanner {
    page: Page,
    stack: Vec<Open>,
    text: String,
    linked: usize,
    strong: usize,
    /// Characters of a raw element that the facts want: a title, a JSON-LD script.
    raw: Option<String>,
}

impl Scanner {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.page.facts.tag(tag, self.skipped() && self.is_open("svg"));
        match name {
            "br" => self.text("\n"),
            "html" | "body" | "head" => self.page.whole = true,
            _ => {}
        }
        if name == "hr" {
            self.end_block();
        }
        if VOID.contains(&name) || (tag.self_closing && (self.is_open("svg") || self.is_open("math"))) {
            return TokenSinkResult::Continue;
        }
        self.close_implied(name);
        if BLOCKS.contains(&name) {
            self.end_block();
        }
        let open = self.opened(tag);
        self.stack.push(open);
        self.page.depth = self.page.depth.max(self.stack.len());
        let json =
            name == "script" && super::facts::attribute(tag, "type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
        if json || (name == "title" && !self.is_open("svg")) {
            self.raw = Some(String::new());
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" if !self.is_open("svg") => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn opened(&mut self, tag: &Tag) -> Open {
        let name: &str = &tag.name;
        let attribute = |name: &str| super::facts::attribute(tag, name);
        let above = self.stack.last();
        let is_block = BLOCKS.contains(&name);
        let above_section = above.and_then(|o| o.section);
        let role = attribute("role").unwrap_or_default().to_ascii_lowercase();
        let claim = match name {
            _ if attribute("itemprop").is_some_and(|p| p.split_whitespace().any(|p| p.eq_ignore_ascii_case("articleBody"))) => {
                Some(Claim::Body)
            }
            "article" => Some(Claim::Article),
            "main" => Some(Claim::Main),
            _ if role == "main" => Some(Claim::Main),
            _ => None,
        };
        let section = claim.map(|claim| {
            self.page.sections.push(Section { claim, parent: above_section });
            self.page.sections.len() - 1
        });
        let hidden = attribute("hidden").is_some()
            || attribute("aria-hidden").is_some_and(|v| v.eq_ignore_ascii_case("true"))
            || attribute("style").is_some_and(|s| s.replace(' ', "").to_ascii_lowercase().contains("display:none"));
        let aside = matches!(name, "nav" | "aside" | "footer" | "menu" | "dialog" | "search" | "noscript")
            || matches!(role.as_str(), "navigation" | "banner" | "contentinfo" | "search" | "menu" | "dialog" | "alert")
            || (name == "header" && above_section.is_none() && !self.is_open("section"))
            || hidden;
        let unseen = attribute("class").is_some_and(|c| c.split_whitespace().any(|class| UNSEEN.contains(&class)));
        let unseen = unseen || (name == "sup" && attribute("class").is_some_and(|c| c.contains("reference")));
        // An article inside a sidebar or a hidden drawer is still the article if nothing else is: pages mark the reading pane so.
        Open {
            name: name.to_owned(),
            skipped: SKIPPED.contains(&name) || (above.is_some_and(|o| o.skipped) && name != "body"),
            // A paragraph ends what was left open inside the one before.
            unseen: !is_block && (unseen || above.is_some_and(|o| o.unseen)),
            aside: aside || unseen || (above.is_some_and(|o| o.aside) && claim.is_none()),
            link: above.is_some_and(|o| o.link) || name == "a",
            strong: above.is_some_and(|o| o.strong) || STRONG.contains(&name),
            section: section.or(above_section),
        }
    }

    /// Ends the elements that a start tag ends without saying so, as the HTML standard lists them.
    fn close_implied(&mut self, name: &str) {
        let closes: &[&str] = match name {
            "li" => &["li", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["tr", "td", "th", "p"],
            "option" => &["option"],
            "body" => &["head", "title"],
            _ if BLOCKS.contains(&name) => &["p"],
            _ => return,
        };
        // Inline elements left open do not keep a paragraph open; a container does.
        let found = self
            .stack
            .iter()
            .rev()
            .take(64)
            .position(|open| BLOCKS.contains(&open.name.as_str()))
            .filter(|at| closes.contains(&self.stack[self.stack.len() - 1 - at].name.as_str()));
        if let Some(at) = found {
            self.end_block();
            self.stack.truncate(self.stack.len() - 1 - at);
            self.close_implied(name);
        }
    }

    fn end(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.end_block();
        }
        let Some(at) = self.stack.iter().rev().take(REACH).position(|open| open.name == name) else { return };
        let keep = self.stack.len() - 1 - at;
        // An inline end tag does not reach through a container.
        let is_block = BLOCKS.contains(&name);
        if !is_block && self.stack[keep + 1..].iter().any(|open| BLOCKS.contains(&open.name.as_str())) {
            return;
        }
        if let Some(raw) = self.raw.take_if(|_| matches!(name, "script" | "title")) {
            self.page.facts.raw(name, &raw);
        }
        self.stack.truncate(keep);
    }

    fn text(&mut self, text: &str) {
        if let Some(raw) = &mut self.raw {
            raw.push_str(text);
            return;
        }
        let Some(open) = self.stack.last() else {
            self.text.push_str(text);
            return;
        };
        if open.skipped || open.unseen {
            return;
        }
        if open.name == "pre" || text == "\n" {
            self.text.push_str(text);
        } else {
            // Outside <pre> a line end is a space; what <br> gives comes alone.
            self.text.extend(text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
        }
        self.linked += if open.link { text.len() } else { 0 };
        self.strong += if open.strong { text.len() } else { 0 };
    }

    fn skipped(&self) -> bool {
        self.stack.last().is_some_and(|open| open.skipped)
    }

    fn is_open(&self, name: &str) -> bool {
        self.stack.iter().rev().take(REACH).any(|open| open.name == name)
    }

    /// Closes the paragraph gathered so far.
    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (linked, strong) = (std::mem::take(&mut self.linked), std::mem::take(&mut self.strong));
        if text.trim().is_empty() {
            return;
        }
        let mut kind = Kind::Loose;
        for open in self.stack.iter().rev().take(64) {
            match open.name.as_str() {
                "p" | "pre" | "blockquote" if kind == Kind::Loose => kind = Kind::Paragraph,
                "li" | "dt" | "dd" => kind = Kind::Item,
                "figcaption" | "caption" => kind = Kind::Caption,
                "td" | "th" if kind == Kind::Loose => kind = Kind::Cell,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => kind = Kind::Heading(open.name.as_bytes()[1] - b'0'),
                "div" | "section" | "article" | "main" | "body" | "td" | "th" | "table" | "nav" | "aside" | "figure" => {}
                _ => continue,
            }
            if !matches!(kind, Kind::Loose | Kind::Paragraph)
                || matches!(open.name.as_str(), "div" | "section" | "article" | "main" | "body" | "td" | "th")
            {
                break;
            }
        }
        let (aside, section) = self.stack.last().map_or((false, None), |open| (open.aside, open.section));
        if kind == Kind::Heading(1) {
            self.page.facts.heading(&text, aside, section.is_some());
        }
        self.page.blocks.push(PageBlock { kind, text, aside, section, linked, strong });
    }
}
