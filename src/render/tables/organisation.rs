//! What there is: units, posts, duties.

use std::collections::BTreeMap;

use super::{Cell, Contents, Writer, joined};
use crate::analysis::LedgerEntry;
use crate::graph::{Direction, Label, Node, NodeId, RelationType};
use crate::render::messages::tr;
use crate::render::text::words;

/// 事務分掌一覧.
pub(super) fn duties(writer: &Writer<'_>) -> Contents {
    let (graph, messages) = (writer.graph(), writer.messages());
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-owner"), 26),
        (tr!(messages, "column-item"), 14),
        (tr!(messages, "column-duty"), 70),
        (tr!(messages, "column-sort"), 14),
        (tr!(messages, "column-leaves-to"), 26),
        (tr!(messages, "column-clause"), 24),
    ];
    let mut left: BTreeMap<&NodeId, Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in &writer.answers.ledger.entries {
        left.entry(&entry.duty).or_default().push(entry);
    }
    let rows = graph.nodes_with(Label::Duty).enumerate().filter_map(|(number, node)| {
        let duty = node.as_duty()?;
        let owner = graph.neighbours(&node.id, Direction::Outgoing, RelationType::BelongsTo).into_iter().next();
        let leaves_to = left.get(&node.id).map_or(&[][..], Vec::as_slice).iter();
        let leaves_to: Vec<String> =
            leaves_to.map(|entry| writer.page.end(writer.page.name(&entry.unit), &entry.edge)).collect();
        Some(vec![
            Cell::Number(number as u64 + 1),
            writer.optional_node(owner.map(|owner| &owner.id)),
            writer.node(&node.id),
            Cell::Text(joined(&duty.text)),
            Cell::Text(words::duty_kind(messages, duty.kind)),
            Cell::Text(leaves_to.join(&tr!(messages, "list-separator"))),
            writer.clauses(&node.provenance),
        ])
    });
    (columns, rows.collect())
}

/// 組織一覧.
pub(super) fn units(writer: &Writer<'_>) -> Contents {
    let (graph, messages) = (writer.graph(), writer.messages());
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-unit"), 30),
        (tr!(messages, "column-above"), 30),
        (tr!(messages, "column-kind"), 12),
        (tr!(messages, "column-established"), 22),
        (tr!(messages, "column-head"), 26),
        (tr!(messages, "column-posts"), 8),
        (tr!(messages, "column-duties"), 8),
        (tr!(messages, "column-clause"), 28),
    ];
    let rows = graph.nodes_with(Label::Unit).enumerate().filter_map(|(number, node)| {
        let unit = node.as_unit()?;
        Some(vec![
            Cell::Number(number as u64 + 1),
            writer.node(&node.id),
            writer.optional_node(graph.parent_unit(&node.id)),
            Cell::Text(unit.kind.clone()),
            established(words::unit_establishment(messages, unit), node),
            writer.optional_node(graph.head_of(&node.id).map(|head| &head.id)),
            Cell::Number(graph.members(&node.id, Label::Post).len() as u64),
            Cell::Number(graph.members(&node.id, Label::Duty).len() as u64),
            writer.clauses(&node.provenance),
        ])
    });
    (columns, rows.collect())
}

/// 職一覧.
pub(super) fn posts(writer: &Writer<'_>) -> Contents {
    let (graph, messages) = (writer.graph(), writer.messages());
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-post"), 30),
        (tr!(messages, "column-unit"), 28),
        (tr!(messages, "column-title"), 14),
        (tr!(messages, "column-established"), 26),
        (tr!(messages, "column-seats"), 8),
        (tr!(messages, "column-superiors"), 30),
        (tr!(messages, "column-roles"), 60),
        (tr!(messages, "column-clause"), 28),
    ];
    let rows = graph.nodes_with(Label::Post).enumerate().filter_map(|(number, node)| {
        let post = node.as_post()?;
        let superiors = graph.neighbours(&node.id, Direction::Incoming, RelationType::Commands).into_iter();
        let superiors: Vec<String> = superiors.map(|superior| writer.page.name(&superior.id)).collect();
        Some(vec![
            Cell::Number(number as u64 + 1),
            writer.node(&node.id),
            writer.optional_node(graph.parent_unit(&node.id)),
            Cell::Text(post.title.clone()),
            established(words::establishment(messages, post), node),
            post.seats.map_or_else(|| Cell::Text(String::new()), |seats| Cell::Number(u64::from(seats))),
            Cell::Text(superiors.join(&tr!(messages, "list-separator"))),
            Cell::Text(post.roles.iter().map(|role| joined(role)).collect::<Vec<_>>().join("／")),
            writer.clauses(&node.provenance),
        ])
    });
    (columns, rows.collect())
}

/// How firmly something is created; a flag where nothing creates it.
fn established(words: String, node: &Node) -> Cell {
    let status = node.as_unit().map(|unit| unit.status).or_else(|| node.as_post().map(|post| post.status));
    if status == Some(crate::graph::Status::Unknown) { Cell::Flag(words) } else { Cell::Text(words) }
}
