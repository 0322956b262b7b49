//! Whether it took place: happened, expected, proposed or called off, with the article's word for it.

use super::kind::Status;
use super::lexicon::Light;
use super::mention::Timing;
use super::predicate::{Predicate, Tense};
use super::view::View;
use crate::language::syntax::Upos;
use crate::language::wordlist::listed;

/// Adjectives and nouns about a noun that tell its status: "a planned meeting", "the absence of a planned meeting".
const EXPECTED: &str =
    "pencilled slated booked pending set planned scheduled upcoming forthcoming expected impending imminent future coming next due";
const PROPOSED: &str = "proposed possible potential suggested prospective likely mooted";
const CANCELLED: &str = "shelved abandoned dropped axed ditched cancelled canceled postponed aborted abortive scrapped delayed called-off";

/// The status of a clause.
pub fn of_clause(view: &View, predicate: &Predicate, light: Option<Light>, times: &[Timing]) -> (Status, Option<String>) {
    let verb = view.word(predicate.verb).to_owned();
    let particle = Some(view.word(predicate.verb + 1)).filter(|w| matches!(*w, "off" | "out"));
    let called_off = matches!((predicate.base.as_str(), particle), ("call" | "put", Some("off")) | ("rule", Some("out")));
    if light == Some(Light::Cancel) && !predicate.negated && fallen(view, predicate.verb, &predicate.base) {
        return (Status::CalledOff, Some(format!("{verb} {}", view.word(predicate.verb + 1))));
    }
    if let Some(particle) = particle.filter(|_| called_off && !predicate.negated) {
        return (Status::CalledOff, Some(format!("{verb} {particle}")));
    }
    // What was under way and is cancelled ends: that happened.
    let underway = view.first(predicate.verb, &["obj"]).is_some_and(|o| {
        super::nominal::family(view, o).is_some_and(|(f, ..)| f.kind == super::kind::Kind::Assault)
            || matches!(view.word(o), "operation" | "operations")
    });
    let cancels = matches!(light, Some(Light::Cancel | Light::Postpone))
        || matches!(predicate.base.as_str(), "cancel" | "postpone" | "scrap" | "shelve");
    let cancelled = cancels && !underway;
    if cancelled && !predicate.negated && !matches!(predicate.tense, Tense::Modal) {
        return (Status::CalledOff, Some(verb));
    }
    let past = times.iter().any(|t| earlier(view, t));
    if light == Some(Light::Plan) && predicate.governed.is_none() {
        let what = if predicate.negated { (Status::CalledOff, Some(format!("not {verb}"))) } else { (Status::Expected, Some(verb)) };
        return what;
    }
    if let Some((status, word)) = &predicate.governed {
        let status = match (status, predicate.negated) {
            (Status::Expected | Status::Proposed, true) => Status::CalledOff,
            // "attempted to cross": the attempt was made.
            (Status::Proposed, false) if attempted(view, predicate) => Status::Happened,
            (status, _) => *status,
        };
        return (status, Some(word.clone()));
    }
    if predicate.negated {
        return match predicate.tense {
            Tense::Future | Tense::FutureInPast => (Status::CalledOff, Some("not planned".to_owned())),
            _ => (Status::CalledOff, Some("did not happen".to_owned())),
        };
    }
    match predicate.tense {
        Tense::Future => (Status::Expected, None),
        Tense::None if view.xpos(predicate.verb) == "VB" && under_future(view, predicate.clause) => (Status::Expected, None),
        Tense::FutureInPast if past => (Status::Happened, None),
        Tense::FutureInPast => (Status::Expected, None),
        Tense::Modal => (Status::Proposed, Some(modal(view, predicate).to_owned())),
        Tense::Present | Tense::Progressive if times.iter().any(|t| later(view, t)) => (Status::Expected, None),
        Tense::Present | Tense::Progressive if awaited(view, predicate) => (Status::Expected, None),
        Tense::Present if then_after_future(view, predicate) => (Status::Expected, None),
        _ => (Status::Happened, None),
    }
}

/// Whether it is told as tried in the past, which is a happening whatever came of it.
fn attempted(view: &View, predicate: &Predicate) -> bool {
    let tries = |at: &usize| matches!(view.word(*at), "attempted" | "tried") && matches!(view.xpos(*at), "VBD" | "VBN");
    predicate.chain.iter().any(tries) && matches!(predicate.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect)
}

/// "fell through", "came to nothing", "was struck from the diary", "put on ice": idioms of what does not take place.
pub fn fallen(view: &View, verb: usize, base: &str) -> bool {
    let next = |at: usize| view.word(verb + at);
    match base {
        "fall" => next(1) == "through",
        "come" => next(1) == "to" && matches!(next(2), "nothing" | "naught" | "nought"),
        "strike" => next(1) == "from" || next(1) == "off",
        "put" => next(1) == "on" && matches!(next(2), "ice" | "hold"),
        "stand" => next(1) == "down",
        _ => false,
    }
}

/// "will end the trip with a stop in Cairo to meet the president": a purpose is as far off as the clause that it serves.
fn under_future(view: &View, clause: usize) -> bool {
    let mut at = clause;
    for _ in 0..4 {
        let Some(head) = view.head(at) else { return false };
        if view.is_verb(head) && view.xpos(head) != "VBG" {
            let predicate = super::predicate::read(view, head);
            return predicate.tense == Tense::Future && !predicate.negated;
        }
        at = head;
    }
    false
}

/// "must hold off until the envoy visits": in the present tense, "until" and "before" tell what is not there yet.
fn awaited(view: &View, predicate: &Predicate) -> bool {
    let main = || view.head(predicate.clause).filter(|h| view.is_verb(*h)).map(|h| super::predicate::read(view, h));
    let ahead = |p: Predicate| matches!(p.tense, Tense::Future | Tense::Modal | Tense::None | Tense::FutureInPast);
    let mark = view.related(predicate.clause, &["mark"]).map(|m| view.word(m)).find(|w| matches!(*w, "until" | "till" | "before"));
    mark.is_some() && main().is_some_and(ahead)
}

/// "makes his case tomorrow, then leaves for Europe": the second verb is as scheduled as the first.
fn then_after_future(view: &View, predicate: &Predicate) -> bool {
    let Some(head) = view.head(predicate.clause).filter(|h| view.relation(predicate.clause) == "conj" && view.is_verb(*h)) else {
        return false;
    };
    view.expressions().any(|(index, e)| {
        let timing = Timing { expression: index, signal: e.signal, own: true };
        later(view, &timing)
            && e.span.start < view.span(predicate.verb, predicate.verb).start
            && view.span(head, head).start < e.span.end + 200
    })
}

fn modal<'a>(view: &View<'a>, predicate: &Predicate) -> &'a str {
    predicate
        .chain
        .iter()
        .map(|c| view.word(*c))
        .find(|w| matches!(*w, "may" | "might" | "can" | "could" | "must" | "should"))
        .unwrap_or("could")
}

/// Whether a time lies wholly before the publication.
pub fn earlier(view: &View, timing: &Timing) -> bool {
    side(view, timing) == Some(std::cmp::Ordering::Less)
}

/// Whether a time lies wholly after the publication.
pub fn later(view: &View, timing: &Timing) -> bool {
    side(view, timing) == Some(std::cmp::Ordering::Greater)
}

fn side(view: &View, timing: &Timing) -> Option<std::cmp::Ordering> {
    let stretch = view.sources.times.get(timing.expression)?.stretch?;
    // An article without a date speaks of the past where it does not say otherwise.
    let Some(today) = stretch.frame.today(view.sources.published) else { return Some(std::cmp::Ordering::Less) };
    if stretch.latest < today {
        Some(std::cmp::Ordering::Less)
    } else if stretch.earliest > today {
        Some(std::cmp::Ordering::Greater)
    } else {
        None
    }
}

/// The status of a happening told by a noun alone.
pub fn of_noun(view: &View, noun: usize, times: &[Timing]) -> (Status, Option<String>) {
    let mut modifier = view.related(noun, &["amod", "compound", "acl"]).map(|c| view.word(c)).collect::<Vec<_>>();
    // "the upcoming EAC summit", wherever the tree hangs "upcoming".
    let phrase =
        (0..noun).rev().take(6).take_while(|t| matches!(view.upos(*t), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num));
    modifier.extend(
        phrase.filter(|t| view.upos(*t) != Upos::Verb || matches!(view.base_relation(*t), "amod" | "compound")).map(|t| view.word(t)),
    );
    let no = view.children(noun).iter().any(|c| view.word(*c) == "no");
    let head = view.head(noun);
    let absent =
        head.is_some_and(|h| matches!(view.word(h), "absence" | "lack" | "cancellation" | "postponement") && view.case(noun) == "of");
    if absent || no && modifier.iter().any(|w| listed(EXPECTED, w)) {
        return (Status::CalledOff, Some("not planned".to_owned()));
    }
    if let Some(word) = modifier.iter().find(|w| listed(CANCELLED, w)) {
        return (Status::CalledOff, Some((*word).to_owned()));
    }
    if let Some(word) = modifier.iter().find(|w| listed(PROPOSED, w)) {
        return (Status::Proposed, Some((*word).to_owned()));
    }
    if let Some(word) = modifier.iter().find(|w| listed(EXPECTED, w)) {
        let past = times.iter().any(|t| earlier(view, t));
        if !past {
            return (Status::Expected, Some((*word).to_owned()));
        }
    }
    if times.iter().any(|t| later(view, t)) {
        return (Status::Expected, None);
    }
    if modifier.iter().any(|w| matches!(*w, "simultaneous" | "parallel" | "concurrent")) {
        return (Status::Expected, None);
    }
    // Under a verb of wanting or planning, or of the future, the noun is not there yet.
    let mut at = noun;
    for _ in 0..4 {
        let Some(head) = view.head(at) else { break };
        if view.is_verb(head) {
            let predicate = super::predicate::read(view, head);
            let wanted = matches!(
                predicate.base.as_str(),
                "want" | "seek" | "propose" | "suggest" | "demand" | "offer" | "urge" | "call" | "request"
            );
            // What a treaty asks for is due: "the accord called for a pullout by May".
            let due = matches!(
                predicate.base.as_str(),
                "provide" | "foresee" | "envisage" | "envision" | "stipulate" | "schedule" | "await" | "anticipate"
            );
            let treaty = view.first(head, &["nsubj"]).is_some_and(|s| {
                super::lexicon::Lexicon::get().noun(view.word(s)).is_some_and(|(f, ..)| f.kind == super::kind::Kind::Agree)
            });
            return match predicate.tense {
                _ if due || wanted && treaty => (Status::Expected, Some(view.word(head).to_owned())),
                _ if wanted => (Status::Proposed, Some(view.word(head).to_owned())),
                Tense::Future => (Status::Expected, None),
                Tense::Modal => (Status::Proposed, None),
                _ => (Status::Happened, None),
            };
        }
        at = head;
    }
    (Status::Happened, None)
}
