//! `kengen why-not`: why a relation that somebody expects does not hold.

use clap::{Args, ValueEnum};

use crate::analysis::{why_not_acting, why_not_commands};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::commands::acting::ScenarioArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::graph::Label;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen why-not`.
#[derive(Debug, Args)]
pub struct WhyNotArguments {
    /// Which relation.
    #[arg(value_enum, value_name = "RELATION")]
    pub relation: ExpectedRelation,
    /// The posts; a regulation file may stand before them.
    #[arg(value_name = "POST")]
    pub names: Vec<String>,
    /// Who is absent.
    #[command(flatten)]
    pub scenario: ScenarioArguments,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The relations that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExpectedRelation {
    /// The second post acts for the first.
    Acting,
    /// The first post commands the second.
    Commands,
}

/// Answers with what stands in the way.
///
/// # Errors
/// No graph, a name that is not one post, or a number of posts that makes no question.
pub fn run(session: &mut Session, arguments: &WhyNotArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let count_is_right = match arguments.relation {
        ExpectedRelation::Acting => (1..=2).contains(&names.len()),
        ExpectedRelation::Commands => names.len() == 2,
    };
    if !count_is_right {
        let failure = Failure::new(Exit::Usage, tr!(session.messages, "error-why-not-posts", count = names.len()));
        return Err(failure.help(tr!(session.messages, "help-why-not-posts")));
    }
    let graph = source.graph(session)?;
    let post = |name: &str| resolve(&graph, name, &[Label::Post], &session.messages);
    let posts = names.iter().map(|name| post(name)).collect::<Result<Vec<_>, _>>()?;
    if arguments.relation == ExpectedRelation::Commands {
        let answer = why_not_commands(&graph, &posts[0], &posts[1]).map_err(|error| answer_failure(&error, session))?;
        session.answer(&answer, |answer, messages| text::why_not_commands(answer, &graph, messages))?;
        return Ok(Exit::Success);
    }
    let file = arguments.scenario.file(session)?;
    let mut scenario = arguments.scenario.scenario(&file, &graph, session)?;
    if !scenario.absent.contains_key(&posts[0]) {
        scenario = scenario.absent(posts[0].clone(), arguments.scenario.condition.into());
    }
    let answer = why_not_acting(&graph, &scenario, &posts[0], posts.get(1));
    let answer = answer.map_err(|error| answer_failure(&error, session))?;
    session.answer(&answer, |answer, messages| text::why_not_acting(answer, &graph, messages))?;
    Ok(Exit::Success)
}
