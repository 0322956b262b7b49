//! What is written at a mark: number, title, time, status, reason, by density and by what has given way.

use super::memory::Memory;
use super::{Density, View};
use crate::chronology::{Frame, Status};
use crate::layout::breaks::{Half, Short};
use crate::layout::dates::{self, Style};
use crate::layout::line::{Line, Run, font};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Font, Ink, Weight};
use crate::text::Measure;
use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

/// How an event is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct State {
    pub selected: bool,
    pub hovered: bool,
    pub focused: bool,
    /// While a search is on: whether it found the event.
    pub hit: Option<bool>,
}

impl State {
    pub fn of(view: &View, id: &str) -> Self {
        Self {
            selected: view.selected == Some(id),
            hovered: view.hovered == Some(id),
            focused: view.focused == Some(id),
            hit: view.hits.map(|hits| hits.contains(id)),
        }
    }

    pub fn dimmed(self) -> bool {
        self.hit == Some(false) && !self.selected
    }

    /// Whether its date stays as long as its title does.
    pub fn keeps_date(self) -> bool {
        self.selected || self.hit == Some(true)
    }
}

/// How much has given way: each step takes the ones before it along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    Nothing,
    Reason,
    Weekday,
    Year,
    Date,
    Title,
    /// All but the title of a marked event, which stays whatever gives way: the detail tells the rest.
    AllButTitle,
}

/// All of them, the least first.
pub const CUTS: [Cut; 7] = [Cut::Nothing, Cut::Reason, Cut::Weekday, Cut::Year, Cut::Date, Cut::Title, Cut::AllButTitle];

/// Fonts of one density.
#[derive(Debug, Clone, Copy)]
pub struct Fonts {
    pub title: Font,
    pub date: Font,
    pub small: Font,
}

pub fn fonts(density: Density, state: State) -> Fonts {
    match density {
        Density::Comfortable | Density::Compact => Fonts {
            title: font(14.0, if state.dimmed() { Weight::Medium } else { Weight::SemiBold }),
            date: font(12.0, Weight::Medium),
            small: font(12.0, Weight::Regular),
        },
        Density::Dense | Density::Strip => {
            let strong = state.hit == Some(true) || state.selected;
            Fonts {
                title: font(12.0, if strong { Weight::SemiBold } else { Weight::Medium }),
                date: font(11.0, if strong { Weight::Medium } else { Weight::Regular }),
                small: font(11.0, Weight::Regular),
            }
        }
    }
}

/// The ink of an event's title.
pub fn title_ink(entry: &Entry, state: State) -> Ink {
    match () {
        () if state.selected => Ink::Accent,
        () if state.dimmed() => Ink::Ink3,
        () if entry.status == Status::CalledOff => Ink::Ink2,
        () => Ink::Ink,
    }
}

fn date_ink(state: State) -> Ink {
    match () {
        () if state.selected => Ink::Ink,
        () if state.dimmed() => Ink::Ink3,
        () => Ink::Ink2,
    }
}

/// The widths of all that may be written at a mark, kept from frame to frame.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Widths {
    pub number: f32,
    /// "check" where it stands, else nothing.
    pub check: f32,
    pub title: f32,
    /// Of the time line by each cut.
    pub time: [f32; CUTS.len()],
    pub reason: f32,
    /// Status and attribution; nothing where there are none.
    pub words: f32,
    /// Both dates under a wide mark.
    pub ends: f32,
    pub said: bool,
}

/// The writer of one label.
pub struct Writer<'a> {
    /// Into the placed events of the timeline.
    pub index: u32,
    pub entry: &'a Entry,
    pub span: Span,
    pub frame: Frame,
    pub state: State,
    pub density: Density,
    /// Whether the axis does not tell the year.
    pub year: bool,
    pub measure: &'a dyn Measure,
    pub widths: Widths,
    pub memory: &'a RefCell<Memory>,
    /// What the memory has said of the title.
    pub halves: OnceCell<Arc<[Half]>>,
    pub shorts: OnceCell<Arc<[Short]>>,
}

impl Writer<'_> {
    /// Measures everything; `widths` then says it again at no cost.
    pub fn measured(mut self) -> Self {
        let width = |run: Option<Run>| run.map_or(0.0, |r| r.width);
        self.widths = Widths {
            number: self.number().width(),
            check: width(self.check()),
            title: self.title(&self.entry.title).width,
            time: CUTS.map(|cut| self.time(cut).width()),
            reason: self.reason().width(),
            words: width(self.words_run()),
            ends: self.ends(Cut::Nothing, [false; 2]).iter().map(|r| r.width).sum(),
            said: self.said().is_some(),
        };
        self
    }

    /// Where the title may be broken in two.
    pub fn halves(&self) -> &[Half] {
        self.halves.get_or_init(|| Memory::halves(self.memory, (self.index, self.fonts().title), &self.entry.title, self.measure))
    }

    /// The beginnings that may stand for the title.
    pub fn shorts(&self) -> &[Short] {
        self.shorts.get_or_init(|| Memory::shorts(self.memory, (self.index, self.fonts().title), &self.entry.title, self.measure))
    }

    fn run(&self, text: impl Into<String>, font: Font, ink: Ink) -> Run {
        Run::new(text, font, ink, self.measure)
    }

    pub fn fonts(&self) -> Fonts {
        fonts(self.density, self.state)
    }

    /// The number; nothing in dense views.
    pub fn number(&self) -> Line {
        let mut line = Line::default();
        if self.density >= Density::Dense {
            return line;
        }
        let ink = if self.state.selected { Ink::Accent } else { Ink::Ink3 };
        line.push(self.run(self.entry.number.to_string(), self.fonts().small, ink));
        line
    }

    /// "check", for an event that deserves a look.
    pub fn check(&self) -> Option<Run> {
        self.entry.check.then(|| self.run("check", self.fonts().small, Ink::Warning))
    }

    pub fn title(&self, text: &str) -> Run {
        self.run(text, self.fonts().title, title_ink(self.entry, self.state))
    }

    /// What must be said beside a mark whatever gives way.
    pub fn words(&self) -> Option<String> {
        self.entry.remarks()
    }

    fn style(&self, cut: Cut) -> Style {
        Style { weekday: self.density == Density::Comfortable && cut < Cut::Weekday, year: self.year && cut < Cut::Year, ..Style::SHORT }
    }

    /// Whether the article's words stand first: its ends are approximate and it has words.
    pub fn said(&self) -> Option<String> {
        let approximate = self.span.approximate[0] || self.span.approximate[1];
        if approximate && self.density <= Density::Compact { self.entry.quote() } else { None }
    }

    /// The time in one line, with status and attribution.
    pub fn time(&self, cut: Cut) -> Line {
        let fonts = self.fonts();
        let mut line = Line::default();
        if cut == Cut::AllButTitle {
            return line;
        }
        let dated = cut < Cut::Date || self.state.keeps_date();
        if dated {
            if let Some(said) = self.said() {
                line.push(self.run(said, fonts.date, Ink::Ink2));
            }
            let gap = if line.is_empty() { 0.0 } else { 6.0 };
            let cut = if self.state.keeps_date() { cut.min(Cut::Year) } else { cut };
            let span = self.span;
            let text = dates::stretch(self.frame, span.earliest, span.latest, span.approximate, span.grain, self.style(cut));
            line.push(self.run(text, fonts.date, date_ink(self.state)).after(gap));
        }
        if let Some(words) = self.words() {
            let text = if dated { format!(", {words}") } else { words };
            line.push(self.run(text, fonts.small, if self.state.dimmed() { Ink::Ink3 } else { Ink::Ink2 }));
        }
        if self.density >= Density::Dense {
            line.runs.extend(self.check().map(|r| r.after(6.0)));
        }
        line
    }

    /// The dates under the two ends of a wide mark.
    pub fn ends(&self, cut: Cut, clamped: [bool; 2]) -> [Run; 2] {
        let year = self.year && cut < Cut::Year;
        [0, 1].map(|end| {
            let at = if end == 0 { self.span.earliest } else { self.span.latest };
            let text =
                dates::end(self.frame, at, self.span.approximate[end], year || clamped[end] && self.frame == Frame::Calendar && self.year);
            let text = match (clamped[end], end) {
                (true, 0) => format!("‹ {text}"),
                (true, _) => format!("{text} ›"),
                _ => text,
            };
            self.run(text, self.fonts().date, date_ink(self.state))
        })
    }

    /// The reason in its shortest form: the article's words or what the order rests on, and the paragraph.
    pub fn reason(&self) -> Line {
        let ink = Ink::Ink3;
        let words = if self.said().is_some() { None } else { self.entry.short_reason() };
        let paragraph = self.entry.paragraph.map(|n| format!("¶{n}"));
        let text = [words, paragraph].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if text.is_empty() { Line::default() } else { Line::of(self.run(text, self.fonts().small, ink)) }
    }

    /// Status and attribution by themselves, for wide marks.
    pub fn words_run(&self) -> Option<Run> {
        let ink = if self.state.dimmed() { Ink::Ink3 } else { Ink::Ink2 };
        self.words().map(|w| self.run(w, self.fonts().small, ink))
    }

    /// What stands after the title of a wide mark: "check", and status and attribution where they do not stand beneath.
    pub fn after_title(&self, words_beneath: bool) -> Vec<Run> {
        let words = if words_beneath { None } else { self.words_run() };
        words.into_iter().chain(self.check()).map(|r| r.after(8.0)).collect()
    }
}
