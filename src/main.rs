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

fn window(_files: Vec<PathBuf>) -> ExitCode {
    cli::tell("there is no window yet: use `demarche extract` or `demarche export`");
    ExitCode::FAILURE
}
