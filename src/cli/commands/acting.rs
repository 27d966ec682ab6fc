//! `kengen acting`: who acts for posts whose holders are absent.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::analysis::{Scenario, acting};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::read_scenario;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::graph::{AuthorityGraph, Condition, Label, NodeId};
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen acting`.
#[derive(Debug, Args)]
pub struct ActingArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub names: Vec<String>,
    /// The absent posts, each `POST` or `POST=CONDITION`.
    #[arg(short, long, value_name = "ABSENT", required_unless_present_any = ["scenario"])]
    pub absent: Vec<String>,
    /// The condition of the absent posts that state none.
    #[arg(long, value_enum, default_value_t = ConditionArgument::Incapacitated)]
    pub condition: ConditionArgument,
    /// A scenario written down: absent posts and posts that are not filled.
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// Optional posts that are not filled.
    #[arg(short, long, value_name = "POST")]
    pub unfilled: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The conditions as values of `--condition`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConditionArgument {
    /// 事故があるとき.
    #[value(alias = "事故")]
    Incapacitated,
    /// 欠けたとき.
    #[value(alias = "欠けた")]
    Vacant,
    /// 不在のとき.
    #[value(alias = "不在")]
    Away,
}

impl From<ConditionArgument> for Condition {
    fn from(argument: ConditionArgument) -> Self {
        match argument {
            ConditionArgument::Incapacitated => Condition::Incapacitated,
            ConditionArgument::Vacant => Condition::Vacant,
            ConditionArgument::Away => Condition::Away,
        }
    }
}

/// Answers with who acts for each absent post.
///
/// # Errors
/// No graph, a name that is not one post, or a post called unfilled that has to exist.
pub fn run(session: &mut Session, arguments: &ActingArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    if let Some(name) = names.first() {
        let message = tr!(session.messages, "error-acting-name", name = *name);
        return Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-acting-name", name = *name)));
    }
    let graph = source.graph(session)?;
    let mut scenario = Scenario::default();
    if let Some(path) = &arguments.scenario {
        let file = read_scenario(path, &session.messages)?;
        for absent in &file.absent {
            let post = resolve(&graph, &absent.post, &[Label::Post], &session.messages)?;
            scenario = scenario.absent(post, absent.condition);
        }
        for name in &file.unfilled {
            scenario = scenario.unfilled(resolve(&graph, name, &[Label::Post], &session.messages)?);
        }
    }
    for argument in &arguments.absent {
        let (post, condition) = absent(&graph, argument, arguments.condition, session)?;
        scenario = scenario.absent(post, condition);
    }
    for name in &arguments.unfilled {
        scenario = scenario.unfilled(resolve(&graph, name, &[Label::Post], &session.messages)?);
    }
    if scenario.absent.is_empty() {
        let failure = Failure::new(Exit::Usage, tr!(session.messages, "error-nobody-absent"));
        return Err(failure.help(tr!(session.messages, "help-nobody-absent")));
    }
    let report = acting(&graph, &scenario).map_err(|error| answer_failure(&error, session))?;
    session.answer(&report, |report, messages| text::acting(report, &graph, messages))?;
    Ok(Exit::Success)
}

/// An absent post and its condition from `POST` or `POST=CONDITION`.
fn absent(
    graph: &AuthorityGraph,
    argument: &str,
    otherwise: ConditionArgument,
    session: &Session,
) -> Result<(NodeId, Condition), Failure> {
    let (name, condition) = match argument.rsplit_once(['=', '＝']) {
        None => (argument, otherwise),
        Some((name, condition)) => match ConditionArgument::from_str(condition, true) {
            Ok(condition) => (name, condition),
            Err(_) => {
                let message = tr!(session.messages, "error-condition", condition = condition, name = name);
                return Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-condition")));
            }
        },
    };
    Ok((resolve(graph, name, &[Label::Post], &session.messages)?, condition.into()))
}
