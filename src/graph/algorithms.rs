//! Generic helpers on petgraph, without a word of the domain.

use std::collections::VecDeque;

use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef as _;

/// All simple paths that start at `start` and follow the edges that `follow` accepts in `direction` until a node with no
/// further accepted edge, or until `stop` holds.
///
/// A path is a list of nodes without repetition, `start` first. A node whose accepted edges all lead back into the path
/// ends the path too, so a cycle gives paths and never an endless walk. At most `limit` paths are returned, in the order
/// of the edges' indices. Cost: O(limit × longest path × degree).
pub fn paths_to_ends<N, E>(
    graph: &DiGraph<N, E>,
    start: NodeIndex,
    direction: Direction,
    limit: usize,
    follow: impl Fn(EdgeIndex, &E) -> bool,
    stop: impl Fn(NodeIndex) -> bool,
) -> Vec<Vec<NodeIndex>> {
    let mut found = Vec::new();
    let mut pending = vec![vec![start]];
    while let Some(path) = pending.pop() {
        if found.len() == limit {
            break;
        }
        let last = path[path.len() - 1];
        let mut next = if stop(last) { Vec::new() } else { neighbours(graph, last, direction, &follow) };
        next.retain(|node| !path.contains(node));
        if next.is_empty() {
            found.push(path);
            continue;
        }
        // Last in, first out: push in reverse so that paths come out in edge order.
        for node in next.into_iter().rev() {
            let mut longer = path.clone();
            longer.push(node);
            pending.push(longer);
        }
    }
    found
}

/// The distinct neighbours of `node` over accepted edges, in the order of the edges' indices.
pub fn neighbours<N, E>(
    graph: &DiGraph<N, E>,
    node: NodeIndex,
    direction: Direction,
    follow: &impl Fn(EdgeIndex, &E) -> bool,
) -> Vec<NodeIndex> {
    let mut edges: Vec<_> = graph.edges_directed(node, direction).filter(|e| follow(e.id(), e.weight())).collect();
    edges.sort_by_key(|e| e.id());
    let mut nodes: Vec<NodeIndex> = Vec::with_capacity(edges.len());
    for edge in edges {
        let other = if direction == Direction::Outgoing { edge.target() } else { edge.source() };
        if !nodes.contains(&other) {
            nodes.push(other);
        }
    }
    nodes
}

/// Breadth-first search: every node reachable from `start` over accepted edges with its distance, `start` itself left
/// out, nearest first. Cost: O(nodes + edges).
pub fn reachable<N, E>(
    graph: &DiGraph<N, E>,
    start: NodeIndex,
    direction: Direction,
    follow: impl Fn(EdgeIndex, &E) -> bool,
) -> Vec<(NodeIndex, usize)> {
    let mut seen = vec![false; graph.node_count()];
    seen[start.index()] = true;
    let mut found = Vec::new();
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((node, distance)) = queue.pop_front() {
        for other in neighbours(graph, node, direction, &follow) {
            if !std::mem::replace(&mut seen[other.index()], true) {
                found.push((other, distance + 1));
                queue.push_back((other, distance + 1));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_follow_edge_order_and_survive_cycles() {
        let mut graph = DiGraph::<(), ()>::new();
        let n: Vec<_> = (0..4).map(|_| graph.add_node(())).collect();
        for (a, b) in [(0, 1), (0, 2), (1, 3), (2, 3), (3, 0)] {
            graph.add_edge(n[a], n[b], ());
        }
        let paths = paths_to_ends(&graph, n[0], Direction::Outgoing, 10, |_, ()| true, |_| false);
        assert_eq!(paths, vec![vec![n[0], n[1], n[3]], vec![n[0], n[2], n[3]]]);
        assert_eq!(paths_to_ends(&graph, n[0], Direction::Outgoing, 1, |_, ()| true, |_| false).len(), 1);
        let reached = reachable(&graph, n[0], Direction::Outgoing, |_, ()| true);
        assert_eq!(reached, vec![(n[1], 1), (n[2], 1), (n[3], 2)]);
    }
}
