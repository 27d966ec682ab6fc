//! # Days of supplementary provisions out of order
//!
//! ## What it finds
//! A supplementary provision that enters into force before the day on which it was made, that stands behind one made later, or
//! that was made later than the one in front of it and enters into force earlier.
//!
//! ## Why it matters
//! Which wording was in force on a given day is read from these days. A day before the making is a slip of the pen or a rule with
//! effect on the past; an amendment that overtakes another one changes words that are not in force yet.
//!
//! ## Example
//! 附則（令和5年3月24日規程第4号） この規程は、令和4年4月1日から施行する。
//!
//! ## Basis
//! The day of making stands in the heading, the day in force in the sentence. Headings without a day are not compared. That an
//! amendment overtakes another one may be meant, so it is a note.
//!
//! # 前後する附則の日付
//!
//! ## 見つけるもの
//! 制定の日より前に施行される附則、後に制定されたものより後ろに置かれている附則、及び前の附則より後に制定されながら先に施行される附則。
//!
//! ## なぜ大切か
//! ある日にどの文言が効力を有していたかは、これらの日付で決まる。制定前の施行日は、書き誤りか遡及である。先の改正を追い越す改正は、ま
//! だ施行されていない文言を改めることになる。
//!
//! ## 例
//! 「附則（令和5年3月24日規程第4号） この規程は、令和4年4月1日から施行する。」
//!
//! ## 根拠
//! 制定の日は附則の見出しに、施行の日は文にある。見出しに日付のない附則は比べない。改正が先の改正を追い越すことは意図されている場合もあ
//! るので、参考とする。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::{Remark, RemarkKind};

/// Arguments: `words` (the heading), `case` (as [`RemarkKind::EnforcementOutOfOrder`] lists them).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let remarks = review.graph.annotations().remarks_of(RemarkKind::EnforcementOutOfOrder);
    let out_of_order = |remark: &Remark| {
        let severity = if remark.detail == "overtaken" { Severity::Note } else { Severity::Warning };
        let found = from_remarks::of_remark(remark, "enforcement-out-of-order", severity);
        found.with("case", remark.detail.as_str())
    };
    remarks.map(out_of_order).collect()
}
