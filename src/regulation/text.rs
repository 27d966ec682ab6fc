//! A stretch of the source together with the normalised copy that patterns run on, and the map between them.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A part of the normalised copy that leads back in one step: characters that stand in the source byte for byte in the same
/// distance, or one character that came from source bytes of another length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it starts in the copy; it goes on until the next run starts.
    normal: u32,
    /// The bytes of the source that it came from.
    start: u32,
    end: u32,
    /// Whether each byte of the copy stands for one byte of the source.
    even: bool,
}

impl Run {
    /// Where in the source a byte of the copy in this run comes from, at the earliest.
    fn start_of(&self, at: usize) -> usize {
        if self.even { self.start as usize + (at - self.normal as usize) } else { self.start as usize }
    }

    /// Where in the source that ends which ends at a byte of the copy in this run or right behind it.
    fn end_of(&self, at: usize) -> usize {
        if self.even { self.start as usize + (at - self.normal as usize) } else { self.end as usize }
    }
}

/// A stretch of the source with its normalised copy and the offset map that leads back.
///
/// The copy is NFKC, with 「，」 as 「、」 and any white space as one kind of space; parts may have been cut out of it (markup,
/// line breaks of the page, bracketed groups). Offsets into the copy and into the source are bytes of UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    normal: String,
    runs: Vec<Run>,
}

/// Normalises the bytes `range` of `source`.
pub fn normalize(source: &str, range: Range<usize>) -> Text {
    let mut text = Text::default();
    let (mut from, words) = (range.start, &source[..range.end]);
    while from < range.end {
        // What stands for itself is taken at one go.
        let plain = plain_length(&words[from..]);
        if plain > 0 {
            text.extend_runs(text.normal.len(), from, from + plain, true);
            text.normal.push_str(&words[from..from + plain]);
            from += plain;
        }
        from += text.push_composed(&words[from..], from);
    }
    text
}

/// How many bytes at the start of a text are characters that are their own normal form and compose with nothing behind them.
fn plain_length(words: &str) -> usize {
    let (mut last, mut length) = (0, 0);
    let bytes = words.as_bytes();
    while length < bytes.len() {
        // Most letters show by their first byte: ASCII, and kanji from U+5000 on.
        let plain = match bytes[length] {
            b'!'..=b'~' => 1,
            0xe5..=0xe9 => 3,
            _ => 0,
        };
        if plain > 0 {
            last = length;
            length += plain;
            continue;
        }
        let Some(c) = words[length..].chars().next() else { break };
        // Kana and kanji in common use are their own NFKC form.
        if !matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='鿿' | '、' | '。' | '「' | '」' | '!'..='~')
        {
            return if composes(c) { last } else { length };
        }
        last = length;
        length += c.len_utf8();
    }
    length
}

impl Text {
    /// Adds the first character of a text with the marks that compose with it, normalised; the text starts at the byte `from` of
    /// the source. Returns how many bytes that were.
    fn push_composed(&mut self, words: &str, from: usize) -> usize {
        let mut chars = words.chars().peekable();
        let Some(first) = chars.next() else { return 0 };
        let mut end = from + first.len_utf8();
        if is_invisible(first) {
            return end - from;
        }
        if !chars.peek().is_some_and(|next| composes(*next)) {
            match first {
                '，' => self.push('、', from, end),
                c if c.is_whitespace() => self.push(' ', from, end),
                c => std::iter::once(c).nfkc().for_each(|c| self.push(c, from, end)),
            }
            return end - from;
        }
        let mut cluster = String::from(first);
        while let Some(next) = chars.next_if(|next| composes(*next)) {
            cluster.push(next);
            end += next.len_utf8();
        }
        cluster.nfkc().for_each(|c| self.push(c, from, end));
        end - from
    }
}

/// Whether a character composes with the one before it.
fn composes(c: char) -> bool {
    !is_invisible(c) && (is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}'))
}

/// Characters that nobody sees and no pattern should meet: zero-width marks, variation selectors, control characters.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || (c.is_control() && !c.is_whitespace())
}

impl Text {
    fn push(&mut self, c: char, start: usize, end: usize) {
        self.extend_runs(self.normal.len(), start, end, end - start == c.len_utf8());
        self.normal.push(c);
    }

    /// Adds the way back for what is about to be added to the copy at `normal`.
    fn extend_runs(&mut self, normal: usize, start: usize, end: usize, even: bool) {
        match self.runs.last_mut() {
            Some(last) if even && last.even && last.end as usize == start => last.end = end as u32,
            _ => self.runs.push(Run { normal: normal as u32, start: start as u32, end: end as u32, even }),
        }
    }

    /// The normalised copy.
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.normal.is_empty()
    }

    /// The run that holds a byte of the copy.
    fn run_at(&self, at: usize) -> usize {
        self.runs.partition_point(|run| run.normal as usize <= at).saturating_sub(1)
    }

    /// The bytes of the source that a range of the copy came from; for an empty range, of the place where it stands.
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() || range.start >= self.normal.len() {
            let inside = range.start < self.normal.len();
            let at = if inside { self.runs[self.run_at(range.start)].start_of(range.start) } else { self.span().end };
            return at..at;
        }
        let (first, last) = (self.runs[self.run_at(range.start)], self.runs[self.run_at(range.end - 1)]);
        first.start_of(range.start)..last.end_of(range.end)
    }

    /// The offset in the copy of the first character that came from the byte `at` of the source or from behind it.
    pub(crate) fn offset_of(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|run| (run.start as usize) < at);
        match next.checked_sub(1).map(|last| self.runs[last]) {
            Some(run) if run.even && at < run.end as usize => run.normal as usize + (at - run.start as usize),
            _ => self.runs.get(next).map_or(self.normal.len(), |run| run.normal as usize),
        }
    }

    /// The bytes of the source from the first to the last character.
    pub fn span(&self) -> Range<usize> {
        match (self.runs.first(), self.runs.last()) {
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
        let mut kept = Text { normal: String::with_capacity(ranges.iter().map(Range::len).sum()), runs: Vec::new() };
        for range in ranges.iter().filter(|range| !range.is_empty()) {
            let shift = kept.normal.len();
            let runs = &self.runs[self.run_at(range.start)..=self.run_at(range.end - 1)];
            for (at, run) in runs.iter().enumerate() {
                let from = range.start.max(run.normal as usize);
                let to = runs.get(at + 1).map_or(range.end, |next| next.normal as usize);
                kept.extend_runs(shift + (from - range.start), run.start_of(from), run.end_of(to), run.even);
            }
            kept.normal.push_str(&self.normal[range.clone()]);
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
        let shift = self.normal.len();
        for run in &other.runs {
            self.extend_runs(shift + run.normal as usize, run.start as usize, run.end as usize, run.even);
        }
        self.normal.push_str(&other.normal);
    }

    /// Moves the way back: its source now stands so many bytes further on.
    pub(super) fn move_by(&mut self, by: usize) {
        for run in &mut self.runs {
            run.start += by as u32;
            run.end += by as u32;
        }
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

    #[test]
    fn places_of_the_source_lead_to_the_copy() {
        let source = "前，（ｶﾞｽ）後方";
        let text = whole(source);
        for words in ["前", "，", "ｶﾞｽ", "後", "方"] {
            let at = text.offset_of(source.find(words).unwrap());
            assert!(text.normal()[at..].starts_with(whole(words).normal()), "{words}");
        }
        assert_eq!(text.offset_of(source.len()), text.normal().len());
        // Within the bytes of one character: the next one.
        assert_eq!(text.offset_of(source.find('ｽ').unwrap() - 1), text.normal().find('ス').unwrap());
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
