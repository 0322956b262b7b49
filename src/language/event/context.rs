//! What surrounds a mention: quotation, condition, question, habit, attribution; and why a mention is set aside.

use super::kind::Attribution;
use super::lexicon::Weight;
use super::mention::{EventMention, Form};
use super::party;
use super::predicate::{Predicate, Tense};
use super::view::View;
use crate::language::syntax::Upos;

const HEDGES: &[&str] = &["reportedly", "allegedly", "apparently", "supposedly", "purportedly"];
const HABITS: &[&str] = &[
    "often",
    "usually",
    "always",
    "typically",
    "regularly",
    "traditionally",
    "frequently",
    "generally",
    "sometimes",
    "rarely",
    "seldom",
    "repeatedly",
];
const DOUBTS: &[&str] = &["perhaps", "maybe", "possibly", "potentially", "presumably"];

/// Features of a verb's clause.
pub fn of_verb(view: &View, predicate: &Predicate) -> Vec<&'static str> {
    let mut out = Vec::new();
    let clause = predicate.clause;
    match view.relation(clause) {
        "root" | "parataxis" => out.push("main"),
        "conj" => out.push("conjunct"),
        "advcl" => out.push("adverbial"),
        "ccomp" => out.push("reported"),
        "acl:relcl" => out.push("relative"),
        "acl" => out.push("participial"),
        "xcomp" => out.push("complement"),
        _ => out.push("other-clause"),
    }
    let mark = view.related(clause, &["mark"]).map(|m| view.word(m)).next().unwrap_or("");
    match mark {
        "if" | "unless" | "whether" | "should" => out.push("conditional"),
        "when" | "after" | "before" | "as" | "while" | "until" | "since" | "once" => out.push("temporal"),
        "because" | "although" | "though" => out.push("causal"),
        _ => {}
    }
    if view.related(clause, &["advmod"]).any(|a| view.word(a) == "when") {
        out.push("temporal");
    }
    if view.xpos(predicate.verb) == "VB" && predicate.tense == Tense::None {
        out.push("infinitive");
    }
    if view.related(clause, &["advcl"]).any(|a| view.related(a, &["mark"]).any(|m| matches!(view.word(m), "if" | "unless"))) {
        out.push("hypothesis");
    }
    let adverbs: Vec<&str> =
        view.related(predicate.verb, &["advmod"]).chain(view.related(clause, &["advmod"])).map(|a| view.word(a)).collect();
    if adverbs.iter().any(|a| HABITS.contains(a)) {
        out.push("habit");
    }
    if adverbs.iter().any(|a| DOUBTS.contains(a)) {
        out.push("doubt");
    }
    if adverbs.iter().any(|a| HEDGES.contains(a)) {
        out.push("hedged");
    }
    if predicate.passive {
        out.push("passive");
    }
    if predicate.begins {
        out.push("begins");
    }
    // Conditional or reported higher up.
    let mut at = clause;
    for _ in 0..6 {
        let Some(head) = view.head(at) else { break };
        if view.related(at, &["mark"]).any(|m| matches!(view.word(m), "if" | "unless" | "whether")) && !out.contains(&"conditional") {
            out.push("conditional");
        }
        if view.base_relation(at) == "ccomp" && !out.contains(&"reported") {
            out.push("reported");
        }
        at = head;
    }
    if view.is_verb(clause) && super::argument::subjects(view, predicate).iter().any(|s| matches!(view.word(*s), "i" | "we" | "you" | "us"))
    {
        out.push("first-person");
    }
    if super::argument::subjects(view, predicate)
        .iter()
        .any(|s| matches!(view.word(*s), "it" | "this" | "that" | "what" | "which" | "there" | "these" | "those"))
    {
        out.push("vague-subject");
    }
    out
}

/// Features of a noun in its clause.
pub fn of_noun(view: &View, noun: usize) -> Vec<&'static str> {
    let mut out = Vec::new();
    match view.base_relation(noun) {
        "root" => out.push("root-noun"),
        "nsubj" => out.push("subject-noun"),
        "obj" => out.push("object-noun"),
        "obl" => out.push("oblique-noun"),
        "nmod" => out.push("modifier-noun"),
        "appos" => out.push("apposed-noun"),
        "conj" => out.push("conjunct-noun"),
        _ => out.push("other-noun"),
    }
    // "discussions, followed by negotiations", "preceded by a visit": told for its place in the sequence.
    if view.head(noun).is_some_and(|h| matches!(view.word(h), "followed" | "preceded")) {
        out.push("in-sequence");
    }
    match view.case(noun) {
        "after" | "following" | "since" => out.push("after-noun"),
        "before" | "ahead" => out.push("before-noun"),
        "during" | "at" | "in" => out.push("during-noun"),
        "of" => out.push("of-noun"),
        "for" | "on" | "about" | "against" => out.push("topic-noun"),
        _ => {}
    }
    if view.related(noun, &["amod"]).any(|a| matches!(view.word(a), "simultaneous" | "concurrent" | "parallel")) {
        out.push("simultaneous");
    }
    if view.related(noun, &["det"]).any(|d| matches!(view.word(d), "the" | "this" | "that" | "these" | "those")) {
        out.push("definite");
    }
    if view.related(noun, &["det"]).any(|d| matches!(view.word(d), "this" | "that" | "these" | "those")) {
        out.push("demonstrative");
    }
    if view.related(noun, &["det"]).any(|d| matches!(view.word(d), "a" | "an")) {
        out.push("indefinite");
    }
    if view.related(noun, &["det"]).any(|d| matches!(view.word(d), "any" | "every" | "each" | "no" | "such")) {
        out.push("generic");
    }
    if view.first(noun, &["nmod:poss"]).is_some() {
        out.push("owned-noun");
    }
    if view.upos(noun) == Upos::Propn {
        out.push("proper-noun");
    }
    if view.xpos(noun) == "NNS" {
        out.push("plural-noun");
    }
    out
}

/// Features that verbs and nouns share.
pub fn describe(view: &View, mention: &mut EventMention) {
    let at = mention.trigger.saturating_sub(view.sentence.tokens.start);
    if quoted(view, at) {
        mention.features.push("quoted");
    }
    if !view.is_empty() && view.word(view.len() - 1) == "?" || view.len() > 1 && view.word(view.len() - 2) == "?" {
        mention.features.push("question");
    }
    if view.headline() {
        mention.features.push("headline");
    }
    if view.number.is_some_and(|n| n <= 1) {
        mention.features.push("lead");
    }
    let before = view.index.checked_sub(1).and_then(|i| view.sources.document.sentences.get(i));
    if before.is_none_or(|s| s.paragraph != view.sentence.paragraph || s.dateline) {
        mention.features.push("opens-paragraph");
    }
    if view.is_verb(at) && view.first(at, &["obj"]).is_some() {
        mention.features.push("object");
    }
    mention.features.extend(standing(view, mention, at));
    mention.features.push(match view.paragraph_dates {
        0 => "paragraph-without-date",
        1 | 2 => "paragraph-with-date",
        _ => "paragraph-of-dates",
    });
    let named = |parties: &[party::Party]| parties.iter().any(|p| p.entity.is_some());
    if named(&mention.agents) {
        mention.features.push("named-agent");
    } else if !mention.agents.is_empty() {
        mention.features.push("agent");
    }
    if named(&mention.patients) {
        mention.features.push("named-patient");
    } else if !mention.patients.is_empty() {
        mention.features.push("patient");
    }
    if !mention.places.is_empty() {
        mention.features.push("placed");
    }
    // "currently" places no happening.
    let placed = |t: &super::mention::Timing| t.own && view.sources.times.get(t.expression).is_some_and(|e| e.value != "PRESENT_REF");
    if mention.times.iter().any(placed) {
        mention.features.push("dated");
    } else if !mention.times.is_empty() {
        mention.features.push("dated-by-sentence");
    } else if view.expressions().any(|(_, e)| e.stretch.is_some()) {
        mention.features.push("date-in-sentence");
    }
    mention.features.push(match mention.family.weight {
        Weight::State => "state",
        Weight::Saying => "saying",
        Weight::Act => "act",
        Weight::Step => "step",
    });
}

/// Adverbs that give a clause its place in a sequence.
const STEPS: &[&str] = &[
    "then",
    "later",
    "afterwards",
    "afterward",
    "subsequently",
    "eventually",
    "finally",
    "next",
    "soon",
    "thereafter",
    "meanwhile",
    "earlier",
    "previously",
    "first",
    "again",
];

/// How a mention stands in its sentence: how deep, under what subject, with what adverbs.
fn standing(view: &View, mention: &EventMention, at: usize) -> Vec<&'static str> {
    let mut out = Vec::new();
    let verb = mention.verb.map(|v| v.saturating_sub(view.sentence.tokens.start));
    let anchor = verb.unwrap_or(at);
    let mut depth = 0;
    let mut head = anchor;
    while let Some(above) = view.head(head).filter(|_| depth < 9) {
        if !matches!(view.base_relation(head), "conj" | "xcomp") {
            depth += 1;
        }
        head = above;
    }
    out.push(match depth {
        0 => "depth-0",
        1 => "depth-1",
        2 => "depth-2",
        3 => "depth-3",
        _ => "depth-4",
    });
    if let Some(verb) = verb {
        let subject = view.first(verb, &["nsubj"]);
        match subject {
            None => out.push("no-subject"),
            Some(s) if view.upos(s) == Upos::Num || view.first(s, &["nummod"]).is_some() => out.push("counted-subject"),
            Some(s) if view.upos(s) == Upos::Pron => out.push("pronoun-subject"),
            Some(_) if mention.agents.is_empty() && mention.patients.is_empty() => out.push("thing-subject"),
            Some(_) => {}
        }
        if view.first(verb, &["obj"]).is_some_and(|o| view.upos(o) == Upos::Num || view.first(o, &["nummod"]).is_some()) {
            out.push("counted-object");
        }
        if view.related(verb, &["advmod"]).any(|a| STEPS.contains(&view.word(a))) {
            out.push("step-adverb");
        }
        if view.related(verb, &["advcl", "xcomp"]).any(|c| c > verb && view.related(c, &["mark"]).any(|m| view.word(m) == "to")) {
            out.push("with-purpose");
        }
        if view.first(verb, &["ccomp"]).is_some() {
            out.push("with-clause");
        }
        if view.first(verb, &["obl"]).is_some() {
            out.push("with-oblique");
        }
        if mention.agents.is_empty() && view.related(verb, &["advcl"]).any(|c| c > verb) {
            out.push("with-adverbial");
        }
        if view.base_relation(verb) == "conj" && view.related(verb, &["nsubj"]).next().is_none() {
            out.push("shares-subject");
        }
    }
    let first = view.expressions().next().filter(|(_, e)| e.stretch.is_some());
    if first.is_some_and(|(_, e)| e.span.start < view.sentence.span.start + 12) {
        out.push("date-first");
    }
    match view.len() {
        ..=10 => out.push("short-sentence"),
        40.. => out.push("long-sentence"),
        _ => {}
    }
    out
}

/// Whether a token stands inside quotation marks of its sentence.
fn quoted(view: &View, at: usize) -> bool {
    let mut open = false;
    for token in 0..at.min(view.len()) {
        match view.exact(token) {
            "“" => open = true,
            "”" => open = false,
            "\"" | "''" | "``" => open = !open,
            _ => {}
        }
    }
    open
}

/// Why a mention is no event, where its form says so; the first reason that holds.
pub fn aside(mention: &EventMention) -> Option<&'static str> {
    let dated = mention.has("dated");
    if mention.has("question") {
        return Some("question");
    }
    if mention.has("conditional") {
        return Some("hypothesis");
    }
    if mention.tense == Tense::Modal && !dated {
        return Some("hypothesis");
    }
    if mention.has("habit") && matches!(mention.tense, Tense::Present) {
        return Some("habit");
    }
    // "Milosevic had Karadzic in Belgrade on Thursday": a plain verb tells an act where somebody named does it on a told day.
    let act =
        dated && mention.has("named-agent") && !matches!(mention.tense, Tense::Present | Tense::Progressive | Tense::None | Tense::Modal);
    let coming = dated && mention.has("named-agent") && mention.status == super::kind::Status::Expected;
    if mention.family.weight == Weight::State && !act && !coming {
        return Some("background");
    }
    if mention.family.weight == Weight::Saying && mention.form != Form::Light && !act {
        return Some("saying");
    }
    if mention.form == Form::Clause
        && mention.tense == Tense::Present
        && !mention.has("headline")
        && !dated
        && mention.status == super::kind::Status::Happened
    {
        return Some("background");
    }
    if mention.has("generic") {
        return Some("hypothesis");
    }
    None
}

/// The word by which a sentence leaves open whether it is so: "reportedly".
pub fn hedge<'a>(view: &View<'a>) -> Option<&'a str> {
    (0..view.len()).map(|t| view.word(t)).find(|w| HEDGES.contains(w))
}

/// Who says it: the subject of the verb of saying above the clause, "according to", or a hedge.
pub fn attribution(view: &View, clause: usize) -> Option<Attribution> {
    let hedge = view.hedge.map(str::to_owned);
    let mut at = clause;
    for _ in 0..4 {
        let Some(head) = view.head(at) else { break };
        if matches!(view.base_relation(at), "ccomp" | "parataxis") && view.is_verb(head) {
            let base = super::predicate::base(view, head);
            let says = super::lexicon::Lexicon::get().verb(&base).is_some_and(|(f, ..)| f.weight == Weight::Saying) || base == "announce";
            if says && let Some(subject) = view.first(head, &["nsubj"]) {
                let (from, to) = party::core(view, subject);
                let by = party::party(view, subject).map_or_else(|| party::tidy(view, from, to), |p| p.name);
                return Some(Attribution { by: Some(by), hedge });
            }
        }
        at = head;
    }
    hedge.map(|h| Attribution { by: None, hedge: Some(h) })
}
