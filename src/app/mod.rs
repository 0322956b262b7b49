//! The shell around the session: it runs the window, performs effects off its thread, and keeps the settings.

mod clipboard;
mod effects;
mod figures;
mod frame;
mod icon;
mod pastes;
mod projects;
mod settings;
mod system_theme;
mod work;

use crate::cli::input;
use crate::session::state::{Cure, Problem};
use crate::session::{Command, State};
use chrono::Datelike;
use std::path::PathBuf;
use std::process::ExitCode;

/// Opens the window with files, or with what was open last, or with the sample. Gives 1 where there is no display.
pub fn run(files: Vec<PathBuf>) -> ExitCode {
    let mut stored = settings::load();
    let mut commands: Vec<Command> = Vec::new();
    let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(|path| input::address(path).is_some());
    if !files.is_empty() {
        commands.push(Command::Open(files.into_iter().map(absolute).collect()));
        // What was pasted, and open last, is not opened now: it can be found among the recent articles.
        stored.settings.remember_open_pastes();
    } else {
        let settings = &stored.settings;
        if !settings.started || settings.sample {
            commands.push(Command::OpenSample);
        }
        if let Some(project) = &settings.project {
            commands.push(Command::Open(vec![project.clone()]));
        }
        // Those that are missing by now are told of.
        if !settings.open.is_empty() {
            commands.push(Command::Reopen { files: settings.open.clone(), shown: settings.shown });
        }
    }
    let left_behind = projects::recovery_folder().map(|folder| projects::left_behind(&folder)).unwrap_or_default();
    commands.extend(left_behind.into_iter().next().map(|(path, name)| Command::Recoverable { path, name }));
    for error in addresses.iter().filter_map(|path| input::address(path)) {
        let problem =
            Problem { title: "An address was given instead of a file".to_owned(), text: error.to_string(), cure: Cure::OpenOther };
        commands.push(Command::Failed(problem));
    }
    let today = chrono::DateTime::from_timestamp(settings::seconds_since_epoch(), 0).map(|t| t.date_naive().num_days_from_ce());
    let mut state = State::new(stored.settings, today);
    if let Some(problem) = stored.problem {
        crate::session::apply(&mut state, Command::Failed(problem));
    }
    match frame::open(state, commands, stored.place) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            log::error!("{why}");
            eprintln!(
                "demarche: no window can be opened without a display and OpenGL: use `demarche extract` or `demarche export`, which need neither"
            );
            ExitCode::FAILURE
        }
    }
}

/// A path that still means the same file at the next start.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}
