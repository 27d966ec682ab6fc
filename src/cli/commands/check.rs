//! `kengen check`: what is odd about a regulation.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Only findings with these codes.
    #[arg(long, value_name = "CODE")]
    pub code: Vec<String>,
    /// Only findings of at least this severity.
    #[arg(long, value_enum, default_value_t = SeverityArgument::Info)]
    pub severity: SeverityArgument,
    /// End with exit code 1 if there is a finding of at least this severity.
    #[arg(long, value_enum, default_value_t = FailOn::Error)]
    pub fail_on: FailOn,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The severities as values of `--severity`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityArgument {
    /// 参考.
    Info,
    /// 要確認.
    Warning,
    /// 要対応.
    Error,
}

/// The values of `--fail-on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Info,
    /// 要確認 or 要対応.
    Warning,
    /// 要対応.
    Error,
    /// No finding.
    Never,
}
