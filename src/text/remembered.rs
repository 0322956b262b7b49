//! A measure that asks another one only once for each line.

use super::Measure;
use crate::scene::{Font, Weight};
use std::cell::RefCell;
use std::collections::HashMap;

/// Laying a figure out tries the same words in many places; shaping them costs far more than looking them up.
pub struct Remembered<'a> {
    measure: &'a dyn Measure,
    widths: RefCell<HashMap<(u32, Weight), HashMap<String, f32>>>,
}

impl<'a> Remembered<'a> {
    pub fn new(measure: &'a dyn Measure) -> Self {
        Self { measure, widths: RefCell::default() }
    }
}

impl Measure for Remembered<'_> {
    fn width(&self, text: &str, font: Font) -> f32 {
        let key = (font.size.to_bits(), font.weight);
        if let Some(width) = self.widths.borrow().get(&key).and_then(|of| of.get(text)) {
            return *width;
        }
        let width = self.measure.width(text, font);
        self.widths.borrow_mut().entry(key).or_default().insert(text.to_owned(), width);
        width
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct Counting(Cell<usize>);

    impl Measure for Counting {
        fn width(&self, text: &str, font: Font) -> f32 {
            self.0.set(self.0.get() + 1);
            text.len() as f32 * font.size
        }
    }

    #[test]
    fn a_line_is_measured_once_for_each_font() {
        let counting = Counting(Cell::new(0));
        let measure = Remembered::new(&counting);
        let small = Font { size: 9.0, weight: Weight::Regular };
        let large = Font { size: 10.0, ..small };
        assert_eq!([small, large, small, large].map(|f| measure.width("Oslo", f)), [36.0, 40.0, 36.0, 40.0]);
        assert_eq!(counting.0.get(), 2);
    }
}
