//! `kengen load`: regulations go into the database, each as one data set.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `kengen load`.
#[derive(Debug, Args)]
pub struct LoadArguments {
    /// The regulation files.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The settings of the body, if not `supplement.toml` beside the regulation.
    #[arg(long, value_name = "FILE", conflicts_with = "no_supplement")]
    pub supplement: Option<PathBuf>,
    /// Read no supplement.
    #[arg(long)]
    pub no_supplement: bool,
    /// The database file.
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The name of the data set, if not that of the regulation's folder.
    #[arg(long, value_name = "NAME")]
    pub data_set: Option<String>,
}
