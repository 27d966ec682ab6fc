//! Offices in tables that say of each where it belongs: 「所属支局｜名称｜位置｜管轄区域｜所掌事務」.

use super::cells::CellText;
use super::{Table, TableRow};
use crate::compile::kinds::NameClass;
use crate::compile::places::add_unestablished;
use crate::compile::register::{Proof, Register};
use crate::compile::resolve::UnitName;
use crate::graph::{Basis, Status};

/// Enters the offices of a table, each below the unit that its row says it belongs to. A row that holds anything else is left
/// to be reported, and so are those below that name no office of their own.
pub(super) fn place(register: &mut Register<'_>, index: usize, table: &Table, above: usize, body: usize) {
    let chapeau = register.whole_proof(index);
    let [name] = table.unit_columns().into_iter().filter(|column| *column != above).collect::<Vec<_>>()[..] else {
        return;
    };
    for row in table.rows.iter().filter(|row| row.is_own(name) && !row.remarked) {
        let (Some((belongs, of)), Some((office, own))) = (single(register, row, above), single(register, row, name))
        else {
            continue;
        };
        let proof = own.and(&of).and(&chapeau);
        let parent = match register.resolve_unit(&belongs, Some(body)) {
            UnitName::Units(units) if units.len() == 1 => units[0],
            UnitName::Unknown => add_unestablished(register, row.sentence, &belongs, body, Status::Elsewhere, of),
            _ => continue,
        };
        register.place_unit(&office, parent, Status::Established, Basis::Stated, proof);
    }
}

/// The one unit that a cell names.
pub(super) fn single(register: &Register<'_>, row: &TableRow, column: usize) -> Option<(String, Proof)> {
    let cell = CellText::of(register.outline, row, column)?;
    let names = cell.names(register, &[NameClass::Unit])?;
    let [name] = &names[..] else { return None };
    Some((cell.bare.normal()[name.clone()].to_owned(), cell.part(register, name.clone())))
}

/// The column of the area that the duties of a row are for, where the rows of one office differ by it: 「甲川｜改修工事」, 「乙山｜
/// 砂防工事」.
pub(super) fn area_column(table: &Table) -> Option<usize> {
    let units = table.unit_columns();
    let last = *table.location_columns().last()?;
    let goes_on = |row: &TableRow| !units.iter().any(|column| row.is_own(*column)) && row.is_own(last);
    table.rows.iter().any(goes_on).then_some(last)
}
