//! # Council that nobody convenes
//!
//! ## What it finds
//! A council whose members the regulation names, while no clause says who convenes it or when it meets.
//!
//! ## Why it matters
//! No member can require a meeting, and a meeting that somebody calls can be contested.
//!
//! ## Example
//! "会議は、部長をもって構成する。" No clause has 招集 or says on which days the council meets.
//!
//! ## Basis
//! The clauses that speak of the council. Many bodies leave this to other rules, so it is only a note.
//!
//! # 招集する者の定めのない会議
//!
//! ## 見つけるもの
//! 構成員を定めているのに、誰が招集するか、いつ開くかを定めていない会議。
//!
//! ## なぜ大切か
//! 構成員は開催を求めることができず、誰かが開いた会議にも異議の余地が残る。
//!
//! ## 例
//! 「会議は、部長をもって構成する。」とあり、招集や開催日を定める条文がない。
//!
//! ## 根拠
//! 会議についての条文。別の定めに委ねる団体も多いので、参考にとどめる。

use super::council::councils;
use super::review::Review;
use super::{Finding, Severity, finding};

/// Words on when a council meets or who calls it together.
const WORDS: &[&str] = &["招集", "召集", "開催", "開く", "毎週", "毎月"];

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let silent = councils(review.graph).into_iter().filter(|council| !council.says(WORDS));
    silent
        .map(|council| {
            let (id, evidence) = (council.node.id.clone(), council.node.provenance.clone());
            finding("council-without-convener", Severity::Note, "", vec![id], evidence)
        })
        .collect()
}
