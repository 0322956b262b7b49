//! The order that connectives state between two happenings of one sentence: "followed by", "after", "before", "ahead of", "led to".

use super::mention::EventMention;
use super::view::View;
use crate::article::TextSpan;

/// One trigger's happening ends before another's starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Triggers, in `Document::tokens`.
    pub before: usize,
    pub after: usize,
    /// The words that say so.
    pub span: TextSpan,
}

/// All orders that the sentence states between its mentions.
pub fn read(view: &View, mentions: &[EventMention]) -> Vec<Link> {
    let mut out = Vec::new();
    let first = view.sentence.tokens.start;
    let mention = |at: usize| mentions.iter().find(|m| m.trigger == first + at || m.verb == Some(first + at)).map(|m| m.trigger);
    let mut state = |before: Option<usize>, after: Option<usize>, from: usize, to: usize| {
        if let (Some(before), Some(after)) = (before, after)
            && before != after
        {
            out.push(Link { before, after, span: view.span(from, to) });
        }
    };
    for at in 0..view.len() {
        // "talks, followed by negotiations"; "the visit was followed by talks"
        if view.word(at) == "followed" {
            let by = view.related(at, &["obl"]).find(|o| view.case(*o) == "by").and_then(&mention);
            let subject = view.first(at, &["nsubj"]).or_else(|| view.head(at).filter(|_| view.base_relation(at) == "acl"));
            let previous = subject.and_then(&mention).or_else(|| (0..at).rev().find_map(&mention));
            state(previous, by, at, (at + 1).min(view.len().saturating_sub(1)));
        }
        // "after the talks", "ahead of the summit", "before leaving"
        let case = view.related(at, &["case", "mark"]).next();
        let Some(case) = case.filter(|c| matches!(view.word(*c), "after" | "following" | "before" | "ahead" | "since")) else { continue };
        let Some(head) = view.head(at) else { continue };
        // Only where nothing is counted between: "two days after the talks" is a date.
        if case > 0 && view.is_time(case - 1) {
            continue;
        }
        let (this, other) = (mention(at), mention(head));
        match view.word(case) {
            "after" | "following" | "since" => state(this, other, case, case),
            _ => state(other, this, case, case),
        }
    }
    out
}
