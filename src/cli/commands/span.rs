//! `kengen span`: who is under a post.

use clap::Args;

use crate::analysis::span;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::cli::{answer_failure, one_name};
use crate::graph::Label;
use crate::render::text;

/// Arguments of `kengen span`.
#[derive(Debug, Args)]
pub struct SpanArguments {
    /// The post; a regulation file may stand beside it.
    #[arg(value_name = "POST", required = true)]
    pub names: Vec<String>,
    /// Show no more than this many levels.
    #[arg(long, value_name = "NUMBER")]
    pub depth: Option<usize>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with everybody under a post.
///
/// # Errors
/// No graph, or not the name of one post.
pub fn run(session: &mut Session, arguments: &SpanArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let name = one_name(&names, session)?;
    let graph = source.graph(session)?;
    let post = resolve(&graph, name, &[Label::Post], &session.messages)?;
    let answer = span(&graph, &post).map_err(|error| answer_failure(&error, session))?;
    let depth = arguments.depth.unwrap_or(usize::MAX);
    session.answer(&answer, |answer, messages| text::span(answer, depth, &graph, messages))?;
    Ok(Exit::Success)
}
