//! What fails inside the database, and what it means to the user.

use std::path::{Path, PathBuf};

use graphdblite::GraphError;
use rusqlite::ErrorCode;

use super::cypher;
use crate::store::{STORE_SCHEMA_VERSION, StoreError};

/// Why something inside the database failed; [`Failure::at`] adds the path and makes it an error for the user.
#[derive(Debug)]
pub enum Failure {
    Engine(GraphError),
    Store(StoreError),
    NotOurs(String),
    Corrupt(String),
    NewerVersion(i64),
}

impl From<GraphError> for Failure {
    fn from(error: GraphError) -> Self {
        Failure::Engine(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Store(error)
    }
}

impl From<serde::de::value::Error> for Failure {
    fn from(error: serde::de::value::Error) -> Self {
        Failure::Corrupt(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Corrupt(error.to_string())
    }
}

impl Failure {
    /// The error for the user, about this database.
    pub fn at(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        match self {
            Failure::Store(error) => error,
            Failure::NotOurs(reason) => StoreError::NotOurs { path, reason },
            Failure::Corrupt(reason) => StoreError::Corrupt { path, reason },
            Failure::NewerVersion(found) => StoreError::NewerVersion {
                path,
                found: u64::try_from(found).unwrap_or_default(),
                supported: STORE_SCHEMA_VERSION.into(),
            },
            Failure::Engine(error) => engine_error(path, error),
        }
    }
}

/// The result code of SQLite behind an error of the engine.
fn sqlite_code(error: &GraphError) -> Option<ErrorCode> {
    match error {
        GraphError::Storage { source, .. } => source.sqlite_error_code(),
        _ => None,
    }
}

/// Whether opening failed because the file or its folder cannot be written.
pub fn is_read_only(error: &GraphError) -> bool {
    matches!(sqlite_code(error), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied))
}

fn engine_error(path: PathBuf, error: GraphError) -> StoreError {
    let message = error.to_string();
    if is_read_only(&error) {
        return StoreError::NotWritable { path };
    }
    match sqlite_code(&error) {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => return StoreError::Locked { path },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            return StoreError::Corrupt { path, reason: message };
        }
        Some(ErrorCode::DiskFull) => return StoreError::Full { path },
        _ => {}
    }
    match error {
        GraphError::Serialization { .. } | GraphError::NodeNotFound { .. } | GraphError::EdgeNotFound { .. } => {
            StoreError::Corrupt { path, reason: message }
        }
        GraphError::SchemaMismatch { found, supported, .. } => StoreError::NewerVersion { path, found, supported },
        GraphError::SizeLimit { what, limit, .. } => StoreError::QueryTooLarge { what, limit: limit as u64 },
        GraphError::Query(error) => cypher::query_error(&error),
        _ => StoreError::Engine { path, message },
    }
}
