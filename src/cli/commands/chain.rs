//! `kengen chain`: who commands whom, from the top down to a post, or between two posts.

use clap::Args;

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen chain`.
#[derive(Debug, Args)]
pub struct ChainArguments {
    /// The post, or two posts, the first of them possibly the superior; a regulation file may stand among them.
    #[arg(value_name = "POST", required = true)]
    pub names: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}
