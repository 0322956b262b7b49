//! The export: page, colours and extent of the figure, and a preview of exactly what will be written.

use super::super::icons::Icon;
use super::super::stage::Stage;
use super::super::style::color;
use super::super::widgets::{self, Look};
use super::super::{brief, fonts, text};
use crate::layout::figure::{FigureOptions, Preset};
use crate::scene::theme::Theme;
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{CornerRadius, Frame, Id, Margin, Pos2, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

const OPTIONS: f32 = 200.0;

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let now = stage.state.figure.clone();
    let left = Rect::from_min_size(body.min, vec2(OPTIONS, body.height()));
    let mut y = left.top();
    let preset = |preset: Preset| FigureOptions { preset, ..now.clone() };
    y = choices(
        ui,
        stage,
        left,
        y,
        "Page",
        &[
            ("Slide, 16:9", now.preset == Preset::Slide, preset(Preset::Slide)),
            ("A4 landscape", now.preset == Preset::A4, preset(Preset::A4)),
            ("Half of A4", now.preset == Preset::Half, preset(Preset::Half)),
            ("Square", now.preset == Preset::Square, preset(Preset::Square)),
        ],
    );
    let theme = |theme: Theme| FigureOptions { theme, ..now.clone() };
    y = choices(
        ui,
        stage,
        left,
        y,
        "Colours",
        &[
            ("Light", now.theme == Theme::Light, theme(Theme::Light)),
            ("Dark", now.theme == Theme::Dark, theme(Theme::Dark)),
            ("Greyscale", now.theme == Theme::Grey, theme(Theme::Grey)),
        ],
    );
    let all = |all: bool| FigureOptions { all, ..now.clone() };
    y = choices(ui, stage, left, y, "Events", &[("Main events", !now.all, all(false)), ("All, on further pages", now.all, all(true))]);
    title(ui, stage, left, y, &now);

    let foot = body.bottom() - 14.0;
    let look = Look { font: fonts::TAB_OPEN, ink: Ink::Accent, pad: 0.0, align: Align::Right };
    let right = body.right();
    if widgets::words(ui, stage, right, foot, "Save PNG or SVG…", "Save PNG or SVG", look).clicked() {
        stage.push(Command::Export);
    }
    let next = right - text::width(ui.painter(), "Save PNG or SVG…", fonts::TAB_OPEN) - 24.0;
    if widgets::words(ui, stage, next, foot, "Copy", "Copy this figure", look).clicked() {
        stage.push(Command::CopyChosenFigure);
    }

    let room = Rect::from_min_max(pos2(left.right() + 28.0, body.top()), pos2(body.right(), body.bottom() - 44.0));
    stage.fill(ui.painter(), room, Ink::Bar);
    let wanted = if now.all { stage.memory.page } else { 0 };
    let shown = brief::preview(ui, stage, room.shrink(12.0), now, wanted);
    ui.painter().rect_stroke(shown.rect, 0.0, Stroke::new(1.0, color(stage.theme, Ink::Rule)), StrokeKind::Outside);
    pages(ui, stage, pos2(room.left(), foot), wanted, shown.pages);
}

/// "Page 1 of 3", with the signs that turn the pages.
fn pages(ui: &Ui, stage: &mut Stage, at: Pos2, page: usize, count: usize) {
    if count < 2 {
        return;
    }
    let page = page.min(count - 1);
    let width = widgets::label(ui, stage, at.x, at.y, &format!("Page {} of {count}", page + 1), fonts::LABEL, Ink::Ink2);
    for (n, icon, name, to) in
        [(0.0, Icon::Left, "Previous page", page.checked_sub(1)), (1.0, Icon::Right, "Next page", Some(page + 1).filter(|p| *p < count))]
    {
        let rect = Rect::from_center_size(pos2(at.x + width + 22.0 + 24.0 * n, at.y), vec2(22.0, 22.0));
        match to {
            None => widgets::dead_sign(ui, stage, rect, icon, name),
            Some(to) => {
                if widgets::sign(ui, stage, rect, icon, name, Ink::Ink2).clicked() {
                    stage.memory.page = to;
                }
            }
        }
    }
}

fn choices(ui: &Ui, stage: &mut Stage, room: Rect, top: f32, name: &str, list: &[(&str, bool, FigureOptions)]) -> f32 {
    let mut y = top + 8.0;
    widgets::label(ui, stage, room.left(), y, name, fonts::CAPTION, Ink::Ink3);
    y += 20.0;
    for (words, chosen, options) in list {
        let rect = Rect::from_min_max(pos2(room.left() - 6.0, y - 11.0), pos2(room.right(), y + 11.0));
        let response = ui.interact(rect, ui.scope_id().with((name, words)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, *chosen, format!("{name}: {words}")));
        if response.hovered() {
            stage.fill(ui.painter(), rect, Ink::Tint);
        }
        if response.has_focus() {
            widgets::focus_ring(stage, ui.painter(), rect.shrink(2.0));
        }
        let middle = pos2(room.left() + 6.0, y);
        ui.painter().circle_stroke(middle, 5.0, Stroke::new(1.25, stage.color(if *chosen { Ink::Ink } else { Ink::Ink3 })));
        if *chosen {
            ui.painter().circle_filled(middle, 2.5, stage.color(Ink::Ink));
        }
        let font = if *chosen { fonts::VALUE } else { fonts::LABEL };
        stage.text(ui.painter(), pos2(room.left() + 20.0, text::baseline(y, font)), words, font, Ink::Ink);
        if response.clicked() {
            stage.push(Command::SetFigure(options.clone()));
        }
        y += 22.0;
    }
    y + 4.0
}

fn title(ui: &mut Ui, stage: &mut Stage, room: Rect, top: f32, now: &FigureOptions) {
    let y = top + 8.0;
    widgets::label(ui, stage, room.left(), y, "Title", fonts::CAPTION, Ink::Ink3);
    let field = Rect::from_min_size(pos2(room.left(), y + 12.0), vec2(room.width(), 28.0));
    let id = Id::unique("figure title");
    let (width, ink) = if ui.memory(|m| m.has_focus(id)) { (2.0, Ink::Accent) } else { (1.0, Ink::Rule) };
    ui.painter().rect_stroke(field, CornerRadius::same(4), Stroke::new(width, color(stage.theme, ink)), StrokeKind::Middle);
    let before = now.title.clone().unwrap_or_default();
    let mut words = before.clone();
    let edit = TextEdit::singleline(&mut words)
        .id(id)
        .font(fonts::id(fonts::LABEL))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new("the headline").font(fonts::id(fonts::LABEL)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .char_limit(300);
    let inner = Rect::from_center_size(field.center(), vec2(field.width() - 16.0, 16.0));
    ui.place(inner, edit.desired_width(inner.width())).accessible_name("Title of the figure");
    if words != before {
        let title = (!words.trim().is_empty()).then_some(words);
        stage.push(Command::SetFigure(FigureOptions { title, ..now.clone() }));
    }
}
