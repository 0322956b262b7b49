//! Strips as shapes: names with their marks, lines, density, and the counts beside them.

use super::{FIRST, Fine, K, LINE_PITCH, LINES, Named, PITCH, Strip, TO_LINES, thousands};
use crate::layout::explorer::draw::{spoken, tone};
use crate::layout::explorer::grid::rule;
use crate::layout::explorer::highlight::{hit, ring, states};
use crate::layout::explorer::label::{fonts, title_ink};
use crate::layout::explorer::rows::Layout;
use crate::layout::explorer::{Density, Part, PlacedCluster, PlacedEvent, Stage};
use crate::layout::line::{Run, baseline, clipped, font};
use crate::layout::mark::{Form, Mark, form};
use crate::scene::{Dash, Group, Ink, Shape, Stroke, Weight};
use emath::{Rect, pos2};

/// Up to this many events in view can each be clicked.
const MOST_CLICKED: usize = 600;

pub(in crate::layout::explorer) fn draw(stage: &Stage, layout: &Layout, seen: Rect, scroll: f32) -> Part {
    let mut part = Part::default();
    let clicked = layout.strips.iter().map(|s| s.named.len() + s.fine.len()).sum::<usize>() <= MOST_CLICKED;
    for strip in &layout.strips {
        let top = seen.top() + strip.top - scroll;
        if top >= seen.bottom() {
            part.below += strip.visible;
            continue;
        }
        if top + strip.height <= seen.top() {
            continue;
        }
        let foot = top + FIRST + PITCH * (strip.rows as f32 - 1.0) + TO_LINES;
        density(stage, strip, foot, &mut part);
        for fine in &strip.fine {
            line(stage, fine, foot + fine.row as f32 * LINE_PITCH, seen, clicked, &mut part);
        }
        for named in &strip.named {
            let y = top + FIRST + PITCH * named.row as f32;
            with_name(stage, named, y, seen, &mut part);
        }
        gutter(stage, strip, top, &mut part);
        if stage.named && top + strip.height <= seen.bottom() {
            part.shapes.push(rule(0.0, stage.size.x, top + strip.height - 0.5, Ink::Hair));
        }
    }
    part
}

fn density(stage: &Stage, strip: &Strip, foot: f32, part: &mut Part) {
    let height = LINES as f32 * LINE_PITCH - 1.0;
    for (column, share) in strip.columns.iter().enumerate().filter(|(_, share)| **share > 0.0) {
        let x = stage.axis.left + column as f32 * 3.0;
        let tall = (share * height).max(1.0).round();
        let rect = Rect::from_min_max(pos2(x, foot + height - tall), pos2(x + 2.0, foot + height));
        part.shapes.push(Shape::Rect { rect, fill: Some(Ink::Ink3), stroke: None, opacity: 1.0 });
    }
}

fn line(stage: &Stage, fine: &Fine, y: f32, seen: Rect, clicked: bool, part: &mut Part) {
    let state = fine.state;
    let form = form(&fine.span);
    let ink = match () {
        () if state.selected => Ink::Accent,
        () if state.hit == Some(true) => Ink::HitLine,
        () if form == Form::Day || form == Form::Stretch => Ink::Ink,
        () => Ink::Ink3,
    };
    let (a, b) = fine.x;
    let rect = Rect::from_min_max(pos2(a, y), pos2(b, y + 2.0));
    let shape = if form == Form::Order {
        let stroke = Stroke { width: 1.0, ink, dash: Some(Dash { on: 3.0, off: 2.0 }) };
        Shape::Line { from: pos2(a, y + 0.5), to: pos2(b, y + 0.5), stroke }
    } else {
        Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: if state.dimmed() { 0.4 } else { 1.0 } }
    };
    part.shapes.push(Shape::Group(Group { event: Some(fine.entry.id.clone()), title: None, shapes: vec![shape] }));
    if rect.bottom() > seen.bottom() {
        // A lane that the lower edge cuts: what lies beneath it is told as below, like whole lanes there.
        part.below += 1;
    } else if clicked && seen.contains_rect(rect) {
        let name = spoken(stage, fine.entry, &fine.span);
        part.events.push(PlacedEvent { id: fine.entry.id.clone(), block: rect.expand2(emath::vec2(1.0, 0.5)), mark: rect, name });
    }
}

fn with_name(stage: &Stage, named: &Named, y: f32, seen: Rect, part: &mut Part) {
    let state = named.state;
    let form = form(&named.span);
    let view = (stage.left, stage.size.x);
    let mark = Mark {
        form,
        status: named.entry.status,
        x: (named.mark.0.max(view.0), named.mark.1.min(view.1)),
        core: None,
        approximate: named.span.approximate,
        open: [named.mark.0 < view.0, named.mark.1 > view.1],
        y,
        k: K,
        tone: tone(stage, named.entry.status, state, named.mark),
    };
    let at = fonts(Density::Strip, state).title;
    let run = Run::new(named.title.clone(), at, title_ink(named.entry, state), stage.measure);
    let hull = (mark.x.0.min(named.title_x), mark.x.1.max(named.title_x + run.width));
    let ground = Rect::from_min_max(pos2((hull.0 - 4.0).max(stage.left), y - 8.0), pos2((hull.1 + 4.0).min(stage.size.x), y + 8.0));
    let mut shapes = Vec::new();
    states(state, ground, &mut shapes);
    mark.draw(&mut shapes);
    hit(stage, state, &run, named.title_x, y, &mut shapes);
    shapes.push(run.at(named.title_x, baseline(y, 12.0)));
    if state.focused {
        shapes.push(ring(ground));
    }
    part.shapes.push(Shape::Group(Group { event: Some(named.entry.id.clone()), title: None, shapes }));
    let block = Rect::from_min_max(pos2(hull.0, y - 8.0), pos2(hull.1, y + 8.0)).intersect(seen);
    if block.is_positive() {
        let name = spoken(stage, named.entry, &named.span);
        part.events.push(PlacedEvent { id: named.entry.id.clone(), block, mark: mark.rect().intersect(seen), name });
    } else if y >= seen.bottom() {
        part.below += 1;
    }
}

/// The lane's name and its counts.
fn gutter(stage: &Stage, strip: &Strip, top: f32, part: &mut Part) {
    let small = font(11.0, Weight::Regular);
    let room = stage.name_room();
    let rest = (!strip.rest.is_empty()).then(|| format!("+{} not drawn", strip.rest.len()));
    let cluster = |block: Rect, text: &str| PlacedCluster {
        ids: strip.rest.iter().map(|id| (*id).to_owned()).collect(),
        block,
        name: format!("{}{}{text}", strip.name, if strip.name.is_empty() { "" } else { ": " }),
        days: None,
    };
    if !stage.gutter {
        return;
    }
    let (at, ink) = if strip.told { (font(12.0, Weight::SemiBold), Ink::Ink) } else { (font(12.0, Weight::Regular), Ink::Ink3) };
    part.shapes.push(Run::new(clipped(&strip.name, at, room, stage.measure), at, ink, stage.measure).at(16.0, baseline(top + 17.0, 12.0)));
    let outside = strip.count - strip.visible.min(strip.count);
    let mut lines = vec![(format!("{} events", thousands(strip.visible)), Ink::Ink3), (format!("{} named", strip.named.len()), Ink::Ink3)];
    if stage.measure.width(&format!("{} events, {} named", thousands(strip.visible), strip.named.len()), small) <= room {
        lines = vec![(format!("{} events, {} named", thousands(strip.visible), strip.named.len()), Ink::Ink3)];
    }
    if outside > 0 {
        lines.push((format!("{} outside", thousands(outside)), Ink::Ink3));
    }
    let mut y = top + 33.0;
    if let Some(text) = rest {
        let run = Run::new(text.clone(), font(11.0, Weight::Medium), Ink::Ink2, stage.measure);
        let block = Rect::from_min_max(pos2(16.0, y - 8.0), pos2(16.0 + run.width, y + 8.0));
        part.clusters.push(cluster(block, &text));
        part.shapes.push(run.at(16.0, baseline(y, 11.0)));
        y += 15.0;
    }
    for (text, ink) in lines {
        if y + 6.0 > top + strip.height {
            break;
        }
        part.shapes.push(Run::new(clipped(&text, small, room, stage.measure), small, ink, stage.measure).at(16.0, baseline(y, 11.0)));
        y += 15.0;
    }
}
