//! What the form of a word tells: a unit, a kind of unit, a title, staff, a matter, an occasion.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::kinds::{COUNCILS, KINDS, NO_UNITS};
use super::nouns::{CRITERIA, GENERIC_MATTERS, MATTERS, OCCASIONS};
use super::titles::{STAFF, TITLES};

/// What a run of content is, told by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordClass {
    /// 課, 委員会: a kind alone.
    Kind,
    /// 総務課: a stem and a kind; where the kind starts.
    Unit { kind: usize },
    /// 課長, 総務課長, 主幹: where the title proper starts (総務課|長), 0 where it is all of the word (主幹).
    Title { title: usize },
    /// 職員 …
    Staff,
    /// 事務, こと …
    Matter,
    /// とき …
    Occasion,
    /// None of these.
    Other,
}

struct Words {
    kinds: FxHashSet<&'static str>,
    councils: FxHashSet<&'static str>,
    titles: FxHashSet<&'static str>,
    closed: FxHashMap<&'static str, WordClass>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut closed = FxHashMap::default();
    for (list, class) in [
        (KINDS, WordClass::Kind),
        (COUNCILS, WordClass::Kind),
        (NO_UNITS, WordClass::Other),
        (OCCASIONS, WordClass::Occasion),
        (MATTERS, WordClass::Matter),
        (STAFF, WordClass::Staff),
    ] {
        for word in list.split_whitespace() {
            closed.insert(word, class);
        }
    }
    for kind in [
        "課", "係", "部", "局", "室", "班", "科", "所", "支所", "区", "会", "団", "担当", "組合", "法人", "施設",
        "組織", "領域", "分野", "区分", "市", "町", "村", "県", "府", "都", "道", "機関", "部門", "群", "隊", "会館",
        "港", "空港", "財団", "銀行", "艦", "宮",
    ] {
        closed.insert(kind, WordClass::Kind);
    }
    Words {
        kinds: KINDS.split_whitespace().collect(),
        councils: COUNCILS.split_whitespace().collect(),
        titles: TITLES.split_whitespace().collect(),
        closed,
    }
});

/// Runs that end like a title and are none.
const NO_TITLES: &[&str] = &[
    "代理者",
    "代決者",
    "代行者",
    "決裁権者",
    "専決権者",
    "申請者",
    "被代理者",
    "命令権者",
    "任命権者",
    "成長",
    "延長",
    "身長",
    "全長",
    "特長",
    "助長",
    "増長",
    "有権者",
    "事業者",
    "保護者",
    "利用者",
    "使用者",
    "従業員",
    "定員",
    "動員",
    "満員",
    "欠員",
    "全員",
    "人員",
    "要員",
    "消費者",
    "高齢者",
    "障害者",
    "患者",
    "教官",
    "器官",
    "半官",
    "役",
    "管理",
    "候補",
    "使役",
    "荷役",
    "現役",
    "服役",
    "賦役",
    "高官",
    "仲介人",
    "代表者",
    "参加者",
    "出席者",
    "関係者",
    "第三者",
    "責任",
    "当事者",
];

/// Characters that titles of posts end in, whatever stands in front (§3.4 (5)).
const TITLE_ENDS: [char; 7] = ['長', '官', '監', '員', '役', '士', '師'];

/// What a run of content is.
pub(crate) fn classify(word: &str) -> WordClass {
    let words = &*WORDS;
    if let Some(class) = words.closed.get(word) {
        return *class;
    }
    if NO_TITLES.contains(&word) {
        return WordClass::Other;
    }
    let suffixes = || word.char_indices().map(|(at, _)| at).skip(usize::from(word.chars().count() > 14));
    // 部長付, 課長待遇.
    if let Some(title) = ["付", "待遇"].iter().find_map(|end| word.strip_suffix(end))
        && matches!(classify(title), WordClass::Title { .. })
        && !words.titles.contains(title)
    {
        return WordClass::Title { title: unit_of_title(title) };
    }
    let known = words.titles.contains(word) || suffixes().any(|at| words.titles.contains(&word[at..]));
    if known || word.ends_with(TITLE_ENDS) {
        return WordClass::Title { title: unit_of_title(word) };
    }
    if let Some(kind) =
        suffixes().find(|at| words.kinds.contains(&word[*at..]) || words.councils.contains(&word[*at..]))
    {
        return match kind {
            0 => WordClass::Kind,
            _ => WordClass::Unit { kind },
        };
    }
    if word.ends_with("事務") || word.ends_with("業務") || word.ends_with("事項") {
        return WordClass::Matter;
    }
    WordClass::Other
}

/// Where in a title the name or kind of a unit ends that it is made of: 総務課|長, 課|長補佐, 総務部|次長; 0 if there is none.
fn unit_of_title(word: &str) -> usize {
    let words = &*WORDS;
    let ends = word.char_indices().map(|(at, _)| at).skip(1).collect::<Vec<_>>();
    let is_unit = |at: usize| {
        let front = &word[..at];
        front
            .char_indices()
            .any(|(from, _)| words.kinds.contains(&front[from..]) || words.councils.contains(&front[from..]))
    };
    let leads = |at: &usize| word[*at..].starts_with('長') || words.titles.contains(&word[*at..]);
    ends.into_iter().filter(leads).find(|at| is_unit(*at)).unwrap_or(0)
}

/// Words in front of 者, 職員 or a title that make a criterion of it and no post: 主務の, 上席の.
pub(crate) fn is_criterion(word: &str) -> bool {
    CRITERIA.split_whitespace().any(|known| known == word)
}

/// The noun at the end of a work that may say only whose work it is: 課の|事務.
pub(crate) fn generic_matter(word: &str) -> Option<&'static str> {
    GENERIC_MATTERS.split_whitespace().find(|matter| word.ends_with(matter))
}

/// How high a kind of unit stands where only the kinds of lines tell (`reading.md` §3.5): a smaller number is higher. `None`: the
/// kind does not tell.
pub(crate) fn rank(kind: &str) -> Option<u32> {
    const RANKS: [&[&str]; 4] = [
        &["官房", "局", "事務局", "総局", "本部"],
        &["部", "センター", "診療部"],
        &["課", "室", "所", "科"],
        &["係", "班", "グループ", "担当", "病棟", "チーム"],
    ];
    let of = |kind: &str| RANKS.iter().position(|kinds| kinds.contains(&kind)).map(|rank| rank as u32);
    // 薬剤部 is a 部.
    of(kind).or_else(|| kind.char_indices().next_back().and_then(|(last, _)| of(&kind[last..])))
}
