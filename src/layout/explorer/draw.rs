//! The lanes as shapes: names, marks and labels.

use super::cluster;
use super::grid::rule;
use super::header::fold_strokes;
use super::highlight::{ground_of, hit, ring, states};
use super::label::{Cut, State};
use super::place::{NUMBER_ABOVE, NUMBER_BESIDE, Side};
use super::rows::{Layout, NAME_LINE, Placed, PlacedLane, Row, heights, second_line};
use super::{Density, INSET, Part, PlacedEvent, Stage};
use crate::chronology::Status;
use crate::layout::dates;
use crate::layout::line::{Line, Run, baseline, clipped, font, wrapped};
use crate::layout::mark::{Form, Mark, Tone};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Group, Ink, Shape, Weight};
use emath::{Rect, pos2};

/// What a row of a density measures: from its top to the middles of title, mark and the lines beneath, and the height of its ground.
struct Middles {
    title: f32,
    mark: f32,
    time: f32,
    reason: Option<f32>,
    ground: (f32, f32),
}

impl Middles {
    /// Everything lower by `all`, and what is beneath the title by `beneath` more.
    fn lowered(self, all: f32, beneath: f32) -> Self {
        let by = all + beneath;
        Self {
            title: self.title + all,
            mark: self.mark + by,
            time: self.time + by,
            reason: self.reason.map(|y| y + by),
            ground: (self.ground.0 + all, self.ground.1 + by),
        }
    }
}

fn middles(density: Density, above: bool, row_above: bool) -> Middles {
    // Beside a mark with its title above, the others' titles stand on the same line.
    let shift = if !above && row_above { if density == Density::Comfortable { 3.0 } else { 1.0 } } else { 0.0 };
    match (density, above) {
        (Density::Comfortable, true) => Middles { title: 18.0, mark: 40.0, time: 58.0, reason: None, ground: (0.0, 75.0) },
        (Density::Comfortable, false) => {
            Middles { title: 15.0 + shift, mark: 15.0 + shift, time: 35.0 + shift, reason: Some(52.0 + shift), ground: (0.0, 68.0 + shift) }
        }
        (Density::Compact, true) => Middles { title: 12.0, mark: 31.0, time: 48.0, reason: None, ground: (0.0, 60.0) },
        (Density::Compact, false) => {
            Middles { title: 11.0 + shift, mark: 11.0 + shift, time: 29.0 + shift, reason: None, ground: (0.0, 40.0 + shift) }
        }
        (Density::Dense | Density::Strip, true) => Middles { title: 10.0, mark: 27.0, time: 10.0, reason: None, ground: (1.0, 38.0) },
        (Density::Dense | Density::Strip, false) => Middles { title: 12.0, mark: 12.0, time: 12.0, reason: None, ground: (1.0, 23.0) },
    }
}

/// All lanes that are seen, scrolled.
pub(super) fn lanes(stage: &Stage, layout: &Layout, seen: Rect, scroll: f32) -> Part {
    let mut part = Part::default();
    for lane in &layout.lanes {
        let top = seen.top() + lane.top - scroll;
        let bottom = top + lane.height;
        for row in &lane.rows {
            let y = seen.top() + row.top - scroll;
            if y >= seen.bottom() - 8.0 {
                part.below += row.events.len() + row.clusters.iter().map(|c| c.members.len()).sum::<usize>();
            }
            if y + row.height > seen.top() && y < seen.bottom() {
                for event in &row.events {
                    draw_event(stage, layout.density, row, event, y, seen, &mut part);
                }
                for cluster in &row.clusters {
                    let middle = y + middles(layout.density, false, row.above).title;
                    cluster::draw(stage, cluster, middle, seen, &mut part);
                }
            }
        }
        if bottom > seen.top() && top < seen.bottom() {
            name(stage, lane, layout.density, top, &mut part);
        }
        if stage.named && bottom > seen.top() && bottom <= seen.bottom() {
            part.shapes.push(rule(0.0, stage.size.x, bottom - 0.5, Ink::Hair));
        }
    }
    part
}

fn name(stage: &Stage, lane: &PlacedLane, density: Density, top: f32, part: &mut Part) {
    if !stage.named {
        return;
    }
    let padding = heights(density).padding;
    if !stage.gutter {
        let at = font(11.0, if lane.told { Weight::SemiBold } else { Weight::Regular });
        // On the side of the publication line that leaves the name more room.
        let right = stage.size.x - INSET;
        let (left, right) = match stage.line_seen() {
            Some(line) if line - INSET >= (right - line).min(80.0) => (INSET, line - 8.0),
            Some(line) => ((line + 8.0).max(INSET), right),
            None => (INSET, right),
        };
        let text = clipped(&lane.name, at, right - left, stage.measure);
        part.shapes.push(Run::new(text, at, Ink::Ink2, stage.measure).at(left, baseline(top + padding + NAME_LINE / 2.0 - 1.0, 11.0)));
        return;
    }
    let (at, ink) = if lane.told { (font(12.0, Weight::SemiBold), Ink::Ink) } else { (font(12.0, Weight::Regular), Ink::Ink3) };
    let small = font(11.0, Weight::Regular);
    let middle = top
        + padding
        + match density {
            Density::Comfortable => 18.0 - if lane.rows.first().is_some_and(|r| r.above) { 0.0 } else { 3.0 },
            Density::Compact => 12.0,
            Density::Dense | Density::Strip => 12.0,
        };
    let room = stage.name_room();
    let mut y = baseline(middle, 12.0);
    if density >= Density::Dense {
        let count = Run::new(lane.count.to_string(), small, Ink::Ink3, stage.measure).after(6.0);
        let mut line = Line::of(Run::new(clipped(&lane.name, at, room, stage.measure), at, ink, stage.measure));
        if line.width() + count.width + 6.0 <= room {
            line.push(count);
        }
        line.place(16.0, y, &mut part.shapes);
        return;
    }
    let mut names = wrapped(&lane.name, at, room, stage.measure);
    if names.len() > 2 {
        let rest = names.split_off(1).join(" ");
        names.push(rest);
    }
    for text in names {
        part.shapes.push(Run::new(clipped(&text, at, room, stage.measure), at, ink, stage.measure).at(16.0, y));
        y += 16.0;
    }
    if lane.count > 1 && lane.height > 60.0 {
        part.shapes.push(Run::new(format!("{} events", lane.count), small, Ink::Ink3, stage.measure).at(16.0, y));
    }
}

/// The inks of an event's mark.
pub(super) fn tone(stage: &Stage, status: Status, state: State, mark: (f32, f32)) -> Tone {
    let ink = match () {
        () if state.selected => Ink::Accent,
        () if state.dimmed() || status == Status::CalledOff => Ink::Ink3,
        () => Ink::Ink,
    };
    let span = match () {
        () if state.selected => Ink::AccentSpan,
        () if state.dimmed() => Ink::Tint,
        () => Ink::Span,
    };
    let ground = match (state.selected, state.hovered, stage.line) {
        (true, ..) => Some(Ink::AccentSoft),
        (_, true, _) => Some(Ink::Tint),
        (.., Some(line)) if mark.0 >= line => Some(Ink::Ahead),
        (.., Some(line)) if mark.1 > line => None,
        _ => Some(Ink::Paper),
    };
    Tone { ink, span, ground }
}

fn draw_event(stage: &Stage, density: Density, row: &Row, event: &Placed, y: f32, seen: Rect, part: &mut Part) {
    let above = event.choice.side == Side::Above;
    let at = middles(density, above, row.above);
    let line = second_line(density);
    let at = match (above, event.choice.halved()) {
        (true, true) => at.lowered(0.0, line),
        // Beside a title of two lines one of a single line stands on the lower.
        (true, false) if row.second => at.lowered(line, 0.0),
        (false, true) => Middles { mark: at.mark, ..at.lowered(0.0, line) },
        _ => at,
    };
    let mut shapes = Vec::new();
    let view = (stage.left, stage.size.x);
    let open = [event.mark.0 < view.0, event.mark.1 > view.1];
    let core = event.span.core.map(|(a, b)| (stage.axis.to_x(a.into()).round(), stage.axis.to_x(f64::from(b) + 1.0).round()));
    let mark = Mark {
        form: event.form,
        status: event.entry.status,
        x: if event.form == Form::Day { event.mark } else { (event.mark.0.max(view.0), event.mark.1.min(view.1)) },
        core: core.filter(|_| event.form == Form::Bounds),
        approximate: event.span.approximate,
        open: if event.form == Form::Day { [false; 2] } else { open },
        y: y + at.mark,
        k: 1.0,
        tone: tone(stage, event.entry.status, event.state, event.mark),
    };
    let hull = event.choice.hull;
    let ground = ground_of(stage, density, (hull.0.max(view.0), hull.1.min(view.1)), (y + at.ground.0, y + at.ground.1));
    states(event.state, ground, &mut shapes);
    for (_, (a, b)) in stage.folds.iter().filter(|(_, (a, b))| event.mark.0 < *a && *b < event.mark.1) {
        shapes.extend(fold_strokes(f32::midpoint(*a, *b).round(), y + at.mark, mark.tone.ink));
    }
    if event.choice.side == Side::Inline {
        inline(stage, event, density, mark, y + at.mark, &mut shapes);
    } else {
        mark.draw(&mut shapes);
        words(stage, event, density, &mark, &at, y, &mut shapes);
    }
    if event.state.focused {
        shapes.push(ring(ground));
    }
    part.shapes.push(Shape::Group(Group { event: Some(event.entry.id.clone()), title: None, shapes }));
    let block = Rect::from_min_max(pos2(hull.0.max(view.0), ground.top()), pos2(hull.1.min(view.1), ground.bottom())).intersect(seen);
    if block.is_positive() {
        let name = spoken(stage, event.entry, &event.span);
        part.events.push(PlacedEvent { id: event.entry.id.clone(), block, mark: mark.rect().intersect(seen), name });
    }
}

/// A mark known only by order with its label in its line: the dashes stop 8 before the words.
fn inline(stage: &Stage, event: &Placed, density: Density, mark: Mark, y: f32, shapes: &mut Vec<Shape>) {
    let write = event.writer(stage, density);
    let title = write.title(&event.title().join(" "));
    let mut line = Line::of(title.clone());
    for (index, run) in write.time(event.choice.cut).runs.into_iter().enumerate() {
        line.push(if index == 0 { run.after(8.0) } else { run });
    }
    let (from, to) = (event.choice.title_x - 8.0, event.choice.title_x + line.width() + 8.0);
    Mark { x: (mark.x.0, from), open: [mark.open[0], true], ..mark }.draw(shapes);
    Mark { x: (to, mark.x.1), open: [true, mark.open[1]], ..mark }.draw(shapes);
    hit(stage, event.state, &title, event.choice.title_x, y, shapes);
    line.place(event.choice.title_x, baseline(y, 12.0), shapes);
}

fn words(stage: &Stage, event: &Placed, density: Density, mark: &Mark, at: &Middles, y: f32, shapes: &mut Vec<Shape>) {
    let choice = &event.choice;
    if choice.side == Side::Bare {
        return;
    }
    let write = event.writer(stage, density);
    let lines: Vec<Run> = event.title().iter().map(|text| write.title(text)).collect();
    let size = write.fonts().title.size;
    let x = choice.title_x;
    let end = x + lines.iter().map(|l| l.width).fold(0.0, f32::max);
    // What hangs left of its mark ends before it, line by line.
    let start_of = |width: f32| if choice.side == Side::Left && density < Density::Dense { end - width } else { x };
    let mut number = write.number();
    if !number.is_empty() {
        let gap = if choice.side == Side::Above { NUMBER_ABOVE } else { NUMBER_BESIDE };
        if choice.side != Side::Above {
            number.runs.extend(write.check().map(|r| r.after(NUMBER_BESIDE)));
        }
        let width = number.width();
        let x = start_of(lines.first().map_or(0.0, |l| l.width));
        number.place(x - gap - width, baseline(y + at.title, size), shapes);
    }
    let last = lines.len().saturating_sub(1);
    for (index, run) in lines.into_iter().enumerate() {
        let middle = y + at.title + index as f32 * second_line(density);
        let x = start_of(run.width);
        hit(stage, event.state, &run, x, middle, shapes);
        let mut line = Line::of(run);
        if index == last {
            let more = match (density, choice.side) {
                (Density::Dense | Density::Strip, _) => write.time(choice.cut).runs,
                (_, Side::Above) if choice.cut < Cut::AllButTitle => write.after_title(choice.words_beneath),
                _ => Vec::new(),
            };
            line.runs.extend(more.into_iter().enumerate().map(|(i, run)| if i == 0 { run.after(8.0) } else { run }));
        }
        line.place(x, baseline(middle, size), shapes);
    }
    match (density, choice.side) {
        (Density::Dense | Density::Strip, _) => {}
        (_, Side::Above) => beneath(stage, event, &write, mark, baseline(y + at.time, 12.0), shapes),
        _ => {
            let start = |line: &Line| start_of(line.width());
            let time = write.time(choice.cut);
            let time_x = start(&time);
            time.place(time_x, baseline(y + at.time, 12.0), shapes);
            let reason = write.reason();
            let fits = start(&reason) >= choice.hull.0 - 0.5 && start(&reason) + reason.width() <= choice.hull.1 + 0.5;
            if let Some(middle) = at.reason.filter(|_| fits) {
                let reason_x = start(&reason);
                reason.place(reason_x, baseline(y + middle, 12.0), shapes);
            }
        }
    }
}

/// Under a wide mark: the dates under their own ends and the reason between them, or one line where the ends are soft, off the
/// view, or too close.
fn beneath(stage: &Stage, event: &Placed, write: &super::label::Writer, mark: &Mark, y: f32, shapes: &mut Vec<Shape>) {
    let (low, high) = (event.choice.hull.0, event.choice.hull.1);
    let clear = |a: f32, b: f32| [stage.line, stage.today].into_iter().flatten().all(|line| b + 8.0 <= line || a - 8.0 >= line);
    let choice = &event.choice;
    if write.said().is_none() {
        let [left, right] = write.ends(choice.cut, mark.open);
        let from = mark.x.0.max(stage.axis.left.min(low + 2.0)).max(if mark.open[0] { stage.axis.left } else { f32::MIN });
        let to = mark.x.1.min(stage.size.x - INSET);
        // What ends before the line ends 10 before it, its date too.
        let to = stage.line.map_or(to, |line| if to <= line { to.min(line - 9.0) } else { to });
        let (left_end, right_start) = (from + left.width, to - right.width);
        if left_end + 12.0 <= right_start && clear(from, left_end) && clear(right_start, to) {
            shapes.push(left.at(from, y));
            shapes.push(right.at(right_start, y));
            let middle = (left_end + right_start) / 2.0;
            for line in between(write, choice.words_beneath) {
                let (a, b) = (middle - line.width() / 2.0, middle + line.width() / 2.0);
                if a - left_end >= 12.0 && clear(a, b) {
                    line.place(a, y, shapes);
                    break;
                }
            }
            return;
        }
    }
    for cut in [choice.cut, Cut::Year] {
        let mut time = if write.said().is_some() { write.time(cut) } else { undecorated(write, cut) };
        let width = time.width();
        // Beneath the mark, even where the title begins before it.
        let x = choice.title_x.max(mark.x.0.min(high - width));
        if x + width > high.max(x) + 0.5 || !clear(x, x + width) {
            continue;
        }
        let reason = write.reason();
        let gap = 8.0;
        if x + width + gap + reason.width() <= high + 0.5 && clear(x, x + width + gap + reason.width()) {
            for run in reason.runs {
                time.push(run.after(gap));
            }
        }
        time.place(x, y, shapes);
        return;
    }
}

/// What may stand between the two dates under a wide mark, the fuller first: status and attribution, and the reason.
fn between(write: &super::label::Writer, words: bool) -> Vec<Line> {
    let words = if words { write.words_run() } else { None };
    let reason = write.reason();
    match words {
        None => vec![reason],
        Some(words) => {
            let mut whole = Line::of(words.clone());
            for run in reason.runs {
                let gap = if run.text.starts_with('¶') { 6.0 } else { 0.0 };
                if gap == 0.0 {
                    whole.push(Run { text: ", ".to_owned(), width: write.measure.width(", ", words.font), gap: 0.0, ..words.clone() });
                }
                whole.push(run.after(gap));
            }
            vec![whole, Line::of(words)]
        }
    }
}

/// The time without the status words, which stand after the title of a wide mark.
fn undecorated(write: &super::label::Writer, cut: Cut) -> Line {
    let mut line = write.time(cut);
    if write.words().is_some() {
        line.runs.pop();
    }
    line
}

/// What a screen reader says: title, number, status, time, place.
pub(super) fn spoken(stage: &Stage, entry: &Entry, span: &Span) -> String {
    spoken_of(stage, entry, &dates::spoken(stage.frame, span.earliest, span.latest, span.approximate, span.grain))
}

pub(super) fn spoken_of(stage: &Stage, entry: &Entry, time: &str) -> String {
    let status = entry.status_word.as_deref().unwrap_or("happened");
    let mut name = format!("{}. Event {} of {}, {status}, {time}", entry.title, entry.number, stage.timeline.total);
    for more in entry.attribution.iter().chain(&entry.place) {
        name.push_str(", ");
        name.push_str(more);
    }
    name
}
