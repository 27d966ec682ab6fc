//! Findings: what is odd about a regulation, rule by rule, each with the clauses behind it.
//!
//! A finding says something about the regulation; it is never an error of the program or of its user. Each rule is a file
//! of this folder, named like its code (`review`, `structure`, `clauses`, `branches` and the like are what they share). The file opens with the rule's documentation in English and in Japanese, which is
//! also what [`explain`] returns: there is no second copy of it. [`RULES`] is the registry.
//!
//! ```
//! use kengen::findings::{Severity, check, explain};
//! use kengen::graph::{Clause, GraphBuilder, NodeData, Provenance, RegulationInfo, Status, Unit};
//!
//! let mut builder = GraphBuilder::new(RegulationInfo::titled("甲市事務分掌規則"));
//! let text = "監査に関すること（検査部の所掌に属するものを除く。）。";
//! let clause = builder.add_clause("第2条(1)", Clause::new("第2条(1)", text, 0, text.len() as u32, 1));
//! let named = Provenance::new(clause, "検査部");
//! builder.add_node("市/検査部", NodeData::Unit(Unit::new("検査部", "部", Status::Unknown)), named);
//!
//! let findings = check(&builder.build());
//! assert_eq!((findings[0].code, findings[0].severity), ("unknown-name", Severity::Error));
//! assert!(explain("unknown-name").unwrap().japanese.contains("根拠"));
//! ```

mod acceptances;
mod branches;
mod caption_differs;
mod chain_left_open;
mod circles;
mod clauses;
mod command_cycle;
mod council;
mod council_without_chair;
mod council_without_convener;
mod council_without_quorum;
mod count_mismatch;
mod dangling_reference;
mod definition_spelled_out;
mod duty_words;
mod enforcement_out_of_order;
mod equal_candidates;
mod expired_acceptance;
mod external_reference;
mod from_remarks;
mod group_without_residual;
mod head_only_by_alternative;
mod head_without_substitute;
mod identical_roles;
mod incomplete_residual;
mod life_cycle_gap;
mod missing_parallel_exclusion;
mod mutual_exclusion;
mod name_used_without_path;
mod near_duplicate_term;
mod nesting_conflict;
mod number_gap;
mod only_optional_substitutes;
mod open_ended_establishment;
mod optional_superior;
mod overlapping_duties;
mod partly_matched_exclusion;
mod post_and_unit_share_matter;
mod post_without_superior;
mod reference_too_narrow;
mod repaired_noise;
mod residuals;
mod residuals_differ;
mod review;
mod role_of_another_kind;
mod second_head;
mod shared_matters;
mod sources_without_priority;
mod staff_out_of_reach;
mod staff_without_unit;
mod structure;
mod substitute_controls_principal;
mod substitution_cycle;
mod superior_without_anyone;
#[cfg(test)]
mod tests;
mod texts;
mod two_commanders;
mod unit_without_duties;
mod unit_without_head;
mod unknown_name;
mod unmatched_acceptance;
mod unmatched_exclusion;
mod unused_definition;
mod vacancy_not_covered;
mod vacuous_duty;

pub use acceptances::{AcceptedFinding, ReviewReport};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::graph::{Acceptance, AuthorityGraph, NodeId, Provenance};
use acceptances::Acceptances;
use review::Review;

/// Something odd about the regulation.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// The code of the rule, kebab-case: `unknown-name`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The nodes that it is about, the main one first.
    pub subjects: Vec<NodeId>,
    /// The clauses and words that it rests on. None only where it is about the supplement, which is no part of the regulation.
    #[serde(flatten)]
    pub evidence: Option<Provenance>,
    /// What a message about it says beside the names of the subjects; each rule's documentation lists its arguments.
    pub arguments: BTreeMap<&'static str, Value>,
    /// Equal for findings that come from one sentence of the text (部に部長を置く, in seventeen 部) and say the same, so
    /// that they can be shown as one.
    pub group: String,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The regulation contradicts itself or points to nothing (要対応).
    Error,
    /// A gap that somebody has to look at (要確認).
    Warning,
    /// Worth knowing; often meant so (参考).
    Note,
}

/// A rule that finds something.
#[derive(Debug, Clone, Copy)]
pub struct FindingRule {
    /// Its code, kebab-case; names the defect, not the remedy.
    pub code: &'static str,
    /// The greatest severity of its findings.
    pub severity: Severity,
    /// The source of the rule, which opens with its documentation.
    source: &'static str,
    find: Find,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
enum Find {
    /// The regulation.
    InText(fn(&Review<'_>) -> Vec<Finding>),
    /// What the body has accepted, beside everything that was found in the regulation.
    InAcceptances(fn(&Acceptances<'_>) -> Vec<Finding>),
}

/// The documentation of a rule, in Markdown. Each opens with a title on a line of its own, marked `#`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Explanation {
    /// The code of the rule.
    pub code: &'static str,
    /// In English: what it finds, why it matters, an example, the basis.
    pub english: String,
    /// 日本語: 見つけるもの、なぜ大切か、例、根拠.
    pub japanese: String,
}

/// Registers the rule of a module: its code, its greatest severity, its function and its own source.
macro_rules! rule {
    ($module:ident, $code:literal, $severity:ident) => {
        FindingRule {
            code: $code,
            severity: Severity::$severity,
            source: include_str!(concat!(stringify!($module), ".rs")),
            find: Find::InText($module::find),
        }
    };
    ($module:ident, $code:literal, $severity:ident, of acceptances) => {
        FindingRule {
            code: $code,
            severity: Severity::$severity,
            source: include_str!(concat!(stringify!($module), ".rs")),
            find: Find::InAcceptances($module::find),
        }
    };
}

/// All rules, in the order in which their findings are listed within a severity.
pub static RULES: [FindingRule; 52] = [
    // Names.
    rule!(unknown_name, "unknown-name", Error),
    rule!(near_duplicate_term, "near-duplicate-term", Warning),
    rule!(name_used_without_path, "name-used-without-path", Note),
    rule!(unused_definition, "unused-definition", Note),
    rule!(definition_spelled_out, "definition-spelled-out", Note),
    rule!(external_reference, "external-reference", Note),
    // Structure.
    rule!(unit_without_head, "unit-without-head", Warning),
    rule!(head_only_by_alternative, "head-only-by-alternative", Warning),
    rule!(second_head, "second-head", Error),
    rule!(unit_without_duties, "unit-without-duties", Warning),
    rule!(role_of_another_kind, "role-of-another-kind", Warning),
    rule!(staff_out_of_reach, "staff-out-of-reach", Warning),
    rule!(nesting_conflict, "nesting-conflict", Warning),
    rule!(identical_roles, "identical-roles", Note),
    rule!(open_ended_establishment, "open-ended-establishment", Note),
    rule!(council_without_chair, "council-without-chair", Warning),
    rule!(council_without_convener, "council-without-convener", Note),
    rule!(council_without_quorum, "council-without-quorum", Note),
    // Command.
    rule!(command_cycle, "command-cycle", Error),
    rule!(two_commanders, "two-commanders", Warning),
    rule!(post_without_superior, "post-without-superior", Warning),
    rule!(staff_without_unit, "staff-without-unit", Warning),
    rule!(superior_without_anyone, "superior-without-anyone", Note),
    rule!(sources_without_priority, "sources-without-priority", Note),
    rule!(optional_superior, "optional-superior", Warning),
    // Substitution.
    rule!(head_without_substitute, "head-without-substitute", Warning),
    rule!(only_optional_substitutes, "only-optional-substitutes", Warning),
    rule!(substitution_cycle, "substitution-cycle", Warning),
    rule!(equal_candidates, "equal-candidates", Warning),
    rule!(substitute_controls_principal, "substitute-controls-principal", Warning),
    rule!(vacancy_not_covered, "vacancy-not-covered", Note),
    rule!(chain_left_open, "chain-left-open", Note),
    // Duties.
    rule!(mutual_exclusion, "mutual-exclusion", Error),
    rule!(vacuous_duty, "vacuous-duty", Warning),
    rule!(overlapping_duties, "overlapping-duties", Warning),
    rule!(post_and_unit_share_matter, "post-and-unit-share-matter", Warning),
    rule!(missing_parallel_exclusion, "missing-parallel-exclusion", Warning),
    rule!(incomplete_residual, "incomplete-residual", Warning),
    rule!(residuals_differ, "residuals-differ", Warning),
    rule!(life_cycle_gap, "life-cycle-gap", Warning),
    rule!(unmatched_exclusion, "unmatched-exclusion", Note),
    rule!(partly_matched_exclusion, "partly-matched-exclusion", Note),
    rule!(group_without_residual, "group-without-residual", Note),
    // References, dates and the text itself.
    rule!(dangling_reference, "dangling-reference", Error),
    rule!(reference_too_narrow, "reference-too-narrow", Warning),
    rule!(caption_differs, "caption-differs", Warning),
    rule!(count_mismatch, "count-mismatch", Error),
    rule!(number_gap, "number-gap", Warning),
    rule!(enforcement_out_of_order, "enforcement-out-of-order", Warning),
    rule!(repaired_noise, "repaired-noise", Note),
    // Acceptances.
    rule!(unmatched_acceptance, "unmatched-acceptance", Warning, of acceptances),
    rule!(expired_acceptance, "expired-acceptance", Warning, of acceptances),
];

/// Everything that the rules find in the regulation, whether the body has accepted it or not: the most severe first, then in
/// the order of [`RULES`], then of the text.
pub fn check(graph: &AuthorityGraph) -> Vec<Finding> {
    let review = Review::new(graph);
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule.find.in_text(&review)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What is to be looked at on a day: everything that [`check`] finds and the body has not accepted, and what is wrong with its
/// acceptances. `today` gives the day as YYYY-MM-DD; it is asked only where there is an acceptance that may have run out.
pub fn review(graph: &AuthorityGraph, today: impl FnOnce() -> String) -> ReviewReport {
    let found = check(graph);
    let today = if graph.annotations().acceptances.is_empty() { String::new() } else { today() };
    let acceptances = Acceptances::new(graph, &found, &today);
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule.find.in_acceptances(&acceptances)).collect();
    let accepted_by: Vec<Option<Acceptance>> = acceptances.accepted_by().into_iter().map(|by| by.cloned()).collect();
    let mut accepted = Vec::new();
    for (finding, by) in found.into_iter().zip(accepted_by) {
        match by {
            None => findings.push(finding),
            Some(acceptance) => accepted.push(AcceptedFinding { finding, acceptance }),
        }
    }
    let place = |finding: &Finding| RULES.iter().position(|rule| rule.code == finding.code);
    findings.sort_by_key(|finding| (finding.severity, place(finding)));
    ReviewReport { findings, accepted }
}

/// The documentation of the rule with this code.
pub fn explain(code: &str) -> Option<Explanation> {
    RULES.iter().find(|rule| rule.code == code).map(FindingRule::explanation)
}

impl Find {
    fn in_text(self, review: &Review<'_>) -> Vec<Finding> {
        if let Find::InText(find) = self { find(review) } else { Vec::new() }
    }

    fn in_acceptances(self, acceptances: &Acceptances<'_>) -> Vec<Finding> {
        if let Find::InAcceptances(find) = self { find(acceptances) } else { Vec::new() }
    }
}

impl FindingRule {
    /// What this rule finds in a regulation, in the order of the text; nothing if it is about acceptances.
    pub fn check(&self, graph: &AuthorityGraph) -> Vec<Finding> {
        self.find.in_text(&Review::new(graph))
    }

    /// Its documentation: the `//!` lines that its source opens with, split where the second title stands.
    pub fn explanation(&self) -> Explanation {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let second_title = lines.iter().enumerate().skip(1).find(|(_, line)| line.starts_with("# "));
        let (english, japanese) = lines.split_at(second_title.map_or(lines.len(), |(place, _)| place));
        let page = |lines: &[&str]| format!("{}\n", lines.join("\n").trim_end());
        Explanation { code: self.code, english: page(english), japanese: page(japanese) }
    }
}

/// What a rule found, before arguments are added. `sort` tells findings apart that rest on one clause but do not say the
/// same: the title of a post (部長), or nothing where the clause alone decides.
fn finding(code: &'static str, severity: Severity, sort: &str, subjects: Vec<NodeId>, evidence: Provenance) -> Finding {
    let severity_name = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let group = format!("{code}:{severity_name}:{}", evidence.first().clause);
    let group = if sort.is_empty() { group } else { format!("{group}:{sort}") };
    Finding { code, severity, subjects, evidence: Some(evidence), arguments: BTreeMap::new(), group }
}

impl Finding {
    /// The same with one more argument.
    fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.arguments.insert(name, value.into());
        self
    }
}
