//! Whether a regulation says what its body believes: each expectation holds or fails, with the clauses, and the clauses that
//! no expectation touches are listed.

mod claims;
mod expectations;

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;

use self::claims::Judge;
pub use self::expectations::{
    ActingClaim, BelongsClaim, Claim, CommandsClaim, Expectation, ExpectationError, Expectations, HeadsClaim,
    OwnsClaim, SubstitutesClaim,
};
use crate::graph::{AuthorityGraph, Label, NodeId, Provenance, RelationType};

/// What became of all expectations.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerifyReport {
    /// The expectations in the order of the file.
    pub results: Vec<Verified>,
    /// How many are as the body believes.
    pub passed: usize,
    /// How many are not.
    pub failed: usize,
    /// Clauses that say something on authority and that no expectation rests on, in the order of the text.
    pub untouched: Vec<NodeId>,
    /// How many clauses say something on authority.
    pub clauses: usize,
}

/// What became of one expectation.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Verified {
    /// The expectation.
    #[serde(flatten)]
    pub expectation: Expectation,
    /// Whether it is as the body believes.
    pub passed: bool,
    /// What was found.
    pub finding: ClaimFinding,
}

/// What was found on a claim, before it is asked whether it was expected to hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum ClaimFinding {
    /// The regulation says so, by these steps.
    Holds {
        /// The steps, each with its clause.
        steps: Vec<ClaimStep>,
    },
    /// The regulation does not say so.
    DoesNotHold {
        /// Who stands where the claim names somebody: those who command, own, substitute, head or act.
        instead: Vec<NodeId>,
        /// What speaks against the claim or beside it, each with its clause.
        steps: Vec<ClaimStep>,
    },
    /// A name means nothing here.
    UnknownName {
        /// The name.
        name: String,
        /// The names nearest in spelling.
        suggestions: Vec<NodeId>,
    },
    /// A name means several things here.
    AmbiguousName {
        /// The name.
        name: String,
        /// What it may mean.
        candidates: Vec<NodeId>,
    },
}

/// One step of the reasoning.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClaimStep {
    /// What the step is about: the two ends of a relation, or one node.
    pub about: Vec<NodeId>,
    /// The relation between them; none where the clause is about the node itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<RelationType>,
    /// The clauses.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Holds every expectation against the graph, which has to have its matters.
pub fn verify(graph: &AuthorityGraph, expectations: &Expectations) -> VerifyReport {
    let judge = Judge::new(graph);
    let mut touched: HashSet<&NodeId> = HashSet::new();
    let results: Vec<Verified> = expectations
        .expectations
        .iter()
        .map(|expectation| {
            let finding = judge.judge(&expectation.claim);
            let passed = match &finding {
                ClaimFinding::Holds { .. } => !expectation.not,
                ClaimFinding::DoesNotHold { .. } => expectation.not,
                // A name that means nothing proves nothing, not even that the thing does not hold.
                ClaimFinding::UnknownName { .. } | ClaimFinding::AmbiguousName { .. } => false,
            };
            Verified { expectation: expectation.clone(), passed, finding }
        })
        .collect();
    for result in results.iter().filter(|result| result.passed) {
        let (ClaimFinding::Holds { steps } | ClaimFinding::DoesNotHold { steps, .. }) = &result.finding else {
            continue;
        };
        touched.extend(steps.iter().flat_map(|step| step.provenance.iter()).map(|evidence| &evidence.clause));
    }
    let speaking = speaking_clauses(graph);
    let untouched =
        speaking.iter().filter(|clause| !touched.contains(*clause)).map(|clause| (*clause).clone()).collect();
    let passed = results.iter().filter(|result| result.passed).count();
    VerifyReport { failed: results.len() - passed, passed, untouched, clauses: speaking.len(), results }
}

/// The clauses that a unit, post, duty or a relation among them rests on, in the order of the text.
fn speaking_clauses(graph: &AuthorityGraph) -> Vec<&NodeId> {
    let of_nodes = graph
        .nodes()
        .filter(|node| matches!(node.label(), Label::Unit | Label::Post | Label::Duty))
        .flat_map(|node| node.provenance.iter());
    let of_edges = graph
        .edges()
        .filter(|edge| edge.data.relation.relation_type() != RelationType::RefersTo)
        .flat_map(|edge| edge.provenance.iter());
    let speaking: HashSet<&NodeId> = of_nodes.chain(of_edges).map(|evidence| &evidence.clause).collect();
    graph.nodes_with(Label::Clause).map(|node| &node.id).filter(|id| speaking.contains(id)).collect()
}
