//! Which databases this process has open.
//!
//! On Unix, closing any handle of a file gives up all locks that the process has on it, those of SQLite's connections
//! too; another process might then take itself for the last one and tidy up under a connection that still writes. So no file
//! is looked into by [`super::file`] while a store of this process has it open, and stores open one after the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many stores have each file open, by its path without links.
static OPEN: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

/// The right to open a file; nobody else in this process has it until this is dropped.
pub struct Opening(MutexGuard<'static, BTreeMap<PathBuf, usize>>);

/// Says that a store has a file open, until dropped.
pub struct OpenFile(PathBuf);

/// Waits for the right to open files.
pub fn opening() -> Opening {
    // Nothing that could panic happens halfway through a change of the map.
    Opening(OPEN.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Opening {
    /// Whether a store of this process has the file open.
    pub fn is_open(&self, path: &Path) -> bool {
        fs::canonicalize(path).is_ok_and(|path| self.0.contains_key(&path))
    }

    /// Notes that a store is about to have the file open.
    pub fn note(&mut self, path: &Path) -> OpenFile {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        *self.0.entry(path.clone()).or_default() += 1;
        OpenFile(path)
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.0) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_open_until_the_last_store_closes_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        fs::write(&path, "x").unwrap();
        let first = opening().note(&path);
        let second = opening().note(&folder.path().join("./x.db"));
        assert!(opening().is_open(&path));
        drop(first);
        assert!(opening().is_open(&path));
        drop(second);
        assert!(!opening().is_open(&path));
        assert!(!opening().is_open(&folder.path().join("none.db")));
    }
}
