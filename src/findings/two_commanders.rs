//! # Two commanders of the same staff
//!
//! ## What it finds
//! A post that two others command, neither of them named as one of several to choose from. If one commands in certain
//! matters only, it is a note: the text does not say which matters these are.
//!
//! ## Why it matters
//! Two orders can contradict each other, and the text does not say which of them counts.
//!
//! ## Example
//! "部長は、所属職員を指揮監督する。担当部長は、部の特定の事務を掌理し、所属職員を指揮監督する。"
//!
//! ## Basis
//! Unity of command; the sentences that give command over 所属職員.
//!
//! # 同じ職員を指揮する二つの職
//!
//! ## 見つけるもの
//! 二つの職から指揮命令を受ける職。いずれかを選ぶ定め（又は）によるものを除く。一方が特定の事務に限るときは、どの事務
//! かが定められていないという参考の所見とする。
//!
//! ## なぜ大切か
//! 命令が食い違うことがあり、どちらによるかが定められていない。
//!
//! ## 例
//! 「部長は、所属職員を指揮監督する。担当部長は、部の特定の事務を掌理し、所属職員を指揮監督する。」
//!
//! ## 根拠
//! 指揮命令系統の一元性。所属職員を指揮監督すると定める文。

use std::collections::HashSet;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{CommandScope, Direction, Edge, Label, NodeId, Relation, RelationType};

/// The subjects: the commander who comes second in the text, then the other. Arguments:
/// `partly`, whether one of them commands in certain matters only.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut found: Vec<Finding> = Vec::new();
    let mut known: HashSet<(NodeId, NodeId)> = HashSet::new();
    for post in graph.nodes_with(Label::Post) {
        let edges = graph.edges_at(&post.id, Direction::Incoming, RelationType::Commands);
        let is_no_choice = |edge: &&Edge| matches!(edge.data.relation, Relation::Commands { alternatives: None, .. });
        let mut commanders: Vec<&Edge> = edges.into_iter().filter(is_no_choice).collect();
        commanders.sort_by_key(|edge| (is_partly(edge), graph.node_index(&edge.from)));
        let Some((first, others)) = commanders.split_first() else { continue };
        for second in others.iter().filter(|edge| edge.from != first.from) {
            let pair = (second.from.clone(), first.from.clone());
            if !known.insert(pair.clone()) {
                continue;
            }
            let partly = is_partly(first) || is_partly(second);
            let severity = if partly { Severity::Note } else { Severity::Warning };
            let mut evidence = second.provenance.clone();
            evidence.extend(&first.provenance);
            let title = graph.node(&second.from).and_then(|node| node.as_post()).map_or("", |post| post.title.as_str());
            let subjects = vec![pair.0, pair.1];
            let one = finding("two-commanders", severity, title, subjects, evidence);
            found.push(one.with("partly", partly.to_string()));
        }
    }
    found
}

/// Whether a command reaches certain matters only.
fn is_partly(edge: &Edge) -> bool {
    !matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. })
}
