//! Words copied from the article take their source along: “…” (headline, ¶3).

use crate::article::Article;
use egui::{Context, FullOutput, OutputCommand, Plugin};
use std::sync::Arc;

/// Adds the source to what egui copies out of the article's text.
#[derive(Default)]
pub struct WithSource {
    article: Option<Arc<Article>>,
}

impl WithSource {
    /// Tells which article is shown.
    pub fn follow(ctx: &Context, article: Option<&Arc<Article>>) {
        ctx.add_plugin(Self::default());
        ctx.with_plugin(|plugin: &mut Self| {
            if plugin.article.as_ref().map(Arc::as_ptr) != article.map(Arc::as_ptr) {
                plugin.article = article.cloned();
            }
        });
    }
}

impl Plugin for WithSource {
    fn debug_name(&self) -> &'static str {
        "copying with source"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        // What is copied out of a field is the reader's own.
        let Some(article) = self.article.as_ref().filter(|_| !ctx.text_edit_focused()) else { return };
        for command in &mut output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command
                && let Some(sourced) = sourced(article, text)
            {
                *text = sourced;
            }
        }
    }
}

/// Words of an article in quotes, with headline and ¶ numbers; none where the article does not have them.
pub fn sourced(article: &Article, words: &str) -> Option<String> {
    let words = words.trim();
    let mut lines = words.lines().map(str::trim).filter(|l| !l.is_empty());
    let first = lines.next()?;
    let last = lines.next_back().unwrap_or(first);
    let from = article.text.find(first)?;
    let to = article.text.get(from..)?.find(last)? + from;
    // Words that stand in several places are of no one paragraph.
    let once = article.text.matches(first).nth(1).is_none();
    let number = |at: usize| article.paragraph_at(at).filter(|_| once).and_then(|p| p.number);
    let mut source: Vec<String> = Vec::new();
    if !article.title.is_empty() {
        source.push(article.title.clone());
    }
    match (number(from), number(to)) {
        (Some(a), Some(b)) if a != b => source.push(format!("¶{a}–{b}")),
        (Some(n), _) | (None, Some(n)) => source.push(format!("¶{n}")),
        (None, None) => {}
    }
    let source = if source.is_empty() { article.source.clone() } else { source.join(", ") };
    Some(format!("“{words}” ({source})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn words_of_the_article_take_headline_and_paragraph_along() {
        let article = fixture::reading(None).article;
        let paragraph = article.paragraphs.iter().find(|p| p.number == Some(2)).unwrap();
        let words: String = paragraph.span.of(&article.text).split(' ').take(3).collect::<Vec<_>>().join(" ");
        assert_eq!(sourced(&article, &words), Some(format!("“{words}” ({}, ¶2)", article.title)));
        assert_eq!(sourced(&article, "words that it does not have"), None);
        // Words that stand in several places are cited without a paragraph.
        assert_eq!(sourced(&article, "the"), Some(format!("“the” ({})", article.title)));
    }
}
