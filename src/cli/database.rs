//! The database that a command uses: which file, which data set, and what to say when it cannot be used.

use std::path::{Path, PathBuf};

use crate::render::messages::{Messages, tr};
use crate::store::{EmbeddedStore, GraphStore as _, StoreError, StoreOptions};

use super::exit::Exit;
use super::failure::Failure;
use super::session::Session;

/// The database file used when nothing else is said, in the current folder.
const DEFAULT_DATABASE: &str = "kengen.db";

/// The database file: the argument, else that of KENGEN_DB, else `kengen.db` in the current folder.
pub fn path(argument: Option<&Path>, session: &Session) -> PathBuf {
    argument
        .map(Path::to_owned)
        .or_else(|| session.environment.database.clone())
        .unwrap_or_else(|| PathBuf::from(DEFAULT_DATABASE))
}

/// Opens the database to read it.
///
/// # Errors
/// It cannot be opened; if nobody named it and it does not exist, the failure says where a graph can come from.
pub fn open(argument: Option<&Path>, session: &Session) -> Result<EmbeddedStore, Failure> {
    let path = path(argument, session);
    let named = argument.is_some() || session.environment.database.is_some();
    if !named && !path.exists() {
        let messages = &session.messages;
        let failure = Failure::new(Exit::Input, tr!(messages, "error-no-source", path = path.display().to_string()));
        return Err(failure.help(tr!(messages, "help-no-source-file")).help(tr!(messages, "help-no-source-load")));
    }
    EmbeddedStore::open(&path, &StoreOptions::default()).map_err(|error| failure(&error, &session.messages))
}

/// Opens the database to write it, making it if it does not exist.
///
/// # Errors
/// It cannot be opened or made.
pub fn open_or_create(argument: Option<&Path>, session: &Session) -> Result<EmbeddedStore, Failure> {
    let path = path(argument, session);
    EmbeddedStore::open_or_create(&path, &StoreOptions::default()).map_err(|error| failure(&error, &session.messages))
}

/// The data set to read: the one named, else the only one.
///
/// # Errors
/// There is none, or there are several and none was named.
pub fn data_set(store: &mut EmbeddedStore, argument: Option<&str>, messages: &Messages) -> Result<String, Failure> {
    if let Some(name) = argument {
        return Ok(name.to_owned());
    }
    let mut names = store.data_set_names().map_err(|error| failure(&error, messages))?;
    if names.len() == 1 {
        return Ok(names.remove(0));
    }
    let data_sets = store.data_sets().map_err(|error| failure(&error, messages))?;
    match &data_sets[..] {
        [] => {
            Err(Failure::new(Exit::Name, tr!(messages, "error-no-data-set")).help(tr!(messages, "help-no-source-load")))
        }
        several => {
            let failure = Failure::new(Exit::Name, tr!(messages, "error-several-data-sets", count = several.len()));
            let failure = several
                .iter()
                .fold(failure, |failure, one| failure.detail(format!("- {}  {}", one.name, one.regulation.title)));
            Err(failure.help(tr!(messages, "help-several-data-sets", name = several[0].name.as_str())))
        }
    }
}

/// What went wrong with the database, in the chosen language.
pub fn failure(error: &StoreError, messages: &Messages) -> Failure {
    let shown = |path: &Path| path.display().to_string();
    let database = |message: String| Failure::new(Exit::Database, message);
    let known = |failure: Failure, names: &[String]| {
        if names.is_empty() {
            failure
        } else {
            failure.detail(tr!(messages, "detail-known", names = names.join(&tr!(messages, "list-separator"))))
        }
    };
    match error {
        StoreError::NotFound { path } => {
            database(tr!(messages, "store-not-found", path = shown(path))).help(tr!(messages, "help-no-source-load"))
        }
        StoreError::FolderNotFound { folder } => {
            database(tr!(messages, "store-folder-not-found", path = shown(folder)))
                .help(tr!(messages, "help-output-folder"))
        }
        StoreError::IsDirectory { path } => database(tr!(messages, "store-directory", path = shown(path))),
        StoreError::NotAFile { path } => database(tr!(messages, "store-not-a-file", path = shown(path))),
        StoreError::NotReadable { path } => database(tr!(messages, "store-not-readable", path = shown(path))),
        StoreError::NotWritable { path } => database(tr!(messages, "store-not-writable", path = shown(path)))
            .help(tr!(messages, "help-store-elsewhere")),
        StoreError::Locked { path } => {
            database(tr!(messages, "store-locked", path = shown(path))).help(tr!(messages, "help-store-locked"))
        }
        StoreError::ZeroBytes { path } => {
            database(tr!(messages, "store-zero-bytes", path = shown(path))).help(tr!(messages, "help-store-anew"))
        }
        StoreError::NotOurs { path, reason } => {
            database(tr!(messages, "store-not-ours", path = shown(path), reason = reason.as_str()))
                .help(tr!(messages, "help-store-elsewhere"))
        }
        StoreError::Corrupt { path, reason } => {
            database(tr!(messages, "store-corrupt", path = shown(path), reason = reason.as_str()))
                .help(tr!(messages, "help-store-anew"))
        }
        StoreError::Altered { data_set } => {
            database(tr!(messages, "store-altered", name = data_set.as_str())).help(tr!(messages, "help-store-reload"))
        }
        StoreError::NewerVersion { path, found, supported } => {
            database(tr!(messages, "store-newer", path = shown(path), found = *found, supported = *supported))
                .help(tr!(messages, "help-store-newer"))
        }
        StoreError::UnknownDataSet { name, known: names } => {
            known(Failure::new(Exit::Name, tr!(messages, "store-unknown-data-set", name = name.as_str())), names)
        }
        StoreError::InvalidDataSetName { name, reason } => {
            Failure::new(Exit::Usage, tr!(messages, "store-invalid-name", name = name.as_str(), reason = *reason))
        }
        StoreError::UnknownQuery { name, known: names } => {
            known(Failure::new(Exit::Name, tr!(messages, "store-unknown-query", name = name.as_str())), names)
        }
        StoreError::MissingParameter { query, parameter } => {
            let message =
                tr!(messages, "store-missing-parameter", query = query.as_str(), parameter = parameter.as_str());
            Failure::new(Exit::Usage, message).help(tr!(messages, "help-parameter"))
        }
        StoreError::UnknownParameter { query, parameter, known: names } => {
            let message =
                tr!(messages, "store-unknown-parameter", query = query.as_str(), parameter = parameter.as_str());
            known(Failure::new(Exit::Usage, message), names)
        }
        StoreError::UnknownId { data_set, label, id } => {
            let message =
                tr!(messages, "store-unknown-id", data_set = data_set.as_str(), label = *label, id = id.as_str());
            Failure::new(Exit::Name, message)
        }
        StoreError::QuerySyntax { message, line, column } => {
            let text = match (line, column) {
                (Some(line), Some(column)) => {
                    tr!(messages, "store-query-syntax-at", line = *line, column = *column, reason = message.as_str())
                }
                _ => tr!(messages, "store-query-syntax", reason = message.as_str()),
            };
            Failure::new(Exit::Usage, text)
        }
        StoreError::QueryFailed { message } => {
            Failure::new(Exit::Usage, tr!(messages, "store-query-failed", reason = message.as_str()))
        }
        StoreError::QueryTooLarge { what, limit } => {
            Failure::new(Exit::Database, tr!(messages, "store-query-too-large", what = what.as_str(), limit = *limit))
                .help(tr!(messages, "help-query-too-large"))
        }
        StoreError::WriteAttempted => Failure::new(Exit::Usage, tr!(messages, "store-write-attempted")),
        StoreError::Full { path } => database(tr!(messages, "store-full", path = shown(path))),
        StoreError::Io { path, source } => database(tr!(
            messages,
            "store-io",
            path = shown(path),
            reason = super::output_file::reason(source, messages)
        )),
        other => database(other.to_string()),
    }
}
