//! Duties in tables: a row gives a unit or post and what it is charged with.

use super::cells::{self, CellDuty, CellText};
use super::{Column, Table, TableRow, offices, posts, units};
use crate::compile::duties::{ancillary, kind_of, without_line_breaks};
use crate::compile::duty_lists::{DutyList, DutyLists, EACH, heading_unit, named_unit};
use crate::compile::register::{DutyRecord, Owner, Proof, Register};
use crate::compile::units::body;
use crate::graph::{DutyKind, NodeId};
use crate::regulation::{Text, outermost_brackets};

/// Whether a table gives duties: a sentence says so, or it establishes what its title columns name and has a column of duties.
fn governor(table: &Table) -> Option<usize> {
    table.column(&Column::Duties)?;
    let said = table.governor(|purpose| purpose.duties || purpose.units || purpose.posts);
    said.map(|(index, _)| index)
}

/// Finds the unit of each row; names that nothing establishes become units of status unknown, like the headings of lists.
pub(crate) fn place_owners(register: &mut Register<'_>, establishing: &[usize], lists: &mut DutyLists) {
    let Some(body) = body(register) else { return };
    let tables = register.tables.clone();
    for table in &tables.tables {
        let put = || table.governors.iter().map(|(index, _)| *index).find(|index| establishing.contains(index));
        let Some(index) = governor(table).or_else(|| table.column(&Column::Duties).and_then(|_| put())) else {
            continue;
        };
        if table.column(&Column::Post).is_some() || table.unit_columns().is_empty() {
            continue;
        }
        // A table that should establish its units and does not is read wrongly, and so is one with a 部 among the 課.
        let establishes = table.governor(|purpose| purpose.units).is_some() || establishing.contains(&index);
        let around = around(register, table, index, body).filter(|_| all_fit(register, table));
        let chapeau = register.whole_proof(index);
        for row in &table.rows {
            match around.and_then(|around| owner(register, table, row, around, establishes)) {
                Some((unit, proof)) if !row.remarked => {
                    register.units[unit].proof.sentences.extend(proof.sentences.iter());
                    let proof = proof.and(&chapeau);
                    lists.insert(row.sentence, DutyList::of(Owner::Unit(unit), proof));
                }
                _ => {
                    register.unread.insert(row.sentence);
                }
            }
        }
    }
}

/// The unit within which the rows name theirs: 「総務部の各課の事務分掌は」. `None` if the words name a place that is not known.
fn around(register: &Register<'_>, table: &Table, index: usize, body: usize) -> Option<usize> {
    let place =
        table.governors.iter().find(|(other, _)| *other == index).and_then(|(_, purpose)| purpose.place.clone());
    let Some(place) = place else { return Some(body) };
    let words = &register.sentence(index).bare.normal()[place.clone()];
    if let Some(unit) = named_unit(register, words, body) {
        return Some(unit);
    }
    if register.kinds.is_kind(words.trim_start_matches('各')) {
        return Some(body);
    }
    if let Some([unit]) = super::places::of_sentence(register, index, Some(&place), body).as_deref() {
        return Some(*unit);
    }
    let above = EACH.captures(words)?.get(1).expect("in every match").as_str();
    if above.is_empty() { Some(body) } else { named_unit(register, above, body) }
}

/// Whether every name in the unit columns may stand below the title of its column.
fn all_fit(register: &Register<'_>, table: &Table) -> bool {
    table.rows.iter().all(|row| {
        table.unit_columns().into_iter().filter(|column| row.is_own(*column)).all(|column| {
            let cell = cells::CellText::of(register.outline, row, column);
            cell.is_none_or(|cell| units::fits(register, &table.columns[column], cell.bare.normal()))
        })
    })
}

/// The innermost unit that a row names. `known`: it has to stand already.
fn owner(
    register: &mut Register<'_>,
    table: &Table,
    row: &TableRow,
    around: usize,
    known: bool,
) -> Option<(usize, Proof)> {
    let path = cells::unit_path(register, table, row)?;
    let (mut unit, mut proofs) = (around, None);
    for (name, own) in path {
        let above = unit;
        if known && register.units_named(&name).is_empty() {
            return None;
        }
        unit = heading_unit(register, row.sentence, &name, above, &own)?;
        // What the text puts elsewhere is another unit of that name, or a table that is read wrongly.
        if !register.is_within(unit, above) {
            return None;
        }
        proofs = Some(match proofs {
            Some(before) => own.and(&before),
            None => own,
        });
    }
    Some((unit, proofs?))
}

/// Enters the duties of all rows; those of posts once the posts are known.
pub(crate) fn enter(register: &mut Register<'_>, lists: &DutyLists) {
    let Some(body) = body(register) else { return };
    let tables = register.tables.clone();
    for table in tables.tables.iter().filter(|table| table.column(&Column::Duties).is_some()) {
        let areas = offices::area_column(table);
        let mut of_owner: Vec<(Owner, Vec<usize>)> = Vec::new();
        for row in &table.rows {
            let list = lists.get(&row.sentence).cloned().or_else(|| of_post(register, table, row, body));
            let Some(list) = list else { continue };
            let [owner] = list.owners[..] else { continue };
            let Some(duties) = cells::duties(register.outline, table, row).filter(|duties| !duties.is_empty()) else {
                register.unread.insert(row.sentence);
                continue;
            };
            let known = of_owner.iter().position(|(known, _)| *known == owner);
            let known = known.unwrap_or_else(|| {
                of_owner.push((owner, Vec::new()));
                of_owner.len() - 1
            });
            let area = areas.and_then(|column| CellText::of(register.outline, row, column)).map(|cell| cell.text);
            for duty in duties {
                let before = of_owner[known].1.clone();
                let entered =
                    enter_one(register, row.sentence, (owner, &list.proof), (duty, area.as_ref()), before.len() + 1);
                if register.duties[entered].kind == DutyKind::Ancillary {
                    ancillary(register, entered, &before);
                }
                of_owner[known].1.push(entered);
            }
        }
    }
}

/// The post of a row in a table of posts and their duties.
fn of_post(register: &mut Register<'_>, table: &Table, row: &TableRow, body: usize) -> Option<DutyList> {
    table.column(&Column::Post)?;
    let index = governor(table)?;
    let posts = posts::of_row(register, table, row, index, body).unwrap_or_default();
    let [post] = posts[..] else {
        register.unread.insert(row.sentence);
        return None;
    };
    let proof = register.whole_proof(row.sentence).and(&register.whole_proof(index));
    Some(DutyList::of(Owner::Post(post), proof))
}

fn enter_one(
    register: &mut Register<'_>,
    sentence: usize,
    (owner, listed): (Owner, &Proof),
    (duty, area): (CellDuty, Option<&Text>),
    ordinal: usize,
) -> usize {
    let of = register.owner_id(owner);
    let number = duty.number.unwrap_or_else(|| ordinal.to_string());
    let mut id = NodeId::from(format!("{of}({number})"));
    let clause = register.outline.clause_of(sentence).id.clone();
    let mut count = 1;
    while register.has_duty(&id) {
        id = match count {
            1 => NodeId::from(format!("{of}〔{clause}({number})〕")),
            _ => NodeId::from(format!("{of}〔{clause}({number})-{count}〕")),
        };
        count += 1;
    }
    let words = duty.text;
    let mut text = without_line_breaks(register.outline.document.quote(words.span()));
    if let Some(area) = area {
        text = format!("{}　{text}", without_line_breaks(register.outline.document.quote(area.span())));
    }
    let proof = register.proof(sentence, &words, 0..words.normal().len());
    let belongs = proof.clone().and(listed);
    let kind = kind_of(words.without(&outermost_brackets(words.normal())).normal());
    register.add_duty(DutyRecord { id, kind, text, owner, sentence, words: Some(words), proof }, belongs)
}
