//! The immutable authority graph.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Annotations, DutyKind, Edge, GraphBuilder, Label, Node, NodeData, NodeId, RegulationInfo, RelationType, Settings,
    algorithms,
};

pub use petgraph::Direction;

/// The form of a graph in JSON.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(title = "Authority graph")]
pub(crate) struct GraphDocument {
    /// Version of this form.
    schema_version: u32,
    /// What the regulation is called.
    regulation: RegulationInfo,
    /// Readings that differ between bodies.
    #[serde(default)]
    settings: Settings,
    /// What is known of the text beside nodes and edges.
    #[serde(default)]
    annotations: Annotations,
    /// Nodes: units, posts and duties in the order of the text, then clauses.
    nodes: Vec<Node>,
    /// Edges by type, then in the order of their nodes.
    edges: Vec<Edge>,
}

/// Version of the JSON form of the graph; a change that a reader must know of raises it.
pub const SCHEMA_VERSION: u32 = 1;

/// A reference to an edge of a graph.
pub type EdgeRef<'a> = &'a Edge;

/// The authority graph: immutable once built, in the same order for the same input.
///
/// Nodes are sorted by label and then by their order in the text; edges by type, then by the order of their ends.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "GraphDocument")]
pub struct AuthorityGraph {
    pub(super) regulation: RegulationInfo,
    pub(super) settings: Settings,
    pub(super) annotations: Annotations,
    pub(super) graph: DiGraph<Node, Edge>,
    /// Where each node stands in `graph`.
    pub(super) index: FxHashMap<NodeId, usize>,
}

impl PartialEq for AuthorityGraph {
    fn eq(&self, other: &Self) -> bool {
        self.regulation == other.regulation
            && self.settings == other.settings
            && self.annotations == other.annotations
            && self.nodes().eq(other.nodes())
            && self.edges().eq(other.edges())
    }
}

impl AuthorityGraph {
    /// What the regulation is called.
    pub fn regulation(&self) -> &RegulationInfo {
        &self.regulation
    }

    /// Readings that differ between bodies.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is known of the text beside nodes and edges: what a finding may rest on, and which findings are accepted.
    pub fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// The same graph with other annotations.
    #[must_use]
    pub fn with_annotations(mut self, annotations: Annotations) -> Self {
        self.annotations = annotations;
        self
    }

    /// The petgraph graph inside, for [`algorithms`].
    pub fn petgraph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// Index of a node in [`AuthorityGraph::petgraph`].
    pub fn node_index(&self, id: &NodeId) -> Option<NodeIndex> {
        self.index.get(id).map(|at| NodeIndex::new(*at))
    }

    /// The node with this id.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.node_index(id).map(|index| &self.graph[index])
    }

    /// All nodes in order.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// All nodes with a label, in order.
    pub fn nodes_with(&self, label: Label) -> impl Iterator<Item = &Node> {
        self.nodes().filter(move |node| node.label() == label)
    }

    /// All edges in order.
    pub fn edges(&self) -> impl Iterator<Item = EdgeRef<'_>> {
        self.graph.edge_weights()
    }

    /// All edges of a type, in order.
    pub fn edges_with(&self, relation: RelationType) -> impl Iterator<Item = EdgeRef<'_>> {
        self.edges().filter(move |edge| edge.data.relation.relation_type() == relation)
    }

    /// The edges of a type at one node: leaving it (`Outgoing`) or arriving (`Incoming`), in order.
    pub fn edges_at(&self, id: &NodeId, direction: Direction, relation: RelationType) -> Vec<EdgeRef<'_>> {
        let Some(node) = self.node_index(id) else { return Vec::new() };
        let mut edges: Vec<(EdgeIndex, &Edge)> = self
            .graph
            .edges_directed(node, direction)
            .filter(|edge| edge.weight().data.relation.relation_type() == relation)
            .map(|edge| (petgraph::visit::EdgeRef::id(&edge), edge.weight()))
            .collect();
        edges.sort_by_key(|(index, _)| *index);
        edges.into_iter().map(|(_, edge)| edge).collect()
    }

    /// The nodes at the other end of the edges of a type at one node, each once, in order.
    pub fn neighbours(&self, id: &NodeId, direction: Direction, relation: RelationType) -> Vec<&Node> {
        let Some(node) = self.node_index(id) else { return Vec::new() };
        let mut nodes = algorithms::neighbours(&self.graph, node, direction, &|_, edge: &Edge| {
            edge.data.relation.relation_type() == relation
        });
        nodes.sort();
        nodes.into_iter().map(|index| &self.graph[index]).collect()
    }

    /// The unit that a unit, post or duty belongs to (for a duty given to a post: the post's unit).
    pub fn parent_unit(&self, id: &NodeId) -> Option<&NodeId> {
        let owner = self.edges_at(id, Direction::Outgoing, RelationType::BelongsTo).first().map(|edge| &edge.to)?;
        match self.node(owner)?.label() {
            Label::Post => self.parent_unit(owner),
            _ => Some(owner),
        }
    }

    /// The units above a unit, post or duty, nearest first.
    pub fn enclosing_units(&self, id: &NodeId) -> Vec<&NodeId> {
        let mut units: Vec<&NodeId> = Vec::new();
        let mut current = self.parent_unit(id);
        while let Some(unit) = current {
            if units.contains(&unit) {
                break;
            }
            units.push(unit);
            current = self.parent_unit(unit);
        }
        units
    }

    /// The nodes of a label that belong directly to a unit (or, for duties, to a post), in order.
    pub fn members(&self, id: &NodeId, label: Label) -> Vec<&Node> {
        let mut nodes = self.neighbours(id, Direction::Incoming, RelationType::BelongsTo);
        nodes.retain(|node| node.label() == label);
        nodes
    }

    /// The post that heads a unit.
    pub fn head_of(&self, unit: &NodeId) -> Option<&Node> {
        self.neighbours(unit, Direction::Incoming, RelationType::Heads).into_iter().next()
    }

    /// The units that belong to no other unit, in order.
    pub fn root_units(&self) -> Vec<&Node> {
        self.nodes_with(Label::Unit).filter(|node| self.parent_unit(&node.id).is_none()).collect()
    }

    /// The name of a node with as much of its path as tells it from others of the same name: `個人番号センター 企画部`.
    pub fn qualified_name(&self, id: &NodeId) -> String {
        let Some(node) = self.node(id) else { return id.to_string() };
        let shared = || self.nodes_with(node.label()).filter(|other| other.name() == node.name()).count() > 1;
        self.name_with_path(node, shared)
    }

    /// The name of a node, with its path if it is a unit or post that shares the name.
    pub(crate) fn name_with_path(&self, node: &Node, shared: impl FnOnce() -> bool) -> String {
        match node.label() {
            Label::Unit | Label::Post => {
                let own = self.parent_unit(&node.id).filter(|_| node.label() == Label::Post);
                let above = own.map_or_else(|| self.parent_unit(&node.id), |unit| self.parent_unit(unit));
                match above.and_then(|unit| self.node(unit)).filter(|_| shared()) {
                    Some(unit) => format!("{} {}", unit.name(), node.name()),
                    None => node.name().to_owned(),
                }
            }
            Label::Duty => node.id.as_str().rsplit('/').next().unwrap_or(node.id.as_str()).to_owned(),
            Label::Matter => match &node.data {
                NodeData::Matter(matter) if !matter.activity.is_empty() => {
                    format!("{}の{}", matter.object, matter.activity)
                }
                _ => node.name().to_owned(),
            },
            Label::Clause | Label::Person => node.name().to_owned(),
        }
    }

    /// The number of duties of each kind at a unit or post.
    pub fn duty_counts(&self, id: &NodeId) -> BTreeMap<DutyKind, usize> {
        let mut counts = BTreeMap::new();
        for duty in self.members(id, Label::Duty).into_iter().filter_map(Node::as_duty) {
            *counts.entry(duty.kind).or_default() += 1;
        }
        counts
    }

    /// The graph as JSON, indented, ending in a line break; the same bytes for the same graph.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a graph has string keys only");
        text.push('\n');
        text
    }

    /// Reads what [`AuthorityGraph::to_json`] wrote.
    ///
    /// # Errors
    /// Invalid JSON, an edge whose end is no node, a clause that is no node, or a form of a newer version.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The JSON Schema of [`AuthorityGraph::to_json`], indented.
    pub fn json_schema() -> String {
        let schema = schemars::schema_for!(GraphDocument);
        let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
        text.push('\n');
        text
    }
}

impl Serialize for AuthorityGraph {
    /// Writes the published form without copying the graph.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut document = serializer.serialize_struct("GraphDocument", 6)?;
        document.serialize_field("schema_version", &SCHEMA_VERSION)?;
        document.serialize_field("regulation", &self.regulation)?;
        document.serialize_field("settings", &self.settings)?;
        if self.annotations == Annotations::default() {
            document.skip_field("annotations")?;
        } else {
            document.serialize_field("annotations", &self.annotations)?;
        }
        document.serialize_field("nodes", &self.nodes().collect::<Vec<_>>())?;
        document.serialize_field("edges", &self.edges().collect::<Vec<_>>())?;
        document.end()
    }
}

impl TryFrom<GraphDocument> for AuthorityGraph {
    type Error = String;

    fn try_from(document: GraphDocument) -> Result<Self, String> {
        if document.schema_version > SCHEMA_VERSION {
            return Err(format!(
                "graph of schema version {}, this program reads up to {SCHEMA_VERSION}",
                document.schema_version
            ));
        }
        let mut builder = GraphBuilder::new(document.regulation);
        builder.set_settings(document.settings);
        builder.set_annotations(document.annotations);
        for node in document.nodes {
            if builder.index.contains_key(&node.id) {
                return Err(format!("node `{}` appears twice", node.id));
            }
            builder.add_node(node.id, node.data, node.provenance);
        }
        for edge in document.edges {
            for end in [&edge.from, &edge.to] {
                if !builder.index.contains_key(end) {
                    return Err(format!("edge `{}` → `{}` names no node `{end}`", edge.from, edge.to));
                }
            }
            if let Some(clause) = edge.provenance.clauses().iter().find(|id| !builder.index.contains_key(*id)) {
                return Err(format!("edge `{}` → `{}` rests on no clause `{clause}`", edge.from, edge.to));
            }
            builder.add_edge(&edge.from, &edge.to, edge.data, edge.provenance);
        }
        let Annotations { remarks, statements, .. } = builder.annotations();
        for evidence in remarks.iter().flat_map(|remark| remark.provenance.iter()) {
            if !builder.index.contains_key(&evidence.clause) {
                return Err(format!("a remark rests on no clause `{}`", evidence.clause));
            }
        }
        for evidence in statements.iter().flat_map(|statement| statement.provenance.iter()) {
            if !builder.index.contains_key(&evidence.clause) {
                return Err(format!("a statement rests on no clause `{}`", evidence.clause));
            }
        }
        for part in statements.iter().flat_map(|statement| &statement.parts) {
            if let Some(id) = part.meaning.iter().find(|id| !builder.index.contains_key(*id)) {
                return Err(format!("a statement means no node `{id}`"));
            }
        }
        Ok(builder.build())
    }
}
