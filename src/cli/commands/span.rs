//! `kengen span`: who is under a post.

use clap::Args;

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen span`.
#[derive(Debug, Args)]
pub struct SpanArguments {
    /// The post; a regulation file may stand beside it.
    #[arg(value_name = "POST", required = true)]
    pub names: Vec<String>,
    /// Show no more than this many levels.
    #[arg(long, value_name = "NUMBER")]
    pub depth: Option<usize>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}
