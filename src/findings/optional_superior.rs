//! # Superior that need not exist
//!
//! ## What it finds
//! A post that the text puts under the order of a post that may be, but need not be, appointed.
//!
//! ## Why it matters
//! If all superiors are such posts, the chain of command can break: then it is a matter to be checked. If there are
//! others, the text should say who takes the matters of the missing one.
//!
//! ## Example
//! "センター長は、理事長又は技術統括監の命を受けて" while a 技術統括監 may be appointed.
//!
//! ## Basis
//! The clause that names the superior, and the one by which that post may be appointed (置くことができる).
//!
//! # 置かれないことのある上司
//!
//! ## 見つけるもの
//! 置くことができるとだけ定められた職の命を受けるとされている職。
//!
//! ## なぜ大切か
//! 上司がそのような職だけなら、指揮命令の系統が途切れることがある（要確認）。ほかにもいるなら、その職がない場合に誰が
//! 命ずるかを定めるべきである。
//!
//! ## 例
//! 「センター長は、理事長又は技術統括監の命を受けて」とあり、技術統括監は置くことができる職である。
//!
//! ## 根拠
//! 上司を定める条文と、その職を置くことができると定める条文。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Basis, CommandScope, Direction, Edge, Establishment, Label, NodeId, Relation, RelationType};

/// The subjects behind the post are the superiors that need not exist. Arguments: `only`, whether there is no other.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let is_optional = |id: &NodeId| {
        graph.node(id).and_then(|node| node.as_post()).is_some_and(|post| post.establishment == Establishment::Optional)
    };
    let is_full = |edge: &&Edge| matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. });
    let mut found = Vec::new();
    for post in graph.nodes_with(Label::Post) {
        // What a rule concluded from the place is the head of a unit: that heads may be missing is another finding.
        let sources: Vec<&Edge> =
            graph.edges_at(&post.id, Direction::Incoming, RelationType::Commands).into_iter().filter(is_full).collect();
        let optional: Vec<&&Edge> =
            sources.iter().filter(|edge| edge.data.basis == Basis::Stated && is_optional(&edge.from)).collect();
        let Some(first) = optional.first() else { continue };
        let only = sources.iter().all(|edge| is_optional(&edge.from));
        let subjects: Vec<NodeId> =
            [&post.id].into_iter().chain(optional.iter().map(|edge| &edge.from)).cloned().collect();
        let mut evidence = first.provenance.clone();
        if let Some(superior) = graph.node(&first.from) {
            evidence.extend(&superior.provenance);
        }
        let severity = if only { Severity::Warning } else { Severity::Note };
        let title = post.as_post().map_or("", |post| post.title.as_str());
        let one = finding("optional-superior", severity, title, subjects, evidence);
        found.push(one.with("only", only.to_string()));
    }
    found
}
