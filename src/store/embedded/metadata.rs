//! What the database keeps about itself: one node `KengenDatabase`, and one node `DataSet` for each data set.
//!
//! `KengenDatabase` says that the file is ours, of which schema version, and which data sets there are. `DataSet` has what
//! belongs to the graph as a whole, and by what a change made by another program is noticed.

use graphdblite::{Properties, ReadTxGuard, Value, WriteTxGuard};

use super::fingerprint::Fingerprint;
use super::properties::{from_properties, to_properties};
use super::stored::Entries;
use super::{Failure, NodeNumber};
use crate::graph::{Annotations, AuthorityGraph, Label, RegulationInfo, RelationType, Settings};
use crate::store::{DataSet, STORE_SCHEMA_VERSION, StoreError};

/// Label of the one node about the database.
pub const DATABASE_LABEL: &str = "KengenDatabase";
/// Label of the nodes about data sets.
pub const DATA_SET_LABEL: &str = "DataSet";
/// Label of a rule that chooses a substitute without naming a post.
pub const DESIGNATION_LABEL: &str = "Designation";
/// Property by which the node about the database is found.
const NAME: &str = "name";
/// The name of the one node about the database.
const DATABASE_NAME: &str = "kengen";
/// Property of every node of a graph: the data set that it belongs to.
pub const DATA_SET: &str = "data_set";
/// Property of the node about the database: the names of the data sets, sorted.
const DATA_SETS: &str = "data_sets";
const SCHEMA_VERSION: &str = "schema_version";
/// Properties of the node about a data set: by what a change is noticed, in all of it and in the part without matters.
const FINGERPRINT: &str = "fingerprint";
const FINGERPRINT_WITHOUT_MATTERS: &str = "fingerprint_without_matters";
/// Property of a node beside that about a data set: what the caller keeps beside the graph.
const REPORT: &str = "report";
/// Property of another such node: what is known of the text beside nodes and edges.
const ANNOTATIONS: &str = "annotations";
/// Start of the names of the properties that hold the settings of a document.
const SETTING_PREFIX: &str = "setting_";

/// Reading that transactions of both kinds can do.
pub trait Reading {
    /// Nodes of a label with this value of an indexed property.
    fn lookup(&self, label: &str, property: &str, value: &str) -> Result<Vec<NodeNumber>, graphdblite::GraphError>;
    /// The properties of a node.
    fn properties(&self, node: NodeNumber) -> Result<Properties, graphdblite::GraphError>;
}

macro_rules! reading {
    ($transaction:ident) => {
        impl Reading for $transaction<'_> {
            fn lookup(
                &self,
                label: &str,
                property: &str,
                value: &str,
            ) -> Result<Vec<NodeNumber>, graphdblite::GraphError> {
                self.index_lookup(label, property, &Value::String(value.to_owned()))
            }

            fn properties(&self, node: NodeNumber) -> Result<Properties, graphdblite::GraphError> {
                Ok(self.get_node(node)?.properties)
            }
        }
    };
}

reading!(ReadTxGuard);
reading!(WriteTxGuard);

/// All that is kept about a data set.
#[derive(PartialEq)]
pub struct DataSetRecord {
    /// What anyone may know.
    pub public: DataSet,
    /// Readings that differ between bodies.
    pub settings: Settings,
    /// Fingerprints of what was loaded.
    pub fingerprints: Fingerprints,
}

/// By what a change made by another program is noticed.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Fingerprints {
    /// Of all nodes and edges.
    pub all: Fingerprint,
    /// Of all but matters and their edges; earlier versions kept none.
    pub without_matters: Option<Fingerprint>,
}

/// How much of a data set is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// All but matters and the edges at them: many, and few questions are about them.
    WithoutMatters,
}

impl Part {
    /// Whether nodes of this label belong to it.
    pub fn has_label(self, label: &str) -> bool {
        self == Part::All || label != Label::Matter.name()
    }

    /// Whether edges of this type may belong to it.
    pub fn has_relation(self, relation: &str) -> bool {
        let of_matters = [RelationType::Covers, RelationType::Within];
        self == Part::All || of_matters.iter().all(|other| other.name() != relation)
    }
}

/// Makes a new, empty database ours: the node about it and all indexes.
pub fn initialise(transaction: &WriteTxGuard<'_>) -> Result<(), Failure> {
    transaction.create_index(DATABASE_LABEL, NAME)?;
    transaction.create_index(DATA_SET_LABEL, NAME)?;
    for label in graph_labels() {
        transaction.create_index(label, DATA_SET)?;
        transaction.create_composite_index(label, &[DATA_SET, "id"])?;
    }
    let properties = Properties::from([
        (NAME.to_owned(), Value::String(DATABASE_NAME.to_owned())),
        (SCHEMA_VERSION.to_owned(), Value::I64(STORE_SCHEMA_VERSION.into())),
        (DATA_SETS.to_owned(), Value::List(Vec::new())),
    ]);
    transaction.create_node(DATABASE_LABEL, properties)?;
    Ok(())
}

/// The labels of the nodes that belong to a data set.
pub fn graph_labels() -> impl Iterator<Item = &'static str> {
    Label::ALL.into_iter().map(Label::name).chain([DESIGNATION_LABEL])
}

/// Checks that the database is ours and of a version that this program reads.
pub fn check(transaction: &impl Reading) -> Result<(), Failure> {
    let properties = match database_node(transaction)? {
        Some(node) => transaction.properties(node)?,
        None => return Err(Failure::NotOurs("it is a graph database of another program".to_owned())),
    };
    match properties.get(SCHEMA_VERSION) {
        Some(Value::I64(version)) if *version == i64::from(STORE_SCHEMA_VERSION) => Ok(()),
        Some(Value::I64(version)) if *version > i64::from(STORE_SCHEMA_VERSION) => Err(Failure::NewerVersion(*version)),
        other => Err(Failure::Corrupt(format!("its schema version is {other:?}"))),
    }
}

fn database_node(transaction: &impl Reading) -> Result<Option<NodeNumber>, Failure> {
    match transaction.lookup(DATABASE_LABEL, NAME, DATABASE_NAME) {
        Ok(nodes) => Ok(nodes.first().copied()),
        Err(graphdblite::GraphError::IndexNotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The names of the data sets, sorted.
pub fn names(transaction: &impl Reading) -> Result<Vec<String>, Failure> {
    let Some(node) = database_node(transaction)? else { return Err(missing("the node about the database")) };
    text_list(&transaction.properties(node)?, DATA_SETS)
}

/// What is kept about one data set.
///
/// # Errors
/// [`StoreError::UnknownDataSet`].
pub fn record(transaction: &impl Reading, name: &str) -> Result<DataSetRecord, Failure> {
    let known = names(transaction)?;
    if !known.iter().any(|known| known == name) {
        return Err(StoreError::UnknownDataSet { name: name.to_owned(), known }.into());
    }
    let nodes = transaction.lookup(DATA_SET_LABEL, NAME, name)?;
    let Some(node) = nodes.first() else { return Err(missing(&format!("the node about data set `{name}`"))) };
    let mut properties = transaction.properties(*node)?;
    let settings = split_settings(&mut properties);
    properties.remove(REPORT);
    Ok(DataSetRecord {
        public: DataSet {
            name: name.to_owned(),
            nodes: count(&properties, "nodes")?,
            edges: count(&properties, "edges")?,
            schema_version: STORE_SCHEMA_VERSION,
            regulation: from_properties::<RegulationInfo>(Entries::try_from(&properties)?)?,
        },
        settings: from_properties(Entries::try_from(&settings)?)?,
        fingerprints: Fingerprints {
            all: fingerprint(&properties, FINGERPRINT, name)?,
            without_matters: properties
                .contains_key(FINGERPRINT_WITHOUT_MATTERS)
                .then(|| fingerprint(&properties, FINGERPRINT_WITHOUT_MATTERS, name))
                .transpose()?,
        },
    })
}

fn fingerprint(properties: &Properties, property: &str, data_set: &str) -> Result<Fingerprint, Failure> {
    Fingerprint::parse(text(properties, property)?)
        .ok_or_else(|| Failure::Corrupt(format!("the {property} of data set `{data_set}`")))
}

/// Takes the properties that hold settings out of those of a data set.
fn split_settings(properties: &mut Properties) -> Properties {
    let names: Vec<String> = properties.keys().filter(|name| name.starts_with(SETTING_PREFIX)).cloned().collect();
    names
        .into_iter()
        .filter_map(|name| properties.remove(&name).map(|value| (name[SETTING_PREFIX.len()..].to_owned(), value)))
        .collect()
}

/// Writes down a data set that was just loaded.
pub fn add_record(
    transaction: &WriteTxGuard<'_>,
    name: &str,
    graph: &AuthorityGraph,
    fingerprints: Fingerprints,
) -> Result<DataSetRecord, Failure> {
    let public = DataSet {
        name: name.to_owned(),
        regulation: graph.regulation().clone(),
        nodes: graph.petgraph().node_count() as u64,
        edges: graph.petgraph().edge_count() as u64,
        schema_version: STORE_SCHEMA_VERSION,
    };
    let mut properties = to_properties(&public, &[])?;
    let settings = to_properties(graph.settings(), &[])?;
    properties.extend(settings.into_iter().map(|(name, value)| (format!("{SETTING_PREFIX}{name}"), value)));
    let mut keep = |name: &str, fingerprint: Fingerprint| {
        properties.insert(name.to_owned(), Value::String(fingerprint.to_string()));
    };
    keep(FINGERPRINT, fingerprints.all);
    fingerprints.without_matters.into_iter().for_each(|part| keep(FINGERPRINT_WITHOUT_MATTERS, part));
    transaction.create_node(DATA_SET_LABEL, properties)?;
    keep_annotations(transaction, name, graph.annotations())?;
    let mut known = names(transaction)?;
    known.push(name.to_owned());
    set_names(transaction, known)?;
    Ok(DataSetRecord { public, settings: graph.settings().clone(), fingerprints })
}

/// The name of a node that holds what is kept beside a data set. It stands apart from the record of the data set, which every
/// question reads: a report is long. No data set is called so: names have one line.
fn name_beside(name: &str, what: &str) -> String {
    format!("{name}\n{what}")
}

/// Keeps a text beside a data set that was just loaded, in the place of the one that was kept.
fn keep_beside(transaction: &WriteTxGuard<'_>, name: &str, what: &str, text: Option<&str>) -> Result<(), Failure> {
    forget_beside(transaction, name, what)?;
    if let Some(text) = text {
        let mut properties = Properties::default();
        properties.insert(NAME.to_owned(), Value::String(name_beside(name, what)));
        properties.insert(what.to_owned(), Value::String(text.to_owned()));
        transaction.create_node(DATA_SET_LABEL, properties)?;
    }
    Ok(())
}

fn forget_beside(transaction: &WriteTxGuard<'_>, name: &str, what: &str) -> Result<(), Failure> {
    for node in transaction.lookup(DATA_SET_LABEL, NAME, &name_beside(name, what))? {
        transaction.delete_node(node)?;
    }
    Ok(())
}

/// A text that is kept beside a data set.
fn beside(transaction: &impl Reading, name: &str, what: &str) -> Result<Option<String>, Failure> {
    let nodes = transaction.lookup(DATA_SET_LABEL, NAME, &name_beside(name, what))?;
    let Some(node) = nodes.first() else { return Ok(None) };
    Ok(match transaction.properties(*node)?.remove(what) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    })
}

/// Keeps a report beside a data set that was just loaded.
pub fn keep_report(transaction: &WriteTxGuard<'_>, name: &str, report: Option<&str>) -> Result<(), Failure> {
    keep_beside(transaction, name, REPORT, report)
}

/// The report kept beside a data set.
///
/// # Errors
/// [`StoreError::UnknownDataSet`].
pub fn report(transaction: &impl Reading, name: &str) -> Result<Option<String>, Failure> {
    let known = names(transaction)?;
    let nodes = transaction.lookup(DATA_SET_LABEL, NAME, name)?;
    let Some(node) = nodes.first() else {
        return Err(StoreError::UnknownDataSet { name: name.to_owned(), known }.into());
    };
    if let Some(report) = beside(transaction, name, REPORT)? {
        return Ok(Some(report));
    }
    // Earlier versions kept it in the record.
    Ok(match transaction.properties(*node)?.remove(REPORT) {
        Some(Value::String(report)) => Some(report),
        _ => None,
    })
}

/// Keeps the annotations of a graph that was just loaded.
fn keep_annotations(transaction: &WriteTxGuard<'_>, name: &str, annotations: &Annotations) -> Result<(), Failure> {
    let text = serde_json::to_string(annotations).expect("annotations are plain data");
    keep_beside(transaction, name, ANNOTATIONS, Some(&text))
}

/// Whether annotations were kept with a data set; earlier versions kept none.
pub fn has_annotations(transaction: &impl Reading, name: &str) -> Result<bool, Failure> {
    Ok(!transaction.lookup(DATA_SET_LABEL, NAME, &name_beside(name, ANNOTATIONS))?.is_empty())
}

/// The annotations of a data set; none if it was loaded by a version that kept none.
pub fn annotations(transaction: &impl Reading, name: &str) -> Result<Annotations, Failure> {
    match beside(transaction, name, ANNOTATIONS)? {
        None => Ok(Annotations::default()),
        Some(text) => serde_json::from_str(&text)
            .map_err(|error| Failure::Corrupt(format!("the annotations of data set `{name}`: {error}"))),
    }
}

/// Forgets a data set, its nodes being gone.
pub fn remove_record(transaction: &WriteTxGuard<'_>, name: &str) -> Result<(), Failure> {
    for what in [REPORT, ANNOTATIONS] {
        forget_beside(transaction, name, what)?;
    }
    for node in transaction.lookup(DATA_SET_LABEL, NAME, name)? {
        transaction.delete_node(node)?;
    }
    let mut known = names(transaction)?;
    known.retain(|known| known != name);
    set_names(transaction, known)
}

fn set_names(transaction: &WriteTxGuard<'_>, mut names: Vec<String>) -> Result<(), Failure> {
    names.sort_unstable();
    names.dedup();
    let Some(node) = database_node(transaction)? else { return Err(missing("the node about the database")) };
    let names = names.into_iter().map(Value::String).collect();
    transaction.set_node_property(node, DATA_SETS, Value::List(names))?;
    Ok(())
}

fn text<'a>(properties: &'a Properties, name: &str) -> Result<&'a str, Failure> {
    match properties.get(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(missing(name)),
    }
}

fn count(properties: &Properties, name: &str) -> Result<u64, Failure> {
    match properties.get(name) {
        Some(Value::I64(number)) => u64::try_from(*number).map_err(|_| missing(name)),
        _ => Err(missing(name)),
    }
}

fn text_list(properties: &Properties, name: &str) -> Result<Vec<String>, Failure> {
    let Some(Value::List(items)) = properties.get(name) else { return Err(missing(name)) };
    let texts = items.iter().map(|item| if let Value::String(text) = item { Some(text.clone()) } else { None });
    texts.collect::<Option<_>>().ok_or_else(|| missing(name))
}

fn missing(what: &str) -> Failure {
    Failure::Corrupt(format!("{what} is missing"))
}
