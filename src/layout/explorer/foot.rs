//! Under the lanes: how much more there is below, and what is not placed in time.

use super::draw::spoken_of;
use super::grid::rule;
use super::highlight::{ring, states};
use super::label::State;
use super::{INSET, Part, PlacedCluster, PlacedEvent, Stage};
use crate::chronology::Status;
use crate::layout::line::{Line, Run, baseline, clipped, font};
use crate::layout::timeline::Entry;
use crate::scene::{Group, Ink, Shape, Stroke, Weight};
use emath::{Rect, pos2};

const TRAY: f32 = 33.0;
/// Height of the line that tells what lies below.
pub(super) const MORE: f32 = 20.0;

fn unplaced<'a>(stage: &'a Stage) -> impl Iterator<Item = &'a Entry> {
    stage.timeline.tray.iter().filter(|e| stage.view.statuses.contains(&e.status))
}

/// The height of the tray; nothing where all is placed.
pub(super) fn height(stage: &Stage) -> f32 {
    if unplaced(stage).next().is_some() { TRAY } else { 0.0 }
}

pub(super) fn foot(stage: &Stage, seen: Rect, below: Option<usize>, told: Option<(String, Vec<String>)>) -> Part {
    let mut part = Part::default();
    let ground = |top: f32, bottom: f32, ink| Shape::Rect {
        rect: Rect::from_min_max(pos2(0.0, top), pos2(stage.size.x, bottom)),
        fill: Some(ink),
        stroke: None,
        opacity: 1.0,
    };
    let mut top = seen.bottom();
    if below.is_some() || told.is_some() {
        part.shapes.push(ground(top, top + MORE, Ink::Panel));
        part.shapes.push(rule(0.0, stage.size.x, top + 0.5, Ink::Hair));
        let mut texts = Vec::new();
        match below {
            Some(0) => texts.push("the end".to_owned()),
            Some(below) => texts.push(format!("{below} more below")),
            None => {}
        }
        let (told, rest) = told.unwrap_or_default();
        if !told.is_empty() {
            texts.push(told);
        }
        let run = Run::new(texts.join("   "), font(11.0, Weight::Regular), Ink::Ink2, stage.measure);
        if !rest.is_empty() {
            let block = Rect::from_min_max(pos2(16.0, top + 2.0), pos2(16.0 + run.width, top + MORE - 1.0));
            part.clusters.push(PlacedCluster { name: format!("{} events not drawn", rest.len()), ids: rest, block, days: None });
        }
        part.shapes.push(run.at(16.0, baseline(top + MORE / 2.0 + 0.5, 11.0)));
        top += MORE;
    }
    if height(stage) > 0.0 {
        part.shapes.push(ground(top, stage.size.y.max(top), Ink::Panel));
        part.shapes.push(rule(0.0, stage.size.x, top + 0.5, Ink::Hair));
        tray(stage, top + 1.0, &mut part);
    }
    part
}

fn tray(stage: &Stage, top: f32, part: &mut Part) {
    let middle = top + (TRAY - 1.0) / 2.0;
    let count = unplaced(stage).count();
    let mut heading = Line::of(Run::new("Not placed in time", font(12.0, Weight::SemiBold), Ink::Ink, stage.measure));
    heading.push(Run::new(count.to_string(), font(12.0, Weight::Regular), Ink::Ink3, stage.measure).after(6.0));
    let mut x = 16.0 + heading.width() + 20.0;
    heading.place(16.0, baseline(middle, 12.0), &mut part.shapes);
    let right = stage.size.x - INSET;
    let mut rest = unplaced(stage).peekable();
    let mut left = count;
    while let Some(entry) = rest.peek().copied() {
        let state = State::of(stage.view, &entry.id);
        // What follows needs room for its "+N".
        let room = right - x - if left > 1 { 50.0 } else { 0.0 };
        let Some(line) = item(stage, entry, state, room) else { break };
        let width = line.width();
        let block = Rect::from_min_max(pos2(x - 6.0, top + 4.0), pos2(x + width + 6.0, top + TRAY - 5.0));
        let mut shapes = Vec::new();
        states(state, block, &mut shapes);
        line.place(x, baseline(middle, 12.0), &mut shapes);
        if state.focused {
            shapes.push(ring(block.shrink(2.0)));
        }
        let time = entry.elsewhere.clone().unwrap_or_else(|| "not placed in time".to_owned());
        let name = spoken_of(stage, entry, &time);
        part.shapes.push(Shape::Group(Group { event: Some(entry.id.clone()), title: None, shapes }));
        part.events.push(PlacedEvent { id: entry.id.clone(), block, mark: block, name });
        x += width + 20.0;
        left -= 1;
        rest.next();
    }
    if left > 0 {
        let ids: Vec<String> = rest.map(|e| e.id.clone()).collect();
        let frame = Rect::from_min_max(
            pos2(x.min(right - 27.0).round() + 0.5, middle.round() - 9.5),
            pos2(x.min(right - 27.0).round() + 26.5, middle.round() + 8.5),
        );
        part.shapes.push(plus(stage, frame, left, Ink::Ink));
        part.clusters.push(PlacedCluster { block: frame, name: format!("{left} more not placed in time"), ids, days: None });
    }
}

/// The frame "+N".
pub(super) fn plus(stage: &Stage, frame: Rect, count: usize, ink: Ink) -> Shape {
    let run = Run::new(format!("+{count}"), font(12.0, Weight::SemiBold), ink, stage.measure);
    let x = frame.center().x - run.width / 2.0;
    let stroke = Some(Stroke { width: 1.0, ink, dash: None });
    let shapes =
        vec![Shape::Rect { rect: frame, fill: Some(Ink::Paper), stroke, opacity: 1.0 }, run.at(x, baseline(frame.center().y, 12.0))];
    Shape::Group(Group { event: None, title: None, shapes })
}

/// One unplaced event: title, status, its time in other terms, paragraph; shortened to its room, or nothing.
fn item(stage: &Stage, entry: &Entry, state: State, room: f32) -> Option<Line> {
    let small = font(12.0, Weight::Regular);
    let run = |text: String, at, ink| Run::new(text, at, ink, stage.measure);
    let mut tail: Vec<Run> = Vec::new();
    for word in entry.status_word.iter().chain(&entry.attribution) {
        tail.push(run(word.clone(), small, Ink::Ink2).after(6.0));
    }
    tail.extend(entry.elsewhere.iter().map(|w| run(w.clone(), small, Ink::Ink3).after(6.0)));
    tail.extend(entry.paragraph.map(|n| run(format!("¶{n}"), small, Ink::Ink3).after(6.0)));
    let used: f32 = tail.iter().map(|r| r.width + r.gap).sum();
    let at = font(12.0, Weight::Medium);
    let ink = match () {
        () if state.selected => Ink::Accent,
        () if state.dimmed() => Ink::Ink3,
        () if entry.status == Status::CalledOff => Ink::Ink2,
        () => Ink::Ink,
    };
    let title = run(entry.title.clone(), at, ink);
    let title = if title.width + used <= room {
        title
    } else if room - used >= 90.0 {
        run(clipped(&entry.title, at, room - used, stage.measure), at, ink)
    } else {
        return None;
    };
    let mut line = Line::of(title);
    line.runs.extend(tail);
    Some(line)
}
