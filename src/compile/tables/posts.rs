//! Posts in tables: titles, with the units and numbers of seats beside them.

use std::ops::Range;

use super::cells::CellText;
use super::{Column, Purpose, Table, TableRow, names_a_column, places};
use crate::compile::NoticeKind;
use crate::compile::kinds::NameClass;
use crate::compile::register::{Proof, Register};
use crate::compile::units::notice;
use crate::graph::{Basis, Establishment, Relation, Rule};

/// Enters the posts of the tables for which a sentence says 「課に置く職は、次の表のとおりとする。」
pub(crate) fn state(register: &mut Register<'_>, body: usize) {
    let tables = register.tables.clone();
    for table in &tables.tables {
        let Some((index, Purpose { place, .. })) = table.governor(|purpose| purpose.posts) else { continue };
        establish(register, index, place.as_ref(), Establishment::Mandatory, body, table);
    }
}

/// Enters the posts of the tables that a sentence 「課に次の表に掲げる職を置く」 speaks of. Whether there is any.
pub(crate) fn establish_listed(
    register: &mut Register<'_>,
    index: usize,
    place: Option<&Range<usize>>,
    establishment: Establishment,
    body: usize,
) -> bool {
    let tables = register.tables.clone();
    let mut any = false;
    for table in tables.governed(index).filter(|table| table.column(&Column::Post).is_some()) {
        any = true;
        if table.governor(|purpose| purpose.posts).is_none() {
            establish(register, index, place, establishment, body, table);
        }
    }
    any
}

fn establish(
    register: &mut Register<'_>,
    index: usize,
    place: Option<&Range<usize>>,
    establishment: Establishment,
    body: usize,
    table: &Table,
) {
    let Some(titled) = table.column(&Column::Post) else { return };
    // Several units in one cell and their posts beside them in another one, each in a line of its own: the lines of the two
    // have nothing to do with each other. A unit without a post shows it.
    let loose = |row: &TableRow| {
        row.cells[titled].is_none() && table.unit_columns().into_iter().any(|column| row.is_own(column))
    };
    if table.rows.iter().any(loose) {
        register.unread.extend(table.rows.iter().map(|row| row.sentence));
        return;
    }
    // 「次の表の左欄に掲げる課に」: the rows say where.
    let words = register.sentence(index).bare.normal();
    let by_rows = place.is_some_and(|place| names_a_column(&words[place.clone()]));
    let of_sentence = if by_rows { None } else { places::of_sentence(register, index, place, body) };
    let basis = if place.is_some() { Basis::Stated } else { Basis::Derived { rule: Rule::UnitUnsaid } };
    let chapeau = register.whole_proof(index);
    for row in &table.rows {
        let read = titles(register, table, row);
        places::add_of_kind(register, table, row, index, body);
        let of_row = places::of_row(register, table, row, body);
        let seats = match table.column(&Column::Seats).and_then(|column| CellText::of(register.outline, row, column)) {
            Some(cell) => cell.seats(),
            None => Some(None),
        };
        let (Some(titles), Some((units, words)), Some(seats), false) = (read, of_row, seats, row.remarked) else {
            register.unread.insert(row.sentence);
            continue;
        };
        let (units, basis) = match (&of_sentence, units.is_empty()) {
            (_, false) => (units, Basis::Stated),
            (Some(units), true) => (units.clone(), basis),
            (None, true) => {
                register.unread.insert(row.sentence);
                continue;
            }
        };
        // 総務課長 in a table of another unit, or of several: which post of which unit it is the words do not say.
        let of_others = |title: &str| {
            let mut named = register.units.iter().enumerate().skip(1).filter(|(_, record)| {
                title.starts_with(record.unit.name.as_str()) && !register.kinds.is_kind(&record.unit.name)
            });
            units.len() > 1 && named.next().is_some() || named.any(|(unit, _)| !units.contains(&unit))
        };
        if titles.iter().any(|(title, _)| of_others(title)) {
            register.unread.insert(row.sentence);
            continue;
        }
        for (title, own) in titles {
            let proof = words.iter().fold(own, |all, more| all.and(more)).and(&chapeau);
            for unit in &units {
                enter(register, &title, *unit, (establishment, seats), basis, &proof);
            }
        }
    }
}

/// The titles in the post column of a row, each with its words. `None` if anything else stands there.
fn titles(register: &mut Register<'_>, table: &Table, row: &TableRow) -> Option<Vec<(String, Proof)>> {
    let cell = CellText::of(register.outline, row, table.column(&Column::Post)?)?;
    let Some(names) = cell.names(register, &[NameClass::Post]) else {
        // 主事（事務職員）: a category of staff is no post.
        if cell.bare.normal().contains("職員") {
            notice(register, NoticeKind::StaffCategory, row.sentence, &cell.proof(register));
        }
        return None;
    };
    let words = cell.bare.normal();
    if names.iter().any(|name| words[name.clone()].ends_with("職員")) {
        return None;
    }
    Some(names.into_iter().map(|name| (words[name.clone()].to_owned(), cell.part(register, name))).collect())
}

fn enter(
    register: &mut Register<'_>,
    title: &str,
    unit: usize,
    (establishment, seats): (Establishment, Option<u32>),
    basis: Basis,
    proof: &Proof,
) {
    // A row may only be proved by its own words, whatever article the table stands in.
    let article = proof.sentences.last().map_or(0, |sentence| register.sentence(*sentence).article);
    let (post, new) = register.add_post(title, unit, article, proof.clone());
    let record = &mut register.posts[post];
    if new {
        record.post.establishment = establishment;
    }
    record.post.seats = record.post.seats.or(seats);
    let (from, to) = (record.id.clone(), register.units[unit].id.clone());
    register.add_edge(from, to, Relation::BelongsTo, basis, proof.clone());
}

/// The posts that the post column of a row means, in the units of the row if it names any. `None` unless each is known.
pub(super) fn of_row(
    register: &Register<'_>,
    table: &Table,
    row: &TableRow,
    governor: usize,
    body: usize,
) -> Option<Vec<usize>> {
    let cell = CellText::of(register.outline, row, table.column(&Column::Post)?)?;
    let names = cell.names(register, &[NameClass::Post])?;
    let (units, _) = places::of_row(register, table, row, body)?;
    let mut posts = Vec::new();
    for name in names {
        let title = &cell.bare.normal()[name];
        let mut called = crate::compile::roles::subject_posts(register, governor, title);
        if !units.is_empty() {
            called = register.posts_called(title);
            called.retain(|post| units.contains(&register.posts[*post].unit));
        }
        if called.is_empty() {
            return None;
        }
        posts.extend(called);
    }
    Some(posts)
}
