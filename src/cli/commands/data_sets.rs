//! `kengen data-sets`: what the database holds; dropping a data set.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::arguments::Format;
use crate::cli::database;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::render::json::DataSetsAnswer;
use crate::render::messages::tr;
use crate::render::text;
use crate::store::GraphStore as _;

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

/// Lists the data sets, or drops one; as JSON dropping answers with those that are left.
///
/// # Errors
/// No database, or no such data set.
pub fn run(session: &mut Session, arguments: &DataSetsArguments) -> Result<Exit, Failure> {
    if let Some(DataSetsAction::Drop { name }) = &arguments.action {
        let path = database::path(arguments.db.as_deref(), session);
        let mut store = database::open(arguments.db.as_deref(), session)?;
        store.drop_data_set(name).map_err(|error| database::failure(&error, &session.messages))?;
        let path = path.display().to_string();
        session.note(&tr!(session.messages, "note-dropped", name = name.as_str(), path = path));
        if session.format == Format::Text {
            return Ok(Exit::Success);
        }
    }
    let mut store = database::open(arguments.db.as_deref(), session)?;
    let data_sets = store.data_sets().map_err(|error| database::failure(&error, &session.messages))?;
    session.answer(&DataSetsAnswer { data_sets }, text::data_sets)?;
    Ok(Exit::Success)
}
