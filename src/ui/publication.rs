//! The small window in which the publication date is set: typed, or taken from what the article offers.

use super::stage::Stage;
use super::style::color;
use super::widgets::{self, LINK};
use super::{fonts, text};
use crate::article::PublishedCandidate;
use crate::chronology::dates::{self, Style};
use crate::scene::Ink;
use crate::session::{Command, words};
use egui::{Area, CornerRadius, Frame, Id, Key, Margin, Modifiers, Order, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, pos2, vec2};

const WIDTH: f32 = 300.0;

/// Opens the editor with the keyboard in its field.
pub fn open(ui: &Ui, stage: &mut Stage) {
    ui.memory_mut(|m| m.request_focus(field_id()));
    stage.push(Command::EditPublication);
}

pub fn field_id() -> Id {
    Id::unique("publication date field")
}

pub fn editor(ui: &Ui, stage: &mut Stage) {
    let Some(edit) = stage.state.publication_edit.clone() else {
        stage.memory.date_frames = 0;
        return;
    };
    let Some(tab) = stage.state.tab() else { return };
    let screen = ui.ctx().content_rect();
    let at = stage.memory.publication_at.unwrap_or(screen.center());
    let at = pos2(at.x.min(screen.right() - WIDTH - 12.0).max(8.0), at.y + 6.0);
    let mut candidates: Vec<PublishedCandidate> = Vec::new();
    for candidate in &tab.article.published_candidates {
        if candidates.len() < 5 && !candidates.iter().any(|c| c.date == candidate.date) {
            candidates.push(candidate.clone());
        }
    }
    let own = tab.published.is_some();
    Area::new(Id::unique("publication date")).order(Order::Foreground).fixed_pos(at).constrain(true).show(ui.ctx(), |ui| {
        Frame::new().fill(stage.color(Ink::Paper)).stroke(Stroke::new(1.0, stage.color(Ink::Rule))).inner_margin(Margin::same(16)).show(
            ui,
            |ui| {
                ui.set_width(WIDTH - 32.0);
                row(ui, stage, "Publication date", fonts::STRONG, Ink::Ink);
                field(ui, stage, &edit.text);
                if let Some(error) = &edit.error {
                    row(ui, stage, error, fonts::CAPTION, Ink::Error);
                }
                if !candidates.is_empty() {
                    ui.add_space(6.0);
                    row(ui, stage, "Found in the article", fonts::CAPTION, Ink::Ink3);
                }
                for candidate in &candidates {
                    let day = dates::day(dates::day_of(candidate.date), Style::FULL);
                    let note = format!("{} “{}”", words::published_basis(candidate.basis), candidate.words);
                    if offer(ui, stage, &day, &note) {
                        stage.push(Command::SetPublication(Some(candidate.date)));
                    }
                }
                ui.add_space(4.0);
                buttons(ui, stage, own);
            },
        );
    });
}

fn row(ui: &mut Ui, stage: &Stage, words: &str, font: crate::scene::Font, ink: Ink) {
    let galley = text::wrapped(ui.painter(), words, font, stage.color(ink), 18.0, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 4.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, stage.color(ink));
}

fn field(ui: &mut Ui, stage: &mut Stage, before: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let id = field_id();
    let focused = ui.memory(|m| m.has_focus(id));
    let (width, ink) = if focused { (2.0, Ink::Accent) } else { (1.0, Ink::Rule) };
    ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(4), Stroke::new(width, color(stage.theme, ink)), StrokeKind::Middle);
    let mut text = before.to_owned();
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .font(fonts::id(fonts::FIELD))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new("19 Dec 2025").font(fonts::id(fonts::FIELD)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .char_limit(60);
    if focused && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter)) {
        stage.push(Command::AcceptPublication);
    }
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 20.0, 18.0));
    let response = ui.place(inner, edit.desired_width(inner.width())).accessible_name("Publication date");
    // egui shows an area of its own invisibly at first, and what is not seen cannot keep the keyboard.
    if stage.memory.date_frames < 3 {
        stage.memory.date_frames += 1;
        response.request_focus();
    }
    if text != before {
        stage.commands.insert(0, Command::TypePublication(text));
    }
}

fn offer(ui: &mut Ui, stage: &Stage, day: &str, note: &str) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let y = rect.center().y;
    let response = widgets::words(ui, stage, rect.left(), y, day, &format!("Published {day}"), LINK);
    let left = rect.left() + text::width(ui.painter(), day, fonts::VALUE) + 10.0;
    let galley = text::elided(ui.painter(), note, fonts::CAPTION, rect.right() - left);
    text::paint_galley(
        ui.painter(),
        pos2(left, text::baseline(y, fonts::CAPTION)),
        crate::scene::Align::Left,
        galley,
        fonts::CAPTION,
        stage.color(Ink::Ink3),
    );
    response.clicked()
}

fn buttons(ui: &mut Ui, stage: &mut Stage, own: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let y = rect.center().y + 2.0;
    let mut x = rect.left();
    for (words, name, command) in [
        ("Set", "Set this publication date", Some(Command::AcceptPublication)),
        ("Cancel", "Cancel the publication date", Some(Command::CancelPublication)),
        ("Forget it", "Forget the publication date that you set", own.then_some(Command::SetPublication(None))),
    ] {
        let Some(command) = command else { continue };
        if widgets::words(ui, stage, x, y, words, name, LINK).clicked() {
            stage.push(command);
        }
        x += text::width(ui.painter(), words, fonts::VALUE) + 20.0;
    }
}
