//! # Caption that says something else than the article
//!
//! ## What it finds
//! A caption that joins posts or units by 及び where the article joins the same ones by 又は, or the reverse; and a caption that names
//! a unit (総務課の所掌事務) other than the one to which the article gives duties.
//!
//! ## Why it matters
//! Captions are what people look for, and what tables of contents are made of. A caption with another unit's name is a remnant of a
//! former version; 及び in one place and 又は in the other leave open whether both posts exist.
//!
//! ## Example
//! （課長及び担当課長） 部に課長又は担当課長を置く。
//!
//! ## Basis
//! A caption is no rule, so the article decides; a difference of 及び and 又は is only a note.
//!
//! # 見出しと本文の食い違い
//!
//! ## 見つけるもの
//! 見出しが「及び」でつなぐ職や組織を本文が「又は」でつなぐもの（その逆も同じ）。また、見出しに挙げた組織（総務課の所掌事務）が、本文で事
//! 務を分掌させる組織と異なるもの。
//!
//! ## なぜ大切か
//! 見出しは検索の手掛かりであり、目次のもとになる。別の組織の名は旧規定の名残であり、「及び」と「又は」の混用は、両方の職が置かれるのか
//! どうかを曖昧にする。
//!
//! ## 例
//! （課長及び担当課長） 部に課長又は担当課長を置く。
//!
//! ## 根拠
//! 見出しは規定そのものではなく、本文が優先する。「及び」と「又は」の違いは参考にとどめる。

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use super::clauses::{article, clauses, on_one_line};
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Clause, Label, Node, NodeId, Provenance, fold_name};

/// Arguments: `caption`, `words` (what the article says in its stead; empty for another unit), `case` (`joint`, `unit`).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let owners = owners_by_article(graph);
    let kinds: BTreeSet<&str> =
        graph.nodes_with(Label::Unit).filter_map(Node::as_unit).map(|unit| unit.kind.as_str()).collect();
    let posts = graph.nodes_with(Label::Post).filter_map(Node::as_post);
    let posts: BTreeSet<&str> = posts.flat_map(|post| [post.name.as_str(), post.title.as_str()]).collect();
    let mut found = Vec::new();
    for same in clauses(graph).chunk_by(|a, b| article(&a.1.citation) == article(&b.1.citation)) {
        let (node, clause) = same[0];
        let Some(caption) = clause.caption.as_deref() else { continue };
        if let Some(words) = other_joint(caption, clause) {
            let evidence = Provenance::new(node.id.clone(), first_line(clause));
            let differs = finding("caption-differs", Severity::Note, "", vec![node.id.clone()], evidence);
            found.push(differs.with("caption", caption).with("words", words).with("case", "joint"));
        }
        let named = unit_in_caption(caption)
            .filter(|name| kinds.iter().any(|kind| name.ends_with(kind)) && !posts.contains(name));
        let owners = owners.get(article(&clause.citation));
        if let (Some(name), Some(owners)) = (named, owners)
            && !owners.iter().any(|owner| is_called(graph, owner, name))
        {
            let evidence = Provenance::new(node.id.clone(), first_line(clause));
            let subjects = vec![node.id.clone(), owners[0].clone()];
            let differs = finding("caption-differs", Severity::Warning, "unit", subjects, evidence);
            found.push(differs.with("caption", caption).with("words", "").with("case", "unit"));
        }
    }
    found
}

fn first_line(clause: &Clause) -> &str {
    clause.text.lines().next().unwrap_or_default()
}

/// The words of the article that join by 又は what the caption joins by 及び, or the reverse.
fn other_joint(caption: &str, clause: &Clause) -> Option<String> {
    static JOINED: LazyLock<Regex> = LazyLock::new(|| {
        let name = r"[^、]{2,}?";
        Regex::new(&format!("(?:^|、)({name})(及び|又は)([^、]{{2,}}?)$")).expect("valid pattern")
    });
    let joined = JOINED.captures(caption)?;
    let (first, joint, second) = (&joined[1], &joined[2], &joined[3]);
    let other = if joint == "及び" { "又は" } else { "及び" };
    let text = on_one_line(first_line(clause));
    let (same, differs) = (format!("{first}{joint}{second}"), format!("{first}{other}{second}"));
    (text.contains(&differs) && !text.contains(&same)).then_some(differs)
}

/// 「総務課の所掌事務」: 総務課.
fn unit_in_caption(caption: &str) -> Option<&str> {
    let endings = ["の所掌事務", "の事務分掌", "の分掌事務", "の分掌", "の所掌"];
    let name = endings.iter().find_map(|ending| caption.strip_suffix(ending))?;
    let joints = ["及び", "並びに", "、", "又は", "の", "各", "等"];
    (!joints.iter().any(|joint| name.contains(joint))).then_some(name)
}

/// The units to which each article gives duties, in the order of the text.
fn owners_by_article(graph: &AuthorityGraph) -> BTreeMap<&str, Vec<&NodeId>> {
    let mut owners: BTreeMap<&str, Vec<&NodeId>> = BTreeMap::new();
    let mut known: FxHashSet<(&str, &NodeId)> = FxHashSet::default();
    for node in graph.nodes_with(Label::Duty) {
        let clause = graph.node(&node.provenance.first().clause).and_then(Node::as_clause);
        if let (Some(clause), Some(unit)) = (clause, graph.parent_unit(&node.id)) {
            let article = article(&clause.citation);
            if known.insert((article, unit)) {
                owners.entry(article).or_default().push(unit);
            }
        }
    }
    owners
}

/// Whether a unit, or one above it, is called so, or so with more around it (甲支所総務課).
fn is_called(graph: &AuthorityGraph, unit: &NodeId, name: &str) -> bool {
    let name = fold_name(name);
    let mut units = vec![unit];
    units.extend(graph.enclosing_units(unit));
    units.into_iter().filter_map(|id| graph.node(id)).filter_map(Node::as_unit).any(|unit| {
        let names = std::iter::once(&unit.name).chain(&unit.aliases);
        names.into_iter().any(|own| {
            let own = fold_name(own);
            own.contains(&*name) || name.contains(&*own)
        })
    })
}
