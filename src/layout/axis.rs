//! The axis of a view: days to points and back, panning and zooming at the pointer.

use super::warp::Warp;
use std::sync::Arc;

/// Days per view that zooming in and out stops at.
pub const NARROWEST: f64 = 2.0;
pub const WIDEST: f64 = 4_000_000.0;

/// A map between days (fractions allowed; day `d` covers `d..d + 1`) and points: straight, unless a warp bends it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// The days at `left` and `right`.
    pub range: (f64, f64),
    pub left: f32,
    pub right: f32,
    /// From days to the units that the axis is straight in; none where these are days.
    warp: Option<Arc<Warp>>,
    /// `range` in units.
    units: (f64, f64),
}

/// A part of an axis between its edges and folds.
pub enum Part {
    /// Straight, to scale.
    Straight(Axis),
    /// A folded stretch: its days, and its left and right edge.
    Fold { days: (f64, f64), x: (f32, f32) },
}

impl Axis {
    /// A straight axis.
    pub fn new(range: (f64, f64), left: f32, right: f32) -> Self {
        Self::warped(range, left, right, None)
    }

    /// An axis that a warp bends.
    pub fn warped(range: (f64, f64), left: f32, right: f32, warp: Option<Arc<Warp>>) -> Self {
        let (a, b) = if range.0.is_finite() && range.1.is_finite() && range.1 > range.0 { range } else { (0.0, 1.0) };
        let units = warp.as_ref().map_or((a, b), |w| (w.unit(a), w.unit(b)));
        let units = if units.1 > units.0 { units } else { (units.0, units.0 + 1e-6) };
        Self { range: (a, b), left, right: right.max(left + 1.0), warp, units }
    }

    /// The same axis with its edges elsewhere.
    pub fn between(&self, left: f32, right: f32) -> Self {
        Self { left, right: right.max(left + 1.0), ..self.clone() }
    }

    /// The same axis moved by less than a point, so that `anchor` and with it every day keeps its fraction of a point while panning.
    pub fn snapped(self, anchor: f64) -> Self {
        let exact = f64::from(self.left) + (self.unit(anchor) - self.units.0) * self.scale();
        let by = (exact - exact.round()) / self.scale();
        if by.is_finite() {
            Self::warped(self.days((self.units.0 + by, self.units.1 + by)), self.left, self.right, self.warp)
        } else {
            self
        }
    }

    /// Where a day lies along the axis, in the units that it is straight in.
    pub fn unit(&self, day: f64) -> f64 {
        self.warp.as_ref().map_or(day, |w| w.unit(day))
    }

    /// The days of a range of units.
    pub fn days(&self, (a, b): (f64, f64)) -> (f64, f64) {
        self.warp.as_ref().map_or((a, b), |w| (w.day(a), w.day(b)))
    }

    /// The units at `left` and `right`.
    pub fn units(&self) -> (f64, f64) {
        self.units
    }

    /// Points a unit: a day, or on a sequence a step.
    pub fn scale(&self) -> f64 {
        f64::from(self.right - self.left) / (self.units.1 - self.units.0)
    }

    pub fn to_x(&self, day: f64) -> f32 {
        // Clamped far outside the view, so that a mark of millennia stays a drawable number.
        let x = f64::from(self.left) + (self.unit(day) - self.units.0) * self.scale();
        x.clamp(-1e6, 1e6) as f32
    }

    pub fn to_day(&self, x: f32) -> f64 {
        let unit = self.units.0 + f64::from(x - self.left) / self.scale();
        self.warp.as_ref().map_or(unit, |w| w.day(unit))
    }

    /// The range after a drag by `dx` points to the right.
    pub fn panned(&self, dx: f32) -> (f64, f64) {
        let by = f64::from(dx) / self.scale();
        self.days((self.units.0 - by, self.units.1 - by))
    }

    /// The range zoomed by `factor` (over 1 is closer) so that the day at `x` stays where it is.
    pub fn zoomed(&self, x: f32, factor: f64) -> (f64, f64) {
        let width = self.units.1 - self.units.0;
        let narrowest = if self.steps().is_some() { NARROWEST / 2.0 } else { NARROWEST };
        let wanted = (width / factor.clamp(1e-3, 1e3)).clamp(narrowest, WIDEST);
        let share = f64::from(x - self.left) / f64::from(self.right - self.left);
        let unit = self.units.0 + width * share;
        self.days((unit - wanted * share, unit + wanted * (1.0 - share)))
    }

    /// The days at which the steps of a sequence in view begin; none where the axis is a calendar's.
    pub fn steps(&self) -> Option<Vec<crate::chronology::Day>> {
        let warp = self.warp.as_ref().filter(|w| w.steps)?;
        Some(warp.steps_in(self.range.0, self.range.1).collect())
    }

    /// The folds that are in view, as they lie on the axis: days, left and right edge.
    pub fn folds(&self) -> Vec<((f64, f64), (f32, f32))> {
        let folds = self.warp.as_ref().map_or(&[][..], |w| &w.folds);
        let lies = |days: &(f64, f64)| (*days, (self.to_x(days.0).round(), self.to_x(days.1).round()));
        folds.iter().map(lies).filter(|(_, x)| x.1 > self.left && x.0 < self.right).collect()
    }

    /// The axis in parts, each straight or folded, from left to right.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let straight = |from: f64, to: f64| Axis::new((from, to), self.to_x(from), self.to_x(to));
        let mut from = self.range.0;
        for (days, x) in self.folds() {
            if days.0 > from {
                parts.push(Part::Straight(straight(from, days.0)));
            }
            parts.push(Part::Fold { days, x });
            from = days.1;
        }
        if self.range.1 > from {
            parts.push(Part::Straight(straight(from, self.range.1)));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let axis = Axis::new((100.0, 200.0), 92.0, 792.0);
        assert_eq!(axis.to_x(100.0), 92.0);
        assert_eq!(axis.to_x(200.0), 792.0);
        assert!((axis.to_day(axis.to_x(137.25)) - 137.25).abs() < 1e-4);
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let axis = Axis::new((100.0, 200.0), 0.0, 500.0);
        let day = axis.to_day(130.0);
        let closer = Axis::new(axis.zoomed(130.0, 2.0), 0.0, 500.0);
        assert!((closer.to_day(130.0) - day).abs() < 1e-6);
        assert!((closer.range.1 - closer.range.0 - 50.0).abs() < 1e-6);
    }

    #[test]
    fn zooming_stops_at_both_ends() {
        let axis = Axis::new((0.0, 3.0), 0.0, 500.0);
        let (a, b) = axis.zoomed(0.0, 1000.0);
        assert!((b - a - NARROWEST).abs() < 1e-9);
    }

    #[test]
    fn an_impossible_range_is_still_an_axis() {
        for range in [(f64::NAN, 1.0), (5.0, 5.0), (9.0, 3.0), (f64::NEG_INFINITY, 0.0)] {
            assert!(Axis::new(range, 0.0, 0.0).scale().is_finite());
        }
    }
}
