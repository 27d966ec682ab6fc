//! Brackets in normalised text: which opening belongs to which closing one.

use std::ops::Range;

/// A pair of brackets in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// Offset of the opening bracket.
    pub start: usize,
    /// Offset behind the closing bracket.
    pub end: usize,
    /// The opening bracket: `(`, `「`, `『`, `[`, `〔` or `{`.
    pub opening: char,
    /// How many brackets it lies within.
    pub depth: usize,
}

impl Bracket {
    /// The offsets between the brackets.
    pub fn inside(&self) -> Range<usize> {
        // The closing bracket is of the same kind, so it takes as many bytes as the opening one.
        self.start + self.opening.len_utf8()..self.end - self.opening.len_utf8()
    }

    /// The offsets from the opening to behind the closing bracket.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

const PAIRS: [(char, char); 6] = [('(', ')'), ('「', '」'), ('『', '』'), ('[', ']'), ('〔', '〕'), ('{', '}')];

/// All pairs of brackets in normalised text, in the order of their opening ones. A bracket without its partner is no pair:
/// a closing one closes the nearest open one of its kind and drops those left open inside it.
pub fn find_brackets(text: &str) -> Vec<Bracket> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in marks(text) {
        if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push((at, c));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c)
            && let Some(position) = open.iter().rposition(|(_, candidate)| candidate == opening)
        {
            let (start, opening) = open[position];
            open.truncate(position);
            found.push(Bracket { start, end: at + c.len_utf8(), opening, depth: 0 });
        }
    }
    found.sort_by_key(|bracket| bracket.start);
    let mut ends: Vec<usize> = Vec::new();
    for bracket in &mut found {
        ends.retain(|end| *end > bracket.start);
        bracket.depth = ends.len();
        ends.push(bracket.end);
    }
    found
}

/// The bytes by which brackets show: the round, square and curly ones themselves, and the second byte of the others.
const SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    let bytes = [b'(', b')', b'[', b']', b'{', b'}', 0x80];
    let mut index = 0;
    while index < bytes.len() {
        signs[bytes[index] as usize] = true;
        index += 1;
    }
    signs
};

/// The opening and closing brackets of a text, and where they stand.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + bytes[from..].iter().position(|byte| SIGNS[usize::from(*byte)])?;
            from = at + 1;
            if bytes[at] != 0x80 {
                return Some((at, char::from(bytes[at])));
            }
            // 「 and the like are 0xE3 0x80 and a third byte; 、 and 。 stand before them.
            if at > 0 && bytes[at - 1] == 0xe3 && bytes[from] >= 0x8c {
                return Some((at - 1, text[at - 1..].chars().next()?));
            }
        }
    })
}

/// The ranges of the outermost pairs of round brackets: what a reader skips to get the bare sentence.
pub fn outermost_brackets(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for bracket in find_brackets(text).into_iter().filter(|bracket| bracket.opening == '(') {
        if ranges.last().is_none_or(|last| last.end <= bracket.start) {
            ranges.push(bracket.range());
        }
    }
    ranges
}

/// A text without the bracketed group at its end.
pub fn without_last_bracket(text: &str) -> &str {
    if !text.ends_with(PAIRS.map(|(_, closing)| closing)) {
        return text;
    }
    let last = find_brackets(text).into_iter().rev().find(|bracket| bracket.depth == 0 && bracket.end == text.len());
    last.map_or(text, |bracket| text[..bracket.start].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nesting_and_strays() {
        let text = "甲(乙(丙「丁」)。)戊)己(";
        let found = find_brackets(text);
        let inside: Vec<&str> = found.iter().map(|bracket| &text[bracket.inside()]).collect();
        assert_eq!(inside, ["乙(丙「丁」)。", "丙「丁」", "丁"]);
        assert_eq!(found.iter().map(|bracket| bracket.depth).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(outermost_brackets(text).len(), 1);
        assert_eq!(find_brackets("「甲(」乙)").len(), 1);
    }

    proptest! {
        #[test]
        fn pairs_nest_or_stand_apart(text in "[甲()「」。\\[\\]]{0,30}") {
            let found = find_brackets(&text);
            for (i, a) in found.iter().enumerate() {
                prop_assert!(a.start < a.inside().start && a.inside().start <= a.inside().end);
                for b in &found[i + 1..] {
                    prop_assert!(b.start >= a.end || b.end <= a.end, "{a:?} crosses {b:?}");
                }
            }
        }
    }
}
