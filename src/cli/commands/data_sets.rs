//! `kengen data-sets`: what the database holds; dropping a data set.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Arguments of `kengen data-sets`.
#[derive(Debug, Args)]
pub struct DataSetsArguments {
    /// What to do; listing is the default.
    #[command(subcommand)]
    pub action: Option<DataSetsAction>,
    /// The database file.
    #[arg(long, value_name = "FILE", global = true)]
    pub db: Option<PathBuf>,
}

/// What to do with data sets.
#[derive(Debug, Subcommand)]
pub enum DataSetsAction {
    /// Lists them.
    List,
    /// Removes one.
    Drop {
        /// Its name.
        #[arg(value_name = "NAME")]
        name: String,
    },
}
