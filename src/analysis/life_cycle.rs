//! The life of what a body builds and runs: planned, built, operated, maintained; which duties have which part of it.
//!
//! The vocabulary stands here alone: the activities of matters are sorted into phases by it ([`Phase::of`]), and by it an object
//! is taken for something that is built and run ([`is_system`]).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::graph::{AuthorityGraph, Node, NodeData, NodeId, RelationType};

/// A part of the life of something that is built and run, in the order in which they follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// 企画, 立案, 調査 …
    Planning,
    /// 開発, 整備, 構築, 改修 …
    Building,
    /// 運用, 管理, 監視 …
    Operating,
    /// 保守, 保全, 維持 …
    Maintaining,
}

impl Phase {
    /// All phases in their order.
    pub const ALL: [Phase; 4] = [Phase::Planning, Phase::Building, Phase::Operating, Phase::Maintaining];

    /// The phase that an activity belongs to; none for what is done at any time (監査, 広報).
    pub fn of(activity: &str) -> Option<Self> {
        let activity = activity.strip_suffix('等').unwrap_or(activity);
        let words = |words: &[&str]| words.iter().any(|word| activity.ends_with(word));
        // The most specific first: 維持管理 is maintenance, 運用管理 is operation.
        [
            (Phase::Maintaining, &["維持管理", "保守", "保全", "維持", "修繕", "点検"][..]),
            (Phase::Building, &["開発", "整備", "構築", "改修", "改善", "設計", "設置", "導入", "更新"][..]),
            (Phase::Operating, &["運用", "管理", "運営", "監視", "運転", "運行"][..]),
            (Phase::Planning, &["企画", "立案", "計画", "策定", "調査", "研究"][..]),
        ]
        .into_iter()
        .find_map(|(phase, list)| words(list).then_some(phase))
    }
}

/// Whether the name of an object ends in a word for something that is first built and then run: a system, a network, a
/// platform. Roads and buildings are, too, but regulations speak of them in other ways (道路の整備 is a policy).
pub fn is_system(object: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "システム",
        "ネットワーク",
        "ネット",
        "クラウド",
        "サーバ",
        "サーバー",
        "プラットフォーム",
        "認証基盤",
        "データベース",
        "ソフトウェア",
        "ソフトウエア",
        "通信網",
        "ウェブサイト",
        "ホームページ",
    ];
    let object = object.strip_suffix('等').unwrap_or(object);
    ENDINGS.iter().any(|ending| object.ends_with(ending))
}

/// One object with the duties that have a part of its life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LifeCycle {
    /// The object, as the duties name it.
    pub object: String,
    /// The duties of each phase, in the order of the text; phases without a duty are left out.
    pub phases: BTreeMap<Phase, Vec<NodeId>>,
    /// The duties about the object whose words may hold any phase: they name none (Xに関すること), or more than they say (Xの開発等).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whole: Vec<NodeId>,
}

/// The objects of all matters, each with the duties that cover it, in the order of the text.
pub fn life_cycles(graph: &AuthorityGraph) -> Vec<LifeCycle> {
    let mut place: FxHashMap<&str, usize> = FxHashMap::default();
    let mut found: Vec<LifeCycle> = Vec::new();
    for edge in graph.edges_with(RelationType::Covers) {
        let Some(NodeData::Matter(matter)) = graph.node(&edge.to).map(|node: &Node| &node.data) else { continue };
        let at = *place.entry(&matter.object).or_insert_with(|| {
            found.push(LifeCycle { object: matter.object.clone(), phases: BTreeMap::new(), whole: Vec::new() });
            found.len() - 1
        });
        let phase = Phase::of(&matter.activity).map(|phase| found[at].phases.entry(phase).or_default());
        phase.into_iter().for_each(|duties| add(duties, &edge.from));
        if matter.activity.is_empty() || matter.activity.ends_with('等') {
            add(&mut found[at].whole, &edge.from);
        }
    }
    found
}

fn add(duties: &mut Vec<NodeId>, duty: &NodeId) {
    if !duties.contains(duty) {
        duties.push(duty.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_of_activities() {
        let cases = [
            ("総合的な企画", Some(Phase::Planning)),
            ("開発", Some(Phase::Building)),
            ("改修等", Some(Phase::Building)),
            ("運用管理", Some(Phase::Operating)),
            ("維持管理", Some(Phase::Maintaining)),
            ("監査", None),
            ("", None),
        ];
        for (activity, phase) in cases {
            assert_eq!(Phase::of(activity), phase, "{activity}");
        }
    }

    #[test]
    fn what_is_built_and_run() {
        assert!(is_system("文書管理システム") && is_system("庁内ネットワーク"));
        assert!(!is_system("システム部") && !is_system("道路"));
    }
}
