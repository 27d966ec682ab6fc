//! What the columns of an occupancy file mean, by their names.

use super::table::Table;
use super::{Mistake, MistakeKind};
use crate::graph::{HoldingKind, fold_name};

/// The columns of an occupancy file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Person,
    Post,
    Since,
    Until,
    Kind,
    Unit,
    Number,
}

/// The names that a column may have, folded; the first two are what it is called in messages. The person and the post have to be there.
const NAMES: [(Column, &[&str]); 7] = [
    (Column::Person, &["氏名", "person", "name", "名前", "職員氏名", "職員名"]),
    (Column::Post, &["職", "post", "職名", "補職", "役職", "補職名"]),
    (Column::Since, &["から", "from", "since", "自", "始期", "発令日", "就任日", "開始日"]),
    (Column::Until, &["まで", "to", "until", "至", "終期", "退任日", "終了日", "満了日"]),
    (Column::Kind, &["種別", "kind", "区分", "兼務区分", "発令区分"]),
    (Column::Unit, &["組織", "unit", "所属", "所属名", "部課"]),
    (Column::Number, &["職員番号", "number", "番号", "id", "職員コード"]),
];

/// Where each column stands.
pub(super) struct Columns {
    places: Vec<(Column, usize)>,
}

impl Columns {
    /// Finds the columns by the header; nothing if one is missing that has to be there. Other columns are left alone.
    pub fn find(table: &Table, mistakes: &mut Vec<Mistake>) -> Option<Self> {
        let before = mistakes.len();
        let row = table.header.number;
        let mut places: Vec<(Column, usize)> = Vec::new();
        for (place, cell) in table.header.cells.iter().enumerate() {
            let name = cell.shown();
            let folded = fold_name(&name);
            let Some((column, _)) = NAMES.iter().find(|(_, names)| names.contains(&&*folded)) else { continue };
            if places.iter().any(|(known, _)| known == column) {
                mistakes.push(Mistake { row, column: place + 1, kind: MistakeKind::ColumnTwice(name) });
            } else {
                places.push((*column, place));
            }
        }
        for (column, names) in &NAMES[..2] {
            if !places.iter().any(|(known, _)| known == column) {
                mistakes.push(Mistake { row, column: 1, kind: MistakeKind::NoColumn(names[..2].join(" / ")) });
            }
        }
        (mistakes.len() == before).then_some(Self { places })
    }

    /// The place of a column in a row, from 0, if the file has it.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == column).map(|(_, place)| *place)
    }

    /// The number of a column, from 1; that of the person for one that the file does not have.
    pub fn number(&self, column: Column) -> usize {
        self.place(column).or_else(|| self.place(Column::Person)).map_or(1, |place| place + 1)
    }
}

/// The way of holding a post that a word means; the main one if there is no word.
pub(super) fn kind(word: &str) -> Option<HoldingKind> {
    match &*fold_name(word) {
        "" | "本務" | "main" => Some(HoldingKind::Main),
        "兼務" | "兼職" | "併任" | "concurrent" => Some(HoldingKind::Concurrent),
        "事務取扱" | "actingincharge" | "acting_in_charge" => Some(HoldingKind::ActingInCharge),
        _ => None,
    }
}
