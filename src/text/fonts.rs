//! The bundled fonts: Inter for Latin, Greek and Cyrillic, Noto Sans for Arabic and Hebrew, in three weights each and cut down to these
//! scripts. `assets/fonts/README.md` tells how they were made.

use crate::scene::Weight;

/// The name by which the files of Inter call themselves and by which an SVG asks for them.
pub const FAMILY: &str = "Inter";

/// Inter Regular, a TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// Inter Medium, a TrueType file.
pub const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.ttf");
/// Inter SemiBold, a TrueType file.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// Which of the bundled families a letter is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Latin, Greek, Cyrillic, and the signs of all.
    Inter,
    Arabic,
    Hebrew,
}

/// Where a letter is looked for, in this order.
pub const FAMILIES: [Family; 3] = [Family::Inter, Family::Arabic, Family::Hebrew];
pub const WEIGHTS: [Weight; 3] = [Weight::Regular, Weight::Medium, Weight::SemiBold];

/// The file of a family's weight.
pub fn bytes(family: Family, weight: Weight) -> &'static [u8] {
    match (family, weight) {
        (Family::Inter, Weight::Regular) => REGULAR,
        (Family::Inter, Weight::Medium) => MEDIUM,
        (Family::Inter, Weight::SemiBold) => SEMIBOLD,
        (Family::Arabic, Weight::Regular) => include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
        (Family::Arabic, Weight::Medium) => include_bytes!("../../assets/fonts/NotoSansArabic-Medium.ttf"),
        (Family::Arabic, Weight::SemiBold) => include_bytes!("../../assets/fonts/NotoSansArabic-SemiBold.ttf"),
        (Family::Hebrew, Weight::Regular) => include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf"),
        (Family::Hebrew, Weight::Medium) => include_bytes!("../../assets/fonts/NotoSansHebrew-Medium.ttf"),
        (Family::Hebrew, Weight::SemiBold) => include_bytes!("../../assets/fonts/NotoSansHebrew-SemiBold.ttf"),
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
