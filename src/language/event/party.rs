//! Who a noun phrase stands for, and the phrase cut to what a title can carry.

use super::view::View;
use crate::article::TextSpan;
use crate::language::actor::spelling::plain;
use crate::language::actor::{ActorKind, Entity, Mention};
use crate::language::syntax::Upos;
use crate::language::wordlist;

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Into `Actors::entities`; none for people told only by a common noun ("protesters").
    pub entity: Option<usize>,
    /// By the fullest name that the article gives, or the phrase as it stands.
    pub name: String,
    pub kind: ActorKind,
    /// The words of this telling.
    pub span: TextSpan,
    /// The token that heads the phrase, within its sentence.
    pub head: usize,
}

/// Common nouns for people and bodies that act.
const PEOPLE: &str = "minister president leader official envoy diplomat ambassador delegation side party government force troop army soldier rebel \
protester police delegate representative secretary negotiator mediator commander general parliament senate congress administration ministry \
council commission committee court house cabinet junta king prince premier chancellor chief head state country nation ally member senator deputy \
lawmaker spokesman spokeswoman spokesperson reporter journalist people man woman citizen civilian refugee worker student demonstrator militant fighter \
guerrilla insurgent militia navy fleet squadron regiment division battalion garrison guard unit union federation alliance bloc organization \
organisation agency company team panel group coalition opposition authority republic kingdom empire power participant guest founder adviser advisor \
aide counterpart observer expert inspector peacekeeper contingent prisoner hostage crew voter capital tribesman settler colonist";

/// Whether a noun, in the singular or the plural, stands for people or a body that acts.
pub fn person_noun(word: &str) -> bool {
    let single = word.strip_suffix("men").map(|s| format!("{s}man"));
    let stem = single.as_deref().unwrap_or(word);
    let singular = |stem: &str| wordlist::listed(PEOPLE, stem);
    singular(stem) || stem.strip_suffix('s').is_some_and(singular) || stem.strip_suffix("ies").is_some_and(|s| singular(&format!("{s}y")))
}

/// Everyone whom a noun phrase and what is coordinated with it names.
pub fn parties(view: &View, noun: usize) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for head in heads(view, noun) {
        for party in told(view, head) {
            if !out.iter().any(|p| p.name == party.name) {
                out.push(party);
            }
        }
    }
    // "US President George W. Bush" is one man, not a president and a man.
    let people: Vec<TextSpan> = out.iter().filter(|p| p.kind == ActorKind::Person).map(|p| p.span).collect();
    let text = &view.sources.document.article.text;
    let title = |p: &Party| {
        people.iter().any(|n| {
            n.contains(p.span)
                || p.span.end <= n.start
                    && text.get(p.span.end..n.start).is_some_and(|t| t.len() < 30 && !t.contains([',', ';']) && !t.contains(" and "))
        })
    };
    out.retain(|p| p.kind == ActorKind::Person || !title(p));
    out
}

/// A noun and all that are joined with it, by the tree or in a list of names.
pub fn heads(view: &View, noun: usize) -> Vec<usize> {
    let mut out = view.coordinated(noun);
    for head in listed(view, noun) {
        if !out.contains(&head) {
            out.push(head);
        }
    }
    // Names that the tree had left before the first stand where they are told.
    if out.iter().any(|h| *h < noun) && out.iter().all(|h| view.is_noun(*h)) {
        out.sort_unstable();
    }
    out
}

/// The heads of the names that a list joins to a noun's name, however the tree hangs them: "Carter, Senator Nunn, and General Powell".
fn listed(view: &View, noun: usize) -> Vec<usize> {
    let offset = view.sentence.tokens.start;
    let acts = |m: &Mention| {
        let kind = view.sources.actors.entities.get(m.entity).map(|e| e.kind);
        !m.modifier && matches!(kind, Some(ActorKind::Person | ActorKind::State | ActorKind::Body | ActorKind::Group))
    };
    let Some(mut last) = view.names_at(noun).find(|m| acts(m)) else { return Vec::new() };
    let (mut out, mut closed) = (Vec::new(), 0);
    loop {
        let from = last.tokens.end.saturating_sub(offset);
        let mut at = from;
        while at < from + 3 && matches!(view.word(at), "," | "and" | "&" | "the") {
            at += 1;
        }
        let joined = (from..at).any(|t| matches!(view.word(t), "and" | "&"));
        let Some(next) = view.names().map(|(_, m)| m).find(|m| m.tokens.start == offset + at && acts(m)).filter(|_| at > from) else {
            break;
        };
        let Some(head) = view.name_head(next) else { break };
        // "Trump met Putin and Xi met Modi": the second has a verb of its own.
        if view.base_relation(head) == "nsubj" && noun > view.head(head).map_or(0, |h| h.min(head)) && view.head(noun) != view.head(head) {
            break;
        }
        out.push(head);
        if joined {
            closed = out.len();
        }
        last = next;
    }
    // A comma alone may open an apposition or the next clause: the list ends with "and".
    out.truncate(closed);
    if !out.is_empty() {
        out.extend(listed_before(view, noun, &acts));
    }
    out
}

/// The heads of the names of one kind that stand before a name in its list, where the tree has left them out of it: "Poland, the Czech
/// Republic and Hungary".
fn listed_before(view: &View, noun: usize, acts: &impl Fn(&Mention) -> bool) -> Vec<usize> {
    let offset = view.sentence.tokens.start;
    let kind = |m: &Mention| view.sources.actors.entities.get(m.entity).map(|e| e.kind);
    let mut out = Vec::new();
    let Some(mut first) = view.names_at(noun).find(|m| acts(m)) else { return out };
    loop {
        let mut at = first.tokens.start.saturating_sub(offset);
        if at > 0 && view.word(at - 1) == "the" {
            at -= 1;
        }
        if at < 2 || view.word(at - 1) != "," {
            return out;
        }
        let ends = |m: &&Mention| m.tokens.end == offset + at - 1 && acts(m) && kind(m) == kind(first);
        let Some(before) = view.names().map(|(_, m)| m).find(ends) else { return out };
        let Some(head) = view.name_head(before).filter(|h| view.case(*h).is_empty()) else { return out };
        // What already has a place of its own in the clause is no part of the list.
        if matches!(view.base_relation(head), "nsubj" | "obj" | "obl" | "nmod") {
            return out;
        }
        out.push(head);
        first = before;
    }
}

/// Everyone whom one noun phrase stands for: "the two leaders" and "U.S. and Ukrainian officials" stand for several.
pub fn told(view: &View, head: usize) -> Vec<Party> {
    let ruler = ruler(view, head);
    if !ruler.is_empty() {
        return ruler;
    }
    let actors = view.sources.actors;
    // "Witkoff and Kushner's visit": both own it.
    let shares = view.relation(head) == "conj" && view.head(head).is_some_and(|h| view.relation(h) == "nmod:poss");
    let owner = shares || view.relation(head) == "nmod:poss";
    let covers = |at: usize| view.names_at(at).filter(move |m| !m.modifier || owner && !inside_name(view, m)).collect::<Vec<_>>();
    let mut named = covers(head);
    if named.is_empty() {
        // A title before the name: "President Biden" where the tree hangs the name on the title.
        named = view
            .children(head)
            .iter()
            .filter(|c| {
                matches!(view.base_relation(**c), "flat" | "appos" | "compound") && (**c > head || view.base_relation(**c) == "flat")
            })
            .map(|c| covers(*c))
            .find(|m| m.iter().any(|m| actors.entities.get(m.entity).is_some_and(|e| e.kind == ActorKind::Person)))
            .unwrap_or_default();
    }
    if named.is_empty() {
        // "Serbia, Russia's ally", where the tree takes the ally for the head
        let first = core(view, head).0;
        if first < head && view.word(first + 1) == "," {
            named = covers(first);
        }
    }
    if named.is_empty() && person_noun(view.word(head)) {
        named = titled(view, head).into_iter().collect();
    }
    let out: Vec<Party> = named
        .iter()
        .filter_map(|m| actors.entities.get(m.entity).map(|e| (m, e)))
        .filter(|(_, e)| e.kind == ActorKind::Person || !happening(&e.name))
        .map(|(m, e)| Party { entity: Some(m.entity), name: spelled(view, m, e), kind: e.kind, span: m.span, head })
        .collect();
    if !out.is_empty() || !view.is_noun(head) {
        return out;
    }
    let spelled_out = named_after(view, head);
    if !spelled_out.is_empty() {
        return spelled_out;
    }
    if !(person_noun(view.word(head)) || view.upos(head) == Upos::Propn && actors.entities.is_empty()) {
        return out;
    }
    let (from, to) = core(view, head);
    vec![Party { entity: None, name: tidy(view, from, to), kind: ActorKind::Group, span: view.span(from, to), head }]
}

/// The person whom a long title names in the end: "Assistant Secretary for the Bureau of Eurasian Affairs Dr. Karen Donfried".
fn titled<'a>(view: &View<'a>, head: usize) -> Option<&'a Mention> {
    if !matches!(view.word(head + 1), "for" | "of") || !view.exact(head).starts_with(char::is_uppercase) {
        return None;
    }
    let offset = view.sentence.tokens.start;
    let inner = |t: usize| matches!(view.upos(t), Upos::Adp | Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Cconj);
    let person = |m: &&Mention| {
        let person = view.sources.actors.entities.get(m.entity).is_some_and(|e| e.kind == ActorKind::Person);
        person && !m.modifier && !m.pronoun && m.tokens.start > offset + head
    };
    let mention = view.names().map(|(_, m)| m).find(person)?;
    (head + 1..mention.tokens.start - offset).all(|t| inner(t) && view.exact(t) != ",").then_some(mention)
}

/// Whom the words after a common noun name: "three former satellites – Poland, Hungary and Romania".
fn named_after(view: &View, head: usize) -> Vec<Party> {
    let token = view.sentence.tokens.start + head + 2;
    let dash = matches!(view.word(head + 1), "\u{2014}" | "\u{2013}" | ":");
    let starts = view.names().map(|(_, m)| m).find(|m| dash && !m.modifier && m.tokens.start == token);
    if let Some(first) = starts.and_then(|m| view.name_head(m)).filter(|_| view.xpos(head) == "NNS") {
        return parties(view, first);
    }
    Vec::new()
}

/// Whose government it is: "the government of Lena Orlova".
fn ruler(view: &View, head: usize) -> Vec<Party> {
    if !matches!(view.word(head), "government" | "regime" | "administration" | "cabinet") {
        return Vec::new();
    }
    let ruler = view.related(head, &["nmod"]).find(|n| view.case(*n) == "of");
    let ruler = ruler.map(|n| told(view, n)).unwrap_or_default();
    ruler.into_iter().filter(|p| p.kind == ActorKind::Person).collect()
}

/// A name as this sentence spells it, where the article writes one name in several ways: "Việt Minh" and "Viet Minh".
fn spelled(view: &View, mention: &Mention, entity: &Entity) -> String {
    let offset = view.sentence.tokens.start;
    if let (Some(from), Some(to)) = (mention.name.start.checked_sub(offset), mention.name.end.checked_sub(offset + 1))
        && to < view.len()
        && entity.kind != ActorKind::Person
    {
        let told = tidy(view, from, to);
        if told != entity.name && plain(&told) == plain(&entity.name) && told.starts_with(char::is_uppercase) {
            return told;
        }
    }
    entity.name.clone()
}

/// Whether a name is that of a treaty, a war or a meeting, which take no part in anything.
fn happening(name: &str) -> bool {
    let last = name.split_whitespace().last().unwrap_or("").to_lowercase();
    let nouns = [
        "agreement",
        "accord",
        "accords",
        "treaty",
        "pact",
        "war",
        "wars",
        "conference",
        "summit",
        "talks",
        "process",
        "plan",
        "protocol",
        "declaration",
        "forum",
        "session",
        "meeting",
        "resolution",
        "bill",
        "act",
        "charter",
        "memorandum",
        "revolution",
        "crisis",
    ];
    nouns.contains(&last.as_str())
}

/// Whether a qualifying name stands within a longer one's title ("Russian" in "Russian envoy Kirill Dmitriev").
fn inside_name(view: &View, mention: &crate::language::actor::Mention) -> bool {
    view.names().any(|(_, m)| m.span != mention.span && m.span.contains(mention.span) && !m.modifier)
}

/// Whom one noun phrase stands for, the first of several.
pub fn party(view: &View, head: usize) -> Option<Party> {
    told(view, head).into_iter().next()
}

/// The first and the last token of a noun phrase without determiner, clauses, appositions and later modifiers.
pub fn core(view: &View, head: usize) -> (usize, usize) {
    let mut from = head;
    for &child in view.children(head) {
        let keep = matches!(view.base_relation(child), "compound" | "amod" | "nummod" | "flat" | "nmod") && child < head;
        let determiner = matches!(view.word(child), "his" | "her" | "its" | "their" | "our" | "my" | "such" | "other" | "own" | "same");
        if keep && !determiner && !view.is_time(child) {
            let below = view.below(child, &["punct"]);
            from = from.min(below.into_iter().next().unwrap_or(child));
        }
    }
    let mut to = head;
    while view.children(head).iter().any(|c| *c == to + 1 && view.base_relation(*c) == "flat") {
        to += 1;
    }
    // A determiner inside the range would stand first.
    while from < head && matches!(view.upos(from), Upos::Det | Upos::Adp | Upos::Punct) {
        from += 1;
    }
    (from, to)
}

/// The article's words between two tokens on one line, the possessive's mark left at its word.
pub fn tidy(view: &View, from: usize, to: usize) -> String {
    view.text(from, to).split_whitespace().collect::<Vec<_>>().join(" ")
}
