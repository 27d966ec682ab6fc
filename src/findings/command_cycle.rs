//! # Command in a circle
//!
//! ## What it finds
//! Posts that command each other in a circle: each is, through the others, its own superior.
//!
//! ## Why it matters
//! Nobody of them has the last word, and nobody above them is reached.
//!
//! ## Example
//! "部長は、次長の命を受け…。次長は、部長の命を受け…。"
//!
//! ## Basis
//! Command is an order from the top down; a circle has no top. Only commands over all matters count.
//!
//! # 循環する指揮命令
//!
//! ## 見つけるもの
//! 互いに指揮命令し合い、順にたどると自らに戻る職。
//!
//! ## なぜ大切か
//! 最後に決める者がなく、その上の者にもたどり着かない。
//!
//! ## 例
//! 「部長は、次長の命を受け…。次長は、部長の命を受け…。」
//!
//! ## 根拠
//! 指揮命令は上から下への順序であり、循環には頂点がない。全部の事務に及ぶ指揮命令だけを数える。

use super::circles::circles;
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{CommandScope, Edge, Relation};

/// The subjects are the posts of the circle. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let is_command = |edge: &Edge| matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. });
    let circles = circles(review.graph, is_command).into_iter();
    circles.map(|circle| finding("command-cycle", Severity::Error, "", circle.posts, circle.evidence)).collect()
}
