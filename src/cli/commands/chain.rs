//! `kengen chain`: who commands whom, from the top down to a post, or between two posts.

use clap::Args;

use crate::analysis::{command_chain, connection};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::graph::Label;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen chain`.
#[derive(Debug, Args)]
pub struct ChainArguments {
    /// The post, or two posts, the first of them possibly the superior; a regulation file may stand among them.
    #[arg(value_name = "POST", required = true)]
    pub names: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with the chains down to one post, or between two.
///
/// # Errors
/// No graph, a name that is not one post, or more than two names.
pub fn run(session: &mut Session, arguments: &ChainArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let graph = source.graph(session)?;
    let post = |name: &str| resolve(&graph, name, &[Label::Post], &session.messages);
    match names[..] {
        [name] => {
            let chain = command_chain(&graph, &post(name)?).map_err(|error| answer_failure(&error, session))?;
            session.answer(&chain, |chain, messages| text::command_chain(chain, &graph, messages))?;
        }
        [first, second] => {
            let (first, second) = (post(first)?, post(second)?);
            let found = connection(&graph, &first, &second).map_err(|error| answer_failure(&error, session))?;
            session.answer(&found, |found, messages| text::connection(found, &graph, messages))?;
        }
        _ => {
            return Err(Failure::new(
                Exit::Usage,
                tr!(session.messages, "error-one-or-two-posts", count = names.len()),
            ));
        }
    }
    Ok(Exit::Success)
}
