//! Where the label of each mark goes, and on which row of its lane each event stands.

use super::Density;
use super::label::{CUTS, Cut, Widths, Writer};
use crate::layout::line::shortened;
use crate::layout::mark::Form;

/// Clearances, in points.
pub const APART: f32 = 12.0;
const LEFT_OF_MARK: f32 = 8.0;
const BEFORE_LINE: f32 = 10.0;
const AFTER_LINE: f32 = 8.0;
/// A mark at least this wide carries its title above itself.
const WIDE: f32 = 120.0;
/// From the title back to its number, at wide marks and beside narrow ones.
pub const NUMBER_ABOVE: f32 = 7.0;
pub const NUMBER_BESIDE: f32 = 6.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On its own line above the mark, the time beneath.
    Above,
    Right,
    Left,
    /// In the line of a mark known only by order.
    Inline,
    /// No room for words: the mark alone.
    Bare,
}

/// A label's place.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub side: Side,
    pub cut: Cut,
    /// The title as shown, where it is not the whole.
    pub title: Option<String>,
    pub title_x: f32,
    /// At a wide mark: whether status and attribution stand between the dates beneath it.
    pub words_beneath: bool,
    /// From the leftmost to the rightmost point of mark and label.
    pub hull: (f32, f32),
}

/// Where marks and labels may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub low: f32,
    pub high: f32,
    /// The publication line, and today's where it is drawn.
    pub lines: [Option<f32>; 2],
}

/// The widths of one label at one cut.
#[derive(Clone, Copy)]
struct Sizes {
    /// Of number and "check" with their gaps, beside a mark.
    number: f32,
    /// Of the number hanging left of a title above its mark.
    above_number: f32,
    title: f32,
    /// Of the title's line and of the widest line beneath.
    lines: (f32, f32),
    /// Of the title's line above a wide mark and the line beneath it.
    above: (f32, f32),
}

fn sizes(writer: &Writer, cut: Cut, words_beneath: bool, narrow: bool) -> Sizes {
    let Widths { number, check, title, time, reason, words, said, .. } = writer.widths;
    let time = time.get(cut as usize).copied().unwrap_or(0.0);
    if writer.density >= Density::Dense {
        let width = title + if time > 0.0 { time + 8.0 } else { 0.0 };
        return Sizes { number: 0.0, above_number: 0.0, title, lines: (width, 0.0), above: (width, 0.0) };
    }
    let spaced = |width: f32, gap: f32| if width > 0.0 { width + gap } else { 0.0 };
    let reason = if cut < Cut::Reason && writer.density == Density::Comfortable { reason } else { 0.0 };
    let after = spaced(check, 8.0) + if words_beneath { 0.0 } else { spaced(words, 8.0) };
    Sizes {
        number: (number + NUMBER_BESIDE + spaced(check, NUMBER_BESIDE)).ceil(),
        above_number: (number + NUMBER_ABOVE).ceil(),
        title,
        lines: (title, time.max(reason)),
        // Where the dates have no room under their own ends, the time stands in one line.
        above: (title + after, if said || narrow { time } else { 0.0 }),
    }
}

/// The mark of one event as it lies to its room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub form: Form,
    /// Drawn ends; they may lie off the view.
    pub mark: (f32, f32),
    /// Where marks are seen; labels keep to their room.
    pub view: (f32, f32),
    pub room: Room,
}

impl Place {
    /// The part of the mark that is in view.
    pub fn seen(&self) -> (f32, f32) {
        let low = self.mark.0.max(self.view.0);
        (low, self.mark.1.min(self.view.1).max(low))
    }

    /// The stretch that a label on one side of the mark may fill, between edges and lines.
    fn free(&self, side: Side) -> (f32, f32) {
        let Room { mut low, mut high, lines } = self.room;
        let (a, b) = self.seen();
        for line in lines.into_iter().flatten() {
            let left = match side {
                _ if b <= line + 0.5 => true,
                _ if a >= line - 0.5 => false,
                Side::Left => true,
                Side::Right => false,
                _ => line - a >= b - line,
            };
            if left { high = high.min(line - BEFORE_LINE) } else { low = low.max(line + AFTER_LINE) }
        }
        (low, high)
    }

    /// Whether status and attribution find room between the dates under a wide mark: they are never dropped, so else they stand
    /// after the title.
    fn words_beneath(&self, writer: &Writer) -> bool {
        let Widths { words, ends, said, .. } = writer.widths;
        if words == 0.0 || said {
            return true;
        }
        let (a, b) = self.seen();
        let crossed = self.room.lines.into_iter().flatten().any(|line| a < line && line < b);
        !crossed && self.mark.0 >= self.view.0 && self.mark.1 <= self.view.1 && b - a >= ends + words + 60.0
    }

    fn candidates(&self, writer: &Writer, title: f32) -> &'static [Side] {
        let (dense, wide) = (writer.density >= Density::Dense, self.mark.1 - self.mark.0 >= WIDE.min(title.max(24.0)));
        match (dense, wide, self.form) {
            (true, true, Form::Order) => &[Side::Inline, Side::Right, Side::Left, Side::Above],
            (true, _, _) => &[Side::Right, Side::Left, Side::Above],
            (false, true, _) => &[Side::Above],
            (false, false, _) => &[Side::Right, Side::Left, Side::Above],
        }
    }

    /// The first place in the order of candidates that holds the label, what gives way giving way step by step; the mark alone
    /// where even a shortened title finds no room.
    pub fn choose(&self, writer: &Writer) -> Choice {
        let words_beneath = self.words_beneath(writer);
        let narrow = self.mark.1 - self.mark.0 < writer.widths.ends + APART;
        let mut last = None;
        for cut in CUTS {
            if !applies(cut, writer) {
                continue;
            }
            let sizes = sizes(writer, cut, words_beneath, narrow);
            let sides = self.candidates(writer, sizes.title);
            if cut == Cut::Title {
                last = Some((sizes, sides));
                break;
            }
            for side in sides {
                if let Some((title_x, hull)) = self.fit(writer, *side, &sizes) {
                    return Choice { side: *side, cut, title: None, title_x, words_beneath, hull };
                }
            }
        }
        let short = last.and_then(|(_, sides)| {
            // Only a dense row gives its date away before its title.
            let dated = (writer.density < Density::Dense).then_some(Cut::Year);
            dated.into_iter().chain([Cut::Title]).find_map(|cut| {
                let sizes = sizes(writer, cut, words_beneath, narrow);
                self.shorten(writer, cut, &sizes, sides)
            })
        });
        short.map(|c| Choice { words_beneath, ..c }).unwrap_or_else(|| Choice {
            side: Side::Bare,
            cut: Cut::Title,
            title: None,
            title_x: 0.0,
            words_beneath,
            hull: self.seen(),
        })
    }

    /// Tries the sides with a shortened title.
    fn shorten(&self, writer: &Writer, cut: Cut, sizes: &Sizes, sides: &'static [Side]) -> Option<Choice> {
        let mut by_room: Vec<(Side, f32)> = sides.iter().map(|s| (*s, self.room_of(writer, *s, sizes))).collect();
        // Sides that keep most of the title come in their order, the others by their room.
        let keeps = |(side, room): &(Side, f32)| *room >= sizes.title * 0.6 && *side != Side::Above;
        by_room.sort_by(|a, b| {
            let same = if keeps(a) && keeps(b) { std::cmp::Ordering::Equal } else { b.1.total_cmp(&a.1) };
            keeps(b).cmp(&keeps(a)).then(same)
        });
        for (side, room) in by_room {
            let beside = if side == Side::Above { sizes.above.0 } else { sizes.lines.0 } - sizes.title;
            let room = room - beside;
            let Some(title) = shortened(&writer.entry.title, writer.fonts().title, room, writer.measure) else { continue };
            let width = writer.measure.width(&title, writer.fonts().title);
            let less = sizes.title - width;
            let sizes = Sizes {
                title: width,
                lines: (sizes.lines.0 - less, sizes.lines.1),
                above: (sizes.above.0 - less, sizes.above.1),
                ..*sizes
            };
            if let Some((title_x, hull)) = self.fit(writer, side, &sizes) {
                return Some(Choice { side, cut, title: Some(title), title_x, words_beneath: false, hull });
            }
        }
        None
    }

    fn room_of(&self, writer: &Writer, side: Side, sizes: &Sizes) -> f32 {
        let (low, high) = self.free(side);
        let (a, b) = self.seen();
        match side {
            Side::Right => high - (b + self.gap(writer)).max(low) - sizes.number,
            Side::Left => (a - LEFT_OF_MARK).min(high) - low - sizes.number,
            Side::Above => high - low - sizes.above_number,
            Side::Inline | Side::Bare => 0.0,
        }
    }

    fn gap(&self, writer: &Writer) -> f32 {
        if writer.density >= Density::Dense { 8.0 } else { 12.0 }
    }

    /// Where the title would begin on a side and the hull of mark and label, if it fits there.
    fn fit(&self, writer: &Writer, side: Side, sizes: &Sizes) -> Option<(f32, (f32, f32))> {
        let (low, high) = self.free(side);
        let (a, b) = self.seen();
        let width = sizes.lines.0.max(sizes.lines.1);
        match side {
            Side::Right => {
                let start = b + self.gap(writer);
                let title_x = start + sizes.number;
                let ends_in_view = self.mark.1 <= self.view.1;
                (ends_in_view && start >= low && title_x + width <= high).then_some((title_x, (a, title_x + width)))
            }
            Side::Left => {
                let end = a - LEFT_OF_MARK;
                let title_x = end - sizes.lines.0;
                let start = (title_x - sizes.number).min(end - sizes.lines.1);
                let begins_in_view = self.mark.0 >= self.view.0;
                (begins_in_view && start >= low && end <= high).then_some((title_x, (start, b)))
            }
            Side::Above => {
                let width = sizes.above.0.max(sizes.above.1);
                let number = sizes.above_number;
                let title_x = a.min(high - width).max(low + number);
                (title_x + width <= high).then_some((title_x, ((title_x - number).min(a), (title_x + width).max(b))))
            }
            Side::Inline => {
                let width = sizes.lines.0;
                let (from, to) = (a.max(low) + 32.0, b.min(high) - 32.0);
                (to - from >= width).then_some(((from + to - width) / 2.0, (a, b)))
            }
            Side::Bare => None,
        }
    }
}

/// Whether a step of giving way changes anything in a density.
fn applies(cut: Cut, writer: &Writer) -> bool {
    match cut {
        Cut::Nothing | Cut::Title => true,
        Cut::Reason | Cut::Weekday => writer.density == Density::Comfortable,
        Cut::Year => writer.year,
        Cut::Date => writer.density >= Density::Dense && !writer.state.keeps_date(),
    }
}

/// Rows filled greedily in the order given: for each hull the first row whose last hull ends far enough before it.
pub fn rows(hulls: impl Iterator<Item = (f32, f32)>) -> Vec<usize> {
    let mut ends: Vec<f32> = Vec::new();
    hulls
        .map(|(low, high)| match ends.iter_mut().enumerate().find(|(_, end)| **end + APART <= low) {
            Some((row, end)) => {
                *end = high;
                row
            }
            None => {
                ends.push(high);
                ends.len() - 1
            }
        })
        .collect()
}
