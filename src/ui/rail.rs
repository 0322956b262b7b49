//! The rails that panels fold to.

use super::icons::Icon;
use super::stage::Stage;
use super::{fonts, text, widgets};
use crate::article::ParagraphRole;
use crate::scene::Ink;
use crate::session::Command;
use egui::{Rect, Ui, pos2, vec2};

/// The article as lines: one for each line of its text, thicker where an event is told.
pub fn article(ui: &Ui, stage: &mut Stage, rail: Rect) {
    let sign = Rect::from_center_size(pos2(rail.center().x, rail.top() + 20.0), vec2(28.0, 28.0));
    if widgets::sign(ui, stage, sign, Icon::Right, "Unfold the article", Ink::Ink2).clicked() {
        stage.push(Command::ToggleArticle);
    }
    let Some(tab) = stage.state.tab() else { return };
    let (left, right) = (rail.left() + 10.0, rail.right() - 14.0);
    let mut y = rail.top() + 44.0;
    let painter = ui.painter();
    for paragraph in &tab.article.paragraphs {
        let length = paragraph.span.end - paragraph.span.start;
        let heading = matches!(paragraph.role, ParagraphRole::Headline | ParagraphRole::Heading);
        let lines = length.div_ceil(44).max(1);
        for line in 0..lines {
            if y > rail.bottom() - 8.0 {
                return;
            }
            let (from, to) = (paragraph.span.start + line * 44, paragraph.span.start + (line + 1) * 44);
            let told = |only_selected: bool| {
                tab.chronology
                    .events
                    .iter()
                    .filter(|e| !only_selected || Some(e.id.as_str()) == tab.view.selected.as_deref())
                    .flat_map(|e| &e.evidence)
                    .any(|e| e.span.start < to && from < e.span.end)
            };
            let last = line + 1 == lines;
            let width = if last { (right - left) * ((length - line * 44) as f32 / 44.0).clamp(0.2, 1.0) } else { right - left };
            let (ink, thick) = if told(true) {
                (Ink::Accent, 3.0)
            } else if told(false) {
                (Ink::Ink2, 3.0)
            } else if heading {
                (Ink::Ink2, 2.0)
            } else {
                (Ink::Rule, 1.0)
            };
            stage.fill(painter, Rect::from_min_size(pos2(left, y - thick / 2.0), vec2(width, thick)), ink);
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
