//! The program: arguments choose between the window and the commands `extract` and `export`.

use demarche::cli::{self, Outcome};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => code,
        Outcome::Window(files) => window(files),
    }
}

#[cfg(feature = "window")]
fn window(files: Vec<PathBuf>) -> ExitCode {
    demarche::app::run(files)
}

#[cfg(not(feature = "window"))]
fn window(_files: Vec<PathBuf>) -> ExitCode {
    cli::tell("this program was built without its window: use `demarche extract` or `demarche export`");
    ExitCode::FAILURE
}
