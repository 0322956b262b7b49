//! A measure that asks another one only once for each line.

use super::Measure;
use crate::scene::{Font, Weight};
use std::cell::RefCell;
use std::collections::HashMap;

/// Laying a figure out tries the same words in many places; shaping them costs far more than looking them up.
pub struct Remembered<'a> {
    measure: &'a dyn Measure,
    widths: RefCell<Widths>,
}

/// Widths of lines by size and weight of their font.
#[derive(Default)]
struct Widths {
    known: HashMap<(u32, Weight), HashMap<String, f32>>,
    count: usize,
}

/// More widths than this are forgotten all at once; a figure needs some thousands.
const MOST: usize = 50_000;

impl<'a> Remembered<'a> {
    /// Remembers what `measure` says, for as long as its fonts stay the same.
    pub fn new(measure: &'a dyn Measure) -> Self {
        Self { measure, widths: RefCell::default() }
    }
}

impl Measure for Remembered<'_> {
    fn width(&self, text: &str, font: Font) -> f32 {
        let key = (font.size.to_bits(), font.weight);
        if let Some(width) = self.widths.borrow().known.get(&key).and_then(|of| of.get(text)) {
            return *width;
        }
        let width = self.measure.width(text, font);
        let mut widths = self.widths.borrow_mut();
        if widths.count >= MOST {
            *widths = Widths::default();
        }
        widths.known.entry(key).or_default().insert(text.to_owned(), width);
        widths.count += 1;
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

    #[test]
    fn it_does_not_grow_without_bound() {
        let counting = Counting(Cell::new(0));
        let measure = Remembered::new(&counting);
        let small = Font { size: 9.0, weight: Weight::Regular };
        for n in 0..=MOST {
            measure.width(&n.to_string(), small);
        }
        assert!(measure.widths.borrow().count <= MOST);
    }
}
