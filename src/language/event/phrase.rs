//! The words of titles: noun phrases cut to what a title can carry, in the article's own words, nothing left dangling.

use super::inflection;
use super::kind::Status;
use super::naming;
use super::party;
use super::view::View;
use crate::language::syntax::Upos;
pub use crate::language::wordlist::listed;

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
    /// How many words; marks are none.
    pub fn len(&self) -> usize {
        self.list.iter().map(|w| w.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()).sum()
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

    /// Adds the words of another, unless nothing but a preposition is left of them.
    pub fn append(&mut self, mut more: Words) {
        more.trim();
        if more.len() > 1 || more.list.first().is_some_and(|w| !listed(DANGLING, w)) {
            self.list.append(&mut more.list);
        }
    }

    /// Takes dangling words off the end.
    pub fn trim(&mut self) {
        while self.list.last().is_some_and(|w| listed(DANGLING, &w.to_lowercase())) {
            self.list.pop();
        }
    }

    /// One line, its first letter large, no dangling word at its end.
    pub fn finish(mut self) -> String {
        self.trim();
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

/// Prepositions whose phrases a title leaves out: they tell of time, cause or circumstance.
const CIRCUMSTANCE: &str = "during after before despite because since until till following amid while according within upon throughout \
ahead prior due instead besides beyond than like given per including such owing concerning regarding as-of except notwithstanding ago";

/// Heads of phrases that only join two clauses: "in response to", "in an effort to", "at the invitation of".
const JOINTS: &str = "response effort connection addition accordance line attempt bid wake face basis framework context initiative invitation \
request behest behalf eve heels aftermath course occasion spite lieu exchange retaliation return light view terms capacity order case event \
result fact hope time moment km miles kilometers kilometres mile";

/// Heads that only lead over to what they are of: "under the leadership of Ana Petrova".
const HOLLOW: &str = "leadership form process purpose aegis auspices guise number series variety range kind type sort";

/// All words of the preposition of a phrase: "in", "along with", "out of".
pub fn preposition(view: &View, head: usize) -> String {
    let mut words: Vec<&str> = Vec::new();
    for case in view.related(head, &["case"]).filter(|c| *c < head) {
        words.push(view.word(case));
        words.extend(view.related(case, &["fixed"]).map(|f| view.word(f)));
    }
    let line = words.join(" ");
    match line.as_str() {
        "along with" | "together with" => "with".to_owned(),
        _ => line,
    }
}

/// Whether a title leaves a prepositional phrase out.
pub fn omitted(view: &View, head: usize) -> bool {
    let preposition = preposition(view, head);
    let first = preposition.split_whitespace().next().unwrap_or("");
    first.is_empty() || listed(CIRCUMSTANCE, first) || listed(JOINTS, view.word(head)) || view.is_time(head)
}

/// The phrase that a hollow head leads over to, else the head itself.
pub fn solid(view: &View, head: usize) -> usize {
    let inner = || view.related(head, &["nmod"]).find(|n| *n > head && view.case(*n) == "of");
    if listed(HOLLOW, view.word(head)) { inner().unwrap_or(head) } else { head }
}

/// Puts a noun phrase into at most `budget` words: name or core with its prepositional phrases, then what is coordinated with it.
pub fn noun(view: &View, head: usize, budget: usize, out: &mut Words) {
    let start = out.len();
    let left = |out: &Words| budget.saturating_sub(out.len() - start);
    // "Deputy Prime Minister and Foreign Minister Ana Costa" is one person with two offices.
    let mut told: Vec<usize> = Vec::new();
    let mut heads = view.coordinated(head);
    heads.retain(|one| {
        let entities: Vec<usize> = party::told(view, *one).iter().filter_map(|p| p.entity).collect();
        let again = !entities.is_empty() && entities.iter().all(|e| told.contains(e));
        told.extend(entities);
        !again
    });
    for (position, &one) in heads.iter().enumerate() {
        let needed = if position == 0 { 1 } else { 2 };
        if left(out) < needed || position > 3 {
            break;
        }
        if position > 0 {
            if position + 1 < heads.len() { out.push(",") } else { out.push("and") }
        }
        // What is joined later needs a word or two.
        let next = heads.get(position + 1).copied();
        let rest = (heads.len() - position - 1).min(2) * 2;
        single(view, one, left(out), out);
        let own = left(out).saturating_sub(rest);
        modifiers(view, one, next, own, out);
    }
}

/// The prepositional phrases and infinitives after a noun, up to what is coordinated with it.
fn modifiers(view: &View, head: usize, before: Option<usize>, budget: usize, out: &mut Words) {
    let start = out.len();
    let left = |out: &Words| budget.saturating_sub(out.len() - start);
    let first = view.sentence.tokens.start;
    let name_end = view.names_at(head).filter(|m| !m.modifier).map(|m| m.tokens.end.saturating_sub(first)).max().unwrap_or(0);
    for &child in view.children(head) {
        if child < head || child < name_end || left(out) < 2 {
            continue;
        }
        // The last of several takes what follows all of them, wherever the tree hangs it.
        if before.is_some_and(|b| child > b) && view.base_relation(child) != "acl" {
            continue;
        }
        let relation = view.base_relation(child);
        if matches!(relation, "nmod" | "obl") && view.relation(child) != "nmod:poss" && !omitted(view, child) {
            let mut phrase = Words::default();
            phrase.push(&preposition(view, child));
            // A preposition of several words ("in front of") may leave no word for what it governs.
            let room = left(out).saturating_sub(phrase.len()).min(6);
            if room > 0 {
                noun(view, solid(view, child), room, &mut phrase);
                out.append(phrase);
            }
        } else if relation == "acl"
            && view.xpos(child) == "VB"
            && left(out) >= 3
            && view.children(child).iter().any(|c| view.word(*c) == "to")
        {
            out.push("to");
            out.push(view.word(child));
            super::clause::tail(view, child, left(out), out);
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
    let parties = party::told(view, head);
    let named = naming::all(view, parties.iter().filter(|p| p.entity.is_some()));
    // "Galtieri resigns as president", not "as Galtieri".
    let twice = named.iter().any(|n| out.list.iter().any(|w| w == n));
    let doubled = twice && view.is_noun(head);
    if !named.is_empty() && !doubled {
        let name = cut(&join(&named), budget.max(3));
        if !name.is_empty() {
            out.push(&name);
            return;
        }
    }
    let (mut from, to) = party::core(view, head);
    let negative = view.children(head).iter().any(|c| view.word(*c) == "no");
    if negative {
        out.push("no");
    }
    let cut = to - from + 1 > budget;
    while to - from + 1 > budget && from < to {
        from += 1;
    }
    // Not from within a word: of "ambassadorial-level talks" the talks are left.
    let within = |at: usize| at > 0 && view.span(at - 1, at - 1).end == view.span(at, at).start;
    while cut && from < to && within(from) {
        from += 1;
    }
    push_tokens(view, &(from..=to).collect::<Vec<_>>(), out);
}

/// The first words of a long name, none of them left dangling.
pub fn cut(name: &str, budget: usize) -> String {
    if name.split_whitespace().count() <= budget {
        return name.to_owned();
    }
    let mut words = Words::default();
    for word in name.split_whitespace().take(budget) {
        words.push(word);
    }
    words.trim();
    words.list.join(" ")
}

/// Tokens as they stand; marks and clitics are joined later.
pub fn push_tokens(view: &View, tokens: &[usize], out: &mut Words) {
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
