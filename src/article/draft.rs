//! What every format reader hands over, and how that becomes an `Article`: text joined, paragraphs placed and numbered.

use super::{Article, Notice, Paragraph, ParagraphRole, PublishedBasis, TextSpan, clean};
use chrono::NaiveDate;

/// One paragraph before its place in the text is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub role: ParagraphRole,
    pub text: String,
}

impl Block {
    pub fn new(role: ParagraphRole, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// A day that a page, a line or a name states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StatedDay {
    pub day: NaiveDate,
    pub basis: PublishedBasis,
    /// The words or the field that state it.
    pub words: String,
    /// Given in universal time, so that the day on the page may be the one before or after.
    pub universal: bool,
}

/// What a file says of itself outside its paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// The days of publication stated, the most trusted first.
    pub published: Vec<StatedDay>,
    pub modified: Option<StatedDay>,
}

/// A file as its format reader understood it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub metadata: Metadata,
    pub blocks: Vec<Block>,
    pub notices: Vec<Notice>,
}

impl Draft {
    /// Whether there is a word to read.
    pub fn has_words(&self) -> bool {
        self.blocks.iter().any(|block| block.text.chars().any(char::is_alphanumeric))
    }

    /// Drops empty blocks, writes each on one line, and sees to it that the title stands once, first, as the headline.
    pub fn tidy(&mut self) {
        for block in &mut self.blocks {
            block.text = one_line(&clean::clean(&block.text));
        }
        self.blocks.retain(|block| !block.text.is_empty());
        let title = self.metadata.title.take().map(|t| one_line(&clean::clean(&t))).filter(|t| !t.is_empty());
        let first = self.blocks.iter().position(|b| b.role == ParagraphRole::Headline);
        match (title, first) {
            (Some(title), Some(at)) if folded(&self.blocks[at].text) == folded(&title) => self.lift(at),
            (Some(title), Some(at)) => {
                self.blocks[at].role = ParagraphRole::Heading;
                self.insert_headline(title);
            }
            (Some(title), None) => self.insert_headline(title),
            (None, Some(at)) => self.lift(at),
            (None, None) => {}
        }
        // A page has one headline; what else called itself so heads a part of it.
        for block in self.blocks.iter_mut().skip(1) {
            if block.role == ParagraphRole::Headline {
                block.role = ParagraphRole::Heading;
            }
        }
        self.metadata.title = self.blocks.first().filter(|b| b.role == ParagraphRole::Headline).map(|b| b.text.clone());
    }

    /// Brings the headline to the front; what stood above it (a rubric, a date line) follows it.
    fn lift(&mut self, at: usize) {
        self.blocks[..=at].rotate_right(1);
    }

    fn insert_headline(&mut self, title: String) {
        let told = folded(&title);
        self.blocks.retain({
            let mut early = 0;
            move |block| {
                early += 1;
                early > 4 || folded(&block.text) != told
            }
        });
        self.blocks.insert(0, Block::new(ParagraphRole::Headline, title));
    }

    /// Places the paragraphs in one text. Publication is settled elsewhere.
    pub fn assemble(self, source: &str, sha256: String) -> Article {
        let mut text = String::with_capacity(self.blocks.iter().map(|b| b.text.len() + 2).sum());
        let mut paragraphs = Vec::with_capacity(self.blocks.len());
        let mut count = 0;
        for block in &self.blocks {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(&block.text);
            let numbered = matches!(block.role, ParagraphRole::Body | ParagraphRole::List);
            count += u32::from(numbered);
            paragraphs.push(Paragraph { span: TextSpan::new(start, text.len()), role: block.role, number: numbered.then_some(count) });
        }
        let title = self.metadata.title.unwrap_or_else(|| opening_words(&self.blocks));
        Article {
            title,
            publisher: self.metadata.publisher,
            author: self.metadata.author,
            url: self.metadata.url,
            source: source.to_owned(),
            sha256,
            published: None,
            published_basis: PublishedBasis::None,
            published_candidates: Vec::new(),
            rows: Vec::new(),
            text,
            paragraphs,
            notices: self.notices,
        }
    }
}

/// The text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, in lower case: equal for one title written with other quotes, dashes or capitals.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name for an article without a headline: the first words of its text.
fn opening_words(blocks: &[Block]) -> String {
    const MOST: usize = 60;
    let text = |block: &&Block| matches!(block.role, ParagraphRole::Body | ParagraphRole::List);
    let first = blocks.iter().find(text).or(blocks.first()).map_or("", |block| &block.text);
    let mut out = String::new();
    for word in first.split_whitespace() {
        if !out.is_empty() && out.chars().count() + word.chars().count() >= MOST {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(MOST));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParagraphRole::{Body, Caption, Heading, Headline, List};

    fn draft(title: Option<&str>, blocks: &[(ParagraphRole, &str)]) -> Draft {
        let metadata = Metadata { title: title.map(str::to_owned), ..Metadata::default() };
        Draft { metadata, blocks: blocks.iter().map(|(role, text)| Block::new(*role, *text)).collect(), notices: Vec::new() }
    }

    fn tidied(mut draft: Draft) -> Vec<(ParagraphRole, String)> {
        draft.tidy();
        draft.blocks.into_iter().map(|b| (b.role, b.text)).collect()
    }

    #[test]
    fn the_title_stands_once_and_first() {
        let same = tidied(draft(Some("“Talks” open"), &[(Caption, "World"), (Headline, "\"Talks\" open"), (Body, "They met.")]));
        assert_eq!(same, [(Headline, "\"Talks\" open".into()), (Caption, "World".into()), (Body, "They met.".into())]);
        let missing = tidied(draft(Some("Talks open"), &[(Body, "They met.")]));
        assert_eq!(missing, [(Headline, "Talks open".into()), (Body, "They met.".into())]);
        let other = tidied(draft(Some("Talks open"), &[(Headline, "Why now?"), (Body, "They met.")]));
        assert_eq!(other[..2], [(Headline, "Talks open".into()), (Heading, "Why now?".into())]);
        let as_paragraph = tidied(draft(Some("Talks open"), &[(Body, "Talks open"), (Body, "They met.")]));
        assert_eq!(as_paragraph, [(Headline, "Talks open".into()), (Body, "They met.".into())]);
    }

    #[test]
    fn numbers_count_body_and_list_only() {
        let mut made =
            draft(None, &[(Headline, "Talks"), (Caption, "By Ann Lee"), (Body, " One. "), (Heading, "Next"), (List, "two"), (Body, "  ")]);
        made.tidy();
        let article = made.assemble("a.txt", String::new());
        assert_eq!(article.text, "Talks\n\nBy Ann Lee\n\nOne.\n\nNext\n\ntwo");
        assert_eq!(article.paragraphs.iter().map(|p| p.number).collect::<Vec<_>>(), [None, None, Some(1), None, Some(2)]);
        assert!(article.paragraphs.iter().all(|p| !p.span.of(&article.text).is_empty()));
    }

    #[test]
    fn an_article_without_a_headline_is_called_by_its_first_words() {
        let mut made = draft(
            None,
            &[
                (Caption, "By Ann Lee"),
                (Body, "The ministers of nine states met in Geneva on Monday to speak of the truce and its guarantees."),
            ],
        );
        made.tidy();
        assert_eq!(made.assemble("a.txt", String::new()).title, "The ministers of nine states met in Geneva on Monday to…");
    }
}
