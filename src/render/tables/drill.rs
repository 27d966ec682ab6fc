//! What each single absence would come to.

use super::{Cell, Contents, Writer};
use crate::analysis::{DrillRow, Outcome};
use crate::render::messages::tr;
use crate::render::text::{drill_consequence, drill_hanging};

/// 欠員演習: one row for each post on which something hangs.
pub(super) fn drill(writer: &Writer<'_>) -> Contents {
    let messages = writer.messages();
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-drill-absent"), 28),
        (tr!(messages, "column-unit"), 28),
        (tr!(messages, "column-acting"), 48),
        (tr!(messages, "column-hanging"), 24),
        (tr!(messages, "column-words"), 60),
        (tr!(messages, "column-clause"), 28),
    ];
    let rows = writer.answers.drill.rows.iter().enumerate();
    (columns, rows.map(|(number, drilled)| row(number, drilled, writer)).collect())
}

fn row(number: usize, row: &DrillRow, writer: &Writer<'_>) -> Vec<Cell> {
    let acting = drill_consequence(&writer.page, row).join("　");
    vec![
        Cell::Number(number as u64 + 1),
        writer.node(&row.post),
        writer.optional_node(writer.graph().parent_unit(&row.post)),
        if row.outcome == Outcome::Nobody { Cell::Flag(acting) } else { Cell::Text(acting) },
        Cell::Text(drill_hanging(writer.messages(), row).join("　")),
        writer.words(&row.provenance),
        writer.clauses(&row.provenance),
    ]
}
