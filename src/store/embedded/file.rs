//! Looks at a database file before the engine may touch it.
//!
//! The engine adopts an empty file, migrates a file of an older version and switches a file to write-ahead logging; so a
//! file that is not ours must never reach it. Everything here reads only.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::store::StoreError;

/// Length of the header of an SQLite file.
const HEADER_LENGTH: usize = 100;
/// How an SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The engine's mark in the header: `GDBL`.
const APPLICATION_ID: u32 = 0x4744_424c;
/// Version of the engine's file format that graphdblite 0.2 writes.
const ENGINE_VERSION: u32 = 2;

/// How a sound file has to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// With write-ahead logging, as the engine leaves it: opening and closing changes nothing.
    WriteAhead,
    /// With a rollback journal (a compacted copy): the engine would rewrite the header on opening.
    RollbackJournal,
}

/// Checks that the path is a file that the engine may open.
///
/// # Errors
/// One for each way in which it is not: missing, a directory, unreadable, zero bytes, foreign, cut short, of a newer version.
pub fn inspect(path: &Path) -> Result<FileKind, StoreError> {
    let metadata = fs::metadata(path).map_err(|error| io_error(path, error))?;
    if metadata.is_dir() {
        return Err(StoreError::IsDirectory { path: path.to_owned() });
    }
    if !metadata.is_file() {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    if metadata.len() == 0 {
        return Err(StoreError::ZeroBytes { path: path.to_owned() });
    }
    let mut header = Vec::with_capacity(HEADER_LENGTH);
    File::open(path)
        .and_then(|file| file.take(HEADER_LENGTH as u64).read_to_end(&mut header))
        .map_err(|error| io_error(path, error))?;
    check_header(path, &header, metadata.len(), has_log(path))
}

fn check_header(path: &Path, header: &[u8], length: u64, has_log: bool) -> Result<FileKind, StoreError> {
    let foreign = |reason: &str| StoreError::NotOurs { path: path.to_owned(), reason: reason.to_owned() };
    let damaged = |reason: String| StoreError::Corrupt { path: path.to_owned(), reason };
    if !header.starts_with(MAGIC) {
        return Err(foreign("it is no SQLite file"));
    }
    if header.len() < HEADER_LENGTH {
        return Err(damaged(format!("it ends after {length} bytes")));
    }
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(68) != APPLICATION_ID {
        return Err(foreign("it is an SQLite file of another program"));
    }
    let version = number(60);
    if version > ENGINE_VERSION {
        return Err(StoreError::NewerVersion {
            path: path.to_owned(),
            found: version.into(),
            supported: ENGINE_VERSION.into(),
        });
    }
    if version < ENGINE_VERSION {
        return Err(foreign("it was written by another program on an older version of the engine"));
    }
    // A page size of 65536 is written as 1. A log beside the file may hold pages that the file does not have yet.
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let expected = u64::from(number(28)) * page_size;
    if length < expected && !has_log {
        return Err(damaged(format!("it is {length} bytes long and should be {expected}")));
    }
    Ok(if header[18] == 2 && header[19] == 2 { FileKind::WriteAhead } else { FileKind::RollbackJournal })
}

/// Path of the write-ahead log beside a database.
fn log_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

fn has_log(path: &Path) -> bool {
    fs::metadata(log_path(path)).is_ok_and(|metadata| metadata.len() > 0)
}

/// A folder that disappears with the result, and the path of a database in it.
///
/// # Errors
/// When it cannot be made.
pub fn private_folder() -> Result<(TempDir, PathBuf), StoreError> {
    let folder = TempDir::with_prefix("kengen-").map_err(|error| io_error(&std::env::temp_dir(), error))?;
    let path = folder.path().join("kengen.db");
    Ok((folder, path))
}

/// A copy of a database, its log with it, in a folder of its own that disappears with the result.
///
/// A file that changes while it is copied is copied again.
///
/// # Errors
/// [`StoreError::Locked`] if it keeps changing; those of reading and writing.
pub fn private_copy(path: &Path) -> Result<(TempDir, PathBuf), StoreError> {
    const ATTEMPTS: usize = 5;
    let (folder, copy) = private_folder()?;
    for _ in 0..ATTEMPTS {
        let before = state(path);
        copy_bytes(path, &copy)?;
        if has_log(path) {
            copy_bytes(&log_path(path), &log_path(&copy))?;
        } else {
            let _ = fs::remove_file(log_path(&copy)); // of an earlier attempt
        }
        if state(path) == before {
            return Ok((folder, copy));
        }
    }
    Err(StoreError::Locked { path: path.to_owned() })
}

/// Length and time of the last change of a database and of its log.
fn state(path: &Path) -> [Option<(u64, std::time::SystemTime)>; 2] {
    [path.to_owned(), log_path(path)]
        .map(|path| fs::metadata(path).ok().and_then(|metadata| Some((metadata.len(), metadata.modified().ok()?))))
}

/// Copies the content only: [`fs::copy`] would also copy that the file is read-only.
fn copy_bytes(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut source = File::open(from).map_err(|error| io_error(from, error))?;
    let mut target = File::create(to).map_err(|error| io_error(to, error))?;
    io::copy(&mut source, &mut target).map_err(|error| io_error(to, error))?;
    Ok(())
}

/// The error of the operating system about a database that should be there.
pub fn io_error(path: &Path, error: io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        // A path through a file, as if it were a folder.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StoreError::NotFound { path },
        io::ErrorKind::PermissionDenied => StoreError::NotReadable { path },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { path },
        _ => StoreError::Io { path, source: error },
    }
}
