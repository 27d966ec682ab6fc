//! # Duties that give way to each other
//!
//! ## What it finds
//! Two or more duties each of which leaves the same matter to the unit of the other.
//!
//! ## Why it matters
//! Nobody has the matter: each unit may point to the other, and no reading of the words decides between them.
//!
//! ## Example
//! 甲課: "工事の検査に関すること（乙課の所掌に属するものを除く。）". 乙課: "工事の検査に関すること（甲課の所掌に属するものを除く。）".
//!
//! ## Basis
//! Under the well-founded semantics of the exclusions the owner is undefined. Where one of the duties names a narrower matter than
//! the other it is a warning, as the narrower words are commonly taken to go first.
//!
//! # 互いに譲り合う事務
//!
//! ## 見つけるもの
//! 同じ事項について、それぞれが相手の組織の所掌に属するものを除いている二つ以上の事務。
//!
//! ## なぜ大切か
//! 事項がどこにも属しない。どの組織も相手を指すことができ、文言からは決められない。
//!
//! ## 例
//! 甲課に「工事の検査に関すること（乙課の所掌に属するものを除く。）」、乙課に「工事の検査に関すること（甲課の所掌に属するもの
//! を除く。）」とある。
//!
//! ## 根拠
//! 除外を整礎意味論で読むと、所掌する組織が定まらない。一方の事項が他方より狭いときは、狭い方が優先すると解されることが多いので、要確
//! 認とする。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Direction, Node, NodeId, RelationType};

/// The subjects are the duties. Arguments: `matter`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let names = |duty: &NodeId, matter: &NodeId| {
        graph.neighbours(duty, Direction::Outgoing, RelationType::Covers).iter().any(|named| named.id == *matter)
    };
    let mutual = review.scopes().mutual_exclusions.iter().filter_map(|mutual| {
        let all_name = mutual.matters.iter().any(|matter| mutual.duties.iter().all(|duty| names(duty, matter)));
        let severity = if all_name { Severity::Error } else { Severity::Warning };
        let mut duties = mutual.duties.iter().filter_map(|id| graph.node(id));
        let mut evidence = duties.next()?.provenance.clone();
        duties.for_each(|node: &Node| evidence.extend(&node.provenance));
        let matter = graph.qualified_name(mutual.matters.first()?);
        Some(finding("mutual-exclusion", severity, "", mutual.duties.clone(), evidence).with("matter", matter))
    });
    mutual.collect()
}
