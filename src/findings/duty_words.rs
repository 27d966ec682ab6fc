//! What the rules on duties ask of their words: what is left without brackets and endings, and which words are telling.
//!
//! A rule may compare words to decide whether two clauses are worth a look; no edge rests on it.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use crate::graph::fold_name;

/// The words of a duty as names are compared ([`fold_name`]), without what stands in brackets, without 「前各号に掲げるもののほか、」 and without its ending:
/// 文書の管理 of 文書の管理に関すること（…を除く。）。
pub(super) fn core(text: &str) -> String {
    static ENDING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("(?:に関する(?:こと|事務|事)|を行うこと|を行う事務|に関する事務の処理)+$").expect("valid pattern")
    });
    static OPENING: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^.{0,20}(?:もののほか|ものを除くほか)、").expect("valid pattern"));
    let mut depth = 0_u32;
    let outside = |c: &char| {
        let was_inside = depth > 0;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        !was_inside && depth == 0
    };
    let bare: String = fold_name(text).chars().filter(outside).collect();
    let bare = bare.trim_matches(['。', '、']);
    let ended = ENDING.replace(bare, "");
    OPENING.replace(&ended, "").into_owned()
}

/// What a duty is about at last: 保護委員会 of 認証業務に係る保護委員会に関すること. Fewer than six letters tell nothing of their own.
pub(super) fn last_object(text: &str) -> Option<String> {
    let core = core(text);
    let core = core.strip_suffix("に係る事務").unwrap_or(&core);
    let last = ["に係る", "に関する"].iter().filter_map(|joint| core.rfind(joint).map(|at| at + joint.len())).max();
    let object = &core[last.unwrap_or(0)..];
    (object.chars().count() >= 6).then(|| object.to_owned())
}

/// Whether words mean what other clauses say (前号の事務, 第三条の事務), so that they cannot be compared as they stand.
pub(super) fn points_elsewhere(text: &str) -> bool {
    static POINTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("(?:前|同|次|第[一二三四五六七八九十百0-9０-９]+)[一二三四五六七八九十各0-9０-９]*[条項号]")
            .expect("valid pattern")
    });
    // 「部の事務に関する企画」: of whichever 部 the unit is in.
    let own = ["部の", "局の", "課の", "室の", "係の", "所の", "センターの"].iter().any(|own| text.starts_with(own));
    own || POINTER.is_match(text) || text.contains("の所掌事務") || text.contains("の所掌に係る")
}

/// The telling words of a duty: each two letters that stand side by side in a word of Chinese characters, katakana or Latin
/// letters, but for those of [`GENERAL`]. 文書審査 has 文書, 書審 and 審査, so it shares 文書 with 文書管理.
pub(super) fn telling(text: &str) -> FxHashSet<(char, char)> {
    let core = core(text);
    let mut found = FxHashSet::default();
    let sort = |c: char| match c {
        '一'..='鿿' | '々' => 1,
        'ァ'..='ヺ' | 'ー' => 2,
        _ if c.is_ascii_alphanumeric() => 3,
        _ => 0,
    };
    for pair in fold_name(&core).chars().zip(fold_name(&core).chars().skip(1)) {
        if sort(pair.0) != 0 && sort(pair.0) == sort(pair.1) && !general().contains(&pair) {
            found.insert(pair);
        }
    }
    found
}

fn general() -> &'static FxHashSet<(char, char)> {
    static PAIRS: LazyLock<FxHashSet<(char, char)>> = LazyLock::new(|| {
        let pair = |word: &&str| {
            let mut letters = word.chars();
            Some((letters.next()?, letters.next()?))
        };
        GENERAL.iter().filter_map(pair).collect()
    });
    &PAIRS
}

/// Words that stand in the duties of any unit and tell nothing of what it does.
#[rustfmt::skip] // several to a line
const GENERAL: [&str; 64] = [
    "関す", "事務", "所掌", "属す", "除く", "事項", "規定", "管理", "企画", "立案", "調整", "総合", "運営", "実施", "推進", "処理",
    "業務", "基本", "必要", "状況", "整備", "指導", "監督", "助成", "調査", "研究", "施行", "連絡", "総括", "取扱", "改善", "発達",
    "確保", "増進", "促進", "利用", "計画", "制度", "政策", "作成", "施策", "設置", "維持", "対策", "振興", "支援", "援助", "助言",
    "収集", "分析", "提供", "関係", "行政", "機関", "公共", "事業", "施設", "特定", "重要", "一般", "機構", "合計", "係官", "所属",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cores_of_duties() {
        let cases = [
            ("文書の管理に関すること（総務課の所掌に属するものを除く。）。", "文書の管理"),
            ("前各号に掲げるもののほか、公有財産に関する事務", "公有財産"),
            ("監査を行うこと。", "監査"),
        ];
        for (text, expected) in cases {
            assert_eq!(core(text), expected);
        }
    }

    #[test]
    fn last_objects() {
        assert_eq!(
            last_object("台帳事務に係る情報保護委員会に係る事務に関すること。").as_deref(),
            Some("情報保護委員会")
        );
        assert_eq!(last_object("台帳に係る文書に関すること。"), None);
    }

    #[test]
    fn telling_words_are_shared_or_not() {
        let shared = |a: &str, b: &str| !telling(a).is_disjoint(&telling(b));
        assert!(shared("文書の審査に関すること。", "文書管理に関すること。"));
        assert!(!shared("文書の管理に関すること。", "施設の管理に関すること。"));
        assert!(points_elsewhere("前号の事務に関すること") && !points_elsewhere("前年度の決算に関すること"));
    }
}
