//! How large and how fully the events of a page of rows are written.

use crate::layout::figure::style::Style;

/// How the events of a page are written: what gives way, gives way on all of them.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    pub event: f32,
    pub date: f32,
    /// Lines that a title may take.
    pub lines: usize,
    /// Whether the reason has its own line.
    pub reason: bool,
    /// Whether titles may be shortened with "…".
    pub cut: bool,
}

/// The manners that fit a row's height, the fullest first: smaller type, then no reason, then shorter titles.
pub fn manners(style: &Style, height: f32) -> Vec<Manner> {
    let mut manners = Vec::new();
    for (reason, cut) in [(true, false), (false, false), (false, true)] {
        for factor in [1.0, 0.92, 0.85, 0.78] {
            for lines in [1, 2] {
                let manner = Manner {
                    event: (style.event * factor).round().max(style.small),
                    date: (style.date * factor).round().max(style.small),
                    lines,
                    reason,
                    cut,
                };
                if manner.height(style) <= height {
                    manners.push(manner);
                }
            }
        }
    }
    manners
}

impl Manner {
    pub fn pitch(&self) -> f32 {
        self.event * 1.15
    }

    /// What an event takes beside its mark, or above it with a title of one line, whichever is more.
    fn content(&self, style: &Style) -> f32 {
        let beside = self.pitch() * self.lines as f32 + self.date * 1.3 + if self.reason { style.small * 1.3 } else { 0.0 };
        beside.max(self.above(style, 1))
    }

    /// What an event takes whose title has some lines above its mark.
    pub fn above(&self, style: &Style, lines: usize) -> f32 {
        self.pitch() * lines as f32 + 28.0 * style.k + self.date * 0.5
    }

    fn height(&self, style: &Style) -> f32 {
        self.content(style) + 8.0 * style.k
    }

    /// The first baseline of all events in rows of a height.
    pub fn first(&self, style: &Style, height: f32) -> f32 {
        (height - self.content(style)) / 2.0 + 0.86 * self.event
    }
}
