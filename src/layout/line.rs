//! Lines of text made of runs: measuring, shortening, wrapping, placing by the baseline.

use crate::scene::{Align, Font, Ink, PlacedText, Shape, Weight};
use crate::text::Measure;
use emath::pos2;

/// Words in one font and ink.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub text: String,
    pub font: Font,
    pub ink: Ink,
    pub width: f32,
    /// Blank before it, in points.
    pub gap: f32,
}

/// Runs side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pub runs: Vec<Run>,
}

pub const fn font(size: f32, weight: Weight) -> Font {
    Font { size, weight }
}

impl Run {
    pub fn new(text: impl Into<String>, font: Font, ink: Ink, measure: &dyn Measure) -> Self {
        let text = text.into();
        let width = measure.width(&text, font);
        Self { text, font, ink, width, gap: 0.0 }
    }

    pub fn after(self, gap: f32) -> Self {
        Self { gap, ..self }
    }

    /// Its shape, the text beginning at `x`.
    pub fn at(self, x: f32, baseline: f32) -> Shape {
        let Run { text, font, ink, width, .. } = self;
        Shape::Text(PlacedText { text, at: pos2(x, baseline), align: Align::Left, font, ink, width })
    }
}

impl Line {
    pub fn of(run: Run) -> Self {
        Self { runs: vec![run] }
    }

    pub fn push(&mut self, run: Run) {
        self.runs.push(run);
    }

    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    pub fn width(&self) -> f32 {
        self.runs.iter().enumerate().map(|(i, r)| r.width + if i == 0 { 0.0 } else { r.gap }).sum()
    }

    /// Places the runs from `x` on.
    pub fn place(self, x: f32, baseline: f32, out: &mut Vec<Shape>) {
        let mut x = x;
        for (index, run) in self.runs.into_iter().enumerate() {
            if index > 0 {
                x += run.gap;
            }
            let width = run.width;
            out.push(run.at(x, baseline));
            x += width;
        }
    }
}

/// The baseline of text whose line has its middle at `y`.
pub fn baseline(middle: f32, size: f32) -> f32 {
    (middle + 0.36 * size).round()
}

/// Words that turn a title round; what is cut from a title never holds one.
const NEGATIONS: [&str; 22] = [
    "not",
    "no",
    "never",
    "without",
    "neither",
    "nor",
    "none",
    "nobody",
    "nothing",
    "off",
    "unless",
    "except",
    "cancelled",
    "canceled",
    "postponed",
    "suspended",
    "unplanned",
    "fails",
    "failed",
    "refuses",
    "rejects",
    "denied",
];

/// Words that a shortened title does not end with.
const DANGLING: [&str; 34] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "or", "as", "over", "under", "between", "into",
    "after", "before", "about", "against", "that", "who", "which", "than", "is", "are", "was", "were", "be", "its", "their",
];

/// Where a title may end with "…": after whole words, the longest beginning first. None where under eight letters would remain or the
/// words cut would turn its meaning.
pub fn cuts(text: &str) -> Vec<usize> {
    let negates = |word: &str| is(word, &NEGATIONS);
    let mut found = Vec::new();
    for (head, tail) in blanks(text).rev().filter_map(|at| text.split_at_checked(at)) {
        if tail.split_whitespace().any(negates) {
            break;
        }
        // Nor is one left hanging, nor a word that waits for the next.
        let mut last = head.split_whitespace().rev().take(2);
        if last.clone().any(negates) || last.next().is_some_and(|w| is(w, &DANGLING)) {
            continue;
        }
        let head = head.trim_end_matches([',', ';', ':', '–', '-', '—']);
        if head.chars().filter(|c| c.is_alphanumeric()).count() < 8 {
            break;
        }
        found.push(head.len());
    }
    found
}

/// Where the blanks between words begin.
pub fn blanks(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let parts = move |at: usize| {
        let (head, tail) = text.split_at_checked(at)?;
        (!head.ends_with(char::is_whitespace) && !head.is_empty() && !tail.trim_start().is_empty()).then_some(at)
    };
    text.char_indices().filter(|(_, c)| c.is_whitespace()).filter_map(move |(at, _)| parts(at))
}

/// A text up to one of its `cuts`, with "…".
pub fn cut_at(text: &str, at: usize) -> String {
    format!("{}…", text.get(..at).unwrap_or(text))
}

/// The longest beginning of a title among its `cuts` that fits with "…".
pub fn shortened(text: &str, font: Font, room: f32, measure: &dyn Measure) -> Option<String> {
    cuts(text).into_iter().map(|at| cut_at(text, at)).find(|short| measure.width(short, font) <= room)
}

/// As `shortened`, but cut within a word rather than not at all: for lane names and headlines, whose whole is told elsewhere.
pub fn clipped(text: &str, font: Font, room: f32, measure: &dyn Measure) -> String {
    if measure.width(text, font) <= room {
        return text.to_owned();
    }
    if let Some(short) = shortened(text, font, room, measure) {
        return short;
    }
    let mut ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    // Widths grow with every letter, near enough for a search by halves.
    let (mut low, mut high) = (0, ends.len());
    while low < high {
        let middle = (low + high).div_ceil(2);
        let end = ends.get(middle).copied().unwrap_or(text.len());
        let fits = measure.width(&format!("{}…", text.get(..end).unwrap_or("").trim_end()), font) <= room;
        if fits { low = middle } else { high = middle - 1 }
    }
    ends.push(text.len());
    format!("{}…", text.get(..ends.get(low).copied().unwrap_or(0)).unwrap_or("").trim_end())
}

fn is(word: &str, list: &[&str]) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    list.iter().any(|w| bare.eq_ignore_ascii_case(w)) || (list.len() == NEGATIONS.len() && bare.ends_with("n’t"))
}

/// Breaks text into lines of at most `room`, at white space and after dashes; a word wider than the room stands alone.
pub fn wrapped(text: &str, font: Font, room: f32, measure: &dyn Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || measure.width(&longer, font) <= room {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks text into at most `count` lines as even as they can be; none where it does not fit.
pub fn wrapped_evenly(text: &str, font: Font, room: f32, count: usize, measure: &dyn Measure) -> Option<Vec<String>> {
    let fits = |lines: &[String]| lines.len() <= count && lines.iter().all(|l| measure.width(l, font) <= room);
    let mut best = wrapped(text, font, room, measure);
    if !fits(&best) {
        return None;
    }
    // A narrower column with as many lines has no short last line.
    let mut width = room;
    for _ in 0..12 {
        width *= 0.95;
        let lines = wrapped(text, font, width, measure);
        if lines.len() > best.len() || lines.iter().any(|l| measure.width(l, font) > width) {
            break;
        }
        best = lines;
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::even::{Even, TEN};

    #[test]
    fn a_title_is_cut_by_words_from_its_end() {
        let short = |room| shortened("Witkoff and Kushner visit Moscow", TEN, room, &Even);
        assert_eq!(short(135.0), Some("Witkoff and Kushner visit…".to_owned()));
        assert_eq!(short(100.0), Some("Witkoff and Kushner…".to_owned()));
        assert_eq!(short(60.0), None, "under eight letters, or a dangling word");
    }

    #[test]
    fn a_negation_is_never_cut() {
        assert_eq!(shortened("Trilateral meeting not planned", TEN, 130.0, &Even), None);
        assert_eq!(shortened("Trilateral meeting not planned before the new year", TEN, 135.0, &Even), None);
        assert_eq!(shortened("Envoy says they won’t meet", TEN, 100.0, &Even), None);
    }

    #[test]
    fn clipping_always_fits_and_tells() {
        for room in [30.0, 50.0, 77.0, 200.0] {
            let text = clipped("Österreichisch-ungarische Verhandlungen", TEN, room, &Even);
            assert!(Even.width(&text, TEN) <= room, "{text}");
            assert!(text.ends_with('…') || room >= 195.0);
        }
    }

    #[test]
    fn lines_are_even_and_fit() {
        let lines = wrapped_evenly("Dmitriev, Witkoff and Kushner to meet in Miami", TEN, 200.0, 2, &Even);
        assert_eq!(lines, Some(vec!["Dmitriev, Witkoff and".to_owned(), "Kushner to meet in Miami".to_owned()]));
        assert!(wrapped_evenly("Dmitriev, Witkoff and Kushner to meet in Miami", TEN, 60.0, 2, &Even).is_none());
    }
}
