//! Sizes of pages as they are typed: "a4", "1600x900", "160x90 mm", "8 x 4.5 in".

use super::{Preset, SIDES};

/// Canvas units in a millimetre and in an inch, 2 to a point.
const MILLIMETRE: f32 = 144.0 / 25.4;
const INCH: f32 = 144.0;

/// A preset by its name, or a page by its sides in pixels, millimetres or inches. The error is one sentence.
pub fn preset(text: &str) -> Result<Preset, String> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "slide" => Ok(Preset::Slide),
        "a4" => Ok(Preset::A4),
        "half" => Ok(Preset::Half),
        "square" => Ok(Preset::Square),
        sides => custom(sides).ok_or_else(wanted),
    }
}

fn wanted() -> String {
    let (low, high) = (f32::from(*SIDES.start()), f32::from(*SIDES.end()));
    let of = |unit: f32| (low / unit).ceil()..=(high / unit).floor();
    let (mm, inch) = (of(MILLIMETRE), (low / INCH * 10.0).ceil() / 10.0);
    format!(
        "name slide, a4, half, square, or sides from {low} to {high} such as 1600x900, from {} to {} mm such as 160x90mm, or from {inch} in such as 8x4.5in",
        mm.start(),
        mm.end()
    )
}

fn custom(text: &str) -> Option<Preset> {
    let (sides, unit) = [("px", 1.0), ("mm", MILLIMETRE), ("cm", MILLIMETRE * 10.0), ("in", INCH)]
        .into_iter()
        .find_map(|(name, unit)| text.strip_suffix(name).map(|sides| (sides, unit)))
        .unwrap_or((text, 1.0));
    let side = |side: &str| {
        let units = side.trim().parse::<f32>().ok()? * unit;
        (f32::from(*SIDES.start()) - 0.5..=f32::from(*SIDES.end()) + 0.5).contains(&units).then_some(units.round())
    };
    let (width, height) = sides.split_once(['x', '×'])?;
    Some(Preset::Custom { width: side(width)?, height: side(height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_read_in_pixels_millimetres_and_inches() {
        let sides = |text| match preset(text) {
            Ok(Preset::Custom { width, height }) => Some((width, height)),
            _ => None,
        };
        assert_eq!(sides("1600x900"), Some((1600.0, 900.0)));
        assert_eq!(sides("1600 × 900 px"), Some((1600.0, 900.0)));
        assert_eq!(sides("297x210mm"), Some((1684.0, 1191.0)));
        assert_eq!(sides("10x5.5in"), Some((1440.0, 792.0)));
        assert_eq!(preset(" A4 "), Ok(Preset::A4));
    }

    #[test]
    fn what_is_no_size_says_what_one_is() {
        for text in ["", "a5", "100x100", "9999x900", "x", "1600x", "NaNx900", "10x10mm"] {
            assert!(preset(text).unwrap_err().contains("1600x900"), "{text}");
        }
    }
}
