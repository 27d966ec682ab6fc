//! # Number that is skipped or repeated
//!
//! ## What it finds
//! An article, a paragraph or an item whose number does not follow the one before.
//!
//! ## Why it matters
//! Whoever cites by number meets a clause that is missing, or two with one number. Deleted clauses keep their number with the word
//! 削除; where nothing is said, a clause was lost in copying or the numbers were not set right after an amendment.
//!
//! ## Example
//! Items (1), (2) and (4).
//!
//! ## Basis
//! Numbers run on; a branch number (2の2) stands behind its stem. In supplementary provisions it is only a note, as these are often
//! printed in extract (抄).
//!
//! # 飛んでいる番号・重なる番号
//!
//! ## 見つけるもの
//! 前の番号に続かない条、項又は号の番号。
//!
//! ## なぜ大切か
//! 番号で引用すると、ない条項に行き当たり、又は二つの条項が一つの番号を持つ。廃止した条項は「削除」として番号を残すもので、何も書か
//! れていなければ、写し漏れか改正後の整理漏れである。
//!
//! ## 例
//! (1)、(2)の次が(4)である。
//!
//! ## 根拠
//! 番号は連続し、枝番号（2の2）は幹の番号に続く。附則は抄録されることが多いので、参考にとどめる。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::{Node, Remark, RemarkKind};

/// Arguments: `words`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let in_supplement = |remark: &Remark| {
        let clause = review.graph.node(&remark.provenance.first().clause).and_then(Node::as_clause);
        clause.is_some_and(|clause| clause.citation.contains("附則"))
    };
    let remarks = review.graph.annotations().remarks_of(RemarkKind::NumberGap);
    let gap = |remark: &Remark| {
        let severity = if in_supplement(remark) { Severity::Note } else { Severity::Warning };
        from_remarks::of_remark(remark, "number-gap", severity)
    };
    remarks.map(gap).collect()
}
