//! # Group of units without a residual duty
//!
//! ## What it finds
//! Units below one unit none of which has the work that belongs to no other (他の…の所掌に属しないこと), while most groups of the same
//! sort have such a duty.
//!
//! ## Why it matters
//! Work that no item names has no place in this group: a new task, a question from outside. In the others everybody knows whose it is.
//!
//! ## Example
//! Three of four centres have a 企画部 with "センターに係る事務において他の部の所掌に属さないものに関すること"; the fourth has two 部 and no
//! such item.
//!
//! ## Basis
//! Groups of two or more units below units of one kind that stand side by side, at least three of them. Often meant so; a note.
//!
//! # 残余の事務のない組織群
//!
//! ## 見つけるもの
//! 一つの組織の下に並ぶ組織のうち、どれにも残余の事務（他の…の所掌に属しないこと）がないもの。同じ種類の他の組織群の多くにそれがある
//! 場合に限る。
//!
//! ## なぜ大切か
//! 号に掲げのない事務（新しい仕事、外部からの照会）の行き先がない。他の組織群では、それがどこに属するか明らかである。
//!
//! ## 例
//! 四つのセンターのうち三つの企画部に「センターに係る事務において他の部の所掌に属さないものに関すること」があるが、残る一つのセンターの
//! 二つの部にはない。
//!
//! ## 根拠
//! 並んで置かれた同じ種類の組織の下にある、二つ以上の組織から成る組織群が三つ以上ある場合に比べる。意図されていることもあるので、参考
//! とする。

use std::collections::{BTreeMap, BTreeSet};

use super::branches::Branches;
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, DutyKind, Label, Node, NodeId};

/// The subjects behind the unit without are those of its sort that have a residual duty. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut with_residual: BTreeSet<&NodeId> = BTreeSet::new();
    // Those whose lists could not be followed count too.
    let is_residual = |node: &&Node| node.as_duty().is_some_and(|duty| duty.kind == DutyKind::Residual);
    for duty in graph.nodes_with(Label::Duty).filter(is_residual) {
        with_residual.extend(graph.enclosing_units(&duty.id).into_iter().take(2));
    }
    let mut sorts: BTreeMap<(Option<&NodeId>, &str), Vec<&Node>> = BTreeMap::new();
    for node in
        graph.nodes_with(Label::Unit).filter(|node| has_group(graph, node) && !Branches::is_office(graph, &node.id))
    {
        let kind = node.as_unit().map_or("", |unit| unit.kind.as_str());
        sorts.entry((graph.parent_unit(&node.id), kind)).or_default().push(node);
    }
    let mut found = Vec::new();
    for groups in sorts.into_values() {
        let (with, without): (Vec<&Node>, Vec<&Node>) =
            groups.iter().copied().partition(|node| with_residual.contains(&node.id));
        if groups.len() < 3 || with.len() < 2 || with.len() <= without.len() {
            continue;
        }
        for node in without {
            let subjects = [node].into_iter().chain(with.iter().copied()).map(|node| node.id.clone()).collect();
            found.push(finding("group-without-residual", Severity::Note, "", subjects, node.provenance.clone()));
        }
    }
    found
}

/// Whether two or more units with duties stand below a unit.
fn has_group(graph: &AuthorityGraph, unit: &Node) -> bool {
    let units = graph.members(&unit.id, Label::Unit);
    units.iter().filter(|unit| !graph.members(&unit.id, Label::Duty).is_empty()).count() >= 2
}
