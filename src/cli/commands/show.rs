//! `kengen show`: everything the regulation says about one unit, post, duty or clause.

use clap::Args;

use crate::analysis::show;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::cli::{answer_failure, one_name};
use crate::graph::Label;
use crate::render::text;

/// Arguments of `kengen show`.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The name; a regulation file may stand beside it.
    #[arg(value_name = "NODE", required = true)]
    pub names: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The sorts of node that have a name people use, in the order in which a name is tried: duties and matters are found by
/// their ids, or with `owner`.
const NAMED: [Label; 4] = [Label::Unit, Label::Post, Label::Clause, Label::Duty];

/// Answers with everything about one node.
///
/// # Errors
/// No graph, or not the name of one node.
pub fn run(session: &mut Session, arguments: &ShowArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let name = one_name(&names, session)?;
    let graph = source.whole_graph(session)?;
    let id = resolve(&graph, name, &NAMED, &session.messages)?;
    let view = show(&graph, &id).map_err(|error| answer_failure(&error, session))?;
    session.answer(&view, |view, messages| text::show(view, &graph, messages))?;
    Ok(Exit::Success)
}
