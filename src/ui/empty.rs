//! The page without an article: how to open one, and how time is drawn.

use super::stage::Stage;
use super::style::color;
use super::widgets::{self, Look};
use super::{fonts, text};
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{Rect, Shape, Stroke, Ui, pos2, vec2};

pub fn show(ui: &Ui, stage: &mut Stage, page: Rect) {
    if let Some(job) = stage.state.jobs.first() {
        return loading(ui, stage, page, &job.name.clone(), job.id);
    }
    let wide = page.width() >= 1100.0;
    let block = if wide { 1040.0 } else { 500.0 };
    let left = page.left() + ((page.width() - block) / 2.0).max(24.0).round();
    let mut y = page.top() + (page.height() * 0.19).min(110.0).round();
    heading(ui, stage, left, y + 16.0, "Open an article to see its sequence of events");
    y += 50.0;
    for line in [
        "Visits, talks, demands and deals, each placed in time as exactly as the text allows,",
        "each with the paragraphs that it rests on. Everything stays on this computer.",
    ] {
        widgets::label(ui, stage, left, y, line, fonts::FIELD, Ink::Ink2);
        y += 22.0;
    }
    y += 24.0;
    let top = y;
    let right = left + 500.0_f32.min(page.width() - 48.0);
    for (label, note, key, command) in [
        ("Open a file…", "Text, Markdown or HTML", "Ctrl O", Command::AskOpen),
        ("Paste text", "from a browser or a message", "Ctrl V", Command::Paste { text: None }),
        ("Open the sample article", "the envoys and Miami", "", Command::OpenSample),
    ] {
        stage.hline(ui.painter(), left, right, y, Ink::Hair);
        let middle = y + 20.0;
        let look = Look { font: fonts::TAB_OPEN, ink: Ink::Accent, pad: 0.0, align: Align::Left };
        if widgets::words(ui, stage, left, middle, label, label, look).clicked() {
            stage.push(command);
        }
        let at = pos2(left + 190.0, text::baseline(middle, fonts::LABEL));
        stage.text(ui.painter(), at, note, fonts::LABEL, Ink::Ink2);
        stage.text_right(ui.painter(), pos2(right, text::baseline(middle, fonts::CAPTION)), key, fonts::CAPTION, Ink::Ink3);
        y += 44.0;
    }
    stage.hline(ui.painter(), left, right, y, Ink::Hair);
    widgets::label(ui, stage, left, y + 22.0, "or drop files anywhere in this window", fonts::LABEL, Ink::Ink3);
    y += 60.0;
    if wide {
        how_time_is_drawn(ui, stage, left + 640.0, top);
    } else {
        recent(ui, stage, left, right, y);
        return;
    }
    recent(ui, stage, left, right, y);
}

fn recent(ui: &Ui, stage: &mut Stage, left: f32, right: f32, top: f32) {
    let paths: Vec<_> = stage.state.settings.recent.iter().take(5).cloned().collect();
    if paths.is_empty() {
        return;
    }
    widgets::label(ui, stage, left, top, "Recent", fonts::STRONG, Ink::Ink2);
    for (n, path) in paths.into_iter().enumerate() {
        let middle = top + 26.0 + 26.0 * n as f32;
        let (name, what) = stage.state.settings.recent_name(&path);
        let galley = text::elided(ui.painter(), &name, fonts::VALUE, (right - left) * 0.5);
        let shown = galley.text().to_owned();
        let shown = if galley.elided { galley.rows.first().map_or(shown, |r| r.text()) } else { shown };
        let folder = if what == "pasted" { what.to_owned() } else { path.parent().map(|p| p.display().to_string()).unwrap_or_default() };
        if widgets::words(ui, stage, left, middle, &shown, &format!("Open {name}"), widgets::LINK).clicked() {
            stage.push(Command::Open(vec![path.clone()]));
        }
        let galley = text::elided(ui.painter(), &folder, fonts::CAPTION, (right - left) * 0.45);
        let at = pos2(right, text::baseline(middle, fonts::CAPTION));
        text::paint_galley(ui.painter(), at, Align::Right, galley, fonts::CAPTION, stage.color(Ink::Ink3));
    }
}

fn heading(ui: &Ui, stage: &Stage, left: f32, middle: f32, words: &str) {
    widgets::label(ui, stage, left, middle, words, fonts::FIRST_HEADING, Ink::Ink);
}

fn loading(ui: &Ui, stage: &mut Stage, page: Rect, name: &str, job: u64) {
    let words = format!("Reading {name}…");
    let width = text::width(ui.painter(), &words, fonts::READER_TITLE);
    let at = page.center();
    widgets::label(ui, stage, at.x - width / 2.0, at.y - 14.0, &words, fonts::READER_TITLE, Ink::Ink);
    let cancel = text::width(ui.painter(), "Cancel", fonts::VALUE);
    if widgets::words(ui, stage, at.x - cancel / 2.0, at.y + 16.0, "Cancel", "Cancel reading", widgets::LINK).clicked() {
        stage.push(Command::Abandon(job));
    }
}

fn how_time_is_drawn(ui: &Ui, stage: &Stage, left: f32, top: f32) {
    let painter = ui.painter();
    let right = left + 400.0;
    stage.hline(painter, left, right, top, Ink::Hair);
    widgets::label(ui, stage, left, top + 20.0, "How time is drawn", fonts::CAPTION_STRONG, Ink::Ink2);
    let ink = color(stage.theme, Ink::Ink);
    let (from, to) = (left, left + 88.0);
    for (n, (words, example)) in [
        ("A known day", "17 Nov 1969"),
        ("Some time between two days", "24 Oct – 5 Dec"),
        ("Known only by the order told", "after Moscow"),
        ("Expected, not yet happened", "20–21 Dec"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = top + 54.0 + 36.0 * n as f32;
        match n {
            0 => {
                painter.circle_filled(pos2(from + 5.0, y), 5.0, ink);
            }
            1 => {
                stage.fill(painter, Rect::from_min_max(pos2(from, y - 4.0), pos2(to, y + 4.0)), Ink::Span);
                ticks(stage, ui, from, to, y);
            }
            2 => {
                let stroke = Stroke::new(1.25, ink);
                painter.extend(Shape::dashed_line(&[pos2(from + 4.0, y), pos2(to - 4.0, y)], stroke, 6.0, 4.0));
                let stroke = Stroke::new(1.5, ink);
                painter.add(Shape::line(vec![pos2(from + 5.0, y - 6.0), pos2(from, y), pos2(from + 5.0, y + 6.0)], stroke));
                painter.add(Shape::line(vec![pos2(to - 5.0, y - 6.0), pos2(to, y), pos2(to - 5.0, y + 6.0)], stroke));
            }
            _ => {
                let stroke = Stroke::new(1.5, ink);
                for dy in [-4.25, 4.25] {
                    painter.extend(Shape::dashed_line(&[pos2(from + 2.0, y + dy), pos2(to - 2.0, y + dy)], stroke, 4.0, 3.0));
                }
                ticks(stage, ui, from, to, y);
            }
        }
        widgets::label(ui, stage, left + 112.0, y, words, fonts::LABEL, Ink::Ink);
        stage.text_right(painter, pos2(right, text::baseline(y, fonts::LABEL)), example, fonts::LABEL, Ink::Ink3);
    }
}

fn ticks(stage: &Stage, ui: &Ui, from: f32, to: f32, y: f32) {
    for x in [from, to - 2.0] {
        stage.fill(ui.painter(), Rect::from_min_size(pos2(x, y - 7.0), vec2(2.0, 14.0)), Ink::Ink);
    }
}
