//! What every view is given: the state to read, the theme, a place for commands, and the memory of the eye.

use super::brief::Pictures;
use super::correct::Choice;
use super::laid_out::LaidOut;
use super::measure::Widths;
use super::style;
use crate::chronology::Day;
use crate::layout::explorer::{Explorer, Overview};
use crate::scene::theme::Theme;
use crate::scene::{Align, Font, Ink};
use crate::session::{Command, Field, Sheet, State};
use egui::{Color32, Painter, Pos2, Rect};
use std::rc::Rc;

/// What the window remembers between frames that is nobody's business but the eye's: measures, heights, motion under way.
#[derive(Default)]
pub struct Memory {
    pub widths: Widths,
    pub reader: super::reader::Heights,
    pub motion: super::timeline::Motion,
    pub pictures: Pictures,
    pub laid_out: Option<LaidOut<Explorer>>,
    pub overview: Option<LaidOut<Overview>>,
    pub order: super::list::Order,
    pub choices: super::filters::Choices,
    pub palette: super::sheets::palette::Palette,
    pub sentences: super::sheets::add::Sentences,
    /// The timeline as shown in the last frame, for keys that go by where things stand.
    pub explorer: Option<Rc<Explorer>>,
    /// The theme that egui's visuals were set for.
    pub styled: Option<Theme>,
    /// The sheet for a path that was shown last; a new one takes the keyboard.
    pub path_asked: Option<Sheet>,
    /// The days of the time expression that was under the pointer in the last frame; they are shown on the axis.
    pub days: Option<(Day, Day)>,
    /// Whether egui has told that V was pressed or what it pasted, until it is let go.
    pub v_told: bool,
    /// When Ctrl was held last, in seconds of egui's time.
    pub command_held_at: f64,
    /// The page of the figure that the export previews.
    pub page: usize,
    /// The size of a page as it is being typed.
    pub own_size: Option<String>,
    /// The field of an event that was shown last; another one takes the keyboard.
    pub edit_of: Option<(String, Field)>,
    /// For how many frames it has been shown.
    pub edit_frames: u8,
    /// The menu of the detail that a key asks for.
    pub open_choice: Option<Choice>,
    /// Where in the article words began to be marked.
    pub marking_from: Option<usize>,
    /// Whether the sheet of sentences was shown before; a new one takes the keyboard.
    pub sentences_shown: bool,
    /// For how many frames the date field has been shown.
    pub date_frames: u8,
    /// The event whose mark should get the keyboard.
    pub focus_event: Option<String>,
    /// Where the date field opens: under the words that ask for it.
    pub publication_at: Option<Pos2>,
    /// The event from which a key led on while its mark had the keyboard; the focus follows the selection.
    pub follow_focus_from: Option<String>,
}

impl Memory {
    /// The next change of the range follows the hand: it is shown at once, not reached by a motion.
    pub fn follow_hand(&mut self) {
        self.motion.direct = true;
    }
}

/// Given to every view.
pub struct Stage<'a> {
    pub state: &'a State,
    pub theme: Theme,
    pub memory: &'a mut Memory,
    pub commands: &'a mut Vec<Command>,
    /// The event under the pointer in this frame.
    pub over: Option<String>,
    /// The days of the time expression under the pointer.
    pub over_days: Option<(Day, Day)>,
}

impl Stage<'_> {
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    pub fn color(&self, ink: Ink) -> Color32 {
        style::color(self.theme, ink)
    }

    /// A line of text with its baseline at `at`; gives its width.
    pub fn text(&self, painter: &Painter, at: Pos2, text: &str, font: Font, ink: Ink) -> f32 {
        super::text::put(painter, self.theme, at, text, font, ink)
    }

    /// The same, ending at `at`.
    pub fn text_right(&self, painter: &Painter, at: Pos2, text: &str, font: Font, ink: Ink) -> f32 {
        super::text::paint(painter, at, Align::Right, text, font, self.color(ink))
    }

    pub fn fill(&self, painter: &Painter, rect: Rect, ink: Ink) {
        painter.rect_filled(rect, 0.0, self.color(ink));
    }

    /// A line one point thick along the top of a rectangle given by its left, right and y.
    pub fn hline(&self, painter: &Painter, left: f32, right: f32, y: f32, ink: Ink) {
        self.fill(painter, Rect::from_min_max(egui::pos2(left, y), egui::pos2(right, y + 1.0)), ink);
    }

    pub fn vline(&self, painter: &Painter, x: f32, top: f32, bottom: f32, ink: Ink) {
        self.fill(painter, Rect::from_min_max(egui::pos2(x, top), egui::pos2(x + 1.0, bottom)), ink);
    }
}
