//! Units in tables: each below the one to its left.

use super::cells::CellText;
use super::{Column, Purpose, Table, offices};
use crate::compile::kinds::NameClass;
use crate::compile::outline::SentenceKind;
use crate::compile::places::resolve_place;
use crate::compile::register::Register;
use crate::compile::unit_lists::{Row, names_in, put_rows};
use crate::graph::Basis;

/// The names of units in the tables that a sentence speaks of. The rows of a table in which anything else stands where a name
/// should are left to be reported, all of them: what stands below such a cell has no place.
pub(crate) fn listed(register: &mut Register<'_>, index: usize) -> Vec<Row> {
    let tables = register.tables.clone();
    let mut rows = Vec::new();
    for table in tables.governed(index) {
        rows.extend(names_of(register, table));
    }
    rows.extend(without_header(register, tables.without_header(index)));
    rows
}

/// Enters the units of the tables for which a sentence says 「Xに置く課及び係は、次の表のとおりとする。」
pub(crate) fn place(register: &mut Register<'_>, index: usize, body: usize) {
    let tables = register.tables.clone();
    for table in tables.governed(index) {
        // One sentence only: two may put the same units in two places.
        let Some((governor, Purpose { place, .. })) = table.governor(|purpose| purpose.units) else { continue };
        if governor != index {
            continue;
        }
        if let Some(above) = table.above {
            offices::place(register, index, table, above, body);
            continue;
        }
        let words = register.sentence(index).bare.normal();
        // 「課の名称」: the words name the kind of what is put, not where.
        let place =
            place.clone().filter(|place| !register.kinds.is_kind(words[place.clone()].trim_start_matches('各')));
        let places = match &place {
            Some(place) => resolve_place(register, index, place, body),
            None => vec![body],
        };
        let [place] = places[..] else {
            register.unread.insert(index);
            continue;
        };
        let rows = names_of(register, table);
        let proof = register.whole_proof(index);
        put_rows(register, index, (place, Basis::Stated), &rows, (None, &[]), &proof);
    }
}

/// The names in the unit columns of a table; none if a cell holds anything else.
fn names_of(register: &mut Register<'_>, table: &Table) -> Vec<Row> {
    let columns = table.unit_columns();
    let mut rows = Vec::new();
    for row in &table.rows {
        for (level, column) in columns.iter().enumerate() {
            let Some(cell) = CellText::of(register.outline, row, *column).filter(|_| row.is_own(*column)) else {
                continue;
            };
            let names = cell.names(register, &[NameClass::Unit, NameClass::Council]);
            let fits = |name: &str| fits(register, &table.columns[*column], name);
            let Some(names) =
                names.filter(|names| !row.remarked && names.iter().all(|name| fits(&cell.bare.normal()[name.clone()])))
            else {
                return Vec::new();
            };
            rows.extend(names.into_iter().map(|range| Row {
                sentence: cell.sentence,
                text: cell.bare.clone(),
                range,
                indent: level,
                in_table: true,
            }));
        }
    }
    if splits_a_unit(&rows) { Vec::new() } else { rows }
}

/// Whether a cell with several names has something to its right: it would lie in the last of them only.
fn splits_a_unit(rows: &[Row]) -> bool {
    rows.windows(2).enumerate().any(|(index, pair)| {
        let deeper = pair[1].indent > pair[0].indent;
        let before = index.checked_sub(1).map(|before| &rows[before]);
        deeper && before.is_some_and(|before| before.sentence == pair[0].sentence && before.indent == pair[0].indent)
    })
}

/// Whether a name may stand below the title of its column: a 部 does not stand in a column of 課.
pub(super) fn fits(register: &Register<'_>, column: &Column, name: &str) -> bool {
    let Column::Unit(kinds) = column else { return false };
    let rank = |kind: &str| register.kinds.rank_of(kind);
    let own = register.kinds.kind_of(name).unwrap_or_default();
    let highest = kinds.iter().filter_map(|kind| rank(kind)).min();
    kinds.iter().any(|kind| kind == own) || rank(own).zip(highest).is_none_or(|(own, highest)| own >= highest)
}

/// The names in rows without a header, if nothing but names stands in them.
fn without_header(register: &Register<'_>, rows: &[usize]) -> Vec<Row> {
    let mut found = Vec::new();
    for row in rows {
        let sentence = register.sentence(*row);
        if sentence.kind != SentenceKind::Row || sentence.text.normal() != sentence.bare.normal() {
            return Vec::new();
        }
        for (column, cell) in sentence.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let names = names_in(register, *row, cell, column);
            if names.is_empty() {
                return Vec::new();
            }
            found.extend(names.into_iter().map(|name| Row { in_table: true, ..name }));
        }
    }
    if splits_a_unit(&found) { Vec::new() } else { found }
}
