//! # Substitution in a circle
//!
//! ## What it finds
//! Posts that substitute each other in a circle.
//!
//! ## Why it matters
//! While one of them is there this works. If all are absent, each waits for the other, and no clause names anybody
//! outside the circle.
//!
//! ## Example
//! "部長に事故があるときは、次長がその職務を代理する。次長に事故があるときは、部長がその職務を代理する。"
//!
//! ## Basis
//! The clauses on substitution with full authority. A circle in which one post has a further substitute outside is left
//! out.
//!
//! # 循環する代理
//!
//! ## 見つけるもの
//! 互いに職務を代理し合い、順にたどると自らに戻る職。
//!
//! ## なぜ大切か
//! 一方が執務できる間は支障がない。全員が執務できないときは互いを待つだけで、ほかの者を定める条文もない。
//!
//! ## 例
//! 「部長に事故があるときは、次長がその職務を代理する。次長に事故があるときは、部長がその職務を代理する。」
//!
//! ## 根拠
//! 職務の代理（代決を除く。）の条文。循環する職のいずれかに、ほかの代理者がいるものは除く。

use super::circles::circles;
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::analysis::statements;
use crate::graph::{Act, Edge, Relation};

/// The subjects are the posts of the circle. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let is_substitution = |edge: &Edge| match &edge.data.relation {
        Relation::SubstitutesWhenIncapacitated { act, .. } => *act != Act::Decide,
        _ => false,
    };
    circles(graph, is_substitution)
        .into_iter()
        .filter(|circle| {
            let all = circle.posts.iter().flat_map(|post| statements(graph, post));
            let mut with_authority = all.filter(|statement| statement.gives_full_authority());
            with_authority.all(|statement| statement.substitute.is_some_and(|post| circle.posts.contains(post)))
        })
        .map(|circle| finding("substitution-cycle", Severity::Warning, "", circle.posts, circle.evidence))
        .collect()
}
