//! What a sentence says a table is for: 「課に置く職及びその職務は、次の表のとおりとする。」

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::columns::kinds_in;
use crate::compile::kinds::{Kinds, NameClass};
use crate::compile::lists::split_list;

/// What a sentence says of a table. All of it may be empty: then the sentence does not say what the table is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Purpose {
    /// The table establishes the units it names.
    pub units: bool,
    /// The table establishes the posts it names.
    pub posts: bool,
    /// The table gives duties.
    pub duties: bool,
    /// The table says what posts do.
    pub tasks: bool,
    /// The words for where (戊市に置く課), or for whose (総務部の各課の事務分掌), as a range of the sentence.
    pub place: Option<Range<usize>>,
}

/// 「Xは、次の表のとおりとする。」
static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(.+?)は(?:、)?(?:それぞれ|おおむね)?(?:、)?",
        r"(?:次|以下|左|右|下|上|同|別表|別記)[^、。]*?(?:とおり|通り|ところによる|ところにより|掲げるもの)[^、。]*。?$"
    ))
    .expect("valid pattern")
});
/// 「…は、それぞれ同表の右欄に掲げる事務をつかさどる。」
static CHARGED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:表|欄)[^。]*(?:事務|業務)を(?:つかさど|分掌|所掌|処理|担任|担当|行)[^、。]*。?$")
        .expect("valid pattern")
});

impl Purpose {
    /// Reads a sentence by its words without brackets.
    pub(crate) fn of(bare: &str, kinds: &Kinds) -> Self {
        if let Some(found) = STATEMENT.captures(bare) {
            return Self::of_subject(bare, found.get(1).expect("in every match").range(), kinds);
        }
        Self { duties: CHARGED.is_match(bare), ..Self::default() }
    }

    /// By the noun that each member of the subject ends in: 「課及び係」, 「組織及び事務分掌」, 「職及びその職務」. Members in front of
    /// the last one may be the names of those whose duties or tasks they are.
    fn of_subject(bare: &str, subject: Range<usize>, kinds: &Kinds) -> Self {
        let mut purpose = Self::default();
        let words = &bare[subject.clone()];
        let (members, _) = split_list(words, |_| false);
        let last = members.len().saturating_sub(1);
        let mut named = false;
        // 「支所及び出張所の名称」, 「課及び係の事務分掌」: what is in front of の belongs to the noun behind it.
        let mut kinds_listed = false;
        // 「支所に置かれる検査官の定数」: that they are put there, and how many.
        let (mut put, mut counted) = (false, false);
        for (index, member) in members.into_iter().enumerate() {
            let name = &words[member.clone()];
            let (place, noun) = place_and_noun(name);
            if place.len() < name.len() - noun.len() && name[place.len()..].starts_with('の') {
                kinds_listed = false;
            }
            if index == 0 && !place.is_empty() {
                let start = subject.start + member.start;
                purpose.place = Some(start..start + place.len());
                put = name[place.len()..].starts_with("に置");
            }
            match noun {
                "事務分掌" | "分掌事務" | "所掌事務" | "分担事務" | "所管事務" | "担任事務" | "担当事務"
                | "主管事務" | "事務の分掌" | "分掌する事務" | "所掌する事務" | "所掌事項" | "分掌事項" =>
                {
                    purpose.duties = true;
                }
                "組織" | "内部組織" | "機構" | "内部部局" | "分課" | "部課" | "部課係" | "課係" | "組織機構" =>
                {
                    purpose.units = true;
                }
                // 「課の名称」 names what is put there; 「出張所の名称、位置」 may only repeat it.
                "名称" => {
                    let kind = place.trim_end_matches('の');
                    named = kinds_in(kind, kinds).is_some();
                    // 「支所の事務所の名称」; 「支所の事務所のうち保全事務所等の名称」: some of what 支所 has.
                    let (whole, part) = kind.split_once("のうち").unwrap_or((kind, ""));
                    let is_part =
                        part.is_empty() || kinds.class_of(part.trim_end_matches('等')) == Some(NameClass::Unit);
                    let of = whole.rsplit_once('の').filter(|(_, what)| is_part && kinds.is_kind(what));
                    if let Some((of, _)) = of {
                        named = true;
                        let start = subject.start + member.start;
                        purpose.place = Some(start..start + of.len());
                    }
                }
                "職" | "職名" | "職制" | "職の名称" | "役職" | "職員の職" => purpose.posts = true,
                "職務" | "職責" | "任務" | "職務内容" => purpose.tasks = true,
                "定数" | "定員" | "員数" => counted = index == last,
                "位置" | "管轄区域" | "所在地" => {}
                _ if kinds_in(noun, kinds).is_some() => kinds_listed = true,
                _ if index < last => {}
                _ => return Self::default(),
            }
        }
        purpose.units |= kinds_listed;
        purpose.posts |= put && counted;
        // 「課の名称及び分掌事務」: where the table gives the duties of what it names, it is the place where that is established.
        purpose.units |= named && purpose.duties;
        // 「部長、課長及び係長の職務」, 「総務課及び税務課の分掌事務」: their names are no place.
        if last > 0 && (purpose.tasks || purpose.duties) && !(purpose.units || purpose.posts) {
            purpose.place = None;
        }
        purpose
    }
}

/// 「戊市に置く課」 as 戊市 and 課; 「総務部の各課の事務分掌」 as 総務部の各課 and 事務分掌; 「その職務」 as nothing and 職務.
fn place_and_noun(member: &str) -> (&str, &str) {
    let member = member.trim();
    if let Some(noun) = member.strip_prefix("その") {
        return ("", noun);
    }
    for mark in ["に設置する", "に置かれる", "に設ける", "に置く"] {
        if let Some(at) = member.rfind(mark) {
            let noun = member[at + mark.len()..].trim_start_matches('各');
            // 「課に置く職の職務」: the noun is the last of them.
            let noun = noun.strip_prefix("職の").filter(|rest| *rest == "職務").unwrap_or(noun);
            return (&member[..at], noun);
        }
    }
    for noun in ["事務の分掌", "職の名称"] {
        if let Some(place) = member.strip_suffix(noun) {
            return (place.trim_end_matches('の'), noun);
        }
    }
    match member.rfind('の') {
        Some(at) => (&member[..at], &member[at + 'の'.len_utf8()..]),
        None => {
            // 「各課事務分掌」
            let noun = ["事務分掌", "分掌事務", "所掌事務"].iter().find(|noun| member.ends_with(**noun));
            noun.map_or(("", member), |noun| (&member[..member.len() - noun.len()], *noun))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of what a sentence says (u, p, d, t) and its place.
    fn read(bare: &str) -> (String, &str) {
        let purpose = Purpose::of(bare, &Kinds::default());
        let Purpose { units, posts, duties, tasks, place } = purpose;
        let letters = [(units, 'u'), (posts, 'p'), (duties, 'd'), (tasks, 't')];
        (
            letters.into_iter().filter(|(yes, _)| *yes).map(|(_, letter)| letter).collect(),
            place.map_or("", |place| &bare[place]),
        )
    }

    #[test]
    fn purposes() {
        for (sentence, letters, place) in [
            ("戊市に置く課及び係は、別表第1のとおりとする。", "u", "戊市"),
            ("組織は、次の表のとおりとする。", "u", ""),
            ("総務部の組織及び事務分掌は、次の表のとおりとする。", "ud", "総務部"),
            ("各課の事務分掌は、次の表のとおりとする。", "d", "各課"),
            ("課の名称及び分掌事務は、次の表に掲げるとおりとする。", "ud", "課"),
            ("戊市の部及び課は、次の表のとおりとする。", "u", "戊市"),
            ("戊局の事務所のうち保全事務所等の名称、位置及び所掌事務は別表第1のとおりとする。", "ud", "戊局"),
            ("総務部の課及び係の事務分掌は、次の表のとおりとする。", "d", ""),
            ("課に置く職及びその職務は、次の表のとおりとする。", "pt", "課"),
            ("部長、課長及び係長の職務は、次の表のとおりとする。", "t", ""),
            ("部に次の表の左欄に掲げる職を置き、その職務は、それぞれ同表の右欄に掲げるとおりとする。", "t", ""),
            ("次の表の左欄に掲げる課は、それぞれ同表の右欄に掲げる事務をつかさどる。", "d", ""),
            ("支所に置かれる検査官及び主任検査官の定数は、次のとおりとする。", "p", "支所"),
            // Near misses.
            ("検査官及び主任検査官の定数は、次のとおりとする。", "", ""),
            ("職務代理の順序は、次の表のとおりとする。", "", ""),
            ("出張所の名称、位置及び管轄区域は、次の表のとおりとする。", "", "出張所"),
            ("戊局の事務所の名称及び分掌事務は、別表第1のとおりとする。", "ud", "戊局"),
            ("戊局の事務所のうち保全事務所の名称及び位置は、別表第1のとおりとする。", "", "戊局"),
            ("支所及び出張所の名称及び位置は、別表第2のとおりとする。", "", ""),
            ("書類の提出先は、次の表のとおりとする。", "", ""),
            ("部に置く課の数は、次の表のとおりとする。", "", ""),
            ("課長は、課の事務を掌理する。", "", ""),
        ] {
            assert_eq!(read(sentence), (letters.to_owned(), place), "{sentence}");
        }
    }
}
