//! The colour of every ink in every theme; the only place where colours are written as numbers.

use super::Ink;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// For figures that will be printed without colour.
    Grey,
}

/// Red, green and blue of an ink.
pub fn color(theme: Theme, ink: Ink) -> [u8; 3] {
    let (light, dark, grey) = match ink {
        Ink::Paper => (0xFFFFFF, 0x15171B, 0xFFFFFF),
        Ink::Ahead => (0xF8F6F1, 0x1C1B1A, 0xF5F5F5),
        Ink::Panel => (0xFAF9F7, 0x1B1E23, 0xFAFAFA),
        Ink::Bar => (0xF4F2EE, 0x202329, 0xF2F2F2),
        Ink::Tint => (0xF0EEE9, 0x262A31, 0xEFEFEF),
        Ink::AccentSoft => (0xE7ECF9, 0x232C45, 0xEAEAEA),
        Ink::Hit => (0xFBE7A6, 0x574512, 0xE2E2E2),
        Ink::HitLine => (0x8A6300, 0xE5B94A, 0x333333),
        Ink::Hair => (0xE6E2DB, 0x2C3037, 0xE3E3E3),
        Ink::Rule => (0xCFCAC0, 0x454B55, 0xC8C8C8),
        Ink::Grid => (0xEEEBE5, 0x20242A, 0xECECEC),
        Ink::GridStrong => (0xDEDAD2, 0x2E333B, 0xD9D9D9),
        Ink::Ink => (0x16191D, 0xF1F2F3, 0x111111),
        Ink::Ink2 => (0x474C54, 0xBEC3CB, 0x444444),
        Ink::Ink3 => (0x62676F, 0x9299A4, 0x666666),
        Ink::Span => (0xCDCBC5, 0x464C56, 0xCBCBCB),
        Ink::AccentSpan => (0xBFCBEE, 0x3A4C80, 0xB5B5B5),
        Ink::Accent => (0x1F47B4, 0x9DB7FF, 0x000000),
        Ink::Published => (0xB23A1E, 0xF2906F, 0x000000),
        Ink::Today => (0x2F6B4F, 0x7FC8A2, 0x444444),
        Ink::Error => (0xA3261B, 0xFF8F80, 0x222222),
        Ink::Warning => (0x8A5A00, 0xE0AE55, 0x444444),
    };
    let [_, r, g, b] = u32::to_be_bytes(match theme {
        Theme::Light => light,
        Theme::Dark => dark,
        Theme::Grey => grey,
    });
    [r, g, b]
}
