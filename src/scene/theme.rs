//! The colour of every ink in every theme; the only place where colours are written as numbers.

use super::Ink;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// For figures that will be printed without colour.
    Grey,
    /// For those who need strong contrast: black on white.
    Contrast,
    /// The same, white on black.
    ContrastDark,
}

impl Theme {
    pub fn is_dark(self) -> bool {
        matches!(self, Theme::Dark | Theme::ContrastDark)
    }
}

/// Red, green and blue of an ink.
pub fn color(theme: Theme, ink: Ink) -> [u8; 3] {
    let [light, dark, grey, contrast, contrast_dark] = match ink {
        Ink::Paper => [0xFFFFFF, 0x15171B, 0xFFFFFF, 0xFFFFFF, 0x000000],
        Ink::Ahead => [0xF8F6F1, 0x1C1B1A, 0xF5F5F5, 0xF2F2F2, 0x141414],
        Ink::Panel => [0xFAF9F7, 0x1B1E23, 0xFAFAFA, 0xFFFFFF, 0x000000],
        Ink::Bar => [0xF4F2EE, 0x202329, 0xF2F2F2, 0xF2F2F2, 0x141414],
        Ink::Tint => [0xF0EEE9, 0x262A31, 0xEFEFEF, 0xE3E3E3, 0x2A2A2A],
        Ink::AccentSoft => [0xE7ECF9, 0x232C45, 0xEAEAEA, 0xDCE6FF, 0x10204A],
        Ink::Hit => [0xFBE7A6, 0x574512, 0xE2E2E2, 0xFFE873, 0x4A3900],
        Ink::HitLine => [0x8A6300, 0xE5B94A, 0x333333, 0x5C3D00, 0xFFD447],
        Ink::Hair => [0xE6E2DB, 0x2C3037, 0xE3E3E3, 0x767676, 0x8A8A8A],
        Ink::Rule => [0xCFCAC0, 0x454B55, 0xC8C8C8, 0x595959, 0xB0B0B0],
        Ink::Grid => [0xEEEBE5, 0x20242A, 0xECECEC, 0xD0D0D0, 0x333333],
        Ink::GridStrong => [0xDEDAD2, 0x2E333B, 0xD9D9D9, 0x9A9A9A, 0x5C5C5C],
        Ink::Ink => [0x16191D, 0xF1F2F3, 0x111111, 0x000000, 0xFFFFFF],
        Ink::Ink2 => [0x474C54, 0xBEC3CB, 0x444444, 0x1A1A1A, 0xF0F0F0],
        Ink::Ink3 => [0x62676F, 0x9299A4, 0x666666, 0x333333, 0xD6D6D6],
        Ink::Span => [0xCDCBC5, 0x464C56, 0xCBCBCB, 0x8C8C8C, 0x757575],
        Ink::AccentSpan => [0xBFCBEE, 0x3A4C80, 0xB5B5B5, 0x7F9BEA, 0x2F52B8],
        Ink::Accent => [0x1F47B4, 0x9DB7FF, 0x000000, 0x0022AA, 0xB5CBFF],
        Ink::Published => [0xB23A1E, 0xF2906F, 0x000000, 0x8F1A00, 0xFFB199],
        Ink::Today => [0x2F6B4F, 0x7FC8A2, 0x444444, 0x00532B, 0x9CF0C2],
        Ink::Error => [0xA3261B, 0xFF8F80, 0x222222, 0x8F0000, 0xFFB3A8],
        Ink::Warning => [0x8A5A00, 0xE0AE55, 0x444444, 0x5C3D00, 0xFFD27A],
    };
    let [_, r, g, b] = u32::to_be_bytes(match theme {
        Theme::Light => light,
        Theme::Dark => dark,
        Theme::Grey => grey,
        Theme::Contrast => contrast,
        Theme::ContrastDark => contrast_dark,
    });
    [r, g, b]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Theme; 5] = [Theme::Light, Theme::Dark, Theme::Grey, Theme::Contrast, Theme::ContrastDark];
    const GROUNDS: [Ink; 6] = [Ink::Paper, Ink::Ahead, Ink::Panel, Ink::Bar, Ink::Tint, Ink::AccentSoft];
    const TEXTS: [Ink; 9] =
        [Ink::Ink, Ink::Ink2, Ink::Ink3, Ink::Accent, Ink::Published, Ink::Today, Ink::Error, Ink::Warning, Ink::HitLine];

    /// Relative luminance by WCAG 2.
    fn luminance(theme: Theme, ink: Ink) -> f64 {
        let [r, g, b] = color(theme, ink).map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(theme: Theme, a: Ink, b: Ink) -> f64 {
        let (a, b) = (luminance(theme, a), luminance(theme, b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_ink_for_words_can_be_read_on_every_ground() {
        for theme in ALL {
            let least = if matches!(theme, Theme::Contrast | Theme::ContrastDark) { 7.0 } else { 4.5 };
            for ground in GROUNDS {
                for ink in TEXTS {
                    let got = contrast(theme, ink, ground);
                    assert!(got >= least, "{ink:?} on {ground:?} in {theme:?} has {got:.2}");
                }
            }
            for ink in [Ink::Ink, Ink::Ink2, Ink::Accent] {
                let got = contrast(theme, ink, Ink::Hit);
                assert!(got >= 4.5, "{ink:?} on hits in {theme:?} has {got:.2}");
            }
        }
    }

    #[test]
    fn high_contrast_shows_lines_and_edges_too() {
        for theme in [Theme::Contrast, Theme::ContrastDark] {
            for ink in [Ink::Hair, Ink::Rule, Ink::Span] {
                assert!(contrast(theme, ink, Ink::Paper) >= 3.0, "{ink:?} in {theme:?}");
            }
        }
    }
}
