//! `kengen coverage`: what of the regulation was understood, and every sentence that was not.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen coverage`.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with how much of a regulation was understood.
///
/// # Errors
/// No regulation, or a data set that was loaded without saying so.
pub fn run(session: &mut Session, arguments: &CoverageArguments) -> Result<Exit, Failure> {
    let source = arguments.source.with_file(arguments.file.as_ref(), session)?;
    let (graph, coverage) = source.graph_and_coverage(session)?;
    let answer = coverage.ok_or_else(|| {
        Failure::new(Exit::Database, tr!(session.messages, "error-no-coverage"))
            .help(tr!(session.messages, "help-store-reload"))
    })?;
    session.answer(&answer, |answer, messages| text::coverage(answer, &graph, messages))?;
    Ok(Exit::Success)
}
