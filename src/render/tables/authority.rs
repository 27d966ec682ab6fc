//! Who acts for whom, and what is left to whom.

use std::collections::BTreeSet;

use super::{Cell, Contents, Writer, joined};
use crate::analysis::{LedgerEntry, LedgerState, statements};
use crate::graph::{Direction, ExclusionForm, Label, Node, NodeId, Relation, RelationType, Status};
use crate::render::messages::tr;
use crate::render::text::words;

/// 指揮命令表: every direct command.
pub(super) fn command(writer: &Writer<'_>) -> Contents {
    let (graph, messages) = (writer.graph(), writer.messages());
    let columns = vec![
        (tr!(messages, "column-subordinate"), 30),
        (tr!(messages, "column-unit"), 28),
        (tr!(messages, "column-superior"), 30),
        (tr!(messages, "column-scope"), 20),
        (tr!(messages, "column-basis"), 44),
        (tr!(messages, "column-clause"), 30),
    ];
    let mut rows = Vec::new();
    for node in graph.nodes_with(Label::Post) {
        for edge in graph.edges_at(&node.id, Direction::Incoming, RelationType::Commands) {
            let Relation::Commands { scope, alternatives } = &edge.data.relation else { continue };
            let one_of = alternatives.as_ref().map(|_| tr!(messages, "scope-one-of"));
            let scope: Vec<String> = words::scope(messages, *scope).into_iter().chain(one_of).collect();
            let basis = writer.page.derivation(edge).unwrap_or_else(|| tr!(messages, "basis-stated"));
            rows.push(vec![
                writer.node(&node.id),
                writer.optional_node(graph.parent_unit(&node.id)),
                writer.node(&edge.from),
                Cell::Text(scope.join(&tr!(messages, "list-separator"))),
                Cell::Text(basis),
                writer.clauses(&edge.provenance),
            ]);
        }
    }
    (columns, rows)
}

/// 職務代理順位表: every statement on a substitute, and the heads of units for which there is none.
pub(super) fn substitution(writer: &Writer<'_>) -> Contents {
    let (graph, messages) = (writer.graph(), writer.messages());
    let columns = vec![
        (tr!(messages, "column-replaced"), 30),
        (tr!(messages, "column-order"), 8),
        (tr!(messages, "column-substitute"), 36),
        (tr!(messages, "column-established"), 24),
        (tr!(messages, "column-condition"), 16),
        (tr!(messages, "column-act"), 12),
        (tr!(messages, "column-words"), 60),
        (tr!(messages, "column-clause"), 26),
    ];
    let heads: BTreeSet<&NodeId> = graph.edges_with(RelationType::Heads).map(|edge| &edge.from).collect();
    let mut rows = Vec::new();
    for node in graph.nodes_with(Label::Post) {
        let all = statements(graph, &node.id);
        for statement in &all {
            let substitute = match statement.substitute {
                Some(id) => writer.node(id),
                None => Cell::Text(format!("「{}」", joined(words::designator(statement.designator)))),
            };
            let established = statement.substitute.and_then(|id| graph.node(id)?.as_post());
            let mut conditions = words::conditions(messages, statement.conditions);
            if !statement.joint.is_empty() {
                conditions += &tr!(messages, "substitute-joint", posts = writer.page.names_and(statement.joint));
            }
            rows.push(vec![
                writer.node(&node.id),
                Cell::Number(u64::from(statement.order)),
                substitute,
                Cell::Text(established.map_or_else(String::new, |post| words::establishment(messages, post))),
                Cell::Text(conditions),
                Cell::Text(words::act(messages, statement.act)),
                writer.words(statement.provenance),
                writer.clauses(statement.provenance),
            ]);
        }
        if all.is_empty() && heads.contains(&node.id) && is_established(node) {
            let empty = || Cell::Text(String::new());
            let none = Cell::Flag(tr!(messages, "substitutes-none"));
            let mut row = vec![writer.node(&node.id), empty(), none];
            row.extend([empty(), empty(), empty(), empty(), writer.clauses(&node.provenance)]);
            rows.push(row);
        }
    }
    (columns, rows)
}

fn is_established(node: &Node) -> bool {
    node.as_post().is_some_and(|post| post.status == Status::Established)
}

/// 除外対応表.
pub(super) fn exclusions(writer: &Writer<'_>) -> Contents {
    let messages = writer.messages();
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-leaving"), 26),
        (tr!(messages, "column-item"), 14),
        (tr!(messages, "column-duty"), 56),
        (tr!(messages, "column-receiving"), 26),
        (tr!(messages, "column-counterparts"), 26),
        (tr!(messages, "column-result"), 20),
        (tr!(messages, "column-clause"), 24),
    ];
    let entries = writer.answers.ledger.entries.iter().enumerate();
    let rows = entries.map(|(number, entry)| {
        let text = writer.graph().node(&entry.duty).map_or("", Node::name);
        let state = words::ledger_state(messages, entry.state);
        let unmatched = entry.state == LedgerState::Nowhere && entry.form == ExclusionForm::Exclusion;
        vec![
            Cell::Number(number as u64 + 1),
            writer.optional_node(writer.graph().parent_unit(&entry.duty)),
            writer.node(&entry.duty),
            Cell::Text(joined(text)),
            Cell::Node { id: entry.unit.clone(), text: writer.page.end(writer.page.name(&entry.unit), &entry.edge) },
            Cell::Text(counterparts(entry, writer)),
            if unmatched { Cell::Flag(state) } else { Cell::Text(state) },
            writer.clauses(&entry.edge.provenance),
        ]
    });
    (columns, rows.collect())
}

/// The duties that have what is left, each once.
fn counterparts(entry: &LedgerEntry, writer: &Writer<'_>) -> String {
    let mut duties: Vec<&NodeId> = Vec::new();
    for reception in entry.matters.iter().flat_map(|matter| &matter.received) {
        if !duties.contains(&&reception.duty) {
            duties.push(&reception.duty);
        }
    }
    let names: Vec<String> = duties.into_iter().map(|duty| writer.page.name(duty)).collect();
    names.join(&tr!(writer.messages(), "list-separator"))
}
