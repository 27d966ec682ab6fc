//! # Name that several units or posts have
//!
//! ## What it finds
//! A clause that uses the name of a unit or post which several have, without saying which of them, where none is nearer
//! than the others.
//!
//! ## Why it matters
//! The clause can be read for each of them; who gives way, who acts, who is addressed is then a matter of opinion.
//!
//! ## Example
//! "（企画課の所掌に属するものを除く。）" where three 部 have a 企画課 each.
//!
//! ## Basis
//! A name means the one in the same unit, or else the nearest; where several are equally near nothing decides.
//!
//! # どの組織かが定まらない名称
//!
//! ## 見つけるもの
//! 同じ名の組織又は職が複数あるのに、どれかを示さず、より近いものもない条文。
//!
//! ## なぜ大切か
//! どの組織のこととも読める。誰に譲るのか、誰が代わるのか、誰に向けた定めかが、読む者の考えによることになる。
//!
//! ## 例
//! 三つの部にそれぞれ企画課があるのに、「（企画課の所掌に属するものを除く。）」とある。
//!
//! ## 根拠
//! 名称は、同じ組織の中のもの、なければ最も近いものを指す。同じ近さのものが複数あるときは決まらない。

use std::collections::HashSet;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{NodeData, RemarkKind};

/// The subject is the clause. Arguments: `clause`, its citation; `words`, the name.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let annotations = graph.annotations();
    let units = annotations.remarks_of(RemarkKind::AmbiguousUnit);
    let posts = annotations.remarks_of(RemarkKind::AmbiguousPost);
    // Words that are no name (他の所掌に属しない, 所長を助け) are unclear for other reasons.
    let names: HashSet<&str> = graph
        .nodes()
        .flat_map(|node| match &node.data {
            NodeData::Unit(unit) => vec![unit.name.as_str()],
            NodeData::Post(post) => vec![post.name.as_str(), post.title.as_str()],
            _ => Vec::new(),
        })
        .collect();
    units
        .chain(posts)
        .filter(|remark| names.contains(remark.subject.as_str()))
        .map(|remark| {
            let clause = &remark.provenance.first().clause;
            let citation = graph.node(clause).map_or(clause.as_str(), |node| node.name());
            finding(
                "name-used-without-path",
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
