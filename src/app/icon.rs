//! The window's icon: a stretch between two ticks and a day after it, drawn from the inks.

use crate::scene::Ink;
use crate::scene::theme::{Theme, color};
use egui::IconData;

const SIDE: u32 = 64;

/// Rectangles of the drawing: left, top, right, bottom, and the ink.
const PARTS: [([u32; 4], Ink); 5] = [
    ([0, 0, 64, 64], Ink::Accent),
    ([12, 24, 40, 40], Ink::AccentSpan),
    ([10, 18, 14, 46], Ink::Paper),
    ([38, 18, 42, 46], Ink::Paper),
    ([48, 27, 58, 37], Ink::Paper),
];

pub fn icon() -> IconData {
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let over =
                PARTS.iter().rev().find(|([left, top, right, bottom], _)| (*left..*right).contains(&x) && (*top..*bottom).contains(&y));
            let [r, g, b] = color(Theme::Light, over.map_or(Ink::Accent, |(_, ink)| *ink));
            rgba.extend([r, g, b, 255]);
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}
