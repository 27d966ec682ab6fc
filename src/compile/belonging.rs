//! 「X課の所掌に属するもの」, 「他の所掌に属さない事務」: the words that say to whom work belongs.

use std::ops::Range;

/// The words behind the names: 所掌に属する, 所掌事務に係る, 所管に属しない.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Belonging {
    /// From the noun to the verb and a 「もの」 behind it.
    pub range: Range<usize>,
    /// Whether they say that the work belongs to nobody named.
    pub negative: bool,
}

/// The words for what is somebody's charge.
const CHARGES: [&str; 5] = ["所掌", "所管", "主管", "分掌", "担任"];

/// The places in a text that say to whom work belongs, in order.
pub(crate) fn find_belongings(text: &str) -> Vec<Belonging> {
    let mut found: Vec<Belonging> = Vec::new();
    for (at, _) in text.match_indices(['所', '主', '分', '担']) {
        let Some(rest) = CHARGES.iter().find_map(|noun| text[at..].strip_prefix(noun)) else { continue };
        let rest = ["事務", "する事務"].iter().find_map(|work| rest.strip_prefix(work)).unwrap_or(rest);
        let Some(verb) = ["に属", "に係"].iter().find_map(|verb| rest.strip_prefix(verb)) else { continue };
        let negative = ["さない", "しない"].iter().find_map(|ending| verb.strip_prefix(ending));
        let positive = ["する", "る"].iter().find_map(|ending| verb.strip_prefix(ending));
        let Some(rest) = negative.or(positive) else { continue };
        let rest = ["もの", "事務", "こと"].iter().find_map(|thing| rest.strip_prefix(thing)).unwrap_or(rest);
        found.push(Belonging { range: at..text.len() - rest.len(), negative: negative.is_some() });
    }
    found
}

/// Whether the words of a duty make it a residual one: what belongs to nobody else.
pub(crate) fn is_residual(text: &str) -> bool {
    find_belongings(text).iter().any(|belonging| belonging.negative)
}

/// What stands in front of 「の所掌事務で」 at the end of a text: whose charge something else is a part of.
pub(crate) fn charged_unit(text: &str) -> Option<&str> {
    ["の所掌事務で", "の所掌する事務で", "の分掌事務で", "の事務で"].iter().find_map(|charge| text.strip_suffix(charge))
}

/// An exclusion of what belongs to units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Except {
    /// The lists of names, in the order of the text.
    pub names: Vec<Range<usize>>,
    /// The places that 「次号において同じ」 carries it on to; empty for none.
    pub carried_on: Range<usize>,
}

/// The cases of which a text speaks apart, as written in front of 「にあっては」: 甲支局, 飼料.
pub(crate) fn cases(text: &str) -> impl Iterator<Item = &str> {
    find_cases(text)
        .map(|mark| &text[text[..mark.start].rfind(['、', '。']).map_or(0, |at| at + '、'.len_utf8())..mark.start])
}

/// The places of 「にあっては」, in order.
fn find_cases(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("にあ").filter_map(|(at, _)| {
        let mark = ["にあっては", "にあつては"].iter().find(|mark| text[at..].starts_with(**mark))?;
        Some(at..at + mark.len())
    })
}

/// A part of an exclusion: the case for which it holds, as written in front of 「にあっては」, and the list of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CasePart {
    /// The words for the case; none where the part holds in every case.
    pub case: Option<Range<usize>>,
    /// The names.
    pub names: Range<usize>,
}

/// 「A課の所掌に属するものを除き、甲支局にあってはB課の所掌に属するものを、乙支局にあってはC課の所掌に属するものを除く」 as its parts.
/// `None` where it says anything else: which case the words are about is then not certain.
pub(crate) fn parts_by_case(text: &str) -> Option<Vec<CasePart>> {
    let (core, carried_on) = core_of(text).unwrap_or((text, 0..0));
    let mut parts: Vec<CasePart> = Vec::new();
    let mut from = 0;
    for place in find_belongings(core).into_iter().filter(|_| carried_on.is_empty()) {
        let list = core[from..place.range.start].strip_suffix('の')?;
        parts.extend(parts_of_list(list, from)?);
        let rest = &core[place.range.end..];
        let joint = ["を除き、", "を除き", "を、", ""].into_iter().find(|joint| rest.starts_with(joint))?;
        from = place.range.end + joint.len();
        if place.negative || (joint.is_empty() && !rest.is_empty()) {
            return None;
        }
    }
    // What holds in every case stands in front.
    let first_case = parts.iter().position(|part| part.case.is_some())?;
    let plain = |part: &CasePart| {
        let names = &core[part.names.clone()];
        let is_list = !names.is_empty() && !names.starts_with("それぞれ") && !names.ends_with('を');
        is_list && part.case.as_ref().is_none_or(|case| !case.is_empty())
    };
    let ordered = parts[first_case..].iter().all(|part| part.case.is_some());
    (from == core.len() && ordered && parts.iter().all(plain)).then_some(parts)
}

/// The parts of a list in front of one 「の所掌に属するもの」, which starts at `from`: 「甲支局にあってはA課、乙支局にあってはB課」.
fn parts_of_list(list: &str, from: usize) -> Option<Vec<CasePart>> {
    let marks: Vec<Range<usize>> = find_cases(list).collect();
    let Some(first) = marks.first() else {
        return Some(vec![CasePart { case: None, names: from..from + list.len() }]);
    };
    let at = |range: Range<usize>| from + range.start..from + range.end;
    let mut parts = Vec::new();
    let mut case = 0..first.start;
    for (position, mark) in marks.iter().enumerate() {
        let start = list.len() - list[mark.end..].trim_start_matches('、').len();
        let next = marks.get(position + 1).map(|next| next.start);
        let end = match next {
            // Which of several commas parts the cases cannot be told.
            Some(next) => start + list[start..next].split_once('、').filter(|(_, case)| !case.contains('、'))?.0.len(),
            None => list.len(),
        };
        parts.push(CasePart { case: Some(at(case)), names: at(start..end) });
        case = end + '、'.len_utf8()..next.unwrap_or_default();
    }
    Some(parts)
}

/// What stands in front of 「を除く」 in an exclusion, and the places that it is carried on to. `None` if it is no exclusion, or
/// one of which it is not certain how far it reaches.
fn core_of(text: &str) -> Option<(&str, Range<usize>)> {
    let whole = text.strip_suffix('。').unwrap_or(text);
    if let Some(core) = whole.strip_suffix("を除く") {
        return Some((core, 0..0));
    }
    let (core, behind) = whole.split_once("を除く。")?;
    let is_term = behind.starts_with("以下「") && behind.ends_with("」という");
    // 「第八号を除き、以下同じ」
    let is_from_here = behind.strip_suffix("以下同じ").is_some_and(|but| but.is_empty() || but.ends_with("を除き、"));
    if is_term || is_from_here {
        return Some((core, 0..0));
    }
    let places = behind.strip_suffix("において同じ")?;
    let is_place =
        |place: &str| ["次号", "次条", "次項", "第", "以下この"].iter().any(|start| place.starts_with(start));
    let start = whole.len() - behind.len();
    let all = places.split(['、', '及']).map(|place| place.trim_start_matches('び'));
    all.flat_map(|place| place.split("並びに")).all(is_place).then_some((core, start..start + places.len()))
}

/// 「A課の所掌に属するもの及びB課の所掌に属するものを除く」, the words in a bracket without brackets inside it. `None` for what is no
/// exclusion, or one of a topic (国有地を除く).
pub(crate) fn except(text: &str) -> Option<Except> {
    let (core, carried_on) = core_of(text)?;
    // 「…の所掌に属するもの及び軽易なものを除く」: the topic beside it gives no edge.
    let joined = |rest: &str| ["及び", "並びに", "又は", "、"].iter().any(|word| rest.starts_with(word));
    let names = names_of(core, |end| end == core.len() || joined(&core[end..]));
    (!names.is_empty()).then_some(Except { names, carried_on })
}

/// The names in front of the last place that says to whom work belongs and ends where `ends` allows, and in front of those
/// that are joined to it.
pub(crate) fn names_of(text: &str, ends: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let places: Vec<Belonging> = find_belongings(text).into_iter().filter(|place| !place.negative).collect();
    let Some(last) = places.iter().rposition(|place| ends(place.range.end)) else { return Vec::new() };
    let mut names = Vec::new();
    let mut from = 0;
    for place in &places[..=last] {
        let between = &text[from..place.range.start];
        let joint = ["並びに", "及び", "又は", "若しくは", "、"].iter().find_map(|word| between.strip_prefix(word));
        let list = joint.unwrap_or(between);
        let behind_case =
            ["にあっては", "にあつては"].iter().filter_map(|case| list.rsplit_once(case)).map(|(_, list)| list);
        let list = behind_case.min_by_key(|list| list.len()).unwrap_or(list).trim_start_matches('、');
        let start = place.range.start - list.len();
        if let Some(list) = text[start..place.range.start].strip_suffix('の').filter(|list| !list.is_empty()) {
            names.push(start..start + list.len());
        }
        from = place.range.end;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        except(text).map_or(Vec::new(), |found| found.names.into_iter().map(|range| &text[range]).collect())
    }

    #[test]
    fn exclusions_of_units() {
        assert_eq!(names("総務課の所掌に属するものを除く。"), ["総務課"]);
        assert_eq!(names("総務課及び会計課の所掌事務に属するものを除く"), ["総務課及び会計課"]);
        assert_eq!(names("甲局の主管に属するもの及び乙課の所掌に係る事務を除く。"), ["甲局", "乙課"]);
        assert_eq!(names("甲課の所掌に属するもの及び軽易なものを除く。"), ["甲課"]);
        assert_eq!(names("国有地を除く。"), [""; 0]);
        assert_eq!(names("甲課の所掌に属するものに限る。"), [""; 0]);
        assert_eq!(names("飼料にあっては、乙課の所掌に属するものを除く。"), ["乙課"]);
        assert_eq!(names("甲課の所掌に属するもの以外のものを除く。"), [""; 0]);
    }

    #[test]
    fn what_is_carried_on() {
        let carried = |text: &'static str| except(text).map(|found| &text[found.carried_on]);
        assert_eq!(
            carried("甲課の所掌に属するものを除く。次号及び第百条第二号において同じ。"),
            Some("次号及び第百条第二号")
        );
        assert_eq!(carried("甲課の所掌に属するものを除く。以下この条において同じ。"), Some("以下この条"));
        for nothing in ["", "第八号を除き、以下同じ。", "以下「管理事務」という。"] {
            assert_eq!(
                except(&format!("甲課の所掌に属するものを除く。{nothing}")).map(|found| found.carried_on),
                Some(0..0)
            );
        }
        assert_eq!(carried("甲課の所掌に属するものを除く。その範囲は長が定める。"), None);
    }

    #[test]
    fn parts_by_their_cases() {
        let parts = |text: &'static str| {
            let part = |part: CasePart| (part.case.map_or("", |case| &text[case]), &text[part.names]);
            parts_by_case(text).map(|parts| parts.into_iter().map(part).collect::<Vec<_>>())
        };
        let two = Some(vec![("甲支局及び乙支局", "A課、B課"), ("丙支局", "C課")]);
        assert_eq!(
            parts(
                "甲支局及び乙支局にあっては、A課、B課の所掌に属するものを、丙支局にあってはC課の所掌に属するものを除く。"
            ),
            two
        );
        assert_eq!(
            parts(
                "甲支局及び乙支局にあつては、A課、B課の所掌に属するものを除き、丙支局にあつてはC課の所掌に属するものを除く。"
            ),
            two
        );
        let shared = Some(vec![("甲支局", "A課"), ("乙支局", "B課")]);
        assert_eq!(parts("甲支局にあってはA課、乙支局にあってはB課の所掌に属するものを除く。"), shared);
        let first_in_all = Some(vec![("", "A課"), ("乙支局", "B課")]);
        assert_eq!(parts("A課の所掌に属するものを除き、乙支局にあっては、B課の所掌に属するものを除く。"), first_in_all);
        for unclear in [
            "甲支局にあってはA課、B課、乙支局にあってはC課の所掌に属するものを除く。",
            "甲支局及び乙支局にあっては、それぞれA課及びB課の所掌に属するものを除く。",
            "甲支局にあっては、A課の所掌に属するものを除き、B課の所掌に属するものを除く。",
            "甲支局にあっては、A課の所掌に属するもの及び軽易なものを除く。",
            "甲支局にあっては軽易なものを、乙支局にあってはB課の所掌に属するものを除く。",
            "甲支局にあっては、A課の所掌に属しないものを除く。",
            "甲支局にあっては、A課の所掌に属するものを除く。次号において同じ。",
        ] {
            assert_eq!(parts(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn residual_duties() {
        assert!(is_residual("前各号に掲げるもののほか、他の所掌に属しない事務に関すること。"));
        assert!(is_residual("他の課の所管に属さないこと"));
        assert!(!is_residual("甲課の所掌に属する事務"));
    }
}
