//! The form of every answer in JSON, and the JSON Schemas published in `graph-data/schemas/`.
//!
//! Most answers are the plain data of `analysis`, `findings` and `store`; the types here are for answers that consist of
//! several of these.

mod coverage;
mod scopes;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::analysis::{
    ActingReport, CommandChain, ConflictReport, Connection, DrillReport, MatrixReport, OwnerReport, ResilienceReport,
    Span, VerifyReport, View, WhyNotActing, WhyNotCommands,
};
use crate::compile::read::explain::ClauseExplanation;
use crate::findings::{AcceptedFinding, Explanation, Finding, ReviewReport, Severity};
use crate::graph::{Acceptance, AuthorityGraph};
use crate::occupancy::People;
use crate::render::messages::Messages;
use crate::render::text::{Page, finding_message};
use crate::store::queries::Query;
use crate::store::{DataSet, Table};

pub use coverage::CoverageAnswer;
pub use scopes::{LedgerAnswer, LedgerCounts, OverlapsAnswer};

/// Who acts, and, where it is known who holds which post, the people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActingAnswerWithPeople {
    /// Who acts.
    #[serde(flatten)]
    pub report: ActingReport,
    /// The people; only with an occupancy file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
}

/// What is odd about a regulation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingsAnswer {
    /// The findings: the most severe first, then by rule, then in the order of the text.
    pub findings: Vec<FindingAnswer>,
    /// How many of each severity.
    pub counts: SeverityCounts,
    /// Findings that the body has accepted, in the same order; these are not counted.
    pub accepted: Vec<AcceptedAnswer>,
}

/// A finding with what it says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingAnswer {
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
    /// What it says, in the language asked for.
    pub message: String,
}

/// A finding that the body has accepted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AcceptedAnswer {
    /// The finding with what it says.
    #[serde(flatten)]
    pub finding: FindingAnswer,
    /// Why it is accepted, by whom, and until when.
    pub acceptance: Acceptance,
}

/// Numbers of findings by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SeverityCounts {
    /// 要対応.
    pub error: usize,
    /// 要確認.
    pub warning: usize,
    /// 参考.
    pub note: usize,
}

impl FindingsAnswer {
    /// The answer for what a review of a graph says.
    pub fn new(report: ReviewReport, graph: &AuthorityGraph, messages: &Messages) -> Self {
        let mut counts = SeverityCounts::default();
        for finding in &report.findings {
            match finding.severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Note => counts.note += 1,
            }
        }
        let page = Page::new(graph, messages);
        let spoken = |finding: Finding| {
            let message = finding_message(&finding, &page);
            FindingAnswer { finding, message }
        };
        let accepted = report.accepted.into_iter();
        let accepted = accepted
            .map(|AcceptedFinding { finding, acceptance }| AcceptedAnswer { finding: spoken(finding), acceptance });
        Self { counts, accepted: accepted.collect(), findings: report.findings.into_iter().map(spoken).collect() }
    }
}

/// The rules that find something, with their documentation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RulesAnswer {
    /// The rules in the order in which their findings are listed; for `explain CODE` only that one.
    pub rules: Vec<Explanation>,
}

/// The files that a command wrote.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FilesAnswer {
    /// Their paths.
    pub files: Vec<String>,
}

/// The data sets of a database.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataSetsAnswer {
    /// The data sets in order of their names; for `load` those that were loaded.
    pub data_sets: Vec<DataSet>,
}

/// The queries of the library.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QueriesAnswer {
    /// The queries in order of their names.
    pub queries: Vec<Query>,
}

/// The JSON Schemas of all answers: name of the command and of the file without its ending, and the schema.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("acting", schema_for!(ActingAnswerWithPeople)),
        ("chain", schema_for!(CommandChain)),
        ("chain-between", schema_for!(Connection)),
        ("check", schema_for!(FindingsAnswer)),
        ("conflicts", schema_for!(ConflictReport)),
        ("coverage", schema_for!(CoverageAnswer)),
        ("data-sets", schema_for!(DataSetsAnswer)),
        ("diagram", schema_for!(FilesAnswer)),
        ("drill", schema_for!(DrillReport)),
        ("explain", schema_for!(RulesAnswer)),
        ("explain-clause", schema_for!(ClauseExplanation)),
        ("export", schema_for!(FilesAnswer)),
        ("ledger", schema_for!(LedgerAnswer)),
        ("matrix", schema_for!(MatrixReport)),
        ("overlaps", schema_for!(OverlapsAnswer)),
        ("owner", schema_for!(OwnerReport)),
        ("queries", schema_for!(QueriesAnswer)),
        ("query", schema_for!(Table)),
        ("report", schema_for!(FilesAnswer)),
        ("resilience", schema_for!(ResilienceReport)),
        ("show", schema_for!(View)),
        ("span", schema_for!(Span)),
        ("verify", schema_for!(VerifyReport)),
        ("why-not-acting", schema_for!(WhyNotActing)),
        ("why-not-commands", schema_for!(WhyNotCommands)),
    ]
}
