//! `kengen diagram`: organisation charts and command graphs as DOT, and as pictures where Graphviz is installed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::arguments::SourceArguments;

/// Arguments of `kengen diagram`.
#[derive(Debug, Args)]
pub struct DiagramArguments {
    /// What to draw.
    #[arg(value_enum, value_name = "KIND")]
    pub kind: DiagramKind,
    /// A regulation file, and the post of a command diagram.
    #[arg(value_name = "POST")]
    pub names: Vec<String>,
    /// Files to write; the ending decides on the form. DOT goes to the standard output if there is none.
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The diagrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiagramKind {
    /// Organisation chart, one column for each second-level unit.
    Columns,
    /// Organisation chart, ruled from left to right.
    Bracket,
    /// Command chain to a post, or the command graph of the body.
    Command,
}
