//! The bundled font in its three weights, as egui knows it.

use crate::scene::{Font, Weight};
use crate::text::fonts;
use egui::{FontData, FontDefinitions, FontFamily, FontId};
use std::sync::{Arc, LazyLock};

/// Families by weight; the regular one is egui's proportional family.
static FAMILIES: LazyLock<[FontFamily; 3]> =
    LazyLock::new(|| [FontFamily::Proportional, FontFamily::Name("medium".into()), FontFamily::Name("semibold".into())]);

/// Only the bundled fonts; what they lack the system's fonts fill.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes) in [("regular", fonts::REGULAR), ("medium", fonts::MEDIUM), ("semibold", fonts::SEMIBOLD)] {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let [regular, medium, semibold] = FAMILIES.clone();
    definitions.families.insert(regular, vec!["regular".to_owned()]);
    definitions.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    definitions.families.insert(medium, vec!["medium".to_owned()]);
    definitions.families.insert(semibold, vec!["semibold".to_owned()]);
    definitions
}

/// egui's name for a font of the design.
pub fn id(font: Font) -> FontId {
    let [regular, medium, semibold] = &*FAMILIES;
    let family = match font.weight {
        Weight::Regular => regular,
        Weight::Medium => medium,
        Weight::SemiBold => semibold,
    };
    FontId::new(font.size, family.clone())
}

/// From one baseline to the next in running text of a font.
pub fn line_height(font: Font) -> f32 {
    match font.size {
        s if s <= 11.0 => 16.0,
        s if s <= 12.0 => 18.0,
        s if s <= 15.0 => 20.0,
        s if s <= 16.0 => 22.0,
        s => (s * 1.25).round(),
    }
}

const fn font(size: f32, weight: Weight) -> Font {
    Font { size, weight }
}

// The uses of type in the window, by tokens of the design.
pub const BUTTON: Font = font(13.0, Weight::Medium);
pub const TAB_OPEN: Font = font(13.0, Weight::SemiBold);
pub const FIELD: Font = font(13.0, Weight::Regular);
pub const READER: Font = font(13.0, Weight::Regular);
pub const READER_HEADING: Font = font(13.0, Weight::SemiBold);
pub const READER_TITLE: Font = font(14.0, Weight::SemiBold);
pub const DETAIL_TITLE: Font = font(16.0, Weight::SemiBold);
pub const DETAIL_DATE: Font = font(15.0, Weight::SemiBold);
pub const LABEL: Font = font(12.0, Weight::Regular);
pub const VALUE: Font = font(12.0, Weight::Medium);
pub const STRONG: Font = font(12.0, Weight::SemiBold);
pub const CAPTION: Font = font(11.0, Weight::Regular);
pub const CAPTION_STRONG: Font = font(11.0, Weight::SemiBold);
pub const FIRST_HEADING: Font = font(26.0, Weight::SemiBold);
