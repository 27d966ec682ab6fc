//! # Substitute whose absence the text leaves open
//!
//! ## What it finds
//! A post with one substitute who has a substitute himself, while the text does not say whether that one acts for the
//! first post when both are absent.
//!
//! ## Why it matters
//! In an emergency two readings stand against each other: the third acts for both, or nobody acts for the first.
//!
//! ## Example
//! "局長に事故があるときは次長が、次長に事故があるときは総務課長が、その職務を代理する。"
//!
//! ## Basis
//! The clause does not speak of joint absence (共に事故があるとき); the body's settings do not say that substitution goes on
//! (successive_substitution).
//!
//! # 代理者の不在を定めない代理
//!
//! ## 見つけるもの
//! 代理者が一人だけで、その代理者にも代理者がいるが、両者が共に執務できないときに後の者が前の者をも代理するかを定めて
//! いない職。
//!
//! ## なぜ大切か
//! 緊急のときに、三人目が両方を代理するという読みと、はじめの職を代理する者はいないという読みが対立する。
//!
//! ## 例
//! 「局長に事故があるときは次長が、次長に事故があるときは総務課長が、その職務を代理する。」
//!
//! ## 根拠
//! 条文が、共に事故があるときを定めていない。団体の設定も、順次の代理（successive_substitution）を定めていない。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::analysis::{Statement, statements};
use crate::graph::{Label, NodeId};

/// The subject behind the post is its one substitute. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    if graph.settings().successive_substitution {
        return Vec::new();
    }
    let with_authority = |post: &NodeId| -> Vec<Statement<'_>> {
        statements(graph, post).into_iter().filter(Statement::gives_full_authority).collect()
    };
    let mut found = Vec::new();
    for principal in graph.nodes_with(Label::Post) {
        let said = with_authority(&principal.id);
        let [only] = &said[..] else { continue };
        let Some(substitute) = only.substitute else { continue };
        let further = with_authority(substitute);
        let Some(next) = further.iter().find(|statement| statement.substitute != Some(&principal.id)) else { continue };
        let title = principal.as_post().map_or("", |post| post.title.as_str());
        let mut evidence = only.provenance.clone();
        evidence.extend(next.provenance);
        let subjects = vec![principal.id.clone(), substitute.clone()];
        found.push(finding("chain-left-open", Severity::Note, title, subjects, evidence));
    }
    found
}
