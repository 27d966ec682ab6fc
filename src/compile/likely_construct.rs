//! What a sentence that was not understood probably says, judged by its general words: so that the rule to write next is
//! obvious. A guess for people who improve the compiler; no fact ever rests on it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kinds::{Kinds, NameClass};
use super::outline::{Outline, SentenceKind};

/// What a sentence that was not understood probably says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LikelyConstruct {
    /// Units or posts are created: 置く, 設ける.
    Establishment,
    /// How many posts there are: 定数, …人とする.
    NumberOfPosts,
    /// What a post does: つかさどる, 助ける, 整理する.
    RoleOfPost,
    /// A list of duties or an item of one: 次に掲げる事務, …に関すること.
    DutyList,
    /// A unit's duties in one sentence: …に関する事務をつかさどる.
    DutyInWords,
    /// Another rule is narrowed or set aside: ただし, にかかわらず, にあっては, を除く.
    Exception,
    /// Who acts in whose place: 事故, 欠けた, 不在, 代理, 代決.
    Substitution,
    /// Who may decide in whose name: 専決, 委任.
    Delegation,
    /// Who commands whom: 命を受け, 指揮監督する.
    Command,
    /// What a council does and how: 調査審議, 招集, 議長.
    Council,
    /// A post held by the holder of another: をもって充てる, 兼ねる.
    ExOfficio,
    /// Who is appointed, by whom, for how long: 任命する, 指名する, 任期.
    Appointment,
    /// What a word means: をいう, という.
    Definition,
    /// Where a unit is and for which area: 位置, 管轄区域.
    Location,
    /// Other rules are applied here: 準用する, 読み替える.
    ReadingAcross,
    /// Somebody may do something: することができる.
    Power,
    /// Somebody has to do something: しなければならない.
    Obligation,
    /// A row of a table.
    TableRow,
    /// A name or words without a verb in a list or on a line of their own.
    ListedWords,
    /// A piece of a sentence that was torn apart: it begins in the middle.
    Fragment,
    /// Nothing of all this.
    Other,
}

impl LikelyConstruct {
    /// The guess for a sentence of which nothing but the words is known.
    pub fn of_words(words: &str) -> Self {
        of_statement(words.trim(), &Kinds::default()).unwrap_or(Self::Other)
    }
}

/// The guess for a sentence of a regulation.
pub(crate) fn of_sentence(outline: &Outline<'_>, kinds: &Kinds, index: usize) -> LikelyConstruct {
    let sentence = &outline.sentences[index];
    if sentence.kind == SentenceKind::Row {
        return LikelyConstruct::TableRow;
    }
    let words = sentence.bare.normal().trim();
    let statement = of_statement(words, kinds);
    if sentence.kind == SentenceKind::Lead {
        return statement.unwrap_or(LikelyConstruct::Other);
    }
    if statement == Some(LikelyConstruct::Fragment) || is_duty(words) {
        return statement.filter(|found| *found == LikelyConstruct::Fragment).unwrap_or(LikelyConstruct::DutyList);
    }
    // A name in a list is what the sentence above the list says of it.
    let has_verb = words.ends_with('。') && statement.is_some();
    let above = sentence.chapeau.map(|chapeau| outline.sentences[chapeau].bare.normal().trim());
    let listed = || above.and_then(|words| of_statement(words, kinds)).filter(|found| is_of_lists(*found));
    statement.filter(|_| has_verb).or_else(listed).unwrap_or(LikelyConstruct::ListedWords)
}

/// Whether a construct goes on in the list below its sentence, so that what is listed is of the same sort.
fn is_of_lists(construct: LikelyConstruct) -> bool {
    use LikelyConstruct::{
        Appointment, Council, Delegation, Establishment, ExOfficio, Location, NumberOfPosts, Substitution,
    };
    matches!(
        construct,
        Establishment | NumberOfPosts | Substitution | Delegation | ExOfficio | Appointment | Location | Council
    )
}

/// Whether an item names a duty.
fn is_duty(words: &str) -> bool {
    ends_with_any(words, &["こと", "事務", "事項", "属しないもの", "属さないもの"])
}

/// Beginnings that no sentence has: it was torn from what stands in front of it.
const TORN: [&str; 20] = [
    "の規定",
    "に規定",
    "に掲げる",
    "に関する",
    "に係る",
    "に基づ",
    "による",
    "により",
    "について",
    "における",
    "を除く",
    "及び",
    "並びに",
    "又は",
    "若しくは",
    "、",
    ")",
    "）",
    "」",
    "。",
];

/// Words by which one construct is told: it is meant if one of the first words is there and, unless the list is empty, one
/// of the second, and the ending is one of the third.
struct Sign {
    construct: LikelyConstruct,
    any: &'static [&'static str],
    also: &'static [&'static str],
    ending: &'static [&'static str],
}

/// A sign by words anywhere in the sentence.
const fn anywhere(construct: LikelyConstruct, any: &'static [&'static str]) -> Sign {
    Sign { construct, any, also: &[], ending: &[] }
}

/// A sign by the ending of the sentence.
const fn at_end(construct: LikelyConstruct, ending: &'static [&'static str]) -> Sign {
    Sign { construct, any: &[], also: &[], ending }
}

/// Signs in the order in which they are tried: what changes another rule first, then what has words of its own, the verbs
/// that many constructs share last.
const EARLY_SIGNS: [Sign; 18] = [
    anywhere(LikelyConstruct::ReadingAcross, &["準用する", "読み替え", "読替え", "読みかえ", "の例による"]),
    at_end(LikelyConstruct::Definition, &["をいう", "という", "と称する", "と総称する"]),
    Sign {
        construct: LikelyConstruct::Substitution,
        any: &["事故", "欠けた", "欠ける", "不在"],
        also: &["代理", "代行", "代決", "職務を行", "代わ", "順序", "順位", "順次"],
        ending: &[],
    },
    at_end(LikelyConstruct::Substitution, &["代理する", "代決する", "代決することができる", "代行する"]),
    anywhere(LikelyConstruct::Delegation, &["専決", "委任", "決裁"]),
    anywhere(LikelyConstruct::Exception, &["かかわらず", "この限りでない"]),
    anywhere(
        LikelyConstruct::ExOfficio,
        &["もって充て", "もつて充て", "充てるものとする", "兼ねる", "兼務", "兼任", "併任"],
    ),
    at_end(LikelyConstruct::ExOfficio, &["充てる"]),
    anywhere(LikelyConstruct::NumberOfPosts, &["定数は", "定員は", "の数は", "る数は"]),
    at_end(LikelyConstruct::NumberOfPosts, &["人とする", "名とする", "人以内とする", "名以内とする"]),
    Sign {
        construct: LikelyConstruct::Location,
        any: &["位置", "所在地", "管轄区域", "担当区域", "管轄する区域"],
        also: &[],
        ending: &["とする", "よる", "定める", "おりである"],
    },
    Sign {
        construct: LikelyConstruct::Council,
        any: &[
            "会議",
            "委員",
            "審議会",
            "審査会",
            "協議会",
            "部会",
            "会長",
            "議長",
            "議事",
            "理事会",
            "教授会",
            "評議",
        ],
        also: &[
            "招集",
            "主宰",
            "調査審議",
            "建議",
            "議決",
            "出席",
            "諮問",
            "議事",
            "組織する",
            "構成する",
            "審議",
            "助言",
            "決する",
        ],
        ending: &[],
    },
    at_end(
        LikelyConstruct::Establishment,
        &[
            "置く",
            "おく",
            "設ける",
            "設置する",
            "置くことができる",
            "おくことができる",
            "設けることができる",
            "設置することができる",
            "置かない",
            "置くものとする",
            "組織は、次のとおりとする",
        ],
    ),
    anywhere(LikelyConstruct::Appointment, &["任期", "任命", "委嘱", "指名する者", "選任"]),
    at_end(LikelyConstruct::Appointment, &["命ずる", "命じる", "指名する"]),
    Sign {
        construct: LikelyConstruct::DutyList,
        any: &[
            "次に掲げる事務",
            "次の事務",
            "各号に掲げる事務",
            "次に掲げる事項",
            "所掌事務は",
            "事務分掌は",
            "分掌事務は",
        ],
        also: &[],
        ending: &[],
    },
    at_end(LikelyConstruct::DutyList, &["に関すること"]),
    anywhere(LikelyConstruct::Exception, &["にあっては", "にあつては"]),
];

/// The signs of what is left when neither a post nor a unit is said to do something.
const LATE_SIGNS: [Sign; 8] = [
    Sign {
        construct: LikelyConstruct::RoleOfPost,
        any: &["命を受け"],
        also: &["行う", "従事", "処理", "参画", "つかさどる"],
        ending: &[],
    },
    anywhere(LikelyConstruct::Command, &["命を受け", "指揮監督", "指揮を受け", "指揮する", "監督する", "監督を受け"]),
    anywhere(LikelyConstruct::RoleOfPost, &["を助け", "補佐", "掌理", "統括", "整理する", "総括する"]),
    at_end(LikelyConstruct::Exception, &["を除く", "を除くものとする", "に限る"]),
    anywhere(LikelyConstruct::Location, &["を管轄する", "管轄区域とする"]),
    at_end(LikelyConstruct::Power, &["できる"]),
    at_end(LikelyConstruct::Obligation, &["なければならない", "ものとする", "してはならない", "よう努める"]),
    anywhere(LikelyConstruct::Location, &["位置", "管轄区域"]),
];

/// What a post is said to do.
const ROLES: [&str; 18] = [
    "つかさどる",
    "つかさどり",
    "掌理",
    "統括",
    "総括",
    "統理",
    "整理",
    "助け",
    "補佐",
    "参画",
    "処理する",
    "従事",
    "担任",
    "分掌",
    "指揮監督",
    "担当する",
    "行う",
    "管理する",
];

/// What a unit is said to do.
const DUTIES: [&str; 10] = [
    "つかさどる",
    "分掌する",
    "所掌する",
    "担当する",
    "担任する",
    "処理する",
    "行う",
    "分担する",
    "取り扱う",
    "実施する",
];

/// The guess for words that make a sentence; nothing if they show no sign.
fn of_statement(words: &str, kinds: &Kinds) -> Option<LikelyConstruct> {
    if TORN.iter().any(|beginning| words.starts_with(beginning)) {
        return Some(LikelyConstruct::Fragment);
    }
    if words.starts_with("ただし") {
        return Some(LikelyConstruct::Exception);
    }
    let text = words.trim_end_matches('。');
    let shows = |sign: &&Sign| {
        let has = |words: &[&str]| words.is_empty() || words.iter().any(|word| text.contains(word));
        has(sign.any) && has(sign.also) && (sign.ending.is_empty() || ends_with_any(text, sign.ending))
    };
    let found = EARLY_SIGNS.iter().find(shows).map(|sign| sign.construct);
    found.or_else(|| of_actor(text, kinds)).or_else(|| LATE_SIGNS.iter().find(shows).map(|sign| sign.construct))
}

/// The guess for a sentence that says what a post or a unit does.
fn of_actor(text: &str, kinds: &Kinds) -> Option<LikelyConstruct> {
    let (subject, action) = text.split_once('は')?;
    let name = subject.rsplit(['、', ' ']).next().unwrap_or(subject);
    let name = name.strip_suffix("において").unwrap_or(name);
    let does = |verbs: &[&str]| verbs.iter().any(|verb| action.contains(verb));
    match kinds.class_of(name) {
        Some(NameClass::Post) => does(&ROLES).then_some(LikelyConstruct::RoleOfPost),
        // A council that does a unit's work is a unit here.
        Some(NameClass::Unit | NameClass::Council) => does(&DUTIES).then_some(LikelyConstruct::DutyInWords),
        None => ends_with_any(action, &["つかさどる", "分掌する"]).then_some(LikelyConstruct::DutyInWords),
    }
}

/// Whether a text without its full stop ends with one of the endings.
fn ends_with_any(text: &str, endings: &[&str]) -> bool {
    let text = text.trim_end_matches('。');
    endings.iter().any(|ending| text.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Supplement, compile};
    use crate::regulation::read_text;

    #[test]
    fn one_sentence_of_each_construct() {
        use LikelyConstruct::*;
        let cases = [
            ("甲部に、臨時に乙担当を設ける。", Establishment),
            ("主幹の定数は、部長が定める。", NumberOfPosts),
            ("調整官は、三人以内とする。", NumberOfPosts),
            ("調整官は、命を受けて、重要事項の企画に参画する。", RoleOfPost),
            ("相談員は、命を受けて、調査を行う。", RoleOfPost),
            ("甲課においては、庁舎の管理を行う。", DutyInWords),
            ("甲課は、次に掲げる事務をつかさどる。", DutyList),
            ("文書の発送に関すること。", DutyList),
            ("甲課は、庁舎の管理に関する事務をつかさどる。", DutyInWords),
            ("ただし、休日は、この限りでない。", Exception),
            ("前項の規定にかかわらず、甲課は、庁舎の管理をつかさどる。", Exception),
            ("支所にあっては、支所長が行う。", Exception),
            ("局長に事故があるときは、あらかじめ定める順序による。", Substitution),
            ("緊急の場合は、係長が代決する。", Substitution),
            ("部長は、軽易な事項を専決する。", Delegation),
            ("局長は、その権限の一部を委任することができる。", Delegation),
            ("調整官は、上司の指揮を受けるほか、所員を監督する。", Command),
            ("審議会は、部長の諮問に応じて調査審議する。", Council),
            ("会長は、委員会を招集する。", Council),
            ("室長は、参事官をもって充てる。", ExOfficio),
            ("相談役の任期は二年。", Appointment),
            ("この規則において部局とは、次のものをいう。", Definition),
            ("支所の管轄区域は、別に告示で定める。", Location),
            ("東の支所は、東の区域を管轄するものとする。", Location),
            ("前条の規定は、支所について準用する。", ReadingAcross),
            ("所長は、資料の提出を求めることができる。", Power),
            ("職員は、日誌を付けなければならない。", Obligation),
            ("の規定による届出に関すること。", Fragment),
            ("）の推進に関すること。", Fragment),
            ("経費は、会費による。", Other),
        ];
        for (words, expected) in cases {
            assert_eq!(LikelyConstruct::of_words(words), expected, "{words}");
        }
    }

    #[test]
    fn the_place_of_a_sentence_counts() {
        let text = "甲市組織規則\n\n第1条 甲市に総務部を置く。\n\
            第2条 この規則で使う帳票の様式は、次のとおりとする。\n(1) 日誌\n(2) 台帳の整理に関すること。\n\
            第3条 検査の順は、次の表のとおりとする。\n| 回 | 検査 |\n| --- | --- |\n| 一 | 春の検査 |\n";
        let coverage = compile(&read_text(text.to_owned()).0, &Supplement::default()).coverage;
        let of = |words: &str| {
            let sentence = coverage.sentences.iter().find(|sentence| sentence.text.contains(words)).unwrap();
            sentence.likely_construct
        };
        assert_eq!(of("総務部を置く"), None, "what is compiled needs no guess");
        assert_eq!(of("日誌"), Some(LikelyConstruct::ListedWords));
        assert_eq!(of("台帳の整理に関すること"), Some(LikelyConstruct::DutyList));
        assert_eq!(of("春の検査"), Some(LikelyConstruct::TableRow));
    }

    #[test]
    fn names_are_in_snake_case() {
        let name = |construct| serde_json::to_value(construct).unwrap();
        assert_eq!(name(LikelyConstruct::DutyInWords), "duty_in_words");
        assert_eq!(name(LikelyConstruct::ExOfficio), "ex_officio");
    }
}
