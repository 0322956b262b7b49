//! The card beside a mark under the pointer: what, when and why there, and the words that tell it.

use super::stage::Stage;
use super::{fonts, text};
use crate::chronology::{Event, dates};
use crate::scene::{Font, Ink};
use crate::session::{Tab, words};
use egui::{Frame, Margin, Response, Sense, Ui, vec2};

const WIDTH: f32 = 320.0;
/// Rows of the quotation that are shown.
const ROWS: usize = 4;

pub fn show(stage: &Stage, tab: &Tab, event: &Event, response: Response) {
    response.on_hover_ui(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        Frame::NONE.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
            ui.set_width(WIDTH);
            line(ui, stage, &event.title, fonts::STRONG, Ink::Ink, 2);
            let when = event.when.as_ref().map_or_else(|| "Not placed in time".to_owned(), dates::when);
            line(ui, stage, &when, fonts::VALUE, Ink::Ink, 2);
            line(ui, stage, &words::standing(event), fonts::LABEL, Ink::Ink2, 1);
            let reason = event.when.as_ref().map_or("", |w| w.reason.as_str());
            if !reason.is_empty() {
                line(ui, stage, reason, fonts::LABEL, Ink::Ink3, 2);
            }
            if let Some(evidence) = event.evidence.first() {
                ui.add_space(6.0);
                let told = evidence.span.of(&tab.article.text).split_whitespace().collect::<Vec<_>>().join(" ");
                let paragraph = evidence.paragraph.map(|n| format!(" ¶{n}")).unwrap_or_default();
                line(ui, stage, &format!("“{told}”{paragraph}"), fonts::LABEL, Ink::Ink2, ROWS);
            }
        });
    });
}

fn line(ui: &mut Ui, stage: &Stage, words: &str, font: Font, ink: Ink, rows: usize) {
    let galley = text::wrapped_rows(ui.painter(), words, font, stage.color(ink), 18.0, WIDTH, rows);
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, galley.size().y + 2.0), Sense::hover());
    ui.painter().galley(rect.min, galley, stage.color(ink));
}
