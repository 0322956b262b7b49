//! The rails that panels fold to.

use super::icons::Icon;
use super::reader::Mention;
use super::stage::Stage;
use super::{fonts, text, widgets};
use crate::article::ParagraphRole;
use crate::scene::Ink;
use crate::session::Command;
use egui::{Rect, Ui, pos2, vec2};

/// Letters of the article in one line of the rail.
const LETTERS: usize = 44;

/// The article as lines: one for each line of its text, thicker where an event is told.
pub fn article(ui: &Ui, stage: &mut Stage, rail: Rect) {
    let sign = Rect::from_center_size(pos2(rail.center().x, rail.top() + 20.0), vec2(28.0, 28.0));
    if widgets::sign(ui, stage, sign, Icon::Right, "Unfold the article", Ink::Ink2).clicked() {
        stage.push(Command::ToggleArticle);
    }
    let Some(tab) = stage.state.tab() else { return };
    let told = super::reader::told(stage, tab).by_paragraph.clone();
    let selected = tab.view.selected.as_deref().and_then(|id| tab.index.place(id));
    let (left, right) = (rail.left() + 10.0, rail.right() - 14.0);
    let mut y = rail.top() + 44.0;
    for (paragraph, mentions) in tab.article.paragraphs.iter().zip(&told) {
        let length = paragraph.span.end - paragraph.span.start;
        let heading = matches!(paragraph.role, ParagraphRole::Headline | ParagraphRole::Heading);
        let lines = length.div_ceil(LETTERS).max(1);
        for line in 0..lines {
            if y > rail.bottom() - 8.0 {
                return;
            }
            let from = paragraph.span.start + line * LETTERS;
            let here = |m: &&Mention| m.span.start < from + LETTERS && from < m.span.end;
            let (ink, thick) = if mentions.iter().filter(here).any(|m| Some(m.event) == selected) {
                (Ink::Accent, 3.0)
            } else if mentions.iter().any(|m| here(&m)) {
                (Ink::Ink2, 3.0)
            } else if heading {
                (Ink::Ink2, 2.0)
            } else {
                (Ink::Rule, 1.0)
            };
            let last = length.saturating_sub(line * LETTERS) as f32 / LETTERS as f32;
            let width = (right - left) * last.clamp(0.2, 1.0);
            stage.fill(ui.painter(), Rect::from_min_size(pos2(left, y - thick / 2.0), vec2(width, thick)), ink);
            y += 4.0;
        }
        y += 6.0;
    }
}

pub fn detail(ui: &Ui, stage: &mut Stage, rail: Rect) {
    let sign = Rect::from_center_size(pos2(rail.center().x, rail.top() + 20.0), vec2(28.0, 28.0));
    if widgets::sign(ui, stage, sign, Icon::Left, "Unfold the detail", Ink::Ink2).clicked() {
        stage.push(Command::ToggleDetail);
    }
    let galley = text::line(ui.painter(), "Detail", fonts::LABEL);
    let at = pos2(rail.center().x + galley.size().y / 2.0, rail.top() + 44.0);
    let shape = egui::epaint::TextShape::new(at, galley, stage.color(Ink::Ink2)).with_angle(std::f32::consts::FRAC_PI_2);
    ui.painter().add(shape);
}
