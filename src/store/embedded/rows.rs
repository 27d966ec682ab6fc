//! The engine's rows of a data set, read in bulk.
//!
//! The engine has no bulk reading: one look-up for each node, two for each edge, and each value through a map, which is
//! most of what an answer takes. So a snapshot reads the two tables themselves, on a second connection that can only
//! read. Their form is that of graphdblite 0.2, whose version is pinned and checked in the file's header
//! ([`mod@super::file`]); the fingerprint of a data set shows whether they were understood.
//!
//! - `nodes`: `key` is the node's number, eight bytes; `value` is MessagePack, a list of the labels and the properties.
//! - `edge_props`: `key` is the numbers of both ends, the type, a zero byte and the edge's own number; `value` is
//!   MessagePack, the properties. Every edge has a row.

use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

use graphdblite::GraphError;
use rusqlite::{Connection, OpenFlags, params};

use super::stored::Entries;
use super::{Failure, NodeNumber};

/// A second connection to a database.
pub struct Rows(Connection);

impl Rows {
    /// Opens a database that the engine has opened already.
    pub fn open(path: &Path, busy_timeout: Duration) -> Result<Self, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(engine)?;
        connection.busy_timeout(busy_timeout).map_err(engine)?;
        // Both tables as they are at one moment; the transaction ends with the connection.
        connection.execute_batch("BEGIN").map_err(engine)?;
        Ok(Self(connection))
    }

    /// Shows every node with a number in the range and a label that is wanted: its number, its label and its properties.
    pub fn nodes(
        &self,
        range: &RangeInclusive<NodeNumber>,
        wanted: impl Fn(&str) -> bool,
        mut show: impl FnMut(NodeNumber, &str, Entries<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let sql = "SELECT key, label, value FROM nodes WHERE key BETWEEN ?1 AND ?2 ORDER BY key";
        let mut statement = self.0.prepare(sql).map_err(engine)?;
        let (first, last) = (range.start().to_be_bytes(), range.end().to_be_bytes());
        let mut rows = statement.query(params![&first[..], &last[..]]).map_err(engine)?;
        while let Some(row) = rows.next().map_err(engine)? {
            let key = row.get_ref(0).map_err(engine)?.as_blob().map_err(damaged)?;
            let number = number(key).ok_or_else(|| damaged("the key of a node"))?;
            let label = row.get_ref(1).map_err(engine)?.as_str().map_err(damaged)?;
            if !wanted(label) {
                continue;
            }
            let value = row.get_ref(2).map_err(engine)?.as_blob().map_err(damaged)?;
            let (_, properties): (Vec<&str>, Entries<'_>) = rmp_serde::from_slice(value).map_err(damaged)?;
            show(number, label, properties)?;
        }
        Ok(())
    }

    /// Shows every edge of a wanted type that starts at a node with a number in the range: both ends, its type and its
    /// properties.
    pub fn edges(
        &self,
        range: &RangeInclusive<NodeNumber>,
        wanted: impl Fn(&str) -> bool,
        mut show: impl for<'a> FnMut(NodeNumber, NodeNumber, &'a str, Entries<'a>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let sql = "SELECT key, value FROM edge_props WHERE key >= ?1 AND key < ?2 ORDER BY key";
        let mut statement = self.0.prepare(sql).map_err(engine)?;
        let (first, end) = (range.start().to_be_bytes(), range.end().0.saturating_add(1).to_be_bytes());
        let mut rows = statement.query(params![&first[..], &end[..]]).map_err(engine)?;
        while let Some(row) = rows.next().map_err(engine)? {
            let key = row.get_ref(0).map_err(engine)?.as_blob().map_err(damaged)?;
            let (from, to, relation) = edge_key(key).ok_or_else(|| damaged("the key of an edge"))?;
            if !wanted(relation) {
                continue;
            }
            let value = row.get_ref(1).map_err(engine)?.as_blob().map_err(damaged)?;
            show(from, to, relation, rmp_serde::from_slice(value).map_err(damaged)?)?;
        }
        Ok(())
    }
}

fn number(bytes: &[u8]) -> Option<NodeNumber> {
    bytes.try_into().ok().map(NodeNumber::from_be_bytes)
}

/// Both ends of an edge and its type.
fn edge_key(key: &[u8]) -> Option<(NodeNumber, NodeNumber, &str)> {
    let (from, rest) = key.split_at_checked(8)?;
    let (to, rest) = rest.split_at_checked(8)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    Some((number(from)?, number(to)?, std::str::from_utf8(&rest[..end]).ok()?))
}

fn engine(error: rusqlite::Error) -> Failure {
    Failure::Engine(GraphError::from(error))
}

fn damaged(reason: impl std::fmt::Display) -> Failure {
    Failure::Corrupt(reason.to_string())
}
