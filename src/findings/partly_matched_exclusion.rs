//! # Exclusion of which a part is received
//!
//! ## What it finds
//! A duty with several activities on one object that leaves them to a unit which has some of them and not the others.
//!
//! ## Why it matters
//! The others stay with the duty, whatever the drafter had in mind. Worth a look where the two clauses were meant to be mirror
//! images of each other.
//!
//! ## Example
//! 総務課: "文書の接受、発送及び保存に関すること（支所の所掌に属するものを除く。）". 支所: "文書の発送及び保存に関すること"; the
//! 接受 for the 支所 stays with 総務課.
//!
//! ## Basis
//! An exclusion takes away what the other unit has, and no more; so the text is clear, and this is a note. Other objects, of which
//! the unit has nothing, are not reported: 予算及び決算 often means what the other unit has of either.
//!
//! # 一部にだけ対応する事務のある除外
//!
//! ## 見つけるもの
//! 一つの物について幾つかの行為を掲げて、ある組織の所掌に属するものを除いているが、その組織がそのうちの一部しか所掌していない事務。
//!
//! ## なぜ大切か
//! 残りの事項は、立案者の意図にかかわらず、除外した側に残る。二つの号を対にするつもりであったときは、見直しを要する。
//!
//! ## 例
//! 総務課に「文書の接受、発送及び保存に関すること（支所の所掌に属するものを除く。）」、支所に「文書の発送及び保存に関すること」と
//! ある。支所の文書の接受は総務課に残る。
//!
//! ## 根拠
//! 除外は、除外先の組織が所掌するものだけを除く。文言は明らかなので、参考とする。除外先の組織に全くない物は報告しない。「予算及び決
//! 算」は、その一方だけを除く趣旨であることが多い。

use std::collections::BTreeSet;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{NodeData, NodeId};

/// The subjects behind the duty are the units. Arguments: `matters` (those without a counterpart, by name).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut found: Vec<Finding> = Vec::new();
    for entry in review.scopes().partly_matched() {
        let object = |id: &NodeId| match graph.node(id).map(|node| &node.data) {
            Some(NodeData::Matter(matter)) if !matter.activity.is_empty() => Some(matter.object.as_str()),
            _ => None,
        };
        let received = entry.matters.iter().filter(|matter| !matter.received.is_empty());
        let received: BTreeSet<&str> = received.filter_map(|matter| object(&matter.matter)).collect();
        let left = entry.matters.iter().filter(|matter| matter.received.is_empty());
        let left = left.filter(|matter| object(&matter.matter).is_some_and(|object| received.contains(object)));
        let names: Vec<String> = left.map(|matter| graph.qualified_name(&matter.matter)).collect();
        let names = names.join("、");
        if names.is_empty() {
            continue;
        }
        let same = |other: &&mut Finding| other.subjects[0] == entry.duty && other.arguments["matters"] == names;
        match found.last_mut().filter(same) {
            Some(finding) => finding.subjects.push(entry.unit.clone()),
            None => {
                let subjects = vec![entry.duty.clone(), entry.unit.clone()];
                let partly = finding(
                    "partly-matched-exclusion",
                    Severity::Note,
                    &names,
                    subjects,
                    entry.edge.provenance.clone(),
                );
                found.push(partly.with("matters", names));
            }
        }
    }
    found
}
