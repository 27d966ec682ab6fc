//! # Establishment that leaves open what it creates
//!
//! ## What it finds
//! A clause that lets the body create units or appoint staff without saying which (所要の職員を置くことができる).
//!
//! ## Why it matters
//! What is created on this basis has no name, no duties and no superior in the regulation. It is worth knowing where
//! such a door is open.
//!
//! ## Example
//! "前条に定めるほか、必要に応じ、監査室に所要の職員を置くことができる。"
//!
//! ## Basis
//! The words of the clause. Such clauses are usual; the finding says where they stand.
//!
//! # 何を置くかを定めない設置
//!
//! ## 見つけるもの
//! どの組織や職を置くかを定めずに、置くことだけを認める条文（所要の職員を置くことができる）。
//!
//! ## なぜ大切か
//! これに基づいて置かれるものは、規程に名も分掌事務も上司もない。どこでそうできるかを知っておく必要がある。
//!
//! ## 例
//! 「前条に定めるほか、必要に応じ、監査室に所要の職員を置くことができる。」
//!
//! ## 根拠
//! 条文の文言。よくある定めなので、所在を示すにとどめる。

use std::sync::LazyLock;

use regex::Regex;

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Label, Provenance};

/// 「所要の職員を置く」, 「必要な組織を置くことができる」.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[^、。\n]{0,20}(?:所要の|必要な|その他の)(?:組織|機関|部署|職|職員|課|室|係)(?:を|その他[^、。]{0,12}を)(?:置く|設ける|設置する)(?:ことができる)?")
        .expect("a pattern")
});

/// Arguments: `clause`, the citation; `words`, the words that leave it open.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let clauses = graph.nodes_with(Label::Clause).filter_map(|node| node.as_clause().map(|clause| (node, clause)));
    clauses
        .filter_map(|(node, clause)| {
            let words = OPEN.find(&clause.text)?.as_str();
            let evidence = Provenance::new(node.id.clone(), words);
            let found = finding("open-ended-establishment", Severity::Note, "", vec![node.id.clone()], evidence);
            Some(found.with("clause", clause.citation.as_str()).with("words", words))
        })
        .collect()
}
