//! The heads of units, as the rules on substitution look at them.

use crate::analysis::{Statement, statements};
use crate::graph::{AuthorityGraph, Direction, Edge, Label, Node, Post, RelationType, Status};

/// A head of one or more units.
pub(super) struct Head<'a> {
    pub node: &'a Node,
    pub post: &'a Post,
    /// Its `HEADS` edges, never empty.
    pub heads: Vec<&'a Edge>,
    /// The statements on who acts for it with full authority.
    pub substitution: Vec<Statement<'a>>,
    /// Whether a statement lets somebody decide routine matters for it (代決).
    pub has_decision: bool,
}

/// The heads that this regulation establishes, in the order of the text. The substitutes of an officer created by statute
/// are a matter of that statute, and a post that nothing establishes is reported as such.
pub(super) fn established_heads(graph: &AuthorityGraph) -> Vec<Head<'_>> {
    let posts = graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post)));
    posts
        .filter(|(_, post)| post.status == Status::Established)
        .filter_map(|(node, post)| {
            let heads = graph.edges_at(&node.id, Direction::Outgoing, RelationType::Heads);
            let (substitution, deciding): (Vec<Statement>, Vec<Statement>) =
                statements(graph, &node.id).into_iter().partition(Statement::gives_full_authority);
            (!heads.is_empty()).then_some(Head { node, post, heads, substitution, has_decision: !deciding.is_empty() })
        })
        .collect()
}
