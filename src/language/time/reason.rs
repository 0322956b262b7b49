//! How a date was resolved, as one sentence for the analyst, without full stop.

use super::meaning::Which;
use super::tense::Tense;
use super::{Anchor, Signal};
use chrono::NaiveDate;

/// Why an expression has the days it has.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Complete in itself.
    Calendar,
    YearFrom(Anchor),
    YearAhead,
    YearByTense(Tense),
    YearByWeekday,
    MonthFrom(Anchor),
    Counted(Anchor),
    Weekday(Which, Tense),
    WeekdayFrom(Anchor),
    QuarterTold,
    /// A convention, in words up to its anchor: "8 to 2 weeks before".
    Convention(String, Anchor),
    Window(Anchor),
    FromEvent,
    OffsetFromEvent(Signal),
    Length,
    Recurs,
    Vague,
    Unknown,
    Impossible,
}

impl Reason {
    /// The sentence for some words of the text.
    pub fn sentence(&self, words: &str, published: Option<NaiveDate>) -> String {
        let anchor = |anchor: &Anchor| match anchor {
            Anchor::Expression(_) => "the date told before".to_owned(),
            Anchor::Event => "the event told with it".to_owned(),
            Anchor::None | Anchor::Publication => publication(published),
        };
        match self {
            Self::Calendar => format!("“{words}” is a date of the calendar"),
            Self::YearFrom(Anchor::Publication) => format!("“{words}” is told of a year counted from {}", publication(published)),
            Self::YearFrom(_) => format!("“{words}” takes its year from the date told before"),
            Self::YearAhead => format!("“{words}” takes its year from the date told after it"),
            Self::YearByTense(Tense::Past) => {
                format!("“{words}” is the last one up to {}, as the clause tells of the past", publication(published))
            }
            Self::YearByTense(Tense::Future) => {
                format!("“{words}” is the next one from {} on, as the clause tells of the future", publication(published))
            }
            Self::YearByTense(Tense::Unknown) => format!("“{words}” is the one nearest to {}", publication(published)),
            Self::YearByWeekday => format!("“{words}” falls on that weekday in the year nearest to {}", publication(published)),
            Self::MonthFrom(Anchor::Publication) => format!("“{words}” takes its month from {}", publication(published)),
            Self::MonthFrom(_) => format!("“{words}” takes its month from the date told before"),
            Self::Counted(from) => format!("“{words}” is counted from {}", anchor(from)),
            Self::Weekday(which, tense) => {
                let publication = publication(published);
                match (which, tense) {
                    (Which::Bare | Which::That, Tense::Future) => {
                        format!("“{words}” is the next on or after {publication}, as the clause tells of the future")
                    }
                    (Which::Bare | Which::That, _) => format!("“{words}” is the last on or before {publication}"),
                    (Which::Last | Which::Previous, _) => format!("“{words}” is the last before {publication}"),
                    (Which::OfWeek(_) | Which::This | Which::Next, _) => format!("“{words}” is counted by weeks from {publication}"),
                    (Which::Following | Which::AfterNext, _) => format!("“{words}” is counted from {publication}"),
                }
            }
            Self::WeekdayFrom(from) => format!("“{words}” is the one nearest to {}", anchor(from)),
            Self::QuarterTold => format!("“{words}” is counted from the quarter told before"),
            Self::Convention(taken, from) => format!("we take “{words}” as {taken} {}", anchor(from)),
            Self::Window(from) => format!("“{words}” is the time that starts or ends at {}", anchor(from)),
            Self::FromEvent => format!("“{words}” is told of the event beside it"),
            Self::OffsetFromEvent(Signal::Before) => format!("“{words}” is counted back from the event told after it"),
            Self::OffsetFromEvent(_) => format!("“{words}” is counted from the event told after it"),
            Self::Length => format!("“{words}” tells how long, not when"),
            Self::Recurs => format!("“{words}” tells of something that recurs"),
            Self::Vague => format!("“{words}” tells no date"),
            Self::Unknown => format!("nothing in the text tells which “{words}” is meant"),
            Self::Impossible => format!("“{words}” is no day of the calendar"),
        }
    }
}

/// "publication, Fri 19 Dec 2025", or without the date where it is not known.
fn publication(published: Option<NaiveDate>) -> String {
    published.map_or_else(|| "publication".to_owned(), |date| format!("publication, {}", date.format("%a %-d %b %Y")))
}
