//! # Gap in the life of a system
//!
//! ## What it finds
//! A system, network or platform that a duty builds (開発, 整備, 改修 …) and none operates (運用, 管理, 監視 …), or the reverse.
//!
//! ## Why it matters
//! What is built must be run by somebody, and what is run was built by somebody. Often the same thing is called by two names in two
//! duties, so that nobody sees that they belong together; the nearest name is then suggested.
//!
//! ## Example
//! 開発部: "発行管理システムの開発に関すること". 運用部: "証明書発行管理システムの運用に関すること". Neither name occurs in the other's duties.
//!
//! ## Basis
//! An object counts as operated if a duty operates it, a part of it or something of which it is a part (a longer name ending in a
//! shorter one), or has it as a whole (Xに関すること). Nothing is reported where the text never speaks of one of the two phases.
//!
//! # システムの開発と運用の欠落
//!
//! ## 見つけるもの
//! 開発（整備、改修など）する事務があるのに、運用（管理、監視など）する事務のないシステム、ネットワーク又は基盤。その逆も同じ。
//!
//! ## なぜ大切か
//! 作られたものは誰かが運用し、運用されているものは誰かが作ったはずである。同じものが二つの号で別の名で呼ばれ、つながりが見えなくなって
//! いることが多い。その場合は、最も近い名を示す。
//!
//! ## 例
//! 開発部に「発行管理システムの開発に関すること」、運用部に「証明書発行管理システムの運用に関すること」とあり、どちらの名も他方にない。
//!
//! ## 根拠
//! その物、その一部（短い名で終わる長い名）又はそれを含む物を運用する事務、若しくはその物全体に関する事務（Xに関すること）があれば、運
//! 用されているものとする。一方の段階に触れていない規程では報告しない。

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::analysis::{LifeCycle, Phase, is_system, life_cycles};
use crate::graph::NodeId;

/// The subjects are the duties of the phase that is there. Arguments: `object`, `case` (`not-operated`, `not-built`),
/// `suggestion` (the nearest name of what has the missing phase alone; `none` if there is none).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let lives = life_cycles(graph);
    let systems: Vec<&LifeCycle> = lives.iter().filter(|life| is_system(&life.object)).collect();
    let mut found = Vec::new();
    for (case, there, missing) in
        [("not-operated", Phase::Building, Phase::Operating), ("not-built", Phase::Operating, Phase::Building)]
    {
        if !systems.iter().any(|life| has(life, missing)) {
            continue;
        }
        for life in systems.iter().filter(|life| has(life, there)) {
            let covered = lives
                .iter()
                .any(|other| is_part(&life.object, &other.object) && (has(other, missing) || !other.whole.is_empty()));
            let duties = duties_of(life, there);
            let Some(first) = duties.first().and_then(|id| graph.node(id)).filter(|_| !covered) else { continue };
            let mut evidence = first.provenance.clone();
            let others = duties[1..].iter().filter_map(|id| graph.node(id));
            others.for_each(|node| evidence.extend(&node.provenance));
            let suggestion = nearest(life, &systems, there, missing).unwrap_or("none");
            let gap = finding("life-cycle-gap", Severity::Warning, &life.object, duties, evidence);
            found.push(gap.with("object", life.object.as_str()).with("case", case).with("suggestion", suggestion));
        }
    }
    found
}

/// Whether a duty has a phase of the life.
fn has(life: &LifeCycle, phase: Phase) -> bool {
    !duties_of(life, phase).is_empty()
}

/// The duties of a phase; upkeep counts as operation.
fn duties_of(life: &LifeCycle, phase: Phase) -> Vec<NodeId> {
    let phases = if phase == Phase::Operating { &[phase, Phase::Maintaining][..] } else { &[phase][..] };
    let mut duties: Vec<NodeId> = phases.iter().filter_map(|phase| life.phases.get(phase)).flatten().cloned().collect();
    duties.dedup();
    duties
}

/// Whether one name is the other or ends in it.
fn is_part(one: &str, other: &str) -> bool {
    one.ends_with(other) || other.ends_with(one)
}

/// The nearest name of a system that has the missing phase and not the one that is there, if this one is the nearest to it too.
fn nearest<'a>(life: &'a LifeCycle, systems: &[&'a LifeCycle], there: Phase, missing: Phase) -> Option<&'a str> {
    let best = |life: &LifeCycle, has_it: Phase, lacks: Phase| -> Option<&'a LifeCycle> {
        let likeness = |other: &LifeCycle| strsim::jaro(&life.object, &other.object);
        let others = systems.iter().copied().filter(|other| has(other, has_it) && !has(other, lacks));
        let best = others.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
        (likeness(best) > 0.8).then_some(best)
    };
    let other = best(life, missing, there)?;
    let back = best(other, there, missing)?;
    (back.object == life.object).then_some(other.object.as_str())
}
