//! Reading a data set back, in the one read transaction of the caller.
//!
//! The typed interface of the engine is used: paging by node number does not work in its Cypher, and a row of Cypher costs
//! ten times as much. It shows only the first of several edges of one type between the same two nodes; the rare
//! places where there are more are marked when loading and read by Cypher.

use std::collections::HashMap;

use graphdblite::{Direction, Properties, ReadTxGuard, Value};

use super::loading::{PARALLEL, POSITION, start};
use super::metadata::{DATA_SET, DESIGNATION_LABEL, DataSetRecord, Reading};
use super::properties::{from_properties, take};
use super::{Failure, NodeNumber};
use crate::graph::{
    AuthorityGraph, Designation, EdgeData, GraphBuilder, Label, NodeData, NodeId, Relation, RelationType,
};
use crate::store::StoreError;
use crate::store::embedded::fingerprint::Fingerprint;

/// The graph of a data set.
///
/// # Errors
/// [`StoreError::Altered`] when it is not the one that was loaded.
pub fn read(transaction: &ReadTxGuard<'_>, record: &DataSetRecord) -> Result<AuthorityGraph, Failure> {
    let mut builder = GraphBuilder::new(record.public.regulation.clone());
    builder.set_settings(record.settings.clone());
    let mut reading = Snapshot {
        transaction,
        name: &record.public.name,
        builder,
        ids: HashMap::new(),
        nodes: HashMap::new(),
        fingerprint: start(&record.public.regulation, &record.settings)?,
    };
    let mut designations = reading.designations()?;
    for label in Label::ALL {
        reading.nodes(label, &mut designations)?;
    }
    for (label, relation) in &record.edge_kinds {
        reading.edges(label, relation)?;
    }
    if reading.fingerprint != record.fingerprint {
        return Err(StoreError::Altered { data_set: record.public.name.clone() }.into());
    }
    Ok(reading.builder.build())
}

/// The properties that are provenance.
const PROVENANCE: [&str; 2] = ["clauses", "words"];
/// The properties that tell stated from derived.
const BASIS: [&str; 2] = ["basis", "rule"];

/// The designations of each post, with their positions.
type Designations = HashMap<NodeNumber, Vec<(i64, Designation)>>;

struct Snapshot<'a> {
    transaction: &'a ReadTxGuard<'a>,
    name: &'a str,
    builder: GraphBuilder,
    ids: HashMap<NodeNumber, NodeId>,
    nodes: HashMap<&'static str, Vec<NodeNumber>>,
    fingerprint: Fingerprint,
}

impl Snapshot<'_> {
    /// The properties of a node, without the data set.
    fn properties(&self, node: NodeNumber) -> Result<Properties, Failure> {
        let mut properties = self.transaction.properties(node)?;
        properties.remove(DATA_SET);
        Ok(properties)
    }

    fn nodes(&mut self, label: Label, designations: &mut Designations) -> Result<(), Failure> {
        let numbers = self.transaction.lookup(label.name(), DATA_SET, self.name)?;
        for number in &numbers {
            let mut properties = self.properties(*number)?;
            let id = NodeId::from(text(&properties, "id")?);
            self.fingerprint.add(&[label.name(), id.as_str()], &properties);
            let provenance = take(&mut properties, &PROVENANCE)?;
            let mut data = node_data(label, properties)?;
            if let (NodeData::Post(post), Some(mut found)) = (&mut data, designations.remove(number)) {
                found.sort_by_key(|(position, _)| *position);
                post.designations = found.into_iter().map(|(_, designation)| designation).collect();
            }
            self.ids.insert(*number, id.clone());
            self.builder.add_node(id, data, provenance);
        }
        self.nodes.insert(label.name(), numbers);
        Ok(())
    }

    fn designations(&mut self) -> Result<Designations, Failure> {
        let relation = RelationType::SubstitutesWhenIncapacitated.name();
        let mut designations = Designations::new();
        for number in self.transaction.lookup(DESIGNATION_LABEL, DATA_SET, self.name)? {
            let node = self.properties(number)?;
            let id = text(&node, "id")?.to_owned();
            self.fingerprint.add(&[DESIGNATION_LABEL, &id], &node);
            for post in self.transaction.get_neighbors(number, relation, Direction::Outgoing)? {
                let post_properties = self.transaction.properties(post)?;
                let mut edge = self.transaction.get_edge_properties(number, post, relation)?;
                self.fingerprint.add(&[relation, &id, text(&post_properties, "id")?], &edge);
                let Some(Value::I64(position)) = node.get(POSITION) else { return Err(damaged(&id)) };
                let provenance = take(&mut edge, &PROVENANCE)?;
                let Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator } =
                    from_properties(edge, [("type", Value::String(relation.to_owned()))])?
                else {
                    return Err(damaged(&id));
                };
                let designation = Designation { order, conditions, act, designator, joint, provenance };
                designations.entry(post).or_default().push((*position, designation));
            }
        }
        Ok(designations)
    }

    fn edges(&mut self, label: &str, relation: &str) -> Result<(), Failure> {
        for from in self.nodes.get(label).cloned().unwrap_or_default() {
            for to in self.transaction.get_neighbors(from, relation, Direction::Outgoing)? {
                let first = self.transaction.get_edge_properties(from, to, relation)?;
                let (Some(from_id), Some(to_id)) = (self.ids.get(&from).cloned(), self.ids.get(&to).cloned()) else {
                    return Err(Failure::Corrupt(format!("an edge `{relation}` leads out of its data set")));
                };
                let parallel = if first.contains_key(PARALLEL) {
                    self.parallel(label, relation, &from_id, &to_id)?
                } else {
                    vec![first]
                };
                for mut properties in parallel {
                    self.fingerprint.add(&[relation, from_id.as_str(), to_id.as_str()], &properties);
                    properties.remove(PARALLEL);
                    let provenance = take(&mut properties, &PROVENANCE)?;
                    let basis = take(&mut properties, &BASIS)?;
                    let relation = from_properties(properties, [("type", Value::String(relation.to_owned()))])?;
                    self.builder.add_edge(&from_id, &to_id, EdgeData::new(relation, basis), provenance);
                }
            }
        }
        Ok(())
    }

    /// The properties of all edges of a type between two nodes.
    fn parallel(&self, label: &str, relation: &str, from: &NodeId, to: &NodeId) -> Result<Vec<Properties>, Failure> {
        let cypher =
            format!("MATCH (a:{label} {{data_set: $data_set, id: $from}})-[r:{relation}]->(b {{id: $to}}) RETURN r");
        let parameters = HashMap::from([
            ("data_set".to_owned(), Value::String(self.name.to_owned())),
            ("from".to_owned(), Value::String(from.as_str().to_owned())),
            ("to".to_owned(), Value::String(to.as_str().to_owned())),
        ]);
        let rows = self.transaction.query_with_params(&cypher, Some(&parameters))?;
        let edges = rows.iter().filter_map(|row| match row.value_at(0) {
            Some(Value::Edge(edge)) => Some(edge.properties.clone()),
            _ => None,
        });
        Ok(edges.collect())
    }
}

/// Label and properties of a node. Reading the type behind the label directly takes a third of the time that reading
/// [`NodeData`] does, where serde has to find the label first.
fn node_data(label: Label, properties: Properties) -> Result<NodeData, Failure> {
    Ok(match label {
        Label::Unit => NodeData::Unit(from_properties(properties, [])?),
        Label::Post => NodeData::Post(from_properties(properties, [])?),
        Label::Duty => NodeData::Duty(from_properties(properties, [])?),
        Label::Matter => NodeData::Matter(from_properties(properties, [])?),
        Label::Clause => NodeData::Clause(from_properties(properties, [])?),
        Label::Person => NodeData::Person(from_properties(properties, [])?),
    })
}

fn text<'a>(properties: &'a Properties, name: &str) -> Result<&'a str, Failure> {
    match properties.get(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(Failure::Corrupt(format!("a node has no `{name}`"))),
    }
}

fn damaged(id: &str) -> Failure {
    Failure::Corrupt(format!("the designation `{id}`"))
}
