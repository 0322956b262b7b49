//! The window as eframe runs it: answers come in, the views are painted, commands are applied, effects performed.

use super::effects::Shell;
use crate::scene::Ink;
use crate::session::{self, Command, State};
use crate::ui::{self, Memory};
use eframe::NativeOptions;
use egui::{Context, Ui, Vec2, ViewportBuilder};
use std::path::PathBuf;

/// Runs the window until it is closed. The error says why there can be none.
pub fn open(state: State, first: Vec<Command>, place: Option<PathBuf>) -> Result<(), String> {
    let viewport = ViewportBuilder::default()
        .with_title("Demarche")
        .with_app_id("demarche")
        .with_icon(super::icon::icon())
        .with_inner_size(state.settings.window)
        .with_min_inner_size([640.0, 480.0])
        .with_drag_and_drop(true);
    let options = NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..NativeOptions::default() };
    let start = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        cc.egui_ctx.set_fonts(ui::fonts::definitions());
        let mut window = Window {
            shell: Shell::new(&cc.egui_ctx, place, &state.settings),
            sent: state.settings.window.into(),
            state,
            memory: Memory::default(),
            commands: first,
            title: String::new(),
        };
        window.carry_out();
        Ok(Box::new(window))
    };
    eframe::run_native("demarche", options, Box::new(start)).map_err(|e| e.to_string())
}

struct Window {
    state: State,
    memory: Memory,
    shell: Shell,
    commands: Vec<Command>,
    title: String,
    /// The size told of last.
    sent: Vec2,
}

impl Window {
    fn carry_out(&mut self) -> bool {
        let commands = std::mem::take(&mut self.commands);
        let any = !commands.is_empty();
        for command in commands {
            for effect in session::apply(&mut self.state, command) {
                self.shell.perform(effect);
            }
        }
        any
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = match self.state.tab() {
            Some(tab) if !tab.article.title.is_empty() => format!("{} – Demarche", tab.article.title),
            _ => "Demarche".to_owned(),
        };
        let title = if self.state.unsaved() { format!("• {title}") } else { title };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.commands.extend(self.shell.answers());
        if ctx.input(|i| i.events.contains(&egui::Event::WindowFocused(true))) {
            self.shell.came_to_front();
        }
        self.carry_out();
        ui::window(ui, &self.state, &mut self.memory, &mut self.commands);
        let size = ctx.content_rect().size() * ctx.zoom_factor();
        self.commands.extend(resized(&mut self.sent, size));
        // What changed is seen in a frame of its own.
        if self.carry_out() {
            ctx.request_repaint();
        }
        // Closing the window is quitting: unsaved work is asked about first.
        if ctx.input(|i| i.viewport().close_requested()) && !self.shell.quitting() {
            if self.state.unsaved() {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
            self.commands.push(Command::Quit);
            self.carry_out();
            ctx.request_repaint();
        }
        self.shell.watch(&self.state);
        self.name_window(&ctx);
        self.shell.save_settled();
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // What has come back by now is part of what is remembered.
        self.commands.extend(self.shell.answers());
        self.carry_out();
        let settings = session::Settings::of(&self.state);
        self.shell.perform(session::Effect::SaveSettings(settings));
        self.shell.save_now();
        self.shell.keep_now();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let [r, g, b] = crate::scene::theme::color(self.state.theme(), Ink::Paper).map(|c| f32::from(c) / 255.0);
        [r, g, b, 1.0]
    }
}

/// Tells of a size that differs from the one told of last. What the settings make of it does not count: they keep to bounds of their own.
fn resized(sent: &mut Vec2, size: Vec2) -> Option<Command> {
    if (size - *sent).abs().max_elem() <= 0.5 {
        return None;
    }
    *sent = size;
    Some(Command::WindowResized(size.x, size.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_smaller_than_settings_allow_is_told_of_once() {
        let mut state = State::default();
        let mut sent = Vec2::from(state.settings.window);
        let small = Vec2::new(500.0, 300.0);
        let command = resized(&mut sent, small).unwrap();
        session::apply(&mut state, command);
        assert_ne!(Vec2::from(state.settings.window), small);
        assert!(resized(&mut sent, small).is_none());
        assert!(resized(&mut sent, Vec2::new(500.0, 301.0)).is_some());
    }
}
