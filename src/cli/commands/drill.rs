//! `kengen drill`: what the absence of each post, one after the other, would come to.

use clap::Args;

use crate::analysis::drill;
use crate::cli::answer_failure;
use crate::cli::commands::resilience::AssumptionArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::render::text;

/// Arguments of `kengen drill`.
#[derive(Debug, Args)]
pub struct DrillArguments {
    /// Which units, and on what assumptions.
    #[command(flatten)]
    pub assumption: AssumptionArguments,
}

/// Answers with the drill.
///
/// # Errors
/// No graph, or a name that is not one unit.
pub fn run(session: &mut Session, arguments: &DrillArguments) -> Result<Exit, Failure> {
    let (graph, question) = arguments.assumption.question(session)?;
    let report = drill(&graph, &question).map_err(|error| answer_failure(&error, session))?;
    session.answer(&report, |report, messages| text::drill(report, &graph, messages))?;
    Ok(Exit::Success)
}
