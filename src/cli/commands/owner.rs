//! `kengen owner`: which duty covers a matter, and who is responsible.

use clap::Args;

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen owner`.
#[derive(Debug, Args)]
pub struct OwnerArguments {
    /// The words to look for; a regulation file may stand among them.
    #[arg(value_name = "WORDS", required = true)]
    pub names: Vec<String>,
    /// Show no more than this many duties.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub limit: usize,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}
