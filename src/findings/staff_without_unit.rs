//! # Command over staff without a unit
//!
//! ## What it finds
//! A post of the body as a whole that is to direct 所属職員, though it heads no unit and no clause puts staff under it.
//!
//! ## Why it matters
//! Nobody knows who these 所属職員 are; each of the staff can say that he belongs to another.
//!
//! ## Example
//! "技術監は、技術に関する特定の事務を統括し、所属職員を指揮監督する。" The 技術監 has no office.
//!
//! ## Basis
//! Staff belongs to units; a post that heads none has 所属職員 only if a clause says who they are.
//!
//! # 組織を持たずに所属職員を指揮する職
//!
//! ## 見つけるもの
//! 組織の長ではなく、職員が属することも定められていないのに、所属職員を指揮監督するとされた団体直属の職。
//!
//! ## なぜ大切か
//! 所属職員が誰かが分からない。職員の側も、自分は別の者に属すると言うことができる。
//!
//! ## 例
//! 「技術監は、技術に関する特定の事務を統括し、所属職員を指揮監督する。」技術監に組織は置かれていない。
//!
//! ## 根拠
//! 職員は組織に属する。長でない職の所属職員は、誰がそれに当たるかの定めがあって初めて定まる。

use super::review::Review;
use super::structure::whole_body;
use super::{Finding, Severity, finding};
use crate::graph::{Basis, Direction, Label, Relation, RelationType, Status};

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let Some(body) = whole_body(graph) else { return Vec::new() };
    let posts =
        graph.members(&body.id, Label::Post).into_iter().filter_map(|node| node.as_post().map(|post| (node, post)));
    posts
        .filter(|(node, post)| {
            let directs =
                post.roles.iter().any(|role| role.contains("所属職員を指揮") || role.contains("所属の職員を指揮"));
            let heads = graph.edges_at(&node.id, Direction::Outgoing, RelationType::Heads);
            let places = |edge: &&crate::graph::Edge| {
                edge.data.basis != Basis::Stated && matches!(edge.data.relation, Relation::Commands { .. })
            };
            let places_staff = graph.edges_at(&node.id, Direction::Outgoing, RelationType::Commands).iter().any(places);
            post.status == Status::Established && directs && heads.is_empty() && !places_staff
        })
        .map(|(node, _)| {
            finding("staff-without-unit", Severity::Warning, "", vec![node.id.clone()], node.provenance.clone())
        })
        .collect()
}
