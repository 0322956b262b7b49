//! Whole units off an anchor ("last week") and counted ones ("two days later").

use super::{Asked, Context, Origin, Resolved, stretch};
use crate::language::time::calendar::{self, Span};
use crate::language::time::meaning::{Base, Unit};
use crate::language::time::number::Amount;
use crate::language::time::reason::Reason;
use crate::language::time::{Anchor, Basis, Day, Frame, Grain, Modifier, Signal, Stretch, signal, value};

impl Context<'_> {
    pub(super) fn shift(&mut self, asked: &Asked, unit: Unit, steps: i32, base: Base) -> Resolved {
        if base == Base::Event
            && let Some(signal) = signal::event_follows(asked.document, asked.phrase)
        {
            let days = days_of(unit).saturating_mul(steps);
            // "the week before the summit": the seven days before it.
            let offset = if unit == Unit::Day { [days, days] } else { [days.min(steps.signum()), days.max(steps.signum())] };
            let value = value::duration(Amount::Exact(1.0), unit);
            return Resolved { value, stretch: None, anchor: Anchor::Event, offset: Some(offset), reason: Reason::OffsetFromEvent(signal) };
        }
        let finest = if unit == Unit::Day { self.told_day(asked) } else { None };
        let mut origin =
            if base == Base::Publication { self.now() } else { finest.or_else(|| self.told_for(asked)).unwrap_or_else(|| self.now()) };
        // A day counted from a whole month or year carries its width; the last day told serves better where it is the later telling.
        if base != Base::Publication
            && unit == Unit::Day
            && let (Some(day), Some(last)) = (finest, self.told_for(asked))
            && last.grain > Grain::Day
            && (last.span[0] > day.span[1] || last.span[1] < day.span[0])
        {
            origin = last;
        }
        shift_from(origin, unit, steps)
    }

    pub(super) fn count(&mut self, asked: &Asked, amount: Amount, unit: Unit, later: bool, base: Base) -> Resolved {
        // "a year ago", "a year earlier" beside a quarter is that quarter's counterpart.
        if unit == Unit::Year
            && !later
            && amount.whole() == Some(1)
            && asked.phrase.reading.modifier.is_none()
            && let Some((year, quarter)) = self.quarter
            && self.sentences_since_quarter(asked) <= 8
        {
            return self.quarter_at(year - 1, quarter);
        }
        let told = if unit <= Unit::Week {
            self.told_day(asked).filter(|d| self.told_for(asked).is_none_or(|l| l.span[0] <= d.span[0])).or_else(|| self.told_for(asked))
        } else {
            self.told_for(asked)
        };
        let origin = if base == Base::Publication { self.now() } else { told.unwrap_or_else(|| self.now()) };
        count_from(origin, amount, unit, later, asked.phrase.reading.modifier)
    }

    /// The days from an event that "two days" in "two days after the meeting" tells, with the word that ties them.
    pub(super) fn event_offset(&self, asked: &Asked, amount: Amount, unit: Unit) -> Option<([Day; 2], Signal)> {
        let signal = signal::event_follows(asked.document, asked.phrase)?;
        let sign = if signal == Signal::Before { -1 } else { 1 };
        let modifier = asked.phrase.reading.modifier;
        let (near, far) = if one_week(amount, unit, modifier) { (7, 7) } else { reach(amount, unit)? };
        let (near, far) = match modifier {
            Some(Modifier::LessThan | Modifier::EqualOrLess) => (0, far),
            Some(Modifier::MoreThan | Modifier::EqualOrMore) => (near, far.saturating_add(days_of(unit))),
            _ => (near, far),
        };
        Some((if sign > 0 { [near, far] } else { [-far, -near] }, signal))
    }
}

/// A whole unit some steps off an origin.
pub(super) fn shift_from(origin: Origin, unit: Unit, steps: i32) -> Resolved {
    let reason = Reason::Counted(origin.anchor);
    let Some((span, grain)) = unit_span(origin, unit, steps) else {
        return Resolved::nothing(open(unit), Reason::Unknown);
    };
    let value = if origin.frame == Frame::Calendar { unit_value(unit, span, origin) } else { open(unit) };
    let stretch = Stretch { approximate: origin.approximate, ..stretch(origin.frame, span, grain, Basis::Relative) };
    Resolved { value, stretch: Some(stretch), anchor: origin.anchor, offset: None, reason }
}

/// So many units before or after an origin.
pub(super) fn count_from(origin: Origin, amount: Amount, unit: Unit, later: bool, modifier: Option<Modifier>) -> Resolved {
    let vague = if later { "FUTURE_REF" } else { "PAST_REF" };
    // "A week later" is told to the day; "a week ago" is not, nor are several weeks.
    let week = one_week(amount, unit, modifier) && (later || origin.anchor != Anchor::Publication);
    let counted = if week { counted_span(origin, Amount::Exact(7.0), Unit::Day, later) } else { counted_span(origin, amount, unit, later) };
    let Some((span, grain, basis)) = counted else {
        let value = if amount == Amount::Vague { vague.into() } else { open(unit) };
        return Resolved::nothing(value, Reason::Unknown);
    };
    let span = bounded(span, origin.span, modifier, unit, later);
    let value = match amount {
        Amount::Vague => vague.to_owned(),
        _ if origin.frame == Frame::Calendar => counted_value(unit, span, origin, later),
        _ => open(unit),
    };
    let wide = matches!(amount, Amount::Vague | Amount::Range(..))
        || matches!(unit, Unit::Week | Unit::Fortnight) && !week
        || modifier == Some(Modifier::Approx);
    let approximate = if wide { [true, true] } else { origin.approximate };
    let stretch = Stretch { approximate, ..stretch(origin.frame, span, grain, basis) };
    let reason = match amount {
        Amount::Vague => Reason::Convention(vague_words(unit, later), origin.anchor),
        _ => Reason::Counted(origin.anchor),
    };
    Resolved { value, stretch: Some(stretch), anchor: origin.anchor, offset: None, reason }
}

/// Whether exactly one week is counted.
fn one_week(amount: Amount, unit: Unit, modifier: Option<Modifier>) -> bool {
    unit == Unit::Week && modifier.is_none() && amount.whole() == Some(1)
}

/// The days that lie so many units before or after an origin.
pub(super) fn counted_span(origin: Origin, amount: Amount, unit: Unit, later: bool) -> Option<(Span, Grain, Basis)> {
    let sign = if later { 1 } else { -1 };
    if amount == Amount::Vague {
        let (near, far) = vague_days(unit)?;
        let span = if later {
            [origin.span[0].checked_add(near)?, origin.span[1].checked_add(far)?]
        } else {
            // Years and months are counted by the calendar where there is one.
            [back(origin, unit, far)?, origin.span[1].checked_sub(near)?]
        };
        return Some((span, grain_of(unit), Basis::Convention));
    }
    let (low, high) = match amount {
        Amount::Exact(n) => (n, n),
        Amount::Range(a, b) => (a, b),
        Amount::Vague => return None,
    };
    if !(0.0..=20_000.0).contains(&low) || !(0.0..=20_000.0).contains(&high) {
        return None;
    }
    let a = moved(origin, low, unit, sign)?;
    let b = if low == high { a } else { moved(origin, high, unit, sign)? };
    Some(([a.0[0].min(b.0[0]), a.0[1].max(b.0[1])], a.1, Basis::Relative))
}

/// An origin moved by a number of units, as wide as the unit tells.
fn moved(origin: Origin, number: f64, unit: Unit, sign: i32) -> Option<(Span, Grain)> {
    let whole = (number * f64::from(sign)).round() as i32;
    let days = |n: f64, slack: i32, grain| {
        let moved = origin.at((n.round() as i32).saturating_mul(sign), (n.round() as i32).saturating_mul(sign)).span;
        Some(([moved[0].saturating_sub(slack), moved[1].saturating_add(slack)], grain))
    };
    match unit {
        Unit::Second | Unit::Minute => days(0.0, 0, Grain::Day),
        Unit::Hour => days((number / 24.0).floor(), 0, Grain::Day),
        Unit::Day => days(number, 0, Grain::Day),
        Unit::Weekend | Unit::Week => days(number * 7.0, if number < 1.5 { 1 } else { 3 }, Grain::Week),
        Unit::Fortnight => days(number * 14.0, 3, Grain::Week),
        _ if origin.frame == Frame::Publication => None,
        Unit::Month => {
            // "two months ago" is that month; half months count fifteen days.
            if number.fract() != 0.0 {
                return days(number * 30.4, 7, Grain::Month);
            }
            let first = calendar::month_span(calendar::month_index(origin.span[0])? + whole)?;
            let last = calendar::month_span(calendar::month_index(origin.span[1])? + whole)?;
            Some(([first[0], last[1]], Grain::Month))
        }
        Unit::Quarter | Unit::Season => {
            let first = calendar::month_span(calendar::month_index(origin.span[0])? + whole * 3)?;
            Some(([first[0], calendar::month_span(calendar::month_index(first[0])? + 2)?[1]], Grain::Quarter))
        }
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => {
            let years = number * years_of(unit);
            if years.fract() != 0.0 {
                let months = (years * 12.0).round() as i32 * sign;
                let first = calendar::month_span(calendar::month_index(origin.span[0])? + months)?;
                return Some((first, Grain::Month));
            }
            let steps = years as i32 * sign;
            let first = calendar::year_of(origin.span[0])?.checked_add(steps)?;
            let last = calendar::year_of(origin.span[1])?.checked_add(steps)?;
            Some((calendar::years_span(first, last)?, Grain::Year))
        }
    }
}

/// "less than two weeks later" is any time up to two weeks; "more than a year earlier" up to a unit more.
fn bounded(span: Span, origin: Span, modifier: Option<Modifier>, unit: Unit, later: bool) -> Span {
    let one = days_of(unit);
    match (modifier, later) {
        (Some(Modifier::LessThan | Modifier::EqualOrLess), true) => {
            [origin[0].saturating_add(1), span[1].saturating_sub(1).max(origin[0].saturating_add(1))]
        }
        (Some(Modifier::LessThan | Modifier::EqualOrLess), false) => {
            [span[0].saturating_add(1).min(origin[1].saturating_sub(1)), origin[1].saturating_sub(1)]
        }
        (Some(Modifier::MoreThan | Modifier::EqualOrMore), true) => [span[0], span[1].saturating_add(one)],
        (Some(Modifier::MoreThan | Modifier::EqualOrMore), false) => [span[0].saturating_sub(one), span[1]],
        _ => span,
    }
}

/// A whole unit some steps from the one that an origin lies in.
fn unit_span(origin: Origin, unit: Unit, steps: i32) -> Option<(Span, Grain)> {
    let [a, b] = origin.span;
    // From the end of what was told onward, from its start backward.
    let from = if steps > 0 { b } else { a };
    match unit {
        Unit::Day if origin.grain == Grain::Day || origin.span[0] == origin.span[1] => {
            Some(([from.checked_add(steps)?, from.checked_add(steps)?], Grain::Day))
        }
        Unit::Day => Some(([a.checked_add(steps)?, b.checked_add(steps)?], Grain::Day)),
        Unit::Week => {
            if origin.frame == Frame::Publication && origin.anchor == Anchor::Publication {
                // The weekday of publication is not known: its week starts on one of the seven days up to it.
                return Some(([-6 + 7 * steps, 6 + 7 * steps], Grain::Week));
            }
            let monday = calendar::monday(from).checked_add(7 * steps)?;
            Some(([monday, monday + 6], Grain::Week))
        }
        // The day of the month is not known: the next month starts within one and ends within two.
        Unit::Month if origin.frame == Frame::Publication && origin.anchor == Anchor::Publication && steps != 0 => {
            let span = if steps > 0 { [30 * steps - 29, 30 * steps + 30] } else { [30 * steps - 30, 30 * steps + 29] };
            Some((span, Grain::Month))
        }
        _ if origin.frame == Frame::Publication => None,
        Unit::Month => Some((calendar::month_span(calendar::month_index(from)?.checked_add(steps)?)?, Grain::Month)),
        Unit::Quarter => {
            let quarter = calendar::month_index(from)?.div_euclid(3).checked_add(steps)?;
            Some(([calendar::month_span(quarter * 3)?[0], calendar::month_span(quarter * 3 + 2)?[1]], Grain::Quarter))
        }
        Unit::Year => Some((calendar::year_span(calendar::year_of(from)?.checked_add(steps)?)?, Grain::Year)),
        _ => None,
    }
}

/// The TIMEX3 value of a whole unit.
fn unit_value(unit: Unit, span: Span, origin: Origin) -> String {
    let Some((year, month, _)) = calendar::parts(span[0]) else { return String::new() };
    match unit {
        Unit::Day if span[0] == span[1] => value::day(span[0]),
        Unit::Day if origin.grain <= Grain::Month => format!("{}-XX", value::month(year, month)),
        Unit::Day => format!("{}-XX-XX", value::year(year)),
        Unit::Week => value::week(span[0]),
        Unit::Month => value::month(year, month),
        Unit::Quarter => value::quarter(year, (month - 1) / 3 + 1),
        _ => value::year(year),
    }
}

/// The TIMEX3 value of what was counted: as fine as the unit and the anchor are.
fn counted_value(unit: Unit, span: Span, origin: Origin, later: bool) -> String {
    let middle = span[0] + (span[1] - span[0]) / 2;
    let Some((year, month, _)) = calendar::parts(if later { span[0] } else { middle }) else { return String::new() };
    let year_only = origin.grain >= Grain::Year;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day if span[0] == span[1] => value::day(span[0]),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day if year_only => format!("{}-XX-XX", value::year(year)),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => format!("{}-XX", value::month(year, month)),
        Unit::Weekend | Unit::Week | Unit::Fortnight if origin.grain > Grain::Week => format!("{}-WXX", value::year(year)),
        Unit::Weekend | Unit::Week | Unit::Fortnight => value::week(middle),
        Unit::Month if year_only => format!("{}-XX", value::year(year)),
        Unit::Month => value::month(year, month),
        Unit::Quarter | Unit::Season => value::quarter(year, (month - 1) / 3 + 1),
        _ => value::year(year),
    }
}

/// The value of a unit whose date is not known.
fn open(unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        _ => "XXXX",
    }
    .to_owned()
}

pub(super) fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Grain::Day,
        Unit::Weekend => Grain::Weekend,
        Unit::Week | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Season => Grain::Season,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century | Unit::Millennium => Grain::Century,
    }
}

/// How many days a number of units is, nearest and farthest; none for numbers beyond all that is told of (`calendar::FARTHEST`).
pub(super) fn reach(amount: Amount, unit: Unit) -> Option<(Day, Day)> {
    let days = |number: f64| {
        let days = (number * f64::from(days_of(unit))).round();
        (0.0..=f64::from(calendar::FARTHEST)).contains(&days).then_some(days as Day)
    };
    Some(match amount {
        Amount::Vague => vague_days(unit)?,
        Amount::Exact(number) => {
            let days = days(number)?;
            let slack = match unit {
                Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => 0,
                Unit::Week | Unit::Fortnight | Unit::Weekend => 3,
                Unit::Month => 15,
                _ => 182,
            };
            (days - slack, days + slack)
        }
        Amount::Range(low, high) => (days(low)?, days(high)?),
    })
}

/// Days in a unit, on average.
pub(crate) fn days_of(unit: Unit) -> i32 {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => 0,
        Unit::Day => 1,
        Unit::Weekend | Unit::Week => 7,
        Unit::Fortnight => 14,
        Unit::Month => 30,
        Unit::Quarter | Unit::Season => 91,
        Unit::Year => 365,
        Unit::Decade => 3652,
        Unit::Century => 36_524,
        Unit::Millennium => 365_242,
    }
}

pub(super) fn years_of(unit: Unit) -> f64 {
    match unit {
        Unit::Decade => 10.0,
        Unit::Century => 100.0,
        Unit::Millennium => 1000.0,
        _ => 1.0,
    }
}

/// How far "days", "weeks", "months" and "years ago" are taken to reach, nearest and farthest, in days.
pub(super) fn vague_days(unit: Unit) -> Option<(Day, Day)> {
    Some(match unit {
        Unit::Second | Unit::Minute => (0, 0),
        Unit::Hour => (0, 0),
        Unit::Day => (2, 7),
        Unit::Weekend | Unit::Week | Unit::Fortnight => (14, 56),
        Unit::Month | Unit::Season | Unit::Quarter => (61, 365),
        Unit::Year => (731, 3652),
        Unit::Decade => (7305, 36_524),
        Unit::Century | Unit::Millennium => return None,
    })
}

/// The far end of a vague count back: by the calendar where that is known.
pub(super) fn back(origin: Origin, unit: Unit, days: Day) -> Option<Day> {
    match (origin.frame, unit) {
        (Frame::Calendar, Unit::Month) => calendar::add_months(origin.span[0], -12),
        (Frame::Calendar, Unit::Year) => calendar::add_months(origin.span[0], -120),
        _ => origin.span[0].checked_sub(days),
    }
}

/// How a vague count is put in a reason.
fn vague_words(unit: Unit, later: bool) -> String {
    let range = match unit {
        Unit::Day => "7 to 2 days",
        Unit::Weekend | Unit::Week | Unit::Fortnight => "8 to 2 weeks",
        Unit::Month | Unit::Season | Unit::Quarter => "12 to 2 months",
        Unit::Year => "10 to 2 years",
        Unit::Decade => "10 to 2 decades",
        _ => "some time",
    };
    let range = if later { flip(range) } else { range.to_owned() };
    format!("{range} {}", if later { "after" } else { "before" })
}

/// "8 to 2 weeks" as it is counted forward: "2 to 8 weeks".
fn flip(range: &str) -> String {
    let parts: Vec<&str> = range.split(' ').collect();
    match parts.as_slice() {
        [a, "to", b, unit] => format!("{b} to {a} {unit}"),
        _ => range.to_owned(),
    }
}
