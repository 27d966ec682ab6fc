//! The graph database: keeps authority graphs as data sets and answers Cypher about them.
//!
//! [`GraphStore`] is what every database offers; [`EmbeddedStore`] is the default, one SQLite file without a server.
//! [`queries`] is the library of named queries, the files of `queries/` at the top of the project.
//!
//! # How a graph looks in the database
//! - Every node of the graph is a node with its label (`Unit`, `Post`, `Duty`, `Matter`, `Clause`, `Person`) and its
//!   properties, flat, by the names of the JSON form: `name`, `title`, `status`, `clauses`, `words` … Each also has
//!   `data_set`; `id` is unique among the nodes of one label in one data set.
//! - Every edge is an edge of its type with its properties: `clauses`, `words`, `basis`, `rule`, `scope`, `order` …
//!   Where the graph has several edges of one type between the same two nodes, so has the database.
//! - A rule that chooses a substitute without naming a post (上席の者, くじ) is a node `Designation` with the same edge
//!   `SUBSTITUTES_WHEN_INCAPACITATED` as a post has, so that one pattern finds every substitute.
//! - A choice that has words is two properties: `designator` is `criterion`, `designator_words` 上席の者.
//! - Any other property that is neither a plain value nor a list of plain values is kept as JSON text, its name ending in `_json`.
//! - Nodes `DataSet` (one each) and `KengenDatabase` (one) hold what the program needs to know; they have no `data_set`.

mod embedded;
mod error;
pub mod queries;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::{AuthorityGraph, RegulationInfo};

pub use embedded::{EmbeddedStore, StoreOptions};
pub use error::StoreError;

/// Version of the form that graphs have in a database; a change that a reader must know of raises it.
pub const STORE_SCHEMA_VERSION: u32 = 1;

/// Values for the parameters (`$name`) of a query, by name without the `$`.
pub type Parameters = BTreeMap<String, serde_json::Value>;

/// What a database keeps about one data set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DataSet {
    /// Its name in the database.
    pub name: String,
    /// What the regulation is called.
    #[serde(flatten)]
    pub regulation: RegulationInfo,
    /// Number of nodes of its graph.
    pub nodes: u64,
    /// Number of edges of its graph.
    pub edges: u64,
    /// Version of the form in which it is kept.
    pub schema_version: u32,
}

/// The answer to a query: named columns and rows of plain JSON values.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Table {
    /// Names of the columns. An ad-hoc query without a single row has none: the engine does not tell them.
    pub columns: Vec<String>,
    /// One value for each column.
    pub rows: Vec<Vec<serde_json::Value>>,
}

/// A graph database holding data sets, each one authority graph.
///
/// The methods take `&mut self`: a handle is one connection and does one thing at a time. Open one for each thread.
pub trait GraphStore {
    /// The data sets in order of their names.
    ///
    /// # Errors
    /// When the database cannot be read.
    fn data_sets(&mut self) -> Result<Vec<DataSet>, StoreError>;

    /// The names of the data sets, sorted: all that a command needs to choose one, at a fraction of the cost.
    ///
    /// # Errors
    /// When the database cannot be read.
    fn data_set_names(&mut self) -> Result<Vec<String>, StoreError>;

    /// Makes this graph the content of a data set, replacing what it held, in one transaction: after an error or a crash
    /// the old content is still there. Other data sets stay as they are.
    ///
    /// # Errors
    /// A name that is empty, too long or has control characters; a database that cannot be written.
    fn load(&mut self, name: &str, graph: &AuthorityGraph) -> Result<DataSet, StoreError> {
        self.load_with_report(name, graph, None)
    }

    /// The same, keeping a report beside the graph, in the same transaction: what the caller wants to know later of how the
    /// graph was made and what the graph itself does not hold. To the database it is a text without meaning.
    ///
    /// # Errors
    /// Those of [`GraphStore::load`].
    fn load_with_report(
        &mut self,
        name: &str,
        graph: &AuthorityGraph,
        report: Option<&str>,
    ) -> Result<DataSet, StoreError>;

    /// The report that was kept beside the graph of a data set, if there was one.
    ///
    /// # Errors
    /// [`StoreError::UnknownDataSet`].
    fn report(&mut self, name: &str) -> Result<Option<String>, StoreError>;

    /// The graph of a data set, equal to the one that was loaded.
    ///
    /// # Errors
    /// [`StoreError::UnknownDataSet`]; [`StoreError::Altered`] when the content is no longer what was loaded.
    fn snapshot(&mut self, name: &str) -> Result<AuthorityGraph, StoreError>;

    /// The same without matters and their edges (`COVERS`, `WITHIN`), which only questions on the scopes of duties are about:
    /// the others need not pay for them.
    ///
    /// # Errors
    /// Those of [`GraphStore::snapshot`], as far as that part goes.
    fn snapshot_without_matters(&mut self, name: &str) -> Result<AuthorityGraph, StoreError>;

    /// Removes a data set.
    ///
    /// # Errors
    /// [`StoreError::UnknownDataSet`]; a database that cannot be written.
    fn drop_data_set(&mut self, name: &str) -> Result<(), StoreError>;

    /// Runs a read-only Cypher query. It sees all data sets: filter on the property `data_set`.
    ///
    /// # Errors
    /// [`StoreError::QuerySyntax`], [`StoreError::QueryFailed`], [`StoreError::QueryTooLarge`],
    /// [`StoreError::WriteAttempted`].
    fn cypher(&mut self, text: &str, parameters: &Parameters) -> Result<Table, StoreError>;

    /// Runs a query of the library about one data set. Parameters that stand for a node take its id.
    ///
    /// # Errors
    /// [`StoreError::UnknownQuery`], [`StoreError::UnknownDataSet`], [`StoreError::MissingParameter`],
    /// [`StoreError::UnknownParameter`], [`StoreError::UnknownId`], and those of [`GraphStore::cypher`].
    fn query(&mut self, name: &str, data_set: &str, parameters: &Parameters) -> Result<Table, StoreError> {
        let query = queries::find(name)?;
        let known = self.data_set_names()?;
        if known.iter().all(|known| known != data_set) {
            return Err(StoreError::UnknownDataSet { name: data_set.to_owned(), known });
        }
        query.check(parameters)?;
        let mut all = parameters.clone();
        all.insert(queries::DATA_SET_PARAMETER.to_owned(), data_set.into());
        for parameter in query.parameters() {
            let (Some(label), Some(id)) = (parameter.kind.label(), parameters.get(&parameter.name)) else { continue };
            let label = label.name();
            let probe = format!("MATCH (n:{label} {{data_set: $data_set, id: ${}}}) RETURN n.id AS id", parameter.name);
            if self.cypher(&probe, &all)?.rows.is_empty() {
                let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
                return Err(StoreError::UnknownId { data_set: data_set.to_owned(), label, id });
            }
        }
        let answer = self.cypher(query.text(), &all)?;
        Ok(Table { columns: query.columns().iter().map(|column| column.name.clone()).collect(), rows: answer.rows })
    }
}
