//! Findings that a body has looked at and lives with: which acceptance settles which finding.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Finding, Severity};
use crate::graph::{Acceptance, AuthorityGraph, fold_name};

/// What is to be looked at, and what was looked at before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReviewReport {
    /// What is to be looked at: the most severe first, then by rule, then in the order of the text.
    pub findings: Vec<Finding>,
    /// What the body has accepted, in the same order.
    pub accepted: Vec<AcceptedFinding>,
}

/// A finding with the acceptance that settles it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AcceptedFinding {
    /// The finding.
    pub finding: Finding,
    /// Why it is accepted, by whom, and until when.
    pub acceptance: Acceptance,
}

/// The acceptances of a body beside everything that was found.
pub(super) struct Acceptances<'a> {
    graph: &'a AuthorityGraph,
    found: &'a [Finding],
    today: &'a str,
}

impl<'a> Acceptances<'a> {
    pub fn new(graph: &'a AuthorityGraph, found: &'a [Finding], today: &'a str) -> Self {
        Self { graph, found, today }
    }

    /// The acceptances in the order of the supplement, each with the findings that it is about.
    pub fn all(&self) -> impl Iterator<Item = (&'a Acceptance, Vec<&'a Finding>)> {
        let acceptances = self.graph.annotations().acceptances.iter();
        acceptances
            .map(|acceptance| (acceptance, self.found.iter().filter(|one| self.is_about(acceptance, one)).collect()))
    }

    /// Whether an acceptance holds no more. It holds on its last day.
    pub fn has_expired(&self, acceptance: &Acceptance) -> bool {
        acceptance.expires.as_str() < self.today
    }

    /// For each finding the acceptance that settles it, if one does: the first in the supplement that has not expired.
    pub fn accepted_by(&self) -> Vec<Option<&'a Acceptance>> {
        let holding = || self.graph.annotations().acceptances.iter().filter(|acceptance| !self.has_expired(acceptance));
        self.found.iter().map(|finding| holding().find(|acceptance| self.is_about(acceptance, finding))).collect()
    }

    /// Whether an acceptance is about a finding: of its rule, and its subject is the id or a name of the main thing that the
    /// finding is about, or the citation of a clause that it rests on.
    fn is_about(&self, acceptance: &Acceptance, finding: &Finding) -> bool {
        if acceptance.code != finding.code {
            return false;
        }
        let wanted = fold_name(&acceptance.subject);
        let called = |name: &str| fold_name(name) == wanted;
        let main = finding.subjects.first().and_then(|id| self.graph.node(id));
        let cited = || finding.evidence.iter().flat_map(|evidence| evidence.iter()).map(|evidence| &evidence.clause);
        wanted.is_empty()
            || main.is_some_and(|node| {
                called(node.id.as_str()) || called(node.name()) || called(&self.graph.qualified_name(&node.id))
            })
            || cited().filter_map(|clause| self.graph.node(clause)).any(|clause| called(clause.name()))
    }

    /// A finding about an acceptance. It rests on what the findings rest on that it is about.
    pub fn finding(&self, code: &'static str, acceptance: &Acceptance, about: &[&Finding]) -> Finding {
        let mut evidence = about.first().and_then(|finding| finding.evidence.clone());
        if let Some(evidence) = &mut evidence {
            about.iter().filter_map(|finding| finding.evidence.as_ref()).for_each(|more| evidence.extend(more));
        }
        let subjects = about.iter().filter_map(|finding| finding.subjects.first().cloned()).collect();
        let (severity, group) = (Severity::Warning, format!("{code}:{}:{}", acceptance.code, acceptance.subject));
        Finding { code, severity, subjects, evidence, arguments: Default::default(), group }
            .with("accepted_code", acceptance.code.as_str())
            .with("accepted_subject", acceptance.subject.as_str())
            .with("approver", acceptance.approver.as_str())
            .with("expires", acceptance.expires.as_str())
    }
}
