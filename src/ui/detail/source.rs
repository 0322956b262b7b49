//! The paragraphs that an event rests on, in full, the telling words on the ground of the selection.

use super::super::reader::{boxes, hull, underlines};
use super::super::stage::Stage;
use super::super::widgets::{self, LINK_RIGHT};
use super::super::{fonts, text};
use super::Column;
use crate::article::{Paragraph, ParagraphRole, TextSpan};
use crate::chronology::{Event, Evidence, EvidenceRole};
use crate::scene::Ink;
use crate::session::{Command, Tab, words};
use egui::text_selection::LabelSelectionState;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

pub fn show(ui: &Ui, stage: &mut Stage, column: &mut Column, tab: &Tab, event: &Event) {
    let y = column.y + 2.0;
    widgets::label(ui, stage, column.left, y, "Source", fonts::CAPTION, Ink::Ink3);
    if let Some(first) = event.evidence.first()
        && widgets::words(ui, stage, column.right, y, "Show in article", "Show in article", LINK_RIGHT).clicked()
    {
        stage.push(Command::ShowInArticle(first.span));
    }
    column.y += 18.0;
    let mut shown: Vec<TextSpan> = Vec::new();
    for evidence in &event.evidence {
        let Some(paragraph) = tab.article.paragraph_at(evidence.span.start) else { continue };
        if shown.contains(&paragraph.span) {
            continue;
        }
        shown.push(paragraph.span);
        let here: Vec<&Evidence> = event.evidence.iter().filter(|e| paragraph.span.contains(e.span)).collect();
        quote(ui, stage, column, tab, paragraph, &here);
    }
}

fn quote(ui: &Ui, stage: &Stage, column: &mut Column, tab: &Tab, paragraph: &Paragraph, here: &[&Evidence]) {
    column.y += 6.0;
    let what = match here.first().map(|e| e.role) {
        Some(EvidenceRole::Main) | None => None,
        Some(role) => Some(words::evidence_role(role)),
    };
    if let Some(what) = what {
        let label = match paragraph.number {
            Some(number) => format!("¶{number} {what}"),
            None => format!("{} {what}", role_name(paragraph.role)),
        };
        widgets::label(ui, stage, column.left, column.y + 9.0, &label, fonts::CAPTION, Ink::Ink3);
        column.y += 18.0;
    } else if let Some(number) = paragraph.number {
        widgets::label(ui, stage, column.left, column.y + 10.0, &format!("¶{number}"), fonts::CAPTION, Ink::Ink3);
    } else {
        widgets::label(ui, stage, column.left, column.y + 9.0, role_name(paragraph.role), fonts::CAPTION, Ink::Ink3);
        column.y += 18.0;
    }
    let at = pos2(column.left + 24.0, column.y);
    let all = paragraph.span.of(&tab.article.text);
    let spans: Vec<TextSpan> = here.iter().map(|e| hull(e)).collect();
    let galley = text::two_inks(
        ui.painter(),
        all,
        paragraph.span.start,
        &spans,
        fonts::READER,
        [stage.color(Ink::Ink2), stage.color(Ink::Ink)],
        column.right - at.x,
    );
    let local =
        |span: TextSpan| TextSpan::new(span.start.saturating_sub(paragraph.span.start), span.end.saturating_sub(paragraph.span.start));
    for span in &spans {
        for place in boxes(&galley, local(*span), 2.0) {
            stage.fill(ui.painter(), place.translate(at.to_vec2()), Ink::AccentSoft);
        }
    }
    for time in tab.chronology.time_expressions.iter().filter(|t| spans.iter().any(|s| s.contains(t.span))) {
        for line in underlines(&galley, local(time.span)) {
            stage.fill(ui.painter(), line.translate(at.to_vec2()), Ink::Ink2);
        }
    }
    let rect = Rect::from_min_size(at, vec2(column.right - at.x, galley.size().y));
    let response = ui.interact(rect, ui.scope_id().with(("quote", paragraph.span.start)), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Blockquote, true, all));
    column.y = rect.bottom();
    LabelSelectionState::label_text_selection(ui, &response, at, galley, stage.color(Ink::Ink2), Stroke::NONE);
}

fn role_name(role: ParagraphRole) -> &'static str {
    match role {
        ParagraphRole::Headline => "Headline",
        ParagraphRole::Heading => "Heading",
        ParagraphRole::Caption => "Caption",
        ParagraphRole::Body | ParagraphRole::List => "Text",
    }
}
