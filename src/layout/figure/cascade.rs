//! A line for each event on one axis: mark, title, date, status, paragraph.

use super::axis::{self, Scale};
use super::page::{Story, signs};
use super::rows::is_lozenge;
use super::style::Style;
use crate::chronology::dates::{self, Style as DateStyle};
use crate::layout::line::{Line, Run, font, shortened};
use crate::layout::mark::{Form, Mark, form};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Scene, Shape, Weight};
use emath::Rect;

/// How many lines a page holds at the least pitch.
pub fn capacity(style: &Style) -> usize {
    let room = style.height - style.margin * 1.4 - style.title * 1.5 - style.subtitle * 3.2 - style.small * 6.5;
    (room / least(style)).floor().max(1.0) as usize
}

fn least(style: &Style) -> f32 {
    (style.line.0 * 1.62).round().max(15.0 * style.k)
}

/// One page with all events; none where they do not fit.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Option<Scene> {
    if entries.is_empty() || entries.len() > capacity(&story.style) {
        return None;
    }
    let style = &story.style;
    // The legend tells lozenges from lines, which the scale decides: a first page finds the scale.
    let body = story.page(entries, &[], false, (1, 1)).body;
    let range = range(story, entries, body.width())?;
    let mut scale = Scale::new(story, range, body.left(), body.right());
    let spans: Vec<Span> = entries.iter().filter_map(|e| e.span).collect();
    let used: Vec<_> = entries
        .iter()
        .zip(&spans)
        .flat_map(|(e, s)| {
            let (a, b) = scale.ends(story, s);
            signs(e, is_lozenge(b - a, style.k))
        })
        .collect();
    let mut page = story.page(entries, &used, false, (1, 1));
    let top = page.body.top() + axis::height(story) + 2.0;
    let lead = style.line.0 * 0.5;
    let pitch = ((page.body.bottom() - top - lead) / entries.len() as f32).min(style.line.0 * 2.6);
    if pitch < least(style) {
        return None;
    }
    let bottom = top + lead + pitch * entries.len() as f32;
    let mut content = Vec::new();
    for (index, (entry, span)) in entries.iter().zip(&spans).enumerate() {
        let y = (top + lead + pitch * (index as f32 + 0.45)).round();
        let mut shapes = Vec::new();
        draw(story, &scale, entry, span, y, pitch, &mut shapes)?;
        content.push(story.group(entry, shapes));
    }
    let mut shapes = Vec::new();
    axis::draw(story, &mut scale, page.body.top(), bottom, Ink::Ink, &mut shapes);
    let over = shapes.split_off(shapes.len().saturating_sub(if scale.line.is_some() { 2 } else { 0 }));
    let mut texts: Vec<Rect> = Vec::new();
    axis::texts(&content, &mut texts);
    shapes.extend(axis::grid(story, &scale, top, bottom, &texts, Ink::Grid));
    shapes.push(story.rule(page.body.left(), page.body.right(), bottom.round(), style.hair.max(2.0), Ink::Ink));
    shapes.extend(over);
    page.shapes.extend(shapes);
    page.shapes.append(&mut content);
    Some(story.scene(page))
}

fn range(story: &Story, entries: &[&Entry], width: f32) -> Option<(f64, f64)> {
    let spans = || entries.iter().filter_map(|e| e.span);
    let mut first = spans().map(|s| s.earliest).min()?;
    let mut last = spans().map(|s| s.latest).max()?;
    if let Some(line) = story.timeline.line() {
        // A publication long after all that is told would squeeze it.
        let length = (i64::from(last) - i64::from(first)).max(30);
        if i64::from(line) <= i64::from(last) + length / 2 && i64::from(line) >= i64::from(first) - length / 2 {
            first = first.min(line);
            last = last.max(line);
        }
    }
    let days = (f64::from(last) + 1.0 - f64::from(first)).max(2.0);
    let (from, to) = (f64::from(first) - days * 0.012, f64::from(last) + 1.0 + days * 0.012);
    // What lies ahead of the publication line is labelled right of its mark: the axis goes on for as long as that takes.
    let Some(line) = story.timeline.line() else { return Some((from, to)) };
    let width = f64::from(width);
    let k = f64::from(story.style.k);
    let mut scale = width / (to - from);
    for (entry, span) in entries.iter().filter_map(|e| Some((e, e.span?))).filter(|(_, s)| s.earliest >= line) {
        let title = f64::from(story.measure.width(&entry.title, font(story.style.line.0, Weight::SemiBold)));
        let rest = f64::from(story.style.line.1) * 12.0;
        scale = scale.min((width - title - rest - 24.0 * k) / (f64::from(span.latest) + 1.0 - from));
    }
    let scale = scale.max(width * 0.4 / (to - from));
    Some((from, from + width / scale))
}

/// The label of one event: title, date, status and attribution, paragraph.
fn label(story: &Story, scale: &Scale, entry: &Entry, span: &Span, title: &str, year: bool) -> Line {
    let (event, small) = story.style.line;
    let mut line = Line::of(Run::new(title, font(event, Weight::SemiBold), Story::title_ink(entry), story.measure));
    let style = DateStyle { weekday: false, year: year && scale.year };
    let mut date = dates::stretch(story.frame(), span.earliest, span.latest, span.approximate, span.grain, style);
    if let Some(words) = Story::words(entry) {
        date = format!("{date}, {words}");
    }
    line.push(story.run(date, small, Weight::Medium, Ink::Ink2).after(event * 0.6));
    if let Some(number) = entry.paragraph {
        line.push(story.run(format!("¶{number}"), story.style.small, Weight::Regular, Ink::Ink3).after(event * 0.5));
    }
    line
}

fn draw(story: &Story, scale: &Scale, entry: &Entry, span: &Span, y: f32, pitch: f32, out: &mut Vec<Shape>) -> Option<()> {
    let k = story.style.k;
    let size = story.style.line.0;
    let (a, b) = scale.ends(story, span);
    let ground = if scale.line.is_some_and(|line| a >= line) { Ink::Ahead } else { Ink::Paper };
    let crosses = scale.line.is_some_and(|line| a < line && line < b);
    let mut tone = story.tone(entry, ground);
    if crosses {
        tone.ground = None;
    }
    let core = span.core.map(|(x, y)| (scale.axis.to_x(x.into()), scale.axis.to_x(f64::from(y) + 1.0)));
    let form = form(span);
    let mark = Mark { form, status: entry.status, x: (a, b), core, approximate: span.approximate, open: [false; 2], y, k, tone };
    let whole = label(story, scale, entry, span, &entry.title, true);
    let shorter = label(story, scale, entry, span, &entry.title, false);
    for line in [whole, shorter] {
        if place(story, scale, mark, y, pitch, &line, out) {
            return Some(());
        }
    }
    // The title gives way last, by whole words.
    let rest = label(story, scale, entry, span, "", false).width();
    let (left, right) = (scale.axis.left, scale.axis.right);
    let before = scale.line.map_or(a, |line| if b <= line { a } else { a.min(line) }) - left;
    let after = right - scale.line.map_or(b, |line| if b <= line { right } else { b.max(line) });
    let room = before.max(after).max(if form == Form::Day { 0.0 } else { right - left }) - rest - 16.0 * k;
    let short = shortened(&entry.title, font(size, Weight::SemiBold), room, story.measure)?;
    place(story, scale, mark, y, pitch, &label(story, scale, entry, span, &short, false), out).then_some(())
}

/// Draws mark and label at the first of: right, left, in the line, above the mark.
fn place(story: &Story, scale: &Scale, mark: Mark, y: f32, pitch: f32, line: &Line, out: &mut Vec<Shape>) -> bool {
    let k = story.style.k;
    let size = story.style.line.0;
    let (left, right) = (scale.axis.left, scale.axis.right);
    let width = line.width();
    let clear = |from: f32, to: f32| from >= left && to <= right && scale.line.is_none_or(|x| to + 5.0 * k <= x || from - 5.0 * k >= x);
    let baseline = (y + 0.36 * size).round();
    let (a, b) = mark.x;
    for start in [b + 8.0 * k, a - 7.0 * k - width] {
        if clear(start, start + width) {
            mark.draw(out);
            line.clone().place(start, baseline, out);
            return true;
        }
    }
    if mark.form == Form::Order && b - a >= width + 70.0 * k {
        let start = (a + b - width) / 2.0;
        if clear(start, start + width) {
            Mark { x: (a, start - 6.0 * k), open: [false, true], ..mark }.draw(out);
            Mark { x: (start + width + 6.0 * k, b), open: [true, false], ..mark }.draw(out);
            line.clone().place(start, baseline, out);
            return true;
        }
    }
    // On its own line above the mark, both within the pitch.
    if size * 1.05 + 14.0 * k <= pitch {
        let starts =
            [a, b - width, scale.line.map_or(a, |x| x - 6.0 * k - width), scale.line.map_or(a, |x| x + 6.0 * k), left, right - width];
        for start in starts {
            if clear(start, start + width) && start <= b && start + width >= a {
                let lift = (pitch * 0.5 - size * 0.55).min(0.5 * size);
                line.clone().place(start, (y - lift + 0.36 * size * 0.4).round(), out);
                Mark { y: (y + pitch * 0.5 - 8.0 * k).round(), ..mark }.draw(out);
                return true;
            }
        }
    }
    false
}
