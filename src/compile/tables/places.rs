//! Which units a table is about: by the words of its sentence, and by the unit columns of its rows.

use std::ops::Range;

use super::cells::CellText;
use super::{Table, TableRow, offices};
use crate::compile::kinds::NameClass;
use crate::compile::places::{add_unestablished, without_reference};
use crate::compile::register::{Proof, Register};
use crate::compile::resolve::UnitName;
use crate::graph::Status;

/// The units that the place of a sentence means: the body, known units, all units of a kind. `None` if any of its names is
/// something else: a table makes no unit by the way.
pub(super) fn of_sentence(
    register: &Register<'_>,
    index: usize,
    place: Option<&Range<usize>>,
    body: usize,
) -> Option<Vec<usize>> {
    let Some(place) = place else { return Some(vec![body]) };
    let words = &register.sentence(index).bare.normal()[place.clone()];
    // 「職員の職及び職務」 says nothing of where.
    if words.ends_with("職員") || words.ends_with("吏員") {
        return Some(vec![body]);
    }
    let mut units = Vec::new();
    for member in register.split_units(words).0 {
        let name = without_reference(&words[member]).trim_start_matches('各').trim_start_matches("当該");
        units.extend(named(register, name, body, register.sentence(index).article)?);
    }
    (!units.is_empty()).then_some(units)
}

/// The units that one name means.
fn named(register: &Register<'_>, name: &str, body: usize, article: usize) -> Option<Vec<usize>> {
    let unit = &register.units[body].unit;
    let bare = name.strip_prefix('本').unwrap_or(name);
    if unit.name == name
        || unit.aliases.iter().any(|alias| alias == name)
        || (is_body_word(bare) && unit.name.ends_with(bare))
    {
        return Some(vec![body]);
    }
    match register.resolve_unit_in_text(name, body, article) {
        UnitName::Units(units) => Some(units),
        UnitName::Unknown if register.kinds.is_kind(name) => {
            let units = register.units_of_kind_near(name, article);
            (!units.is_empty()).then_some(units)
        }
        _ => None,
    }
}

/// 市, 町, 組合 …: what a body calls itself.
fn is_body_word(word: &str) -> bool {
    ["市", "町", "村", "県", "府", "都", "区", "組合", "広域連合", "機構", "法人", "大学", "センター"].contains(&word)
}

/// 「支所に置かれる官の定数は、次のとおりとする。」: a 甲支所 in the rows that the text establishes nowhere is one of those that
/// stand elsewhere, like a place in a sentence.
pub(super) fn add_of_kind(register: &mut Register<'_>, table: &Table, row: &TableRow, index: usize, body: usize) {
    let governor = table.governors.iter().find(|(governor, _)| *governor == index);
    let place = governor.and_then(|(_, purpose)| purpose.place.clone());
    let ([column], Some(place)) = (&table.unit_columns()[..], place) else { return };
    let Some((name, proof)) = offices::single(register, row, *column).filter(|_| row.is_own(*column)) else { return };
    let kind = &register.sentence(index).bare.normal()[place];
    let is_one = kind.chars().count() > 1 && name.len() > kind.len() && name.ends_with(kind);
    if is_one && register.resolve_unit(&name, Some(body)) == UnitName::Unknown {
        add_unestablished(register, row.sentence, &name, body, Status::Elsewhere, proof);
    }
}

/// The units that the unit columns of a row name, with the words: one by name, or all of a kind (各課) within those to its left.
/// `None` if a cell holds anything else; no units if the row names none.
pub(super) fn of_row(
    register: &Register<'_>,
    table: &Table,
    row: &TableRow,
    around: usize,
) -> Option<(Vec<usize>, Option<Proof>)> {
    let (mut units, mut proof): (Vec<usize>, Option<Proof>) = (vec![around], None);
    let mut found = false;
    for column in table.unit_columns() {
        let Some(cell) = CellText::of(register.outline, row, column) else { continue };
        let [above] = units[..] else { return None };
        let words = cell.bare.normal();
        let kind = words.trim_start_matches('各');
        units = if register.kinds.is_kind(kind) && register.units_named(kind).is_empty() && !cell.is_qualified() {
            let of_kind = register.units_of_kind(kind);
            of_kind.into_iter().filter(|unit| register.is_within(*unit, above)).collect()
        } else {
            let names = cell.names(register, &[NameClass::Unit, NameClass::Council])?;
            let [name] = &names[..] else { return None };
            match register.resolve_unit(&words[name.clone()], Some(above)) {
                UnitName::Units(units) if units.len() == 1 && register.is_within(units[0], above) => units,
                _ => return None,
            }
        };
        if units.is_empty() {
            return None;
        }
        found = true;
        let own = cell.proof(register);
        proof = Some(match proof {
            Some(before) => own.and(&before),
            None => own,
        });
    }
    Some((if found { units } else { Vec::new() }, proof))
}
