//! `kengen query`: the query library by name, and ad-hoc Cypher, on the database.

use std::path::PathBuf;

use clap::Args;

use crate::cli::database;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::names::resolve;
use crate::cli::session::Session;
use crate::render::json::QueriesAnswer;
use crate::render::messages::tr;
use crate::render::text;
use crate::store::queries::{self, Query};
use crate::store::{EmbeddedStore, GraphStore as _, Parameters};

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

/// Runs a query, or lists the library.
///
/// # Errors
/// No database, an unknown query, wrong parameters, or Cypher that fails.
pub fn run(session: &mut Session, arguments: &QueryArguments) -> Result<Exit, Failure> {
    let table = match (&arguments.cypher, &arguments.query) {
        (Some(cypher), _) => {
            let mut store = database::open(arguments.db.as_deref(), session)?;
            let mut parameters = Parameters::new();
            // An ad-hoc query may use $data_set; with several data sets and none named it has to say which it means.
            if let Ok(name) = database::data_set(&mut store, arguments.data_set.as_deref(), &session.messages) {
                parameters.insert(queries::DATA_SET_PARAMETER.to_owned(), name.into());
            }
            store.cypher(cypher, &parameters).map_err(|error| database::failure(&error, &session.messages))?
        }
        (None, Some(name)) => {
            let query = queries::find(name).map_err(|error| database::failure(&error, &session.messages))?;
            let mut store = database::open(arguments.db.as_deref(), session)?;
            let data_set = database::data_set(&mut store, arguments.data_set.as_deref(), &session.messages)?;
            let parameters = parameters(&mut store, &data_set, query, &arguments.parameters, session)?;
            let answer = store.query(name, &data_set, &parameters);
            answer.map_err(|error| database::failure(&error, &session.messages))?
        }
        (None, None) => {
            let answer = QueriesAnswer { queries: queries::library().to_vec() };
            session.answer(&answer, text::queries)?;
            return Ok(Exit::Success);
        }
    };
    session.answer(&table, text::table)?;
    Ok(Exit::Success)
}

/// The values of a query's parameters, names of nodes turned into ids. A query with one parameter takes its value alone.
fn parameters(
    store: &mut EmbeddedStore,
    data_set: &str,
    query: &Query,
    arguments: &[String],
    session: &Session,
) -> Result<Parameters, Failure> {
    let messages = &session.messages;
    let mut values = Parameters::new();
    for argument in arguments {
        let named =
            argument.split_once('=').filter(|(name, _)| query.parameters().iter().any(|known| known.name == *name));
        let (name, value) = match (named, query.parameters()) {
            (Some((name, value)), _) => (name, value),
            (None, [only]) => (only.name.as_str(), argument.as_str()),
            (None, _) => match argument.split_once('=') {
                Some(pair) => pair,
                None => {
                    let message = tr!(messages, "error-parameter", argument = argument.as_str());
                    return Err(Failure::new(Exit::Usage, message).help(tr!(messages, "help-parameter")));
                }
            },
        };
        if values.insert(name.to_owned(), value.into()).is_some() {
            let message = tr!(messages, "error-parameter-twice", name = name);
            return Err(Failure::new(Exit::Usage, message));
        }
    }
    query.check(&values).map_err(|error| database::failure(&error, messages))?;
    if query.parameters().iter().any(|parameter| parameter.kind.label().is_some()) {
        let graph = store.snapshot(data_set).map_err(|error| database::failure(&error, messages))?;
        for parameter in query.parameters() {
            let Some(label) = parameter.kind.label() else { continue };
            if let Some(value) = values.get_mut(&parameter.name) {
                let id = resolve(&graph, value.as_str().unwrap_or_default(), &[label], messages)?;
                *value = id.as_str().into();
            }
        }
    }
    Ok(values)
}
