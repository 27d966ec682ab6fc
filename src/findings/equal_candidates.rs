//! # Substitutes without an order
//!
//! ## What it finds
//! A post with several substitutes of the same rank for the same case, or with a substitute of whom the text provides
//! several seats, and no rule that chooses among them.
//!
//! ## Why it matters
//! On the day two may claim to act, or neither does.
//!
//! ## Example
//! "所長に事故があるときは、副所長がその職務を代理する。" and "副所長二人を置く。"
//!
//! ## Basis
//! The order that the clauses give. A criterion (上席の者) or a designation in advance is an order.
//!
//! # 順序のない代理者
//!
//! ## 見つけるもの
//! 同じ場合について同じ順位の代理者が複数いる職、又は代理者となる職に複数の定数があり、誰が代理するかの定めがない職。
//!
//! ## なぜ大切か
//! その日になって、二人が代理を主張し、又はどちらもしないことになる。
//!
//! ## 例
//! 「所長に事故があるときは、副所長がその職務を代理する。」とあり、「副所長二人を置く。」とある。
//!
//! ## 根拠
//! 条文が定める順序。基準（上席の者）やあらかじめの指定があれば、順序があるとみる。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::analysis::{Statement, statements};
use crate::graph::{Act, Designator, Label, NodeId, Post};

/// The subjects behind the post are the substitutes. Arguments: `seats`, how many seats a single substitute has.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let post = |id: &NodeId| -> Option<&Post> { graph.node(id)?.as_post() };
    let mut found = Vec::new();
    for principal in graph.nodes_with(Label::Post) {
        let said: Vec<Statement<'_>> =
            statements(graph, &principal.id).into_iter().filter(|statement| statement.act != Act::Decide).collect();
        let title = principal.as_post().map_or("", |post| post.title.as_str());
        for (at, first) in said.iter().enumerate() {
            let Some(substitute) = first.substitute.filter(|_| *first.designator == Designator::Post) else { continue };
            let is_equal = |other: &&Statement<'_>| {
                other.order == first.order
                    && other.joint == first.joint
                    && other.substitute.is_some_and(|post| post != substitute)
                    && other.conditions.iter().any(|condition| first.conditions.contains(condition))
            };
            // A rule of the same order that names nobody chooses among those named.
            let is_chosen = said.iter().any(|other| other.substitute.is_none() && other.order == first.order);
            let equal: Vec<&Statement<'_>> = said[at + 1..].iter().filter(is_equal).collect();
            let seats = post(substitute).and_then(|post| post.seats).unwrap_or(1);
            let is_repeated = said[..at].iter().any(|other| is_equal(&other));
            // 「副所長（…を除く。）」: how many of them are left is not told.
            let leaves_out = first.provenance.iter().any(|evidence| evidence.words.contains("除く"));
            if is_chosen || is_repeated || leaves_out || (equal.is_empty() && seats < 2) {
                continue;
            }
            let mut subjects = vec![principal.id.clone(), substitute.clone()];
            let mut evidence = first.provenance.clone();
            for other in &equal {
                subjects.extend(other.substitute.cloned());
                evidence.extend(other.provenance);
            }
            if let Some(node) = graph.node(substitute).filter(|_| equal.is_empty()) {
                evidence.extend(&node.provenance);
            }
            let seats = if equal.is_empty() { seats } else { 1 };
            found.push(finding("equal-candidates", Severity::Warning, title, subjects, evidence).with("seats", seats));
        }
    }
    found
}
