//! `kengen ledger`: what each duty leaves to another unit, and who has it there.

use clap::Args;

use crate::analysis::scopes;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::graph::Label;
use crate::render::json::LedgerAnswer;
use crate::render::text;

/// Arguments of `kengen ledger`.
#[derive(Debug, Args)]
pub struct LedgerArguments {
    /// A unit, to see only what it and the units below it leave or receive; a regulation file may stand beside it.
    #[arg(value_name = "UNIT")]
    pub names: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with the exclusion ledger.
///
/// # Errors
/// No graph, or not the name of one unit.
pub fn run(session: &mut Session, arguments: &LedgerArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let name = super::at_most_one_name(&names, session)?;
    let graph = source.whole_graph(session)?;
    let unit = name.map(|name| resolve(&graph, name, &[Label::Unit], &session.messages)).transpose()?;
    let answer = LedgerAnswer::new(scopes(&graph), unit, &graph);
    session.answer(&answer, |answer, messages| text::ledger(answer, &graph, messages))?;
    Ok(Exit::Success)
}
