//! Writing a data set, in the one write transaction of the caller.
//!
//! The typed interface of the engine is used, not Cypher: `UNWIND … MATCH … CREATE` ignores indexes.

use std::collections::{BTreeSet, HashMap};

use graphdblite::{Properties, Value, WriteTxGuard};

use super::fingerprint::Fingerprint;
use super::metadata::{self, DATA_SET, DATA_SET_LABEL, DESIGNATION_LABEL, DataSetRecord, Reading, graph_labels};
use super::properties::to_properties;
use super::{Failure, NodeNumber};
use crate::graph::{
    AuthorityGraph, Designation, Designator, Edge, NodeData, NodeId, RegulationInfo, Relation, RelationType, Settings,
};

/// Property of each of several edges of one type between the same two nodes: how many they are.
pub const PARALLEL: &str = "parallel";
/// Property of a designation: its place among those of its post, from 0.
pub const POSITION: &str = "position";

/// Replaces the content of a data set by a graph.
pub fn load(transaction: &WriteTxGuard<'_>, name: &str, graph: &AuthorityGraph) -> Result<DataSetRecord, Failure> {
    if metadata::names(transaction)?.iter().any(|known| known == name) {
        remove(transaction, name)?;
    }
    let mut loading = Loading {
        transaction,
        name,
        numbers: HashMap::new(),
        fingerprint: start(graph.regulation(), graph.settings())?,
    };
    loading.nodes(graph)?;
    loading.designations(graph)?;
    let edge_kinds = loading.edges(graph)?;
    metadata::add_record(transaction, name, graph, edge_kinds, loading.fingerprint)
}

/// Removes a data set.
pub fn remove(transaction: &WriteTxGuard<'_>, name: &str) -> Result<(), Failure> {
    for label in graph_labels() {
        for node in transaction.lookup(label, DATA_SET, name)? {
            transaction.delete_node(node)?;
        }
    }
    metadata::remove_record(transaction, name)
}

/// The fingerprint of a graph without nodes.
pub fn start(regulation: &RegulationInfo, settings: &Settings) -> Result<Fingerprint, Failure> {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(&[DATA_SET_LABEL], &to_properties(regulation, &[])?);
    fingerprint.add(&[DATA_SET_LABEL], &to_properties(settings, &[])?);
    Ok(fingerprint)
}

struct Loading<'a> {
    transaction: &'a WriteTxGuard<'a>,
    name: &'a str,
    numbers: HashMap<&'a NodeId, NodeNumber>,
    fingerprint: Fingerprint,
}

impl<'a> Loading<'a> {
    fn nodes(&mut self, graph: &'a AuthorityGraph) -> Result<(), Failure> {
        for node in graph.nodes() {
            let properties = to_properties(node, &["label", "designations"])?;
            let number = self.node(node.label().name(), node.id.as_str(), properties)?;
            self.numbers.insert(&node.id, number);
        }
        Ok(())
    }

    fn node(&mut self, label: &str, id: &str, mut properties: Properties) -> Result<NodeNumber, Failure> {
        self.fingerprint.add(&[label, id], &properties);
        properties.insert(DATA_SET.to_owned(), Value::String(self.name.to_owned()));
        Ok(self.transaction.create_node(label, properties)?)
    }

    /// Rules that choose a substitute without naming a post become nodes with the edge that a post would have.
    fn designations(&mut self, graph: &'a AuthorityGraph) -> Result<(), Failure> {
        for node in graph.nodes() {
            let NodeData::Post(post) = &node.data else { continue };
            for (position, designation) in post.designations.iter().enumerate() {
                let id = format!("{}?{}", node.id, position + 1);
                let properties = Properties::from([
                    ("id".to_owned(), Value::String(id.clone())),
                    ("name".to_owned(), Value::String(words(&designation.designator).to_owned())),
                    (POSITION.to_owned(), count(position)),
                ]);
                let number = self.node(DESIGNATION_LABEL, &id, properties)?;
                let properties = designation_properties(designation)?;
                let ends = (number, self.numbers[&node.id]);
                self.edge(
                    RelationType::SubstitutesWhenIncapacitated.name(),
                    (&id, node.id.as_str()),
                    ends,
                    properties,
                )?;
            }
        }
        Ok(())
    }

    /// Writes all edges and tells which kinds there are.
    fn edges(&mut self, graph: &'a AuthorityGraph) -> Result<Vec<(String, String)>, Failure> {
        let mut kinds = BTreeSet::new();
        let edges: Vec<&Edge> = graph.edges().collect();
        let kind_and_ends = |edge: &Edge| (edge.data.relation.relation_type(), edge.from.clone(), edge.to.clone());
        for parallel in edges.chunk_by(|a, b| kind_and_ends(a) == kind_and_ends(b)) {
            for edge in parallel {
                let relation = edge.data.relation.relation_type().name();
                let mut properties = to_properties(edge, &["from", "to", "type"])?;
                if parallel.len() > 1 {
                    properties.insert(PARALLEL.to_owned(), count(parallel.len()));
                }
                let ends = (self.numbers[&edge.from], self.numbers[&edge.to]);
                self.edge(relation, (edge.from.as_str(), edge.to.as_str()), ends, properties)?;
                if let Some(from) = graph.node(&edge.from) {
                    kinds.insert((from.label().name().to_owned(), relation.to_owned()));
                }
            }
        }
        Ok(kinds.into_iter().collect())
    }

    fn edge(
        &mut self,
        relation: &str,
        (from_id, to_id): (&str, &str),
        (from, to): (NodeNumber, NodeNumber),
        properties: Properties,
    ) -> Result<(), Failure> {
        self.fingerprint.add(&[relation, from_id, to_id], &properties);
        self.transaction.create_edge(from, to, relation, properties)?;
        Ok(())
    }
}

/// The properties of a designation's edge: those that the edge of a named substitute has, so that one query reads both.
fn designation_properties(designation: &Designation) -> Result<Properties, Failure> {
    let relation = Relation::SubstitutesWhenIncapacitated {
        order: designation.order,
        conditions: designation.conditions.clone(),
        act: designation.act,
        joint: designation.joint.clone(),
        designator: designation.designator.clone(),
    };
    let mut properties = to_properties(&relation, &["type"])?;
    properties.extend(to_properties(&designation.provenance, &[])?);
    Ok(properties)
}

/// The words of a rule that chooses a substitute.
fn words(designator: &Designator) -> &str {
    match designator {
        Designator::Post => "",
        Designator::Criterion(words) | Designator::Designated(words) => words,
    }
}

fn count(number: usize) -> Value {
    Value::I64(i64::try_from(number).unwrap_or(i64::MAX))
}
