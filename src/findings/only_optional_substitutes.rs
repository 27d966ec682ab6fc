//! # Only optional substitutes
//!
//! ## What it finds
//! The head of a unit whose substitutes are all posts that need not exist: they may be created (置くことができる), or the text
//! requires only one of several. A criterion (上席の者) or a designation beforehand always finds somebody, and one
//! substitute that has to exist is enough.
//!
//! ## Why it matters
//! On paper somebody acts; whether anybody does depends on today's appointments. Where the post is not filled, the head has
//! no substitute, and nobody notices before the day it matters.
//!
//! ## Example
//! "A 部 may have a 次長." "The 次長 acts for the 部長 when incapacitated." A 部 without 次長 has nobody who acts.
//!
//! ## Basis
//! Compare the clause that creates the post with the clause that has it act. To check: is the post filled in each unit?
//!
//! # 任意設置の職だけによる代理
//!
//! ## 見つけるもの
//! 組織の長のうち、代理する職がすべて、置かなくてもよい職（置くことができる職、又はいくつかのうち一つを置けば足りる職）である
//! もの。上席の者などの基準やあらかじめの指定があるとき、必ず置く職が一つでもあるときは除く。
//!
//! ## なぜ大切か
//! 条文の上では代理者がいるが、実際にいるかどうかは現在の発令による。その職が置かれていない組織では長の代理者がおらず、
//! その日が来るまで気付かれない。
//!
//! ## 例
//! 「部に次長を置くことができる。」「次長は、部長に事故があるときは、その職務を代理する。」次長を置かない部では、代理する者がいない。
//!
//! ## 根拠
//! 職を置く条文と代理を定める条文とを比べる。確かめること：各組織でその職が実際に置かれているか。

use super::review::Review;
use super::structure::{Head, established_heads};
use super::{Finding, Severity, finding};
use crate::analysis::may_be_unfilled;
use crate::graph::{AuthorityGraph, Node, NodeId, Status};

/// Subjects: the head, then its substitutes. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let to_finding = |head: Head| {
        let substitutes = all_optional(graph, &head)?;
        let mut evidence = head.substitution[0].provenance.clone();
        head.substitution.iter().for_each(|statement| evidence.extend(statement.provenance));
        for substitute in substitutes.iter().filter_map(|id| graph.node(id)) {
            evidence.push(substitute.provenance.first().clone());
        }
        let subjects = std::iter::once(head.node.id.clone()).chain(substitutes).collect();
        Some(finding("only-optional-substitutes", Severity::Warning, &head.post.title, subjects, evidence))
    };
    established_heads(graph).into_iter().filter_map(to_finding).collect()
}

/// The substitutes of a head, each once, if there are some and none of them has to exist.
fn all_optional(graph: &AuthorityGraph, head: &Head) -> Option<Vec<NodeId>> {
    let mut substitutes: Vec<NodeId> = Vec::new();
    for statement in &head.substitution {
        let substitute = statement.substitute?;
        if !substitutes.contains(substitute) {
            substitutes.push(substitute.clone());
        }
    }
    let need_not_exist = |id: &NodeId| {
        let post = graph.node(id).and_then(Node::as_post);
        post.is_some_and(|post| {
            // If all of several are substitutes, the one that has to exist is among them.
            let one_is_sure =
                !post.alternatives.is_empty() && post.alternatives.iter().all(|id| substitutes.contains(id));
            post.status == Status::Unknown || (may_be_unfilled(post) && !one_is_sure)
        })
    };
    (!substitutes.is_empty() && substitutes.iter().all(need_not_exist)).then_some(substitutes)
}
