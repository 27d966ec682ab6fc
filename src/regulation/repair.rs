//! Noise of extraction that shows only when the document is put together: doubled endings, glued lists, lost bullets, mixed
//! brackets, numbers that skip. What is repaired is cut out of the normalised copies only; the source stays as it is.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::document::{Article, Block, Document, Item, Paragraph, StructureKind, Supplement};
use super::format::Format;
use super::glued::{cut_copy, letters};
use super::lines::Line;
use super::listed_things;
use super::markers::{item_mark, paragraph_mark};
use super::noise::{DiagnosticKind, NoiseLog};
use super::set_in_line;
use super::text::Text;

/// Repairs a document and notes what was repaired or looks odd.
pub(super) fn repair(document: &mut Document, noise: &mut NoiseLog) {
    log_mixed_brackets(document, noise);
    let mut last: Option<Vec<u32>> = None;
    for article in &mut document.articles {
        if let Some(number) = &article.number {
            let first = article.paragraphs.first().map_or(0..0, |paragraph| paragraph.span.clone());
            check_sequence(last.as_deref(), &number.0, first.start..first.start, noise);
            last = Some(article.last_number.as_ref().unwrap_or(number).0.clone());
        }
        repair_article(article, noise);
    }
    let others: [&mut Vec<Supplement>; 2] = [&mut document.supplements, &mut document.appendices];
    for supplement in others.into_iter().flatten() {
        supplement.articles.iter_mut().for_each(|article| repair_article(article, noise));
    }
}

fn repair_article(article: &mut Article, noise: &mut NoiseLog) {
    let mut last = None;
    for paragraph in &mut article.paragraphs {
        check_sequence(last.as_deref(), &[paragraph.number], paragraph.span.start..paragraph.span.start, noise);
        last = Some(vec![paragraph.number]);
        cut_glued_list(paragraph, noise);
        set_in_line::take_apart(paragraph);
        listed_things::join(paragraph, noise);
        log_unmatched(&paragraph.lead, noise);
        for block in &mut paragraph.blocks {
            match block {
                Block::List(items) => repair_items(items, noise),
                // 「一及び二 略」: the items below it go on from there.
                Block::Entry(entry) if entry.text.normal().trim_end().ends_with('略') => {
                    let from_second = entry.items.split_first_mut();
                    if let Some((first, others)) = from_second {
                        repair_items_behind(Some(first.label.numbers.clone()), others, noise);
                        repair_item(first, noise);
                    }
                }
                Block::Entry(entry) => repair_items(&mut entry.items, noise),
                Block::Table(_) => {}
            }
        }
    }
}

fn repair_items(items: &mut [Item], noise: &mut NoiseLog) {
    repair_items_behind(None, items, noise);
}

/// Repairs items, the first of which follows the one with the number `last`.
fn repair_items_behind(mut last: Option<Vec<u32>>, items: &mut [Item], noise: &mut NoiseLog) {
    for item in items {
        // A list may stop and begin again at 1; 「三から五まで 削除」 has the number of its last item.
        if item.label.numbers != [1] && !item.text.normal().trim().starts_with("削除") {
            check_sequence(last.as_deref(), &item.label.numbers, item.span.start..item.span.start, noise);
        }
        last = Some(item.label.numbers.clone());
        repair_item(item, noise);
    }
}

fn repair_item(item: &mut Item, noise: &mut NoiseLog) {
    cut_doubled_ending(&mut item.text, noise);
    log_unmatched(&item.text, noise);
    repair_items(&mut item.children, noise);
}

/// Notes a number that does not follow the one before: 2 follows 1, 1の2 follows 1, 2 follows 1の3.
fn check_sequence(last: Option<&[u32]>, number: &[u32], place: Range<usize>, noise: &mut NoiseLog) {
    let expected = match last {
        None => number == [1],
        Some(last) => {
            let depth = number.len();
            let longer = depth == last.len() + 1 && number[..last.len()] == *last && number[depth - 1] == 2;
            let next = depth <= last.len()
                && number[..depth - 1] == last[..depth - 1]
                && number[depth - 1] == last[depth - 1] + 1;
            longer || next
        }
    };
    if !expected {
        noise.push(DiagnosticKind::NumberGap, place);
    }
}

/// に関する事務に関する事務。 says its ending twice; once is enough.
fn cut_doubled_ending(text: &mut Text, noise: &mut NoiseLog) {
    static DOUBLED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"に関する(?:事務|こと|事)(に関する(?:事務|こと|事))。?$").expect("valid pattern"));
    let Some(second) = DOUBLED.captures(text.normal()).and_then(|found| found.get(1)) else { return };
    let range = second.range();
    noise.push(DiagnosticKind::DoubledEnding, text.source_range(range.clone()));
    *text = text.without(&[range]);
}

/// 「次の三局を置く。総務局企画局監督局」 with the same names line by line below: the glued copy is cut off.
fn cut_glued_list(paragraph: &mut Paragraph, noise: &mut NoiseLog) {
    let mut listed = String::new();
    for block in &paragraph.blocks {
        match block {
            Block::Entry(entry) => listed.push_str(&letters(entry.text.normal())),
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| listed.push_str(&letters(cell.normal())));
            }
            Block::List(_) => {}
        }
    }
    if !listed.is_empty() {
        cut_copy(&mut paragraph.lead, |glued| listed.starts_with(glued), noise);
    }
}

/// Notes a bracket without its partner.
fn log_unmatched(text: &Text, noise: &mut NoiseLog) {
    let normal = text.normal();
    let brackets = normal.matches(['(', ')', '「', '」']).count();
    if brackets == 0 {
        return;
    }
    let paired = super::brackets::find_brackets(normal).iter().filter(|b| matches!(b.opening, '(' | '「')).count() * 2;
    if brackets != paired {
        noise.push(DiagnosticKind::UnmatchedBracket, text.span());
    }
}

/// Notes the captions and headings whose brackets are of the rarer width.
fn log_mixed_brackets(document: &Document, noise: &mut NoiseLog) {
    let bracketed = |wide: bool| -> Vec<Range<usize>> {
        let kinds = [StructureKind::Caption, StructureKind::Supplement];
        let lines = document.structure.iter().filter(|line| kinds.contains(&line.kind));
        let opening = if wide { '（' } else { '(' };
        lines.filter(|line| document.quote(line.span.clone()).contains(opening)).map(|line| line.span.clone()).collect()
    };
    let (wide, narrow) = (bracketed(true), bracketed(false));
    if !wide.is_empty() && !narrow.is_empty() {
        let rarer = if wide.len() <= narrow.len() { wide } else { narrow };
        rarer.into_iter().for_each(|range| noise.push(DiagnosticKind::MixedBrackets, range));
    }
}

/// Notes the numbered lines without a bullet where most have one.
pub(super) fn log_lost_bullets(lines: &[Line], format: Format, noise: &mut NoiseLog) {
    if format != Format::Text {
        return;
    }
    let numbered = |line: &&Line| {
        let normal = line.text.normal();
        paragraph_mark(normal).is_some_and(|(_, rest)| rest < normal.len()) || item_mark(normal).is_some()
    };
    let (with, without): (Vec<&Line>, Vec<&Line>) = lines.iter().filter(numbered).partition(|line| line.bullet);
    if with.len() > without.len() {
        without.into_iter().for_each(|line| noise.push(DiagnosticKind::LostBullet, line.span.clone()));
    }
}
