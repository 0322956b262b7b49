//! A chronology, an axis, a size and a measure become a `Scene`: the explorer view and the figures.

pub mod axis;
pub use crate::chronology::dates;
pub mod explorer;
pub mod figure;
pub mod mark;
pub mod ticks;
pub mod timeline;
