//! The builder that makes an [`AuthorityGraph`].

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;

use super::{
    Annotations, AuthorityGraph, Clause, Edge, EdgeData, Node, NodeData, NodeId, Provenance, RegulationInfo, Settings,
};

/// Collects nodes and edges in any order; [`GraphBuilder::build`] sorts them.
#[derive(Debug, Default)]
pub struct GraphBuilder {
    regulation: RegulationInfo,
    settings: Settings,
    annotations: Annotations,
    nodes: Vec<Node>,
    /// Where each node stands in `nodes`.
    pub(super) index: FxHashMap<NodeId, usize>,
    edges: Vec<PendingEdge>,
}

/// An edge with its ends as positions in the builder's nodes. Equal edges are joined when the graph is built.
#[derive(Debug)]
struct PendingEdge {
    from: usize,
    to: usize,
    data: EdgeData,
    provenance: Provenance,
}

impl GraphBuilder {
    /// An empty graph of this regulation.
    pub fn new(regulation: RegulationInfo) -> Self {
        Self { regulation, ..Self::default() }
    }

    /// Sets the readings that differ between bodies.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// Sets what is known of the text beside nodes and edges.
    pub fn set_annotations(&mut self, annotations: Annotations) {
        self.annotations = annotations;
    }

    /// What was set by [`GraphBuilder::set_annotations`].
    pub(super) fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// Adds a clause; its provenance is itself.
    pub fn add_clause(&mut self, id: impl Into<NodeId>, clause: Clause) -> NodeId {
        let id = id.into();
        let provenance = Provenance::new(id.clone(), clause.text.as_str());
        self.add_node(id, NodeData::Clause(clause), provenance)
    }

    /// Adds a node. A node that is already there keeps its properties and gains the provenance.
    pub fn add_node(&mut self, id: impl Into<NodeId>, data: NodeData, provenance: Provenance) -> NodeId {
        let id = id.into();
        match self.index.get(&id) {
            Some(known) => self.nodes[*known].provenance.extend(&provenance),
            None => {
                self.index.insert(id.clone(), self.nodes.len());
                self.nodes.push(Node { id: id.clone(), data, provenance });
            }
        }
        id
    }

    /// The node with this id, if it was added.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.index.get(id).map(|known| &self.nodes[*known])
    }

    /// The node with this id, to change its properties.
    pub fn node_mut(&mut self, id: &NodeId) -> Option<&mut Node> {
        self.index.get(id).map(|known| &mut self.nodes[*known])
    }

    /// Adds an edge. An equal edge gains the provenance, and is stated if either is.
    ///
    /// # Panics
    /// If an end was not added before: a mistake in the caller, never in its input.
    pub fn add_edge(&mut self, from: &NodeId, to: &NodeId, data: EdgeData, provenance: Provenance) {
        let end = |id: &NodeId| match self.index.get(id) {
            Some(known) => *known,
            None => panic!("edge `{from}` → `{to}` before its node `{id}`"),
        };
        let (from, to) = (end(from), end(to));
        self.edges.push(PendingEdge { from, to, data, provenance });
    }

    /// Sorts everything, joins equal edges, and makes the graph.
    pub fn build(self) -> AuthorityGraph {
        let Self { regulation, settings, annotations, nodes, mut index, edges } = self;
        // Positions are sorted, not the things themselves: those are large, and ids are slow to compare.
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_unstable_by_key(|at| (nodes[*at].label(), position(&nodes[*at]), &nodes[*at].id));
        let mut placed = vec![NodeIndex::default(); nodes.len()];
        for (new, old) in order.iter().enumerate() {
            placed[*old] = NodeIndex::new(new);
        }
        let mut graph: DiGraph<Node, Edge> = DiGraph::with_capacity(nodes.len(), edges.len());
        for node in in_order(nodes, order) {
            graph.add_node(node);
        }
        index.values_mut().for_each(|known| *known = placed[*known].index());

        let ends = |edge: &PendingEdge| (edge.data.relation.relation_type(), placed[edge.from], placed[edge.to]);
        let mut order: Vec<_> = edges.iter().map(ends).zip(0..).collect();
        order.sort_unstable_by(|(first_ends, first), (second_ends, second)| {
            let relations = || edges[*first].data.relation.cmp(&edges[*second].data.relation);
            first_ends.cmp(second_ends).then_with(relations).then(first.cmp(second))
        });
        let order: Vec<usize> = order.into_iter().map(|(_, at)| at).collect();
        let mut last: Option<EdgeIndex> = None;
        for PendingEdge { from, to, data, provenance } in in_order(edges, order) {
            let (from, to) = (placed[from], placed[to]);
            let equal = last.filter(|at| {
                graph.edge_endpoints(*at) == Some((from, to)) && graph[*at].data.relation == data.relation
            });
            match equal {
                Some(at) => {
                    let known = &mut graph[at];
                    known.data.basis = known.data.basis.min(data.basis);
                    known.provenance.extend(&provenance);
                }
                None => {
                    let id = |end: NodeIndex| graph[end].id.clone();
                    let edge = Edge { from: id(from), to: id(to), data, provenance };
                    last = Some(graph.add_edge(from, to, edge));
                }
            }
        }
        AuthorityGraph { regulation, settings, annotations, graph, index }
    }
}

/// The items in the order in which `order` lists their positions, each once.
fn in_order<T>(items: Vec<T>, order: Vec<usize>) -> impl Iterator<Item = T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(move |at| items[at].take())
}

/// Position of a node in the text, among nodes of its label.
fn position(node: &Node) -> u32 {
    match &node.data {
        NodeData::Unit(unit) => unit.ordinal,
        NodeData::Post(post) => post.ordinal,
        NodeData::Duty(duty) => duty.ordinal,
        NodeData::Clause(clause) => clause.start,
        NodeData::Matter(_) | NodeData::Person(_) => 0,
    }
}
