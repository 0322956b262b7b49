//! A chronology, an axis, a size and a measure become a `Scene`: the explorer view and the figures.

#[cfg(test)]
mod arbitrary;
pub mod axis;
mod breaks;
#[cfg(test)]
mod even;
pub use crate::chronology::dates;
pub mod explorer;
pub mod figure;
#[doc(hidden)]
pub mod fixture;
mod lanes;
mod line;
pub mod mark;
mod ticks;
pub mod timeline;
mod warp;

#[doc(hidden)]
pub use fixture::generated;
