//! `kengen show`: everything the regulation says about one unit, post, duty or clause.

use clap::Args;

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen show`.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The name; a regulation file may stand beside it.
    #[arg(value_name = "NODE", required = true)]
    pub names: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}
