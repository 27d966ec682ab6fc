//! `kengen conflicts`: which duties that should be apart come together in one hand.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::analysis::{SeparationRules, conflicts};
use crate::cli::answer_failure;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::{is_standard_input, read_separation_rules};
use crate::cli::names::resolve;
use crate::cli::occupancy::read_occupancy;
use crate::cli::session::Session;
use crate::graph::Label;
use crate::render::text;

/// Duties of a side that are shown without `--all`.
const DUTIES_SHOWN: usize = 3;

/// Arguments of `kengen conflicts`.
#[derive(Debug, Args)]
pub struct ConflictsArguments {
    /// Units; a regulation file may stand beside them. The whole body without any.
    #[arg(value_name = "UNIT")]
    pub names: Vec<String>,
    /// The rules, if neither `separation.toml` beside the regulation nor those of the program.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Who holds which post.
    #[arg(long, value_name = "PEOPLE")]
    pub occupancy: Option<PathBuf>,
    /// The day on which people hold their posts; today if absent.
    #[arg(long, value_name = "DATE", requires = "occupancy")]
    pub as_of: Option<Date>,
    /// Show all duties of each side.
    #[arg(long)]
    pub all: bool,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with what comes together.
///
/// # Errors
/// No graph, a name that is not one unit, or a wrong file of rules or people.
pub fn run(session: &mut Session, arguments: &ConflictsArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let beside = source.regulation.iter().find(|path| !is_standard_input(path));
    let beside = beside.map(|path| path.with_file_name("separation.toml")).filter(|path| path.exists());
    let rules = match arguments.rules.clone().or(beside) {
        Some(path) => read_separation_rules(&path, &session.messages)?,
        None => SeparationRules::standard(),
    };
    let graph = source.graph(session)?;
    let units = names.iter().map(|name| resolve(&graph, name, &[Label::Unit], &session.messages));
    let units: Vec<_> = units.collect::<Result<_, _>>()?;
    let occupancy = arguments.occupancy.as_ref().map(|path| read_occupancy(path, &graph, &session.messages));
    let day = arguments.as_of.unwrap_or_else(|| jiff::ZonedDateTime::now().date()).to_string();
    let holdings = occupancy.transpose()?.map(|occupancy| occupancy.on_day(&day));
    let report =
        conflicts(&graph, &rules, &units, holdings.as_ref()).map_err(|error| answer_failure(&error, session))?;
    let limit = if arguments.all { usize::MAX } else { DUTIES_SHOWN };
    session.answer(&report, |report, messages| text::conflicts(report, limit, &graph, messages))?;
    Ok(Exit::Success)
}
