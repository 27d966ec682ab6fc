//! # Substitution that does not cover vacancy
//!
//! ## What it finds
//! A head whose substitutes act only when he is incapacitated (事故) or away (不在), not when the post is vacant (欠けたとき).
//!
//! ## Why it matters
//! 事故 and 欠けた are different in law. When the head resigns or dies, nobody acts by this rule until a successor is
//! appointed.
//!
//! ## Example
//! "部長に事故があるときは、次長がその職務を代理する。" Nothing is said of 部長が欠けたとき.
//!
//! ## Basis
//! The conditions that the clause names. Whether 不在 includes 欠けた is a setting of the body.
//!
//! # 欠けたときを定めない代理
//!
//! ## 見つけるもの
//! 代理の条文が、事故があるとき（又は不在のとき）だけを定め、欠けたときを定めていない長。
//!
//! ## なぜ大切か
//! 事故があるときと欠けたときは別の事由である。長が退職し又は死亡したときは、後任が置かれるまで、この条文によって代理
//! する者はいない。
//!
//! ## 例
//! 「部長に事故があるときは、次長がその職務を代理する。」とあり、部長が欠けたときの定めがない。
//!
//! ## 根拠
//! 条文がいう事由。不在に欠けた場合を含むかは、団体の設定による。

use super::review::Review;
use super::structure::established_heads;
use super::{Finding, Severity, finding};
use crate::graph::Condition;

/// Arguments: `covered`, the condition that is covered.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let includes_vacancy = graph.settings().absence_includes_vacancy;
    let covers_vacancy = |conditions: &[Condition]| {
        conditions.contains(&Condition::Vacant) || (includes_vacancy && conditions.contains(&Condition::Away))
    };
    established_heads(graph)
        .into_iter()
        .filter(|head| head.substitution.iter().all(|statement| !covers_vacancy(statement.conditions)))
        .filter_map(|head| {
            let first = head.substitution.first()?;
            let covers =
                |condition| head.substitution.iter().any(|statement| statement.conditions.contains(&condition));
            let covered = if covers(Condition::Incapacitated) { "incapacitated" } else { "away" };
            let subjects = vec![head.node.id.clone()];
            let one =
                finding("vacancy-not-covered", Severity::Note, &head.post.title, subjects, first.provenance.clone());
            Some(one.with("covered", covered))
        })
        .collect()
}
