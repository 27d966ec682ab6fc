//! Posts that relate to each other in a circle.

use crate::graph::algorithms::{induced, layers};
use crate::graph::{AuthorityGraph, Edge, NodeId, Provenance};

/// A circle of posts: as many as lead to each other over the relation, at least two.
pub(super) struct Circle {
    /// The posts in the order of the text.
    pub posts: Vec<NodeId>,
    /// What the relations among them rest on.
    pub evidence: Provenance,
}

/// The circles of the relation that `follow` accepts, in the order of the text. Cost: O(nodes + edges), and as much again for
/// each circle.
pub(super) fn circles(graph: &AuthorityGraph, follow: impl Fn(&Edge) -> bool) -> Vec<Circle> {
    let whole = graph.petgraph();
    let nodes: Vec<_> = whole.node_indices().collect();
    let followed = induced(whole, &nodes, |_, edge| follow(edge));
    let (_, cycles) = layers(&followed);
    let of_cycle = |cycle: Vec<petgraph::graph::NodeIndex>| {
        let posts: Vec<NodeId> = cycle.into_iter().map(|node| whole[followed[node]].id.clone()).collect();
        let is_inside = |edge: &&Edge| follow(edge) && posts.contains(&edge.from) && posts.contains(&edge.to);
        let mut evidence = graph.edges().filter(is_inside).map(|edge| edge.provenance.clone());
        let first = evidence.next()?;
        let evidence = evidence.fold(first, |mut all, more| {
            all.extend(&more);
            all
        });
        Some(Circle { posts, evidence })
    };
    cycles.into_iter().filter_map(of_cycle).collect()
}
