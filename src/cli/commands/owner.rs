//! `kengen owner`: which duty covers a matter, and who is responsible.

use clap::Args;

use crate::analysis::owner;
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen owner`.
#[derive(Debug, Args)]
pub struct OwnerArguments {
    /// The words to look for; a regulation file may stand among them.
    #[arg(value_name = "WORDS", required = true)]
    pub names: Vec<String>,
    /// Show no more than this many duties.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub limit: usize,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with the duties that match the words.
///
/// # Errors
/// No graph, or no word.
pub fn run(session: &mut Session, arguments: &OwnerArguments) -> Result<Exit, Failure> {
    let (source, words) = arguments.source.split(&arguments.names, session)?;
    if words.is_empty() {
        return Err(Failure::new(Exit::Usage, tr!(session.messages, "error-no-words")));
    }
    let graph = source.graph(session)?;
    let report = owner(&graph, &words.join(" "), arguments.limit).map_err(|error| answer_failure(&error, session))?;
    session.answer(&report, |report, messages| text::owner(report, &graph, messages))?;
    Ok(Exit::Success)
}
