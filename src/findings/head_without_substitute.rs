//! # Head without substitute
//!
//! ## What it finds
//! The head of a unit for whom no clause lets anybody act: no named post, no criterion, no designation beforehand. A
//! permission to decide routine matters (代決) is less than acting and does not count. Where the whole regulation has no
//! rule on substitution it is only a note, as such rules then stand in an instrument of their own.
//!
//! ## Why it matters
//! When the head falls ill, nobody may lawfully do what only the head may do. Whatever is decided meanwhile is open to
//! attack.
//!
//! ## Example
//! "The 次長 assists the 部長 and acts for the 部長 when incapacitated." The 課長 has no such sentence: nobody acts for the
//! 課長.
//!
//! ## Basis
//! Authority passes to another post only by a provision that says so. Assisting (補佐) alone does not carry it. Officers
//! created by statute are left out, as their substitution is a matter of that statute.
//!
//! # 代理の定めのない長
//!
//! ## 見つけるもの
//! 組織の長のうち、その職務を代理する者を定める条文がないもの。職の指名も、上席の者などの基準も、あらかじめの指定もない場合を
//! いう。代決の定めは代理ではないので数えない。規程のどこにも代理の定めがないときは、別の規程で定めていると考えられるので、
//! 参考にとどめる。
//!
//! ## なぜ大切か
//! 長に事故があるとき、長だけが行える事務を適法に行える者がいない。その間の決裁は争われ得る。
//!
//! ## 例
//! 「次長は、部長を補佐し、部長に事故があるときは、その職務を代理する。」課長についてはこのような文がなく、代理する者がいない。
//!
//! ## 根拠
//! 権限が他の職に移るのは、その旨の定めがあるときに限る。補佐だけでは代理できない。法令が置く役員の代理は当該法令によるので
//! 除く。

use super::review::Review;
use super::structure::{Head, established_heads, stands_alone};
use super::{Finding, Severity, finding};
use crate::graph::{Label, Node, RelationType};

/// With fewer heads than this a share says nothing.
const FEW: usize = 8;

/// Subjects: the head, then the units it heads. Arguments: `has_decision`, whether somebody may at least decide routine
/// matters; `text_has_substitution`, whether the regulation has rules on substitution at all.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let named = graph.edges_with(RelationType::SubstitutesWhenIncapacitated).next().is_some();
    let posts = graph.nodes_with(Label::Post).filter_map(Node::as_post);
    let text_has_substitution = named || posts.into_iter().any(|post| !post.designations.is_empty());
    // Where hardly any head has a substitute, substitution is a matter of another instrument.
    let heads = established_heads(graph);
    let with_one = heads.iter().filter(|head| !head.substitution.is_empty()).count();
    let is_exception = text_has_substitution && with_one * 4 >= heads.len();
    let severity =
        if (is_exception || heads.len() < FEW) && stands_alone(graph) { Severity::Warning } else { Severity::Note };
    let severity = if text_has_substitution { severity } else { Severity::Note };
    let to_finding = |head: Head| {
        let mut subjects = vec![head.node.id.clone()];
        subjects.extend(head.heads.iter().map(|edge| edge.to.clone()));
        let mut evidence = head.heads[0].provenance.clone();
        head.heads.iter().for_each(|edge| evidence.extend(&edge.provenance));
        finding("head-without-substitute", severity, &head.post.title, subjects, evidence)
            .with("has_decision", head.has_decision)
            .with("text_has_substitution", text_has_substitution)
    };
    heads.into_iter().filter(|head| head.substitution.is_empty()).map(to_finding).collect()
}
