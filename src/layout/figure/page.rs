//! What stands around the events on every page: title, subtitle, legend, source.

use super::FigureOptions;
use super::style::Style;
use crate::article::Article;
use crate::chronology::dates;
use crate::chronology::{Frame, Status};
use crate::layout::line::{Line, Run, clipped, font, wrapped, wrapped_evenly};
use crate::layout::mark::{Form, Mark, Tone, form, upright};
use crate::layout::timeline::{Entry, Timeline};
use crate::scene::{Group, Ink, Scene, Shape, Stroke, Weight};
use crate::text::Measure;
use emath::{Rect, pos2};

/// All that a page is made from.
#[derive(Clone, Copy)]
pub struct Story<'a> {
    pub article: &'a Article,
    pub options: &'a FigureOptions,
    pub timeline: &'a Timeline,
    pub style: Style,
    pub measure: &'a dyn Measure,
    /// Where an axis begins: at the margin, or right of the names of lanes.
    pub left: f32,
    pub shown: usize,
    pub total: usize,
    pub unplaced: usize,
    /// The number of the page and the count of pages.
    pub page: (usize, usize),
}

/// A mark of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    Day,
    Stretch,
    Bounds,
    Approximate,
    Order,
    Lozenge,
    Expected,
    Proposed,
    CalledOff,
}

/// The page being filled: what is drawn so far and the room left for events.
pub struct Page {
    pub shapes: Vec<Shape>,
    pub body: Rect,
}

impl Story<'_> {
    /// How a day is written on the page, without year and weekday.
    pub fn date_style(&self) -> dates::Style {
        dates::Style::SHORT.told_in(self.options.language)
    }

    pub fn frame(&self) -> Frame {
        self.timeline.frame.unwrap_or(Frame::Calendar)
    }

    pub fn run(&self, text: impl Into<String>, size: f32, weight: Weight, ink: Ink) -> Run {
        Run::new(text, font(size, weight), ink, self.measure)
    }

    pub fn scene(&self, page: Page) -> Scene {
        Scene { width: self.style.width, height: self.style.height, shapes: page.shapes }
    }

    /// Title, subtitle, legend, caption and source.
    pub fn page(&self, entries: &[&Entry], signs: &[Sign], upright: bool) -> Page {
        let style = &self.style;
        let mut shapes = Vec::new();
        let (left, right) = (style.margin, style.width - style.margin);
        let mut y = self.title(left, right, &mut shapes);
        for (index, text) in self.subtitle(right - left).into_iter().enumerate() {
            y += (if index > 0 { 1.3 } else { 1.65 } * style.subtitle).round();
            shapes.push(self.run(text, style.subtitle, Weight::Regular, Ink::Ink2).at(left, y));
        }
        let top = y + (1.5 * style.subtitle).round();
        let bottom = self.foot(entries, signs, upright, &mut shapes);
        Page { shapes, body: Rect::from_min_max(pos2(left, top), pos2(right, bottom.max(top + 10.0))) }
    }

    /// The headline or the title given, in at most two lines, smaller where it is long, never cut without "…".
    fn title(&self, left: f32, right: f32, out: &mut Vec<Shape>) -> f32 {
        let style = &self.style;
        let text = self.options.title(self.article);
        let room = right - left;
        let fits = |factor: f32, count| {
            let size = (style.title * factor).max(style.small);
            wrapped_evenly(text, style.title_font(size), room, count, self.measure).map(|lines| (size, lines))
        };
        // A little smaller on one line before two lines, and smaller still before anything is cut.
        let one = [1.0, 0.94, 0.88, 0.82].into_iter().find_map(|f| fits(f, 1));
        let two = || [1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].into_iter().find_map(|f| fits(f, 2));
        let (size, lines) = one.or_else(two).unwrap_or_else(|| {
            let size = (style.title * 0.64).max(style.small);
            let mut lines = wrapped(text, style.title_font(size), room, self.measure);
            let rest = lines.split_off(lines.len().min(1)).join(" ");
            lines.push(rest);
            (size, lines.iter().filter(|l| !l.is_empty()).map(|l| clipped(l, style.title_font(size), room, self.measure)).collect())
        });
        let mut y = (style.margin * 0.8 + 0.727 * size).round();
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            out.push(self.run(line, size, Weight::SemiBold, Ink::Ink).at(left, y));
            if index < last {
                y += (1.2 * size).round();
            }
        }
        y
    }

    /// The subtitle chosen, or "6 of 7 events, 1 not placed in time, as told by PUBLISHER, 19 December 2025".
    fn subtitle(&self, room: f32) -> Vec<String> {
        let own = self.own_subtitle();
        let (number, count) = self.page;
        let pages = if count > 1 { format!("({number} of {count})") } else { String::new() };
        let text = match own {
            Some(own) => own.to_owned(),
            None if self.options.parts.subtitle => self.told_by(),
            None => String::new(),
        };
        let text = format!("{text} {pages}");
        let at = font(self.style.subtitle, Weight::Regular);
        let mut lines = wrapped(text.trim(), at, room, self.measure);
        lines.retain(|l| !l.is_empty());
        if lines.len() > 2 {
            let rest = lines.split_off(1).join(" ");
            lines.push(rest);
        }
        lines.iter().map(|l| clipped(l, at, room, self.measure)).collect()
    }

    fn own_subtitle(&self) -> Option<&str> {
        let given = self.options.subtitle.as_deref().map(str::trim).filter(|t| !t.is_empty());
        given.filter(|_| self.options.parts.subtitle)
    }

    fn told_by(&self) -> String {
        let mut text = self.count();
        if self.unplaced > 0 {
            text.push(',');
        }
        match &self.article.publisher {
            Some(publisher) => text.push_str(&format!(" as told by {publisher}")),
            None => text.push_str(" as told in one article"),
        }
        match self.timeline.published {
            Some(day) => text.push_str(&format!(", {}", dates::long_day_in(day, self.options.language))),
            None => text.push_str(", publication date unknown"),
        }
        text
    }

    /// "6 of 7 events, 1 not placed in time".
    fn count(&self) -> String {
        let events = |n: usize| format!("{n} event{}", if n == 1 { "" } else { "s" });
        let mut text = if self.shown == self.total { events(self.total) } else { format!("{} of {}", self.shown, events(self.total)) };
        if self.unplaced > 0 {
            text.push_str(&format!(", {} not placed in time", self.unplaced));
        }
        text
    }

    /// The count of what is left out, where the subtitle does not tell it.
    fn untold_count(&self) -> Option<String> {
        let left_out = self.shown < self.total;
        let untold = !self.options.parts.subtitle || self.own_subtitle().is_some();
        (left_out && untold).then(|| self.count())
    }

    /// Where the words come from.
    fn source(&self) -> String {
        let article = self.article;
        if let Some(own) = self.options.source.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
            return own.to_owned();
        }
        let mut parts = Vec::new();
        if self.options.title.as_deref().is_some_and(|t| t.trim() != article.title.trim()) && !article.title.trim().is_empty() {
            parts.push(format!("“{}”", article.title.trim()));
        }
        match (&article.publisher, &article.url) {
            (Some(publisher), Some(url)) => parts.push(format!("{publisher}, {url}")),
            (Some(publisher), None) => parts.push(publisher.clone()),
            (None, Some(url)) => parts.push(url.clone()),
            (None, None) => parts.push(article.source.clone()),
        }
        parts.push(match self.timeline.published {
            Some(day) => dates::long_day_in(day, self.options.language),
            None => "publication date unknown".to_owned(),
        });
        format!("Source: {}", parts.join(", "))
    }

    /// Legend and source, from the bottom up; gives the bottom of what is left.
    fn foot(&self, entries: &[&Entry], signs: &[Sign], stand: bool, out: &mut Vec<Shape>) -> f32 {
        let style = &self.style;
        let (left, right) = (style.margin, style.width - style.margin);
        let at = style.small_font();
        let source = self.options.parts.source.then(|| self.source());
        let last = match (source, self.untold_count()) {
            (Some(source), Some(count)) => format!("{}. {count}.", source.trim_end_matches('.')),
            (source, count) => source.or(count).unwrap_or_default(),
        };
        let caption = self.options.caption.as_deref().unwrap_or_default().trim();
        let mut lines = Vec::new();
        let mut captioned = 0;
        for (which, text) in [caption, last.as_str()].into_iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            let mut these = wrapped(text, at, right - left, self.measure);
            if these.len() > 2 {
                let rest = these.split_off(1).join(" ");
                these.push(rest);
            }
            captioned += if which == 0 { these.len() } else { 0 };
            lines.append(&mut these);
        }
        let pitch = (1.35 * style.small).round();
        let mut y = style.height - (style.margin * 0.46).round() - pitch * (lines.len() as f32 - 1.0);
        let first = y;
        for (index, line) in lines.into_iter().enumerate() {
            let ink = if index < captioned { Ink::Ink2 } else { Ink::Ink3 };
            out.push(self.run(clipped(&line, at, right - left, self.measure), style.small, Weight::Regular, ink).at(left, y));
            y += pitch;
        }
        let items = if self.options.parts.legend { self.legend(entries, signs, stand) } else { Vec::new() };
        if items.is_empty() {
            return first - (1.95 * style.small).round();
        }
        // A little closer before a second row.
        let taken: f32 = items.iter().map(Sample::width).sum();
        let gaps = items.len().saturating_sub(1) as f32;
        let fits = |gap: &f32| taken + gaps * gap <= right - left;
        let gap = [1.15, 0.95, 0.75].map(|g| (g * style.small).round()).into_iter().find(fits).unwrap_or((1.15 * style.small).round());
        let mut rows: Vec<Vec<(Sample, f32)>> = vec![Vec::new()];
        let mut x = left;
        for item in items {
            let width = item.width();
            if x > left && x + width > right {
                rows.push(Vec::new());
                x = left;
            }
            if let Some(row) = rows.last_mut() {
                row.push((item, x));
            }
            x += width + gap;
        }
        let legend_pitch = (1.6 * style.small).round();
        let top = first - (1.72 * style.small).round() - legend_pitch * (rows.len() as f32 - 1.0);
        for (index, row) in rows.into_iter().enumerate() {
            let baseline = top + index as f32 * legend_pitch;
            for (item, x) in row {
                item.place(x, baseline, out);
            }
        }
        top - (1.95 * style.small).round()
    }

    /// The legend of only the marks used, drawn as marks.
    fn legend(&self, entries: &[&Entry], signs: &[Sign], stand: bool) -> Vec<Sample> {
        let style = &self.style;
        let mut used = signs.to_vec();
        used.sort_unstable();
        used.dedup();
        if used.contains(&Sign::Order) {
            used.retain(|s| *s != Sign::Lozenge);
        }
        let k = style.k;
        let mut items: Vec<Sample> = used
            .into_iter()
            .map(|sign| {
                let (form, status, wide, words) = match sign {
                    Sign::Day => (Form::Day, Status::Happened, 10.0, "a known day"),
                    Sign::Stretch => (Form::Stretch, Status::Happened, 27.0, "throughout"),
                    Sign::Bounds => (Form::Bounds, Status::Happened, 33.0, "some time between the two ends"),
                    Sign::Approximate => (Form::Bounds, Status::Happened, 33.0, "ends approximate"),
                    Sign::Order => (Form::Order, Status::Happened, 32.0, "known only by the order told"),
                    Sign::Lozenge => (Form::Order, Status::Happened, 15.0, "known only by the order told"),
                    Sign::Expected => (Form::Bounds, Status::Expected, 16.0, "expected"),
                    Sign::Proposed => (Form::Bounds, Status::Proposed, 16.0, "proposed"),
                    Sign::CalledOff => (Form::Order, Status::CalledOff, 16.0, "called off"),
                };
                let wide = if stand && form != Form::Day { 14.0 } else { wide };
                let tone = Tone { ink: Ink::Ink, span: Ink::Span, ground: Some(Ink::Paper) };
                let tone = if status == Status::CalledOff { Tone { ink: Ink::Ink3, ..tone } } else { tone };
                let mark = Mark {
                    form,
                    status,
                    x: (0.0, wide * k),
                    core: None,
                    approximate: [sign == Sign::Approximate; 2],
                    open: [false; 2],
                    y: 0.0,
                    k,
                    tone,
                };
                Sample { mark: Some(mark), upright: stand, words: self.run(words, style.small, Weight::Regular, Ink::Ink2) }
            })
            .collect();
        if entries.iter().any(|e| e.paragraph.is_some()) {
            items.push(Sample { mark: None, upright: false, words: self.run("¶ paragraph", style.small, Weight::Regular, Ink::Ink2) });
        }
        items
    }

    /// The inks of an event's mark on a ground.
    pub fn tone(&self, entry: &Entry, ground: Ink) -> Tone {
        let ink = if entry.status == Status::CalledOff { Ink::Ink3 } else { Ink::Ink };
        Tone { ink, span: Ink::Span, ground: Some(ground) }
    }

    pub fn title_ink(entry: &Entry) -> Ink {
        if entry.status == Status::CalledOff { Ink::Ink2 } else { Ink::Ink }
    }

    /// Binds what is drawn of an event.
    pub fn group(&self, entry: &Entry, shapes: Vec<Shape>) -> Shape {
        Shape::Group(Group { event: Some(entry.id.clone()), title: Some(entry.title.clone()), shapes })
    }

    pub fn rule(&self, from: f32, to: f32, y: f32, width: f32, ink: Ink) -> Shape {
        let stroke = Stroke { width, ink, dash: None };
        Shape::Line { from: pos2(from, y + width / 2.0), to: pos2(to, y + width / 2.0), stroke }
    }
}

/// What of the legend an event's mark needs.
pub fn signs(entry: &Entry, lozenge: bool) -> Vec<Sign> {
    let Some(span) = &entry.span else { return Vec::new() };
    let mut signs = vec![match entry.status {
        Status::Expected => Sign::Expected,
        Status::Proposed => Sign::Proposed,
        Status::CalledOff => Sign::CalledOff,
        Status::Happened => match form(span) {
            Form::Day => Sign::Day,
            Form::Stretch => Sign::Stretch,
            Form::Order if lozenge => Sign::Lozenge,
            Form::Order => Sign::Order,
            Form::Bounds if span.approximate == [true; 2] => Sign::Approximate,
            Form::Bounds => Sign::Bounds,
        },
    }];
    if entry.status == Status::Happened && form(span) == Form::Bounds && span.approximate[0] != span.approximate[1] {
        signs.push(Sign::Approximate);
    }
    signs
}

/// One item of the legend.
struct Sample {
    mark: Option<Mark>,
    upright: bool,
    words: Run,
}

impl Sample {
    fn mark_width(&self) -> f32 {
        match &self.mark {
            None => 0.0,
            Some(mark) if self.upright && mark.form != Form::Day => 14.0 * mark.k,
            Some(mark) => mark.x.1,
        }
    }

    fn width(&self) -> f32 {
        let mark = self.mark_width();
        self.words.width + if mark > 0.0 { mark + self.words.font.size * 0.5 } else { 0.0 }
    }

    fn place(self, x: f32, baseline: f32, out: &mut Vec<Shape>) {
        let width = self.mark_width();
        let y = baseline - 0.36 * self.words.font.size;
        if let Some(mark) = &self.mark {
            let mut shapes = Vec::new();
            let middle = x + width / 2.0;
            let half = mark.x.1 / 2.0;
            Mark { x: (middle - half, middle + half), y, ..*mark }.draw(&mut shapes);
            if self.upright {
                upright(&mut shapes, pos2(middle, y));
            }
            out.append(&mut shapes);
        }
        let gap = if width > 0.0 { width + self.words.font.size * 0.5 } else { 0.0 };
        Line::of(self.words).place(x + gap, baseline, out);
    }
}
