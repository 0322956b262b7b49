//! The lanes as shapes: names, states, marks, labels, and the grid that stops at labels.

use super::label::State;
use super::place::{NUMBER_ABOVE, NUMBER_BESIDE, Side};
use super::rows::{Layout, NAME_LINE, Placed, PlacedLane, Row, heights, writer};
use super::{Density, INSET, Part, PlacedEvent, Stage};
use crate::chronology::Status;
use crate::layout::dates;
use crate::layout::line::{Line, Run, baseline, clipped, font, wrapped};
use crate::layout::mark::{Form, Mark, Tone};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Group, Ink, Shape, Stroke, Weight};
use emath::{Pos2, Rect, pos2};

/// What a row of a density measures: from its top to the middles of title, mark and the lines beneath, and the height of its ground.
struct Middles {
    title: f32,
    mark: f32,
    time: f32,
    reason: Option<f32>,
    ground: (f32, f32),
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
                part.below += row.events.len();
            }
            if y + row.height > seen.top() && y < seen.bottom() {
                for event in &row.events {
                    draw_event(stage, layout.density, row, event, y, seen, &mut part);
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

pub(super) fn rule(from: f32, to: f32, y: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(from, y), to: pos2(to, y), stroke: Stroke { width: 1.0, ink, dash: None } }
}

fn name(stage: &Stage, lane: &PlacedLane, density: Density, top: f32, part: &mut Part) {
    if !stage.named {
        return;
    }
    let padding = heights(density).padding;
    if !stage.gutter {
        let at = font(11.0, if lane.told { Weight::SemiBold } else { Weight::Regular });
        let text = clipped(&lane.name, at, stage.size.x - 2.0 * INSET, stage.measure);
        part.shapes.push(Run::new(text, at, Ink::Ink2, stage.measure).at(INSET, baseline(top + padding + NAME_LINE / 2.0 - 1.0, 11.0)));
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
    if event.choice.side == Side::Inline {
        inline(stage, event, density, mark, y + at.mark, &mut shapes);
    } else {
        mark.draw(&mut shapes);
        words(stage, event, density, &mark, &at, y, &mut shapes);
    }
    if event.state.focused {
        shapes.push(ring(ground));
    }
    let name = spoken(stage, event.entry, &event.span);
    part.shapes.push(Shape::Group(Group { event: Some(event.entry.id.clone()), title: Some(name.clone()), shapes }));
    let block = Rect::from_min_max(pos2(hull.0.max(view.0), ground.top()), pos2(hull.1.min(view.1), ground.bottom())).intersect(seen);
    if block.is_positive() {
        part.events.push(PlacedEvent { id: event.entry.id.clone(), block, mark: mark.rect().intersect(seen), name });
    }
}

/// The ground of a selected or hovered block: 12 beyond mark and label, kept to its side of the publication line.
fn ground_of(stage: &Stage, density: Density, hull: (f32, f32), (top, bottom): (f32, f32)) -> Rect {
    let beyond = if density >= Density::Dense { 7.0 } else { 12.0 };
    let (mut a, mut b) = ((hull.0 - beyond).max(stage.left + 2.0), (hull.1 + beyond).min(stage.size.x));
    if let Some(line) = stage.line {
        if hull.0 >= line {
            a = a.max(line + 0.5);
        } else if hull.1 <= line {
            b = b.min(line - 0.5);
        }
    }
    Rect::from_min_max(pos2(a.round(), top), pos2(b.round(), bottom))
}

pub(super) fn states(state: State, ground: Rect, shapes: &mut Vec<Shape>) {
    let fill = |rect, ink| Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 };
    if state.selected {
        shapes.push(fill(ground, Ink::AccentSoft));
        shapes.push(fill(Rect::from_min_max(pos2(ground.left() - 2.0, ground.top()), ground.left_bottom()), Ink::Accent));
    } else if state.hovered {
        shapes.push(fill(ground, Ink::Tint));
    }
}

/// The focus ring: 2 wide, 2 clear, corners of radius 4.
pub(super) fn ring(around: Rect) -> Shape {
    let rect = around.expand(3.0);
    let radius = 4.0;
    let mut points = Vec::new();
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -90.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    for (center, from) in corners {
        for step in 0..=4 {
            let angle = (from + 22.5 * step as f32).to_radians();
            points.push(pos2(center.x + radius * angle.cos(), center.y + radius * angle.sin()));
        }
    }
    Shape::Polyline { points, closed: true, fill: None, stroke: Some(Stroke { width: 2.0, ink: Ink::Accent, dash: None }) }
}

/// A mark known only by order with its label in its line: the dashes stop 8 before the words.
fn inline(stage: &Stage, event: &Placed, density: Density, mark: Mark, y: f32, shapes: &mut Vec<Shape>) {
    let write = writer(stage, event.index, event.entry, event.span, event.state, density);
    let mut line = Line::of(write.title(event.title()));
    for (index, run) in write.time(event.choice.cut).runs.into_iter().enumerate() {
        line.push(if index == 0 { run.after(8.0) } else { run });
    }
    let (from, to) = (event.choice.title_x - 8.0, event.choice.title_x + line.width() + 8.0);
    Mark { x: (mark.x.0, from), open: [mark.open[0], true], ..mark }.draw(shapes);
    Mark { x: (to, mark.x.1), open: [true, mark.open[1]], ..mark }.draw(shapes);
    hit(stage, event.state, &write.title(event.title()), event.choice.title_x, y, shapes);
    line.place(event.choice.title_x, baseline(y, 12.0), shapes);
}

fn words(stage: &Stage, event: &Placed, density: Density, mark: &Mark, at: &Middles, y: f32, shapes: &mut Vec<Shape>) {
    let choice = &event.choice;
    if choice.side == Side::Bare {
        return;
    }
    let write = writer(stage, event.index, event.entry, event.span, event.state, density);
    let title = write.title(event.title());
    let size = title.font.size;
    let x = choice.title_x;
    let mut number = write.number();
    if !number.is_empty() {
        let gap = if choice.side == Side::Above { NUMBER_ABOVE } else { NUMBER_BESIDE };
        if choice.side != Side::Above {
            number.runs.extend(write.check().map(|r| r.after(NUMBER_BESIDE)));
        }
        let width = number.width();
        number.place(x - gap - width, baseline(y + at.title, size), shapes);
    }
    hit(stage, event.state, &title, x, y + at.title, shapes);
    let mut first = Line::of(title);
    match (density, choice.side) {
        (Density::Dense | Density::Strip, _) => {
            for (index, run) in write.time(choice.cut).runs.into_iter().enumerate() {
                first.push(if index == 0 { run.after(8.0) } else { run });
            }
            first.place(x, baseline(y + at.title, size), shapes);
        }
        (_, Side::Above) => {
            first.runs.extend(write.after_title(choice.words_beneath));
            first.place(x, baseline(y + at.title, size), shapes);
            beneath(stage, event, &write, mark, baseline(y + at.time, 12.0), shapes);
        }
        _ => {
            let end = x + first.width();
            let start = |line: &Line| if choice.side == Side::Left { end - line.width() } else { x };
            first.place(x, baseline(y + at.title, size), shapes);
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
    let x = choice.title_x;
    for cut in [choice.cut, super::label::Cut::Year] {
        let mut time = if write.said().is_some() { write.time(cut) } else { undecorated(write, cut) };
        let width = time.width();
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
fn undecorated(write: &super::label::Writer, cut: super::label::Cut) -> Line {
    let mut line = write.time(cut);
    if write.words().is_some() {
        line.runs.pop();
    }
    line
}

/// Marks what a search found: its words in the title, or a line under a title found by other words.
pub(super) fn hit(stage: &Stage, state: State, title: &Run, x: f32, middle: f32, shapes: &mut Vec<Shape>) {
    if state.hit != Some(true) {
        return;
    }
    let y = baseline(middle, title.font.size);
    let fill = |rect, ink| Shape::Rect { rect, fill: Some(ink), stroke: None, opacity: 1.0 };
    match found(&title.text, stage.view.query) {
        Some((from, to)) => {
            let before = stage.measure.width(title.text.get(..from).unwrap_or(""), title.font);
            let after = stage.measure.width(title.text.get(..to).unwrap_or(""), title.font);
            let (rise, fall) = (title.font.size - 1.0, 4.0);
            shapes.push(fill(Rect::from_min_max(pos2(x + before - 1.0, y - rise), pos2(x + after + 1.0, y + fall)), Ink::Hit));
        }
        None => shapes.push(fill(Rect::from_min_max(pos2(x, y + 3.0), pos2(x + title.width, y + 4.0)), Ink::HitLine)),
    }
}

/// Where a query's words stand in a text, without regard to case.
fn found(text: &str, query: &str) -> Option<(usize, usize)> {
    let query = query.trim();
    if query.is_empty() {
        return None;
    }
    text.char_indices().map(|(i, _)| i).find_map(|from| {
        let mut rest = text.get(from..)?.char_indices();
        let mut end = from;
        for wanted in query.chars() {
            let (at, got) = rest.next()?;
            if !got.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            end = from + at + got.len_utf8();
        }
        Some((from, end))
    })
}

/// What a screen reader says: title, number, status, time, place.
pub(super) fn spoken(stage: &Stage, entry: &Entry, span: &Span) -> String {
    spoken_of(stage, entry, &dates::spoken(stage.frame, span.earliest, span.latest, span.approximate, span.grain))
}

pub(super) fn spoken_of(stage: &Stage, entry: &Entry, time: &str) -> String {
    let status = entry.status_word.as_deref().unwrap_or("happened");
    let mut name = format!("{}. Event {} of {}, {status}, {time}", entry.title, entry.number, stage.timeline.len());
    for more in entry.attribution.iter().chain(&entry.place) {
        name.push_str(", ");
        name.push_str(more);
    }
    name
}

/// The grid in the lanes: it stops 7 above and below any text and is left out of gaps under 26.
pub(super) fn grid(stage: &Stage, seen: Rect, content: &[Shape]) -> Vec<Shape> {
    let mut texts = Vec::new();
    clear_rects(content, &mut texts);
    let strong = stage.ticks.upper.iter().map(|t| (t.x, Ink::GridStrong));
    let weak = stage.ticks.lower.iter().map(|t| (t.x, Ink::Grid));
    let mut drawn: Vec<f32> = Vec::new();
    let mut shapes = Vec::new();
    for (x, ink) in strong.chain(weak) {
        let x = x.round() + 0.5;
        let near_line = stage.line.is_some_and(|line| (line - x).abs() < 3.0);
        if x < stage.axis.left || x > stage.size.x || near_line || drawn.iter().any(|d| (d - x).abs() < 1.5) {
            continue;
        }
        drawn.push(x);
        shapes.extend(between_texts(x, (seen.top(), seen.bottom()), &texts, 4.0).into_iter().map(|(a, b)| upright(x, a, b, ink)));
    }
    shapes
}

/// The pieces of an upright line from one height to another that keep off texts; gaps under 26 between texts stay blank.
fn between_texts(x: f32, (from, to): (f32, f32), texts: &[Rect], clear: f32) -> Vec<(f32, f32)> {
    let mut blocked: Vec<(f32, f32)> =
        texts.iter().filter(|r| r.left() - clear <= x && x <= r.right() + clear).map(|r| (r.top(), r.bottom())).collect();
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut pieces = Vec::new();
    let mut y = from;
    for (top, bottom) in blocked {
        if top.min(to) - y >= if y <= from { 8.0 } else { 26.0 } {
            pieces.push((y, top.min(to)));
        }
        y = y.max(bottom);
    }
    if to - y >= 8.0 {
        pieces.push((y, to));
    }
    pieces
}

/// As `between_texts`, for the texts among shapes.
pub(super) fn gaps(x: f32, reach: (f32, f32), written: &[Shape], clear: f32) -> Vec<(f32, f32)> {
    let mut texts = Vec::new();
    clear_rects(written, &mut texts);
    between_texts(x, reach, &texts, clear)
}

pub(super) fn upright(x: f32, from: f32, to: f32, ink: Ink) -> Shape {
    Shape::Line { from: pos2(x, from), to: pos2(x, to), stroke: Stroke { width: 1.0, ink, dash: None } }
}

/// The rectangles of texts with 7 above and below, from the height of capitals to the depth of descenders.
fn clear_rects(shapes: &[Shape], out: &mut Vec<Rect>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => {
                let Pos2 { x, y } = text.at;
                let size = text.font.size;
                out.push(Rect::from_min_max(
                    pos2(x, (y - 0.727 * size - 7.0).round()),
                    pos2(x + text.width, (y + 0.24 * size + 7.0).round()),
                ));
            }
            Shape::Group(group) => clear_rects(&group.shapes, out),
            _ => {}
        }
    }
}
