//! "+N": events whose labels find no room are told as one, by their number, their days and the first of them.

use super::foot::plus;
use super::marks::{edges, room_between};
use super::rows::{Placed, Row};
use super::{Density, Part, PlacedCluster, Stage};
use crate::chronology::{Day, Grain};
use crate::layout::dates::{self, Style};
use crate::layout::line::{Line, Run, baseline, font, shortened};
use crate::scene::{Group, Ink, Shape, Weight};
use emath::{Rect, pos2};

/// Events of one lane drawn as one.
pub(super) struct Cluster<'a> {
    /// By the first of their days.
    pub members: Vec<Placed<'a>>,
    /// Left edge of the frame.
    frame: f32,
    width: f32,
    text: Line,
    text_x: f32,
    /// From the leftmost to the rightmost point of frame and text.
    pub hull: (f32, f32),
}

const FRAME: (f32, f32) = (26.0, 18.0);
/// Marks farther apart than this are not told as one.
const REACH: f32 = 72.0;
/// From the frame to its words.
const GAP: f32 = 8.0;

/// Puts what found no room on rows into clusters of neighbours, each on the first row that has room for it, or on one of its own.
pub(super) fn gather<'a>(stage: &Stage, rows: &mut Vec<Row<'a>>, mut bare: Vec<Placed<'a>>, density: Density) {
    bare.sort_by(|a, b| anchor(stage, a).total_cmp(&anchor(stage, b)).then(a.index.cmp(&b.index)));
    let mut rest = bare.into_iter().peekable();
    while let Some(first) = rest.next() {
        let from = anchor(stage, &first);
        let side = beyond(stage, &first);
        let mut members = vec![first];
        while let Some(next) = rest.next_if(|e| anchor(stage, e) - from <= REACH && beyond(stage, e) == side) {
            members.push(next);
        }
        members.sort_by_key(|e| (e.span.earliest, e.span.latest, e.index));
        place(stage, rows, members, (from, side), density);
    }
}

/// The first point of a mark that is in view.
fn anchor(stage: &Stage, event: &Placed) -> f32 {
    event.mark.0.max(stage.axis.left)
}

/// Whether a mark begins after the publication line.
fn beyond(stage: &Stage, event: &Placed) -> bool {
    stage.line.is_some_and(|line| anchor(stage, event) > line)
}

fn place<'a>(stage: &Stage, rows: &mut Vec<Row<'a>>, members: Vec<Placed<'a>>, (from, beyond): (f32, bool), density: Density) {
    let number = stage.measure.width(&format!("+{}", members.len()), font(12.0, Weight::SemiBold));
    let width = FRAME.0.max((number + 10.0).ceil());
    let (low, high) = edges(stage);
    let mut frame = from.min(high - width);
    // The frame keeps to its side of the publication line, unless the view leaves it no room there.
    if let Some(line) = stage.line {
        let (before, after) = (line - 10.0 - width, line + 8.0);
        let crosses = frame < after && frame > before;
        if crosses {
            let fits = if beyond { after + width <= high } else { before >= low };
            frame = if beyond == fits { after } else { before };
        }
    }
    let frame = frame.max(low).round();
    let clear = |(mut low, mut high): (f32, f32)| {
        for line in [stage.line, stage.today].into_iter().flatten() {
            if frame + width <= line { high = high.min(line - 10.0) } else { low = low.max(line + 8.0) }
        }
        (low, high)
    };
    let found = rows.iter().enumerate().find_map(|(at, row)| Some((at, room_between((low, high), row.hulls(), (frame, frame + width))?)));
    let (at, room) = found.unwrap_or((rows.len(), (low, high)));
    let (low, high) = clear(room);
    let (right, left) = (high - (frame + width + GAP), frame - GAP - low);
    let text = text(stage, &members, right.max(left), density);
    let text_width = text.width();
    let text_x = if text.is_empty() || text_width <= right { frame + width + GAP } else { frame - GAP - text_width };
    let hull = if text.is_empty() { (frame, frame + width) } else { (frame.min(text_x), (frame + width).max(text_x + text_width)) };
    let cluster = Cluster { members, frame, width, text, text_x, hull };
    if at == rows.len() {
        rows.push(Row::of(Vec::new()));
    }
    if let Some(row) = rows.get_mut(at) {
        row.clusters.push(cluster);
    }
}

fn days(members: &[Placed]) -> Option<(Day, Day)> {
    let first = members.iter().map(|e| e.span.earliest).min()?;
    let last = members.iter().map(|e| e.span.latest).max()?;
    Some((first, last))
}

/// The days and the first event, as much as fits in a room.
fn text(stage: &Stage, members: &[Placed], room: f32, density: Density) -> Line {
    let small = if density >= Density::Dense { 11.0 } else { 12.0 };
    let mut line = Line::default();
    let Some((from, to)) = days(members) else { return line };
    let style = Style { year: stage.year, ..Style::SHORT };
    let soft = |end: usize| members.iter().any(|e| e.span.approximate.get(end).copied().unwrap_or(false));
    let date = dates::stretch(stage.frame, from, to, [soft(0), soft(1)], Grain::Day, style);
    let date = Run::new(date, font(small, Weight::Regular), Ink::Ink2, stage.measure);
    if date.width > room {
        return line;
    }
    let left = room - date.width - GAP;
    line.push(date);
    let more = match members.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let at = font(12.0, Weight::Medium);
    let Some(first) = members.first() else { return line };
    let whole = stage.measure.width(&format!("{}{more}", first.entry.title), at) <= left;
    let title = if whole {
        Some(first.entry.title.clone())
    } else {
        shortened(&first.entry.title, at, left - stage.measure.width(&more, at), stage.measure)
    };
    if let Some(title) = title {
        line.runs.push(Run::new(format!("{title}{more}"), at, Ink::Ink2, stage.measure).after(GAP));
    }
    line
}

/// What a screen reader says: "3 events, 10 to 20 March 1979, the first: Envoys meet". What a press does is added by who answers it.
fn name(stage: &Stage, members: &[Placed]) -> String {
    let count = match members.len() {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    };
    let Some(((from, to), first)) = days(members).zip(members.first()) else { return count };
    let time = dates::spoken(stage.frame, from, to, [false; 2], Grain::Day);
    format!("{count}, {time}, the first: {}", first.entry.title)
}

/// Draws a cluster about the middle of its row.
pub(super) fn draw(stage: &Stage, cluster: &Cluster, middle: f32, seen: Rect, part: &mut Part) {
    let top = middle.round() - FRAME.1 / 2.0 + 0.5;
    let frame = Rect::from_min_max(pos2(cluster.frame + 0.5, top), pos2(cluster.frame + cluster.width - 0.5, top + FRAME.1 - 1.0));
    let mut shapes = vec![plus(stage, frame, cluster.members.len(), Ink::Ink)];
    cluster.text.clone().place(cluster.text_x, baseline(middle, 12.0), &mut shapes);
    part.shapes.push(Shape::Group(Group { event: None, title: None, shapes }));
    let block = Rect::from_min_max(pos2(cluster.hull.0, top - 2.0), pos2(cluster.hull.1, top + FRAME.1 + 1.0)).intersect(seen);
    if block.is_positive() {
        let ids = cluster.members.iter().map(|e| e.entry.id.clone()).collect();
        part.clusters.push(PlacedCluster { ids, block, name: name(stage, &cluster.members), days: days(&cluster.members) });
    }
}
