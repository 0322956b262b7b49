//! Words that point to past, present or future without a date: "now", "recently", "soon", "in the future".
//!
//! Their days are conventions: "recently" is the 30 days up to publication, "soon" the seven days after.

use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Base, Convention, Meaning, Reference};
use crate::language::time::pattern::{Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "now",
        pattern: "now | right now | just now | nowadays | these days | [at] present | at the moment | this moment | [at] this time|moment | the present | present day",
        examples: &["now", "right now", "these days", "nowadays"],
        read: |m| {
            // "now that", "now-famous", "until now"; "the present study", "the present ambassador"
            let adjective = m.has("present") && !m.closes() && !m.has("day");
            if m.after(1) == "that" && m.has("now") || m.after(1) == "-" || adjective {
                None
            } else {
                refer(Reference::Present, Convention::Days(0, 0))
            }
        },
    },
    Rule {
        name: "currently",
        pattern: "currently | presently",
        examples: &["currently"],
        read: |_| refer(Reference::Present, Convention::Days(0, 0)),
    },
    Rule {
        name: "current",
        pattern: "current",
        examples: &["current"],
        read: |m| {
            // The adjective, not the stream: "the current flowed down the river".
            let streams = m.after(1).ends_with("ed") && matches!(m.after(2), "down" | "up" | "through" | "past" | "along" | "into" | "off");
            if m.closes() || m.capital() || streams { None } else { refer(Reference::Present, Convention::Nothing) }
        },
    },
    Rule {
        name: "recently",
        pattern: "most|more|very|only|just? recently | lately | of late",
        examples: &["recently", "more recently", "lately"],
        // "of late 1948" is a part of that year.
        read: |m| {
            if m.has("of") && (m.after_is(1, Class::Year) || m.after_is(1, Class::Month)) {
                None
            } else {
                refer(Reference::Past, Convention::Days(-30, 0))
            }
        },
    },
    Rule {
        name: "recent",
        pattern: "recent",
        examples: &["recent"],
        read: |m| if m.closes() { None } else { refer(Reference::Past, Convention::Nothing) },
    },
    Rule {
        name: "soon",
        pattern: "very? soon | any day now | as soon as possible | imminently | before long",
        examples: &["soon", "very soon", "as soon as possible"],
        read: |m| {
            // "as soon as he left", "soon after", "sooner": not dates.
            if m.before(1) == "as" && m.has("soon") && m.len() == 1 || matches!(m.after(1), "after" | "as") || m.before(1) == "too" {
                return None;
            }
            // In a tale of the past "soon" only means quickly.
            let ahead = [
                "will", "'ll", "would", "could", "may", "might", "should", "can", "be", "to", "very", "is", "are", "as", "expected",
                "starting", "coming",
            ];
            let told = m.len() > 1 || (1..4).any(|n| ahead.contains(&m.before(n)) || ahead[..8].contains(&m.after(n)));
            if !told {
                return None;
            }
            refer(Reference::Future, Convention::Days(0, 7))
        },
    },
    Rule {
        name: "near-future",
        pattern: "the near|immediate future | the near|short term",
        examples: &["the near future"],
        read: |m| {
            let days = if m.has_any(&["near", "immediate"]) && m.has("future") { Convention::Days(0, 7) } else { Convention::Nothing };
            refer(Reference::Future, days)
        },
    },
    Rule {
        name: "future",
        pattern: "the? future",
        examples: &["the future", "future"],
        read: |m| {
            // "future talks" tells only that they are to come.
            let noun = m.closes() || m.before(1) == "the" || matches!(m.before(1), "in" | "near") || m.has("the");
            let set_phrase = m.before(1) == "foreseeable";
            if m.capital() && !m.opens() || m.has("the") && m.after(1) == "of" || !noun || set_phrase {
                None
            } else {
                refer(Reference::Future, Convention::Nothing)
            }
        },
    },
    Rule {
        name: "past",
        pattern: "the past | the recent past | the distant past",
        examples: &["the past", "the recent past"],
        read: |m| {
            if m.closes()
                || matches!(m.before(1), "in" | "from" | "of" | "than") && m.tokens.lexeme(m.range.end).classes == 0
                || matches!(m.after(1), "and" | "but")
            {
                past()
            } else {
                None
            }
        },
    },
    Rule {
        name: "in-due-course",
        pattern: "in due course | a later date | the days|weeks|months|years ahead|to come",
        examples: &["a later date"],
        read: |m| if m.has_any(&["ahead", "come"]) { None } else { refer(Reference::Future, Convention::YearEnd) },
    },
];

fn refer(what: Reference, days: Convention) -> Option<Outcome> {
    Some(Meaning::Reference { what, days, base: Base::Publication }.into())
}

pub(super) fn past() -> Option<Outcome> {
    refer(Reference::Past, Convention::Nothing)
}
