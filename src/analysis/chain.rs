//! Who commands whom: the chains from the top down to a post, and how two posts stand to each other.
//!
//! A chain follows `COMMANDS` edges whose scope is `all`. A superior with a narrower scope (特定の事務, 担任の事務) stands
//! beside the step it touches and is never a link of a chain.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use schemars::JsonSchema;
use serde::Serialize;

use super::{AnalysisError, expect};
use crate::graph::{
    AuthorityGraph, CommandScope, Direction, Edge, Label, NodeId, Relation, RelationType,
    algorithms::{ends, induced, layers, paths_between, paths_to_ends, reachable},
};

/// The largest number of chains that an answer lists. Whether chains were left out stands in the answer's `truncated`.
pub const MAX_CHAINS: usize = 1_000;

/// Every chain of command from the top down to a post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CommandChain {
    /// The post asked about.
    pub post: NodeId,
    /// Each chain as post ids from the top down to the post, in the order of the text; never empty.
    pub chains: Vec<Vec<NodeId>>,
    /// Whether there are more than [`MAX_CHAINS`] chains, and the rest was left out.
    pub truncated: bool,
    /// The posts of all chains from the top down, each once, the post asked about last. Equal sources stand in one group
    /// here, where `chains` multiplies them.
    pub steps: Vec<ChainStep>,
    /// Sets of posts that command each other in a circle.
    pub cycles: Vec<Vec<NodeId>>,
}

/// One post of a chain with what commands it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChainStep {
    /// The post.
    pub post: NodeId,
    /// Number of steps from the top on the longest way, from 0.
    pub level: usize,
    /// Its superiors in the chain, one entry for each source that the text names. Empty at the top.
    pub superiors: Vec<CommandSource>,
    /// `COMMANDS` edges to it with a narrower scope.
    pub second_superiors: Vec<Edge>,
    /// `ASSISTS` edges to it.
    pub assistants: Vec<Edge>,
    /// `EX_OFFICIO` edges from it: the posts whose holder holds it too.
    pub held_by: Vec<Edge>,
}

/// One source of command: a superior, or several equal ones.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CommandSource {
    /// Name of the group if the text gives a choice (A、B又はCの命). It sets no priority among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<String>,
    /// The `COMMANDS` edges, one for each superior; one only if there is no choice.
    pub commands: Vec<Edge>,
}

/// How two posts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionKind {
    /// They are one post.
    Same,
    /// The first commands the second, directly or through others.
    Commands,
    /// The second commands the first, directly or through others.
    CommandedBy,
    /// Each commands the other: the regulation goes in a circle.
    Mutual,
    /// The first commands the second, but at some step only in part (特定の事務, 担任の事務).
    CommandsInPart,
    /// The second commands the first, but at some step only in part.
    CommandedInPart,
    /// Neither commands the other; both are under the posts in `meetings`.
    Meet,
    /// Nobody is above both.
    Unconnected,
}

/// Every chain between two posts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Connection {
    /// The first post.
    pub from: NodeId,
    /// The second post.
    pub to: NodeId,
    /// How they stand to each other.
    pub relation: ConnectionKind,
    /// Each chain from the first down to the second; empty if the first does not command the second.
    pub chains: Vec<Vec<NodeId>>,
    /// Each chain from the second down to the first.
    pub reverse_chains: Vec<Vec<NodeId>>,
    /// Where neither commands the other: the lowest posts that command both, in the order of the text.
    pub meetings: Vec<Meeting>,
    /// The `COMMANDS` edges that the chains above consist of, each once.
    pub commands: Vec<Edge>,
    /// Whether some list of chains was cut at [`MAX_CHAINS`].
    pub truncated: bool,
}

/// A post that commands two posts, neither of which commands the other.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Meeting {
    /// The common superior.
    pub post: NodeId,
    /// Each chain from it down to the first post.
    pub to_first: Vec<Vec<NodeId>>,
    /// Each chain from it down to the second post.
    pub to_second: Vec<Vec<NodeId>>,
}

/// Whether an edge is a link of a chain.
fn is_command(edge: &Edge) -> bool {
    matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. })
}

/// Whether an edge is a command, in part or in full.
fn is_command_of_any_scope(edge: &Edge) -> bool {
    matches!(edge.data.relation, Relation::Commands { .. })
}

/// Every chain of command from the top down to `post`.
///
/// The top of a chain is a post without a superior, or, where the regulation commands in a circle, the last post before
/// the circle closes; `cycles` then names the circle.
///
/// # Errors
/// `post` is not a post of the graph.
pub fn command_chain(graph: &AuthorityGraph, post: &NodeId) -> Result<CommandChain, AnalysisError> {
    expect(graph, post, Label::Post)?;
    let (chains, truncated) = chains_to(graph, post, MAX_CHAINS);
    let (steps, cycles) = steps_to(graph, post);
    Ok(CommandChain { post: post.clone(), chains, truncated, steps, cycles })
}

/// At most `limit` chains from the top down to a post, and whether there are more.
pub(super) fn chains_to(graph: &AuthorityGraph, post: &NodeId, limit: usize) -> (Vec<Vec<NodeId>>, bool) {
    let Some(start) = graph.node_index(post) else { return (Vec::new(), false) };
    let follow = |_, edge: &Edge| is_command(edge);
    let mut paths = paths_to_ends(graph.petgraph(), start, Direction::Incoming, limit + 1, follow, |_| false);
    for path in &mut paths {
        path.reverse();
    }
    cut(graph, paths, limit)
}

/// The ids of at most `limit` paths, and whether there were more.
fn cut(graph: &AuthorityGraph, paths: Vec<Vec<NodeIndex>>, limit: usize) -> (Vec<Vec<NodeId>>, bool) {
    let truncated = paths.len() > limit;
    let ids = |path: Vec<NodeIndex>| path.into_iter().map(|index| graph.petgraph()[index].id.clone()).collect();
    (paths.into_iter().take(limit).map(ids).collect(), truncated)
}

/// The posts above `post` and itself from the top down, and the circles among them.
fn steps_to(graph: &AuthorityGraph, post: &NodeId) -> (Vec<ChainStep>, Vec<Vec<NodeId>>) {
    let Some(start) = graph.node_index(post) else { return (Vec::new(), Vec::new()) };
    let mut above: Vec<NodeIndex> = reachable(graph.petgraph(), start, Direction::Incoming, |_, edge| is_command(edge))
        .into_iter()
        .map(|(index, _)| index)
        .collect();
    above.push(start);
    above.sort();
    let commands = induced(graph.petgraph(), &above, |_, edge| is_command(edge));
    let (levels, cycles) = layers(&commands);
    let id = |number: usize| graph.petgraph()[above[number]].id.clone();
    let cycles = cycles.into_iter().map(|cycle| cycle.into_iter().map(|node| id(node.index())).collect()).collect();
    let mut order: Vec<usize> = (0..above.len()).collect();
    order.sort_by_key(|number| (above[*number] == start, levels[*number], above[*number]));
    let steps = order.into_iter().map(|number| step(graph, &id(number), levels[number])).collect();
    (steps, cycles)
}

/// One post with the edges around it.
fn step(graph: &AuthorityGraph, post: &NodeId, level: usize) -> ChainStep {
    let edges =
        |direction, relation| -> Vec<Edge> { graph.edges_at(post, direction, relation).into_iter().cloned().collect() };
    let (main, second_superiors): (Vec<Edge>, Vec<Edge>) =
        edges(Direction::Incoming, RelationType::Commands).into_iter().partition(is_command);
    ChainStep {
        post: post.clone(),
        level,
        superiors: sources(main),
        second_superiors,
        assistants: edges(Direction::Incoming, RelationType::Assists),
        held_by: edges(Direction::Outgoing, RelationType::ExOfficio),
    }
}

/// Groups the commands of one subordinate by source, in the order in which the text names them.
fn sources(commands: Vec<Edge>) -> Vec<CommandSource> {
    let mut sources: Vec<CommandSource> = Vec::new();
    for edge in commands {
        let group = match &edge.data.relation {
            Relation::Commands { alternatives, .. } => alternatives.clone(),
            _ => None,
        };
        match sources.iter_mut().find(|source| group.is_some() && source.alternatives == group) {
            Some(source) => source.commands.push(edge),
            None => sources.push(CommandSource { alternatives: group, commands: vec![edge] }),
        }
    }
    sources
}

/// How `from` and `to` stand to each other, with every chain between them.
///
/// # Errors
/// One of them is not a post of the graph.
pub fn connection(graph: &AuthorityGraph, from: &NodeId, to: &NodeId) -> Result<Connection, AnalysisError> {
    expect(graph, from, Label::Post)?;
    expect(graph, to, Label::Post)?;
    let mut truncated = false;
    let mut chains_between = |from: &NodeId, to: &NodeId, follow: fn(&Edge) -> bool| {
        let (chains, more) = chains_down(graph, from, to, follow);
        truncated |= more;
        chains
    };
    let empty = Vec::new;
    let (relation, chains, reverse_chains, meetings) = if from == to {
        (ConnectionKind::Same, vec![vec![from.clone()]], empty(), Vec::new())
    } else {
        let down = chains_between(from, to, is_command);
        let up = chains_between(to, from, is_command);
        match (down.is_empty(), up.is_empty()) {
            (false, false) => (ConnectionKind::Mutual, down, up, Vec::new()),
            (false, true) => (ConnectionKind::Commands, down, up, Vec::new()),
            (true, false) => (ConnectionKind::CommandedBy, down, up, Vec::new()),
            (true, true) => {
                let down = chains_between(from, to, is_command_of_any_scope);
                let up = chains_between(to, from, is_command_of_any_scope);
                let meetings: Vec<Meeting> = lowest_common_superiors(graph, from, to)
                    .into_iter()
                    .map(|post| Meeting {
                        to_first: chains_between(&post, from, is_command),
                        to_second: chains_between(&post, to, is_command),
                        post,
                    })
                    .collect();
                let relation = match (down.is_empty(), up.is_empty(), meetings.is_empty()) {
                    (false, _, _) => ConnectionKind::CommandsInPart,
                    (true, false, _) => ConnectionKind::CommandedInPart,
                    (true, true, false) => ConnectionKind::Meet,
                    (true, true, true) => ConnectionKind::Unconnected,
                };
                (relation, down, up, meetings)
            }
        }
    };
    let in_part = matches!(relation, ConnectionKind::CommandsInPart | ConnectionKind::CommandedInPart);
    let commands = {
        let met = meetings.iter().flat_map(|meeting| meeting.to_first.iter().chain(&meeting.to_second));
        let mut edges = links(graph, chains.iter().chain(&reverse_chains), in_part);
        edges.extend(links(graph, met, false));
        edges.sort_by(|a, b| position(graph, a).cmp(&position(graph, b)));
        edges.dedup();
        edges
    };
    Ok(Connection {
        from: from.clone(),
        to: to.clone(),
        relation,
        chains,
        reverse_chains,
        meetings,
        commands,
        truncated,
    })
}

/// What edges are sorted by: the graph's own order.
fn position<'a>(graph: &AuthorityGraph, edge: &'a Edge) -> (Option<NodeIndex>, Option<NodeIndex>, &'a Relation) {
    (graph.node_index(&edge.from), graph.node_index(&edge.to), &edge.data.relation)
}

/// At most [`MAX_CHAINS`] chains from one post down to another over the edges that `follow` accepts, and whether there
/// are more.
fn chains_down(
    graph: &AuthorityGraph,
    from: &NodeId,
    to: &NodeId,
    follow: fn(&Edge) -> bool,
) -> (Vec<Vec<NodeId>>, bool) {
    let (Some(start), Some(goal)) = (graph.node_index(from), graph.node_index(to)) else {
        return (Vec::new(), false);
    };
    let paths = paths_between(graph.petgraph(), start, goal, MAX_CHAINS + 1, |_, edge| follow(edge));
    cut(graph, paths, MAX_CHAINS)
}

/// The posts above both that command no other post above both, in the order of the text. Posts that command each other
/// in a circle count as equally low.
fn lowest_common_superiors(graph: &AuthorityGraph, first: &NodeId, second: &NodeId) -> Vec<NodeId> {
    let above = |post: &NodeId| -> BTreeSet<NodeIndex> {
        let Some(start) = graph.node_index(post) else { return BTreeSet::new() };
        let found = reachable(graph.petgraph(), start, Direction::Incoming, |_, edge| is_command(edge));
        found.into_iter().map(|(index, _)| index).collect()
    };
    let common: Vec<NodeIndex> = above(first).intersection(&above(second)).copied().collect();
    let part = induced(graph.petgraph(), &common, |_, edge| is_command(edge));
    ends(&part).into_iter().map(|node| graph.petgraph()[part[node]].id.clone()).collect()
}

/// The command edges between neighbours of the chains, those of a narrower scope only if asked for.
fn links<'a>(graph: &AuthorityGraph, chains: impl Iterator<Item = &'a Vec<NodeId>>, of_any_scope: bool) -> Vec<Edge> {
    let pairs: BTreeSet<(&NodeId, &NodeId)> = chains.flat_map(|chain| chain.iter().zip(chain.iter().skip(1))).collect();
    pairs
        .into_iter()
        .flat_map(|(superior, subordinate)| {
            let edges = graph.edges_at(subordinate, Direction::Incoming, RelationType::Commands);
            edges.into_iter().filter(move |edge| edge.from == *superior).cloned()
        })
        .filter(|edge| of_any_scope || is_command(edge))
        .collect()
}
