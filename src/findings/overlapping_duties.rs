//! # Matter that two units own
//!
//! ## What it finds
//! A matter that two units own by their own words, neither of which is above the other.
//!
//! ## Why it matters
//! Both may act, neither has to: the work is done twice, or each waits for the other. Whoever asks for the responsible unit gets two.
//!
//! ## Example
//! 総務課: "庁舎の管理に関すること". 管財課: "庁舎の管理に関すること". No exclusion in either.
//!
//! ## Basis
//! Who owns what is worked out with all exclusions. A unit below carries out what the unit above it owns, so that is no overlap; a
//! narrower matter goes before a wider one. Branches with much in common (regional offices with the same sections) and institutions
//! with an administration of their own are parallel by design and not reported, nor are matters that other words may narrow. Where
//! some duties of the units around hold for some places only (甲支所にあっては), the units may exist in different places: a note.
//!
//! # 二つの組織が所掌する事項
//!
//! ## 見つけるもの
//! 上下の関係にない二つの組織が、それぞれの文言によって所掌する同じ事項。
//!
//! ## なぜ大切か
//! どちらも行うことができ、どちらにも責任がない。二重に行われるか、互いに相手を待つことになる。担当を尋ねると二つの組織が挙がる。
//!
//! ## 例
//! 総務課に「庁舎の管理に関すること」、管財課にも「庁舎の管理に関すること」とあり、どちらにも除外がない。
//!
//! ## 根拠
//! 所掌は、すべての除外を踏まえて判定する。下位の組織は上位の組織の所掌を実施するので重複とせず、狭い事項は広い事項に優先する。
//! 共通の事務の多い系統（同じ課を置く出先機関など）や固有の管理部門を持つ施設は並行して置かれたものとし、号の中の他の語が限定し得る事項
//! も報告しない。周りの組織に、場所を限る号（甲支所にあっては）があるときは、置かれる場所が異なり得るので参考とする。

use std::collections::{BTreeMap, BTreeSet};

use super::review::Review;
use super::shared_matters::{SharedMatter, shared_matters};
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Label, Node, NodeId};

/// The subjects are the duties. Arguments: `matter`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let shared = shared_matters(review);
    let vary = units_that_vary(review.graph);
    // One finding for all duties that own a matter beside the same one.
    let mut by_first: BTreeMap<(u32, &NodeId), Vec<&SharedMatter<'_>>> = BTreeMap::new();
    for pair in shared.iter().filter(|pair| pair.of_post == (false, false)) {
        let ordinal = pair.first.as_duty().map_or(0, |duty| duty.ordinal);
        by_first.entry((ordinal, &pair.first.id)).or_default().push(pair);
    }
    let mut found: Vec<Finding> = Vec::new();
    for pairs in by_first.into_values() {
        let mut subjects = vec![pairs[0].first.id.clone()];
        let mut evidence = pairs[0].first.provenance.clone();
        for pair in &pairs {
            if !subjects.contains(&pair.second.id) {
                subjects.push(pair.second.id.clone());
                evidence.extend(&pair.second.provenance);
            }
        }
        // The second and third of three are said already.
        if found.iter().any(|other| subjects.iter().all(|subject| other.subjects.contains(subject))) {
            continue;
        }
        let is_sure = |pair: &&SharedMatter<'_>| {
            let units = review.graph.enclosing_units(&pair.first.id);
            !units.iter().skip(1).any(|unit| vary.contains(unit))
        };
        let severity =
            if pairs.iter().copied().any(|pair| is_sure(&pair)) { Severity::Warning } else { Severity::Note };
        let matter = review.graph.qualified_name(&pairs[0].matter);
        found.push(finding("overlapping-duties", severity, "", subjects, evidence).with("matter", matter));
    }
    found
}

/// The units with, or above those with, a duty that says something of some places only: what stands below them may differ by place.
fn units_that_vary(graph: &AuthorityGraph) -> BTreeSet<&NodeId> {
    let varies = |duty: &&Node| ["にあっては", "にあつては"].iter().any(|words| duty.name().contains(words));
    let duties = graph.nodes_with(Label::Duty).filter(varies);
    duties.flat_map(|duty| graph.enclosing_units(&duty.id)).collect()
}
