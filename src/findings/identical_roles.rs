//! # Posts with the same role word for word
//!
//! ## What it finds
//! Two posts of one unit, each with a sentence of its own, whose roles are the same word for word.
//!
//! ## Why it matters
//! The regulation gives two titles and no difference. If the difference is one of rank, it is not said here; if there
//! is none, one of the titles is superfluous.
//!
//! ## Example
//! "主任は、上司の命を受けて、事務に従事する。主事は、上司の命を受けて、事務に従事する。"
//!
//! ## Basis
//! The sentences on the two posts. Posts that one sentence names together are meant to be alike and are left out.
//!
//! # 職務の定めが同じ職
//!
//! ## 見つけるもの
//! 一つの組織の二つの職で、別々の文が、一字一句同じ職務を定めているもの。
//!
//! ## なぜ大切か
//! 職名が二つあるのに違いが定められていない。違いが職の級なら、ここには書かれていない。違いがないなら、一方の職名は要
//! らない。
//!
//! ## 例
//! 「主任は、上司の命を受けて、事務に従事する。主事は、上司の命を受けて、事務に従事する。」
//!
//! ## 根拠
//! 二つの職の職務を定める文。一つの文が並べて定める職は、同じにする趣旨なので除く。

use std::collections::HashMap;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Label, Node, NodeId, Post, Status};

/// Arguments: `title` and `other`, the titles; `count`, in how many units both are placed.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let mut of_units: HashMap<Option<&NodeId>, Vec<(&Node, &Post)>> = HashMap::new();
    let mut order: Vec<Option<&NodeId>> = Vec::new();
    for (node, post) in graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post))) {
        // 「次に掲げる事務をつかさどる」 opens a list, and 「職員をもって充てる」 says who holds the post.
        // 「前項の事務を行い」 says what the sentence before says.
        let says_nothing = ["掲げる", "充てる", "次の事務", "次の業務", "前項", "同項", "前条"];
        let says_role = |role: &String| !says_nothing.iter().any(|words| role.contains(words));
        let has_role = !post.roles.is_empty() && post.roles.iter().all(says_role);
        if post.status == Status::Established && has_role && !post.unnamed {
            let unit = graph.parent_unit(&node.id);
            if !of_units.contains_key(&unit) {
                order.push(unit);
            }
            of_units.entry(unit).or_default().push((node, post));
        }
    }
    let mut found: Vec<Finding> = Vec::new();
    let mut pairs: HashMap<(&str, &str), (usize, u64)> = HashMap::new();
    for unit in order {
        let mut by_role: HashMap<&[String], (&Node, &Post)> = HashMap::new();
        for (node, post) in &of_units[&unit] {
            let Some((first, first_post)) = by_role.get(&post.roles[..]).copied() else {
                by_role.insert(&post.roles, (*node, *post));
                continue;
            };
            // The last evidence of a post is the sentence on its role; one sentence for both is no accident.
            let sentence = |node: &Node| node.provenance.iter().last().cloned();
            if sentence(first) == sentence(node) || first_post.title == post.title {
                continue;
            }
            let pair = (first_post.title.as_str(), post.title.as_str());
            if let Some((place, count)) = pairs.get_mut(&pair) {
                *count += 1;
                found[*place].arguments.insert("count", (*count).into());
                continue;
            }
            pairs.insert(pair, (found.len(), 1));
            let subjects = vec![first.id.clone(), node.id.clone()];
            let mut evidence = first.provenance.clone();
            evidence.extend(&node.provenance);
            let title = format!("{}:{}", pair.0, pair.1);
            let one = finding("identical-roles", Severity::Note, &title, subjects, evidence);
            found.push(one.with("title", pair.0).with("other", pair.1).with("count", 1));
        }
    }
    found
}
