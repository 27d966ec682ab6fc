//! Width and line breaking of mixed Japanese and Latin text for a terminal.
//!
//! A full-width character takes two columns. East-Asian *ambiguous* characters (→, ①, ○) take one, as in nearly every
//! terminal today. Japanese breaks between any two characters save where kinsoku forbids it; words
//! in Latin letters or katakana and citations stay whole.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a line of answers.
pub const LINE_WIDTH: usize = 80;

/// Characters that never start a line.
const NOT_AT_START: &str =
    "、。，．,.・：；:;？！?!）)］]｝}」』】〉》〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜…";
/// Characters that never end a line.
const NOT_AT_END: &str = "（([［{｛「『【〈《〔";

/// Columns that the text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text filled up with spaces to at least this many columns.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text cut to at most this many columns, the cut shown by `…`.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used > columns {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// Breaks a text into lines of at most `columns` columns. Line breaks in the text stay. A single unbreakable piece that
/// is wider than a line (a long path) overflows rather than being torn.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph.trim_end(), columns.max(2), &mut lines);
    }
    lines
}

/// The text in lines of at most `columns` columns: the first after `first`, the others after as many spaces as `first` is
/// wide. Every line ends in a line break.
pub fn hang(first: &str, text: &str, columns: usize) -> String {
    let indent = width(first);
    let mut out = String::new();
    for (number, line) in wrap(text, columns.saturating_sub(indent)).into_iter().enumerate() {
        let lead = if number == 0 { first.to_owned() } else { " ".repeat(indent) };
        out.push_str(format!("{lead}{line}").trim_end());
        out.push('\n');
    }
    out
}

/// Breaks one paragraph greedily.
fn wrap_paragraph(text: &str, columns: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let needed = width(piece.trim_end());
        if used > 0 && used + needed > columns {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0;
        }
        line.push_str(piece);
        used += width(piece);
    }
    lines.push(line.trim_end().to_owned());
}

/// The pieces of a text between which a line may break; together they are the text.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, before)) = characters.next() {
        let Some(&(next, after)) = characters.peek() else { break };
        if may_break(before, after) {
            pieces.push(&text[start..next]);
            start = next;
        }
        debug_assert!(at < next);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// Whether a line may end after `before` and go on with `after`.
fn may_break(before: char, after: char) -> bool {
    let kept_together = NOT_AT_START.contains(after)
        || NOT_AT_END.contains(before)
        || (is_katakana(before) && is_katakana(after))
        || in_citation(before, after);
    if after == ' ' || kept_together {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

/// Whether two neighbours are inside a citation (第17条の2第3項): around a number nothing breaks.
fn in_citation(before: char, after: char) -> bool {
    let unit = |character| "条項号編章節款目年月日".contains(character);
    (after.is_ascii_digit() && "第の".contains(before))
        || (before.is_ascii_digit() && unit(after))
        || (unit(before) && "第の".contains(after))
}

/// Whether a character is a letter of the katakana: words in katakana stay whole.
fn is_katakana(character: char) -> bool {
    ('ァ'..='ヺ').contains(&character) || character == 'ー'
}

/// Whether a character takes two columns.
fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn japanese_breaks_between_characters_but_obeys_kinsoku() {
        assert_eq!(wrap("総務課長は、部長の命を受ける。", 10), ["総務課長", "は、部長の", "命を受け", "る。"]);
        assert_eq!(wrap("甲（乙）丙", 4), ["甲", "（乙）", "丙"]);
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(wrap("the head of the section", 12), ["the head of", "the section"]);
        assert_eq!(wrap("LGWAN全国センター", 9), ["LGWAN全国", "センター"]);
        assert_eq!(wrap("職は第17条の2の長", 10), ["職は", "第17条の2", "の長"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }

    #[test]
    fn hanging_indent_cut_and_pad() {
        assert_eq!(hang("- ", "総務課長会計課長", 10), "- 総務課長\n  会計課長\n");
        assert_eq!(cut("総務課長", 7), "総務課…");
        assert_eq!(cut("総務課長", 8), "総務課長");
        assert_eq!(pad("課", 4), "課  ");
    }

    proptest! {
        /// Nothing but spaces at line ends is lost, and a line is too wide only if it is one unbreakable piece.
        #[test]
        fn wrapping_loses_nothing(text in "[a-c 課長（）、。ー]{0,60}", columns in 2_usize..30) {
            let lines = wrap(&text, columns);
            let squeeze = |s: &str| s.replace(' ', "");
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
            for line in &lines {
                prop_assert!(width(line) <= columns || pieces(line.trim_start()).len() == 1, "{:?}", lines);
            }
        }
    }
}
