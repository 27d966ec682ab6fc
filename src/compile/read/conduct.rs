//! Predicates without a sense of authority whose sentences have none: told by the frame, verb and arguments together
//! (`reading.md` §7).

use super::frame::Frame;
use super::phrase::{Np, Sort};
use crate::compile::lexicon::{Kind, PLAIN_VERBS, Role};

/// Whether a plain predicate is one of the closed list.
pub(crate) fn is_known(text: &str, frame: &Frame) -> bool {
    kind_of(text, frame).is_some()
}

/// What a plain predicate is about.
pub(crate) fn kind_of(text: &str, frame: &Frame) -> Option<Kind> {
    let verb = frame.verb_words(text);
    let topic = frame.words(Role::Agent, text);
    if is_this_rule(topic) {
        return Some(if verb.starts_with("目的") || verb.starts_with("趣旨") {
            Kind::Purpose
        } else {
            Kind::Commencement
        });
    }
    // The longest stem that fits.
    let found = PLAIN_VERBS.iter().filter(|(stem, _)| verb.starts_with(stem)).max_by_key(|(stem, _)| stem.len());
    found.map(|(_, kind)| *kind)
}

fn is_this_rule(words: &str) -> bool {
    [
        "この規則",
        "この規程",
        "この条例",
        "この訓令",
        "この政令",
        "この省令",
        "この要綱",
        "この告示",
        "この定款",
        "この要領",
        "この府令",
        "この達",
        "この法律",
        "この細則",
        "改正後の",
        "この規定",
    ]
    .iter()
    .any(|start| words.starts_with(start))
}

/// 「Xとは、Yをいう」, 「任期は、二年とする」: an equation that names no role.
pub(crate) fn equation(text: &str, frame: &Frame) -> Option<Kind> {
    let verb = frame.verb_words(text);
    let theme = frame.words(Role::Theme, text);
    let complement = frame.words(Role::Holder, text);
    if verb.starts_with("いう") || verb.starts_with("いい") || verb.starts_with("称") || verb.starts_with("みなす")
    {
        return Some(Kind::Definition);
    }
    if is_this_rule(theme) {
        return Some(if complement.ends_with("目的") || complement.ends_with("趣旨") {
            Kind::Purpose
        } else {
            Kind::Commencement
        });
    }
    let by_law = |words: &str| {
        ["令で定める", "規則で定める", "条例で定める", "令の定める"].iter().any(|end| words.contains(end))
    };
    if by_law(theme) || by_law(complement) {
        return Some(Kind::Definition);
    }
    if complement.ends_with("区域") {
        return Some(Kind::Location);
    }
    let by_theme = [
        ("任期", Kind::TermsOfOffice),
        ("定年", Kind::TermsOfOffice),
        ("資格", Kind::TermsOfOffice),
        ("期間", Kind::TermsOfOffice),
        ("位置", Kind::Location),
        ("所在地", Kind::Location),
        ("区域", Kind::Location),
        ("事務所", Kind::Location),
        ("様式", Kind::Documents),
        ("形状", Kind::Documents),
        ("寸法", Kind::Documents),
        ("意義", Kind::Definition),
        ("期日", Kind::Commencement),
        ("会議", Kind::Procedure),
        ("議事", Kind::Procedure),
        ("時間", Kind::Service),
        ("給与", Kind::Service),
        ("報酬", Kind::Service),
    ];
    if let Some((_, kind)) = by_theme.iter().find(|(end, _)| theme.ends_with(end)) {
        return Some(*kind);
    }
    if ["非常勤", "常勤", "特別職", "一般職", "再任", "無報酬"].iter().any(|word| complement.ends_with(word))
    {
        return Some(Kind::TermsOfOffice);
    }
    let names = |np: Option<&Np>| np.is_some_and(|np| matches!(np.sort(), Sort::Unit | Sort::Post | Sort::Staff));
    (!names(frame.arg(Role::Theme))).then_some(Kind::Definition)
}

/// 「必要な事項は、町長が別に定める」: what is left to somebody. 準用 and 読替え are kept as statements and no case of this.
pub(crate) fn reference(text: &str, frame: &Frame) -> Option<Kind> {
    let verb = frame.verb_words(text);
    if ["準用", "読み替", "読替", "適用"].iter().any(|stem| verb.starts_with(stem)) {
        let topic = frame.words(Role::Agent, text);
        return (is_this_rule(topic) || topic.contains("の規定は") && verb.starts_with("適用"))
            .then_some(Kind::Commencement);
    }
    let topic = frame.words(Role::Agent, text);
    if verb.starts_with("でな") || verb.starts_with("ではな") {
        return None;
    }
    if is_this_rule(topic) {
        return Some(Kind::Purpose);
    }
    if verb.starts_with('行') {
        return Some(Kind::LimitsOfDeciding);
    }
    Some(Kind::LeftToOthers)
}
