//! The layouts of timeline and overview, kept from frame to frame while nothing that they show has changed: scrolling the reader or
//! moving the pointer costs no layout.

use super::measure::EguiMeasure;
use super::stage::Stage;
use crate::chronology::{Day, Status};
use crate::layout::explorer::{self, Explorer, Lanes, Overview, Scale, Timeline, View};
use crate::session::Tab;
use crate::text::Measure;
use egui::{Ui, Vec2};
use std::rc::Rc;
use std::sync::Arc;

/// The last layout and all that it followed from.
pub struct LaidOut<T> {
    timeline: Arc<Timeline>,
    inputs: Inputs,
    drawn: Rc<T>,
}

#[cfg(test)]
impl<T> LaidOut<T> {
    pub fn drawn(&self) -> &Rc<T> {
        &self.drawn
    }
}

#[derive(PartialEq)]
struct Inputs {
    range: (f64, f64),
    size: Vec2,
    lanes: Lanes,
    scale: Scale,
    scroll: f32,
    selected: Option<String>,
    hovered: Option<String>,
    focused: Option<String>,
    /// What a search finds follows from its words, the statuses and the timeline.
    query: String,
    statuses: Vec<Status>,
    today: Option<Day>,
    published_words: Option<String>,
    publication: bool,
    arrows: bool,
    pixels_per_point: f32,
}

/// Lays a tab's timeline out for a range and a size, or gives it again as it was.
pub fn lay_out(ui: &Ui, stage: &mut Stage, tab: &Tab, range: (f64, f64), size: Vec2, focused: Option<String>) -> Rc<Explorer> {
    let inputs = Inputs {
        scroll: tab.view.scroll,
        hovered: tab.view.hovered.clone(),
        focused,
        published_words: super::timeline::published_words(tab),
        publication: tab.has_publication(),
        arrows: tab.view.arrows,
        ..Inputs::of(ui, stage, tab, range, size)
    };
    let known = stage.memory.laid_out.take();
    let (kept, drawn) = again(known, ui, stage, tab, inputs, explorer::explorer);
    stage.memory.laid_out = Some(kept);
    drawn
}

/// The same for the strip under it, with the range that the timeline shows.
pub fn overview(ui: &Ui, stage: &mut Stage, tab: &Tab, range: (f64, f64), size: Vec2) -> Rc<Overview> {
    let inputs = Inputs::of(ui, stage, tab, range, size);
    let known = stage.memory.overview.take();
    let (kept, drawn) = again(known, ui, stage, tab, inputs, explorer::overview);
    stage.memory.overview = Some(kept);
    drawn
}

impl Inputs {
    /// What timeline and overview have in common.
    fn of(ui: &Ui, stage: &Stage, tab: &Tab, range: (f64, f64), size: Vec2) -> Self {
        Self {
            range,
            size,
            lanes: tab.view.lanes,
            scale: tab.view.scale,
            scroll: 0.0,
            selected: tab.view.selected.clone(),
            hovered: None,
            focused: None,
            query: stage.state.query.trim().to_owned(),
            statuses: tab.view.statuses.clone(),
            today: stage.state.today,
            published_words: None,
            publication: false,
            arrows: false,
            pixels_per_point: ui.ctx().pixels_per_point(),
        }
    }
}

type Layout<T> = fn(&Timeline, &View, Vec2, &dyn Measure) -> T;

fn again<T>(known: Option<LaidOut<T>>, ui: &Ui, stage: &mut Stage, tab: &Tab, inputs: Inputs, layout: Layout<T>) -> (LaidOut<T>, Rc<T>) {
    if let Some(known) = known.filter(|last| Arc::ptr_eq(&last.timeline, &tab.timeline) && last.inputs == inputs) {
        let drawn = known.drawn.clone();
        return (known, drawn);
    }
    let view = View {
        range: inputs.range,
        lanes: inputs.lanes,
        scale: inputs.scale,
        scroll: inputs.scroll,
        selected: inputs.selected.as_deref(),
        hovered: inputs.hovered.as_deref(),
        focused: inputs.focused.as_deref(),
        hits: stage.state.searching().then_some(&stage.state.hits.ids),
        query: &inputs.query,
        statuses: &inputs.statuses,
        today: inputs.today,
        published_words: inputs.published_words.as_deref(),
        publication: inputs.publication,
        arrows: inputs.arrows,
    };
    let measure = EguiMeasure::new(ui.ctx(), &mut stage.memory.widths);
    let drawn = Rc::new(layout(&tab.timeline, &view, inputs.size, &measure));
    (LaidOut { timeline: tab.timeline.clone(), inputs, drawn: drawn.clone() }, drawn)
}
