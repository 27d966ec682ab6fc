//! What the columns of a table hold, by their titles.

use crate::compile::kinds::{Kinds, NameClass};
use crate::regulation::parse_number;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    /// Names of units; the kind words of the title (部, 課 …), none for 組織, 名称.
    Unit(Vec<String>),
    /// Titles of posts.
    Post,
    /// What posts do (職務).
    Tasks,
    /// Duties of units or posts (分掌事務).
    Duties,
    /// Numbers of seats (定数).
    Seats,
    /// Under whose command posts are (上司).
    Superior,
    /// Who is replaced (被代理者).
    Principal,
    /// Who acts in this order (第1順位).
    Substitute(u32),
    /// Where units are and for which area.
    Location,
    /// Numbers of the rows.
    Number,
    /// Remarks, which may change what the other cells say.
    Remarks,
}

const DUTIES: &[&str] = &[
    "事務",
    "分掌事務",
    "事務分掌",
    "所掌事務",
    "所管事務",
    "主管事務",
    "担任事務",
    "分担事務",
    "担当事務",
    "分掌する事務",
    "所掌する事務",
    "所掌事項",
    "分掌事項",
    "事務分掌事項",
    "所管事項",
    "主管事項",
    "事務の内容",
    "事務内容",
    "業務内容",
];
const UNITS: &[&str] =
    &["組織", "組織名", "組織の名称", "部署", "部署名", "所属", "所属名", "名称", "部局", "部課", "部課名", "機関名"];
const POSTS: &[&str] = &["職", "職名", "職の名称", "役職", "役職名", "職位", "置く職", "職員の職"];
const TASKS: &[&str] = &["職務", "職務内容", "職務の内容", "任務", "職責"];
const SEATS: &[&str] = &["定数", "定員", "人数", "人員", "員数"];
const SUPERIORS: &[&str] = &["上司", "直属の上司", "直近の上司", "直属上司", "直近上司"];
const PRINCIPALS: &[&str] = &[
    "被代理者",
    "代理される者",
    "代理される職",
    "職務を代理される者",
    "事故のある者",
    "不在の者",
    "決裁者",
    "決裁権者",
];
const SUBSTITUTES: &[&str] = &[
    "代理者",
    "職務代理者",
    "代理する者",
    "代理する職",
    "職務を代理する者",
    "職務を代理する職",
    "代決者",
    "代決する者",
    "代行者",
];
const LOCATIONS: &[&str] =
    &["位置", "所在地", "管轄区域", "所管区域", "担当区域", "区域", "設置場所", "場所", "電話番号"];
/// What the title of an area ends in: 洪水警戒区域, 開発航路.
const AREAS: &[&str] = &["区域", "海域", "水域", "海面", "航路"];

impl Column {
    /// What a column of this title holds; `None` if the title does not say so for certain.
    pub(crate) fn titled(title: &str, kinds: &Kinds) -> Option<Self> {
        let title: String = title.chars().filter(|c| !c.is_whitespace()).collect();
        let title = title.as_str();
        let is = |words: &[&str]| words.contains(&title);
        Some(if is(DUTIES) {
            Self::Duties
        } else if is(POSTS) || put_there(title, kinds) {
            Self::Post
        } else if is(TASKS) {
            Self::Tasks
        } else if is(SEATS) {
            Self::Seats
        } else if is(SUPERIORS) {
            Self::Superior
        } else if is(PRINCIPALS) {
            Self::Principal
        } else if let Some(order) = order_of(title) {
            Self::Substitute(order)
        } else if is(LOCATIONS) || AREAS.iter().any(|area| title.ends_with(area)) {
            Self::Location
        } else if is(&["番号", "No", "No.", "項番", "項", "号"]) {
            Self::Number
        } else if is(&["備考", "摘要"]) {
            Self::Remarks
        } else if is(UNITS) {
            Self::Unit(Vec::new())
        } else {
            Self::Unit(kinds_in(title, kinds)?)
        })
    }

    /// What a column of this title holds by the names in it: 支所 over 甲支所 and 乙支所, 所属支所 likewise.
    pub(crate) fn named<'t>(title: &str, cells: impl Iterator<Item = &'t str>, kinds: &Kinds) -> Option<Self> {
        let title: String = title.chars().filter(|c| !c.is_whitespace()).collect();
        let word = belongs_to(&title).unwrap_or(&title);
        if kinds.class_of(word) != Some(NameClass::Unit) || word.chars().count() < 2 {
            return None;
        }
        // What is no name of a unit has slipped into the column from beside it: see `slipped`.
        let mut fits = false;
        for cell in cells {
            if cell.len() > word.len() && cell.ends_with(word) {
                fits = true;
            } else if kinds.class_of(cell) == Some(NameClass::Unit) {
                return None;
            }
        }
        fits.then(|| Self::Unit(vec![kinds.kind_of(word).unwrap_or_default().to_owned()]))
    }

    /// Whether a cell of the column may go on below: an empty one means what stands above it.
    pub(crate) fn is_key(&self) -> bool {
        matches!(self, Self::Unit(_) | Self::Post | Self::Principal)
    }
}

/// 支所 of 所属支所: where the units of the other columns belong.
pub(super) fn belongs_to(title: &str) -> Option<&str> {
    title.strip_prefix("所属").filter(|word| !word.is_empty() && *word != "名")
}

/// 「支所に置く官」, 「課に置く職」: the posts of the units beside.
fn put_there(title: &str, kinds: &Kinds) -> bool {
    let put = ["に置く", "に置かれる"].iter().find_map(|mark| title.split_once(mark));
    put.is_some_and(|(place, what)| {
        kinds.class_of(place) == Some(NameClass::Unit) && ["官", "職", "職員の職"].contains(&what)
    })
}

/// The kind words of 課, 課名, 課の名称, 課等, 課及び係, 部・課, 局部課.
pub(super) fn kinds_in(title: &str, kinds: &Kinds) -> Option<Vec<String>> {
    let words = ["の名称", "名"].iter().find_map(|tail| title.strip_suffix(tail)).unwrap_or(title);
    let words = words.trim_end_matches('等');
    let mut found = Vec::new();
    let separated = words.replace("及び", "・").replace("並びに", "・").replace("又は", "・");
    for part in separated.split(['・', '、', '/', ',']) {
        if kinds.is_kind(part) {
            found.push(part.to_owned());
            continue;
        }
        // 部課, 課室: kind words of one character each.
        let each: Vec<String> = part.chars().map(String::from).collect();
        if each.len() < 2 || !each.iter().all(|kind| kinds.is_kind(kind)) {
            return None;
        }
        found.extend(each);
    }
    Some(found)
}

/// 第1順位, 第二位, 第1次代決者, 代理者: the order of those who act.
fn order_of(title: &str) -> Option<u32> {
    if SUBSTITUTES.contains(&title) {
        return Some(1);
    }
    let rest = title.strip_prefix('第').unwrap_or(title);
    let end = rest.find(|c: char| !c.is_ascii_digit() && parse_number(&c.to_string()).is_none() && c != '十')?;
    let (number, rest) = (parse_number(&rest[..end])?, &rest[end..]);
    const TAILS: &[&str] = &[
        "順位",
        "位",
        "順位の者",
        "順位者",
        "順位の代理者",
        "順位代理者",
        "順位の職務代理者",
        "順位の代決者",
        "順位代決者",
        "次代理者",
        "次代決者",
        "代理者",
        "代決者",
        "次",
    ];
    TAILS.contains(&rest).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let kinds = Kinds::default();
        let titled = |title| Column::titled(title, &kinds);
        let unit = |words: &[&str]| Some(Column::Unit(words.iter().map(|word| (*word).to_owned()).collect()));
        assert_eq!(titled("課"), unit(&["課"]));
        assert_eq!(titled("課　名"), unit(&["課"]));
        assert_eq!(titled("部の名称"), unit(&["部"]));
        assert_eq!(titled("課及び係"), unit(&["課", "係"]));
        assert_eq!(titled("部課室"), unit(&["部", "課", "室"]));
        assert_eq!(titled("名称"), unit(&[]));
        assert_eq!(titled("分掌事務"), Some(Column::Duties));
        assert_eq!(titled("職 名"), Some(Column::Post));
        assert_eq!(titled("職務"), Some(Column::Tasks));
        assert_eq!(titled("第2順位"), Some(Column::Substitute(2)));
        assert_eq!(titled("第二位"), Some(Column::Substitute(2)));
        assert_eq!(titled("職務代理者"), Some(Column::Substitute(1)));
        assert_eq!(titled("支所に置く官"), Some(Column::Post));
        assert_eq!(titled("漁業調整海域"), Some(Column::Location));
        let named = |title, cells: &[&'static str]| Column::named(title, cells.iter().copied(), &kinds);
        assert_eq!(named("所属監督局", &["甲監督局", "乙監督局"]), unit(&["局"]));
        assert_eq!(named("保全事務所", &["甲保全事務所", "乙工事事務所"]), None);
        assert_eq!(named("保全事務所", &[]), None);
        for title in ["総務課", "期間", "書類の提出先", "担当区分", "", "名", "第2", "等"] {
            assert_eq!(titled(title), None, "{title}");
        }
    }
}
