//! `kengen verify`: does the regulation say what its body believes?

use std::path::PathBuf;

use clap::Args;

use crate::analysis::verify;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::{is_standard_input, read_expectations};
use crate::cli::session::Session;
use crate::render::messages::tr;
use crate::render::text;

/// Untouched clauses that are shown without `--all`: about a screen.
const CLAUSES_SHOWN: usize = 20;

/// Arguments of `kengen verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the body believes, if not `expect.toml` beside the regulation.
    #[arg(short, long, value_name = "FILE")]
    pub expect: Option<PathBuf>,
    /// Show all clauses that no expectation touches.
    #[arg(long)]
    pub all: bool,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with what became of each expectation.
///
/// # Errors
/// No graph, or no expectations.
pub fn run(session: &mut Session, arguments: &VerifyArguments) -> Result<Exit, Failure> {
    let source = arguments.source.with_files(&arguments.files, session)?;
    let beside = source.regulation.iter().find(|path| !is_standard_input(path));
    let beside = beside.map(|path| path.with_file_name("expect.toml")).filter(|path| path.exists());
    let Some(path) = arguments.expect.clone().or(beside) else {
        let failure = Failure::new(Exit::Input, tr!(session.messages, "error-no-expectations"));
        return Err(failure.help(tr!(session.messages, "help-no-expectations")));
    };
    let expectations = read_expectations(&path, &session.messages)?;
    let graph = source.whole_graph(session)?;
    let report = verify(&graph, &expectations);
    let limit = if arguments.all { usize::MAX } else { CLAUSES_SHOWN };
    session.answer(&report, |report, messages| text::verify(report, &graph, limit, messages))?;
    Ok(if report.failed > 0 { Exit::Findings } else { Exit::Success })
}
