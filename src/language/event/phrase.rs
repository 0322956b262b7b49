//! Titles from the tree: who does what where, in the article's own words, in at most ten of them.

use super::inflection;
use super::kind::Status;
use super::naming;
use super::party::{self, Party};
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::ActorKind;
use crate::language::syntax::Upos;

/// The most words that a title has.
pub const LONGEST: usize = 10;

/// Words that no title ends with.
const DANGLING: &str = "the a an of in on at to with and or for by from between its his her their as that into over under about against after \
before , more most some 's ’s following including this which both than who other another such amid during between upon toward towards through";

/// Words of a title so far.
#[derive(Debug, Default, Clone)]
pub struct Words {
    pub list: Vec<String>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.list.iter().map(|w| w.split_whitespace().count()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn left(&self) -> usize {
        LONGEST.saturating_sub(self.len())
    }

    pub fn push(&mut self, words: &str) {
        if !words.is_empty() {
            self.list.push(words.to_owned());
        }
    }

    /// One line, its first letter large, no dangling word at its end.
    pub fn finish(mut self) -> String {
        let dangling = |w: &str| DANGLING.split_whitespace().any(|d| d == w.to_lowercase());
        while self.list.last().is_some_and(|w| dangling(w)) {
            self.list.pop();
        }
        let mut line = String::new();
        for word in &self.list {
            let joined = matches!(word.as_str(), "," | "'s" | "’s" | "'" | "’" | "%" | ")" | ":" | "n't" | "n’t");
            if !line.is_empty() && !joined && !line.ends_with(['-', '–', '(', '$', '/']) {
                line.push(' ');
            }
            line.push_str(word);
        }
        let line = line.trim_end_matches([',', ' ', '-', '–', '(']).to_owned();
        let mut letters = line.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => line,
        }
    }
}

/// "A", "A and B", "A, B and C"; more than four are cut to the first three.
pub fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] => format!("{first}, {second} and {third}"),
        [first, second, third, fourth] => format!("{first}, {second}, {third} and {fourth}"),
        [first, second, third, ..] => format!("{first}, {second}, {third} and others"),
    }
}

/// Puts a noun phrase into at most `budget` words: name or core, what is coordinated, then its prepositional phrases.
pub fn noun(view: &View, head: usize, budget: usize, out: &mut Words) {
    let start = out.len();
    let left = |out: &Words| budget.saturating_sub(out.len() - start);
    if budget == 0 {
        return;
    }
    let heads = view.coordinated(head);
    for (position, &one) in heads.iter().enumerate() {
        if left(out) == 0 || position > 3 {
            break;
        }
        if position > 0 {
            if left(out) < 2 {
                break;
            }
            if position + 1 < heads.len() { out.push(",") } else { out.push("and") }
        }
        single(view, one, left(out), out);
    }
    let name_end =
        view.names_at(head).filter(|m| !m.modifier).map(|m| m.tokens.end.saturating_sub(view.sentence.tokens.start)).max().unwrap_or(0);
    for &child in view.children(head) {
        if child < head || child < name_end || left(out) < 2 {
            continue;
        }
        let relation = view.base_relation(child);
        if matches!(relation, "nmod" | "obl") && !view.is_time(child) && view.relation(child) != "nmod:poss" {
            let case = view.case(child);
            if case.is_empty() || matches!(case, "including" | "like" | "such" | "despite" | "according") {
                continue;
            }
            out.push(case);
            noun(view, child, left(out).min(6), out);
        } else if relation == "acl" && view.xpos(child) == "VB" && left(out) >= 3 {
            out.push("to");
            out.push(view.word(child));
            tail(view, child, left(out), out);
        }
    }
}

/// One noun phrase without what is coordinated with it.
pub fn alone(view: &View, head: usize, budget: usize, out: &mut Words) {
    single(view, head, budget, out);
}

/// The verb of a title: "meets", "meet", "to meet".
pub fn verb(base: &str, status: Status, many: bool) -> String {
    match status {
        Status::Expected | Status::Proposed => format!("to {base}"),
        _ if many => base.to_owned(),
        _ => inflection::third(base),
    }
}

fn single(view: &View, head: usize, budget: usize, out: &mut Words) {
    let named: Vec<String> = party::told(view, head).iter().filter(|p| p.entity.is_some()).map(|p| naming::called(view, p)).collect();
    if !named.is_empty() {
        let name = join(&named);
        if name.split_whitespace().count() <= budget.max(3) {
            out.push(&name);
            return;
        }
    }
    let (mut from, to) = party::core(view, head);
    let negative = view.children(head).iter().any(|c| view.word(*c) == "no");
    if negative {
        out.push("no");
    }
    while to - from + 1 > budget && from < to {
        from += 1;
    }
    push_tokens(view, &(from..=to).collect::<Vec<_>>(), out);
}

/// Tokens as they stand; marks and clitics are joined later.
fn push_tokens(view: &View, tokens: &[usize], out: &mut Words) {
    let mut before: Option<usize> = None;
    for &at in tokens {
        if view.upos(at) == Upos::Punct && !matches!(view.word(at), "," | "-" | "–" | "$" | "%")
            || view.is_time(at) && view.word(at) != "may"
        {
            continue;
        }
        let span = view.span(at, at);
        let glued = before.is_some_and(|b| view.span(b, b).end == span.start) && before.is_some_and(|b| b + 1 == at);
        match out.list.last_mut().filter(|_| glued) {
            Some(last) => last.push_str(view.exact(at)),
            None => out.push(view.exact(at)),
        }
        before = Some(at);
    }
}

/// What follows a verb, by its phrases: particle, objects, infinitive, places and partners, as far as words are left.
pub fn tail(view: &View, verb: usize, budget: usize, out: &mut Words) {
    let start = out.len();
    let left = |out: &Words| budget.saturating_sub(out.len() - start);
    for &child in view.children(verb) {
        if child < verb || left(out) == 0 {
            continue;
        }
        match view.base_relation(child) {
            "compound" | "advmod"
                if view.relation(child) == "compound:prt" || matches!(view.word(child), "back" | "home" | "together" | "again") =>
            {
                out.push(view.word(child))
            }
            "obj" | "iobj" if !view.is_time(child) => noun(view, child, left(out), out),
            "xcomp" => {
                if view.xpos(child) == "VB" {
                    if left(out) >= 3 {
                        out.push("to");
                        out.push(view.word(child));
                        tail(view, child, left(out), out);
                    }
                } else if view.is_noun(child) {
                    let case = view.case(child);
                    out.push(case);
                    noun(view, child, left(out), out);
                } else if left(out) >= 2 {
                    out.push(view.word(child));
                    tail(view, child, left(out), out);
                }
            }
            "obl" if !view.is_time(child) => {
                let case = view.case(child);
                let dropped = case.is_empty()
                    || matches!(
                        case,
                        "during"
                            | "after"
                            | "before"
                            | "despite"
                            | "because"
                            | "since"
                            | "until"
                            | "following"
                            | "amid"
                            | "while"
                            | "according"
                            | "within"
                            | "as"
                            | "without"
                            | "upon"
                    ) && out.len() > 3;
                if !dropped && left(out) >= 2 {
                    out.push(case);
                    noun(view, child, left(out), out);
                }
            }
            "advcl" if view.xpos(child) == "VB" && left(out) >= 3 && view.children(child).iter().any(|c| view.word(*c) == "to") => {
                out.push("to");
                out.push(view.word(child));
                tail(view, child, left(out), out);
            }
            "ccomp" if left(out) >= 3 => {
                let tokens: Vec<usize> = view
                    .below(child, &["advcl", "parataxis", "acl:relcl", "appos"])
                    .into_iter()
                    .filter(|t| view.word(*t) != "that")
                    .take(left(out))
                    .collect();
                push_tokens(view, &tokens, out);
            }
            "conj" | "parataxis" => break,
            _ => {}
        }
    }
}

/// Whether names or a noun phrase take a plural verb.
fn plural(view: &View, agents: &[Party], subject: Option<usize>) -> bool {
    match agents {
        [] => subject.is_some_and(|s| {
            matches!(view.xpos(s), "NNS" | "NNPS")
                || matches!(view.word(s), "they" | "we" | "both" | "these" | "those" | "you" | "i")
                || view.coordinated(s).len() > 1
        }),
        [one] => subject.is_some_and(|_| {
            matches!(view.xpos(one.head), "NNS" | "NNPS")
                && one.entity.is_none_or(|e| view.sources.actors.entities.get(e).is_some_and(|e| e.kind == ActorKind::Group))
        }),
        _ => true,
    }
}

/// The title of a clause.
pub fn clause(view: &View, predicate: &Predicate, status: Status, agents: &[Party], subject: Option<usize>, promoted: bool) -> String {
    let mut out = Words::default();
    let names: Vec<String> = agents.iter().map(|a| naming::called(view, a)).collect();
    if !names.is_empty() {
        out.push(&join(&names));
    } else if let Some(subject) = subject {
        noun(view, subject, 5, &mut out);
    }
    let passive = predicate.passive && !promoted;
    let base = predicate.base.as_str();
    let (_, participle) = inflection::past(base);
    let many = plural(view, agents, subject);
    let future = matches!(status, Status::Expected | Status::Proposed) && !out.list.is_empty();
    match (future, passive, predicate.negated) {
        (true, true, _) => out.push(&format!("to be {participle}")),
        (true, false, _) => out.push(&format!("to {base}")),
        (false, true, true) => out.push(&format!("not {participle}")),
        (false, true, false) => out.push(&participle),
        (false, false, true) => out.push(&format!("{} not {base}", if many { "do" } else { "does" })),
        (false, false, false) => out.push(&if many { base.to_owned() } else { inflection::third(base) }),
    }
    let left = out.left();
    if promoted {
        // "the accord signed by both": what was signed stands as the object.
        if let Some(subject) = subject {
            noun(view, subject, left, &mut out);
        }
    }
    let left = out.left();
    tail(view, predicate.verb, left, &mut out);
    out.finish()
}
