//! Who is under a post: everybody it commands, directly or through others.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use petgraph::graph::NodeIndex;
use schemars::JsonSchema;
use serde::Serialize;

use super::{AnalysisError, expect};
use crate::graph::{AuthorityGraph, CommandScope, Direction, Edge, Label, NodeId, Relation, RelationType};

/// Everybody under a post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Span {
    /// The post asked about.
    pub post: NodeId,
    /// The posts under it as a tree written line by line: each after its superior, at that one's depth and one more.
    pub subordinates: Vec<Subordinate>,
    /// Number of posts under it.
    pub total: usize,
    /// How many of them at each depth, nearest first.
    pub counts: Vec<DepthCount>,
    /// `EX_OFFICIO` edges to the post asked about: the posts that its holder holds too.
    pub also_holds: Vec<Edge>,
}

/// A post under another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Subordinate {
    /// The post.
    pub post: NodeId,
    /// The unit that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// Number of steps below the post asked about, from 1.
    pub depth: usize,
    /// The `COMMANDS` edge through which it is listed; its `from` is the line's superior.
    pub command: Edge,
    /// Whether the command reaches it only for part of its work, because this step or one above it has a narrower scope.
    pub in_part: bool,
    /// `COMMANDS` edges from other posts of this span, and parallel ones: it stands here once.
    pub other_commands: Vec<Edge>,
    /// `EX_OFFICIO` edges to it: the posts that its holder holds too.
    pub also_holds: Vec<Edge>,
    /// `EX_OFFICIO` edges from it: the posts whose holder holds it.
    pub held_by: Vec<Edge>,
}

/// The number of posts at a depth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DepthCount {
    /// Number of steps below the post asked about, from 1.
    pub depth: usize,
    /// Number of posts there.
    pub posts: usize,
}

/// How a post came into the span.
struct Entry<'a> {
    depth: usize,
    command: &'a Edge,
    in_part: bool,
}

/// Everybody under `post`, each once: where the fewest steps lead to it, a command over all its work going before one in
/// part. Circles end where they meet a post already listed. Cost: O(posts + commands).
///
/// # Errors
/// `post` is not a post of the graph.
pub fn span(graph: &AuthorityGraph, post: &NodeId) -> Result<Span, AnalysisError> {
    expect(graph, post, Label::Post)?;
    let entries = entries(graph, post);
    let subordinates: Vec<Subordinate> =
        tree_order(graph, post, &entries).into_iter().map(|id| subordinate(graph, post, id, &entries)).collect();
    let mut counts = BTreeMap::<usize, usize>::new();
    for subordinate in &subordinates {
        *counts.entry(subordinate.depth).or_default() += 1;
    }
    Ok(Span {
        post: post.clone(),
        total: subordinates.len(),
        counts: counts.into_iter().map(|(depth, posts)| DepthCount { depth, posts }).collect(),
        also_holds: cloned(graph.edges_at(post, Direction::Incoming, RelationType::ExOfficio)),
        subordinates,
    })
}

/// Every post under `top` with the step that leads to it. First come those reached by commands over all their work,
/// breadth first; then those that only a command in part leads to.
fn entries<'a>(graph: &'a AuthorityGraph, top: &NodeId) -> BTreeMap<&'a NodeId, Entry<'a>> {
    let mut entries: BTreeMap<&NodeId, Entry> = BTreeMap::new();
    let Some(top) = graph.node(top).map(|node| &node.id) else { return entries };
    let mut found: Vec<&NodeId> = vec![top];
    for with_parts in [false, true] {
        let mut queue: VecDeque<&NodeId> = found.iter().copied().collect();
        while let Some(superior) = queue.pop_front() {
            let (depth, part_above) = entries.get(superior).map_or((0, false), |entry| (entry.depth, entry.in_part));
            for edge in graph.edges_at(superior, Direction::Outgoing, RelationType::Commands) {
                let partial = is_partial(edge);
                if edge.to == *top || entries.contains_key(&edge.to) || (partial && !with_parts) {
                    continue;
                }
                entries.insert(&edge.to, Entry { depth: depth + 1, command: edge, in_part: partial || part_above });
                found.push(&edge.to);
                queue.push_back(&edge.to);
            }
        }
        found.sort_by_key(|id| (entries.get(*id).map_or(0, |entry| entry.depth), graph.node_index(id)));
    }
    entries
}

/// Whether a command covers only part of the subordinate's work.
fn is_partial(edge: &Edge) -> bool {
    !matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. })
}

/// The posts under `top` in tree order: each post, then those under it, siblings in the order of the text.
fn tree_order<'a>(graph: &AuthorityGraph, top: &NodeId, entries: &BTreeMap<&'a NodeId, Entry<'a>>) -> Vec<&'a NodeId> {
    let mut below: BTreeMap<&NodeId, Vec<(Option<NodeIndex>, &NodeId)>> = BTreeMap::new();
    for (id, entry) in entries {
        below.entry(&entry.command.from).or_default().push((graph.node_index(id), id));
    }
    let mut order = Vec::with_capacity(entries.len());
    let mut pending: Vec<&NodeId> = Vec::new();
    let mut current = Some(top);
    while let Some(superior) = current {
        let mut subordinates = below.remove(superior).unwrap_or_default();
        // Last in, first out: the first sibling has to be pushed last.
        subordinates.sort_by(|a, b| b.cmp(a));
        pending.extend(subordinates.into_iter().map(|(_, id)| id));
        current = pending.pop();
        order.extend(current.and_then(|id| entries.get_key_value(id)).map(|(id, _)| *id));
    }
    order
}

/// The line for one post.
fn subordinate(graph: &AuthorityGraph, top: &NodeId, id: &NodeId, entries: &BTreeMap<&NodeId, Entry>) -> Subordinate {
    let entry = &entries[id];
    let listed = |post: &NodeId| post == top || entries.contains_key(post);
    let commands = graph.edges_at(id, Direction::Incoming, RelationType::Commands);
    Subordinate {
        post: id.clone(),
        unit: graph.parent_unit(id).cloned(),
        depth: entry.depth,
        command: entry.command.clone(),
        in_part: entry.in_part,
        other_commands: cloned(
            commands.into_iter().filter(|edge| *edge != entry.command && listed(&edge.from)).collect(),
        ),
        also_holds: cloned(graph.edges_at(id, Direction::Incoming, RelationType::ExOfficio)),
        held_by: cloned(graph.edges_at(id, Direction::Outgoing, RelationType::ExOfficio)),
    }
}

/// Edges to keep in an answer.
fn cloned(edges: Vec<&Edge>) -> Vec<Edge> {
    edges.into_iter().cloned().collect()
}
