//! The answers on the scopes of duties: the exclusion ledger, and overlaps with what else leaves an owner in doubt.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::{LedgerEntry, LedgerState, MutualExclusion, Overlap, Scope, ScopeReport};
use crate::graph::{AuthorityGraph, NodeId};

/// What duties leave to other units.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LedgerAnswer {
    /// The unit that was asked about: it and the units below it; the whole body if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// How many entries there are of each state.
    pub counts: LedgerCounts,
    /// The entries in the order of the text.
    pub entries: Vec<LedgerEntry>,
}

/// Numbers of entries of the ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LedgerCounts {
    /// Every matter has a counterpart.
    pub received: usize,
    /// Some have.
    pub partly: usize,
    /// None has.
    pub nowhere: usize,
    /// The duty names no matter.
    pub no_matter: usize,
}

impl LedgerAnswer {
    /// The entries that leave something from a unit, or to it; all without a unit.
    pub fn new(report: ScopeReport, unit: Option<NodeId>, graph: &AuthorityGraph) -> Self {
        let concerns = |entry: &LedgerEntry| {
            within(&entry.duty, unit.as_ref(), graph) || within(&entry.unit, unit.as_ref(), graph)
        };
        let entries: Vec<LedgerEntry> = report.ledger.into_iter().filter(concerns).collect();
        let mut counts = LedgerCounts::default();
        for entry in &entries {
            *match entry.state {
                LedgerState::Received => &mut counts.received,
                LedgerState::Partly => &mut counts.partly,
                LedgerState::Nowhere => &mut counts.nowhere,
                LedgerState::NoMatter => &mut counts.no_matter,
            } += 1;
        }
        Self { unit, counts, entries }
    }
}

/// Where it is in doubt whose a matter is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OverlapsAnswer {
    /// The unit that was asked about: it and the units below it; the whole body if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// Matters that duties of several units own.
    pub overlaps: Vec<Overlap>,
    /// Matters whose duties give way to each other.
    pub mutual_exclusions: Vec<MutualExclusion>,
    /// Duties that own nothing of what their words cover.
    pub vacuous: Vec<Scope>,
}

impl OverlapsAnswer {
    /// What duties of a unit take part in; everything without a unit.
    pub fn new(report: ScopeReport, unit: Option<NodeId>, graph: &AuthorityGraph) -> Self {
        let concerns = |duties: &[NodeId]| duties.iter().any(|duty| within(duty, unit.as_ref(), graph));
        let is_vacuous = |scope: &Scope| scope.is_vacuous() && within(&scope.duty, unit.as_ref(), graph);
        Self {
            overlaps: report.overlaps.into_iter().filter(|overlap| concerns(&overlap.duties)).collect(),
            mutual_exclusions: report.mutual_exclusions.into_iter().filter(|one| concerns(&one.duties)).collect(),
            vacuous: report.scopes.into_iter().filter(is_vacuous).collect(),
            unit,
        }
    }
}

/// Whether a node is a unit or lies below it; everything does without a unit.
fn within(id: &NodeId, unit: Option<&NodeId>, graph: &AuthorityGraph) -> bool {
    unit.is_none_or(|unit| id == unit || graph.enclosing_units(id).contains(&unit))
}
