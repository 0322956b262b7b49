//! An expression that leans on the story ("two days later", "that Saturday") counted again from another day than the last date told:
//! whoever knows the events can say from which.

use super::counted::{count_from, shift_from};
use super::period::period_from;
use super::{Origin, Resolved, part, stretch};
use crate::language::time::calendar;
use crate::language::time::meaning::{Base, Convention, Meaning, Position, Reading, Unit, Which};
use crate::language::time::{Anchor, Basis, Frame, Grain, Stretch, TimeExpression, value};

/// What an expression says of another day.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaning(Reading);

/// The leaning of a reading, where it has one.
pub(super) fn of(reading: &Reading) -> Option<Leaning> {
    let leans = match &reading.meaning {
        Meaning::Shift { base, .. } | Meaning::Reference { base, .. } => *base != Base::Publication,
        Meaning::Count { base, .. } | Meaning::Period { base, later: true, .. } | Meaning::Weekend { base, .. } => *base == Base::Told,
        Meaning::Weekday { which, .. } => matches!(which, Which::That | Which::Following | Which::Previous),
        Meaning::SameDay => true,
        _ => false,
    };
    leans.then(|| Leaning(reading.clone()))
}

impl TimeExpression {
    /// Whether it points back at the day told last: "that day", "earlier that day".
    pub fn names_the_day(&self) -> bool {
        self.leaning.as_ref().is_some_and(|Leaning(r)| matches!(r.meaning, Meaning::Shift { unit: Unit::Day, steps: 0, .. }))
    }

    /// Counts the expression from some days of the story, told in a reader's words ("“Thursday”, told before"). Whether it could.
    pub fn count_from(&mut self, from: &Stretch, told: &str, words: &str) -> bool {
        let Some(Leaning(reading)) = &self.leaning else { return false };
        // "a year earlier" beside a quarter compares with that quarter, whatever the story tells meanwhile.
        if self.stretch.is_some_and(|s| s.grain == Grain::Quarter) {
            return false;
        }
        let origin = Origin {
            frame: from.frame,
            span: [from.earliest, from.latest],
            approximate: from.approximate,
            grain: from.grain,
            anchor: Anchor::Event,
        };
        let Some(resolved) = resolve(reading, origin) else { return false };
        let Some(mut stretch) = resolved.stretch else { return false };
        stretch = match reading.position {
            // "later that year": after what was told; "earlier that year": before it.
            Some(Position::Later) if stretch.earliest < from.earliest => Stretch { earliest: from.earliest, ..stretch },
            Some(Position::Earlier) if stretch.latest > from.latest => Stretch { latest: from.latest, ..stretch },
            Some(Position::Later | Position::Earlier) | None => stretch,
            Some(position) => part::of(position, stretch, origin),
        };
        if reading.modifier == Some(super::Modifier::Approx) {
            stretch.approximate = [true, true];
        }
        if !calendar::told_of([stretch.earliest, stretch.latest]) {
            return false;
        }
        let clock = self.value.split_once('T').map(|(_, clock)| format!("T{clock}")).filter(|_| reading.clock.is_some());
        if !resolved.value.is_empty() {
            self.value = resolved.value;
        }
        if let Some(clock) = clock.filter(|_| !self.value.contains('T')) {
            self.value.push_str(&clock);
        }
        self.stretch = Some(stretch);
        self.reason = format!("“{words}” is counted from {told}");
        true
    }
}

/// The reading counted from an origin. Within `calendar::FARTHEST`, where every stretch lies, the small sums below cannot overflow.
fn resolve(reading: &Reading, origin: Origin) -> Option<Resolved> {
    if !calendar::told_of(origin.span) {
        return None;
    }
    let on = |span, value: String, grain| Resolved {
        value,
        stretch: Some(stretch(origin.frame, span, grain, Basis::Relative)),
        anchor: origin.anchor,
        offset: None,
        reason: super::Reason::Counted(origin.anchor),
    };
    let [a, b] = origin.span;
    let calendar = origin.frame == Frame::Calendar;
    match &reading.meaning {
        Meaning::Shift { unit, steps, .. } if calendar || *unit == Unit::Day => Some(shift_from(origin, *unit, *steps)),
        Meaning::Count { amount, unit, later, .. } => Some(count_from(origin, *amount, *unit, *later, reading.modifier)),
        Meaning::Period { amount, unit, later, .. } => period_from(origin, *amount, *unit, *later, false),
        Meaning::SameDay => (a == b).then(|| on([a, b], if calendar { value::day(a) } else { "XXXX-XX-XX".into() }, Grain::Day)),
        Meaning::Weekday { day, which } if calendar && b - a <= 31 => {
            let found = match which {
                Which::Previous => a - 1 - (calendar::weekday(a - 1) - day).rem_euclid(7),
                Which::Following => b + 1 + (day - calendar::weekday(b + 1)).rem_euclid(7),
                // Of a day the first from it on; of a stretch the first from its middle on.
                _ => {
                    let middle = a + (b - a) / 2;
                    middle + (day - calendar::weekday(middle)).rem_euclid(7)
                }
            };
            Some(on([found, found], value::day(found), Grain::Day))
        }
        Meaning::Weekday { which, .. } if b - a <= 31 => {
            let span = match which {
                Which::Previous => [a - 7, b - 1],
                Which::Following => [a + 1, b + 7],
                _ => [a, b + 6],
            };
            Some(on(span, "XXXX-XX-XX".into(), Grain::Day))
        }
        Meaning::Weekend { steps, .. } if calendar && b - a <= 7 => {
            let saturday = calendar::monday(a) + 5 + 7 * steps;
            Some(on([saturday, saturday + 1], value::weekend(saturday), Grain::Weekend))
        }
        Meaning::Reference { days: Convention::Days(near, far), .. } => {
            // Thirty days in a history told in months or years.
            let wide = |n: i32| if origin.grain > Grain::Week { n.signum() * 30 } else { n };
            let mut found = on([a + wide(*near).min(0), b + wide(*far).max(0)], String::new(), Grain::Week);
            if let Some(stretch) = &mut found.stretch {
                stretch.basis = Basis::Convention;
                stretch.approximate = [*near < 0, *far > 0];
            }
            Some(found)
        }
        _ => None,
    }
}
