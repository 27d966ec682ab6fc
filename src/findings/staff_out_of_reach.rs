//! # Unit that the rules on staff do not reach
//!
//! ## What it finds
//! A unit with duties of its own in which no post for staff is placed, because the clauses that place staff speak of
//! other kinds of unit.
//!
//! ## Why it matters
//! The unit has work and nobody whom the regulation lets do it below its head; appointments there have no basis.
//!
//! ## Example
//! "部及び課に主査及び主事を置く。" The 相談センター has duties, but is neither a 部 nor a 課.
//!
//! ## Basis
//! A post of the same title that is placed by kind in at least three units, and the kinds of those units.
//!
//! # 職員の定めが及ばない組織
//!
//! ## 見つけるもの
//! 自らの分掌事務を持つのに、職員の職が置かれない組織。職員を置く条文が、ほかの種類の組織だけをいっている。
//!
//! ## なぜ大切か
//! 事務があるのに、長の下でそれを行う職員を置く根拠がない。
//!
//! ## 例
//! 「部及び課に主査及び主事を置く。」相談センターには分掌事務があるが、部でも課でもない。
//!
//! ## 根拠
//! 三つ以上の組織に種類で置かれた同じ職と、その組織の種類。

use std::collections::{BTreeMap, BTreeSet};

use super::review::Review;
use super::structure::established_units;
use super::{Finding, Severity, finding};
use crate::graph::{Direction, Label, Node, NodeId, RelationType, Status};

/// In so many units a title has to be placed by one clause to count as a rule for units of a kind.
const UNITS_OF_A_RULE: usize = 3;

/// So many titles of staff are named.
const TITLES_SHOWN: usize = 4;

/// Arguments: `titles`, the posts for staff; `kinds`, the kinds of unit that they are placed in.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let is_staff = |post: &Node| {
        let leads = [RelationType::Heads, RelationType::Assists, RelationType::Commands];
        leads.iter().all(|relation| graph.edges_at(&post.id, Direction::Outgoing, *relation).is_empty())
    };
    // The units in which each clause places each title of staff.
    let mut placed: BTreeMap<(&NodeId, &str), Vec<&Node>> = BTreeMap::new();
    for (node, post) in graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post))) {
        if post.status == Status::Established && !post.unnamed && is_staff(node) {
            let unit = graph.parent_unit(&node.id).and_then(|unit| graph.node(unit));
            placed.entry((&node.provenance.first().clause, &post.title)).or_default().extend(unit);
        }
    }
    // A post that stands mostly in units without duties of their own (a 調査役 at a 局) is not the staff that does the work.
    let has_duties = |unit: &Node| !graph.members(&unit.id, Label::Duty).is_empty();
    placed.retain(|_, units| {
        units.len() >= UNITS_OF_A_RULE && units.iter().filter(|unit| has_duties(unit)).count() * 2 >= units.len()
    });
    if placed.is_empty() {
        return Vec::new();
    }
    let (mut kinds, mut reached) = (BTreeSet::new(), BTreeSet::new());
    for units in placed.values() {
        kinds.extend(units.iter().filter_map(|unit| unit.as_unit()).map(|unit| unit.kind.as_str()));
        reached.extend(units.iter().map(|unit| &unit.id));
    }
    // A text that places such posts only here and there leaves staff to other instruments.
    let units = established_units(graph);
    let working: Vec<&&Node> = units.iter().filter(|unit| has_duties(unit)).collect();
    if working.iter().filter(|unit| reached.contains(&unit.id)).count() * 4 < working.len() * 3 {
        return Vec::new();
    }
    let ordinal = |title: &str| {
        let posts = graph.nodes_with(Label::Post).filter_map(Node::as_post);
        posts.filter(|post| post.title == title).map(|post| post.ordinal).min()
    };
    let mut ranked: Vec<(Option<u32>, &str)> = placed.keys().map(|(_, title)| (ordinal(title), *title)).collect();
    ranked.sort_unstable();
    let is_out_of_reach = |unit: &&Node| {
        // Staff without a title (所要の職員), or of another title, is staff too; so is that of the units below.
        let has_staff = |posts: Vec<&Node>| {
            posts.iter().any(|post| is_staff(post) && post.as_post().is_some_and(|post| post.unnamed))
        };
        let below = graph.members(&unit.id, Label::Unit);
        has_duties(unit)
            && below.is_empty()
            && !reached.contains(&unit.id)
            && !has_staff(graph.members(&unit.id, Label::Post))
    };
    // The lowest posts, named last, are the ones that any unit needs.
    let mut titles: Vec<&str> = ranked.into_iter().map(|(_, title)| title).collect();
    titles.dedup();
    let titles = titles.split_off(titles.len().saturating_sub(TITLES_SHOWN)).join("、");
    let kinds = kinds.into_iter().collect::<Vec<_>>().join("、");
    units
        .into_iter()
        .filter(is_out_of_reach)
        .map(|unit| {
            let mut evidence = unit.provenance.clone();
            if let Some(post) = placed
                .values()
                .flatten()
                .next()
                .and_then(|unit| graph.members(&unit.id, Label::Post).into_iter().find(|post| is_staff(post)))
            {
                evidence.extend(&post.provenance);
            }
            finding("staff-out-of-reach", Severity::Warning, "", vec![unit.id.clone()], evidence)
                .with("titles", titles.as_str())
                .with("kinds", kinds.as_str())
        })
        .collect()
}
