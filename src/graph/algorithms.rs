//! Generic helpers on petgraph, without a word of the domain.

use std::collections::{HashSet, VecDeque};

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

/// All simple paths from `start` to `goal` along outgoing edges that `follow` accepts, at most `limit` of them, in the
/// order of the edges' indices.
///
/// A path is a list of nodes without repetition, `start` first and `goal` last; from a node to itself there is the path
/// of that one node. A path is only lengthened while `goal` can still be reached without meeting it again, so no work is
/// lost in dead ends, in cyclic graphs neither. Cost: O(limit × longest path × degree × (nodes + edges) between the two).
pub fn paths_between<N, E>(
    graph: &DiGraph<N, E>,
    start: NodeIndex,
    goal: NodeIndex,
    limit: usize,
    follow: impl Fn(EdgeIndex, &E) -> bool,
) -> Vec<Vec<NodeIndex>> {
    let mut to_goal = vec![false; graph.node_count()];
    to_goal[goal.index()] = true;
    for (node, _) in reachable(graph, goal, Direction::Incoming, &follow) {
        to_goal[node.index()] = true;
    }
    let leads_to_goal = |from: NodeIndex, path: &[NodeIndex]| {
        let mut seen = HashSet::from([from]);
        let mut pending = vec![from];
        while let Some(node) = pending.pop() {
            if node == goal {
                return true;
            }
            for next in neighbours(graph, node, Direction::Outgoing, &follow) {
                if to_goal[next.index()] && !path.contains(&next) && seen.insert(next) {
                    pending.push(next);
                }
            }
        }
        false
    };
    let mut found = Vec::new();
    let mut pending = if to_goal[start.index()] { vec![vec![start]] } else { Vec::new() };
    while let Some(path) = pending.pop() {
        if found.len() == limit {
            break;
        }
        let last = path[path.len() - 1];
        if last == goal {
            found.push(path);
            continue;
        }
        for node in neighbours(graph, last, Direction::Outgoing, &follow).into_iter().rev() {
            if to_goal[node.index()] && !path.contains(&node) && leads_to_goal(node, &path) {
                let mut longer = path.clone();
                longer.push(node);
                pending.push(longer);
            }
        }
    }
    found
}

/// The nodes of a graph in layers: the layer of a node is the length of the longest path that ends in it, where every
/// set of nodes that reach each other (a cycle) counts as one node and shares one layer. Returns the layer of each node,
/// by index, and the cycles, each in the order of the indices. Cost: O(nodes + edges).
pub fn layers<N, E>(graph: &DiGraph<N, E>) -> (Vec<usize>, Vec<Vec<NodeIndex>>) {
    let mut layers = vec![0; graph.node_count()];
    let mut component_of = vec![0; graph.node_count()];
    let components = petgraph::algo::tarjan_scc(graph);
    for (number, component) in components.iter().enumerate() {
        for node in component {
            component_of[node.index()] = number;
        }
    }
    let mut cycles = Vec::new();
    // Tarjan's algorithm yields a component after all that it leads to: the reverse comes from the sources down.
    for component in components.iter().rev() {
        let above = component
            .iter()
            .flat_map(|node| graph.neighbors_directed(*node, Direction::Incoming))
            .filter(|other| component_of[other.index()] != component_of[component[0].index()])
            .map(|other| layers[other.index()] + 1)
            .max();
        for node in component {
            layers[node.index()] = above.unwrap_or(0);
        }
        let meets_itself = component.len() > 1 || graph.contains_edge(component[0], component[0]);
        if meets_itself {
            let mut cycle = component.clone();
            cycle.sort();
            cycles.push(cycle);
        }
    }
    cycles.sort();
    (layers, cycles)
}

/// The part of a graph between some of its nodes: those nodes, each weighing its index in `graph`, and the accepted edges
/// from one of them to another. `nodes` is sorted and without repetition; the order is kept.
/// Cost: O(edges at the nodes × log nodes).
pub fn induced<N, E>(
    graph: &DiGraph<N, E>,
    nodes: &[NodeIndex],
    follow: impl Fn(EdgeIndex, &E) -> bool,
) -> DiGraph<NodeIndex, ()> {
    let mut part = DiGraph::with_capacity(nodes.len(), 0);
    for node in nodes {
        part.add_node(*node);
    }
    for (place, node) in nodes.iter().enumerate() {
        for next in neighbours(graph, *node, Direction::Outgoing, &follow) {
            if let Ok(other) = nodes.binary_search(&next) {
                part.add_edge(NodeIndex::new(place), NodeIndex::new(other), ());
            }
        }
    }
    part
}

/// The nodes that lead to nothing but nodes that lead back to them, in the order of the indices: the ends of a graph, where
/// a cycle that nothing leaves is an end as a whole. Cost: O(nodes + edges).
pub fn ends<N, E>(graph: &DiGraph<N, E>) -> Vec<NodeIndex> {
    let mut component_of = vec![0; graph.node_count()];
    let components = petgraph::algo::tarjan_scc(graph);
    for (number, component) in components.iter().enumerate() {
        for node in component {
            component_of[node.index()] = number;
        }
    }
    let closed = |number: usize| {
        let mut targets = components[number].iter().flat_map(|node| graph.neighbors(*node));
        targets.all(|next| component_of[next.index()] == number)
    };
    let mut found: Vec<NodeIndex> =
        (0..components.len()).filter(|number| closed(*number)).flat_map(|number| components[number].clone()).collect();
    found.sort();
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

    #[test]
    fn paths_between_avoid_dead_ends_and_cycles() {
        let mut graph = DiGraph::<(), ()>::new();
        let n: Vec<_> = (0..5).map(|_| graph.add_node(())).collect();
        for (a, b) in [(0, 1), (1, 0), (1, 2), (0, 2), (2, 1), (2, 3), (0, 4)] {
            graph.add_edge(n[a], n[b], ());
        }
        let paths = paths_between(&graph, n[0], n[3], 10, |_, ()| true);
        assert_eq!(paths, vec![vec![n[0], n[1], n[2], n[3]], vec![n[0], n[2], n[3]]]);
        assert_eq!(paths_between(&graph, n[0], n[0], 10, |_, ()| true), vec![vec![n[0]]]);
        assert!(paths_between(&graph, n[4], n[3], 10, |_, ()| true).is_empty());
    }

    #[test]
    fn layers_count_the_longest_way_and_name_cycles() {
        let mut graph = DiGraph::<(), ()>::new();
        let n: Vec<_> = (0..5).map(|_| graph.add_node(())).collect();
        for (a, b) in [(0, 1), (0, 2), (1, 2), (2, 3), (3, 2), (3, 4)] {
            graph.add_edge(n[a], n[b], ());
        }
        assert_eq!(layers(&graph), (vec![0, 1, 2, 2, 3], vec![vec![n[2], n[3]]]));
        assert_eq!(ends(&graph), vec![n[4]]);
        let part = induced(&graph, &[n[0], n[2], n[3]], |_, ()| true);
        assert_eq!(part.node_weights().copied().collect::<Vec<_>>(), vec![n[0], n[2], n[3]]);
        assert_eq!(part.edge_count(), 3);
        assert_eq!(ends(&part), vec![NodeIndex::new(1), NodeIndex::new(2)]);
    }
}
