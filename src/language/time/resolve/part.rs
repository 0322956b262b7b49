//! Parts of a stretch: "early May" is its days 1 to 10, "late 1942" its months 9 to 12, "early next week" Monday to Wednesday.

use super::Origin;
use crate::language::time::calendar;
use crate::language::time::meaning::Position;
use crate::language::time::{Basis, Day, Frame, Grain, Modifier, Stretch};

/// TIMEX3's modifier for a part.
pub(super) fn modifier(position: Position) -> Option<Modifier> {
    match position {
        Position::Early | Position::FirstDay | Position::FirstDays | Position::FirstWeek | Position::FirstHalf => Some(Modifier::Start),
        Position::Mid => Some(Modifier::Mid),
        Position::Late | Position::LastDay | Position::LastDays | Position::LastWeek | Position::SecondHalf => Some(Modifier::End),
        Position::Week(_) | Position::Weekday(..) | Position::Earlier | Position::Later | Position::Most => None,
    }
}

/// The part of a stretch that a position tells; `now` bounds "earlier" and "later".
pub(super) fn of(position: Position, whole: Stretch, now: Origin) -> Stretch {
    let (a, b) = (whole.earliest, whole.latest);
    let length = b - a + 1;
    let part = |from: Day, to: Day| {
        let basis = if whole.basis == Basis::Explicit { Basis::Explicit } else { whole.basis };
        Stretch { earliest: from.clamp(a, b), latest: to.clamp(a, b), basis, ..whole }
    };
    let known = whole.frame == Frame::Calendar;
    let third = |n: i32| a + length * n / 3;
    match position {
        Position::Most => whole,
        Position::Earlier => {
            // Up to the day of writing, where that lies in it.
            let end = now.span[0];
            if now.frame == whole.frame && a <= end && end <= b { part(a, end) } else { whole }
        }
        Position::Later => {
            let start = now.span[0];
            if now.frame == whole.frame && a <= start && start < b { part(start + 1, b) } else { whole }
        }
        Position::FirstDay => Stretch { grain: Grain::Day, ..part(a, a) },
        Position::LastDay => Stretch { grain: Grain::Day, ..part(b, b) },
        Position::FirstWeek => part(a, a + 6),
        Position::LastWeek => part(b - 6, b),
        Position::Week(number) => part(a + 7 * (number - 1), a + 7 * number - 1),
        Position::Weekday(number, weekday) if known => {
            let first = a + (weekday - calendar::weekday(a)).rem_euclid(7);
            let last = b - (calendar::weekday(b) - weekday).rem_euclid(7);
            let day = if number < 0 { last } else { first + 7 * (number - 1) };
            Stretch { grain: Grain::Day, ..part(day, day) }
        }
        Position::Weekday(number, _) if number < 0 => part(b - 6, b),
        Position::Weekday(number, _) => part(a + 7 * (number - 1), a + 7 * number - 1),
        Position::FirstHalf => part(a, a + length / 2 - 1),
        Position::SecondHalf => part(a + length / 2, b),
        Position::FirstDays if whole.grain <= Grain::Month => part(a, a + 9),
        Position::FirstDays => part(a, a + 6),
        Position::LastDays if whole.grain <= Grain::Month => part(b - 9, b),
        // "the last days of the year": 25 to 31 December
        Position::LastDays => part(b - 6, b),
        Position::Early | Position::Mid | Position::Late => match whole.grain {
            Grain::Day | Grain::Weekend => whole,
            Grain::Week if known => match position {
                Position::Early => part(a, a + 2),
                Position::Mid => part(a + 1, a + 3),
                _ => part(a + 3, b),
            },
            Grain::Week => match position {
                Position::Early => part(a, b - 4),
                Position::Mid => part(a + 1, b - 3),
                _ => part(a + 3, b),
            },
            Grain::Month if (28..=31).contains(&length) => match position {
                Position::Early => part(a, a + 9),
                Position::Mid => part(a + 10, a + 19),
                _ => part(a + 20, b),
            },
            // Months 1 to 4, 5 to 8, 9 to 12.
            Grain::Year if length >= 365 && known => match calendar::month_index(a) {
                Some(first) => {
                    let months = match position {
                        Position::Early => (0, 3),
                        Position::Mid => (4, 7),
                        _ => (8, 11),
                    };
                    let day = |index: i32, end: usize| calendar::month_span(first + index).and_then(|s| s.get(end).copied());
                    part(day(months.0, 0).unwrap_or(a), day(months.1, 1).unwrap_or(b))
                }
                None => whole,
            },
            // The first four years, the last four, and those between.
            Grain::Decade if known => {
                let years = match position {
                    Position::Early => (0, 3),
                    Position::Mid => (4, 5),
                    _ => (6, 9),
                };
                match calendar::year_of(a).and_then(|y| calendar::years_span(y + years.0, y + years.1)) {
                    Some([from, to]) => part(from, to),
                    None => whole,
                }
            }
            _ => match position {
                Position::Early => part(a, third(1) - 1),
                Position::Mid => part(third(1), third(2) - 1),
                _ => part(third(2), b),
            },
        },
    }
}
