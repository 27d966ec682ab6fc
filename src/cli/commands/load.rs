//! `kengen load`: regulations go into the database, each as one data set.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::arguments::InputFormat;
use crate::cli::database;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::{Reading, SupplementChoice};
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::source::compile_file;
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
    /// The name of the data set, if not that of the regulation's folder.
    #[arg(long, value_name = "NAME")]
    pub data_set: Option<String>,
}

/// Loads each regulation as one data set.
///
/// # Errors
/// A regulation that cannot be read, a database that cannot be written. What was loaded before stays loaded.
pub fn run(session: &mut Session, arguments: &LoadArguments) -> Result<Exit, Failure> {
    let names = data_set_names(session, arguments)?;
    let reading = Reading {
        format: arguments.input_format.map(InputFormat::format),
        supplement: SupplementChoice::new(arguments.supplement.as_deref(), arguments.no_supplement),
    };
    let mut compiled = Vec::new();
    // Everything is compiled before anything is written: a file that cannot be read changes no database.
    let progress = Progress::new(session, arguments.files.len());
    for file in &arguments.files {
        compiled.push(compile_file(file, &reading, session)?);
        progress.step();
    }
    progress.finish();
    let mut store = database::open_or_create(arguments.db.as_deref(), session)?;
    let mut data_sets = Vec::new();
    for (name, compiled) in names.iter().zip(&compiled) {
        let report = compiled.coverage().to_report();
        let loaded = store.load_with_report(name, &compiled.compilation.graph, Some(&report));
        data_sets.push(loaded.map_err(|error| database::failure(&error, &session.messages))?);
    }
    let path = database::path(arguments.db.as_deref(), session);
    session.answer(&DataSetsAnswer { data_sets }, |answer, messages| text::loaded(answer, &path, messages))?;
    Ok(Exit::Success)
}

/// The name of each file's data set: the one given, or that of the file's folder.
fn data_set_names(session: &Session, arguments: &LoadArguments) -> Result<Vec<String>, Failure> {
    let messages = &session.messages;
    if let Some(name) = &arguments.data_set {
        if arguments.files.len() > 1 {
            return Err(Failure::new(Exit::Usage, tr!(messages, "error-one-name-several-files", name = name.as_str())));
        }
        return Ok(vec![name.clone()]);
    }
    let mut names: Vec<String> = Vec::new();
    for file in &arguments.files {
        let name = folder_name(file).ok_or_else(|| {
            let message = tr!(messages, "error-no-folder-name", path = file.display().to_string());
            Failure::new(Exit::Usage, message).help(tr!(messages, "help-data-set-name"))
        })?;
        if names.contains(&name) {
            let message = tr!(messages, "error-same-data-set", name = name);
            return Err(Failure::new(Exit::Usage, message).help(tr!(messages, "help-data-set-name")));
        }
        names.push(name);
    }
    Ok(names)
}

/// The name of the folder that a file is in.
fn folder_name(file: &Path) -> Option<String> {
    let folder = std::path::absolute(file).ok()?.parent()?.to_owned();
    let folder = folder.canonicalize().unwrap_or(folder);
    Some(folder.file_name()?.to_string_lossy().into_owned())
}
