//! `kengen acting`: who acts for posts whose holders are absent.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::analysis::{Scenario, ScenarioFile, acting};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::read_scenario;
use crate::cli::names::resolve;
use crate::cli::occupancy::{read_occupancy, resolve_person};
use crate::cli::session::Session;
use crate::graph::{AuthorityGraph, Condition, Label, NodeId};
use crate::occupancy::Occupancy;
use crate::render::json::ActingAnswerWithPeople;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen acting`.
#[derive(Debug, Args)]
pub struct ActingArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub names: Vec<String>,
    /// Who is absent.
    #[command(flatten)]
    pub scenario: ScenarioArguments,
    /// Who holds which post.
    #[arg(long, value_name = "PEOPLE")]
    pub occupancy: Option<PathBuf>,
    /// The absent people, each `NAME` or `NAME=CONDITION`.
    #[arg(long, value_name = "PERSON", requires = "occupancy")]
    pub absent_person: Vec<String>,
    /// The day on which people hold their posts; today if absent.
    #[arg(long, value_name = "DATE", requires = "occupancy")]
    pub as_of: Option<Date>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Which posts are absent, and which are not filled.
#[derive(Debug, Args)]
pub struct ScenarioArguments {
    /// The absent posts, each `POST` or `POST=CONDITION`.
    #[arg(short, long, value_name = "ABSENT")]
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

impl ScenarioArguments {
    /// The scenario file, empty if none is given.
    ///
    /// # Errors
    /// It cannot be read, or is no scenario.
    pub fn file(&self, session: &Session) -> Result<ScenarioFile, Failure> {
        let file = self.scenario.as_ref().map(|path| read_scenario(path, &session.messages));
        Ok(file.transpose()?.unwrap_or_default())
    }

    /// The scenario that a file and the arguments make together.
    ///
    /// # Errors
    /// A name that is not one post, or a condition that is none.
    pub fn scenario(
        &self,
        file: &ScenarioFile,
        graph: &AuthorityGraph,
        session: &Session,
    ) -> Result<Scenario, Failure> {
        let post = |name: &str| resolve(graph, name, &[Label::Post], &session.messages);
        let mut scenario = Scenario::default();
        for absent in &file.absent {
            scenario = scenario.absent(post(&absent.post)?, absent.condition);
        }
        for argument in &self.absent {
            let (name, condition) = self.with_condition(argument, session)?;
            scenario = scenario.absent(post(name)?, condition);
        }
        for name in file.unfilled.iter().chain(&self.unfilled) {
            scenario = scenario.unfilled(post(name)?);
        }
        Ok(scenario)
    }

    /// A name and its condition from `NAME` or `NAME=CONDITION`.
    fn with_condition<'a>(&self, argument: &'a str, session: &Session) -> Result<(&'a str, Condition), Failure> {
        let Some((name, condition)) = argument.rsplit_once(['=', '＝']) else {
            return Ok((argument, self.condition.into()));
        };
        match ConditionArgument::from_str(condition, true) {
            Ok(condition) => Ok((name, condition.into())),
            Err(_) => {
                let message = tr!(session.messages, "error-condition", condition = condition, name = name);
                Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-condition")))
            }
        }
    }
}

/// Answers with who acts for each absent post.
///
/// # Errors
/// No graph, a name that is not one post or person, a post called unfilled that has to exist, or a wrong occupancy file.
pub fn run(session: &mut Session, arguments: &ActingArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    if let Some(name) = names.first() {
        let message = tr!(session.messages, "error-acting-name", name = *name);
        return Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-acting-name", name = *name)));
    }
    let graph = source.graph(session)?;
    let file = arguments.scenario.file(session)?;
    let mut scenario = arguments.scenario.scenario(&file, &graph, session)?;
    let occupancy = arguments.occupancy.as_ref().map(|path| read_occupancy(path, &graph, &session.messages));
    let occupancy = occupancy.transpose()?;
    let day = arguments.as_of.map(|day| day.to_string()).or_else(|| file.as_of.clone());
    let day = day.unwrap_or_else(|| jiff::ZonedDateTime::now().date().to_string());
    let people = absent_people(arguments, &file, occupancy.as_ref(), session)?;
    if let Some(occupancy) = &occupancy {
        let keys: Vec<String> = people.iter().map(|(key, _)| key.clone()).collect();
        for (absent, (_, condition)) in occupancy.absences(&keys, &day).into_iter().zip(&people) {
            let emptied = absent.emptied.into_iter().map(|post: NodeId| (post, *condition));
            scenario = emptied.fold(scenario, |scenario, (post, condition)| scenario.absent(post, condition));
        }
    }
    if scenario.absent.is_empty() && people.is_empty() {
        let failure = Failure::new(Exit::Usage, tr!(session.messages, "error-nobody-absent"));
        return Err(failure.help(tr!(session.messages, "help-nobody-absent")));
    }
    let report = acting(&graph, &scenario).map_err(|error| answer_failure(&error, session))?;
    let keys: Vec<String> = people.into_iter().map(|(key, _)| key).collect();
    let people = occupancy.map(|occupancy| occupancy.people(&graph, &report, &keys, &day));
    let answer = ActingAnswerWithPeople { report, people };
    session
        .answer(&answer, |answer, messages| text::acting(&answer.report, answer.people.as_ref(), &graph, messages))?;
    Ok(Exit::Success)
}

/// The absent people, each with the condition.
fn absent_people(
    arguments: &ActingArguments,
    file: &ScenarioFile,
    occupancy: Option<&Occupancy>,
    session: &Session,
) -> Result<Vec<(String, Condition)>, Failure> {
    let messages = &session.messages;
    let Some(occupancy) = occupancy else {
        return match file.absent_person.first() {
            None => Ok(Vec::new()),
            Some(person) => {
                let message = tr!(messages, "error-person-without-occupancy", name = person.name.as_str());
                Err(Failure::new(Exit::Usage, message).help(tr!(messages, "help-person-without-occupancy")))
            }
        };
    };
    let mut people = Vec::new();
    for person in &file.absent_person {
        people.push((resolve_person(occupancy, &person.name, messages)?, person.condition));
    }
    for argument in &arguments.absent_person {
        let (name, condition) = arguments.scenario.with_condition(argument, session)?;
        people.push((resolve_person(occupancy, name, messages)?, condition));
    }
    Ok(people)
}
