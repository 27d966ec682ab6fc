//! `kengen load`: regulations go into the database; the instruments of one body are one data set.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::arguments::InputFormat;
use crate::cli::database;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::{Reading, SupplementChoice};
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::source::compile_files;
use crate::render::json::DataSetsAnswer;
use crate::render::messages::tr;
use crate::render::text;
use crate::store::GraphStore as _;

/// Arguments of `kengen load`.
#[derive(Debug, Args)]
pub struct LoadArguments {
    /// The regulation files.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The format of the regulations, if not the one that the content of each shows.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// The settings of the body, if not `supplement.toml` beside the regulation.
    #[arg(long, value_name = "FILE", conflicts_with = "no_supplement")]
    pub supplement: Option<PathBuf>,
    /// Read no supplement.
    #[arg(long)]
    pub no_supplement: bool,
    /// The database file.
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The name of the data set that all files make, if not that of their folder.
    #[arg(long, value_name = "NAME")]
    pub data_set: Option<String>,
}

/// Loads the regulations: those that were given one name, or that stand in one folder, together as one data set.
///
/// # Errors
/// A regulation that cannot be read, a database that cannot be written. What was loaded before stays loaded.
pub fn run(session: &mut Session, arguments: &LoadArguments) -> Result<Exit, Failure> {
    let data_sets = data_sets(session, arguments)?;
    let reading = Reading {
        format: arguments.input_format.map(InputFormat::format),
        supplement: SupplementChoice::new(arguments.supplement.as_deref(), arguments.no_supplement),
    };
    let mut compiled = Vec::new();
    // Everything is compiled before anything is written: a file that cannot be read changes no database.
    let progress = Progress::new(session, data_sets.len());
    for (_, files) in &data_sets {
        compiled.push(compile_files(files, &reading, session)?);
        progress.step();
    }
    progress.finish();
    let mut store = database::open_or_create(arguments.db.as_deref(), session)?;
    let mut all_loaded = Vec::new();
    for ((name, _), compiled) in data_sets.iter().zip(&compiled) {
        let report = compiled.coverage().to_report();
        let loaded = store.load_with_report(name, &compiled.compilation.graph, Some(&report));
        all_loaded.push(loaded.map_err(|error| database::failure(&error, &session.messages))?);
    }
    let path = database::path(arguments.db.as_deref(), session);
    session
        .answer(&DataSetsAnswer { data_sets: all_loaded }, |answer, messages| text::loaded(answer, &path, messages))?;
    Ok(Exit::Success)
}

/// The data sets with their files, in the order in which they are first named: all files under the name given, else those of
/// each folder under the folder's name.
fn data_sets(session: &Session, arguments: &LoadArguments) -> Result<Vec<(String, Vec<PathBuf>)>, Failure> {
    let messages = &session.messages;
    if let Some(name) = &arguments.data_set {
        return Ok(vec![(name.clone(), arguments.files.clone())]);
    }
    let mut found: Vec<(String, PathBuf, Vec<PathBuf>)> = Vec::new();
    for file in &arguments.files {
        let folder = folder(file).and_then(|folder| Some((folder.file_name()?.to_string_lossy().into_owned(), folder)));
        let (name, folder) = folder.ok_or_else(|| {
            let message = tr!(messages, "error-no-folder-name", path = file.display().to_string());
            Failure::new(Exit::Usage, message).help(tr!(messages, "help-data-set-name"))
        })?;
        match found.iter_mut().find(|(known, ..)| *known == name) {
            None => found.push((name, folder, vec![file.clone()])),
            Some((_, known, files)) if *known == folder => files.push(file.clone()),
            Some(_) => {
                let message = tr!(messages, "error-same-data-set", name = name);
                return Err(Failure::new(Exit::Usage, message).help(tr!(messages, "help-data-set-name")));
            }
        }
    }
    Ok(found.into_iter().map(|(name, _, files)| (name, files)).collect())
}

/// The folder that a file is in.
fn folder(file: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(file).ok()?.parent()?.to_owned();
    Some(folder.canonicalize().unwrap_or(folder))
}
