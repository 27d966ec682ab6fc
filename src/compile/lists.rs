//! Lists of nouns joined by the statutory conjunctions 及び, 並びに, 又は, 若しくは and 「、」.

use std::ops::Range;

/// How the members of a list stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// One member only.
    Single,
    /// 及び, 並びに, or only 「、」.
    And,
    /// 又は, 若しくは.
    Or,
}

/// The conjunctions, longest first.
const CONJUNCTIONS: [(&str, Joint); 7] = [
    ("若しくは", Joint::Or),
    ("もしくは", Joint::Or),
    ("並びに", Joint::And),
    ("または", Joint::Or),
    ("又は", Joint::Or),
    ("及び", Joint::And),
    ("および", Joint::And),
];

/// Splits a list into its members (ranges without white space) and says how they are joined.
///
/// A name that holds a conjunction itself stays whole if `is_name` knows it.
pub(crate) fn split_list(text: &str, is_name: impl Fn(&str) -> bool) -> (Vec<Range<usize>>, Joint) {
    let mut cuts: Vec<(Range<usize>, Option<Joint>)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some((word, joint)) = CONJUNCTIONS.iter().find(|(word, _)| rest.starts_with(word)) {
            cuts.push((at..at + word.len(), Some(*joint)));
            at += word.len();
        } else if rest.starts_with('、') {
            cuts.push((at..at + '、'.len_utf8(), None));
            at += '、'.len_utf8();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    // Cuts inside a known name are none. Try the longest name first from each beginning.
    let mut members: Vec<Range<usize>> = Vec::new();
    let mut joint = Joint::Single;
    let mut from = 0;
    let mut index = 0;
    while index <= cuts.len() {
        let ends = (index..=cuts.len()).map(|i| cuts.get(i).map_or(text.len(), |(cut, _)| cut.start));
        let whole = ends.enumerate().skip(1).filter(|(_, end)| is_name(text[from..*end].trim())).last();
        index += whole.map_or(0, |(skipped, _)| skipped);
        let end = cuts.get(index).map_or(text.len(), |(cut, _)| cut.start);
        push_trimmed(text, from..end, &mut members);
        if let Some((cut, kind)) = cuts.get(index) {
            from = cut.end;
            match kind {
                Some(Joint::Or) => joint = Joint::Or,
                _ if joint == Joint::Single => joint = Joint::And,
                _ => {}
            }
        }
        index += 1;
    }
    if members.len() < 2 {
        joint = Joint::Single;
    }
    (members, joint)
}

fn push_trimmed(text: &str, range: Range<usize>, members: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        members.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> (Vec<&str>, Joint) {
        let (members, joint) = split_list(text, |name| name == "企画及び調整課");
        (members.into_iter().map(|range| &text[range]).collect(), joint)
    }

    #[test]
    fn members_and_joints() {
        assert_eq!(split("甲"), (vec!["甲"], Joint::Single));
        assert_eq!(split("甲、乙及び丙"), (vec!["甲", "乙", "丙"], Joint::And));
        assert_eq!(split("甲、乙又は丙"), (vec!["甲", "乙", "丙"], Joint::Or));
        assert_eq!(split("甲及び乙並びに丙"), (vec!["甲", "乙", "丙"], Joint::And));
        assert_eq!(split("総務課、企画及び調整課及び会計課"), (vec!["総務課", "企画及び調整課", "会計課"], Joint::And));
        assert_eq!(split("甲、及び乙"), (vec!["甲", "乙"], Joint::And));
    }
}
