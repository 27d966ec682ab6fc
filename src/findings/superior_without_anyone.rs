//! # Superior where there is none
//!
//! ## What it finds
//! A clause that lets a post act by order of its 上司 where no unit around the post
//! has a head in this text.
//!
//! ## Why it matters
//! The order that the clause requires can come from nobody. Often another instrument places the superior; then it is
//! enough to know which.
//!
//! ## Example
//! "事務局長は、上司の命を受けて…" and nothing in the regulation stands above the 事務局.
//!
//! ## Basis
//! 上司 is whoever heads the post's unit or the nearest unit above it (model: superior by place).
//!
//! # 上司のいない上司の命
//!
//! ## 見つけるもの
//! 上司の命を受けると定められているのに、周りの組織に長の定めがない職。
//!
//! ## なぜ大切か
//! 命ずる者がこの規程にはいない。別の規程が上司を置いていることも多く、その場合はどの規程かが分かればよい。
//!
//! ## 例
//! 「事務局長は、上司の命を受けて…」とあるが、事務局の上には何も置かれていない。
//!
//! ## 根拠
//! 上司とは、その職の組織の長、又はその上の最も近い組織の長をいう。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::RemarkKind;

/// The subject is the clause. Arguments: `clause`, its citation; `words`, the words that ask for a superior.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let remarks = graph.annotations().remarks_of(RemarkKind::NoSuperior);
    // 「命を受けて」 without a word on whose order leaves the superior to other instruments on purpose.
    let named = remarks.filter(|remark| remark.subject.contains("上司"));
    named
        .map(|remark| {
            let clause = &remark.provenance.first().clause;
            let citation = graph.node(clause).map_or(clause.as_str(), |node| node.name());
            finding(
                "superior-without-anyone",
                Severity::Note,
                &remark.subject,
                vec![clause.clone()],
                remark.provenance.clone(),
            )
            .with("clause", citation)
            .with("words", remark.subject.as_str())
        })
        .collect()
}
