//! What stands between the top bar and the article: problems, the note that this is the sample, and what is being read.

use super::stage::Stage;
use super::widgets::{self, LINK};
use super::window::region;
use super::{fonts, text, top_bar};
use crate::scene::Ink;
use crate::session::state::Cure;
use crate::session::words::count;
use crate::session::{Command, Sheet};
use egui::{Rect, Role, Ui, pos2, vec2};

/// Shows the strips from the top of a rectangle down; gives where they end.
pub fn show(ui: &mut Ui, stage: &mut Stage, room: Rect) -> f32 {
    let mut top = room.top();
    let problems = stage.state.problems.len();
    for index in 0..problems {
        // More problems than a quarter of the window holds wait until the first are closed; how many is told.
        if top - room.top() > room.height() / 4.0 {
            let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 32.0));
            region(ui, rect, "More problems", Role::Status, |ui| more(ui, stage, rect, problems - index));
            top = rect.bottom();
            break;
        }
        top = problem(ui, stage, index, room, top);
    }
    if stage.state.sample_strip() {
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 32.0));
        region(ui, rect, "Sample article", Role::Status, |ui| sample(ui, stage, rect));
        top = rect.bottom();
    }
    if let Some(recovery) = stage.state.recovery.clone() {
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 32.0));
        let name = if recovery.name.is_empty() { "an article".to_owned() } else { format!("“{}”", recovery.name) };
        let words = format!("Demarche ended before your corrections to {name} were saved.");
        let actions = [("Recover", Command::Recover), ("Discard", Command::ForgetRecovery)];
        region(ui, rect, "Unsaved work", Role::Alert, |ui| offer(ui, stage, rect, &words, actions));
        top = rect.bottom();
    }
    if let Some(tab) = stage.state.tab().filter(|t| t.changed_on_disk) {
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 32.0));
        let words = format!("{} has changed on disk.", tab.article.source);
        let actions = [("Read again", Command::Reread(tab.id)), ("Keep as it is", Command::KeepAsRead(tab.id))];
        region(ui, rect, "Changed on disk", Role::Status, |ui| offer(ui, stage, rect, &words, actions));
        top = rect.bottom();
    }
    if stage.state.tab().is_some() && !stage.state.jobs.is_empty() {
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 32.0));
        region(ui, rect, "Reading", Role::Status, |ui| reading(ui, stage, rect));
        top = rect.bottom();
    }
    top
}

fn more(ui: &Ui, stage: &mut Stage, rect: Rect, number: usize) {
    stage.fill(ui.painter(), rect, Ink::Paper);
    stage.fill(ui.painter(), Rect::from_min_size(rect.min, vec2(4.0, rect.height())), Ink::Error);
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
    let (left, y) = (rect.left() + 20.0, rect.center().y);
    let words = count(number, "more problem", "more problems");
    let width = widgets::label(ui, stage, left, y, &words, fonts::LABEL, Ink::Error);
    if widgets::words(ui, stage, left + width + 24.0, y, "Close all", "Close all problems", LINK).clicked() {
        stage.push(Command::CloseAllProblems);
    }
}

fn sample(ui: &Ui, stage: &mut Stage, rect: Rect) {
    stage.fill(ui.painter(), rect, Ink::AccentSoft);
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
    let y = rect.center().y;
    widgets::label(ui, stage, rect.left() + 20.0, y, "Sample article. Open yours: Ctrl+O, paste, or drop a file", fonts::LABEL, Ink::Ink);
    if top_bar::cross(ui, stage, pos2(rect.right() - 22.0, y), "Close this note") {
        stage.push(Command::CloseSampleStrip);
    }
}

/// A sentence and what can be done about it.
fn offer(ui: &Ui, stage: &mut Stage, rect: Rect, words: &str, actions: [(&str, Command); 2]) {
    stage.fill(ui.painter(), rect, Ink::AccentSoft);
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
    let y = rect.center().y;
    let mut x = rect.left() + 20.0;
    x += widgets::label(ui, stage, x, y, words, fonts::LABEL, Ink::Ink) + 24.0;
    for (words, command) in actions {
        if widgets::words(ui, stage, x, y, words, words, LINK).clicked() {
            stage.push(command);
        }
        x += text::width(ui.painter(), words, fonts::VALUE) + 20.0;
    }
}

fn reading(ui: &Ui, stage: &mut Stage, rect: Rect) {
    stage.fill(ui.painter(), rect, Ink::Tint);
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
    let y = rect.center().y;
    let Some(job) = stage.state.jobs.first() else { return };
    let more = stage.state.jobs.len() - 1;
    let words = if more == 0 { format!("Reading {}…", job.name) } else { format!("Reading {}… and {more} more", job.name) };
    let id = job.id;
    let width = widgets::label(ui, stage, rect.left() + 20.0, y, &words, fonts::LABEL, Ink::Ink);
    if widgets::words(ui, stage, rect.left() + 36.0 + width, y, "Cancel", "Cancel reading", LINK).clicked() {
        stage.push(Command::Abandon(id));
    }
}

fn problem(ui: &mut Ui, stage: &mut Stage, index: usize, room: Rect, top: f32) -> f32 {
    let Some(problem) = stage.state.problems.get(index).cloned() else { return top };
    let width = (room.width() - 80.0).max(100.0);
    let body = text::wrapped(ui.painter(), &problem.text, fonts::LABEL, stage.color(Ink::Ink), 20.0, width);
    let height = 12.0 + 18.0 + body.size().y + 30.0 + 10.0;
    let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), height));
    let left = rect.left() + 20.0;
    let salt = ui.new_child(
        egui::UiBuilder::new().id_salt(("problem", index)).max_rect(rect).accessibility_label("Problem").accessibility_role(Role::Alert),
    );
    let ui = &salt;
    stage.fill(ui.painter(), rect, Ink::Paper);
    stage.fill(ui.painter(), Rect::from_min_size(rect.min, vec2(4.0, height)), Ink::Error);
    stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Rule);
    widgets::label(ui, stage, left, rect.top() + 20.0, &problem.title, fonts::STRONG, Ink::Error);
    let at = pos2(left, rect.top() + 30.0);
    let body_rect = Rect::from_min_size(at, body.size());
    ui.painter().galley(at, body, stage.color(Ink::Ink));
    let response = ui.interact(body_rect, ui.scope_id().with("text"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &problem.text));
    let y = body_rect.bottom() + 16.0;
    let mut x = left;
    let actions: &[(&str, Command)] = &match problem.cure {
        Cure::None => vec![],
        Cure::OpenOther => {
            vec![
                ("Open another file…", Command::AskOpen),
                ("Paste its text", Command::Paste { text: None }),
                ("Open by path…", Command::OpenSheet(Sheet::Path)),
            ]
        }
        Cure::SavePicture => vec![("Save PNG instead…", Command::Export)],
        Cure::SaveElsewhere => vec![("Save elsewhere…", Command::Export)],
        Cure::SaveProjectElsewhere => vec![("Save elsewhere…", Command::SaveAs)],
        Cure::TypePath => vec![("Type the path…", Command::OpenSheet(Sheet::Path))],
    };
    for (words, command) in actions {
        if widgets::words(ui, stage, x, y, words, words, LINK).clicked() {
            // What could not be copied was a picture, whatever was written last.
            if problem.cure == Cure::SavePicture {
                stage.push(Command::SetFormat { ending: ".png".to_owned(), pixels: stage.state.settings.export.pixels });
            }
            stage.push(command.clone());
            if problem.cure != Cure::SavePicture {
                stage.push(Command::CloseProblem(index));
            }
        }
        x += text::width(ui.painter(), words, fonts::VALUE) + 24.0;
    }
    if widgets::words(ui, stage, x, y, "Copy details", "Copy details", LINK).clicked() {
        stage.push(Command::CopyProblem(index));
    }
    if top_bar::cross(ui, stage, pos2(rect.right() - 22.0, rect.top() + 20.0), "Close this problem") {
        stage.push(Command::CloseProblem(index));
    }
    rect.bottom()
}
