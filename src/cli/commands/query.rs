//! `kengen query`: the query library by name, and ad-hoc Cypher, on the database.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `kengen query`.
#[derive(Debug, Args)]
pub struct QueryArguments {
    /// Name of a query of the library; all are listed without one.
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// Parameters as `NAME=VALUE`.
    #[arg(value_name = "PARAMETER")]
    pub parameters: Vec<String>,
    /// A query in Cypher.
    #[arg(short, long, value_name = "CYPHER", conflicts_with_all = ["query", "parameters"])]
    pub cypher: Option<String>,
    /// The database file.
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The data set in the database.
    #[arg(long, value_name = "NAME")]
    pub data_set: Option<String>,
}
