//! # Matter given to a post and to a unit
//!
//! ## What it finds
//! A matter that the text gives to a post by name, while a unit that the post does not belong to has it among its duties.
//!
//! ## Why it matters
//! The post answers to another head than the unit does. Whoever has the matter in hand gets orders from two sides, and nobody can
//! say which of the two is to be asked.
//!
//! ## Example
//! The 秘書監 of the 企画部 "has charge of 役員秘書"; the 総務課 of the 総務部 has "役員の秘書に関すること".
//!
//! ## Basis
//! A post is compared with units that stand beside its own, or below a unit beside it; within its own unit a post may share the
//! unit's work. Both are named as the text has it; の is not looked at.
//!
//! # 職と組織が共に所掌する事項
//!
//! ## 見つけるもの
//! 名を挙げて職に与えられた事項であって、その職の属しない組織の事務にも掲げられているもの。
//!
//! ## なぜ大切か
//! 職と組織とでは上司が異なる。担当者は二方向から命令を受け、どちらに尋ねるべきかも定まらない。
//!
//! ## 例
//! 企画部の秘書監は「役員秘書をつかさどる」が、総務部総務課にも「役員の秘書に関すること」がある。
//!
//! ## 根拠
//! 職は、その属する組織と並ぶ組織及びその下の組織と比べる。自らの組織の中で事務を分担することは問わない。文言は、「の」の有無を除い
//! て一致するものに限る。

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashMap;

use super::branches::Branches;
use super::duty_words::core;
use super::review::Review;
use super::shared_matters::shared_matters;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, DutyKind, Label, Node, NodeId, Provenance, RelationType, fold_name};

/// The subjects are the post, or its duty, and the duties of units. Arguments: `matter`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let mut found = in_roles(review.graph);
    for pair in shared_matters(review).iter().filter(|pair| pair.are_siblings && pair.of_post.0 != pair.of_post.1) {
        let (of_post, of_unit) = if pair.of_post.0 { (pair.first, pair.second) } else { (pair.second, pair.first) };
        let mut evidence = of_post.provenance.clone();
        evidence.extend(&of_unit.provenance);
        let subjects = vec![of_post.id.clone(), of_unit.id.clone()];
        let matter = review.graph.qualified_name(&pair.matter);
        let shared = finding("post-and-unit-share-matter", Severity::Warning, "", subjects, evidence);
        found.push(shared.with("matter", matter));
    }
    found
}

/// Posts whose charge the text describes in a sentence: 「役員秘書及び担任の事務をつかさどる」.
fn in_roles(graph: &AuthorityGraph) -> Vec<Finding> {
    let branches = Branches::new(graph);
    let mut by_words: FxHashMap<String, Vec<&Node>> = FxHashMap::default();
    for node in graph.nodes_with(Label::Duty) {
        if node.as_duty().is_some_and(|duty| duty.kind == DutyKind::Substantive) {
            by_words.entry(key(&core(node.name()))).or_default().push(node);
        }
    }
    let kind = |unit: &NodeId| graph.node(unit).and_then(Node::as_unit).map(|unit| unit.kind.as_str());
    let mut found = Vec::new();
    for node in graph.nodes_with(Label::Post) {
        let (Some(post), Some(own)) = (node.as_post(), graph.parent_unit(&node.id)) else { continue };
        for role in &post.roles {
            for matter in matters_of(role) {
                let beside = |duty: &&&Node| {
                    let unit = graph.parent_unit(&duty.id);
                    let fork = unit.and_then(|unit| branches.fork(own, unit).map(|fork| (unit, fork)));
                    fork.is_some_and(|(unit, fork)| {
                        let is_near =
                            fork == (own, unit) || (fork.0 == own || fork.1 == unit) && kind(fork.0) == kind(fork.1);
                        let is_office = Branches::is_office(graph, fork.0) || Branches::is_office(graph, fork.1);
                        is_near && !is_office
                    })
                };
                let duties: Vec<&&Node> = by_words.get(&key(matter)).into_iter().flatten().filter(beside).collect();
                let Some(mut evidence) = says(graph, node, role, matter).filter(|_| !duties.is_empty()) else {
                    continue;
                };
                let mut subjects = vec![node.id.clone()];
                for duty in duties {
                    subjects.push(duty.id.clone());
                    evidence.extend(&duty.provenance);
                }
                let shared = finding("post-and-unit-share-matter", Severity::Warning, &post.title, subjects, evidence);
                found.push(shared.with("matter", matter));
            }
        }
    }
    found
}

/// The form in which the charge of a post and the words of a duty are compared.
fn key(words: &str) -> String {
    fold_name(words).replace('の', "")
}

/// What a description of a post names as its charge; three letters at least, without what fits every post (担任の事務).
fn matters_of(role: &str) -> Vec<&str> {
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        let verb = "つかさどる|掌理する|処理する|整理する|掌る|統括する|行う|担当する|担任する";
        Regex::new(&format!("(?:に関する(?:事務|こと|事項))?を?(?:{verb}).*$")).expect("valid pattern")
    });
    let mut parts = vec![role];
    for joint in ["、", "及び", "並びに", "又は"] {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    let bare = parts.into_iter().map(|part| VERB.find(part).map_or(part, |verb| &part[..verb.start()]));
    bare.filter(|part| {
        part.chars().count() >= 3
            && !part.ends_with("事務")
            && !part.contains("命ぜられた")
            && !part.ends_with("命を受けて")
    })
    .collect()
}

/// The clause that describes a post so, with the words of the matter.
fn says(graph: &AuthorityGraph, post: &Node, role: &str, matter: &str) -> Option<Provenance> {
    let edges = [RelationType::Commands, RelationType::Heads, RelationType::Assists].map(|relation| {
        [Direction::Incoming, Direction::Outgoing].map(|direction| graph.edges_at(&post.id, direction, relation))
    });
    let edges = edges.iter().flatten().flatten().flat_map(|edge| edge.provenance.iter());
    let mut clauses: Vec<&NodeId> = post.provenance.iter().chain(edges).map(|evidence| &evidence.clause).collect();
    clauses.dedup();
    let has = |text: &str, words: &str| text.contains(words);
    let text = |id: &NodeId| graph.node(id).and_then(Node::as_clause).map(|clause| clause.text.as_str());
    let says = |id: &&&NodeId| text(id).is_some_and(|text| has(text, matter) && has(text, role));
    let clause =
        clauses.iter().find(says).or_else(|| clauses.iter().find(|id| text(id).is_some_and(|text| has(text, matter))));
    clause.map(|id| Provenance::new((**id).clone(), matter))
}
