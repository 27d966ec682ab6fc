//! # Residual duties that stand back from different units
//!
//! ## What it finds
//! Two residual duties of units below one unit (the rest of all work, the rest of the accounting work) of which one stands back from a
//! unit that the other does not name.
//!
//! ## Why it matters
//! The two lists were meant alike. What the unit named once does is left to it by one duty and claimed by the other.
//!
//! ## Example
//! 総務課: "他の部及び課並びに企画室及び監査室の所掌に属さない事務". 会計課: "会計に関する事務において他の部及び課並びに監査室の所掌
//! に属さないもの". The 企画室 is missing.
//!
//! ## Basis
//! Only lists of one sort are compared: names with names, kinds of units with kinds of units. The two units themselves are left out.
//!
//! # 並べ方の異なる残余の事務
//!
//! ## 見つけるもの
//! 同じ組織の下にある二つの残余の事務（他の所掌に属さない事務）で、一方が挙げる組織を他方が挙げていないもの。
//!
//! ## なぜ大切か
//! 二つの列記は同じつもりで書かれている。一方だけが挙げる組織の事務は、一方の号では譲られ、他方の号では取り込まれる。
//!
//! ## 例
//! 総務課は「他の部及び課並びに企画室及び監査室の所掌に属さない事務」、会計課は「会計に関する事務において他の部及び課並びに監査室
//! の所掌に属さないもの」。会計課の号に企画室がない。
//!
//! ## 根拠
//! 名を挙げる列記どうし、種類（他の課）を挙げる列記どうしを比べる。二つの事務を所掌する組織自身は除く。

use std::collections::{BTreeMap, BTreeSet};

use super::branches::Branches;
use super::residuals::{Residual, residuals};
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{NodeId, RelationType};

/// The subjects: the duty with the shorter list, the other duty, the units that only that one names. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let branches = Branches::new(graph);
    let lists: Vec<Residual<'_>> = residuals(graph).into_iter().filter(Residual::is_list).collect();
    // Only lists of units side by side are compared: how many these are does not grow with the body.
    let mut side_by_side: BTreeMap<(Option<&NodeId>, bool), Vec<&Residual<'_>>> = BTreeMap::new();
    let mut order: Vec<(Option<&NodeId>, bool)> = Vec::new();
    for list in &lists {
        let place = (graph.parent_unit(list.unit), list.names_a_kind());
        if !side_by_side.contains_key(&place) {
            order.push(place);
        }
        side_by_side.entry(place).or_default().push(list);
    }
    let mut found = Vec::new();
    let pairs = order.iter().flat_map(|place| {
        let lists = &side_by_side[place];
        (0..lists.len()).flat_map(move |at| lists[at + 1..].iter().map(move |second| (lists[at], *second)))
    });
    for (first, second) in pairs {
        if first.unit != second.unit {
            for (short, long) in [(first, second), (second, first)] {
                let missing = missing(&branches, short, long);
                if missing.is_empty() {
                    continue;
                }
                let mut subjects = vec![short.duty.id.clone(), long.duty.id.clone()];
                subjects.extend(missing.into_iter().cloned());
                let mut evidence = short.edges[0].provenance.clone();
                evidence.extend(&long.edges[0].provenance);
                found.push(finding("residuals-differ", Severity::Warning, "", subjects, evidence));
            }
        }
    }
    found
}

/// The units that only the longer list names, in the order of the graph; those below another one of them aside.
fn missing<'g>(branches: &Branches<'g>, short: &Residual<'g>, long: &Residual<'g>) -> Vec<&'g NodeId> {
    let named: BTreeSet<&NodeId> = short.edges.iter().map(|edge| &edge.to).collect();
    let is_named = |unit: &&NodeId| branches.path(unit).iter().any(|above| named.contains(above));
    let is_own = |unit: &&NodeId| branches.holds(unit, short.unit) || branches.holds(short.unit, unit);
    let others = long.edges.iter().filter(|edge| edge.data.relation.relation_type() == RelationType::DutyExcludedBy);
    let missing: Vec<&NodeId> = others.map(|edge| &edge.to).filter(|unit| !is_named(unit) && !is_own(unit)).collect();
    let is_below = |unit: &&NodeId| missing.iter().any(|other| other != unit && branches.holds(other, unit));
    missing.iter().copied().filter(|unit| !is_below(unit)).collect()
}
