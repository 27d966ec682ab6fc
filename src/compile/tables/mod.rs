//! Tables: what their columns hold by their header, what a sentence says they are for, and the facts of their rows.
//!
//! A table is read only if its header says of every column what it holds *and* a sentence says what the table is for. An empty
//! cell of a key column (units, posts) means what stands above it. Whatever else is odd about a table or a row leaves it to
//! be reported: a wrong edge is worse than a missing one.

mod cells;
mod columns;
mod duties;
mod offices;
mod places;
mod posts;
mod purpose;
mod substitution;
mod tasks;
mod units;

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::Kinds;
use super::outline::{Outline, SentenceKind, TablePlace, Zone};
use crate::regulation::{Text, outermost_brackets, parse_number};

pub(crate) use cells::names_units;
pub(crate) use columns::Column;
pub(crate) use duties::{enter as enter_duties, place_owners};
pub(crate) use posts::{establish_listed as establish_posts, state as state_posts};
pub(crate) use purpose::Purpose;
pub(crate) use substitution::compile as substitution;
pub(crate) use tasks::{acting, compile as tasks};
pub(crate) use units::{listed, place as place_units};

/// A table whose header is understood.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// Indices of the sentences that its header is, also where it is repeated.
    pub header: Vec<usize>,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// The column that says where the units of the other columns belong (所属支所).
    pub above: Option<usize>,
    /// The sentences that speak of it, with what they say.
    pub governors: Vec<(usize, Purpose)>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(crate) struct TableRow {
    /// Index of its sentence.
    pub sentence: usize,
    /// Where the words of each column stand: the sentence (this row, or one above whose cell goes on) and the cell of it.
    pub cells: Vec<Option<(usize, usize)>>,
    /// Whether a remark stands in it.
    pub remarked: bool,
}

impl Table {
    /// The sentence that says something of the table, and what.
    pub(crate) fn governor(&self, says: impl Fn(&Purpose) -> bool) -> Option<(usize, &Purpose)> {
        self.governors.iter().find(|(_, purpose)| says(purpose)).map(|(index, purpose)| (*index, purpose))
    }

    /// The first column that holds something.
    pub(crate) fn column(&self, holds: &Column) -> Option<usize> {
        self.columns.iter().position(|column| column == holds)
    }

    /// The columns of units, from left to right.
    pub(crate) fn unit_columns(&self) -> Vec<usize> {
        let unit = |index: &usize| matches!(self.columns[*index], Column::Unit(_));
        (0..self.columns.len()).filter(unit).collect()
    }

    /// The columns of places and areas, from left to right.
    pub(crate) fn location_columns(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|index| self.columns[*index] == Column::Location).collect()
    }
}

impl TableRow {
    /// Whether the words of a column stand in this row, not in one above.
    pub(crate) fn is_own(&self, column: usize) -> bool {
        self.cells[column].is_some_and(|(sentence, _)| sentence == self.sentence)
    }
}

/// The tables of a document whose header is understood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    /// In the order of the text.
    pub tables: Vec<Table>,
    /// Rows of the tables whose header is not understood, by the sentence above.
    bare: BTreeMap<usize, Vec<usize>>,
    /// The sentences that speak of tables of any sort.
    governing: BTreeSet<usize>,
}

impl Tables {
    /// Reads the tables of a document.
    pub(crate) fn read(outline: &Outline<'_>, kinds: &Kinds) -> Self {
        let mut read = Self::default();
        for place in &outline.tables {
            let governors = governors(outline, place, kinds);
            read.governing.extend(governors.iter().map(|(index, _)| *index));
            match understand(outline, place, kinds) {
                Some((header, columns, rows)) => {
                    let titles = outline.sentences[header[0]].cells.iter();
                    let above = titles.map(Text::normal).position(|title| columns::belongs_to(title).is_some());
                    let above = above.filter(|above| matches!(columns.get(above + 1), Some(Column::Unit(_))));
                    read.tables.push(Table { header, columns, rows, above, governors });
                }
                None => {
                    if let Some(chapeau) = place.chapeau {
                        read.bare.entry(chapeau).or_default().extend(&place.rows);
                    }
                }
            }
        }
        read
    }

    /// The tables that a sentence speaks of.
    pub(crate) fn governed(&self, sentence: usize) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(move |table| table.governors.iter().any(|(index, _)| *index == sentence))
    }

    /// The sentences that speak of tables, in order.
    pub(crate) fn governing(&self) -> Vec<usize> {
        self.governing.iter().copied().collect()
    }

    /// The rows right below a sentence that no header says anything of.
    pub(crate) fn without_header(&self, sentence: usize) -> &[usize] {
        self.bare.get(&sentence).map_or(&[], Vec::as_slice)
    }

    /// Whether a sentence is the header of a table.
    pub(crate) fn is_header(&self, sentence: usize) -> bool {
        self.tables.iter().any(|table| table.header.contains(&sentence))
    }
}

/// Header, columns and rows of a table; `None` unless the header says of every column what it holds.
fn understand(
    outline: &Outline<'_>,
    place: &TablePlace,
    kinds: &Kinds,
) -> Option<(Vec<usize>, Vec<Column>, Vec<TableRow>)> {
    let cells = |row: usize| &outline.sentences[row].cells;
    let width = place.rows.iter().map(|row| cells(*row).len()).max()?;
    let first = *place.rows.first()?;
    let below = |column: usize| {
        let cells = place.rows[1..].iter().filter_map(move |row| cells(*row).get(column));
        cells.filter(|cell| !cell.is_empty()).map(Text::normal)
    };
    let titled = |text: &Text| {
        let by_names = || {
            let column = cells(first).iter().position(|cell| cell.span() == text.span())?;
            Column::named(text.normal(), below(column), kinds)
        };
        Column::titled(text.normal(), kinds).or_else(by_names)
    };
    let filled = |row: usize| cells(row).iter().filter(|cell| !cell.is_empty()).count();
    let all_titles = |row: usize| cells(row).iter().filter(|cell| !cell.is_empty()).all(|cell| titled(cell).is_some());
    if !all_titles(first) {
        return None;
    }
    let mut titles: Vec<Option<Column>> = cells(first).iter().map(titled).collect();
    let mut header = vec![first];
    // Titles over several columns (組織 over 部 and 課) have their own titles in the row below.
    if filled(first) < cells(first).len()
        && let Some(second) = place.rows.get(1).copied().filter(|row| filled(*row) > 1 && all_titles(*row))
    {
        header.push(second);
        for (column, cell) in cells(second).iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            titles.resize(titles.len().max(column + 1), None);
            titles[column] = titled(cell);
        }
    }
    let mut columns: Vec<Column> = Vec::with_capacity(titles.len());
    for title in titles {
        // A title reaches over the columns to its right that have none.
        columns.push(title.or_else(|| columns.last().cloned())?);
    }
    let single = |column: &Column| columns.iter().filter(|other| *other == column).count() < 2;
    let several = |column: &Column| matches!(column, Column::Unit(_) | Column::Duties | Column::Location);
    let unclear = |column: &Column| !several(column) && !single(column);
    if width > columns.len() || columns.iter().any(unclear) {
        return None;
    }
    let repeated = |row: &usize| cells(*row).iter().map(Text::normal).eq(cells(first).iter().map(Text::normal));
    let mut rows: Vec<TableRow> = Vec::new();
    for row in place.rows[header.len()..].iter().copied() {
        if repeated(&row) {
            header.push(row);
        } else {
            let slip = slipped(cells(row), &columns, kinds);
            rows.push(table_row(row, cells(row), slip, &columns, rows.last()));
        }
    }
    Some((header, columns, rows))
}

/// By how many columns the cells of a row have slipped to the left, because those that go on from above were left out of the
/// text: 「乙川｜」 in a table of 「事務所｜区域」. Only if a column of units shows it, and nothing but names stands there otherwise.
fn slipped(cells: &[Text], columns: &[Column], kinds: &Kinds) -> usize {
    let missing =
        columns.len() - cells.iter().rposition(|cell| !cell.is_empty()).map_or(columns.len(), |last| last + 1);
    let fits = |slip: usize| {
        let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        filled.filter(|(index, _)| matches!(columns.get(index + slip), Some(Column::Unit(_)))).all(|(_, cell)| {
            let name = cell.without(&outermost_brackets(cell.normal()));
            name.normal().split([' ', '、']).all(|name| kinds.class_of(name).is_some())
        })
    };
    if missing > 0 && !fits(0) && fits(missing) { missing } else { 0 }
}

/// A row with the cells of the row above that go on in it: those of key columns to the left of the first one that is new.
fn table_row(sentence: usize, cells: &[Text], slip: usize, columns: &[Column], above: Option<&TableRow>) -> TableRow {
    let mut goes_on = true;
    let mut found = Vec::with_capacity(columns.len());
    let mut remarked = false;
    for (index, column) in columns.iter().enumerate() {
        let index_in_row =
            index.checked_sub(slip).filter(|index| cells.get(*index).is_some_and(|cell| !cell.is_empty()));
        if let Some(own) = index_in_row {
            goes_on &= !column.is_key();
            remarked |= *column == Column::Remarks;
            found.push(Some((sentence, own)));
        } else {
            found.push(above.and_then(|above| above.cells[index]).filter(|_| goes_on && column.is_key()));
        }
    }
    TableRow { sentence, cells: found, remarked }
}

/// The sentences that speak of a table: those of its paragraph; of a table in an appendix those that name the appendix.
fn governors(outline: &Outline<'_>, place: &TablePlace, kinds: &Kinds) -> Vec<(usize, Purpose)> {
    let purpose = |index: usize| (index, Purpose::of(outline.sentences[index].bare.normal(), kinds));
    if let Some(heading) = &place.appendix {
        let names_it = |index: &usize| {
            let sentence = &outline.sentences[*index];
            sentence.zone == Zone::Main
                && sentence.kind == SentenceKind::Lead
                && speaks_of_appendix(sentence.text.normal(), heading)
        };
        return (0..outline.sentences.len()).filter(names_it).map(purpose).collect();
    }
    let Some(chapeau) = place.chapeau else { return Vec::new() };
    let clause = outline.sentences[chapeau].clause;
    let lead = |index: &usize| {
        let sentence = &outline.sentences[*index];
        sentence.clause == clause && sentence.kind == SentenceKind::Lead
    };
    let leads = (0..=chapeau).rev().take_while(lead).collect::<Vec<_>>().into_iter().rev();
    // With items in the same paragraph 「次のとおり」 may speak of these.
    let items = !outline.below(chapeau, SentenceKind::Item).is_empty();
    let speaks = |index: &usize| {
        let words = outline.sentences[*index].bare.normal();
        words.contains('表') || (!items && (words.contains("次の") || words.contains("次に")))
    };
    leads.filter(speaks).map(purpose).collect()
}

/// Whether words name the appendix with a heading.
pub(crate) fn speaks_of_appendix(words: &str, heading: &str) -> bool {
    appendix_name(heading).is_some_and(|name| appendices_named(words).contains(&name))
}

/// 別表第1(第3条関係) as 1, 別表 as 0.
fn appendix_name(heading: &str) -> Option<u32> {
    let rest = heading.strip_prefix("別表")?;
    let number: String = rest.trim_start_matches('第').chars().take_while(|c| is_digit(*c)).collect();
    if number.is_empty() { Some(0) } else { parse_number(&number) }
}

/// The appendices that a sentence names: 別表第1 as 1, 別表 as 0.
fn appendices_named(words: &str) -> Vec<u32> {
    words.match_indices("別表").filter_map(|(at, _)| appendix_name(&words[at..])).collect()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "〇一二三四五六七八九十百".contains(c)
}

/// Whether a cell stands for nothing: a dash.
fn is_dash(words: &str) -> bool {
    ["-", "ー", "―", "—", "‐", "−", "─", "なし"].contains(&words)
}

/// Whether words mean what a column of a table holds: 次の表の左欄に掲げる部.
pub(crate) fn names_a_column(words: &str) -> bool {
    words.contains("欄に掲げる") || words.contains("表に掲げる") || words.contains("欄に定める")
}
