//! Writing a data set, in the one write transaction of the caller.
//!
//! The typed interface of the engine is used, not Cypher: `UNWIND … MATCH … CREATE` ignores indexes.

use std::collections::{HashMap, HashSet};

use graphdblite::{Properties, Value, WriteTxGuard};

use super::fingerprint::Fingerprint;
use super::metadata::{
    self, DATA_SET, DATA_SET_LABEL, DESIGNATION_LABEL, DataSetRecord, Fingerprints, Part, Reading, graph_labels,
};
use super::properties::to_properties;
use super::stored::Entries;
use super::{Failure, NodeNumber};
use crate::graph::{
    AuthorityGraph, Designation, Designator, NodeData, NodeId, RegulationInfo, Relation, RelationType, Settings,
};

/// Property of a designation: its place among those of its post, from 0.
pub const POSITION: &str = "position";

/// Replaces the content of a data set by a graph.
pub fn load(transaction: &WriteTxGuard<'_>, name: &str, graph: &AuthorityGraph) -> Result<DataSetRecord, Failure> {
    if metadata::names(transaction)?.iter().any(|known| known == name) {
        remove(transaction, name)?;
    }
    let start = start(graph.regulation(), graph.settings())?;
    let mut loading = Loading {
        transaction,
        name,
        numbers: HashMap::new(),
        all: start,
        without_matters: start,
        matters: HashSet::new(),
    };
    loading.nodes(graph)?;
    loading.designations(graph)?;
    loading.edges(graph)?;
    let fingerprints = Fingerprints { all: loading.all, without_matters: Some(loading.without_matters) };
    metadata::add_record(transaction, name, graph, fingerprints)
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
    for properties in [to_properties(regulation, &[])?, to_properties(settings, &[])?] {
        fingerprint.add(&[], DATA_SET_LABEL, &Entries::try_from(&properties)?);
    }
    Ok(fingerprint)
}

struct Loading<'a> {
    transaction: &'a WriteTxGuard<'a>,
    name: &'a str,
    numbers: HashMap<&'a NodeId, NodeNumber>,
    /// Fingerprint of all nodes and edges.
    all: Fingerprint,
    /// Fingerprint of [`Part::WithoutMatters`].
    without_matters: Fingerprint,
    /// The nodes that are not of that part.
    matters: HashSet<NodeNumber>,
}

impl<'a> Loading<'a> {
    fn nodes(&mut self, graph: &'a AuthorityGraph) -> Result<(), Failure> {
        for node in graph.nodes() {
            let properties = to_properties(node, &["label", "designations"])?;
            let number = self.node(node.label().name(), properties)?;
            self.numbers.insert(&node.id, number);
        }
        Ok(())
    }

    fn node(&mut self, label: &str, properties: Properties) -> Result<NodeNumber, Failure> {
        let mut complete = properties.clone();
        complete.insert(DATA_SET.to_owned(), Value::String(self.name.to_owned()));
        let number = self.transaction.create_node(label, complete)?;
        let entries = Entries::try_from(&properties)?;
        self.all.node(number, label, &entries);
        if Part::WithoutMatters.has_label(label) {
            self.without_matters.node(number, label, &entries);
        } else {
            self.matters.insert(number);
        }
        Ok(number)
    }

    /// Rules that choose a substitute without naming a post become nodes with the edge that a post would have.
    fn designations(&mut self, graph: &'a AuthorityGraph) -> Result<(), Failure> {
        for node in graph.nodes() {
            let NodeData::Post(post) = &node.data else { continue };
            for (position, designation) in post.designations.iter().enumerate() {
                let id = format!("{}?{}", node.id, position + 1);
                let properties = Properties::from([
                    ("id".to_owned(), Value::String(id)),
                    ("name".to_owned(), Value::String(words(&designation.designator).to_owned())),
                    (POSITION.to_owned(), count(position)),
                ]);
                let number = self.node(DESIGNATION_LABEL, properties)?;
                let ends = (number, self.numbers[&node.id]);
                let properties = designation_properties(designation)?;
                self.edge(RelationType::SubstitutesWhenIncapacitated, ends, properties)?;
            }
        }
        Ok(())
    }

    fn edges(&mut self, graph: &'a AuthorityGraph) -> Result<(), Failure> {
        for edge in graph.edges() {
            let properties = to_properties(edge, &["from", "to", "type"])?;
            let ends = (self.numbers[&edge.from], self.numbers[&edge.to]);
            self.edge(edge.data.relation.relation_type(), ends, properties)?;
        }
        Ok(())
    }

    fn edge(
        &mut self,
        relation: RelationType,
        ends: (NodeNumber, NodeNumber),
        properties: Properties,
    ) -> Result<(), Failure> {
        let (relation, entries) = (relation.name(), Entries::try_from(&properties)?);
        self.all.edge(ends, relation, &entries);
        let at_matter = [ends.0, ends.1].iter().any(|end| self.matters.contains(end));
        if !at_matter && Part::WithoutMatters.has_relation(relation) {
            self.without_matters.edge(ends, relation, &entries);
        }
        self.transaction.create_edge(ends.0, ends.1, relation, properties)?;
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
