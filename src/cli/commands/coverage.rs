//! `kengen coverage`: what of the regulation was understood, and every sentence that was not.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::source::compile_file;
use crate::render::json::CoverageAnswer;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen coverage`.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with how much of a regulation was understood.
///
/// # Errors
/// No regulation.
pub fn run(session: &mut Session, arguments: &CoverageArguments) -> Result<Exit, Failure> {
    let source = arguments.source.with_file(arguments.file.as_ref(), session)?;
    source.check(session)?;
    let Some(file) = &source.regulation else {
        let failure = Failure::new(Exit::Input, tr!(session.messages, "error-coverage-needs-file"));
        return Err(failure.help(tr!(session.messages, "help-coverage-needs-file")));
    };
    let compiled = compile_file(file, &source.supplement_choice(), session)?;
    let compilation = &compiled.compilation;
    let answer = CoverageAnswer::new(&compilation.coverage, &compilation.notices, &compiled.diagnostics);
    session.answer(&answer, |answer, messages| text::coverage(answer, &compilation.graph, messages))?;
    Ok(Exit::Success)
}
