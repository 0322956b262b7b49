//! When: the time expressions that hang on a trigger, its own or those of the clause that it shares.

use super::lexicon::Lexicon;
use super::mention::Timing;
use super::predicate::Predicate;
use super::view::View;
use crate::language::time::TimeExpression;

/// Families of verbs whose object comes to be, or takes place, by what they tell.
const MAKES: &[&str] = &["sign", "agree", "host", "attend", "begin", "end", "elect", "found", "publish", "win", "cancel"];

/// For each time expression of the sentence, the verb or event noun that it hangs on.
pub fn sites(view: &View) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (index, expression) in view.expressions() {
        if expression.stretch.is_none() && expression.offset.is_none() {
            continue;
        }
        let Some((from, to)) = view.tokens_of(expression.span) else { continue };
        // The token of the expression whose head lies outside of it.
        let top = (from..=to).find(|t| view.head(*t).is_none_or(|h| h < from || h > to)).unwrap_or(to);
        let mut at = top;
        let mut site = view.head(top).unwrap_or(top);
        for _ in 0..12 {
            let Some(head) = view.head(at) else { break };
            site = head;
            let nominal = view.is_noun(head) && Lexicon::get().noun(view.word(head)).is_some();
            if view.is_verb(head) || nominal {
                break;
            }
            at = head;
        }
        if view.is_verb(site) && names_only(view, expression, site) {
            continue;
        }
        out.push((index, site));
    }
    out
}

/// The noun that a date names, where one follows it: the convention of "the 1936 convention".
fn named(view: &View, expression: &TimeExpression) -> Option<usize> {
    view.tokens_of(expression.span).and_then(|(from, to)| (from..=to).find_map(|t| view.head(t).filter(|h| *h > to)))
}

/// Whether the noun that a date names hangs on a verb.
pub fn governs(view: &View, expression: &TimeExpression, verb: usize) -> bool {
    named(view, expression).is_some_and(|n| n == verb || view.head(n) == Some(verb))
}

/// Whether a date only names what a verb has to do with: "denounced the 1936 convention". Who signs, holds or attends it does so then, and
/// what follows, opens or ends it ("following a September 1991 referendum") is dated by it.
pub fn names_only(view: &View, expression: &TimeExpression, verb: usize) -> bool {
    if !expression.attributive || Lexicon::get().verb(view.word(verb)).is_some_and(|(family, ..)| MAKES.contains(&family.name)) {
        return false;
    }
    named(view, expression)
        .is_none_or(|n| !matches!(view.case(n), "after" | "following" | "before" | "since" | "during" | "at" | "in" | "on" | "until"))
}

/// The times of a verb's clause: its own, its noun's, or those of the clause that it shares.
pub fn of_verb(view: &View, predicate: &Predicate, noun: Option<usize>, sites: &[(usize, usize)]) -> Vec<Timing> {
    let timing =
        |expression: usize, own: bool| Timing { expression, signal: view.sources.times.get(expression).and_then(|e| e.signal), own };
    // "threatened on Wednesday to leave": the tree hangs the day on either verb.
    let owned =
        |site: usize| view.head(site) == Some(predicate.verb) && view.relation(site) == "xcomp" && super::predicate::owned(view, site);
    let own = |site: usize| {
        owned(site) || site == predicate.verb || site == predicate.clause || predicate.chain.contains(&site) || noun == Some(site)
    };
    let mut out: Vec<Timing> = sites.iter().filter(|(_, site)| own(*site)).map(|(e, _)| timing(*e, true)).collect();
    // Of verbs in a row each has its own: "conquering the one in August and entering the other in September".
    let direct = |t: &Timing| sites.iter().any(|(e, site)| *e == t.expression && (*site == predicate.verb || noun == Some(*site)));
    if out.iter().any(direct) {
        out.retain(|t| direct(t));
    }
    if !out.is_empty() {
        return out;
    }
    // "It was late August before they could sign", "it was on Friday that they left": the date is that of the clause.
    if let Some(date) = view.head(predicate.clause).filter(|h| cleft(view, *h, predicate.clause)) {
        let within = |e: &TimeExpression| view.tokens_of(e.span).is_some_and(|(from, to)| (from..=to).contains(&date));
        let told = sites.iter().filter(|(e, site)| *site == date || view.sources.times.get(*e).is_some_and(within));
        out.extend(told.map(|(e, _)| timing(*e, true)));
        if !out.is_empty() {
            return out;
        }
    }
    // Shared: a time that stands before the first of coordinated verbs, or with the clause that a participle or an infinitive leans on.
    let mut at = predicate.clause;
    for _ in 0..5 {
        let Some(head) = view.head(at) else { break };
        let relation = view.base_relation(at);
        if !matches!(relation, "conj" | "xcomp" | "advcl" | "parataxis" | "acl" | "ccomp") {
            break;
        }
        // "after signing a truce, they left on Friday": what the clause comes after or before has a day of its own.
        if relation == "advcl" && view.related(at, &["mark", "case"]).any(|m| APART.contains(&view.word(m))) {
            break;
        }
        let shared = match relation {
            "conj" | "parataxis" => {
                sites.iter().filter(|(e, site)| *site == head && before(view, *e, head)).map(|(e, _)| *e).collect::<Vec<_>>()
            }
            "acl" | "ccomp" => Vec::new(),
            _ => sites.iter().filter(|(_, site)| *site == head).map(|(e, _)| *e).collect(),
        };
        if !shared.is_empty() {
            out.extend(shared.into_iter().map(|e| timing(e, false)));
            return out;
        }
        at = head;
    }
    // "The 7 August blasts killed 257", "the 23 February accord signed by both": the day of the noun is that of what it does or undergoes.
    let done = view.head(predicate.clause).filter(|_| view.relation(predicate.clause) == "acl" && MAKES.contains(&predicate.base.as_str()));
    let bearer = done.or_else(|| view.first(predicate.verb, &["nsubj"]));
    if let Some(bearer) = bearer.filter(|b| view.is_noun(*b)) {
        let names = |e: usize| {
            let told = view.sources.times.get(e);
            told.is_some_and(|t| t.attributive && t.stretch.is_some() && named(view, t) == Some(bearer))
        };
        let hung = |e: usize| sites.iter().any(|(told, site)| *told == e && *site == bearer);
        out.extend(view.times.clone().filter(|e| names(*e) || hung(*e)).map(|e| timing(e, false)));
    }
    out
}

/// What sets a clause apart in time from the one that it hangs on.
const APART: &[&str] = &["after", "before", "since", "until", "till", "once", "following"];

/// Whether a clause is what "it was DATE" singles out.
fn cleft(view: &View, date: usize, clause: usize) -> bool {
    let it = view.first(date, &["nsubj", "expl"]).is_some_and(|s| view.word(s) == "it");
    let introduced = view.related(clause, &["mark"]).any(|m| matches!(view.word(m), "that" | "before" | "when"));
    it && introduced && view.first(date, &["cop"]).is_some()
}

/// Whether an expression stands before a token.
fn before(view: &View, expression: usize, at: usize) -> bool {
    view.sources.times.get(expression).is_some_and(|e| e.span.start < view.span(at, at).start)
}

/// The times of a noun: those inside its own phrase.
pub fn of_noun(view: &View, noun: usize, sites: &[(usize, usize)]) -> Vec<Timing> {
    sites
        .iter()
        .filter(|(_, site)| *site == noun)
        .map(|(expression, _)| Timing {
            expression: *expression,
            signal: view.sources.times.get(*expression).and_then(|e| e.signal),
            own: true,
        })
        .collect()
}
