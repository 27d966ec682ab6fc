//! The life of a system in the words of regulations: planned, developed, maintained, operated. One vocabulary for the matrix
//! of systems and for the finding on what is developed and never operated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A part of the life of a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// 企画, 計画, 立案.
    Plan,
    /// 開発, 構築, 整備, 改修.
    Develop,
    /// 保守, 維持.
    Maintain,
    /// 運用, 運営, 管理, 監視.
    Operate,
}

/// The phases with the words that say them.
const WORDS: [(Phase, &[&str]); 4] = [
    (Phase::Plan, &["企画", "計画", "立案", "策定"]),
    (Phase::Develop, &["開発", "構築", "設計", "整備", "改修", "改善", "更改", "導入"]),
    (Phase::Maintain, &["保守", "維持", "保全", "修繕"]),
    (Phase::Operate, &["運用", "運営", "管理", "監視", "稼働"]),
];

/// Words that name something with such a life: what is built and then run.
const SYSTEMS: [&str; 11] = [
    "システム",
    "ネットワーク",
    "プラットフォーム",
    "サーバー",
    "サーバ",
    "クラウド",
    "データベース",
    "認証基盤",
    "情報基盤",
    "ネット",
    "サイト",
];

impl Phase {
    /// All phases in the order of a life.
    pub const ALL: [Phase; 4] = [Phase::Plan, Phase::Develop, Phase::Maintain, Phase::Operate];

    /// The phases that an activity speaks of: 運用及び保守 are two activities, but 運用保守 is one of two phases. 維持管理 is
    /// maintenance, for its 管理 says only that it is looked after.
    pub fn of(activity: &str) -> Vec<Phase> {
        let activity = activity.replace("維持管理", "維持");
        let speaks = |words: &[&str]| words.iter().any(|word| activity.contains(word));
        WORDS.iter().filter(|(_, words)| speaks(words)).map(|(phase, _)| *phase).collect()
    }
}

/// Whether the thing named has such a life: its name ends in a word for a system. 「Xに係る文書」 names documents, not a system.
pub fn is_system(object: &str) -> bool {
    let object = object.strip_suffix('等').unwrap_or(object);
    SYSTEMS.iter().any(|word| object.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_speak_of_phases() {
        for (activity, expected) in [
            ("開発", &[Phase::Develop][..]),
            ("運用保守", &[Phase::Maintain, Phase::Operate]),
            ("維持管理", &[Phase::Maintain]),
            ("総合的な企画", &[Phase::Plan]),
            ("発送", &[]),
            ("", &[]),
        ] {
            assert_eq!(Phase::of(activity), expected, "{activity}");
        }
    }

    #[test]
    fn systems_are_told_by_the_end_of_their_name() {
        for (object, expected) in [
            ("税務情報システム", true),
            ("庁内ネットワーク等", true),
            ("税務情報システムに係る文書", false),
            ("会議", false),
        ] {
            assert_eq!(is_system(object), expected, "{object}");
        }
    }
}
