//! # Post without superior
//!
//! ## What it finds
//! An established post that no clause puts under another post. Left out: the head of the whole body, posts of councils,
//! posts held ex officio by somebody who has a superior (or needs none). Staff without a title (所要の職員) are only a
//! note, and so is every post of a regulation that says nothing on command at all. A regulation that leaves most posts without
//! a superior, or that supplements another, is left out: there another instrument says so.
//!
//! ## Why it matters
//! Nobody may give the post orders or answers for it, and the chain of command from the top does not reach it.
//!
//! ## Example
//! "The 参与 handles important matters." Every other post acts "under the orders of the superior" (上司の命を受けて); the 参与
//! under nobody's.
//!
//! ## Basis
//! The clause on a post's role names the source of its orders, by title or as 上司; assisting a post also puts it under that
//! post.
//!
//! # 上司のない職
//!
//! ## 見つけるもの
//! 設置されているのに、どの条文によっても他の職の指揮の下に置かれていない職。組織全体の長、会議体の職、上司のある者（又は上司を
//! 要しない者）をもって充てる職は除く。職名のない「所要の職員」と、指揮命令の定めが
//! 全くない規程の職は、参考にとどめる。多くの職に上司を定めていない規程と、他の規程を補う規程は、除く。
//!
//! ## なぜ大切か
//! その職に命令できる者も、その職について責任を負う者もなく、上からの指揮命令がそこに届かない。
//!
//! ## 例
//! 「参与は、重要な事務を処理する。」他の職はみな「上司の命を受けて」とあるのに、参与にはそれがない。
//!
//! ## 根拠
//! 職務の条文は、命令の出所を職名で、又は「上司」として示す。補佐する職は、補佐される職の下にある。

use std::collections::BTreeSet;

use super::review::Review;
use super::structure::stands_alone;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, Label, Node, NodeId, RelationType, Status};

/// Arguments: `unnamed`, whether the text gives the post no title; `text_has_command`, whether the regulation says who
/// commands whom at all.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let text_has_command = graph.edges_with(RelationType::Commands).next().is_some();
    let posts = graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post)));
    let posts: Vec<_> = posts.filter(|(_, post)| post.status == Status::Established).collect();
    let without: Vec<_> = posts.iter().filter(|(node, _)| !is_placed(graph, &node.id)).collect();
    // A text that gives most of its posts no superior, or that only supplements another, leaves command to another instrument.
    if text_has_command && (without.len() * 2 > posts.len() || !stands_alone(graph)) {
        return Vec::new();
    }
    without
        .into_iter()
        .map(|(node, post)| {
            let severity = if post.unnamed || !text_has_command { Severity::Note } else { Severity::Warning };
            let evidence = node.provenance.clone();
            finding("post-without-superior", severity, &post.title, vec![node.id.clone()], evidence)
                .with("unnamed", post.unnamed)
                .with("text_has_command", text_has_command)
        })
        .collect()
}

/// Whether a post has a superior or needs none, itself or through those who hold it ex officio.
fn is_placed(graph: &AuthorityGraph, post: &NodeId) -> bool {
    let mut seen = BTreeSet::new();
    let mut pending = vec![post];
    while let Some(post) = pending.pop() {
        let has_superior = !graph.edges_at(post, Direction::Incoming, RelationType::Commands).is_empty();
        if has_superior || needs_none(graph, post) {
            return true;
        }
        if seen.insert(post) {
            let held_by = graph.edges_at(post, Direction::Outgoing, RelationType::ExOfficio);
            pending.extend(held_by.into_iter().map(|edge| &edge.to));
        }
    }
    false
}

/// Whether nothing is odd about a post having no superior.
fn needs_none(graph: &AuthorityGraph, id: &NodeId) -> bool {
    let established = graph.node(id).and_then(Node::as_post).is_some_and(|post| post.status == Status::Established);
    let heads_the_body = || {
        let heads = graph.edges_at(id, Direction::Outgoing, RelationType::Heads);
        heads.into_iter().any(|edge| graph.parent_unit(&edge.to).is_none())
    };
    let in_council = || {
        let unit = graph.parent_unit(id).and_then(|unit| graph.node(unit)).and_then(Node::as_unit);
        unit.is_some_and(|unit| unit.council)
    };
    !established || heads_the_body() || in_council()
}
