//! One grammar for all tables (`reading.md` §1.4): what a column holds is told by the sentence that speaks of it, else by its header;
//! the frame of a row is the lead frame applied to its cells, or follows from the roles of its columns.

use std::ops::Range;

use super::SentenceReading;
use super::account::{Account, Use};
use super::cells::{Cell, Row, rows_frame};
use super::complete::Reader;
use super::frame::Frame;
use super::sentence::Words;
use super::state::{Kind, Reason, Standing, judge};
use super::tokens::is_numeral;
use crate::compile::lexicon::{Column, WordClass, classify, column};
use crate::compile::outline::{TablePlace, Zone};
use crate::regulation::find_brackets;

/// A table being read.
#[derive(Debug)]
pub(crate) struct TableState {
    /// Its first row.
    first: usize,
    /// The sentence that speaks of it, with the frame that it fills.
    lead: Option<(usize, Frame)>,
    /// The row above that names the unit of all rows below it.
    group: Option<usize>,
    /// Of each column the last cell that says something.
    carried: Vec<Option<Cell>>,
}

/// Reads a row.
pub(crate) fn row(reader: &mut Reader<'_, '_>, index: usize) -> SentenceReading {
    let sentence = reader.place(index);
    let text = sentence.text.normal();
    if sentence.zone == Zone::Supplement {
        return SentenceReading::excused(text, Kind::Transition);
    }
    let Some(table) = table_of(reader, index) else { return SentenceReading::unread(text, Reason::NoFiller) };
    if text.chars().all(|c| c.is_whitespace() || matches!(c, '|' | '-' | ':' | '―')) {
        return SentenceReading::excused(text, Kind::TableHeader);
    }
    if let Some(reading) = group(reader, table, index) {
        return reading;
    }
    let (head, columns) = header(reader, table, index);
    if Some(index) == head || is_header(reader, index) && table.rows.len() > 1 {
        return SentenceReading::excused(text, Kind::TableHeader);
    }
    if reader.table.as_ref().is_none_or(|state| state.first != table.rows[0]) {
        let lead = lead(reader, table);
        reader.table = Some(TableState { first: table.rows[0], lead, group: None, carried: Vec::new() });
    }
    let cells = cells(reader, index);
    let lead = reader.table.as_ref().and_then(|state| state.lead.clone());
    let mut row = Row {
        reader,
        index,
        cells,
        columns,
        header: head.unwrap_or(table.rows[0]),
        account: Account::open(text.len()),
    };
    let frames: Vec<Frame> = rows_frame(&mut row, lead.as_ref());
    let mut account = row.account;
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_whitespace() || *c == '|') {
        account.take_open(super::account::Span::new(at..at + c.len_utf8()), Use::Punctuation);
    }
    let state = judge(text, &frames, &account, Standing { filled: true, ..Standing::default() });
    SentenceReading { frames, account, state }
}

/// A row that names one unit and nothing else, over rows of several cells.
fn group(reader: &mut Reader<'_, '_>, table: &TablePlace, index: usize) -> Option<SentenceReading> {
    let sentence = reader.place(index);
    let text = sentence.text.normal();
    let alone = sentence.cells.iter().filter(|cell| !cell.is_empty()).count() == 1 && !sentence.cells[0].is_empty();
    let wide = table.rows.iter().any(|row| reader.place(*row).cells.iter().filter(|cell| !cell.is_empty()).count() > 1);
    if !alone || !wide || column(text).is_some_and(|column| column == Column::Idle) {
        return None;
    }
    let np = unit_in(reader, index)?;
    let state = reader.table.as_mut()?;
    state.group = Some(index);
    state.carried.clear();
    let mut account = Account::open(text.len());
    account.take_open(np.span, Use::Phrase);
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_whitespace() || *c == '|') {
        account.take_open(super::account::Span::new(at..at + c.len_utf8()), Use::Punctuation);
    }
    account.is_whole().then_some(SentenceReading { frames: Vec::new(), account, state: super::state::State::Read })
}

/// The unit that a row names, if it names one.
fn unit_in(reader: &Reader<'_, '_>, row: usize) -> Option<super::phrase::Np> {
    let text = reader.place(row).text.normal();
    let brackets = find_brackets(text);
    let np = Words::new(text, &brackets, reader.terms).inner(super::account::Span::new(0..text.len()));
    matches!(np.form, super::phrase::NpForm::Named { .. }).then_some(np)
}

/// The unit of the row over the rows of a group, with that row.
pub(super) fn group_of(reader: &Reader<'_, '_>) -> Option<(super::phrase::Np, usize)> {
    let row = reader.table.as_ref()?.group?;
    unit_in(reader, row).map(|np| (np, row))
}

/// The table of a row.
fn table_of<'r>(reader: &Reader<'r, '_>, index: usize) -> Option<&'r TablePlace> {
    let tables = &reader.outline.tables;
    let at = tables.partition_point(|table| table.rows[0] <= index).checked_sub(1)?;
    tables[at].rows.binary_search(&index).is_ok().then(|| &tables[at])
}

/// The row in which the headers stand, and what the columns hold: the first row, or one right below it that is headers alone.
fn header(reader: &Reader<'_, '_>, table: &TablePlace, index: usize) -> (Option<usize>, Vec<Option<Column>>) {
    if table.rows.len() < 2 {
        return (None, Vec::new());
    }
    let columns = |row: usize| -> Vec<Option<Column>> {
        let mut found: Vec<Option<Column>> =
            reader.place(row).cells.iter().map(|cell| column_of(reader, cell.normal())).collect();
        // A header over two columns.
        for at in 1..found.len() {
            if reader.place(row).cells[at].is_empty() && found[at - 1] == Some(Column::Idle) {
                found[at] = found[at - 1];
            }
        }
        found
    };
    let count = |columns: &[Option<Column>]| columns.iter().filter(|column| column.is_some()).count();
    let first = columns(table.rows[0]);
    let known = count(&first);
    if let Some(row) = table.rows.iter().take(4).skip(1).find(|row| **row <= index && is_header(reader, **row))
        && count(&columns(*row)) > known
    {
        return (Some(*row), columns(*row));
    }
    let filled = reader.place(table.rows[0]).cells.iter().filter(|cell| !cell.is_empty()).count();
    if known > 0 && known * 2 >= filled { (Some(table.rows[0]), first) } else { (None, Vec::new()) }
}

/// Whether all cells of a row are headers.
fn is_header(reader: &Reader<'_, '_>, row: usize) -> bool {
    let mut cells = reader.place(row).cells.iter().filter(|cell| !cell.is_empty()).peekable();
    let named = |words: &str| {
        column(words.trim_matches(['(', ')'])).is_some()
            && (words.contains('名') || HEADER_WORDS.iter().any(|word| words.ends_with(word)))
    };
    let kinds = |words: &str| words.split(['・', '、']).all(|kind| classify(kind) == WordClass::Kind);
    cells.peek().is_some() && cells.all(|cell| named(cell.normal().trim()) || kinds(cell.normal().trim()))
}

/// Words that stand in a header and in no other row.
const HEADER_WORDS: [&str; 14] = [
    "名称",
    "位置",
    "管轄区域",
    "区域",
    "分掌事務",
    "所掌事務",
    "職名",
    "職",
    "事項",
    "備考",
    "所在地",
    "順位",
    "位置)",
    "所在地)",
];

/// What a header says; a title as a header is one who decides.
fn column_of(reader: &Reader<'_, '_>, words: &str) -> Option<Column> {
    let found = column(words);
    if found.is_some() {
        return found;
    }
    let brackets = find_brackets(words);
    let np = Words::new(words, &brackets, reader.terms).inner(super::account::Span::new(0..words.len()));
    (np.sort() == super::phrase::Sort::Post).then_some(Column::Title)
}

/// The frame of the sentence that speaks of a table: the one above it, or of an appended table one of the main provisions.
fn lead(reader: &mut Reader<'_, '_>, table: &TablePlace) -> Option<(usize, Frame)> {
    let with_hole = |sentence: usize| {
        let frames = &reader.reading(sentence)?.frames;
        frames
            .iter()
            .rev()
            .find(|frame| frame.hole().is_some())
            .or(frames.last())
            .cloned()
            .map(|frame| (sentence, frame))
    };
    if let Some(found) = table.chapeau.and_then(with_hole) {
        return Some(found);
    }
    appendix_lead(reader, table.appendix.as_deref()?)
}

/// The frame of the main provisions that an appended table or list fills; looked for once in an article.
pub(crate) fn appendix_lead(reader: &mut Reader<'_, '_>, heading: &str) -> Option<(usize, Frame)> {
    if reader.appendix.is_none() {
        reader.appendix = Some(find_appendix_lead(reader, heading));
    }
    reader.appendix.clone().flatten()
}

fn find_appendix_lead(reader: &Reader<'_, '_>, heading: &str) -> Option<(usize, Frame)> {
    let name: String = heading.split(['(', ' ']).next().unwrap_or(heading).split_whitespace().collect();
    // 別表第1 is neither 別表第10 nor 別表第1の2.
    let ends = |behind: &str| {
        let mut behind = behind.chars();
        match (behind.next(), behind.next()) {
            (Some(c), _) if is_numeral(c) => false,
            (Some('の'), Some(c)) if is_numeral(c) => false,
            _ => true,
        }
    };
    let speaks = |index: &&usize| {
        let text = reader.outline.sentences[**index].text.normal();
        text.match_indices(&name).any(|(at, _)| ends(&text[at + name.len()..]))
    };
    reader.mentions.iter().filter(speaks).find_map(|index| {
        let frame = reader.reading(*index)?.frames.iter().rev().find(|frame| frame.hole().is_some())?;
        Some((*index, frame.clone()))
    })
}

/// The cells of a row; one that is empty or says 同上 repeats the one above it, never across a change to its left.
fn cells(reader: &mut Reader<'_, '_>, index: usize) -> Vec<Cell> {
    let sentence = reader.place(index);
    let Some(state) = &mut reader.table else { return Vec::new() };
    let carried = &mut state.carried;
    let own = ranges(sentence.cells.iter().map(|cell| cell.normal().len()));
    let mut changed = false;
    // A row with fewer cells has lost those on its left, which go on from above.
    let lost = carried.len().saturating_sub(own.len());
    let mut found: Vec<Cell> =
        carried.iter().take(lost).flatten().map(|above| Cell { own: 0..0, ..above.clone() }).collect();
    let lost = found.len();
    for (at, (cell, range)) in sentence.cells.iter().zip(own).enumerate().map(|(at, cell)| (at + lost, cell)) {
        let written = cell.normal().trim();
        let repeats = written.is_empty() || matches!(written, "〃" | "同上" | "同" | "″" | "\"");
        let above = carried.get(at).cloned().flatten();
        let value = match (repeats, above) {
            (true, Some(above)) if !changed => Cell { own: range, ..above },
            _ => Cell { row: index, range: unwrapped(sentence.text.normal(), range.clone()), own: range },
        };
        if !repeats {
            changed = true;
        }
        if carried.len() <= at {
            carried.resize(at + 1, None);
        }
        carried[at] = Some(value.clone());
        found.push(value);
    }
    found
}

/// A cell that is all in brackets without them: 「（江差）」.
fn unwrapped(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    match words.strip_prefix('(').and_then(|words| words.strip_suffix(')')) {
        Some(inner) if !inner.contains(')') || inner.starts_with('(') => {
            unwrapped(text, range.start + 1..range.end - 1)
        }
        _ => range,
    }
}

/// Where cells stand in the text of their row: put together with a space between those that are not empty.
fn ranges(lengths: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut at = 0;
    lengths
        .map(|length| {
            if length == 0 {
                return at..at;
            }
            let start = if at == 0 { 0 } else { at + 1 };
            at = start + length;
            start..at
        })
        .collect()
}
