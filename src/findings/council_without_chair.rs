//! # Council without chair
//!
//! ## What it finds
//! A council whose members the regulation names and for which it names nobody to chair it.
//!
//! ## Why it matters
//! Nobody opens the meeting, keeps order or states what was decided; in practice the highest member does, without a
//! basis.
//!
//! ## Example
//! "会議は、部長をもって構成する。" No clause says who chairs.
//!
//! ## Basis
//! Rules on councils name members, a chair (議長, 委員長, 会長) and who acts for the chair.
//!
//! # 議長の定めのない会議
//!
//! ## 見つけるもの
//! 構成員を定めているのに、議長（委員長、会長）となる者を定めていない会議。
//!
//! ## なぜ大切か
//! 会議を開き、議事を整理し、結論を示す者がいない。実際には上位の構成員がするが、根拠がない。
//!
//! ## 例
//! 「会議は、部長をもって構成する。」とあり、議長を定める条文がない。
//!
//! ## 根拠
//! 会議の定めは、構成員、議長（委員長、会長）及びその代理者を定めるのが通例である。

use super::council::councils;
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Direction, RelationType};

/// Words that name whoever leads a council.
const CHAIRS: [&str; 5] = ["議長", "委員長", "会長", "座長", "主宰"];

/// Arguments: `elsewhere`, whether further rules are left to another instrument.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let has_none = graph.edges_with(RelationType::Chairs).next().is_none();
    councils(graph)
        .into_iter()
        .filter(|council| {
            let chairs = graph.edges_at(&council.node.id, Direction::Incoming, RelationType::Chairs);
            // A chair of whom it is not clear which council he leads is no reason to say that there is none.
            chairs.is_empty() && (has_none || council.clauses.is_empty()) && !council.says(&CHAIRS)
        })
        .map(|council| {
            let (id, evidence) = (council.node.id.clone(), council.node.provenance.clone());
            let found = finding("council-without-chair", Severity::Warning, "", vec![id], evidence);
            found.with("elsewhere", council.further_rules_elsewhere.to_string())
        })
        .collect()
}
