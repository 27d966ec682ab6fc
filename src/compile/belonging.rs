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

/// An exclusion of what belongs to units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Except {
    /// The lists of names, in the order of the text.
    pub names: Vec<Range<usize>>,
    /// Whether 「次号において同じ」 carries it on to the next item.
    pub carried_on: bool,
}

/// The cases of which a text speaks apart, as written in front of 「にあっては」: 甲支局, 飼料.
pub(crate) fn cases(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.match_indices("にあっては").chain(text.match_indices("にあつては")).map(|(at, _)| at);
    ends.map(|end| &text[text[..end].rfind(['、', '。']).map_or(0, |at| at + '、'.len_utf8())..end])
}

/// 「A課の所掌に属するもの及びB課の所掌に属するものを除く」, the words in a bracket without brackets inside it. `None` for what is no
/// exclusion, or one of a topic (国有地を除く).
pub(crate) fn except(text: &str) -> Option<Except> {
    let whole = text.strip_suffix('。').unwrap_or(text);
    let (core, carried) = match whole.strip_suffix("において同じ").and_then(|rest| rest.rsplit_once('。')) {
        Some((core, place)) => (core, place),
        None => (whole, ""),
    };
    let is_place =
        carried.is_empty() || carried == "次号" || carried.starts_with('第') || carried.starts_with("以下この");
    let core = core.strip_suffix("を除く").filter(|_| is_place)?;
    // 「…の所掌に属するもの及び軽易なものを除く」: the topic beside it gives no edge.
    let joined = |rest: &str| ["及び", "並びに", "又は", "、"].iter().any(|word| rest.starts_with(word));
    let names = names_of(core, |end| end == core.len() || joined(&core[end..]));
    (!names.is_empty()).then(|| Except { names, carried_on: carried == "次号" })
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
        let carried = |text| except(text).map(|found| found.carried_on);
        assert_eq!(carried("甲課の所掌に属するものを除く。次号において同じ。"), Some(true));
        assert_eq!(carried("甲課の所掌に属するものを除く。以下この条において同じ。"), Some(false));
        assert_eq!(carried("甲課の所掌に属するものを除く。"), Some(false));
    }

    #[test]
    fn residual_duties() {
        assert!(is_residual("前各号に掲げるもののほか、他の所掌に属しない事務に関すること。"));
        assert!(is_residual("他の課の所管に属さないこと"));
        assert!(!is_residual("甲課の所掌に属する事務"));
    }
}
