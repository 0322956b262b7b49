//! The program: arguments choose between the window and the commands `extract` and `export`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::SUCCESS
}
