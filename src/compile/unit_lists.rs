//! Lists of units below a sentence: bare lines, numbered items, tables; and which of them lie below which.

use std::ops::Range;

use super::NoticeKind;
use super::kinds::NameClass;
use super::outline::SentenceKind;
use super::register::{Proof, Register};
use super::tables;
use super::units::notice;
use crate::graph::{Basis, Rule, Status};
use crate::regulation::Text;

/// A name in a list of units.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Index of the sentence that it stands in.
    pub sentence: usize,
    /// The words that it is a part of.
    pub text: Text,
    /// Where in these words.
    pub range: Range<usize>,
    /// How far it is set in: columns, levels of numbering, or columns of a table.
    pub indent: usize,
    /// Whether it stands in a table.
    pub in_table: bool,
}

impl Row {
    fn name(&self) -> &str {
        &self.text.normal()[self.range.clone()]
    }

    fn proof(&self, register: &Register<'_>) -> Proof {
        register.proof(self.sentence, &self.text, self.range.clone())
    }
}

/// Puts the units listed below a sentence into a place. `count` is how many the sentence says there are, `top_kinds` their kinds.
pub(crate) fn put_list(
    register: &mut Register<'_>,
    index: usize,
    place: (usize, Basis),
    expected: (Option<u32>, &[String]),
    proof: &Proof,
) {
    let rows = listed_names(register, index);
    put_rows(register, index, place, &rows, expected, proof);
}

/// Puts a list of units into a place, known in some way: with the number that its sentence gives, and the kinds of those at
/// its top.
pub(crate) fn put_rows(
    register: &mut Register<'_>,
    index: usize,
    (place, said): (usize, Basis),
    rows: &[Row],
    (count, top_kinds): (Option<u32>, &[String]),
    proof: &Proof,
) {
    let parents = if count.is_some_and(|count| count as usize == rows.len()) && is_flat(rows) {
        // As many as the sentence says there are: none of them lies below another.
        vec![None; rows.len()]
    } else {
        nest(register, rows, top_kinds)
    };
    let in_column = is_put_in_a_column(register.sentence(index).bare.normal());
    let mut entered: Vec<usize> = Vec::new();
    for (row, parent) in rows.iter().zip(&parents) {
        let own = row.proof(register);
        let (above, basis, proof) = match parent {
            Some((parent, rule)) => {
                let above_proof = rows[*parent].proof(register);
                (entered[*parent], Basis::Derived { rule: *rule }, own.and(&above_proof).and(proof))
            }
            None => (place, said, own.and(proof)),
        };
        // In a table the first column may name units that stand already: 「次の表の左欄に掲げる部に」.
        let known = parent.is_none().then(|| known_place(register, row, rows, place)).flatten();
        entered.push(match known {
            Some(unit) => {
                register.units[unit].proof.add(&proof);
                unit
            }
            // Those in which the rest is put have to stand somewhere else.
            None if parent.is_none() && row.in_table && in_column => {
                notice(register, NoticeKind::UnknownUnit, row.sentence, &proof);
                let basis = Basis::Derived { rule: Rule::UnitUnsaid };
                register.place_unit(row.name(), above, Status::Unknown, basis, proof)
            }
            None => register.place_unit(row.name(), above, Status::Established, basis, proof),
        });
    }
    if is_flat(rows) && parents.iter().any(Option::is_some) {
        notice(register, NoticeKind::LostIndentation, index, proof);
    }
    let top = parents.iter().filter(|parent| parent.is_none()).count();
    if count.is_some_and(|count| count as usize != top) {
        notice(register, NoticeKind::CountMismatch, index, proof);
    }
}

/// Whether all rows are set in alike.
fn is_flat(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.indent == rows[0].indent)
}

/// Whether words put something into what a column of a table names: 「次の表の左欄に掲げる部に」.
fn is_put_in_a_column(words: &str) -> bool {
    words.match_indices("欄に掲げる").any(|(at, mark)| {
        let name = words[at + mark.len()..].split(['、', '。']).next().unwrap_or_default();
        name.ends_with('に')
    })
}

/// The unit below a place that the first column of a table with several names, if the text put it somewhere before.
fn known_place(register: &Register<'_>, row: &Row, rows: &[Row], place: usize) -> Option<usize> {
    if !row.in_table || rows.iter().all(|other| other.indent == row.indent) {
        return None;
    }
    let within = register.units_named(row.name()).iter().copied().filter(|unit| register.is_within(*unit, place));
    match within.collect::<Vec<_>>()[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The names of units listed below a sentence as bare lines, numbered items or rows of a table, in order. A line that holds
/// anything else is left to be reported.
fn listed_names(register: &mut Register<'_>, index: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in register.outline.below(index, SentenceKind::Entry) {
        rows.extend(names_in(register, line, &register.sentence(line).bare, register.sentence(line).indent));
    }
    let mut pending: Vec<(usize, usize)> =
        register.outline.below(index, SentenceKind::Item).into_iter().rev().map(|item| (item, 0)).collect();
    while let Some((item, depth)) = pending.pop() {
        rows.extend(names_in(register, item, &register.sentence(item).bare, depth));
        pending
            .extend(register.outline.below(item, SentenceKind::Item).into_iter().rev().map(|below| (below, depth + 1)));
    }
    rows.extend(tables::listed(register, index));
    rows
}

/// The names of units in the words of a sentence, apart by spaces or commas; empty if any of them is something else.
pub(crate) fn names_in(register: &Register<'_>, sentence: usize, text: &Text, indent: usize) -> Vec<Row> {
    let words = text.normal().trim_end_matches('。');
    let mut rows = Vec::new();
    let mut start = 0;
    for name in words.split_inclusive([' ', '、']) {
        let bare = name.trim_end_matches([' ', '、']);
        if !bare.is_empty() {
            if !matches!(register.kinds.class_of(bare), Some(NameClass::Unit | NameClass::Council)) {
                return Vec::new();
            }
            let range = start..start + bare.len();
            rows.push(Row { sentence, text: text.clone(), range, indent, in_table: false });
        }
        start += name.len();
    }
    rows
}

/// For each row of a list the row that it lies below: by indentation where there is any, else by the rank of its kind.
fn nest(register: &Register<'_>, rows: &[Row], top_kinds: &[String]) -> Vec<Option<(usize, Rule)>> {
    let indented = rows.iter().any(|row| row.indent != rows[0].indent);
    let mut open: Vec<(usize, u32)> = Vec::new();
    let mut parents = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let kind = register.kinds.kind_of(row.name()).unwrap_or_default();
        let first_of_line = index == 0 || rows[index - 1].sentence != row.sentence;
        let rank = if indented && (row.in_table || first_of_line) {
            row.indent as u32 * 100
        } else if top_kinds.iter().any(|top| top == kind) {
            0
        } else {
            // A kind without a rank stands beside the unit before it.
            let beside = open.last().map_or(0, |(_, rank)| *rank);
            let ranked = register.kinds.rank_of(kind).unwrap_or(beside);
            if indented {
                row.indent as u32 * 100 + ranked.min(99)
            } else {
                ranked.max(u32::from(!top_kinds.is_empty()))
            }
        };
        while open.last().is_some_and(|(_, above)| *above >= rank) {
            open.pop();
        }
        let rule = if indented { Rule::NestingByIndentation } else { Rule::NestingByKind };
        parents.push(open.last().map(|(parent, _)| (*parent, rule)));
        open.push((index, rank));
    }
    parents
}
