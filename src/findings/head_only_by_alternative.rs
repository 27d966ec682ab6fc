//! # Head that only one of several alternatives guarantees
//!
//! ## What it finds
//! A unit whose head need not exist: the clause that creates the head lets the body appoint another post instead, or
//! says only that the head may be appointed.
//!
//! ## Why it matters
//! Where the other post is appointed, the unit has nobody to command its staff and to answer for its duties, and
//! whoever is told to obey 課長 has no superior.
//!
//! ## Example
//! "課に課長又は担当課長を置く。" Only the 課長 directs the section. A section with a 担当課長 alone has no head.
//!
//! ## Basis
//! A post that "may be appointed" or that is one of several to choose from need not exist (model: establishment,
//! alternatives).
//!
//! # 選択によっては置かれない長
//!
//! ## 見つけるもの
//! 長が置かれないことのある組織。長を置く条文が、代わりに別の職を置くことを許しているか、長を置くことができるとだけ定
//! めている。
//!
//! ## なぜ大切か
//! 別の職だけが置かれると、職員を指揮監督する者も、分掌事務に責任を負う者もいない。その長の命を受けるとされた職には上
//! 司がない。
//!
//! ## 例
//! 「課に課長又は担当課長を置く。」課を統括するのは課長だけなので、担当課長だけを置いた課には長がない。
//!
//! ## 根拠
//! 置くことができる職、又は択一で置く職は、置かれるとは限らない。

use super::review::Review;
use super::structure::established_units;
use super::{Finding, Severity, finding};
use crate::graph::{Direction, Establishment, Node, NodeId, RelationType};

/// The subjects behind the unit are its heads. Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let of_unit = |unit: &Node| {
        let heads: Vec<&Node> = graph.neighbours(&unit.id, Direction::Incoming, RelationType::Heads);
        let head_ids: Vec<&NodeId> = heads.iter().map(|head| &head.id).collect();
        // One that must exist is enough; so is a choice among posts that all head the unit.
        let is_guaranteed = |head: &&Node| {
            head.as_post().is_some_and(|post| {
                post.establishment != Establishment::Optional
                    && post.alternatives.iter().all(|other| head_ids.contains(&other))
            })
        };
        let first = heads.first().filter(|_| !heads.iter().any(is_guaranteed))?;
        let title = first.as_post().map_or("", |post| post.title.as_str());
        let subjects = [&unit.id].into_iter().chain(head_ids.iter().copied()).cloned().collect();
        Some(finding("head-only-by-alternative", Severity::Warning, title, subjects, first.provenance.clone()))
    };
    established_units(graph).into_iter().filter_map(of_unit).collect()
}
