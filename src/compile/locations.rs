//! Where units are and for which area: tables of names, places and areas, and the sentences that announce them. No authority
//! content.

use std::sync::LazyLock;

use regex::Regex;

use super::coverage::NoContent;
use super::kinds::NameClass;
use super::outline::{SentenceKind, TablePlace};
use super::register::Register;
use super::tables::{Column, Table, TableRow, names_units};
use crate::regulation::parse_number;

/// 「別表第1の上欄に掲げる事務に関しては、同表の中欄に掲げる支局が、それぞれ同表の下欄に掲げる区域を管轄するものとする。」
static OF_AREAS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"欄に掲げる[^。]*欄に掲げる[^。、]*(?:区域|海域|水域|海面|航路)を(?:管轄(?:し|する)|除く)[^。]*",
        r"(?:管轄する|除く)?(?:ものとする)?。$"
    ))
    .expect("valid pattern")
});

/// 「次の表の上欄に掲げる部に置く課及びこれに準ずる室に係る…数は、それぞれ同表の下欄に掲げるとおりとする。」
static OF_NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"に置く(?:課|室|部|係)(?:及びこれに準ずる[課室部係])?(?:の|に係る[^。は]*)数は、[^。]*とする。$")
        .expect("valid pattern")
});

/// Notes sentences that say how many units there may be somewhere and name none of them, with what is listed below.
pub(super) fn excuse_numbers(register: &mut Register<'_>) {
    let outline = register.outline;
    for (index, sentence) in outline.sentences.iter().enumerate() {
        if sentence.kind != SentenceKind::Lead || !OF_NUMBERS.is_match(sentence.bare.normal()) {
            continue;
        }
        let counts = |words: &str| {
            let at = words.find(|c| "0123456789一二三四五六七八九十".contains(c)).unwrap_or(words.len());
            let name = words[..at].trim();
            let unit = register.kinds.is_kind(name) || register.kinds.class_of(name) == Some(NameClass::Unit);
            unit && parse_number(words[at..].trim()).is_some()
        };
        let says_so = |below: &usize| counts(outline.sentences[*below].text.normal().trim_end_matches('。'));
        let is_header = |row: &usize| {
            let cells = &outline.sentences[*row].cells;
            matches!(&cells[..], [kind, number] if register.kinds.is_kind(kind.normal()) && number.normal() == "数")
        };
        let rows = outline.below(index, SentenceKind::Row);
        let items = outline.below(index, SentenceKind::Item);
        let header = rows.iter().copied().find(|row| is_header(row));
        let read: Vec<usize> = rows.into_iter().chain(items).filter(says_so).collect();
        register.excused.insert(index, NoContent::OpenEstablishment);
        register.excused.extend(read.into_iter().map(|below| (below, NoContent::OpenEstablishment)));
        register.excused.extend(header.map(|row| (row, NoContent::TableHeader)));
    }
}

/// Notes the headers of tables, the rows that say only where units are, and the sentences that announce them.
pub(super) fn excuse(register: &mut Register<'_>) {
    let outline = register.outline;
    for table in &outline.tables {
        excuse_titled(register, table);
        excuse_captioned(register, table);
        let headers = table.rows.iter().filter(|row| register.tables.is_header(**row));
        register.excused.extend(headers.map(|row| (*row, NoContent::TableHeader)));
    }
    let tables = register.tables.clone();
    tables.tables.iter().for_each(|table| excuse_areas(register, table));
    for (index, sentence) in outline.sentences.iter().enumerate() {
        let words = sentence.bare.normal();
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        let subject = words.find("は、").map_or("", |at| &words[..at]);
        let places = ["位置", "管轄区域", "名称", "所在地"].iter().any(|word| subject.ends_with(word));
        if places && words.ends_with("とおりとする。") || words.contains("欄に掲げる") && OF_AREAS.is_match(words)
        {
            register.excused.insert(index, NoContent::Location);
        }
    }
}

/// A table whose first row has the titles of places.
fn excuse_titled(register: &mut Register<'_>, table: &TablePlace) {
    let header = table.rows[0];
    let cells = &register.sentence(header).cells;
    let titles: Vec<Option<Column>> = cells.iter().map(|cell| Column::titled(cell.normal(), &register.kinds)).collect();
    let named = |cell: &str| ["位置", "管轄区域", "所在地", "担当区域"].iter().any(|word| cell.contains(word));
    let places = cells.iter().any(|cell| named(&cell.normal().replace(' ', "")));
    // A column of duties or posts says more than where a unit is.
    if places && titles.iter().flatten().all(is_harmless) {
        register.excused.insert(header, NoContent::TableHeader);
        register.excused.extend(table.rows[1..].iter().map(|row| (*row, NoContent::Location)));
    }
}

/// A table in parts, each with the name of a unit over its titles: 「甲支局」, 「名称｜位置｜管轄区域」, 「第一分室｜乙市｜乙郡」.
fn excuse_captioned(register: &mut Register<'_>, table: &TablePlace) {
    let [first, titles, ..] = table.rows[..] else { return };
    let filled = |row: usize| register.sentence(row).cells.iter().filter(|cell| !cell.is_empty());
    let words = |row: usize| filled(row).map(|cell| cell.normal().replace(' ', "")).collect::<Vec<_>>();
    let is_unit = |word: &String| register.kinds.class_of(word) == Some(NameClass::Unit);
    let caption = |row: usize| matches!(&words(row)[..], [only] if is_unit(only));
    let columns: Option<Vec<Column>> =
        filled(titles).map(|cell| Column::titled(cell.normal(), &register.kinds)).collect();
    let Some(columns) = columns.filter(|columns| columns.iter().all(is_harmless)) else { return };
    if !caption(first) || columns.len() < 2 || !columns.contains(&Column::Location) {
        return;
    }
    let header = words(titles);
    let kind_of = |row: usize| {
        if caption(row) || words(row) == header {
            return Some(NoContent::TableHeader);
        }
        // Every column has its cell, and that of names a name.
        let full = words(row).len() == columns.len();
        let names =
            words(row).iter().zip(&columns).all(|(word, column)| !matches!(column, Column::Unit(_)) || is_unit(word));
        (full && names).then_some(NoContent::Location)
    };
    let read: Vec<_> = table.rows.iter().filter_map(|row| Some((*row, kind_of(*row)?))).collect();
    register.excused.extend(read);
}

/// A table of which a sentence says that it gives the areas of units, or whose columns hold nothing but units and areas. A row
/// with anything but names where units should stand is left to be reported.
fn excuse_areas(register: &mut Register<'_>, table: &Table) {
    let is_said = |(index, _): &(usize, _)| OF_AREAS.is_match(register.sentence(*index).bare.normal());
    let said = table.governors.iter().any(is_said);
    let only = |column: &Column| is_harmless(column) || (said && *column == Column::Duties);
    let areas = table.location_columns();
    if areas.is_empty() || !table.columns.iter().all(only) || table.governors.is_empty() {
        return;
    }
    let area = |row: &&TableRow| {
        !row.remarked && areas.iter().any(|column| row.is_own(*column)) && names_units(register, table, row)
    };
    let rows: Vec<usize> = table.rows.iter().filter(area).map(|row| row.sentence).collect();
    register.excused.extend(rows.into_iter().map(|row| (row, NoContent::Location)));
}

/// Whether a column says nothing of who may do what.
fn is_harmless(column: &Column) -> bool {
    matches!(column, Column::Unit(_) | Column::Location | Column::Number | Column::Remarks)
}
