//! Sentences of a paragraph or item: split at 「。」 outside brackets.

use std::ops::Range;

use super::brackets::find_brackets;

/// The sentences of a normalised text as ranges, without the white space around them. What stands behind the last 「。」 is a
/// sentence too; 「。」 inside brackets ends nothing.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in find_outside_brackets(text, "。") {
        push_trimmed(text, from..at + "。".len(), &mut found);
        from = at + "。".len();
    }
    push_trimmed(text, from..text.len(), &mut found);
    found
}

/// Offsets at which `needle` occurs outside all brackets.
pub fn find_outside_brackets(text: &str, needle: &str) -> Vec<usize> {
    let brackets = find_brackets(text);
    let mut found = Vec::new();
    let mut index = 0;
    let mut covered = 0;
    for (at, _) in text.match_indices(needle) {
        while index < brackets.len() && brackets[index].start <= at {
            covered = covered.max(brackets[index].end);
            index += 1;
        }
        if at >= covered {
            found.push(at);
        }
    }
    found
}

fn push_trimmed(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_stops_inside_brackets_do_not_end() {
        let text = "甲(乙。)は丙。 丁「戊。」己。庚";
        let parts: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["甲(乙。)は丙。", "丁「戊。」己。", "庚"]);
        assert!(sentences("  ").is_empty());
    }
}
