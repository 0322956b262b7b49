//! Stretches of so many units up to or from an anchor: "the past two weeks", "in the coming months".

use super::counted::{back, days_of, grain_of, years_of};
use super::{Asked, Context, Origin, Resolved, stretch};
use crate::language::time::calendar::{self, Span};
use crate::language::time::meaning::{Base, Unit};
use crate::language::time::number::Amount;
use crate::language::time::reason::Reason;
use crate::language::time::tense::Tense;
use crate::language::time::{Basis, Frame, Signal, Stretch, value};

impl Context<'_> {
    pub(super) fn period(&mut self, asked: &Asked, amount: Amount, unit: Unit, later: bool, base: Base) -> Resolved {
        // "recent years" have no length that could be told.
        let value = if amount == Amount::Vague && unit == Unit::Year && !later && base == Base::Publication {
            "PAST_REF".into()
        } else {
            value::duration(amount, unit)
        };
        // In a story told in the past, "the next three years" are those after what was told.
        let story = self.history || self.publication.is_none() || later && asked.tense == Tense::Past;
        let told = self.told_for(asked).filter(|_| base != Base::Publication || story && later);
        let origin = told.unwrap_or_else(|| self.now());
        let throughout = matches!(asked.signal, Some(Signal::For | Signal::Over));
        match period_from(origin, amount, unit, later, throughout) {
            Some(resolved) => Resolved { value, ..resolved },
            None => Resolved::nothing(value, Reason::Unknown),
        }
    }
}

/// A stretch of so many units from an origin on or up to it.
pub(super) fn period_from(origin: Origin, amount: Amount, unit: Unit, later: bool, throughout: bool) -> Option<Resolved> {
    let days = period_days(origin, amount, unit, later)?;
    let vague = amount == Amount::Vague;
    let basis = if vague { Basis::Convention } else { Basis::Relative };
    let approximate = [vague && !later, vague && later];
    let stretch = Stretch { throughout: throughout && !vague, approximate, ..stretch(origin.frame, days, grain_of(unit), basis) };
    let reason = if vague { Reason::Convention(period_words(unit, later), origin.anchor) } else { Reason::Window(origin.anchor) };
    Some(Resolved { value: value::duration(amount, unit), stretch: Some(stretch), anchor: origin.anchor, offset: None, reason })
}

/// The days of "recent weeks", "the coming months", "the past two years".
fn period_days(origin: Origin, amount: Amount, unit: Unit, later: bool) -> Option<Span> {
    let [a, b] = origin.span;
    if amount == Amount::Vague {
        // Seven days, eight weeks, twelve months; ten years. Coming weeks begin with the next one.
        let reach = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => 1,
            Unit::Day => 7,
            Unit::Weekend | Unit::Week | Unit::Fortnight => 56,
            Unit::Month | Unit::Season | Unit::Quarter => 365,
            Unit::Year => 3652,
            _ => return None,
        };
        let start = if unit == Unit::Week && later { 7 } else { 0 };
        return if later { Some([b.checked_add(start)?, b.checked_add(reach)?]) } else { Some([back(origin, unit, reach)?, b]) };
    }
    let number = match amount {
        Amount::Exact(n) => n,
        Amount::Range(_, high) => high,
        Amount::Vague => return None,
    };
    if !(0.0..=20_000.0).contains(&number) {
        return None;
    }
    let months = match unit {
        Unit::Month => Some(number),
        Unit::Quarter | Unit::Season => Some(number * 3.0),
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => Some(number * 12.0 * years_of(unit)),
        _ => None,
    };
    let sign = if later { 1 } else { -1 };
    let far = match (months, origin.frame) {
        (Some(months), Frame::Calendar) => calendar::add_months(if later { b } else { a }, (months.round() as i32).checked_mul(sign)?)?,
        (Some(months), Frame::Publication) => {
            (if later { b } else { a }).checked_add(((months * 30.44).round() as i32).checked_mul(sign)?)?
        }
        (None, _) => {
            let days = if unit == Unit::Hour { (number / 24.0).ceil() as i32 } else { (number * f64::from(days_of(unit))).round() as i32 };
            (if later { b } else { a }).checked_add(days.checked_mul(sign)?)?
        }
    };
    Some(if later { [a, far.max(a)] } else { [far.min(b), b] })
}

fn period_words(unit: Unit, later: bool) -> String {
    let range = match unit {
        Unit::Day => "the 7 days",
        Unit::Weekend | Unit::Week | Unit::Fortnight if later => "7 to 56 days",
        Unit::Weekend | Unit::Week | Unit::Fortnight => "the 8 weeks",
        Unit::Month | Unit::Season | Unit::Quarter => "the 12 months",
        Unit::Year => "the 10 years",
        _ => "some time",
    };
    format!("{range} {}", if later { "after" } else { "up to" })
}
