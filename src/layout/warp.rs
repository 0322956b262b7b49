//! Scales that are not straight: long empty stretches folded, or one step from event to event.

use super::explorer::Scale;
use super::timeline::Span;
use crate::chronology::Day;

/// A map from days to units along an axis: straight between its points, with a slope of its own beyond them.
#[derive(Debug, Clone, PartialEq)]
pub struct Warp {
    /// Days and units, both ascending.
    points: Vec<(f64, f64)>,
    /// Units a day before the first point and after the last.
    outside: f64,
    /// The folded stretches, by their first and last day, in order.
    pub folds: Vec<(f64, f64)>,
    /// Whether every step is an event's: then the axis tells dates instead of a calendar.
    pub steps: bool,
}

/// How much of what is not folded an empty stretch takes before it is, and how much it takes then.
const FOLDED_FROM: f64 = 1.0 / 5.0;
const FOLD: f64 = 0.055;
/// More stretches than this are not folded.
const MOST_FOLDS: usize = 6;
/// Nor are those that are a smaller part of all the time from the first event to the last.
const LEAST_FOLD: f64 = 1.0 / 14.0;
/// The share of a step that its own day takes.
const OWN_DAY: f64 = 0.4;

/// The map of a scale for the spans of all events and the publication day; none where it is straight.
pub fn warp(scale: Scale, spans: impl Iterator<Item = Span>, line: Option<Day>) -> Option<Warp> {
    match scale {
        Scale::ToScale => None,
        Scale::GapsFolded => folded(spans, line),
        Scale::Sequence => sequence(spans, line),
    }
}

/// Folds the stretches in which nothing begins or ends, and which few events cross.
fn folded(spans: impl Iterator<Item = Span>, line: Option<Day>) -> Option<Warp> {
    // Where events begin (+1) and end (−1).
    let mut ends: Vec<(i64, i32)> = spans.flat_map(|s| [(i64::from(s.earliest), 1), (i64::from(s.latest) + 1, -1)]).collect();
    let count = ends.len() / 2;
    ends.extend(line.into_iter().flat_map(|day| [(i64::from(day), 0), (i64::from(day) + 1, 0)]));
    ends.sort_unstable();
    let (first, last) = (ends.first()?.0, ends.last()?.0);
    let mut gaps: Vec<(i64, i64)> = Vec::new();
    let mut open = 0;
    for pair in ends.windows(2) {
        let [(from, change), (to, _)] = pair else { continue };
        open += change;
        if to > from && (open as usize) * 8 <= count {
            gaps.push((*from, *to));
        }
    }
    gaps.sort_by_key(|(from, to)| (from - to, *from));
    let mut rest = (last - first) as f64;
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (from, to) in gaps.into_iter().take(MOST_FOLDS) {
        let days = (to - from) as f64;
        if days < FOLDED_FROM * rest || days < LEAST_FOLD * (last - first) as f64 || days < 8.0 {
            break;
        }
        rest -= days;
        taken.push((from as f64, to as f64));
    }
    if taken.is_empty() {
        return None;
    }
    // A little of each gap stays at both sides, so that what ends there does not stand in the fold.
    let (margin, width) = (rest * 0.02, rest.max(1.0) * FOLD);
    let mut folds: Vec<(f64, f64)> =
        taken.into_iter().map(|(from, to)| (from + margin.min((to - from) / 4.0), to - margin.min((to - from) / 4.0))).collect();
    folds.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut points = Vec::new();
    let (mut day, mut unit) = (first as f64, 0.0);
    points.push((day, unit));
    for (from, to) in &folds {
        unit += from - day;
        points.push((*from, unit));
        unit += width;
        points.push((*to, unit));
        day = *to;
    }
    points.push((last as f64, unit + last as f64 - day));
    Some(Warp { points, outside: 1.0, folds, steps: false })
}

/// One step from each day on which an event begins to the next.
fn sequence(spans: impl Iterator<Item = Span>, line: Option<Day>) -> Option<Warp> {
    let mut days: Vec<Day> = spans.map(|s| s.earliest).chain(line).collect();
    days.sort_unstable();
    days.dedup();
    let (first, last) = (*days.first()?, *days.last()?);
    let mut points = Vec::with_capacity(days.len() * 2);
    for (step, day) in days.iter().enumerate() {
        points.push((f64::from(*day), step as f64));
        // Where the next event begins on the morrow, the step is its own day's.
        if days.get(step + 1).is_none_or(|next| next - day > 1) {
            points.push((f64::from(*day) + 1.0, step as f64 + OWN_DAY));
        }
    }
    let mean = f64::from((last - first).max(1)) / days.len().max(1) as f64;
    Some(Warp { points, outside: 1.0 / mean.max(1.0), folds: Vec::new(), steps: true })
}

impl Warp {
    /// Where a day (fractions allowed) lies.
    pub fn unit(&self, day: f64) -> f64 {
        let at = self.points.partition_point(|(d, _)| *d <= day);
        match (at.checked_sub(1).and_then(|i| self.points.get(i)), self.points.get(at)) {
            (Some((d0, u0)), Some((d1, u1))) => u0 + (day - d0) / (d1 - d0) * (u1 - u0),
            (Some((d, u)), None) | (None, Some((d, u))) => u + (day - d) * self.outside,
            (None, None) => day,
        }
    }

    /// The day that lies at a unit.
    pub fn day(&self, unit: f64) -> f64 {
        let at = self.points.partition_point(|(_, u)| *u <= unit);
        match (at.checked_sub(1).and_then(|i| self.points.get(i)), self.points.get(at)) {
            (Some((d0, u0)), Some((d1, u1))) => d0 + (unit - u0) / (u1 - u0) * (d1 - d0),
            (Some((d, u)), None) | (None, Some((d, u))) => d + (unit - u) / self.outside,
            (None, None) => unit,
        }
    }

    /// The first days of the steps from one day to another.
    pub fn steps_in(&self, from: f64, to: f64) -> impl Iterator<Item = Day> + '_ {
        let first = self.points.partition_point(|(d, _)| *d < from);
        let inside = self.points.get(first..).unwrap_or(&[]).iter().take_while(move |(d, _)| *d <= to);
        inside.filter(|(_, unit)| unit.fract() == 0.0).map(|(day, _)| *day as Day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::Grain;
    use proptest::prelude::*;

    fn span(earliest: Day, latest: Day) -> Span {
        Span { earliest, latest, core: None, approximate: [false; 2], order: false, grain: Grain::Day }
    }

    #[test]
    fn an_empty_stretch_is_folded_and_one_full_of_events_is_not() {
        let spans: Vec<Span> = (0..20).map(|n| span(n * 3, n * 3 + 1)).chain((0..20).map(|n| span(5000 + n * 3, 5001 + n * 3))).collect();
        let warp = warp(Scale::GapsFolded, spans.into_iter(), None).unwrap();
        assert_eq!(warp.folds.len(), 1);
        let (from, to) = warp.folds[0];
        assert!(from > 58.0 && from < 80.0 && to > 4980.0 && to < 5000.0, "{from} {to}");
        assert!(warp.unit(5000.0) - warp.unit(59.0) < 20.0);
        assert!((warp.unit(30.0) - warp.unit(20.0) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn the_stretch_between_two_bounds_is_not_folded() {
        assert_eq!(warp(Scale::GapsFolded, [span(0, 60), span(0, 58)].into_iter(), None), None);
    }

    #[test]
    fn steps_of_a_sequence_are_equal() {
        let warp = warp(Scale::Sequence, [span(0, 0), span(3, 9), span(4, 4), span(4000, 4001)].into_iter(), None).unwrap();
        let units: Vec<f64> = [0.0, 3.0, 4.0, 4000.0].map(|d| warp.unit(d)).into();
        assert_eq!(units, [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(warp.steps_in(1.0, 5000.0).collect::<Vec<_>>(), [3, 4, 4000]);
    }

    proptest! {
        #[test]
        fn every_scale_keeps_the_order_of_days_and_leads_back(
            spans in prop::collection::vec((-9000..9000i32, 0..300i32), 1..40), days in prop::collection::vec(-20_000.0..20_000.0f64, 2..20),
            sequence in any::<bool>(),
        ) {
            let scale = if sequence { Scale::Sequence } else { Scale::GapsFolded };
            if let Some(warp) = warp(scale, spans.iter().map(|(a, n)| span(*a, a + n)), Some(12)) {
                let mut days = days;
                days.sort_by(f64::total_cmp);
                for pair in days.windows(2) {
                    prop_assert!(warp.unit(pair[0]) <= warp.unit(pair[1]));
                    prop_assert!((warp.day(warp.unit(pair[0])) - pair[0]).abs() < 1e-3);
                }
            }
        }
    }
}
