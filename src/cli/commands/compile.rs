//! `kengen compile`: a regulation becomes a graph; a summary, or the graph as JSON.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::Format;
use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output_file::write_file;
use crate::cli::session::Session;
use crate::render::messages::tr;
use crate::render::text;

/// Arguments of `kengen compile`.
#[derive(Debug, Args)]
pub struct CompileArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write the graph here as JSON.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Compiles a regulation; answers with a summary, or with the graph as JSON.
///
/// # Errors
/// No regulation, or an output file that cannot be written.
pub fn run(session: &mut Session, arguments: &CompileArguments) -> Result<Exit, Failure> {
    let source = arguments.source.with_files(&arguments.files, session)?;
    // A data set of the database is compiled already: its graph is given as it is.
    let (graph, coverage) = match session.format {
        Format::Json => (source.whole_graph(session)?, None),
        _ => source.graph_and_coverage(session)?,
    };
    if let Some(output) = &arguments.output {
        write_file(output, graph.to_json().as_bytes(), &session.messages)?;
    }
    if session.format == Format::Json {
        // With an output file the graph stands there; it is not given twice.
        if arguments.output.is_none() {
            session.print(&graph.to_json())?;
        }
        return Ok(Exit::Success);
    }
    let summary = text::summary(&graph, coverage.as_ref(), &session.messages);
    session.print(&summary)?;
    if let Some(output) = &arguments.output {
        session.note(&tr!(session.messages, "note-written", path = output.display().to_string()));
    }
    Ok(Exit::Success)
}
