//! When an event takes place: its ends, a bar between them, and why there.

use super::super::stage::Stage;
use super::super::widgets::{self, LINK_RIGHT};
use super::super::{correct, fonts, publication, text};
use super::Column;
use crate::chronology::{Basis, Event, Frame, When, dates};
use crate::scene::{Align, Ink};
use crate::session::{Field, Tab, words};
use egui::{Rect, Ui, pos2, vec2};

pub fn show(ui: &mut Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    widgets::label(ui, stage, column.left, column.y + 1.0, "When", fonts::CAPTION, Ink::Ink3);
    column.y += 15.0;
    if correct::typing(stage, event, Field::When) {
        column.y = correct::field(ui, stage, column.left, column.right, column.y);
        // Why it stands where it stands is not hidden by typing another date.
        if let Some(when) = &event.when {
            column.y += 4.0;
            column.text(ui, stage, &sentence(&when.reason), fonts::LABEL, Ink::Ink2, 0.0);
        }
        return;
    }
    let line = Rect::from_min_size(pos2(column.left, column.y), vec2(column.width(), 20.0));
    correct::pressable(ui, stage, line, Field::When);
    match &event.when {
        Some(when) => placed(ui, stage, column, tab, when),
        None => {
            column.text(ui, stage, "Not placed in time", fonts::DETAIL_DATE, Ink::Ink, 0.0);
            column.y += 6.0;
            let words = "Neither a date nor the order told says when it takes place.";
            column.text(ui, stage, words, fonts::LABEL, Ink::Ink2, 0.0);
        }
    }
    let conflicts: Vec<&str> = tab.chronology.conflicts.iter().filter(|c| c.events.contains(&event.id)).map(|c| c.text.as_str()).collect();
    for conflict in conflicts {
        column.y += 6.0;
        column.text(ui, stage, &format!("check: {conflict}"), fonts::LABEL, Ink::Warning, 0.0);
    }
}

fn placed(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, when: &When) {
    let (mut first, last) = dates::ends(when);
    let y = column.y + 9.0;
    if let Some(last) = last {
        let room = column.width();
        let both = text::width(ui.painter(), &first, fonts::DETAIL_DATE) + text::width(ui.painter(), &last, fonts::DETAIL_DATE) + 16.0;
        let same_side = when.frame == Frame::Publication && when.latest() < 0;
        if both > room && same_side {
            // "c. 8 weeks … c. 2 weeks before": the side is told once.
            first = first.trim_end_matches(" before").to_owned();
        }
        if both <= room || same_side {
            widgets::label(ui, stage, column.left, y, &first, fonts::DETAIL_DATE, Ink::Ink);
            let width = text::width(ui.painter(), &last, fonts::DETAIL_DATE);
            widgets::label(ui, stage, column.right - width, y, &last, fonts::DETAIL_DATE, Ink::Ink);
        } else {
            column.text(ui, stage, &format!("{first} – {last}"), fonts::DETAIL_DATE, Ink::Ink, 0.0);
            column.y -= 20.0;
        }
        column.y += 26.0;
        bar(ui, stage, column, when);
        column.y += 18.0;
        let days = i64::from(when.latest()) - i64::from(when.earliest()) + 1;
        let throughout = when.core() == Some((when.earliest(), when.latest()));
        let (from, wide, to) = if throughout { ("first day", "long", "last day") } else { ("earliest", "wide", "latest") };
        let caption = column.y + 4.0;
        let base = text::baseline(caption, fonts::CAPTION);
        stage.text(ui.painter(), pos2(column.left, base), from, fonts::CAPTION, Ink::Ink3);
        // From the first to the last day is six weeks, though the days touched are one more.
        let apart = days - 1;
        let days = if !throughout && apart >= 14 { apart } else { days };
        let middle = format!("{} {wide}", dates::length(days));
        let at = pos2(f32::midpoint(column.left, column.right), base);
        text::paint(ui.painter(), at, Align::Center, &middle, fonts::CAPTION, stage.color(Ink::Ink3));
        stage.text_right(ui.painter(), pos2(column.right, base), to, fonts::CAPTION, Ink::Ink3);
        column.y += 22.0;
    } else {
        widgets::label(ui, stage, column.left, y, &first, fonts::DETAIL_DATE, Ink::Ink);
        column.y += 26.0;
    }
    let reason = sentence(&when.reason);
    if !reason.is_empty() {
        column.text(ui, stage, &reason, fonts::LABEL, Ink::Ink2, 0.0);
    }
    let mut basis = words::basis(when.basis).to_owned();
    if let Some(rule) = &when.rule {
        basis = format!("{basis} · rule {rule}");
    }
    let y = column.y + 9.0;
    let counted = when.frame == Frame::Publication && tab.publication().is_none();
    let link = if counted { text::width(ui.painter(), "Set publication date…", fonts::VALUE) + 12.0 } else { 0.0 };
    if text::width(ui.painter(), &basis, fonts::CAPTION) + link > column.width() {
        widgets::label(ui, stage, column.left, y, &basis, fonts::CAPTION, Ink::Ink3);
        column.y += 18.0;
    } else {
        widgets::label(ui, stage, column.left, y, &basis, fonts::CAPTION, Ink::Ink3);
    }
    if counted {
        let y = column.y + 9.0;
        if widgets::words(ui, stage, column.right, y, "Set publication date…", "Set publication date", LINK_RIGHT).clicked() {
            publication::open(ui, stage);
        }
    }
    column.y += 18.0;
}

fn bar(ui: &Ui, stage: &Stage, column: &Column, when: &When) {
    let (left, right, y) = (column.left, column.right, column.y + 4.0);
    let painter = ui.painter();
    let block = |x0: f32, x1: f32, ink: Ink| stage.fill(painter, Rect::from_min_max(pos2(x0, y - 4.0), pos2(x1, y + 4.0)), ink);
    if when.basis == Basis::Order {
        let stroke = egui::Stroke::new(1.25, stage.color(Ink::Ink));
        painter.extend(egui::Shape::dashed_line(&[pos2(left + 4.0, y), pos2(right - 4.0, y)], stroke, 6.0, 4.0));
        let stroke = egui::Stroke::new(1.5, stage.color(Ink::Ink));
        for (x, d) in [(left, 5.0), (right, -5.0)] {
            painter.add(egui::Shape::line(vec![pos2(x + d, y - 6.0), pos2(x, y), pos2(x + d, y + 6.0)], stroke));
        }
        return;
    }
    let [start_about, end_about] = when.approximate();
    let (mut from, mut to) = (left, right);
    for (n, share) in [0.25, 0.5, 0.75].into_iter().enumerate() {
        let ink = stage.color(Ink::Span).gamma_multiply(share);
        let step = 4.0 * n as f32;
        if start_about {
            painter.rect_filled(Rect::from_min_size(pos2(left + step, y - 4.0), vec2(4.0, 8.0)), 0.0, ink);
            from = left + 12.0;
        }
        if end_about {
            painter.rect_filled(Rect::from_min_size(pos2(right - step - 4.0, y - 4.0), vec2(4.0, 8.0)), 0.0, ink);
            to = right - 12.0;
        }
    }
    block(from, to, Ink::Span);
    let days = f64::from(when.latest() - when.earliest() + 1);
    let throughout = when.core() == Some((when.earliest(), when.latest()));
    if let Some((first, last)) = when.core() {
        let x = |day: f64| left + (f64::from(right - left) * (day - f64::from(when.earliest())) / days) as f32;
        block(x(f64::from(first)).max(from), x(f64::from(last) + 1.0).min(to), Ink::Ink);
    }
    for (x, about) in [(left, start_about), (right - 2.0, end_about)] {
        if !about && !throughout {
            stage.fill(painter, Rect::from_min_size(pos2(x, y - 7.0), vec2(2.0, 14.0)), Ink::Ink);
        }
    }
}

/// A reason as a sentence: capital first unless it begins with a quotation, full stop last.
fn sentence(reason: &str) -> String {
    let mut chars = reason.trim().chars();
    let Some(first) = chars.next() else { return String::new() };
    let mut words: String = first.to_uppercase().chain(chars).collect();
    if !words.ends_with(['.', '!', '?']) {
        words.push('.');
    }
    words
}
