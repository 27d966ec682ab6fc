//! `kengen matrix`: who plans, develops, maintains and operates what.

use clap::Args;

use crate::analysis::{MatrixChoice, matrix};
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen matrix`.
#[derive(Debug, Args)]
pub struct MatrixArguments {
    /// Words in the names of objects; a regulation file may stand beside them. Systems without any.
    #[arg(value_name = "OBJECT")]
    pub objects: Vec<String>,
    /// Everything that a duty is about, not only systems.
    #[arg(long, conflicts_with = "objects")]
    pub everything: bool,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with the matrix of objects and phases.
///
/// # Errors
/// No graph, or words that no object has.
pub fn run(session: &mut Session, arguments: &MatrixArguments) -> Result<Exit, Failure> {
    let (source, words) = arguments.source.split(&arguments.objects, session)?;
    let graph = source.whole_graph(session)?;
    let choice = match &words[..] {
        _ if arguments.everything => MatrixChoice::All,
        [] => MatrixChoice::Systems,
        words => MatrixChoice::Named(words.iter().map(|word| (*word).to_owned()).collect()),
    };
    let report = matrix(&graph, &choice);
    if report.rows.is_empty() && !words.is_empty() {
        let separator = tr!(session.messages, "list-separator");
        let message = tr!(session.messages, "error-no-object", words = words.join(&separator));
        return Err(Failure::new(Exit::Name, message).help(tr!(session.messages, "help-no-object")));
    }
    session.answer(&report, |report, messages| text::matrix(report, &graph, messages))?;
    Ok(Exit::Success)
}
