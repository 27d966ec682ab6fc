//! # Exclusion that parallel duties have and this one lacks
//!
//! ## What it finds
//! Units of one name in several branches (the 企画部 of each centre) that have a duty about the same thing; most leave a part of it to
//! a certain unit, and one does not.
//!
//! ## Why it matters
//! Either this branch is meant to have the whole, which the others' readers will not expect, or the exclusion was forgotten: two units
//! then have the same work.
//!
//! ## Example
//! 東支所総務課 and 西支所総務課: "東（西）支所に係る情報保護委員会に関すること（企画課の所掌に属するものを除く。）". 南支所総務課 has the
//! same without the brackets.
//!
//! ## Basis
//! The things are the same if the words behind the last に係る or に関する are, six letters at least; duties limited to a part (に限る) are not
//! compared.
//!
//! # 並行する号にある除外の欠落
//!
//! ## 見つけるもの
//! 幾つかの系統にある同じ名の組織（各センターの企画部など）に同じ物に関する号があり、多くはその一部を特定の組織に譲っているのに、一つだけ
//! 除外のないもの。
//!
//! ## なぜ大切か
//! その系統だけが全部を所掌する趣旨であれば読み手の予想に反し、除外の書き漏れであれば二つの組織が同じ事務を所掌することになる。
//!
//! ## 例
//! 東支所総務課と西支所総務課に「…支所に係る情報保護委員会に関すること（企画課の所掌に属するものを除く。）」とあるが、南支所総務課の同
//! じ号には除外がない。
//!
//! ## 根拠
//! 最後の「に係る」又は「に関する」より後の語（六字以上）が同じであれば同じ物とする。一部に限る号（に限る）は比べない。

use std::collections::{BTreeMap, BTreeSet};

use super::branches::Branches;
use super::duty_words::last_object;
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, Edge, ExclusionForm, Label, Node, NodeId, Relation, RelationType};

/// The subjects: the duty without, the unit that the others leave it to, the others. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let branches = Branches::new(graph);
    let mut found = Vec::new();
    for duties in parallel_duties(graph).into_values() {
        let owners: BTreeSet<&NodeId> = duties.iter().map(|(_, unit)| *unit).collect();
        if duties.len() < 3 || owners.len() < duties.len() {
            continue;
        }
        let excluded: Vec<Vec<&NodeId>> = duties.iter().map(|(duty, _)| excluded_by(graph, duty)).collect();
        let units: BTreeSet<&NodeId> = excluded.iter().flatten().copied().collect();
        for unit in units {
            let without = |at: &usize| !excluded[*at].iter().any(|other| branches.holds(other, unit));
            let is_in_line = |at: &usize| branches.holds(unit, duties[*at].1) || branches.holds(duties[*at].1, unit);
            let (lacking, having): (Vec<usize>, Vec<usize>) = (0..duties.len()).partition(without);
            let [lacking] = lacking[..] else { continue };
            if having.len() < 2 || is_in_line(&lacking) {
                continue;
            }
            let duty = duties[lacking].0;
            let mut subjects = vec![duty.id.clone(), unit.clone()];
            let mut evidence = duty.provenance.clone();
            for (other, _) in having.iter().map(|at| &duties[*at]) {
                subjects.push(other.id.clone());
                evidence.extend(&other.provenance);
            }
            found.push(finding("missing-parallel-exclusion", Severity::Warning, "", subjects, evidence));
        }
    }
    found.sort_by_key(|finding| graph.node_index(&finding.subjects[0]));
    found
}

/// The duties of units by the name of the unit and what they are about.
fn parallel_duties(graph: &AuthorityGraph) -> BTreeMap<(&str, String), Vec<(&Node, &NodeId)>> {
    let mut found: BTreeMap<(&str, String), Vec<(&Node, &NodeId)>> = BTreeMap::new();
    for duty in graph.nodes_with(Label::Duty).filter(|duty| !duty.name().contains("に限る")) {
        let owner = graph.neighbours(&duty.id, Direction::Outgoing, RelationType::BelongsTo).first().copied();
        let owner = owner.filter(|owner| owner.label() == Label::Unit);
        if let (Some(owner), Some(object)) = (owner, last_object(duty.name())) {
            found.entry((owner.name(), object)).or_default().push((duty, &owner.id));
        }
    }
    found
}

/// The units that the words of a duty leave something to.
fn excluded_by<'g>(graph: &'g AuthorityGraph, duty: &Node) -> Vec<&'g NodeId> {
    let edges = graph.edges_at(&duty.id, Direction::Outgoing, RelationType::DutyExcludedBy);
    let is_exclusion = |edge: &&Edge| {
        let in_words = matches!(edge.data.relation, Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, .. });
        in_words && graph.node(&edge.to).is_some_and(|node| node.label() == Label::Unit)
    };
    edges.into_iter().filter(is_exclusion).map(|edge| &edge.to).collect()
}
