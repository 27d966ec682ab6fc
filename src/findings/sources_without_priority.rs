//! # Several superiors without an order
//!
//! ## What it finds
//! A post that acts by order of one of several superiors (A、B又はCの命を受けて), while the text sets no order among them and
//! none of them is above all others in it.
//!
//! ## Why it matters
//! If two of them order different things, the regulation does not say whom to obey.
//!
//! ## Example
//! "事務局長は、理事長、副理事長又は理事の命を受けて、事務局の事務を統括する。"
//!
//! ## Basis
//! 「又は」 sets no priority, and nothing may invent one (model: alternatives).
//!
//! # 優先順位のない複数の上司
//!
//! ## 見つけるもの
//! 複数の上司のいずれかの命を受けるとされ（A、B又はCの命を受けて）、その間の順序が定められていない職。
//!
//! ## なぜ大切か
//! 命令が食い違ったとき、誰に従うかが規程からは決まらない。
//!
//! ## 例
//! 「事務局長は、理事長、副理事長又は理事の命を受けて、事務局の事務を統括する。」
//!
//! ## 根拠
//! 「又は」は優先順位を定めない。

use std::collections::BTreeMap;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Basis, Direction, Edge, Label, NodeId, Relation, RelationType};

/// The subjects behind the post are its superiors. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut found = Vec::new();
    for post in graph.nodes_with(Label::Post) {
        let mut groups: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
        for edge in graph.edges_at(&post.id, Direction::Incoming, RelationType::Commands) {
            // Whoever assists the one or the other is commanded by the one that there is: that is no choice among superiors.
            if let (Relation::Commands { alternatives: Some(group), .. }, Basis::Stated) =
                (&edge.data.relation, &edge.data.basis)
            {
                groups.entry(group).or_default().push(edge);
            }
        }
        for sources in groups.values().filter(|sources| sources.len() > 1) {
            let subjects: Vec<NodeId> =
                [&post.id].into_iter().chain(sources.iter().map(|edge| &edge.from)).cloned().collect();
            let title = post.as_post().map_or("", |post| post.title.as_str());
            let evidence = sources[0].provenance.clone();
            found.push(finding("sources-without-priority", Severity::Note, title, subjects, evidence));
        }
    }
    found
}
