//! When one mention takes place, as far as its own words say.

use crate::language::event::{EventMention, Status};
use crate::language::time::{Basis, Day, Frame, Grain, Signal, TimeExpression};
use chrono::{Datelike, NaiveDate};

/// The days that a mention's own words give; an open end is one that they do not give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placing {
    pub frame: Frame,
    pub earliest: Day,
    pub latest: Day,
    /// Whether the words leave the start or the end open ("by 3 May", "since Monday"); the bound is then a convention's.
    pub open: [bool; 2],
    pub approximate: [bool; 2],
    pub throughout: bool,
    pub grain: Grain,
    pub basis: Basis,
    pub expression: usize,
}

impl Placing {
    pub fn days(&self) -> i64 {
        i64::from(self.latest) - i64::from(self.earliest) + 1
    }

    pub fn meets(&self, other: &Placing) -> bool {
        self.frame == other.frame && self.earliest <= other.latest && other.earliest <= self.latest
    }
}

/// What lasts until a day; of anything else, "until" tells how long its outcome holds ("extended the mandate until 30 June").
const LASTING: &[&str] = &[
    "last",
    "continue",
    "stay",
    "remain",
    "fight",
    "serve",
    "negotiate",
    "talks",
    "negotiation",
    "war",
    "siege",
    "battle",
    "campaign",
    "meeting",
    "conference",
    "visit",
    "travel",
    "hold",
    "strike",
    "talk",
    "run",
];

/// The first day of the month or year that a day lies in, by grain.
fn first_of(day: Day, grain: Grain) -> Day {
    let Some(date) = NaiveDate::from_num_days_from_ce_opt(day) else { return day };
    let start = if grain >= Grain::Year {
        NaiveDate::from_ymd_opt(date.year(), 1, 1)
    } else {
        NaiveDate::from_ymd_opt(date.year(), date.month(), 1)
    };
    start.map_or(day, |d| d.num_days_from_ce())
}

/// Reads a mention's placing from the expressions that hang on it. `today` is the publication's day in each frame, where known.
pub fn of(mention: &EventMention, times: &[TimeExpression], today: impl Fn(Frame) -> Option<Day>) -> Option<Placing> {
    let mut found: Option<Placing> = None;
    for timing in &mention.times {
        let Some(expression) = times.get(timing.expression) else { continue };
        let Some(stretch) = expression.stretch else { continue };
        // "now", "currently": the writer's present places no happening.
        if expression.value == "PRESENT_REF" || timing.signal == Some(Signal::Until) && !LASTING.contains(&mention.base.as_str()) {
            continue;
        }
        let mut placing = Placing {
            frame: stretch.frame,
            earliest: stretch.earliest,
            latest: stretch.latest,
            open: [false, false],
            approximate: stretch.approximate,
            throughout: stretch.throughout,
            grain: stretch.grain,
            basis: stretch.basis,
            expression: timing.expression,
        };
        let now = today(stretch.frame);
        match timing.signal {
            Some(Signal::By | Signal::Until) => {
                let floor = if matches!(mention.status, Status::Expected | Status::Proposed) { now } else { None };
                placing.earliest =
                    floor.filter(|n| *n <= stretch.latest).unwrap_or_else(|| first_of(stretch.latest, stretch.grain)).min(stretch.latest);
                placing.open[0] = true;
            }
            Some(Signal::Before) => {
                placing.latest = stretch.earliest - 1;
                let floor = if matches!(mention.status, Status::Expected | Status::Proposed) { now } else { None };
                placing.earliest = floor.filter(|n| *n <= placing.latest).unwrap_or(placing.latest - 30);
                placing.open[0] = true;
            }
            Some(Signal::Since) => {
                placing.latest = now.unwrap_or(stretch.latest).max(stretch.latest);
                placing.open[1] = true;
                placing.throughout = true;
            }
            // "following a referendum in September 1991": soon after, in that month as far as is told.
            Some(Signal::After) if stretch.grain >= Grain::Month => {}
            Some(Signal::After) => {
                placing.earliest = stretch.latest;
                placing.latest = stretch.latest + 30;
                placing.open[1] = true;
            }
            _ => {}
        }
        if placing.earliest > placing.latest {
            continue;
        }
        found = Some(match found {
            None => placing,
            // "on Tuesday, 3 May": the narrower of two that meet; else the first told.
            Some(before) if before.meets(&placing) && placing.days() < before.days() => placing,
            Some(before) => before,
        });
    }
    found
}
