//! `kengen resilience`: which absences leave what unattended.

use clap::Args;

use crate::analysis::{ResilienceQuestion, resilience};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::commands::acting::ConditionArgument;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::graph::{AuthorityGraph, Label};
use crate::render::text;

/// Single points of failure that are shown without `--limit`.
const POINTS_SHOWN: usize = 10;

/// Arguments of `kengen resilience`.
#[derive(Debug, Args)]
pub struct ResilienceArguments {
    /// Which units, and on what assumptions.
    #[command(flatten)]
    pub assumption: AssumptionArguments,
    /// Show no more than this many single points of failure.
    #[arg(long, value_name = "NUMBER", default_value_t = POINTS_SHOWN)]
    pub limit: usize,
    /// Show the smallest sets of every post.
    #[arg(long)]
    pub all: bool,
}

/// Which units a question is about, and on what assumptions it is asked.
#[derive(Debug, Args)]
pub struct AssumptionArguments {
    /// Units; a regulation file may stand beside them. The whole body without any.
    #[arg(value_name = "UNIT")]
    pub names: Vec<String>,
    /// The condition of every absence.
    #[arg(long, value_enum, default_value_t = ConditionArgument::Incapacitated)]
    pub condition: ConditionArgument,
    /// Take the posts that need not exist as not filled.
    #[arg(long)]
    pub optional_unfilled: bool,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

impl AssumptionArguments {
    /// The graph and the question that these arguments mean.
    ///
    /// # Errors
    /// No graph, or a name that is not one unit.
    pub fn question(&self, session: &Session) -> Result<(AuthorityGraph, ResilienceQuestion), Failure> {
        let (source, names) = self.source.split(&self.names, session)?;
        let graph = source.graph(session)?;
        let units = names.iter().map(|name| resolve(&graph, name, &[Label::Unit], &session.messages));
        let units = units.collect::<Result<_, _>>()?;
        let condition = self.condition.into();
        Ok((graph, ResilienceQuestion { units, condition, optional_unfilled: self.optional_unfilled }))
    }
}

/// Answers with the smallest sets of absences and the single points of failure.
///
/// # Errors
/// No graph, or a name that is not one unit.
pub fn run(session: &mut Session, arguments: &ResilienceArguments) -> Result<Exit, Failure> {
    let (graph, question) = arguments.assumption.question(session)?;
    let report = resilience(&graph, &question).map_err(|error| answer_failure(&error, session))?;
    let all = arguments.all || !question.units.is_empty();
    session.answer(&report, |report, messages| text::resilience(report, arguments.limit, all, &graph, messages))?;
    Ok(Exit::Success)
}
