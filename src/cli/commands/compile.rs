//! `kengen compile`: a regulation becomes a graph; a summary, or the graph as JSON.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen compile`.
#[derive(Debug, Args)]
pub struct CompileArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Write the graph here as JSON.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}
