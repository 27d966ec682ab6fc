//! # Council without quorum
//!
//! ## What it finds
//! A council that decides or deliberates, for which no clause says how many members have to be present or how it
//! decides.
//!
//! ## Why it matters
//! Whether a decision came about can be contested, and an absent majority cannot stop it.
//!
//! ## Example
//! "議長は、会議を招集する。" No clause has 過半数, 定足数 or 出席しなければ.
//!
//! ## Basis
//! The clauses that speak of the council. A council that only exchanges information needs none, so it is only a note.
//!
//! # 定足数の定めのない会議
//!
//! ## 見つけるもの
//! 審議や協議をする会議で、何人の出席を要するか、議事をどう決するかを定めていないもの。
//!
//! ## なぜ大切か
//! 議決の成立に異議の余地が残り、過半数が欠席しても止められない。
//!
//! ## 例
//! 「議長は、会議を招集する。」とあり、過半数、定足数、出席しなければ、の定めがない。
//!
//! ## 根拠
//! 会議についての条文。情報の共有だけをする会議には要らないので、参考にとどめる。

use super::council::councils;
use super::review::Review;
use super::{Finding, Severity, finding};

/// Words on how many have to be present and how it is decided.
const WORDS: &[&str] = &["定足数", "過半数", "分の", "出席しなければ", "出席がなければ", "全員", "決する"];

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let silent = councils(review.graph).into_iter().filter(|council| !council.says(WORDS));
    silent
        .map(|council| {
            let (id, evidence) = (council.node.id.clone(), council.node.provenance.clone());
            finding("council-without-quorum", Severity::Note, "", vec![id], evidence)
        })
        .collect()
}
