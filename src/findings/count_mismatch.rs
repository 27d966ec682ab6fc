//! # Number and list that differ
//!
//! ## What it finds
//! A sentence that says how many units follow (次の三課) before a list with more or fewer of them.
//!
//! ## Why it matters
//! Either the number or the list is wrong: whether the last unit exists is open. Mostly a unit was added or abolished and only one
//! of the two was amended.
//!
//! ## Example
//! 総務部に、次の三課を置く。 Below it stand 人事課, 管財課, 会計課 and 文書課.
//!
//! ## Basis
//! The number is part of the rule, not an explanation of the list.
//!
//! # 数と列記の食い違い
//!
//! ## 見つけるもの
//! 「次の三課」のように数を示しながら、続く列記がそれより多いか少ないもの。
//!
//! ## なぜ大切か
//! 数と列記のどちらかが誤りで、最後の組織が置かれるのかどうかが定まらない。多くは、組織の新設又は廃止の際に片方だけを改めたものである。
//!
//! ## 例
//! 「総務部に、次の三課を置く。」の下に、人事課、管財課、会計課及び文書課がある。
//!
//! ## 根拠
//! 数は定めの一部であり、列記の説明ではない。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::RemarkKind;

/// Arguments: `words`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    from_remarks::of_kind(review, RemarkKind::CountMismatch, "count-mismatch", Severity::Error)
}
