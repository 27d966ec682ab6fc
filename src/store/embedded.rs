//! The embedded database: graphdblite, a Cypher engine in one SQLite file.
//!
//! Pinned to 0.2.0, because what it does wrong is worked round and was measured for exactly this version:
//! - It adopts empty files, migrates old ones and ignores whose they are: [`mod@file`] looks first, [`metadata`] after opening.
//! - It always opens for writing, also to read. A file that cannot be written is read from a private copy.
//! - A path that every hop may extend can exhaust memory: the work of a query is limited.
//! - `UNWIND … MATCH … CREATE` ignores indexes: [`loading`] uses the typed interface.
//! - It cannot read in bulk, neither by Cypher (paging by node number does not page) nor by its typed interface, which also
//!   shows but one of several edges of one type between two nodes: [`rows`] reads its tables.

mod cypher;
mod failure;
mod file;
mod fingerprint;
mod handles;
mod loading;
mod metadata;
mod properties;
mod reading;
mod rows;
mod stored;

use std::path::{Path, PathBuf};
use std::time::Duration;

use graphdblite::{Config, Database, GraphError};
use tempfile::{NamedTempFile, TempDir};

use self::failure::{Failure, is_read_only};
use self::file::FileKind;
use self::handles::{OpenFile, Opening};
use self::metadata::Part;
use self::rows::Rows;
use super::{DataSet, GraphStore, Parameters, StoreError, Table};
use crate::graph::AuthorityGraph;

/// The engine's number of a node.
type NodeNumber = graphdblite::NodeId;

/// Longest name of a data set, in bytes.
const LONGEST_NAME: usize = 200;

/// Largest property, in bytes: the text of one clause, which may be a table of an annex.
const LARGEST_PROPERTY: usize = 256 << 20;

/// How a database is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoreOptions {
    /// How long to wait for another process that is writing. Default: 5 seconds.
    pub busy_timeout: Duration,
    /// How many edges the paths of one query may visit. Default: 100 000; the paths of an explosion, up to 64 hops each, then
    /// take some 600 MB before it is stopped.
    pub max_traversal_work: u64,
    /// How many rows a query may answer with. Default: 100 000.
    pub max_rows: usize,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self { busy_timeout: Duration::from_secs(5), max_traversal_work: 100_000, max_rows: 100_000 }
    }
}

/// A graph database in one file.
pub struct EmbeddedStore {
    database: Database,
    busy_timeout: Duration,
    place: Place,
}

/// Where the database is. The engine's handle stands before it in [`EmbeddedStore`], so that it is closed first.
enum Place {
    /// In the file that the user named.
    Named { path: PathBuf, _open: OpenFile },
    /// In a private copy of that file, which cannot be written.
    Copied { named: PathBuf, copy: PathBuf, _folder: TempDir },
    /// In a file of which nobody knows.
    Temporary { file: PathBuf, _folder: TempDir },
}

impl Place {
    /// The path that the user knows.
    fn path(&self) -> &Path {
        match self {
            Place::Named { path, .. } | Place::Copied { named: path, .. } | Place::Temporary { file: path, .. } => path,
        }
    }

    /// The path that is open.
    fn file(&self) -> &Path {
        match self {
            Place::Named { path, .. } | Place::Copied { copy: path, .. } | Place::Temporary { file: path, .. } => path,
        }
    }
}

impl EmbeddedStore {
    /// Opens an existing database to ask it. Neither creates nor alters anything: a database that cannot be written, file
    /// or folder, is read from a private copy.
    ///
    /// # Errors
    /// One for each way in which the path is no database of this program, see [`StoreError`].
    pub fn open(path: &Path, options: &StoreOptions) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        let opening = handles::opening();
        match inspect(&path, &opening)? {
            FileKind::WriteAhead => match open_engine(&path, options) {
                Ok(database) => Self::named(database, path, options, opening),
                Err(error) if is_read_only(&error) => Self::open_copy(path, options),
                Err(error) => Err(Failure::from(error).at(&path)),
            },
            FileKind::RollbackJournal => Self::open_copy(path, options),
        }
    }

    /// Opens a database to load into it, making a new one if there is no such file.
    ///
    /// # Errors
    /// Those of [`EmbeddedStore::open`]; [`StoreError::FolderNotFound`]; [`StoreError::NotWritable`].
    pub fn open_or_create(path: &Path, options: &StoreOptions) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        let opening = handles::opening();
        let kind = match inspect(&path, &opening) {
            Err(StoreError::NotFound { .. }) => {
                create(&path, options)?;
                inspect(&path, &opening)? // fails where the name is a link that leads nowhere
            }
            kind => kind?,
        };
        if kind == FileKind::RollbackJournal {
            // Opening rewrites the header of such a file, so make sure before that it is ours.
            Self::open_copy(path.clone(), options)?;
        }
        let database = open_engine(&path, options).map_err(|error| Failure::from(error).at(&path))?;
        Self::named(database, path, options, opening)
    }

    /// A new database that is gone when dropped.
    ///
    /// # Errors
    /// When no temporary file can be made.
    pub fn temporary(options: &StoreOptions) -> Result<Self, StoreError> {
        let (folder, file) = file::private_folder()?;
        create(&file, options)?;
        let database = open_engine(&file, options).map_err(|error| Failure::from(error).at(&file))?;
        Self::checked(database, Place::Temporary { file, _folder: folder }, options)
    }

    fn named(
        database: Database,
        path: PathBuf,
        options: &StoreOptions,
        mut opening: Opening,
    ) -> Result<Self, StoreError> {
        let _open = opening.note(&path);
        drop(opening); // before the note may be: it needs the same lock
        Self::checked(database, Place::Named { path, _open }, options)
    }

    fn open_copy(path: PathBuf, options: &StoreOptions) -> Result<Self, StoreError> {
        let (folder, copy) = file::private_copy(&path)?;
        let database = open_engine(&copy, options).map_err(|error| Failure::from(error).at(&path))?;
        Self::checked(database, Place::Copied { named: path, copy, _folder: folder }, options)
    }

    fn checked(mut database: Database, place: Place, options: &StoreOptions) -> Result<Self, StoreError> {
        let result = database.read_tx().map_err(Failure::from).and_then(|transaction| metadata::check(&transaction));
        match result {
            Ok(()) => Ok(Self { database, busy_timeout: options.busy_timeout, place }),
            Err(failure) => Err(failure.at(place.path())),
        }
    }

    /// Does something in a read transaction.
    fn reading<T>(
        &mut self,
        what: impl FnOnce(&graphdblite::ReadTxGuard<'_>) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        let result = self.database.read_tx().map_err(Failure::from).and_then(|transaction| what(&transaction));
        result.map_err(|failure| failure.at(self.place.path()))
    }

    /// Does something in a write transaction, which counts only if it succeeds.
    fn writing<T>(
        &mut self,
        what: impl FnOnce(&graphdblite::WriteTxGuard<'_>) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        if let Place::Copied { named, .. } = &self.place {
            return Err(StoreError::NotWritable { path: named.clone() });
        }
        let work = || -> Result<T, Failure> {
            let transaction = self.database.write_tx()?;
            match what(&transaction) {
                Ok(value) => {
                    transaction.commit()?;
                    Ok(value)
                }
                Err(failure) => {
                    let _ = transaction.rollback(); // dropping it rolls back too; the first failure is what matters
                    Err(failure)
                }
            }
        };
        work().map_err(|failure| failure.at(self.place.path()))
    }

    /// The graph of a part of a data set.
    fn read(&mut self, name: &str, part: Part) -> Result<AuthorityGraph, StoreError> {
        let mut contents = self.reading(|transaction| reading::contents(transaction, name, part))?;
        loop {
            let read = || reading::read(&Rows::open(self.place.file(), self.busy_timeout)?, &contents);
            let result = read().map_err(|failure| failure.at(self.place.path()));
            if result.is_ok() {
                return result;
            }
            // The rows are read in a transaction of their own: another process may have loaded in between.
            let now = self.reading(|transaction| reading::contents(transaction, name, part))?;
            if now == contents {
                return result;
            }
            contents = now;
        }
    }
}

impl EmbeddedStore {
    /// Whether a data set was loaded with what its duties are about and what was noted on its text; earlier versions did not
    /// find that out.
    ///
    /// # Errors
    /// [`StoreError::UnknownDataSet`], and what reading a database may end in.
    pub fn has_matters(&mut self, name: &str) -> Result<bool, StoreError> {
        self.reading(|transaction| {
            let record = metadata::record(transaction, name)?;
            Ok(record.fingerprints.without_matters.is_some() && metadata::has_annotations(transaction, name)?)
        })
    }
}

impl GraphStore for EmbeddedStore {
    fn data_sets(&mut self) -> Result<Vec<DataSet>, StoreError> {
        self.reading(|transaction| {
            let names = metadata::names(transaction)?;
            names.iter().map(|name| metadata::record(transaction, name).map(|record| record.public)).collect()
        })
    }

    fn data_set_names(&mut self) -> Result<Vec<String>, StoreError> {
        self.reading(|transaction| metadata::names(transaction))
    }

    fn load_with_report(
        &mut self,
        name: &str,
        graph: &AuthorityGraph,
        report: Option<&str>,
    ) -> Result<DataSet, StoreError> {
        check_name(name)?;
        self.writing(|transaction| {
            let record = loading::load(transaction, name, graph)?;
            metadata::keep_report(transaction, name, report)?;
            Ok(record.public)
        })
    }

    fn report(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        self.reading(|transaction| metadata::report(transaction, name))
    }

    fn snapshot(&mut self, name: &str) -> Result<AuthorityGraph, StoreError> {
        self.read(name, Part::All)
    }

    fn snapshot_without_matters(&mut self, name: &str) -> Result<AuthorityGraph, StoreError> {
        self.read(name, Part::WithoutMatters)
    }

    fn drop_data_set(&mut self, name: &str) -> Result<(), StoreError> {
        self.writing(|transaction| {
            metadata::record(transaction, name)?;
            loading::remove(transaction, name)
        })
    }

    fn cypher(&mut self, text: &str, parameters: &Parameters) -> Result<Table, StoreError> {
        self.reading(|transaction| cypher::run(transaction, text, parameters))
    }
}

/// The path from the root: the engine takes `:memory:` and `file:…` for something else than files.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|error| file::io_error(path, error))
}

/// Looks at a file, unless it is sound for certain: a store of this process has it open.
fn inspect(path: &Path, opening: &Opening) -> Result<FileKind, StoreError> {
    if opening.is_open(path) { Ok(FileKind::WriteAhead) } else { file::inspect(path) }
}

fn open_engine(path: &Path, options: &StoreOptions) -> Result<Database, GraphError> {
    let config = Config {
        busy_timeout_ms: u32::try_from(options.busy_timeout.as_millis()).unwrap_or(u32::MAX),
        max_traversal_work: options.max_traversal_work,
        max_result_rows: options.max_rows,
        max_property_value_bytes: LARGEST_PROPERTY,
        // A mapped file that another process cuts short would kill this one.
        mmap_size: 0,
        ..Config::default()
    };
    Database::open_with_config(path, config)
}

fn initialise(database: &mut Database) -> Result<(), Failure> {
    let transaction = database.write_tx()?;
    metadata::initialise(&transaction)?;
    Ok(transaction.commit()?)
}

/// Makes a new database: elsewhere in the folder first, so that no half-made one ever has its name.
fn create(path: &Path, options: &StoreOptions) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    if !folder.is_dir() {
        return Err(StoreError::FolderNotFound { folder: folder.to_owned() });
    }
    let not_created = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::NotWritable { path: folder.to_owned() }
        }
        _ => file::io_error(path, error),
    };
    let unfinished = NamedTempFile::new_in(folder).map_err(not_created)?;
    let make = || -> Result<(), Failure> { initialise(&mut open_engine(unfinished.path(), options)?) };
    make().map_err(|failure| failure.at(path))?;
    match unfinished.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()), // another process was faster
        Err(error) => Err(not_created(error.error)),
    }
}

fn check_name(name: &str) -> Result<(), StoreError> {
    let invalid = |reason| Err(StoreError::InvalidDataSetName { name: name.to_owned(), reason });
    if name.trim().is_empty() {
        return invalid("it is empty");
    }
    if name.len() > LONGEST_NAME {
        return invalid("it is longer than 200 bytes");
    }
    if name.chars().any(char::is_control) {
        return invalid("it has control characters");
    }
    Ok(())
}
