//! Rules over what has been read: parts of dates ("early May"), approximate amounts, clock times with their day,
//! and years told after their date ("May of that year").

use crate::language::time::Modifier;
use crate::language::time::lexicon::Class;
use crate::language::time::meaning::{Base, Clock, DayPart, Meaning, Position, Reading, Unit, Which, Within, Year};
use crate::language::time::number::Amount;
use crate::language::time::pattern::{Match, Outcome, Rule};

pub const RULES: &[Rule] = &[
    Rule {
        name: "early-date",
        pattern: "the|very|as? early|mid|late -|in|on? the? DATE",
        examples: &["early 1990", "mid-November", "late September", "the early 1980s", "early in 1862"],
        read: |m| {
            let reading = m.date(0)?;
            // "the late Friday", "the early May": the article belongs to a noun that follows.
            let article = m.has("the") && m.tokens.word(m.range.start) == "the";
            let named = matches!(reading.meaning, Meaning::Date(date) if !matches!(date.within, Within::Season(_)));
            if article && (named || matches!(reading.meaning, Meaning::Weekday { .. })) {
                return None;
            }
            part(
                reading,
                if m.has("early") {
                    Position::Early
                } else if m.has("mid") {
                    Position::Mid
                } else {
                    Position::Late
                },
            )
        },
    },
    Rule {
        name: "part-of-date",
        pattern: "the? very? beginning|start|middle|end|close of the? DATE",
        examples: &["the end of 1990", "the beginning of October", "the middle of August"],
        read: |m| {
            let position = if m.has("middle") {
                Position::Mid
            } else if m.has_any(&["end", "close"]) {
                Position::Late
            } else {
                Position::Early
            };
            part(m.date(0)?, position)
        },
    },
    Rule {
        name: "days-of-date",
        pattern: "the? first|opening|last|final|closing|early|waning day|days|weeks|week|months of the? DATE",
        examples: &["the first days of May", "the last week of April", "the first week of March", "the last day of October"],
        read: |m| {
            let first = m.has_any(&["first", "opening", "early"]);
            if m.has("day") {
                return part(m.date(0)?, if first { Position::FirstDay } else { Position::LastDay });
            }
            let position = match (first, m.has("week"), m.has("days")) {
                (true, true, _) => Position::FirstWeek,
                (false, true, _) => Position::LastWeek,
                (true, _, true) => Position::FirstDays,
                (false, _, true) => Position::LastDays,
                (true, ..) => Position::Early,
                (false, ..) => Position::Late,
            };
            part(m.date(0)?, position)
        },
    },
    Rule {
        name: "week-of-date",
        pattern: "the? second|third|fourth week of|in the? DATE",
        examples: &["the second week of August"],
        read: |m| {
            let number = if m.has("second") { 2 } else { 3 + i32::from(m.has("fourth")) };
            month(m.date(0)?).and_then(|reading| part(reading, Position::Week(number)))
        },
    },
    Rule {
        name: "weekday-of-date",
        pattern: "the? first|second|third|fourth|final? DATE of|in the? DATE",
        examples: &["the last Monday of February", "the second Saturday in April"],
        read: |m| {
            let Meaning::Weekday { day, which } = m.date(0)?.meaning else { return None };
            let number = ["first", "second", "third", "fourth"].iter().position(|w| m.has(w)).map(|at| at as i32 + 1);
            let number = number.or((which == Which::Last || m.has("final")).then_some(-1))?;
            month(m.date(1)?).and_then(|reading| part(reading, Position::Weekday(number, day)))
        },
    },
    Rule {
        name: "part-share",
        pattern: "the? early|first|latter|later|second|last|better|best|greater|good|middle|final part|half|portion|months of the? DATE",
        examples: &["the second half of May", "the early part of March", "the last half of the '80s"],
        read: |m| {
            let reading = m.date(0)?;
            let position = if m.has_any(&["better", "best", "greater", "good"]) {
                Position::Most
            } else if m.has("middle") {
                Position::Mid
            } else if m.has_any(&["first", "early"]) {
                if m.has("half") { Position::FirstHalf } else { Position::Early }
            } else if m.has("half") {
                Position::SecondHalf
            } else {
                Position::Late
            };
            if let (Meaning::Date(mut date), Position::FirstHalf | Position::SecondHalf) = (reading.meaning.clone(), position)
                && date.within == Within::Whole
            {
                date.within = Within::Half(if position == Position::FirstHalf { 1 } else { 2 });
                return Some(Reading { meaning: Meaning::Date(date), ..reading }.into());
            }
            part(reading, position)
        },
    },
    Rule {
        name: "most-of-date",
        pattern: "the rest|remainder|whole|course of the? DATE | much|most|all of the? DATE | all DATE",
        examples: &["the rest of 1996"],
        read: |m| part(m.date(0)?, Position::Most),
    },
    Rule {
        name: "earlier-date",
        pattern: "earlier|later|sometime|late|early in|on? the? DATE",
        examples: &["earlier Sunday", "later in the summer", "sometime in May"],
        read: |m| {
            let reading = m.date(0)?;
            let position = match m.tokens.word(m.range.start) {
                "earlier" => Position::Earlier,
                "later" => Position::Later,
                "early" => Position::Early,
                "late" => Position::Late,
                _ => return Some(reading.into()),
            };
            part(reading, position)
        },
    },
    Rule {
        name: "about-date",
        pattern: "about|around|approximately|circa|c.|ca.|roughly|nearly|almost|some|just DATE",
        examples: &["around Nov. 1", "about 1910", "nearly two weeks ago", "ca. 461 BC"],
        read: |m| {
            let reading = m.date(0)?;
            let counted = matches!(reading.meaning, Meaning::Count { .. });
            let dated = matches!(reading.meaning, Meaning::Date(_) | Meaning::Decade(_));
            let amount_only = m.has_any(&["some", "just", "nearly", "almost"]);
            if !counted && (amount_only || !dated) {
                return None;
            }
            if m.has("just") {
                return Some(reading.into());
            }
            Some(reading.with(Modifier::Approx).into())
        },
    },
    Rule {
        name: "more-than-ago",
        pattern: "more|less|fewer than DATE | over|under DATE | at least DATE",
        examples: &["more than four decades ago", "over a year earlier", "at least two years ago"],
        read: |m| {
            let reading = m.date(0)?;
            matches!(reading.meaning, Meaning::Count { .. }).then(|| reading.with(bound(m)).into())
        },
    },
    Rule {
        name: "about-duration",
        pattern: "about|around|approximately|roughly|some|nearly|almost|just DURATION ( or so )? | DURATION or so",
        examples: &["about a decade", "nearly three years", "two years or so"],
        read: |m| {
            let reading = m.chunk(Class::ReadDuration, 0)?;
            if article(m, Class::ReadDuration) {
                return None;
            }
            if m.has("just") {
                return Some(reading.into());
            }
            Some(reading.with(Modifier::Approx).into())
        },
    },
    Rule {
        name: "at-least-duration",
        pattern: "more|less|fewer than DURATION | no|not more|less|fewer|later|longer than DURATION | at least|most DURATION | over|under DURATION | up to DURATION",
        examples: &["more than four hours", "no more than sixty days", "at least 30 days", "up to 180 days", "over a week"],
        read: |m| {
            let reading = m.chunk(Class::ReadDuration, 0)?;
            let counted = !matches!(reading.meaning, Meaning::Duration { amount: Amount::Vague, .. });
            // "over the years", "over several years", "over a three-year period" tell while what, not more than what.
            let over = m.has_any(&["over", "under"]) && (!counted || m.has("-"));
            if over || article(m, Class::ReadDuration) { None } else { Some(reading.with(bound(m)).into()) }
        },
    },
    Rule {
        name: "duration-or-more",
        pattern: "DURATION or more|longer|less",
        examples: &["two years or more"],
        read: |m| {
            Some(m.chunk(Class::ReadDuration, 0)?.with(if m.has("less") { Modifier::EqualOrLess } else { Modifier::EqualOrMore }).into())
        },
    },
    Rule {
        name: "about-period",
        pattern: "about|around|roughly|nearly|almost PERIOD | at least PERIOD | PERIOD or so | each of PERIOD",
        examples: &["at least the past 18 months", "each of the past three years", "the next two years or so"],
        read: |m| {
            let reading = m.chunk(Class::ReadPeriod, 0)?;
            Some(
                if m.has("least") {
                    reading.with(Modifier::EqualOrMore)
                } else if m.has("each") {
                    reading
                } else {
                    reading.with(Modifier::Approx)
                }
                .into(),
            )
        },
    },
    Rule {
        name: "date-of-that-year",
        pattern: "DATE ,? of? DATE",
        examples: &["May of that year", "July last year", "November of the same year", "January this year"],
        read: |m| {
            let (first, second) = (m.date(0)?, m.date(1)?);
            let Meaning::Date(mut date) = first.meaning.clone() else { return None };
            if date.year != Year::Open || first.clock.is_some() {
                return None;
            }
            date.year = match second.meaning {
                Meaning::Shift { unit: Unit::Year, steps, base } if second.position.is_none() => Year::Shifted { steps, base },
                Meaning::Date(year) if year.within == Within::Whole && m.has("of") => year.year,
                _ => return None,
            };
            Some(Reading { meaning: Meaning::Date(date), ..first }.into())
        },
    },
    Rule {
        name: "shifted-year-season",
        pattern: "DATE 's DATE",
        examples: &["last year's May", "this year's summer"],
        read: |m| {
            let (first, second) = (m.date(0)?, m.date(1)?);
            let (Meaning::Shift { unit: Unit::Year, steps, base }, Meaning::Date(mut date)) = (first.meaning, second.meaning.clone())
            else {
                return None;
            };
            if date.year != Year::Open
                || !matches!(date.within, Within::Month(_) | Within::Season(_) | Within::Quarter(_) | Within::Half(_))
            {
                return None;
            }
            date.year = Year::Shifted { steps, base };
            Some(Reading { meaning: Meaning::Date(date), ..second }.into())
        },
    },
    Rule {
        name: "time-of-day",
        pattern: "TIME ( , | on | of )? the? DATE",
        examples: &["10 p.m. Wednesday", "noon Saturday", "5 p.m. EST, Nov. 9", "midnight Friday"],
        read: |m| {
            let (time, day) = (m.chunk(Class::ReadTime, 0)?, m.date(0)?);
            if time.meaning != Meaning::SameDay { None } else { on_day(day, time.clock?) }
        },
    },
    Rule {
        name: "day-at-time",
        pattern: "DATE ,? at TIME",
        examples: &["Friday at 10 a.m.", "May 3 at noon"],
        read: |m| {
            let (time, day) = (m.chunk(Class::ReadTime, 0)?, m.date(0)?);
            if time.meaning != Meaning::SameDay { None } else { on_day(day, time.clock?) }
        },
    },
    Rule {
        name: "part-of-day",
        pattern: "( early|late in )? the early|late? DAYPART hours? of|on the? DATE | the early hours of|on DATE",
        examples: &["the morning of 31 January 1965", "the night of 8 February 1904"],
        read: |m| on_day(m.date(0)?, m.clock().unwrap_or(Clock::Part(DayPart::Morning))),
    },
    Rule {
        name: "day-part",
        pattern: "DATE DAYPART",
        examples: &["May 3 morning"],
        read: |m| if m.after(1) == "of" { None } else { on_day(m.date(0)?, m.clock()?) },
    },
    Rule {
        name: "part-day",
        pattern: "mid? -? morning|afternoon|evening|night DATE",
        examples: &["mid-afternoon yesterday"],
        read: |m| {
            let part = if m.has("morning") {
                DayPart::Morning
            } else if m.has("afternoon") {
                DayPart::Afternoon
            } else if m.has("evening") {
                DayPart::Evening
            } else {
                DayPart::Night
            };
            on_day(m.date(0)?, Clock::Part(part))
        },
    },
    Rule {
        name: "part-time",
        pattern: "early|late|later|earlier|about|around TIME",
        examples: &["early this morning", "around 7:15 p.m.", "later this afternoon"],
        read: |m| {
            let time = m.chunk(Class::ReadTime, 0)?;
            Some(if m.has_any(&["about", "around"]) { time.with(Modifier::Approx) } else { time }.into())
        },
    },
    Rule {
        name: "date-or-later",
        pattern: "DATE or later|earlier | DATE and beyond",
        examples: &["1994 or later", "1990 and beyond"],
        read: |m| Some(m.date(0)?.with(if m.has("earlier") { Modifier::OnOrBefore } else { Modifier::OnOrAfter }).into()),
    },
];

/// A part of a date; some dates have none.
fn part(reading: Reading, position: Position) -> Option<Outcome> {
    if reading.position.is_some() {
        return None;
    }
    let divisible = match &reading.meaning {
        Meaning::Date(_)
        | Meaning::Decade(_)
        | Meaning::Century(_)
        | Meaning::Era { .. }
        | Meaning::Named { .. }
        | Meaning::Weekday { .. } => true,
        Meaning::Shift { base, unit, .. } => !(*unit == Unit::Day && *base == Base::Told && position == Position::Mid),
        Meaning::Weekend { .. } | Meaning::QuarterShift { .. } => true,
        _ => false,
    };
    divisible.then(|| reading.part(position).into())
}

/// A clock time on a day that has been read.
fn on_day(day: Reading, clock: Clock) -> Option<Outcome> {
    let one_day = match &day.meaning {
        Meaning::Date(date) => matches!(date.within, Within::Day { .. } | Within::DayOnly(_) | Within::Holiday(_)),
        Meaning::Shift { unit: Unit::Day, .. } | Meaning::Weekday { .. } => true,
        Meaning::Count { unit, .. } => *unit == Unit::Day,
        _ => false,
    };
    (one_day && day.clock.is_none()).then(|| day.at(clock).into())
}

/// Whether the amount that was read begins with an article of its own ("the six months").
fn article(m: &Match, class: Class) -> bool {
    m.of(class, 0).is_some_and(|range| matches!(m.tokens.word(range.start), "the" | "these" | "those" | "its" | "their"))
}

fn bound(m: &Match) -> Modifier {
    if m.has_any(&["least"]) {
        Modifier::EqualOrMore
    } else if m.has("no") || m.has("not") || m.has("most") || m.has("up") {
        Modifier::EqualOrLess
    } else if m.has_any(&["less", "fewer", "under"]) {
        Modifier::LessThan
    } else {
        Modifier::MoreThan
    }
}

/// A date that has been read, where it is a month.
fn month(reading: Reading) -> Option<Reading> {
    let whole = matches!(&reading.meaning, Meaning::Date(date) if matches!(date.within, Within::Month(_)));
    Some(reading).filter(|r| whole && r.position.is_none())
}
