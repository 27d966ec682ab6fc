//! # Unknown name
//!
//! ## What it finds
//! A unit or a post that the regulation speaks of as its own, but that no clause establishes and that is not known from
//! another instrument. One that the text gives duties to is a warning; in a regulation that supplements another, all are notes.
//!
//! ## Why it matters
//! What the text ties to the name has no place to go: a duty that is left to the unit is done by nobody, an order is given
//! by nobody. Mostly a unit was abolished or renamed and one clause was forgotten.
//!
//! ## Example
//! Article 3 establishes a 調査課 and a 検査課. Article 9 has: "matters that do not belong to the 調査課, the 検査課 or the
//! 監理課". Nothing establishes a 監理課.
//!
//! ## Basis
//! The article that lists the units and posts is complete: every name used elsewhere has to occur in it, or the text has to
//! say where else it comes from. A post of an unknown unit is not reported again.
//!
//! # 設置のない名称
//!
//! ## 見つけるもの
//! 規程が自らの組織又は職として挙げているのに、どの条文も設置しておらず、他の法令等によるものとも分からない名称。条文が事務を与えているものは要確認、
//! 他の規程を補う規程の中のものは参考とする。
//!
//! ## なぜ大切か
//! その名称に結び付けられた事務や命令の行き先がない。多くは、廃止又は改称された組織が一部の条文に残ったものである。
//!
//! ## 例
//! 第3条は調査課と検査課を置く。第9条に「調査課、検査課及び監理課の所掌に属さない事務」とあるが、監理課を置く条文がない。
//!
//! ## 根拠
//! 設置の条は組織と職を漏れなく挙げる。他の条の名称は、そこにあるか、出所が示されていなければならない。設置のない組織に
//! 属する職は、重ねて報告しない。

use super::review::Review;
use super::structure::stands_alone;
use super::{Finding, Severity, finding};
use crate::graph::{Label, Node, NodeData, NodeId, Status};

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let unknown_unit = |id: &NodeId| {
        let unit = graph.parent_unit(id).and_then(|unit| graph.node(unit)).and_then(Node::as_unit);
        unit.is_some_and(|unit| unit.status == Status::Unknown)
    };
    let is_unknown = |node: &&Node| match &node.data {
        NodeData::Unit(unit) => unit.status == Status::Unknown,
        NodeData::Post(post) => post.status == Status::Unknown && !unknown_unit(&node.id),
        NodeData::Duty(_) | NodeData::Matter(_) | NodeData::Clause(_) | NodeData::Person(_) => false,
    };
    let alone = stands_alone(graph);
    let to_finding = |node: &Node| {
        let evidence = node.provenance.clone();
        // What the text itself gives duties to exists; only the clause that establishes it is missing, or is another's.
        let has_duties = !graph.members(&node.id, Label::Duty).is_empty();
        // A council is often another body's, which needs no clause here.
        let is_council = node.as_unit().is_some_and(|unit| unit.council || unit.kind.ends_with('会'));
        let severity = match (alone && !is_council, has_duties) {
            (true, false) => Severity::Error,
            (true, true) => Severity::Warning,
            (false, _) => Severity::Note,
        };
        finding("unknown-name", severity, node.name(), vec![node.id.clone()], evidence)
    };
    graph.nodes().filter(is_unknown).map(to_finding).collect()
}
