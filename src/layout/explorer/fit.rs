//! The range that shows everything: among a few, the one in which labels give way least and the axis runs on least.

use super::density::{Freedom, Tries};
use super::label::Cut;
use super::place::Side;
use super::rows::{Layout, Placed};
use super::{Density, INSET, Lanes, STATUSES, Scale, Stage, View};
use crate::layout::lanes;
use crate::layout::timeline::Timeline;
use crate::text::Measure;
use emath::vec2;

/// Points after the last mark, and before the first where labels need no more.
const AFTER: f64 = 24.0;
const BEFORE: [f64; 2] = [40.0, 160.0];
/// By how much the axis may run on after the last mark, as shares of what marks alone would leave.
const SCALES: [f64; 5] = [1.0, 0.85, 0.7, 0.58, 0.46];
/// Up to this many events their labels count.
const MOST_LABELS: usize = 14;

/// The range is found for widths in steps of this many points, so that it is kept while an edge is dragged.
const STEP: f32 = 8.0;

/// The range that shows all events and the publication day in a view `width` points wide.
pub(in crate::layout) fn fit(timeline: &Timeline, wanted: (Lanes, Scale), width: f32, measure: &dyn Measure) -> (f64, f64) {
    let width = (width / STEP).floor() * STEP;
    let key = (wanted, width.to_bits());
    let mut kept = timeline.kept.take().prepared(measure);
    if let Some((_, range)) = kept.fits.iter().find(|(k, _)| *k == key) {
        let range = *range;
        timeline.kept.keep(kept);
        return range;
    }
    timeline.kept.keep(kept);
    let range = found(timeline, wanted, width, measure);
    kept = timeline.kept.take().prepared(measure);
    kept.fits.push((key, range));
    let many = kept.fits.len().saturating_sub(MOST_KEPT);
    kept.fits.drain(..many);
    timeline.kept.keep(kept);
    range
}

/// Ranges kept for other widths.
const MOST_KEPT: usize = 16;

fn found(timeline: &Timeline, (wanted, scale): (Lanes, Scale), width: f32, measure: &dyn Measure) -> (f64, f64) {
    let (mut first, mut last) = timeline.extent().unwrap_or(timeline.published.map_or((0, 30), |p| (p - 30, p)));
    if let Some(line) = timeline.line() {
        first = first.min(line);
        last = last.max(line);
    }
    let (first, last) = (f64::from(first), f64::from(last) + 1.0);
    let left = super::plot_left(timeline, wanted, &STATUSES, width, measure);
    let plot = f64::from((width - left).max(200.0));
    let warp = timeline.warp(scale);
    let (from, to) = warp.as_ref().map_or((first, last), |w| (w.unit(first), w.unit(last)));
    // No closer than fourteen days, or as many steps as labels need.
    let closest = if warp.as_ref().is_some_and(|w| w.steps) { 3.0 } else { 14.0 };
    let range = |before: f64, share: f64| {
        let scale = ((plot - before - AFTER) / (to - from).max(1e-6) * share).min(plot / closest);
        let start = from - before / scale;
        let units = (start, start + plot / scale);
        warp.as_ref().map_or(units, |w| (w.day(units.0), w.day(units.1)))
    };
    let plain = range(BEFORE[0].min(plot / 8.0), 1.0);
    if timeline.placed.len() > MOST_LABELS || timeline.placed.is_empty() {
        return plain;
    }
    let grouped = lanes::group(timeline, wanted, &STATUSES);
    let tried = BEFORE.iter().filter(|b| **b <= plot / 4.0).flat_map(|before| SCALES.map(|share| (*before, share)));
    let scored = tried.map(|(before, share)| {
        let range = range(before, share);
        let view = View { range, lanes: wanted, scale, ..View::default() };
        let stage = Stage::new(timeline, &view, vec2(width, 4000.0), measure);
        let freedom = Freedom { wraps: true, new_rows: true };
        let cost = Tries::new(&stage, &grouped).with(Density::Comfortable, freedom, f32::INFINITY).map_or(f64::MAX, |l| cost(&stage, &l));
        timeline.kept.keep(stage.memory.take());
        // What is small is harder to tell apart.
        let loss = 1.0 - ((plain.1 - plain.0) / (range.1 - range.0)).min(1.0);
        (range, cost + 16.0 * loss)
    });
    scored.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(plain, |(range, _)| range)
}

/// What gives way in a layout, and how much of the axis shows nothing.
fn cost(stage: &Stage, layout: &Layout) -> f64 {
    let rows = || layout.lanes.iter().flat_map(|l| &l.rows);
    let told: f64 = rows().flat_map(|r| &r.events).map(|e| given_way(stage, e)).sum();
    let counted: f64 = rows().flat_map(|r| &r.clusters).map(|c| 60.0 * c.members.len() as f64).sum();
    let end = rows().flat_map(|r| r.hulls()).map(|h| h.1).fold(0.0, f32::max).max(stage.line.unwrap_or(0.0) + 120.0);
    let blank = f64::from((stage.size.x - INSET - end).max(0.0));
    told + counted + blank / 100.0
}

fn given_way(stage: &Stage, event: &Placed) -> f64 {
    let choice = &event.choice;
    let mut cost = match choice.cut {
        Cut::Nothing => 0.0,
        Cut::Reason => 1.0,
        Cut::Weekday => 1.2,
        Cut::Year => 1.5,
        Cut::Date | Cut::Title | Cut::AllButTitle => 6.0,
    };
    if choice.shortened() {
        cost += 12.0;
    } else if choice.halved() {
        cost += 1.0;
    }
    // A title above a narrow mark, one that begins before its mark, or one that stands beyond the publication line.
    if choice.side == Side::Above && event.mark.1 - event.mark.0 < super::place::WIDE {
        cost += 2.5;
    }
    if choice.side == Side::Above && choice.title_x < event.mark.0.max(stage.axis.left) - 0.5 {
        cost += 2.0;
    }
    if stage.line.is_some_and(|line| choice.hull.0 < line && line < choice.hull.1 && (event.mark.1 <= line || event.mark.0 >= line)) {
        cost += 8.0;
    }
    cost
}
