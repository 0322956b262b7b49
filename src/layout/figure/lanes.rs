//! A cascade parted into lanes by place, participant, kind or status, their names left of the axis.

use super::cascade;
use super::page::Story;
use super::style::Style;
use crate::layout::explorer::{Lanes, STATUSES};
use crate::layout::lanes;
use crate::layout::line::{clipped, font, wrapped};
use crate::layout::timeline::Entry;
use crate::scene::{Font, Ink, Scene, Shape, Weight};

/// The name of a lane and how many of the events after each other it holds.
pub struct Lane {
    /// In lines that fit beside its rows.
    pub name: Vec<String>,
    /// False for "Place not told" and its like.
    pub told: bool,
    pub count: usize,
}

/// One page with the events in the order of `ordered`; none where they do not fit.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    let entries = ordered(story, entries);
    let parts = parted(story, &entries);
    let style = &story.style;
    let widest = parts.iter().map(|(name, _, _)| story.measure.width(name, name_font(style))).fold(0.0, f32::max);
    let most = ((style.width - 2.0 * style.margin) * 0.17).round();
    let room = widest.min(most).max(style.small * 3.0);
    let named = |(name, told, count): (String, bool, usize)| {
        let mut lines = wrapped(&name, name_font(style), room, story.measure);
        if lines.len() > count {
            let rest = lines.split_off(count.saturating_sub(1)).join(" ");
            lines.push(rest);
        }
        let name = lines.iter().map(|l| clipped(l, name_font(style), room, story.measure)).collect();
        Lane { name, told, count }
    };
    let lanes: Vec<Lane> = parts.into_iter().map(named).collect();
    let left = (style.margin + room + style.small).round();
    cascade::in_lanes(&Story { left, ..*story }, &entries, &lanes)
}

/// The events lane by lane: by the first event of each, what is not told last.
pub fn ordered<'a>(story: &Story, entries: &[&'a Entry]) -> Vec<&'a Entry> {
    let mut lane: Vec<(usize, usize)> = entries.iter().enumerate().map(|(at, e)| (place(story, e).0, at)).collect();
    lane.sort_unstable();
    lane.into_iter().filter_map(|(_, at)| entries.get(at).copied()).collect()
}

/// Names of lanes with the count of the events after each other that they hold.
fn parted(story: &Story, entries: &[&Entry]) -> Vec<(String, bool, usize)> {
    let mut parts: Vec<(String, bool, usize)> = Vec::new();
    for entry in entries {
        let (_, name, told) = place(story, entry);
        match parts.last_mut().filter(|(last, ..)| *last == name) {
            Some((_, _, count)) => *count += 1,
            None => parts.push((name, told, 1)),
        }
    }
    parts
}

/// The number and the name of an event's lane, and whether it is told.
fn place(story: &Story, entry: &Entry) -> (usize, String, bool) {
    // Where the events have no lanes of their own, places part them.
    let by = match story.options.lanes {
        Lanes::Auto if story.timeline.default_lanes == Lanes::None => Lanes::Place,
        Lanes::None => Lanes::Place,
        by => by,
    };
    let lanes = lanes::group(story.timeline, by, &STATUSES);
    let index = story.timeline.index_of(&entry.id);
    let found = lanes.iter().enumerate().find(|(_, lane)| index.is_some_and(|i| lane.members.contains(&i)));
    found.map_or((usize::MAX, "Others".to_owned(), false), |(at, lane)| (at, lane.name.clone(), lane.told))
}

fn name_font(style: &Style) -> Font {
    font(style.small, Weight::SemiBold)
}

impl Lane {
    /// The name from the middle of its first row on.
    pub fn draw(&self, story: &Story, x: f32, middle: f32, out: &mut Vec<Shape>) {
        let style = &story.style;
        let (weight, ink) = if self.told { (Weight::SemiBold, Ink::Ink) } else { (Weight::Regular, Ink::Ink3) };
        let mut y = (middle + 0.36 * style.small).round();
        for line in &self.name {
            out.push(story.run(line.clone(), style.small, weight, ink).at(x, y));
            y += (style.small * 1.3).round();
        }
    }
}
