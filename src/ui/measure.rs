//! The window's measure of text: egui's own shaping, each width asked once.

use super::fonts;
use crate::scene::{Font, Weight};
use crate::text::Measure;
use egui::{Color32, Context};
use std::cell::RefCell;
use std::collections::HashMap;

/// Widths kept before the memory is emptied; a window of labels needs a few thousand.
const MOST: usize = 50_000;

type Key = (u32, Weight);

/// Widths already asked for, valid for one scale of the screen.
#[derive(Default)]
pub struct Widths {
    known: HashMap<Key, HashMap<String, f32>>,
    count: usize,
    pixels_per_point: f32,
}

/// Measures with the fonts of a context.
pub struct EguiMeasure<'a> {
    ctx: &'a Context,
    widths: RefCell<&'a mut Widths>,
}

impl<'a> EguiMeasure<'a> {
    pub fn new(ctx: &'a Context, widths: &'a mut Widths) -> Self {
        let pixels_per_point = ctx.pixels_per_point();
        if widths.pixels_per_point.to_bits() != pixels_per_point.to_bits() || widths.count > MOST {
            *widths = Widths { pixels_per_point, ..Widths::default() };
        }
        Self { ctx, widths: RefCell::new(widths) }
    }
}

impl Measure for EguiMeasure<'_> {
    fn width(&self, text: &str, font: Font) -> f32 {
        let key = (font.size.to_bits(), font.weight);
        let mut widths = self.widths.borrow_mut();
        if let Some(width) = widths.known.get(&key).and_then(|of_font| of_font.get(text)) {
            return *width;
        }
        let galley = self.ctx.fonts_mut(|f| f.layout_no_wrap(text.to_owned(), fonts::id(font), Color32::PLACEHOLDER));
        let width = galley.size().x;
        widths.known.entry(key).or_default().insert(text.to_owned(), width);
        widths.count += 1;
        width
    }
}
