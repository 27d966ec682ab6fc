//! The words of a duty as matters: 「O1及びO2のA1、A2及びA3に関すること」 is each of two objects with each of three activities.
//!
//! The grammar is that of statutory drafting: 並びに binds wider than 及び, 又は wider than 若しくは, 「、」 stands inside a level, and 「の」
//! leads from an object to a part or an activity of it. What does not follow it for certain stays one matter, by its words.

use std::ops::Range;

use super::activities::is_activity;
use crate::compile::lists::split_list;

/// What a duty is about, by its words: an object, then its part or what is done with it, each within the one before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MatterWords {
    /// 職員, 人事, 基本的方針 of 「職員の人事の基本的方針」.
    pub segments: Vec<String>,
    /// Whether the words could not be taken apart: they are compared as a whole only.
    pub whole: bool,
}

impl MatterWords {
    fn whole(words: &str) -> Self {
        Self { segments: vec![words.to_owned()], whole: true }
    }

    /// The object, and what is done with it; empty if the words do not say.
    pub(super) fn object_and_activity(&self) -> (String, String) {
        match self.segments.split_last() {
            Some((last, object)) if !object.is_empty() && is_activity(last) => (object.join("の"), last.clone()),
            _ => (self.segments.join("の"), String::new()),
        }
    }
}

/// More matters than this from one duty are not told apart: the lists in its words were misread.
const MOST_MATTERS: usize = 64;

/// Joints that set words before a noun to narrow it, the words before them and the noun being one thing: 会計に関する書類.
const NARROWING: [&str; 14] = [
    "に関する",
    "に係る",
    "に対する",
    "における",
    "に基づく",
    "による",
    "に必要な",
    "のための",
    "に伴う",
    "に関連する",
    "についての",
    "への",
    "との",
    "からの",
];

/// The matters that the words of a duty cover. The words are normalised, without brackets and white space.
pub(super) fn matters_in(words: &str) -> Vec<MatterWords> {
    let Some(about) = subject(words) else { return Vec::new() };
    let found = match about.split_once("のうち").map(|(all, part)| (all, part.strip_prefix('、').unwrap_or(part))) {
        // 「施設の管理のうち、会館」: each matter in front, as far as it is the one behind.
        Some((all, part)) if !part.is_empty() => matters_of(all)
            .into_iter()
            .map(|mut matter| {
                matter.segments.push(format!("うち{part}"));
                matter
            })
            .collect(),
        _ => matters_of(&about),
    };
    if found.len() > MOST_MATTERS { vec![MatterWords::whole(&about)] } else { found }
}

/// What a duty is about: its words without what makes them a duty (に関すること), and without a reference to the items before.
fn subject(words: &str) -> Option<String> {
    const ENDINGS: [&str; 12] = [
        "に関する事務",
        "に関する業務",
        "に関すること",
        "に関する事項",
        "に関する事",
        "に関するもの",
        "に係る事務",
        "に係ること",
        "に係る事項",
        "に係る業務",
        "に係るもの",
        "の処理",
    ];
    let words = words.trim_end_matches('。');
    let mut about = without_time_limit(besides_others(words));
    let mut is_about = false;
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| about.strip_suffix(ending)) {
        about = shorter;
        is_about = true;
    }
    if !is_about {
        return by_verb(about);
    }
    // 「甲に係る事務の調整」 is 「甲の調整」.
    let mut about = about.to_owned();
    for joint in ["に係る事務の", "に関する事務の", "に係る業務の"] {
        if about.contains(joint) {
            about = about.replace(joint, "の");
        }
    }
    (!about.is_empty()).then_some(about)
}

/// A duty's words without those that point at others: 「前各号に掲げるもののほか、」, 「第三条各号に掲げる事務のほか、」.
fn besides_others(words: &str) -> &str {
    let points_on = words.starts_with(['前', '第']) || words.starts_with("附則");
    let found = points_on.then(|| ["もののほか、", "事務のほか、"].iter().filter_map(|mark| words.split_once(mark)));
    let rest = found.into_iter().flatten().map(|(_, rest)| rest).max_by_key(|rest| rest.len());
    rest.unwrap_or(words)
}

/// A duty's words without a limit in time in front: 「当分の間、」, 「令和十二年三月三十一日までの間、」.
fn without_time_limit(words: &str) -> &str {
    match words.split_once('、') {
        Some((limit, rest)) if limit.ends_with('間') && !limit.contains(['（', '(']) => rest,
        _ => words,
    }
}

/// 「公印を管理すること」 is 「公印の管理」, 「庁舎の警備を行うこと」 is 「庁舎の警備」.
fn by_verb(words: &str) -> Option<String> {
    let core = words.strip_suffix("こと").or_else(|| words.strip_suffix("事務"))?;
    let (object, verb) = core.rsplit_once('を')?;
    let verb = verb.strip_suffix("行う").or_else(|| verb.strip_suffix("する"))?;
    match verb {
        "" => Some(object.to_owned()),
        verb if is_activity(verb) && !object.contains('を') => Some(format!("{object}の{verb}")),
        _ => None,
    }
}

/// The matters of a phrase of nouns.
fn matters_of(about: &str) -> Vec<MatterWords> {
    // 「文書その他の書類」 is all 書類.
    let about = match about.rsplit_once("その他") {
        Some((examples, kind)) => match kind.strip_prefix('の').filter(|kind| !kind.is_empty()) {
            Some(kind) if !examples.contains('の') => kind,
            _ => return vec![MatterWords::whole(about)],
        },
        None => about,
    };
    let has_verb = about.contains('す') && (about.contains("すること") || about.contains("するもの"));
    if has_verb || about.contains("で、") {
        return vec![MatterWords::whole(about)];
    }
    let (narrowing, rest) = about.split_at(narrowing_end(about));
    let (members, _) = split_list(rest, |_| false);
    if !narrowing.is_empty() {
        let members: Vec<&str> = members.iter().map(|member| &rest[member.clone()]).collect();
        let listed = split_list(narrowing, |_| false).0.len() > 1;
        // Whether the narrowing words reach beyond the first of several nouns is not said.
        if listed
            || (members.len() > 1 && !members.iter().all(|member| is_activity(member)) && !of_one_object(&members))
        {
            return vec![MatterWords::whole(about)];
        }
    }
    let all_activities = members.iter().all(|member| is_activity(&rest[member.clone()]));
    if !narrowing.is_empty() && all_activities {
        // 「施設の整備のための援助及び補助」: both of them.
        let matter = |member: Range<usize>| vec![format!("{narrowing}{}", &rest[member])];
        return members.into_iter().map(|member| MatterWords { segments: matter(member), whole: false }).collect();
    }
    let mut found = Vec::new();
    // Objects waiting for their activity, and those of the last one.
    let (mut waiting, mut last): (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    // What was found before the last member with 「の」, and where that member begins.
    let mut last_member = None;
    let mut unclear = false;
    for range in members {
        let member = &rest[range.clone()];
        let narrowed = format!("{}{member}", if found.is_empty() && waiting.is_empty() { narrowing } else { "" });
        let segments = segments(&narrowed, narrowing.len().min(narrowed.len() - member.len()));
        if segments.iter().any(String::is_empty) {
            return vec![MatterWords::whole(about)];
        }
        match &segments[..] {
            [only] if is_activity(member) && !last.is_empty() => {
                found.extend(last.iter().map(|object| with(object, only)));
            }
            [_] => waiting.push(segments),
            [object @ .., what] => {
                // 「証明書の発行及び発行記録の保存」: the records are those of the 証明書.
                let of_last = match (&last[..], &found[..]) {
                    ([owner], [.., done]) if goes_on_from(object, done, owner) => Some([&owner[..], object].concat()),
                    _ => None,
                };
                // 「甲、職員の人事」: not 甲の人事; 「甲の収受、乙及び丙の管理」: 乙 may stand alone.
                let not_shared = !waiting.is_empty() && (!found.is_empty() || !is_activity(what));
                let relative = !found.is_empty() && of_last.is_none() && is_relative(&object[0]);
                if not_shared || relative {
                    unclear = true;
                    break;
                }
                let object = of_last.unwrap_or_else(|| object.to_vec());
                last_member = Some((found.len(), range.start));
                waiting.push(object);
                last = std::mem::take(&mut waiting);
                found.extend(last.iter().map(|object| with(object, what)));
            }
            [] => {}
        }
    }
    // 「職員の報酬、給与及び手当」: whether all that is of the 職員 is not said. What is certain goes up to that member.
    let rest = last_member.filter(|_| unclear || !waiting.is_empty()).map(|(certain, from)| {
        found.truncate(certain);
        MatterWords::whole(&about[if certain == 0 { 0 } else { narrowing.len() + from }..])
    });
    match rest {
        None if unclear => return vec![MatterWords::whole(about)],
        None => found.extend(waiting),
        Some(_) => {}
    }
    found.into_iter().map(|segments| MatterWords { segments, whole: false }).chain(rest).collect()
}

/// Whether all members but the first are activities, which belong to the object of the first.
fn of_one_object(members: &[&str]) -> bool {
    members[0].contains('の') && members[1..].iter().all(|member| is_activity(member))
}

/// Whether a noun alone does not say what it is of: 利用 in 「甲の管理及び利用の促進」.
pub(super) fn is_relative(noun: &str) -> bool {
    const RELATIVE: [&str; 22] = [
        "そ", "こ", "計画", "方針", "基準", "結果", "成果", "状況", "手続", "体制", "方法", "経費", "費用", "効果",
        "内容", "機会", "実績", "制度", "様式", "事務", "事業", "業務",
    ];
    RELATIVE.contains(&noun) || is_activity(noun)
}

/// Whether an object begins with what was done with the one before (発行 of 証明書, then 発行記録).
fn goes_on_from(object: &[String], done: &[String], owner: &[String]) -> bool {
    let what = done.strip_prefix(owner).and_then(|what| what.first());
    what.is_some_and(|what| object[0] != *what && object[0].starts_with(what.as_str()))
}

fn with(object: &[String], what: &str) -> Vec<String> {
    object.iter().cloned().chain([what.to_owned()]).collect()
}

/// The parts that 「の」 joins, from a place on; what stands before it belongs to the first.
fn segments(words: &str, from: usize) -> Vec<String> {
    let mut parts: Vec<String> = words[from..].split('の').map(str::to_owned).collect();
    parts[0].insert_str(0, &words[..from]);
    parts
}

/// Where the last words end that narrow the noun behind them; 0 if there are none.
fn narrowing_end(about: &str) -> usize {
    // Each joint begins with one of these: the others need not be compared.
    let starts = about.char_indices().rev().filter(|(_, c)| matches!(c, 'に' | 'の' | 'へ' | 'と' | 'か'));
    let joint_at =
        |at: usize| NARROWING.iter().find(|joint| about[at..].starts_with(**joint)).map(|joint| at + joint.len());
    let joint = starts.map(|(at, _)| at).find_map(joint_at).unwrap_or(0);
    // 「機構が保有する情報」, 「住居を失った者」: a verb before a noun.
    let verb = about.rfind(['が', 'を']).and_then(|particle| {
        let ends = ["する", "した", "される", "された", "ている", "った", "いた", "えた", "れた", "ある", "行う"];
        ends.iter().filter_map(|end| about[particle..].find(end).map(|at| particle + at + end.len())).max()
    });
    joint.max(verb.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(words: &str) -> Vec<String> {
        let key = |matter: MatterWords| format!("{}{}", if matter.whole { "=" } else { "" }, matter.segments.join("|"));
        matters_in(words).into_iter().map(key).collect()
    }

    #[test]
    fn objects_and_activities() {
        for (words, expected) in [
            ("広報に関すること。", &["広報"][..]),
            ("公印の管理に関する事務", &["公印|管理"]),
            ("文書の接受、発送及び保存に関すること。", &["文書|接受", "文書|発送", "文書|保存"]),
            ("予算及び決算の調製に関すること。", &["予算|調製", "決算|調製"]),
            (
                "甲橋及び乙橋の設計、建設及び管理に関すること。",
                &["甲橋|設計", "乙橋|設計", "甲橋|建設", "乙橋|建設", "甲橋|管理", "乙橋|管理"],
            ),
            ("職員の人事の基本的方針に関すること。", &["職員|人事|基本的方針"]),
            ("規程及び要綱の制定並びに改廃に関する事", &["規程|制定", "要綱|制定", "規程|改廃", "要綱|改廃"]),
            ("文書の収受及び庁舎の管理に関すること。", &["文書|収受", "庁舎|管理"]),
            ("公印を管理すること。", &["公印|管理"]),
            ("庁舎の警備を行うこと。", &["庁舎|警備"]),
            ("前号に掲げるもののほか、車両の管理に関すること。", &["車両|管理"]),
            ("施設の管理のうち、会館に関すること。", &["施設|管理|うち会館"]),
            ("協議会に係る事務の総合調整に関すること。", &["協議会|総合調整"]),
            ("文書その他の書類の保管に関すること。", &["書類|保管"]),
            ("許可証の交付及び交付台帳の保管に関すること。", &["許可証|交付", "許可証|交付台帳|保管"]),
        ] {
            assert_eq!(keys(words), expected, "{words}");
        }
    }

    #[test]
    fn words_that_narrow_a_noun() {
        assert_eq!(keys("会計に関する書類の整備保管に関すること。"), ["会計に関する書類|整備保管"]);
        assert_eq!(
            keys("西支所に係る文書の発送及び保存に関すること。"),
            ["西支所に係る文書|発送", "西支所に係る文書|保存"]
        );
        assert_eq!(keys("機構が保有する情報の公開に関すること。"), ["機構が保有する情報|公開"]);
        assert_eq!(
            keys("施設の整備に係る援助及び補助に関すること。"),
            ["施設の整備に係る援助", "施設の整備に係る補助"]
        );
    }

    #[test]
    fn what_is_not_certain_stays_whole() {
        for words in [
            "文書の審査及び会計に関する書類の保管に関すること。",
            "防災に関する計画及び訓練用品の整備に関すること。",
            "衛生その他健康に関すること。",
            "役員の報酬、給与及び手当に関すること。",
            "文書の収受、電話交換及び庁舎の管理に関すること。",
            "会計、職員の人事及び補充に関すること。",
            "広場の管理及び利用の促進に関すること。",
            "広場の管理及び計画の作成に関すること。",
        ] {
            assert!(keys(words).iter().all(|key| key.starts_with('=')), "{words}: {:?}", keys(words));
        }
        assert_eq!(keys("公印の管理並びに役員の報酬及び給与に関すること。"), ["公印|管理", "=役員の報酬及び給与"]);
        assert_eq!(keys("部の事務"), [""; 0]);
    }
}
