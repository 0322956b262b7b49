//! Days of the week and weekends: "Monday", "last Tuesday", "Friday of last week", "this weekend".

use super::date;
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Base, Clock, Meaning, Reading, Which, Within, Year};
use crate::language::time::pattern::{Match, Outcome, Rule};
use crate::language::wordlist::listed;

pub const RULES: &[Rule] = &[
    Rule {
        name: "weekday",
        pattern: "WEEKDAY",
        examples: &["Monday"],
        read: |m| {
            if is_name(m) {
                None
            } else {
                let that = m.before(1) == "the" && !m.after_is(1, Class::Name) && (m.before(2) == "on" || !names_thing(m));
                weekday(m, if that { Which::That } else { Which::Bare })
            }
        },
    },
    Rule {
        name: "weekday-part",
        pattern: "WEEKDAY early|late? DAYPART",
        examples: &["Friday morning", "Sunday night"],
        read: |m| Some(Reading::from(Meaning::Weekday { day: m.weekday()?, which: Which::Bare }).at(m.clock()?).into()),
    },
    Rule {
        name: "last-weekday",
        pattern: "this? last|past WEEKDAY",
        examples: &["last Monday", "this past Friday"],
        read: |m| weekday(m, Which::Last),
    },
    Rule { name: "next-weekday", pattern: "next WEEKDAY", examples: &["next Monday"], read: |m| weekday(m, Which::Next) },
    Rule {
        name: "this-weekday",
        pattern: "this coming? WEEKDAY | the coming WEEKDAY",
        examples: &["this Monday", "this coming Sunday"],
        read: |m| weekday(m, Which::This),
    },
    Rule {
        name: "that-weekday",
        pattern: "that same? WEEKDAY | the same WEEKDAY",
        examples: &["that Friday", "that same Monday"],
        read: |m| weekday(m, Which::That),
    },
    Rule {
        name: "following-weekday",
        pattern: "the following|next WEEKDAY | the WEEKDAY after|following",
        examples: &["the following Monday", "the next Tuesday", "the Monday after"],
        read: |m| if m.has("after") && !m.closes() { None } else { weekday(m, Which::Following) },
    },
    Rule {
        name: "previous-weekday",
        pattern: "the previous|preceding WEEKDAY | the WEEKDAY before",
        examples: &["the previous Friday", "the Thursday before"],
        read: |m| if m.has("before") && !m.closes() { None } else { weekday(m, Which::Previous) },
    },
    Rule {
        name: "weekday-of-week",
        pattern: "the? WEEKDAY of? last|this|next week",
        examples: &["Monday of last week", "Wednesday next week", "Thursday this week"],
        read: |m| weekday(m, Which::OfWeek(if m.has("last") { -1 } else { i32::from(m.has("next")) })),
    },
    Rule {
        name: "week-on-weekday",
        pattern: "last|this|next week on? WEEKDAY",
        examples: &["last week on Monday"],
        read: |m| weekday(m, Which::OfWeek(if m.has("last") { -1 } else { i32::from(m.has("next")) })),
    },
    Rule {
        name: "weekday-week",
        pattern: "WEEKDAY week | a week from WEEKDAY | a week on WEEKDAY",
        examples: &["Monday week", "a week from Friday"],
        read: |m| weekday(m, Which::AfterNext),
    },
    Rule {
        name: "weekend",
        pattern: "this coming? weekend",
        examples: &["this weekend", "this coming weekend"],
        read: |m| Some(Meaning::Weekend { steps: 0, base: Base::Publication }.into()).filter(|_| m.len() > 0),
    },
    Rule {
        name: "the-weekend",
        pattern: "the weekend | [over|on|at] weekend",
        examples: &["the weekend"],
        read: |m| Some(Meaning::Weekend { steps: 0, base: Base::Event }.into()).filter(|_| !m.after_is(1, Class::Name)),
    },
    Rule {
        name: "weekend-shift",
        pattern: "this|the? last|past|next weekend",
        examples: &["last weekend", "this past weekend", "next weekend"],
        read: |m| Some(Meaning::Weekend { steps: if m.has("next") { 1 } else { -1 }, base: Base::Publication }.into()),
    },
    Rule {
        name: "that-weekend",
        pattern: "that weekend | the same weekend",
        examples: &["that weekend"],
        read: |_| Some(Meaning::Weekend { steps: 0, base: Base::Told }.into()),
    },
    Rule {
        name: "following-weekend",
        pattern: "the following|previous|preceding weekend",
        examples: &["the following weekend", "the previous weekend"],
        read: |m| Some(Meaning::Weekend { steps: if m.has("following") { 1 } else { -1 }, base: Base::Told }.into()),
    },
    Rule {
        name: "weekend-of",
        pattern: "the weekend of MONTH DAY ( ,? YEAR )? | the weekend of DAY MONTH YEAR?",
        examples: &["the weekend of March 6"],
        read: |m| date(m.year(0).map_or(Year::Open, Year::Known), Within::WeekendOf { month: m.month(0)?, day: m.day(0)? }),
    },
    Rule {
        name: "weekday-clock",
        pattern: "WEEKDAY noon|midnight",
        examples: &["Monday noon"],
        read: |m| {
            let minutes = if m.has("noon") { 12 * 60 } else { 24 * 60 };
            Some(Reading::from(Meaning::Weekday { day: m.weekday()?, which: Which::Bare }).at(Clock::At { minutes, exact: true }).into())
        },
    },
];

fn weekday(m: &Match, which: Which) -> Option<Outcome> {
    Some(Meaning::Weekday { day: m.weekday()?, which }.into())
}

/// "the Friday explosions": the day only names what comes after it.
fn names_thing(m: &Match) -> bool {
    const CLAUSE: &str = "it he she they we i you who when that which and but or nor so then after before in on at to of for with from by as \
        was were is are had has have did while until since the a an his her its their";
    m.after(1).chars().all(char::is_alphabetic) && !m.after(1).is_empty() && !listed(CLAUSE, m.after(1))
}

/// "Black Friday", "Bloody Sunday", "the Sunday Times", "Man Friday", "Friday Agreement", "Ruby Tuesday"
fn is_name(m: &Match) -> bool {
    const PAPERS: [&str; 14] = [
        "times",
        "telegraph",
        "mirror",
        "mail",
        "herald",
        "express",
        "agreement",
        "school",
        "accords",
        "club",
        "massacre",
        "star",
        "world",
        "prayers",
    ];
    const BEFORE: [&str; 12] = ["black", "bloody", "super", "ash", "good", "palm", "cyber", "holy", "fat", "maundy", "man", "ruby"];
    BEFORE.contains(&m.before(1)) || PAPERS.contains(&m.after(1)) && m.tokens.lexeme(m.range.end).capital || !m.capital()
}
