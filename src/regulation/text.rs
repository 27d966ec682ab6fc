//! A stretch of the source together with the normalised copy that patterns run on, and the map between them.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character of the normalised copy: where it stands there, and which bytes of the source it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mapped {
    normal: u32,
    start: u32,
    end: u32,
}

/// A stretch of the source with its normalised copy and the offset map that leads back.
///
/// The copy is NFKC, with 「，」 as 「、」 and any white space as one kind of space; parts may have been cut out of it (markup,
/// line breaks of the page, bracketed groups). Offsets into the copy and into the source are bytes of UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    normal: String,
    map: Vec<Mapped>,
}

/// Normalises the bytes `range` of `source`.
pub fn normalize(source: &str, range: Range<usize>) -> Text {
    let mut text = Text::default();
    let mut chars = source[range.clone()].char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        let start = range.start + at;
        let mut end = start + first.len_utf8();
        if is_invisible(first) {
            continue;
        }
        // The common case needs no composition: the character stands for itself.
        let composes = |c: char| !is_invisible(c) && (is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}'));
        if !chars.peek().is_some_and(|(_, next)| composes(*next)) {
            match first {
                '，' => text.push('、', start, end),
                c if c.is_whitespace() => text.push(' ', start, end),
                // Kana and kanji in common use are their own NFKC form.
                'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='鿿' | '、' | '。' | '「' | '」' | '!'..='~' => {
                    text.push(first, start, end);
                }
                c => std::iter::once(c).nfkc().for_each(|c| text.push(c, start, end)),
            }
            continue;
        }
        let mut cluster = String::from(first);
        while let Some((at, next)) = chars.next_if(|(_, next)| composes(*next)) {
            cluster.push(next);
            end = range.start + at + next.len_utf8();
        }
        cluster.nfkc().for_each(|c| text.push(c, start, end));
    }
    text
}

/// Characters that nobody sees and no pattern should meet: zero-width marks, variation selectors, control characters.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || (c.is_control() && !c.is_whitespace())
}

impl Text {
    fn push(&mut self, c: char, start: usize, end: usize) {
        self.map.push(Mapped { normal: self.normal.len() as u32, start: start as u32, end: end as u32 });
        self.normal.push(c);
    }

    /// The normalised copy.
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.normal.is_empty()
    }

    /// The bytes of the source that a range of the copy came from; for an empty range, of the place where it stands.
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let first = self.map.partition_point(|c| (c.normal as usize) < range.start);
        let last = self.map.partition_point(|c| (c.normal as usize) < range.end);
        if first >= last {
            let at = self.map.get(first).map_or_else(|| self.span().end, |c| c.start as usize);
            return at..at;
        }
        self.map[first].start as usize..self.map[last - 1].end as usize
    }

    /// The offset in the copy of the first character that came from the byte `at` of the source or from behind it.
    pub(super) fn offset_of(&self, at: usize) -> usize {
        let index = self.map.partition_point(|c| (c.start as usize) < at);
        self.map.get(index).map_or(self.normal.len(), |c| c.normal as usize)
    }

    /// The bytes of the source from the first to the last character.
    pub fn span(&self) -> Range<usize> {
        match (self.map.first(), self.map.last()) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// The part of it at a range of the copy.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Text {
        self.keep(std::slice::from_ref(&range))
    }

    /// The parts at these ranges of the copy, in their order, put together.
    #[must_use]
    pub fn keep(&self, ranges: &[Range<usize>]) -> Text {
        let mut kept = Text::default();
        for range in ranges {
            let first = self.map.partition_point(|c| (c.normal as usize) < range.start);
            for (c, mapped) in self.normal[range.clone()].chars().zip(&self.map[first..]) {
                kept.push(c, mapped.start as usize, mapped.end as usize);
            }
        }
        kept
    }

    /// What is left after cutting these ranges of the copy out; they must be ascending and apart.
    #[must_use]
    pub fn without(&self, ranges: &[Range<usize>]) -> Text {
        let mut kept = Vec::with_capacity(ranges.len() + 1);
        let mut from = 0;
        for range in ranges {
            kept.push(from..range.start);
            from = range.end;
        }
        kept.push(from..self.normal.len());
        self.keep(&kept)
    }

    /// Adds another stretch behind this one.
    pub fn append(&mut self, other: &Text) {
        let shift = self.normal.len() as u32;
        self.map.extend(other.map.iter().map(|c| Mapped { normal: c.normal + shift, ..*c }));
        self.normal.push_str(&other.normal);
    }

    /// Adds a space that stands for no character of the source, at the place where this text ends.
    pub(crate) fn push_space(&mut self) {
        let end = self.span().end;
        self.push(' ', end, end);
    }

    /// The same without white space at both ends.
    #[must_use]
    pub fn trimmed(&self) -> Text {
        let start = self.normal.len() - self.normal.trim_start().len();
        let end = self.normal.trim_end().len().max(start);
        if start == 0 && end == self.normal.len() { self.clone() } else { self.slice(start..end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(source: &str) -> Text {
        normalize(source, 0..source.len())
    }

    #[test]
    fn widths_marks_and_commas() {
        assert_eq!(whole("第１７条の２　ＩＣＴ，ｶﾞ（Ａ）").normal(), "第17条の2 ICT、ガ(A)");
        assert_eq!(whole("辻\u{e0100}村\u{200b}").normal(), "辻村");
    }

    #[test]
    fn quotations_lead_back() {
        let source = "前，（ｶﾞｽ）後";
        let text = whole(source);
        let at = text.normal().find("ガス").unwrap();
        assert_eq!(&source[text.source_range(at..at + "ガス".len())], "ｶﾞｽ");
        let bracket = text.normal().find('(').unwrap()..text.normal().find(')').unwrap() + 1;
        let cut = text.without(std::slice::from_ref(&bracket));
        assert_eq!(cut.normal(), "前、後");
        assert_eq!(&source[cut.source_range(0..cut.normal().len())], source);
        assert_eq!(cut.trimmed(), cut);
    }

    proptest! {
        /// Every character of the copy leads to a valid, ordered, non-empty range of the source that normalises to text holding it.
        #[test]
        fn offset_maps_are_sound(source in "\\PC{0,40}") {
            let text = whole(&source);
            let mut last = 0;
            for (at, c) in text.normal().char_indices() {
                let range = text.source_range(at..at + c.len_utf8());
                prop_assert!(range.start < range.end && source.is_char_boundary(range.start) && source.is_char_boundary(range.end));
                prop_assert!(range.start >= last);
                last = range.start;
                prop_assert!(normalize(&source, range).normal().contains(c));
            }
            prop_assert_eq!(text.slice(0..text.normal().len()), text.clone());
            prop_assert_eq!(text.without(&[]), text);
        }

        /// Cutting commutes with quoting: the source of a slice lies within the source of the whole.
        #[test]
        fn slices_stay_inside(source in "[ア-ンｱ-ﾝ一-十（）、 ]{1,30}", a in 0usize..30, b in 0usize..30) {
            let text = whole(&source);
            let boundaries: Vec<usize> = text.normal().char_indices().map(|(at, _)| at).chain([text.normal().len()]).collect();
            let (a, b) = (boundaries[a % boundaries.len()], boundaries[b % boundaries.len()]);
            let slice = text.slice(a.min(b)..a.max(b));
            prop_assert_eq!(slice.normal(), &text.normal()[a.min(b)..a.max(b)]);
            if !slice.is_empty() {
                prop_assert_eq!(slice.span(), text.source_range(a.min(b)..a.max(b)));
            }
        }
    }
}
