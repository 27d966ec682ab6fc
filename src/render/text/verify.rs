//! What became of a body's expectations, as text.

use crate::analysis::{Claim, ClaimFinding, ClaimStep, Outcome, Verified, VerifyReport};
use crate::graph::{AuthorityGraph, NodeId};
use crate::render::messages::{Messages, tr};

use super::page::{Page, Sign};
use super::words;

/// Each expectation with its proof or what stands against it, then at most `limit` clauses that none touches.
pub fn verify(report: &VerifyReport, graph: &AuthorityGraph, limit: usize, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    page.line(0, &tr!(messages, "verify-counts", passed = report.passed, failed = report.failed));
    page.blank();
    for result in &report.results {
        one(&mut page, result);
    }
    page.heading(&tr!(messages, "verify-untouched", count = report.untouched.len(), total = report.clauses));
    let (shown, left) = report.untouched.split_at(report.untouched.len().min(limit));
    let cited: Vec<String> = shown.iter().map(|clause| page.citation(clause)).collect();
    if !cited.is_empty() {
        page.line(2, &cited.join(&tr!(messages, "list-separator")));
    }
    if !left.is_empty() {
        page.line(2, &tr!(messages, "verify-more", count = left.len()));
    }
    page.finish()
}

fn one(page: &mut Page, result: &Verified) {
    let messages = page.messages;
    let claimed = claim(page, &result.expectation.claim);
    let claimed = if result.expectation.not { tr!(messages, "verify-not", claim = claimed) } else { claimed };
    let sign = if result.passed { Sign::Yes } else { Sign::No };
    page.signed(0, sign, &tr!(messages, "verify-line", claim = claimed, line = result.expectation.line));
    if !result.expectation.because.is_empty() {
        page.line(2, &tr!(messages, "verify-because", because = result.expectation.because.as_str()));
    }
    match &result.finding {
        ClaimFinding::Holds { steps } => steps_lines(page, steps),
        ClaimFinding::DoesNotHold { instead, steps } => {
            let said = if instead.is_empty() {
                tr!(messages, "verify-nobody")
            } else {
                tr!(messages, "verify-instead", names = page.names_and(instead))
            };
            page.line(2, &said);
            steps_lines(page, steps);
        }
        ClaimFinding::UnknownName { name, suggestions } if suggestions.is_empty() => {
            page.line(2, &tr!(messages, "verify-unknown", name = name.as_str()));
        }
        ClaimFinding::UnknownName { name, suggestions } => {
            let names = page.names_or(suggestions);
            page.line(2, &tr!(messages, "verify-unknown-similar", name = name.as_str(), names = names));
        }
        ClaimFinding::AmbiguousName { name, candidates } => {
            let paths: Vec<String> = candidates.iter().map(NodeId::to_string).collect();
            let names = words::or(messages, &paths);
            page.line(2, &tr!(messages, "verify-ambiguous", name = name.as_str(), names = names));
        }
    }
}

fn steps_lines(page: &mut Page, steps: &[ClaimStep]) {
    for step in steps {
        let cited = page.cite(&step.provenance);
        let about: Vec<String> = step.about.iter().map(|id| page.name(id)).collect();
        page.item(2, &tr!(page.messages, "verify-step", about = about.join(" → "), cited = cited));
    }
}

/// A claim in words.
fn claim(page: &Page, claim: &Claim) -> String {
    let messages = page.messages;
    match claim {
        Claim::Commands(claim) => {
            let (superior, subordinate) = (claim.superior.as_str(), claim.subordinate.as_str());
            if claim.direct {
                tr!(messages, "claim-commands-directly", superior = superior, subordinate = subordinate)
            } else {
                tr!(messages, "claim-commands", superior = superior, subordinate = subordinate)
            }
        }
        Claim::Owns(claim) => {
            let (owner, matter) = (claim.owner.as_str(), claim.matter.as_str());
            if claim.only {
                tr!(messages, "claim-owns-only", owner = owner, matter = matter)
            } else {
                tr!(messages, "claim-owns", owner = owner, matter = matter)
            }
        }
        Claim::Substitutes(claim) => {
            let by = claim.by.join(&tr!(messages, "list-separator"));
            let said = if claim.only {
                tr!(messages, "claim-substitutes-only", by = by, post = claim.post.as_str())
            } else {
                tr!(messages, "claim-substitutes", by = by, post = claim.post.as_str())
            };
            match claim.when {
                None => said,
                Some(when) => tr!(messages, "claim-when", condition = words::condition(messages, when), claim = said),
            }
        }
        Claim::Heads(claim) => {
            tr!(messages, "claim-heads", post = claim.post.as_str(), unit = claim.unit.as_str())
        }
        Claim::Belongs(claim) => {
            tr!(messages, "claim-belongs", member = claim.member.as_str(), unit = claim.unit.as_str())
        }
        Claim::Acting(claim) => {
            let post = claim.post.as_str();
            let said = match (&claim.by, claim.expected()) {
                (Some(by), _) => tr!(messages, "claim-acting", by = by.as_str(), post = post),
                (None, Outcome::Criterion) => tr!(messages, "claim-acting-criterion", post = post),
                (None, Outcome::Undecidable) => tr!(messages, "claim-acting-undecidable", post = post),
                (None, _) => tr!(messages, "claim-acting-nobody", post = post),
            };
            let mut absent = claim.also_absent.clone();
            absent.insert(0, claim.post.clone());
            let absent = words::and(messages, &absent);
            let condition = words::condition(messages, claim.when);
            let said = tr!(messages, "claim-absent", absent = absent, condition = condition, claim = said);
            if claim.unfilled.is_empty() {
                return said;
            }
            let unfilled = words::and(messages, &claim.unfilled);
            tr!(messages, "claim-unfilled", unfilled = unfilled, claim = said)
        }
    }
}
