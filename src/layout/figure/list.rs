//! A line for each event without an axis: dates right-aligned at a spine of upright marks, gaps of two days or more written between.

use super::page::{Page, Story, signs};
use crate::chronology::dates::{self, Style as DateStyle, length_in};
use crate::layout::line::{Run, clipped, font, wrapped};
use crate::layout::mark::{Form, Mark, extent, form, upright};
use crate::layout::timeline::{Entry, Span};
use crate::scene::{Ink, Scene, Shape, Stroke, Weight};
use emath::pos2;

/// A line of the list: an event, or the gap before one.
enum Item<'a> {
    Event(&'a Entry, Span, Words),
    Gap(String),
}

/// What is written of an event: its title in lines, its status and attribution after the last of them or in lines beneath.
struct Words {
    title: Vec<String>,
    after: Option<String>,
    beneath: Vec<String>,
}

impl Words {
    fn lines(&self) -> usize {
        self.title.len() + self.beneath.len()
    }
}

/// As many pages as the events need, none cut.
pub fn lay_out(story: &Story, entries: &[&Entry]) -> Vec<Scene> {
    let used: Vec<_> = entries.iter().flat_map(|e| signs(e, true)).collect();
    let body = Story { page: (88, 88), ..*story }.page(entries, &used, true).body;
    let (size, _) = story.style.line;
    let spine = spine(story, entries, body.left());
    let text_x = spine + (22.0 * story.style.k).round();
    let room = body.right() - text_x - story.run("¶888", story.style.small, Weight::Regular, Ink::Ink3).width - size;
    let items = items(story, entries, room);
    let pitch = (size * 1.78).round();
    let height = |item: &Item| match item {
        Item::Event(_, _, words) => pitch + (words.lines() as f32 - 1.0) * (size * 1.25).round(),
        Item::Gap(_) => (pitch * 0.58).round(),
    };
    let mut pages: Vec<Vec<Item>> = Vec::new();
    let mut y = f32::INFINITY;
    for item in items {
        let needed = height(&item);
        if y + needed > body.bottom() - size * 0.3 {
            pages.push(Vec::new());
            y = body.top() + size * 0.6;
        }
        y += needed;
        if let Some(page) = pages.last_mut() {
            page.push(item);
        }
    }
    let count = pages.len();
    pages
        .into_iter()
        .enumerate()
        .map(|(index, items)| {
            let mut page = Story { page: (index + 1, count), ..*story }.page(entries, &used, true);
            draw(story, &mut page, items, spine, text_x, &height);
            story.scene(page)
        })
        .collect()
}

/// Where the spine stands: right of the widest date.
fn spine(story: &Story, entries: &[&Entry], left: f32) -> f32 {
    let widest = entries.iter().filter_map(|e| e.span).map(|s| date(story, &s, true).width).fold(0.0, f32::max);
    (left + widest + 15.0 * story.style.k).round()
}

fn date(story: &Story, span: &Span, year: bool) -> Run {
    let style = DateStyle { year, ..story.date_style() };
    let text = dates::stretch(story.frame(), span.earliest, span.latest, span.approximate, span.grain, style);
    story.run(text, story.style.line.1, Weight::Medium, Ink::Ink)
}

fn items<'a>(story: &Story, entries: &[&'a Entry], room: f32) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut end: Option<(i32, i32)> = None;
    for entry in entries {
        let Some(span) = entry.span else { continue };
        // What only the order places leaves gaps untold.
        let dated = form(&span) != Form::Order;
        if let Some((earliest, latest)) = end.filter(|_| dated) {
            let (least, most) = (i64::from(span.earliest) - i64::from(latest) - 1, i64::from(span.latest) - i64::from(earliest) - 1);
            if least >= 2 {
                let length = |days| length_in(days, story.options.language);
                let text = if length(least) == length(most) || most > least * 8 {
                    length(least)
                } else {
                    format!("{}{}{}", length(least), story.options.language.to(), length(most))
                };
                items.push(Item::Gap(text));
            }
        }
        if dated {
            let (a, b) = end.unwrap_or((span.earliest, span.latest));
            end = Some((a.max(span.earliest), b.max(span.latest)));
        }
        items.push(Item::Event(entry, span, words(story, entry, room)));
    }
    items
}

/// The title whole, in as many lines as it takes.
fn words(story: &Story, entry: &Entry, room: f32) -> Words {
    let (at, small) = (font(story.style.line.0, Weight::SemiBold), font(story.style.line.1, Weight::Regular));
    let within = |text: &str, at, room| -> Vec<String> {
        wrapped(text, at, room, story.measure).iter().map(|l| clipped(l, at, room, story.measure)).collect()
    };
    let title = within(&entry.title, at, room);
    let Some(words) = entry.remarks() else { return Words { title, after: None, beneath: Vec::new() } };
    let width = story.measure.width(&words, small) + story.style.line.0 * 0.6;
    let ends = |lines: &[String]| lines.last().is_some_and(|l| story.measure.width(l, at) + width <= room);
    if ends(&title) {
        return Words { title, after: Some(words), beneath: Vec::new() };
    }
    // A title that leaves them their room on its last line, or a line for themselves.
    let narrower = within(&entry.title, at, (room - width).max(room * 0.6));
    if narrower.len() <= title.len() + 1 && ends(&narrower) {
        return Words { title: narrower, after: Some(words), beneath: Vec::new() };
    }
    Words { title, after: None, beneath: within(&words, small, room) }
}

fn draw(story: &Story, page: &mut Page, items: Vec<Item>, spine: f32, text_x: f32, height: &dyn Fn(&Item) -> f32) {
    let style = &story.style;
    let k = style.k;
    let (size, _) = style.line;
    let (left, right) = (page.body.left(), page.body.right());
    page.shapes.push(story.rule(left, right, page.body.top(), style.hair.max(2.0), Ink::Ink));
    let mut y = page.body.top() + size * 0.6;
    let mut year = None;
    let mut marks: Vec<(f32, f32)> = Vec::new();
    for item in items {
        let tall = height(&item);
        match item {
            Item::Gap(text) => {
                let middle = (y + tall * 0.3).round();
                let run = story.run(text, style.small, Weight::Regular, Ink::Ink3);
                let from = text_x + run.width + 8.0 * k;
                page.shapes.push(run.at(text_x, middle + (0.36 * style.small).round()));
                if from < right - 34.0 * k {
                    page.shapes.push(story.rule(from, right - 34.0 * k, middle, 1.0, Ink::Hair));
                }
                for shift in [-2.0 * k, 2.0 * k] {
                    let stroke = Stroke { width: 1.05 * k, ink: Ink::Ink2, dash: None };
                    page.shapes.push(Shape::Line {
                        from: pos2(spine - 3.5 * k, middle + shift + 1.8 * k),
                        to: pos2(spine + 3.5 * k, middle + shift - 1.8 * k),
                        stroke,
                    });
                }
                marks.push((middle - 5.0 * k, middle + 5.0 * k));
            }
            Item::Event(entry, span, words) => {
                let middle = (y + (size * 1.78) / 2.0).round();
                let mut shapes = Vec::new();
                // The year is told once, and again where it turns.
                let this = dates::date(span.latest).map(|d| chrono::Datelike::year(&d));
                let run = date(story, &span, year != this);
                year = this;
                let date_x = spine - 15.0 * k - run.width;
                shapes.push(run.at(date_x, (middle + 0.36 * style.line.1).round()));
                marks.push(stand(story, entry, &span, spine, middle, &mut shapes));
                let baseline = (middle + 0.36 * size).round();
                let pitch = (size * 1.25).round();
                let mut line = baseline;
                let mut end = text_x;
                for text in words.title {
                    let run = story.run(text, size, Weight::SemiBold, Story::title_ink(entry));
                    end = text_x + run.width;
                    shapes.push(run.at(text_x, line));
                    line += pitch;
                }
                let status = |text| story.run(text, style.line.1, Weight::Regular, Ink::Ink2);
                shapes.extend(words.after.map(|w| status(w).at(end + size * 0.6, line - pitch)));
                for text in words.beneath {
                    shapes.push(status(text).at(text_x, line));
                    line += pitch;
                }
                if let Some(number) = entry.paragraph {
                    let run = story.run(format!("¶{number}"), style.small, Weight::Regular, Ink::Ink3);
                    let x = right - run.width;
                    shapes.push(run.at(x, (middle + 0.36 * style.small).round()));
                }
                page.shapes.push(story.group(entry, shapes));
            }
        }
        y += tall;
    }
    for pair in marks.windows(2) {
        let [(_, from), (to, _)] = pair else { continue };
        if to - from > 4.0 * k {
            page.shapes.push(super::axis::upright(spine, from + 1.5 * k, to - 1.5 * k, style.hair.max(2.0), Ink::Rule));
        }
    }
    page.shapes.push(story.rule(left, right, page.body.bottom(), style.hair.max(2.0), Ink::Ink));
}

/// An upright mark on the spine; gives its top and bottom.
fn stand(story: &Story, entry: &Entry, span: &Span, x: f32, y: f32, out: &mut Vec<Shape>) -> (f32, f32) {
    let k = story.style.k;
    let form = form(span);
    let half = if form == Form::Day { 5.0 } else { 7.0 } * k;
    let ends = extent(form, (x - half, x + half), k);
    let mark = Mark {
        form,
        status: entry.status,
        x: ends,
        core: None,
        approximate: span.approximate,
        open: [false; 2],
        y,
        k,
        tone: story.tone(entry, Ink::Paper),
    };
    let mut shapes = Vec::new();
    mark.draw(&mut shapes);
    upright(&mut shapes, pos2(x, y));
    out.append(&mut shapes);
    (y - half, y + half)
}
