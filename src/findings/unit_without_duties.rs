//! # Unit without duties
//!
//! ## What it finds
//! An established unit to which no clause gives a duty, neither to itself nor to a post in it. A warning if the units below
//! it have none either and a unit beside it has some; else a note. Councils are left out, and so is the body as a whole, whose tasks are a matter
//! of its statute, and a regulation without any list of duties.
//!
//! ## Why it matters
//! Nobody can tell what the unit is for, and whatever it does belongs to another unit or to nobody. Where only the units
//! below have duties, what concerns them all has no owner unless one of them has the rest.
//!
//! ## Example
//! Article 3 establishes a 管理課, a 営業課 and a 資料室. Article 8 lists the duties of the two 課.
//!
//! ## Basis
//! Each unit that is established has to occur in the articles on the division of duties (事務分掌), by itself or through its
//! parts.
//!
//! # 事務のない組織
//!
//! ## 見つけるもの
//! 設置されているのに、それ自身にも、そこの職にも、事務が分掌されていない組織。下の組織にも事務がなく、並ぶ組織にはあるときは要確認、ほかは参考とする。
//! 会議体、設置法令が任務を定める団体そのもの、事務分掌の定めが全くない規程は除く。
//!
//! ## なぜ大切か
//! 何のための組織か分からず、そこで行う事務は他の組織のものか、誰のものでもない。下の組織だけに事務があるときは、全体に
//! 共通する事務の持ち主が、そのどれかに残りの事務として与えられていない限り、定まらない。
//!
//! ## 例
//! 第3条は管理課、営業課及び資料室を置く。第8条は二つの課の事務だけを定める。
//!
//! ## 根拠
//! 設置された組織は、それ自身か内部の組織が、事務分掌の条に現れなければならない。

use std::collections::BTreeMap;

use super::review::Review;
use super::structure::{established_units, stands_alone};
use super::{Finding, Severity, finding};
use crate::graph::{Label, Node, NodeId};

/// Arguments: `duties_below`, the number of duties of the units below it.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    // The number of duties of each unit itself, and of the units below it.
    let mut duties: BTreeMap<&NodeId, (usize, usize)> = BTreeMap::new();
    for duty in graph.nodes_with(Label::Duty) {
        for (distance, unit) in graph.enclosing_units(&duty.id).into_iter().enumerate() {
            let (own, below) = duties.entry(unit).or_default();
            *if distance == 0 { own } else { below } += 1;
        }
    }
    if duties.is_empty() {
        return Vec::new();
    }
    let has_neighbour_with_duties = |unit: &Node| {
        let beside = graph.parent_unit(&unit.id).map(|parent| graph.members(parent, Label::Unit)).unwrap_or_default();
        beside.iter().any(|other| {
            let has_own = duties.get(&other.id).is_some_and(|(own, _)| *own > 0);
            other.id != unit.id && has_own
        })
    };
    // 「教官室においては、…を行う」 says what the unit does in words that are not read as a duty.
    let says_what_is_done = |unit: &Node| {
        let words = format!("{}においては", unit.name());
        review.texts().clauses.iter().any(|text| text.folded.contains(&words))
    };
    let alone = stands_alone(graph);
    let to_finding = |unit: &Node| {
        let (own, below) = duties.get(&unit.id).copied().unwrap_or_default();
        // A unit whose neighbours have none either is left to its head, or to another instrument.
        let is_odd = || own == 0 && below == 0 && alone && has_neighbour_with_duties(unit) && !says_what_is_done(unit);
        let severity = if is_odd() { Severity::Warning } else { Severity::Note };
        let evidence = unit.provenance.clone();
        let found = || finding("unit-without-duties", severity, "", vec![unit.id.clone()], evidence);
        (own == 0).then(|| found().with("duties_below", below))
    };
    established_units(graph).into_iter().filter_map(to_finding).collect()
}
