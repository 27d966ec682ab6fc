//! `kengen coverage`: what of the regulation was understood, and every sentence that was not.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::SourceArguments;

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
