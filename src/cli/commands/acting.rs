//! `kengen acting`: who acts for posts whose holders are absent.

use clap::{Args, ValueEnum};

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen acting`.
#[derive(Debug, Args)]
pub struct ActingArguments {
    /// The regulation file.
    #[arg(value_name = "FILE")]
    pub names: Vec<String>,
    /// The absent posts, each `POST` or `POST=CONDITION`.
    #[arg(short, long, value_name = "ABSENT", required = true)]
    pub absent: Vec<String>,
    /// The condition of the absent posts that state none.
    #[arg(long, value_enum, default_value_t = ConditionArgument::Incapacitated)]
    pub condition: ConditionArgument,
    /// Optional posts that are not filled.
    #[arg(short, long, value_name = "POST")]
    pub unfilled: Vec<String>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The conditions as values of `--condition`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConditionArgument {
    /// 事故があるとき.
    #[value(alias = "事故")]
    Incapacitated,
    /// 欠けたとき.
    #[value(alias = "欠けた")]
    Vacant,
    /// 不在のとき.
    #[value(alias = "不在")]
    Away,
}
