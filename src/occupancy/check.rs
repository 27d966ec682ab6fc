//! Mistakes that only show when rows are held against each other: overlapping periods, two main posts, more holders than seats.

use std::collections::BTreeMap;

use super::columns::{Column, Columns};
use super::{Holding, Mistake, MistakeKind};
use crate::graph::{AuthorityGraph, Direction, HoldingKind, Node, NodeId, RelationType};

/// Holds the rows against each other. Of rows that exclude each other the later one is named, with the one before it.
/// Cost: near-linear in the rows, times the rows of one person or post.
pub(super) fn together(holdings: &[Holding], columns: &Columns, graph: &AuthorityGraph, mistakes: &mut Vec<Mistake>) {
    let mut by_person: BTreeMap<String, Vec<&Holding>> = BTreeMap::new();
    let mut by_post: BTreeMap<&NodeId, Vec<&Holding>> = BTreeMap::new();
    for holding in holdings {
        by_person.entry(holding.key()).or_default().push(holding);
        if holding.kind == HoldingKind::Main {
            by_post.entry(&holding.post).or_default().push(holding);
        }
    }
    let mut wrong = |holding: &Holding, column: Column, kind: MistakeKind| {
        mistakes.push(Mistake { row: holding.row, column: columns.number(column), kind });
    };
    for of_person in by_person.values() {
        for (at, holding) in of_person.iter().enumerate() {
            let before = || of_person[..at].iter().filter(|other| other.overlaps(holding));
            if let Some(other) = before().find(|other| other.post == holding.post) {
                wrong(holding, Column::Since, MistakeKind::Overlap { row: other.row });
            } else if holding.kind == HoldingKind::Main
                && let Some(other) = before().find(|other| other.kind == HoldingKind::Main)
            {
                wrong(holding, Column::Kind, MistakeKind::SecondMainPost { row: other.row });
            }
        }
    }
    for (post, of_post) in by_post {
        let Some(seats) = seats(graph, post) else { continue };
        let mut seated: Vec<&Holding> = Vec::new();
        for holding in of_post {
            // The same person twice is an overlap, told already.
            let rivals = seated.iter().filter(|other| other.overlaps(holding) && other.key() != holding.key());
            let rivals: Vec<&Holding> = rivals.copied().collect();
            // Most people share the post on a day on which one of them comes.
            let coming = rivals.iter().chain([&holding]).map(|other| other.since.as_deref().unwrap_or_default());
            let fullest = coming
                .filter(|day| holding.holds_on(day))
                .map(|day| rivals.iter().filter(|other| other.holds_on(day)).map(|other| other.row).collect::<Vec<_>>())
                .max_by_key(Vec::len)
                .unwrap_or_default();
            if fullest.len() >= seats as usize {
                wrong(holding, Column::Post, MistakeKind::NoSeatLeft { seats, rows: fullest });
            } else {
                seated.push(holding);
            }
        }
    }
}

/// The number of seats of a post, if the regulation fixes one: it says so, or the post heads a unit.
fn seats(graph: &AuthorityGraph, post: &NodeId) -> Option<u32> {
    let stated = graph.node(post).and_then(Node::as_post).and_then(|post| post.seats);
    stated.or_else(|| (!graph.edges_at(post, Direction::Outgoing, RelationType::Heads).is_empty()).then_some(1))
}
