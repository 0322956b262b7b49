//! The command line: what the arguments ask for, and the commands `extract` and `export` that need no window.

mod explain;
mod export;
mod extract;
pub mod format;
pub mod input;
pub mod output;
pub mod project;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::io::{self, Write};
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
    Export(export::Export),
    Explain(explain::Explain),
}

/// What is left to do after the arguments were read.
pub enum Outcome {
    /// Open the window with these files.
    Window(Vec<PathBuf>),
    /// End the program.
    Exit(ExitCode),
}

/// How a command ended, as its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Done = 0,
    /// Something could not be done, and was told.
    Failed = 1,
    WrongUsage = 2,
}

impl End {
    fn failed_if(failed: bool) -> Self {
        if failed { Self::Failed } else { Self::Done }
    }
}

/// Reads the arguments and carries out the commands that need no window. Exit codes: 0 done, 1 could not do it, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            tell(&in_one_line(&error.to_string()));
            return Outcome::Exit(ExitCode::from(End::WrongUsage as u8));
        }
        Err(help) => {
            // Help and version; whoever closed the pipe has seen enough.
            let _ = help.print();
            return Outcome::Exit(ExitCode::SUCCESS);
        }
    };
    let end = match &arguments.command {
        None => return Outcome::Window(arguments.files),
        Some(Command::Extract(arguments)) => extract::extract(arguments),
        Some(Command::Export(arguments)) => export::export(arguments),
        Some(Command::Explain(arguments)) => explain::explain(arguments),
    };
    Outcome::Exit(ExitCode::from(end as u8))
}

/// Tells one line to whoever called the program. Where nobody listens there is nobody to tell that either.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "demarche: {line}");
}

/// Writes to standard output. A reader that has seen enough, as in `demarche extract … | head`, is no failure.
fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output cannot be written ({error})")),
        _ => Ok(()),
    }
}

/// What the parser of arguments says over several lines, without the usage that --help tells better.
fn in_one_line(message: &str) -> String {
    let said: Vec<String> = message
        .trim_start_matches("error: ")
        .split("\n\n")
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|part| !part.is_empty() && !part.starts_with("Usage:") && !part.starts_with("For more information"))
        .collect();
    format!("{} (--help tells more)", said.join("; "))
}

/// A day in ISO 8601. Of a day with a time ("1998-02-13T14:26:00+01:00") the day is taken as it is written, in the page's own time zone.
fn date(text: &str) -> Result<NaiveDate, String> {
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let is_time = time.chars().all(|c| c.is_ascii_digit() || ":.+-Z".contains(c));
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|_| is_time).ok_or("write a day of the calendar as in 2025-12-19".to_owned())
}
