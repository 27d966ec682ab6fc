//! Everything that documents about a regulation are made from, worked out once.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::analysis::{DrillReport, ResilienceQuestion, drill, scopes};
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
    /// What each single absence would come to.
    drill: DrillReport,
}

impl Dossier {
    /// The dossier of a graph on a day, today if none is given.
    pub fn new(graph: AuthorityGraph, day: Option<Date>, messages: &Messages) -> Self {
        let today = || day.unwrap_or_else(|| ZonedDateTime::now().date()).to_string();
        let findings = FindingsAnswer::new(review(&graph, today), &graph, messages);
        let ledger = LedgerAnswer::new(scopes(&graph), None, &graph);
        let drill = drill_of_all(&graph);
        Self { graph, ledger, findings, drill }
    }

    /// What tables are made from.
    pub fn answers(&self) -> Answers<'_> {
        Answers { graph: &self.graph, ledger: &self.ledger, findings: &self.findings, drill: &self.drill }
    }
}

/// The drill of the whole body, each post incapacitated (事故) in turn.
pub fn drill_of_all(graph: &AuthorityGraph) -> DrillReport {
    // It names no unit, so none can be missing.
    drill(graph, &ResilienceQuestion::default()).expect("the whole body is there")
}
