//! The window as eframe runs it: answers come in, the views are painted, commands are applied, effects performed.

use super::effects::Shell;
use crate::scene::Ink;
use crate::session::{self, Command, State};
use crate::ui::{self, Memory};
use eframe::NativeOptions;
use egui::{Context, Ui, ViewportBuilder};
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
        let mut window =
            Window { shell: Shell::new(&cc.egui_ctx, place), state, memory: Memory::default(), commands: first, title: String::new() };
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
        if (size.x - self.state.settings.window[0]).abs() > 0.5 || (size.y - self.state.settings.window[1]).abs() > 0.5 {
            self.commands.push(Command::WindowResized(size.x, size.y));
        }
        // What changed is seen in a frame of its own.
        if self.carry_out() {
            ctx.request_repaint();
        }
        self.name_window(&ctx);
        self.shell.save_settled();
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let settings = session::Settings::of(&self.state);
        self.shell.perform(session::Effect::SaveSettings(settings));
        self.shell.save_now();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let [r, g, b] = crate::scene::theme::color(self.state.theme(), Ink::Paper).map(|c| f32::from(c) / 255.0);
        [r, g, b, 1.0]
    }
}
