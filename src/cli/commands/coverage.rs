//! `kengen coverage`: what of the regulation was understood, and every sentence that was not.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::{Session, json};
use crate::graph::AuthorityGraph;
use crate::render::json::CoverageAnswer;
use crate::render::messages::tr;
use crate::render::{html, text};

/// Arguments of `kengen coverage`.
#[derive(Debug, Args)]
pub struct CoverageArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write the answer here.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with how much of a regulation was understood.
///
/// # Errors
/// No regulation, a data set that was loaded without saying so, or an output file that cannot be written.
pub fn run(session: &mut Session, arguments: &CoverageArguments) -> Result<Exit, Failure> {
    let source = arguments.source.with_files(&arguments.files, session)?;
    let (graph, coverage) = source.graph_and_coverage(session)?;
    let answer = coverage.ok_or_else(|| {
        Failure::new(Exit::Database, tr!(session.messages, "error-no-coverage"))
            .help(tr!(session.messages, "help-store-reload"))
    })?;
    let text = form(&answer, &graph, session)?;
    session.deliver(&text, arguments.output.as_deref())?;
    Ok(Exit::Success)
}

/// The answer in the form that was asked for.
///
/// # Errors
/// A page is asked for, and the data set was loaded by a version that did not keep what a page shows.
fn form(answer: &CoverageAnswer, graph: &AuthorityGraph, session: &Session) -> Result<String, Failure> {
    match session.format {
        Format::Json => Ok(json(answer)),
        Format::Html if answer.has_articles() => Ok(html::coverage(answer, graph, &session.messages)),
        Format::Html => Err(Failure::new(Exit::Database, tr!(session.messages, "error-no-articles"))
            .help(tr!(session.messages, "help-store-reload"))),
        _ => Ok(text::coverage(answer, graph, &session.messages)),
    }
}
