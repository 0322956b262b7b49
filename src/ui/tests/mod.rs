//! Tests of the window by accessible label, without a renderer.

mod article;
mod correcting;
mod events;
mod finding;
mod keys;
mod opening;
mod out;
mod panels;
mod tree;

use super::{Memory, fonts, window};
use crate::session::fixture::{self, chronology};
use crate::session::{Command, Effect, State, apply};
use egui::{Ui, vec2};
use egui_kittest::Harness;

/// A window with its session; extractions are answered at once, other effects are kept.
pub struct App {
    pub state: State,
    pub memory: Memory,
    pub effects: Vec<Effect>,
}

impl App {
    pub fn carry_out(&mut self, command: Command) {
        for effect in apply(&mut self.state, command) {
            if let Effect::Extract { tab, generation, published, .. } = &effect {
                let (tab, generation) = (*tab, *generation);
                let chronology = Box::new(chronology(*published));
                apply(&mut self.state, Command::Extracted { tab, generation, chronology });
            }
            self.effects.push(effect);
        }
    }
}

fn frame(ui: &mut Ui, app: &mut App) {
    let mut commands = Vec::new();
    window(ui, &app.state, &mut app.memory, &mut commands);
    if !commands.is_empty() {
        ui.ctx().request_repaint();
    }
    for command in commands {
        app.carry_out(command);
    }
}

/// A window of a size showing a session.
pub fn shown(state: State, width: f32, height: f32) -> Harness<'static, App> {
    let mut memory = Memory::default();
    memory.pictures.at_once = true;
    let app = App { state, memory, effects: Vec::new() };
    let mut harness = Harness::builder()
        .with_size(vec2(width, height))
        .with_max_steps(12)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(frame, app);
    harness.run();
    harness
}

/// The hand-made article in a window of the usual size.
pub fn article() -> Harness<'static, App> {
    shown(fixture::opened(), 1440.0, 900.0)
}

pub fn selected<'a>(harness: &'a Harness<'static, App>) -> Option<&'a str> {
    harness.state().state.tab()?.view.selected.as_deref()
}
