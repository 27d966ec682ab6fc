//! A list set in the line of the sentence that announces it: 「甲局に、次の二課を置く。　総務課　　管理課」.

use std::ops::Range;

use super::document::{Block, Entry, Paragraph};
use super::numerals::leading_number;
use super::sentences::find_outside_brackets;

/// Makes bare lines of the names that stand behind the last sentence of a paragraph. Only where nothing is listed below it.
pub(super) fn take_apart(paragraph: &mut Paragraph) {
    if !paragraph.blocks.is_empty() {
        return;
    }
    let names = names_in_line(paragraph.lead.normal());
    let Some(first) = names.first() else { return };
    let end = paragraph.lead.normal()[..first.start].trim_end().len();
    let entry = |name: &Range<usize>| {
        let text = paragraph.lead.slice(name.clone());
        Block::Entry(Entry { text, indent: 2, items: Vec::new() })
    };
    paragraph.blocks = names.iter().map(entry).collect();
    paragraph.lead = paragraph.lead.slice(0..end);
}

/// The names behind the last sentence of a text that announces a list; none where they may be something else. White space sets them
/// apart; where there is none, the kind in which each of the announced number ends: 「次の二課を置く。総務課管理課」.
pub(super) fn names_in_line(normal: &str) -> Vec<Range<usize>> {
    let Some(end) = find_outside_brackets(normal, "。").last().map(|at| at + "。".len()) else { return Vec::new() };
    let marks = ["次の", "次に掲げる", "左の", "左に掲げる"];
    let Some(announced) = marks.iter().find_map(|mark| Some(normal[..end].rfind(mark)? + mark.len())) else {
        return Vec::new();
    };
    let mut names = match normal[end..].chars().next() {
        Some(' ') => names_behind(normal, end),
        Some(_) => names_of_kind(normal, announced, end),
        None => Vec::new(),
    };
    if !names.iter().all(|name| is_name(&normal[name.clone()])) {
        names.clear();
    }
    names
}

/// As many names as 「七部」 counts, each ending in 部.
fn names_of_kind(normal: &str, announced: usize, from: usize) -> Vec<Range<usize>> {
    let counted = || {
        let (count, length) = leading_number(&normal[announced..])?;
        let kind = normal[announced + length..].chars().next()?;
        Some((count as usize, kind))
    };
    let Some((count, kind)) = counted() else { return Vec::new() };
    let mut names = Vec::new();
    let mut start = from;
    for (at, _) in normal[from..].match_indices(kind) {
        let end = from + at + kind.len_utf8();
        names.push(start..end);
        start = end;
    }
    if start == normal.len() && names.len() == count { names } else { Vec::new() }
}

/// The words behind an offset that white space outside brackets sets apart.
fn names_behind(normal: &str, from: usize) -> Vec<Range<usize>> {
    let spaces = find_outside_brackets(normal, " ").into_iter().filter(|at| *at >= from);
    let mut names = Vec::new();
    let mut start = from;
    for space in spaces.chain([normal.len()]) {
        if start < space {
            names.push(start..space);
        }
        start = space + 1;
    }
    names
}

/// Whether words are one name: nothing outside brackets that only a sentence has.
fn is_name(words: &str) -> bool {
    let bare = words.find('(').map_or(words, |at| &words[..at]);
    !bare.is_empty() && bare.chars().count() <= 30 && !bare.contains(['。', 'は', 'を', 'に'])
}

#[cfg(test)]
mod tests {
    use super::names_in_line;

    fn names(text: &str) -> Vec<&str> {
        names_in_line(text).into_iter().map(|name| &text[name]).collect()
    }

    #[test]
    fn names_stand_apart_or_end_in_the_kind() {
        assert_eq!(names("甲局に、次の二課を置く。 総務課 管理課(東局に限る。)"), ["総務課", "管理課(東局に限る。)"]);
        assert_eq!(names("甲局に、次の二課を置く。総務課管理課"), ["総務課", "管理課"]);
    }

    #[test]
    fn near_misses() {
        // 「課内課」 makes three of two: which letters end a name is not told.
        assert!(names("甲局に、次の二課を置く。総務課課内課").is_empty());
        assert!(names("甲局に、次の課を置く。総務課管理課").is_empty());
        assert!(names("甲局に課を置く。 総務課 管理課").is_empty());
        assert!(names("甲局に、次の二課を置く。 ただし、東局には置かない").is_empty());
        assert!(names("甲局に、次の二課を置く。").is_empty());
    }
}
