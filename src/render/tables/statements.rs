//! What the regulation says of authority beside the relations of the graph: 専決, 委任, 準用, 読替え and the like.

use super::{Cell, Contents, Writer};
use crate::graph::{PartRole, Statement};
use crate::render::messages::tr;
use crate::render::text::words::{parts_in_words, statement_kind};

/// 専決・委任・準用等: one row for each statement.
pub(super) fn statements(writer: &Writer<'_>) -> Contents {
    let messages = writer.messages();
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-statement"), 16),
        (tr!(messages, "column-statement-holder"), 24),
        (tr!(messages, "column-statement-giver"), 16),
        (tr!(messages, "column-statement-matter"), 48),
        (tr!(messages, "column-statement-limit"), 32),
        (tr!(messages, "column-words"), 60),
        (tr!(messages, "column-clause"), 28),
    ];
    let rows = writer.graph().annotations().statements.iter().enumerate();
    (columns, rows.map(|(number, statement)| row(number, statement, writer)).collect())
}

fn row(number: usize, statement: &Statement, writer: &Writer<'_>) -> Vec<Cell> {
    let messages = writer.messages();
    let parts = |roles: &[PartRole]| {
        let parts = statement.parts.iter().filter(|part| roles.contains(&part.role));
        Cell::Text(parts_in_words(messages, parts))
    };
    vec![
        Cell::Number(number as u64 + 1),
        Cell::Text(statement_kind(messages, statement.kind)),
        parts(&[PartRole::Holder, PartRole::Target]),
        parts(&[PartRole::Giver]),
        parts(&[PartRole::Matter, PartRole::Rule, PartRole::Replaced, PartRole::Source]),
        parts(&[PartRole::Limit]),
        writer.words(&statement.provenance),
        writer.clauses(&statement.provenance),
    ]
}
