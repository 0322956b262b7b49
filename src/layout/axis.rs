//! The linear axis of a view: days to points and back, panning and zooming at the pointer.

/// Days per view that zooming in and out stops at.
pub const NARROWEST: f64 = 2.0;
pub const WIDEST: f64 = 4_000_000.0;

/// A straight map between days (fractions allowed; day `d` covers `d..d + 1`) and points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Axis {
    /// The days at `left` and `right`.
    pub range: (f64, f64),
    pub left: f32,
    pub right: f32,
}

impl Axis {
    pub fn new(range: (f64, f64), left: f32, right: f32) -> Self {
        let (a, b) = if range.0.is_finite() && range.1.is_finite() && range.1 > range.0 { range } else { (0.0, 1.0) };
        Self { range: (a, b), left, right: right.max(left + 1.0) }
    }

    /// The same axis moved by less than a point, so that `anchor` and with it every day keeps its fraction of a point while panning.
    pub fn snapped(self, anchor: f64) -> Self {
        let exact = f64::from(self.left) + (anchor - self.range.0) * self.scale();
        let days = (exact - exact.round()) / self.scale();
        if days.is_finite() { Self { range: (self.range.0 + days, self.range.1 + days), ..self } } else { self }
    }

    /// Points a day.
    pub fn scale(&self) -> f64 {
        f64::from(self.right - self.left) / (self.range.1 - self.range.0)
    }

    pub fn to_x(&self, day: f64) -> f32 {
        // Clamped far outside the view, so that a mark of millennia stays a drawable number.
        let x = f64::from(self.left) + (day - self.range.0) * self.scale();
        x.clamp(-1e6, 1e6) as f32
    }

    pub fn to_day(&self, x: f32) -> f64 {
        self.range.0 + f64::from(x - self.left) / self.scale()
    }

    /// The range after a drag by `dx` points to the right.
    pub fn panned(&self, dx: f32) -> (f64, f64) {
        let days = f64::from(dx) / self.scale();
        (self.range.0 - days, self.range.1 - days)
    }

    /// The range zoomed by `factor` (over 1 is closer) so that the day at `x` stays where it is.
    pub fn zoomed(&self, x: f32, factor: f64) -> (f64, f64) {
        let width = self.range.1 - self.range.0;
        let wanted = (width / factor.clamp(1e-3, 1e3)).clamp(NARROWEST, WIDEST);
        let day = self.to_day(x);
        let share = (day - self.range.0) / width;
        (day - wanted * share, day + wanted * (1.0 - share))
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
