//! `kengen explain`: what a finding means, why it matters, and what it rests on.

use clap::Args;

/// Arguments of `kengen explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The code of the finding; all codes are listed without one.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}
