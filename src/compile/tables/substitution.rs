//! Who acts for whom, in tables: 「職｜第1順位｜第2順位」.

use super::cells::CellText;
use super::{Column, Table, TableRow, is_dash};
use crate::compile::kinds::NameClass;
use crate::compile::register::{Proof, Register};
use crate::compile::substitution::{Occasion, act_in, designate, designator, enter, occasion};
use crate::graph::Act;

/// Enters the substitutes of the tables that a sentence 「次の表の左欄に掲げる者に事故があるときは、右欄に掲げる者がその職務を代理する」
/// speaks of. Whether there is any such table; a row that is not understood is left to be reported.
pub(crate) fn compile(register: &mut Register<'_>, index: usize) -> bool {
    let tables = register.tables.clone();
    let mut any = false;
    for table in tables.governed(index) {
        let principal = table.column(&Column::Principal).or_else(|| table.column(&Column::Post));
        let orders: Vec<(usize, u32)> = (0..table.columns.len())
            .filter_map(|column| match table.columns[column] {
                Column::Substitute(order) => Some((column, order)),
                _ => None,
            })
            .collect();
        let (Some(principal), false) = (principal, orders.is_empty()) else { continue };
        let normal = register.sentence(index).bare.normal();
        let (Some(occasion), Some(act)) = (occasion(register, normal), act_in(normal)) else { continue };
        any = true;
        let chapeau = register.whole_proof(index);
        for row in &table.rows {
            let read = read(register, table, row, principal, &orders);
            if read.is_none_or(|rules| enter_row(register, row, &rules, &occasion, act, &chapeau).is_none()) {
                register.unread.insert(row.sentence);
            }
        }
    }
    any
}

/// What a row says: who is replaced, and who acts in which order.
struct Rules {
    principals: Vec<String>,
    /// The words for who acts, with the order.
    substitutes: Vec<(String, u32)>,
    proof: Proof,
}

fn read(
    register: &Register<'_>,
    table: &Table,
    row: &TableRow,
    principal: usize,
    orders: &[(usize, u32)],
) -> Option<Rules> {
    // With units beside the titles the same title means different posts: not read.
    if row.remarked || !table.unit_columns().is_empty() {
        return None;
    }
    let cell = CellText::of(register.outline, row, principal)?;
    let words = cell.bare.normal();
    let principals = cell.names(register, &[NameClass::Post])?;
    let principals = principals.into_iter().map(|name| words[name].to_owned()).collect();
    let mut substitutes = Vec::new();
    for (column, order) in orders {
        let Some(cell) = CellText::of(register.outline, row, *column) else { continue };
        let words = cell.bare.normal().trim_end_matches('。');
        if is_dash(words) {
            continue;
        }
        // Several in one cell: in which order among themselves the table does not say.
        if cell.is_qualified() || words.contains(['、', ' ']) {
            return None;
        }
        substitutes.push((words.to_owned(), *order));
    }
    (!substitutes.is_empty()).then(|| Rules { principals, substitutes, proof: register.whole_proof(row.sentence) })
}

/// Enters what a row says. `None`, and nothing is entered, if any of its names means nothing.
fn enter_row(
    register: &mut Register<'_>,
    row: &TableRow,
    rules: &Rules,
    occasion: &Occasion<'_>,
    act: Act,
    chapeau: &Proof,
) -> Option<()> {
    let proof = rules.proof.clone().and(chapeau);
    let mut entries: Vec<(usize, u32, &str)> = Vec::new();
    let mut designations = Vec::new();
    for principal in &rules.principals {
        let replaced = register.posts_called(principal);
        if replaced.is_empty() {
            return None;
        }
        for (words, order) in &rules.substitutes {
            if let Some(designator) = designator(words) {
                // A rule that names no post has no order of its own in the graph.
                if rules.substitutes.len() > 1 {
                    return None;
                }
                designations.push((principal, designator));
                continue;
            }
            // Those of them that stand in a unit with such a principal, or below one.
            let mut acting = register.posts_called(words);
            acting.retain(|post| {
                let found = register.resolve_post(principal, register.posts[*post].unit);
                found.is_some_and(|found| replaced.contains(&found) && found != *post)
            });
            if acting.is_empty() {
                return None;
            }
            entries.extend(acting.into_iter().map(|post| (post, *order, principal.as_str())));
        }
    }
    let of = |principal| Occasion {
        principal,
        joint: Vec::new(),
        conditions: occasion.conditions.clone(),
        end: occasion.end,
    };
    for (post, order, principal) in entries {
        enter(register, row.sentence, post, order, &of(principal), act, &proof);
    }
    for (principal, designator) in designations {
        designate(register, row.sentence, &of(principal), None, &designator, act, &proof)?;
    }
    Some(())
}
