//! Dates of the calendar, the missing year completed from context or tense.

use super::{Asked, Context, Origin, Resolved, stretch};
use crate::language::time::calendar::{self, Span};
use crate::language::time::meaning::{Base, Partial, Season, Unit, Within, Year};
use crate::language::time::reason::Reason;
use crate::language::time::tense::{self, Tense};
use crate::language::time::{Anchor, Basis, Day, Frame, Grain, signal, value};
use chrono::Datelike;

impl Context<'_> {
    pub(super) fn partial(&mut self, asked: &Asked, date: Partial) -> Resolved {
        if let Within::DayOnly(day) = date.within {
            return self.day_only(asked, day);
        }
        let completed = match date.year {
            Year::Known(year) => Some((year, Anchor::None, Basis::Explicit, Reason::Calendar)),
            Year::Short(short) => Some((self.short_year(short), Anchor::None, Basis::Explicit, Reason::Calendar)),
            Year::Shifted { steps, base } => {
                let origin = self.origin(base, asked);
                let year = if origin.frame == Frame::Calendar { calendar::year_of(origin.span[0]) } else { None };
                year.and_then(|y| y.checked_add(steps)).map(|y| (y, origin.anchor, Basis::Explicit, Reason::YearFrom(origin.anchor)))
            }
            Year::Open => self.complete(asked, date),
        };
        let Some((year, anchor, basis, reason)) = completed else {
            return Resolved::nothing(open_value(date.within), Reason::Unknown);
        };
        let Some(span) = span(year, date.within) else { return Resolved::nothing("", Reason::Impossible) };
        let grain = grain(date.within);
        let resolved = stretch(Frame::Calendar, span, grain, basis);
        // A winter of the story is named by the year in which it ends, a winter told with its year by that year.
        let named = if self.history && date.year == Year::Open && date.within == Within::Season(Season::Winter) { year + 1 } else { year };
        Resolved { value: closed_value(named, date.within, span), stretch: Some(resolved), anchor, offset: None, reason }
    }

    /// The century that puts a year of two digits nearest to what the text tells of.
    fn short_year(&self, short: i32) -> i32 {
        let near =
            self.year.map(|(y, _)| y).filter(|_| self.history).or_else(|| self.publication.and_then(calendar::year_of)).unwrap_or(1999);
        let century = near.div_euclid(100) * 100;
        // Not more than ten years ahead.
        [century + short, century - 100 + short].into_iter().find(|y| *y <= near + 10).unwrap_or(century + short)
    }

    /// The year of a date told without one.
    fn complete(&self, asked: &Asked, date: Partial) -> Option<(i32, Anchor, Basis, Reason)> {
        let days = |year| span(year, date.within);
        if let Some((year, told)) = self.narrative_year(asked).filter(|_| self.history || !matches!(date.within, Within::Quarter(_))) {
            // A paragraph of its own that tells its year later on: the story has gone on to that year.
            let coming = self.coming_year.get(asked.index).copied().flatten();
            if let Some(next) = coming.filter(|n| self.paragraph(asked.phrase.sentence) != told.paragraph && (1..=3).contains(&(n - year)))
            {
                return Some((next, Anchor::Publication, Basis::Explicit, Reason::YearAhead));
            }
            let at = self.month.filter(|m| m.origin.frame == Frame::Calendar && calendar::year_of(m.origin.span[0]) == Some(year));
            let flashback = asked.document.lower(asked.phrase.tokens.start.saturating_sub(1)) == "had";
            let year = match at {
                Some(at) if !flashback => follow(year, at.origin, &days, date.within),
                _ => year,
            };
            return Some((year, told.origin.anchor, Basis::Explicit, Reason::YearFrom(told.origin.anchor)));
        }
        let now = self.publication?;
        let year = calendar::year_of(now)?;
        if let Some(weekday) = date.weekday {
            let fits = |y: &i32| days(*y).is_some_and(|[d, _]| calendar::weekday(d) == weekday);
            let nearest = (year - 3..=year + 3).filter(fits).min_by_key(|y| days(*y).map_or(i32::MAX, |[d, _]| (d - now).abs()));
            if let Some(year) = nearest {
                return Some((year, Anchor::Publication, Basis::Explicit, Reason::YearByWeekday));
            }
        }
        // A quarter told by name is the one reported on: the last one over or running.
        let tense = if matches!(date.within, Within::Quarter(_)) && days(year).is_some_and(|d| d[0] <= now)
            || signal::names_past(asked.document, &asked.phrase.tokens)
        {
            Tense::Past
        } else {
            asked.tense
        };
        let year = by_tense(tense, now, year, &days)?;
        Some((year, Anchor::Publication, Basis::Explicit, Reason::YearByTense(tense)))
    }

    /// The year that the story is in, where the text tells one: always in a history or without a publication date, but for what its
    /// writer still awaits; in news only where a date of another year stands in the same sentence or just before.
    fn narrative_year(&self, asked: &Asked) -> Option<(i32, super::context::Told)> {
        let (year, told) = self.year?;
        if self.publication.is_some()
            && asked.tense == Tense::Future
            && tense::awaited(asked.document, asked.sentence(), &asked.phrase.tokens)
        {
            return None;
        }
        if self.story_year().is_some() && (self.history || asked.tense != Tense::Future && !self.left(&told)) {
            return Some((year, told));
        }
        let Some(now) = self.publication.and_then(calendar::year_of) else { return Some((year, told)) };
        let apart = asked.phrase.sentence.saturating_sub(told.sentence);
        let other = year != now && asked.tense != Tense::Future;
        let near =
            apart == 0 && told.origin.grain <= Grain::Season || apart == 1 && told.origin.grain <= Grain::Month && (year - now).abs() >= 2;
        (other && near && !self.left(&told)).then_some((year, told))
    }

    /// "the 25th": of the month told last, or by tense from the publication.
    fn day_only(&self, asked: &Asked, day: u32) -> Resolved {
        let of_month = |index: i32| {
            let [first, last] = calendar::month_span(index)?;
            let found = first + day as i32 - 1;
            (found <= last).then_some(found)
        };
        let told = self.told_for(asked).filter(|o| o.frame == Frame::Calendar && o.grain <= Grain::Month);
        let (found, anchor) = match (told, self.publication) {
            (Some(told), _) => {
                let month = calendar::month_index(told.span[0]);
                let day = month.and_then(|m| of_month(m).filter(|d| *d >= told.span[0]).or_else(|| of_month(m + 1)));
                (day, told.anchor)
            }
            (None, Some(now)) => {
                let month = calendar::month_index(now);
                let near = |steps: [i32; 2], fits: &dyn Fn(Day) -> bool| {
                    month.and_then(|m| steps.iter().find_map(|s| of_month(m + s).filter(|d| fits(*d))))
                };
                let day = if asked.tense == Tense::Future { near([0, 1], &|d| d >= now) } else { near([0, -1], &|d| d <= now) };
                (day, Anchor::Publication)
            }
            (None, None) => (None, Anchor::None),
        };
        match found {
            Some(found) => {
                let stretch = stretch(Frame::Calendar, [found, found], Grain::Day, Basis::Explicit);
                Resolved { value: value::day(found), stretch: Some(stretch), anchor, offset: None, reason: Reason::MonthFrom(anchor) }
            }
            None => Resolved::nothing(format!("XXXX-XX-{day:02}"), Reason::Unknown),
        }
    }

    /// "last May", "this autumn", "next Thanksgiving", "that spring".
    pub(super) fn named(&mut self, asked: &Asked, within: Within, steps: i32, base: Base) -> Resolved {
        let days = |year| span(year, within);
        let origin = self.origin(base, asked);
        let told = base != Base::Publication && origin.anchor != Anchor::Publication;
        let year = match (origin.frame, calendar::year_of(origin.span[0])) {
            (Frame::Calendar, Some(year)) if told && steps == 0 => {
                Some(if days(year).is_some_and(|d| d[1] < origin.span[0]) { year + 1 } else { year })
            }
            (Frame::Calendar, Some(year)) => {
                let now = origin.span[0];
                match steps {
                    // "last May" is over; "last summer" told in summer is the year before's.
                    -1 => (year - 2..=year).rev().find(|y| days(*y).is_some_and(|d| d[1] < now)),
                    1 => (year..=year + 2).find(|y| days(*y).is_some_and(|d| d[0] > now)),
                    // "this spring": of the current year; "this winter" began in the year before.
                    _ => {
                        let current = (year - 1..=year).find(|y| days(*y).is_some_and(|d| d[0] <= now && now <= d[1]));
                        let past = asked.tense == Tense::Past;
                        current.or_else(|| {
                            let over = (year - 1..=year).rev().find(|y| days(*y).is_some_and(|d| d[1] < now));
                            if past { over.filter(|y| *y == year).or(Some(year)) } else { Some(year) }
                        })
                    }
                }
            }
            _ => None,
        };
        match year.and_then(|y| days(y).map(|d| (y, d))) {
            Some((year, days)) => {
                let stretch = stretch(Frame::Calendar, days, grain(within), Basis::Relative);
                Resolved {
                    value: closed_value(year, within, days),
                    stretch: Some(stretch),
                    anchor: origin.anchor,
                    offset: None,
                    reason: Reason::Counted(origin.anchor),
                }
            }
            None => Resolved::nothing(open_value(within), Reason::Unknown),
        }
    }

    /// "a year ago today", "four years ago last month"
    pub(super) fn years_ago(&self, years: i32, unit: Unit, back: i32) -> Resolved {
        let found = self.published.and_then(|now| {
            let year = now.year().checked_sub(years)?;
            if unit == Unit::Day {
                // 29 February has no day of its own in most years: the 28th stands for it.
                let day = calendar::day(year, now.month(), now.day()).or_else(|| calendar::day(year, now.month(), 28))?;
                return Some(([day, day], Grain::Day, value::day(day)));
            }
            let month = calendar::month_index(calendar::day(year, now.month(), 1)?)? - back;
            let span = calendar::month_span(month)?;
            Some((span, Grain::Month, value::day(span[0]).chars().take(7).collect()))
        });
        let Some((span, grain, value)) = found else { return Resolved::nothing("PAST_REF", Reason::Unknown) };
        Resolved {
            value,
            stretch: Some(stretch(Frame::Calendar, span, grain, Basis::Relative)),
            anchor: Anchor::Publication,
            offset: None,
            reason: Reason::Counted(Anchor::Publication),
        }
    }

    /// "the 25th of last month"
    pub(super) fn day_of_month(&self, day: u32, steps: i32) -> Resolved {
        let found =
            self.publication.and_then(calendar::month_index).and_then(|m| calendar::month_span(m + steps)).and_then(|[first, last]| {
                let found = first + day as i32 - 1;
                (found <= last).then_some(found)
            });
        match found {
            Some(found) => Resolved {
                value: value::day(found),
                stretch: Some(stretch(Frame::Calendar, [found, found], Grain::Day, Basis::Relative)),
                anchor: Anchor::Publication,
                offset: None,
                reason: Reason::Counted(Anchor::Publication),
            },
            None => Resolved::nothing(format!("XXXX-XX-{day:02}"), Reason::Unknown),
        }
    }
}

/// The year in which a date follows what was told: the same year, or the next where the story has gone round the turn of the year.
fn follow(year: i32, told: Origin, days: &dyn Fn(i32) -> Option<Span>, within: Within) -> i32 {
    let (Some([from, to]), Some(next)) = (days(year), days(year + 1)) else { return year };
    match within {
        // A winter told in its January or February began the year before.
        Within::Season(Season::Winter) => match days(year - 1) {
            Some(last) if told.span[0] <= last[1] => year - 1,
            _ => year,
        },
        // After a winter that has run into the next year comes that year's spring.
        Within::Season(_) => {
            if told.grain == Grain::Season && to < told.span[0] && calendar::year_of(told.span[1]) == Some(year + 1) {
                year + 1
            } else {
                year
            }
        }
        Within::Month(_) | Within::Day { .. } => {
            let (back, ahead) = (told.span[0] - to, next[0] - told.span[1]);
            if from < told.span[0] && back > TURN && ahead < back + 60 { year + 1 } else { year }
        }
        _ => year,
    }
}

/// How many days a date must lie before what was told to be taken as the next year's.
const TURN: i32 = 240;

/// The year by tense: the last such date that has begun, the next that is not over, or the nearest.
pub(super) fn by_tense(tense: Tense, now: Day, year: i32, days: &dyn Fn(i32) -> Option<Span>) -> Option<i32> {
    let past = || (year - 4..=year + 1).rev().find(|y| days(*y).is_some_and(|d| d[0] <= now));
    let future = || (year - 1..=year + 4).find(|y| days(*y).is_some_and(|d| d[1] >= now));
    let distance = |y: i32| days(y).map_or(i32::MAX, |d| if d[1] < now { now - d[1] } else { (d[0] - now).max(0) });
    match (past(), future()) {
        (Some(p), Some(f)) => {
            let (back, ahead) = (distance(p), distance(f));
            let close = days(f).map_or(0, |d| if d[0] == d[1] { 70 } else { 31 });
            // Tense decides unless it would take what is almost a year off, where the other one is at hand: "has set Nov. 10 as the
            // deadline", told on 2 November.
            Some(match tense {
                Tense::Past if back <= 240 || ahead > close => p,
                Tense::Past => f,
                Tense::Future if ahead <= 300 || back > 60 => f,
                Tense::Future => p,
                Tense::Unknown if back <= ahead + 30 => p,
                Tense::Unknown => f,
            })
        }
        (p, f) => p.or(f),
    }
}

/// The days of a date in a year.
pub(super) fn span(year: i32, within: Within) -> Option<Span> {
    match within {
        Within::Whole => calendar::year_span(year),
        Within::Month(month) => calendar::month_of(year, month),
        Within::Day { month, day } => calendar::day(year, month, day).map(|d| [d, d]),
        Within::DayOnly(_) => None,
        Within::Quarter(quarter) => calendar::quarter_span(year, quarter),
        Within::Half(half) => calendar::half_span(year, half),
        Within::Season(season) => {
            let first = calendar::month_of(year, season.first_month())?;
            let last = calendar::month_span(calendar::month_index(first[0])? + 2)?;
            Some([first[0], last[1]])
        }
        Within::Holiday(holiday) => holiday.span(year),
        Within::Week(week) => {
            // ISO 8601: week 1 holds 4 January.
            let first = calendar::monday(calendar::day(year, 1, 4)?) + (week as i32 - 1) * 7;
            (calendar::iso_week(first)?.1 == week).then_some([first, first + 6])
        }
        Within::WeekOf { month, day } => calendar::day(year, month, day).map(calendar::monday).map(|d| [d, d + 6]),
        Within::WeekendOf { month, day } => calendar::day(year, month, day).map(calendar::monday).map(|d| [d + 5, d + 6]),
    }
}

pub(super) fn grain(within: Within) -> Grain {
    match within {
        Within::Whole | Within::Half(_) => Grain::Year,
        Within::Month(_) => Grain::Month,
        Within::Day { .. } | Within::DayOnly(_) | Within::Holiday(_) => Grain::Day,
        Within::Quarter(_) => Grain::Quarter,
        Within::Season(_) => Grain::Season,
        Within::Week(_) | Within::WeekOf { .. } => Grain::Week,
        Within::WeekendOf { .. } => Grain::Weekend,
    }
}

fn closed_value(year: i32, within: Within, span: Span) -> String {
    match within {
        Within::Whole => value::year(year),
        Within::Month(month) => value::month(year, month),
        Within::Day { .. } | Within::DayOnly(_) => value::day(span[0]),
        Within::Quarter(quarter) => value::quarter(year, quarter),
        Within::Half(half) => value::half(year, half),
        Within::Season(season) => value::season(year, season),
        Within::Holiday(_) if span[0] == span[1] => value::day(span[0]),
        Within::Holiday(super::super::holiday::Holiday::EasterWeekend) | Within::WeekendOf { .. } => value::weekend(span[0]),
        Within::Holiday(_) | Within::Week(_) | Within::WeekOf { .. } => value::week(span[0]),
    }
}

fn open_value(within: Within) -> String {
    match within {
        Within::Whole => "XXXX".into(),
        Within::Month(month) => format!("XXXX-{month:02}"),
        Within::Day { month, day } | Within::WeekOf { month, day } | Within::WeekendOf { month, day } => {
            format!("XXXX-{month:02}-{day:02}")
        }
        Within::DayOnly(day) => format!("XXXX-XX-{day:02}"),
        Within::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Within::Half(half) => format!("XXXX-H{half}"),
        Within::Season(season) => format!("XXXX-{}", season.code()),
        Within::Holiday(_) => "XXXX-XX-XX".into(),
        Within::Week(week) => format!("XXXX-W{week:02}"),
    }
}
