//! Where a title may be broken in two or cut short, with the widths that come of it: measured once, so that a place for it is sought
//! on numbers alone.

use super::line::{blanks, cut_at, cuts};
use crate::scene::Font;
use crate::text::Measure;

/// A blank at which a title may be broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Half {
    /// The byte where the blank begins.
    pub at: usize,
    /// Of the words before and after it, in points.
    pub widths: [f32; 2],
}

/// A beginning of a title that may stand for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Short {
    /// The byte after it.
    pub at: usize,
    /// With its "…", in points.
    pub width: f32,
}

/// All ways to break a title in two.
pub fn halves(text: &str, font: Font, measure: &dyn Measure) -> Vec<Half> {
    blanks(text).map(|at| Half { at, widths: lines(text, at).map(|line| measure.width(line, font)) }).collect()
}

/// The two lines of a title broken at a blank.
pub fn lines(text: &str, at: usize) -> [&str; 2] {
    let (first, second) = text.split_at_checked(at).unwrap_or((text, ""));
    [first.trim(), second.trim()]
}

/// Where the two lines are as even as they can be when `after` points follow the second, and the width of the wider one then.
pub fn evenest(halves: &[Half], after: f32) -> Option<(usize, f32)> {
    let wider = halves.iter().map(|half| (half.at, half.widths[0].max(half.widths[1] + after)));
    wider.min_by(|a, b| a.1.total_cmp(&b.1))
}

/// All beginnings that may stand for a title, the longest first.
pub fn shorts(text: &str, font: Font, measure: &dyn Measure) -> Vec<Short> {
    cuts(text).into_iter().map(|at| Short { at, width: measure.width(&cut_at(text, at), font) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::even::{Even, TEN};

    #[test]
    fn two_lines_are_as_even_as_what_follows_allows() {
        let title = "Dmitriev, Witkoff and Kushner to meet";
        let halves = halves(title, TEN, &Even);
        let broken = |after| evenest(&halves, after).map(|(at, width)| (lines(title, at), width));
        assert_eq!(broken(0.0), Some((["Dmitriev, Witkoff", "and Kushner to meet"], 95.0)));
        assert_eq!(broken(100.0), Some((["Dmitriev, Witkoff and Kushner", "to meet"], 145.0)));
        assert_eq!(evenest(&super::halves("Summit", TEN, &Even), 0.0), None);
    }

    #[test]
    fn beginnings_come_longest_first() {
        let title = "Witkoff and Kushner visit Moscow";
        let found: Vec<String> = shorts(title, TEN, &Even).into_iter().map(|short| cut_at(title, short.at)).collect();
        assert_eq!(found, ["Witkoff and Kushner visit…", "Witkoff and Kushner…"]);
    }
}
