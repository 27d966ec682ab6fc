//! # Exclusion of what the other unit does not have
//!
//! ## What it finds
//! A duty that leaves something to one unit, of which no duty has a telling word in common with it.
//!
//! ## Why it matters
//! Either the other unit has lost what is left to it, so that nobody has it, or the exclusion is a remnant: what it takes away cannot
//! be found.
//!
//! ## Example
//! 会計課: "物品の購入に関すること（企画課の所掌に属するものを除く。）". 企画課 has plans and statistics only.
//!
//! ## Basis
//! Only words are compared, so this is a note: 道路 and 交通 are different words. Exclusions of several units are mostly made for the
//! sake of safety; these, and units whose duties say little by themselves (前条の事務), are left out.
//!
//! # 除外先に対応する事務のない除外
//!
//! ## 見つけるもの
//! 一つの組織の所掌に属するものを除いているのに、その組織のどの事務とも、手掛かりになる語が一つも共通しない事務。
//!
//! ## なぜ大切か
//! 除外先の組織からその事務が失われて所掌する組織がないか、除外が役目を終えている。何が除かれるのか分からない。
//!
//! ## 例
//! 会計課に「物品の購入に関すること（企画課の所掌に属するものを除く。）」とあるが、企画課には計画と統計の事務しかない。
//!
//! ## 根拠
//! 語だけを比べるので、参考とする（「道路」と「交通」は別の語である。）。幾つもの組織を挙げる除外は念のためのことが多いので、事務の文言
//! だけでは内容の分からない組織（前条の事務など）とともに、対象としない。

use rustc_hash::{FxHashMap, FxHashSet};

use super::branches::Branches;
use super::duty_words::{points_elsewhere, telling};
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Basis, Direction, Label, Node, NodeId, RelationType, Status};

/// The subject behind the duty is the unit. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let stated: Vec<_> = review.scopes().unmatched().filter(|entry| entry.edge.data.basis == Basis::Stated).collect();
    let words = words_of_units(graph, &stated.iter().map(|entry| &entry.unit).collect());
    let mut found: Vec<Finding> = Vec::new();
    for entry in stated {
        let is_own = |unit: &Node| unit.as_unit().is_some_and(|unit| unit.status == Status::Established);
        let Some(duty) = graph.node(&entry.duty) else { continue };
        let own = telling(duty.name());
        // A list of units is mostly there for the sake of safety.
        let excluded = graph.edges_at(&entry.duty, Direction::Outgoing, RelationType::DutyExcludedBy);
        let is_only = excluded
            .iter()
            .all(|edge| edge.to == entry.unit || graph.node(&edge.to).is_none_or(|node| node.as_unit().is_none()));
        let alien = words.get(&entry.unit).is_some_and(|words| !words.is_vague && words.telling.is_disjoint(&own));
        if !alien
            || !is_only
            || own.is_empty()
            || points_elsewhere(duty.name())
            || !graph.node(&entry.unit).is_some_and(is_own)
        {
            continue;
        }
        let subjects = vec![entry.duty.clone(), entry.unit.clone()];
        let evidence = entry.edge.provenance.clone();
        found.push(finding("unmatched-exclusion", Severity::Note, "", subjects, evidence));
    }
    found
}

/// The telling words of a unit's name, of all its duties and of those of the units below it.
#[derive(Default)]
struct Words {
    telling: FxHashSet<(char, char)>,
    /// Whether a duty means what another clause says, or a unit below has none.
    is_vague: bool,
}

fn words_of_units<'g>(graph: &'g AuthorityGraph, units: &FxHashSet<&'g NodeId>) -> FxHashMap<&'g NodeId, Words> {
    let branches = Branches::new(graph);
    let mut words: FxHashMap<&NodeId, Words> = FxHashMap::default();
    for duty in graph.nodes_with(Label::Duty) {
        let path = graph.parent_unit(&duty.id).map(|unit| branches.path(unit)).unwrap_or_default();
        let excluded: Vec<&&NodeId> = path.iter().filter(|unit| units.contains(*unit)).collect();
        if excluded.is_empty() {
            continue;
        }
        let (of_duty, is_vague) = (telling(duty.name()), points_elsewhere(duty.name()));
        for unit in excluded {
            let of_unit = words.entry(unit).or_default();
            of_unit.telling.extend(&of_duty);
            of_unit.telling.extend(graph.node(unit).map(|node| telling(node.name())).unwrap_or_default());
            of_unit.is_vague |= is_vague;
        }
    }
    words
}
