//! Decades, centuries and the quarters of business years.

use super::{Asked, Context, Resolved, stretch};
use crate::language::time::calendar;
use crate::language::time::meaning::{Base, Unit};
use crate::language::time::reason::Reason;
use crate::language::time::{Anchor, Basis, Frame, Grain, value};

impl Context<'_> {
    pub(super) fn decade(&self, first: i32) -> Resolved {
        let Some(span) = calendar::years_span(first, first + 9) else { return Resolved::nothing("", Reason::Impossible) };
        let stretch = stretch(Frame::Calendar, span, Grain::Decade, Basis::Explicit);
        Resolved {
            value: value::decade(if first < 0 { first + 8 } else { first }),
            stretch: Some(stretch),
            anchor: Anchor::None,
            offset: None,
            reason: Reason::Calendar,
        }
    }

    pub(super) fn century(&self, number: i32) -> Resolved {
        // The 20th century is taken as 1900 to 1999, as TIMEX3 values have it; the 4th before Christ as 400 to 301.
        let first = if number > 0 { (number - 1) * 100 } else { number * 100 + 1 };
        let Some(span) = calendar::years_span(first, first + 99) else { return Resolved::nothing("", Reason::Impossible) };
        let stretch = stretch(Frame::Calendar, span, Grain::Century, Basis::Explicit);
        Resolved { value: value::century(number), stretch: Some(stretch), anchor: Anchor::None, offset: None, reason: Reason::Calendar }
    }

    pub(super) fn era(&self, asked: &Asked, unit: Unit, steps: i32, base: Base) -> Resolved {
        let origin = self.origin(base, asked);
        let year = if origin.frame == Frame::Calendar { calendar::year_of(origin.span[0]) } else { None };
        let Some(year) = year else {
            return Resolved::nothing(if unit == Unit::Decade { "XXX" } else { "XX" }, Reason::Unknown);
        };
        let resolved = match unit {
            Unit::Decade if year <= 0 => self.decade(-((1 - year) / 10 * 10 + 8) + 10 * steps),
            Unit::Decade => self.decade(year.div_euclid(10) * 10 + 10 * steps),
            _ if year <= 0 => self.century(-(-year / 100 + 1) + steps),
            _ => self.century(year.div_euclid(100) + 1 + steps),
        };
        let basis = |s| super::Stretch { basis: Basis::Relative, ..s };
        Resolved { stretch: resolved.stretch.map(basis), anchor: origin.anchor, reason: Reason::Counted(origin.anchor), ..resolved }
    }

    /// The quarter told last, some quarters off; without one the last that is over.
    pub(super) fn quarter_shift(&self, steps: i32) -> Resolved {
        let current = self.publication.and_then(calendar::month_index).map(|m| m.div_euclid(3));
        let told = self.quarter.map(|(year, quarter)| year * 4 + quarter as i32 - 1).filter(|q| current.is_none_or(|c| (c - q).abs() <= 4));
        // "the latest quarter" is over.
        let told = if steps == 0 { told.map(|q| current.map_or(q, |c| q.min(c - 1))) } else { told };
        let Some(index) = told.or(current.map(|q| q - 1)).and_then(|q| q.checked_add(steps)) else {
            return Resolved::nothing("XXXX-QX", Reason::Unknown);
        };
        self.quarter_at(index.div_euclid(4), index.rem_euclid(4) as u32 + 1)
    }

    pub(super) fn quarter_of(&self, year: i32) -> Resolved {
        match self.quarter {
            Some((_, quarter)) => self.quarter_at(year, quarter),
            None => {
                let span = calendar::year_span(year).map(|s| stretch(Frame::Calendar, s, Grain::Year, Basis::Explicit));
                Resolved { value: value::year(year), stretch: span, anchor: Anchor::None, offset: None, reason: Reason::Calendar }
            }
        }
    }

    pub(super) fn quarter_at(&self, year: i32, quarter: u32) -> Resolved {
        let span = calendar::quarter_span(year, quarter).map(|s| stretch(Frame::Calendar, s, Grain::Quarter, Basis::Relative));
        Resolved {
            value: value::quarter(year, quarter),
            stretch: span,
            anchor: Anchor::Publication,
            offset: None,
            reason: Reason::QuarterTold,
        }
    }
}
