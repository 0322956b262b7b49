//! The bundled fonts: Inter in three weights, cut down to Latin, Greek and Cyrillic. `assets/fonts/README.md` tells how they were made.

use crate::scene::Weight;

/// The name by which the files call themselves and by which an SVG asks for them.
pub const FAMILY: &str = "Inter";

/// Inter Regular, a TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// Inter Medium, a TrueType file.
pub const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.ttf");
/// Inter SemiBold, a TrueType file.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// The file of a weight.
pub fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::Medium => MEDIUM,
        Weight::SemiBold => SEMIBOLD,
    }
}

/// The weight as CSS counts it.
pub fn css_weight(weight: Weight) -> u16 {
    match weight {
        Weight::Regular => 400,
        Weight::Medium => 500,
        Weight::SemiBold => 600,
    }
}
