//! The command line: what the arguments ask for, and the commands `extract` and `export` that need no window.

mod extract;
mod input;
mod output;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads the diplomatic sequence out of an article and draws it as a timeline. Everything happens on this machine.
///
/// Without a command, Demarche opens its window with the files given.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Articles to open in the window
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Extract),
}

/// What is left to do after the arguments were read.
pub enum Outcome {
    /// Open the window with these files.
    Window(Vec<PathBuf>),
    /// End the program.
    Exit(ExitCode),
}

/// Reads the arguments and carries out the commands that need no window. Exit codes: 0 done, 1 could not do it, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Fails only where nobody is there to read it.
            let _ = error.print();
            return Outcome::Exit(ExitCode::from(if error.use_stderr() { 2 } else { 0 }));
        }
    };
    let failures = match arguments.command {
        None => return Outcome::Window(arguments.files),
        Some(Command::Extract(arguments)) => extract::extract(&arguments),
    };
    for failure in &failures {
        eprintln!("demarche: {failure}");
    }
    Outcome::Exit(ExitCode::from(u8::from(!failures.is_empty())))
}

fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "write a day of the calendar as in 2025-12-19".to_owned())
}
