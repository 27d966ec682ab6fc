//! The program `kengen`. Everything is in the library; see `kengen::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kengen::cli::run_process()
}
