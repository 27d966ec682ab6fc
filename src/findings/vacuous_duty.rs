//! # Duty that exclusions leave empty
//!
//! ## What it finds
//! A duty of which nothing is left: every matter that its words cover is owned by a unit that it gives way to. A duty from
//! which a narrower matter is taken is not empty, for the wider one remains.
//!
//! ## Why it matters
//! The regulation lists work for a unit that the unit does not have. Either the exclusion takes more than was meant, or the
//! item has outlived its purpose; whoever looks for the responsible unit finds two.
//!
//! ## Example
//! 第一課: "文書の管理に関すること（総務課の所掌に属するものを除く。）" while 総務課 has "文書の管理に関すること" without a limit.
//!
//! ## Basis
//! A duty owns a matter unless a unit that it gives way to owns the same matter or a wider one (well-founded semantics of
//! Van Gelder, Ross and Schlipf, 1991). It is empty if it owns none. A note only where the duty that takes it gives way in its turn
//! or means a part that other clauses tell, or where much of the organisation stands in another instrument.
//!
//! # 除外によって何も残らない事務
//!
//! ## 見つけるもの
//! 文言の及ぶ事項がすべて、除外した先の組織のものになり、何も残らない事務。一部の狭い事項だけが除かれる事務は、広い事項が残る
//! ので含まない。
//!
//! ## なぜ大切か
//! 行うことのない事務が掲げられている。除外が広すぎるか、号が役目を終えている。担当を探す者には二つの組織が見える。
//!
//! ## 例
//! 第一課に「文書の管理に関すること（総務課の所掌に属するものを除く。）」とあるが、総務課の号は「文書の管理に関すること」で、限定がない。
//!
//! ## 根拠
//! 事務は、除外した先の組織が同じ事項又はそれを含む事項を所掌しない限りで、その事項を所掌する（整礎意味論、Van Gelder ほか 1991）。
//! 所掌する事項が一つもない事務は空である。除外した先の事務がさらに他に譲るもの、他の条項を引いて一部をいうもの、又は組織の多くを他の法
//! 令等が定める規程では、参考として示す。

use super::duty_words::{core, points_elsewhere};
use super::review::Review;
use super::structure::stands_alone;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, Node, NodeId, RelationType};

/// The subjects behind the duty are the duties that own what its words cover. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let alone = stands_alone(review.graph);
    let vacuous = review.scopes().vacuous().map(|scope| {
        let mut subjects: Vec<NodeId> = vec![scope.duty.clone()];
        for taken in &scope.taken {
            if !subjects.contains(&taken.by) {
                subjects.push(taken.by.clone());
            }
        }
        let mut evidence = scope.provenance.clone();
        let takers = subjects[1..].iter().filter_map(|id| review.graph.node(id));
        takers.for_each(|taker| evidence.extend(&taker.provenance));
        let severity = if alone && subjects[1..].iter().all(|taker| takes_all(review.graph, &scope.duty, taker)) {
            Severity::Warning
        } else {
            Severity::Note
        };
        finding("vacuous-duty", severity, "", subjects, evidence)
    });
    vacuous.collect()
}

/// Whether nothing in the words of the duty that takes it speaks against that: it gives way to nobody above the emptied one in its
/// turn (他の所掌に属するものを除く), and does not mean a part that other clauses tell (第一号に掲げる事項に関する…).
fn takes_all(graph: &AuthorityGraph, emptied: &NodeId, taker: &NodeId) -> bool {
    let above = graph.enclosing_units(emptied);
    let gives_way = graph.edges_at(taker, Direction::Outgoing, RelationType::DutyExcludedBy);
    let owner = graph.edges_at(emptied, Direction::Outgoing, RelationType::BelongsTo);
    let called = |node: &Node| node.as_post().map_or(node.name(), |post| post.title.as_str()).to_owned();
    let owners: Vec<String> = owner.iter().filter_map(|edge| graph.node(&edge.to)).map(called).collect();
    let names_owner = |text: &str| owners.iter().any(|own| text.contains(own.as_str()));
    let gives_way_in_words = graph.node(taker).is_some_and(|node| names_owner(node.name()));
    let is_partial = graph.node(taker).is_some_and(|node| points_elsewhere(&core(node.name())));
    !is_partial && !gives_way_in_words && !gives_way.iter().any(|edge| above.contains(&&edge.to))
}
