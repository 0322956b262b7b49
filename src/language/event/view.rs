//! One sentence with everything known of it: words, tags, tree, names and times, by positions within the sentence.

use super::place::{self, Locative};
use super::{context, repair, shallow};
use crate::article::{ParagraphRole, TextSpan};
use crate::language::actor::{Actors, Mention};
use crate::language::syntax::{Tree, Upos};
use crate::language::time::{self, TimeExpression};
use crate::language::{Document, Sentence};
use std::ops::Range;

/// Everything read before events are.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub document: &'a Document<'a>,
    pub times: &'a [TimeExpression],
    pub actors: &'a Actors,
    pub published: Option<chrono::NaiveDate>,
    /// For each entity the name by which titles call it.
    pub called: &'a [String],
}

/// The stretches of names that share one noun, up to that noun: "U.S., Ukrainian and Russian officials".
fn together(told: &[Mention]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let shares = |m: &&Mention| !m.modifier && !m.pronoun && m.tokens.start <= m.head;
    for mention in told.iter().filter(shares) {
        let partner = told.iter().filter(shares).any(|o| o.head == mention.head && o.entity != mention.entity);
        if partner && !out.iter().any(|r| r.end == mention.head + 1) {
            out.push(mention.tokens.start..mention.head + 1);
        }
    }
    out
}

/// Mends what the parser gets wrong where a name follows a date or another name.
fn mend_names(sources: Sources, sentence: &Sentence, told: &[Mention], tree: &mut Tree) {
    let offset = sentence.tokens.start;
    let local = |m: &Mention| (m.tokens.start.saturating_sub(offset)..m.tokens.end.saturating_sub(offset), m.head.saturating_sub(offset));
    let whole = |m: &&Mention| !m.modifier && !m.pronoun && m.tokens.start >= offset;
    for first in told.iter().filter(whole).filter(|m| m.tokens.len() > 1) {
        let and = sources.document.lower(first.tokens.end) == "and";
        let second = told.iter().filter(whole).find(|m| and && m.tokens.start == first.tokens.end + 1);
        if let Some(second) = second {
            repair::part(tree, local(first), local(second));
        }
    }
    for expression in time::within(sources.times, sentence.span) {
        let tokens = &sources.document.tokens;
        let from = tokens.partition_point(|t| t.span.end <= expression.span.start);
        let to = tokens.partition_point(|t| t.span.start < expression.span.end);
        if from >= offset && to <= sentence.tokens.end && from < to {
            repair::object_after_time(tree, from - offset..to - offset);
            repair::subject_after_time(tree, from - offset..to - offset, |t| sources.document.lower(offset + t));
        }
    }
}

/// A sentence; tokens are counted from its first.
pub struct View<'a> {
    pub sources: Sources<'a>,
    pub sentence: &'a Sentence,
    /// Into `Document::sentences`.
    pub index: usize,
    pub role: ParagraphRole,
    /// The paragraph's ¶ number.
    pub number: Option<u32>,
    pub tree: Tree,
    children: Vec<Vec<usize>>,
    /// Into `Actors::mentions`, in the order of the text.
    pub mentions: Range<usize>,
    /// Into the times.
    pub times: Range<usize>,
    pub locatives: Vec<Locative>,
    /// How many dates its paragraph tells.
    pub paragraph_dates: usize,
    /// "reportedly", "allegedly", where it says so.
    pub hedge: Option<&'a str>,
}

impl<'a> View<'a> {
    /// A view with the given tree, or a rough one of our own where there is none.
    pub fn new(sources: Sources<'a>, index: usize, tree: Tree, paragraph_dates: usize) -> Option<View<'a>> {
        let sentence = sources.document.sentences.get(index)?;
        let paragraph = sources.document.article.paragraphs.get(sentence.paragraph)?;
        let mut tree = if tree.nodes.len() == sentence.tokens.len() { tree } else { shallow::tree(sources, sentence) };
        repair::repair(&mut tree, |t| sources.document.lower(sentence.tokens.start + t));
        let told = sources.actors.within(&sentence.tokens);
        for span in together(told) {
            let local = span.start.saturating_sub(sentence.tokens.start)..span.end.saturating_sub(sentence.tokens.start);
            repair::unite(&mut tree, local);
        }
        mend_names(sources, sentence, told, &mut tree);
        let mut children = vec![Vec::new(); tree.nodes.len()];
        for (at, node) in tree.nodes.iter().enumerate() {
            if let Some(of) = node.head.and_then(|h| children.get_mut(h as usize)) {
                of.push(at);
            }
        }
        let mentions = &sources.actors.mentions;
        let from = mentions.partition_point(|m| m.span.start < sentence.span.start);
        let to = mentions.partition_point(|m| m.span.start < sentence.span.end);
        let first = sources.times.partition_point(|e| e.span.start < sentence.span.start);
        let times = first..first + time::within(sources.times, sentence.span).len();
        let (role, number) = (paragraph.role, paragraph.number);
        let mentions = from..to;
        let (locatives, hedge) = (Vec::new(), None);
        let mut view = View { sources, sentence, index, role, number, tree, children, mentions, times, locatives, paragraph_dates, hedge };
        view.locatives = place::locatives(&view);
        view.hedge = context::hedge(&view);
        Some(view)
    }

    pub fn len(&self) -> usize {
        self.tree.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.tree.nodes.is_empty()
    }

    /// The folded word; empty outside of the sentence.
    pub fn word(&self, at: usize) -> &'a str {
        if at < self.len() { self.sources.document.lower(self.sentence.tokens.start + at) } else { "" }
    }

    /// The word as it stands in the article.
    pub fn exact(&self, at: usize) -> &'a str {
        if at < self.len() { self.sources.document.word(self.sentence.tokens.start + at) } else { "" }
    }

    pub fn upos(&self, at: usize) -> Upos {
        self.tree.nodes.get(at).map_or(Upos::X, |n| n.upos)
    }

    pub fn xpos(&self, at: usize) -> &'static str {
        self.tree.nodes.get(at).map_or("", |n| n.xpos)
    }

    pub fn relation(&self, at: usize) -> &'static str {
        self.tree.nodes.get(at).map_or("", |n| n.relation)
    }

    /// The relation without its subtype: "nmod:poss" is "nmod".
    pub fn base_relation(&self, at: usize) -> &'static str {
        let relation = self.relation(at);
        relation.split(':').next().unwrap_or(relation)
    }

    pub fn head(&self, at: usize) -> Option<usize> {
        self.tree.nodes.get(at).and_then(|n| n.head).map(|h| h as usize).filter(|h| *h < self.len() && *h != at)
    }

    pub fn children(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[], Vec::as_slice)
    }

    /// The children in one of the relations, subtypes not told apart unless named.
    pub fn related<'s>(&'s self, at: usize, relations: &'s [&'s str]) -> impl Iterator<Item = usize> + 's {
        self.children(at)
            .iter()
            .copied()
            .filter(move |c| relations.contains(&self.relation(*c)) || relations.contains(&self.base_relation(*c)))
    }

    pub fn first(&self, at: usize, relations: &[&str]) -> Option<usize> {
        self.children(at).iter().copied().find(|c| relations.contains(&self.relation(*c)) || relations.contains(&self.base_relation(*c)))
    }

    /// A token and all that are coordinated with it.
    pub fn coordinated(&self, at: usize) -> Vec<usize> {
        let mut out = vec![at];
        let mut next = 0;
        while let Some(&one) = out.get(next) {
            next += 1;
            if out.len() > 24 {
                break;
            }
            let more: Vec<usize> = self.related(one, &["conj"]).filter(|c| !out.contains(c)).collect();
            out.extend(more);
        }
        out
    }

    /// The preposition that marks a phrase.
    pub fn case(&self, at: usize) -> &'a str {
        if let Some(case) = self.first(at, &["case"]) {
            return self.word(case);
        }
        // "with Chancellor of Germany Angela Merkel": the tree hangs it on the title.
        let start = self.sentence.tokens.start;
        let named = self.names_at(at).find(|m| !m.modifier && m.tokens.len() > 1).map(|m| m.tokens.clone());
        let Some(name) = named.filter(|n| n.start > start) else { return "" };
        let mut before = name.start - start - 1;
        if self.upos(before) == Upos::Det && before > 0 {
            before -= 1;
        }
        let within = |t: usize| name.contains(&(start + t));
        if self.relation(before) == "case" && self.head(before).is_some_and(within) { self.word(before) } else { "" }
    }

    /// All tokens below a token and itself, in the order of the text; relations in `without` are not entered.
    pub fn below(&self, at: usize, without: &[&str]) -> Vec<usize> {
        let mut out = vec![at];
        let mut next = 0;
        while let Some(&one) = out.get(next) {
            next += 1;
            for &child in self.children(one) {
                let skip = without.contains(&self.relation(child)) || without.contains(&self.base_relation(child));
                if !skip && !out.contains(&child) {
                    out.push(child);
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// The article's bytes from one token to another, both included.
    pub fn span(&self, from: usize, to: usize) -> TextSpan {
        let token = |at: usize| self.sources.document.tokens.get(self.sentence.tokens.start + at).map(|t| t.span);
        match (token(from), token(to)) {
            (Some(a), Some(b)) if a.start <= b.end => TextSpan::new(a.start, b.end),
            _ => self.sentence.span,
        }
    }

    /// The article's words from one token to another, both included.
    pub fn text(&self, from: usize, to: usize) -> &'a str {
        self.span(from, to).of(&self.sources.document.article.text)
    }

    /// The token that holds a byte of the article.
    pub fn token_at(&self, byte: usize) -> Option<usize> {
        let tokens = self.sources.document.tokens.get(self.sentence.tokens.clone())?;
        let at = tokens.partition_point(|t| t.span.end <= byte);
        (at < tokens.len()).then_some(at)
    }

    /// The first and the last token of a stretch of the article.
    pub fn tokens_of(&self, span: TextSpan) -> Option<(usize, usize)> {
        let first = self.token_at(span.start)?;
        let last = self.token_at(span.end.saturating_sub(1)).unwrap_or(first);
        Some((first, last.max(first)))
    }

    /// The mentions in the sentence with their index.
    pub fn names(&self) -> impl Iterator<Item = (usize, &'a Mention)> + '_ {
        self.mentions.clone().filter_map(|i| self.sources.actors.mentions.get(i).map(|m| (i, m)))
    }

    /// The mention that covers a token.
    pub fn name_at(&self, at: usize) -> Option<&'a Mention> {
        let token = self.sentence.tokens.start + at;
        self.names().map(|(_, m)| m).find(|m| m.tokens.contains(&token))
    }

    /// All mentions that cover a token.
    pub fn names_at(&self, at: usize) -> impl Iterator<Item = &'a Mention> + '_ {
        let token = self.sentence.tokens.start + at;
        self.names().map(|(_, m)| m).filter(move |m| m.tokens.contains(&token))
    }

    /// The head of a mention within the sentence.
    pub fn name_head(&self, mention: &Mention) -> Option<usize> {
        mention.head.checked_sub(self.sentence.tokens.start).filter(|h| *h < self.len())
    }

    pub fn expressions(&self) -> impl Iterator<Item = (usize, &'a TimeExpression)> + '_ {
        self.times.clone().filter_map(|i| self.sources.times.get(i).map(|e| (i, e)))
    }

    /// Whether a token stands inside a time expression.
    pub fn is_time(&self, at: usize) -> bool {
        let span = self.span(at, at);
        self.expressions().any(|(_, e)| e.span.contains(span))
    }

    pub fn is_verb(&self, at: usize) -> bool {
        self.upos(at) == Upos::Verb
    }

    pub fn is_noun(&self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn)
    }

    pub fn headline(&self) -> bool {
        matches!(self.role, ParagraphRole::Headline | ParagraphRole::Heading)
    }
}
