//! `kengen completions`: completion scripts for shells, from the same definition as the help.

use clap::Args;
use clap_complete::Shell;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::help;
use crate::cli::session::Session;

/// Arguments of `kengen completions`.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// Writes the completion script.
///
/// # Errors
/// The standard output cannot be written.
pub fn run(session: &mut Session, arguments: &CompletionsArguments) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    let mut command = help::command(&session.messages);
    clap_complete::generate(arguments.shell, &mut command, "kengen", &mut script);
    session.print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Success)
}
