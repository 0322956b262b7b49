//! Where the label of each mark goes, and on which row of its lane each event stands.

use super::Density;
use super::label::{CUTS, Cut, Widths, Writer};
use crate::layout::breaks::evenest;
use crate::layout::mark::Form;

/// Clearances, in points.
pub const APART: f32 = 12.0;
const LEFT_OF_MARK: f32 = 8.0;
const BEFORE_LINE: f32 = 10.0;
const AFTER_LINE: f32 = 8.0;
/// A title above its mark begins at most this far before it, where two lines can bring that about.
const FAR: f32 = 60.0;
/// A mark at least this wide carries its title above itself.
pub const WIDE: f32 = 120.0;
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

/// How much of a title is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Whole,
    /// In two lines, broken at the blank at this byte.
    Halved(usize),
    /// Up to this byte, with "…".
    Short(usize),
}

/// A label's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    pub side: Side,
    pub cut: Cut,
    pub title: Shown,
    pub title_x: f32,
    /// At a wide mark: whether status and attribution stand between the dates beneath it.
    pub words_beneath: bool,
    /// From the leftmost to the rightmost point of mark and label.
    pub hull: (f32, f32),
}

impl Choice {
    /// The mark alone, which fills `hull`.
    pub fn bare(hull: (f32, f32)) -> Self {
        Self { side: Side::Bare, cut: Cut::Title, title: Shown::Whole, title_x: 0.0, words_beneath: true, hull }
    }

    /// Whether words of the title are missing.
    pub fn shortened(&self) -> bool {
        self.side == Side::Bare || matches!(self.title, Shown::Short(_))
    }

    /// Whether the title has a second line.
    pub fn halved(&self) -> bool {
        matches!(self.title, Shown::Halved(_))
    }
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

impl Sizes {
    /// As it were with a title of another width.
    fn with_title(self, width: f32) -> Self {
        let more = width - self.title;
        Self { title: width, lines: (self.lines.0 + more, self.lines.1), above: (self.above.0 + more, self.above.1), ..self }
    }
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
    let after = if cut == Cut::AllButTitle { 0.0 } else { after };
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
    /// Whether a title is wrapped rather than shortened.
    pub wraps: bool,
}

/// How a label may lie to its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// A title above its mark begins where the mark does.
    Aligned,
    /// It may begin before.
    Shifted,
    /// Beside its mark, but beyond the publication line.
    Across,
}

/// A label being placed: what is the same for all its tries.
struct Try<'a> {
    place: &'a Place,
    writer: &'a Writer<'a>,
    words_beneath: bool,
    /// Whether the time of a wide mark has no room under the ends.
    narrow: bool,
    manner: Manner,
}

impl Place {
    /// The part of the mark that is in view.
    pub fn seen(&self) -> (f32, f32) {
        let low = self.mark.0.max(self.view.0);
        (low, self.mark.1.min(self.view.1).max(low))
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

    /// The first place in the order of candidates that holds the label, what gives way giving way step by step; the mark alone
    /// where even a shortened title finds no room.
    pub fn choose(&self, writer: &Writer) -> Choice {
        let words_beneath = self.words_beneath(writer);
        let narrow = self.mark.1 - self.mark.0 < writer.widths.ends + APART;
        let by = |manner| Try { place: self, writer, words_beneath, narrow, manner };
        let (aligned, shifted, across) = (by(Manner::Aligned), by(Manner::Shifted), by(Manner::Across));
        let found = aligned.whole().or_else(|| if self.wraps { aligned.wrapped(Cut::Nothing) } else { None });
        // A title far left of its mark would be taken for another's: rather it stands in two lines.
        let near = |choice: &Choice| choice.side != Side::Above || choice.title_x >= self.seen().0 - FAR;
        let found = found.or_else(|| aligned.shortened(0.6)).or_else(|| shifted.whole().filter(near));
        let found = found.or_else(|| if self.wraps { shifted.wrapped(Cut::Nothing).filter(near) } else { None });
        let found = found.or_else(|| shifted.whole()).or_else(|| shifted.shortened(0.0));
        let found = found.or_else(|| across.whole()).or_else(|| across.shortened(0.0));
        // What cannot be shortened without turning its meaning is wrapped, and even a marked event's date gives way to its title.
        let found = found.or_else(|| shifted.wrapped(Cut::Nothing)).or_else(|| across.wrapped(Cut::Nothing));
        let undated = |cut| {
            [&shifted, &across].into_iter().find_map(|t| t.whole_at(cut).or_else(|| t.wrapped(cut)).or_else(|| t.shortened_at(cut, 0.0)))
        };
        found
            .or_else(|| if writer.state.keeps_date() { undated(Cut::AllButTitle) } else { None })
            .unwrap_or_else(|| Choice { words_beneath, ..Choice::bare(self.seen()) })
    }
}

impl Try<'_> {
    fn candidates(&self, title: f32) -> &'static [Side] {
        let Place { mark, form, .. } = *self.place;
        if self.manner == Manner::Across {
            return match self.place.room.lines[0] {
                Some(line) if mark.1 <= line + 0.5 => &[Side::Right],
                Some(line) if mark.0 >= line - 0.5 => &[Side::Left],
                // Of a mark that crosses the line, the side that shows less of it.
                Some(_) => &[Side::Above],
                None => &[],
            };
        }
        let (dense, wide) = (self.writer.density >= Density::Dense, mark.1 - mark.0 >= WIDE.min(title.max(24.0)));
        // A dense row is one line; a title above its mark, which makes the row higher than its neighbours, comes after all else.
        match (dense, wide, form) {
            (true, true, Form::Order) if self.manner == Manner::Aligned => &[Side::Inline, Side::Right, Side::Left],
            (true, true, Form::Order) => &[Side::Inline, Side::Right, Side::Left, Side::Above],
            (true, _, _) if self.manner == Manner::Aligned => &[Side::Right, Side::Left],
            (true, _, _) => &[Side::Right, Side::Left, Side::Above],
            (false, true, _) => &[Side::Above],
            (false, false, _) => &[Side::Right, Side::Left, Side::Above],
        }
    }

    fn sizes(&self, cut: Cut) -> Sizes {
        sizes(self.writer, cut, self.words_beneath, self.narrow)
    }

    /// The whole title in one line.
    fn whole(&self) -> Option<Choice> {
        CUTS.into_iter().filter(|cut| *cut < Cut::Title && applies(*cut, self.writer)).find_map(|cut| self.whole_at(cut))
    }

    fn whole_at(&self, cut: Cut) -> Option<Choice> {
        let sizes = self.sizes(cut);
        self.candidates(sizes.title).iter().find_map(|side| Some(self.chosen(*side, cut, self.fit(*side, &sizes)?)))
    }

    fn chosen(&self, side: Side, cut: Cut, (title_x, hull): (f32, (f32, f32))) -> Choice {
        Choice { side, cut, title: Shown::Whole, title_x, words_beneath: self.words_beneath, hull }
    }

    /// The whole title in two lines, with as much of the rest as a cut or the ones after it leave.
    fn wrapped(&self, from: Cut) -> Option<Choice> {
        let cuts = CUTS.into_iter().filter(|cut| *cut == from || *cut > from && *cut < Cut::Title && applies(*cut, self.writer));
        cuts.into_iter().find_map(|cut| {
            let sizes = self.sizes(cut);
            self.candidates(sizes.title).iter().filter(|side| **side != Side::Inline).find_map(|side| {
                // What stands after the title stands after its second line.
                let after = if *side == Side::Above { sizes.above.0 } else { sizes.lines.0 } - sizes.title;
                let (at, widest) = evenest(self.writer.halves(), after)?;
                let place = self.fit(*side, &sizes.with_title(widest - after))?;
                Some(Choice { title: Shown::Halved(at), ..self.chosen(*side, cut, place) })
            })
        })
    }

    /// A shortened title that keeps at least a share of its width. Only a dense row gives its date away before its title.
    fn shortened(&self, least: f32) -> Option<Choice> {
        let dated = (self.writer.density < Density::Dense).then_some(Cut::Year);
        dated.into_iter().chain([Cut::Title]).find_map(|cut| self.shortened_at(cut, least))
    }

    fn shortened_at(&self, cut: Cut, least: f32) -> Option<Choice> {
        let sizes = self.sizes(cut);
        let sides = self.candidates(sizes.title);
        let mut by_room: Vec<(Side, f32)> = sides.iter().map(|s| (*s, self.room(*s, &sizes))).collect();
        // Sides that keep most of the title come in their order, the others by their room.
        let keeps = |(side, room): &(Side, f32)| *room >= sizes.title * 0.6 && *side != Side::Above;
        by_room.sort_by(|a, b| {
            let same = if keeps(a) && keeps(b) { std::cmp::Ordering::Equal } else { b.1.total_cmp(&a.1) };
            keeps(b).cmp(&keeps(a)).then(same)
        });
        by_room.into_iter().find_map(|(side, room)| {
            let beside = if side == Side::Above { sizes.above.0 } else { sizes.lines.0 } - sizes.title;
            let short = self.writer.shorts().iter().find(|short| short.width <= room - beside)?;
            let place = self.fit(side, &sizes.with_title(short.width)).filter(|_| short.width >= sizes.title * least)?;
            Some(Choice { title: Shown::Short(short.at), ..self.chosen(side, cut, place) })
        })
    }

    /// The stretch that a label on one side of the mark may fill, between edges and lines.
    fn free(&self, side: Side) -> (f32, f32) {
        let Room { mut low, mut high, lines } = self.place.room;
        let (a, b) = self.place.seen();
        for (index, line) in lines.into_iter().enumerate().filter_map(|(i, l)| Some((i, l?))) {
            let left = match side {
                _ if b <= line + 0.5 => true,
                _ if a >= line - 0.5 => false,
                Side::Left => true,
                Side::Right => false,
                _ => line - a >= b - line,
            };
            let across = index == 0 && self.manner == Manner::Across;
            if left != across { high = high.min(line - BEFORE_LINE) } else { low = low.max(line + AFTER_LINE) }
        }
        (low, high)
    }

    /// Where the title of a label above its mark may begin at the earliest.
    fn hangs_from(&self, low: f32, sizes: &Sizes) -> f32 {
        let from = low + sizes.above_number;
        if self.manner == Manner::Aligned { from.max(self.place.seen().0) } else { from }
    }

    /// The room of a title and what stands beside it.
    fn room(&self, side: Side, sizes: &Sizes) -> f32 {
        let (low, high) = self.free(side);
        let (a, b) = self.place.seen();
        match side {
            Side::Right => high - (b + self.gap()).max(low) - sizes.number,
            Side::Left => (a - LEFT_OF_MARK).min(high) - low - sizes.number,
            Side::Above => high - self.hangs_from(low, sizes),
            Side::Inline | Side::Bare => 0.0,
        }
    }

    fn gap(&self) -> f32 {
        if self.writer.density >= Density::Dense { 8.0 } else { 12.0 }
    }

    /// Where the title would begin on a side and the hull of mark and label, if it fits there.
    fn fit(&self, side: Side, sizes: &Sizes) -> Option<(f32, (f32, f32))> {
        let (low, high) = self.free(side);
        let Place { mark, view, .. } = *self.place;
        let (a, b) = self.place.seen();
        let width = sizes.lines.0.max(sizes.lines.1);
        match side {
            Side::Right => {
                let start = (b + self.gap()).max(if self.manner == Manner::Across { low } else { f32::NEG_INFINITY });
                let title_x = start + sizes.number;
                let ends_in_view = mark.1 <= view.1;
                (ends_in_view && start >= low && title_x + width <= high).then_some((title_x, (a, title_x + width)))
            }
            Side::Left => {
                let end = (a - LEFT_OF_MARK).min(if self.manner == Manner::Across { high } else { f32::INFINITY });
                let title_x = end - sizes.lines.0;
                let start = (title_x - sizes.number).min(end - sizes.lines.1);
                let begins_in_view = mark.0 >= view.0;
                (begins_in_view && start >= low && end <= high).then_some((title_x, (start, b)))
            }
            Side::Above => {
                let width = sizes.above.0.max(sizes.above.1);
                let title_x = a.min(high - width).max(self.hangs_from(low, sizes));
                let hull = ((title_x - sizes.above_number).min(a), (title_x + width).max(b));
                (title_x + width <= high).then_some((title_x, hull))
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
        Cut::AllButTitle => false,
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
