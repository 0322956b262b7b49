//! Widths measured in earlier frames: what a label is made of, and where its title may be broken.

use super::label::{State, Widths, Writer};
use super::{Density, Lanes, Scale, Stage};
use crate::layout::breaks::{self, Half, Short};
use crate::layout::line::font;
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Font, Weight};
use crate::text::Measure;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

/// Widths measured in earlier frames with the same fonts.
#[derive(Debug, Default)]
pub(in crate::layout) struct Memory {
    /// What the measure said of a line known beforehand: another measure says otherwise.
    sample: [u32; 2],
    widths: HashMap<(u32, Density, bool, bool, bool), Widths>,
    halves: HashMap<TitleKey, Arc<[Half]>>,
    shorts: HashMap<TitleKey, Arc<[Short]>>,
    /// Ranges that show everything, by lanes, scale and width of the view.
    pub fits: Vec<(FitKey, (f64, f64))>,
}

/// Lanes, scale, and the width of the view in points.
type FitKey = ((Lanes, Scale), u32);

/// An event, and size and weight of its title's font.
type TitleKey = (u32, u32, Weight);

/// More widths than this are forgotten all at once.
const MOST_REMEMBERED: usize = 50_000;

impl Memory {
    /// Ready for a measure: emptied where it is another one than before.
    pub fn prepared(mut self, measure: &dyn Measure) -> Self {
        const SAMPLE: &str = "Witkoff and Kushner visit Moscow, 24 Oct – 5 Dec 1978";
        let sample =
            [(14.0, Weight::SemiBold), (11.0, Weight::Regular)].map(|(size, weight)| measure.width(SAMPLE, font(size, weight)).to_bits());
        if self.sample != sample || self.widths.len() + self.halves.len() + self.shorts.len() > MOST_REMEMBERED {
            self = Self { sample, ..Self::default() };
        }
        self
    }

    /// Where the title of an event may be broken.
    pub fn halves(memory: &RefCell<Self>, (index, at): (u32, Font), title: &str, measure: &dyn Measure) -> Arc<[Half]> {
        let key = (index, at.size.to_bits(), at.weight);
        let known = &mut memory.borrow_mut().halves;
        known.entry(key).or_insert_with(|| breaks::halves(title, at, measure).into()).clone()
    }

    /// The beginnings that may stand for the title of an event.
    pub fn shorts(memory: &RefCell<Self>, (index, at): (u32, Font), title: &str, measure: &dyn Measure) -> Arc<[Short]> {
        let key = (index, at.size.to_bits(), at.weight);
        let known = &mut memory.borrow_mut().shorts;
        known.entry(key).or_insert_with(|| breaks::shorts(title, at, measure).into()).clone()
    }
}

/// The writer of an event's label, its widths known from an earlier frame or measured now.
pub(super) fn writer<'s>(stage: &'s Stage, index: u32, entry: &'s Entry, span: Span, state: State, density: Density) -> Writer<'s> {
    let key = (index, density, state.keeps_date(), state.dimmed(), stage.year);
    let known = stage.memory.borrow().widths.get(&key).copied();
    let writer = Writer {
        index,
        entry,
        span,
        frame: stage.frame,
        state,
        density,
        year: stage.year,
        measure: stage.measure,
        widths: known.unwrap_or_default(),
        memory: &stage.memory,
        halves: OnceCell::new(),
        shorts: OnceCell::new(),
    };
    if known.is_some() {
        return writer;
    }
    let writer = writer.measured();
    stage.memory.borrow_mut().widths.insert(key, writer.widths);
    writer
}
