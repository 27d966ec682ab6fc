//! # Unit or post of another instrument
//!
//! ## What it finds
//! A unit or post on which this regulation relies and which, by its words or by the body's settings, another instrument
//! creates.
//!
//! ## Why it matters
//! Answers about it end where this text ends; whoever amends the other instrument changes what this one means.
//!
//! ## Example
//! "理事長の命を受けて", where the 理事長 is an officer by statute.
//!
//! ## Basis
//! Status `elsewhere` in the model: the text says so, or the supplement names the instrument.
//!
//! # 他の規程が置く組織又は職
//!
//! ## 見つけるもの
//! この規程が頼る組織又は職で、条文又は団体の設定によれば、他の規程や法令が置いているもの。
//!
//! ## なぜ大切か
//! これについての答えは、この規程の範囲で終わる。他の規程が改正されると、この規程の意味も変わる。
//!
//! ## 例
//! 「理事長の命を受けて」とあり、理事長は法律が置く役員である。
//!
//! ## 根拠
//! モデルの状態「他の規程による」。条文がそういうか、補足設定がその規程を挙げている。

use super::review::Review;
use super::structure::stands_alone;
use super::{Finding, Severity, finding};
use crate::graph::{Label, Status};

/// Arguments: none.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    // A text that supplements another relies on it throughout.
    if !stands_alone(review.graph) {
        return Vec::new();
    }
    let nodes = review.graph.nodes().filter(|node| matches!(node.label(), Label::Unit | Label::Post));
    let elsewhere = nodes.filter(|node| {
        let status = node.as_unit().map(|unit| unit.status).or_else(|| node.as_post().map(|post| post.status));
        status == Some(Status::Elsewhere)
    });
    elsewhere
        .map(|node| finding("external-reference", Severity::Note, "", vec![node.id.clone()], node.provenance.clone()))
        .collect()
}
