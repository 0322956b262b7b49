//! Days of the week and weekends, by tense, by week, or after what was told.

use super::{Asked, Context, Resolved, stretch};
use crate::language::time::calendar;
use crate::language::time::meaning::{Base, Which};
use crate::language::time::reason::Reason;
use crate::language::time::tense::Tense;
use crate::language::time::{Anchor, Basis, Frame, Grain, value};

impl Context<'_> {
    pub(super) fn weekday(&mut self, asked: &Asked, day: i32, which: Which) -> Resolved {
        // "on a Monday in late August" is one of several.
        let before = asked.phrase.tokens.start.checked_sub(1).map_or("", |at| asked.document.lower(at));
        if which == Which::Bare && matches!(before, "a" | "any" | "some") {
            return Resolved::nothing(format!("XXXX-WXX-{day}"), Reason::Unknown);
        }
        let told = self.told_for(asked).filter(|o| o.grain <= Grain::Week && o.frame == Frame::Calendar);
        let narrative = match which {
            Which::That | Which::Following | Which::Previous => true,
            Which::Bare => {
                self.story_year().is_some() && asked.tense != Tense::Future || self.history || self.publication.is_none() && told.is_some()
            }
            _ => false,
        };
        if narrative && let Some(told) = told {
            let [a, b] = told.span;
            let found = match which {
                Which::Previous => a - 1 - (calendar::weekday(a - 1) - day).rem_euclid(7),
                Which::Following => b + 1 + (day - calendar::weekday(b + 1)).rem_euclid(7),
                _ => a + (day - calendar::weekday(a)).rem_euclid(7),
            };
            return self.on(found, told.anchor, Basis::Relative, Reason::WeekdayFrom(told.anchor));
        }
        let Some(now) = self.publication else {
            if self.history {
                return Resolved::nothing(format!("XXXX-WXX-{day}"), Reason::Unknown);
            }
            // The weekday of publication is not known.
            let span = match which {
                Which::Last | Which::Previous => [-7, -1],
                Which::Next | Which::Following => [1, 13],
                Which::AfterNext => [7, 13],
                Which::OfWeek(weeks) => [day - 7 + 7 * weeks, day - 1 + 7 * weeks],
                Which::This => [-6, 6],
                Which::Bare | Which::That if asked.tense == Tense::Future => [0, 6],
                Which::Bare | Which::That => [-6, 0],
            };
            let stretch = stretch(Frame::Publication, span, Grain::Day, Basis::Relative);
            return Resolved {
                value: format!("XXXX-WXX-{day}"),
                stretch: Some(stretch),
                anchor: Anchor::Publication,
                offset: None,
                reason: Reason::Weekday(which, asked.tense),
            };
        };
        let last_on_or_before = now - (calendar::weekday(now) - day).rem_euclid(7);
        let next_on_or_after = now + (day - calendar::weekday(now)).rem_euclid(7);
        let of_week = |weeks: i32| calendar::monday(now) + 7 * weeks + day - 1;
        let found = match which {
            Which::Bare | Which::That if asked.tense == Tense::Future => next_on_or_after,
            Which::Bare | Which::That => last_on_or_before,
            Which::Last | Which::Previous => {
                // Told on a Friday, "last Thursday" is not the day before.
                if last_on_or_before == now || last_on_or_before == now - 1 && which == Which::Last {
                    last_on_or_before - 7
                } else {
                    last_on_or_before
                }
            }
            // "next Friday" told on a Monday is not this week's.
            Which::Next => {
                if of_week(1) - now < 14 {
                    of_week(1)
                } else {
                    next_on_or_after
                }
            }
            Which::Following => now + 1 + (day - calendar::weekday(now + 1)).rem_euclid(7),
            Which::This if asked.tense == Tense::Past => of_week(0),
            Which::This => {
                if of_week(0) >= now {
                    of_week(0)
                } else {
                    next_on_or_after
                }
            }
            Which::OfWeek(weeks) => of_week(weeks),
            Which::AfterNext => next_on_or_after + 7,
        };
        self.on(found, Anchor::Publication, Basis::Relative, Reason::Weekday(which, asked.tense))
    }

    fn on(&self, day: i32, anchor: Anchor, basis: Basis, reason: Reason) -> Resolved {
        Resolved {
            value: value::day(day),
            stretch: Some(stretch(Frame::Calendar, [day, day], Grain::Day, basis)),
            anchor,
            offset: None,
            reason,
        }
    }

    pub(super) fn weekend(&mut self, asked: &Asked, steps: i32, base: Base) -> Resolved {
        let told = self.told_for(asked).filter(|o| o.grain <= Grain::Week && base != Base::Publication && o.frame == Frame::Calendar);
        if let Some(told) = told.filter(|_| base == Base::Told || self.history || self.publication.is_none()) {
            let saturday = calendar::monday(told.span[0]) + 5 + 7 * steps;
            return self.weekend_at(saturday, told.anchor);
        }
        let Some(now) = self.publication else {
            let span = match (steps, base == Base::Event && asked.tense == Tense::Past) {
                (-1, _) | (_, true) => [-8, 0],
                (1, _) => [6, 13],
                _ => [0, 6],
            };
            let stretch = stretch(Frame::Publication, span, Grain::Weekend, Basis::Relative);
            let reason = Reason::Counted(Anchor::Publication);
            return Resolved { value: "XXXX-WXX-WE".into(), stretch: Some(stretch), anchor: Anchor::Publication, offset: None, reason };
        };
        let weekday = calendar::weekday(now);
        let this = calendar::monday(now) + 5;
        // Told at the start of a week in the past tense, "the weekend" and "this weekend" are the one just over.
        let over = asked.tense == Tense::Past && weekday < 6 && steps == 0 && (base == Base::Event || weekday <= 2);
        self.weekend_at(this + if over { -7 } else { 7 * steps }, Anchor::Publication)
    }

    fn weekend_at(&self, saturday: i32, anchor: Anchor) -> Resolved {
        let stretch = stretch(Frame::Calendar, [saturday, saturday + 1], Grain::Weekend, Basis::Relative);
        Resolved { value: value::weekend(saturday), stretch: Some(stretch), anchor, offset: None, reason: Reason::Counted(anchor) }
    }
}
