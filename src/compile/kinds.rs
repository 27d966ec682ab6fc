//! Kinds of unit by the word that a name ends in, and what the title of a post looks like.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word ending says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameClass {
    /// An organisational unit.
    Unit,
    /// A council.
    Council,
    /// A post.
    Post,
}

/// Kind words of units with their rank, a smaller number standing higher. `None`: the word alone does not tell the rank (a
/// センター may be a bureau or a playground), so nothing is nested by it unless the text or the supplement ranks it.
const KINDS: [(&str, Option<u32>); 60] = [
    ("省", Some(0)),
    ("府", Some(0)),
    ("庁", Some(0)),
    ("院", None),
    ("機構", Some(0)),
    ("法人", Some(0)),
    ("事務総局", Some(5)),
    ("総局", Some(10)),
    ("官房", Some(10)),
    ("事務局", Some(10)),
    ("局", Some(10)),
    ("監部", Some(10)),
    ("本部", Some(20)),
    ("部", Some(30)),
    ("課", Some(40)),
    ("係", Some(50)),
    ("班", Some(50)),
    ("センター", None),
    ("室", None),
    ("所", None),
    ("館", None),
    ("場", None),
    ("園", None),
    ("校", None),
    ("学校", None),
    ("大学校", None),
    ("研究所", None),
    ("事務所", None),
    ("出張所", None),
    ("支所", None),
    ("支部", None),
    ("支局", None),
    ("分室", None),
    ("分所", None),
    ("分校", None),
    ("病院", None),
    ("診療所", None),
    ("図書館", None),
    ("公民館", None),
    ("保育園", None),
    ("保育所", None),
    ("幼稚園", None),
    ("消防署", None),
    ("署", None),
    ("隊", None),
    ("団", None),
    ("科", None),
    ("グループ", None),
    ("チーム", None),
    ("ユニット", None),
    ("担当", None),
    ("総括班", None),
    ("領域", None),
    ("部門", None),
    ("分野", None),
    ("群", None),
    ("検査場", None),
    ("税関", None),
    ("本省", Some(0)),
    ("本庁", Some(0)),
];

/// The rank down to which a body has one unit of a kind (官房) that is called by the kind alone.
const SINGLE_RANK: u32 = 10;

/// Words that councils end in.
const COUNCILS: [&str; 13] = [
    "会議",
    "委員会",
    "審議会",
    "協議会",
    "審査会",
    "調査会",
    "部会",
    "懇談会",
    "懇話会",
    "理事会",
    "評議会",
    "連絡会",
    "検討会",
];

/// Words that titles of posts end in.
const POSTS: [&str; 46] = [
    "長",
    "官",
    "監",
    "役",
    "主幹",
    "主査",
    "主事",
    "主任",
    "参事",
    "参与",
    "理事",
    "監事",
    "幹事",
    "補佐",
    "専門員",
    "調査員",
    "職員",
    "員",
    "マネージャ",
    "マネージャー",
    "リーダー",
    "管理者",
    "責任者",
    "技師",
    "技監",
    "技査",
    "書記",
    "顧問",
    "次長",
    "代理",
    "副",
    "教授",
    "教官",
    "医師",
    "保健師",
    "主計",
    "総括",
    "主席",
    "専門官",
    "監督",
    "司書",
    "主管",
    "職",
    "会計",
    "大臣",
    "知事",
];

/// All these words by the letter that they end in: a name is compared with those few only.
static ENDINGS: LazyLock<FxHashMap<char, Vec<(&str, NameClass)>>> = LazyLock::new(|| {
    let units = KINDS.iter().map(|(word, _)| (*word, NameClass::Unit));
    let councils = COUNCILS.iter().map(|word| (*word, NameClass::Council));
    let posts = POSTS.iter().map(|word| (*word, NameClass::Post));
    let mut endings: FxHashMap<char, Vec<(&str, NameClass)>> = FxHashMap::default();
    for (word, class) in units.chain(councils).chain(posts) {
        endings.entry(word.chars().next_back().expect("no word is empty")).or_default().push((word, class));
    }
    endings
});

/// The kind words of a document: the general ones and those that its supplement adds or ranks anew.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kinds {
    own: BTreeMap<String, u32>,
}

impl Kinds {
    pub(crate) fn new(own: BTreeMap<String, u32>) -> Self {
        Self { own }
    }

    /// The kind of a unit by its name: the longest kind word that the name ends in.
    pub(crate) fn kind_of<'n>(&self, name: &'n str) -> Option<&'n str> {
        let endings = ENDINGS.get(&name.chars().next_back()?).map_or(&[][..], Vec::as_slice);
        let general = endings.iter().filter(|(_, class)| *class != NameClass::Post).map(|(word, _)| *word);
        let longest =
            general.chain(self.own.keys().map(String::as_str)).filter(|word| name.ends_with(word)).map(str::len).max();
        longest.map(|length| &name[name.len() - length..])
    }

    /// The rank of a kind word, a smaller number standing higher.
    pub(crate) fn rank_of(&self, kind: &str) -> Option<u32> {
        let general = || KINDS.iter().find(|(word, _)| *word == kind).and_then(|(_, rank)| *rank);
        self.own.get(kind).copied().or_else(general)
    }

    /// Whether a word is nothing but a kind word: 部, センター.
    pub(crate) fn is_kind(&self, word: &str) -> bool {
        KINDS.iter().any(|(kind, _)| *kind == word) || self.own.contains_key(word)
    }

    /// Whether a kind word is at the same time the name of the only one that a body has: 官房, 事務局.
    pub(crate) fn is_kind_of_one(&self, word: &str) -> bool {
        self.is_kind(word)
            && word.chars().count() > 1
            && self.rank_of(word).is_some_and(|rank| 0 < rank && rank <= SINGLE_RANK)
    }

    /// What a name is by its ending: a longer known ending counts more (課長 is a post, 参事官室 a unit).
    pub(crate) fn class_of(&self, name: &str) -> Option<NameClass> {
        // No name holds a space or begins with a digit: that is a number that lost its place.
        if name.contains(' ') || name.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        // 局 alone is a kind word; 官房 or 事務局 alone is also the name of the only one there is.
        let names = |word: &str| name.ends_with(word) && (name.len() > word.len() || word.chars().count() > 1);
        let mut unit = self.own.keys().filter(|word| names(word)).map(String::len).max().unwrap_or(0);
        let (mut council, mut post) = (0, 0);
        let last = name.chars().next_back()?;
        for (word, class) in ENDINGS.get(&last).map_or(&[][..], Vec::as_slice) {
            let (longest, ends) = match class {
                NameClass::Unit => (&mut unit, names(word)),
                NameClass::Council => (&mut council, names(word)),
                NameClass::Post => (&mut post, name.ends_with(word)),
            };
            if ends {
                *longest = word.len().max(*longest);
            }
        }
        match unit.max(council).max(post) {
            0 => None,
            length if length == post && post > unit => Some(NameClass::Post),
            length if length == council && council > unit => Some(NameClass::Council),
            _ => Some(NameClass::Unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_their_endings() {
        let kinds = Kinds::new(BTreeMap::from([("ラボ".to_owned(), 40)]));
        assert_eq!(kinds.kind_of("運用管理本部"), Some("本部"));
        assert_eq!(kinds.kind_of("住民税務課"), Some("課"));
        assert_eq!(kinds.kind_of("未来ラボ"), Some("ラボ"));
        assert_eq!(kinds.rank_of("ラボ"), Some(40));
        assert_eq!(kinds.rank_of("センター"), None);
        for (name, class) in [
            ("総務課", Some(NameClass::Unit)),
            ("総務課長", Some(NameClass::Post)),
            ("参事官室", Some(NameClass::Unit)),
            ("経営会議", Some(NameClass::Council)),
            ("課長補佐", Some(NameClass::Post)),
            ("次長", Some(NameClass::Post)),
            ("公印", None),
        ] {
            assert_eq!(kinds.class_of(name), class, "{name}");
        }
    }
}
