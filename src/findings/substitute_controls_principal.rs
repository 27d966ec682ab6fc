//! # Substitute who controls the one replaced
//!
//! ## What it finds
//! A substitute from a unit that audits, inspects or examines, who acts for a head outside that unit.
//!
//! ## Why it matters
//! While he acts he does what his own unit has to examine: nobody controls himself.
//!
//! ## Example
//! "会計部長に事故があるときは、監査室長がその職務を代理する。" and the 監査室 carries out the internal audit.
//!
//! ## Basis
//! Separation of execution and control; the duties of the substitute's unit (監査, 検査, 監察) in the words of the text.
//!
//! # 代理される職を検査する代理者
//!
//! ## 見つけるもの
//! 監査、検査又は監察を分掌する組織の職で、その組織の外の長の職務を代理するもの。
//!
//! ## なぜ大切か
//! 代理する間は、自らの組織が検査すべきことを自ら行う。自らを検査することはできない。
//!
//! ## 例
//! 「会計部長に事故があるときは、監査室長がその職務を代理する。」とあり、監査室は内部監査を分掌する。
//!
//! ## 根拠
//! 執行と監督の分離。代理者の組織の分掌事務（監査、検査、監察）の文言。

use std::sync::LazyLock;

use regex::Regex;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Act, AuthorityGraph, DutyKind, Label, Node, NodeId, Relation, RelationType};

/// A duty that controls what other units of the same body do: 内部監査に関すること, 会計の検査に関すること.
static CONTROL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:内部監査|業務監査|会計監査|監査|会計の検査|出納の検査|会計検査|監察|事務の検査)(?:の実施)?(?:に関する(?:こと|事務|事)|及び|、|の)").expect("a pattern")
});

/// The subject behind the post is the substitute. Arguments: `duty`, the duty that controls.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut found = Vec::new();
    for edge in graph.edges_with(RelationType::SubstitutesWhenIncapacitated) {
        let Relation::SubstitutesWhenIncapacitated { act, .. } = &edge.data.relation else { continue };
        let Some(unit) = graph.parent_unit(&edge.from).filter(|_| *act != Act::Decide) else { continue };
        let own = graph.parent_unit(&edge.to);
        let is_inside = own.is_some_and(|own| own == unit || graph.enclosing_units(own).contains(&unit));
        let Some(duty) = control(graph, unit).filter(|_| !is_inside) else { continue };
        let mut evidence = edge.provenance.clone();
        evidence.extend(&duty.provenance);
        let text = duty.as_duty().map_or("", |duty| duty.text.as_str());
        let subjects = vec![edge.to.clone(), edge.from.clone()];
        found.push(
            finding("substitute-controls-principal", Severity::Warning, "", subjects, evidence).with("duty", text),
        );
    }
    found
}

/// The duty by which a unit controls others.
fn control<'g>(graph: &'g AuthorityGraph, unit: &NodeId) -> Option<&'g Node> {
    let duties = graph.members(unit, Label::Duty).into_iter();
    duties.into_iter().find(|node| {
        node.as_duty().is_some_and(|duty| duty.kind == DutyKind::Substantive && CONTROL.is_match(&duty.text))
    })
}
