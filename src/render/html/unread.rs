//! The words of a sentence that nothing used, marked where they stand: by a dotted line, not by colour alone.

use std::ops::Range;

use crate::compile::{ArticleReport, SentenceReport};
use crate::render::messages::{Messages, tr};

use super::markup::Markup;

/// The text of a sentence as one line, its unread words marked.
pub(super) fn sentence(markup: &mut Markup, sentence: &SentenceReport) {
    marked(markup, &sentence.text, &ranges(sentence));
}

/// The cells of a row, each an element, with their unread words marked.
pub(super) fn cells(markup: &mut Markup, sentence: &SentenceReport, cells: &[String]) {
    let unread = ranges(sentence);
    let mut from = 0;
    for cell in cells {
        let at = sentence.text[from..].find(cell.as_str()).map(|at| from + at);
        let inside = at.map_or_else(Vec::new, |at| within(&unread, &(at..at + cell.len())));
        from = at.map_or(from, |at| at + cell.len());
        markup.element("span", &[("class", "cell")], |markup| marked(markup, cell, &inside));
        markup.text(" ");
    }
}

/// What the mark means; nothing where no word is marked.
pub(super) fn legend(markup: &mut Markup, articles: &[ArticleReport], messages: &Messages) {
    let mut sentences = articles.iter().flat_map(|article| &article.sentences);
    if sentences.all(|sentence| sentence.sentence.unread.is_empty()) {
        return;
    }
    markup.element("p", &[("class", "kinds")], |markup| {
        markup.leaf("mark", &[("class", "unread")], &tr!(messages, "page-unread-legend"));
        markup.text(&tr!(messages, "page-unread-meaning"));
    });
}

/// Where the unread words of a sentence stand.
fn ranges(sentence: &SentenceReport) -> Vec<Range<usize>> {
    let fits = |range: &Range<usize>| sentence.text.get(range.clone()).is_some();
    sentence.unread.iter().map(|unread| unread.start as usize..unread.end as usize).filter(fits).collect()
}

/// The parts of ranges that lie within another, counted from its start.
fn within(ranges: &[Range<usize>], outer: &Range<usize>) -> Vec<Range<usize>> {
    let parts = ranges.iter().map(|range| range.start.max(outer.start)..range.end.min(outer.end));
    let parts = parts.filter(|part| part.start < part.end);
    parts.map(|part| part.start - outer.start..part.end - outer.start).collect()
}

/// Text whose lines were broken by the page that it comes from, as one line, with marked ranges.
fn marked(markup: &mut Markup, text: &str, unread: &[Range<usize>]) {
    for (words, is_unread) in pieces(text, unread) {
        if is_unread {
            markup.leaf("mark", &[("class", "unread")], &words);
        } else {
            markup.text(&words);
        }
    }
}

/// The pieces of a text in order, each with whether it is in one of the ranges; the spaces around line breaks are left out.
fn pieces(text: &str, unread: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut push = |words: &str, is_unread: bool| match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some((last, known)) if *known == is_unread => last.push_str(words),
        _ => pieces.push((words.to_owned(), is_unread)),
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let kept = start + lead..start + lead + line.trim().len();
        let mut from = kept.start;
        for part in within(unread, &kept) {
            let part = kept.start + part.start..kept.start + part.end;
            push(&text[from..part.start], false);
            push(&text[part.clone()], true);
            from = part.end;
        }
        push(&text[from..kept.end], false);
        start += line.len();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unread_words_are_marked_across_line_breaks() {
        let text = "部長は、青い\n  旗による。";
        let flag = text.find("青い").unwrap()..text.find("による").unwrap();
        let expected = [("部長は、", false), ("青い旗", true), ("による。", false)];
        assert_eq!(pieces(text, &[flag]), expected.map(|(words, is_unread)| (words.to_owned(), is_unread)));
        let joined: String = pieces(text, &[]).into_iter().map(|(words, _)| words).collect();
        assert_eq!(joined, super::super::coverage_article::joined(text));
    }
}
