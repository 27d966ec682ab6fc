//! Everything that documents about a regulation are made from, worked out once.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::analysis::scopes;
use crate::findings::review;
use crate::graph::AuthorityGraph;
use crate::render::json::{FindingsAnswer, LedgerAnswer};
use crate::render::messages::Messages;
use crate::render::tables::Answers;

/// A graph with the answers on it.
pub struct Dossier {
    /// The graph.
    graph: AuthorityGraph,
    /// What duties leave to other units.
    ledger: LedgerAnswer,
    /// What is odd about the regulation.
    findings: FindingsAnswer,
}

impl Dossier {
    /// The dossier of a graph on a day, today if none is given.
    pub fn new(graph: AuthorityGraph, day: Option<Date>, messages: &Messages) -> Self {
        let day = day.unwrap_or_else(|| ZonedDateTime::now().date()).to_string();
        let findings = FindingsAnswer::new(review(&graph, &day), &graph, messages);
        let ledger = LedgerAnswer::new(scopes(&graph), None, &graph);
        Self { graph, ledger, findings }
    }

    /// What tables are made from.
    pub fn answers(&self) -> Answers<'_> {
        Answers { graph: &self.graph, ledger: &self.ledger, findings: &self.findings }
    }
}
