//! # Residual duty that misses a unit
//!
//! ## What it finds
//! A residual duty (他の部及び課の所掌に属さない事務) with a list of units in which a unit with duties of its own is missing. A warning
//! where the duty takes the rest of all work; a note where it takes the rest of one subject.
//!
//! ## Why it matters
//! What the missing unit does belongs to no unit of the list, so by its letter the residual duty claims it too. Mostly the unit was
//! created later, or its kind (センター, 室) is not among the kinds listed.
//!
//! ## Example
//! 総務課: "他の部及び課の所掌に属さない事務の処理に関すること". The 相談センター has no 部 and no 課.
//!
//! ## Basis
//! A list reaches as far as the units that it names: below one unit, or over the whole body. 「他の所掌」 names all and is not reported.
//! Local offices (支所, 事務所) are not looked for: headquarters lists commonly leave them aside.
//!
//! # 組織の漏れた残余の事務
//!
//! ## 見つけるもの
//! 組織を列記した残余の事務（他の部及び課の所掌に属さない事務）で、固有の事務を持つ組織が漏れているもの。事務全体の残余は要確認、特定の
//! 分野の残余は参考とする。
//!
//! ## なぜ大切か
//! 漏れた組織の事務は、列記のどの組織の所掌にも属さないので、文字どおりには残余の事務に取り込まれる。多くは、組織が後から置かれたか、
//! その種類（センター、室）が列記にないものである。
//!
//! ## 例
//! 総務課に「他の部及び課の所掌に属さない事務の処理に関すること」とあるが、相談センターには部も課もない。
//!
//! ## 根拠
//! 列記は、挙げている組織の範囲（一つの組織の下、又は全体）に及ぶ。「他の所掌」はすべてを指すので報告しない。支所、事務所などは、本庁の
//! 列記に挙げないのが通例なので、対象としない。

use super::branches::Branches;
use super::residuals::{Residual, residuals};
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, DutyKind, Label, Node, NodeId, RelationType, Status};

/// The subjects behind the duty are the units that it misses. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let branches = Branches::new(graph);
    let with_duties = units_with_duties(graph);
    let mut found = Vec::new();
    for residual in residuals(graph).iter().filter(|residual| residual.is_list() && takes_the_rest(residual)) {
        let missing = missing(graph, &branches, &with_duties, residual);
        if missing.is_empty() {
            continue;
        }
        let is_limited = !graph.edges_at(&residual.duty.id, Direction::Outgoing, RelationType::Covers).is_empty();
        let severity = if is_limited { Severity::Note } else { Severity::Warning };
        let mut subjects = vec![residual.duty.id.clone()];
        let mut evidence = residual.edges[0].provenance.clone();
        for unit in missing {
            subjects.push(unit.id.clone());
            evidence.extend(&unit.provenance);
        }
        found.push(finding("incomplete-residual", severity, "", subjects, evidence));
    }
    found
}

/// Whether a duty takes what is left of all work, or of a subject that it names before: 「…の所掌に属さない事務」, and not 「…研修」.
fn takes_the_rest(residual: &Residual<'_>) -> bool {
    let words = residual.duty.name();
    let behind =
        ["属さない", "属しない"].iter().filter_map(|negative| words.rsplit_once(negative)).map(|(_, behind)| behind);
    let rest = ["事務", "もの", "こと", "事項", "業務"];
    behind.into_iter().any(|behind| rest.iter().any(|rest| behind.starts_with(rest)))
}

/// The units of the body with duties of their own that are not merely the rest of something.
fn units_with_duties(graph: &AuthorityGraph) -> Vec<&Node> {
    let is_own = |node: &&Node| node.as_unit().is_some_and(|unit| unit.status == Status::Established && !unit.council);
    let has_duties = |node: &&Node| {
        let duties = graph.members(&node.id, Label::Duty);
        duties.iter().any(|duty| duty.as_duty().is_some_and(|duty| duty.kind == DutyKind::Substantive))
    };
    graph.nodes_with(Label::Unit).filter(is_own).filter(has_duties).collect()
}

fn missing<'g>(
    graph: &'g AuthorityGraph,
    branches: &Branches<'g>,
    with_duties: &[&'g Node],
    residual: &Residual<'g>,
) -> Vec<&'g Node> {
    let own = residual.unit;
    // How far the list reaches: below the unit above, unless it names a unit elsewhere.
    let Some(mut reach) = graph.parent_unit(own) else { return Vec::new() };
    while !residual.edges.iter().all(|edge| branches.holds(reach, &edge.to)) {
        match graph.parent_unit(reach) {
            Some(above) => reach = above,
            None => return Vec::new(),
        }
    }
    let is_named = |unit: &NodeId| residual.edges.iter().any(|edge| branches.holds(&edge.to, unit));
    let is_in_line = |unit: &NodeId| branches.holds(unit, own) || branches.holds(own, unit);
    let below_reach = |unit: &NodeId| branches.path(unit).iter().rev().take_while(|above| **above != reach);
    let misses = |unit: &&&Node| {
        let id = &unit.id;
        let names_below = residual.edges.iter().any(|edge| branches.holds(id, &edge.to));
        let is_office = below_reach(id).any(|unit| Branches::is_office(graph, unit));
        branches.holds(reach, id) && id != reach && !is_named(id) && !is_in_line(id) && !names_below && !is_office
    };
    let missing: Vec<&Node> = with_duties.iter().filter(misses).copied().collect();
    let is_below =
        |unit: &&Node| missing.iter().any(|other| other.id != unit.id && branches.holds(&other.id, &unit.id));
    missing.iter().copied().filter(|unit| !is_below(unit)).collect()
}
