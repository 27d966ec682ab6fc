//! What can go wrong with a database: the user's or the machine's doing, never an oddity of a regulation.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a database could not be opened, loaded or asked.
///
/// Messages are lower-case, without a final period, with what the user gave in backticks.
#[derive(Debug, Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the fields are what the messages name")]
pub enum StoreError {
    /// There is no such file. Reading never creates one.
    #[error("database `{}` does not exist", path.display())]
    NotFound { path: PathBuf },
    /// The folder that the database should be made in does not exist or is no folder.
    #[error("folder `{}` does not exist", folder.display())]
    FolderNotFound { folder: PathBuf },
    /// The path is a directory.
    #[error("`{}` is a directory, not a database file", path.display())]
    IsDirectory { path: PathBuf },
    /// The path is a device, a pipe or the like.
    #[error("`{}` is not a regular file", path.display())]
    NotAFile { path: PathBuf },
    /// The file may not be read.
    #[error("`{}` cannot be read: permission denied", path.display())]
    NotReadable { path: PathBuf },
    /// The file, or the folder that a new file is to be made in, may not be written.
    #[error("`{}` is not writable", path.display())]
    NotWritable { path: PathBuf },
    /// Another connection held the database for longer than the time-out.
    #[error("database `{}` is locked by another process", path.display())]
    Locked { path: PathBuf },
    /// The file is zero bytes long: usually a copy or a download that failed.
    #[error("database `{}` is zero bytes long", path.display())]
    ZeroBytes { path: PathBuf },
    /// The file is something else than a database of this program. It is left untouched.
    #[error("`{}` is not a kengen database: {reason}", path.display())]
    NotOurs { path: PathBuf, reason: String },
    /// The file is a database of this program, but part of it is missing or unreadable.
    #[error("database `{}` is damaged: {reason}", path.display())]
    Corrupt { path: PathBuf, reason: String },
    /// The content of a data set is not what was loaded: another program changed it.
    #[error("data set `{data_set}` was changed by another program since it was loaded")]
    Altered { data_set: String },
    /// The database, or the engine's file format, is of a later version of this program.
    #[error("database `{}` has schema version {found}, this program reads up to {supported}", path.display())]
    NewerVersion { path: PathBuf, found: u64, supported: u64 },
    /// There is no data set of this name.
    #[error("no data set `{name}`{}", Known("data sets", known))]
    UnknownDataSet { name: String, known: Vec<String> },
    /// A data set cannot be called so.
    #[error("`{name}` cannot name a data set: {reason}")]
    InvalidDataSetName { name: String, reason: &'static str },
    /// The library has no query of this name.
    #[error("no query `{name}`{}", Known("queries", known))]
    UnknownQuery { name: String, known: Vec<String> },
    /// A query needs a parameter that was not given.
    #[error("query `{query}` needs the parameter `{parameter}`")]
    MissingParameter { query: String, parameter: String },
    /// A query has no such parameter.
    #[error("query `{query}` has no parameter `{parameter}`{}", Known("parameters", known))]
    UnknownParameter { query: String, parameter: String, known: Vec<String> },
    /// The data set has no node of this label and id.
    #[error("data set `{data_set}` has no {label} with the id `{id}`")]
    UnknownId { data_set: String, label: &'static str, id: String },
    /// The Cypher text cannot be understood. Line and column count from 1.
    #[error("invalid Cypher{}: {message}", Place(*line, *column))]
    QuerySyntax { message: String, line: Option<u32>, column: Option<u32> },
    /// The Cypher text was understood, but running it failed (a division by zero, a function on the wrong type).
    #[error("query failed: {message}")]
    QueryFailed { message: String },
    /// The query needs more work or space than allowed.
    #[error("query too large: {what} exceeds {limit}")]
    QueryTooLarge { what: String, limit: u64 },
    /// An ad-hoc query tried to change the database.
    #[error("this query would change the database; only reading is allowed")]
    WriteAttempted,
    /// No space is left for the database.
    #[error("no space left to write database `{}`", path.display())]
    Full { path: PathBuf },
    /// The operating system failed to read or write.
    #[error("database `{}`: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    /// The engine failed in a way that none of the others describes.
    #[error("database `{}`: {message}", path.display())]
    Engine { path: PathBuf, message: String },
}

/// The names there are, for the end of a message.
struct Known<'a>(&'static str, &'a [String]);

impl fmt::Display for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Known(what, names) = self;
        if names.is_empty() {
            return write!(f, " (there are no {what})");
        }
        write!(f, " ({what}: ")?;
        for (i, name) in names.iter().enumerate() {
            write!(f, "{}`{name}`", if i == 0 { "" } else { ", " })?;
        }
        f.write_str(")")
    }
}

/// The place of a mistake, if the engine gave one.
struct Place(Option<u32>, Option<u32>);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place(Some(line), Some(column)) => write!(f, " at line {line}, column {column}"),
            _ => Ok(()),
        }
    }
}
