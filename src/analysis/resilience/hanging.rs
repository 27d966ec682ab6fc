//! What hangs on each post: the duties that it attends to, the units that it heads, the posts that it commands, its seats; and
//! the posts that no command reaches but through it.

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::graph::{AuthorityGraph, CommandScope, Direction, Label, NodeId, Relation, RelationType};

/// What hangs on one post.
#[derive(Debug, Default)]
pub(super) struct Load {
    pub units: Vec<NodeId>,
    pub duties: Vec<NodeId>,
    /// Posts commanded directly.
    pub commands: usize,
    /// Seats in councils.
    pub seats: usize,
}

impl Load {
    fn is_nothing(&self) -> bool {
        self.units.is_empty() && self.duties.is_empty() && self.commands == 0 && self.seats == 0
    }
}

/// What hangs on every post of a graph.
pub(super) struct Hanging {
    loads: FxHashMap<NodeId, Load>,
    /// The posts that each post immediately dominates in the graph of command.
    below: FxHashMap<NodeId, Vec<NodeId>>,
    /// Posts with a rule on who acts for them.
    with_rule: FxHashSet<NodeId>,
    without_head: Vec<NodeId>,
}

impl Hanging {
    /// Looks at every edge once. Cost: near-linear in nodes and edges.
    pub fn of(graph: &AuthorityGraph) -> Self {
        let mut loads: FxHashMap<NodeId, Load> = FxHashMap::default();
        let mut heads: FxHashMap<&NodeId, &NodeId> = FxHashMap::default();
        for edge in graph.edges_with(RelationType::Heads) {
            heads.entry(&edge.to).or_insert(&edge.from);
            loads.entry(edge.from.clone()).or_default().units.push(edge.to.clone());
        }
        let mut with_rule = FxHashSet::default();
        for edge in graph.edges() {
            match edge.data.relation.relation_type() {
                RelationType::Commands => loads.entry(edge.from.clone()).or_default().commands += 1,
                RelationType::MemberOf | RelationType::Attends | RelationType::Chairs => {
                    loads.entry(edge.from.clone()).or_default().seats += 1;
                }
                RelationType::SubstitutesWhenIncapacitated => {
                    with_rule.insert(edge.to.clone());
                }
                _ => {}
            }
        }
        let mut without_head = Vec::new();
        for duty in graph.nodes_with(Label::Duty) {
            let owner =
                graph.edges_at(&duty.id, Direction::Outgoing, RelationType::BelongsTo).first().map(|edge| &edge.to);
            let is_post = |id: &&NodeId| graph.node(id).is_some_and(|node| node.label() == Label::Post);
            let attends = owner.filter(is_post).or_else(|| owner.and_then(|unit| heads.get(unit).copied()));
            match attends {
                Some(post) => loads.entry(post.clone()).or_default().duties.push(duty.id.clone()),
                None => without_head.push(duty.id.clone()),
            }
        }
        let chosen =
            graph.nodes_with(Label::Post).filter(|node| node.as_post().is_some_and(|p| !p.designations.is_empty()));
        with_rule.extend(chosen.map(|node| node.id.clone()));
        Self { loads, below: dominated(graph), with_rule, without_head }
    }

    /// The posts on which something hangs or that have a rule on who acts, in the order of the text: those of the units and of
    /// the units below them, or all.
    pub fn posts(&self, graph: &AuthorityGraph, units: &[NodeId]) -> Vec<NodeId> {
        let matters =
            |id: &NodeId| self.loads.get(id).is_some_and(|load| !load.is_nothing()) || self.with_rule.contains(id);
        let posts = graph.nodes_with(Label::Post).map(|node| &node.id);
        posts.filter(|id| matters(id) && is_within(graph, id, units)).cloned().collect()
    }

    /// The duties that no post attends to, of the units or all.
    pub fn without_head(&self, graph: &AuthorityGraph, units: &[NodeId]) -> Vec<NodeId> {
        self.without_head.iter().filter(|id| is_within(graph, id, units)).cloned().collect()
    }

    /// What hangs on a post.
    pub fn load(&self, post: &NodeId) -> Option<&Load> {
        self.loads.get(post)
    }

    /// The duties that a post attends to.
    pub fn duties(&self, post: &NodeId) -> &[NodeId] {
        self.loads.get(post).map_or(&[], |load| &load.duties)
    }

    /// The posts to which every chain of command leads through `post`, in the order of the text.
    pub fn dominated(&self, graph: &AuthorityGraph, post: &NodeId) -> Vec<NodeId> {
        let mut found: Vec<NodeId> = Vec::new();
        let mut pending: Vec<&NodeId> = vec![post];
        while let Some(next) = pending.pop() {
            for below in self.below.get(next).into_iter().flatten() {
                found.push(below.clone());
                pending.push(below);
            }
        }
        found.sort_by_key(|post| graph.node_index(post));
        found
    }
}

/// Whether a node lies in one of the units; every node does if there are none.
fn is_within(graph: &AuthorityGraph, id: &NodeId, units: &[NodeId]) -> bool {
    units.is_empty() || graph.enclosing_units(id).into_iter().any(|unit| units.contains(unit))
}

/// The dominator tree of the graph of command, below a root above all posts that nobody commands: each post with the posts that
/// it immediately dominates. Posts that only a circle commands hang on the root where the circle begins in the text.
fn dominated(graph: &AuthorityGraph) -> FxHashMap<NodeId, Vec<NodeId>> {
    let posts: Vec<&NodeId> = graph.nodes_with(Label::Post).map(|node| &node.id).collect();
    let number: FxHashMap<&NodeId, usize> = posts.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut commands: DiGraph<(), ()> = DiGraph::with_capacity(posts.len() + 1, posts.len() * 2);
    let nodes: Vec<NodeIndex> = posts.iter().map(|_| commands.add_node(())).collect();
    let root = commands.add_node(());
    for edge in graph.edges_with(RelationType::Commands) {
        if matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. }) {
            commands.add_edge(nodes[number[&edge.from]], nodes[number[&edge.to]], ());
        }
    }
    let mut reached = vec![false; posts.len()];
    let tops: Vec<usize> = (0..posts.len())
        .filter(|at| commands.neighbors_directed(nodes[*at], Direction::Incoming).next().is_none())
        .collect();
    for start in tops.into_iter().chain(0..posts.len()) {
        if reached[start] {
            continue;
        }
        commands.add_edge(root, nodes[start], ());
        let mut pending = vec![start];
        while let Some(at) = pending.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                pending.extend(commands.neighbors(nodes[at]).map(|next| next.index()));
            }
        }
    }
    let dominators = simple_fast(&commands, root);
    let mut below: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(above) = dominators.immediate_dominator(*node).filter(|above| *above != root) {
            below.entry(posts[above.index()].clone()).or_default().push(posts[at].clone());
        }
    }
    below
}
