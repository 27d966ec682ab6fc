//! # Post in a unit of a kind that its role does not speak of
//!
//! ## What it finds
//! A post whose role is about a unit of one kind (課の事務を統括し) while it is placed in a unit of another kind, or whose role
//! is to assist a post that its unit does not have.
//!
//! ## Why it matters
//! The role is empty there: nobody knows what such a post directs, or whom it assists, and two readers will decide it
//! differently.
//!
//! ## Example
//! "部及び課に課長を置く。課長は、課の事務を統括する。" A 課長 in a 部 has no section to direct.
//!
//! ## Basis
//! The kind that the role names and the kind of the unit, both in the words of the text.
//!
//! # 職務が所属組織の種類と合わない職
//!
//! ## 見つけるもの
//! 職務の定めが、所属する組織とは別の種類の組織の事務（課の事務を統括し）をいう職。又は、補佐すべき職が、その組織にな
//! い職。
//!
//! ## なぜ大切か
//! そこでは職務の定めが空になる。何を統括するのか、誰を補佐するのかが決まらず、読む者によって判断が分かれる。
//!
//! ## 例
//! 「部及び課に課長を置く。課長は、課の事務を統括する。」部に置かれた課長には、統括する課がない。
//!
//! ## 根拠
//! 職務の定めがいう組織の種類と、その職が置かれた組織の種類。いずれも条文の文言による。

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, Label, Node, Post, RelationType, Status};

/// 「課の事務を統括し」, 「部又は室の特定の事務を掌理し」: the kinds of unit whose affairs a role is about.
static AFFAIRS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[、て])([^、。の]{1,12})の(?:特定の)?(?:事務|業務)を(?:統括|統轄|総括|掌理|つかさど|管理)")
        .expect("a pattern")
});
/// 「課長を補佐し」, 「課長又は担当課長を助け」: whom a role assists.
static ASSISTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(?:^|[、て])([^、。]{2,20})を(?:補佐|助け)").expect("a pattern"));

/// Arguments: `role`, the words that speak of another kind or post.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let kinds: HashSet<&str> =
        graph.nodes_with(Label::Unit).filter_map(Node::as_unit).map(|unit| unit.kind.as_str()).collect();
    let titles: HashSet<&str> =
        graph.nodes_with(Label::Post).filter_map(Node::as_post).map(|post| post.title.as_str()).collect();
    let posts = graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post)));
    let established = posts.filter(|(_, post)| post.status == Status::Established);
    established
        .filter_map(|(node, post)| {
            let role = of_another_kind(graph, node, post, &kinds).or_else(|| of_nobody(graph, node, post, &titles))?;
            let found = finding(
                "role-of-another-kind",
                Severity::Warning,
                &post.title,
                vec![node.id.clone()],
                node.provenance.clone(),
            );
            Some(found.with("role", role))
        })
        .collect()
}

/// The kinds that a role speaks of, if none of them is the kind of the post's unit.
fn of_another_kind(graph: &AuthorityGraph, node: &Node, post: &Post, kinds: &HashSet<&str>) -> Option<String> {
    let unit = graph.node(graph.parent_unit(&node.id)?)?.as_unit()?;
    let said = post.roles.iter().find_map(|role| AFFAIRS.captures(role))?.get(1)?.as_str();
    let named: Vec<&str> = said.split("又は").flat_map(|part| part.split("及び")).collect();
    // 「総務課の事務」 names one unit; only bare kinds are a rule for all units of the kind.
    let all_kinds = named.iter().all(|kind| kinds.contains(kind));
    let is_own = |kind: &&str| {
        unit.kind == **kind || unit.name.ends_with(*kind) || unit.aliases.iter().any(|name| name == *kind)
    };
    (all_kinds && !named.iter().any(is_own)).then(|| format!("{said}の事務"))
}

/// The posts that a role assists, if the text has such posts and the post assists nobody.
fn of_nobody(graph: &AuthorityGraph, node: &Node, post: &Post, titles: &HashSet<&str>) -> Option<String> {
    if !graph.edges_at(&node.id, Direction::Outgoing, RelationType::Assists).is_empty() {
        return None;
    }
    let said = post.roles.iter().find_map(|role| ASSISTED.captures(role))?.get(1)?.as_str();
    let named: Vec<&str> = said.split("又は").flat_map(|part| part.split("及び")).collect();
    // Where the text places no head at all, the one to be assisted may stand in another instrument.
    let unit = graph.parent_unit(&node.id).filter(|unit| graph.head_of(unit).is_some())?;
    let here = graph.members(unit, Label::Post);
    let is_here = |title: &&str| here.iter().any(|other| other.as_post().is_some_and(|other| other.title == **title));
    (named.iter().all(|title| titles.contains(title)) && !named.iter().any(is_here)).then(|| said.to_owned())
}
