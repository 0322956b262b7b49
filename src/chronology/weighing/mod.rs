//! What makes a mention an event for a one-page timeline: a linear model over named features, all in one table.
//!
//! `features` names what is known of a mention and of the article around it; `table` holds the weights, written by the example
//! program `fit_weights` from annotated articles. `demarche explain` prints the features of each mention.

mod features;
mod table;

pub use features::Surroundings;
pub use table::WEIGHTS;

use std::collections::HashMap;
use std::sync::LazyLock;

/// The weight from which a mention makes an event.
pub const STANDS: f32 = 0.33;

/// From 0 to 1: how surely a careful reader would put a mention with these features on the timeline. The weights of its features are
/// summed and pass through the logistic function.
pub fn weigh(features: &[String]) -> f32 {
    static TABLE: LazyLock<HashMap<&str, f32>> = LazyLock::new(|| WEIGHTS.iter().copied().collect());
    let sum: f32 = features.iter().map(|f| TABLE.get(f.as_str()).copied().unwrap_or(0.0)).sum();
    1.0 / (1.0 + (-sum).exp())
}
