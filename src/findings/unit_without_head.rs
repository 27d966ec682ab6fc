//! # Unit without head
//!
//! ## What it finds
//! An established unit for which no clause names a post that heads it. Councils are left out, and so is the body as a
//! whole, whose head is a matter of its statute, and a regulation that gives no unit a head: there the posts stand in
//! another instrument. So it is where most units have none; where more than a fifth have none, it is only a note.
//!
//! ## Why it matters
//! The unit's posts have no superior by place, nobody decides for the unit, and nobody answers for its duties.
//!
//! ## Example
//! "A 部 has a 部長, a 課 has a 課長." Article 3 also establishes a 資料室 within a 部: the rule for 課 does not reach it.
//!
//! ## Basis
//! A unit is the means by which a post exercises its authority; the clauses on posts name a head for each kind of unit.
//!
//! # 長のない組織
//!
//! ## 見つけるもの
//! 設置されているのに、その長となる職を定める条文がない組織。会議体と、設置法令が長を定める団体そのものは除く。
//! どの組織の長も定めていない規程（職を別の規程で定めるもの）も除く。半ばを超える組織に長を定めていない規程も除く。2割を超える組織に長のない規程では、参考にとどめる。
//!
//! ## なぜ大切か
//! その組織の職には場所から定まる上司がなく、組織として決裁する者も、分掌事務に責任を負う者もいない。
//!
//! ## 例
//! 「部に部長を、課に課長を置く。」とあるが、第3条は部に資料室も置いている。課についての定めは室に及ばない。
//!
//! ## 根拠
//! 組織は職が権限を行うための単位であり、職制の条は組織の種類ごとに長を定める。

use super::review::Review;
use super::structure::{established_units, stands_alone};
use super::{Finding, Severity, finding};
use crate::graph::{Direction, Node, RelationType};

/// With fewer units than this a share says nothing.
const FEW: usize = 8;

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    if graph.edges_with(RelationType::Heads).next().is_none() {
        return Vec::new();
    }
    let has_none = |node: &&Node| graph.edges_at(&node.id, Direction::Incoming, RelationType::Heads).is_empty();
    let units = established_units(graph);
    let without: Vec<&Node> = units.iter().copied().filter(has_none).collect();
    // A text that gives most of its units no head leaves heads to another instrument; where many have none, it may do so for some.
    if without.len() * 2 > units.len() {
        return Vec::new();
    }
    let severity = if (without.len() * 5 <= units.len() || units.len() < FEW) && stands_alone(graph) {
        Severity::Warning
    } else {
        Severity::Note
    };
    without
        .into_iter()
        .map(|unit| finding("unit-without-head", severity, "", vec![unit.id.clone()], unit.provenance.clone()))
        .collect()
}
